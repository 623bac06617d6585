// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "holdfastglobal.h"
#include "instant.h"

#include <QtCore/qobjectdefs.h>

namespace Holdfast {

namespace Jitters {
Q_NAMESPACE_EXPORT(HOLDFAST_EXPORT)

//! How much of a delay is left to luck. It is applied after the cap: applied before it, a whole
//! fleet that has reached the cap retries in step.
enum class Jitter {
    None, //!< ceiling
    Proportional, //!< ceiling ± 20 %, never above the cap
    Equal, //!< half of the ceiling, and luck decides on the other half
    Full, //!< floor + luck · ceiling; spreads best
};
Q_ENUM_NS(Jitter)

} // namespace Jitters
using Jitters::Jitter;

//! How long to wait between attempts: exponential, capped, with jitter.
struct HOLDFAST_EXPORT Backoff
{
    Duration base{500}; //!< ms; the ceiling after the first failure
    double factor = 2; //!< ≥ 1; growth for each further failure
    Duration cap{30'000}; //!< ms; no ceiling is higher
    Duration floor{100}; //!< ms; with Jitter::Full no delay is shorter
    Jitter jitter = Jitter::Full; //!< how much of a delay is left to luck

    //! min(cap, base · factor^failures), without overflow for any number of failures.
    [[nodiscard]] Duration ceiling(qint64 failures) const;

    //! The wait after one more failure, when \a failures came before it; \a luck is in [0, 1).
    [[nodiscard]] Duration delay(qint64 failures, double luck) const;

    bool operator==(const Backoff &) const = default;
};

} // namespace Holdfast
