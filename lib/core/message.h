// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "frame.h"
#include "instant.h"

namespace Holdfast {

//! How to send one message.
struct SendOptions
{
    //! The application's own word for it. It is never sent; it comes back in pendingMessages() and
    //! in a Delivery.
    QString tag;
};

//! What the application wants delivered.
struct Message
{
    quint64 number = 0; //!< rises per queue, starts at 1, is never used twice; gaps are legal
    Payload payload;
    QString tag;
    qint64 byteCount = 0; //!< of the payload, counted once
    Instant queuedAt;
};

} // namespace Holdfast
