// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connectionerror.h"
#include "frame.h"
#include "messagefailure.h"
#include "reason.h"

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
                   Effects::Connected, Effects::Disconnected, Effects::Troubled, Effects::Failed,
                   Effects::Stable, Effects::Received, Effects::MessageWritten,
                   Effects::MessageDelivered, Effects::MessageFailed, Effects::MessageSuspected,
                   Effects::RestartAnnounced, Effects::CredentialsRequired>;

} // namespace Holdfast
