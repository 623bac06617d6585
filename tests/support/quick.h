// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "reconnectingwebsocket.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qeventloop.h>
#include <QtCore/qthread.h>
#include <QtCore/qtimer.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

#include <functional>

//! How the façade's tests wait: for something, never for long.
#define EVENTUALLY(condition)                                                                      \
    QVERIFY2(Holdfast::waitUntil([&] { return bool(condition); }), #condition " stays false")

namespace Holdfast {

using namespace std::chrono_literals;

//! No test fails for slowness before this.
inline constexpr int Patience = 20'000;

//! Runs the event loop until \a done; looks after each event, so no state is too short to be seen.
inline bool waitUntil(const std::function<bool()> &done)
{
    const QDeadlineTimer deadline(Patience);
    QTimer look; // for what comes from other threads
    look.start(10);
    while (!done() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return done();
}

//! Retries at once, and lets everybody dial.
inline Policy quick()
{
    Policy policy;
    policy.backoff = {.base = 10ms, .factor = 1.5, .cap = 40ms, .floor = 1ms};
    policy.pacing = {.burst = 1000, .refill = 1ms, .gap = 0ms};
    policy.firstRetrySpread = 10ms;
    policy.restartSpread = 10ms;
    policy.overloadWait = 10ms;
    return policy;
}

//! Waits for a long time after the first failure.
inline Policy patient()
{
    Policy policy = quick();
    policy.backoff = {.base = 1h, .cap = 1h, .jitter = Jitter::None};
    return policy;
}

//! A ReconnectingWebSocket that is in a hurry and asks no proxy.
class Client : public ReconnectingWebSocket
{
public:
    explicit Client(const Policy &policy = quick())
    {
        setProxy(QNetworkProxy::NoProxy);
        if (!setPolicy(policy))
            qFatal("the test's policy is not valid");
    }

    //! Waits in the event loop for that state.
    [[nodiscard]] bool reaches(ConnectionState wanted)
    {
        return waitUntil([&] { return state() == wanted; });
    }
};

//! A thread with an event loop, which ends with this object. Start it when something has moved in.
class Elsewhere : public QThread
{
public:
    ~Elsewhere() override
    {
        quit();
        wait();
    }
};

//! Runs the event loop until what was posted before is handled; no waiting.
inline void settle(int rounds = 5)
{
    for (int i = 0; i < rounds; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

//! Lets a story go on for so long; for those that are about a rate.
inline void observeFor(std::chrono::milliseconds duration)
{
    QEventLoop loop;
    QTimer::singleShot(duration, &loop, &QEventLoop::quit);
    loop.exec();
}

inline QStringList numbered(int from, int through)
{
    QStringList list;
    for (int i = from; i <= through; ++i)
        list += QString::number(i);
    return list;
}

} // namespace Holdfast
