// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "switchboard.h"

#include "hubclosecodes.h"

#include <algorithm>

namespace Holdfast {

using namespace HubCloseCodes;
using namespace Reactions;
using namespace std::chrono_literals;

namespace {

// Of what is remembered of each message.
constexpr qsizetype MaxKeyLength = 300;
constexpr Duration AcknowledgeWithin = 50ms;
// A filter that says "later", and not when, must not see the same message in a loop.
constexpr Duration SoonestAgain = 10ms;
// The next batch goes when less than this waits to be sent, so that a client with much to catch up
// neither waits for us nor makes us buffer it all.
constexpr qint64 FewBytes = 256LL * 1024;
// So many times larger may JSON become when it is written anew: 1e18 has all its digits then.
constexpr qint64 MostGrowth = 6;

bool isTooLargeToRelay(const Caller &caller, const Envelope::Content &content)
{
    return caller.frameSize * MostGrowth > EventLog::MaxEventBytes && !EventLog::fits(content);
}

} // namespace

std::vector<Reaction> Switchboard::received(ConnectionId connection, const QString &text,
                                            Instant now)
{
    ReactionList reactions;
    Caller *caller = find(connection);
    if (!caller)
        return reactions;
    if (text.size() > m_policy.maxMessageBytes) {
        hangUp(*caller, TooLarge, QStringLiteral("too large"), now, reactions);
        return reactions;
    }
    caller->frameSize = text.size();
    const Envelope::ClientFrame frame = Envelope::parseClientFrame(text);
    const bool mayComeFirst = std::holds_alternative<Envelope::Hello>(frame)
        || std::holds_alternative<Envelope::Ping>(frame)
        || std::holds_alternative<Envelope::Malformed>(frame);
    if (caller->session || mayComeFirst)
        std::visit([&](const auto &one) { on(*caller, one, now, reactions); }, frame);
    else
        hangUp(*caller, BadFrame, QStringLiteral("hello comes first"), now, reactions);
    return reactions;
}

void Switchboard::on(Caller &caller, const Envelope::ClientMessage &message, Instant now,
                     ReactionList &reactions)
{
    if (message.key.isEmpty() || message.key.size() > MaxKeyLength) {
        hangUp(caller, BadFrame, QStringLiteral("id is empty or too long"), now, reactions);
        return;
    }
    if (message.number != 0 && caller.refusedFrom != 0 && message.number > caller.refusedFrom)
        return;
    if (message.number == caller.refusedFrom)
        caller.refusedFrom = 0; // the number that was waited for
    Q_ASSERT(caller.session); // see received()
    Session &session = *caller.session;
    session.rejections.settle(message.number, caller.id);

    const std::optional<Duration> wait = session.allowance.take(m_policy.maxMessagesPerSecond, now);
    if (wait) {
        refuse(caller, message.number, QStringLiteral("too many messages"), *wait, reactions);
        return;
    }
    if (m_deduplicator.isKnown(session.identity, message.key, message.number, now)) {
        if (const Rejections::Rejection *rejection = session.rejections.find(message.key))
            reject(caller, message, QString(rejection->reason), now, reactions);
        else
            settle(caller, message.number, now);
        return;
    }
    const HubMessage incoming{.room = session.room->name,
                              .identity = session.identity,
                              .user = session.user,
                              .key = message.key,
                              .number = message.number,
                              .payload = message.content.toVariant()};
    if (m_isRelaying && isTooLargeToRelay(caller, message.content)) {
        reject(caller, message, QStringLiteral("too large"), now, reactions);
        return;
    }
    const HubAnswer answer = m_filter ? m_filter(incoming) : HubAnswer::accept();
    switch (answer.kind) {
    case HubAnswer::Kind::Accept:
        accept(caller, incoming, message.content, now, reactions);
        break;
    case HubAnswer::Kind::Reject:
        reject(caller, message, answer.reason, now, reactions);
        break;
    case HubAnswer::Kind::RetryLater:
        refuse(caller, message.number, answer.reason, std::max(answer.retryAfter, SoonestAgain),
               reactions);
        break;
    }
}

void Switchboard::on(Caller &caller, const Envelope::Sync &sync, Instant, ReactionList &reactions)
{
    catchUp(caller, sync.cursor, reactions);
}

void Switchboard::on(Caller &caller, const Envelope::Ping &ping, Instant, ReactionList &reactions)
{
    reactions.emplace_back(Send{caller.id, Envelope::toText(Envelope::Pong{.at = ping.at})});
}

void Switchboard::on(Caller &, const Envelope::Unknown &, Instant, ReactionList &) { }

void Switchboard::on(Caller &caller, const Envelope::Malformed &malformed, Instant now,
                     ReactionList &reactions)
{
    hangUp(caller, BadFrame, malformed.why, now, reactions);
}

void Switchboard::accept(Caller &caller, const HubMessage &message,
                         const Envelope::Content &content, Instant now, ReactionList &reactions)
{
    m_deduplicator.accept(message.identity, message.key, message.number, now);
    caller.session->rejections.remove(message.key);
    settle(caller, message.number, now);
    reactions.emplace_back(Accepted{message});
    if (m_isRelaying)
        tell(*caller.session->room, content, reactions);
}

void Switchboard::reject(Caller &caller, const Envelope::ClientMessage &message,
                         const QString &reason, Instant now, ReactionList &reactions)
{
    reactions.emplace_back(
        Send{caller.id,
             Envelope::toText(
                 Envelope::Reject{.number = message.number, .reason = reason, .retryAfter = {}})});
    if (message.number != 0)
        caller.session->rejections.add({.key = message.key,
                                        .number = message.number,
                                        .reason = reason,
                                        .connection = caller.id});
    settle(caller, message.number, now);
}

void Switchboard::refuse(Caller &caller, quint64 number, const QString &reason, Duration retryAfter,
                         ReactionList &reactions) const
{
    if (number != 0) // one that numbers nothing repeats this message only
        caller.refusedFrom = number;
    retryAfter = std::clamp<Duration>(retryAfter, 0s, 24h);
    reactions.emplace_back(
        Send{caller.id,
             Envelope::toText(
                 Envelope::Reject{.number = number, .reason = reason, .retryAfter = retryAfter})});
}

void Switchboard::settle(Caller &caller, quint64 number, Instant now)
{
    if (number == 0)
        return;
    caller.settled = std::max(caller.settled, number);
    if (caller.awaitsAck)
        return;
    caller.awaitsAck = true;
    if (m_toAcknowledge.empty())
        m_acknowledgeBy = now + AcknowledgeWithin;
    m_toAcknowledge.push_back(caller.id);
}

void Switchboard::acknowledge(ReactionList &reactions)
{
    for (const ConnectionId connection : m_toAcknowledge) {
        Caller *caller = find(connection);
        if (!caller)
            continue;
        caller->awaitsAck = false;
        reactions.emplace_back(
            Send{connection, Envelope::toText(Envelope::Ack{.through = caller->settled})});
    }
    m_toAcknowledge.clear();
}

quint64 Switchboard::tell(Room &room, const Envelope::Content &content, ReactionList &reactions)
{
    const quint64 id = m_rooms.append(room, content);
    if (id == 0)
        return 0;
    const QString text = room.log.takeLastText();
    for (const Room::Seat &seat : room.seats()) {
        if (seat.isLive)
            reactions.emplace_back(Send{seat.connection, text});
    }
    return id;
}

void Switchboard::catchUp(Caller &caller, const Cursor &cursor, ReactionList &reactions)
{
    Q_ASSERT(caller.session); // hello has come: see received()
    const EventLog &log = caller.session->room->log;
    caller.isSyncing = true;
    caller.session->room->setLive(*caller.session, false);
    caller.syncedThrough = cursor.eventId;
    if (cursor.epoch == log.epoch())
        goOn(caller, reactions);
    else
        reset(caller, ResyncReason::EpochChanged, reactions);
}

void Switchboard::goOn(Caller &caller, ReactionList &reactions)
{
    const qint64 few = std::min(FewBytes, m_policy.maxUnsentBytes / 4);
    const qint64 most = std::min(Envelope::MaxBatchBytes, m_policy.maxUnsentBytes / 4);
    while (caller.isSyncing && caller.unsentBytes < few) {
        const EventLog &log = caller.session->room->log;
        // Also while batches go, the log may be trimmed beyond where a slow client is.
        if (const auto problem = log.problemWith({log.epoch(), caller.syncedThrough})) {
            reset(caller, *problem, reactions);
            return;
        }
        const EventLog::Batch batch = log.since(caller.syncedThrough, most);
        reactions.emplace_back(Send{caller.id, batch.text});
        caller.syncedThrough = batch.through;
        caller.unsentBytes += batch.text.size();
        if (!batch.more)
            goLive(caller);
    }
}

void Switchboard::reset(Caller &caller, ResyncReason reason, ReactionList &reactions)
{
    const Cursor end = caller.session->room->log.end();
    reactions.emplace_back(
        Send{caller.id, Envelope::toText(Envelope::Reset{.reason = reason, .cursor = end})});
    goLive(caller);
}

void Switchboard::goLive(Caller &caller)
{
    caller.isSyncing = false;
    caller.session->room->setLive(*caller.session, true);
}

} // namespace Holdfast
