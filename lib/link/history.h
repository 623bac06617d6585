// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connectionstate.h"
#include "instant.h"

#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

namespace Holdfast {

//! The last 50 transitions, for explain().
class History
{
public:
    void note(Instant at, ConnectionState from, ConnectionState to, QString why);
    //! A line each, newest first; times are seconds before \a now.
    [[nodiscard]] QString toString(Instant now) const;

private:
    struct Transition
    {
        Instant at;
        ConnectionState from;
        ConnectionState to;
        QString why;
    };

    QList<Transition> m_transitions;
};

} // namespace Holdfast
