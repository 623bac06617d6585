// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connectionerror.h"
#include "connectionhistory.h"
#include "connectionstatus.h"
#include "healthcheckmonitor.h"
#include "networkmonitor.h"
#include "reconnectingwebsocket.h"
#include "systemnetworkmonitor.h"

#include <QtQml/qjsengine.h>
#include <QtQml/qqmlregistration.h>

// Types of the library that are used from QML just as they are.
namespace Holdfast::Declared {

//! What `lastError` and the signals carry.
struct ConnectionErrorValue
{
    Q_GADGET
    QML_FOREIGN(Holdfast::ConnectionError)
    QML_VALUE_TYPE(connectionError)
};

struct ConnectionHistoryElement
{
    Q_GADGET
    QML_FOREIGN(Holdfast::ConnectionHistory)
    QML_NAMED_ELEMENT(ConnectionHistory)
};

struct ConnectionStatusElement
{
    Q_GADGET
    QML_FOREIGN(Holdfast::ConnectionStatus)
    QML_NAMED_ELEMENT(ConnectionStatus)
};

//! Its properties and what `networkMonitor` takes; one is HealthCheckMonitor, and one is the
//! system's.
struct NetworkMonitorElement
{
    Q_GADGET
    QML_FOREIGN(Holdfast::NetworkMonitor)
    QML_NAMED_ELEMENT(NetworkMonitor)
    QML_UNCREATABLE("Set networkMonitor to a HealthCheckMonitor or to SystemNetworkMonitor.")
};

struct HealthCheckMonitorElement
{
    Q_GADGET
    QML_FOREIGN(Holdfast::HealthCheckMonitor)
    QML_NAMED_ELEMENT(HealthCheckMonitor)
};

//! The one that the whole process shares: `base: SystemNetworkMonitor`. It belongs to C++.
struct SystemNetworkMonitorElement
{
    Q_GADGET
    QML_FOREIGN(Holdfast::SystemNetworkMonitor)
    QML_NAMED_ELEMENT(SystemNetworkMonitor)
    QML_SINGLETON

public:
    static SystemNetworkMonitor *create(QQmlEngine *, QJSEngine *)
    {
        SystemNetworkMonitor *const shared = SystemNetworkMonitor::shared();
        QJSEngine::setObjectOwnership(shared, QJSEngine::CppOwnership);
        return shared;
    }
};

//! Without a name: a socket made in C++ may be given to every component, but QML makes
//! DeclarativeWebSockets.
struct SocketElement
{
    Q_GADGET
    QML_FOREIGN(Holdfast::ReconnectingWebSocket)
    QML_ANONYMOUS
};

} // namespace Holdfast::Declared
