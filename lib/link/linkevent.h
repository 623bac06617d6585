// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connection.h"
#include "frame.h"
#include "greeting.h"
#include "message.h"
#include "verdict.h"

#include <variant>
#include <vector>

namespace Holdfast {

// What may happen to a link, besides the machine's own events that need no words.

//! The application wants no connection any more.
struct CloseAsked
{
    quint16 code = 1000;
    QString reason;
};
//! The application wants none as soon as nothing is pending, or when the time is over.
struct DrainAsked
{
    Duration timeout{0};
};
//! The application wants the same connection to go elsewhere.
struct EndpointChanged
{
    bool elsewhere = false; //!< another server or account: what was learnt of the old is void
};
//! The upgrade is done.
struct Upgraded
{
    Greeting greeting;
};
//! A frame came in.
struct Arrived
{
    Frame frame;
};
//! Bytes went out; so many are still waiting in our buffers.
struct Drained
{
    qint64 unwritten = 0;
};
//! The attempt or the connection is over.
struct Ended
{
    Ending ending;
};
//! The application has said all that it has to say for now: write.
struct Flush
{
};
//! The application saw the server's own answer to this message.
struct Confirmed
{
    quint64 number = 0;
};
//! These waited in an earlier run; they go first.
struct Restored
{
    std::vector<Message> messages; //!< the newest first
    //! What is pending has numbers that are not ours: it fails (Discarded).
    bool alone = false;
    bool last = false; //!< there are no more
};

using LinkEvent = std::variant<Event::Kind, CloseAsked, DrainAsked, EndpointChanged, Upgraded,
                               Arrived, Drained, Ended, Flush, Confirmed, Restored>;

} // namespace Holdfast
