// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// The part of the façade that is about the network.

#include "reconnectingwebsocket_p.h"

namespace Holdfast {

// ---- the works ----

void ReconnectingWebSocketPrivate::watchNetwork()
{
    QObject::connect(network.get(), &NetworkWatch::heard, q,
                     [this](const std::optional<Event::Kind> &news) {
                         link.setBehindCaptivePortal(network->facts().behindCaptivePortal);
                         post(news ? LinkEvent(*news) : LinkEvent(Flush{}));
                     });
}

void ReconnectingWebSocketPrivate::takeNetworkFacts()
{
    const NetworkFacts facts = network->facts();
    snapshot.reachability = facts.reachability;
    snapshot.behindCaptivePortal = facts.behindCaptivePortal;
    snapshot.metered = facts.metered;
    snapshot.medium = facts.medium;
}

// ---- the public face ----

NetworkMonitor *ReconnectingWebSocket::networkMonitor() const { return d->network->monitor(); }

void ReconnectingWebSocket::setNetworkMonitor(NetworkMonitor *monitor)
{
    if (!d->network->choose(monitor))
        return;
    const QPointer<ReconnectingWebSocket> alive(this);
    Q_EMIT networkMonitorChanged();
    if (alive)
        d->network->follow();
}

} // namespace Holdfast
