// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "storebinding.h"

namespace Holdfast {

StoreBinding StoreBinding::of(const QUrl &url, const QString &account)
{
    QString host = url.host(QUrl::FullyEncoded).toLower();
    while (host.endsWith(u'.')) // the root of the DNS, which most people leave out
        host.chop(1);
    if (host.contains(u':')) // IPv6
        host = u'[' % host % u']';
    const int port = url.port(443);
    if (port != 80 && port != 443)
        host += u':' % QString::number(port);
    QString path = url.adjusted(QUrl::NormalizePathSegments).path(QUrl::FullyEncoded);
    if (path.isEmpty())
        path = QStringLiteral("/");
    return {.endpoint = host % path, .account = account};
}

} // namespace Holdfast
