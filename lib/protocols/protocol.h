// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cursor.h"
#include "frame.h"
#include "greeting.h"
#include "holdfastglobal.h"
#include "message.h"
#include "resyncreason.h"
#include "verdict.h"

#include <QtCore/qobjectdefs.h>
#include <QtCore/qstringlist.h>
#include <QtCore/qurl.h>
#include <QtCore/qvariant.h>
#include <QtCore/qvarlengtharray.h>

#include <optional>
#include <variant>
#include <vector>

namespace Holdfast {

namespace DeliveryProofs {
Q_NAMESPACE_EXPORT(HOLDFAST_EXPORT)

//! What makes a message delivered.
enum class DeliveryProof {
    Fence, //!< the pong to a ping sent after it: the peer's WebSocket stack has read it
    Written, //!< the kernel took it: no proof at all, for peers that answer no ping
    Manual, //!< the application calls confirm() when it saw the server's own answer
    Acknowledgement, //!< the protocol's own acknowledgement
};
Q_ENUM_NS(DeliveryProof)

} // namespace DeliveryProofs
using DeliveryProofs::DeliveryProof;

// What a protocol may say, in the order in which it happens.

//! Put this on the wire. A ping becomes a round trip that is timed and awaited; so does a frame
//! that is a \a question, which its Answered repeats.
struct Transmit
{
    Frame frame; //!< what goes out
    QByteArray question{}; //!< what its Answered will say; unique within a conversation
};
//! The greeting is over: messages may go.
struct Ready
{
    bool resumed = false; //!< the server remembered us
};
//! This is for the application.
struct Deliver
{
    Payload payload; //!< text or bytes
    Cursor cursor{}; //!< an event: where the cursor stands when it is handled
    QVariant value{}; //!< an event: what the payload was before it became text or bytes
};
//! Somebody else came or went, in the server's words.
struct Noticed
{
    QVariantMap presence; //!< what presenceReceived says
};
//! The cursor stands here now, and there is nothing to deliver for it.
struct Positioned
{
    Cursor cursor; //!< where
};
//! The events after the cursor will not come; it stands here now.
struct Resync
{
    ResyncReason reason = ResyncReason::HistoryTrimmed; //!< why they will not come
    Cursor cursor; //!< where
};
//! These messages have arrived: all that were written with a number in [from, through].
struct Acknowledged
{
    quint64 from = 0; //!< the first
    quint64 through = 0; //!< the last
};
//! The server has all that the greeting's producer sent up to this number, on whatever connection.
struct Remembered
{
    quint64 through = 0; //!< 0: it has none
};
//! The server does not take this message: for good, or, with retryAfter, not yet. In the latter
//! case it and all later ones are sent again.
struct Rejected
{
    quint64 number = 0; //!< of the message
    QString reason; //!< the server's words, for logs
    std::optional<Duration> retryAfter; //!< nothing: for good
};
//! The answer to something of ours came in: the peer lives. (A pong to one of our pings need not be
//! announced, it is known.)
struct Answered
{
    QByteArray question{}; //!< empty: whatever it was
};
//! This connection is of no use.
struct Refused
{
    //! What the verdict is made of.
    Ending ending{.kind = Ending::Kind::Rejected};
};
//! The server will go away and wants us back later.
struct Announced
{
    Duration retryAfter{0}; //!< when to return
    std::optional<Duration> spread; //!< what luck adds to it; nothing: Policy::restartSpread
};
//! The server says something at least so often, on this connection.
struct Expect
{
    Duration heartbeat{0}; //!< at least 1 s (shorter ones count as that)
};

//! One thing that a protocol says.
using Outcome = std::variant<Transmit, Ready, Deliver, Noticed, Positioned, Resync, Acknowledged,
                             Remembered, Rejected, Answered, Refused, Announced, Expect>;
//! What it says at once, in this order.
using Outcomes = QVarLengthArray<Outcome, 2>;

//! Turns frames into outcomes and messages into frames. Sans I/O: it has no socket, no clock and no
//! thread; but each conversation may have memory.
//!
//! One object serves one link for its whole life; begin() starts a new conversation on each
//! connection and must forget what belonged to the one before.
class HOLDFAST_EXPORT Protocol
{
public:
    Protocol();
    virtual ~Protocol();

    //! Offered in the handshake, in order of preference. Where it is not empty, the server must
    //! choose one.
    [[nodiscard]] virtual QStringList subprotocols() const;
    //! Where to dial; may add a path or a query. Default: \a url as it is.
    [[nodiscard]] virtual QUrl endpoint(const QUrl &url) const;
    //! What makes a message delivered. Default: Acknowledgement.
    [[nodiscard]] virtual DeliveryProof deliveryProof() const;

    //! The upgrade is done. Starts the fences anew, then calls opened().
    [[nodiscard]] Outcomes begin(const Greeting &greeting);

    //! A text or binary frame, or the pong to a ping of this conversation.
    [[nodiscard]] virtual Outcomes received(const Frame &frame) = 0;
    //! Put this message on the wire. Called in order of number; only after Ready.
    [[nodiscard]] virtual Outcomes send(const Message &message) = 0;
    //! The burst is over: a good moment for a fence. Default: nothing.
    [[nodiscard]] virtual Outcomes flushed();
    //! Ask for a sign of life. Default: a fence.
    [[nodiscard]] virtual Outcomes probe();
    //! The peer owes an answer, and only probe() can tell that it does not come. Then there is a
    //! probe once a heartbeat interval, whatever else is heard meanwhile. Default: never.
    [[nodiscard]] virtual bool awaitsAnswer() const;

protected:
    //! A new conversation. May greet. Default: Ready.
    [[nodiscard]] virtual Outcomes opened(const Greeting &greeting);

    //! A ping whose pong proves that the peer has read everything up to message \a through, because
    //! frames on one WebSocket are ordered (RFC 6455 §5.5.2, §5.5.3).
    [[nodiscard]] Outcome fence(quint64 through = 0);
    //! What this pong proves: the highest \a through among its fence and all before it. Nothing, if
    //! the fence is not of this conversation.
    [[nodiscard]] std::optional<quint64> passed(const Frame &pong);

private:
    Q_DISABLE_COPY_MOVE(Protocol)

    struct Fence
    {
        quint64 serial;
        quint64 through;
    };

    quint32 m_nonce = 0;
    quint64 m_serial = 0;
    std::vector<Fence> m_fences;
};

} // namespace Holdfast
