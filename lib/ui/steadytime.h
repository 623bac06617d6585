// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "instant.h"

namespace Holdfast {

//! The clock of what is shown, unless a test has another. ui may not see that of io, which is the
//! same.
[[nodiscard]] inline Instant steadyTime()
{
    return Instant(
        std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch()));
}

} // namespace Holdfast
