// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "soakstation.h"

using namespace Qt::StringLiterals;

namespace Holdfast {

namespace {

using How = WireCutter::How;
using Direction = WireCutter::Direction;

//! Mostly those that are told, because silence takes its time.
How someEnd(QRandomGenerator &random)
{
    constexpr How Hows[] = {How::End,     How::Reset, How::HalfEnd, How::End,
                            How::HalfEnd, How::Reset, How::Silence, How::HalfSilence};
    return Hows[random.bounded(random.bounded(3) == 0 ? 8 : 6)];
}

} // namespace

SoakStation::SoakStation(const QString &kind, bool behindNginx, quint32 seed)
    : m_name(behindNginx ? kind + u" behind nginx"_s : kind)
    , m_random(seed)
    , m_peer(Peer::make(kind))
{
    QUrl server = m_peer->url();
    if (behindNginx) {
        m_nginx = std::make_unique<Nginx>(m_peer->port(), QStringLiteral("proxy_read_timeout 1s;"));
        m_nginx->start();
        server = m_nginx->url();
    }
    m_wire = std::make_unique<WireCutter>(server);
    m_wire->setPlanner([this]() -> std::optional<WireCutter::Cut> {
        if (!m_plans || m_random.bounded(2) == 0)
            return {};
        const bool toServer = m_random.bounded(2) == 0;
        return WireCutter::Cut{.direction = toServer ? Direction::ToServer : Direction::ToClient,
                               .after = m_random.bounded(20'000),
                               .how = someEnd(m_random)};
    });
    m_ledger = std::make_unique<Ledger>(*m_peer, m_wire->url());
    m_ledger->client.open();
}

void SoakStation::live()
{
    type();
    if (m_stepsUntilUp > 0 && --m_stepsUntilUp == 0)
        startAgain();
    if (--m_stepsUntilFault > 0)
        return;
    m_stepsUntilFault = m_random.bounded(5, 60);
    if (m_stepsUntilUp == 0)
        breakSomething();
}

void SoakStation::type()
{
    if (m_ledger->client.pendingMessageCount() > mostPending - 50)
        return;
    const bool isLong = m_random.bounded(50) == 0;
    m_ledger->send(m_random.bounded(8), isLong ? 20'000 : m_random.bounded(100));
}

void SoakStation::breakSomething()
{
    ++m_faults;
    switch (m_random.bounded(12)) {
    case 0:
        m_peer->kill();
        m_ledger->expectThatTheDeliveredArrived();
        m_stepsUntilUp = m_random.bounded(2, 30);
        break;
    case 1:
        if (m_nginx)
            m_random.bounded(2) == 0 ? m_nginx->kill() : m_nginx->stop();
        else
            m_wire->setOpen(false);
        m_stepsUntilUp = m_random.bounded(2, 30);
        break;
    case 2:
        if (m_nginx)
            m_nginx->reload();
        break;
    case 3:
        m_wire->setLatency(std::chrono::milliseconds(m_random.bounded(80)));
        break;
    case 4:
        m_wire->setLatency(0ms);
        m_wire->setDrip(0);
        break;
    case 5:
        m_wire->setDrip(m_random.bounded(100, 2000));
        break;
    case 6:
        m_ledger->client.retryNow();
        break;
    case 7: // and back at once: whoever is Closing is abandoned
        m_ledger->client.close();
        m_ledger->client.open();
        break;
    default:
        m_wire->cut(someEnd(m_random),
                    m_random.bounded(2) == 0 ? Direction::ToServer : Direction::ToClient);
        --m_faults; // the wire counts its own
    }
}

void SoakStation::startAgain()
{
    m_wire->setOpen(true);
    if (!m_peer->isUp())
        m_peer->start();
    if (m_nginx && !m_nginx->isUp())
        m_nginx->start();
}

void SoakStation::heal()
{
    m_plans = false;
    m_stepsUntilUp = 0;
    m_wire->setLatency(0ms);
    m_wire->setDrip(0);
    startAgain();
}

QString SoakStation::wrong() const
{
    const QString wrong = m_ledger->wrong();
    if (!wrong.isEmpty())
        return wrong;
    if (m_wire->mostAtOnce() > 1)
        return u"%1 connections at once"_s.arg(m_wire->mostAtOnce());
    const int pending = m_ledger->client.pendingMessageCount();
    if (pending > mostPending || pending != m_ledger->sentCount() - m_ledger->deliveredCount())
        return u"%1 messages are pending"_s.arg(pending);
    return {};
}

} // namespace Holdfast
