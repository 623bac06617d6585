// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "destination.h"

#include "envelopeprotocol.h"
#include "plainprotocol.h"
#include "reconnectingwebsocket.h"

using namespace Holdfast;

namespace {

std::unique_ptr<Protocol> protocolOf(const Destination &destination)
{
    if (destination.protocol == ProtocolName::Envelope) {
        auto envelope = std::make_unique<EnvelopeProtocol>();
        envelope->setProfile({{QStringLiteral("name"), QStringLiteral("holdfast-demo")}});
        return envelope;
    }
    auto plain = std::make_unique<PlainProtocol>();
    plain->setSubprotocols(destination.subprotocols);
    return plain;
}

} // namespace

QString Destination::shownUrl() const { return url.toDisplayString(QUrl::RemoveUserInfo); }

void Destination::prepare(ReconnectingWebSocket &socket) const { prepare(socket, {}); }

void Destination::prepare(ReconnectingWebSocket &socket, const Destination &before) const
{
    socket.setStorageFolder(storageFolder);
    socket.setQueueName(queueName);
    // A new one forgets the session and dials again.
    if (protocol != before.protocol || subprotocols != before.subprotocols)
        socket.setProtocol(protocolOf(*this));
}
