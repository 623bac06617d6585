// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "caller.h"
#include "deduplicator.h"
#include "envelope.h"
#include "hubanswer.h"
#include "hubmessage.h"
#include "hubpolicy.h"
#include "hubpresence.h"
#include "instant.h"
#include "rooms.h"
#include "sessions.h"

#include <QtCore/qstring.h>

#include <functional>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace Holdfast {

//! A connection, as the hub numbers them from 1 on: one that came later has a higher number.
using ConnectionId = quint64;

// What a switchboard wants done, in this order.
namespace Reactions {

//! Write this frame to that connection.
struct Send
{
    ConnectionId connection = 0;
    QString text;
};
//! Close it with this code (RFC 6455 §7.4) and reason. The switchboard has forgotten it already.
struct Hangup
{
    ConnectionId connection = 0;
    quint16 code = 1000;
    QString reason;
};
//! A message was accepted: the application behind the hub gets it, exactly once.
struct Accepted
{
    HubMessage message;
};
//! Somebody came, went away, came back or left.
struct PresenceChanged
{
    HubPresence presence;
};

} // namespace Reactions
using Reaction = std::variant<Reactions::Send, Reactions::Hangup, Reactions::Accepted,
                              Reactions::PresenceChanged>;

//! The whole hub as one value, without sockets, clock or luck: who is there, in which room, which
//! messages were accepted, what has happened. Events in, reactions out, one deadline.
//!
//! It speaks the server's half of `holdfast.v1.json`.
class Switchboard
{
public:
    //! Makes words that nobody can guess: session ids, epochs. (In tests: words that can be told.)
    using WordMaker = std::function<QString()>;
    Switchboard(const HubPolicy &policy, WordMaker makeWord);
    Q_DISABLE_COPY_MOVE(Switchboard)

    //! What is out of range is clamped. Those who are connected stay, and what was said to them.
    void setPolicy(const HubPolicy &policy);
    [[nodiscard]] const HubPolicy &policy() const { return m_policy; }
    //! What happens to a message; called from inside of received(), must not call back. Without one
    //! each is accepted.
    void setMessageFilter(std::function<HubAnswer(const HubMessage &)> filter);
    //! Whether an accepted message becomes an event of its sender's room. Default: yes.
    void setRelaying(bool relaying);

    //! An upgraded, authenticated connection that will say hello.
    [[nodiscard]] std::vector<Reaction> connected(ConnectionId connection, const QString &identity,
                                                  Instant now);
    [[nodiscard]] std::vector<Reaction> received(ConnectionId connection, const QString &text,
                                                 Instant now);
    //! The connection is gone.
    [[nodiscard]] std::vector<Reaction> disconnected(ConnectionId connection, Instant now);
    //! All connections are gone at once: their sessions are away, and nobody is left to be told.
    [[nodiscard]] std::vector<Reaction> disconnectAll(Instant now);
    //! So many bytes wait to be sent to it: goes on with batches when they are few, and gives up a
    //! slow consumer when they are too many. To be called whenever that changes.
    [[nodiscard]] std::vector<Reaction> unsentBytesChanged(ConnectionId connection, qint64 bytes,
                                                           Instant now);
    //! Everything that has arrived in this turn was fed: acknowledges it.
    [[nodiscard]] std::vector<Reaction> turnEnded(Instant now);
    [[nodiscard]] std::vector<Reaction> elapsed(Instant now);
    //! When to call elapsed(), at the latest: hello timeouts, grace periods, acknowledgements.
    [[nodiscard]] std::optional<Instant> deadline() const;

    //! A new event of that room, for all who are in it, and in its log. Returns the id; 0:
    //! it is larger than EventLog::MaxEventBytes or nested deeper than Envelope::MaxPayloadNesting.
    quint64 publish(const QString &room, const Envelope::Content &content,
                    std::vector<Reaction> &reactions);
    //! Says goodbye to all and closes them; whoever connects from now on gets the same.
    [[nodiscard]] std::vector<Reaction> drain(Duration retryAfter, Duration spread);
    //! The restart that drain() announced: whoever connects from now on is welcome.
    void reopen() { m_drained.reset(); }

    [[nodiscard]] int connectionCount() const;
    [[nodiscard]] int sessionCount() const; //!< the away ones included
    [[nodiscard]] std::vector<HubPresence> usersIn(const QString &room) const;
    [[nodiscard]] Cursor endOf(const QString &room) const;
    //! Forgets the log of a room; it begins a new epoch, and all who are in it are told.
    [[nodiscard]] std::vector<Reaction> forgetHistory(const QString &room);

private:
    using ReactionList = std::vector<Reaction>;
    using Due = std::pair<Instant, ConnectionId>;

    // The greeting.
    void on(Caller &caller, const Envelope::Hello &hello, Instant now, ReactionList &reactions);
    void takeOver(const Session &session, ReactionList &reactions);
    [[nodiscard]] Envelope::Welcome welcome(const Session &session, const QString &producer) const;
    // The conversation.
    void on(Caller &caller, const Envelope::ClientMessage &message, Instant now,
            ReactionList &reactions);
    void on(Caller &caller, const Envelope::Sync &sync, Instant now, ReactionList &reactions);
    void on(Caller &caller, const Envelope::Ping &ping, Instant now, ReactionList &reactions);
    void on(Caller &caller, const Envelope::Unknown &unknown, Instant now, ReactionList &reactions);
    void on(Caller &caller, const Envelope::Malformed &malformed, Instant now,
            ReactionList &reactions);
    void accept(Caller &caller, const HubMessage &message, const Envelope::Content &content,
                Instant now, ReactionList &reactions);
    void reject(Caller &caller, const Envelope::ClientMessage &message, const QString &reason,
                Instant now, ReactionList &reactions);
    void refuse(Caller &caller, quint64 number, const QString &reason, Duration retryAfter,
                ReactionList &reactions) const;
    void settle(Caller &caller, quint64 number, Instant now);
    void acknowledge(ReactionList &reactions);
    // Events.
    quint64 tell(Room &room, const Envelope::Content &content, ReactionList &reactions);
    void catchUp(Caller &caller, const Cursor &cursor, ReactionList &reactions);
    void goOn(Caller &caller, ReactionList &reactions);
    void reset(Caller &caller, ResyncReason reason, ReactionList &reactions);
    void goLive(Caller &caller);
    // Coming and going.
    [[nodiscard]] Caller *find(ConnectionId connection);
    void hangUp(Caller &caller, quint16 code, const QString &reason, Instant now,
                ReactionList &reactions);
    void forget(ConnectionId connection, Instant now, ReactionList &reactions);
    void announce(Session &session, HubPresence::Change change, ReactionList &reactions) const;
    void end(Session &session, ReactionList &reactions);
    void endSessions(Instant now, ReactionList &reactions);

    HubPolicy m_policy;
    WordMaker m_makeWord;
    std::function<HubAnswer(const HubMessage &)> m_filter;
    bool m_isRelaying = true;
    std::optional<QString> m_drained; //!< the hint for whoever comes now

    std::unordered_map<ConnectionId, Caller> m_callers;
    std::set<Due> m_helloDue;
    std::vector<ConnectionId> m_toAcknowledge;
    Instant m_acknowledgeBy{};
    Sessions m_sessions;
    Rooms m_rooms;
    Deduplicator m_deduplicator;
};

} // namespace Holdfast
