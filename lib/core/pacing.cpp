// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "pacing.h"

#include <algorithm>

namespace Holdfast {

Pacing::Pacing(PacingPolicy policy)
    : m_policy(policy)
{
}

void Pacing::setPolicy(const PacingPolicy &policy) { m_policy = policy; }

Instant Pacing::available(Instant full, int size, Duration refill)
{
    if (size <= 0)
        return Instant::max();
    return full == Instant::min() ? full : full - refill * (size - 1);
}

bool Pacing::takesReserve(Instant now, DialFor who) const
{
    return who == DialFor::Person && available(m_full, m_policy.burst, m_policy.refill) > now
        && available(m_reserveFull, m_policy.reserve, m_policy.reserveRefill) <= now;
}

Instant Pacing::earliest(Instant now, DialFor who) const
{
    const Instant token
        = takesReserve(now, who) ? now : available(m_full, m_policy.burst, m_policy.refill);
    return std::max({now, token, m_next});
}

void Pacing::spend(Instant now, DialFor who)
{
    if (takesReserve(now, who))
        m_reserveFull = std::max(m_reserveFull, now) + m_policy.reserveRefill;
    else
        m_full = std::max(m_full, now) + m_policy.refill;
    m_next = now + m_policy.gap;
}

} // namespace Holdfast
