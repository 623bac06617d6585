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

void Listener::comeUp(Instant at) { m_upSince = at; }

Greeted Listener::knock(Instant now)
{
    if (!m_upSince || now < *m_upSince)
        return m_setup.whileDown;
    const double each = 1000 / m_setup.capacity;
    const double begin = std::max(m_freeAt, milliseconds(now));
    if (begin - milliseconds(now) > each * m_setup.backlog)
        return m_setup.overflow;
    m_freeAt = begin + each;
    return Greeted::Queued;
}

Instant Listener::completion() const
{
    return Instant(Duration(static_cast<Duration::rep>(std::ceil(m_freeAt))));
}

} // namespace Holdfast::Testing
