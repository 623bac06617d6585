// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "coalescing.h"
#include "message.h"
#include "messagefailure.h"
#include "messagequeue.h"
#include "policy.h"
#include "quarantine.h"

#include <limits>
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
class Outbox
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
    //! Who numbers what add() takes from now on.
    [[nodiscard]] const QString &producer() const { return m_producer; }

    //! Takes a message in at the tail, or says why not. An accepted one has a number above all
    //! earlier ones.
    [[nodiscard]] Admission add(Payload payload, const SendOptions &options, Instant now,
                                Line line = Line::Down);

    // Of a queue that survives the process. A number must be reserved on disk before a message goes
    // out with it, or a run that is killed would leave it to be used again, and the server would
    // drop the next message that has it. The disk takes its time; send… does not wait for it.

    //! Takes in a message that an earlier run left, as it is: number, producer, tag, what is left
    //! of its time. It goes before everything that was added, which is why its number must be below
    //! all of those; loading a queue takes longer than it takes the application to send. Limits do
    //! not count: it was accepted then.
    //!
    //! If it is maybeDelivered, so are those before it, since messages are written in order.
    //!
    //! False, and nothing has changed: it is there already, or its number is not below all that
    //! were added, or something is in flight, which it would overtake. A long queue is best
    //! restored newest first: then each costs the same.
    [[nodiscard]] bool restore(Message message);
    //! next() tells of none above  number, because the disk has reserved so far and no farther.
    //! At first there is no such limit, as for a queue in memory.
    void setSendableThrough(quint64 number) { m_sendableThrough = number; }
    //! Those that were never written, from  number on, and all to come have the key of another
    //!  producer: their numbers turn out to be not reserved (the disk is full, or its contents
    //! were older than was thought), and with the old one a later run would use their keys again.
    //! What was ever written keeps its key.
    void rekeyFrom(quint64 number, const QString &producer);

    //! The oldest message that is not in flight, if the window has room for it.
    [[nodiscard]] const Message *next() const;
    //! next() is in flight now.
    void markWritten();

    //! Settles what was ever written with a number in [from, through]. In order.
    [[nodiscard]] std::vector<Settled> acknowledge(quint64 from, quint64 through);
    //! The same, if nobody wants to hear of it.
    void acknowledgeUntold(quint64 from, quint64 through);
    //! Settles what \a producer numbered, up to \a through, if it was ever written: also what an
    //! earlier run wrote. In order.
    [[nodiscard]] std::vector<Settled> acknowledgeOf(const QString &producer, quint64 through);
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
    //! What ended connections to another server says nothing here.
    void forgetSuspects() { m_quarantine = {}; }
    //! See Quarantine. Of the oldest message.
    [[nodiscard]] bool isOnTrial() const
    {
        return !m_messages.isEmpty() && m_quarantine.isOnTrial(m_messages.front().number);
    }

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

    [[nodiscard]] int pendingCount() const { return m_messages.count(); }
    [[nodiscard]] qint64 pendingBytes() const { return m_pendingBytes; }
    [[nodiscard]] int inFlightCount() const { return m_inFlight; }
    [[nodiscard]] qint64 inFlightBytes() const { return m_inFlightBytes; }
    [[nodiscard]] bool hasUnwritten() const { return m_next != m_messages.end(); }
    [[nodiscard]] std::optional<Instant> oldestQueuedAt() const
    {
        return m_messages.isEmpty() ? std::nullopt : std::optional(m_messages.front().queuedAt);
    }
    [[nodiscard]] const Quarantine &quarantine() const { return m_quarantine; }

    //! Calls \a visit(const Message &, bool inFlight) for everything pending, oldest first.
    template <typename Visit> void forEach(Visit visit) const
    {
        for (At at = m_messages.skipHoles(0); at != m_messages.end();
             at = m_messages.skipHoles(at + 1))
            visit(m_messages[at], isInFlight(at));
    }

private:
    using At = MessageQueue::Position;

    [[nodiscard]] bool isInFlight(At at) const { return at < m_next; }
    //! Whether there is room for so many more bytes once others have left.
    [[nodiscard]] bool fits(qint64 bytes, int fewer = 0, qint64 less = 0) const
    {
        return pendingCount() - fewer < m_limits.maxPendingMessages
            && bytes <= m_limits.maxPendingBytes - (m_pendingBytes - less);
    }
    [[nodiscard]] bool makeRoom(qint64 bytes, const SendOptions &options, Line line,
                                std::vector<Settled> &displaced);
    template <typename Tell> void acknowledge(quint64 from, quint64 through, Tell tell);
    [[nodiscard]] Settled settle(At at, MessageFailure failure);
    void leaveFresh();
    void putBack(MessageFailure failure, quint64 number, std::vector<Settled> &settled);
    void tidy() { m_messages.tidy(m_next, m_fresh); }

    OutboxLimits m_limits;
    QString m_producer;
    quint64 m_firstNumber = std::numeric_limits<quint64>::max(); //!< that add() gave
    quint64 m_lastNumber = 0;
    quint64 m_sendableThrough = std::numeric_limits<quint64>::max();

    MessageQueue m_messages; //!< its head is no hole between calls
    At m_next = 0; //!< those before it are in flight; no hole
    At m_fresh = 0; //!< those from it on were never written; no hole, not before m_next
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
