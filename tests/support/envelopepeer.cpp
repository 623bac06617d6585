// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "envelopepeer.h"

#include <QtNetwork/qhostaddress.h>

#include <algorithm>

namespace Holdfast {

using namespace Envelope;

EnvelopePeer::EnvelopePeer()
    : m_server(QStringLiteral("peer"), QWebSocketServer::NonSecureMode)
{
    m_server.setSupportedSubprotocols({QString(Subprotocol)});
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no port");
    connect(&m_server, &QWebSocketServer::newConnection, this, &EnvelopePeer::accept);
}

QUrl EnvelopePeer::url(const QString &path) const
{
    return QUrl(QStringLiteral("ws://127.0.0.1:%1/%2").arg(m_server.serverPort()).arg(path));
}

void EnvelopePeer::accept()
{
    if (m_client) {
        m_client->disconnect(this);
        m_client->deleteLater();
    }
    m_client = m_server.nextPendingConnection();
    m_client->setParent(this);
    m_greeted = false;
    connect(m_client, &QWebSocket::textMessageReceived, this, &EnvelopePeer::hear);
    connect(m_client, &QWebSocket::disconnected, m_client, &QObject::deleteLater);
}

void EnvelopePeer::hear(const QString &text)
{
    const ClientFrame frame = parseClientFrame(text);
    if (const auto *hello = std::get_if<Hello>(&frame))
        greet(*hello);
    else if (const auto *message = std::get_if<ClientMessage>(&frame))
        take(*message);
    else if (const auto *ping = std::get_if<Ping>(&frame))
        say(toText(Pong{ping->at}));
    else if (const auto *sync = std::get_if<Sync>(&frame))
        say(batchAfter(sync->cursor.eventId));
}

void EnvelopePeer::greet(const Hello &hello)
{
    hellos += hello;
    if (!welcomes)
        return;
    const quint64 head = log.size();
    Welcome welcome{.session = QStringLiteral("session"),
                    .resumed = hello.session == QLatin1StringView("session"),
                    .epoch = epoch,
                    .head = head,
                    .heartbeat = heartbeat,
                    .maxMessageBytes = maxMessageBytes};
    if (highest.contains(hello.producer))
        welcome.receivedThrough = highest.value(hello.producer);
    say(toText(welcome));
    m_greeted = true;
    if (hello.cursor) {
        const bool other = hello.cursor->epoch != epoch;
        if (other || hello.cursor->eventId > head || hello.cursor->eventId + 1 < oldestKept)
            say(toText(Reset{other                              ? ResyncReason::EpochChanged
                                 : hello.cursor->eventId > head ? ResyncReason::CursorAhead
                                                                : ResyncReason::HistoryTrimmed,
                             {epoch, head}}));
        else
            say(batchAfter(hello.cursor->eventId));
    }
    Q_EMIT greeted();
}

void EnvelopePeer::take(const ClientMessage &message)
{
    const std::optional<Key> key = parseKey(message.key);
    quint64 &last = highest[key ? key->producer : QString()];
    if (message.number <= last) {
        ++duplicates;
    } else {
        last = message.number;
        accepted += message.content.toPayload().text();
        keys += message.key;
    }
    if (acknowledges)
        say(toText(Ack{message.number}));
}

QString EnvelopePeer::batchAfter(quint64 id) const
{
    std::vector<QString> members;
    for (; id < log.size(); ++id)
        members.push_back(membersOf({id + 1, log[id]}));
    return batchText(members, false);
}

void EnvelopePeer::publish(const Content &content)
{
    log.push_back(content);
    if (hasClient())
        say(toText(ServerEvent{log.size(), content}));
}

void EnvelopePeer::say(const QString &text)
{
    if (m_client)
        m_client->sendTextMessage(text);
}

void EnvelopePeer::cut()
{
    if (!m_client)
        return;
    m_greeted = false;
    m_client->abort();
}

} // namespace Holdfast
