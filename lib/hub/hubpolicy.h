// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "hubglobal.h"
#include "instant.h"

namespace Holdfast {

//! Every knob of the hub. Values out of range are clamped.
struct HubPolicy
{
    //! A client that returns within this time resumes its session. 0 to 24 h.
    Duration gracePeriod{30'000};
    //! A ping to each client so often, 1 s to 1 h; two missed: gone.
    Duration heartbeatInterval{30'000};
    //! A client that has not said hello by then is closed with 4400. 1 s to 5 min.
    Duration helloTimeout{10'000};

    //! Of a whole frame in UTF-8, 1 KiB to 15 MiB, since a client that it is relayed to takes
    //! 16 MiB; larger ones end the connection with 1009.
    qint64 maxMessageBytes = 1024LL * 1024;
    //! A client to which more waits to be sent, and after a second no less, is closed with 4408.
    //! 64 KiB to 1 GiB, at least twice maxMessageBytes.
    qint64 maxUnsentBytes = 8LL * 1024 * 1024;
    //! More are closed with 4001 and a wait. 1 to 1 000 000.
    int maxClients = 10'000;
    //! Of one client; those above are rejected with a wait. 0: any number. At most 1 000 000.
    int maxMessagesPerSecond = 0;

    //! The log of one room: 0 to 10 000 000 events, 0 to 64 GiB of memory. All rooms together: 16
    //! times so much memory; then rooms are forgotten that nobody is in, and when there is none
    //! left, the oldest events of the largest ones.
    int maxLoggedEvents = 10'000;
    qint64 maxLoggedBytes = 64LL * 1024 * 1024;

    //! For clients that number nothing: how long their keys are remembered. 0 to 24 h.
    Duration deduplicationWindow{300'000};
    //! How many producers, and keys, are remembered. 1 to 100 000 000.
    int maxRememberedProducers = 100'000;

    //! Tell those in a room who comes and goes.
    bool announcesPresence = true;

    //! The same with every value in its range.
    [[nodiscard]] HOLDFAST_HUB_EXPORT HubPolicy clamped() const;

    bool operator==(const HubPolicy &) const = default;
};

} // namespace Holdfast
