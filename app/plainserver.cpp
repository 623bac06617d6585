// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "plainserver.h"

#include "terminal.h"

#include <QtNetwork/qnetworkproxy.h>
#include <QtNetwork/qtcpsocket.h>
#include <QtWebSockets/qwebsocket.h>

#include <cstdio>

namespace {

constexpr qint64 MaxRequestBytes = 16LL * 1024;

} // namespace

PlainServer::PlainServer(QObject *parent)
    : QObject(parent)
    , m_server(QStringLiteral("holdfast-demo"), QWebSocketServer::NonSecureMode)
{
    m_listener.setProxy(QNetworkProxy::NoProxy);
    connect(&m_listener, &QTcpServer::newConnection, this, &PlainServer::accept);
    connect(&m_server, &QWebSocketServer::newConnection, this, &PlainServer::welcome);
}

bool PlainServer::listen(quint16 port)
{
    if (!m_listener.listen(QHostAddress::LocalHost, port)) {
        std::fprintf(stderr, "holdfast-demo: cannot listen on port %u: %s\n", port,
                     qPrintable(m_listener.errorString()));
        return false;
    }
    Terminal::printJson({{QStringLiteral("ready"),
                          QStringLiteral("ws://127.0.0.1:%1").arg(m_listener.serverPort())}});
    return true;
}

void PlainServer::setFault(const Fault &fault)
{
    m_fault = fault;
    if (fault.kind == Fault::Kind::None)
        return;
    const auto clients = findChildren<QWebSocket *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWebSocket *client : clients)
        dismiss(client);
}

void PlainServer::obey(const QString &command)
{
    const QString verb = QStringLiteral("fault ");
    const auto fault
        = command.startsWith(verb) ? Fault::parse(command.mid(verb.size())) : std::nullopt;
    if (fault)
        setFault(*fault);
    else
        std::fprintf(stderr, "holdfast-demo: what is \"%s\"?\n", qPrintable(command));
}

void PlainServer::accept()
{
    while (QTcpSocket *client = m_listener.nextPendingConnection()) {
        if (m_fault.kind == Fault::Kind::Refuse)
            refuse(client);
        else
            m_server.handleConnection(client); // QWebSocketServer itself can say 403 only
    }
}

//! Reads the request to its end first: an answer before it would become a reset.
void PlainServer::refuse(QTcpSocket *client)
{
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    connect(client, &QTcpSocket::readyRead, client, [client] {
        if (!client->peek(MaxRequestBytes).contains("\r\n\r\n")
            && client->bytesAvailable() < MaxRequestBytes)
            return;
        client->readAll();
        client->write("HTTP/1.1 503 Service Unavailable\r\n"
                      "Content-Length: 0\r\nConnection: close\r\n\r\n");
        client->disconnectFromHost();
    });
}

void PlainServer::welcome()
{
    while (QWebSocket *client = m_server.nextPendingConnection()) {
        client->setParent(this);
        connect(client, &QWebSocket::disconnected, client, &QObject::deleteLater);
        if (m_fault.kind == Fault::Kind::None)
            greet(client);
        else
            dismiss(client);
    }
}

void PlainServer::greet(QWebSocket *client)
{
    const int connection = ++m_connections;
    const QString lane = client->requestUrl().path().mid(1);
    client->setOutgoingFrameSize(QWebSocket::maxOutgoingFrameSize());
    connect(client, &QWebSocket::textMessageReceived, this,
            [client, connection, lane](const QString &text) {
                QJsonObject report{{QStringLiteral("received"), text},
                                   {QStringLiteral("connection"), connection}};
                if (!lane.isEmpty())
                    report.insert(QStringLiteral("lane"), lane);
                Terminal::printJson(report);
                client->sendTextMessage(text);
            });
    connect(client, &QWebSocket::binaryMessageReceived, client,
            [client](const QByteArray &bytes) { client->sendBinaryMessage(bytes); });
}

void PlainServer::dismiss(QWebSocket *client)
{
    client->close(m_fault.kind == Fault::Kind::Close
                      ? static_cast<QWebSocketProtocol::CloseCode>(m_fault.closeCode)
                      : QWebSocketProtocol::CloseCodeGoingAway);
}
