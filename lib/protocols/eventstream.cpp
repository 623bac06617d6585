// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "eventstream.h"

#include <algorithm>

namespace Holdfast {

using namespace Envelope;

Outcomes EventStream::welcomed(const QString &epoch, quint64 head)
{
    const Cursor now{epoch, head};
    if (m_cursor.epoch.isEmpty()) {
        // Without a cursor there is no history: what comes next is new.
        m_cursor = now;
        return {Positioned{now}};
    }
    m_known = head;
    owe();
    // A reset follows. It is not waited for: a server that forgets it must not make us take the
    // events of one log for those of another.
    if (m_cursor.epoch != epoch)
        return {moveTo(ResyncReason::EpochChanged, now)};
    if (m_cursor.eventId > head)
        return {moveTo(ResyncReason::CursorAhead, now)};
    return {};
}

Outcomes EventStream::arrived(const ServerEvent &event)
{
    m_known = std::max(m_known, event.id);
    if (m_isOwed) {
        if (++m_dropped <= MaxDropped)
            return {};
        return {Refused{{.kind = Ending::Kind::Rejected,
                         .detail = QStringLiteral("over %1 events came instead of the answer to "
                                                  "hello or sync")
                                       .arg(MaxDropped)}}};
    }
    if (event.id <= m_cursor.eventId)
        return {};
    if (event.id == m_cursor.eventId + 1) {
        Outcomes outcomes;
        outcomes.append(deliver(event)); // an initializer list would copy it once more
        return outcomes;
    }
    owe();
    return {Transmit{Frame::text(toText(Sync{m_cursor}))}};
}

Outcomes EventStream::arrived(const SyncBatch &batch)
{
    Outcomes outcomes;
    if (!m_isOwed) {
        // Nobody asked. Then these are events as any others, and a gap is not the last word.
        for (const ServerEvent &event : batch.events) {
            for (Outcome &outcome : arrived(event))
                outcomes.append(std::move(outcome));
            if (m_isOwed)
                break; // the rest comes again
        }
        return outcomes;
    }
    outcomes.reserve(qsizetype(batch.events.size()) + 1);
    for (const ServerEvent &event : batch.events) {
        if (event.id <= m_cursor.eventId)
            continue;
        if (event.id > m_cursor.eventId + 1)
            outcomes.append(moveTo(ResyncReason::HistoryTrimmed, {m_cursor.epoch, event.id - 1}));
        outcomes.append(deliver(event));
    }
    m_probes = 0;
    if (batch.more)
        return outcomes;
    m_isOwed = false;
    // The server has no more, but there was more.
    if (m_cursor.eventId < m_known)
        outcomes.append(moveTo(ResyncReason::HistoryTrimmed, {m_cursor.epoch, m_known}));
    return outcomes;
}

Outcomes EventStream::reset(const Reset &reset)
{
    m_isOwed = false;
    m_known = reset.cursor.eventId;
    if (reset.cursor == m_cursor)
        return {}; // known from welcome
    return {moveTo(reset.reason, reset.cursor)};
}

void EventStream::owe()
{
    m_isOwed = true;
    m_dropped = 0;
    m_probes = 0;
}

Deliver EventStream::deliver(const ServerEvent &event)
{
    m_cursor.eventId = event.id;
    return {event.content.toPayload(), m_cursor, event.content.toVariant()};
}

Resync EventStream::moveTo(ResyncReason reason, const Cursor &cursor)
{
    m_cursor = cursor;
    return {reason, m_cursor};
}

} // namespace Holdfast
