// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobjectdefs.h>
#include <QtCore/qstringlist.h>
#include <QtCore/qurl.h>
#include <QtQml/qqmlregistration.h>

namespace Holdfast {
class ReconnectingWebSocket;
}

namespace ProtocolNames {
Q_NAMESPACE
QML_NAMED_ELEMENT(ProtocolName)

//! What the server understands.
enum class ProtocolName {
    Plain, //!< WebSocket, and no more
    Envelope, //!< holdfast.v1.json
};
Q_ENUM_NS(ProtocolName)

} // namespace ProtocolNames
using ProtocolNames::ProtocolName;

//! Where to connect, and how.
struct Destination
{
    QUrl url;
    ProtocolName protocol = ProtocolName::Plain;
    QStringList subprotocols; //!< to offer, with Plain
    QString queueName; //!< empty: what waits is kept in memory
    QString storageFolder; //!< of the queue; empty: the library's own place

    //! The url may be shown to those who look over one's shoulder.
    [[nodiscard]] QString shownUrl() const;

    //! Prepares a fresh \a socket for it, all but the url, which open() takes.
    void prepare(Holdfast::ReconnectingWebSocket &socket) const;
    //! \a before is what it was prepared for: what is the same stays untouched.
    void prepare(Holdfast::ReconnectingWebSocket &socket, const Destination &before) const;

    bool operator==(const Destination &) const = default;
};
