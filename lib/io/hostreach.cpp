// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "hostreach.h"

#include <QtNetwork/qhostaddress.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace Holdfast {

namespace {

HostReach reachOfName(QString name)
{
    if (name.endsWith(u'.'))
        name.chop(1);
    const auto isBelow = [&name](QLatin1StringView domain) {
        return name.endsWith(domain, Qt::CaseInsensitive)
            && (name.size() == domain.size() || name[name.size() - domain.size() - 1] == u'.');
    };
    if (name.isEmpty() || isBelow(QLatin1StringView("localhost"))
        || isBelow(QLatin1StringView("localhost.localdomain")))
        return HostReach::Here;
    // Of names for one network only: mDNS, RFC 8375, and what ICANN keeps free for it.
    const bool isNear = !name.contains(u'.') || isBelow(QLatin1StringView("local"))
        || isBelow(QLatin1StringView("home.arpa")) || isBelow(QLatin1StringView("internal"));
    return isNear ? HostReach::Near : HostReach::Far;
}

HostReach reachOfAddress(QHostAddress address)
{
    bool isIPv4 = false; // or is one in IPv6's clothes
    if (const quint32 bits = address.toIPv4Address(&isIPv4); isIPv4)
        address.setAddress(bits);
    if (address.isLoopback() || address == QHostAddress(QHostAddress::AnyIPv4)
        || address == QHostAddress(QHostAddress::AnyIPv6))
        return HostReach::Here; // whoever dials "any" reaches itself
    static const std::pair<QHostAddress, int> Neighbours[]
        = {QHostAddress::parseSubnet(QStringLiteral("10.0.0.0/8")),
           QHostAddress::parseSubnet(QStringLiteral("172.16.0.0/12")),
           QHostAddress::parseSubnet(QStringLiteral("192.168.0.0/16")),
           QHostAddress::parseSubnet(QStringLiteral("100.64.0.0/10")),
           QHostAddress::parseSubnet(QStringLiteral("169.254.0.0/16")),
           QHostAddress::parseSubnet(QStringLiteral("fc00::/7")),
           QHostAddress::parseSubnet(QStringLiteral("fe80::/10")),
           QHostAddress::parseSubnet(QStringLiteral("fec0::/10"))};
    return std::any_of(std::begin(Neighbours), std::end(Neighbours),
                       [&](const auto &subnet) { return address.isInSubnet(subnet); })
        ? HostReach::Near
        : HostReach::Far;
}

} // namespace

HostReach reachOf(const QString &host)
{
    // A dot at the end is of a name; resolvers take such an address for what it looks like.
    const QHostAddress address(host.endsWith(u'.') ? host.chopped(1) : host);
    return address.isNull() ? reachOfName(host) : reachOfAddress(address);
}

} // namespace Holdfast
