// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "segment.h"

#include "queueheader.h"
#include "recordfile.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr QLatin1StringView Binding("binding");

//! In the order of the numbers.
QString nameOf(quint64 number)
{
    return QStringLiteral("m%1").arg(number, 20, 10, QLatin1Char('0'));
}

} // namespace

Segment::Content Segment::read(const QString &path, quint64 first)
{
    DecodedRecords decoded = readRecords(path);
    Content content{.damaged = decoded.damaged};
    for (auto record = decoded.records.begin(); record != decoded.records.end(); ++record) {
        if (record.key() == Binding) {
            content.binding = bindingFromCbor(record.value());
            continue;
        }
        auto message = MessageRecord::fromCbor(record.value());
        const quint64 number = message ? message->stored.message.number : 0;
        if (number >= first && number > 0 && record.key() == nameOf(number))
            content.messages.push_back(std::move(*message));
        else
            ++content.damaged;
    }
    return content;
}

void Segment::load(MessageRecord record, bool wanted)
{
    m_fileNumbers.push_back(record.stored.message.number);
    if (wanted)
        m_entries.push_back({std::move(record), {}});
}

bool Segment::hasRoomFor(qint64 bytes) const
{
    return m_added == 0 || (m_added < MaxMessages && m_addedBytes + bytes <= MaxBytes);
}

std::size_t Segment::placeOf(quint64 number) const
{
    const auto entry = std::lower_bound(m_entries.begin(), m_entries.end(), number,
                                        [](const Entry &candidate, quint64 wanted) {
                                            return candidate.record.stored.message.number < wanted;
                                        });
    return std::size_t(entry - m_entries.begin());
}

bool Segment::isAt(std::size_t place, quint64 number) const
{
    return place < m_entries.size() && m_entries[place].record.stored.message.number == number;
}

const MessageRecord *Segment::find(quint64 number) const
{
    const std::size_t place = placeOf(number);
    return isAt(place, number) ? &m_entries[place].record : nullptr;
}

void Segment::put(MessageRecord record, QByteArray cbor)
{
    const quint64 number = record.stored.message.number;
    ++m_added;
    m_addedBytes += cbor.size();
    const std::size_t place = placeOf(number);
    Entry entry{std::move(record), std::move(cbor)};
    if (isAt(place, number))
        m_entries[place] = std::move(entry);
    else
        m_entries.insert(m_entries.begin() + qsizetype(place), std::move(entry));
}

void Segment::take(quint64 number)
{
    if (const std::size_t place = placeOf(number); isAt(place, number))
        m_entries.erase(m_entries.begin() + qsizetype(place));
}

Records Segment::records(const StoreBinding &binding)
{
    Records records{{Binding, toCbor(binding)}};
    for (Entry &entry : m_entries) {
        if (entry.cbor.isEmpty())
            entry.cbor = entry.record.toCbor();
        records.insert(nameOf(entry.record.stored.message.number), entry.cbor);
    }
    return records;
}

void Segment::seal()
{
    for (Entry &entry : m_entries)
        entry.cbor.clear();
}

bool Segment::fileHas(quint64 number) const
{
    return std::binary_search(m_fileNumbers.begin(), m_fileNumbers.end(), number);
}

void Segment::markWritten()
{
    m_fileNumbers.clear();
    markMaybeWritten();
}

void Segment::markMaybeWritten()
{
    for (const Entry &entry : m_entries)
        m_fileNumbers.push_back(entry.record.stored.message.number);
    std::sort(m_fileNumbers.begin(), m_fileNumbers.end());
    m_fileNumbers.erase(std::unique(m_fileNumbers.begin(), m_fileNumbers.end()),
                        m_fileNumbers.end());
}

} // namespace Holdfast
