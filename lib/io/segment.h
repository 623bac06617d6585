// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagerecord.h"
#include "recordcodec.h"
#include "storebinding.h"

#include <optional>
#include <vector>

namespace Holdfast {

//! The messages of one file, so that a change costs the same however long the queue is.
class Segment
{
public:
    static constexpr std::size_t MaxMessages = 64;
    static constexpr qint64 MaxBytes = 65'536;

    //! Nothing is in its file yet. \a first gives it its name.
    explicit Segment(quint64 first)
        : m_first(first)
    {
    }

    //! What is in a segment's file.
    struct Content
    {
        std::vector<MessageRecord> messages; //!< numbers rise
        std::optional<StoreBinding> binding;
        int damaged = 0;
    };
    [[nodiscard]] static Content read(const QString &path, quint64 first);

    //! A message that is in the file, whether it is still wanted or not.
    void load(MessageRecord record, bool wanted);

    [[nodiscard]] quint64 first() const { return m_first; }
    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    [[nodiscard]] quint64 lowest() const { return m_entries.front().record.stored.message.number; }
    [[nodiscard]] bool hasRoomFor(qint64 bytes) const;
    //! Nothing if \a number is not in it.
    [[nodiscard]] const MessageRecord *find(quint64 number) const;
    //! Adds a message, or replaces the one with its number. \a cbor is the record as CBOR.
    void put(MessageRecord record, QByteArray cbor);
    //! Takes it out; its file may still have it.
    void take(quint64 number);

    //! What the file shall be.
    [[nodiscard]] Records records(const StoreBinding &binding);
    //! No more is added here for now: forgets what only makes writing quicker.
    void seal();

    //! Whether the file has \a number in it, wanted or not.
    [[nodiscard]] bool fileHas(quint64 number) const;
    [[nodiscard]] const std::vector<quint64> &fileNumbers() const { return m_fileNumbers; }
    //! The file was written as it is now; or it may have been.
    void markWritten();
    void markMaybeWritten();

    template <typename Visit> void forEach(Visit visit) const
    {
        for (const Entry &entry : m_entries)
            visit(entry.record);
    }

private:
    struct Entry
    {
        MessageRecord record;
        QByteArray cbor; //!< or empty
    };
    //! Where it is or would be.
    [[nodiscard]] std::size_t placeOf(quint64 number) const;
    [[nodiscard]] bool isAt(std::size_t place, quint64 number) const;

    quint64 m_first;
    std::vector<Entry> m_entries; //!< numbers rise
    std::vector<quint64> m_fileNumbers; //!< rising
    std::size_t m_added = 0; //!< ever
    qint64 m_addedBytes = 0; //!< ever
};

} // namespace Holdfast
