// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "segmentedqueue.h"

#include "crc32c.h"
#include "recordfile.h"

#include <QtCore/qfile.h>

#include <algorithm>

namespace Holdfast {

namespace {

//! A larger payload gets a file of its own, or each message after it would write it once more.
constexpr qint64 MaxInlineBytes = Segment::MaxBytes;

//! More settled messages than this in segments that are still needed, and these are written anew:
//! else the header, which is written with each change, would grow with the queue.
constexpr std::size_t MaxSettled = 256;

} // namespace

SegmentedQueue::SegmentedQueue(const QString &queueName, const QString &folder)
    : m_folder(folder, queueName)
{
}

SegmentedQueue::~SegmentedQueue()
{
    if (!m_open || m_untouched || commit())
        return;
    if (isUncertain())
        return;
    m_header.clean = m_headerDirty = true;
    (void)writeHeader(); // if it fails, the next owner is more careful than it need be
}

//! Somebody was killed, and nobody has said yet of each message that it may have been delivered.
bool SegmentedQueue::isUncertain() const
{
    bool uncertain = false;
    for (const auto &[first, segment] : m_segments) {
        if (first > m_uncertainThrough)
            break;
        segment.forEach([&](const MessageRecord &record) {
            const Message &message = record.stored.message;
            uncertain |= message.number <= m_uncertainThrough && !message.maybeDelivered;
        });
    }
    return uncertain;
}

Segment *SegmentedQueue::segmentOf(quint64 number)
{
    auto after = m_segments.upper_bound(number);
    return after == m_segments.begin() ? nullptr : &std::prev(after)->second;
}

//! Where a message belongs that is not there yet.
Segment &SegmentedQueue::segmentFor(quint64 number, qint64 bytes)
{
    if (number <= m_highest) {
        if (Segment *segment = segmentOf(number))
            return *segment;
        return m_segments.try_emplace(number, number).first->second;
    }
    m_highest = number;
    if (m_tail != 0) {
        Segment &tail = m_segments.at(m_tail);
        if (tail.hasRoomFor(bytes))
            return tail;
        if (!m_dirty.contains(m_tail))
            tail.seal();
    }
    m_tail = number;
    return m_segments.try_emplace(number, number).first->second;
}

void SegmentedQueue::put(const StoredMessage &stored)
{
    m_untouched = false;
    const quint64 number = stored.message.number;
    Q_ASSERT(number > 0);
    MessageRecord record{.stored = stored, .apart = {}};
    if (stored.message.payload.byteCount() > MaxInlineBytes) {
        const QByteArray bytes = stored.message.payload.bytes();
        record.apart = {.byteCount = bytes.size(),
                        .crc = crc32c(bytes),
                        .isText = stored.message.payload.isText()};
    }
    Segment *present = segmentOf(number);
    const MessageRecord *before = present ? present->find(number) : nullptr;
    const bool isNew = !before;
    if (isNew && number <= m_header.confirmedThrough)
        reviveNumbersFrom(number);
    if (record.apart && !(before && before->apart))
        m_newPayloads.insert(number);
    QByteArray cbor = record.toCbor();
    Segment &segment = isNew ? segmentFor(number, cbor.size()) : *present;
    segment.put(std::move(record), std::move(cbor));
    m_dirty.insert(segment.first());
}

//! A number that comes late: what was settled above it must be remembered one by one again.
void SegmentedQueue::reviveNumbersFrom(quint64 number)
{
    m_header.confirmedThrough = number - 1;
    m_headerDirty = true;
    const auto remember = [this](const std::vector<quint64> &numbers, const Segment *segment) {
        for (const quint64 settled : numbers) {
            if (settled > m_header.confirmedThrough && !(segment && segment->find(settled)))
                m_header.settled.insert(settled);
        }
    };
    for (const auto &[first, segment] : m_segments)
        remember(segment.fileNumbers(), &segment);
    for (const Removal &removal : m_removals)
        remember(removal.numbers, nullptr);
    m_header.settled.erase(number);
}

void SegmentedQueue::forget(quint64 number)
{
    m_untouched = false;
    Segment *segment = segmentOf(number);
    const MessageRecord *record = segment ? segment->find(number) : nullptr;
    if (!record)
        return;
    if (record->apart) {
        m_newPayloads.erase(number);
        m_removals.push_back({m_folder.payloadPath(number), {}});
    }
    segment->take(number);
    if (segment->fileHas(number)) {
        m_header.settled.insert(number);
        m_headerDirty = true;
    }
    if (!segment->isEmpty())
        return;
    const quint64 first = segment->first();
    if (!segment->fileNumbers().empty())
        m_removals.push_back({m_folder.segmentPath(first), segment->fileNumbers()});
    m_dirty.erase(first);
    m_segments.erase(first);
    if (m_tail == first)
        m_tail = 0;
}

void SegmentedQueue::saveCursor(const Cursor &cursor)
{
    m_untouched = false;
    m_header.store.cursor = cursor;
    m_headerDirty = true;
}

void SegmentedQueue::setProducer(const QString &producer)
{
    m_untouched = false;
    m_header.store.producer = producer;
    m_headerDirty = true;
}

void SegmentedQueue::reserve(quint64 through)
{
    m_untouched = false;
    if (through > m_header.store.reservedThrough) {
        m_header.store.reservedThrough = through;
        m_headerDirty = true;
    }
}

void SegmentedQueue::bind(const StoreBinding &binding)
{
    m_untouched = false;
    if (binding == m_header.store.binding)
        return;
    m_header.store.binding = binding;
    markAllDirty(); // the segments say it, too
}

void SegmentedQueue::markAllDirty()
{
    m_headerDirty = true;
    for (const auto &[first, segment] : m_segments)
        m_dirty.insert(m_dirty.end(), first);
}

StoreError SegmentedQueue::commit()
{
    m_untouched = false;
    if (!m_open)
        return {StoreErrorCategory::NotWritable, QStringLiteral("the store is not open")};
    if (!m_folder.isOurs()) {
        // Somebody has deleted the folder, or is about to share it with us.
        if (const StoreError error = m_folder.take())
            return error;
        markAllDirty();
        for (const auto &[first, segment] : m_segments) {
            segment.forEach([this](const MessageRecord &record) {
                if (record.apart)
                    m_newPayloads.insert(record.stored.message.number);
            });
        }
    }
    updateConfirmed();
    compact();
    // In this order, so that whatever comes between leaves each message entirely or not at all,
    // and nothing that was settled comes back.
    for (const auto step : {&SegmentedQueue::writePayloads, &SegmentedQueue::writeSegments,
                            &SegmentedQueue::writeHeader}) {
        if (const StoreError error = (this->*step)())
            return error;
    }
    removeFiles();
    return {};
}

void SegmentedQueue::updateConfirmed()
{
    m_header.confirmedThrough
        = m_segments.empty() ? m_highest : m_segments.begin()->second.lowest() - 1;
    m_header.settled.erase(m_header.settled.begin(),
                           m_header.settled.upper_bound(m_header.confirmedThrough));
}

void SegmentedQueue::compact()
{
    if (m_header.settled.size() <= MaxSettled)
        return;
    for (const quint64 number : m_header.settled) {
        if (const Segment *segment = segmentOf(number); segment && segment->fileHas(number))
            m_dirty.insert(segment->first());
    }
}

StoreError SegmentedQueue::writePayloads()
{
    while (!m_newPayloads.empty()) {
        const quint64 number = *m_newPayloads.begin();
        const MessageRecord *record = segmentOf(number)->find(number);
        const QByteArray bytes = record->stored.message.payload.bytes();
        if (StoreError error = writeBytes(m_folder.payloadPath(number), bytes))
            return error;
        m_newPayloads.erase(m_newPayloads.begin());
    }
    return {};
}

StoreError SegmentedQueue::writeSegments()
{
    while (!m_dirty.empty()) {
        const quint64 first = *m_dirty.begin();
        Segment &segment = m_segments.at(first);
        const std::vector<quint64> before = segment.fileNumbers();
        const QString path = m_folder.segmentPath(first);
        if (StoreError error = writeRecords(path, segment.records(m_header.store.binding))) {
            segment.markMaybeWritten();
            return error;
        }
        segment.markWritten();
        for (const quint64 number : before) {
            if (!segment.fileHas(number))
                m_header.settled.erase(number);
        }
        if (first != m_tail)
            segment.seal();
        m_dirty.erase(m_dirty.begin());
    }
    return {};
}

StoreError SegmentedQueue::writeHeader()
{
    if (!m_headerDirty)
        return {};
    if (StoreError error
        = writeRecords(m_folder.headerPath(), {{QStringLiteral("header"), m_header.toCbor()}}))
        return error;
    m_headerDirty = false;
    return {};
}

void SegmentedQueue::removeFiles()
{
    std::erase_if(m_removals, [this](const Removal &removal) {
        // One that cannot be removed is tried again; until then the header knows better.
        if (!QFile::remove(removal.path) && QFile::exists(removal.path))
            return false;
        for (const quint64 number : removal.numbers)
            m_header.settled.erase(number);
        return true;
    });
}

} // namespace Holdfast
