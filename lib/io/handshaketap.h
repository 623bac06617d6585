// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "instant.h"

#include <QtCore/qbytearray.h>
#include <QtCore/qdatetime.h>

#include <optional>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace Holdfast {

//! What the peer answered to the upgrade request.
struct HandshakeAnswer
{
    int status = 0; //!< HTTP; 0: no complete answer in HTTP
    std::optional<Duration> retryAfter; //!< RFC 9110 §10.2.3: seconds, or a date
    bool isForeign = false; //!< bytes came that are no HTTP at all

    //! Reads the last complete head in \a raw; the peer may have answered a first request, without
    //! credentials, on the same connection. \a now is for a Retry-After that is a date.
    [[nodiscard]] static HandshakeAnswer parse(const QByteArray &raw, const QDateTime &now);
};

//! Reads along while QWebSocket shakes hands, because QWebSocket tells neither status nor headers
//! of a refused upgrade. Public QIODevice API only: a transaction keeps the bytes that QWebSocket
//! consumes.
class HandshakeTap
{
public:
    //! Call directly after QWebSocket::open(). Without a socket (WebAssembly) the tap stays dry.
    void attach(QTcpSocket *socket);
    //! The upgrade succeeded: keep nothing more.
    void close();
    //! The upgrade failed: what came? The bytes are taken off the socket, so that an HTTP body is
    //! not parsed as frames afterwards.
    [[nodiscard]] QByteArray drain();

private:
    QTcpSocket *m_socket = nullptr;
};

} // namespace Holdfast
