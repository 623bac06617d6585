// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstringlist.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtNetwork/qnetworkrequest.h>
#include <QtNetwork/qsslconfiguration.h>
#include <QtNetwork/qsslerror.h>

#include <optional>

namespace Holdfast {

//! Everything that one dial needs.
struct DialRequest
{
    QNetworkRequest request; //!< URL and headers
    QStringList subprotocols;
    std::optional<QSslConfiguration> sslConfiguration;
    QNetworkProxy proxy{QNetworkProxy::DefaultProxy};
    QList<QSslError> expectedSslErrors; //!< to be ignored
    bool ignoreAllSslErrors = false;
    qint64 maxIncomingBytes = 16LL * 1024 * 1024;

    //! What is wrong with it; empty if nothing is. QWebSocket checks neither scheme nor headers
    //! well: a line break in a header value becomes another header on the wire.
    [[nodiscard]] QString problem() const;

    //! QNetworkRequest::setRawHeader(), but what is wrong with the header is never forgotten: it is
    //! a problem() of each dial with this request, until the header is set well, or removed with a
    //! null value. (From 6.8 Qt drops a malformed header, and the dial would go without it.)
    static void setHeader(QNetworkRequest &request, const QByteArray &name,
                          const QByteArray &value);
};

} // namespace Holdfast
