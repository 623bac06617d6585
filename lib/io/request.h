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
    qint64 maxIncomingBytes = 16 * 1024 * 1024;

    //! What is wrong with it; empty if nothing is. QWebSocket checks neither scheme nor headers
    //! well: a line break in a header value becomes another header on the wire.
    [[nodiscard]] QString problem() const;
};

} // namespace Holdfast
