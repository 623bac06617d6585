// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "holdfastglobal.h"
#include "instant.h"

namespace Holdfast {

//! The dial budget's size.
struct PacingPolicy
{
    int burst = 6; //!< dials at once
    Duration refill{5'000}; //!< ms for one more
    Duration gap{250}; //!< ms between any two dials
    int reserve = 3; //!< further dials that a person may ask for
    Duration reserveRefill{30'000}; //!< ms for one more of these

    bool operator==(const PacingPolicy &) const = default;
};

//! Who asks for a dial.
enum class DialFor {
    Machine, //!< a retry, the network, a wake-up
    Person, //!< open() or retryNow(): may use the reserve
};

//! A token bucket over all dials, whatever triggers them.
//!
//! It does not look at failures: a server that accepts and closes at once resets every counter, and
//! only a budget stops the storm.
class HOLDFAST_EXPORT Pacing
{
public:
    explicit Pacing(PacingPolicy policy = {});

    //! Changes the sizes; what has been used stays used.
    void setPolicy(const PacingPolicy &policy);

    //! The earliest moment, not before \a now, at which a dial may start.
    [[nodiscard]] Instant earliest(Instant now, DialFor who) const;

    //! Takes a token for a dial at \a now. Only call it when earliest() is not later than that.
    void spend(Instant now, DialFor who);

private:
    //! When the bucket was, or will be, full. Tokens at t = burst − (full − t) / refill, so one
    //! instant is the whole bucket and nothing has to tick.
    [[nodiscard]] static Instant available(Instant full, int size, Duration refill);
    [[nodiscard]] bool takesReserve(Instant now, DialFor who) const;

    PacingPolicy m_policy;
    Instant m_full = Instant::min();
    Instant m_reserveFull = Instant::min();
    Instant m_next = Instant::min();
};

} // namespace Holdfast
