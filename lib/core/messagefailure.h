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
    Rejected, //!< the server said no, for good
    Discarded, //!< the object, and with it a queue in memory, came to its end
};
Q_ENUM_NS(MessageFailure)

} // namespace MessageFailures
using MessageFailures::MessageFailure;

} // namespace Holdfast
