// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

#include <chrono>
#include <functional>

QT_BEGIN_NAMESPACE
class QQuickWindow;
QT_END_NAMESPACE

//! How long people wait for the window.
namespace FirstFrame {

//! Calls \a done, in the thread of \a window, when its first frame is on the screen; with the time
//! since the start of the process, loading of libraries included, where the system tells (Linux,
//! to 10 ms); else negative.
void watch(QQuickWindow *window, const std::function<void(std::chrono::milliseconds)> &done);

} // namespace FirstFrame
