// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connectionstate.h"
#include "instant.h"
#include "pacing.h"
#include "sharedpolicy.h"
#include "verdict.h"

#include <optional>

namespace Holdfast {

//! Something happened.
struct Event
{
    enum Kind : quint8 {
        Opened, //!< the application wants a connection
        Closed, //!< the application wants none
        Retried, //!< a person is tired of waiting
        Renewed, //!< the application has new credentials
        NetworkLost, //!< the system says: no network
        NetworkFound, //!< the system says: network
        NetworkChanged, //!< another medium, as reachable as before
        Woken, //!< the machine slept
        Activated, //!< a person has come back to the application
        Dialled, //!< the dial has its credentials, and goes out with them
        Ready, //!< upgraded, greeted, and ready for messages
        Heard, //!< any byte came in
        Wrote, //!< bytes went out, and more are waiting to
        Asked, //!< a ping went out for another reason than our Probe
        Answered, //!< a round trip: the answer to something of ours
        Dropped, //!< the attempt or connection ended; the verdict says what to do
        Elapsed, //!< the deadline may have come
        Held, //!< our Probe waits behind what may not go out yet: nobody can answer it
    };

    constexpr Event(Kind what)
        : kind(what)
    {
    }
    constexpr Event(Kind what, Verdict why)
        : kind(what)
        , verdict(why)
    {
    }
    constexpr Event(Kind what, Instant when)
        : kind(what)
        , asked(when)
    {
    }

    Kind kind;
    Verdict verdict{}; //!< of Dropped
    Instant asked = Instant::max(); //!< of Answered: when the question went out, if that is known
};

//! Something is to be done.
enum class Command : quint8 {
    None,
    Dial, //!< with a fresh transport; whatever was there is abandoned first
    Probe, //!< ask the peer for a sign of life
    HangUp, //!< say goodbye
    Abandon, //!< drop the transport, now and without a word
};

//! The machine: which state, which deadline, what next. A value; it knows no socket and no clock.
//!
//! Feed every event to handle() and do what it says. When deadline() comes, feed Elapsed.
class Connection
{
public:
    explicit Connection(const SharedPolicy &policy = {});

    //! Takes effect for deadlines that are set from now on.
    void setPolicy(const SharedPolicy &policy);

    //! What to do next, or None.
    //!
    //! Time and luck are arguments, so that a test may have as much of either as it likes. \a luck
    //! is in [0, 1).
    [[nodiscard]] Command handle(const Event &event, Instant now, double luck);

    [[nodiscard]] ConnectionState state() const { return m_state; }
    //! When to feed Elapsed; none in a resting state.
    [[nodiscard]] std::optional<Instant> deadline() const { return m_deadline; }
    //! Dials since open() or since the last stable connection.
    [[nodiscard]] int attemptCount() const { return m_attempts; }
    [[nodiscard]] WaitReason waitReason() const { return m_waitReason; }
    //! It waits, the server has asked it to, and no person has asked otherwise since.
    [[nodiscard]] bool mustWait(Instant now) const
    {
        return waits() && m_waitsFor == DialFor::Machine && m_serverWait > now;
    }
    //! Of the present wait, from its beginning; 0 where nothing waits.
    [[nodiscard]] Duration retryDelay() const { return m_retryDelay; }
    //! The peer has become doubtful and is being asked. (A routine heartbeat is no doubt.)
    [[nodiscard]] bool isVerifying() const { return m_probe && m_probe->doubtful; }
    //! Connected for Policy::stableAfter, and answered.
    [[nodiscard]] bool isStable() const { return m_stable; }
    //! The dial that Connecting stands for follows a refusal, and none has gone out with new
    //! credentials since.
    [[nodiscard]] bool needsFreshCredentials() const { return m_refreshing; }
    //! Why it Failed.
    [[nodiscard]] ErrorCategory failure() const { return m_failure; }

private:
    //! The wait for a sign of life.
    struct Probing
    {
        Instant since;
        Instant until;
        bool doubtful = false;
        bool heard = false;
        bool wrote = false;
        //! When the system gave cause for doubt, and when it did so last; and since when what comes
        //! in, or goes out, speaks against it: what was on its way already does not.
        Instant doubtedAt = Instant::min();
        Instant lastDoubtedAt = Instant::min();
        Instant credibleFrom = Instant::min();
    };

    Command opened(Instant now);
    Command closed(Instant now);
    Command retried(Instant now);
    Command renewed(Instant now);
    Command networkLost(Instant now);
    Command networkFound(Instant now);
    Command nudged(Instant now);
    Command woken(Instant now);
    Command activated(Instant now);
    Command dialled();
    Command ready(Instant now);
    Command heard(Instant now);
    Command answered(Instant asked, Instant now);
    void doubt(Instant since, Instant until);
    Command asked(Instant now);
    Command elapsed(Instant now, double luck);
    Command timedOut(Instant now, double luck);
    Command judgeSilence(Instant now, double luck);
    Command dropped(const Verdict &verdict, Instant now, double luck);
    Command refresh(const Verdict &verdict, Instant now);
    Command retry(const Verdict &verdict, bool wasStable, Instant now, double luck);

    Command dial(Instant now, DialFor who);
    Command redial(Instant now, DialFor who);
    Command probe(Instant now, Duration timeout, bool doubtful);
    Command waitFor(Duration delay, WaitReason reason, Instant now);
    Command waitUntil(Instant then, WaitReason reason, Instant now);
    Command fail(ErrorCategory why, Instant now);

    void enter(ConnectionState state);
    void startOver();
    void forget();
    void settle(Instant now);
    void arm();
    [[nodiscard]] bool believes(const Verdict &verdict, Instant now);
    [[nodiscard]] Instant suspicionAt() const;
    [[nodiscard]] bool waits() const { return facts(m_state).waits; }

    SharedPolicy m_policy;
    Pacing m_pacing;
    ConnectionState m_state = ConnectionState::Closed;
    std::optional<Instant> m_deadline;

    // Of the search for a connection: forgotten by open() and by a stable connection.
    int m_attempts = 0;
    qint64 m_failures = 0;
    int m_doubts = 0; //!< answers of one category in a row that look final
    ErrorCategory m_doubted = ErrorCategory::None;
    Instant m_doubtedSince;
    bool m_refreshed = false; //!< new credentials were asked for once
    bool m_renewed = false; //!< there are newer ones than those that are being tried, perhaps
    bool m_revived = false; //!< left Failed once because of a change of network or a wake-up

    // Of the present wait.
    WaitReason m_waitReason = WaitReason::None;
    Duration m_retryDelay{0};
    DialFor m_waitsFor
        = DialFor::Machine; //!< a person's wish is remembered while the budget holds it up
    Instant m_serverWait = Instant::min(); //!< the server asked us not to come before

    // Of the present attempt.
    Instant m_dialledAt;
    bool m_redialled = false;
    bool m_refreshing = false;

    // Of the present connection.
    Instant m_readyAt;
    Instant m_heardAt;
    Instant m_provenAt;
    Instant m_beatAt;
    bool m_proven = false;
    bool m_stable = false;
    std::optional<Probing> m_probe;

    Instant m_wokenAt = Instant::min(); //!< when a sign of sleep last made us ask afresh
    Instant m_activeAt = Instant::min(); //!< when somebody's return last led to something
    bool m_offline = false; //!< the system says that there is no network, and was not caught lying
    ErrorCategory m_failure = ErrorCategory::None;
};

} // namespace Holdfast
