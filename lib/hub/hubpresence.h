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
    //! What somebody did. Away: the connection is gone, and may return within the grace period.
    enum class Change { Joined, Away, Reconnected, Left };

    Change change = Change::Joined; //!< the last one
    QString room; //!< where
    QString identity; //!< what the authenticator said; empty without one
    QString user; //!< public id; the session's id is a secret and not here
    QString name; //!< from the profile
    QVariantMap profile; //!< what the client said of itself

    //! Connected at present.
    [[nodiscard]] bool isOnline() const
    {
        return change == Change::Joined || change == Change::Reconnected;
    }
};

} // namespace Holdfast

Q_DECLARE_METATYPE(Holdfast::HubPresence)
