// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "hubfaults.h"

#include <QtCore/qstring.h>

//! A hub's faults as words, each NAME or NAME=VALUE:
//!
//! refuse, close[=CODE], mute, freeze, drop-acks=PART, delay=MS, kill-after=BYTES; none.
namespace FaultWords {

//! Adds one to \a faults; "none" takes all away. Empty if it could be understood, else why not.
[[nodiscard]] QString add(const QString &word, Holdfast::HubFaults &faults);

} // namespace FaultWords
