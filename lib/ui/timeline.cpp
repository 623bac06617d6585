// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "timeline.h"

#include <algorithm>

namespace Holdfast {

namespace {

qint64 secondOf(Instant at)
{
    return std::chrono::floor<std::chrono::seconds>(at.time_since_epoch()).count();
}

} // namespace

void Timeline::record(const ConnectionSnapshot &facts, Instant now)
{
    m_latest = std::max(m_latest, now);
    recordState(facts, m_latest);
    // What is not sent because it is another account's waits, too.
    recordPending(facts.pendingMessageCount + facts.heldMessageCount, m_latest);
}

void Timeline::recordState(const ConnectionSnapshot &facts, Instant now)
{
    const bool redialled = facts.state == ConnectionState::Connecting && !m_bands.empty()
        && m_bands.back().attempt != facts.attemptCount;
    if (m_bands.empty() || m_bands.back().state != facts.state || redialled)
        m_bands.push_back({.state = facts.state, .begin = now, .attempt = facts.attemptCount});
    // The first band is needed as long as it reaches into the hour.
    while (m_bands.size() > MaxBands || (m_bands.size() > 1 && m_bands[1].begin <= now - Memory)) {
        m_bands.pop_front();
        ++m_forgotten;
    }
}

void Timeline::recordPending(int count, Instant now)
{
    const qint64 second = secondOf(now);
    if (m_pending.empty() || (m_pending.back().last != count && m_pending.back().second != second))
        m_pending.push_back(
            {.second = second,
             .peak = m_pending.empty() ? count : std::max(m_pending.back().last, count),
             .last = count});
    m_pending.back().last = count;
    if (m_pending.back().second == second)
        m_pending.back().peak = std::max(m_pending.back().peak, count);
    while (m_pending.size() > 1 && m_pending[1].second <= secondOf(now - Memory))
        m_pending.pop_front();
}

Duration Timeline::known(Instant from, Instant to) const
{
    if (m_bands.empty())
        return Duration(0);
    return std::max(to - std::max(from, m_bands.front().begin), Duration(0));
}

double Timeline::connectedShare(Instant from, Instant to) const
{
    const Duration whole = known(from, to);
    if (whole <= Duration(0))
        return 0;
    Duration connected{0};
    for (std::size_t i = 0; i < m_bands.size(); ++i) {
        if (m_bands[i].state != ConnectionState::Connected)
            continue;
        const Instant end = i + 1 < m_bands.size() ? m_bands[i + 1].begin : to;
        connected += std::max(std::min(end, to) - std::max(m_bands[i].begin, from), Duration(0));
    }
    return double(connected.count()) / double(whole.count());
}

QList<int> Timeline::pendingPeaks(Instant from, Instant to, int parts) const
{
    QList<int> peaks(std::max(parts, 0), 0);
    const Duration whole = to - from;
    if (peaks.isEmpty() || whole <= Duration(0))
        return peaks;
    const auto partOf = [&](Instant at) { return (at - from).count() * parts / whole.count(); };
    const auto raise = [&](Instant begin, Instant end, int count) {
        if (end <= from || begin >= to)
            return;
        const qint64 last = std::min<qint64>(partOf(std::min(end, to) - Duration(1)), parts - 1);
        for (qint64 i = partOf(std::max(begin, from)); i <= last; ++i)
            peaks[i] = std::max(peaks[i], count);
    };
    using std::chrono::seconds;
    for (std::size_t i = 0; i < m_pending.size(); ++i) {
        const Instant begin{seconds(m_pending[i].second)};
        const Instant next = begin + seconds(1);
        const Instant end
            = i + 1 < m_pending.size() ? Instant(seconds(m_pending[i + 1].second)) : to;
        raise(begin, next, m_pending[i].peak);
        raise(next, std::max(next, end), m_pending[i].last);
    }
    return peaks;
}

} // namespace Holdfast
