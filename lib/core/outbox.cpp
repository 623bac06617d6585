// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "outbox.h"

#include <algorithm>
#include <iterator>

namespace Holdfast {

namespace {

constexpr Duration LongestLife = std::chrono::days(365);

Duration lifeOf(const SendOptions &options)
{
    // A negative one is what is left of a time that is over: it must not come to mean "for ever".
    return options.timeToLive == Duration(0) || options.isVolatile
        ? Duration(0)
        : std::clamp(options.timeToLive, Duration(1), LongestLife);
}

} // namespace

Outbox::Outbox(const OutboxLimits &limits)
    : m_limits(limits)
    , m_next(m_messages.end())
    , m_fresh(m_messages.end())
{
}

void Outbox::setProducer(const QString &producer, quint64 first)
{
    m_producer = producer;
    m_lastNumber = std::max(m_lastNumber + 1, first) - 1;
}

void Outbox::rekeyFrom(quint64 number, const QString &producer)
{
    m_producer = producer;
    for (At at = m_messages.lower_bound(number); at != m_messages.end(); ++at)
        at->second.key = producer + QLatin1Char('-') + QString::number(at->first);
}

// ---- in ----

void Outbox::restore(Message message)
{
    const quint64 number = message.number;
    m_lastNumber = std::max(m_lastNumber, number);
    const At at = m_messages.emplace(number, std::move(message)).first;
    const Message &restored = at->second;
    m_pendingBytes += restored.byteCount;
    if (m_next == m_messages.end() || number < m_next->first)
        m_next = at;
    if (!restored.maybeDelivered) {
        if (m_fresh == m_messages.end() || number < m_fresh->first)
            m_fresh = at;
        ++m_freshCount;
        m_freshBytes += restored.byteCount;
        m_coalescing.add(restored.coalesceKey, number);
    }
    if (restored.timeToLive > Duration(0))
        m_expiries.emplace(restored.expiresAt(), number);
}

Outbox::Admission Outbox::add(Payload payload, const SendOptions &options, Instant now, Line line)
{
    const qint64 bytes = payload.byteCount();
    if (bytes > m_limits.maxMessageBytes)
        return {.refusal = MessageFailure::TooLarge};
    Admission admission;
    if (!makeRoom(bytes, options, line, admission.displaced))
        return {.refusal = MessageFailure::QueueFull};

    admission.number = ++m_lastNumber;
    const At at = m_messages.emplace_hint(m_messages.end(), m_lastNumber, Message());
    Message &message = at->second;
    message.number = m_lastNumber;
    message.key = m_producer + QLatin1Char('-') + QString::number(m_lastNumber);
    message.payload = std::move(payload);
    message.tag = options.tag;
    message.timeToLive = lifeOf(options);
    message.isVolatile = options.isVolatile;
    message.byteCount = bytes;
    message.queuedAt = now;
    if (m_next == m_messages.end())
        m_next = at;
    if (m_fresh == m_messages.end())
        m_fresh = at;
    ++m_freshCount;
    m_freshBytes += bytes;
    m_pendingBytes += bytes;
    if (message.timeToLive > Duration(0))
        m_expiries.emplace(message.expiresAt(), m_lastNumber);
    if (options.isVolatile) {
        m_volatile.push_back(m_lastNumber);
    } else {
        message.coalesceKey = options.coalesceKey;
        m_coalescing.add(message.coalesceKey, m_lastNumber);
    }
    return admission;
}

//! Takes out what the newcomer supersedes and, if that is the policy, the oldest until it fits.
//! False: it does not fit, and nothing has changed.
bool Outbox::makeRoom(qint64 bytes, const SendOptions &options, Line line,
                      std::vector<Settled> &displaced)
{
    const auto same
        = options.isVolatile ? Coalescing::Waiting() : m_coalescing.waiting(options.coalesceKey);
    std::vector<At> superseded;
    if (same.first != 0 && line == Line::Down)
        superseded.push_back(m_messages.find(same.first));
    if (same.last != same.first)
        superseded.push_back(m_messages.find(same.last));

    int count = static_cast<int>(superseded.size());
    qint64 freed = 0;
    for (const At &at : superseded)
        freed += at->second.byteCount;
    const auto fits = [&](int fewer, qint64 less) {
        return pendingCount() - fewer < m_limits.maxPendingMessages
            && bytes <= m_limits.maxPendingBytes - (m_pendingBytes - less);
    };
    const bool drops = m_limits.overflow == OverflowPolicy::DropOldest && !options.isVolatile;
    if (!fits(count, freed) && !(drops && fits(m_freshCount, m_freshBytes)))
        return false;
    for (const At &at : superseded)
        settle(at, MessageFailure::Superseded, displaced);
    while (!fits(0, 0))
        settle(m_fresh, MessageFailure::Dropped, displaced);
    return true;
}

// ---- out ----

const Message *Outbox::next() const
{
    if (m_next == m_messages.end() || m_inFlight >= m_limits.windowMessages)
        return nullptr;
    if (m_inFlight >= m_quarantine.window(m_messages.begin()->first))
        return nullptr;
    const Message &message = m_next->second;
    if (message.number > m_sendableThrough)
        return nullptr;
    const bool fits = m_inFlightBytes + message.byteCount <= m_limits.windowBytes;
    return fits || m_inFlight == 0 ? &message : nullptr;
}

void Outbox::markWritten()
{
    Message &message = m_next->second;
    if (m_next == m_fresh) {
        ++m_fresh;
        --m_freshCount;
        m_freshBytes -= message.byteCount;
        m_coalescing.remove(message.coalesceKey, message.number);
    }
    if (message.timeToLive > Duration(0))
        m_expiries.erase({message.expiresAt(), message.number});
    message.maybeDelivered = true;
    ++m_next;
    ++m_inFlight;
    m_inFlightBytes += message.byteCount;
}

std::vector<Outbox::Settled> Outbox::acknowledge(quint64 from, quint64 through)
{
    std::vector<Settled> settled;
    At at = m_messages.lower_bound(from);
    while (at != m_messages.end() && at->first <= through && at->second.maybeDelivered) {
        if (isInFlight(at->first))
            m_quarantine.confirmed();
        at = settle(at, MessageFailure::None, settled);
    }
    return settled;
}

std::optional<Outbox::Settled> Outbox::reject(quint64 number)
{
    const At at = m_messages.find(number);
    if (at == m_messages.end() || !at->second.maybeDelivered)
        return std::nullopt;
    if (isInFlight(number))
        m_quarantine.confirmed(); // the server has coped with it
    std::vector<Settled> settled;
    settle(at, MessageFailure::Rejected, settled);
    return std::move(settled.front());
}

std::vector<Outbox::Settled> Outbox::rewind(quint64 number)
{
    std::vector<Settled> settled;
    putBack(MessageFailure::Busy, number, settled);
    return settled;
}

std::vector<Outbox::Settled> Outbox::connectionEnded(Blame blame)
{
    std::vector<Settled> settled;
    Quarantine::Flight flight{.count = m_inFlight};
    if (m_inFlight > 0) {
        flight.first = m_messages.begin()->first;
        flight.last = std::prev(m_next)->first;
    }
    putBack(MessageFailure::NotConnected, 0, settled);
    if (m_quarantine.ended(blame, flight)) {
        // A volatile one is gone already.
        if (const At at = m_messages.find(flight.first); at != m_messages.end())
            settle(at, MessageFailure::Poisonous, settled);
    }
    return settled;
}

//! What is in flight from \a number on is not any more. Volatile ones fail.
void Outbox::putBack(MessageFailure failure, quint64 number, std::vector<Settled> &settled)
{
    const std::size_t already = settled.size();
    while (m_inFlight > 0 && std::prev(m_next)->first >= number) {
        const At at = std::prev(m_next);
        if (at->second.isVolatile) {
            settle(at, failure, settled);
            continue;
        }
        m_next = at;
        --m_inFlight;
        m_inFlightBytes -= at->second.byteCount;
        if (at->second.timeToLive > Duration(0))
            m_expiries.emplace(at->second.expiresAt(), at->first);
    }
    std::reverse(settled.begin() + static_cast<std::ptrdiff_t>(already), settled.end());
}

std::optional<Outbox::Settled> Outbox::cancel(quint64 number)
{
    const At at = m_messages.find(number);
    if (at == m_messages.end() || at->second.maybeDelivered)
        return std::nullopt;
    std::vector<Settled> settled;
    settle(at, MessageFailure::Cancelled, settled);
    return std::move(settled.front());
}

std::vector<Outbox::Settled> Outbox::cancelAll()
{
    std::vector<Settled> settled;
    while (m_fresh != m_messages.end())
        settle(m_fresh, MessageFailure::Cancelled, settled);
    return settled;
}

std::vector<Outbox::Settled> Outbox::expire(Instant now)
{
    std::vector<Settled> settled;
    while (!m_expiries.empty() && m_expiries.begin()->first <= now)
        settle(m_messages.find(m_expiries.begin()->second), MessageFailure::Expired, settled);
    return settled; // the first to expire first
}

std::optional<Instant> Outbox::nextExpiry() const
{
    return m_expiries.empty() ? std::nullopt : std::optional(m_expiries.begin()->first);
}

std::vector<Outbox::Settled> Outbox::dropVolatile(MessageFailure why)
{
    std::vector<Settled> settled;
    for (const quint64 number : std::exchange(m_volatile, {})) {
        const At at = m_messages.find(number);
        if (at != m_messages.end() && !at->second.maybeDelivered)
            settle(at, why, settled);
    }
    return settled;
}

std::vector<Outbox::Settled> Outbox::clear()
{
    std::vector<Settled> settled;
    while (!m_messages.empty())
        settle(m_messages.begin(), MessageFailure::Discarded, settled);
    return settled;
}

std::optional<Instant> Outbox::oldestQueuedAt() const
{
    return m_messages.empty() ? std::nullopt : std::optional(m_messages.begin()->second.queuedAt);
}

bool Outbox::isInFlight(quint64 number) const
{
    return m_next == m_messages.end() ? m_inFlight > 0 : number < m_next->first;
}

//! Takes it out, wherever it is; returns the one behind it.
Outbox::At Outbox::settle(At at, MessageFailure failure, std::vector<Settled> &settled)
{
    Message &message = at->second;
    m_pendingBytes -= message.byteCount;
    if (isInFlight(message.number)) {
        --m_inFlight;
        m_inFlightBytes -= message.byteCount;
    } else if (message.timeToLive > Duration(0)) {
        m_expiries.erase({message.expiresAt(), message.number});
    }
    if (!message.maybeDelivered) {
        --m_freshCount;
        m_freshBytes -= message.byteCount;
        m_coalescing.remove(message.coalesceKey, message.number);
    }
    settled.push_back({.number = message.number,
                       .tag = std::move(message.tag),
                       .failure = failure,
                       .maybeDelivered = message.maybeDelivered && failure != MessageFailure::None
                           && failure != MessageFailure::Rejected});
    const bool wasNext = at == m_next;
    const bool wasFresh = at == m_fresh;
    const At behind = m_messages.erase(at);
    if (wasNext)
        m_next = behind;
    if (wasFresh)
        m_fresh = behind;
    return behind;
}

} // namespace Holdfast
