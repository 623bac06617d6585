// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "effect.h"
#include "message.h"
#include "policy.h"
#include "tst_linkwalk_server.h"

#include <algorithm>
#include <set>
#include <vector>

namespace Holdfast::Testing {

//! What the application has sent, and what became of it: written so that it cannot be wrong and
//! need not be quick. Throws when the link says what cannot be.
class Ledger
{
public:
    struct Message
    {
        qint64 bytes = 0;
        Duration life{0};
        Instant bornAt;
        QString key;
        bool isVolatile = false;
        bool isPoison = false; //!< the server closes the connection when it reads this
        bool written = false; //!< on some connection
        bool out = false; //!< the kernel took it, on some connection
        bool read = false; //!< by the server
        bool rejected = false; //!< by the server
        int codedEnds = 0; //!< it was in flight when the server closed with a code for that
        bool delivered = false;
        bool failed = false;
        //! It has left the queue, and the application has still to be told.
        MessageFailure owed = MessageFailure::None;

        [[nodiscard]] bool isOver(Instant now) const
        {
            return life > Duration(0) && bornAt + life <= now;
        }
    };

    explicit Ledger(const OutboxLimits &limits)
        : m_limits(limits)
    {
    }

    Message &operator[](quint64 number) { return m_messages[number]; }
    const Message &operator[](quint64 number) const { return m_messages[number]; }
    //! The highest number.
    [[nodiscard]] quint64 last() const { return m_messages.size() - 1; }
    [[nodiscard]] const std::set<quint64> &pending() const { return m_pending; }
    [[nodiscard]] int pendingCount() const { return static_cast<int>(m_pending.size()); }
    [[nodiscard]] qint64 pendingBytes() const { return m_pendingBytes; }

    //! What the link must answer. \a now counts sleep.
    MessageFailure add(qint64 bytes, const SendOptions &options, Instant now, bool connected)
    {
        if (bytes > m_limits.maxMessageBytes)
            return MessageFailure::TooLarge;
        std::vector<quint64> same;
        qint64 room = m_limits.maxPendingBytes - m_pendingBytes;
        qint64 freshBytes = 0;
        int fresh = 0;
        for (const quint64 number : m_pending) {
            const Message &other = m_messages[number];
            if (other.written)
                continue;
            ++fresh;
            freshBytes += other.bytes;
            if (!options.isVolatile && !other.key.isEmpty() && other.key == options.coalesceKey)
                same.push_back(number);
        }
        if (connected && !same.empty())
            same.erase(same.begin());
        qint64 freed = 0;
        for (const quint64 number : same)
            freed += m_messages[number].bytes;
        const int spare = m_limits.maxPendingMessages - pendingCount();
        const bool fits = spare + static_cast<int>(same.size()) > 0 && bytes <= room + freed;
        const bool drops = m_limits.overflow == OverflowPolicy::DropOldest && !options.isVolatile
            && spare + fresh > 0 && bytes <= room + freshBytes;
        if (!fits && !drops)
            return MessageFailure::QueueFull;
        for (const quint64 number : same)
            leave(number, MessageFailure::Superseded);
        while (pendingCount() >= m_limits.maxPendingMessages
               || bytes > m_limits.maxPendingBytes - m_pendingBytes)
            leave(*std::find_if(m_pending.begin(), m_pending.end(),
                                [this](quint64 n) { return !m_messages[n].written; }),
                  MessageFailure::Dropped);
        m_messages.push_back({.bytes = bytes,
                              .life = options.isVolatile ? Duration(0) : options.timeToLive,
                              .bornAt = now,
                              .key = options.isVolatile ? QString() : options.coalesceKey,
                              .isVolatile = options.isVolatile});
        m_pending.insert(last());
        m_pendingBytes += bytes;
        return MessageFailure::None;
    }

    bool cancel(quint64 number)
    {
        if (!m_pending.contains(number) || m_messages[number].written)
            return false;
        leave(number, MessageFailure::Cancelled);
        return true;
    }

    void cancelAll()
    {
        for (const quint64 number : std::set(m_pending))
            (void)cancel(number);
    }

    //! The link says so.
    void delivered(quint64 number)
    {
        Message &message = outcome(number);
        require(message.owed == MessageFailure::None, "delivered: not what has left the queue");
        message.delivered = true;
        remove(number);
    }

    //! The link says so; \a inFlight: on the present connection.
    void failed(const Effects::MessageFailed &e, Instant now, bool inFlight)
    {
        Message &message = outcome(e.number);
        if (message.owed == MessageFailure::None) {
            checkReason(message, e.failure, now, inFlight);
            remove(e.number);
        } else {
            require(e.failure == message.owed, "failed: for the reason that is known");
        }
        require(e.maybeDelivered == (message.written && e.failure != MessageFailure::Rejected),
                "failed: it says whether it was ever written");
        message.owed = MessageFailure::None;
        message.failed = true;
    }

private:
    Message &outcome(quint64 number)
    {
        require(number > 0 && number <= last(), "an outcome of an accepted message");
        Message &message = m_messages[number];
        require(!message.delivered && !message.failed, "one outcome");
        return message;
    }

    static void checkReason(const Message &message, MessageFailure failure, Instant now,
                            bool inFlight)
    {
        switch (failure) {
        case MessageFailure::Rejected:
            return require(message.rejected, "rejected: by the server");
        case MessageFailure::Expired:
            return require(message.isOver(now) && !inFlight, "expired: too old, and in the queue");
        case MessageFailure::NotConnected:
        case MessageFailure::Busy:
            return require(message.isVolatile, "failed for want of a line: only volatile ones");
        case MessageFailure::Poisonous:
            return require(message.codedEnds >= 3, "poisonous: three ends speak against it");
        default:
            require(false, "failed: without anybody's doing");
        }
    }

    void leave(quint64 number, MessageFailure why)
    {
        m_messages[number].owed = why;
        remove(number);
    }

    void remove(quint64 number)
    {
        m_pending.erase(number);
        m_pendingBytes -= m_messages[number].bytes;
    }

    const OutboxLimits m_limits;
    std::vector<Message> m_messages{{}}; //!< by number
    std::set<quint64> m_pending;
    qint64 m_pendingBytes = 0;
};

} // namespace Holdfast::Testing
