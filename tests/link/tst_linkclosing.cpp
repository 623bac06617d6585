// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// How a link comes to its end: close(), closeWhenDelivered(), and what is opened in between.

#include "linkstory.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum ConnectionState;

class tst_LinkClosing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasSentBeforeCloseGoesBeforeIt();
    void withNothingInFlightItHangsUpAtOnce();
    void theFenceThatIsOnItsWayIsEnough();
    void atTheCloseDeadlineThePeerIsAbandoned();
    void aPeerThatNeverSaysGoodbyeIsAbandoned();
    void whatTheWindowHeldBackStaysPending();
    void whatIsSentWhileClosingStaysPending();
    void losingThePeerWhileClosingIsNoError();
    void thePeersOwnCodeCountsUntilWeHaveHungUp();
    void closingTwiceHangsUpOnce();
    void closingWhileConnectingAbandonsTheAttempt();
    void closingWhileWaitingJustStops();
    void closingWhileClosedOrFailedIsQuiet();
    void openedWhileClosingAbandonsAndDials();
    void manualProofWaitsForThePeerNotForTheApplication();
    void manualProofWithATextHeartbeatWaitsForTheReply();
    void writtenProofWaitsForTheKernel();
    void anAcknowledgingPeerIsWaitedFor();
    void nothingIsWrittenAfterTheGoodbye();
    void whatTheRateHeldBackDoesNotGoAfterTheGoodbye();
    void aProtocolMayGiveUpWhileClosing();
    void theConversationEndsWithTheProtocolThatItBeganWith();
    void openedWhileClosingTheNewProtocolCounts();
    void whenDeliveredClosesAtOnceIfNothingIsPending();
    void whenDeliveredWaitsForTheLastFence();
    void whenDeliveredOutlivesALostConnection();
    void whenDeliveredEndsAtItsTimeout();
    void whenDeliveredEndsAtItsTimeoutAlsoWithoutAConnection();
    void whenDeliveredWaitsForWhatAnEarlierRunHasLeft();
    void whenDeliveredEndsAtItsTimeoutAlsoIfTheQueueIsNeverLoaded();
    void whenDeliveredIsNothingForALinkThatIsNotWanted();
    void closeOverrulesWhenDelivered();
    void openingMeanwhileChangesNothing();
    void aStopVerdictOverrulesWhenDelivered();
};

void tst_LinkClosing::whatWasSentBeforeCloseGoesBeforeIt()
{
    LinkStory it;
    it.connects();
    it.queues("a");
    it.queues("b");
    QCOMPARE(it.closes(4321, u"bye"_s), "write a; write b; write ping"_ba);
    QCOMPARE(it.state(), Closing);
    QCOMPARE(it.link.snapshot().active, false);
    QCOMPARE(it.patience(), Duration(3s));
    QCOMPARE(it.pongs(), "delivered 1; delivered 2; hang up 4321 bye"_ba);
    QCOMPARE(it.state(), Closing);
    QCOMPARE(it.hangsUp(4321), "disconnected (None 4321 \"bye\", final)"_ba);
    QCOMPARE(it.state(), Closed);
    QCOMPARE(it.link.snapshot().closeCode, 4321);
    QCOMPARE(it.link.snapshot().closeReason, u"bye"_s);
    QCOMPARE(it.link.snapshot().lastError.category, ErrorCategory::None);
    QVERIFY(!it.link.deadline());
}

void tst_LinkClosing::withNothingInFlightItHangsUpAtOnce()
{
    LinkStory it;
    it.connects();
    QCOMPARE(it.closes(), "hang up 1000"_ba);
    QCOMPARE(it.loses(), "disconnected (None 1000, final)"_ba);
}

void tst_LinkClosing::theFenceThatIsOnItsWayIsEnough()
{
    LinkStory it;
    it.connects();
    it.sends("a");
    QCOMPARE(it.closes(), ""_ba);
    QCOMPARE(it.pongs(), "delivered 1; hang up 1000"_ba);
}

void tst_LinkClosing::atTheCloseDeadlineThePeerIsAbandoned()
{
    LinkStory it;
    it.connects();
    it.sends("a");
    it.closes();
    QCOMPARE(it.after(2999ms), ""_ba);
    QCOMPARE(it.after(1ms), "abandon; disconnected (None 1006, final)"_ba);
    QCOMPARE(it.state(), Closed);
    QCOMPARE(it.pending(), 1);
    QVERIFY(!it.link.deadline());
    // What is left goes with the next connection.
    QCOMPARE(it.connects(), "connected; write a; write ping"_ba);
}

void tst_LinkClosing::aPeerThatNeverSaysGoodbyeIsAbandoned()
{
    LinkStory it;
    it.connects();
    QCOMPARE(it.closes(), "hang up 1000"_ba);
    QCOMPARE(it.after(3s), "abandon; disconnected (None 1006, final)"_ba);
}

void tst_LinkClosing::whatTheWindowHeldBackStaysPending()
{
    Policy policy;
    policy.outbox.windowMessages = 1;
    LinkStory it(policy);
    it.connects();
    it.queues("a");
    it.queues("b");
    QCOMPARE(it.closes(), "write a; write ping"_ba);
    QCOMPARE(it.pongs(), "delivered 1; hang up 1000"_ba);
    it.loses();
    QCOMPARE(it.pending(), 1);
}

void tst_LinkClosing::whatIsSentWhileClosingStaysPending()
{
    LinkStory it;
    it.connects();
    it.sends("a");
    it.closes();
    QCOMPARE(it.sends("b"), ""_ba);
    QCOMPARE(it.pongs(), "delivered 1; hang up 1000"_ba);
    QCOMPARE(it.sends("c"), ""_ba);
    it.loses();
    QCOMPARE(it.pending(), 2);
    QCOMPARE(it.connects(), "connected; write b; write c; write ping"_ba);
}

void tst_LinkClosing::losingThePeerWhileClosingIsNoError()
{
    LinkStory it;
    it.connects();
    it.sends("a");
    it.closes();
    QCOMPARE(it.loses(), "disconnected (None 1006, final)"_ba);
    QCOMPARE(it.state(), Closed);
    QCOMPARE(it.pending(), 1);
    QCOMPARE(it.link.snapshot().lastError.category, ErrorCategory::None);
}

void tst_LinkClosing::thePeersOwnCodeCountsUntilWeHaveHungUp()
{
    LinkStory it;
    it.connects();
    it.sends("a");
    it.closes();
    QCOMPARE(it.hangsUp(4000, u"mine first"_s),
             "disconnected (None 4000 \"mine first\", final)"_ba);
}

void tst_LinkClosing::closingTwiceHangsUpOnce()
{
    LinkStory it;
    it.connects();
    QCOMPARE(it.closes(), "hang up 1000"_ba);
    QCOMPARE(it.closes(1001), ""_ba);
    QCOMPARE(it.flushes(), ""_ba);
    QCOMPARE(it.hangsUp(), "disconnected (None 1000, final)"_ba);
}

void tst_LinkClosing::closingWhileConnectingAbandonsTheAttempt()
{
    LinkStory it;
    it.opens();
    QCOMPARE(it.closes(), "abandon"_ba);
    QCOMPARE(it.state(), Closed);
    // What that attempt may still say counts for nothing.
    QCOMPARE(it.upgrades(), ""_ba);
    QCOMPARE(it.says("x"), ""_ba);
    QCOMPARE(it.loses(), ""_ba);
    QCOMPARE(it.after(1h), ""_ba);
}

void tst_LinkClosing::closingWhileWaitingJustStops()
{
    LinkStory it;
    it.opens();
    it.loses();
    QCOMPARE(it.state(), WaitingToRetry);
    QCOMPARE(it.closes(), ""_ba);
    QCOMPARE(it.state(), Closed);
    QVERIFY(!it.link.snapshot().nextAttemptAt);
    QCOMPARE(it.after(1h), ""_ba);

    it.opens();
    it.on(Event::NetworkLost);
    it.loses();
    QCOMPARE(it.state(), WaitingForNetwork);
    QCOMPARE(it.closes(), ""_ba);
    QCOMPARE(it.after(1h), ""_ba);
}

void tst_LinkClosing::closingWhileClosedOrFailedIsQuiet()
{
    LinkStory it;
    QCOMPARE(it.closes(), ""_ba);
    it.opens();
    it.ends({.kind = Ending::Kind::BadRequest});
    QCOMPARE(it.state(), Failed);
    QCOMPARE(it.closes(), ""_ba);
    QCOMPARE(it.state(), Closed);
}

void tst_LinkClosing::openedWhileClosingAbandonsAndDials()
{
    LinkStory it;
    it.connects();
    it.after(1s);
    it.sends("a");
    it.closes();
    QCOMPARE(it.opens(), "dial first; disconnected (None 1000, retries)"_ba);
    QCOMPARE(it.link.snapshot().active, true);
    QCOMPARE(it.upgrades(), "connected; write a; write ping"_ba);
    // Where the budget allows no dial yet, the old one goes all the same.
    it.closes();
    QCOMPARE(it.opens(), "abandon; disconnected (None 1000, retries)"_ba);
    QCOMPARE(it.state(), WaitingToRetry);
}

void tst_LinkClosing::manualProofWaitsForThePeerNotForTheApplication()
{
    auto protocol = std::make_unique<PlainProtocol>();
    protocol->setDeliveryProof(DeliveryProof::Manual);
    LinkStory it({}, std::move(protocol));
    it.connects();
    it.queues("a");
    QCOMPARE(it.closes(), "write a; write ping"_ba);
    QCOMPARE(it.flushes(), ""_ba);
    QCOMPARE(it.pongs(), "hang up 1000"_ba);
    it.loses();
    QCOMPARE(it.pending(), 1);
    QCOMPARE(it.on(Confirmed{1}), "delivered 1"_ba);
}

void tst_LinkClosing::manualProofWithATextHeartbeatWaitsForTheReply()
{
    auto protocol = std::make_unique<PlainProtocol>();
    protocol->setDeliveryProof(DeliveryProof::Manual);
    protocol->setHeartbeat(u"hb"_s, u"ok"_s);
    LinkStory it({}, std::move(protocol));
    it.connects();
    it.queues("a");
    QCOMPARE(it.closes(), "write a; write hb"_ba);
    QCOMPARE(it.says("ok"), "hang up 1000"_ba);
}

void tst_LinkClosing::writtenProofWaitsForTheKernel()
{
    auto protocol = std::make_unique<PlainProtocol>();
    protocol->setDeliveryProof(DeliveryProof::Written);
    LinkStory it({}, std::move(protocol));
    it.connects();
    it.queues("ab");
    QCOMPARE(it.closes(), "write ab"_ba);
    QCOMPARE(it.drains(1), ""_ba);
    QCOMPARE(it.drains(0), "delivered 1; hang up 1000"_ba);
}

void tst_LinkClosing::anAcknowledgingPeerIsWaitedFor()
{
    LinkStory it({}, std::make_unique<ObedientProtocol>());
    it.connects();
    it.queues("a");
    it.queues("b");
    QCOMPARE(it.closes(), "write a; write b"_ba);
    QCOMPARE(it.says("ack 1 1"), "delivered 1"_ba);
    QCOMPARE(it.says("reject 2"), "rejected 2; hang up 1000"_ba);
}

void tst_LinkClosing::nothingIsWrittenAfterTheGoodbye()
{
    LinkStory it({}, std::make_unique<ObedientProtocol>());
    it.connects();
    it.queues("a");
    it.closes();
    QCOMPARE(it.says("say wait"), "write wait"_ba);
    QCOMPARE(it.says("ack 1 1; say thanks"), "delivered 1; write thanks; hang up 1000"_ba);
    QCOMPARE(it.says("say more; late"), "received late"_ba);
}

void tst_LinkClosing::theConversationEndsWithTheProtocolThatItBeganWith()
{
    LinkStory it;
    it.connects();
    it.queues("a");
    QCOMPARE(it.closes(), "write a; write ping"_ba);
    auto next = std::make_unique<ObedientProtocol>();
    const Protocol *const expected = next.get();
    it.link.setProtocol(std::move(next));
    QCOMPARE(it.on(EndpointChanged{}), ""_ba);
    QCOMPARE(it.pongs(), "delivered 1; hang up 1000"_ba); // a fence is no word of the other's
    QVERIFY(&it.link.protocol() != expected);
    it.hangsUp();
    QCOMPARE(it.state(), Closed);
    QCOMPARE(&it.link.protocol(), expected);
    it.connects();
    it.sends("b");
    QCOMPARE(it.says("ack 2 2"), "delivered 2"_ba);
}

void tst_LinkClosing::openedWhileClosingTheNewProtocolCounts()
{
    LinkStory it;
    it.connects();
    it.sends("a");
    it.closes();
    it.link.setProtocol(std::make_unique<ObedientProtocol>());
    it.on(EndpointChanged{});
    it.opens();
    it.connects();
    QCOMPARE(it.written, QList<quint64>({1, 1}));
    QCOMPARE(it.says("ack 1 1"), "delivered 1"_ba);
}

void tst_LinkClosing::whatTheRateHeldBackDoesNotGoAfterTheGoodbye()
{
    Policy policy;
    policy.maxFramesPerSecond = 1;
    LinkStory it(policy);
    it.connects();
    it.on(Event::Woken);
    QCOMPARE(it.on(Event::Woken), ""_ba); // its probe waits
    QCOMPARE(it.closes(), "hang up 1000"_ba);
    QCOMPARE(it.after(2s), ""_ba);
}

void tst_LinkClosing::aProtocolMayGiveUpWhileClosing()
{
    LinkStory it({}, std::make_unique<ObedientProtocol>());
    it.connects();
    it.queues("a");
    it.closes();
    QCOMPARE(it.says("refuse 4000; ack 1 1; say more"),
             "abandon; disconnected (None 4000, final)"_ba);
    QCOMPARE(it.state(), Closed);
    QCOMPARE(it.pending(), 1);
}

void tst_LinkClosing::whenDeliveredClosesAtOnceIfNothingIsPending()
{
    LinkStory it;
    it.connects();
    QCOMPARE(it.on(DrainAsked{10s}), "hang up 1000"_ba);
    QCOMPARE(it.state(), Closing);
}

void tst_LinkClosing::whenDeliveredWaitsForTheLastFence()
{
    Policy policy;
    policy.outbox.windowMessages = 1;
    LinkStory it(policy);
    it.connects();
    it.queues("a");
    it.queues("b");
    QCOMPARE(it.on(DrainAsked{10s}), "write a; write ping"_ba);
    QCOMPARE(it.pongs(), "delivered 1; write b; write ping"_ba);
    // What is sent meanwhile is waited for as well.
    QCOMPARE(it.sends("c"), ""_ba);
    QCOMPARE(it.pongs(), "delivered 2; write c; write ping"_ba);
    QCOMPARE(it.pongs(), "delivered 3; hang up 1000"_ba);
}

void tst_LinkClosing::whenDeliveredOutlivesALostConnection()
{
    LinkStory it;
    it.connects();
    it.sends("a");
    it.on(DrainAsked{1min});
    QCOMPARE(it.loses(), "disconnected (ConnectionLost 1006, retries)"_ba);
    QCOMPARE(it.connects(), "connected; write a; write ping"_ba);
    QCOMPARE(it.pongs(), "delivered 1; hang up 1000"_ba);
    it.loses();
    QVERIFY(!it.link.deadline());
}

void tst_LinkClosing::whenDeliveredEndsAtItsTimeout()
{
    LinkStory it;
    it.connects();
    it.sends("a");
    it.on(DrainAsked{5s});
    QCOMPARE(it.patience(), Duration(5s));
    QCOMPARE(it.after(5s), ""_ba);
    QCOMPARE(it.state(), Closing);
    QCOMPARE(it.after(3s), "abandon; disconnected (None 1006, final)"_ba);
    QCOMPARE(it.pending(), 1);
}

void tst_LinkClosing::whenDeliveredEndsAtItsTimeoutAlsoWithoutAConnection()
{
    LinkStory it;
    it.opens();
    it.queues("a");
    it.on(Event::NetworkLost);
    it.loses();
    it.on(DrainAsked{5s});
    QCOMPARE(it.state(), WaitingForNetwork);
    QCOMPARE(it.after(5s), ""_ba);
    QCOMPARE(it.state(), Closed);
    QVERIFY(!it.link.deadline());
    QCOMPARE(it.pending(), 1);
}

void tst_LinkClosing::whenDeliveredWaitsForWhatAnEarlierRunHasLeft()
{
    LinkStory it;
    it.link.setProducer(u"me"_s, 2);
    it.connects();
    it.link.setRestoring(true);
    QCOMPARE(it.on(DrainAsked{10s}), ""_ba);
    QCOMPARE(it.patience(), Duration(10s));
    const Message old{.number = 1, .payload = Payload(u"old"_s), .queuedAt = it.now};
    QCOMPARE(it.on(Restored{.messages = {old}, .last = true}), "write old; write ping"_ba);
    QCOMPARE(it.pongs(), "delivered 1"_ba);
    QCOMPARE(it.state(), Connected); // the queue's end was not said yet
    it.link.setRestoring(false);
    QCOMPARE(it.on(Flush{}), "hang up 1000"_ba);
}

void tst_LinkClosing::whenDeliveredEndsAtItsTimeoutAlsoIfTheQueueIsNeverLoaded()
{
    LinkStory it;
    it.connects();
    it.link.setRestoring(true);
    it.on(DrainAsked{5s});
    QCOMPARE(it.after(5s), "hang up 1000"_ba);
}

void tst_LinkClosing::whenDeliveredIsNothingForALinkThatIsNotWanted()
{
    LinkStory it;
    it.queues("a");
    QCOMPARE(it.on(DrainAsked{5s}), ""_ba);
    QVERIFY(!it.link.deadline());
    QCOMPARE(it.opens(), "dial first"_ba);
    QCOMPARE(it.patience(), Duration(15s));
}

void tst_LinkClosing::closeOverrulesWhenDelivered()
{
    LinkStory it;
    it.opens();
    it.queues("a");
    it.on(DrainAsked{5s});
    QCOMPARE(it.closes(), "abandon"_ba);
    QVERIFY(!it.link.deadline());
    // And a later open() starts without it.
    it.connects();
    QCOMPARE(it.pongs(), "delivered 1"_ba);
    QCOMPARE(it.state(), Connected);
}

void tst_LinkClosing::openingMeanwhileChangesNothing()
{
    // As in a handler of `disconnected` that always opens.
    LinkStory it;
    it.connects();
    it.sends("a");
    it.on(DrainAsked{5s});
    QCOMPARE(it.on(Event::Opened), ""_ba);
    QCOMPARE(it.pongs(), "delivered 1; hang up 1000"_ba);
}

void tst_LinkClosing::aStopVerdictOverrulesWhenDelivered()
{
    LinkStory it;
    it.link.setVerdictOverride([](const Ending &, Verdict usual) {
        usual.action = Verdict::Action::Stop;
        return usual;
    });
    it.opens();
    it.queues("a");
    it.on(DrainAsked{5s});
    it.loses();
    QCOMPARE(it.state(), Closed);
    QVERIFY2(!it.link.deadline(), "a resting state has no deadline");
}

QTEST_GUILESS_MAIN(tst_LinkClosing)
#include "tst_linkclosing.moc"
