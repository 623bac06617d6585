// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "backoff.h"

#include <algorithm>
#include <cmath>

namespace Holdfast {

namespace {

Duration share(Duration whole, double part)
{
    return Duration(
        static_cast<Duration::rep>(std::llround(static_cast<double>(whole.count()) * part)));
}

} // namespace

Duration Backoff::ceiling(qint64 failures) const
{
    // Compared as doubles, where infinity is a number like any other: other clients' integers
    // overflow here after a night offline and then dial without any pause.
    const double n = static_cast<double>(std::max<qint64>(failures, 0));
    const double raw = static_cast<double>(base.count()) * std::pow(factor, n);
    return raw < static_cast<double>(cap.count()) ? Duration(std::llround(raw)) : cap;
}

Duration Backoff::delay(qint64 failures, double luck) const
{
    const Duration top = ceiling(failures);
    switch (jitter) {
    case Jitter::None:
        return top;
    case Jitter::Proportional:
        return std::min(cap, share(top, 0.8 + 0.4 * luck));
    case Jitter::Equal:
        return top / 2 + share(top - top / 2, luck);
    case Jitter::Full:
        break;
    }
    return floor + share(top, luck);
}

} // namespace Holdfast
