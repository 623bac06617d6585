// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// Reading, and what to do about damage.

#include "crc32c.h"
#include "recordfile.h"
#include "segmentedqueue.h"

#include <QtCore/qfile.h>

#include <algorithm>

namespace Holdfast {

std::optional<StoreHeader> SegmentedQueue::peek(const QueueFolder &folder)
{
    const std::vector<quint64> segments = folder.segments();
    const QString path = folder.headerPath();
    if (!QFile::exists(path))
        return segments.empty() && folder.payloads().empty() ? std::optional(StoreHeader())
                                                             : std::nullopt;
    const DecodedRecords decoded = readRecords(path);
    const auto header = QueueHeader::fromCbor(decoded.records.value(QStringLiteral("header")));
    if (!header || decoded.damaged > 0 || header->schema > QueueHeader::CurrentSchema)
        return std::nullopt;
    StoreHeader known = header->store;
    if (segments.empty())
        return known;
    // Killed between a segment and the header, the segment knows more.
    const Segment::Content last
        = Segment::read(folder.segmentPath(segments.back()), segments.back());
    if (last.damaged > 0)
        return std::nullopt;
    for (const MessageRecord &record : last.messages)
        known.reservedThrough = std::max(known.reservedThrough, record.stored.message.number);
    return known;
}

OpenResult SegmentedQueue::open()
{
    OpenResult result;
    result.error = m_folder.take();
    if (result.error)
        return result;
    if (!loadHeader(result)) {
        m_folder.release();
        return {.error = {StoreErrorCategory::Incompatible,
                          m_folder.headerPath() % u": written by a later version"}};
    }
    for (const quint64 first : m_folder.segments())
        loadSegment(first, result);
    sortOutPayloads(result.quarantined > 0);
    m_uncertainThrough = result.clean ? 0 : m_highest;
    m_untouched = !m_header.store.producer.isEmpty() && result.quarantined == 0;
    finishLoading(result);
    m_open = true;
    return result;
}

//! false: a later version wrote it.
bool SegmentedQueue::loadHeader(OpenResult &result)
{
    m_header = {};
    m_headerDirty = true; // it is not clean while we are here
    const QString path = m_folder.headerPath();
    if (!QFile::exists(path))
        return true;
    const DecodedRecords decoded = readRecords(path);
    const auto header = QueueHeader::fromCbor(decoded.records.value(QStringLiteral("header")));
    if (header && header->schema > QueueHeader::CurrentSchema)
        return false;
    if (header)
        m_header = *header;
    if (!header || decoded.damaged > 0) {
        ++result.quarantined;
        QueueFolder::keepDamaged(path);
    }
    result.clean = m_header.clean;
    m_header.clean = false;
    return true;
}

void SegmentedQueue::loadSegment(quint64 first, OpenResult &result)
{
    const QString path = m_folder.segmentPath(first);
    Segment::Content content = Segment::read(path, first);
    m_highest = std::max(m_highest, first);
    Segment segment(first);
    for (MessageRecord &record : content.messages) {
        const quint64 number = record.stored.message.number;
        m_highest = std::max(m_highest, number);
        const Segment *earlier = segmentOf(number);
        bool wanted = !m_header.isSettled(number) && !(earlier && earlier->find(number));
        if (wanted && record.apart && !loadPayload(record)) {
            ++result.quarantined;
            QueueFolder::keepDamaged(m_folder.payloadPath(number));
            m_header.settled.insert(number); // reported once, not at each start
            wanted = false;
        }
        segment.load(std::move(record), wanted);
    }
    if (m_header.store.producer.isEmpty() && content.binding)
        m_header.store.binding = *content.binding; // the header is lost; the newest segment knows
    if (content.damaged > 0) {
        result.quarantined += content.damaged;
        // What cannot be kept apart is left as it is.
        if (!QueueFolder::keepDamaged(path)) {
            if (!segment.isEmpty())
                m_segments.emplace(first, std::move(segment));
            return;
        }
        m_dirty.insert(first);
    }
    if (segment.isEmpty()) {
        m_dirty.erase(first);
        m_removals.push_back({path, segment.fileNumbers()});
    } else {
        m_segments.emplace(first, std::move(segment));
    }
}

bool SegmentedQueue::loadPayload(MessageRecord &record) const
{
    QFile file(m_folder.payloadPath(record.stored.message.number));
    if (!file.open(QIODevice::ReadOnly) || file.size() != record.apart->byteCount)
        return false;
    QByteArray bytes = file.readAll();
    if (bytes.size() != record.apart->byteCount || crc32c(bytes) != record.apart->crc)
        return false;
    record.stored.message.payload
        = record.apart->isText ? Payload(QString::fromUtf8(bytes)) : Payload(std::move(bytes));
    return true;
}

//! Payload files that no message asks for: of a settled one, or one that was never committed, or,
//! if there is damage, perhaps of a lost one.
void SegmentedQueue::sortOutPayloads(bool damaged)
{
    for (const quint64 number : m_folder.payloads()) {
        m_highest = std::max(m_highest, number);
        const Segment *segment = segmentOf(number);
        const MessageRecord *record = segment ? segment->find(number) : nullptr;
        if (record && record->apart)
            continue;
        const QString path = m_folder.payloadPath(number);
        if (!damaged || m_header.isSettled(number) || QueueFolder::keepDamaged(path))
            m_removals.push_back({path, {}});
    }
}

void SegmentedQueue::finishLoading(OpenResult &result)
{
    m_highest = std::max(m_highest, m_header.confirmedThrough);
    StoreHeader &store = m_header.store;
    // The old name cannot be told: numbers that it used may be unknown here. Each message has its
    // own key, so the old ones keep theirs.
    if (store.producer.isEmpty())
        store.producer = newProducer();
    store.reservedThrough = std::max(store.reservedThrough, m_highest);
    result.header = store;
    for (const auto &[first, segment] : m_segments) {
        segment.forEach(
            [&result](const MessageRecord &record) { result.messages.push_back(record.stored); });
    }
    std::stable_sort(result.messages.begin(), result.messages.end(),
                     [](const StoredMessage &a, const StoredMessage &b) {
                         return a.message.number < b.message.number;
                     });
}

} // namespace Holdfast
