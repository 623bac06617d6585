// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "listener.h"

#include <algorithm>
#include <cmath>

namespace Holdfast::Testing {

namespace {

double milliseconds(Instant at) { return static_cast<double>(at.time_since_epoch().count()); }

} // namespace

Listener::Listener(const Setup &setup)
    : m_setup(setup)
{
}

Greeted Listener::knock(const Caller &caller, Instant now)
{
    if (!isUp(now))
        return m_setup.whileDown;
    if (m_queue.size() >= static_cast<size_t>(m_setup.backlog))
        return m_setup.overflow;
    m_queue.push_back(caller);
    return Greeted::Queued;
}

std::optional<Instant> Listener::serveNext(Instant now)
{
    if (m_serving || m_queue.empty())
        return std::nullopt;
    // Who was busy to the last begins when it was free, not when the clock ticked next.
    const double tick = 1;
    const double begin = std::max(m_freeAt, milliseconds(now) - tick);
    m_freeAt = begin + 1000 / m_setup.capacity;
    m_serving = true;
    return Instant(Duration(static_cast<Duration::rep>(std::ceil(m_freeAt))));
}

Caller Listener::done()
{
    const Caller caller = m_queue.front();
    m_queue.pop_front();
    m_serving = false;
    return caller;
}

} // namespace Holdfast::Testing
