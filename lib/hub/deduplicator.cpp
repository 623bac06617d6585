// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "deduplicator.h"

#include "envelope.h"

#include <algorithm>

namespace Holdfast {

namespace {

//! Whose numbers this message is one of; empty: nobody's.
QString producerOf(const QString &key, quint64 number)
{
    if (number == 0)
        return {};
    const std::optional<Envelope::Key> parsed = Envelope::parseKey(key);
    return parsed && parsed->number == number ? parsed->producer : QString();
}

} // namespace

Deduplicator::Deduplicator(const Limits &limits)
    : m_limits(limits)
{
}

Deduplicator::Deduplicator()
    : Deduplicator(Limits())
{
}

std::optional<quint64> Deduplicator::receivedThrough(const QString &identity,
                                                     const QString &producer) const
{
    const quint64 *highest = m_producers.find(identity, producer);
    return highest ? std::optional(*highest) : std::nullopt;
}

bool Deduplicator::isKnown(const QString &identity, const QString &key, quint64 number,
                           Instant now) const
{
    if (const QString producer = producerOf(key, number); !producer.isEmpty()) {
        const quint64 *highest = m_producers.find(identity, producer);
        return highest && number <= *highest;
    }
    const Instant *acceptedAt = m_keys.find(identity, key);
    return acceptedAt && now < *acceptedAt + m_limits.window;
}

void Deduplicator::accept(const QString &identity, const QString &key, quint64 number, Instant now)
{
    if (const QString producer = producerOf(key, number); !producer.isEmpty())
        m_producers.put(identity, producer,
                        std::max(number, receivedThrough(identity, producer).value_or(0)));
    else
        m_keys.put(identity, key, now);
    trim(now);
}

void Deduplicator::trim(Instant now)
{
    while (m_producers.count() > m_limits.maxProducers)
        m_producers.dropFromLargest();
    while (m_keys.count() > 0 && m_keys.oldest() + m_limits.window <= now)
        m_keys.dropOldest();
    while (m_keys.count() > m_limits.maxKeys)
        m_keys.dropFromLargest();
}

} // namespace Holdfast
