// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "switchboard.h"

#include "hubclosecodes.h"
#include "presence.h"

#include <QtCore/qjsonarray.h>

#include <algorithm>

namespace Holdfast {

using namespace HubCloseCodes;
using namespace Reactions;
using namespace std::chrono_literals;

namespace {

// A full hub: a wait that costs it little, and not all at once.
constexpr Duration FullRetryAfter = 5s;
constexpr Duration FullSpread = 10s;
// In all rooms together, so many times what one may have.
constexpr qint64 FullRooms = 16;

bool isDeeperThan(const QJsonValue &value, int levels)
{
    const auto isTooDeep
        = [levels](const QJsonValue &inner) { return isDeeperThan(inner, levels - 1); };
    if (!value.isArray() && !value.isObject())
        return false;
    if (levels == 0)
        return true;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::any_of(array.begin(), array.end(), isTooDeep);
    }
    const QJsonObject object = value.toObject();
    return std::any_of(object.begin(), object.end(), isTooDeep);
}

} // namespace

Switchboard::Switchboard(const HubPolicy &policy, WordMaker makeWord)
    : m_makeWord(std::move(makeWord))
    , m_rooms([this] { return m_makeWord(); })
{
    setPolicy(policy);
}

void Switchboard::setPolicy(const HubPolicy &policy)
{
    m_policy = policy.clamped();
    m_deduplicator.setLimits({.maxProducers = m_policy.maxRememberedProducers,
                              .maxKeys = m_policy.maxRememberedProducers,
                              .window = m_policy.deduplicationWindow});
    const EventLog::Limits log{.maxEvents = m_policy.maxLoggedEvents,
                               .maxBytes = m_policy.maxLoggedBytes};
    m_rooms.setLimits({.maxBytes = FullRooms * m_policy.maxLoggedBytes, .log = log});
}

void Switchboard::setMessageFilter(std::function<HubAnswer(const HubMessage &)> filter)
{
    m_filter = std::move(filter);
}

void Switchboard::setRelaying(bool relaying) { m_isRelaying = relaying; }

std::vector<Reaction> Switchboard::connected(ConnectionId connection, const QString &identity,
                                             Instant now)
{
    if (m_drained)
        return {Hangup{connection, ComeAgain, *m_drained}};
    if (connectionCount() >= m_policy.maxClients)
        return {Hangup{connection, ComeAgain, comeAgainReason(FullRetryAfter, FullSpread)}};
    const Instant until = now + m_policy.helloTimeout;
    const bool isNew
        = m_callers
              .try_emplace(connection,
                           Caller{.id = connection, .identity = identity, .helloUntil = until})
              .second;
    Q_ASSERT_X(isNew && connection != 0, "Switchboard", "a connection has a number of its own");
    if (isNew)
        m_helloDue.emplace(until, connection);
    return {};
}

std::vector<Reaction> Switchboard::disconnected(ConnectionId connection, Instant now)
{
    ReactionList reactions;
    forget(connection, now, reactions);
    return reactions;
}

std::vector<Reaction> Switchboard::disconnectAll(Instant now)
{
    // All are unseated first: one by one each would be announced to those who go next.
    std::vector<Session *> away;
    for (const auto &[id, caller] : m_callers) {
        if (!caller.session)
            continue;
        m_sessions.leave(*caller.session, now + m_policy.gracePeriod);
        caller.session->room->seat(*caller.session);
        away.push_back(caller.session);
    }
    m_callers.clear();
    m_helloDue.clear();
    m_toAcknowledge.clear();
    ReactionList reactions;
    if (m_policy.gracePeriod > 0s) {
        for (Session *session : away)
            announce(*session, HubPresence::Change::Away, reactions);
    }
    endSessions(now, reactions);
    return reactions;
}

std::vector<Reaction> Switchboard::unsentBytesChanged(ConnectionId connection, qint64 bytes,
                                                      Instant now)
{
    ReactionList reactions;
    Caller *caller = find(connection);
    if (!caller)
        return reactions;
    caller->unsentBytes = bytes;
    if (bytes > m_policy.maxUnsentBytes)
        hangUp(*caller, SlowOrSilent, QStringLiteral("slow consumer"), now, reactions);
    else
        goOn(*caller, reactions);
    return reactions;
}

std::vector<Reaction> Switchboard::turnEnded(Instant)
{
    ReactionList reactions;
    acknowledge(reactions);
    return reactions;
}

std::vector<Reaction> Switchboard::elapsed(Instant now)
{
    ReactionList reactions;
    if (!m_toAcknowledge.empty() && m_acknowledgeBy <= now)
        acknowledge(reactions);
    while (!m_helloDue.empty() && m_helloDue.begin()->first <= now)
        hangUp(*find(m_helloDue.begin()->second), BadFrame, QStringLiteral("no hello"), now,
               reactions);
    endSessions(now, reactions);
    return reactions;
}

std::optional<Instant> Switchboard::deadline() const
{
    std::optional<Instant> first;
    const auto consider = [&first](Instant at) { first = std::min(at, first.value_or(at)); };
    if (!m_helloDue.empty())
        consider(m_helloDue.begin()->first);
    if (const Session *session = m_sessions.firstToEnd())
        consider(session->awayUntil);
    if (!m_toAcknowledge.empty())
        consider(m_acknowledgeBy);
    return first;
}

quint64 Switchboard::publish(const QString &room, const Envelope::Content &content,
                             std::vector<Reaction> &reactions)
{
    if (isDeeperThan(content.value(), Envelope::MaxPayloadNesting))
        return 0;
    return tell(m_rooms.open(room), content, reactions);
}

std::vector<Reaction> Switchboard::drain(Duration retryAfter, Duration spread)
{
    retryAfter = std::clamp<Duration>(retryAfter, 0s, 24h);
    spread = std::clamp<Duration>(spread, 0s, 24h);
    m_drained = comeAgainReason(retryAfter, spread);
    ReactionList reactions;
    acknowledge(reactions);
    const QString goodbye = Envelope::toText(Envelope::Goodbye{
        .reason = QStringLiteral("restart"), .retryAfter = retryAfter, .spread = spread});
    for (const auto &[id, caller] : m_callers) {
        if (caller.session) {
            reactions.emplace_back(Send{id, goodbye});
            m_sessions.leave(*caller.session, Instant::min());
            caller.session->room->seat(*caller.session);
        }
        reactions.emplace_back(Hangup{id, ComeAgain, *m_drained});
    }
    m_callers.clear();
    m_helloDue.clear();
    endSessions(Instant::max(), reactions); // nobody will return here
    return reactions;
}

int Switchboard::connectionCount() const { return static_cast<int>(m_callers.size()); }

int Switchboard::sessionCount() const { return m_sessions.count(); }

std::vector<HubPresence> Switchboard::usersIn(const QString &room) const
{
    std::vector<HubPresence> users;
    if (const Room *found = m_rooms.find(room)) {
        for (const Room::Seat &seat : found->seats())
            users.push_back(Presence::of(*seat.session));
    }
    return users;
}

Cursor Switchboard::endOf(const QString &room) const
{
    const Room *found = m_rooms.find(room);
    return found ? found->log.end() : Cursor();
}

std::vector<Reaction> Switchboard::forgetHistory(const QString &room)
{
    ReactionList reactions;
    Room *found = m_rooms.find(room);
    if (!found)
        return reactions;
    const bool isEmpty = found->isEmpty();
    m_rooms.forgetHistory(*found);
    if (isEmpty)
        return reactions;
    const QString reset = Envelope::toText(
        Envelope::Reset{.reason = ResyncReason::EpochChanged, .cursor = found->log.end()});
    for (const Room::Seat &seat : found->seats()) {
        if (!seat.isOnline())
            continue;
        reactions.emplace_back(Send{seat.connection, reset});
        goLive(*find(seat.connection));
    }
    return reactions;
}

Caller *Switchboard::find(ConnectionId connection)
{
    const auto found = m_callers.find(connection);
    return found == m_callers.end() ? nullptr : &found->second;
}

void Switchboard::hangUp(Caller &caller, quint16 code, const QString &reason, Instant now,
                         ReactionList &reactions)
{
    reactions.emplace_back(Hangup{caller.id, code, reason});
    forget(caller.id, now, reactions);
}

void Switchboard::forget(ConnectionId connection, Instant now, ReactionList &reactions)
{
    const auto found = m_callers.find(connection);
    if (found == m_callers.end())
        return;
    Session *session = found->second.session;
    m_helloDue.erase({found->second.helloUntil, connection});
    m_callers.erase(found);
    if (!session)
        return;
    m_sessions.leave(*session, now + m_policy.gracePeriod);
    session->room->seat(*session);
    if (m_policy.gracePeriod > 0s)
        announce(*session, HubPresence::Change::Away, reactions);
    endSessions(now, reactions);
}

void Switchboard::announce(Session &session, HubPresence::Change change,
                           ReactionList &reactions) const
{
    session.lastChange = change;
    reactions.emplace_back(PresenceChanged{Presence::of(session)});
    if (!m_policy.announcesPresence || m_callers.empty())
        return;
    const QString text = Presence::changeText(session);
    for (const Room::Seat &seat : session.room->seats()) {
        if (seat.isOnline() && seat.session != &session)
            reactions.emplace_back(Send{seat.connection, text});
    }
}

void Switchboard::end(Session &session, ReactionList &reactions)
{
    announce(session, HubPresence::Change::Left, reactions);
    m_rooms.leave(session);
    m_sessions.end(session);
}

void Switchboard::endSessions(Instant now, ReactionList &reactions)
{
    // Somebody who comes and goes for ever must not fill the memory with those who went.
    const int most = 2 * m_policy.maxClients;
    for (Session *session = m_sessions.firstToEnd();
         session && (session->awayUntil <= now || m_sessions.count() > most);
         session = m_sessions.firstToEnd())
        end(*session, reactions);
}

} // namespace Holdfast
