// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session.h"

#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

namespace Holdfast {

//! All sessions, by their secret ids, and when those who are away come to their end.
class Sessions
{
public:
    //! Null, if there is none of that name for that identity.
    [[nodiscard]] Session *find(const QString &id, const QString &identity);
    [[nodiscard]] Session &begin(const QString &id, const QString &user, const QString &identity);
    void end(const Session &session);

    //! Its connection is gone; it may return for so long.
    void leave(Session &session, Instant until);
    //! It has this connection from now on.
    void join(Session &session, quint64 connection);

    //! The one that ends first, of those who are away; null: nobody is.
    [[nodiscard]] Session *firstToEnd() const;

    [[nodiscard]] int count() const { return static_cast<int>(m_sessions.size()); }

private:
    using Ending = std::pair<Instant, quint64>; //!< when, and the session's serial

    std::unordered_map<QString, Session> m_sessions;
    std::map<Ending, Session *> m_away;
    quint64 m_serial = 0;
};

} // namespace Holdfast
