// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "hubpolicy.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr qint64 KiB = 1024;
constexpr qint64 MiB = 1024 * KiB;
constexpr qint64 GiB = 1024 * MiB;

} // namespace

HubPolicy HubPolicy::clamped() const
{
    using namespace std::chrono_literals;
    HubPolicy policy = *this;
    policy.gracePeriod = std::clamp<Duration>(gracePeriod, 0s, 24h);
    policy.heartbeatInterval = std::clamp<Duration>(heartbeatInterval, 1s, 1h);
    policy.helloTimeout = std::clamp<Duration>(helloTimeout, 1s, 5min);
    policy.maxMessageBytes = std::clamp(maxMessageBytes, KiB, 15 * MiB);
    policy.maxUnsentBytes
        = std::clamp(maxUnsentBytes, std::max(64 * KiB, 2 * policy.maxMessageBytes), GiB);
    policy.maxClients = std::clamp(maxClients, 1, 1'000'000);
    policy.maxMessagesPerSecond = std::clamp(maxMessagesPerSecond, 0, 1'000'000);
    policy.maxLoggedEvents = std::clamp(maxLoggedEvents, 0, 10'000'000);
    policy.maxLoggedBytes = std::clamp(maxLoggedBytes, qint64(0), 64 * GiB);
    policy.deduplicationWindow = std::clamp<Duration>(deduplicationWindow, 0s, 24h);
    policy.maxRememberedProducers = std::clamp(maxRememberedProducers, 1, 100'000'000);
    return policy;
}

} // namespace Holdfast
