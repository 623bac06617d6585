// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "eventlog.h"

#include <QtCore/qstring.h>

#include <list>
#include <vector>

namespace Holdfast {

struct Session;

//! Who is in a room, and what has happened there.
class Room
{
public:
    Room(QString name, EventLog log);

    const QString name;
    EventLog log;
    std::list<Room>::iterator place; //!< where Rooms keeps it

    //! A session has one seat, also while it is away.
    struct Seat
    {
        Session *session = nullptr;
        quint64 connection = 0; //!< 0: away
        bool isLive = false; //!< gets events as they happen

        [[nodiscard]] bool isOnline() const { return connection != 0; }
    };
    void enter(Session &session);
    void leave(Session &session);
    //! The session has another connection, or none, which is not live yet.
    void seat(const Session &session);
    void setLive(const Session &session, bool isLive);

    [[nodiscard]] const std::vector<Seat> &seats() const { return m_seats; }
    [[nodiscard]] bool isEmpty() const { return m_seats.empty(); }

private:
    std::vector<Seat> m_seats; //!< in no order, so that leaving is quick
};

} // namespace Holdfast
