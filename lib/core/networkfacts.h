// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "holdfastglobal.h"

#include <QtCore/qmetatype.h>
#include <QtCore/qobjectdefs.h>

namespace Holdfast {

namespace Reachabilities {
Q_NAMESPACE_EXPORT(HOLDFAST_EXPORT)

//! How far this machine can reach, as QNetworkInformation::Reachability.
enum class Reachability {
    Unknown, //!< nobody can tell: try
    Disconnected, //!< nowhere, it is said
    Local, //!< the local network only
    Site, //!< the site's network only
    Online, //!< the internet
};
Q_ENUM_NS(Reachability)

} // namespace Reachabilities
using Reachabilities::Reachability;

namespace TransportMedia {
Q_NAMESPACE_EXPORT(HOLDFAST_EXPORT)

//! What carries the default route, as QNetworkInformation::TransportMedium.
enum class TransportMedium {
    Unknown, //!< nobody can tell, or it is none of these
    Ethernet, //!< a cable
    Cellular, //!< a mobile network
    WiFi, //!< a wireless network
    Bluetooth, //!< another device
};
Q_ENUM_NS(TransportMedium)

} // namespace TransportMedia
using TransportMedia::TransportMedium;

//! What is said of the network, all of one moment. It is a rumour: see NetworkMonitor.
struct NetworkFacts
{
    Reachability reachability = Reachability::Unknown; //!< how far this machine can reach
    bool behindCaptivePortal = false; //!< the network wants somebody to sign in first
    bool metered = false; //!< traffic costs money
    TransportMedium medium = TransportMedium::Unknown; //!< what carries the default route
    //! Disconnected is only what somebody makes of a server's silence: nobody should wait for that.
    bool inferred = false;

    bool operator==(const NetworkFacts &) const = default;
};

} // namespace Holdfast

Q_DECLARE_METATYPE(Holdfast::NetworkFacts)
