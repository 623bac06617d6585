// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "sleepsignal.h"

#include "mainthread.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr Duration LongestRetry = std::chrono::minutes(15);

#ifdef Q_OS_LINUX
constexpr bool MayHaveABus = true;
#else
constexpr bool MayHaveABus = false;
#endif

} // namespace

SleepSignal::SleepSignal()
    : m_retry(this)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &SleepSignal::open);
}

SleepSignal::~SleepSignal() = default;

SleepSignal *SleepSignal::shared()
{
    static SleepSignal *const only = [] {
        auto *signal = new SleepSignal;
        MainThread::settle({.object = signal,
                            .applicationBegins =
                                [signal] {
                                    QMetaObject::invokeMethod(signal, &SleepSignal::follow,
                                                              Qt::QueuedConnection);
                                },
                            .applicationEnds = [signal] { signal->close(); }});
        return signal;
    }();
    return only;
}

void SleepSignal::observe()
{
    if (m_observers.fetch_add(1) == 0)
        QMetaObject::invokeMethod(this, &SleepSignal::follow, Qt::QueuedConnection);
}

void SleepSignal::release()
{
    if (m_observers.fetch_sub(1) == 1)
        QMetaObject::invokeMethod(this, &SleepSignal::follow, Qt::QueuedConnection);
}

void SleepSignal::follow()
{
    const bool wanted = m_observers.load() > 0;
    if (wanted == m_isOpen)
        return;
    if (wanted)
        open();
    else
        close();
}

void SleepSignal::open()
{
    m_isOpen = true;
    m_bus = std::make_unique<SystemBus>();
    connect(m_bus.get(), &SystemBus::signalled, this, [this](const BusMessage &message) {
        if (message.member == "PrepareForSleep"
            && message.interface == "org.freedesktop.login1.Manager") {
            if (const std::optional<bool> isAhead = message.truth())
                Q_EMIT came(*isAhead);
        }
    });
    connect(m_bus.get(), &SystemBus::answered, this,
            [this](quint32 serial, const QByteArray &error) {
                if (serial != m_question)
                    return;
                m_isListening = error.isEmpty();
                m_wait = m_firstWait;
            });
    connect(m_bus.get(), &SystemBus::gone, this, [this](SystemBus::Absence absence) {
        m_isListening = false;
        if (!MayHaveABus || absence == SystemBus::Absence::Elsewhere)
            return; // that will not change
        // It may be on its way up, or back.
        m_retry.start(m_wait);
        m_wait = std::min(2 * m_wait, std::max(LongestRetry, m_firstWait));
    });
    m_question = m_bus->listen(
        "type='signal',sender='org.freedesktop.login1',path='/org/freedesktop/login1',"
        "interface='org.freedesktop.login1.Manager',member='PrepareForSleep'");
    m_bus->open();
}

void SleepSignal::close()
{
    m_isOpen = false;
    m_isListening = false;
    m_wait = m_firstWait;
    m_retry.stop();
    m_bus.reset();
}

} // namespace Holdfast
