// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "systemnetworkmonitor.h"

#include "mainthread.h"
#include "networkinformationloader.h"

#include <QtNetwork/qnetworkinformation.h>

#include <atomic>

namespace Holdfast {

namespace {

std::atomic<bool> isOn = true;
std::atomic<SystemNetworkMonitor *> made = nullptr;

Reachability reachabilityOf(const QNetworkInformation &system)
{
    using enum QNetworkInformation::Reachability;
    switch (system.reachability()) {
    case Unknown:
        break;
    case Disconnected:
        return Reachability::Disconnected;
    case Local:
        return Reachability::Local;
    case Site:
        return Reachability::Site;
    case Online:
        return Reachability::Online;
    }
    return Reachability::Unknown;
}

TransportMedium mediumOf(const QNetworkInformation &system)
{
    using enum QNetworkInformation::TransportMedium;
    switch (system.transportMedium()) {
    case Unknown:
        break;
    case Ethernet:
        return TransportMedium::Ethernet;
    case Cellular:
        return TransportMedium::Cellular;
    case WiFi:
        return TransportMedium::WiFi;
    case Bluetooth:
        return TransportMedium::Bluetooth;
    }
    return TransportMedium::Unknown;
}

} // namespace

SystemNetworkMonitor::SystemNetworkMonitor()
    : m_oneTurn(this)
{
    m_oneTurn.setSingleShot(true);
    m_oneTurn.setInterval(0);
    connect(&m_oneTurn, &QTimer::timeout, this, &SystemNetworkMonitor::takeFacts);
}

SystemNetworkMonitor::~SystemNetworkMonitor() = default;

SystemNetworkMonitor *SystemNetworkMonitor::shared()
{
    static SystemNetworkMonitor *const only = [] {
        auto *monitor = new SystemNetworkMonitor;
        MainThread::settle({.object = monitor,
                            .applicationBegins = [monitor] { monitor->resume(); },
                            .applicationEnds = [monitor] { monitor->pause(); }});
        made = monitor;
        return monitor;
    }();
    return only;
}

void SystemNetworkMonitor::setEnabled(bool enabled)
{
    if (isOn.exchange(enabled) == enabled)
        return;
    if (SystemNetworkMonitor *monitor = made)
        QMetaObject::invokeMethod(monitor, &SystemNetworkMonitor::followSwitch,
                                  Qt::QueuedConnection);
}

bool SystemNetworkMonitor::isEnabled()
{
    return isOn && qgetenv("HOLDFAST_NETWORK_MONITOR") != "off";
}

QString SystemNetworkMonitor::backendName() const
{
    const QNetworkInformation *system = QNetworkInformation::instance();
    return m_isListening && system ? system->backendName() : QString();
}

void SystemNetworkMonitor::start()
{
    if (!isEnabled())
        return;
    m_loader = std::make_unique<NetworkInformationLoader>();
    connect(m_loader.get(), &NetworkInformationLoader::finished, this,
            &SystemNetworkMonitor::listen);
    m_loader->start();
}

void SystemNetworkMonitor::stop()
{
    m_loader.reset();
    m_oneTurn.stop();
    m_isListening = false;
    if (QNetworkInformation *system = QNetworkInformation::instance())
        system->disconnect(this);
    setFacts({}); // what nobody follows is not known
}

void SystemNetworkMonitor::listen()
{
    QNetworkInformation *system = QNetworkInformation::instance();
    if (!system)
        return;
    m_isListening = true;
    const auto listenTo = [this, system](auto signal) {
        connect(system, signal, this, [this] {
            if (!m_oneTurn.isActive())
                takeFacts();
        });
    };
    listenTo(&QNetworkInformation::reachabilityChanged);
    listenTo(&QNetworkInformation::isBehindCaptivePortalChanged);
    listenTo(&QNetworkInformation::transportMediumChanged);
    listenTo(&QNetworkInformation::isMeteredChanged);
    // The first value counts after one turn of the event loop: GLib's backend says Disconnected
    // before it knows (6.11).
    m_oneTurn.start();
}

void SystemNetworkMonitor::takeFacts()
{
    const QNetworkInformation *system = QNetworkInformation::instance();
    if (!system || !m_isListening) // a signal from another thread may come late
        return;
    setFacts({.reachability = reachabilityOf(*system),
              .behindCaptivePortal = system->isBehindCaptivePortal(),
              .metered = system->isMetered(),
              .medium = mediumOf(*system)});
}

void SystemNetworkMonitor::followSwitch()
{
    if (!isWatching())
        return;
    stop();
    start();
}

} // namespace Holdfast
