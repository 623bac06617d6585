// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "eventlog.h"

#include "frame.h"

namespace Holdfast {

namespace {

// What a batch has around its events, and around each of them.
constexpr qint64 BatchFrame = 64;
constexpr qint64 EventBraces = 3;

} // namespace

EventLog::EventLog(QString epoch, const Limits &limits)
    : m_epoch(std::move(epoch))
    , m_limits(limits)
{
}

EventLog::EventLog(QString epoch)
    : EventLog(std::move(epoch), Limits())
{
}

void EventLog::setLimits(const Limits &limits)
{
    m_limits = limits;
    trim();
}

bool EventLog::fits(const Envelope::Content &content)
{
    const QString members = Envelope::membersOf({.id = Envelope::MaxInteger, .content = content});
    return utf8Size(members) + BatchFrame <= MaxEventBytes;
}

quint64 EventLog::append(const Envelope::Content &content)
{
    QString members = Envelope::membersOf({.id = m_head + 1, .content = content});
    const qint64 bytes = utf8Size(members);
    if (bytes + BatchFrame > MaxEventBytes)
        return 0;
    ++m_head;
    m_lastText = Envelope::eventText(members);
    members.squeeze(); // it stays for long, and was given room to grow
    m_events.push_back({std::move(members), bytes});
    m_bytes += m_events.back().keptBytes();
    trim();
    return m_head;
}

void EventLog::trim()
{
    while (!m_events.empty() && (count() > m_limits.maxEvents || m_bytes > m_limits.maxBytes))
        dropOldest();
}

void EventLog::dropOldest()
{
    m_bytes -= m_events.front().keptBytes();
    m_events.pop_front();
}

void EventLog::release(qint64 bytes)
{
    const qint64 most = m_bytes - bytes;
    while (!m_events.empty() && m_bytes > most)
        dropOldest();
}

std::optional<ResyncReason> EventLog::problemWith(const Cursor &cursor) const
{
    if (cursor.epoch != m_epoch)
        return ResyncReason::EpochChanged;
    if (cursor.eventId > m_head)
        return ResyncReason::CursorAhead;
    if (cursor.eventId < m_head - m_events.size())
        return ResyncReason::HistoryTrimmed;
    return {};
}

EventLog::Batch EventLog::since(quint64 id, qint64 maxBytes) const
{
    Q_ASSERT(!problemWith({m_epoch, id}));
    Batch batch{.text = {}, .through = id, .more = false};
    const size_t first = m_events.size() - static_cast<size_t>(m_head - id);
    std::vector<QString> members;
    qint64 bytes = BatchFrame;
    for (size_t i = first; i < m_events.size() && members.size() < Envelope::MaxBatchEvents; ++i) {
        bytes += m_events[i].bytes + EventBraces;
        if (bytes > maxBytes && !members.empty())
            break;
        members.push_back(m_events[i].members);
    }
    batch.through += members.size();
    batch.more = batch.through < m_head;
    batch.text = Envelope::batchText(members, batch.more);
    return batch;
}

} // namespace Holdfast
