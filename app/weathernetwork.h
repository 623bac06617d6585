// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "networkmonitor.h"

//! What the system says of the network, in the demo's weather: whatever is set.
class WeatherNetwork : public Holdfast::NetworkMonitor
{
    Q_OBJECT

public:
    using Holdfast::NetworkMonitor::NetworkMonitor;

    //! True from the moment that somebody asks; what was said before that is not lost.
    void say(const Holdfast::NetworkFacts &facts);

protected:
    void start() override;
    void stop() override { }

private:
    Holdfast::NetworkFacts m_saying{.reachability = Holdfast::Reachability::Online,
                                    .medium = Holdfast::TransportMedium::WiFi};
};
