// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "outcomewords.h"
#include "protocol.h"

#include <QtTest/qtest.h>

#include <limits>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace Qt::StringLiterals;

namespace {

//! The least that a protocol must be; its fences can be used from outside.
class Bare : public Protocol
{
public:
    Outcomes received(const Frame &frame) override { return {Deliver{frame.payload}}; }
    Outcomes send(const Message &message) override
    {
        return {Transmit{Frame::data(message.payload)}};
    }

    QByteArray fenced(quint64 through) { return pingsIn({fence(through)}).value(0); }
    std::optional<quint64> pong(const QByteArray &payload) { return passed(Frame::pong(payload)); }
    Outcomes begins(quint32 nonce) { return begin({.nonce = nonce}); }
};

} // namespace

class tst_Protocol : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultsAskForNothing();
    void aFenceNamesItsConnectionAndItsPlace();
    void aFenceFitsIntoAControlFrame();
    void aPongProvesItsFenceAndAllBeforeIt();
    void aFenceThatProvesLessTakesNothingBack();
    void aForeignPongProvesNothing();
    void aRepeatedPongProvesNothing();
    void anEarlierConversationIsForgotten();
};

void tst_Protocol::theDefaultsAskForNothing()
{
    Bare protocol;
    QVERIFY(protocol.subprotocols().isEmpty());
    const QUrl url(u"wss://example.org/chat?room=1"_s);
    QCOMPARE(protocol.endpoint(url), url);
    QCOMPARE(protocol.deliveryProof(), DeliveryProof::Acknowledgement);

    QCOMPARE(words(protocol.begins(1)), "ready"_ba);
    QCOMPARE(words(protocol.flushed()), ""_ba);
    QCOMPARE(words(protocol.probe()), "transmit ping"_ba);
}

void tst_Protocol::aFenceNamesItsConnectionAndItsPlace()
{
    Bare protocol;
    (void)protocol.begins(0xc0ffee);
    QCOMPARE(protocol.fenced(1), "hfc0ffee-1"_ba);
    QCOMPARE(protocol.fenced(1), "hfc0ffee-2"_ba);
    QCOMPARE(pingsIn(protocol.probe()), QByteArrayList{"hfc0ffee-3"});
}

void tst_Protocol::aFenceFitsIntoAControlFrame()
{
    Bare protocol;
    (void)protocol.begins(std::numeric_limits<quint32>::max());
    for (int i = 0; i < 1000; ++i)
        (void)protocol.fenced(std::numeric_limits<quint64>::max());
    QVERIFY(protocol.fenced(1).size() <= 125);
}

void tst_Protocol::aPongProvesItsFenceAndAllBeforeIt()
{
    Bare protocol;
    (void)protocol.begins(1);
    (void)protocol.fenced(3);
    const QByteArray second = protocol.fenced(7);
    const QByteArray third = protocol.fenced(9);
    QCOMPARE(protocol.pong(second), std::optional<quint64>(7));
    QCOMPARE(protocol.pong(third), std::optional<quint64>(9));
}

void tst_Protocol::aFenceThatProvesLessTakesNothingBack()
{
    // A probe without a message behind it proves what the fence before it did.
    Bare protocol;
    (void)protocol.begins(1);
    (void)protocol.fenced(7);
    const QByteArray probe = protocol.fenced(0);
    QCOMPARE(protocol.pong(probe), std::optional<quint64>(7));
}

void tst_Protocol::aForeignPongProvesNothing()
{
    Bare protocol;
    (void)protocol.begins(1);
    (void)protocol.fenced(7);
    QCOMPARE(protocol.pong({}), std::nullopt);
    QCOMPARE(protocol.pong("hf"), std::nullopt);
    QCOMPARE(protocol.pong("hf1-2"), std::nullopt);
    QCOMPARE(protocol.pong("hf2-1"), std::nullopt);
    QCOMPARE(protocol.pong("hf1-1 "), std::nullopt);
}

void tst_Protocol::aRepeatedPongProvesNothing()
{
    Bare protocol;
    (void)protocol.begins(1);
    const QByteArray first = protocol.fenced(3);
    const QByteArray second = protocol.fenced(7);
    QVERIFY(protocol.pong(second));
    QCOMPARE(protocol.pong(second), std::nullopt);
    QCOMPARE(protocol.pong(first), std::nullopt);
}

void tst_Protocol::anEarlierConversationIsForgotten()
{
    Bare protocol;
    (void)protocol.begins(1);
    const QByteArray early = protocol.fenced(7);
    (void)protocol.begins(2);
    const QByteArray late = protocol.fenced(1);
    QCOMPARE(protocol.pong(early), std::nullopt);
    QCOMPARE(protocol.pong(late), std::optional<quint64>(1));
    // Even if luck draws the same nonce again.
    (void)protocol.begins(1);
    QCOMPARE(protocol.pong(early), std::nullopt);
}

QTEST_GUILESS_MAIN(tst_Protocol)
#include "tst_protocol.moc"
