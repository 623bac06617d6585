// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "hubanswer.h"
#include "hubauthentication.h"
#include "hubfaults.h"
#include "hubglobal.h"
#include "hubmessage.h"
#include "hubpolicy.h"
#include "hubpresence.h"

#include <QtCore/qlist.h>
#include <QtCore/qobject.h>
#include <QtCore/qstringlist.h>
#include <QtCore/qurl.h>
#include <QtCore/qvariant.h>
#include <QtNetwork/qhostaddress.h>

#include <chrono>
#include <functional>

QT_BEGIN_NAMESPACE
class QSslConfiguration;
QT_END_NAMESPACE

namespace Holdfast {

class HubPrivate;

//! A server that loses nothing: the other end of ReconnectingWebSocket with EnvelopeProtocol. For
//! demos, for desktop applications that serve others, and as a test double. One process.
//!
//! The names are those of QWebSocketServer. It works in any one thread that has an event loop.
//! Signals come from the event loop, never from inside of a call; their handlers may call every
//! method, delete the hub, or run an event loop of their own, in which the hub goes on.
class HOLDFAST_HUB_EXPORT Hub : public QObject
{
    Q_OBJECT

public:
    explicit Hub(QObject *parent = nullptr);
    ~Hub() override; //!< resets all connections

    //! \a port 0: any free one, see serverPort(). False: see errorString().
    [[nodiscard]] bool listen(const QHostAddress &address = QHostAddress::Any, quint16 port = 0);
    //! Stops listening and closes all connections with 1001. Sessions and history stay: after
    //! another listen() clients resume.
    void close();
    [[nodiscard]] bool isListening() const;
    [[nodiscard]] QHostAddress serverAddress() const;
    [[nodiscard]] quint16 serverPort() const;
    //! ws://… or wss://…, with the loopback address in the place of "any". Empty: not listening.
    [[nodiscard]] QUrl serverUrl() const;
    //! What was wrong with the last listen(), for logs.
    [[nodiscard]] QString errorString() const;

    //! TLS for all who come from now on, with a certificate and its key: clients connect with wss.
    //! A null one, the default: none.
    void setSslConfiguration(const QSslConfiguration &configuration);
    [[nodiscard]] QSslConfiguration sslConfiguration() const;
    //! Whose web pages may connect, as "https://example.org" (RFC 6454); others are closed with
    //! 4403. Empty, the default: all. A client without an Origin is no web page, and may.
    void setAllowedOrigins(const QStringList &origins);
    [[nodiscard]] QStringList allowedOrigins() const;
    //! Without one everybody may come, and all share one identity.
    void setAuthenticator(HubAuthenticator authenticator);

    //! Values out of range are clamped. Those who are connected stay.
    void setPolicy(const HubPolicy &policy);
    [[nodiscard]] HubPolicy policy() const;
    //! Misbehaves on purpose, for tests and demos.
    void setFaults(const HubFaults &faults);
    [[nodiscard]] HubFaults faults() const;

    //! Clients that ask for no subprotocol: closed with 4400 (default), answered with their own
    //! frames, or each frame goes to all of them.
    enum class PlainClients {
        Refuse, //!< closed with 4400
        Echo, //!< each is answered with his own frames
        Broadcast, //!< each frame goes to all of them, the sender too
    };
    Q_ENUM(PlainClients)
    void setPlainClients(PlainClients plainClients);
    [[nodiscard]] PlainClients plainClients() const;

    //! Decides on each message before it is accepted; must be quick and must not call the hub.
    //! Without one each is accepted.
    void setMessageFilter(std::function<HubAnswer(const HubMessage &message)> filter);
    //! Whether an accepted message becomes an event of its room, seen by all in it, the sender too.
    //! Default: true.
    void setRelaying(bool relaying);
    [[nodiscard]] bool isRelaying() const;

    //! A new event for all in the room, now or when they return. QString, QByteArray, or what
    //! QJsonValue::fromVariant() takes. Returns its id, from 1. What clients would not take is
    //! refused: 0 and a warning, if it is larger than 16 MiB - 64 KiB (of the whole frame in UTF-8;
    //! bytes are base64 there) or nested deeper than 512 levels.
    quint64 publish(const QString &room, const QVariant &payload);
    //! Before a restart: stops listening, says goodbye to all and closes them with 4001. They
    //! return \a retryAfter later, spread over \a spread; 0 to 24 h each. The sessions end. A later
    //! listen() is the restart.
    void drain(std::chrono::milliseconds retryAfter, std::chrono::milliseconds spread);

    //! Those who are connected, plain clients included.
    [[nodiscard]] int clientCount() const;
    //! Those who are in a room, the ones who are away included.
    [[nodiscard]] QList<HubPresence> usersIn(const QString &room) const;
    //! Forgets what happened in a room, as if the hub had been started anew: all are told to start
    //! afresh.
    void forgetHistory(const QString &room);

Q_SIGNALS:
    //! Accepted; exactly once for each message, however often it was sent.
    void messageReceived(const Holdfast::HubMessage &message);
    void presenceChanged(const Holdfast::HubPresence &presence);
    //! A plain client sent this, before it is answered or handed on. \a url is what it asked for.
    void plainTextReceived(const QUrl &url, const QString &text);
    void clientCountChanged();
    //! After drain(), when the last connection is closed.
    void drained();

private:
    friend class HubPrivate;
    HubPrivate *const d; //!< a child
};

} // namespace Holdfast
