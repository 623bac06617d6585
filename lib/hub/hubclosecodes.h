// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "instant.h"

#include <QtCore/qstring.h>

//! Why the hub closes a connection: RFC 6455 §7.4, and what lib/hub/PROTOCOL.md adds.
namespace Holdfast::HubCloseCodes {

inline constexpr quint16 GoingAway = 1001;
inline constexpr quint16 TooLarge = 1009;
inline constexpr quint16 ComeAgain = 4001;
inline constexpr quint16 BadFrame = 4400;
inline constexpr quint16 Unauthenticated = 4401;
inline constexpr quint16 Forbidden = 4403;
inline constexpr quint16 SlowOrSilent = 4408;
inline constexpr quint16 Replaced = 4409;

//! The reason of a close frame that says when to return.
[[nodiscard]] inline QString comeAgainReason(Duration retryAfter, Duration spread)
{
    return QStringLiteral(R"({"retryAfter":%1,"spread":%2})")
        .arg(retryAfter.count())
        .arg(spread.count());
}

} // namespace Holdfast::HubCloseCodes
