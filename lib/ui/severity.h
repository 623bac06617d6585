// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "holdfastglobal.h"

#include <QtCore/qobjectdefs.h>

namespace Holdfast {

namespace Severities {
Q_NAMESPACE_EXPORT(HOLDFAST_EXPORT)

//! How much a user should care.
enum class Severity {
    Neutral, //!< something is going on; it may well be nothing
    Info, //!< good to know; it passes by itself
    Positive, //!< it is well again
    Warning, //!< something does not work, and is being worked on
    Error, //!< it will not come back without the user
};
Q_ENUM_NS(Severity)

} // namespace Severities
using Severities::Severity;

} // namespace Holdfast
