// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "instant.h"

#include <QtCore/qstring.h>

namespace Holdfast {

struct Session;

//! One connection, while it lasts.
struct Caller
{
    quint64 id = 0;
    QString identity;
    Session *session = nullptr; //!< null: it has not said hello
    Instant helloUntil{};

    quint64 settled = 0; //!< the highest number that was accepted, known, or rejected for good
    bool awaitsAck = false;
    quint64 refusedFrom = 0; //!< not yet: this number and all above; 0: none

    qsizetype frameSize = 0; //!< of what it said last, in UTF-16

    bool isSyncing = false; //!< gets batches, and no live events
    quint64 syncedThrough = 0;
    qint64 unsentBytes = 0; //!< what it was when we were told, and all batches since
};

} // namespace Holdfast
