// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "plainserver.h"

#include "terminal.h"

#include <QtWebSockets/qwebsocket.h>

#include <cstdio>

PlainServer::PlainServer(QObject *parent)
    : QObject(parent)
    , m_server(QStringLiteral("holdfast-demo"), QWebSocketServer::NonSecureMode)
{
    connect(&m_server, &QWebSocketServer::newConnection, this, &PlainServer::welcome);
}

bool PlainServer::listen(quint16 port)
{
    if (!m_server.listen(QHostAddress::LocalHost, port)) {
        std::fprintf(stderr, "holdfast-demo: cannot listen on port %u: %s\n", port,
                     qPrintable(m_server.errorString()));
        return false;
    }
    Terminal::printJson({{QStringLiteral("ready"), m_server.serverUrl().toString()}});
    return true;
}

void PlainServer::welcome()
{
    QWebSocket *client = m_server.nextPendingConnection();
    const int connection = ++m_connections;
    client->setParent(this);
    client->setOutgoingFrameSize(QWebSocket::maxOutgoingFrameSize());
    connect(client, &QWebSocket::textMessageReceived, this,
            [client, connection](const QString &text) {
                Terminal::printJson({{QStringLiteral("received"), text},
                                     {QStringLiteral("connection"), connection}});
                client->sendTextMessage(text);
            });
    connect(client, &QWebSocket::binaryMessageReceived, client,
            [client](const QByteArray &bytes) { client->sendBinaryMessage(bytes); });
    connect(client, &QWebSocket::disconnected, client, &QObject::deleteLater);
}
