// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "networkmonitor.h"

#include "networkobservation.h"

#include <QtCore/qloggingcategory.h>
#include <QtCore/qpointer.h>

#include <utility>

namespace Holdfast {

namespace {

Q_LOGGING_CATEGORY(lcMonitor, "holdfast.network", QtInfoMsg)

} // namespace

NetworkMonitor::NetworkMonitor(QObject *parent)
    : QObject(parent)
    , m_life(std::make_shared<Life>(this))
{
    qRegisterMetaType<NetworkFacts>();
}

NetworkMonitor::~NetworkMonitor()
{
    const std::scoped_lock lock(m_life->mutex);
    m_life->monitor = nullptr;
}

void NetworkMonitor::observe()
{
    if (m_observers.fetch_add(1) == 0)
        QMetaObject::invokeMethod(this, &NetworkMonitor::follow, Qt::QueuedConnection);
}

void NetworkMonitor::release()
{
    int observers = m_observers.load();
    do {
        if (observers <= 0) {
            qCWarning(lcMonitor, "a monitor was released more often than observed");
            return;
        }
    } while (!m_observers.compare_exchange_weak(observers, observers - 1));
    if (observers == 1)
        QMetaObject::invokeMethod(this, &NetworkMonitor::follow, Qt::QueuedConnection);
}

//! Watches or not, as is wanted by now.
void NetworkMonitor::follow()
{
    const bool wanted = m_observers.load() > 0;
    if (wanted == m_watching)
        return;
    m_watching = wanted;
    m_spoken = false;
    if (wanted)
        return start();
    stop();
    m_spoken = false; // whatever its last word was
}

void NetworkMonitor::pause()
{
    if (std::exchange(m_watching, false)) {
        m_isPausing = true;
        stop();
        m_isPausing = false;
        m_spoken = false;
    }
}

void NetworkMonitor::resume()
{
    QMetaObject::invokeMethod(this, &NetworkMonitor::follow, Qt::QueuedConnection);
}

void NetworkMonitor::announce()
{
    if (m_spoken)
        Q_EMIT changed(m_facts);
}

void NetworkMonitor::announceSoon()
{
    if (m_willAnnounce.exchange(true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_willAnnounce = false; // first: who asks from now on may have come too late for it
            announce();
        },
        Qt::QueuedConnection);
}

void NetworkMonitor::setFacts(const NetworkFacts &facts)
{
    const NetworkFacts before = std::exchange(m_facts, facts);
    const bool wasSilent = !std::exchange(m_spoken, true);
    if ((before == m_facts && !wasSilent) || m_isPausing)
        return;
    const QPointer<NetworkMonitor> alive(this); // a handler may delete it
    if (before.reachability != facts.reachability)
        Q_EMIT reachabilityChanged();
    if (alive && before.behindCaptivePortal != facts.behindCaptivePortal)
        Q_EMIT behindCaptivePortalChanged();
    if (alive && before.metered != facts.metered)
        Q_EMIT meteredChanged();
    if (alive && before.medium != facts.medium)
        Q_EMIT mediumChanged();
    if (alive)
        Q_EMIT changed(m_facts);
}

} // namespace Holdfast
