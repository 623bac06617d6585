// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connectionerror.h"
#include "cursor.h"
#include "frame.h"
#include "messagefailure.h"
#include "reason.h"
#include "resyncreason.h"

#include <QtCore/qvariant.h>

#include <variant>
#include <vector>

namespace Holdfast {

//! What a link wants done: commands to the transport first, then what to tell the application.
namespace Effects {

// To the transport.

//! Dial with a fresh transport; abandon the one before.
struct Dial
{
    Reason reason;
};
//! Drop the transport, now.
struct Abandon
{
};
//! Say goodbye.
struct HangUp
{
    quint16 code;
    QString reason;
};
//! Put this on the wire.
struct Write
{
    Frame frame;
};

// To the queue.

//! The server knows numbers of ours that we have not given yet: the queue is an old copy. Number
//! under another name from now on; what was never written gets it, too.
struct TakeNewProducer
{
};

//! These are delivered: they need not be kept any more.
struct Forget
{
    std::vector<quint64> numbers;
};

// To the application.

struct Connected
{
    bool resumed;
};
struct Disconnected
{
    ConnectionError error;
};
//! A dial failed; or, while connected, something is amiss that does not end the connection.
struct Troubled
{
    ConnectionError error;
};
struct Failed
{
    ConnectionError error;
};
struct Stable
{
};
struct Received
{
    Payload payload;
    Cursor cursor{}; //!< an event: where the cursor stands when it is handled
    QVariant value{}; //!< an event: what the payload was
};
//! The cursor stands here now, and there is nothing to hear for it.
struct Positioned
{
    Cursor cursor;
};
//! The events between the cursor and this one will not come.
struct ResyncRequired
{
    ResyncReason reason;
    Cursor cursor;
};
struct PresenceReceived
{
    QVariantMap presence;
};
struct MessageWritten
{
    quint64 number;
};
struct MessageDelivered
{
    quint64 number;
    QString tag;
};
struct MessageFailed
{
    quint64 number;
    MessageFailure failure;
    QString tag;
    bool maybeDelivered = false; //!< it was written once and may have arrived
};
//! For the log: again it was alone in flight when the connection ended, and may be why.
struct MessageSuspected
{
    quint64 number;
    int ends; //!< so often
    int strikes; //!< with a close code that blames the message; of Quarantine::Strikes
};
struct RestartAnnounced
{
    int milliseconds;
};
struct CredentialsRequired
{
    Reason reason;
};

} // namespace Effects

using Effect
    = std::variant<Effects::Dial, Effects::Abandon, Effects::HangUp, Effects::Write,
                   Effects::TakeNewProducer, Effects::Forget, Effects::Connected,
                   Effects::Disconnected, Effects::Troubled, Effects::Failed, Effects::Stable,
                   Effects::Received, Effects::Positioned, Effects::ResyncRequired,
                   Effects::PresenceReceived, Effects::MessageWritten, Effects::MessageDelivered,
                   Effects::MessageFailed, Effects::MessageSuspected, Effects::RestartAnnounced,
                   Effects::CredentialsRequired>;

} // namespace Holdfast
