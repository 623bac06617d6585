// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "envelopeprotocol.h"
#include "switchboard.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <stdexcept>

namespace Holdfast::Testing {

inline void require(bool holds, const QByteArray &what)
{
    if (!holds)
        throw std::runtime_error(what.toStdString());
}

//! A client that is simple and right around the real EnvelopeProtocol: a queue, a cursor, and two
//! pipes of frames on their way.
class WalkClient
{
public:
    WalkClient(int theIndex, QString theIdentity, QString theProducer, QString theRoom)
        : index(theIndex)
        , identity(std::move(theIdentity))
        , producer(std::move(theProducer))
        , room(std::move(theRoom))
    {
        restart();
    }

    const int index;
    const QString identity;
    const QString producer;
    const QString room;

    // The wire.
    ConnectionId connection = 0; //!< 0: none
    std::deque<QString> toServer;
    std::deque<QString> toClient;
    bool closesAfterwards = false; //!< the server has hung up: this is all there is

    // The queue.
    quint64 lastNumber = 0;
    std::deque<quint64> pending;
    quint64 writtenThrough = 0; //!< on this connection
    quint64 everWritten = 0;
    Instant waitsUntil{};
    bool isReady = false;
    bool wasResumed = false;
    int life = 0; //!< of its process

    Cursor cursor;

    //! What the application is told is for the world to judge.
    class Judge
    {
    public:
        virtual ~Judge() = default;
        virtual void delivered(const WalkClient &client, quint64 number) = 0;
        virtual void rejected(const WalkClient &client, quint64 number) = 0;
        virtual void heard(const WalkClient &client, const Cursor &at, const QString &text) = 0;
        virtual void resynced(const WalkClient &client, const Resync &resync) = 0;
    };

    //! The process is another one: queue and cursor were kept, the session was not.
    void restart()
    {
        ++life;
        protocol = std::make_unique<EnvelopeProtocol>();
        protocol->setProfile({{QStringLiteral("room"), room}});
    }
    void begin(ConnectionId id)
    {
        connection = id;
        toServer.clear();
        toClient.clear();
        closesAfterwards = isReady = false;
        writtenThrough = 0;
        waitsUntil = {};
        for (const Outcome &outcome : protocol->begin({.url = QUrl(QStringLiteral("ws://hub")),
                                      .subprotocol = QString(Envelope::Subprotocol),
                                      .nonce = quint32(id),
                                      .producer = producer,
                                      .cursor = cursor}))
            transmit(outcome);
    }
    //! The next message goes out, if one may.
    bool write(Instant now)
    {
        if (connection == 0 || !isReady || now < waitsUntil)
            return false;
        const auto next = std::upper_bound(pending.begin(), pending.end(), writtenThrough);
        if (next == pending.end())
            return false;
        writtenThrough = *next;
        everWritten = std::max(everWritten, *next);
        Message message;
        message.number = *next;
        message.producer = producer;
        message.payload = Payload(QStringLiteral("%1 %2").arg(index).arg(*next));
        for (const Outcome &outcome : protocol->send(message))
            transmit(outcome);
        return true;
    }
    void read(const QString &text, Instant now, Judge &judge)
    {
        const Outcomes outcomes = protocol->received(Frame::text(text));
        for (const Outcome &outcome : outcomes) {
            if (const auto *ready = std::get_if<Ready>(&outcome))
                wasResumed = ready->resumed;
        }
        for (const Outcome &outcome : outcomes)
            std::visit([&](const auto &o) { on(o, now, judge); }, outcome);
    }

private:
    void transmit(const Outcome &outcome)
    {
        require(std::holds_alternative<Transmit>(outcome), "only frames come of writing");
        toServer.push_back(std::get<Transmit>(outcome).frame.payload.text());
    }
    void settle(quint64 from, quint64 through, Judge &judge)
    {
        while (!pending.empty() && pending.front() <= through) {
            require(pending.front() >= from, "nothing is passed over");
            judge.delivered(*this, pending.front());
            pending.pop_front();
        }
    }

    void on(const Transmit &o, Instant, Judge &) { transmit(o); }
    void on(const Ready &, Instant, Judge &) { isReady = true; }
    void on(const Remembered &o, Instant, Judge &judge)
    {
        require(o.through <= everWritten, "the server remembers what was never sent");
        settle(0, o.through, judge);
    }
    void on(const Acknowledged &o, Instant, Judge &judge)
    {
        require(o.through <= writtenThrough, "acknowledged before it was written");
        settle(o.from, o.through, judge);
    }
    void on(const Rejected &o, Instant now, Judge &judge)
    {
        require(o.number <= writtenThrough, "rejected before it was written");
        if (o.retryAfter) {
            writtenThrough = o.number - 1;
            waitsUntil = now + *o.retryAfter;
            return;
        }
        const auto found = std::find(pending.begin(), pending.end(), o.number);
        if (found == pending.end())
            return;
        judge.rejected(*this, o.number);
        pending.erase(found);
    }
    void on(const Deliver &o, Instant, Judge &judge)
    {
        judge.heard(*this, o.cursor, o.payload.text());
        cursor = o.cursor;
    }
    void on(const Positioned &o, Instant, Judge &) { cursor = o.cursor; }
    void on(const Resync &o, Instant, Judge &judge)
    {
        judge.resynced(*this, o);
        cursor = o.cursor;
    }
    void on(const Refused &o, Instant, Judge &)
    {
        require(false, "the client refuses the server: " + o.ending.detail.toUtf8());
    }
    template <typename Other> void on(const Other &, Instant, Judge &) { }

    std::unique_ptr<EnvelopeProtocol> protocol;
};

} // namespace Holdfast::Testing
