// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "link.h"

#include <QtCore/qmetaobject.h>

#include <algorithm>

namespace Holdfast {

using enum ConnectionState;

namespace {

constexpr int NoCloseFrame = 1006;
// From a peer that speaks before we have greeted it.
constexpr qint64 MaxEarlyBytes = 1024LL * 1024;

template <typename Enum> QString name(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value)));
}

QString name(Event::Kind kind)
{
    static constexpr const char *Names[]
        = {"Opened",         "Closed", "Retried",   "Renewed", "NetworkLost", "NetworkFound",
           "NetworkChanged", "Woken",  "Activated", "Dialled", "Ready",       "Heard",
           "Wrote",          "Asked",  "Answered",  "Dropped", "Elapsed",     "Held"};
    return QString::fromLatin1(Names[kind]);
}

bool isUp(ConnectionState state) { return state == Connected || state == Closing; }

} // namespace

Link::Link(std::unique_ptr<Protocol> protocol, const SharedPolicy &policy)
    : m_protocol(std::move(protocol))
    , m_policy(policy)
    , m_connection(policy)
    , m_outbox(policy->outbox)
{
    m_rate.setLimit(policy->maxFramesPerSecond);
}

void Link::setPolicy(const SharedPolicy &policy)
{
    m_policy = policy;
    m_outbox.setLimits(policy->outbox);
    m_rate.setLimit(policy->maxFramesPerSecond);
    applyPolicy();
}

//! What is known of the peer changes what the policy means.
void Link::applyPolicy()
{
    if (!m_peerIgnoresPings && !m_expected)
        return m_connection.setPolicy(m_policy);
    Policy effective = *m_policy;
    if (m_peerIgnoresPings)
        effective.liveness = Liveness::InboundTraffic;
    if (m_expected)
        effective.heartbeatInterval = std::min(effective.heartbeatInterval, *m_expected);
    m_connection.setPolicy(effective);
}

void Link::setProtocol(std::unique_ptr<Protocol> protocol)
{
    (state() == Closing ? m_nextProtocol : m_protocol) = std::move(protocol);
}

Outbox::Admission Link::send(Payload payload, const SendOptions &options, Instant now)
{
    Outbox::Admission admission
        = m_outbox.add(std::move(payload), options, now + m_asleep,
                       state() == Connected ? Outbox::Line::Up : Outbox::Line::Down);
    fail(std::exchange(admission.displaced, {}));
    return admission;
}

void Link::setProducer(const QString &producer, quint64 first)
{
    m_outbox.setProducer(producer, first);
}

void Link::noteSent(const QString &producer, quint64 through)
{
    auto at = std::find_if(m_sent.rbegin(), m_sent.rend(),
                           [&](const Sent &sent) { return sent.producer == producer; });
    if (at != m_sent.rend())
        at->through = std::max(at->through, through);
    else
        m_sent.push_back({producer, through});
}

bool Link::setCursor(const Cursor &cursor)
{
    if (m_cursor == cursor)
        return false;
    m_cursor = cursor;
    return std::exchange(m_eventsCount, false);
}

bool Link::cancel(quint64 number)
{
    std::optional<Outbox::Settled> gone = m_outbox.cancel(number);
    if (!gone)
        return false;
    fail({*std::move(gone)});
    return true;
}

void Link::cancelAll() { fail(m_outbox.cancelAll()); }

std::vector<Outbox::Settled> Link::takeUntold()
{
    std::vector<Outbox::Settled> gone;
    for (const Effect &effect : std::exchange(m_effects, {})) {
        if (const auto *failed = std::get_if<Effects::MessageFailed>(&effect))
            gone.push_back({failed->number, failed->tag, failed->failure, failed->maybeDelivered});
    }
    return gone;
}

std::vector<Outbox::Settled> Link::discard()
{
    std::vector<Outbox::Settled> gone = takeUntold();
    std::vector<Outbox::Settled> left = m_outbox.clear();
    gone.insert(gone.end(), left.begin(), left.end());
    return gone;
}

std::vector<Effect> Link::handle(const LinkEvent &event, Instant now, double luck)
{
    m_now = now;
    m_luck = luck;
    std::visit([this](const auto &e) { on(e); }, event);
    greet();
    chaseAnswer();
    pump();
    fail(m_outbox.dropVolatile(state() == Connected ? MessageFailure::Busy
                                                    : MessageFailure::NotConnected));
    const bool drained = m_outbox.pendingCount() == 0 && !m_restoring;
    if (m_drainUntil && (drained || now >= *m_drainUntil))
        close(1000, {});
    hangUpWhenConfirmed();
    return std::exchange(m_effects, {});
}

std::optional<Instant> Link::deadline() const
{
    std::optional<Instant> next = m_connection.deadline();
    for (const auto &other : {m_drainUntil, m_pumpAt, m_chaseAt}) {
        if (other && (!next || *other < *next))
            next = other;
    }
    const auto atLatest = [&next](Instant then) { next = std::min(next.value_or(then), then); };
    if (!m_held.isEmpty())
        atLatest(m_rate.next(m_now));
    if (const auto expiry = m_outbox.nextExpiry())
        atLatest(*expiry - m_asleep);
    return next;
}

LinkSnapshot Link::snapshot() const
{
    const bool waits = facts(state()).waits;
    std::optional<Instant> oldest = m_outbox.oldestQueuedAt();
    if (oldest)
        *oldest -= m_asleep;
    return {.state = state(),
            .active = m_active,
            .attemptCount = m_connection.attemptCount(),
            .pendingMessageCount = m_outbox.pendingCount(),
            .pendingByteCount = m_outbox.pendingBytes(),
            .oldestPendingAt = oldest,
            .nextAttemptAt = waits ? m_connection.deadline() : std::nullopt,
            .retryDelay = m_connection.retryDelay(),
            .waitReason = m_connection.waitReason(),
            .everConnected = m_everConnected,
            .lastError = m_lastError,
            .errorCount = m_errorCount,
            .roundTripTime = m_pings.roundTripTime(),
            .verifying = m_connection.isVerifying(),
            .resumed = m_resumed,
            .deliveryProof = proof(),
            .subprotocol = m_subprotocol,
            .closeCode = m_closeCode,
            .closeReason = m_closeReason};
}

// ---- events ----

void Link::on(Event::Kind kind)
{
    switch (kind) {
    case Event::Opened:
        // Wanted already: code that opens in a `disconnected` handler must not make a storm.
        if (m_active && state() != Failed)
            return;
        m_active = true;
        m_everConnected = false;
        m_drainUntil.reset();
        m_hangUp.reset();
        return feed(kind);
    case Event::Elapsed:
        if (m_pumpAt && *m_pumpAt <= m_now)
            m_pumpAt.reset();
        watchPings();
        return feed(kind);
    case Event::Heard:
        m_pings.heard(m_now);
        return feed(kind);
    default:
        return feed(kind);
    }
}

void Link::on(const CloseAsked &asked) { close(asked.code, asked.reason); }

void Link::on(const DrainAsked &asked)
{
    if (m_active)
        m_drainUntil
            = m_now + std::clamp(asked.timeout, Duration(0), Duration(std::chrono::hours(24)));
}

void Link::on(const EndpointChanged &changed)
{
    m_forgetsPeer |= changed.elsewhere;
    // A server that has asked us to wait meant it for whatever we speak.
    if (m_active && (changed.elsewhere || !m_connection.mustWait(m_now)))
        dialAnew(QStringLiteral("goes elsewhere"));
    if (state() != Closing) // else the conversation ends as it has begun
        forgetPeer();
}

//! Of another server we know nothing, if it is one.
void Link::forgetPeer()
{
    if (!std::exchange(m_forgetsPeer, false))
        return;
    m_outbox.forgetSuspects();
    m_pings = {};
    m_peerIgnoresPings = false;
    applyPolicy();
}

void Link::dialAnew(const QString &why)
{
    m_ending = {.kind = Ending::Kind::CloseFrame, .closeCode = 1000, .detail = why};
    m_effects.emplace_back(Effects::Abandon{});
    feed(Event::Closed, why);
    m_hangUp.reset();
    feed(Event::Opened, why);
}

void Link::on(const Upgraded &upgraded)
{
    if (state() != Connecting)
        return;
    m_subprotocol = upgraded.greeting.subprotocol;
    const QStringList offered = m_protocol->subprotocols();
    if (!offered.isEmpty() && !offered.contains(m_subprotocol)) {
        return apply(Refused{
            {.kind = Ending::Kind::WrongSubprotocol,
             .detail
             = QStringLiteral("the server chose the subprotocol \"%1\"").arg(m_subprotocol)}});
    }
    m_greeting = upgraded.greeting;
}

//! Begins the conversation, if one is to begin.
void Link::greet()
{
    const bool mustWait
        = m_identityUnknown && m_protocol->deliveryProof() == DeliveryProof::Acknowledgement;
    if (!m_greeting || mustWait)
        return;
    Greeting greeting = *std::exchange(m_greeting, std::nullopt);
    greeting.producer = m_greetedAs = m_outbox.producer();
    greeting.cursor = m_cursor;
    m_eventsCount = true;
    const quint64 conversation = m_conversation;
    apply(m_protocol->begin(greeting));
    for (const Frame &frame : std::exchange(m_early, {})) {
        if (m_conversation == conversation)
            apply(m_protocol->received(frame));
    }
}

//! Other traffic must not put off the probe by which a missing answer is noticed.
void Link::chaseAnswer()
{
    if (state() != Connected || !m_protocol->awaitsAnswer())
        return m_chaseAt.reset();
    if (!m_chaseAt) {
        m_chaseAt = m_now + m_policy->heartbeatInterval;
    } else if (*m_chaseAt <= m_now) {
        m_chaseAt = m_now + m_policy->heartbeatInterval;
        apply(m_protocol->probe());
    }
}

void Link::on(const Arrived &arrived)
{
    if (!facts(state()).holdsSocket)
        return;
    if (arrived.frame.kind == Frame::Kind::Pong) {
        const auto asked = m_pings.answered(arrived.frame.payload.bytes(), m_now);
        if (!asked)
            return; // proves nothing
        roundTrip(*asked);
    }
    if (!m_greeting)
        return apply(m_protocol->received(arrived.frame));
    m_early.push_back(arrived.frame);
    m_earlyBytes += arrived.frame.payload.byteCount();
    if (m_earlyBytes > MaxEarlyBytes)
        apply(Refused{{.kind = Ending::Kind::Rejected,
                       .detail = QStringLiteral("over 1 MiB arrived before our greeting")}});
}

void Link::on(const Drained &drained)
{
    m_unwritten = drained.unwritten;
    if (m_unwritten > 0)
        feed(Event::Wrote);
    if (proof() != DeliveryProof::Written)
        return;
    // What was handed over later is at least as much as what is still unwritten: then it is out.
    quint64 through = 0;
    while (!m_unproven.isEmpty() && m_handedOver - m_unproven.first().second >= m_unwritten)
        through = m_unproven.takeFirst().first;
    settleDelivered(0, through);
}

void Link::on(const Ended &ended) { end(ended.ending); }

void Link::on(const Confirmed &confirmed) { settleDelivered(confirmed.number, confirmed.number); }

void Link::on(const Restored &restored)
{
    // What is settled counts as well: numbers rise on a connection, and the peer's word for the
    // higher ones would pass for the lower.
    const bool wouldFall = state() == Connected
        && std::any_of(restored.messages.begin(), restored.messages.end(),
                       [this](const Message &message) {
                           return message.number < m_writtenThrough;
                       });
    if (m_outbox.inFlightCount() > 0 || wouldFall)
        interrupt(QStringLiteral("older messages go first"));
    if (restored.alone)
        fail(m_outbox.clear());
    for (const Message &message : restored.messages)
        (void)m_outbox.restore(message); // none is there twice
}

//! Ends the conversation, which puts back what is in flight; and begins another, if one is wanted.
void Link::interrupt(const QString &why)
{
    if (m_active)
        return dialAnew(why);
    emitEffect(Effects::Abandon{}); // it was about to end anyway
    end({.kind = Ending::Kind::CloseFrame, .closeCode = 1000});
}

// ---- the machine ----

void Link::feed(const Event &event, const QString &why)
{
    const ConnectionState before = state();
    const bool wasStable = m_connection.isStable();
    const Command command = m_connection.handle(event, m_now, m_luck);
    const bool moved = state() != before || command == Command::Dial;
    if (moved)
        m_history.note(m_now, before, state(),
                       why.isEmpty() ? name(event.kind)
                                     : name(event.kind) + QStringLiteral(": ") + why);
    if (moved && facts(before).holdsSocket
        && (!facts(state()).holdsSocket || command == Command::Dial))
        endConversation(event, before);
    perform(command);
    if (moved)
        report(event, before);
    if (!wasStable && m_connection.isStable())
        emitEffect(Effects::Stable{});
}

void Link::perform(Command command)
{
    switch (command) {
    case Command::None:
        break;
    case Command::Dial:
        emitEffect(Effects::Dial{m_connection.needsFreshCredentials() ? Reason::Rejected
                                     : m_connection.attemptCount() == 1 && !m_everConnected
                                     ? Reason::FirstDial
                                     : Reason::Reconnect});
        break;
    case Command::Probe:
        m_chaseAt.reset(); // this one serves
        apply(m_protocol->probe());
        break;
    case Command::HangUp:
        break; // see hangUpWhenConfirmed()
    case Command::Abandon:
        emitEffect(Effects::Abandon{});
        break;
    }
}

//! Tells the application what the step from \a before has meant.
void Link::report(const Event &event, ConnectionState before)
{
    const ConnectionState after = state();
    if (after == Connected) {
        m_everConnected = true;
        emitEffect(Effects::Connected{m_resumed});
        return;
    }
    const bool failed = after == Failed;
    const bool wentDown = isUp(before) && !isUp(after);
    const bool dialFailed
        = before == Connecting && (event.kind == Event::Dropped || event.kind == Event::Elapsed);
    if (!wentDown && !dialFailed)
        return;

    // What happens while we are closing is no error: that is what was asked for.
    ErrorCategory category = before == Closing ? ErrorCategory::None : event.verdict.category;
    if (event.kind == Event::Elapsed) {
        // The machine ran out of patience by itself.
        category = before == Closing ? ErrorCategory::None : ErrorCategory::Timeout;
        m_ending
            = {.kind = before == Connecting ? Ending::Kind::TimedOut : Ending::Kind::Silent,
               .detail = before == Connecting ? QStringLiteral("no connection within the deadline")
                   : before == Closing ? QStringLiteral("the peer did not answer the close in time")
                                       : QStringLiteral("the peer fell silent")};
    } else if (event.kind != Event::Dropped) {
        category = ErrorCategory::None;
    }
    ConnectionError error = describe(m_ending, category);
    if (failed)
        error.category = m_connection.failure();
    error.willRetry = facts(after).waits || after == Connecting;
    if (wentDown) {
        m_closeCode = error.closeCode;
        m_closeReason = error.reason;
        emitEffect(Effects::Disconnected{error});
    } else {
        emitEffect(Effects::Troubled{error});
    }
    if (error.category != ErrorCategory::None) {
        m_lastError = error;
        ++m_errorCount;
    }
    if (failed)
        emitEffect(Effects::Failed{error});
    if (failed && error.category == ErrorCategory::AuthenticationRejected)
        emitEffect(Effects::CredentialsRequired{Reason::Rejected});
}

ConnectionError Link::describe(const Ending &ending, ErrorCategory category) const
{
    ConnectionError error;
    error.category = category;
    error.httpStatus = ending.httpStatus;
    error.reason = ending.reason;
    error.detail = ending.detail;
    switch (ending.kind) {
    case Ending::Kind::CloseFrame:
    case Ending::Kind::UnknownCloseCode:
        error.closeCode = ending.closeCode;
        break;
    case Ending::Kind::BadRequest:
    case Ending::Kind::NoCredentials:
        break; // nothing ever reached the wire
    default:
        error.closeCode = NoCloseFrame; // RFC 6455 §7.1.5
    }
    return error;
}

void Link::end(Ending ending)
{
    if (!facts(state()).holdsSocket)
        return;
    ending.behindCaptivePortal = m_behindCaptivePortal;
    if (state() != Closing || m_hangUp)
        m_ending = ending; // else our own goodbye stands, whatever the peer made of it
    Verdict verdict = judge(ending, *m_policy);
    if (m_announced && ending.kind != Ending::Kind::HttpAnswer
        && verdict.action == Verdict::Action::Retry) {
        verdict.category = ErrorCategory::ServerRestarting;
        verdict.notBefore
            = std::clamp(m_announced->retryAfter, Duration(0), m_policy->maxServerWait);
        verdict.spread = std::clamp(m_announced->spread.value_or(m_policy->restartSpread),
                                    Duration(0), m_policy->maxServerWait);
    }
    if (const VerdictOverride override = m_override) // a copy: it may replace itself
        verdict = override(ending, verdict);
    if (verdict.action == Verdict::Action::Stop) {
        m_active = false;
        m_drainUntil.reset();
    }
    feed({Event::Dropped, verdict},
         name(verdict.category)
             + (ending.detail.isEmpty() ? QString() : QStringLiteral(", ") + ending.detail));
}

//! Whom to suspect of the end of the connection, now that \a event has led away from \a before.
Blame Link::blame(const Event &event, ConnectionState before) const
{
    const bool weWentOurselves
        = before != Connected || (event.kind != Event::Elapsed && event.kind != Event::Dropped);
    if (weWentOurselves)
        return Blame::Nobody;
    const Blame blame
        = blameFor(event.kind == Event::Elapsed ? Ending{.kind = Ending::Kind::Silent} : m_ending);
    // Where confirmations come late or not at all, the network alone must not make each wait.
    const bool mayBeLate = proof() == DeliveryProof::Manual
        || (proof() == DeliveryProof::Fence && m_peerIgnoresPings);
    return blame == Blame::Perhaps && mayBeLate ? Blame::Nobody : blame;
}

void Link::endConversation(const Event &event, ConnectionState before)
{
    m_pings.closeBooks(m_now, m_policy->heartbeatTimeout);
    watchPings();
    fail(m_outbox.connectionEnded(blame(event, before)));
    if (const Quarantine &quarantine = m_outbox.quarantine(); quarantine.suspect() != 0)
        emitEffect(Effects::MessageSuspected{quarantine.suspect(), quarantine.ends(),
                                             quarantine.strikes()});
    ++m_conversation;
    m_greeting.reset();
    m_early.clear();
    m_earlyBytes = 0;
    m_greetedAs.clear();
    m_eventsCount = false;
    if (std::exchange(m_expected, std::nullopt))
        applyPolicy();
    m_subprotocol.clear();
    m_resumed = m_unflushed = m_answered = m_awaitsReply = false;
    m_askedFirst.reset();
    m_held.clear();
    m_unwritten = m_handedOver = 0;
    m_writtenThrough = 0;
    m_unproven.clear();
    m_announced.reset();
    m_pumpAt.reset();
    m_chaseAt.reset();
    m_holdUntil = Instant::min();
    m_deferredThrough = 0;
    m_deferrals = 0;
    m_hangUp.reset();
    forgetPeer();
    if (m_nextProtocol)
        m_protocol = std::move(m_nextProtocol);
}

// ---- closing ----

void Link::close(quint16 code, const QString &reason)
{
    m_drainUntil.reset();
    if (!m_active)
        return;
    if (state() == Connected) {
        pump(); // what was sent before close() goes before it
        m_hangUp = Effects::HangUp{code, reason};
        m_ending = {.kind = Ending::Kind::CloseFrame, .closeCode = code, .reason = reason};
        if (proof() == DeliveryProof::Manual && m_outbox.inFlightCount() > 0) {
            m_awaitsReply = true;
            apply(m_protocol->probe());
        }
    }
    m_active = false;
    feed(Event::Closed);
}

void Link::hangUpWhenConfirmed()
{
    if (state() != Closing || !m_hangUp)
        return;
    // With Manual proof the application's word may never come; that the peer has read it must do.
    if (m_outbox.inFlightCount() > 0 && (proof() != DeliveryProof::Manual || m_awaitsReply))
        return apply(m_protocol->flushed());
    m_held.clear();
    emitEffect(*std::exchange(m_hangUp, std::nullopt));
}

// ---- messages ----

void Link::pump()
{
    fail(m_outbox.expire(m_now + m_asleep)); // once for all that is written now: no time passes
    writeHeld();
    if (state() != Connected)
        return;
    m_pumpAt.reset();
    while (m_unwritten < m_policy->outbox.maxUnwrittenBytes) {
        const Message *message = m_outbox.next();
        if (!message)
            return flush();
        if (m_outbox.isOnTrial() && !holdsWithoutMessages())
            return;
        const Instant mayGo = std::max(m_rate.next(m_now), m_holdUntil);
        if (mayGo > m_now) {
            m_pumpAt = mayGo;
            return;
        }
        const quint64 number = message->number;
        m_unflushed = true;
        Outcomes outcomes = m_protocol->send(*message);
        // It may have refused the message instead.
        const bool goesOut = std::any_of(outcomes.begin(), outcomes.end(), [](const Outcome &o) {
            return std::holds_alternative<Transmit>(o);
        });
        if (goesOut) {
            noteSent(message->producer, number);
            m_writtenThrough = std::max(m_writtenThrough, number);
        }
        m_outbox.markWritten();
        apply(std::move(outcomes));
        if (m_listeners.written && goesOut)
            emitEffect(Effects::MessageWritten{number});
        if (state() != Connected)
            return; // the protocol refused the connection
        if (proof() == DeliveryProof::Written)
            m_unproven.append(number, m_handedOver);
    }
    // The buffers are full; there is more to come when they have drained, so the burst is not over.
}

//! Whether the connection has outlived a round trip. A server that is out of order, or whose own
//! frames we cannot take, says the same codes as one that chokes on a message, but to everybody.
bool Link::holdsWithoutMessages()
{
    if (m_answered || m_peerIgnoresPings)
        return true;
    if (!m_askedFirst) {
        m_askedFirst = m_now;
        Outcomes question = m_protocol->probe();
        m_answered = question.isEmpty(); // who asks nothing gets no answer
        apply(std::move(question));
    }
    if (state() != Connected || m_answered)
        return state() == Connected;
    // Nor need anybody answer what somebody's own protocol asks. To have stayed so long will do.
    const Instant longEnough = *m_askedFirst + m_policy->heartbeatTimeout;
    if (longEnough <= m_now)
        return true;
    m_pumpAt = longEnough;
    return false;
}

//! The end of a burst. While a fence is on its way the next one waits for it: a stream of single
//! messages then costs one ping a round trip instead of one each.
void Link::flush()
{
    if (!m_unflushed || m_pings.isWaiting())
        return;
    if (const Instant mayGo = m_rate.next(m_now); mayGo > m_now) {
        m_pumpAt = mayGo;
        return;
    }
    m_unflushed = false;
    apply(m_protocol->flushed());
}

void Link::settleDelivered(quint64 from, quint64 through)
{
    if (!m_listeners.delivered && !m_listeners.keeper)
        return m_outbox.acknowledgeUntold(from, through);
    tellDelivered(m_outbox.acknowledge(from, through));
}

void Link::tellDelivered(std::vector<Outbox::Settled> &&gone)
{
    if (m_listeners.keeper && !gone.empty()) {
        Effects::Forget forget;
        forget.numbers.reserve(gone.size());
        for (const Outbox::Settled &settled : gone)
            forget.numbers.push_back(settled.number);
        emitEffect(std::move(forget));
    }
    if (!m_listeners.delivered)
        return;
    for (Outbox::Settled &settled : gone)
        emitEffect(Effects::MessageDelivered{settled.number, std::move(settled.tag)});
}

void Link::fail(std::vector<Outbox::Settled> &&gone)
{
    for (Outbox::Settled &settled : gone)
        emitEffect(Effects::MessageFailed{settled.number, settled.failure, std::move(settled.tag),
                                          settled.maybeDelivered});
}

//! A peer that reads but answers no ping would be dropped and sent everything again, for ever.
void Link::watchPings()
{
    if (m_peerIgnoresPings && m_pings.isIgnoredHere(m_now, m_policy->heartbeatTimeout))
        m_outbox.acquit(); // it will confirm nothing, but it has survived what it read
    if (m_peerIgnoresPings || !m_pings.isIgnored(m_now, m_policy->heartbeatTimeout))
        return;
    m_peerIgnoresPings = true;
    m_outbox.acquit(); // it was silent because of its manners, not because of a message
    setPolicy(m_policy);
    if (proof() == DeliveryProof::Written)
        m_outbox.forEach([this](const Message &message, bool inFlight) {
            if (inFlight)
                m_unproven.append(message.number, m_handedOver);
        });
    m_lastError = describe(
        {.kind = Ending::Kind::Silent,
         .detail = proof() == DeliveryProof::Acknowledgement
             ? QStringLiteral("pings stay unanswered while data comes in")
             : QStringLiteral("pings stay unanswered while data comes in, against RFC 6455 "
                              "section 5.5.2; fences cannot confirm anything")},
        ErrorCategory::PeerIgnoresPings);
    m_lastError.closeCode = 0;
    m_lastError.willRetry = true;
    ++m_errorCount;
    emitEffect(Effects::Troubled{m_lastError});
}

DeliveryProof Link::proof() const
{
    const DeliveryProof asked = m_protocol->deliveryProof();
    return asked == DeliveryProof::Fence && m_peerIgnoresPings && m_policy->acceptWritten
        ? DeliveryProof::Written
        : asked;
}

QString Link::explain(Instant now) const
{
    const auto seconds = [](Duration d) {
        return QString::number(std::chrono::duration<double>(d).count(), 'f', 3);
    };
    QString text = name(state());
    text += QStringLiteral(", attempt %1").arg(m_connection.attemptCount());
    if (m_connection.waitReason() != WaitReason::None)
        text += QStringLiteral(", waits because of %1").arg(name(m_connection.waitReason()));
    if (const auto next = deadline())
        text += QStringLiteral(", next deadline in %1 s")
                    .arg(seconds(std::max(*next - now, Duration(0))));
    text += m_active ? QStringLiteral(", wanted\n") : QStringLiteral(", not wanted\n");
    text += QStringLiteral("pending messages: %1, bytes: %2, in flight: %3, proof %4\n")
                .arg(m_outbox.pendingCount())
                .arg(m_outbox.pendingBytes())
                .arg(m_outbox.inFlightCount())
                .arg(name(proof()));
    if (m_peerIgnoresPings) {
        text += QStringLiteral("the peer answers no ping (RFC 6455 section 5.5.2): inbound traffic "
                               "is taken for liveness, ")
            + (m_policy->acceptWritten ? QStringLiteral("\"written\" is taken for delivered\n")
                                       : QStringLiteral("what is in flight stays pending\n"));
    }
    if (const quint64 suspect = m_outbox.quarantine().suspect()) {
        text += QStringLiteral("message %1 was alone in flight at the last %2 ends of a "
                               "connection; close codes against it: %3 of %4\n")
                    .arg(suspect)
                    .arg(m_outbox.quarantine().ends())
                    .arg(m_outbox.quarantine().strikes())
                    .arg(Quarantine::Strikes);
    }
    if (m_lastError.category != ErrorCategory::None) {
        text += QStringLiteral("last error: %1, close code %2, HTTP status %3, reason \"%4\", %5\n")
                    .arg(name(m_lastError.category))
                    .arg(m_lastError.closeCode)
                    .arg(m_lastError.httpStatus)
                    .arg(m_lastError.reason, m_lastError.detail);
    }
    return text + m_history.toString(now);
}

} // namespace Holdfast
