// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "holdfastglobal.h"

#include <QtCore/qobjectdefs.h>

namespace Holdfast {

namespace CursorModes {
Q_NAMESPACE_EXPORT(HOLDFAST_EXPORT)

//! How long it is remembered which events were handled. While the object lives each comes once, in
//! every mode; the modes differ in where the next run begins.
enum class CursorMode {
    Session, //!< kept while the object lives: the next run begins with what is new then
    Persisted, //!< kept with the named queue, and moved when the handlers of an event have returned
    Manual, //!< kept with the named queue, and moved by confirmEvent()
};
Q_ENUM_NS(CursorMode)

} // namespace CursorModes
using CursorModes::CursorMode;

} // namespace Holdfast
