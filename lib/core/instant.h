// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <chrono>

namespace Holdfast {

//! The clock below the façade: it has no now(), because time is an argument there.
//!
//! Instants are monotonic. Only their differences mean anything; a change of the wall clock does
//! not touch them.
struct GivenClock
{
    // What std::chrono wants of a clock.
    //! \cond
    using duration = std::chrono::milliseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<GivenClock>;
    static constexpr bool is_steady = true;
    //! \endcond
};

//! A moment, in ms.
using Instant = GivenClock::time_point;
//! A length of time, in ms.
using Duration = GivenClock::duration;

} // namespace Holdfast
