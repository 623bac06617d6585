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
    QString tag{}; // said, or -Wextra misses it where only others are named
    //! 0: for ever. Else 1 ms to 365 days (clamped), counted also while the machine sleeps: a
    //! message that is older is not written any more and fails with Expired.
    Duration timeToLive{0};
    //! Not empty: the message supersedes those with the same key that wait and were never written.
    //! While connected the first of these keeps its place, else one that is replaced more quickly
    //! than the queue moves would never be sent. Volatile messages have no such key.
    QString coalesceKey{};
    //! Only of use right now: written at the end of this turn of the event loop, if connected and
    //! nothing is ahead; else it fails with NotConnected or Busy. Never kept for another
    //! connection.
    bool isVolatile = false;
};

//! What the application wants delivered.
struct Message
{
    quint64 number = 0; //!< rises per queue, starts at 1, is never used twice; gaps are legal
    //! Who gave the number; unique in the world. Messages of one run share the string.
    QString producer;
    Payload payload;
    QString tag;
    QString coalesceKey;
    Duration timeToLive{0}; //!< 0: for ever
    qint64 byteCount = 0; //!< of the payload, counted once
    Instant queuedAt; //!< by the clock that runs on while the machine sleeps
    bool isVolatile = false;
    //! It was written once, on whatever connection, or nobody knows: the last run was killed. From
    //! then on it can be delivered, rejected, expire or turn out poisonous, and nothing else.
    bool maybeDelivered = false;

    //! Idempotency key, "<producer>-<number>": the same for every try, also after a restart. Made
    //! when asked for, because most messages are never asked.
    [[nodiscard]] QString key() const
    {
        return producer + QLatin1Char('-') + QString::number(number);
    }
    //! When it expires, by the same clock; for ever: Instant::max().
    [[nodiscard]] Instant expiresAt() const
    {
        return timeToLive > Duration(0) ? queuedAt + timeToLive : Instant::max();
    }
};

} // namespace Holdfast
