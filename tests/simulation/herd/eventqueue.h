// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "instant.h"

#include <QtCore/qglobal.h>

#include <optional>
#include <queue>
#include <vector>

namespace Holdfast::Testing {

//! Something that will happen to one client of a herd.
struct Coming
{
    enum Kind : quint8 {
        Loss, //!< the server's end reaches the client
        Deadline, //!< the client's own
        Knock, //!< a SYN reaches the server
        Refusal, //!< the server's RST reaches the client
        Served, //!< the server has completed a connection
        Welcome, //!< the upgrade's answer reaches the client
        Answer, //!< a pong reaches the client
    };

    Instant at;
    quint32 client = 0;
    quint32 dial = 0; //!< the client's how manieth; what belongs to an older one is void
    Kind kind = Loss;
};

//! What will happen, in the order of time; at one instant, in the order in which it was foreseen.
//! So a run is the same for the same seed on every machine.
class EventQueue
{
public:
    void add(const Coming &event)
    {
        m_heap.push({.at = static_cast<qint32>(event.at.time_since_epoch().count()),
                     .order = m_order++,
                     .client = event.client,
                     .what = event.dial << KindBits | event.kind});
    }

    //! The next one; none when nothing more will happen.
    [[nodiscard]] std::optional<Coming> take()
    {
        if (m_heap.empty())
            return std::nullopt;
        const Entry next = m_heap.top();
        m_heap.pop();
        constexpr quint32 kinds = (1U << KindBits) - 1;
        return Coming{.at = Instant(Duration(next.at)),
                      .client = next.client,
                      .dial = next.what >> KindBits,
                      .kind = static_cast<Coming::Kind>(next.what & kinds)};
    }

private:
    static constexpr int KindBits = 3;

    //! Sixteen bytes, because a million clients have some of them each. Milliseconds in 32 bits
    //! last for 24 days.
    struct Entry
    {
        qint32 at;
        quint32 order;
        quint32 client;
        quint32 what;

        bool operator<(const Entry &other) const // std::priority_queue has the greatest on top
        {
            return at != other.at ? at > other.at : order > other.order;
        }
    };

    std::priority_queue<Entry, std::vector<Entry>> m_heap;
    quint32 m_order = 0;
};

} // namespace Holdfast::Testing
