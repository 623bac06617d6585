// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "instant.h"
#include "switchboard.h"

#include <QtCore/qhash.h>

#include <optional>
#include <set>
#include <utility>

namespace Holdfast {

//! When each connection wants attention: one instant for each, and one timer for all of them.
class Alarms
{
public:
    //! Instead of the one it had.
    void set(ConnectionId connection, Instant due)
    {
        clear(connection);
        m_due.insert(connection, due);
        m_order.emplace(due, connection);
    }
    void clear(ConnectionId connection)
    {
        if (const auto it = m_due.constFind(connection); it != m_due.cend()) {
            m_order.erase({it.value(), connection});
            m_due.erase(it);
        }
    }
    [[nodiscard]] std::optional<Instant> next() const
    {
        return m_order.empty() ? std::nullopt : std::optional(m_order.begin()->first);
    }
    //! The one that is due for the longest time; it has no instant any more.
    [[nodiscard]] std::optional<ConnectionId> takeDue(Instant now)
    {
        if (m_order.empty() || m_order.begin()->first > now)
            return std::nullopt;
        const ConnectionId connection = m_order.begin()->second;
        clear(connection);
        return connection;
    }

private:
    QHash<ConnectionId, Instant> m_due;
    std::set<std::pair<Instant, ConnectionId>> m_order;
};

} // namespace Holdfast
