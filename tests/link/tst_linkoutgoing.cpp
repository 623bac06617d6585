// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// The ways out of the queue besides delivery, as the whole link sees them.

#include "linkstory.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum ConnectionState;

namespace {

Policy window(int messages)
{
    Policy policy;
    policy.outbox.windowMessages = messages;
    return policy;
}

constexpr quint16 TooBig = 1009;

} // namespace

class tst_LinkOutgoing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // cancelled
    void aCancelledMessageIsNeverWrittenAndFailsOnce();
    void whatIsOnItsWayCannotBeCancelled();
    void cancellingAllLeavesWhatWasWritten();
    void theOutcomeWaitsForTheNextEvent();
    void discardTellsWhatWasNotTold();
    // expired
    void anOldMessageFailsInEveryState();
    void anOldMessageIsNotWritten();
    void theDeadlineIsTheFirstExpiry();
    void whatIsInFlightExpiresOnlyWhenItIsBack();
    void messagesGrowOldInTheirSleep();
    void aMessageSentAfterTheSleepIsYoung();
    void drainingEndsWhenTheLastOneExpires();
    // overflow and coalescing
    void theOldestFailsWhenTheQueueIsFull();
    void whileConnectedTheFirstOfAKeyIsSent();
    void whileNotConnectedOnlyTheLastOfAKeyIsSent();
    // volatile
    void aVolatileMessageGoesAtOnceOrNever();
    void severalVolatileMessagesInOneTurnAllGo();
    void aVolatileMessageBehindOthersFails();
    void aVolatileMessageIsNotSentAgain();
    void aVolatileMessageRefusedForNowFails();
    void drainingWaitsForNoVolatileMessage();
    // poison
    void afterASuspiciousEndMessagesGoOneAtATime();
    void aProbeDoesNotOvertakeThePreambleThatTheRateHoldsBack();
    void aPoisonousMessageFailsAndTheRestFlows();
    void aServerThatEndsEveryConnectionPoisonsNothing();
    void aProtocolThatAsksNothingWaitsForNoAnswer();
    void norForEverForAnAnswerThatNobodyGives();
    void aSilentPeerIsSuspiciousToo();
    void ourOwnGoodbyeBlamesNobody();
    void lostConnectionsOnlyWarn();
    void withManualProofOnlyCodesAreBlamed();
    void aPeerThatIgnoresPingsIsNotTrickledAtForEver();
};

// ---- cancelled ----

void tst_LinkOutgoing::aCancelledMessageIsNeverWrittenAndFailsOnce()
{
    LinkStory it;
    it.queues("a");
    it.queues("b");
    QVERIFY(it.link.cancel(1));
    QCOMPARE(it.pending(), 1);
    QVERIFY(!it.link.cancel(1));
    QVERIFY(!it.link.cancel(7));
    QCOMPARE(it.flushes(), "cancelled 1"_ba);
    QCOMPARE(it.connects(), "connected; write b; write ping"_ba);
}

void tst_LinkOutgoing::whatIsOnItsWayCannotBeCancelled()
{
    LinkStory it;
    it.connects();
    it.sends("a");
    QVERIFY(!it.link.cancel(1));
    it.loses();
    QVERIFY(!it.link.cancel(1));
    QCOMPARE(it.connects(), "connected; write a; write ping"_ba);
}

void tst_LinkOutgoing::cancellingAllLeavesWhatWasWritten()
{
    LinkStory it(window(1));
    it.connects();
    it.sends("a");
    it.sends("b");
    it.sends("c");
    it.link.cancelAll();
    QCOMPARE(it.flushes(), "cancelled 2; cancelled 3"_ba);
    QCOMPARE(it.pongs(), "delivered 1"_ba);
}

void tst_LinkOutgoing::theOutcomeWaitsForTheNextEvent()
{
    LinkStory it;
    it.queues("a");
    QVERIFY(it.link.cancel(1));
    it.queues("b");
    QCOMPARE(it.opens(), "cancelled 1; dial first"_ba);
}

void tst_LinkOutgoing::discardTellsWhatWasNotTold()
{
    LinkStory it;
    it.queues("a");
    it.queues("b");
    QVERIFY(it.link.cancel(1));
    const auto left = it.link.discard();
    QCOMPARE(left.size(), 2u);
    QCOMPARE(left[0].number, 1u);
    QCOMPARE(left[0].failure, MessageFailure::Cancelled);
    QCOMPARE(left[1].failure, MessageFailure::Discarded);
    QCOMPARE(it.flushes(), ""_ba);
}

// ---- expired ----

void tst_LinkOutgoing::anOldMessageFailsInEveryState()
{
    LinkStory it;
    it.queues("a", {.timeToLive = 5s});
    it.flushes();
    QCOMPARE(it.state(), Closed);
    QCOMPARE(it.patience(), 5s);
    QCOMPARE(it.after(4999ms), ""_ba);
    QCOMPARE(it.after(1ms), "expired 1"_ba);
    QCOMPARE(it.patience(), -1ms);
    QCOMPARE(it.pending(), 0);
    it.opens();
    it.ends({.kind = Ending::Kind::HttpAnswer, .httpStatus = 403});
    QCOMPARE(it.state(), Failed);
    it.queues("b", {.timeToLive = 1s});
    QCOMPARE(it.after(1s), "expired 2"_ba);
}

void tst_LinkOutgoing::anOldMessageIsNotWritten()
{
    LinkStory it;
    it.opens();
    it.queues("a", {.timeToLive = 1s});
    it.queues("b");
    it.now += 1s; // nobody had the time to look at the deadline
    QCOMPARE(it.upgrades(), "connected; expired 1; write b; write ping"_ba);
}

void tst_LinkOutgoing::theDeadlineIsTheFirstExpiry()
{
    LinkStory it;
    it.opens();
    it.queues("a", {.timeToLive = 20s});
    it.queues("b", {.timeToLive = 2s});
    QCOMPARE(it.patience(), 2s);
    QVERIFY(it.link.cancel(2));
    QCOMPARE(it.patience(), 15s); // the attempt's
    it.connects();
    QCOMPARE(it.patience(), 10s); // the fence's: what is in flight does not expire
}

void tst_LinkOutgoing::whatIsInFlightExpiresOnlyWhenItIsBack()
{
    LinkStory it;
    it.connects();
    it.queues("a", {.timeToLive = 1s});
    it.queues("b", {.timeToLive = 1h});
    it.flushes();
    QCOMPARE(it.after(5s), ""_ba);
    QCOMPARE(it.loses(),
             "disconnected (ConnectionLost 1006, retries); expired 1, maybe delivered"_ba);
    QCOMPARE(it.connects(), "connected; write b; write ping"_ba);
}

void tst_LinkOutgoing::messagesGrowOldInTheirSleep()
{
    LinkStory it;
    it.queues("a", {.timeToLive = 1h});
    it.queues("b");
    it.flushes();
    const auto before = it.link.snapshot().oldestPendingAt;
    it.sleeps(30min);
    QCOMPARE(it.patience(), 30min);
    QCOMPARE(*before - *it.link.snapshot().oldestPendingAt, 30min); // so long ago, really
    it.sleeps(30min);
    QCOMPARE(it.connects(), "connected; write b; write ping"_ba);
    QCOMPARE(it.pending(), 1);
}

void tst_LinkOutgoing::aMessageSentAfterTheSleepIsYoung()
{
    LinkStory it;
    it.sleeps(24h);
    it.queues("a", {.timeToLive = 1s});
    it.link.setTimeAsleep(1h); // which cannot be: it never falls
    QCOMPARE(it.link.timeAsleep(), 24h);
    QCOMPARE(it.patience(), 1s);
    QCOMPARE(it.connects(), "connected; write a; write ping"_ba);
}

void tst_LinkOutgoing::drainingEndsWhenTheLastOneExpires()
{
    LinkStory it;
    it.opens();
    it.queues("a", {.timeToLive = 1s});
    it.on(DrainAsked{1h});
    QCOMPARE(it.after(1s), "expired 1; abandon"_ba);
    QCOMPARE(it.state(), Closed);
}

// ---- overflow and coalescing ----

void tst_LinkOutgoing::theOldestFailsWhenTheQueueIsFull()
{
    Policy policy;
    policy.outbox.maxPendingMessages = 2;
    policy.outbox.overflow = OverflowPolicy::DropOldest;
    LinkStory it(policy);
    it.queues("a");
    it.queues("b");
    QCOMPARE(it.queues("c"), 3u);
    QCOMPARE(it.pending(), 2);
    QCOMPARE(it.flushes(), "dropped 1"_ba);
    QCOMPARE(it.connects(), "connected; write b; write c; write ping"_ba);
}

void tst_LinkOutgoing::whileConnectedTheFirstOfAKeyIsSent()
{
    LinkStory it(window(1));
    it.connects();
    it.sends("a");
    for (const char *text : {"1", "2", "3"})
        it.queues(text, {.coalesceKey = u"position"_s});
    QCOMPARE(it.flushes(), "superseded 3"_ba);
    QCOMPARE(it.pongs(), "delivered 1; write 1; write ping"_ba);
    QCOMPARE(it.pongs(), "delivered 2; write 3; write ping"_ba);
}

void tst_LinkOutgoing::whileNotConnectedOnlyTheLastOfAKeyIsSent()
{
    LinkStory it;
    for (const char *text : {"1", "2", "3"})
        it.queues(text, {.coalesceKey = u"position"_s});
    QCOMPARE(it.flushes(), "superseded 1; superseded 2"_ba);
    QCOMPARE(it.connects(), "connected; write 3; write ping"_ba);
}

// ---- volatile ----

void tst_LinkOutgoing::aVolatileMessageGoesAtOnceOrNever()
{
    LinkStory it;
    it.queues("closed", {.isVolatile = true});
    QCOMPARE(it.flushes(), "notconnected 1"_ba);
    it.opens();
    it.queues("connecting", {.isVolatile = true});
    QCOMPARE(it.flushes(), "notconnected 2"_ba);
    it.upgrades();
    it.queues("connected", {.isVolatile = true});
    QCOMPARE(it.flushes(), "write connected; write ping"_ba);
    QCOMPARE(it.pongs(), "delivered 3"_ba);
    it.closes();
    it.queues("closing", {.isVolatile = true});
    QCOMPARE(it.flushes(), "notconnected 4"_ba);
}

void tst_LinkOutgoing::severalVolatileMessagesInOneTurnAllGo()
{
    LinkStory it;
    it.connects();
    it.queues("a", {.isVolatile = true});
    it.queues("b");
    it.queues("c", {.isVolatile = true});
    QCOMPARE(it.flushes(), "write a; write b; write c; write ping"_ba);
}

void tst_LinkOutgoing::aVolatileMessageBehindOthersFails()
{
    LinkStory it(window(1));
    it.connects();
    it.sends("a");
    it.queues("b", {.isVolatile = true});
    QCOMPARE(it.flushes(), "busy 2"_ba);
    QCOMPARE(it.pongs(), "delivered 1"_ba);
}

void tst_LinkOutgoing::aVolatileMessageIsNotSentAgain()
{
    LinkStory it;
    it.connects();
    it.queues("a", {.isVolatile = true});
    it.sends("b");
    QCOMPARE(it.loses(),
             "notconnected 1, maybe delivered; disconnected (ConnectionLost 1006, retries)"_ba);
    QCOMPARE(it.connects(), "connected; write b; write ping"_ba);
}

void tst_LinkOutgoing::aVolatileMessageRefusedForNowFails()
{
    LinkStory it({}, std::make_unique<ObedientProtocol>());
    it.connects();
    it.queues("a", {.isVolatile = true});
    it.sends("b");
    QCOMPARE(it.says("later 1 500"), "busy 1, maybe delivered"_ba);
    QCOMPARE(it.after(500ms), "write b"_ba);
}

void tst_LinkOutgoing::drainingWaitsForNoVolatileMessage()
{
    LinkStory it;
    it.opens();
    it.queues("a", {.isVolatile = true});
    QCOMPARE(it.on(DrainAsked{1h}), "notconnected 1; abandon"_ba);
}

// ---- poison ----

void tst_LinkOutgoing::afterASuspiciousEndMessagesGoOneAtATime()
{
    LinkStory it;
    it.queues("a");
    it.queues("b");
    it.queues("c");
    it.connects();
    QCOMPARE(it.loses(), "disconnected (ConnectionLost 1006, retries)"_ba);
    QCOMPARE(it.connects(), "connected; write a; write ping"_ba);
    QCOMPARE(it.sends("d"), ""_ba);
    QCOMPARE(it.pongs(), "delivered 1; write b; write ping"_ba);
    QCOMPARE(it.pongs(), "delivered 2; write c; write ping"_ba);
    QCOMPARE(it.sends("e"), ""_ba);
    QCOMPARE(it.pongs(), "delivered 3; write d; write e; write ping"_ba);
}

void tst_LinkOutgoing::aProbeDoesNotOvertakeThePreambleThatTheRateHoldsBack()
{
    Policy policy;
    policy.maxFramesPerSecond = 1;
    auto protocol = std::make_unique<PlainProtocol>();
    protocol->setPreamble([](const Greeting &) {
        return QList<Frame>{Frame::text(u"a"_s), Frame::text(u"b"_s)};
    });
    LinkStory it(policy, std::move(protocol));
    QCOMPARE(it.connects(), "write a; connected"_ba);
    it.now += 1s; // and the timer is late
    QCOMPARE(it.on(Event::NetworkFound), "write b"_ba);
    it.now += 1s;
    QCOMPARE(it.flushes(), "write ping"_ba);
}

void tst_LinkOutgoing::aPoisonousMessageFailsAndTheRestFlows()
{
    LinkStory it;
    it.queues("evil");
    it.queues("good");
    QCOMPARE(it.connects(), "connected; write evil; write good; write ping"_ba);
    const auto refused = "disconnected (MessageNotAccepted 1009, retries)"_ba;
    QCOMPARE(it.hangsUp(TooBig), refused);
    QCOMPARE(it.connects(), "connected; write evil; write ping"_ba);
    QCOMPARE(it.hangsUp(TooBig), refused);
    // From now on it goes only where the connection has held without it.
    QCOMPARE(it.connects(), "connected; write ping"_ba);
    QCOMPARE(it.pongs(), "write evil; write ping"_ba);
    QCOMPARE(it.hangsUp(TooBig), "suspects 1 (2 of 2); " + refused);
    QVERIFY(it.explained().contains(u"message 1 was alone in flight at the last 2 ends"_s));
    it.connects();
    it.pongs();
    QCOMPARE(it.hangsUp(TooBig), "poisonous 1, maybe delivered; suspects 1 (3 of 3); " + refused);
    QCOMPARE(it.connects(), "connected; write good; write ping"_ba);
    QCOMPARE(it.pongs(), "delivered 2"_ba);
    QCOMPARE(it.pending(), 0);
}

void tst_LinkOutgoing::aServerThatEndsEveryConnectionPoisonsNothing()
{
    // It is out of order (1011), or what it pushes at once is more than we take (our own 1009).
    LinkStory it;
    it.queues("innocent");
    QCOMPARE(it.connects(), "connected; write innocent; write ping"_ba);
    const auto refused = "disconnected (MessageNotAccepted 1009, retries)"_ba;
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(it.hangsUp(TooBig), refused);
        QCOMPARE(it.connects(), "connected; write ping"_ba);
    }
    QCOMPARE(it.sends("another"), ""_ba);
    QCOMPARE(it.pongs(), "write innocent; write ping"_ba);
    QCOMPARE(it.pongs(), "delivered 1; write another; write ping"_ba);
}

void tst_LinkOutgoing::aProtocolThatAsksNothingWaitsForNoAnswer()
{
    class Mute : public PlainProtocol
    {
    public:
        Outcomes probe() override { return {}; }
    };
    LinkStory it({}, std::make_unique<Mute>());
    it.queues("a");
    it.connects();
    it.hangsUp(TooBig);
    QCOMPARE(it.connects(), "connected; write a; write ping"_ba);
}

void tst_LinkOutgoing::norForEverForAnAnswerThatNobodyGives()
{
    class Asking : public PlainProtocol
    {
    public:
        Outcomes probe() override { return {Transmit{Frame::text(u"?"_s)}}; }
    };
    LinkStory it({}, std::make_unique<Asking>());
    it.queues("a");
    it.connects();
    it.hangsUp(TooBig);
    QCOMPARE(it.connects(), "connected; write ?"_ba);
    QCOMPARE(it.after(9999ms), ""_ba);
    QCOMPARE(it.after(1ms), "write a; write ping"_ba); // the connection has held for so long
}

void tst_LinkOutgoing::aSilentPeerIsSuspiciousToo()
{
    LinkStory it;
    it.queues("a");
    it.queues("b");
    it.connects();
    it.after(10s);
    QVERIFY(it.state() != Connected);
    QCOMPARE(it.connects(), "connected; write a; write ping"_ba);
}

void tst_LinkOutgoing::ourOwnGoodbyeBlamesNobody()
{
    LinkStory it;
    it.queues("a");
    it.queues("b");
    it.connects();
    it.on(EndpointChanged{});
    QCOMPARE(it.connects(), "connected; write a; write b; write ping"_ba);
    it.closes();
    it.loses();
    QCOMPARE(it.state(), Closed);
    QCOMPARE(it.connects(), "connected; write a; write b; write ping"_ba);
}

void tst_LinkOutgoing::lostConnectionsOnlyWarn()
{
    LinkStory it;
    it.queues("a");
    for (int i = 1; i < 10; ++i) {
        it.connects();
        const QByteArray warning = "suspects 1 (0 of " + QByteArray::number(i) + "); ";
        QCOMPARE(it.loses().startsWith(warning), i > 1);
    }
    QCOMPARE(it.pending(), 1);
}

void tst_LinkOutgoing::withManualProofOnlyCodesAreBlamed()
{
    auto protocol = std::make_unique<PlainProtocol>();
    protocol->setDeliveryProof(DeliveryProof::Manual);
    LinkStory it({}, std::move(protocol));
    it.queues("a");
    it.queues("b");
    it.connects();
    it.loses();
    QCOMPARE(it.connects(), "connected; write a; write b"_ba);
    it.hangsUp(TooBig);
    QCOMPARE(it.connects(), "connected; write a"_ba);
    QCOMPARE(it.on(Confirmed{1}), "delivered 1; write b"_ba);
}

void tst_LinkOutgoing::aPeerThatIgnoresPingsIsNotTrickledAtForEver()
{
    LinkStory it;
    const auto chatters = [&it](Duration duration) {
        QByteArrayList told;
        for (; duration > 0s && it.state() == Connected; duration -= 1s) {
            told += it.after(1s);
            if (it.state() == Connected)
                told += it.says("data");
        }
        return told.join(' ');
    };
    it.queues("a");
    it.queues("b");
    it.connects();
    chatters(300s);
    QVERIFY(it.state() != Connected); // silent, as far as anybody knew then
    QCOMPARE(it.connects(), "connected; write a; write ping"_ba);
    const QByteArray told = chatters(300s);
    QVERIFY2(told.contains("PeerIgnoresPings") && told.contains("write b"), told);
    // A code is believed nevertheless, until the peer has survived the message.
    it.hangsUp(TooBig);
    QCOMPARE(it.connects(), "connected; write a; write ping"_ba);
    QVERIFY(chatters(300s).contains("write b"));
    it.loses();
    QCOMPARE(it.connects(), "connected; write a; write b; write ping"_ba);
}

QTEST_GUILESS_MAIN(tst_LinkOutgoing)
#include "tst_linkoutgoing.moc"
