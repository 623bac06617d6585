// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cursor.h"
#include "envelope.h"
#include "resyncreason.h"

#include <QtCore/qstring.h>

#include <deque>
#include <optional>
#include <utility>
#include <vector>

namespace Holdfast {

//! The last events of one room, for those who missed them. Ids begin with 1 and have no gaps; they
//! mean something within the log's epoch only.
class EventLog
{
public:
    struct Limits
    {
        int maxEvents = 10'000;
        qint64 maxBytes = 64LL * 1024 * 1024; //!< of memory
    };
    //! \a epoch must be unique in the world: one life of one log.
    explicit EventLog(QString epoch, const Limits &limits);
    explicit EventLog(QString epoch);
    //! From now on; the oldest leave at once, if they are too many for it.
    void setLimits(const Limits &limits);

    //! The largest frame of an event, in UTF-8: clients take 16 MiB, and it may come in a batch.
    static constexpr qint64 MaxEventBytes = (16LL * 1024 - 64) * 1024;
    //! Whether an event with this is not larger than that.
    [[nodiscard]] static bool fits(const Envelope::Content &content);
    //! Adds an event; the oldest leave for it. Returns its id; its frame is lastText(). 0: it is
    //! larger than MaxEventBytes, and nothing happened.
    quint64 append(const Envelope::Content &content);
    //! The frame of the newest event, written once for all who get it.
    [[nodiscard]] const QString &lastText() const { return m_lastText; }
    //! The same; it is not kept any longer.
    [[nodiscard]] QString takeLastText() { return std::exchange(m_lastText, {}); }
    //! The oldest events leave, until \a bytes are free or none is left.
    void release(qint64 bytes);

    [[nodiscard]] const QString &epoch() const { return m_epoch; }
    //! The id of the newest event; 0: there was none yet.
    [[nodiscard]] quint64 head() const { return m_head; }
    [[nodiscard]] Cursor end() const { return {m_epoch, m_head}; }
    //! The number of events kept, and the memory that they take.
    [[nodiscard]] int count() const { return static_cast<int>(m_events.size()); }
    [[nodiscard]] qint64 byteCount() const { return m_bytes; }

    //! Why somebody at \a cursor cannot have what follows; nothing: since() has it.
    [[nodiscard]] std::optional<ResyncReason> problemWith(const Cursor &cursor) const;
    struct Batch
    {
        QString text; //!< the frame
        quint64 through = 0; //!< the last id in it; where it is empty, what was asked
        bool more = false;
    };
    //! The next events after \a id, of which problemWith() has found none; at most
    //! Envelope::MaxBatchEvents and \a maxBytes, but at least one if there is one.
    [[nodiscard]] Batch since(quint64 id, qint64 maxBytes = Envelope::MaxBatchBytes) const;

private:
    struct Entry
    {
        QString members;
        qint64 bytes; //!< UTF-8, as it is sent

        //! What it takes here: a string has two bytes a character.
        [[nodiscard]] qint64 keptBytes() const
        {
            return qint64(members.size() * sizeof(QChar) + sizeof(Entry));
        }
    };
    void trim();
    void dropOldest();

    QString m_epoch;
    Limits m_limits;
    std::deque<Entry> m_events; //!< the last one has the id m_head
    quint64 m_head = 0;
    qint64 m_bytes = 0;
    QString m_lastText;
};

} // namespace Holdfast
