// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "coalescing.h"
#include "holdfastglobal.h"
#include "message.h"
#include "messagefailure.h"
#include "policy.h"
#include "quarantine.h"

#include <limits>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace Holdfast {

//! What was sent and is not settled yet: first in, first out, by number.
//!
//! The messages in flight are always the head of the queue, behind them come those that were
//! written on an earlier connection, then those never written. So a lost connection puts messages
//! back by forgetting that they are in flight, and a new one can never overtake an old one.
//!
//! Whatever leaves the queue is returned, once. No call costs more because the queue is long (some
//! cost its logarithm); those that return many cost so much each.
//!
//! Instants are those of the clock that runs on while the machine sleeps.
class HOLDFAST_EXPORT Outbox
{
public:
    //! A message that left the queue: delivered, or failed.
    struct Settled
    {
        quint64 number = 0;
        QString tag;
        MessageFailure failure = MessageFailure::None;
        bool maybeDelivered = false; //!< failed, but it was written once and may have arrived
    };

    //! The answer to add().
    struct Admission
    {
        quint64 number = 0; //!< 0: refused
        MessageFailure refusal = MessageFailure::None;
        std::vector<Settled> displaced; //!< those that had to leave for it
    };

    //! Whether messages are being written at present.
    enum class Line { Down, Up };

    explicit Outbox(const OutboxLimits &limits = {});
    void setLimits(const OutboxLimits &limits) { m_limits = limits; }
    //! From now on keys begin with \a producer, which must be unique in the world; numbers begin
    //! with \a first, or go on if that is not above all earlier ones.
    void setProducer(const QString &producer, quint64 first = 1);
    //! Messages from \a number on, those to come as well, have keys that begin with \a producer.
    void rekeyFrom(quint64 number, const QString &producer);
    //! Messages with a higher number wait. (Their numbers are not reserved yet.)
    void setSendableThrough(quint64 number) { m_sendableThrough = number; }

    //! Puts a message of an earlier run back, with the number and the key that it has. Those that
    //! were maybe delivered come before the others, and nothing may be in flight.
    void restore(Message message);

    //! Takes a message in at the tail, or says why not. An accepted one has a number above all
    //! earlier ones.
    [[nodiscard]] Admission add(Payload payload, const SendOptions &options, Instant now,
                                Line line = Line::Down);

    //! The oldest message that is not in flight, if the window has room for it.
    [[nodiscard]] const Message *next() const;
    //! next() is in flight now.
    void markWritten();

    //! Settles what was ever written with a number in [from, through]. In order.
    [[nodiscard]] std::vector<Settled> acknowledge(quint64 from, quint64 through);
    //! Takes one message out that was written; nothing if it is not there.
    [[nodiscard]] std::optional<Settled> reject(quint64 number);
    //! The server refused these for now: what is in flight from \a number on goes back to the head,
    //! in order. Volatile ones fail (Busy).
    [[nodiscard]] std::vector<Settled> rewind(quint64 number);
    //! The connection is gone: what is in flight goes back to the head, in order. Volatile ones
    //! fail (NotConnected), and so does one that has proved Poisonous.
    [[nodiscard]] std::vector<Settled> connectionEnded(Blame blame);

    //! What looked like a message's fault was not.
    void acquit() { m_quarantine.acquit(); }

    //! Takes one message out that was never written; nothing if there is no such message.
    [[nodiscard]] std::optional<Settled> cancel(quint64 number);
    //! Takes out all that were never written.
    [[nodiscard]] std::vector<Settled> cancelAll();
    //! Takes out what is too old and not in flight.
    [[nodiscard]] std::vector<Settled> expire(Instant now);
    //! When there will be something to expire, as it is now.
    [[nodiscard]] std::optional<Instant> nextExpiry() const;
    //! Takes out the volatile messages that were not written, because of \a why.
    [[nodiscard]] std::vector<Settled> dropVolatile(MessageFailure why);
    //! Takes everything out (Discarded).
    [[nodiscard]] std::vector<Settled> clear();

    [[nodiscard]] int pendingCount() const { return static_cast<int>(m_messages.size()); }
    [[nodiscard]] qint64 pendingBytes() const { return m_pendingBytes; }
    [[nodiscard]] int inFlightCount() const { return m_inFlight; }
    [[nodiscard]] qint64 inFlightBytes() const { return m_inFlightBytes; }
    [[nodiscard]] bool hasUnwritten() const { return m_next != m_messages.end(); }
    [[nodiscard]] std::optional<Instant> oldestQueuedAt() const;
    [[nodiscard]] const Quarantine &quarantine() const { return m_quarantine; }

    //! Calls \a visit(const Message &, bool inFlight) for everything pending, oldest first.
    template <typename Visit> void forEach(Visit visit) const
    {
        bool inFlight = true;
        for (auto at = m_messages.begin(); at != m_messages.end(); ++at) {
            inFlight = inFlight && at != m_next;
            visit(at->second, inFlight);
        }
    }

private:
    Q_DISABLE_COPY_MOVE(Outbox) // it keeps iterators into itself

    using Messages = std::map<quint64, Message>;
    using At = Messages::iterator;

    [[nodiscard]] bool isInFlight(quint64 number) const;
    [[nodiscard]] bool makeRoom(qint64 bytes, const SendOptions &options, Line line,
                                std::vector<Settled> &displaced);
    At settle(At at, MessageFailure failure, std::vector<Settled> &settled);
    void putBack(MessageFailure failure, quint64 number, std::vector<Settled> &settled);

    OutboxLimits m_limits;
    QString m_producer;
    quint64 m_lastNumber = 0;
    quint64 m_sendableThrough = std::numeric_limits<quint64>::max();

    Messages m_messages;
    At m_next; //!< those before it are in flight
    At m_fresh; //!< those from it on were never written; not before m_next
    int m_inFlight = 0;
    qint64 m_inFlightBytes = 0;
    int m_freshCount = 0;
    qint64 m_freshBytes = 0;
    qint64 m_pendingBytes = 0;

    std::set<std::pair<Instant, quint64>> m_expiries; //!< of those that are not in flight
    Coalescing m_coalescing;
    std::vector<quint64> m_volatile; //!< added, and by the next dropVolatile() written or gone
    Quarantine m_quarantine;
};

} // namespace Holdfast
