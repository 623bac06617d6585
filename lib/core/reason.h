// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "holdfastglobal.h"

#include <QtCore/qobjectdefs.h>

namespace Holdfast {

namespace Reasons {
Q_NAMESPACE_EXPORT(HOLDFAST_EXPORT)

//! Why a request, and with it credentials, are asked for.
enum class Reason {
    FirstDial, //!< the first attempt since open()
    Reconnect, //!< a later attempt; a cached token will do as long as it is valid
    Rejected, //!< the server refused the last credentials: a cached token will not do
};
Q_ENUM_NS(Reason)

} // namespace Reasons
using Reasons::Reason;

} // namespace Holdfast
