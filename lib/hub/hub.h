// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "hubfaults.h"
#include "hubmessage.h"
#include "hubpolicy.h"

#include <QtCore/qobject.h>
#include <QtCore/qstringlist.h>
#include <QtCore/qurl.h>
#include <QtCore/qvariant.h>
#include <QtNetwork/qhostaddress.h>
#include <QtNetwork/qnetworkrequest.h>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QSslConfiguration;
QT_END_NAMESPACE

// Before the helper who writes it: HOLDFAST_HUB_EXPORT (hubglobal.h) like HOLDFAST_EXPORT.

namespace Holdfast {

//! The answer to one authentication: a copyable one-shot; the first answer counts. Calling it late,
//! or when the hub is gone, is harmless.
class HubAuthentication
{
public:
    //! \a identity: who it is; the same string for the same person or device. Not empty.
    void accept(const QString &identity) const;
    //! Who are you? Closes with 4401: the client asks for new credentials.
    void rejectUnauthenticated(const QString &reason = {}) const;
    //! I know you, and no. Closes with 4403: the client gives up.
    void rejectForbidden(const QString &reason = {}) const;
};

//! A server that loses nothing: the other end of ReconnectingWebSocket with EnvelopeProtocol. For
//! demos, for desktop applications that serve others, and as a test double. One process.
//!
//! The names are those of QWebSocketServer.
class Hub : public QObject
{
    Q_OBJECT

public:
    explicit Hub(QObject *parent = nullptr);
    ~Hub() override; //!< resets all connections

    bool listen(const QHostAddress &address = QHostAddress::Any, quint16 port = 0);
    //! Stops listening and closes all with 1001.
    void close();
    [[nodiscard]] bool isListening() const;
    [[nodiscard]] QHostAddress serverAddress() const;
    [[nodiscard]] quint16 serverPort() const;
    [[nodiscard]] QUrl serverUrl() const;
    [[nodiscard]] QString errorString() const;

    //! TLS. Before listen(); clients then connect with wss.
    void setSslConfiguration(const QSslConfiguration &configuration);
    //! Which web pages may connect (RFC 6454). Empty: all; a request without an Origin is no page
    //! and may always.
    void setAllowedOrigins(const QStringList &origins);
    //! Asked for each connection after the upgrade; may answer later.
    using Authenticator
        = std::function<void(const QNetworkRequest &request, HubAuthentication answer)>;
    void setAuthenticator(Authenticator authenticator);
    void setPolicy(const HubPolicy &policy);
    [[nodiscard]] HubPolicy policy() const;
    void setFaults(const HubFaults &faults);
    [[nodiscard]] HubFaults faults() const;

    //! Clients that offer no subprotocol: refused (default), answered with their own frames, or
    //! their frames go to all such clients.
    enum class PlainClients { Refuse, Echo, Broadcast };
    Q_ENUM(PlainClients)
    void setPlainClients(PlainClients plainClients);

    //! Decides on each message before it is accepted; must be quick and must not call the hub.
    //! Without one each is accepted.
    void setMessageFilter(std::function<HubAnswer(const HubMessage &)> filter);
    //! Whether an accepted message becomes an event of its room, seen by all in it, the sender too.
    //! Default: true.
    void setRelaying(bool relaying);

    //! A new event for all in the room, now or when they return. QString, QByteArray, or what
    //! QJsonValue::fromVariant() takes. Returns its id.
    quint64 publish(const QString &room, const QVariant &payload);
    //! Says goodbye to all, closes them with 4001 and the hint, and stops listening: they return
    //! after \a retryAfter, spread over \a spread.
    void drain(std::chrono::milliseconds retryAfter, std::chrono::milliseconds spread);

    [[nodiscard]] int clientCount() const;
    [[nodiscard]] QList<HubPresence> usersIn(const QString &room) const;
    //! Forgets what happened in a room, as if the hub had been started anew: those who return are
    //! told to start afresh.
    void forgetHistory(const QString &room);

Q_SIGNALS:
    //! Accepted; exactly once for each message, however often it was sent.
    void messageReceived(const Holdfast::HubMessage &message);
    void presenceChanged(const Holdfast::HubPresence &presence);
    void clientCountChanged();
    //! The last client is gone after drain().
    void drained();
};

} // namespace Holdfast
