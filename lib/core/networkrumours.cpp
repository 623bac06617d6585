// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "networkrumours.h"

#include <utility>

namespace Holdfast {

namespace {

//! Nobody can tell: that is better than nothing, and worse than anything.
int rank(Reachability reachability)
{
    switch (reachability) {
    case Reachability::Disconnected:
        return 0;
    case Reachability::Unknown:
        break;
    case Reachability::Local:
        return 2;
    case Reachability::Site:
        return 3;
    case Reachability::Online:
        return 4;
    }
    return 1;
}

} // namespace

std::optional<Event::Kind> NetworkRumours::hear(const NetworkFacts &facts)
{
    if (m_reach == HostReach::Here)
        return std::nullopt;
    const std::optional<NetworkFacts> before = std::exchange(m_facts, facts);
    const bool wasLost = std::exchange(m_lost, isBad(facts));
    const bool elsewhere = isElsewhere(facts.medium);
    if (m_lost)
        return wasLost ? std::nullopt : std::optional(Event::NetworkLost);
    if (wasLost)
        return Event::NetworkFound;
    if (!before || facts.reachability == Reachability::Disconnected)
        return std::nullopt;
    if (isBetter(facts, *before))
        return Event::NetworkFound;
    return elsewhere ? std::optional(Event::NetworkChanged) : std::nullopt;
}

std::optional<Event::Kind> NetworkRumours::forget()
{
    const bool wasLost = m_lost;
    *this = NetworkRumours(m_reach);
    return wasLost ? std::optional(Event::NetworkFound) : std::nullopt;
}

bool NetworkRumours::isBad(const NetworkFacts &facts) const
{
    return facts.reachability == Reachability::Disconnected && !facts.inferred
        && m_reach == HostReach::Far;
}

bool NetworkRumours::isBetter(const NetworkFacts &facts, const NetworkFacts &before) const
{
    if (before.behindCaptivePortal && !facts.behindCaptivePortal)
        return true;
    const Reachability enough
        = m_reach == HostReach::Near ? Reachability::Local : Reachability::Online;
    return rank(facts.reachability) >= rank(enough)
        && rank(facts.reachability) > rank(before.reachability);
}

//! On the way from one medium to another there may be none for a moment.
bool NetworkRumours::isElsewhere(TransportMedium medium)
{
    if (medium == TransportMedium::Unknown)
        return false;
    const TransportMedium before = std::exchange(m_medium, medium);
    return before != TransportMedium::Unknown && before != medium;
}

} // namespace Holdfast
