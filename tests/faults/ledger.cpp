// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "ledger.h"

using namespace Qt::StringLiterals;

namespace Holdfast {

Policy impatient()
{
    Policy policy = quick();
    policy.connectTimeout = 2s;
    policy.heartbeatInterval = 150ms;
    policy.heartbeatTimeout = 350ms;
    policy.probeTimeout = 350ms;
    policy.closeTimeout = 500ms;
    return policy;
}

Ledger::Ledger(Peer &peer, const QUrl &door, const Policy &policy)
    : client(policy)
    , m_peer(peer)
{
    using Socket = ReconnectingWebSocket;
    connect(&peer, &Peer::arrived, this, &Ledger::hear);
    connect(&client, &Socket::connected, this, [this] { ++m_connected; });
    connect(&client, &Socket::messageDelivered, this, &Ledger::noteDelivered);
    connect(&client, &Socket::messageWritten, this, [this](quint64 number) {
        if (!m_pending.contains(number))
            accuse(u"%1 was settled, and was written again"_s.arg(number));
    });
    connect(&client, &Socket::messageFailed, this, [this](quint64 number, MessageFailure why) {
        accuse(u"%1 failed for reason %2"_s.arg(number).arg(static_cast<int>(why)));
    });
    connect(&client, &Socket::messageRefused, this, [this] { accuse(u"a message was refused"_s); });
    client.setUrl(door);
    // Each dial has a path of its own, so that a server can tell them apart.
    client.setRequestProvider([this, door](Reason, const RequestReply &reply) {
        QUrl url = door;
        url.setPath(u"/%1"_s.arg(++m_dials));
        reply.accept(QNetworkRequest(url));
    });
}

void Ledger::send(int bytes)
{
    const QString text = u"%1 "_s.arg(m_sent + 1) + QString(bytes, u'x');
    const quint64 number = client.sendTextMessage(text);
    if (number <= m_lastNumber)
        return accuse(u"%1 comes after %2"_s.arg(number).arg(m_lastNumber));
    m_lastNumber = number;
    m_pending.insert(number, ++m_sent);
}

void Ledger::hear(int connection, const QString &text)
{
    const int ordinal = text.section(u' ', 0, 0).toInt();
    const auto last = m_lastOf.constFind(connection);
    if (last != m_lastOf.constEnd() && ordinal != *last + 1)
        accuse(u"connection %1 brings %2 after %3"_s.arg(connection).arg(ordinal).arg(*last));
    m_lastOf[connection] = ordinal;
    if (ordinal > m_arrived + 1 || ordinal > m_sent || ordinal < 1)
        accuse(u"%1 comes when %2 have come"_s.arg(ordinal).arg(m_arrived));
    if (ordinal <= m_arrived)
        ++m_repeated;
    else
        m_arrived = ordinal;
    if (m_lastOf.size() > 1000) // a soak is long, and late frames are not that late
        m_lastOf.removeIf([connection](const auto &it) { return it.key() < connection - 100; });
}

void Ledger::noteDelivered(quint64 number)
{
    const int ordinal = m_pending.take(number);
    if (ordinal != m_delivered + 1)
        accuse(u"the delivery of message %1 follows that of %2"_s.arg(ordinal).arg(m_delivered));
    m_delivered = ordinal;
    if (m_peer.isInThisProcess())
        expectThatTheDeliveredArrived();
}

void Ledger::expectThatTheDeliveredArrived()
{
    if (m_delivered > m_arrived)
        accuse(u"%1 are said to be delivered, but only %2 have arrived"_s.arg(m_delivered)
                   .arg(m_arrived));
}

void Ledger::accuse(const QString &what)
{
    if (m_wrong.isEmpty())
        m_wrong = what;
}

} // namespace Holdfast
