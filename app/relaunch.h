// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

//! A real SIGKILL of this process, and a fresh copy of it.
namespace Relaunch {

//! Kills this process, after it started another one with the same arguments, which waits until it
//! is gone. \a lost is for the other one's --lost. Returns only if no other one could be started.
void killAndReplace(int lost);

//! Waits until \a process is gone, but no longer than 10 s.
void awaitEndOf(qint64 process);

} // namespace Relaunch
