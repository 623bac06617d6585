// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "holdfastglobal.h"

#include <QtCore/qobjectdefs.h>

namespace Holdfast {

namespace CommitModes {
Q_NAMESPACE_EXPORT(HOLDFAST_EXPORT)

//! When a named queue is made safe on the disk.
enum class CommitMode {
    //! While not connected, at the end of each turn of the event loop. While connected, when a
    //! message is not confirmed within 100 ms; most never touch the disk.
    Batched,
    EveryMessage, //!< send… returns when the message is safe, and may take as long as the disk does
    Manual, //!< by commit(), at the end of the application, and when the object is destroyed
};
Q_ENUM_NS(CommitMode)

} // namespace CommitModes
using CommitModes::CommitMode;

} // namespace Holdfast
