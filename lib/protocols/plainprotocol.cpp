// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "plainprotocol.h"

namespace Holdfast {

namespace {

constexpr qint64 MaxEarlyBytes = 1024LL * 1024;

} // namespace

PlainProtocol::PlainProtocol() = default;
PlainProtocol::~PlainProtocol() = default;

void PlainProtocol::setDeliveryProof(DeliveryProof proof)
{
    // Nothing in a plain conversation acknowledges.
    m_proof = proof == DeliveryProof::Acknowledgement ? DeliveryProof::Fence : proof;
}

void PlainProtocol::setHeartbeat(const QString &text, const QString &reply)
{
    m_heartbeatText = text;
    m_heartbeatReply = reply;
}

void PlainProtocol::setFenceEvery(int messages, qint64 bytes)
{
    m_fenceMessages = qMax(messages, 1);
    m_fenceBytes = qMax<qint64>(bytes, 1);
}

Outcomes PlainProtocol::opened(const Greeting &greeting)
{
    m_ready = !m_readyWhen;
    m_early.clear();
    m_earlyBytes = 0;
    m_first = m_last = 0;
    m_unfencedMessages = 0;
    m_unfencedBytes = 0;

    Outcomes outcomes;
    if (m_preamble) {
        for (Frame &frame : m_preamble(greeting))
            outcomes.append(Transmit{std::move(frame)});
    }
    if (m_ready)
        outcomes.append(Ready{});
    return outcomes;
}

Outcomes PlainProtocol::received(const Frame &frame)
{
    if (frame.kind == Frame::Kind::Pong) {
        const auto through = passed(frame);
        if (m_proof != DeliveryProof::Fence || !through || *through < m_first || m_first == 0)
            return {};
        const Acknowledged acknowledged{m_first, *through};
        m_first = *through + 1;
        return {acknowledged};
    }
    if (!frame.isData())
        return {};
    if (!m_ready)
        return beforeReady(frame);
    if (!m_heartbeatReply.isEmpty() && frame.kind == Frame::Kind::Text
        && frame.payload.text() == m_heartbeatReply)
        return {Answered{}};
    return {Deliver{frame.payload}};
}

Outcomes PlainProtocol::beforeReady(const Frame &frame)
{
    m_early.append(frame);
    m_earlyBytes += frame.payload.byteCount();
    if (m_readyWhen(frame)) {
        m_ready = true;
        Outcomes outcomes{Ready{}};
        for (Frame &early : std::exchange(m_early, {}))
            outcomes.append(Deliver{std::move(early.payload)});
        return outcomes;
    }
    if (m_earlyBytes > MaxEarlyBytes) {
        return {Refused{{.kind = Ending::Kind::Rejected,
                         .detail = QStringLiteral(
                             "over 1 MiB arrived before the frame that readyWhen waits for")}}};
    }
    return {};
}

Outcomes PlainProtocol::send(const Message &message)
{
    Outcomes outcomes;
    outcomes.append(
        Transmit{Frame::data(message.payload)}); // an initializer list would copy it once more
    if (m_first == 0)
        m_first = message.number;
    m_last = message.number;
    ++m_unfencedMessages;
    m_unfencedBytes += message.byteCount;
    if (m_proof == DeliveryProof::Fence
        && (m_unfencedMessages >= m_fenceMessages || m_unfencedBytes >= m_fenceBytes))
        outcomes.append(fenceHere());
    return outcomes;
}

Outcomes PlainProtocol::flushed()
{
    if (m_proof != DeliveryProof::Fence || m_unfencedMessages == 0)
        return {};
    return {fenceHere()};
}

Outcomes PlainProtocol::probe()
{
    if (m_heartbeatText.isEmpty())
        return {fenceHere()};
    Outcomes outcomes{Transmit{Frame::text(m_heartbeatText)}};
    if (m_heartbeatReply.isEmpty())
        outcomes.append(fenceHere());
    return outcomes;
}

Outcome PlainProtocol::fenceHere()
{
    m_unfencedMessages = 0;
    m_unfencedBytes = 0;
    return fence(m_last);
}

} // namespace Holdfast
