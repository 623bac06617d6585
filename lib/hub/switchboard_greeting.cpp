// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "hubclosecodes.h"
#include "presence.h"
#include "switchboard.h"

#include <QtCore/qjsondocument.h>

#include <algorithm>

namespace Holdfast {

using namespace HubCloseCodes;
using namespace Reactions;

namespace {

// What is kept of a hello is kept for each client.
constexpr qsizetype MaxProducerLength = 200;
constexpr qsizetype MaxProfileBytes = 16LL * 1024;

//! Empty, if it told nothing.
QByteArray compact(const QJsonObject &profile)
{
    return profile.isEmpty() ? QByteArray() : QJsonDocument(profile).toJson(QJsonDocument::Compact);
}

} // namespace

void Switchboard::on(Caller &caller, const Envelope::Hello &hello, Instant now,
                     ReactionList &reactions)
{
    const std::optional<Presence::Profile> profile = Presence::read(hello.profile);
    const QByteArray profileText = compact(hello.profile);
    if (caller.session || !profile || profileText.size() > MaxProfileBytes
        || hello.producer.size() > MaxProducerLength) {
        const QString why = caller.session ? QStringLiteral("a second hello")
            : !profile ? QStringLiteral("profile.room is not the name of a room")
                       : QStringLiteral("hello is too large");
        hangUp(caller, BadFrame, why, now, reactions);
        return;
    }
    // The clock decides who is too late, not how busy we were.
    endSessions(now, reactions);
    Session *session = m_sessions.find(hello.session, caller.identity);
    if (session && session->connection > caller.id) {
        // The client gave up this connection and dialled another, whose hello was quicker.
        hangUp(caller, Replaced, QStringLiteral("replaced"), now, reactions);
        return;
    }
    m_helloDue.erase({caller.helloUntil, caller.id});
    const bool resumed = session;
    if (!session) {
        const QString secret = m_makeWord();
        session = &m_sessions.begin(secret, m_makeWord(), caller.identity);
    }
    const bool wasOnline = session->isOnline();
    if (wasOnline)
        takeOver(*session, reactions);
    m_sessions.join(*session, caller.id);
    caller.session = session;
    session->name = profile->name;
    session->profile = profileText;

    if (session->room && session->room->name != profile->room) {
        announce(*session, HubPresence::Change::Left, reactions);
        m_rooms.leave(*session);
    }
    const bool joined = !session->room;
    if (joined)
        m_rooms.enter(m_rooms.open(profile->room), *session);
    else
        session->room->seat(*session);

    Envelope::Welcome answer = welcome(*session, hello.producer);
    answer.resumed = resumed;
    reactions.emplace_back(Send{caller.id, Envelope::toText(answer)});
    if (m_policy.announcesPresence)
        reactions.emplace_back(Send{caller.id, Presence::usersText(*session->room, *session)});
    if (joined || !wasOnline)
        announce(*session, joined ? HubPresence::Change::Joined : HubPresence::Change::Reconnected,
                 reactions);
    if (hello.cursor)
        catchUp(caller, *hello.cursor, reactions);
    else
        goLive(caller);
}

void Switchboard::takeOver(const Session &session, ReactionList &reactions)
{
    reactions.emplace_back(Hangup{session.connection, Replaced, QStringLiteral("replaced")});
    m_callers.erase(session.connection);
}

Envelope::Welcome Switchboard::welcome(const Session &session, const QString &producer) const
{
    Envelope::Welcome answer{.session = session.id,
                             .epoch = session.room->log.epoch(),
                             .head = session.room->log.head(),
                             .receivedThrough
                             = m_deduplicator.receivedThrough(session.identity, producer),
                             .heartbeat = m_policy.heartbeatInterval,
                             .maxMessageBytes = m_policy.maxMessageBytes};
    // What was rejected, and perhaps not heard of, must come again for that; so must what followed.
    const std::optional<quint64> rejected = session.rejections.lowest(producer);
    if (answer.receivedThrough && rejected)
        answer.receivedThrough = std::min(*answer.receivedThrough, *rejected - 1);
    return answer;
}

} // namespace Holdfast
