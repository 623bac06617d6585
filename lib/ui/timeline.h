// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connectionsnapshot.h"
#include "connectionstate.h"
#include "instant.h"

#include <QtCore/qlist.h>

#include <deque>

namespace Holdfast {

//! What a connection did during the last hour: its states, its attempts, and how much waited.
//!
//! Pure: time is an argument, and only rises. Bounded: an hour, MaxBands states, and one figure of
//! the queue a second; what is older is forgotten first.
class Timeline
{
public:
    static constexpr Duration Memory = std::chrono::hours(1);
    static constexpr std::size_t MaxBands = 1000;

    //! One state, until the next band begins. A redial begins a band of its own.
    struct Band
    {
        ConnectionState state = ConnectionState::Closed;
        Instant begin;
        int attempt = 0; //!< the attempt that it belongs to; a new one within a state is a new band

        [[nodiscard]] bool isAttempt() const { return state == ConnectionState::Connecting; }
    };

    //! Feed it what is so whenever that changes. Time that goes back stands still.
    void record(const ConnectionSnapshot &facts, Instant now);

    //! Oldest first; the last one goes on.
    [[nodiscard]] const std::deque<Band> &bands() const { return m_bands; }
    //! How many bands there have been before the first of bands().
    [[nodiscard]] quint64 forgottenBands() const { return m_forgotten; }
    //! The part of the time from \a from to \a to, as far as it is known, that it was connected: 0
    //! to 1.
    [[nodiscard]] double connectedShare(Instant from, Instant to) const;
    //! How much of that time is known.
    [[nodiscard]] Duration known(Instant from, Instant to) const;
    //! The most that waited in each of so many equal parts of the time, exact to a second.
    [[nodiscard]] QList<int> pendingPeaks(Instant from, Instant to, int parts) const;
    //! How many figures of the queue it keeps.
    [[nodiscard]] std::size_t pendingSize() const { return m_pending.size(); }

private:
    //! What waited in a second in which that changed.
    struct Second
    {
        qint64 second = 0;
        int peak = 0;
        int last = 0; //!< and in all the seconds until the next entry
    };

    void recordState(const ConnectionSnapshot &facts, Instant now);
    void recordPending(int count, Instant now);

    Instant m_latest = Instant::min(); //!< the last time it was told of
    std::deque<Band> m_bands;
    quint64 m_forgotten = 0;
    std::deque<Second> m_pending;
};

} // namespace Holdfast
