// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "instant.h"

#include <QtCore/qobject.h>

#include <functional>
#include <memory>

namespace Holdfast {

//! Notices that the machine slept, or that the application has become active again.
//!
//! One object belongs to one connection and lives in its thread. It runs no timer of its own: the
//! connection calls look() whenever it is awake anyway (at each heartbeat, and when a deadline has
//! come). Where the system announces wake-ups (logind's PrepareForSleep), it says so by itself.
class WakeMonitor : public QObject
{
    Q_OBJECT

public:
    explicit WakeMonitor(QObject *parent = nullptr);
    //! \a asleep stands for timeAsleep(), which it may ask at any time.
    WakeMonitor(QObject *parent, std::function<Duration()> asleep);
    ~WakeMonitor() override;

    //! Begins and ends to listen; nothing is loaded before. What happened meanwhile does not count.
    void start();
    void stop();
    //! Compares the clock that counts sleep with the one that does not. Says woken() if they have
    //! moved apart since the last look by more than 2 s. A changed wall clock is no sleep.
    void look();

Q_SIGNALS:
    //! The machine slept. Once for each sleep, however many signs of it there are.
    void woken();
    //! A person has come back to the application: a weaker sign.
    void activated();

private Q_SLOTS:
    void takeApplicationState(Qt::ApplicationState state);
    //! For tests of those who look: as if the machine had slept for so long, and nobody knew yet.
    void pretendSleep(int milliseconds);

private:
    void takeSleepSignal(bool isAhead);
    [[nodiscard]] bool hasSlept();

    class Platform;
    std::unique_ptr<Platform> m_platform;
};

} // namespace Holdfast
