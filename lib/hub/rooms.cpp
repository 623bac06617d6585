// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "rooms.h"

#include "session.h"

#include <algorithm>

namespace Holdfast {

Rooms::Rooms(WordMaker makeEpoch)
    : m_makeEpoch(std::move(makeEpoch))
{
}

void Rooms::setLimits(const Limits &limits)
{
    m_limits = limits;
    m_bytes = 0;
    for (std::list<Room> *rooms : {&m_busy, &m_idle}) {
        for (Room &room : *rooms) {
            room.log.setLimits(limits.log);
            m_bytes += room.log.byteCount();
        }
    }
    trim(nullptr);
}

Room *Rooms::find(const QString &name) const { return m_index.value(name); }

Room &Rooms::open(const QString &name)
{
    if (Room *room = find(name))
        return *room;
    Room &room = m_idle.emplace_back(name, EventLog(m_makeEpoch(), m_limits.log));
    room.place = std::prev(m_idle.end());
    m_index.insert(name, &room);
    trim(&room);
    return room;
}

void Rooms::enter(Room &room, Session &session)
{
    if (room.isEmpty())
        m_busy.splice(m_busy.end(), m_idle, room.place);
    room.enter(session);
}

void Rooms::leave(Session &session)
{
    Room &room = *session.room;
    room.leave(session);
    if (room.isEmpty())
        m_idle.splice(m_idle.end(), m_busy, room.place);
}

quint64 Rooms::append(Room &room, const Envelope::Content &content)
{
    const qint64 before = room.log.byteCount();
    const quint64 id = room.log.append(content);
    m_bytes += room.log.byteCount() - before;
    if (room.isEmpty())
        m_idle.splice(m_idle.end(), m_idle, room.place);
    trim(&room);
    return id;
}

void Rooms::forgetHistory(Room &room)
{
    if (room.isEmpty()) {
        drop(room);
        return;
    }
    m_bytes -= room.log.byteCount();
    room.log = EventLog(m_makeEpoch(), m_limits.log);
}

void Rooms::trim(const Room *spared)
{
    while ((count() > m_limits.maxRooms || m_bytes > m_limits.maxBytes) && !m_idle.empty()
           && &m_idle.front() != spared)
        drop(m_idle.front());
    while (m_bytes > m_limits.maxBytes)
        trimLargest();
}

void Rooms::trimLargest()
{
    Room *largest = nullptr;
    for (std::list<Room> *rooms : {&m_busy, &m_idle}) {
        for (Room &room : *rooms) {
            if (!largest || room.log.byteCount() > largest->log.byteCount())
                largest = &room;
        }
    }
    Q_ASSERT(largest); // what takes bytes is a room
    // A good part of it, so that we do not have to search at each event; not all of it, since
    // another one may be the largest then.
    const qint64 before = largest->log.byteCount();
    largest->log.release(std::clamp(m_bytes - m_limits.maxBytes, before / 16, before / 2 + 1));
    m_bytes -= before - largest->log.byteCount();
}

void Rooms::drop(Room &room)
{
    m_bytes -= room.log.byteCount();
    m_index.remove(room.name);
    m_idle.erase(room.place);
}

} // namespace Holdfast
