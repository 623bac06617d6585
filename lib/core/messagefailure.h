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
    None,
    TooLarge, //!< refused: over maxMessageBytes
    QueueFull, //!< refused: maxPendingMessages or maxPendingBytes reached
    NotConnected, //!< a volatile message, and no connection
    Busy, //!< a volatile message, and others ahead of it
    Cancelled, //!< by cancel() or clearPending()
    Expired, //!< its timeToLive was over
    Dropped, //!< the queue was full, and it was the oldest (OverflowPolicy::DropOldest)
    Superseded, //!< by a newer message with the same coalesceKey
    Poisonous, //!< alone in flight when the server ended the connection, three times in a row
    Rejected, //!< the server said no, for good
    Discarded, //!< the object, and with it a queue in memory, came to its end
};
Q_ENUM_NS(MessageFailure)

} // namespace MessageFailures
using MessageFailures::MessageFailure;

} // namespace Holdfast
