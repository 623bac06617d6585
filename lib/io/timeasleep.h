// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "instant.h"

namespace Holdfast {

//! How long the machine has slept (was suspended) since it started, as far as
//! std::chrono::steady_clock does not count that itself. Only differences mean anything. Cheap, and
//! good for every thread.
[[nodiscard]] Duration timeAsleep();

} // namespace Holdfast
