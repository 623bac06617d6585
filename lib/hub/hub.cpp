// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "hub.h"

#include "hub_p.h"

#include <algorithm>
#include <utility>

namespace Holdfast {

Hub::Hub(QObject *parent)
    : QObject(parent)
    , d(new HubPrivate(this))
{
}

Hub::~Hub() { delete d; }

bool Hub::listen(const QHostAddress &address, quint16 port) { return d->listen(address, port); }

void Hub::close() { d->close(); }

bool Hub::isListening() const { return d->isListening; }

QHostAddress Hub::serverAddress() const { return d->isListening ? d->address : QHostAddress(); }

quint16 Hub::serverPort() const { return d->isListening ? d->port : quint16(0); }

QUrl Hub::serverUrl() const
{
    if (!d->isListening)
        return {};
    QHostAddress address = serverAddress();
    if (address == QHostAddress::Any || address == QHostAddress::AnyIPv4)
        address = QHostAddress::LocalHost;
    else if (address == QHostAddress::AnyIPv6)
        address = QHostAddress::LocalHostIPv6;
    QUrl url;
    url.setScheme(d->listener.isSecure() ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setHost(address.toString());
    url.setPort(serverPort());
    return url;
}

QString Hub::errorString() const { return d->error; }

#ifndef QT_NO_SSL
void Hub::setSslConfiguration(const QSslConfiguration &configuration)
{
    d->listener.setSslConfiguration(configuration);
}

QSslConfiguration Hub::sslConfiguration() const { return d->listener.sslConfiguration(); }
#endif

void Hub::setAllowedOrigins(const QStringList &origins) { d->setAllowedOrigins(origins); }

QStringList Hub::allowedOrigins() const { return d->origins; }

void Hub::setAuthenticator(HubAuthenticator authenticator)
{
    d->authenticator = std::move(authenticator);
}

void Hub::setPolicy(const HubPolicy &policy) { d->setPolicy(policy); }

HubPolicy Hub::policy() const { return d->switchboard.policy(); }

void Hub::setFaults(const HubFaults &faults) { d->setFaults(faults); }

HubFaults Hub::faults() const { return d->faults; }

void Hub::setPlainClients(PlainClients plainClients) { d->plainClients = plainClients; }

Hub::PlainClients Hub::plainClients() const { return d->plainClients; }

void Hub::setMessageFilter(std::function<HubAnswer(const HubMessage &)> filter)
{
    d->switchboard.setMessageFilter(std::move(filter));
}

void Hub::setRelaying(bool relaying)
{
    d->isRelaying = relaying;
    d->switchboard.setRelaying(relaying);
}

bool Hub::isRelaying() const { return d->isRelaying; }

quint64 Hub::publish(const QString &room, const QVariant &payload)
{
    return d->publish(room, payload);
}

void Hub::drain(std::chrono::milliseconds retryAfter, std::chrono::milliseconds spread)
{
    using namespace std::chrono_literals;
    d->drain(std::clamp<Duration>(retryAfter, 0s, 24h), std::clamp<Duration>(spread, 0s, 24h));
}

int Hub::clientCount() const { return d->clientCount(); }

QList<HubPresence> Hub::usersIn(const QString &room) const
{
    const std::vector<HubPresence> users = d->switchboard.usersIn(room);
    return QList<HubPresence>(users.begin(), users.end());
}

void Hub::forgetHistory(const QString &room) { d->forgetHistory(room); }

} // namespace Holdfast
