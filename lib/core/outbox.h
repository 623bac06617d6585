// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "holdfastglobal.h"
#include "message.h"
#include "messagefailure.h"
#include "policy.h"

#include <deque>
#include <optional>
#include <vector>

namespace Holdfast {

//! What was sent and is not settled yet: first in, first out, by number.
//!
//! The messages in flight are always the head of the queue, so a lost connection puts them back by
//! forgetting that they were written, and a new message can never overtake an old one.
class HOLDFAST_EXPORT Outbox
{
public:
    //! The answer to add().
    struct Admission
    {
        quint64 number = 0; //!< 0: refused
        MessageFailure refusal = MessageFailure::None;
    };

    //! A message that left the queue.
    struct Settled
    {
        quint64 number;
        QString tag;
    };

    explicit Outbox(const OutboxLimits &limits = {});
    void setLimits(const OutboxLimits &limits) { m_limits = limits; }

    //! Takes a message in at the tail, or says why not. An accepted one has a number above all
    //! earlier ones.
    [[nodiscard]] Admission add(Payload payload, const SendOptions &options, Instant now);

    //! The oldest message that is not in flight, if the window has room for it.
    [[nodiscard]] const Message *next() const;
    //! next() is in flight now.
    void markWritten();

    //! Settles what was ever written with a number in [from, through]. In order.
    [[nodiscard]] std::vector<Settled> acknowledge(quint64 from, quint64 through);
    //! Takes one message out that was written; nothing if it is not there.
    [[nodiscard]] std::optional<Settled> reject(quint64 number);
    //! The connection is gone, or the server refused these for now: what is in flight from \a
    //! number on goes back to the head, in order.
    void rewind(quint64 number = 0);
    //! Takes everything out.
    [[nodiscard]] std::vector<Settled> clear();

    [[nodiscard]] int pendingCount() const { return m_pending; }
    [[nodiscard]] qint64 pendingBytes() const { return m_pendingBytes; }
    [[nodiscard]] int inFlightCount() const { return m_inFlight; }
    [[nodiscard]] qint64 inFlightBytes() const { return m_inFlightBytes; }
    [[nodiscard]] bool hasUnwritten() const { return m_pending > m_inFlight; }
    [[nodiscard]] std::optional<Instant> oldestQueuedAt() const;

    //! Calls \a visit(const Message &, bool inFlight) for everything pending, oldest first.
    template <typename Visit> void forEach(Visit visit) const
    {
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            if (!m_entries[i].settled)
                visit(m_entries[i].message, i < m_cursor);
        }
    }

private:
    struct Entry
    {
        Message message;
        bool written = false; //!< at some time, on some connection
        bool settled = false; //!< gone, but older ones are still here
    };

    [[nodiscard]] std::size_t indexOf(quint64 number) const;
    Settled settle(std::size_t index);
    void trim();

    OutboxLimits m_limits;
    std::deque<Entry> m_entries; //!< numbers rise
    std::size_t m_cursor = 0; //!< entries before it are in flight
    quint64 m_lastNumber = 0;
    int m_pending = 0;
    qint64 m_pendingBytes = 0;
    int m_inFlight = 0;
    qint64 m_inFlightBytes = 0;
};

} // namespace Holdfast
