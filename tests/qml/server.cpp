// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "server.h"

namespace Holdfast {

Server::Server(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &TestServer::received, this, &Server::received);
    connect(&m_server, &TestServer::visited, this, &Server::visited);
}

int Server::closeCode() const
{
    return visitCount() == 0 ? 0 : m_server.visit(visitCount() - 1).closeCode;
}

QString Server::header(const QString &name) const
{
    if (visitCount() == 0)
        return {};
    return QString::fromLatin1(
        TestServer::header(m_server.visit(visitCount() - 1).head, name.toLatin1()));
}

void Server::sayGoodbye(int code, const QString &reason)
{
    m_server.sayGoodbye(quint16(code), reason);
}

void Server::leave(int code)
{
    m_server.stopListening();
    m_server.sayGoodbye(quint16(code));
}

void Server::beMute(bool mute)
{
    m_server.setManner(mute ? TestServer::Manner::Mute : TestServer::Manner::Serve);
}

void Server::refuse(int status)
{
    m_server.setDoorman([status](const QByteArray &) { return status; });
}

void Server::beEcho()
{
    connect(&m_server, &TestServer::received, this, [this] {
        const Payload last = m_server.messages().constLast();
        for (int i = 0; i < m_server.visitCount(); ++i) {
            if (QWebSocket *const socket = m_server.visit(i).socket) {
                if (last.isText())
                    socket->sendTextMessage(last.text());
                else
                    socket->sendBinaryMessage(last.bytes());
            }
        }
    });
}

} // namespace Holdfast
