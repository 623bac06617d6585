// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "outcomewords.h"
#include "plainprotocol.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace Qt::StringLiterals;

namespace {

//! A conversation with a PlainProtocol, in words. Pings are remembered in the order in which they
//! went.
struct Talk
{
    PlainProtocol protocol;
    QByteArrayList pings;
    quint64 number = 0;

    QByteArray said(const Outcomes &outcomes)
    {
        pings += pingsIn(outcomes);
        return words(outcomes);
    }
    QByteArray begins(quint32 nonce = 1)
    {
        pings.clear();
        return said(protocol.begin({.nonce = nonce}));
    }
    QByteArray hears(const QString &text) { return said(protocol.received(Frame::text(text))); }
    QByteArray hears(const QByteArray &bytes)
    {
        return said(protocol.received(Frame::binary(bytes)));
    }
    QByteArray pong(const QByteArray &payload)
    {
        return said(protocol.received(Frame::pong(payload)));
    }
    QByteArray sends(Payload payload)
    {
        const qint64 bytes = payload.byteCount();
        return said(
            protocol.send({.number = ++number, .payload = std::move(payload), .byteCount = bytes}));
    }
    QByteArray sends(const QString &text) { return sends(Payload(text)); }
    QByteArray flushes() { return said(protocol.flushed()); }
    QByteArray probes() { return said(protocol.probe()); }
};

} // namespace

class tst_PlainProtocol : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFrameIsAMessage();
    void theEndpointStaysAsItIs();
    void offersTheSubprotocolsThatWereSet();
    void thePreambleGoesFirstOnEveryConnection();
    void thePreambleKnowsTheGreeting();
    void readyWhenHoldsReadyBack();
    void whatCameEarlyIsDeliveredAfterReadyInOrder();
    void moreThanAMebibyteBeforeReadyIsRefused();
    void earlyFramesOfAnEarlierConversationAreForgotten();
    void theEndOfABurstIsFenced();
    void aFlushWithNothingNewCostsNoFence();
    void aFenceAfterSoManyMessages();
    void aFenceAfterSoManyBytes();
    void aBurstThatEndsWithItsFenceNeedsNoOther();
    void aFenceIsEveryMessageAtLeast();
    void aPongConfirmsAllUpToItsFence();
    void theNewestPongConfirmsAllBeforeIt();
    void aPongConfirmsNothingThatWentAfterItsFence();
    void aProbeConfirmsWhatWentBeforeIt();
    void aForeignOrRepeatedPongConfirmsNothing();
    void aPongOfAnEarlierConversationConfirmsNothing();
    void aPongWithoutMessagesConfirmsNothing();
    void writtenAndManualNeverAcknowledgeByPong_data();
    void writtenAndManualNeverAcknowledgeByPong();
    void nothingAcknowledgesInAPlainConversation();
    void aTextHeartbeatWithAReplyIsAnsweredByIt();
    void aTextHeartbeatWithoutAReplyTakesAPingAlong();
    void aPingFromTheWireIsNoMessage();
};

void tst_PlainProtocol::aFrameIsAMessage()
{
    Talk talk;
    QCOMPARE(talk.begins(), "ready"_ba);
    QCOMPARE(talk.sends(u"héllo"_s), "transmit héllo"_ba);
    QCOMPARE(talk.sends(Payload("\x00\xff"_ba)), "transmit <00ff>"_ba);
    QCOMPARE(talk.sends(QString()), "transmit "_ba);
    QCOMPARE(talk.hears(u"wörld"_s), "deliver wörld"_ba);
    QCOMPARE(talk.hears("\x01"_ba), "deliver <01>"_ba);
    QCOMPARE(talk.hears(QString()), "deliver "_ba);
}

void tst_PlainProtocol::theEndpointStaysAsItIs()
{
    const QUrl url(u"ws://localhost:1234/a/b?c=d#e"_s);
    QCOMPARE(PlainProtocol().endpoint(url), url);
}

void tst_PlainProtocol::offersTheSubprotocolsThatWereSet()
{
    PlainProtocol protocol;
    QVERIFY(protocol.subprotocols().isEmpty());
    protocol.setSubprotocols({u"chat.v2"_s, u"chat.v1"_s});
    QCOMPARE(protocol.subprotocols(), QStringList({u"chat.v2"_s, u"chat.v1"_s}));
}

void tst_PlainProtocol::thePreambleGoesFirstOnEveryConnection()
{
    Talk talk;
    talk.protocol.setPreamble([](const Greeting &) {
        return QList<Frame>{Frame::text(u"login"_s), Frame::binary("\x01")};
    });
    for (quint32 connection = 1; connection <= 3; ++connection) {
        QCOMPARE(talk.begins(connection), "transmit login; transmit <01>; ready"_ba);
        QCOMPARE(talk.sends(u"a"_s), "transmit a"_ba);
    }
}

void tst_PlainProtocol::thePreambleKnowsTheGreeting()
{
    PlainProtocol protocol;
    protocol.setPreamble([](const Greeting &greeting) {
        return QList<Frame>{Frame::text(greeting.url.path() + u' ' + greeting.subprotocol)};
    });
    QCOMPARE(words(protocol.begin({.url = QUrl(u"ws://h/room"_s), .subprotocol = u"v1"_s})),
             "transmit /room v1; ready"_ba);
}

void tst_PlainProtocol::readyWhenHoldsReadyBack()
{
    Talk talk;
    talk.protocol.setPreamble(
        [](const Greeting &) { return QList<Frame>{Frame::text(u"login"_s)}; });
    talk.protocol.setReadyWhen(
        [](const Frame &frame) { return frame.payload.text() == u"welcome"; });
    QCOMPARE(talk.begins(), "transmit login"_ba);
    QCOMPARE(talk.pong("hf1-1"), ""_ba);
    QCOMPARE(talk.hears(u"welcome"_s), "ready; deliver welcome"_ba);
    QCOMPARE(talk.hears(u"welcome"_s), "deliver welcome"_ba);
    // A new connection waits anew.
    QCOMPARE(talk.begins(2), "transmit login"_ba);
    QCOMPARE(talk.hears(u"welcome"_s), "ready; deliver welcome"_ba);
}

void tst_PlainProtocol::whatCameEarlyIsDeliveredAfterReadyInOrder()
{
    Talk talk;
    talk.protocol.setReadyWhen(
        [](const Frame &frame) { return frame.payload.text() == u"welcome"; });
    (void)talk.begins();
    QCOMPARE(talk.hears(u"motd"_s), ""_ba);
    QCOMPARE(talk.hears("\x07"_ba), ""_ba);
    QCOMPARE(talk.hears(u"welcome"_s), "ready; deliver motd; deliver <07>; deliver welcome"_ba);
}

void tst_PlainProtocol::moreThanAMebibyteBeforeReadyIsRefused()
{
    Talk talk;
    talk.protocol.setReadyWhen(
        [](const Frame &frame) { return frame.payload.text() == u"welcome"; });
    (void)talk.begins();
    QCOMPARE(talk.hears(QByteArray(512 * 1024, 'a')), ""_ba);
    QCOMPARE(talk.hears(QByteArray(512 * 1024, 'b')), ""_ba);
    QVERIFY(talk.hears("c"_ba).startsWith("refused: over 1 MiB"));
    // The next conversation starts from nothing.
    (void)talk.begins(2);
    QCOMPARE(talk.hears(QByteArray(1024 * 1024, 'a')), ""_ba);
}

void tst_PlainProtocol::earlyFramesOfAnEarlierConversationAreForgotten()
{
    Talk talk;
    talk.protocol.setReadyWhen(
        [](const Frame &frame) { return frame.payload.text() == u"welcome"; });
    (void)talk.begins();
    (void)talk.hears(u"old"_s);
    (void)talk.begins(2);
    QCOMPARE(talk.hears(u"welcome"_s), "ready; deliver welcome"_ba);
}

void tst_PlainProtocol::theEndOfABurstIsFenced()
{
    Talk talk;
    (void)talk.begins(0xbeef);
    QCOMPARE(talk.sends(u"a"_s), "transmit a"_ba);
    QCOMPARE(talk.sends(u"b"_s), "transmit b"_ba);
    QCOMPARE(talk.flushes(), "transmit ping"_ba);
    QCOMPARE(talk.pings, QByteArrayList{"hfbeef-1"});
}

void tst_PlainProtocol::aFlushWithNothingNewCostsNoFence()
{
    Talk talk;
    (void)talk.begins();
    QCOMPARE(talk.flushes(), ""_ba);
    (void)talk.sends(u"a"_s);
    QCOMPARE(talk.flushes(), "transmit ping"_ba);
    QCOMPARE(talk.flushes(), ""_ba);
}

void tst_PlainProtocol::aFenceAfterSoManyMessages()
{
    Talk talk;
    talk.protocol.setFenceEvery(3, 1'000'000);
    (void)talk.begins();
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(talk.sends(u"a"_s), "transmit a"_ba);
        QCOMPARE(talk.sends(u"b"_s), "transmit b"_ba);
        QCOMPARE(talk.sends(u"c"_s), "transmit c; transmit ping"_ba);
    }
}

void tst_PlainProtocol::aFenceAfterSoManyBytes()
{
    Talk talk;
    talk.protocol.setFenceEvery(1000, 10);
    (void)talk.begins();
    QCOMPARE(talk.sends(u"123456789"_s), "transmit 123456789"_ba);
    QCOMPARE(talk.sends(u"a"_s), "transmit a; transmit ping"_ba);
    QCOMPARE(talk.sends(u"b"_s), "transmit b"_ba);
    QCOMPARE(talk.sends(u"äöüäö"_s), "transmit äöüäö; transmit ping"_ba); // UTF-8 counts
}

void tst_PlainProtocol::aBurstThatEndsWithItsFenceNeedsNoOther()
{
    Talk talk;
    talk.protocol.setFenceEvery(1, 1'000'000);
    (void)talk.begins();
    QCOMPARE(talk.sends(u"a"_s), "transmit a; transmit ping"_ba);
    QCOMPARE(talk.flushes(), ""_ba);
}

void tst_PlainProtocol::aFenceIsEveryMessageAtLeast()
{
    Talk talk;
    talk.protocol.setFenceEvery(0, -5);
    (void)talk.begins();
    QCOMPARE(talk.sends(u"a"_s), "transmit a; transmit ping"_ba);
}

void tst_PlainProtocol::aPongConfirmsAllUpToItsFence()
{
    Talk talk;
    (void)talk.begins();
    (void)talk.sends(u"a"_s);
    (void)talk.sends(u"b"_s);
    (void)talk.flushes();
    QCOMPARE(talk.pong(talk.pings[0]), "acknowledged 1..2"_ba);
    (void)talk.sends(u"c"_s);
    (void)talk.flushes();
    QCOMPARE(talk.pong(talk.pings[1]), "acknowledged 3..3"_ba);
}

void tst_PlainProtocol::theNewestPongConfirmsAllBeforeIt()
{
    Talk talk;
    talk.protocol.setFenceEvery(1, 1'000'000);
    (void)talk.begins();
    for (int i = 0; i < 5; ++i)
        (void)talk.sends(u"a"_s);
    QCOMPARE(talk.pong(talk.pings[3]), "acknowledged 1..4"_ba);
    QCOMPARE(talk.pong(talk.pings[1]), ""_ba);
    QCOMPARE(talk.pong(talk.pings[4]), "acknowledged 5..5"_ba);
}

void tst_PlainProtocol::aPongConfirmsNothingThatWentAfterItsFence()
{
    Talk talk;
    (void)talk.begins();
    (void)talk.sends(u"a"_s);
    (void)talk.flushes();
    (void)talk.sends(u"b"_s);
    QCOMPARE(talk.pong(talk.pings[0]), "acknowledged 1..1"_ba);
}

void tst_PlainProtocol::aProbeConfirmsWhatWentBeforeIt()
{
    Talk talk;
    (void)talk.begins();
    (void)talk.sends(u"a"_s);
    QCOMPARE(talk.probes(), "transmit ping"_ba);
    QCOMPARE(talk.flushes(), ""_ba); // the probe was a fence
    QCOMPARE(talk.pong(talk.pings[0]), "acknowledged 1..1"_ba);
    QCOMPARE(talk.probes(), "transmit ping"_ba);
    QCOMPARE(talk.pong(talk.pings[1]), ""_ba); // nothing new to confirm
}

void tst_PlainProtocol::aForeignOrRepeatedPongConfirmsNothing()
{
    Talk talk;
    (void)talk.begins();
    (void)talk.sends(u"a"_s);
    (void)talk.flushes();
    QCOMPARE(talk.pong(""), ""_ba);
    QCOMPARE(talk.pong("hf1-2"), ""_ba);
    QCOMPARE(talk.pong("a"), ""_ba);
    QCOMPARE(talk.pong(talk.pings[0]), "acknowledged 1..1"_ba);
    (void)talk.sends(u"b"_s);
    QCOMPARE(talk.pong(talk.pings[0]), ""_ba);
}

void tst_PlainProtocol::aPongOfAnEarlierConversationConfirmsNothing()
{
    Talk talk;
    (void)talk.begins(1);
    (void)talk.sends(u"a"_s);
    (void)talk.flushes();
    const QByteArray early = talk.pings[0];
    (void)talk.begins(2);
    talk.number = 0; // the same message, again
    (void)talk.sends(u"a"_s);
    (void)talk.flushes();
    QCOMPARE(talk.pong(early), ""_ba);
    QCOMPARE(talk.pong(talk.pings[0]), "acknowledged 1..1"_ba);
}

void tst_PlainProtocol::aPongWithoutMessagesConfirmsNothing()
{
    Talk talk;
    (void)talk.begins();
    (void)talk.probes();
    QCOMPARE(talk.pong(talk.pings[0]), ""_ba);
}

void tst_PlainProtocol::writtenAndManualNeverAcknowledgeByPong_data()
{
    QTest::addColumn<DeliveryProof>("proof");
    QTest::newRow("Written") << DeliveryProof::Written;
    QTest::newRow("Manual") << DeliveryProof::Manual;
}

void tst_PlainProtocol::writtenAndManualNeverAcknowledgeByPong()
{
    QFETCH(DeliveryProof, proof);
    Talk talk;
    talk.protocol.setDeliveryProof(proof);
    talk.protocol.setFenceEvery(1, 1);
    QCOMPARE(talk.protocol.deliveryProof(), proof);
    (void)talk.begins();
    QCOMPARE(talk.sends(u"a"_s), "transmit a"_ba);
    QCOMPARE(talk.flushes(), ""_ba);
    QCOMPARE(talk.probes(), "transmit ping"_ba);
    QCOMPARE(talk.pong(talk.pings[0]), ""_ba);
}

void tst_PlainProtocol::nothingAcknowledgesInAPlainConversation()
{
    PlainProtocol protocol;
    QCOMPARE(protocol.deliveryProof(), DeliveryProof::Fence);
    protocol.setDeliveryProof(DeliveryProof::Acknowledgement);
    QCOMPARE(protocol.deliveryProof(), DeliveryProof::Fence);
}

void tst_PlainProtocol::aTextHeartbeatWithAReplyIsAnsweredByIt()
{
    Talk talk;
    talk.protocol.setHeartbeat(u"are you there?"_s, u"yes"_s);
    (void)talk.begins();
    QCOMPARE(talk.probes(), "transmit are you there?"_ba);
    QCOMPARE(talk.hears(u"yes"_s), "answered"_ba);
    QCOMPARE(talk.hears("yes"_ba), "deliver <796573>"_ba); // bytes are no heartbeat
    QCOMPARE(talk.hears(u"yes!"_s), "deliver yes!"_ba);
}

void tst_PlainProtocol::aTextHeartbeatWithoutAReplyTakesAPingAlong()
{
    Talk talk;
    talk.protocol.setHeartbeat(u"hb"_s);
    (void)talk.begins();
    QCOMPARE(talk.probes(), "transmit hb; transmit ping"_ba);
    QCOMPARE(talk.hears(QString()), "deliver "_ba); // an empty reply is no reply
}

void tst_PlainProtocol::aPingFromTheWireIsNoMessage()
{
    // Transports answer pings themselves and do not pass them on; but if one did, nothing happens.
    Talk talk;
    (void)talk.begins();
    QCOMPARE(talk.said(talk.protocol.received(Frame::ping("x"))), ""_ba);
}

QTEST_GUILESS_MAIN(tst_PlainProtocol)
#include "tst_plainprotocol.moc"
