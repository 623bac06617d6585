// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "pingledger.h"

#include <algorithm>

namespace Holdfast {

void PingLedger::sent(const QByteArray &payload, Instant now)
{
    m_outstanding.append({payload, now});
}

std::optional<Instant> PingLedger::answered(const QByteArray &payload, Instant now)
{
    const auto at = std::find_if(m_outstanding.begin(), m_outstanding.end(),
                                 [&](const Ping &ping) { return ping.payload == payload; });
    if (at == m_outstanding.end())
        return std::nullopt;
    const Instant asked = at->at;
    const Duration sample = now - asked;
    m_smoothed = m_smoothed ? (*m_smoothed * 7 + sample) / 8 : sample;
    m_outstanding.erase(m_outstanding.begin(), at + 1);
    m_ignoredBefore = m_ignoringConnections = 0;
    return asked;
}

int PingLedger::ignoredHere(Instant now, Duration patience) const
{
    return static_cast<int>(
        std::count_if(m_outstanding.begin(), m_outstanding.end(), [&](const Ping &ping) {
            return now - ping.at >= patience && m_heardAt > ping.at;
        }));
}

bool PingLedger::isIgnored(Instant now, Duration patience) const
{
    const int here = ignoredHere(now, patience);
    return m_ignoringConnections + (here > 0 ? 1 : 0) >= 2 && m_ignoredBefore + here >= 2;
}

void PingLedger::closeBooks(Instant now, Duration patience)
{
    const int here = ignoredHere(now, patience);
    if (here > 0) {
        m_ignoredBefore += here;
        ++m_ignoringConnections;
    }
    m_outstanding.clear();
    m_heardAt = Instant::min();
}

} // namespace Holdfast
