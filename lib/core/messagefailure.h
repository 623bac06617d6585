// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "holdfastglobal.h"

#include <QtCore/qobjectdefs.h>

namespace Holdfast {

namespace MessageFailures {
Q_NAMESPACE_EXPORT(HOLDFAST_EXPORT)

//! Why a message was refused by send… or failed later.
enum class MessageFailure {
    None, //!< it did not fail
    TooLarge, //!< refused: over maxMessageBytes
    QueueFull, //!< refused: maxPendingMessages or maxPendingBytes reached
    NotConnected, //!< a volatile message, and no connection, or it was lost before the confirmation
    Busy, //!< a volatile message, and others ahead of it, or the server wants it later
    Cancelled, //!< by cancel() or clearPending(), before it was ever written
    Expired, //!< its timeToLive was over; it may have been delivered by an earlier connection
    Dropped, //!< never written, and the oldest when the queue was full (OverflowPolicy::DropOldest)
    Superseded, //!< never written, and a newer message has the same coalesceKey
    Poisonous, //!< alone in flight at three ends with 1003, 1007, 1009 or 1011
    Rejected, //!< the server said no, for good
    //! A queue in memory came to its end, with the object or by another account or queueName; or
    //! another process has used the named queue before it was loaded.
    Discarded,
};
Q_ENUM_NS(MessageFailure)

} // namespace MessageFailures
using MessageFailures::MessageFailure;

} // namespace Holdfast
