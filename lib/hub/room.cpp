// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "room.h"

#include "session.h"

namespace Holdfast {

Room::Room(QString roomName, EventLog roomLog)
    : name(std::move(roomName))
    , log(std::move(roomLog))
{
}

void Room::enter(Session &session)
{
    session.room = this;
    session.seat = m_seats.size();
    m_seats.push_back({&session, session.connection, false});
}

void Room::leave(Session &session)
{
    m_seats[session.seat] = m_seats.back();
    m_seats[session.seat].session->seat = session.seat;
    m_seats.pop_back();
    session.room = nullptr;
}

void Room::seat(const Session &session)
{
    m_seats[session.seat].connection = session.connection;
    m_seats[session.seat].isLive = false;
}

void Room::setLive(const Session &session, bool isLive) { m_seats[session.seat].isLive = isLive; }

} // namespace Holdfast
