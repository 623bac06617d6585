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
    //! What somebody did.
    enum class Change {
        Joined, //!< came
        Away, //!< lost the connection, and may return within the grace period
        Reconnected, //!< returned within it
        Left, //!< went, or did not return
    };

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
