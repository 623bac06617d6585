// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "instant.h"

#include <QtCore/qglobal.h>

#include <algorithm>
#include <optional>

namespace Holdfast {

//! So many in a second, a second's worth at once. Counts in thousandths, so that nothing is lost to
//! rounding.
class TokenBucket
{
public:
    //! Takes one; or says how long it takes until the bucket is full again. \a perSecond 0: any
    //! number.
    [[nodiscard]] std::optional<Duration> take(int perSecond, Instant now)
    {
        if (perSecond == 0)
            return {};
        const qint64 full = qint64(perSecond) * One;
        const qint64 passed = std::clamp<qint64>((now - m_at).count(), 0, One);
        m_level = m_level ? std::min(full, *m_level + passed * perSecond) : full;
        m_at = now;
        if (*m_level >= One) {
            *m_level -= One;
            return {};
        }
        return Duration((full - *m_level + perSecond - 1) / perSecond);
    }

private:
    static constexpr qint64 One = 1000;

    std::optional<qint64> m_level; //!< nothing: never used, so full
    Instant m_at{};
};

} // namespace Holdfast
