// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "storedmessage.h"

#include <algorithm>

namespace Holdfast {

Duration remainingTime(const StoredMessage &stored, const QDateTime &now)
{
    const Duration limit = stored.message.timeToLive;
    if (limit <= Duration(0))
        return Duration::max();
    if (!stored.expiresAt.isValid())
        return limit;
    return std::clamp(Duration(now.msecsTo(stored.expiresAt)), Duration(0), limit);
}

} // namespace Holdfast
