// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qmetatype.h>
#include <QtCore/qstring.h>

namespace Holdfast {

//! How far the server's events were handled. Ids of different epochs do not compare.
struct Cursor
{
    QString epoch; //!< empty: no event was handled yet
    quint64 eventId = 0; //!< the last one that was handled

    bool operator==(const Cursor &) const = default;
};

} // namespace Holdfast
