// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "instant.h"
#include "recent.h"

#include <QtCore/qstring.h>

#include <optional>

namespace Holdfast {

//! Knows which messages were accepted already. Of producers that number their messages it
//! remembers the highest number only, since they come in order; of others each key, for a while.
//!
//! Everything is kept apart by identity, so that nobody can use up another's numbers. It is
//! bounded: of the identity that has most of them, the producer, or the key, that was not heard of
//! for the longest time is forgotten. So one that floods us makes us forget its own only.
class Deduplicator
{
public:
    struct Limits
    {
        int maxProducers = 100'000;
        int maxKeys = 100'000;
        Duration window{300'000}; //!< how long a key is remembered
    };
    explicit Deduplicator(const Limits &limits);
    Deduplicator();
    //! From now on.
    void setLimits(const Limits &limits) { m_limits = limits; }

    //! The highest number accepted; nothing: unknown, or forgotten.
    [[nodiscard]] std::optional<quint64> receivedThrough(const QString &identity,
                                                         const QString &producer) const;
    //! Whether this message was accepted already: by its number, if its key is made of a producer
    //! and that \a number; else by its key.
    [[nodiscard]] bool isKnown(const QString &identity, const QString &key, quint64 number,
                               Instant now) const;
    //! It is accepted now.
    void accept(const QString &identity, const QString &key, quint64 number, Instant now);

    [[nodiscard]] int producerCount() const { return m_producers.count(); }
    [[nodiscard]] int keyCount() const { return m_keys.count(); }

private:
    void trim(Instant now);

    Limits m_limits;
    Recent<quint64> m_producers; //!< the highest number accepted
    Recent<Instant> m_keys; //!< when it was accepted
};

} // namespace Holdfast
