// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>

#include <functional>

//! A home for what all connections of the process share, in whatever threads they are.
namespace Holdfast::MainThread {

//! An object that lives in the application's thread and is never deleted: so it may be spoken to
//! from any thread, at any time, also when the application is gone.
struct Resident
{
    QObject *object = nullptr;
    //! A further QCoreApplication has begun; in its thread.
    std::function<void()> applicationBegins;
    //! Its end has begun: what needs an event loop is to be given up now. In its thread.
    std::function<void()> applicationEnds;
};

//! Moves a new object there, from the thread that made it; where there is no application yet, as
//! soon as there is one. Until then what is sent to it waits.
void settle(const Resident &resident);

} // namespace Holdfast::MainThread
