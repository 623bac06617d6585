// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "backoff.h"
#include "holdfastglobal.h"
#include "instant.h"
#include "pacing.h"

#include <QtCore/qobjectdefs.h>
#include <QtCore/qstringlist.h>

namespace Holdfast {

namespace Livenesses {
Q_NAMESPACE_EXPORT(HOLDFAST_EXPORT)

//! What counts as proof that the peer is there.
enum class Liveness {
    RoundTrips, //!< an answer to something of ours
    InboundTraffic, //!< anything; for peers that break RFC 6455 §5.5.2 and answer no ping
};
Q_ENUM_NS(Liveness)

} // namespace Livenesses
using Livenesses::Liveness;

namespace OverflowPolicies {
Q_NAMESPACE_EXPORT(HOLDFAST_EXPORT)

//! What to do with a message that does not fit.
enum class OverflowPolicy {
    RefuseNewest, //!< send… returns 0 and messageRefused says why
    //! The oldest that were never written fail (Dropped) until it fits; if that would not do, or
    //! for a volatile message, as above.
    DropOldest,
};
Q_ENUM_NS(OverflowPolicy)

} // namespace OverflowPolicies
using OverflowPolicies::OverflowPolicy;

//! How much may wait, and how much of it may be in flight.
struct OutboxLimits
{
    int maxPendingMessages = 100'000; //!< ≥ 1
    qint64 maxPendingBytes = 64LL * 1024 * 1024; //!< ≥ 1; payload bytes
    qint64 maxMessageBytes = 16LL * 1024 * 1024; //!< ≥ 1; payload bytes of one message
    OverflowPolicy overflow = OverflowPolicy::RefuseNewest; //!< what happens beyond that
    //! ≥ 1; written and not yet confirmed. Four times fewer and a stream of 64-byte messages waits
    //! for its fences half of the time: a peer that reads a megabyte at a time answers them all at
    //! its end.
    int windowMessages = 65'536;
    qint64 windowBytes = 8LL * 1024 * 1024; //!< ≥ 1; the same in bytes; a larger message goes alone
    //! ≥ 1; no write while the socket holds more bytes than this
    qint64 maxUnwrittenBytes = 1024LL * 1024;

    bool operator==(const OutboxLimits &) const = default;
};

//! Every knob of the connection, as one value. The defaults suit a desktop app on the internet.
//!
//! Durations are milliseconds and, where nothing else is said, from 1 ms to 24 h; backoff.floor and
//! pacing.gap may be 0 as well.
struct HOLDFAST_EXPORT Policy
{
    Backoff backoff; //!< between failed attempts
    PacingPolicy pacing; //!< over all attempts
    OutboxLimits outbox; //!< how much may wait

    Duration connectTimeout{15'000}; //!< credentials, DNS, TCP, TLS, upgrade and greeting together
    Duration heartbeatInterval{25'000}; //!< silence that is followed by a ping
    Duration heartbeatTimeout{10'000}; //!< silence after that ping that ends the connection
    Duration probeTimeout{3'000}; //!< the same after the system announced a change; what was on its
                                  //!< way by then excuses nothing
    //! 0 to 24 h; how long write progress alone may excuse an unanswered ping
    Duration writeGrace{60'000};
    Duration closeTimeout{3'000}; //!< for what is in flight and the peer's goodbye, together
    Duration stableAfter{10'000}; //!< connected for so long, and once answered: forget the failures
    Duration firstRetrySpread{
        1'000}; //!< 0 to 24 h; blurs the immediate retry after a stable connection
    Duration restartSpread{10'000}; //!< 0 to 24 h; blurs the return after the server restarted
    Duration overloadWait{15'000}; //!< HTTP 429 and 503 without Retry-After
    Duration maxServerWait{300'000}; //!< neither a wait that a server asks for is longer, nor
                                     //!< the spread that it adds
    Duration networkRetry{60'000}; //!< the system says no network: try all the same after this
    Duration redialAfter{2'000}; //!< an attempt this old is started again when the network changes
    Duration failedRetry{0}; //!< 0 to 24 h; 0: Failed is left on request only; else after so long

    //! ≥ 0; dials since open() or since the last stable connection, before Failed; 0: never give up
    int maxAttempts = 0;
    int patience = 3; //!< ≥ 1; answers that look final but may be a deploy: this many in a row …
    Duration patienceSpan{120'000}; //!< … that span at least this long are believed; 0 to 24 h
    //! 1 to 2³¹ − 1; a larger incoming message ends the connection with 1009
    qint64 maxIncomingBytes = 16LL * 1024 * 1024;
    int maxFramesPerSecond = 0; //!< ≥ 0; 0: no limit; counts pings
    Liveness liveness = Liveness::RoundTrips; //!< what proves that the peer is there
    bool retryAfterNormalClosure = true; //!< the server closed with 1000: come back?
    bool acceptWritten
        = false; //!< when a peer turns out to answer no ping, take "the kernel has it" as delivered

    //! What is wrong with it, a line each; empty if nothing is.
    [[nodiscard]] QStringList problems() const;

    bool operator==(const Policy &) const = default;
};

} // namespace Holdfast
