// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "policy.h"

#include <cmath>
#include <limits>

namespace Holdfast {

namespace {

constexpr Duration Longest = std::chrono::hours(24);

struct NamedDuration
{
    const char *name;
    Duration value;
    Duration least;
};

struct NamedNumber
{
    const char *name;
    qint64 value;
    qint64 least;
};

} // namespace

QStringList Policy::problems() const
{
    constexpr Duration zero{0};
    constexpr Duration one{1};
    const NamedDuration durations[] = {
        {"backoff.base", backoff.base, one},
        {"backoff.cap", backoff.cap, one},
        {"backoff.floor", backoff.floor, zero},
        {"pacing.refill", pacing.refill, one},
        {"pacing.gap", pacing.gap, zero},
        {"pacing.reserveRefill", pacing.reserveRefill, one},
        {"connectTimeout", connectTimeout, one},
        {"heartbeatInterval", heartbeatInterval, one},
        {"heartbeatTimeout", heartbeatTimeout, one},
        {"probeTimeout", probeTimeout, one},
        {"writeGrace", writeGrace, zero},
        {"closeTimeout", closeTimeout, one},
        {"stableAfter", stableAfter, one},
        {"firstRetrySpread", firstRetrySpread, zero},
        {"restartSpread", restartSpread, zero},
        {"overloadWait", overloadWait, one},
        {"maxServerWait", maxServerWait, one},
        {"networkRetry", networkRetry, one},
        {"redialAfter", redialAfter, one},
        {"failedRetry", failedRetry, zero},
        {"patienceSpan", patienceSpan, zero},
    };
    const NamedNumber numbers[] = {
        {"pacing.burst", pacing.burst, 1},
        {"pacing.reserve", pacing.reserve, 0},
        {"outbox.maxPendingMessages", outbox.maxPendingMessages, 1},
        {"outbox.maxPendingBytes", outbox.maxPendingBytes, 1},
        {"outbox.maxMessageBytes", outbox.maxMessageBytes, 1},
        {"outbox.windowMessages", outbox.windowMessages, 1},
        {"outbox.windowBytes", outbox.windowBytes, 1},
        {"outbox.maxUnwrittenBytes", outbox.maxUnwrittenBytes, 1},
        {"maxIncomingBytes", maxIncomingBytes, 1},
        {"maxAttempts", maxAttempts, 0},
        {"patience", patience, 1},
        {"maxFramesPerSecond", maxFramesPerSecond, 0},
    };

    QStringList lines;
    for (const auto &[name, value, least] : durations) {
        if (value < least || value > Longest) {
            lines += QStringLiteral("%1 is %2 ms; it must be from %3 ms to 24 h")
                         .arg(QLatin1StringView(name))
                         .arg(value.count())
                         .arg(least.count());
        }
    }
    for (const auto &[name, value, least] : numbers) {
        if (value < least) {
            lines += QStringLiteral("%1 is %2; it must be at least %3")
                         .arg(QLatin1StringView(name))
                         .arg(value)
                         .arg(least);
        }
    }
    if (!std::isfinite(backoff.factor) || backoff.factor < 1)
        lines += QStringLiteral("backoff.factor is %1; it must be at least 1").arg(backoff.factor);
    if (maxIncomingBytes > std::numeric_limits<qint32>::max())
        lines += QStringLiteral("maxIncomingBytes is %1; it must be at most 2147483647")
                     .arg(maxIncomingBytes);
    if (pacing.burst > 1000 || pacing.reserve > 1000)
        lines += QStringLiteral(
            "pacing.burst and pacing.reserve must be at most 1000: a larger budget stops no storm");
    return lines;
}

} // namespace Holdfast
