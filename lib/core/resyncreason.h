// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "holdfastglobal.h"

#include <QtCore/qobjectdefs.h>

namespace Holdfast {

namespace ResyncReasons {
Q_NAMESPACE_EXPORT(HOLDFAST_EXPORT)

//! Why the events after the cursor cannot be had any more. The application must fetch a snapshot by
//! its own means.
enum class ResyncReason {
    HistoryTrimmed, //!< the server keeps its log only so long
    EpochChanged, //!< the server's log is another one than that of the cursor
    CursorAhead, //!< the server's log ends before the cursor: it lost what we have seen
};
Q_ENUM_NS(ResyncReason)

} // namespace ResyncReasons
using ResyncReasons::ResyncReason;

} // namespace Holdfast
