// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

//! A folder for queues among the system's temporary files, the same for each start of this user:
//! holdfast-demo-<uid>. Empty if it cannot be had for this user alone: everybody may write there,
//! and somebody else may have been faster.
[[nodiscard]] QString temporaryQueueFolder();
