// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "instant.h"

#include <QtCore/qhash.h>
#include <QtCore/qstring.h>

#include <list>
#include <optional>

namespace Holdfast {

//! Knows which messages were accepted already. Of producers that number their messages it
//! remembers the highest number only, since they come in order; of others each key, for a while.
//!
//! Everything is kept apart by identity, so that nobody can use up another's numbers. It is
//! bounded: the producer, and the key, that were not heard of for the longest time are forgotten.
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

    //! The highest number accepted; nothing: unknown, or forgotten.
    [[nodiscard]] std::optional<quint64> receivedThrough(const QString &identity,
                                                         const QString &producer) const;
    //! Whether a message with this key was accepted already, by its number if the key has one.
    [[nodiscard]] bool isKnown(const QString &identity, const QString &key, Instant now) const;
    //! It is accepted now.
    void accept(const QString &identity, const QString &key, Instant now);

    [[nodiscard]] int producerCount() const;
    [[nodiscard]] int keyCount() const;

private:
    // (Whoever writes this chooses: O(1) memory a producer, O(1) a call.)
    Limits m_limits;
};

} // namespace Holdfast
