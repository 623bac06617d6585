// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "mainthread.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qmutex.h>
#include <QtCore/qthread.h>

#include <utility>
#include <vector>

namespace Holdfast::MainThread {

namespace {

struct House
{
    QMutex mutex;
    std::vector<Resident> residents;
    bool knowsTheEnd = false; //!< Qt will call us when this application ends
};

//! Never destroyed: there may be threads that outlive main().
House &house()
{
    static auto *const only = new House;
    return *only;
}

std::vector<Resident> residents()
{
    const QMutexLocker lock(&house().mutex);
    return house().residents;
}

void end()
{
    {
        const QMutexLocker lock(&house().mutex);
        house().knowsTheEnd = false;
    }
    for (const Resident &resident : residents())
        resident.applicationEnds();
}

void awaitEnd()
{
    const QMutexLocker lock(&house().mutex);
    if (!std::exchange(house().knowsTheEnd, true))
        qAddPostRoutine(end);
}

void begin()
{
    const std::vector<Resident> all = residents();
    if (all.empty())
        return;
    awaitEnd();
    for (const Resident &resident : all) {
        if (!resident.object->thread()) // only the thread that takes it in can do that
            resident.object->moveToThread(QThread::currentThread());
        resident.applicationBegins();
    }
}

} // namespace

void settle(const Resident &resident)
{
    {
        const QMutexLocker lock(&house().mutex);
        house().residents.push_back(resident);
    }
    const QCoreApplication *application = QCoreApplication::instance();
    resident.object->moveToThread(application ? application->thread() : nullptr);
    if (application)
        awaitEnd();
}

Q_COREAPP_STARTUP_FUNCTION(begin)

} // namespace Holdfast::MainThread
