// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "presence.h"

#include "room.h"
#include "session.h"

#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>

#include <algorithm>

namespace Holdfast::Presence {

namespace {

constexpr int MaxWordLength = 200;
constexpr int MaxUsers = 1000;

QLatin1String word(HubPresence::Change change)
{
    switch (change) {
    case HubPresence::Change::Joined:
        return QLatin1String("user_joined");
    case HubPresence::Change::Away:
        return QLatin1String("user_away");
    case HubPresence::Change::Reconnected:
        return QLatin1String("user_reconnected");
    case HubPresence::Change::Left:
        break;
    }
    return QLatin1String("user_left");
}

//! As a JSON string. Most names need no escape, and a thousand are written for each who comes in.
QString quoted(const QString &text)
{
    const bool isPlain = std::none_of(text.begin(), text.end(), [](QChar c) {
        return c < u' ' || c == u'"' || c == u'\\' || c.isSurrogate();
    });
    if (isPlain)
        return u'"' % text % u'"';
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(1, array.size() - 2));
}

//! `"id":…,"name":…`, the latter if it has one.
QString members(const Session &session)
{
    const QString id = QLatin1String("\"id\":") % quoted(session.user);
    return session.name.isEmpty() ? id : id % QLatin1String(",\"name\":") % quoted(session.name);
}

} // namespace

std::optional<Profile> read(const QJsonObject &profile)
{
    const QJsonValue room = profile.value(QLatin1String("room"));
    if (!(room.isUndefined() || room.isNull() || room.isString())
        || room.toString().size() > MaxWordLength)
        return {};
    const QString name = profile.value(QLatin1String("name")).toString();
    return Profile{.room = room.toString(), .name = name.size() > MaxWordLength ? QString() : name};
}

HubPresence of(const Session &session)
{
    return {.change = session.lastChange,
            .room = session.room->name,
            .identity = session.identity,
            .user = session.user,
            .name = session.name,
            .profile = QJsonDocument::fromJson(session.profile).object().toVariantMap()};
}

QString changeText(const Session &session)
{
    return QLatin1String(R"({"type":"presence","event":")") % word(session.lastChange)
        % QLatin1String(R"(","user":{)") % members(session) % QLatin1String("}}");
}

QString usersText(const Room &room, const Session &but)
{
    QString text = QStringLiteral(R"({"type":"presence","event":"users","users":[)");
    int count = 0;
    for (const Room::Seat &seat : room.seats()) {
        if (seat.session == &but)
            continue;
        if (++count > MaxUsers)
            break;
        text += QLatin1String(count == 1 ? "{" : ",{") % members(*seat.session)
            % QLatin1String(seat.isOnline() ? R"(,"state":"online"})" : R"(,"state":"away"})");
    }
    return text % QLatin1String("]}");
}

} // namespace Holdfast::Presence
