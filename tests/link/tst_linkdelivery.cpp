// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// What becomes of messages: order, windows, proofs, rejections and the frame rate.

#include "linkstory.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum ConnectionState;

namespace {

std::unique_ptr<PlainProtocol> plain(DeliveryProof proof = DeliveryProof::Fence)
{
    auto protocol = std::make_unique<PlainProtocol>();
    protocol->setDeliveryProof(proof);
    return protocol;
}

Policy window(int messages, qint64 bytes = 1'000'000)
{
    Policy policy;
    policy.outbox.windowMessages = messages;
    policy.outbox.windowBytes = bytes;
    return policy;
}

Policy framesPerSecond(int limit)
{
    Policy policy;
    policy.maxFramesPerSecond = limit;
    return policy;
}

} // namespace

class tst_LinkDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // order
    void aBurstIsWrittenInOrderAndFenced();
    void newNeverOvertakesOld();
    void whatALostConnectionHadInFlightGoesFirstOnTheNext();
    void textBytesAndNothingAtAllAreMessages();
    void theOutcomeCarriesTheTag();
    void theKeeperOfTheQueueHearsOfAllAtOnce();
    void discardTakesEverythingOut();
    // windows
    void theWindowHoldsMessagesBack();
    void theWindowHoldsBytesBack();
    void aMessageLargerThanTheWindowGoesAlone();
    void fullBuffersHoldMessagesBackUntilTheyDrain();
    void drainingIntoFullBuffersWritesNothing();
    void oneFenceARoundTripIsEnough();
    // fences
    void nothingIsDeliveredWithoutAFence();
    void theNewestPongDeliversAll();
    void aPongOfAnEarlierConnectionDeliversNothing();
    void aPongAloneDeliversNothingWhenReadyNeverComes();
    void whatOneConnectionConfirmedIsNotSentOnTheNext();
    void anUnansweredFenceIsAProbe();
    // other proofs
    void writtenIsDeliveredAsItDrains();
    void writtenForgetsWhatALostConnectionHad();
    void manualWaitsForTheApplication();
    void manualTakesTheWordForAnEarlierConnection();
    void confirmingWhatNeverWentOutIsNothing();
    // rejections
    void acknowledgementsMayComeOutOfOrder();
    void aRejectedMessageFailsAndNeverGoesOutAgain();
    void aRejectionForLaterSendsItAndAllBehindItAgain();
    void aRejectionForLaterIsClamped();
    void aServerThatWantsNothingYetIsAskedMoreSlowly();
    void aServerThatGetsFurtherIsObeyed();
    // frame rate
    void noSecondHoldsMoreFramesThanAllowed();
    void theFenceGoesOutWhenTheRateAllows();
    void aFenceInsideTheBurstCounts();
    void aPreambleAndAProbeCount();
    void aProbeThatTheRateHoldsBackIsNotHeldAgainstThePeer();
    void theRateOutlivesTheConnection();
    void theRateHoldsWhileClosing();
    // peers that ignore pings
    void aPeerThatIgnoresPingsIsReportedOnceAndKept();
    void acceptWrittenSettlesWhatIsReallyOut();
    void aPongHealsThePeerThatIgnoredPings();
    void textHeartbeatsDoNotHideThatPingsAreIgnored();
    void anotherServerMayAnswerPings();
    void twoPingsOnOneConnectionAreNoIgnoring();
};

// ---- order ----

void tst_LinkDelivery::aBurstIsWrittenInOrderAndFenced()
{
    LinkStory it;
    it.connects();
    it.queues("a");
    it.queues("b");
    it.queues("c");
    QCOMPARE(it.flushes(), "write a; write b; write c; write ping"_ba);
    QCOMPARE(it.written, QList<quint64>({1, 2, 3}));
    QCOMPARE(it.pongs(), "delivered 1; delivered 2; delivered 3"_ba);
    QCOMPARE(it.pending(), 0);
}

void tst_LinkDelivery::newNeverOvertakesOld()
{
    LinkStory it(window(2));
    it.queues("a");
    it.queues("b");
    it.queues("c");
    QCOMPARE(it.connects(), "connected; write a; write b; write ping"_ba);
    QCOMPARE(it.sends("d"), ""_ba);
    QCOMPARE(it.pongs(), "delivered 1; delivered 2; write c; write d; write ping"_ba);
}

void tst_LinkDelivery::whatALostConnectionHadInFlightGoesFirstOnTheNext()
{
    LinkStory it(window(3));
    it.connects();
    it.queues("a");
    it.flushes();
    it.pongs();
    it.queues("b");
    it.queues("c");
    it.queues("d");
    it.queues("e");
    QCOMPARE(it.flushes(), "write b; write c; write d; write ping"_ba);
    it.loses();
    it.queues("f");
    QCOMPARE(it.pending(), 5);
    QCOMPARE(it.connects(), "connected; write b; write c; write d; write ping"_ba);
    QCOMPARE(it.pongs(), "delivered 2; delivered 3; delivered 4; write e; write f; write ping"_ba);
}

void tst_LinkDelivery::textBytesAndNothingAtAllAreMessages()
{
    LinkStory it;
    it.connects();
    it.queues(Payload(u"ä"_s));
    it.queues(Payload("\x00"_ba));
    it.queues(Payload(QString()));
    QCOMPARE(it.link.snapshot().pendingByteCount, 3);
    QCOMPARE(it.flushes(), "write ä; write <00>; write ; write ping"_ba);
    QCOMPARE(it.pongs(), "delivered 1; delivered 2; delivered 3"_ba);
    QCOMPARE(it.link.snapshot().pendingByteCount, 0);
}

void tst_LinkDelivery::theOutcomeCarriesTheTag()
{
    LinkStory it;
    it.connects();
    it.queues(Payload(u"a"_s), u"my word"_s);
    it.flushes();
    const auto effects = it.link.handle(Arrived{Frame::pong(it.pings[0])}, it.now, 0);
    QCOMPARE(effects.size(), 1u);
    QCOMPARE(std::get<Effects::MessageDelivered>(effects[0]).tag, u"my word"_s);
}

void tst_LinkDelivery::theKeeperOfTheQueueHearsOfAllAtOnce()
{
    LinkStory it;
    it.connects();
    it.queues("a");
    it.queues("b");
    it.flushes();
    it.link.setListeners({.delivered = false, .keeper = true});
    const auto effects = it.link.handle(Arrived{Frame::pong(it.pings[0])}, it.now, 0);
    QCOMPARE(effects.size(), 1u);
    QCOMPARE(std::get<Effects::Forget>(effects[0]).numbers, (std::vector<quint64>{1, 2}));
}

void tst_LinkDelivery::discardTakesEverythingOut()
{
    LinkStory it(window(1));
    it.connects();
    it.queues("a");
    it.queues("b");
    it.flushes();
    QCOMPARE(it.link.discard().size(), 2u);
    QCOMPARE(it.pending(), 0);
    QCOMPARE(it.pongs(), ""_ba);
}

// ---- windows ----

void tst_LinkDelivery::theWindowHoldsMessagesBack()
{
    LinkStory it(window(2));
    it.connects();
    for (const char *text : {"a", "b", "c", "d", "e"})
        it.queues(text);
    QCOMPARE(it.flushes(), "write a; write b; write ping"_ba);
    QCOMPARE(it.flushes(), ""_ba);
    QCOMPARE(it.pongs(), "delivered 1; delivered 2; write c; write d; write ping"_ba);
    QCOMPARE(it.pongs(), "delivered 3; delivered 4; write e; write ping"_ba);
    QCOMPARE(it.pongs(), "delivered 5"_ba);
}

void tst_LinkDelivery::theWindowHoldsBytesBack()
{
    LinkStory it(window(100, 10));
    it.connects();
    for (const char *text : {"12345", "abcde", "c"})
        it.queues(text);
    QCOMPARE(it.flushes(), "write 12345; write abcde; write ping"_ba);
    QCOMPARE(it.pongs(), "delivered 1; delivered 2; write c; write ping"_ba);
}

void tst_LinkDelivery::aMessageLargerThanTheWindowGoesAlone()
{
    LinkStory it(window(100, 3));
    it.connects();
    for (const char *text : {"a", "too large", "b", "c"})
        it.queues(text);
    QCOMPARE(it.flushes(), "write a; write ping"_ba);
    QCOMPARE(it.pongs(), "delivered 1; write too large; write ping"_ba);
    QCOMPARE(it.pongs(), "delivered 2; write b; write c; write ping"_ba);
}

void tst_LinkDelivery::fullBuffersHoldMessagesBackUntilTheyDrain()
{
    Policy policy;
    policy.outbox.maxUnwrittenBytes = 10;
    LinkStory it(policy);
    it.connects();
    for (const char *text : {"123456", "abcdef", "c"})
        it.queues(text);
    // There is more to come, so the burst is not over and its fence not due.
    QCOMPARE(it.flushes(), "write 123456; write abcdef"_ba);
    QCOMPARE(it.flushes(), ""_ba);
    QCOMPARE(it.drains(8), "write c; write ping"_ba);
}

void tst_LinkDelivery::drainingIntoFullBuffersWritesNothing()
{
    Policy policy;
    policy.outbox.maxUnwrittenBytes = 10;
    LinkStory it(policy);
    it.connects();
    it.queues("12345678901234567890");
    it.queues("b");
    it.flushes();
    QCOMPARE(it.drains(15), ""_ba);
    QCOMPARE(it.drains(10), ""_ba);
    QCOMPARE(it.drains(0), "write b; write ping"_ba);
}

void tst_LinkDelivery::oneFenceARoundTripIsEnough()
{
    LinkStory it;
    it.connects();
    QCOMPARE(it.sends("a"), "write a; write ping"_ba);
    QCOMPARE(it.sends("b"), "write b"_ba);
    QCOMPARE(it.sends("c"), "write c"_ba);
    QCOMPARE(it.pongs(), "delivered 1; write ping"_ba);
    QCOMPARE(it.pongs(), "delivered 2; delivered 3"_ba);
}

// ---- fences ----

void tst_LinkDelivery::nothingIsDeliveredWithoutAFence()
{
    LinkStory it;
    it.connects();
    it.sends("a");
    QCOMPARE(it.drains(), ""_ba);
    QCOMPARE(it.says("thanks"), "received thanks"_ba);
    QCOMPARE(it.pongs("unsolicited"_ba), ""_ba);
    QCOMPARE(it.pongs(""_ba), ""_ba);
    QCOMPARE(it.after(5s), ""_ba);
    QCOMPARE(it.pending(), 1);
    QCOMPARE(it.pongs(), "delivered 1"_ba);
}

void tst_LinkDelivery::theNewestPongDeliversAll()
{
    auto protocol = plain();
    protocol->setFenceEvery(1, 1'000'000);
    LinkStory it({}, std::move(protocol));
    it.connects();
    it.queues("a");
    it.queues("b");
    QCOMPARE(it.flushes(), "write a; write ping; write b; write ping"_ba);
    QCOMPARE(it.pongs(it.pings[1]), "delivered 1; delivered 2"_ba);
    QCOMPARE(it.pongs(it.pings[0]), ""_ba);
}

void tst_LinkDelivery::aPongOfAnEarlierConnectionDeliversNothing()
{
    LinkStory it;
    it.connects();
    it.sends("a");
    const QByteArray early = it.pings[0];
    it.loses();
    it.connects();
    QCOMPARE(it.pongs(early), ""_ba);
    QCOMPARE(it.pongs(), "delivered 1"_ba);
}

void tst_LinkDelivery::aPongAloneDeliversNothingWhenReadyNeverComes()
{
    auto protocol = plain();
    protocol->setPreamble([](const Greeting &) {
        return QList<Frame>{Frame::text(u"login"_s), Frame::ping("mine")};
    });
    protocol->setReadyWhen([](const Frame &frame) { return frame.payload.text() == u"welcome"; });
    LinkStory it({}, std::move(protocol));
    it.queues("a");
    QCOMPARE(it.connects(), "write login; write ping"_ba);
    QCOMPARE(it.pongs("mine"), ""_ba);
    QCOMPARE(it.says("motd"), ""_ba);
    QCOMPARE(it.state(), Connecting);
    QVERIFY(it.written.isEmpty());
    // Heard or not: the whole attempt has one deadline.
    QCOMPARE(it.after(15s), "abandon; trouble (Timeout 1006, retries)"_ba);
    QCOMPARE(it.pending(), 1);

    it.connects();
    QCOMPARE(it.says("welcome"), "connected; received welcome; write a"_ba);
    QCOMPARE(it.pongs("mine"), "write ping"_ba);
    QCOMPARE(it.pongs(), "delivered 1"_ba);
}

void tst_LinkDelivery::whatOneConnectionConfirmedIsNotSentOnTheNext()
{
    auto protocol = plain();
    protocol->setFenceEvery(2, 1'000'000);
    LinkStory it({}, std::move(protocol));
    it.connects();
    for (const char *text : {"a", "b", "c"})
        it.queues(text);
    QCOMPARE(it.flushes(), "write a; write b; write ping; write c"_ba);
    QCOMPARE(it.pongs(it.pings[0]), "delivered 1; delivered 2; write ping"_ba);
    it.loses();
    QCOMPARE(it.connects(), "connected; write c; write ping"_ba);
    QCOMPARE(it.pongs(), "delivered 3"_ba);
}

void tst_LinkDelivery::anUnansweredFenceIsAProbe()
{
    LinkStory it;
    it.connects();
    it.sends("a");
    QCOMPARE(it.patience(), Duration(10s));
    QCOMPARE(it.after(10s), "abandon; disconnected (Timeout 1006, retries)"_ba);
    QCOMPARE(it.pending(), 1);
}

// ---- other proofs ----

void tst_LinkDelivery::writtenIsDeliveredAsItDrains()
{
    LinkStory it({}, plain(DeliveryProof::Written));
    it.connects();
    for (const char *text : {"12345", "abcde", "xyz"})
        it.queues(text);
    QCOMPARE(it.flushes(), "write 12345; write abcde; write xyz"_ba);
    QCOMPARE(it.drains(13), ""_ba);
    QCOMPARE(it.drains(9), ""_ba); // a part of a message is no message
    QCOMPARE(it.drains(8), "delivered 1"_ba);
    QCOMPARE(it.drains(1), "delivered 2"_ba);
    QCOMPARE(it.drains(0), "delivered 3"_ba);
    QCOMPARE(it.link.snapshot().deliveryProof, DeliveryProof::Written);
}

void tst_LinkDelivery::writtenForgetsWhatALostConnectionHad()
{
    LinkStory it({}, plain(DeliveryProof::Written));
    it.connects();
    it.sends("a");
    it.loses();
    QCOMPARE(it.drains(0), ""_ba);
    QCOMPARE(it.connects(), "connected; write a"_ba);
    QCOMPARE(it.drains(1), ""_ba);
    QCOMPARE(it.drains(0), "delivered 1"_ba);
}

void tst_LinkDelivery::manualWaitsForTheApplication()
{
    LinkStory it({}, plain(DeliveryProof::Manual));
    it.connects();
    it.queues("a");
    it.queues("b");
    QCOMPARE(it.flushes(), "write a; write b"_ba);
    QCOMPARE(it.drains(), ""_ba);
    QCOMPARE(it.after(25s), "write ping"_ba);
    QCOMPARE(it.pongs(), "stable"_ba);
    QCOMPARE(it.on(Confirmed{2}), "delivered 2"_ba);
    QCOMPARE(it.on(Confirmed{2}), ""_ba);
    QCOMPARE(it.on(Confirmed{1}), "delivered 1"_ba);
}

void tst_LinkDelivery::manualTakesTheWordForAnEarlierConnection()
{
    LinkStory it({}, plain(DeliveryProof::Manual));
    it.connects();
    it.queues("a");
    it.queues("b");
    it.flushes();
    it.loses();
    QCOMPARE(it.on(Confirmed{1}), "delivered 1"_ba);
    QCOMPARE(it.connects(), "connected; write b"_ba);
}

void tst_LinkDelivery::confirmingWhatNeverWentOutIsNothing()
{
    LinkStory it({}, plain(DeliveryProof::Manual));
    it.queues("a");
    QCOMPARE(it.on(Confirmed{1}), ""_ba);
    QCOMPARE(it.on(Confirmed{0}), ""_ba);
    QCOMPARE(it.on(Confirmed{99}), ""_ba);
    QCOMPARE(it.pending(), 1);
    QCOMPARE(it.connects(), "connected; write a"_ba);
}

// ---- rejections ----

void tst_LinkDelivery::acknowledgementsMayComeOutOfOrder()
{
    LinkStory it({}, std::make_unique<ObedientProtocol>());
    it.connects();
    for (const char *text : {"a", "b", "c", "d"})
        it.queues(text);
    it.flushes();
    QCOMPARE(it.says("ack 3 3; ack 1 1"), "delivered 3; delivered 1"_ba);
    QCOMPARE(it.says("ack 1 3"), "delivered 2"_ba);
    it.loses();
    QCOMPARE(it.connects(), "connected; write d"_ba);
    QCOMPARE(it.says("ack 4 4"), "delivered 4"_ba);
}

void tst_LinkDelivery::aRejectedMessageFailsAndNeverGoesOutAgain()
{
    LinkStory it({}, std::make_unique<ObedientProtocol>());
    it.connects();
    for (const char *text : {"a", "b", "c"})
        it.queues(text);
    it.flushes();
    QCOMPARE(it.says("reject 2"), "rejected 2"_ba);
    QCOMPARE(it.pending(), 2);
    QCOMPARE(it.says("reject 2; ack 2 2; reject 99"), ""_ba);
    it.loses();
    QCOMPARE(it.connects(), "connected; write a; write c"_ba);
    QCOMPARE(it.says("ack 1 3"), "delivered 1; delivered 3"_ba);
}

void tst_LinkDelivery::aRejectionForLaterSendsItAndAllBehindItAgain()
{
    LinkStory it({}, std::make_unique<ObedientProtocol>());
    it.connects();
    for (const char *text : {"a", "b", "c", "d"})
        it.queues(text);
    it.flushes();
    QCOMPARE(it.says("ack 3 3; later 2 500"), "delivered 3"_ba);
    QCOMPARE(it.sends("e"), ""_ba);
    QCOMPARE(it.patience(), Duration(500ms));
    QCOMPARE(it.after(499ms), ""_ba);
    QCOMPARE(it.after(1ms), "write b; write d; write e"_ba);
    QCOMPARE(it.says("ack 1 5"), "delivered 1; delivered 2; delivered 4; delivered 5"_ba);
}

void tst_LinkDelivery::aRejectionForLaterIsClamped()
{
    LinkStory it({}, std::make_unique<ObedientProtocol>());
    it.connects();
    it.sends("a");
    it.says("later 1 99999999999");
    for (int i = 1; i < 60; ++i) {
        it.after(5s);
        it.says("answered");
    }
    QCOMPARE(it.written, QList<quint64>({1}));
    it.after(5s);
    QCOMPARE(it.written, QList<quint64>({1, 1}));
}

void tst_LinkDelivery::aServerThatWantsNothingYetIsAskedMoreSlowly()
{
    LinkStory it({}, std::make_unique<ObedientProtocol>());
    it.connects();
    it.queues("a");
    it.queues("b");
    it.flushes();
    QCOMPARE(it.says("later 1 0"), "write a; write b"_ba); // once, it is as the server likes
    QCOMPARE(it.says("later 2 0"), "write b"_ba);
    Duration expected = 500ms; // then as the backoff, and it does not matter which of them it is
    for (const char *no : {"later 1 0", "later 2 0", "later 1 0", "later 2 100", "later 1 0"}) {
        QCOMPARE(it.says(no), ""_ba);
        QCOMPARE(it.after(expected - 1ms), ""_ba);
        QVERIFY(it.after(1ms).endsWith("write b"));
        expected *= 2;
    }
    QCOMPARE(it.says("later 1 60000"), ""_ba); // more is up to the server
    for (int i = 0; i < 11; ++i) {
        it.after(5s);
        it.says("answered");
    }
    QCOMPARE(it.written.size(), 13);
    it.after(5s);
    QCOMPARE(it.written.size(), 15);
    QCOMPARE(it.says("ack 1 2"), "delivered 1; delivered 2"_ba);
}

//! As the hub does with whoever sends too much: each message is refused once, and taken then.
void tst_LinkDelivery::aServerThatGetsFurtherIsObeyed()
{
    LinkStory it({}, std::make_unique<ObedientProtocol>());
    it.connects();
    it.sends("a");
    for (int number = 1; number < 100; ++number) {
        const QByteArray no = "later " + QByteArray::number(number) + " 10";
        QCOMPARE(it.says(no.constData()), ""_ba);
        QCOMPARE(it.after(10ms).count("write"), 1);
        // Acknowledgements are batched, and may come later.
        (void)it.sends("next");
    }
    QCOMPARE(it.written.size(), 199);
}

// ---- frame rate ----

void tst_LinkDelivery::noSecondHoldsMoreFramesThanAllowed()
{
    LinkStory it(framesPerSecond(5));
    it.connects();
    for (int i = 0; i < 23; ++i)
        it.queues("x");
    it.flushes();
    for (int i = 0; i < 100 && it.pending() > 0; ++i) {
        it.after(100ms);
        if (!it.pings.isEmpty())
            it.pongs();
    }
    QCOMPARE(it.pending(), 0);
    QCOMPARE(it.busiestSecond(), 5);
}

void tst_LinkDelivery::theFenceGoesOutWhenTheRateAllows()
{
    LinkStory it(framesPerSecond(2));
    it.connects();
    it.queues("a");
    it.queues("b");
    QCOMPARE(it.flushes(), "write a; write b"_ba);
    QCOMPARE(it.after(999ms), ""_ba);
    QCOMPARE(it.after(1ms), "write ping"_ba);
    QCOMPARE(it.pongs(), "delivered 1; delivered 2"_ba);
}

void tst_LinkDelivery::aFenceInsideTheBurstCounts()
{
    auto protocol = plain();
    protocol->setFenceEvery(1, 1'000'000);
    LinkStory it(framesPerSecond(3), std::move(protocol));
    it.connects();
    for (const char *text : {"a", "b", "c", "d"})
        it.queues(text);
    it.flushes();
    for (int i = 0; i < 50 && it.pending() > 0; ++i) {
        it.after(100ms);
        it.pongs();
    }
    QCOMPARE(it.pending(), 0);
    QCOMPARE(it.busiestSecond(), 3);
}

void tst_LinkDelivery::aPreambleAndAProbeCount()
{
    auto protocol = plain();
    protocol->setPreamble([](const Greeting &) { return QList<Frame>(5, Frame::text(u"hi"_s)); });
    LinkStory it(framesPerSecond(2), std::move(protocol));
    it.queues("a");
    QCOMPARE(it.connects(), "write hi; write hi; connected"_ba);
    it.on(Event::NetworkChanged); // wants a probe
    QCOMPARE(it.after(1s), "write hi; write hi"_ba);
    QCOMPARE(it.after(1s), "write hi; write ping"_ba);
    QCOMPARE(it.pongs(), ""_ba);
    QCOMPARE(it.after(1s), "write a; write ping"_ba);
    QCOMPARE(it.pongs(), "delivered 1"_ba);
    QCOMPARE(it.busiestSecond(), 2);
}

void tst_LinkDelivery::aProbeThatTheRateHoldsBackIsNotHeldAgainstThePeer()
{
    Policy policy = framesPerSecond(1);
    policy.probeTimeout = policy.heartbeatTimeout = 300ms;
    LinkStory it(policy);
    it.connects();
    QCOMPARE(it.sends("a"), "write a"_ba);
    QCOMPARE(it.on(Event::NetworkLost), ""_ba);
    QCOMPARE(it.after(999ms), ""_ba);
    QCOMPARE(it.state(), Connected);
    QCOMPARE(it.after(1ms), "write ping"_ba);
    QCOMPARE(it.pongs(), "delivered 1"_ba);
}

void tst_LinkDelivery::theRateOutlivesTheConnection()
{
    LinkStory it(framesPerSecond(2));
    it.connects();
    it.sends("a");
    it.loses();
    it.connects();
    it.after(2s);
    QCOMPARE(it.busiestSecond(), 2);
    QCOMPARE(it.pongs(), "delivered 1"_ba);
}

void tst_LinkDelivery::theRateHoldsWhileClosing()
{
    LinkStory it(framesPerSecond(2));
    it.connects();
    it.queues("a");
    it.queues("b");
    it.flushes();
    QCOMPARE(it.closes(), ""_ba);
    QCOMPARE(it.after(999ms), ""_ba);
    QCOMPARE(it.after(1ms), "write ping"_ba);
    QCOMPARE(it.pongs(), "delivered 1; delivered 2; hang up 1000"_ba);
}

// ---- peers that ignore pings ----

namespace {

//! A connection on which the peer sends data and answers no ping, until it is dropped for that.
QByteArray ignoresPings(LinkStory &it)
{
    it.connects();
    it.sends("a");
    QByteArrayList told;
    for (int i = 0; i < 200 && it.state() == Connected; ++i) {
        if (const QByteArray text = it.after(1s); !text.isEmpty())
            told += text;
        if (it.state() == Connected)
            it.says("data");
    }
    return told.join("; ");
}

} // namespace

void tst_LinkDelivery::aPeerThatIgnoresPingsIsReportedOnceAndKept()
{
    LinkStory it;
    const QByteArray first = ignoresPings(it);
    QVERIFY2(first.endsWith("abandon; disconnected (Timeout 1006, retries)"), first);
    QVERIFY2(!first.contains("PeerIgnoresPings"), first);

    const QByteArray second = ignoresPings(it);
    QCOMPARE(it.state(), Connected);
    QCOMPARE(second.count("trouble (PeerIgnoresPings 0, retries)"), 1);
    QVERIFY2(!second.contains("disconnected") && !second.contains("delivered"), second);
    QVERIFY(!it.link.snapshot().verifying);
    QCOMPARE(it.link.snapshot().lastError.category, ErrorCategory::PeerIgnoresPings);
    QVERIFY(it.explained().contains(u"answers no ping"_s));
    QVERIFY(it.explained().contains(u"stays pending"_s));
    QVERIFY(it.pending() > 0);

    // A day of the same: no drop, no second report, nothing falsely delivered.
    const QByteArray day = it.after(24h);
    QVERIFY2(!day.contains("trouble") && !day.contains("disconnected")
                 && !day.contains("delivered"),
             day);
    QCOMPARE(it.state(), Connected);
}

void tst_LinkDelivery::acceptWrittenSettlesWhatIsReallyOut()
{
    Policy policy;
    policy.acceptWritten = true;
    LinkStory it(policy);
    ignoresPings(it);
    ignoresPings(it);
    QCOMPARE(it.state(), Connected);
    QCOMPARE(it.link.snapshot().deliveryProof, DeliveryProof::Written);
    QVERIFY(it.explained().contains(u"\"written\" is taken for delivered"_s));
    QCOMPARE(it.pending(), 2);
    // What was in flight when that came out, and what comes after.
    QCOMPARE(it.drains(0), "delivered 1; delivered 2"_ba);
    QCOMPARE(it.sends("12345"), "write 12345"_ba);
    QCOMPARE(it.drains(3), ""_ba);
    QCOMPARE(it.drains(0), "delivered 3"_ba);
    // Also on the next connection.
    it.sends("b");
    it.loses();
    QCOMPARE(it.connects(), "connected; write b; write ping"_ba); // it might have learnt
    QCOMPARE(it.drains(6), ""_ba);
    QCOMPARE(it.drains(5), "delivered 4"_ba); // the ping behind it has five bytes
}

void tst_LinkDelivery::textHeartbeatsDoNotHideThatPingsAreIgnored()
{
    auto protocol = std::make_unique<PlainProtocol>();
    protocol->setHeartbeat(u"beat"_s, u"beaten"_s);
    LinkStory it({}, std::move(protocol));
    for (int connection = 0; connection < 2; ++connection) {
        it.connects();
        it.sends("a");
        for (int i = 0; i < 200 && it.state() == Connected; ++i) {
            const bool asked = it.after(1s).contains("write beat");
            if (it.state() == Connected)
                it.says(asked ? "beaten" : "data");
        }
    }
    QCOMPARE(it.link.snapshot().lastError.category, ErrorCategory::PeerIgnoresPings);
    QVERIFY(it.explained().contains(u"answers no ping"_s));
    QCOMPARE(it.pending(), 2);
}

void tst_LinkDelivery::aPongHealsThePeerThatIgnoredPings()
{
    Policy policy;
    policy.acceptWritten = true;
    LinkStory it(policy);
    ignoresPings(it);
    ignoresPings(it);
    QCOMPARE(it.link.snapshot().deliveryProof, DeliveryProof::Written);
    QCOMPARE(it.pongs(), "delivered 1; write ping"_ba); // the fence was a fence after all
    QCOMPARE(it.pongs(), "delivered 2"_ba);
    QCOMPARE(it.link.snapshot().deliveryProof, DeliveryProof::Fence);
    QVERIFY(!it.explained().contains(u"answers no ping"_s));
    // Back to fences, and to suspicion.
    QCOMPARE(it.sends("b"), "write b; write ping"_ba);
    QCOMPARE(it.drains(0), ""_ba);
    QVERIFY(it.after(10s).contains("disconnected (Timeout 1006, retries)"));
}

void tst_LinkDelivery::anotherServerMayAnswerPings()
{
    Policy policy;
    policy.acceptWritten = true;
    LinkStory it(policy);
    ignoresPings(it);
    ignoresPings(it);
    it.on(EndpointChanged{}); // the same server, in another way
    QCOMPARE(it.link.snapshot().deliveryProof, DeliveryProof::Written);
    it.on(EndpointChanged{.elsewhere = true});
    QCOMPARE(it.link.snapshot().deliveryProof, DeliveryProof::Fence);
    it.connects();
    const int pending = it.pending();
    it.sends("b");
    it.drains(0); // the kernel has it, the server may not
    it.loses();
    QCOMPARE(it.pending(), pending + 1);
}

void tst_LinkDelivery::twoPingsOnOneConnectionAreNoIgnoring()
{
    LinkStory it;
    const QByteArray told = ignoresPings(it);
    QVERIFY(it.pings.size() >= 2);
    QVERIFY2(!told.contains("PeerIgnoresPings"), told);
    // A connection that answers in between clears the record.
    it.connects();
    it.pongs();
    it.loses();
    QVERIFY2(!ignoresPings(it).contains("PeerIgnoresPings"), told);
}

QTEST_GUILESS_MAIN(tst_LinkDelivery)
#include "tst_linkdelivery.moc"
