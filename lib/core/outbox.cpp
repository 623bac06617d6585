// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "outbox.h"

#include <algorithm>

namespace Holdfast {

Outbox::Outbox(const OutboxLimits &limits)
    : m_limits(limits)
{
}

Outbox::Admission Outbox::add(Payload payload, const SendOptions &options, Instant now)
{
    const qint64 bytes = payload.byteCount();
    if (bytes > m_limits.maxMessageBytes)
        return {.refusal = MessageFailure::TooLarge};
    if (m_pending >= m_limits.maxPendingMessages
        || bytes > m_limits.maxPendingBytes - m_pendingBytes)
        return {.refusal = MessageFailure::QueueFull};

    m_entries.push_back({.message = {.number = ++m_lastNumber,
                                     .payload = std::move(payload),
                                     .tag = options.tag,
                                     .byteCount = bytes,
                                     .queuedAt = now}});
    ++m_pending;
    m_pendingBytes += bytes;
    return {.number = m_lastNumber};
}

const Message *Outbox::next() const
{
    if (m_cursor == m_entries.size() || m_inFlight >= m_limits.windowMessages)
        return nullptr;
    const Message &message = m_entries[m_cursor].message;
    const bool fits = m_inFlightBytes + message.byteCount <= m_limits.windowBytes;
    return fits || m_inFlight == 0 ? &message : nullptr;
}

void Outbox::markWritten()
{
    Entry &entry = m_entries[m_cursor++];
    entry.written = true;
    ++m_inFlight;
    m_inFlightBytes += entry.message.byteCount;
    trim();
}

std::vector<Outbox::Settled> Outbox::acknowledge(quint64 from, quint64 through)
{
    std::vector<Settled> settled;
    for (std::size_t i = indexOf(from);
         i < m_entries.size() && m_entries[i].message.number <= through; ++i) {
        if (m_entries[i].written && !m_entries[i].settled)
            settled.push_back(settle(i));
    }
    trim();
    return settled;
}

std::optional<Outbox::Settled> Outbox::reject(quint64 number)
{
    const std::size_t i = indexOf(number);
    if (i == m_entries.size() || m_entries[i].message.number != number || m_entries[i].settled
        || !m_entries[i].written)
        return std::nullopt;
    Settled settled = settle(i);
    trim();
    return settled;
}

void Outbox::rewind(quint64 number)
{
    while (m_cursor > 0 && m_entries[m_cursor - 1].message.number >= number) {
        const Entry &entry = m_entries[--m_cursor];
        if (!entry.settled) {
            --m_inFlight;
            m_inFlightBytes -= entry.message.byteCount;
        }
    }
    trim();
}

std::vector<Outbox::Settled> Outbox::clear()
{
    std::vector<Settled> settled;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (!m_entries[i].settled)
            settled.push_back(settle(i));
    }
    trim();
    return settled;
}

std::optional<Instant> Outbox::oldestQueuedAt() const
{
    // trim() keeps the head unsettled.
    return m_entries.empty() ? std::nullopt : std::optional(m_entries.front().message.queuedAt);
}

std::size_t Outbox::indexOf(quint64 number) const
{
    const auto at
        = std::lower_bound(m_entries.begin(), m_entries.end(), number,
                           [](const Entry &e, quint64 n) { return e.message.number < n; });
    return static_cast<std::size_t>(at - m_entries.begin());
}

Outbox::Settled Outbox::settle(std::size_t index)
{
    Entry &entry = m_entries[index];
    entry.settled = true;
    --m_pending;
    m_pendingBytes -= entry.message.byteCount;
    if (index < m_cursor) {
        --m_inFlight;
        m_inFlightBytes -= entry.message.byteCount;
    }
    entry.message.payload = {}; // it may wait here for a while, and payloads are what is large
    return {entry.message.number, std::move(entry.message.tag)};
}

//! Drops settled entries from the head, and steps over those that would be written next.
void Outbox::trim()
{
    while (!m_entries.empty() && m_entries.front().settled) {
        m_entries.pop_front();
        if (m_cursor > 0)
            --m_cursor;
    }
    while (m_cursor < m_entries.size() && m_entries[m_cursor].settled)
        ++m_cursor;
}

} // namespace Holdfast
