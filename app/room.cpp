// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "room.h"

#include "excerpt.h"

#include <QtCore/qlocale.h>

#include <utility>

using namespace Holdfast;

namespace {

//! What a text is beyond what is shown of it.
QString detailOf(const QString &text, const Excerpt &excerpt)
{
    if (text.isEmpty())
        return Room::tr("empty");
    return excerpt.isWhole ? QString()
                           : Room::tr("%1 characters").arg(QLocale().toString(text.size()));
}

QString wordsFor(MessageFailure failure)
{
    switch (failure) {
    case MessageFailure::TooLarge:
        return Room::tr("it is too large");
    case MessageFailure::QueueFull:
        return Room::tr("too much waits already");
    case MessageFailure::Poisonous:
        return Room::tr("the server hangs up whenever it gets it");
    case MessageFailure::Rejected:
        return Room::tr("the server does not want it");
    case MessageFailure::Discarded:
        return Room::tr("it was in no queue");
    case MessageFailure::Cancelled:
        return Room::tr("it was taken back");
    case MessageFailure::Expired:
        return Room::tr("it is too old");
    case MessageFailure::Dropped:
    case MessageFailure::Superseded:
        return Room::tr("others took its place");
    case MessageFailure::None:
    case MessageFailure::NotConnected:
    case MessageFailure::Busy:
        break; // of volatile messages
    }
    return Room::tr("there was no connection");
}

} // namespace

Room::Room(QObject *parent)
    : QObject(parent)
{
    using Socket = ReconnectingWebSocket;
    connect(&m_socket, &Socket::disconnected, this, [this] {
        for (const quint64 row : std::as_const(m_rows))
            m_messages.setMark(row, Mark::Waiting); // again: none of them was confirmed
    });
    connect(&m_socket, &Socket::messageWritten, this, [this](quint64 n) { mark(n, Mark::Sent); });
    connect(&m_socket, &Socket::messageDelivered, this, &Room::settle);
    connect(&m_socket, &Socket::messageFailed, this, &Room::fail);
    connect(&m_socket, &Socket::messageRefused, this, [this](MessageFailure why) {
        if (!m_refused.isEmpty())
            giveUp(m_refused.takeFirst(), why);
    });
    connect(&m_socket, &Socket::textMessageReceived, this, &Room::hearText);
    connect(&m_socket, &Socket::binaryMessageReceived, this, &Room::hearBytes);
    connect(&m_socket, &Socket::errorOccurred, this, [this](const ConnectionError &error) {
        if (error.category == ErrorCategory::QueueHeld && m_takesAlong)
            m_socket.rebindQueue();
    });
    connect(&m_socket, &Socket::snapshotChanged, this, &Room::recall);
}

Room::~Room() { m_socket.disconnect(this); } // it would report what it discards

void Room::go(const Destination &destination, bool takeAlong)
{
    const Destination before = std::exchange(m_destination, destination);
    const bool otherQueue = destination.queueName != before.queueName
        || destination.storageFolder != before.storageFolder;
    m_takesAlong = takeAlong;
    destination.prepare(m_socket, before);
    if (otherQueue)
        leaveQueue(before);
    m_socket.setUrl(destination.url);
    if (takeAlong)
        m_socket.rebindQueue();
    m_recalled = destination.queueName.isEmpty();
    Q_EMIT destinationChanged();
    connectAgain();
}

void Room::connectAgain()
{
    m_socket.open();
    recall();
}

void Room::disconnectNow() { m_socket.close(); }

void Room::say(const QString &text)
{
    const Excerpt excerpt = Excerpt::of(text);
    const quint64 row = add(excerpt.text, detailOf(text, excerpt));
    // For the list of a later run, which knows nothing but what is told with a message.
    const QString tag = excerpt.isWhole ? excerpt.text : QString(excerpt.text + u'…');
    if (const quint64 n = m_socket.sendTextMessage(text, {.tag = tag}))
        m_rows.insert(n, row);
    else
        m_refused.append(row);
    Q_EMIT scoreChanged();
}

quint64 Room::add(const QString &text, const QString &detail)
{
    m_messages.append(++m_last, text, detail);
    ++m_sent;
    return m_last;
}

void Room::hearText(const QString &text)
{
    const Excerpt excerpt = Excerpt::of(text);
    m_messages.hear(excerpt.text, false, detailOf(text, excerpt));
    ++m_received;
    Q_EMIT scoreChanged();
}

void Room::hearBytes(const QByteArray &bytes)
{
    m_messages.hear(QString(), false,
                    tr("binary, %1").arg(QLocale().formattedDataSize(bytes.size())));
    ++m_received;
    Q_EMIT scoreChanged();
}

void Room::mark(quint64 number, Mark mark)
{
    if (const auto row = m_rows.constFind(number); row != m_rows.cend())
        m_messages.setMark(*row, mark);
}

void Room::settle(quint64 number)
{
    mark(number, Mark::Delivered);
    if (m_rows.remove(number)) {
        ++m_delivered;
        Q_EMIT scoreChanged();
    }
}

void Room::fail(quint64 number, MessageFailure why)
{
    if (const quint64 row = m_rows.take(number))
        giveUp(row, why);
}

void Room::giveUp(quint64 row, MessageFailure why)
{
    m_messages.setMark(row, Mark::Lost);
    m_messages.setDetail(row, wordsFor(why));
    ++m_failed;
    Q_EMIT scoreChanged();
}

//! Its numbers mean nothing any more.
void Room::leaveQueue(const Destination &before)
{
    for (const quint64 row : std::as_const(m_rows)) {
        if (before.queueName.isEmpty())
            giveUp(row, MessageFailure::Discarded);
        else
            m_messages.setDetail(row, tr("waits in the queue %1").arg(before.queueName));
    }
    m_rows.clear();
}

void Room::recall()
{
    if (m_socket.heldMessageCount() > 0)
        m_recalled = false; // they may still become ours
    else if (!m_recalled && (m_socket.isQueueReady() || !m_socket.isStorageHealthy())) {
        m_recalled = true;
        for (const PendingMessage &message : m_socket.pendingMessages()) {
            if (!m_rows.contains(message.number))
                m_rows.insert(message.number,
                              add(Excerpt::of(message.tag).text, tr("from an earlier run")));
        }
        Q_EMIT scoreChanged();
    }
}
