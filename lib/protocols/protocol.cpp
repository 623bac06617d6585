// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "protocol.h"

#include <algorithm>

namespace Holdfast {

namespace {

QByteArray fencePayload(quint32 nonce, quint64 serial)
{
    return QByteArrayLiteral("hf") + QByteArray::number(nonce, 16) + '-'
        + QByteArray::number(serial);
}

} // namespace

Protocol::Protocol() = default;
Protocol::~Protocol() = default;

QStringList Protocol::subprotocols() const { return {}; }

QUrl Protocol::endpoint(const QUrl &url) const { return url; }

DeliveryProof Protocol::deliveryProof() const { return DeliveryProof::Acknowledgement; }

Outcomes Protocol::begin(const Greeting &greeting)
{
    m_nonce = greeting.nonce;
    m_serial = 0;
    m_fences.clear();
    return opened(greeting);
}

Outcomes Protocol::opened(const Greeting &) { return {Ready{}}; }

Outcomes Protocol::flushed() { return {}; }

Outcomes Protocol::probe() { return {fence()}; }

bool Protocol::awaitsAnswer() const { return false; }

Outcome Protocol::fence(quint64 through)
{
    m_fences.push_back({++m_serial, through});
    return Transmit{Frame::ping(fencePayload(m_nonce, m_serial))};
}

std::optional<quint64> Protocol::passed(const Frame &pong)
{
    const QByteArray payload = pong.payload.bytes();
    const auto at = std::find_if(m_fences.begin(), m_fences.end(), [&](const Fence &fence) {
        return payload == fencePayload(m_nonce, fence.serial);
    });
    if (at == m_fences.end())
        return std::nullopt;
    // A peer may answer only the newest ping (§5.5.3), so this one stands for all before it.
    quint64 through = 0;
    for (auto fence = m_fences.begin(); fence <= at; ++fence)
        through = std::max(through, fence->through);
    m_fences.erase(m_fences.begin(), at + 1);
    return through;
}

} // namespace Holdfast
