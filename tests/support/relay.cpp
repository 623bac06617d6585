// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "relay.h"

#include "loopback.h"

#include <QtNetwork/qnetworkproxy.h>

namespace Holdfast {

namespace {

constexpr int BufferBytes = 4096;

//! Reads no more than it can pass on, so that a stalled side is felt by the other.
void move(QTcpSocket *from, QTcpSocket *to, int bytesPerMs, int elapsed)
{
    if (!from || !to || to->state() != QAbstractSocket::ConnectedState)
        return;
    const qint64 room
        = bytesPerMs > 0 ? qint64(bytesPerMs) * elapsed : 256 * 1024 - to->bytesToWrite();
    if (room > 0 && from->bytesAvailable() > 0)
        to->write(from->read(room));
}

bool isOver(const QTcpSocket *socket)
{
    return !socket
        || (socket->state() == QAbstractSocket::UnconnectedState && socket->bytesAvailable() == 0);
}

} // namespace

Relay::Relay(const QUrl &server)
    : m_server(server)
    , m_listener(this)
    , m_tick(this)
{
    m_listener.setProxy(QNetworkProxy::NoProxy);
    if (!m_listener.listen(QHostAddress::LocalHost))
        qFatal("no relay: %s", qPrintable(m_listener.errorString()));
    Loopback::shrinkReceiveBuffer(m_listener.socketDescriptor());
    connect(&m_listener, &QTcpServer::newConnection, this, &Relay::accept);
    connect(&m_tick, &QTimer::timeout, this, [this] { pump(); });
    m_tick.setTimerType(Qt::PreciseTimer);
    m_tick.start(1);
    m_clock.start();
}

QUrl Relay::url(const QString &path) const
{
    return QUrl(QStringLiteral("ws://127.0.0.1:%1/%2").arg(m_listener.serverPort()).arg(path));
}

void Relay::setUplink(int bytesPerMs)
{
    m_up = bytesPerMs;
    for (const auto &pair : m_pairs)
        pair->up = bytesPerMs;
}

void Relay::setDownlink(int bytesPerMs)
{
    m_down = bytesPerMs;
    for (const auto &pair : m_pairs)
        pair->down = bytesPerMs;
}

void Relay::accept()
{
    while (QTcpSocket *client = m_listener.nextPendingConnection()) {
        auto *server = new QTcpSocket(this);
        server->setProxy(QNetworkProxy::NoProxy);
        client->setReadBufferSize(BufferBytes);
        server->setReadBufferSize(BufferBytes);
        m_pairs.push_back(std::make_unique<Pair>(
            Pair{.client = client, .server = server, .up = m_up, .down = m_down}));
        server->connectToHost(QHostAddress::LocalHost, static_cast<quint16>(m_server.port()));
    }
}

void Relay::pump()
{
    const int elapsed = static_cast<int>(m_clock.restart());
    if (!m_open)
        return;
    for (const auto &pair : m_pairs)
        pump(*pair, elapsed);
    std::erase_if(m_pairs, [](const auto &pair) { return !pair->client && !pair->server; });
}

void Relay::pump(Pair &pair, int elapsed)
{
    move(pair.client, pair.server, pair.up, elapsed);
    move(pair.server, pair.client, pair.down, elapsed);
    if (isOver(pair.client) && pair.server)
        pair.server->disconnectFromHost();
    if (isOver(pair.server) && pair.client)
        pair.client->disconnectFromHost();
    if (isOver(pair.client) && isOver(pair.server)) {
        for (QTcpSocket *socket : {pair.client.data(), pair.server.data()}) {
            if (socket)
                socket->deleteLater();
        }
        pair.client.clear();
        pair.server.clear();
    }
}

} // namespace Holdfast
