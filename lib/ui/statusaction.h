// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "holdfastglobal.h"

#include <QtCore/qobjectdefs.h>

namespace Holdfast {

namespace StatusActions {
Q_NAMESPACE_EXPORT(HOLDFAST_EXPORT)

//! What a user can do about it.
enum class StatusAction {
    None, //!< nothing
    Retry, //!< do not wait any longer: ReconnectingWebSocket::retryNow()
    SignIn, //!< get new credentials, then ReconnectingWebSocket::credentialsChanged()
    OpenPortal, //!< open the sign-in page of the network in a browser
    UseHere, //!< take the connection back from another device: ReconnectingWebSocket::open()
};
Q_ENUM_NS(StatusAction)

} // namespace StatusActions
using StatusActions::StatusAction;

} // namespace Holdfast
