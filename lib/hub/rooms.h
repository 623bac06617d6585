// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "room.h"

#include <QtCore/qhash.h>

#include <functional>
#include <list>

namespace Holdfast {

//! All rooms. One without anybody in it is kept, since they may return and want to know what they
//! have missed; but only so many, and so many bytes: then the one where nothing has happened for
//! the longest time goes, and its epoch with it. When there is none left, the largest logs lose
//! their oldest events.
class Rooms
{
public:
    struct Limits
    {
        int maxRooms = 10'000; //!< of which nobody's are dropped
        qint64 maxBytes = 1024LL * 1024 * 1024; //!< of memory, in all logs together
        EventLog::Limits log;
    };
    using WordMaker = std::function<QString()>;
    explicit Rooms(WordMaker makeEpoch);
    void setLimits(const Limits &limits);

    //! Null, if there is none of that name.
    [[nodiscard]] Room *find(const QString &name) const;
    //! Makes it, if there is none.
    [[nodiscard]] Room &open(const QString &name);
    void enter(Room &room, Session &session);
    void leave(Session &session);
    //! Something happens there. Returns its id; 0: it is too large.
    quint64 append(Room &room, const Envelope::Content &content);
    //! A new epoch. A room without anybody is gone.
    void forgetHistory(Room &room);

    [[nodiscard]] int count() const { return static_cast<int>(m_index.size()); }
    [[nodiscard]] qint64 byteCount() const { return m_bytes; }

private:
    void trim(const Room *spared);
    void drop(Room &room);
    void trimLargest();

    WordMaker m_makeEpoch;
    Limits m_limits;
    std::list<Room> m_busy;
    std::list<Room> m_idle; //!< nobody is in there; the first longest
    QHash<QString, Room *> m_index;
    qint64 m_bytes = 0;
};

} // namespace Holdfast
