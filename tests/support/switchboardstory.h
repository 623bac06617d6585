// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "switchboard.h"

#include <QtCore/qbytearraylist.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>

#include <map>

namespace Holdfast::Testing {

//! A frame of the server's in a few words: `event 3 "hi"`, `reset epoch-changed e9/0`.
struct ServerWords
{
    static QByteArray words(const Cursor &cursor)
    {
        return cursor.epoch.toUtf8() + '/' + QByteArray::number(cursor.eventId);
    }
    static QByteArray words(const Envelope::Content &content)
    {
        if (content.isBytes())
            return '<' + content.bytes().toHex() + '>';
        const QByteArray array
            = QJsonDocument(QJsonArray{content.value()}).toJson(QJsonDocument::Compact);
        return array.mid(1, array.size() - 2);
    }
    static QByteArray words(Duration duration) { return QByteArray::number(duration.count()); }

    QByteArray operator()(const Envelope::Welcome &f) const
    {
        return QByteArray(f.resumed ? "welcome back " : "welcome ") + f.session.toUtf8() + " at "
            + words(Cursor{f.epoch, f.head}) + ", through "
            + (f.receivedThrough ? QByteArray::number(*f.receivedThrough) : "?");
    }
    QByteArray operator()(const Envelope::ServerEvent &f) const
    {
        return "event " + QByteArray::number(f.id) + ' ' + words(f.content);
    }
    QByteArray operator()(const Envelope::SyncBatch &f) const
    {
        QByteArray text = "batch";
        for (const Envelope::ServerEvent &event : f.events)
            text += ' ' + QByteArray::number(event.id);
        return f.more ? text + " more" : text;
    }
    QByteArray operator()(const Envelope::Presence &f) const
    {
        const auto word = [&](const QJsonObject &user) {
            const QString name = user.value(QStringLiteral("name")).toString();
            const QString state = user.value(QStringLiteral("state")).toString();
            return (user.value(QStringLiteral("id")).toString()
                    + (name.isEmpty() ? name : u'=' + name)
                    + (state.isEmpty() ? state : u' ' + state))
                .toUtf8();
        };
        const QString event = f.object.value(QStringLiteral("event")).toString();
        if (event != u"users")
            return event.toUtf8() + ' ' + word(f.object.value(QStringLiteral("user")).toObject());
        QByteArrayList users;
        for (const QJsonValue &user : f.object.value(QStringLiteral("users")).toArray())
            users += word(user.toObject());
        std::sort(users.begin(), users.end());
        return "users [" + users.join(", ") + ']';
    }
    QByteArray operator()(const Envelope::Ack &f) const
    {
        return "ack " + QByteArray::number(f.through);
    }
    QByteArray operator()(const Envelope::Reject &f) const
    {
        return "reject " + QByteArray::number(f.number) + " \"" + f.reason.toUtf8() + '"'
            + (f.retryAfter ? " for " + words(*f.retryAfter) : QByteArray());
    }
    QByteArray operator()(const Envelope::Reset &f) const
    {
        const char *reason = f.reason == ResyncReason::EpochChanged ? "epoch-changed "
            : f.reason == ResyncReason::CursorAhead                 ? "cursor-ahead "
                                                                    : "history-trimmed ";
        return "reset " + (reason + words(f.cursor));
    }
    QByteArray operator()(const Envelope::Pong &f) const
    {
        return "pong " + QByteArray::number(f.at);
    }
    QByteArray operator()(const Envelope::Goodbye &f) const
    {
        return "goodbye " + f.reason.toUtf8() + ' ' + words(f.retryAfter) + ' '
            + words(f.spread.value_or(Duration(-1)));
    }
    QByteArray operator()(const Envelope::Unknown &) const { return "UNKNOWN"; }
    QByteArray operator()(const Envelope::Malformed &f) const
    {
        return "MALFORMED " + f.why.toUtf8();
    }
};

//! A switchboard under a clock that the test winds, and clients that the test plays. What is done
//! to it returns what it did, in words: `1 < ack 7; 2 < event 3 "hi"; hang up 1: 4400 no hello`.
//! Its words, that nobody can guess, are w1, w2, …: of the first client the session is w1, the
//! user w2, and the room's epoch w3.
class SwitchboardStory
{
public:
    explicit SwitchboardStory(const HubPolicy &policy = {})
        : board(policy, [this] { return QStringLiteral("w%1").arg(++wordCount); })
    {
    }
    //! One in which nobody hears of the others.
    [[nodiscard]] static HubPolicy quiet()
    {
        HubPolicy policy;
        policy.announcesPresence = false;
        return policy;
    }

    int wordCount = 0;
    Switchboard board;
    Instant now{std::chrono::hours(1)};
    bool tellsPresence = false; //!< also to the application
    QList<HubMessage> accepted;

    QByteArray connects(ConnectionId id, const QString &identity = {})
    {
        return told(board.connected(id, identity, now));
    }
    struct Hello
    {
        QString producer = QStringLiteral("p");
        QString session = {};
        std::optional<Cursor> cursor = {};
        QJsonObject profile = {};
    };
    QByteArray greets(ConnectionId id, const Hello &hello)
    {
        return says(id,
                    Envelope::toText(Envelope::Hello{.producer = hello.producer,
                                                     .session = hello.session,
                                                     .cursor = hello.cursor,
                                                     .profile = hello.profile}));
    }
    QByteArray greets(ConnectionId id) { return greets(id, Hello()); }
    //! Connects and greets.
    QByteArray comes(ConnectionId id, const Hello &hello, const QString &identity = {})
    {
        const QByteArray first = connects(id, identity);
        return first.isEmpty() ? greets(id, hello) : first;
    }
    QByteArray comes(ConnectionId id) { return comes(id, Hello()); }
    QByteArray says(ConnectionId id, const QString &text)
    {
        return told(board.received(id, text, now));
    }
    //! Message \a number of \a producer.
    QByteArray sends(ConnectionId id, quint64 number, const QString &text = QStringLiteral("hi"),
                     const QString &producer = QStringLiteral("p"))
    {
        return sendsAs(id, producer + u'-' + QString::number(number), number, text);
    }
    QByteArray sendsAs(ConnectionId id, const QString &key, quint64 number,
                       const QString &text = QStringLiteral("hi"))
    {
        return says(
            id,
            Envelope::toText(Envelope::ClientMessage{
                .key = key, .number = number, .content = Envelope::Content(QJsonValue(text))}));
    }
    QByteArray asks(ConnectionId id, const Cursor &cursor)
    {
        return says(id, Envelope::toText(Envelope::Sync{cursor}));
    }
    QByteArray leaves(ConnectionId id) { return told(board.disconnected(id, now)); }
    QByteArray holds(ConnectionId id, qint64 unsentBytes)
    {
        return told(board.unsentBytesChanged(id, unsentBytes, now));
    }
    QByteArray turnEnds() { return told(board.turnEnded(now)); }
    QByteArray publishes(const QString &text, const QString &room = {})
    {
        std::vector<Reaction> reactions;
        const quint64 id = board.publish(room, Envelope::Content(QJsonValue(text)), reactions);
        return (QByteArrayList{"id " + QByteArray::number(id)} + words(reactions)).join("; ");
    }
    QByteArray told(const std::vector<Reaction> &reactions) { return words(reactions).join("; "); }

    //! Time passes; the board is woken at each of its deadlines, and must have moved on when it
    //! was.
    QByteArray after(Duration duration)
    {
        const Instant end = now + duration;
        QByteArrayList all;
        while (board.deadline() && *board.deadline() <= end) {
            now = std::max(now, *board.deadline());
            all += words(board.elapsed(now));
            if (board.deadline() && *board.deadline() <= now)
                qFatal("busy loop: the deadline passed, was served, and stays");
        }
        now = end;
        return all.join("; ");
    }
    //! How long until the deadline; -1: there is none.
    qint64 waits() const { return board.deadline() ? (*board.deadline() - now).count() : -1; }

private:
    QByteArrayList words(const std::vector<Reaction> &reactions)
    {
        QByteArrayList all;
        for (const Reaction &reaction : reactions) {
            const QByteArray text = std::visit([this](const auto &r) { return word(r); }, reaction);
            if (!text.isEmpty())
                all += text;
        }
        return all;
    }
    QByteArray word(const Reactions::Send &r)
    {
        return QByteArray::number(r.connection) + " < "
            + std::visit(ServerWords{}, Envelope::parseServerFrame(r.text));
    }
    QByteArray word(const Reactions::Hangup &r)
    {
        return "hang up " + QByteArray::number(r.connection) + ": " + QByteArray::number(r.code)
            + ' ' + r.reason.toUtf8();
    }
    QByteArray word(const Reactions::Accepted &r)
    {
        accepted += r.message;
        return "accepted " + r.message.key.toUtf8();
    }
    QByteArray word(const Reactions::PresenceChanged &r)
    {
        static const std::map<HubPresence::Change, QByteArray> changes{
            {HubPresence::Change::Joined, "joined"},
            {HubPresence::Change::Away, "away"},
            {HubPresence::Change::Reconnected, "reconnected"},
            {HubPresence::Change::Left, "left"}};
        if (!tellsPresence)
            return {};
        return changes.at(r.presence.change) + ' ' + r.presence.user.toUtf8();
    }
};

} // namespace Holdfast::Testing
