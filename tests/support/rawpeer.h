// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qhash.h>
#include <QtCore/qlist.h>
#include <QtCore/qurl.h>
#include <QtNetwork/qtcpserver.h>
#include <QtNetwork/qtcpsocket.h>

namespace Holdfast {

//! A WebSocket server made of bare frames (RFC 6455 §5.2): it upgrades, reads frames, and does
//! nothing else. What a peer makes of them, the test decides.
class RawPeer : public QObject
{
    Q_OBJECT

public:
    enum Opcode { Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

    RawPeer();

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] int connectionCount() const { return m_connections; }
    //! Every text message that ever came in.
    [[nodiscard]] QStringList texts() const { return m_texts; }

    static void send(QTcpSocket *client, Opcode opcode, const QByteArray &payload);

Q_SIGNALS:
    void upgraded(QTcpSocket *client);
    void received(QTcpSocket *client, int opcode, const QByteArray &payload);

private:
    void read(QTcpSocket *client);
    [[nodiscard]] bool upgrade(QTcpSocket *client);
    [[nodiscard]] bool readFrame(QTcpSocket *client);

    QTcpServer m_listener;
    QHash<QTcpSocket *, bool> m_upgraded;
    int m_connections = 0;
    QStringList m_texts;
};

} // namespace Holdfast
