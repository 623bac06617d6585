// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "frame.h"

#include <QtCore/qlist.h>
#include <QtCore/qpointer.h>
#include <QtCore/qurl.h>
#include <QtNetwork/qtcpserver.h>
#include <QtNetwork/qtcpsocket.h>
#include <QtWebSockets/qwebsocket.h>
#include <QtWebSockets/qwebsocketserver.h>

#include <functional>
#include <memory>
#include <vector>

namespace Holdfast {

//! A small real server on loopback that writes down what it sees, and misbehaves on request.
//!
//! Its port is its own for life, whether or not it listens. It speaks the subprotocol
//! "holdfast.test" with those who ask for it.
class TestServer : public QObject
{
    Q_OBJECT

public:
    enum class Manner {
        Serve,
        CloseSoon, //!< accepts the upgrade and says 1011 after 5 ms: the storm server
        Mute, //!< accepts the connection and answers nothing
    };

    //! What came of one TCP connection.
    struct Visit
    {
        QByteArray head; //!< the upgrade request
        QList<Payload> messages;
        int closeCode = 0; //!< of the client's close frame
        bool upgraded = false;
        bool over = false;
        QPointer<QTcpSocket> tcp;
        QPointer<QWebSocket> socket;

        [[nodiscard]] QStringList texts() const;
    };

    //! What \a head says of \a name; null: nothing. A name has no case, and Qt 6.8 forgets it.
    [[nodiscard]] static QByteArray header(const QByteArray &head, const QByteArray &name);

    //! Answers an upgrade request with an HTTP status; 0: upgrade.
    using Doorman = std::function<int(const QByteArray &head)>;

    TestServer();
    ~TestServer() override;

    [[nodiscard]] QUrl url(const QString &path = {}) const;
    [[nodiscard]] quint16 port() const { return m_reserved.localPort(); }
    //! Listens. The constructor does not.
    void start();
    //! Listens no more and resets every client.
    void stop();
    //! Listens no more; who is here may stay.
    void stopListening() { m_listener.close(); }

    void setManner(Manner manner) { m_manner = manner; }
    void setDoorman(Doorman doorman) { m_doorman = std::move(doorman); }

    void say(const QString &text);
    //! Resets every client: RST.
    void kill();
    //! Hangs up without a close frame: FIN.
    void end();
    //! Says goodbye to every client.
    void sayGoodbye(quint16 code, const QString &reason = {});

    [[nodiscard]] int visitCount() const { return static_cast<int>(m_visits.size()); }
    [[nodiscard]] const Visit &visit(int i) const
    {
        return *m_visits.at(static_cast<std::size_t>(i));
    }
    [[nodiscard]] int upgradeCount() const;
    //! Of all visits, oldest first.
    [[nodiscard]] QList<Payload> messages() const;
    [[nodiscard]] QStringList texts() const;
    [[nodiscard]] int openCount() const;
    //! How many clients were connected at once, at most.
    [[nodiscard]] int mostAtOnce() const { return m_mostAtOnce; }
    //! Forgets the past; for tests that share a server.
    void forget();

Q_SIGNALS:
    void visited();
    void upgraded();
    void received(int total);

private:
    void accept();
    void readHead(Visit *visit);
    void welcome();

    QTcpSocket m_reserved; //!< bound, never listening: keeps the port ours
    QTcpServer m_listener;
    QWebSocketServer m_upgrader;
    Manner m_manner = Manner::Serve;
    Doorman m_doorman;
    std::vector<std::unique_ptr<Visit>> m_visits;
    int m_mostAtOnce = 0;
    int m_received = 0;
};

} // namespace Holdfast
