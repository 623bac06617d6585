// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "outbox.h"

#include <algorithm>
#include <utility>

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
{
}

void Outbox::setProducer(const QString &producer, quint64 first)
{
    m_producer = producer;
    m_lastNumber = std::max(m_lastNumber + 1, first) - 1;
}

// ---- in ----

Outbox::Admission Outbox::add(Payload payload, const SendOptions &options, Instant now, Line line)
{
    const qint64 bytes = payload.byteCount();
    if (bytes > m_limits.maxMessageBytes)
        return {.refusal = MessageFailure::TooLarge};
    Admission admission;
    const bool mayCoalesce = !options.coalesceKey.isEmpty() && !options.isVolatile;
    if ((mayCoalesce || !fits(bytes)) && !makeRoom(bytes, options, line, admission.displaced))
        return {.refusal = MessageFailure::QueueFull};

    admission.number = ++m_lastNumber;
    m_firstNumber = std::min(m_firstNumber, m_lastNumber);
    Message &message = m_messages.append(m_lastNumber);
    message.producer = m_producer;
    message.payload = std::move(payload);
    message.tag = options.tag;
    message.timeToLive = lifeOf(options);
    message.isVolatile = options.isVolatile;
    message.byteCount = bytes;
    message.queuedAt = now;
    ++m_freshCount;
    m_freshBytes += bytes;
    m_pendingBytes += bytes;
    if (message.timeToLive > Duration(0))
        m_expiries.emplace(message.expiresAt(), m_lastNumber);
    if (options.isVolatile) {
        m_volatile.push_back(m_lastNumber);
    } else if (!options.coalesceKey.isEmpty()) {
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
    std::vector<At> superseded;
    if (!options.coalesceKey.isEmpty() && !options.isVolatile) {
        const Coalescing::Waiting same = m_coalescing.waiting(options.coalesceKey);
        if (same.first != 0 && line == Line::Down)
            superseded.push_back(m_messages.find(same.first));
        if (same.last != same.first)
            superseded.push_back(m_messages.find(same.last));
    }
    int count = static_cast<int>(superseded.size());
    qint64 freed = 0;
    for (const At at : superseded)
        freed += m_messages[at].byteCount;
    const bool drops = m_limits.overflow == OverflowPolicy::DropOldest && !options.isVolatile;
    if (!fits(bytes, count, freed) && !(drops && fits(bytes, m_freshCount, m_freshBytes)))
        return false;
    for (const At at : superseded)
        displaced.push_back(settle(at, MessageFailure::Superseded));
    while (!fits(bytes))
        displaced.push_back(settle(m_fresh, MessageFailure::Dropped));
    tidy();
    return true;
}

bool Outbox::restore(Message message)
{
    if (m_inFlight > 0 || message.number >= m_firstNumber
        || m_messages.find(message.number) != m_messages.end())
        return false;
    m_lastNumber = std::max(m_lastNumber, message.number);
    if (message.producer == m_producer)
        message.producer = m_producer; // one string for all
    message.timeToLive = std::min(message.timeToLive, LongestLife);
    message.isVolatile = false;
    message.byteCount = message.payload.byteCount();
    const bool wasWritten = std::exchange(message.maybeDelivered, false);

    const At oldEnd = m_messages.end();
    const At at = m_messages.insert(std::move(message));
    const At fresh = at <= m_fresh ? m_fresh + (m_messages.end() - oldEnd) : m_fresh;
    Message &restored = m_messages[at];
    m_pendingBytes += restored.byteCount;
    if (restored.timeToLive > Duration(0))
        m_expiries.emplace(restored.expiresAt(), restored.number);
    const bool newerWasWritten = at < fresh && m_messages.skipHoles(at + 1) < fresh;
    if (newerWasWritten) {
        restored.maybeDelivered = true;
        m_fresh = fresh;
        return true;
    }
    m_fresh = std::min(at, fresh);
    ++m_freshCount;
    m_freshBytes += restored.byteCount;
    m_coalescing.addOlder(restored.coalesceKey, restored.number);
    while (wasWritten && m_fresh <= at)
        leaveFresh();
    return true;
}

void Outbox::rekeyFrom(quint64 number, const QString &producer)
{
    m_producer = producer;
    for (At at = std::max(m_fresh, m_messages.lowerBound(number)); at < m_messages.end(); ++at)
        m_messages[at].producer = producer;
}

// ---- out ----

const Message *Outbox::next() const
{
    if (m_next == m_messages.end() || m_inFlight >= m_limits.windowMessages)
        return nullptr;
    if (m_inFlight >= m_quarantine.window(m_messages.front().number))
        return nullptr;
    const Message &message = m_messages[m_next];
    if (message.number > m_sendableThrough)
        return nullptr;
    const bool fits = m_inFlightBytes + message.byteCount <= m_limits.windowBytes;
    return fits || m_inFlight == 0 ? &message : nullptr;
}

void Outbox::markWritten()
{
    const Message &message = m_messages[m_next];
    if (message.timeToLive > Duration(0))
        m_expiries.erase({message.expiresAt(), message.number});
    if (m_next == m_fresh) {
        leaveFresh();
        m_next = m_fresh;
    } else {
        m_next = m_messages.skipHoles(m_next + 1);
    }
    ++m_inFlight;
    m_inFlightBytes += message.byteCount;
}

//! The first of those that were never written is not one of them any more.
void Outbox::leaveFresh()
{
    Message &message = m_messages[m_fresh];
    message.maybeDelivered = true;
    --m_freshCount;
    m_freshBytes -= message.byteCount;
    if (!message.coalesceKey.isEmpty())
        m_coalescing.remove(message.coalesceKey, message.number);
    m_fresh = m_messages.skipHoles(m_fresh + 1);
}

std::vector<Outbox::Settled> Outbox::acknowledge(quint64 from, quint64 through)
{
    std::vector<Settled> all;
    acknowledge(from, through, [&all](Settled &&settled) { all.push_back(std::move(settled)); });
    return all;
}

void Outbox::acknowledgeUntold(quint64 from, quint64 through)
{
    acknowledge(from, through, [](Settled &&) {});
}

template <typename Tell> void Outbox::acknowledge(quint64 from, quint64 through, Tell tell)
{
    int confirmed = 0;
    At at = m_messages.skipHoles(m_messages.lowerBound(from));
    while (at != m_messages.end()) {
        const Message &message = m_messages[at];
        if (message.number > through || !message.maybeDelivered)
            break;
        confirmed += isInFlight(at);
        tell(settle(at, MessageFailure::None));
        at = m_messages.skipHoles(at + 1);
    }
    m_quarantine.confirmed(confirmed);
    tidy();
}

std::vector<Outbox::Settled> Outbox::acknowledgeOf(const QString &producer, quint64 through)
{
    std::vector<Settled> all;
    int confirmed = 0;
    for (At at = m_messages.skipHoles(0); at < m_fresh && m_messages[at].number <= through;
         at = m_messages.skipHoles(at + 1)) {
        if (m_messages[at].producer != producer)
            continue;
        confirmed += isInFlight(at);
        all.push_back(settle(at, MessageFailure::None));
    }
    m_quarantine.confirmed(confirmed);
    tidy();
    return all;
}

std::optional<Outbox::Settled> Outbox::reject(quint64 number)
{
    const At at = m_messages.find(number);
    if (at == m_messages.end() || !m_messages[at].maybeDelivered)
        return std::nullopt;
    if (isInFlight(at))
        m_quarantine.confirmed(); // the server has coped with it
    std::optional<Settled> settled = settle(at, MessageFailure::Rejected);
    tidy();
    return settled;
}

std::vector<Outbox::Settled> Outbox::rewind(quint64 number)
{
    std::vector<Settled> settled;
    putBack(MessageFailure::Busy, number, settled);
    tidy();
    return settled;
}

std::vector<Outbox::Settled> Outbox::connectionEnded(Blame blame)
{
    std::vector<Settled> settled;
    Quarantine::Flight flight{.count = m_inFlight};
    if (m_inFlight > 0) {
        flight.first = m_messages.front().number;
        flight.last = m_messages[m_next - 1].number; // a hole will do: it still has its number
    }
    putBack(MessageFailure::NotConnected, 0, settled);
    if (m_quarantine.ended(blame, flight)) {
        // A volatile one is gone already.
        if (const At at = m_messages.find(flight.first); at != m_messages.end())
            settled.push_back(settle(at, MessageFailure::Poisonous));
    }
    tidy();
    return settled;
}

//! What is in flight from \a number on is not any more. Volatile ones fail.
void Outbox::putBack(MessageFailure failure, quint64 number, std::vector<Settled> &settled)
{
    for (At at = m_next; at > 0 && m_messages[at - 1].number >= number;) {
        const Message &message = m_messages[--at];
        if (m_messages.isHole(at))
            continue;
        if (message.isVolatile) {
            settled.push_back(settle(at, failure));
            continue;
        }
        m_next = at;
        --m_inFlight;
        m_inFlightBytes -= message.byteCount;
        if (message.timeToLive > Duration(0))
            m_expiries.emplace(message.expiresAt(), message.number);
    }
    std::reverse(settled.begin(), settled.end());
}

std::optional<Outbox::Settled> Outbox::cancel(quint64 number)
{
    const At at = m_messages.find(number);
    if (at == m_messages.end() || m_messages[at].maybeDelivered)
        return std::nullopt;
    std::optional<Settled> settled = settle(at, MessageFailure::Cancelled);
    tidy();
    return settled;
}

std::vector<Outbox::Settled> Outbox::cancelAll()
{
    std::vector<Settled> settled;
    while (m_fresh != m_messages.end())
        settled.push_back(settle(m_fresh, MessageFailure::Cancelled));
    tidy();
    return settled;
}

std::vector<Outbox::Settled> Outbox::expire(Instant now)
{
    std::vector<Settled> settled;
    while (!m_expiries.empty() && m_expiries.begin()->first <= now)
        settled.push_back(
            settle(m_messages.find(m_expiries.begin()->second), MessageFailure::Expired));
    tidy();
    return settled; // the first to expire first
}

std::optional<Instant> Outbox::nextExpiry() const
{
    return m_expiries.empty() ? std::nullopt : std::optional(m_expiries.begin()->first);
}

std::vector<Outbox::Settled> Outbox::dropVolatile(MessageFailure why)
{
    std::vector<Settled> settled;
    if (m_volatile.empty())
        return settled;
    for (const quint64 number : std::exchange(m_volatile, {})) {
        const At at = m_messages.find(number);
        if (at != m_messages.end() && !m_messages[at].maybeDelivered)
            settled.push_back(settle(at, why));
    }
    tidy();
    return settled;
}

std::vector<Outbox::Settled> Outbox::clear()
{
    std::vector<Settled> settled;
    for (At at = m_messages.skipHoles(0); at != m_messages.end(); at = m_messages.skipHoles(at + 1))
        settled.push_back(settle(at, MessageFailure::Discarded));
    m_firstNumber = std::numeric_limits<quint64>::max(); // another queue may be restored
    m_quarantine = {}; // it has numbers of its own
    tidy();
    return settled;
}

//! Takes it out, wherever it is; nothing moves before tidy().
Outbox::Settled Outbox::settle(At at, MessageFailure failure)
{
    Message &message = m_messages[at];
    m_pendingBytes -= message.byteCount;
    if (isInFlight(at)) {
        --m_inFlight;
        m_inFlightBytes -= message.byteCount;
    } else if (message.timeToLive > Duration(0)) {
        m_expiries.erase({message.expiresAt(), message.number});
    }
    if (!message.maybeDelivered) {
        --m_freshCount;
        m_freshBytes -= message.byteCount;
        if (!message.coalesceKey.isEmpty())
            m_coalescing.remove(message.coalesceKey, message.number);
    }
    Settled settled{.number = message.number,
                    .tag = std::move(message.tag),
                    .failure = failure,
                    .maybeDelivered = message.maybeDelivered && failure != MessageFailure::None
                        && failure != MessageFailure::Rejected};
    m_messages.remove(at);
    if (at == m_next)
        m_next = m_messages.skipHoles(at + 1);
    if (at == m_fresh)
        m_fresh = m_messages.skipHoles(at + 1);
    return settled;
}

} // namespace Holdfast
