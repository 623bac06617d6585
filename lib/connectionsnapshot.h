// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connectionerror.h"
#include "connectionstate.h"
#include "instant.h"
#include "networkfacts.h"
#include "protocol.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qstring.h>

#include <optional>

namespace Holdfast {

//! Everything that can be seen of a ReconnectingWebSocket, all of one moment. Its getters of the
//! same names say what each means.
struct ConnectionSnapshot
{
    ConnectionState state = ConnectionState::Closed;
    bool active = false;
    int attemptCount = 0;
    int pendingMessageCount = 0;
    qint64 pendingByteCount = 0;
    QDateTime oldestPendingAt;
    QDateTime nextAttemptAt;
    int retryDelay = 0;
    WaitReason waitReason = WaitReason::None;
    bool everConnected = false;
    ConnectionError lastError;
    int roundTripTime = -1;
    bool verifying = false;
    bool resumed = false;
    DeliveryProof deliveryProof = DeliveryProof::Fence;
    QString subprotocol;
    int closeCode = 0;
    QString closeReason;
    bool queueReady = true;
    bool storageHealthy = true;
    quint64 storedThrough = 0;
    int heldMessageCount = 0;
    //! The named queue is for another server or account.
    bool queueHeld = false;
    Reachability reachability = Reachability::Unknown;
    bool behindCaptivePortal = false;
    bool metered = false;
    TransportMedium medium = TransportMedium::Unknown;

    // The same moments on the monotonic clock (std::chrono::steady_clock, in ms), for whoever
    // counts down: a change of the wall clock does not touch them.
    std::optional<Instant> oldestPending;
    std::optional<Instant> nextAttempt;
};

} // namespace Holdfast
