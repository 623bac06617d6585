// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qmetatype.h>
#include <QtCore/qstring.h>
#include <QtCore/qvariant.h>

namespace Holdfast {

//! Where somebody is.
struct HubPresence
{
    enum class Change { Joined, Away, Reconnected, Left };

    Change change = Change::Joined; //!< the last one
    QString room;
    QString identity;
    QString user; //!< public id; the session's id is a secret and not here
    QString name; //!< from the profile
    QVariantMap profile;

    [[nodiscard]] bool isOnline() const
    {
        return change == Change::Joined || change == Change::Reconnected;
    }
};

} // namespace Holdfast

Q_DECLARE_METATYPE(Holdfast::HubPresence)
