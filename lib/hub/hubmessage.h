// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "instant.h"

#include <QtCore/qmetatype.h>
#include <QtCore/qstring.h>
#include <QtCore/qvariant.h>

#include <optional>

namespace Holdfast {

//! A message that came in.
struct HubMessage
{
    QString room;
    QString identity; //!< what the authenticator said; empty without one
    QString user; //!< the sender's public id, as in presence
    QString key; //!< idempotency key
    quint64 number = 0; //!< 0: the client numbers nothing
    //! QString, QByteArray, or what QJsonValue::toVariant() makes of other JSON.
    QVariant payload;
};

//! What becomes of a message.
struct HubAnswer
{
    enum class Kind { Accept, Reject, RetryLater };

    Kind kind = Kind::Accept;
    QString reason; //!< goes to the client
    Duration retryAfter{0}; //!< of RetryLater

    [[nodiscard]] static HubAnswer accept() { return {}; }
    //! For good: the client's message fails.
    [[nodiscard]] static HubAnswer reject(const QString &reason)
    {
        return {.kind = Kind::Reject, .reason = reason};
    }
    //! The client sends it again after that time, and all later ones behind it.
    [[nodiscard]] static HubAnswer retryLater(Duration after, const QString &reason = {})
    {
        return {.kind = Kind::RetryLater, .reason = reason, .retryAfter = after};
    }
};

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

Q_DECLARE_METATYPE(Holdfast::HubMessage)
Q_DECLARE_METATYPE(Holdfast::HubPresence)
