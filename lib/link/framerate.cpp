// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "framerate.h"

#include <algorithm>

namespace Holdfast {

Instant FrameRate::next(Instant now) const
{
    if (m_limit == 0 || m_recent.size() < m_limit)
        return now;
    return std::max(now, m_recent[m_recent.size() - m_limit] + std::chrono::seconds(1));
}

void FrameRate::note(Instant now)
{
    if (m_limit == 0)
        return;
    m_recent.append(now);
    while (m_recent.size() > m_limit || m_recent.first() + std::chrono::seconds(1) <= now)
        m_recent.removeFirst();
}

} // namespace Holdfast
