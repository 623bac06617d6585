// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "envelope.h"
#include "protocol.h"

namespace Holdfast {

//! The server's events on one connection: makes sure that each comes once and in order, and that
//! those which cannot come are told.
//!
//! After the greeting, and after each sync, the server owes an answer: batches until `more` is
//! false, or a reset. Until then live events are dropped; what they say comes in the batches.
class EventStream
{
public:
    //! So many live events may be dropped while an answer is owed.
    static constexpr int MaxDropped = 1000;

    EventStream() = default;
    explicit EventStream(const Cursor &cursor)
        : m_cursor(cursor)
    {
    }

    [[nodiscard]] const Cursor &cursor() const { return m_cursor; }

    [[nodiscard]] Outcomes welcomed(const QString &epoch, quint64 head);
    [[nodiscard]] Outcomes arrived(const Envelope::ServerEvent &event);
    [[nodiscard]] Outcomes arrived(const Envelope::SyncBatch &batch);
    [[nodiscard]] Outcomes reset(const Envelope::Reset &reset);
    //! The server owes the answer to a cursor.
    [[nodiscard]] bool isOwed() const { return m_isOwed; }
    //! The server is asked for a sign of life; those that it was asked for before it has given.
    //! True: the answer was owed already at the last time, so it will not come any more.
    [[nodiscard]] bool isStuckAtProbe() { return m_isOwed && ++m_probes > 1; }

private:
    void owe();
    [[nodiscard]] Deliver deliver(const Envelope::ServerEvent &event);
    [[nodiscard]] Resync moveTo(ResyncReason reason, const Cursor &cursor);

    Cursor m_cursor;
    quint64 m_known = 0; //!< the highest id of which we know that there is such an event
    bool m_isOwed = false; //!< the server owes an answer to a cursor
    int m_dropped = 0; //!< since then
    int m_probes = 0; //!< since then, or since it was last heard of
};

} // namespace Holdfast
