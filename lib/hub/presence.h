// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "hubpresence.h"

#include <QtCore/qjsonobject.h>
#include <QtCore/qstring.h>

#include <optional>

namespace Holdfast {

class Room;
struct Session;

//! What is told of who comes and goes.
namespace Presence {

//! What a profile says that a hub understands.
struct Profile
{
    QString room;
    QString name;
};
//! Nothing, if its room is not the name of one.
[[nodiscard]] std::optional<Profile> read(const QJsonObject &profile);

//! For the application behind the hub.
[[nodiscard]] HubPresence of(const Session &session);
//! The frame for those who are in the same room.
[[nodiscard]] QString changeText(const Session &session);
//! The frame for whoever comes in: who is there already, \a but the one that asks. At most 1000.
[[nodiscard]] QString usersText(const Room &room, const Session &but);

} // namespace Presence

} // namespace Holdfast
