// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "hubpresence.h"
#include "instant.h"
#include "rejections.h"
#include "tokenbucket.h"

#include <QtCore/qbytearray.h>
#include <QtCore/qstring.h>

namespace Holdfast {

class Room;

//! One client, over all its connections. There may be many thousands, so this stays small.
struct Session
{
    QString id; //!< a secret between the hub and that client
    QString user; //!< what others call it
    QString identity; //!< what the authenticator said
    QString name;
    QByteArray profile; //!< compact JSON; empty: it told nothing
    Room *room = nullptr;
    size_t seat = 0; //!< where in the room
    quint64 connection = 0; //!< 0: it is away
    HubPresence::Change lastChange = HubPresence::Change::Joined;

    quint64 serial = 0; //!< as the sessions were begun
    Instant awayUntil{}; //!< if it is away: then it ends

    TokenBucket allowance;
    Rejections rejections;

    [[nodiscard]] bool isOnline() const { return connection != 0; }
};

} // namespace Holdfast
