// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connectionerror.h"
#include "connectionhistory.h"
#include "connectionstatus.h"
#include "reconnectingwebsocket.h"

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

//! Without a name: a socket made in C++ may be given to every component, but QML makes
//! DeclarativeWebSockets.
struct SocketElement
{
    Q_GADGET
    QML_FOREIGN(Holdfast::ReconnectingWebSocket)
    QML_ANONYMOUS
};

} // namespace Holdfast::Declared
