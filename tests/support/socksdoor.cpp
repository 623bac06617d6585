// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "socksdoor.h"

#include "loopback.h"

#include <QtNetwork/qhostaddress.h>

namespace Holdfast {

SocksDoor::SocksDoor(const QUrl &server)
    : m_server(server)
{
    if (!m_listener.listen(QHostAddress::LocalHost))
        qFatal("no port for the proxy");
    connect(&m_listener, &QTcpServer::newConnection, this, &SocksDoor::accept);
}

QNetworkProxy SocksDoor::proxy() const
{
    return {QNetworkProxy::Socks5Proxy, QStringLiteral("127.0.0.1"), m_listener.serverPort()};
}

void SocksDoor::accept()
{
    while (QTcpSocket *client = m_listener.nextPendingConnection()) {
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        if (m_open)
            connect(client, &QTcpSocket::readyRead, this, [this, client] { greet(client); });
    }
}

//! "Which ways do you know to say who you are?" None is needed.
void SocksDoor::greet(QTcpSocket *client)
{
    const QByteArray hello = client->peek(2);
    if (hello.size() < 2 || client->bytesAvailable() < 2 + hello[1])
        return;
    client->read(2 + hello[1]);
    client->write(QByteArray::fromHex("0500"));
    client->disconnect(this);
    connect(client, &QTcpSocket::readyRead, this, [this, client] { lead(client); });
}

//! "Connect me to …": it does not matter where.
void SocksDoor::lead(QTcpSocket *client)
{
    const QByteArray head = client->peek(5);
    if (head.size() < 5)
        return;
    const int length = head[3] == 1 ? 4 : head[3] == 4 ? 16 : 1 + static_cast<quint8>(head[4]);
    if (client->bytesAvailable() < 4 + length + 2)
        return;
    client->read(4 + length + 2);
    client->disconnect(this);
    auto *const server = new QTcpSocket(client);
    const auto pour = [](QTcpSocket *from, QTcpSocket *to) {
        if (from->isOpen() && to->isOpen()) // a client that has gone reset us both
            to->write(from->readAll());
    };
    connect(client, &QTcpSocket::readyRead, server, [=] { pour(client, server); });
    connect(server, &QTcpSocket::readyRead, client, [=] { pour(server, client); });
    connect(server, &QTcpSocket::connected, client, [=] {
        client->write(QByteArray::fromHex("05000001000000000000"));
        pour(client, server);
    });
    // What the server said last is passed on.
    const auto end = [=] {
        pour(server, client);
        client->disconnectFromHost();
    };
    connect(server, &QTcpSocket::disconnected, client, end);
    connect(server, &QTcpSocket::errorOccurred, client, end);
    connect(client, &QTcpSocket::disconnected, server, [server] { Loopback::reset(server); });
    server->connectToHost(m_server.host(), static_cast<quint16>(m_server.port()));
}

} // namespace Holdfast
