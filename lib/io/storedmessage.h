// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "holdfastglobal.h"
#include "message.h"

#include <QtCore/qdatetime.h>

namespace Holdfast {

//! A message as a store keeps it. Message::queuedAt means nothing in another run, so the times are
//! here, by the wall clock; Message::isVolatile is never true.
struct StoredMessage
{
    Message message; //!< but for the times, which are below
    QDateTime queuedAt; //!< UTC, to the millisecond
    QDateTime expiresAt; //!< UTC, to the millisecond; invalid: never
};

//! How long \a stored is still good for: never less than nothing, and never more than its time to
//! live, whatever was done to the wall clock. Duration::max() if it lives for ever.
[[nodiscard]] HOLDFAST_EXPORT Duration remainingTime(const StoredMessage &stored,
                                                     const QDateTime &now);

} // namespace Holdfast
