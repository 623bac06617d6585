// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// A server that acknowledges, remembers and publishes.

#include "linkstory.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum ConnectionState;

namespace {

Policy quickly()
{
    Policy policy;
    policy.backoff = {.base = 100ms, .cap = 100ms, .floor = 0ms, .jitter = Jitter::None};
    policy.pacing = {.burst = 100, .refill = 1ms, .gap = 0ms};
    return policy;
}

//! A story with such a server.
class Story : public LinkStory
{
public:
    explicit Story(const Policy &policy = quickly())
        : Story(policy, std::make_unique<ObedientProtocol>())
    {
    }

    ObedientProtocol &server;

    [[nodiscard]] const Greeting &greeting() const { return server.greetings.back(); }
    [[nodiscard]] int greetings() const { return static_cast<int>(server.greetings.size()); }
    //! The connection breaks and is there again.
    QByteArray again()
    {
        loses();
        return connects();
    }

private:
    Story(const Policy &policy, std::unique_ptr<ObedientProtocol> protocol)
        : LinkStory(policy, nullptr)
        , server(*protocol)
    {
        link.setProtocol(std::move(protocol));
    }
};

Cursor at(quint64 id, const QString &epoch = u"e"_s) { return {epoch, id}; }

Message left(quint64 number, const QString &producer, const char *text, bool written = true)
{
    return {.number = number,
            .producer = producer,
            .payload = Payload(QString::fromUtf8(text)),
            .queuedAt = Instant(1h),
            .maybeDelivered = written};
}

} // namespace

class tst_LinkEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // who we are
    void theGreetingSaysWhoWeAreAndHowFarEventsCame();
    void theGreetingWaitsUntilItIsKnownWhoWeAre();
    void aPlainGreetingWaitsForNobody();
    void whatAPeerSaysBeforeTheGreetingIsKept();
    void aPeerThatDoesNotStopBeforeTheGreetingIsLeft();
    void theWaitForTheGreetingEndsWithTheAttempt();
    // events
    void anEventMovesTheCursor();
    void aPositionAndAResyncMoveItToo();
    void everythingIsHeardInItsOrder();
    void eventsGoOnWhereTheLastConnectionEnded();
    void anEventBeforeReadyIsNone();
    void eventsStillComeWhileClosing();
    void anotherCursorMakesTheOldEventsStale();
    void theSameCursorChangesNothing();
    void aCursorBeforeTheGreetingNeedsNoOther();
    // what the server remembers
    void whatTheServerHasIsTrimmed();
    void onlyWhatThatProducerWroteIsTrimmed();
    void whatWasNeverWrittenIsNotTrimmed();
    void aForgetfulServerTrimsNothing();
    void whatAnEarlierRunMaySentIsNoSurprise();
    void anOldCopyOfTheQueueTakesANewName();
    void whileConnectedItDoesSoToo();
    void theNewNameIsNoOldCopy();
    void aServerThatKnowsWhatNobodySentIsRefused();
    void aServerThatAlwaysKnowsBetterMakesNoStorm();
    // what an earlier run left
    void olderMessagesGetAConnectionOfTheirOwn();
    void newerMessagesNeedNoOther();
    // questions
    void aQuestionIsTimedAndAwaited();
    void anUnansweredQuestionEndsTheConnection();
    void trafficDoesNotPutOffTheQuestionAboutAnAnswer();
    void anAnswerToNoQuestionIsNone();
    void anAcknowledgementIsProofWhileAQuestionIsOut();
    void aServerThatIgnoresQuestionsIsReportedOnceAndKept();
    void theAnswerHealsIt();
    void questionsWaitForTheFrameRate();
    // what to expect
    void theServersHeartbeatMakesUsAskEarlier();
    void butNotLaterAndNotAllTheTime();
    void theNextConnectionExpectsNothing();
    void theApplicationsPolicyDoesNotUndoIt();
    // messages
    void aMessageThatTheProtocolDoesNotSendIsRejected();
    void aRejectionForLaterInTheMiddleOfABurst();
    void severalRejectionsForLater();
    void aRejectionForLaterAndALostConnection();
};

// ---- who we are ----

void tst_LinkEvents::theGreetingSaysWhoWeAreAndHowFarEventsCame()
{
    Story it;
    it.link.setProducer(u"me"_s);
    QVERIFY(!it.link.setCursor(at(7)));
    QCOMPARE(it.connects(), "connected"_ba);
    QCOMPARE(it.greeting().producer, u"me"_s);
    QCOMPARE(it.greeting().cursor, at(7));
}

void tst_LinkEvents::theGreetingWaitsUntilItIsKnownWhoWeAre()
{
    Story it;
    it.link.setIdentityUnknown(true);
    it.queues("a");
    QCOMPARE(it.connects(), ""_ba);
    QCOMPARE(it.state(), Connecting);
    QCOMPARE(it.greetings(), 0);
    it.link.setProducer(u"me"_s);
    it.link.setIdentityUnknown(false);
    QCOMPARE(it.flushes(), "connected; write a"_ba);
    QCOMPARE(it.greeting().producer, u"me"_s);
    QCOMPARE(it.flushes(), ""_ba);
    QCOMPARE(it.greetings(), 1);
}

void tst_LinkEvents::aPlainGreetingWaitsForNobody()
{
    LinkStory it(quickly());
    it.link.setIdentityUnknown(true);
    QCOMPARE(it.connects(), "connected"_ba);
}

void tst_LinkEvents::whatAPeerSaysBeforeTheGreetingIsKept()
{
    Story it;
    it.link.setIdentityUnknown(true);
    it.connects();
    QCOMPARE(it.says("early"), ""_ba);
    QCOMPARE(it.says("bird"), ""_ba);
    it.link.setIdentityUnknown(false);
    QCOMPARE(it.flushes(), "connected; received early; received bird"_ba);
    QCOMPARE(it.flushes(), ""_ba);
    it.link.setIdentityUnknown(true);
    it.again();
    it.says("late");
    it.loses();
    it.link.setIdentityUnknown(false);
    QCOMPARE(it.connects(), "connected"_ba);
}

void tst_LinkEvents::aPeerThatDoesNotStopBeforeTheGreetingIsLeft()
{
    Story it;
    it.link.setIdentityUnknown(true);
    it.connects();
    const QByteArray much(600'000, 'x');
    QCOMPARE(it.says(much.constData()), ""_ba);
    QVERIFY(it.says(much.constData()).startsWith("abandon; trouble"));
    QCOMPARE(it.state(), WaitingToRetry);
}

void tst_LinkEvents::theWaitForTheGreetingEndsWithTheAttempt()
{
    Story it;
    it.link.setIdentityUnknown(true);
    it.connects();
    QCOMPARE(it.after(15s - 1ms), ""_ba);
    QCOMPARE(it.after(1ms), "abandon; trouble (Timeout 1006, retries)"_ba);
    it.link.setIdentityUnknown(false);
    QCOMPARE(it.flushes(), ""_ba);
    QCOMPARE(it.connects(), "connected"_ba);
    QCOMPARE(it.greetings(), 1);
}

// ---- events ----

void tst_LinkEvents::anEventMovesTheCursor()
{
    Story it;
    it.connects();
    QCOMPARE(it.says("event 5 x"), "received x at e/5"_ba);
    QCOMPARE(it.link.cursor(), at(5));
    QCOMPARE(it.says("no event"), "received no event"_ba);
    QCOMPARE(it.link.cursor(), at(5));
}

void tst_LinkEvents::aPositionAndAResyncMoveItToo()
{
    Story it;
    it.connects();
    QCOMPARE(it.says("at 0"), "positioned e/0"_ba);
    QCOMPARE(it.link.cursor(), at(0));
    QCOMPARE(it.says("trimmed 9 f"), "resync, HistoryTrimmed, f/9"_ba);
    QCOMPARE(it.link.cursor(), at(9, u"f"_s));
}

void tst_LinkEvents::everythingIsHeardInItsOrder()
{
    Story it;
    it.server.waitsForReady = true;
    it.connects();
    QCOMPARE(it.says("ready; joined ada; trimmed 3; event 4 a; event 5 b; joined bob; c"),
             "connected; presence joined; resync, HistoryTrimmed, e/3; received a at e/4; "
             "received b at e/5; presence joined; received c"_ba);
}

void tst_LinkEvents::eventsGoOnWhereTheLastConnectionEnded()
{
    Story it;
    it.connects();
    QCOMPARE(it.greeting().cursor, Cursor());
    it.says("at 4; event 5 a; event 6 b");
    it.again();
    QCOMPARE(it.greeting().cursor, at(6));
    it.closes();
    it.hangsUp();
    it.connects();
    QCOMPARE(it.greeting().cursor, at(6));
}

void tst_LinkEvents::anEventBeforeReadyIsNone()
{
    Story it;
    it.server.waitsForReady = true;
    it.connects();
    QCOMPARE(it.says("event 5 a; joined ada"), ""_ba);
    QCOMPARE(it.link.cursor(), Cursor());
}

void tst_LinkEvents::eventsStillComeWhileClosing()
{
    Story it;
    it.connects();
    it.closes();
    QCOMPARE(it.state(), Closing);
    QCOMPARE(it.says("event 5 a; joined ada"), "received a at e/5; presence joined"_ba);
    QCOMPARE(it.link.cursor(), at(5));
}

void tst_LinkEvents::anotherCursorMakesTheOldEventsStale()
{
    Story it;
    it.connects();
    it.says("event 5 a");
    QVERIFY(it.link.setCursor(at(2)));
    QCOMPARE(it.says("event 6 b; at 7; trimmed 8; c"), "received c"_ba);
    QCOMPARE(it.link.cursor(), at(2));
    QVERIFY(!it.link.setCursor(at(3))); // it is stale already
    QCOMPARE(it.on(EndpointChanged{}), "abandon; dial again; disconnected (None 1000, retries)"_ba);
    it.upgrades();
    QCOMPARE(it.greeting().cursor, at(3));
    QCOMPARE(it.says("event 4 d"), "received d at e/4"_ba);
}

void tst_LinkEvents::theSameCursorChangesNothing()
{
    Story it;
    it.connects();
    it.says("event 5 a");
    QVERIFY(!it.link.setCursor(at(5)));
    QCOMPARE(it.says("event 6 b"), "received b at e/6"_ba);
}

void tst_LinkEvents::aCursorBeforeTheGreetingNeedsNoOther()
{
    Story it;
    it.link.setIdentityUnknown(true);
    it.connects();
    QVERIFY(!it.link.setCursor(at(5)));
    it.link.setIdentityUnknown(false);
    it.flushes();
    QCOMPARE(it.greeting().cursor, at(5));
    QCOMPARE(it.says("event 6 b"), "received b at e/6"_ba);
}

// ---- what the server remembers ----

void tst_LinkEvents::whatTheServerHasIsTrimmed()
{
    Story it;
    it.link.setProducer(u"me"_s);
    it.connects();
    it.queues("a");
    it.queues("b");
    it.queues("c");
    it.flushes();
    it.server.waitsForReady = true;
    it.again();
    QCOMPARE(it.says("knows 2; ready"), "delivered 1; delivered 2; connected; write c"_ba);
    QCOMPARE(it.greetings(), 2);
}

void tst_LinkEvents::onlyWhatThatProducerWroteIsTrimmed()
{
    Story it;
    it.link.setProducer(u"me"_s, 11);
    it.link.noteSent(u"me"_s, 10);
    it.on(Restored{.messages
                   = {left(8, u"me"_s, "c"), left(7, u"before"_s, "b"), left(6, u"me"_s, "a")},
                   .last = true});
    it.server.waitsForReady = true;
    it.connects();
    QCOMPARE(it.says("knows 10; ready"), "delivered 6; delivered 8; connected; write b"_ba);
}

void tst_LinkEvents::whatWasNeverWrittenIsNotTrimmed()
{
    Story it;
    it.link.setProducer(u"me"_s, 11);
    it.link.noteSent(u"me"_s, 10);
    it.on(
        Restored{.messages = {left(8, u"me"_s, "b", false), left(7, u"me"_s, "a")}, .last = true});
    it.server.waitsForReady = true;
    it.connects();
    QCOMPARE(it.says("knows 10; ready"), "delivered 7; connected; write b"_ba);
}

void tst_LinkEvents::aForgetfulServerTrimsNothing()
{
    Story it;
    it.link.setProducer(u"me"_s);
    it.connects();
    it.sends("a");
    it.server.waitsForReady = true;
    it.again();
    QCOMPARE(it.says("knows 0; ready"), "connected; write a"_ba);
}

void tst_LinkEvents::whatAnEarlierRunMaySentIsNoSurprise()
{
    Story it;
    it.link.setProducer(u"me"_s, 4097);
    it.link.noteSent(u"me"_s, 4096);
    it.server.waitsForReady = true;
    it.connects();
    QCOMPARE(it.says("knows 4096; ready"), "connected"_ba);
}

void tst_LinkEvents::anOldCopyOfTheQueueTakesANewName()
{
    Story it;
    it.link.setProducer(u"me"_s, 4097);
    it.link.noteSent(u"me"_s, 4096);
    it.on(Restored{.messages = {left(12, u"me"_s, "fresh", false), left(11, u"me"_s, "old")},
                   .last = true});
    it.queues("new"); // 4097: given, but never written
    it.server.waitsForReady = true;
    it.connects();
    QCOMPARE(it.says("knows 4097; ready; event 5 x; at 9"),
             "take a new producer; abandon; abandon; dial first"_ba);
    QCOMPARE(it.state(), Connecting);
    QCOMPARE(it.pending(), 3);
    QCOMPARE(it.link.cursor(), Cursor());
    it.link.setProducer(u"other"_s);
    it.link.rekeyFrom(1, u"other"_s);
    it.server.waitsForReady = false;
    QCOMPARE(it.upgrades(), "connected; write old; write fresh; write new"_ba);
    QCOMPARE(it.greeting().producer, u"other"_s);
    QStringList keys;
    it.link.outbox().forEach([&](const Message &message, bool) { keys += message.key(); });
    QCOMPARE(keys, QStringList({u"me-11"_s, u"other-12"_s, u"other-4097"_s}));
}

void tst_LinkEvents::whileConnectedItDoesSoToo()
{
    Story it;
    it.link.setProducer(u"me"_s);
    it.connects();
    QCOMPARE(it.says("knows 1; event 5 x"),
             "take a new producer; abandon; dial again; disconnected (None 1000, retries)"_ba);
    QCOMPARE(it.link.cursor(), Cursor());
}

void tst_LinkEvents::theNewNameIsNoOldCopy()
{
    Story it;
    it.link.setProducer(u"me"_s);
    it.connects();
    it.says("knows 1");
    it.link.setProducer(u"other"_s);
    it.upgrades();
    it.sends("a");
    it.again();
    QCOMPARE(it.says("knows 1"), "delivered 1"_ba);
}

void tst_LinkEvents::aServerThatKnowsWhatNobodySentIsRefused()
{
    Story it;
    it.link.setProducer(u"me"_s);
    it.server.waitsForReady = true;
    it.connects();
    QVERIFY(it.says("knows 1000; ready").startsWith("take a new producer"));
    it.link.setProducer(u"other"_s);
    it.upgrades();
    QCOMPARE(it.says("knows 1000; ready"), "abandon; trouble (ProtocolError 1006, retries)"_ba);
    QVERIFY(it.link.snapshot().lastError.detail.contains(u"1000"));
    // Another old copy is none of that: its name has sent something.
    it.link.setProducer(u"third"_s, 4097);
    it.link.noteSent(u"third"_s, 4096);
    it.connects();
    QVERIFY(it.says("knows 5000; ready").startsWith("take a new producer"));
}

void tst_LinkEvents::aServerThatAlwaysKnowsBetterMakesNoStorm()
{
    Story it((Policy()));
    it.opens();
    int dials = 0;
    for (const Instant end = it.now + 60s; it.now < end;) {
        if (it.state() == Connecting) {
            ++dials;
            it.upgrades();
            it.says("knows 1000");
        } else {
            it.after(100ms);
        }
    }
    QVERIFY2(dials <= 6 + 60 / 5 + 6, qPrintable(QString::number(dials))); // burst, refill, reserve
    QVERIFY(dials > 6);
}

// ---- what an earlier run left ----

void tst_LinkEvents::olderMessagesGetAConnectionOfTheirOwn()
{
    Story it;
    it.link.setProducer(u"me"_s, 11);
    it.connects();
    it.sends("new");
    QCOMPARE(it.says("ack 1 11"), "delivered 11"_ba);
    // Nothing is in flight; still the server's word stands above these.
    QCOMPARE(it.on(Restored{.messages = {left(8, u"me"_s, "b"), left(7, u"me"_s, "a")}}),
             "abandon; dial again; disconnected (None 1000, retries)"_ba);
    // What comes while we dial costs nothing more.
    QCOMPARE(it.on(Restored{.messages = {left(6, u"me"_s, "0")}, .last = true}), ""_ba);
    QCOMPARE(it.upgrades(), "connected; write 0; write a; write b"_ba);
    QCOMPARE(it.pending(), 3);
}

void tst_LinkEvents::newerMessagesNeedNoOther()
{
    Story it;
    it.link.setProducer(u"me"_s, 11);
    it.connects();
    QCOMPARE(it.on(Restored{.messages = {left(8, u"me"_s, "b")}}), "write b"_ba);
    QCOMPARE(it.says("ack 1 8"), "delivered 8"_ba);
    QCOMPARE(it.on(Restored{.messages = {left(9, u"me"_s, "c")}}), "write c"_ba);
    QCOMPARE(it.says("ack 9 9"), "delivered 9"_ba);
    QCOMPARE(it.on(Restored{.messages = {}, .last = true}), ""_ba);
    QCOMPARE(it.state(), Connected);
}

// ---- questions ----

void tst_LinkEvents::aQuestionIsTimedAndAwaited()
{
    Story it;
    it.server.asks = true;
    it.connects();
    QCOMPARE(it.after(25s), "write q1"_ba);
    QCOMPARE(it.patience(), 10s);
    it.after(120ms);
    QCOMPARE(it.says("answer q1"), "stable"_ba);
    QCOMPARE(it.link.snapshot().roundTripTime, std::optional(Duration(120)));
    QCOMPARE(it.patience(), 25s);
}

void tst_LinkEvents::anUnansweredQuestionEndsTheConnection()
{
    Story it;
    it.server.asks = true;
    it.connects();
    it.after(25s);
    QCOMPARE(it.after(10s), "abandon; disconnected (Timeout 1006, retries)"_ba);
}

void tst_LinkEvents::trafficDoesNotPutOffTheQuestionAboutAnAnswer()
{
    Story it;
    it.server.asks = true;
    it.connects();
    const Duration step = it.link.policy().heartbeatInterval / 5;
    const auto talks = [&] {
        QByteArray written;
        for (int i = 0; i < 6; ++i) {
            written += it.after(step);
            it.says("answered");
        }
        return written;
    };
    QVERIFY(!talks().contains("write"));
    it.server.owed = true;
    it.says("answered");
    QVERIFY(it.link.deadline() <= it.now + it.link.policy().heartbeatInterval);
    QCOMPARE(talks(), "write q1"_ba);
    it.says("answer q1");
    QCOMPARE(talks(), "write q2"_ba);
    it.says("answer q2");
    it.server.owed = false;
    QCOMPARE(talks(), ""_ba);
    // The next one has its own time.
    it.server.owed = true;
    it.says("answered");
    QCOMPARE(it.after(step * 4), ""_ba);
    it.says("answered");
    QCOMPARE(it.after(step), "write q3"_ba);
}

void tst_LinkEvents::anAnswerToNoQuestionIsNone()
{
    Story it;
    it.server.asks = true;
    it.connects();
    it.after(25s);
    it.after(5s);
    it.says("answer q7"); // heard, but no proof
    QVERIFY(!it.link.snapshot().roundTripTime);
    QCOMPARE(it.patience(), 5s);
}

void tst_LinkEvents::anAcknowledgementIsProofWhileAQuestionIsOut()
{
    Story it;
    it.server.asks = true;
    it.connects();
    it.sends("a");
    it.after(25s);
    QCOMPARE(it.patience(), 10s);
    QCOMPARE(it.says("ack 1 1; answered"), "delivered 1; stable"_ba);
    QCOMPARE(it.patience(), 25s);
}

void tst_LinkEvents::aServerThatIgnoresQuestionsIsReportedOnceAndKept()
{
    Story it;
    it.server.asks = true;
    QByteArray told;
    for (int connection = 0; connection < 2; ++connection) {
        it.connects();
        for (int i = 0; i < 60; ++i) {
            told += it.after(2s);
            told += it.says("at 1");
        }
        told += it.loses();
    }
    QCOMPARE(told.count("trouble (PeerIgnoresPings 0, retries)"), 1);
    QVERIFY(!it.explained().contains(u"fences"_s));
    it.connects();
    for (int i = 0; i < 60; ++i) {
        QVERIFY(!it.after(2s).contains("disconnected"));
        it.says("at 1");
    }
    QCOMPARE(it.state(), Connected);
}

void tst_LinkEvents::theAnswerHealsIt()
{
    Story it;
    it.server.asks = true;
    for (int connection = 0; connection < 2; ++connection) {
        it.connects();
        for (int i = 0; i < 60; ++i) {
            it.after(2s);
            it.says("at 1");
        }
        it.loses();
    }
    it.connects();
    const QByteArray question = it.after(25s);
    QVERIFY(question.startsWith("write q"));
    QVERIFY(it.explained().contains(u"answers no ping"_s));
    it.says(QByteArray("answer " + question.mid(6)).constData());
    QVERIFY(!it.explained().contains(u"answers no ping"_s));
}

void tst_LinkEvents::questionsWaitForTheFrameRate()
{
    Policy policy = quickly();
    policy.maxFramesPerSecond = 2;
    Story it(policy);
    it.server.asks = true;
    it.connects();
    QCOMPARE(it.says("say a; say b; ask first; ask second"), "write a; write b"_ba);
    QCOMPARE(it.after(1s), "write second"_ba); // it stands for the one before
    it.after(70ms);
    it.says("answer first");
    QVERIFY(!it.link.snapshot().roundTripTime);
    it.says("answer second");
    QCOMPARE(it.link.snapshot().roundTripTime, std::optional(Duration(70)));
}

// ---- what to expect ----

void tst_LinkEvents::theServersHeartbeatMakesUsAskEarlier()
{
    Story it;
    it.connects();
    it.says("expect 7000");
    QCOMPARE(it.patience(), 7s);
    QCOMPARE(it.after(7s), "write ping"_ba);
    QCOMPARE(it.patience(), 10s);
}

void tst_LinkEvents::butNotLaterAndNotAllTheTime()
{
    Story it;
    it.connects();
    it.says("expect 60000");
    QCOMPARE(it.patience(), 25s);
    it.says("expect 1");
    QCOMPARE(it.patience(), 1s);
    it.says("expect 0"); // none is promised
    QCOMPARE(it.patience(), 1s);
}

void tst_LinkEvents::theNextConnectionExpectsNothing()
{
    Story it;
    it.connects();
    it.says("expect 7000");
    it.again();
    QCOMPARE(it.patience(), 25s);
}

void tst_LinkEvents::theApplicationsPolicyDoesNotUndoIt()
{
    Story it;
    it.connects();
    it.says("expect 7000");
    it.link.setPolicy(quickly());
    QCOMPARE(it.patience(), 7s);
    Policy eager = quickly();
    eager.heartbeatInterval = 3s;
    it.link.setPolicy(eager);
    QCOMPARE(it.patience(), 3s);
}

// ---- messages ----

void tst_LinkEvents::aMessageThatTheProtocolDoesNotSendIsRejected()
{
    Story it;
    it.connects();
    it.queues("a");
    it.queues("toolarge");
    it.queues("b");
    QCOMPARE(it.flushes(), "write a; rejected 2; write b"_ba);
    QCOMPARE(it.written, QList<quint64>({1, 3}));
    QCOMPARE(it.pending(), 2);
    QCOMPARE(it.says("ack 1 3"), "delivered 1; delivered 3"_ba);
    QCOMPARE(it.sends("toolarge"), "rejected 4"_ba);
    QCOMPARE(it.pending(), 0);
}

void tst_LinkEvents::aRejectionForLaterInTheMiddleOfABurst()
{
    Story it;
    it.connects();
    for (const char *text : {"a", "b", "c", "d", "e"})
        it.queues(text);
    it.flushes();
    QCOMPARE(it.says("ack 1 2; later 3 400"), "delivered 1; delivered 2"_ba);
    QCOMPARE(it.sends("f"), ""_ba); // new never overtakes old
    QCOMPARE(it.after(399ms), ""_ba);
    QCOMPARE(it.after(1ms), "write c; write d; write e; write f"_ba);
    QCOMPARE(it.says("ack 1 6"), "delivered 3; delivered 4; delivered 5; delivered 6"_ba);
}

void tst_LinkEvents::severalRejectionsForLater()
{
    Story it;
    it.connects();
    for (const char *text : {"a", "b", "c", "d"})
        it.queues(text);
    it.flushes();
    it.says("later 2 400"); // and an acknowledgement is still on its way
    QCOMPARE(it.says("ack 1 1"), "delivered 1"_ba);
    QCOMPARE(it.after(400ms), "write b; write c; write d"_ba);
    it.says("ack 1 2; later 3 100");
    QCOMPARE(it.after(100ms), "write c; write d"_ba);
    it.says("later 3 200");
    QCOMPARE(it.after(200ms), "write c; write d"_ba);
    QCOMPARE(it.says("ack 1 3; reject 4"), "delivered 3; rejected 4"_ba);
    QCOMPARE(it.pending(), 0);
}

void tst_LinkEvents::aRejectionForLaterAndALostConnection()
{
    Story it;
    it.connects();
    for (const char *text : {"a", "b", "c"})
        it.queues(text);
    it.flushes();
    it.says("ack 1 1; later 2 60000");
    // The wait was that connection's; the server says it again if it must.
    QCOMPARE(it.again(), "connected; write b; write c"_ba);
}

QTEST_GUILESS_MAIN(tst_LinkEvents)
#include "tst_linkevents.moc"
