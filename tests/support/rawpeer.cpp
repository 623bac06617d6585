// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "rawpeer.h"

#include <QtCore/qcryptographichash.h>
#include <QtCore/qendian.h>
#include <QtNetwork/qnetworkproxy.h>

namespace Holdfast {

RawPeer::RawPeer()
    : m_listener(this)
{
    m_listener.setProxy(QNetworkProxy::NoProxy);
    if (!m_listener.listen(QHostAddress::LocalHost))
        qFatal("no raw peer: %s", qPrintable(m_listener.errorString()));
    connect(&m_listener, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_listener.nextPendingConnection()) {
            ++m_connections;
            connect(client, &QTcpSocket::readyRead, this, [this, client] { read(client); });
        }
    });
}

QUrl RawPeer::url() const
{
    return QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(m_listener.serverPort()));
}

void RawPeer::send(QTcpSocket *client, Opcode opcode, const QByteArray &payload)
{
    QByteArray head(1, static_cast<char>(0x80 | opcode));
    if (payload.size() < 126) {
        head += static_cast<char>(payload.size());
    } else {
        head += static_cast<char>(127);
        char size[8];
        qToBigEndian<quint64>(static_cast<quint64>(payload.size()), size);
        head.append(size, 8);
    }
    client->write(head + payload);
}

void RawPeer::read(QTcpSocket *client)
{
    if (!m_upgraded.value(client)) {
        if (!upgrade(client))
            return;
        m_upgraded.insert(client, true);
        Q_EMIT upgraded(client);
    }
    while (readFrame(client)) { }
}

bool RawPeer::upgrade(QTcpSocket *client)
{
    const QByteArray head = client->peek(64 * 1024);
    const qsizetype end = head.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    client->read(end + 4);
    static const QByteArray KeyHeader("sec-websocket-key:");
    const qsizetype key = head.toLower().indexOf(KeyHeader) + KeyHeader.size();
    const QByteArray accept
        = QCryptographicHash::hash(
              QByteArray(head.mid(key, head.indexOf("\r\n", key) - key).trimmed()
                         + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"),
              QCryptographicHash::Sha1)
              .toBase64();
    client->write(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Accept: "
        + accept + "\r\n\r\n");
    return true;
}

bool RawPeer::readFrame(QTcpSocket *client)
{
    // The client's frames: masked, and one frame a message.
    const QByteArray head = client->peek(14);
    if (head.size() < 6)
        return false;
    qint64 size = head.at(1) & 0x7f;
    qint64 at = 2;
    if (size == 126) {
        size = qFromBigEndian<quint16>(head.constData() + 2);
        at = 4;
    } else if (size == 127) {
        if (head.size() < 14)
            return false;
        size = static_cast<qint64>(qFromBigEndian<quint64>(head.constData() + 2));
        at = 10;
    }
    if (client->bytesAvailable() < at + 4 + size)
        return false;
    client->read(at);
    const QByteArray mask = client->read(4);
    QByteArray payload = client->read(size);
    for (qsizetype i = 0; i < payload.size(); ++i)
        payload[i] = static_cast<char>(payload.at(i) ^ mask.at(i % 4));
    const int opcode = head.at(0) & 0x0f;
    if (opcode == Text)
        m_texts += QString::fromUtf8(payload);
    Q_EMIT received(client, opcode, payload);
    return true;
}

} // namespace Holdfast
