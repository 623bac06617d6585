// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "holdfastglobal.h"

#include <QtCore/qobjectdefs.h>

namespace Holdfast {

// A namespace of its own: two headers cannot share one Q_NAMESPACE, and enums that share one clash
// silently in QML.
namespace ConnectionStates {
Q_NAMESPACE_EXPORT(HOLDFAST_EXPORT)

//! What the logical connection is doing. One enum serves the core, C++ and QML.
enum class ConnectionState {
    Closed, //!< Not wanted. Rests until open().
    Connecting, //!< A dial is under way: credentials, DNS, TCP, TLS, upgrade and greeting together.
    Connected, //!< Ready: what is sent goes out.
    WaitingToRetry, //!< Down; the next dial has a time, see nextAttemptAt.
    WaitingForNetwork, //!< Down, and the system says that there is no network. Tries all the same
                       //!< now and then.
    Closing, //!< Asked to close; finishing what is in flight and waiting for the peer's goodbye.
    Failed, //!< Given up, see lastError. Left by open(), retryNow(), close() or new credentials;
            //!< see also Policy::failedRetry.
};
Q_ENUM_NS(ConnectionState)

} // namespace ConnectionStates
using ConnectionStates::ConnectionState;

namespace WaitReasons {
Q_NAMESPACE_EXPORT(HOLDFAST_EXPORT)

//! Why the connection waits, in the two waiting states.
enum class WaitReason {
    None, //!< It does not wait.
    Backoff, //!< The last attempt failed; the wait grows with each failure.
    Pacing, //!< The dial budget is used up: six at once, nine with retryNow(), then one per five
            //!< seconds, see PacingPolicy.
    ServerAsked, //!< The server named a time (Retry-After, an announced restart, a hint in the
                 //!< close reason).
    Network, //!< The system says that there is no network.
};
Q_ENUM_NS(WaitReason)

} // namespace WaitReasons
using WaitReasons::WaitReason;

//! A state is a row of facts; code asks for these and not for the state.
struct StateFacts
{
    bool holdsSocket; //!< A transport belongs to this state.
    bool rests; //!< Waits for the application only, so it has no deadline (but see
                //!< Policy::failedRetry).
    bool waits; //!< A dial will follow by itself.
    bool maySend; //!< The protocol may write messages.
};

//! The facts of a state.
[[nodiscard]] constexpr StateFacts facts(ConnectionState state) noexcept
{
    switch (state) {
    case ConnectionState::Closed:
        return {.holdsSocket = false, .rests = true, .waits = false, .maySend = false};
    case ConnectionState::Connecting:
        return {.holdsSocket = true, .rests = false, .waits = false, .maySend = false};
    case ConnectionState::Connected:
        return {.holdsSocket = true, .rests = false, .waits = false, .maySend = true};
    case ConnectionState::WaitingToRetry:
    case ConnectionState::WaitingForNetwork:
        return {.holdsSocket = false, .rests = false, .waits = true, .maySend = false};
    case ConnectionState::Closing:
        return {.holdsSocket = true, .rests = false, .waits = false, .maySend = false};
    case ConnectionState::Failed:
        break;
    }
    return {.holdsSocket = false, .rests = true, .waits = false, .maySend = false};
}

} // namespace Holdfast
