// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "frame.h"
#include "instant.h"

namespace Holdfast {

//! How to send one message.
struct SendOptions
{
    //! The application's own word for it. It is never sent; it is kept with the message, and comes
    //! back in its outcomes.
    QString tag;
    //! 0: for ever. Else 1 ms to 365 days, counted while the machine sleeps, too; a message that is
    //! older is not written any more and fails with Expired.
    Duration timeToLive{0};
    //! Not empty: supersedes the waiting message with the same key, if that was never written.
    QString coalesceKey;
    //! Only of use right now: sent if connected and nothing is ahead, else it fails; never kept.
    bool isVolatile = false;
};

//! What the application wants delivered.
struct Message
{
    quint64 number = 0; //!< rises per queue, starts at 1, is never used twice; gaps are legal
    QString key; //!< idempotency key, "<producer>-<number>"; the same for every try, also after a
                 //!< restart
    Payload payload;
    QString tag;
    QString coalesceKey;
    Duration timeToLive{0}; //!< 0: for ever
    bool isVolatile = false;
    bool maybeDelivered = false; //!< it was written once, or nobody knows: the last run was killed
    qint64 byteCount = 0; //!< of the payload, counted once
    Instant queuedAt;
};

} // namespace Holdfast
