// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "peersink.h"

#include <QtNetwork/qhostaddress.h>
#include <QtWebSockets/qwebsocket.h>

namespace Holdfast::Testing {

PeerSink::PeerSink()
{
    there([this] {
        m_server = std::make_unique<QWebSocketServer>(QString(), QWebSocketServer::NonSecureMode);
        connect(m_server.get(), &QWebSocketServer::newConnection, this, [this] { welcome(); });
        if (!m_server->listen(QHostAddress::LocalHost))
            qFatal("the sink cannot listen");
        m_url = m_server->serverUrl();
    });
}

PeerSink::~PeerSink()
{
    end([this] { m_server.reset(); });
}

PeerSink::Account PeerSink::account()
{
    Account account;
    there([&] {
        account = m_account;
        account.distinct = int(m_seen.size());
    });
    return account;
}

void PeerSink::cut(int frozenMs, int downMs)
{
    QMetaObject::invokeMethod(this, [this, frozenMs, downMs] {
        QThread::msleep(static_cast<unsigned long>(frozenMs));
        const quint16 port = m_server->serverPort();
        m_server->close();
        for (QWebSocket *client : m_server->findChildren<QWebSocket *>())
            client->abort();
        QTimer::singleShot(downMs, this, [this, port] {
            if (!m_server->listen(QHostAddress::LocalHost, port))
                qFatal("the sink cannot listen again");
            m_back.start();
        });
    });
}

void PeerSink::welcome()
{
    QWebSocket *client = m_server->nextPendingConnection();
    client->setParent(m_server.get());
    connect(client, &QWebSocket::disconnected, client, &QObject::deleteLater);
    connect(client, &QWebSocket::textMessageReceived, this,
            [this, client](const QString &text) { hear(client, text); });
    if (m_back.isValid() && m_account.reconnectMs < 0)
        m_account.reconnectMs = double(m_back.nsecsElapsed()) / 1e6;
    if (client->requestUrl().path().startsWith(QStringLiteral("/socket.io"))) // Engine.IO 4
        client->sendTextMessage(
            QStringLiteral(R"(0{"sid":"s","upgrades":[],"pingInterval":300000,"pingTimeout":20000,)"
                           R"("maxPayload":1000000})"));
}

//! Socket.IO 5: 40 is its hello, 42<id>["m","…"] a message, 43<id>[] the acknowledgement.
void PeerSink::hear(QWebSocket *client, const QString &text)
{
    if (text.startsWith(QStringLiteral("40"))) {
        client->sendTextMessage(QStringLiteral(R"(40{"sid":"s"})"));
    } else if (const qsizetype at = text.indexOf(u'['); text.startsWith(u'4') && at >= 2) {
        if (at > 2)
            client->sendTextMessage(u"43" % text.mid(2, at - 2) % u"[]");
        note(QStringView(text).mid(at + 6)); // ["m","
    } else {
        note(text);
    }
}

void PeerSink::note(QStringView text)
{
    ++m_received;
    const int number = text.left(8).toInt();
    if (m_seen.contains(number)) {
        ++m_account.duplicates;
        return;
    }
    m_seen.insert(number);
    if (number < m_highest)
        ++m_account.disordered;
    m_highest = std::max(m_highest, number);
}

} // namespace Holdfast::Testing
