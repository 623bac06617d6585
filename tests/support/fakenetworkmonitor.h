// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "networkmonitor.h"

namespace Holdfast {

//! Says what it is told to say, and counts who wants to hear it.
class FakeNetworkMonitor : public NetworkMonitor
{
    Q_OBJECT

public:
    int starts = 0;
    int stops = 0;

    //! What it says as soon as it watches; nothing by itself, if it is not set.
    void knows(const NetworkFacts &facts) { m_known = facts; }

    void says(const NetworkFacts &facts) { setFacts(facts); }
    void says(Reachability reachability, TransportMedium medium = TransportMedium::WiFi)
    {
        setFacts({.reachability = reachability, .medium = medium});
    }
    [[nodiscard]] int listeners() const
    {
        return receivers(SIGNAL(changed(Holdfast::NetworkFacts)))
            + receivers(SIGNAL(destroyed(QObject *)));
    }
    [[nodiscard]] bool watches() const { return isWatching(); }

protected:
    void start() override
    {
        ++starts;
        if (m_known)
            setFacts(*m_known);
    }
    void stop() override
    {
        ++stops;
        setFacts({}); // what nobody follows is not known
    }

private:
    std::optional<NetworkFacts> m_known;
};

} // namespace Holdfast
