// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol.h"

#include <QtCore/qlist.h>

#include <functional>

namespace Holdfast {

//! A frame is a message. For every RFC 6455 server, also one that knows nothing of Holdfast.
//!
//! Configure it before it is given to a ReconnectingWebSocket.
class HOLDFAST_EXPORT PlainProtocol : public Protocol
{
public:
    //! The frames that go first on every connection: a login, subscriptions. They are never queued.
    using Preamble = std::function<QList<Frame>(const Greeting &greeting)>;
    //! Says whether this frame means that the server is ready for messages.
    using ReadyWhen = std::function<bool(const Frame &frame)>;

    PlainProtocol();
    ~PlainProtocol() override;

    //! Fence, Written or Manual. Default: Fence.
    void setDeliveryProof(DeliveryProof proof);
    //! Subprotocols to offer; with any, the server must choose one of them.
    void setSubprotocols(const QStringList &subprotocols) { m_subprotocols = subprotocols; }
    //! Asked on each connection; an empty function: none.
    void setPreamble(Preamble preamble) { m_preamble = std::move(preamble); }
    //! Holds the messages back, in Connecting, until a frame makes this true. Frames that come
    //! earlier are kept (up to 1 MiB) and delivered right after `connected`.
    void setReadyWhen(ReadyWhen readyWhen) { m_readyWhen = std::move(readyWhen); }
    //! Sends \a text instead of a ping where silence calls for one, for servers that want that. A
    //! text frame equal to \a reply answers it and is not delivered; without a reply, a ping goes
    //! along.
    void setHeartbeat(const QString &text, const QString &reply = {});
    //! A fence after so many messages or bytes (2048, 1 MiB), besides the one at the end of a
    //! burst: several a window (with one a window, half the throughput is lost).
    void setFenceEvery(int messages, qint64 bytes);

    [[nodiscard]] QStringList subprotocols() const override { return m_subprotocols; }
    [[nodiscard]] DeliveryProof deliveryProof() const override { return m_proof; }
    [[nodiscard]] Outcomes received(const Frame &frame) override;
    [[nodiscard]] Outcomes send(const Message &message) override;
    [[nodiscard]] Outcomes flushed() override;
    [[nodiscard]] Outcomes probe() override;

protected:
    [[nodiscard]] Outcomes opened(const Greeting &greeting) override;

private:
    [[nodiscard]] Outcome fenceHere();
    [[nodiscard]] Outcomes beforeReady(const Frame &frame);

    // How it is configured.
    DeliveryProof m_proof = DeliveryProof::Fence;
    QStringList m_subprotocols;
    Preamble m_preamble;
    ReadyWhen m_readyWhen;
    QString m_heartbeatText;
    QString m_heartbeatReply;
    int m_fenceMessages = 2048;
    qint64 m_fenceBytes = 1024LL * 1024;

    // What it remembers of this conversation.
    bool m_ready = false;
    QList<Frame> m_early;
    qint64 m_earlyBytes = 0;
    quint64 m_first = 0; //!< the first message that no fence has confirmed
    quint64 m_last = 0; //!< the last message sent
    int m_unfencedMessages = 0;
    qint64 m_unfencedBytes = 0;
};

} // namespace Holdfast
