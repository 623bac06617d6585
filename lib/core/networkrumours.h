// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connection.h"
#include "networkfacts.h"

#include <optional>

namespace Holdfast {

//! How near a host is, and so what the system's word about the network is worth for it.
enum class HostReach : quint8 {
    Here, //!< this machine: no network can be missing
    Near, //!< a neighbour: a LAN without a route says Disconnected, so only good news count
    Far, //!< anybody else
};

//! What is said of the network, and what of it is news for one connection. A value: it remembers
//! what it heard, and knows neither clock nor monitor.
//!
//! - Disconnected is the only bad news. Local and Site are none, for hosts far away too: the system
//!   says so while it still finds out, and behind firewalls that swallow its own checks. They are
//!   no good news for those either; that is Online alone. For a neighbour they are.
//! - Whatever takes Disconnected back is good news, even Unknown: then nobody can tell, so we try.
//! - The first facts tell how things are, and not that anything has changed: they may be bad news,
//!   but not good ones.
class NetworkRumours
{
public:
    explicit NetworkRumours(HostReach reach = HostReach::Far)
        : m_reach(reach)
    {
    }

    [[nodiscard]] HostReach reach() const { return m_reach; }
    //! The last ones; Unknown before there are any.
    [[nodiscard]] NetworkFacts facts() const { return m_facts.value_or(NetworkFacts{}); }

    //! NetworkLost, NetworkFound, NetworkChanged, or nothing: what to tell the machine.
    [[nodiscard]] std::optional<Event::Kind> hear(const NetworkFacts &facts);
    //! Nobody says anything any more, so nothing bad either: NetworkFound, or nothing. What comes
    //! next is the first again.
    [[nodiscard]] std::optional<Event::Kind> forget();

private:
    [[nodiscard]] bool isBad(const NetworkFacts &facts) const;
    [[nodiscard]] bool isBetter(const NetworkFacts &facts, const NetworkFacts &before) const;
    [[nodiscard]] bool isElsewhere(TransportMedium medium);

    HostReach m_reach;
    std::optional<NetworkFacts> m_facts;
    TransportMedium m_medium = TransportMedium::Unknown; //!< the last one that had a name
    bool m_lost = false;
};

} // namespace Holdfast
