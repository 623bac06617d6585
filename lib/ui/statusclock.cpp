// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "statusclock.h"

#include <algorithm>

namespace Holdfast {

using namespace std::chrono_literals;

namespace {

// A text that comes and goes faster cannot be read.
constexpr Duration ReadingTime = 1s;
// A dial that is refused is over in a millisecond; "Reconnecting…" would flash.
constexpr Duration AttemptShownAfter = 600ms;
// A server that accepts and closes has done so by then; "Back online" would be a lie.
constexpr Duration WelcomeAfter = 300ms;
constexpr Duration WelcomeTime = 2s;
// Connected for so long, the outage is over; what comes then is another one.
constexpr Duration OutageOverAfter = 2s;
constexpr Duration SendingShownAfter = 3s;

} // namespace

// ---- what a row means ----

Severity StatusView::severity() const
{
    switch (row) {
    case StatusRow::Failed:
        return Severity::Error;
    case StatusRow::NeverConnected:
        return attempting ? Severity::Neutral : Severity::Warning;
    case StatusRow::Held:
    case StatusRow::Unsaved:
    case StatusRow::Portal:
    case StatusRow::Offline:
    case StatusRow::Lost:
        return Severity::Warning;
    case StatusRow::Restarting:
    case StatusRow::Sending:
        return Severity::Info;
    case StatusRow::BackOnline:
        return Severity::Positive;
    case StatusRow::Nothing:
    case StatusRow::Verifying:
        break;
    }
    return Severity::Neutral;
}

StatusAction StatusView::action() const
{
    switch (row) {
    case StatusRow::Failed:
        switch (category) {
        case ErrorCategory::AuthenticationRejected:
        case ErrorCategory::CredentialsUnavailable:
            return StatusAction::SignIn;
        case ErrorCategory::Replaced:
            return StatusAction::UseHere;
        case ErrorCategory::Forbidden:
            return StatusAction::None;
        default:
            return StatusAction::Retry;
        }
    case StatusRow::NeverConnected:
        return attempting ? StatusAction::None : StatusAction::Retry;
    case StatusRow::Portal:
        return StatusAction::OpenPortal;
    case StatusRow::Offline:
    case StatusRow::Lost:
        return StatusAction::Retry;
    default:
        return StatusAction::None;
    }
}

Countdown Countdown::of(Duration remaining)
{
    if (remaining <= 2s)
        return {};
    if (remaining > 90s) {
        const auto minutes = std::chrono::ceil<std::chrono::minutes>(remaining);
        return {.unit = Unit::Minutes,
                .count = static_cast<int>(minutes.count()),
                .changesAt = std::max<Duration>(minutes - 1min, 90s)};
    }
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(remaining);
    return {.unit = Unit::Seconds,
            .count = static_cast<int>(seconds.count()),
            .changesAt = seconds - 1s};
}

// ---- the clock ----

StatusView StatusClock::update(const ConnectionSnapshot &facts, Instant now)
{
    m_deadline.reset();
    keepTime(facts, now);
    StatusView view = calmed(wanted(facts, now), facts, now);
    // A healthy connection needs no badge, and "Sending 3 messages…" has the number in it.
    const bool badge = view.row == StatusRow::Nothing ? facts.state == ConnectionState::Closed
                                                      : view.row != StatusRow::Sending;
    view.pending = badge ? facts.pendingMessageCount + facts.heldMessageCount : 0;
    if (view.countsDown() && facts.nextAttempt) {
        view.remaining = std::max(*facts.nextAttempt - now, Duration(0));
        if (const Countdown shown = Countdown::of(*view.remaining); shown.isShown())
            wakeAt(*facts.nextAttempt - shown.changesAt);
    }
    return view;
}

//! Notes since when everything is so.
void StatusClock::keepTime(const ConnectionSnapshot &facts, Instant now)
{
    const bool connected = facts.state == ConnectionState::Connected;
    if (m_state == ConnectionState::Connected && now - m_stateSince >= OutageOverAfter)
        m_outage.reset();
    // A redial does not leave Connecting, but it is another attempt. A connection that becomes
    // stable forgets its attempts, and is none.
    const bool news = facts.state != m_state || (!connected && facts.attemptCount != m_attempt);
    keepOutage(facts, news, now);
    if (news)
        m_stateSince = now;
    m_state = facts.state;
    m_attempt = facts.attemptCount;

    if (!connected)
        m_welcomeSince.reset();
    if (!connected || !facts.verifying)
        m_doubtSince.reset();
    else if (!m_doubtSince)
        m_doubtSince = now;
}

//! \a news: the state is another, or the attempt.
void StatusClock::keepOutage(const ConnectionSnapshot &facts, bool news, Instant now)
{
    if (facts.state == ConnectionState::Closed || facts.state == ConnectionState::Closing) {
        m_outage.reset(); // the user's own wish
        return;
    }
    if (facts.state == ConnectionState::Connected)
        return;
    if (!m_outage) {
        // "Checking the connection…" turned out to be right: there is nothing to keep back.
        m_outage = Outage{.since = now, .shown = m_shown.row == StatusRow::Verifying};
    }
    if (!news)
        return; // a later error is about something else
    if (facts.state == ConnectionState::Failed)
        m_outage->failure = facts.lastError.category;
    // Without a dial there is nothing that failed: open() found the dial budget used up.
    if (facts.state == ConnectionState::WaitingToRetry
        && (facts.attemptCount > 0 || facts.everConnected)) {
        m_outage->failed = true;
        m_outage->restarting = facts.lastError.category == ErrorCategory::ServerRestarting;
    }
}

StatusView StatusClock::wanted(const ConnectionSnapshot &facts, Instant now)
{
    if (facts.state == ConnectionState::Failed) {
        m_outage->shown = true; // there is nothing to wait for
        return {.row = StatusRow::Failed, .category = m_outage->failure};
    }
    // Both want somebody to do something, however the connection is.
    if (facts.queueHeld)
        return {.row = StatusRow::Held};
    if (!facts.storageHealthy && facts.pendingMessageCount > 0)
        return {.row = StatusRow::Unsaved};
    if (facts.state == ConnectionState::Connected)
        return ofConnection(facts, now);
    return m_outage ? ofOutage(facts, now) : StatusView{};
}

StatusView StatusClock::ofOutage(const ConnectionSnapshot &facts, Instant now)
{
    if (!m_outage->shown && !reached(m_outage->since + m_grace, now))
        return {};
    m_outage->shown = true;
    if (facts.behindCaptivePortal)
        return {.row = StatusRow::Portal};
    if (facts.state == ConnectionState::WaitingForNetwork)
        return {.row = StatusRow::Offline};
    if (m_outage->restarting)
        return {.row = StatusRow::Restarting};
    if (!facts.everConnected)
        return {.row = StatusRow::NeverConnected, .attempting = !m_outage->failed};
    return {.row = StatusRow::Lost,
            .attempting = facts.state == ConnectionState::Connecting
                && reached(m_stateSince + AttemptShownAfter, now)};
}

StatusView StatusClock::ofConnection(const ConnectionSnapshot &facts, Instant now)
{
    if (m_doubtSince && reached(*m_doubtSince + m_grace, now))
        return {.row = StatusRow::Verifying};
    if (m_welcomeSince && !reached(*m_welcomeSince + WelcomeTime, now))
        return {.row = StatusRow::BackOnline};
    if (m_outage) {
        // The second time, nothing is promised: what was said stays until it is over.
        if (!reached(m_stateSince + (m_outage->welcomed ? OutageOverAfter : WelcomeAfter), now))
            return m_shown;
        if (m_outage->told)
            return {.row = StatusRow::BackOnline};
    }
    if (facts.oldestPending && reached(*facts.oldestPending + SendingShownAfter, now))
        return {.row = StatusRow::Sending, .sending = facts.pendingMessageCount};
    return {};
}

//! Lets what is shown stay until it can have been read. Bad news, and what the user did, do not
//! wait.
StatusView StatusClock::calmed(const StatusView &view, const ConnectionSnapshot &facts, Instant now)
{
    if (view.saysTheSameAs(m_shown)) {
        m_shown.sending = view.sending;
        return m_shown;
    }
    const bool atOnce = m_shown.row == StatusRow::Nothing || view.row == StatusRow::Failed
        || facts.state == ConnectionState::Closed || facts.state == ConnectionState::Closing;
    if (!atOnce && !reached(m_shownSince + ReadingTime, now))
        return m_shown;
    m_shown = view;
    m_shownSince = now;
    // Whoever has only seen "Connecting…", or of the queue's own trouble, was never away.
    const bool ofQueue = view.row == StatusRow::Held || view.row == StatusRow::Unsaved;
    if (facts.state != ConnectionState::Connected && m_outage && !ofQueue
        && !(view.row == StatusRow::NeverConnected && view.attempting))
        m_outage->told = m_outage->told || view.row != StatusRow::Nothing;
    if (view.row == StatusRow::BackOnline && !m_welcomeSince) {
        m_outage->welcomed = true;
        m_welcomeSince = now;
        wakeAt(now + WelcomeTime);
    }
    return view;
}

bool StatusClock::reached(Instant moment, Instant now)
{
    if (now >= moment)
        return true;
    wakeAt(moment);
    return false;
}

void StatusClock::wakeAt(Instant moment)
{
    m_deadline = m_deadline ? std::min(*m_deadline, moment) : moment;
}

} // namespace Holdfast
