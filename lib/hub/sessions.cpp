// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "sessions.h"

namespace Holdfast {

Session *Sessions::find(const QString &id, const QString &identity)
{
    const auto found = m_sessions.find(id);
    return found == m_sessions.end() || found->second.identity != identity ? nullptr
                                                                           : &found->second;
}

Session &Sessions::begin(const QString &id, const QString &user, const QString &identity)
{
    Session &session = m_sessions[id];
    session.id = id;
    session.user = user;
    session.identity = identity;
    session.serial = ++m_serial;
    return session;
}

void Sessions::end(const Session &session)
{
    m_away.erase({session.awayUntil, session.serial});
    m_sessions.erase(QString(session.id)); // a copy, since the original dies on the way
}

void Sessions::leave(Session &session, Instant until)
{
    session.connection = 0;
    session.awayUntil = until;
    m_away.emplace(Ending(until, session.serial), &session);
}

void Sessions::join(Session &session, quint64 connection)
{
    m_away.erase({session.awayUntil, session.serial});
    session.connection = connection;
}

Session *Sessions::firstToEnd() const { return m_away.empty() ? nullptr : m_away.begin()->second; }

} // namespace Holdfast
