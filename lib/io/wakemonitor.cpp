// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "wakemonitor.h"

#include "sleepsignal.h"
#include "timeasleep.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qpointer.h>

#include <utility>

namespace Holdfast {

using namespace std::chrono_literals;

namespace {

//! What the two clocks may move apart while the machine is awake: they are not read at once.
constexpr Duration Tolerance = 2s;

//! After the clocks told of a sleep, its signals may still be under way: a process that is busy, or
//! frozen at once, hears both when it is over.
constexpr auto SignalsMayBeLate = 10s;

//! The signal of QGuiApplication. By name, because Qt Core knows no windows.
constexpr const char *StateSignal = "applicationStateChanged(Qt::ApplicationState)";

} // namespace

class WakeMonitor::Platform
{
public:
    explicit Platform(std::function<Duration()> clock)
        : asleep(std::move(clock))
    {
    }

    const std::function<Duration()> asleep;
    Duration seen{0}; //!< of asleep(), when we looked last
    bool isListening = false;
    bool isSleepAhead = false; //!< announced, and not over as far as we have said
    QDeadlineTimer lateSignals; //!< until then they tell of a sleep that we know
    QPointer<QCoreApplication> application;
};

WakeMonitor::WakeMonitor(QObject *parent)
    : WakeMonitor(parent, timeAsleep)
{
}

WakeMonitor::WakeMonitor(QObject *parent, std::function<Duration()> asleep)
    : QObject(parent)
    , m_platform(std::make_unique<Platform>(std::move(asleep)))
{
}

WakeMonitor::~WakeMonitor() { stop(); }

void WakeMonitor::start()
{
    m_platform->seen = m_platform->asleep();
    m_platform->isSleepAhead = false;
    if (std::exchange(m_platform->isListening, true))
        return;
    SleepSignal *signal = SleepSignal::shared();
    connect(signal, &SleepSignal::came, this, &WakeMonitor::takeSleepSignal);
    signal->observe();
    QCoreApplication *application = QCoreApplication::instance();
    if (application && application->metaObject()->indexOfSignal(StateSignal) >= 0) {
        m_platform->application = application;
        connect(application, SIGNAL(applicationStateChanged(Qt::ApplicationState)), this,
                SLOT(takeApplicationState(Qt::ApplicationState)));
    }
}

void WakeMonitor::stop()
{
    if (!std::exchange(m_platform->isListening, false))
        return;
    SleepSignal *signal = SleepSignal::shared();
    signal->disconnect(this);
    signal->release();
    if (QCoreApplication *application = std::exchange(m_platform->application, nullptr))
        application->disconnect(this);
}

void WakeMonitor::look()
{
    if (m_platform->isListening && hasSlept())
        Q_EMIT woken();
}

//! True once for each sleep that the clocks know of.
bool WakeMonitor::hasSlept()
{
    const Duration now = m_platform->asleep();
    if (now - std::exchange(m_platform->seen, now) <= Tolerance)
        return false;
    m_platform->isSleepAhead = false;
    m_platform->lateSignals = QDeadlineTimer(SignalsMayBeLate);
    return true;
}

void WakeMonitor::takeSleepSignal(bool isAhead)
{
    if (!m_platform->isListening) // a signal from another thread may come late
        return;
    const bool wasAhead = std::exchange(m_platform->isSleepAhead, isAhead);
    const bool wasKnown = !m_platform->lateSignals.hasExpired();
    const bool slept = hasSlept();
    // By the clocks; or by logind alone, where they count sleep like any other time.
    if (slept || (wasAhead && !isAhead && !wasKnown))
        Q_EMIT woken();
}

void WakeMonitor::pretendSleep(int milliseconds) { m_platform->seen -= Duration(milliseconds); }

void WakeMonitor::takeApplicationState(Qt::ApplicationState state)
{
    if (m_platform->isListening && state == Qt::ApplicationActive)
        Q_EMIT activated();
}

} // namespace Holdfast
