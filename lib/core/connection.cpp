// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "connection.h"

#include <algorithm>

namespace Holdfast {

using enum ConnectionState;

namespace {

// People switch windows all the time.
constexpr Duration ActivationGap{30'000};

} // namespace

Connection::Connection(const SharedPolicy &policy)
    : m_policy(policy)
    , m_pacing(policy->pacing)
{
}

void Connection::setPolicy(const SharedPolicy &policy)
{
    m_policy = policy;
    m_pacing.setPolicy(policy->pacing);
    if (m_policy->liveness == Liveness::InboundTraffic)
        m_probe.reset();
    if (m_state == Connected)
        arm();
}

Command Connection::handle(const Event &event, Instant now, double luck)
{
    switch (event.kind) {
    case Event::Opened:
        return opened(now);
    case Event::Closed:
        return closed(now);
    case Event::Retried:
        return retried(now);
    case Event::Renewed:
        return renewed(now);
    case Event::NetworkLost:
        return networkLost(now);
    case Event::NetworkFound:
        return networkFound(now);
    case Event::NetworkChanged:
        return nudged(now);
    case Event::Woken:
        return woken(now);
    case Event::Activated:
        return activated(now);
    case Event::Dialled:
        return dialled();
    case Event::Ready:
        return ready(now);
    case Event::Heard:
        return heard(now);
    case Event::Wrote:
        if (m_probe && now >= m_probe->credibleFrom)
            m_probe->wrote = true;
        return Command::None;
    case Event::Held:
        if (m_probe)
            m_probe->wrote = true;
        return Command::None;
    case Event::Asked:
        return asked(now);
    case Event::Answered:
        return answered(event.asked, now);
    case Event::Dropped:
        return dropped(event.verdict, now, luck);
    case Event::Elapsed:
        break;
    }
    return elapsed(now, luck);
}

// ---- what the application wants ----

Command Connection::opened(Instant now)
{
    if (m_state != Closed && m_state != Failed && m_state != Closing)
        return Command::None; // wanted already
    const bool abandons = m_state == Closing;
    startOver();
    m_revived = false;
    m_serverWait = Instant::min();
    const Command command = dial(now, DialFor::Person);
    return command == Command::None && abandons ? Command::Abandon : command;
}

Command Connection::closed(Instant now)
{
    switch (m_state) {
    case Connected:
        enter(Closing);
        m_deadline = now + m_policy->closeTimeout;
        return Command::HangUp;
    case Connecting:
        // Before `connected` there is nobody to say goodbye to.
        enter(Closed);
        return Command::Abandon;
    case WaitingToRetry:
    case WaitingForNetwork:
    case Failed:
        enter(Closed);
        break;
    case Closed:
    case Closing:
        break;
    }
    return Command::None;
}

Command Connection::retried(Instant now)
{
    if (waits())
        return dial(now, DialFor::Person);
    if (m_state == Failed) {
        startOver();
        return dial(now, DialFor::Person);
    }
    return redial(now, DialFor::Person);
}

//! What the old ones came to, or are about to come to, is not the last word.
Command Connection::renewed(Instant now)
{
    m_refreshed = false;
    if (m_state != Connecting && m_state != Connected)
        return retried(now);
    m_renewed = true; // what is under way may do, or may have them already
    return Command::None;
}

// ---- what the system says: hints, never orders ----

Command Connection::networkLost(Instant now)
{
    switch (m_state) {
    case Connected:
        // The system is wrong both ways: VPNs hide a living link, captive portals fake one. So a
        // rumour makes the socket prove itself; only its own silence closes it.
        m_offline = true;
        return probe(now, m_policy->probeTimeout, true);
    case WaitingToRetry:
        m_offline = true;
        return waitFor(m_policy->networkRetry, WaitReason::Network, now);
    case Connecting:
        // While we find out for ourselves, the rumour does not matter; afterwards it may.
    case Closed:
    case WaitingForNetwork:
    case Closing:
    case Failed:
        m_offline = true;
        break;
    }
    return Command::None;
}

Command Connection::networkFound(Instant now)
{
    m_offline = false;
    return nudged(now);
}

Command Connection::nudged(Instant now)
{
    switch (m_state) {
    case WaitingToRetry:
    case WaitingForNetwork:
        return dial(now, m_waitsFor);
    case Connecting:
        return redial(now, DialFor::Machine);
    case Connected:
        return probe(now, m_policy->probeTimeout, true);
    case Failed:
        // Another network may have no portal that fakes certificates, and no firewall that forbids.
        if (!m_revived
            && (m_failure == ErrorCategory::TlsFailed || m_failure == ErrorCategory::Forbidden)) {
            m_revived = true;
            return dial(now, DialFor::Machine);
        }
        break;
    case Closed:
    case Closing:
        break;
    }
    return Command::None;
}

Command Connection::woken(Instant now)
{
    // What was asked before the sleep could not be answered in it: the peer is asked afresh. But
    // who is asked because of a sleep gets no more time by each sign of it.
    const bool isKnown = m_probe && m_probe->since == m_wokenAt && m_probe->until > now;
    if (!isKnown) {
        m_probe.reset();
        m_wokenAt = now;
    }
    return nudged(now);
}

//! Weaker than Woken: nothing tells that the network was away, so nothing is suspected. But
//! somebody is looking.
Command Connection::activated(Instant now)
{
    if (now - ActivationGap < m_activeAt)
        return Command::None;
    if (waits()) {
        m_activeAt = now;
        return dial(now, m_waitsFor);
    }
    if (m_state != Connected || m_probe)
        return Command::None;
    m_activeAt = now;
    return probe(now, m_policy->heartbeatTimeout, false);
}

// ---- what the peer does ----

Command Connection::dialled()
{
    if (m_state == Connecting)
        m_refreshing = false; // the new ones, if any were owed, are being tried
    return Command::None;
}

Command Connection::ready(Instant now)
{
    if (m_state != Connecting)
        return Command::None;
    enter(Connected);
    m_offline = false; // whoever says so is a liar until it says otherwise
    m_refreshing = false;
    m_serverWait = Instant::min(); // it has let us in
    m_readyAt = m_heardAt = m_provenAt = m_beatAt = now;
    m_proven = false;
    arm();
    return Command::None;
}

Command Connection::heard(Instant now)
{
    if (m_state != Connected)
        return Command::None;
    m_heardAt = now;
    if (m_policy->liveness == Liveness::InboundTraffic) {
        m_proven = true;
        m_offline = false; // as by an answer
    }
    if (m_probe && now >= m_probe->credibleFrom)
        m_probe->heard = true;
    settle(now);
    arm();
    return Command::None;
}

Command Connection::asked(Instant now)
{
    if (m_state == Connected && !m_probe && m_policy->liveness == Liveness::RoundTrips) {
        m_probe = Probing{.since = now, .until = now + m_policy->heartbeatTimeout};
        arm();
    }
    return Command::None;
}

Command Connection::answered(Instant asked, Instant now)
{
    if (m_state != Connected)
        return Command::None;
    if (m_probe && asked < m_probe->doubtedAt)
        return heard(now); // on a busy line an answer is always on its way
    if (m_probe && asked < m_probe->lastDoubtedAt) { // it lived then, and was doubted again
        doubt(m_probe->lastDoubtedAt, m_probe->lastDoubtedAt + m_policy->probeTimeout);
        return heard(now);
    }
    m_heardAt = m_provenAt = now;
    m_proven = true;
    m_offline = false;
    m_probe.reset();
    settle(now);
    arm();
    return Command::None;
}

Command Connection::dropped(const Verdict &verdict, Instant now, double luck)
{
    if (m_state == Closing) {
        enter(Closed);
        return Command::None;
    }
    if (m_state != Connecting && m_state != Connected)
        return Command::None;
    settle(now);
    const bool wasStable = m_state == Connected && m_stable;
    if (verdict.notBefore) {
        // The table's are bounded; an override may say anything.
        constexpr Duration Most = std::chrono::hours(24);
        const Duration wait = std::clamp(*verdict.notBefore, Duration(0), Most);
        const double spread
            = static_cast<double>(std::clamp(verdict.spread, Duration(0), Most).count());
        m_serverWait = now + wait + Duration(static_cast<Duration::rep>(luck * spread));
    }

    switch (verdict.action) {
    case Verdict::Action::Stop:
        enter(Closed);
        return Command::None;
    case Verdict::Action::Fail:
        // Somebody else may have signed in meanwhile.
        if (m_renewed && verdict.category == ErrorCategory::Forbidden)
            return refresh(verdict, now);
        return fail(verdict.category, now);
    case Verdict::Action::Refresh:
        return refresh(verdict, now);
    case Verdict::Action::FailIfRepeated:
        if (believes(verdict, now))
            return fail(verdict.category, now);
        break;
    case Verdict::Action::Retry:
        m_doubts = 0;
        break;
    }
    return retry(verdict, wasStable, now, luck);
}

//! Once, until a connection has become stable or the application says that there are others.
Command Connection::refresh(const Verdict &verdict, Instant now)
{
    m_renewed = false;
    if (m_refreshed)
        return fail(verdict.category, now);
    m_refreshed = m_refreshing = true;
    ++m_failures;
    return dial(now, DialFor::Machine);
}

bool Connection::believes(const Verdict &verdict, Instant now)
{
    if (m_doubts == 0 || m_doubted != verdict.category) {
        m_doubts = 0;
        m_doubted = verdict.category;
        m_doubtedSince = now;
    }
    ++m_doubts;
    return m_doubts >= m_policy->patience && now - m_doubtedSince >= m_policy->patienceSpan;
}

Command Connection::retry(const Verdict &verdict, bool wasStable, Instant now, double luck)
{
    if (m_policy->maxAttempts > 0 && m_attempts >= m_policy->maxAttempts)
        return fail(ErrorCategory::RetriesExhausted, now);

    const qint64 before = m_failures;
    if (!wasStable)
        m_failures += std::max(verdict.weight, 1);

    if (verdict.notBefore)
        return waitUntil(m_serverWait, WaitReason::ServerAsked, now);
    if (m_offline)
        return waitFor(m_policy->networkRetry, WaitReason::Network, now);
    if (wasStable) {
        // At once, but not in the same instant as everybody else who was on the same server.
        const auto spread = static_cast<double>(m_policy->firstRetrySpread.count());
        return waitFor(Duration(static_cast<Duration::rep>(luck * spread)), WaitReason::Backoff,
                       now);
    }
    // One failure more than counts singly means one step further up.
    const qint64 steps = before + std::max(verdict.weight, 1) - 1;
    return waitFor(m_policy->backoff.delay(steps, luck), WaitReason::Backoff, now);
}

// ---- what time does ----

Command Connection::elapsed(Instant now, double luck)
{
    if (!m_deadline || now < *m_deadline)
        return Command::None;
    switch (m_state) {
    case Connecting:
        return timedOut(now, luck);
    case Connected:
        return judgeSilence(now, luck);
    case WaitingToRetry:
    case WaitingForNetwork:
        return dial(now, m_waitsFor);
    case Failed:
        startOver();
        return dial(now, DialFor::Machine);
    case Closing:
    case Closed: // which has no deadline
        break;
    }
    enter(Closed);
    return Command::Abandon;
}

//! We have waited long enough for the peer. This never dials at once, so there is a transport to
//! abandon.
Command Connection::timedOut(Instant now, double luck)
{
    (void)dropped({.category = ErrorCategory::Timeout}, now, luck);
    return Command::Abandon;
}

Command Connection::judgeSilence(Instant now, double luck)
{
    settle(now);
    if (!m_probe && now >= suspicionAt())
        return probe(now, m_policy->heartbeatTimeout, false);
    if (!m_probe || now < m_probe->until) {
        arm(); // it was only about becoming stable
        return Command::None;
    }
    // Not answered in time. What came in meanwhile, or still goes out, excuses that for a while: a
    // pong waits behind a large frame, ours or theirs. Then it is asked again.
    const Duration timeout = m_policy->heartbeatTimeout;
    const Instant excusedByHearing
        = std::max(m_provenAt + 2 * m_policy->heartbeatInterval, m_probe->since) + timeout;
    const Instant excusedByWriting = m_probe->since + timeout + m_policy->writeGrace;
    Instant limit = now;
    if (m_probe->heard)
        limit = std::max(limit, excusedByHearing);
    if (m_probe->wrote)
        limit = std::max(limit, excusedByWriting);
    if (limit > now) {
        m_probe->until = std::min(now + timeout, limit);
        m_probe->doubtful = true;
        m_probe->heard = m_probe->wrote = false;
        arm();
        return Command::Probe;
    }
    return timedOut(now, luck);
}

// ---- the doors into each state ----

Command Connection::dial(Instant now, DialFor who)
{
    const Instant paced = m_pacing.earliest(now, who);
    const Instant asked = who == DialFor::Person ? Instant::min() : m_serverWait;
    if (paced > now || asked > now) {
        waitUntil(std::max(paced, asked),
                  asked > paced ? WaitReason::ServerAsked : WaitReason::Pacing, now);
        m_waitsFor = who;
        return Command::None;
    }
    m_pacing.spend(now, who);
    enter(Connecting);
    ++m_attempts;
    m_dialledAt = now;
    m_redialled = false;
    m_deadline = now + m_policy->connectTimeout;
    return Command::Dial;
}

Command Connection::redial(Instant now, DialFor who)
{
    // An attempt that began on another network, or that a person is tired of, may hang until its
    // deadline. It is started again, once, and only if that costs no waiting.
    if (m_state != Connecting || m_redialled || now - m_dialledAt < m_policy->redialAfter
        || m_pacing.earliest(now, who) > now || (who == DialFor::Machine && m_serverWait > now))
        return Command::None;
    const Command command = dial(now, who);
    m_redialled = true;
    return command;
}

Command Connection::probe(Instant now, Duration timeout, bool doubtful)
{
    m_beatAt = now;
    if (m_policy->liveness == Liveness::RoundTrips) {
        if (!m_probe)
            m_probe = Probing{.since = now, .until = now + timeout};
        else
            m_probe->until = std::min(m_probe->until, now + timeout);
        if (doubtful && m_probe->doubtedAt == Instant::min())
            doubt(now, m_probe->until);
        if (doubtful)
            m_probe->lastDoubtedAt = now;
    }
    arm();
    return Command::Probe;
}

void Connection::doubt(Instant since, Instant until)
{
    m_probe->doubtful = true;
    m_probe->heard = m_probe->wrote = false;
    m_probe->doubtedAt = since;
    m_probe->until = until;
    m_probe->credibleFrom = since + (until - since) / 2;
}

Command Connection::waitFor(Duration delay, WaitReason reason, Instant now)
{
    return waitUntil(now + delay, reason, now);
}

Command Connection::waitUntil(Instant then, WaitReason reason, Instant now)
{
    enter(reason == WaitReason::Network ? WaitingForNetwork : WaitingToRetry);
    m_deadline = then;
    m_waitReason = reason;
    m_retryDelay = then - now;
    return Command::None;
}

Command Connection::fail(ErrorCategory why, Instant now)
{
    enter(Failed);
    // Who gives up has a reason, even if the server said goodbye as usual.
    m_failure = why == ErrorCategory::None ? ErrorCategory::ClosedByServer : why;
    if (m_policy->failedRetry > Duration(0))
        m_deadline = now + m_policy->failedRetry;
    return Command::None;
}

void Connection::enter(ConnectionState state)
{
    m_state = state;
    m_deadline.reset();
    m_probe.reset();
    m_waitReason = WaitReason::None;
    m_retryDelay = Duration(0);
    m_waitsFor = DialFor::Machine;
    m_failure = ErrorCategory::None;
    m_stable = false;
}

//! A new search. What made the last one fail for want of credentials must not be tried again.
void Connection::startOver()
{
    const bool rejected = m_state == Failed && m_failure == ErrorCategory::AuthenticationRejected;
    forget();
    m_refreshing = rejected;
}

//! Forgets the failures of the search so far.
void Connection::forget()
{
    m_attempts = 0;
    m_failures = 0;
    m_doubts = 0;
    m_refreshed = m_refreshing = m_renewed = false;
}

//! Notices that the connection has become stable.
void Connection::settle(Instant now)
{
    if (m_state != Connected || m_stable || !m_proven || now - m_readyAt < m_policy->stableAfter)
        return;
    m_stable = true;
    m_revived = false;
    m_serverWait = Instant::min();
    forget();
}

//! When silence becomes suspicious: nothing heard for one interval, or nothing answered for two.
Instant Connection::suspicionAt() const
{
    if (m_policy->liveness == Liveness::InboundTraffic)
        return std::max(m_heardAt, m_beatAt) + m_policy->heartbeatInterval;
    return std::min(m_heardAt + m_policy->heartbeatInterval,
                    m_provenAt + 2 * m_policy->heartbeatInterval);
}

void Connection::arm()
{
    Instant next = m_probe ? m_probe->until : suspicionAt();
    if (m_proven && !m_stable)
        next = std::min(next, m_readyAt + m_policy->stableAfter);
    m_deadline = next;
}

} // namespace Holdfast
