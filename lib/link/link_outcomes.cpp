// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// What the protocol says, and what that means for the connection.

#include "link.h"

#include <algorithm>

namespace Holdfast {

using enum ConnectionState;

namespace {

// No server makes us ask it more often.
constexpr Duration ShortestHeartbeat{1'000};

bool isUp(ConnectionState state) { return state == Connected || state == Closing; }

//! Its answer is a round trip.
bool isQuestion(const Transmit &transmit)
{
    return transmit.frame.kind == Frame::Kind::Ping || !transmit.question.isEmpty();
}

} // namespace

void Link::apply(Outcomes &&outcomes)
{
    const quint64 conversation = m_conversation;
    for (Outcome &outcome : outcomes) {
        std::visit([this](auto &o) { apply(o); }, outcome);
        if (m_conversation != conversation || std::holds_alternative<Refused>(outcome))
            return; // what else it said was meant for a connection that is gone
    }
}

void Link::apply(Transmit &transmit)
{
    if (state() == Closing && !m_hangUp)
        return; // nothing goes after the goodbye
    if (m_held.isEmpty() && m_rate.next(m_now) <= m_now)
        return write(std::move(transmit));
    // A fence stands for those before it: one that waits is replaced by the next, or impatient
    // probes would take all that the frame rate allows.
    if (!m_held.isEmpty() && isQuestion(m_held.constLast()) && isQuestion(transmit))
        m_held.removeLast();
    m_held.append(std::move(transmit));
    feed(Event::Held); // if it is a probe
}

void Link::write(Transmit transmit)
{
    const bool asks = isQuestion(transmit);
    if (asks)
        m_pings.sent(transmit.question.isEmpty() ? transmit.frame.payload.bytes()
                                                 : transmit.question,
                     m_now);
    const qint64 bytes = transmit.frame.payload.byteCount();
    m_unwritten += bytes;
    m_handedOver += bytes;
    m_rate.note(m_now);
    emitEffect(Effects::Write{std::move(transmit.frame)});
    if (asks)
        feed(Event::Asked); // an unanswered fence is a probe
}

//! Writes what the frame rate has held back, as far as it allows now.
void Link::writeHeld()
{
    while (!m_held.isEmpty() && m_rate.next(m_now) <= m_now) {
        write(m_held.takeFirst());
        if (!m_held.isEmpty())
            feed(Event::Held); // a probe may be among the rest
    }
}

//! The peer has answered one of our questions, and all before it.
void Link::roundTrip(Instant asked)
{
    if (m_peerIgnoresPings) {
        m_peerIgnoresPings = false;
        applyPolicy();
    }
    m_answered = true;
    feed({Event::Answered, asked});
    if (m_pings.isWaiting())
        feed(Event::Asked);
    else if (m_held.isEmpty())
        m_awaitsReply = false;
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
    if (!isUp(state()) || (deliver.cursor != Cursor() && !moveCursor(deliver.cursor)))
        return;
    emitEffect(Effects::Received{std::move(deliver.payload), std::move(deliver.cursor),
                                 std::move(deliver.value)});
}

//! False: events of this conversation are not wanted any more.
bool Link::moveCursor(const Cursor &cursor)
{
    if (m_eventsCount)
        m_cursor = cursor;
    return m_eventsCount;
}

void Link::apply(const Positioned &positioned)
{
    if (moveCursor(positioned.cursor))
        emitEffect(Effects::Positioned{positioned.cursor});
}

void Link::apply(const Resync &resync)
{
    if (moveCursor(resync.cursor))
        emitEffect(Effects::ResyncRequired{resync.reason, resync.cursor});
}

void Link::apply(const Noticed &noticed)
{
    if (isUp(state()))
        emitEffect(Effects::PresenceReceived{noticed.presence});
}

void Link::apply(const Acknowledged &acknowledged)
{
    m_answered = true;
    settleDelivered(acknowledged.from, acknowledged.through);
}

void Link::apply(const Rejected &rejected)
{
    if (rejected.retryAfter) {
        const int before = m_outbox.inFlightCount();
        fail(m_outbox.rewind(rejected.number));
        const bool wasInFlight = m_outbox.inFlightCount() != before;
        const Duration shortest = wasInFlight ? shortestDeferral(rejected.number) : Duration(0);
        const Duration asked
            = std::clamp(*rejected.retryAfter, Duration(0), m_policy->maxServerWait);
        m_holdUntil = m_now + std::max(asked, shortest);
    } else if (auto gone = m_outbox.reject(rejected.number)) {
        fail({*std::move(gone)});
    }
}

//! Once, the server may have a message again as soon as it likes. If it gets no further with that,
//! it would be the same message for ever, as fast as the line allows.
Duration Link::shortestDeferral(quint64 number)
{
    if (number > m_deferredThrough) {
        m_deferredThrough = number;
        m_deferrals = 0;
        return Duration(0);
    }
    return m_policy->backoff.ceiling(m_deferrals++);
}

void Link::apply(const Remembered &remembered)
{
    const auto sent = std::find_if(m_sent.begin(), m_sent.end(), [this](const Sent &known) {
        return known.producer == m_greetedAs;
    });
    if (remembered.through <= (sent == m_sent.end() ? 0 : sent->through))
        return tellDelivered(m_outbox.acknowledgeOf(m_greetedAs, remembered.through));
    // Nobody can have sent anything in a name that we have only just made up.
    if (m_tookNewName && sent == m_sent.end()) {
        Refused refused;
        refused.ending.detail
            = QStringLiteral(
                  "the server claims to have message %1 of a producer that has sent none")
                  .arg(remembered.through);
        return apply(refused);
    }
    // Somebody has sent in our name what we do not know of: the queue is a copy from before that.
    // With the old name the server would take new messages for those.
    m_tookNewName = true;
    emitEffect(Effects::TakeNewProducer{});
    interrupt(QStringLiteral("takes a new name"));
}

void Link::apply(const Answered &answered)
{
    if (!answered.question.isEmpty()) {
        if (const auto asked = m_pings.answered(answered.question, m_now))
            roundTrip(*asked);
        return; // else it answers nothing of this connection
    }
    m_awaitsReply = false;
    m_answered = true;
    // While a fence is out, only its own pong proves anything: else a server that answers
    // heartbeats in text but no ping would keep the fence, and what waits for it, unanswered for
    // ever. Where the protocol acknowledges, nothing waits for a fence.
    const bool proves = !m_pings.isWaiting() || proof() == DeliveryProof::Acknowledgement;
    feed(proves ? Event::Answered : Event::Heard);
}

void Link::apply(const Refused &refused)
{
    emitEffect(Effects::Abandon{});
    end(refused.ending);
}

void Link::apply(const Announced &announced)
{
    m_announced = announced;
    const Duration wait = std::clamp(announced.retryAfter, Duration(0), m_policy->maxServerWait);
    emitEffect(Effects::RestartAnnounced{static_cast<int>(wait.count())});
}

void Link::apply(const Expect &expect)
{
    if (expect.heartbeat <= Duration(0))
        return;
    m_expected = std::max(expect.heartbeat, ShortestHeartbeat);
    applyPolicy();
}

} // namespace Holdfast
