// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "instant.h"

namespace Holdfast {

//! The clock that all deadlines are read from. It never jumps, and stands still while the machine
//! sleeps.
[[nodiscard]] inline Instant steadyNow()
{
    return Instant(
        std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch()));
}

} // namespace Holdfast
