// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "quarantine.h"

#include <algorithm>
#include <utility>

namespace Holdfast {

namespace {

constexpr int AloneFirst = 8;
constexpr int MostDoublings = 30;

} // namespace

Blame blameFor(const Ending &ending)
{
    switch (ending.kind) {
    case Ending::Kind::Lost:
    case Ending::Kind::TimedOut:
    case Ending::Kind::Silent:
        return Blame::Perhaps;
    case Ending::Kind::CloseFrame:
        switch (ending.closeCode) {
        case 1003: // RFC 6455 §7.4.1: a type of data that it cannot accept
        case 1007: // data that is not what its type says
        case 1009: // too big
        case 1011: // an unexpected condition
            return Blame::Message;
        default:
            return Blame::Nobody;
        }
    default:
        return Blame::Nobody;
    }
}

int Quarantine::windowOfSuspects() const
{
    return 1 << std::clamp(m_confirmedHere - AloneFirst, 0, MostDoublings);
}

void Quarantine::confirmed(int count)
{
    constexpr int Enough = AloneFirst + MostDoublings;
    m_confirmedHere += std::min(count, Enough - m_confirmedHere);
}

bool Quarantine::ended(Blame blame, const Flight &flight)
{
    const bool noneConfirmed = std::exchange(m_confirmedHere, 0) == 0;
    m_isAlone = false;
    if (blame == Blame::Nobody || flight.count == 0 || !noneConfirmed)
        return false;
    m_through = std::max(m_through, flight.last);
    if (flight.count > 1)
        return false;
    m_isAlone = true;
    if (std::exchange(m_alone, flight.first) != flight.first)
        m_ends = m_strikes = 0;
    ++m_ends;
    return blame == Blame::Message && ++m_strikes >= Strikes;
}

} // namespace Holdfast
