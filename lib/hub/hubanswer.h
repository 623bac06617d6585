// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "instant.h"

#include <QtCore/qstring.h>

namespace Holdfast {

//! What becomes of a message.
struct HubAnswer
{
    //! Yes, no, or not now.
    enum class Kind {
        Accept, //!< take it
        Reject, //!< for good
        RetryLater, //!< the client sends it again
    };

    Kind kind = Kind::Accept; //!< which of them
    QString reason; //!< goes to the client
    Duration retryAfter{0}; //!< of RetryLater

    //! Takes it.
    [[nodiscard]] static HubAnswer accept() { return {}; }
    //! For good: the client's message fails.
    [[nodiscard]] static HubAnswer reject(const QString &reason)
    {
        return {.kind = Kind::Reject, .reason = reason};
    }
    //! The client sends it again after that time (10 ms to 24 h), and all later ones behind it.
    [[nodiscard]] static HubAnswer retryLater(Duration after, const QString &reason = {})
    {
        return {.kind = Kind::RetryLater, .reason = reason, .retryAfter = after};
    }
};

} // namespace Holdfast
