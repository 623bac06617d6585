// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connectionerror.h"
#include "connectionsnapshot.h"
#include "connectionstate.h"
#include "instant.h"
#include "severity.h"
#include "statusaction.h"

#include <optional>

namespace Holdfast {

//! What may be said, first things first: of all that is so, the first row is shown.
enum class StatusRow {
    Nothing,
    Failed,
    Held, // not sent in whatever state
    Unsaved,
    Portal, // the network wants somebody to sign in first
    Offline,
    Restarting,
    NeverConnected,
    Lost,
    Verifying,
    BackOnline,
    Sending,
};

//! What to show at one moment.
struct StatusView
{
    StatusRow row = StatusRow::Nothing;
    //! Within Lost: an attempt is under way, and takes its time. Within NeverConnected: none has
    //! failed yet.
    bool attempting = false;
    //! Within Failed, the reason.
    ErrorCategory category = ErrorCategory::None;
    //! Until the next attempt, where one is waited for.
    std::optional<Duration> remaining;
    //! Within Sending, how many messages are.
    int sending = 0;
    //! The number on the badge; 0: no badge.
    int pending = 0;

    //! The same words, but for figures.
    [[nodiscard]] bool saysTheSameAs(const StatusView &other) const
    {
        return row == other.row && attempting == other.attempting && category == other.category;
    }
    //! Its words may end with how long it takes until the next attempt.
    [[nodiscard]] bool countsDown() const
    {
        return !attempting
            && (row == StatusRow::Restarting || row == StatusRow::NeverConnected
                || row == StatusRow::Lost);
    }
    [[nodiscard]] bool isVisible() const { return row != StatusRow::Nothing || pending > 0; }
    [[nodiscard]] Severity severity() const;
    [[nodiscard]] StatusAction action() const;
};

//! A wait as people are told it: whole seconds, or minutes if it is long, rounded up.
struct Countdown
{
    enum class Unit { None, Seconds, Minutes };
    Unit unit = Unit::None; //!< None: it is not worth a figure
    int count = 0;
    Duration changesAt{0}; //!< when so much is left, it reads differently

    [[nodiscard]] static Countdown of(Duration remaining);
    [[nodiscard]] bool isShown() const { return unit != Unit::None; }
};

//! Decides what to say about a connection, and when: the outage clock.
//!
//! Pure: time is an argument. Feed it what is so whenever that changes, and when deadline() has
//! come.
class StatusClock
{
public:
    void setGracePeriod(Duration period) { m_grace = period; }
    [[nodiscard]] Duration gracePeriod() const { return m_grace; }

    [[nodiscard]] StatusView update(const ConnectionSnapshot &facts, Instant now);
    //! When update() will say something else of the same facts, at the earliest.
    [[nodiscard]] std::optional<Instant> deadline() const { return m_deadline; }

private:
    //! From leaving Connected until it has been Connected again for long enough, over all attempts.
    struct Outage
    {
        Instant since;
        bool failed = false; //!< at least one attempt has, or the connection itself
        bool restarting = false; //!< the last wait is for a server that restarts
        ErrorCategory failure = ErrorCategory::None; //!< why it was given up
        bool shown = false; //!< its grace is over
        bool told = false; //!< it was said that something does not work
        bool welcomed = false; //!< "Back online" was said
    };

    void keepTime(const ConnectionSnapshot &facts, Instant now);
    void keepOutage(const ConnectionSnapshot &facts, bool news, Instant now);
    [[nodiscard]] StatusView wanted(const ConnectionSnapshot &facts, Instant now);
    [[nodiscard]] StatusView ofOutage(const ConnectionSnapshot &facts, Instant now);
    [[nodiscard]] StatusView ofConnection(const ConnectionSnapshot &facts, Instant now);
    [[nodiscard]] StatusView calmed(const StatusView &view, const ConnectionSnapshot &facts,
                                    Instant now);
    [[nodiscard]] bool reached(Instant moment, Instant now);
    void wakeAt(Instant moment);

    Duration m_grace{1'500};
    ConnectionState m_state = ConnectionState::Closed;
    Instant m_stateSince;
    int m_attempt = 0;
    std::optional<Outage> m_outage;
    std::optional<Instant> m_doubtSince; //!< the peer is being asked
    std::optional<Instant> m_welcomeSince; //!< "Back online" is being said
    StatusView m_shown;
    Instant m_shownSince;
    std::optional<Instant> m_deadline;
};

} // namespace Holdfast
