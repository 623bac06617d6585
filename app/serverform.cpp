// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "serverform.h"

#include "room.h"
#include "settingsmessagestore.h"
#include "storebinding.h"

#include <QtCore/qlocale.h>
#include <QtCore/qmetaobject.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qsettings.h>

using namespace Holdfast;

namespace {

//! Of the last form that was accepted, by anybody's room.
QSettings memory()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("Holdfast"),
                     QStringLiteral("holdfast-demo-server"));
}

QString urlKey() { return QStringLiteral("url"); }
QString protocolKey() { return QStringLiteral("protocol"); }
QString subprotocolsKey() { return QStringLiteral("subprotocols"); }
QString queueKey() { return QStringLiteral("queue"); }

void remember(const Destination &destination)
{
    QSettings settings = memory();
    // Everybody who has this file can read it.
    settings.setValue(urlKey(), destination.url.toString(QUrl::RemovePassword));
    const char *name
        = QMetaEnum::fromType<ProtocolName>().valueToKey(static_cast<int>(destination.protocol));
    settings.setValue(protocolKey(), QString::fromLatin1(name));
    settings.setValue(subprotocolsKey(), destination.subprotocols);
    settings.setValue(queueKey(), destination.queueName);
}

Destination remembered()
{
    const QSettings settings = memory();
    Destination destination;
    destination.url = QUrl(settings.value(urlKey()).toString(), QUrl::StrictMode);
    const QByteArray name = settings.value(protocolKey()).toByteArray();
    bool isKnown = false;
    const int value = QMetaEnum::fromType<ProtocolName>().keyToValue(name.constData(), &isKnown);
    if (isKnown)
        destination.protocol = ProtocolName(value);
    destination.subprotocols = settings.value(subprotocolsKey()).toStringList();
    destination.queueName = settings.value(queueKey()).toString();
    return destination;
}

} // namespace

template <typename T> void ServerForm::assign(T &member, const T &value)
{
    if (member == value)
        return;
    member = value;
    Q_EMIT changed();
}

void ServerForm::setRoom(Room *room)
{
    if (m_room == room)
        return;
    if (m_room)
        m_room->socket()->disconnect(this);
    m_room = room;
    connect(room->socket(), &ReconnectingWebSocket::pendingMessageCountChanged, this,
            &ServerForm::changed);
    connect(room->socket(), &ReconnectingWebSocket::heldMessageCountChanged, this,
            &ServerForm::changed);
    reset();
}

void ServerForm::setUrl(const QString &url) { assign(m_url, url); }
void ServerForm::setProtocol(ProtocolName protocol) { assign(m_protocol, protocol); }
void ServerForm::setSubprotocols(const QString &subprotocols)
{
    assign(m_subprotocols, subprotocols);
}
void ServerForm::setQueueName(const QString &name) { assign(m_queueName, name); }
void ServerForm::setTakesAlong(bool takesAlong) { assign(m_takesAlong, takesAlong); }

QString ServerForm::urlProblem() const { return ReconnectingWebSocket::problem(destination().url); }

QString ServerForm::subprotocolsProblem() const
{
    if (m_protocol != ProtocolName::Plain)
        return {};
    // With a URL that is beyond doubt.
    return ReconnectingWebSocket::problem(QUrl(QStringLiteral("ws://localhost/")), offered());
}

QString ServerForm::queueProblem() const
{
    return m_queueName.isEmpty() ? QString() : SettingsMessageStore::problem(m_queueName);
}

bool ServerForm::isAcceptable() const
{
    return urlProblem().isEmpty() && subprotocolsProblem().isEmpty() && queueProblem().isEmpty();
}

QString ServerForm::consequence() const
{
    if (waiting() == 0)
        return {};
    const QString count = QLocale().toString(waiting());
    const QString queue = m_room->queueName();
    if (isCostly())
        return tr("Messages that wait in no queue: %1. They will not be sent.").arg(count);
    if (m_queueName != queue)
        return tr("Messages that wait: %1. They stay in the queue %2.").arg(count).arg(queue);
    if (queue.isEmpty() || m_takesAlong)
        return tr("Messages that wait: %1. They go to the new server.").arg(count);
    return tr("Messages that wait: %1. The queue holds them for the server that they are for.")
        .arg(count);
}

bool ServerForm::isCostly() const
{
    if (waiting() == 0 || m_queueName == m_room->queueName())
        return false;
    return m_room->queueName().isEmpty() || !m_room->socket()->isStorageHealthy();
}

bool ServerForm::holds() const
{
    return waiting() > 0 && !m_queueName.isEmpty() && m_queueName == m_room->queueName();
}

void ServerForm::reset()
{
    if (m_room)
        read(m_room->destination().url.isEmpty() ? remembered() : m_room->destination());
}

bool ServerForm::accept()
{
    if (!m_room || !isAcceptable())
        return false;
    const Destination wanted = destination();
    remember(wanted);
    m_room->go(wanted, m_takesAlong && holds());
    setTakesAlong(false);
    return true;
}

Destination ServerForm::destination() const
{
    return {.url = QUrl(m_url.trimmed(), QUrl::StrictMode),
            .protocol = m_protocol,
            .subprotocols = m_protocol == ProtocolName::Plain ? offered() : QStringList(),
            .queueName = m_queueName,
            .storageFolder = m_room ? m_room->destination().storageFolder : QString()};
}

QStringList ServerForm::offered() const
{
    static const QRegularExpression gap(QStringLiteral("[,\\s]+"));
    return m_subprotocols.split(gap, Qt::SkipEmptyParts);
}

int ServerForm::waiting() const
{
    if (!m_room)
        return 0;
    const Destination &now = m_room->destination();
    const auto there = StoreBinding::of(destination().url);
    const bool moves = m_queueName != now.queueName || there != StoreBinding::of(now.url);
    const ReconnectingWebSocket *socket = m_room->socket();
    return moves || socket->heldMessageCount() > 0
        ? socket->pendingMessageCount() + socket->heldMessageCount()
        : 0;
}

void ServerForm::read(const Destination &destination)
{
    m_url = destination.url.toString();
    m_protocol = destination.protocol;
    m_subprotocols = destination.subprotocols.join(QStringLiteral(", "));
    m_queueName = destination.queueName;
    m_takesAlong = false;
    Q_EMIT changed();
}
