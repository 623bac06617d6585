// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "timeasleep.h"

#include <QtCore/qsystemdetection.h>

#ifdef Q_OS_LINUX
#include <time.h>
#endif

namespace Holdfast {

#ifdef Q_OS_LINUX

namespace {

std::chrono::nanoseconds read(clockid_t clock)
{
    timespec spec{};
    ::clock_gettime(clock, &spec);
    return std::chrono::seconds(spec.tv_sec) + std::chrono::nanoseconds(spec.tv_nsec);
}

} // namespace

Duration timeAsleep()
{
    constexpr int Tries = 5;
    constexpr std::chrono::microseconds Together{100};
    std::chrono::nanoseconds asleep{0};
    for (int i = 0; i < Tries; ++i) {
        const auto before = read(CLOCK_MONOTONIC);
        const auto boot = read(CLOCK_BOOTTIME);
        const auto after = read(CLOCK_MONOTONIC);
        asleep = boot - after; // at most as long as it was
        if (after - before < Together)
            break; // else the thread was interrupted, and what passed meanwhile is missing
    }
    return std::chrono::duration_cast<Duration>(asleep);
}

#else

// mach_continuous_time and QueryPerformanceCounter, on which the standard libraries of macOS and
// Windows build steady_clock, run on while the machine sleeps.
Duration timeAsleep() { return Duration(0); }

#endif

} // namespace Holdfast
