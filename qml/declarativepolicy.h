// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "policy.h"

#include <QtCore/qobject.h>
#include <QtQml/qqmlregistration.h>

#include <type_traits>

namespace Holdfast {

class ReconnectingWebSocket;

//! The group `policy` of a ReconnectingWebSocket in QML: every knob of Policy under its own name,
//! flat (`policy.cap` is Policy::backoff.cap), durations in ms. (Bytes are doubles: QML 6.4 takes
//! no literal for a qint64.)
//!
//! A value that Policy::problems() objects to gives a warning, and the old one stays.
class DeclarativePolicy : public QObject
{
    Q_OBJECT
    QML_ANONYMOUS

// One knob: its type in QML, its name, and where Policy has it.
#define HOLDFAST_KNOB(type, name, field)                                                           \
    Q_PROPERTY(type name READ name WRITE set_##name NOTIFY changed FINAL)                          \
public:                                                                                            \
    [[nodiscard]] type name() const { return declared<type>(policy().field); }                     \
    void set_##name(type value)                                                                    \
    {                                                                                              \
        Policy next = policy();                                                                    \
        next.field = fitting<decltype(next.field)>(value);                                         \
        apply(next);                                                                               \
    }

    HOLDFAST_KNOB(int, base, backoff.base)
    HOLDFAST_KNOB(double, factor, backoff.factor)
    HOLDFAST_KNOB(int, cap, backoff.cap)
    HOLDFAST_KNOB(int, floor, backoff.floor)
    HOLDFAST_KNOB(Holdfast::Jitters::Jitter, jitter, backoff.jitter)

    HOLDFAST_KNOB(int, burst, pacing.burst)
    HOLDFAST_KNOB(int, refill, pacing.refill)
    HOLDFAST_KNOB(int, gap, pacing.gap)
    HOLDFAST_KNOB(int, reserve, pacing.reserve)
    HOLDFAST_KNOB(int, reserveRefill, pacing.reserveRefill)

    HOLDFAST_KNOB(int, maxPendingMessages, outbox.maxPendingMessages)
    HOLDFAST_KNOB(double, maxPendingBytes, outbox.maxPendingBytes)
    HOLDFAST_KNOB(double, maxMessageBytes, outbox.maxMessageBytes)
    HOLDFAST_KNOB(Holdfast::OverflowPolicies::OverflowPolicy, overflow, outbox.overflow)
    HOLDFAST_KNOB(int, windowMessages, outbox.windowMessages)
    HOLDFAST_KNOB(double, windowBytes, outbox.windowBytes)
    HOLDFAST_KNOB(double, maxUnwrittenBytes, outbox.maxUnwrittenBytes)

    HOLDFAST_KNOB(int, connectTimeout, connectTimeout)
    HOLDFAST_KNOB(int, heartbeatInterval, heartbeatInterval)
    HOLDFAST_KNOB(int, heartbeatTimeout, heartbeatTimeout)
    HOLDFAST_KNOB(int, probeTimeout, probeTimeout)
    HOLDFAST_KNOB(int, writeGrace, writeGrace)
    HOLDFAST_KNOB(int, closeTimeout, closeTimeout)
    HOLDFAST_KNOB(int, stableAfter, stableAfter)
    HOLDFAST_KNOB(int, firstRetrySpread, firstRetrySpread)
    HOLDFAST_KNOB(int, restartSpread, restartSpread)
    HOLDFAST_KNOB(int, overloadWait, overloadWait)
    HOLDFAST_KNOB(int, maxServerWait, maxServerWait)
    HOLDFAST_KNOB(int, networkRetry, networkRetry)
    HOLDFAST_KNOB(int, redialAfter, redialAfter)
    HOLDFAST_KNOB(int, failedRetry, failedRetry)

    HOLDFAST_KNOB(int, maxAttempts, maxAttempts)
    HOLDFAST_KNOB(int, patience, patience)
    HOLDFAST_KNOB(int, patienceSpan, patienceSpan)
    HOLDFAST_KNOB(double, maxIncomingBytes, maxIncomingBytes)
    HOLDFAST_KNOB(int, maxFramesPerSecond, maxFramesPerSecond)
    HOLDFAST_KNOB(Holdfast::Livenesses::Liveness, liveness, liveness)
    HOLDFAST_KNOB(bool, retryAfterNormalClosure, retryAfterNormalClosure)
    HOLDFAST_KNOB(bool, acceptWritten, acceptWritten)

#undef HOLDFAST_KNOB

public:
    //! \a socket is the parent.
    explicit DeclarativePolicy(ReconnectingWebSocket *socket);

Q_SIGNALS:
    void changed();

private:
    template <typename To, typename From> static To declared(const From &field)
    {
        if constexpr (std::is_same_v<From, Duration>)
            return static_cast<To>(field.count());
        else
            return static_cast<To>(field);
    }
    template <typename To, typename From> static To fitting(From value)
    {
        if constexpr (std::is_same_v<To, qint64>)
            return bytes(value);
        else
            return To(value); // milliseconds want to be made on purpose
    }
    static qint64 bytes(double value);

    [[nodiscard]] Policy policy() const;
    void apply(const Policy &next);

    ReconnectingWebSocket *const m_socket;
};

} // namespace Holdfast
