// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// What the protocol says, and what that means for the connection.

#include "link.h"

#include <algorithm>

namespace Holdfast {

using enum ConnectionState;

namespace {

bool isUp(ConnectionState state) { return state == Connected || state == Closing; }

} // namespace

void Link::apply(Outcomes &&outcomes)
{
    for (Outcome &outcome : outcomes) {
        std::visit([this](auto &o) { apply(o); }, outcome);
        if (std::holds_alternative<Refused>(outcome))
            return; // what else it said was meant for a connection that is gone
    }
}

void Link::apply(Transmit &transmit)
{
    if (state() == Closing && !m_hangUp)
        return; // nothing goes after the goodbye
    if (m_held.empty() && m_rate.next(m_now) <= m_now)
        return write(std::move(transmit.frame));
    // A fence stands for those before it: one that waits is replaced by the next, or impatient
    // probes would take all that the frame rate allows.
    const auto isPing = [](const Frame &frame) { return frame.kind == Frame::Kind::Ping; };
    if (!m_held.empty() && isPing(m_held.back()) && isPing(transmit.frame))
        m_held.pop_back();
    m_held.push_back(std::move(transmit.frame));
    feed(Event::Wrote); // if it is a probe: the peer cannot answer what waits here
}

void Link::write(Frame frame)
{
    const bool isPing = frame.kind == Frame::Kind::Ping;
    if (isPing)
        m_pings.sent(frame.payload.bytes(), m_now);
    const qint64 bytes = frame.payload.byteCount();
    m_unwritten += bytes;
    m_handedOver += bytes;
    m_rate.note(m_now);
    emitEffect(Effects::Write{std::move(frame)});
    if (isPing)
        feed(Event::Asked); // an unanswered fence is a probe
}

//! Writes what the frame rate has held back, as far as it allows now.
void Link::writeHeld()
{
    while (!m_held.empty() && m_rate.next(m_now) <= m_now) {
        Frame frame = std::move(m_held.front());
        m_held.pop_front();
        write(std::move(frame));
        if (!m_held.empty())
            feed(Event::Wrote); // a probe may be among the rest
    }
}

void Link::apply(const Ready &ready)
{
    if (state() != Connecting)
        return;
    m_resumed = ready.resumed;
    feed(Event::Ready);
}

void Link::apply(Deliver &deliver)
{
    if (isUp(state()))
        emitEffect(Effects::Received{std::move(deliver.payload)});
}

void Link::apply(const Acknowledged &acknowledged)
{
    settleDelivered(acknowledged.from, acknowledged.through);
}

void Link::apply(const Rejected &rejected)
{
    if (rejected.retryAfter) {
        fail(m_outbox.rewind(rejected.number));
        m_holdUntil = m_now + std::clamp(*rejected.retryAfter, Duration(0), m_policy.maxServerWait);
    } else if (auto gone = m_outbox.reject(rejected.number)) {
        fail({*std::move(gone)});
    }
}

void Link::apply(const Answered &)
{
    m_awaitsReply = false;
    // While a fence is out, only its own pong proves anything: else a server that answers
    // heartbeats in text but no ping would keep the fence, and what waits for it, unanswered for
    // ever.
    feed(m_pings.isWaiting() ? Event::Heard : Event::Answered);
}

void Link::apply(const Refused &refused)
{
    emitEffect(Effects::Abandon{});
    end(refused.ending);
}

void Link::apply(const Announced &announced)
{
    m_announced = announced;
    const Duration wait = std::clamp(announced.retryAfter, Duration(0), m_policy.maxServerWait);
    emitEffect(Effects::RestartAnnounced{static_cast<int>(wait.count())});
}

void Link::apply(const Noticed &) { }
void Link::apply(const Positioned &) { }
void Link::apply(const Resync &) { }
void Link::apply(const Remembered &) { }
void Link::apply(const Expect &) { }

} // namespace Holdfast
