// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "link.h"
#include "outcomewords.h"
#include "plainprotocol.h"

#include <QtCore/qmetaobject.h>

namespace Holdfast::Testing {

template <typename Enum> QByteArray word(Enum value)
{
    return QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value));
}

//! `ConnectionLost 1006, retries` or `AuthenticationRejected 1006, HTTP 401 "why", final`.
inline QByteArray words(const ConnectionError &error)
{
    QByteArray text = word(error.category) + ' ' + QByteArray::number(error.closeCode);
    if (error.httpStatus != 0)
        text += ", HTTP " + QByteArray::number(error.httpStatus);
    if (!error.reason.isEmpty())
        text += " \"" + error.reason.toUtf8() + '"';
    return text + (error.willRetry ? ", retries" : ", final");
}

struct EffectWords
{
    QByteArray operator()(const Effects::Dial &e) const
    {
        return e.reason == Reason::FirstDial ? "dial first"
            : e.reason == Reason::Rejected   ? "dial with new credentials"
                                             : "dial again";
    }
    QByteArray operator()(const Effects::Abandon &) const { return "abandon"; }
    QByteArray operator()(const Effects::HangUp &e) const
    {
        return QByteArray("hang up " + QByteArray::number(e.code) + ' ' + e.reason.toUtf8())
            .trimmed();
    }
    QByteArray operator()(const Effects::Write &e) const { return "write " + words(e.frame); }
    QByteArray operator()(const Effects::Connected &e) const
    {
        return e.resumed ? "resumed" : "connected";
    }
    QByteArray operator()(const Effects::Disconnected &e) const
    {
        return "disconnected (" + words(e.error) + ')';
    }
    QByteArray operator()(const Effects::Troubled &e) const
    {
        return "trouble (" + words(e.error) + ')';
    }
    QByteArray operator()(const Effects::Failed &e) const
    {
        return "failed (" + words(e.error) + ')';
    }
    QByteArray operator()(const Effects::Stable &) const { return "stable"; }
    QByteArray operator()(const Effects::Received &e) const
    {
        const QByteArray text = "received " + words(Frame::data(e.payload));
        return e.cursor == Cursor() ? text : text + " at " + words(e.cursor);
    }
    QByteArray operator()(const Effects::Positioned &e) const
    {
        return "positioned " + words(e.cursor);
    }
    QByteArray operator()(const Effects::ResyncRequired &e) const
    {
        return "resync, " + word(e.reason) + ", " + words(e.cursor);
    }
    QByteArray operator()(const Effects::PresenceReceived &e) const
    {
        return "presence " + e.presence.value(QStringLiteral("event")).toByteArray();
    }
    QByteArray operator()(const Effects::TakeNewProducer &) const { return "take a new producer"; }
    QByteArray operator()(const Effects::Forget &e) const
    {
        QByteArray text = "forget";
        for (const quint64 number : e.numbers)
            text += ' ' + QByteArray::number(number);
        return text;
    }
    QByteArray operator()(const Effects::MessageWritten &) const
    {
        return {};
    } // noise: see LinkStory::written
    QByteArray operator()(const Effects::MessageDelivered &e) const
    {
        return "delivered " + QByteArray::number(e.number);
    }
    QByteArray operator()(const Effects::MessageFailed &e) const
    {
        const QByteArray text = word(e.failure).toLower() + ' ' + QByteArray::number(e.number);
        return e.maybeDelivered ? text + ", maybe delivered" : text;
    }
    QByteArray operator()(const Effects::MessageSuspected &e) const
    {
        return "suspects " + QByteArray::number(e.number) + " (" + QByteArray::number(e.strikes)
            + " of " + QByteArray::number(e.ends) + ')';
    }
    QByteArray operator()(const Effects::RestartAnnounced &e) const
    {
        return "restart in " + QByteArray::number(e.milliseconds) + " ms";
    }
    QByteArray operator()(const Effects::CredentialsRequired &e) const
    {
        return "credentials required: " + word(e.reason);
    }
};

//! Does what the server's text frames say, in their order: `ack 1 3; reject 2; later 4 500; refuse
//! 4401; announce 5000 100; say x; answered; ready; resumed`. Anything else is for the application.
//!
//! Of events: `event 5 text; at 5; trimmed 9; joined ada` (epoch e, or what comes last, as in
//! `event 1 text f`); of what it remembers: `knows 12; expect 5000`; of questions: `ask x; answer
//! x`.
class ObedientProtocol : public Protocol
{
public:
    bool waitsForReady = false;
    bool owed = false; //!< awaits an answer
    bool asks = false; //!< probes with questions q1, q2 … instead of pings
    std::vector<Greeting> greetings;

    Outcomes received(const Frame &frame) override
    {
        Outcomes outcomes;
        if (!frame.isData())
            return outcomes;
        for (const QByteArray &order : frame.payload.bytes().split(';'))
            outcomes.append(obey(order.trimmed()));
        return outcomes;
    }
    //! A message that begins with "refuse" is obeyed as well; one of "toolarge" does not go out.
    Outcomes send(const Message &message) override
    {
        if (message.payload.text().startsWith(u"refuse"))
            return {obey(message.payload.bytes())};
        if (message.payload.text() == u"toolarge")
            return {Rejected{
                .number = message.number, .reason = QStringLiteral("too large"), .retryAfter = {}}};
        return {Transmit{Frame::data(message.payload)}};
    }

    Outcomes probe() override
    {
        return asks ? Outcomes{ask("q" + QByteArray::number(++m_questions))} : Protocol::probe();
    }

    bool awaitsAnswer() const override { return owed; }

protected:
    Outcomes opened(const Greeting &greeting) override
    {
        greetings.push_back(greeting);
        return waitsForReady ? Outcomes{} : Protocol::opened(greeting);
    }

private:
    static Outcome ask(const QByteArray &question)
    {
        return Transmit{.frame = Frame::text(QString::fromUtf8(question)), .question = question};
    }
    static Outcome obeyOfEvents(const QByteArrayList &parts)
    {
        const QByteArray &verb = parts[0];
        const QString word = QString::fromUtf8(parts.value(verb == "event" ? 2 : 1));
        const Cursor at{QString::fromUtf8(parts.value(verb == "event" ? 3 : 2, "e")),
                        parts.value(1).toULongLong()};
        if (verb == "event")
            return Deliver{.payload = Payload(word), .cursor = at, .value = word};
        if (verb == "at")
            return Positioned{at};
        if (verb == "trimmed")
            return Resync{ResyncReason::HistoryTrimmed, at};
        return Noticed{{{QStringLiteral("event"), verb}, {QStringLiteral("user"), word}}};
    }
    static Outcome obey(const QByteArray &order)
    {
        const QByteArrayList parts = order.split(' ');
        const QByteArray &verb = parts[0];
        const quint64 first = parts.value(1).toULongLong();
        const quint64 second = parts.value(2).toULongLong();
        if (verb == "ack")
            return Acknowledged{first, second};
        if (verb == "reject")
            return Rejected{.number = first, .reason = QStringLiteral("no"), .retryAfter = {}};
        if (verb == "later")
            return Rejected{.number = first, .reason = {}, .retryAfter = Duration(second)};
        if (verb == "refuse")
            return Refused{
                {.kind = Ending::Kind::CloseFrame, .closeCode = static_cast<quint16>(first)}};
        if (verb == "announce")
            return Announced{Duration(first),
                             parts.size() > 2 ? std::optional(Duration(second)) : std::nullopt};
        if (verb == "say")
            return Transmit{Frame::text(QString::fromUtf8(parts.value(1)))};
        if (verb == "answered")
            return Answered{};
        if (verb == "ready" || verb == "resumed")
            return Ready{.resumed = verb == "resumed"};
        if (verb == "event" || verb == "at" || verb == "trimmed" || verb == "joined")
            return obeyOfEvents(parts);
        if (verb == "knows")
            return Remembered{first};
        if (verb == "expect")
            return Expect{Duration(first)};
        if (verb == "ask")
            return ask(parts.value(1));
        if (verb == "answer")
            return Answered{parts.value(1)};
        return Deliver{Payload(QString::fromUtf8(order))};
    }

    int m_questions = 0;
};

//! A Link under a clock that the test winds, with a peer that the test plays. What is done to it
//! returns what it did, in words: `write a; write ping`.
class LinkStory
{
public:
    explicit LinkStory(const Policy &policy = {},
                       std::unique_ptr<Protocol> protocol = std::make_unique<PlainProtocol>())
        : link(std::move(protocol), policy)
    {
    }

    Link link;
    Instant now{std::chrono::hours(1)};
    double luck = 0;
    QByteArrayList pings; //!< of this connection
    QList<quint64> written;
    QList<Instant> framesAt; //!< when each frame went out

    QByteArray on(const LinkEvent &event)
    {
        QByteArrayList told;
        for (const Effect &effect : link.handle(event, now, luck)) {
            note(effect);
            if (const QByteArray text = std::visit(EffectWords{}, effect); !text.isEmpty())
                told += text;
        }
        return told.join("; ");
    }

    //! Time passes; the link is woken at each of its deadlines, and must have moved on when it was.
    QByteArray after(Duration duration)
    {
        const Instant end = now + duration;
        QByteArrayList told;
        while (link.deadline() && *link.deadline() <= end) {
            now = std::max(now, *link.deadline());
            const ConnectionState before = state();
            const QByteArray text = on(Event::Elapsed);
            if (!text.isEmpty())
                told += text;
            if (link.deadline() && *link.deadline() <= now && state() == before && text.isEmpty())
                qFatal("busy loop: the deadline passed, was served, and stays");
        }
        now = end;
        return told.join("; ");
    }

    // The application.
    QByteArray opens() { return on(Event::Opened); }
    QByteArray closes(quint16 code = 1000, const QString &reason = {})
    {
        return on(CloseAsked{code, reason});
    }
    quint64 queues(Payload payload, const QString &tag = {})
    {
        return link.send(std::move(payload), {.tag = tag}, now).number;
    }
    quint64 queues(const char *text) { return queues(Payload(QString::fromUtf8(text))); }
    quint64 queues(const char *text, const SendOptions &options)
    {
        return link.send(Payload(QString::fromUtf8(text)), options, now).number;
    }
    QByteArray flushes() { return on(Flush{}); }
    QByteArray sends(const char *text)
    {
        (void)queues(text);
        return flushes();
    }

    //! The machine sleeps, and so does its clock.
    void sleeps(Duration duration)
    {
        m_asleep += duration;
        link.setTimeAsleep(m_asleep);
    }

    // The peer.
    QByteArray upgrades(const QString &subprotocol = {})
    {
        pings.clear();
        return on(Upgraded{{.subprotocol = subprotocol, .nonce = ++m_nonce}});
    }
    QByteArray says(const char *text)
    {
        const QByteArray heard = on(Event::Heard);
        return heard + on(Arrived{Frame::text(QString::fromUtf8(text))});
    }
    QByteArray pongs(const QByteArray &payload)
    {
        const QByteArray heard = on(Event::Heard);
        return heard + on(Arrived{Frame::pong(payload)});
    }
    //! Answers the newest ping.
    QByteArray pongs() { return pongs(pings.value(pings.size() - 1)); }
    QByteArray drains(qint64 unwritten = 0) { return on(Drained{unwritten}); }
    QByteArray ends(const Ending &ending) { return on(Ended{ending}); }
    QByteArray loses() { return ends({.kind = Ending::Kind::Lost}); }
    QByteArray hangsUp(quint16 code = 1000, const QString &reason = {})
    {
        return ends({.kind = Ending::Kind::CloseFrame, .closeCode = code, .reason = reason});
    }

    //! Opens if need be, waits for the dial, and lets it succeed.
    QByteArray connects()
    {
        if (state() == ConnectionState::Closed)
            opens();
        for (int i = 0; i < 10 && state() != ConnectionState::Connecting; ++i)
            after(link.deadline().value_or(now) - now);
        return upgrades();
    }

    [[nodiscard]] ConnectionState state() const { return link.snapshot().state; }
    [[nodiscard]] int pending() const { return link.snapshot().pendingMessageCount; }
    //! From now to the deadline; -1 ms if there is none.
    [[nodiscard]] Duration patience() const
    {
        return link.deadline() ? *link.deadline() - now : Duration(-1);
    }
    [[nodiscard]] QString explained() const { return link.explain(now); }
    //! The most frames that any second held.
    [[nodiscard]] int busiestSecond() const
    {
        int most = 0;
        for (qsizetype first = 0, last = 0; last < framesAt.size(); ++last) {
            while (framesAt[last] - framesAt[first] >= std::chrono::seconds(1))
                ++first;
            most = std::max(most, static_cast<int>(last - first + 1));
        }
        return most;
    }

private:
    void note(const Effect &effect)
    {
        if (const auto *write = std::get_if<Effects::Write>(&effect)) {
            framesAt += now;
            if (write->frame.kind == Frame::Kind::Ping)
                pings += write->frame.payload.bytes();
        } else if (const auto *gone = std::get_if<Effects::MessageWritten>(&effect)) {
            written += gone->number;
        }
    }

    quint32 m_nonce = 0;
    Duration m_asleep{0};
};

} // namespace Holdfast::Testing
