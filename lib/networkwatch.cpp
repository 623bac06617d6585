// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "networkwatch.h"

#include "hostreach.h"
#include "logging.h"
#include "systemnetworkmonitor.h"
#include "wakemonitor.h"

#include <QtCore/qmetaobject.h>
#include <QtCore/qthread.h>

#include <utility>

namespace Holdfast {

namespace {

template <typename Enum> QString nameOf(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value)));
}

} // namespace

NetworkWatch::NetworkWatch(QObject *parent)
    : QObject(parent)
{
}

NetworkWatch::~NetworkWatch() = default;

NetworkMonitor *NetworkWatch::monitor() const
{
    return m_isSystems ? SystemNetworkMonitor::shared() : m_monitor.data();
}

bool NetworkWatch::choose(NetworkMonitor *monitor)
{
    if (!m_isSystems && m_monitor == monitor)
        return false;
    m_isSystems = false;
    m_monitor = monitor;
    m_chosen = NetworkReference(monitor);
    return true;
}

void NetworkWatch::setActive(bool active)
{
    if (std::exchange(m_active, active) != active)
        follow();
}

void NetworkWatch::setUrl(const QUrl &url)
{
    if (std::exchange(m_url, url) != url)
        follow();
}

void NetworkWatch::look()
{
    if (m_watchesSleep)
        m_wake->look();
}

void NetworkWatch::follow()
{
    // What comes of it is told last, because a handler may do anything.
    const NetworkFacts before = facts();
    const HostReach reach = reachOf(m_url.host());
    const bool wanted = m_active && reach != HostReach::Here;
    const NetworkReference source = !wanted ? NetworkReference()
        : m_isSystems                       ? NetworkReference(monitor())
                                            : m_chosen;
    followSleep(wanted);
    const bool isThere = source.isAlive();
    const bool listens
        = isThere && m_observation && m_observation->isOf(source) && reach == m_rumours.reach();
    if (listens)
        return;
    News news = stopListening();
    m_rumours = NetworkRumours(reach);
    // What is bad for the new host, or by another's word, need not first be taken back.
    if (const News first = isThere ? listen(source) : News())
        news = first;
    tell(news, before);
}

NetworkWatch::News NetworkWatch::listen(const NetworkReference &source)
{
    News first;
    source.visit([&](NetworkMonitor *monitor) {
        qCDebug(lcNetwork) << "listens to" << monitor->metaObject()->className();
        m_ear = std::make_unique<QObject>();
        // Direct in one thread: a dial is commanded in the turn of the monitor's word.
        connect(monitor, &NetworkMonitor::changed, m_ear.get(),
                [this](const NetworkFacts &facts) { hear(facts); });
        connect(monitor, &QObject::destroyed, m_ear.get(), [this] { follow(); });
        m_observation = std::make_unique<NetworkObservation>(monitor);
        if (monitor->thread() == QThread::currentThread() && monitor->hasSpoken())
            first = m_rumours.hear(monitor->facts());
    });
    return first;
}

NetworkWatch::News NetworkWatch::stopListening()
{
    m_ear.reset();
    m_observation.reset();
    return m_rumours.forget();
}

void NetworkWatch::followSleep(bool wanted)
{
    if (std::exchange(m_watchesSleep, wanted) == wanted)
        return;
    if (!wanted)
        return m_wake->stop();
    if (!m_wake) {
        m_wake = new WakeMonitor(this);
        connect(m_wake, &WakeMonitor::woken, this, [this] { Q_EMIT heard(Event::Woken); });
        connect(m_wake, &WakeMonitor::activated, this, [this] {
            const QPointer<NetworkWatch> alive(this);
            // QPointer asks whether it is null, and so the analyzer believes that this may be.
            look(); // NOLINT(clang-analyzer-core.CallAndMessage)
            if (alive)
                Q_EMIT heard(Event::Activated);
        });
    }
    m_wake->start();
}

void NetworkWatch::hear(const NetworkFacts &facts)
{
    const QPointer<QObject> ear(m_ear.get());
    look(); // one wakes up to another network
    if (!ear) // and a handler has turned to another monitor, or to none
        return;
    const NetworkFacts before = this->facts();
    tell(m_rumours.hear(facts), before);
}

//! The last thing that is done: a handler may delete everything.
void NetworkWatch::tell(News news, const NetworkFacts &before)
{
    const NetworkFacts now = facts();
    if (!news && now == before)
        return;
    qCDebug(lcNetwork) << now.reachability << now.medium
                       << (now.behindCaptivePortal ? "behind a captive portal" : "");
    Q_EMIT heard(news);
}

QString NetworkWatch::explain() const
{
    switch (m_rumours.reach()) {
    case HostReach::Here:
        return QStringLiteral("not asked: the host is this machine, or there is none\n");
    case HostReach::Near:
    case HostReach::Far:
        break;
    }
    if (!m_observation)
        return m_active ? QStringLiteral("not asked: there is no monitor\n")
                        : QStringLiteral("not asked: no connection is wanted\n");
    const NetworkFacts said = facts();
    QString text
        = QStringLiteral("%1, medium %2").arg(nameOf(said.reachability), nameOf(said.medium));
    if (said.behindCaptivePortal)
        text += QStringLiteral(", behind a captive portal");
    if (said.metered)
        text += QStringLiteral(", metered");
    if (m_rumours.reach() == HostReach::Near)
        text += QStringLiteral("; the host is a neighbour: only good news count");
    else if (said.inferred)
        text += QStringLiteral("; says a health check: it holds nobody back");
    return text + u'\n';
}

} // namespace Holdfast
