// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "testserver.h"

#include "loopback.h"

#include <QtCore/qtimer.h>
#include <QtNetwork/qnetworkproxy.h>

#include <algorithm>

namespace Holdfast {

QStringList TestServer::Visit::texts() const
{
    QStringList list;
    for (const Payload &message : messages)
        list += message.text();
    return list;
}

QByteArray TestServer::header(const QByteArray &head, const QByteArray &name)
{
    const QByteArray start = "\r\n" + name.toLower() + ": ";
    const qsizetype at = head.toLower().indexOf(start);
    if (at < 0)
        return {};
    const qsizetype value = at + start.size();
    return head.sliced(value, head.indexOf("\r\n", value) - value);
}

TestServer::TestServer()
    : m_reserved(this)
    , m_listener(this)
    , m_upgrader(QString(), QWebSocketServer::NonSecureMode, this)
{
    m_reserved.setProxy(QNetworkProxy::NoProxy);
    if (!m_reserved.bind(QHostAddress::LocalHost, 0,
                         QAbstractSocket::ShareAddress | QAbstractSocket::ReuseAddressHint))
        qFatal("no port: %s", qPrintable(m_reserved.errorString()));
    m_listener.setProxy(QNetworkProxy::NoProxy);
    m_upgrader.setSupportedSubprotocols({QStringLiteral("holdfast.test")});
    connect(&m_listener, &QTcpServer::newConnection, this, &TestServer::accept);
    connect(&m_upgrader, &QWebSocketServer::newConnection, this, &TestServer::welcome);
}

TestServer::~TestServer()
{
    for (const auto &visit : m_visits) {
        if (visit->tcp)
            visit->tcp->disconnect(this);
        if (visit->socket)
            visit->socket->disconnect(this);
    }
}

QUrl TestServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("ws://127.0.0.1:%1/%2").arg(port()).arg(path));
}

void TestServer::start()
{
    if (!m_listener.listen(QHostAddress::LocalHost, port()))
        qFatal("cannot listen on %d: %s", port(), qPrintable(m_listener.errorString()));
}

void TestServer::stop()
{
    m_listener.close();
    kill();
}

void TestServer::say(const QString &text)
{
    for (const auto &visit : m_visits) {
        if (visit->socket && !visit->over)
            visit->socket->sendTextMessage(text);
    }
}

void TestServer::kill()
{
    for (const auto &visit : m_visits) {
        if (visit->tcp && !visit->over)
            Loopback::reset(visit->tcp);
    }
}

void TestServer::end()
{
    for (const auto &visit : m_visits) {
        if (visit->tcp && !visit->over)
            visit->tcp->disconnectFromHost();
    }
}

void TestServer::sayGoodbye(quint16 code, const QString &reason)
{
    for (const auto &visit : m_visits) {
        if (visit->socket && !visit->over)
            visit->socket->close(static_cast<QWebSocketProtocol::CloseCode>(code), reason);
    }
}

int TestServer::upgradeCount() const
{
    return static_cast<int>(
        std::count_if(m_visits.begin(), m_visits.end(), [](const auto &v) { return v->upgraded; }));
}

QList<Payload> TestServer::messages() const
{
    QList<Payload> all;
    for (const auto &visit : m_visits)
        all += visit->messages;
    return all;
}

QStringList TestServer::texts() const
{
    QStringList all;
    for (const auto &visit : m_visits)
        all += visit->texts();
    return all;
}

int TestServer::openCount() const
{
    // Asked of the kernel: a client may be gone while the news waits in the event loop.
    return static_cast<int>(std::count_if(m_visits.begin(), m_visits.end(), [](const auto &v) {
        return v->tcp && !v->over && !Loopback::peerIsGone(v->tcp);
    }));
}

void TestServer::forget()
{
    std::erase_if(m_visits, [this](const auto &visit) {
        if (visit->over && visit->tcp)
            visit->tcp->disconnect(this);
        if (visit->over && visit->socket)
            visit->socket->disconnect(this);
        return visit->over;
    });
    m_mostAtOnce = 0;
    m_received = 0;
}

void TestServer::accept()
{
    while (QTcpSocket *tcp = m_listener.nextPendingConnection()) {
        Visit *visit = m_visits.emplace_back(std::make_unique<Visit>()).get();
        visit->tcp = tcp;
        m_mostAtOnce = std::max(m_mostAtOnce, openCount());
        connect(tcp, &QTcpSocket::disconnected, this, [visit] { visit->over = true; });
        connect(tcp, &QTcpSocket::readyRead, this, [this, visit] { readHead(visit); });
        Q_EMIT visited();
    }
}

void TestServer::readHead(Visit *visit)
{
    if (m_manner == Manner::Mute || !visit->head.isEmpty())
        return;
    const QByteArray head = visit->tcp->peek(64 * 1024);
    if (!head.contains("\r\n\r\n"))
        return;
    visit->head = head;
    visit->tcp->disconnect(SIGNAL(readyRead()), this);
    if (const int status = m_doorman ? m_doorman(head) : 0) {
        visit->tcp->readAll();
        visit->tcp->write("HTTP/1.1 " + QByteArray::number(status)
                          + " No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        visit->tcp->disconnectFromHost();
        return;
    }
    m_upgrader.handleConnection(visit->tcp);
}

void TestServer::welcome()
{
    QWebSocket *const socket = m_upgrader.nextPendingConnection();
    const auto at = std::find_if(m_visits.begin(), m_visits.end(), [&](const auto &v) {
        return !v->upgraded && v->tcp && v->tcp->peerPort() == socket->peerPort();
    });
    if (at == m_visits.end())
        qFatal("a guest whom nobody let in");
    Visit *const visit = at->get();
    visit->socket = socket;
    visit->upgraded = true;
    socket->setParent(this);
    const auto note = [this, visit](Payload message) {
        visit->messages += std::move(message);
        Q_EMIT received(++m_received);
    };
    connect(socket, &QWebSocket::textMessageReceived, this,
            [note](const QString &text) { note(text); });
    connect(socket, &QWebSocket::binaryMessageReceived, this,
            [note](const QByteArray &bytes) { note(bytes); });
    connect(socket, &QWebSocket::disconnected, this, [visit, socket] {
        visit->over = true;
        visit->closeCode = socket->closeCode();
        socket->deleteLater();
    });
    if (m_manner == Manner::CloseSoon) {
        QTimer::singleShot(5, socket, [socket] {
            socket->close(QWebSocketProtocol::CloseCodeBadOperation, QStringLiteral("go away"));
        });
    }
    Q_EMIT upgraded();
}

} // namespace Holdfast
