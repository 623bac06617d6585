// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "outboxwords.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_Outbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyAtFirst();
    void keepsTheOrder();
    void keepsTheMessageAsItWas();
    void eachMessageHasAKeyOfItsOwn();
    void aProducerMayBeginWithAHigherNumber();
    void numbersRiseAndAreNeverReused();
    void theWindowCountsMessages();
    void theWindowCountsBytes();
    void aMessageLargerThanTheWindowGoesAlone();
    void refusesWhatIsTooLarge();
    void refusesWhatDoesNotFit();
    void takesMoreOnceThereIsRoom();
    void anEmptyMessageIsAMessage();
    void acknowledgesARange();
    void acknowledgesOutOfOrder();
    void whatWasNeverWrittenCannotBeAcknowledged();
    void anAcknowledgementCountsOnce();
    void aLateAcknowledgementOfALostConnectionCounts();
    void theTagComesBackWithTheOutcome();
    void rejectsOneThatWasWritten();
    void aLostConnectionPutsBackAllThatIsInFlight();
    void rewindsFromANumber();
    void newNeverOvertakesOldAfterALoss();
    void whatWasSettledWhileInFlightIsNotSentAgain();
    void clearTakesEverythingOut();
    void smallerLimitsHoldForWhatComes();
    void tellsHowLongTheOldestHasWaited();
};

void tst_Outbox::isEmptyAtFirst()
{
    const Outbox outbox;
    QVERIFY(!outbox.next());
    QVERIFY(!outbox.hasUnwritten());
    QVERIFY(!outbox.oldestQueuedAt());
    QCOMPARE(outbox.pendingCount(), 0);
    QCOMPARE(outbox.pendingBytes(), 0);
}

void tst_Outbox::keepsTheOrder()
{
    Outbox outbox;
    for (int i = 0; i < 5; ++i)
        add(outbox);
    QVERIFY(outbox.hasUnwritten());
    QCOMPARE(write(outbox), Numbers({1, 2, 3, 4, 5}));
    QVERIFY(!outbox.hasUnwritten());
    QCOMPARE(outbox.pendingCount(), 5);
    QCOMPARE(outbox.inFlightCount(), 5);
}

void tst_Outbox::keepsTheMessageAsItWas()
{
    Outbox outbox;
    QCOMPARE(outbox.add(u"€"_s, {.tag = u"draft"_s}, Start + 5s).number, 1u);
    const Message *message = outbox.next();
    QVERIFY(message);
    QCOMPARE(message->number, 1u);
    QCOMPARE(message->payload, Payload(u"€"_s));
    QCOMPARE(message->tag, u"draft"_s);
    QCOMPARE(message->byteCount, 3);
    QCOMPARE(message->queuedAt, Start + 5s);
    QCOMPARE(outbox.pendingBytes(), 3);
}

void tst_Outbox::eachMessageHasAKeyOfItsOwn()
{
    Outbox outbox;
    outbox.setProducer(u"me"_s);
    add(outbox);
    add(outbox);
    QStringList keys;
    outbox.forEach([&](const Message &message, bool) { keys += message.key(); });
    QCOMPARE(keys, QStringList({u"me-1"_s, u"me-2"_s}));
    write(outbox);
    (void)outbox.connectionEnded(Blame::Nobody);
    QCOMPARE(outbox.next()->key(), u"me-1"_s); // the same on every try
}

void tst_Outbox::aProducerMayBeginWithAHigherNumber()
{
    Outbox outbox;
    outbox.setProducer(u"me"_s, 4097);
    QCOMPARE(add(outbox), 4097u);
    outbox.setProducer(u"another"_s); // which must not use a number twice
    QCOMPARE(add(outbox), 4098u);
    QCOMPARE(outbox.cancel(4097)->number, 4097u);
    QCOMPARE(outbox.next()->key(), u"another-4098"_s);
}

void tst_Outbox::numbersRiseAndAreNeverReused()
{
    Outbox outbox({.maxPendingMessages = 2});
    QCOMPARE(add(outbox), 1u);
    QCOMPARE(add(outbox), 2u);
    QCOMPARE(add(outbox), 0u); // refused
    (void)outbox.clear();
    QCOMPARE(add(outbox), 3u);
    write(outbox);
    (void)outbox.acknowledge(3, 3);
    QCOMPARE(add(outbox), 4u);
}

void tst_Outbox::theWindowCountsMessages()
{
    Outbox outbox({.windowMessages = 2});
    for (int i = 0; i < 5; ++i)
        add(outbox);
    QCOMPARE(write(outbox), Numbers({1, 2}));
    QVERIFY(outbox.hasUnwritten());
    (void)outbox.acknowledge(1, 1);
    QCOMPARE(write(outbox), Numbers({3}));
    (void)outbox.acknowledge(2, 3);
    QCOMPARE(write(outbox), Numbers({4, 5}));
}

void tst_Outbox::theWindowCountsBytes()
{
    Outbox outbox({.windowBytes = 100});
    add(outbox, 60);
    add(outbox, 40);
    add(outbox, 1);
    QCOMPARE(write(outbox), Numbers({1, 2}));
    QCOMPARE(outbox.inFlightBytes(), 100);
    (void)outbox.acknowledge(2, 2);
    QCOMPARE(outbox.inFlightBytes(), 60);
    QCOMPARE(write(outbox), Numbers({3}));
}

void tst_Outbox::aMessageLargerThanTheWindowGoesAlone()
{
    Outbox outbox({.windowBytes = 100});
    add(outbox, 10);
    add(outbox, 500);
    add(outbox, 10);
    QCOMPARE(write(outbox), Numbers({1}));
    (void)outbox.acknowledge(1, 1);
    QCOMPARE(write(outbox), Numbers({2}));
    (void)outbox.acknowledge(2, 2);
    QCOMPARE(write(outbox), Numbers({3}));
}

void tst_Outbox::refusesWhatIsTooLarge()
{
    Outbox outbox({.maxMessageBytes = 10});
    QVERIFY(add(outbox, 10) != 0);
    const Outbox::Admission admission = outbox.add(QByteArray(11, 'x'), {}, Start);
    QCOMPARE(admission.number, 0u);
    QCOMPARE(admission.refusal, MessageFailure::TooLarge);
    QCOMPARE(outbox.pendingCount(), 1);
}

void tst_Outbox::refusesWhatDoesNotFit()
{
    Outbox few({.maxPendingMessages = 1});
    QCOMPARE(few.add(u"a"_s, {}, Start).refusal, MessageFailure::None);
    QCOMPARE(few.add(u"b"_s, {}, Start).refusal, MessageFailure::QueueFull);

    Outbox small({.maxPendingBytes = 5});
    QVERIFY(add(small, 3) != 0);
    QCOMPARE(small.add(QByteArray(3, 'x'), {}, Start).refusal, MessageFailure::QueueFull);
    QVERIFY(add(small, 2) != 0);
    QCOMPARE(small.pendingBytes(), 5);
}

void tst_Outbox::takesMoreOnceThereIsRoom()
{
    Outbox outbox({.maxPendingMessages = 1});
    add(outbox);
    write(outbox);
    QCOMPARE(add(outbox), 0u); // in flight is pending, too
    (void)outbox.acknowledge(1, 1);
    QVERIFY(add(outbox) != 0);
}

void tst_Outbox::anEmptyMessageIsAMessage()
{
    Outbox outbox;
    QCOMPARE(outbox.add(QString(), {}, Start).number, 1u);
    QCOMPARE(write(outbox), Numbers({1}));
    QCOMPARE(numbersOf(outbox.acknowledge(1, 1)), Numbers({1}));
}

void tst_Outbox::acknowledgesARange()
{
    Outbox outbox;
    for (int i = 0; i < 6; ++i)
        add(outbox);
    write(outbox);
    QCOMPARE(numbersOf(outbox.acknowledge(0, 2)), Numbers({1, 2}));
    QCOMPARE(numbersOf(outbox.acknowledge(4, 5)), Numbers({4, 5}));
    QCOMPARE(pending(outbox), Numbers({3, 6}));
    QCOMPARE(numbersOf(outbox.acknowledge(5, 4)), Numbers());
    QCOMPARE(numbersOf(outbox.acknowledge(0, ~Q_UINT64_C(0))), Numbers({3, 6}));
    QCOMPARE(outbox.pendingCount(), 0);
}

void tst_Outbox::acknowledgesOutOfOrder()
{
    Outbox outbox;
    for (int i = 0; i < 4; ++i)
        add(outbox, 10);
    write(outbox);
    QCOMPARE(numbersOf(outbox.acknowledge(4, 4)), Numbers({4}));
    QCOMPARE(numbersOf(outbox.acknowledge(2, 2)), Numbers({2}));
    QCOMPARE(pending(outbox), Numbers({1, 3}));
    QCOMPARE(outbox.pendingBytes(), 20);
    QCOMPARE(outbox.inFlightBytes(), 20);
    QCOMPARE(numbersOf(outbox.acknowledge(1, 4)), Numbers({1, 3}));
}

void tst_Outbox::whatWasNeverWrittenCannotBeAcknowledged()
{
    Outbox outbox({.windowMessages = 1});
    add(outbox);
    add(outbox);
    write(outbox);
    QCOMPARE(numbersOf(outbox.acknowledge(1, 2)), Numbers({1}));
    QCOMPARE(pending(outbox), Numbers({2}));
}

void tst_Outbox::anAcknowledgementCountsOnce()
{
    Outbox outbox;
    add(outbox);
    add(outbox);
    write(outbox);
    QCOMPARE(numbersOf(outbox.acknowledge(2, 2)), Numbers({2}));
    QCOMPARE(numbersOf(outbox.acknowledge(2, 2)), Numbers());
    QVERIFY(!outbox.reject(2));
    QCOMPARE(outbox.pendingCount(), 1);
}

void tst_Outbox::aLateAcknowledgementOfALostConnectionCounts()
{
    Outbox outbox;
    add(outbox);
    add(outbox);
    write(outbox);
    (void)outbox.connectionEnded(Blame::Nobody);
    QCOMPARE(numbersOf(outbox.acknowledge(1, 1)),
             Numbers({1})); // a resumed session says what it has
    QCOMPARE(write(outbox), Numbers({2}));
}

void tst_Outbox::theTagComesBackWithTheOutcome()
{
    Outbox outbox;
    for (const QString &tag : {u"a"_s, u"b"_s, u"c"_s})
        add(outbox, 1, tag);
    write(outbox);
    QCOMPARE(outbox.acknowledge(1, 1).at(0).tag, u"a"_s);
    QCOMPARE(outbox.reject(2)->tag, u"b"_s);
    QCOMPARE(outbox.clear().at(0).tag, u"c"_s);
}

void tst_Outbox::rejectsOneThatWasWritten()
{
    Outbox outbox({.windowMessages = 2});
    for (int i = 0; i < 3; ++i)
        add(outbox);
    write(outbox);
    QCOMPARE(outbox.reject(2)->number, 2u);
    QVERIFY(!outbox.reject(2)); // gone
    QVERIFY(!outbox.reject(3)); // never written
    QVERIFY(!outbox.reject(99)); // never there
    QVERIFY(!outbox.reject(0));
    QCOMPARE(pending(outbox), Numbers({1, 3}));
}

void tst_Outbox::aLostConnectionPutsBackAllThatIsInFlight()
{
    Outbox outbox;
    for (int i = 0; i < 3; ++i)
        add(outbox, 10);
    write(outbox);
    (void)outbox.connectionEnded(Blame::Nobody);
    QCOMPARE(outbox.inFlightCount(), 0);
    QCOMPARE(outbox.inFlightBytes(), 0);
    QCOMPARE(outbox.pendingCount(), 3);
    QCOMPARE(write(outbox), Numbers({1, 2, 3}));
}

void tst_Outbox::rewindsFromANumber()
{
    Outbox outbox;
    for (int i = 0; i < 5; ++i)
        add(outbox, 10);
    write(outbox);
    (void)outbox.rewind(4);
    QCOMPARE(inFlight(outbox), Numbers({1, 2, 3}));
    QCOMPARE(outbox.inFlightBytes(), 30);
    (void)outbox.rewind(99);
    QCOMPARE(inFlight(outbox), Numbers({1, 2, 3}));
    QCOMPARE(write(outbox), Numbers({4, 5}));
}

void tst_Outbox::newNeverOvertakesOldAfterALoss()
{
    Outbox outbox({.windowMessages = 2});
    for (int i = 0; i < 3; ++i)
        add(outbox);
    write(outbox);
    (void)outbox.connectionEnded(Blame::Nobody);
    add(outbox);
    QCOMPARE(write(outbox), Numbers({1, 2}));
    (void)outbox.acknowledge(1, 2);
    QCOMPARE(write(outbox), Numbers({3, 4}));
}

void tst_Outbox::whatWasSettledWhileInFlightIsNotSentAgain()
{
    Outbox outbox;
    for (int i = 0; i < 4; ++i)
        add(outbox, 10);
    write(outbox);
    (void)outbox.acknowledge(3, 3);
    (void)outbox.connectionEnded(Blame::Nobody);
    QCOMPARE(outbox.inFlightBytes(), 0);
    QCOMPARE(write(outbox), Numbers({1, 2, 4}));
    QCOMPARE(outbox.inFlightBytes(), 30);
}

void tst_Outbox::clearTakesEverythingOut()
{
    Outbox outbox({.windowMessages = 3});
    for (int i = 0; i < 5; ++i)
        add(outbox);
    write(outbox);
    (void)outbox.acknowledge(2, 2);
    QCOMPARE(
        words(outbox.clear()),
        "discarded 1, maybe delivered; discarded 3, maybe delivered; discarded 4; discarded 5"_ba);
    QCOMPARE(outbox.pendingCount(), 0);
    QCOMPARE(outbox.pendingBytes(), 0);
    QCOMPARE(outbox.inFlightCount(), 0);
    QCOMPARE(outbox.inFlightBytes(), 0);
    QVERIFY(!outbox.next());
    QCOMPARE(numbersOf(outbox.clear()), Numbers());
}

void tst_Outbox::smallerLimitsHoldForWhatComes()
{
    Outbox outbox;
    for (int i = 0; i < 3; ++i)
        add(outbox, 10);
    outbox.setLimits({.maxPendingMessages = 2, .maxPendingBytes = 5, .windowMessages = 1});
    QCOMPARE(outbox.pendingCount(), 3); // accepted is accepted
    QCOMPARE(outbox.add(u"a"_s, {}, Start).refusal, MessageFailure::QueueFull);
    QCOMPARE(write(outbox), Numbers({1}));
}

void tst_Outbox::tellsHowLongTheOldestHasWaited()
{
    Outbox outbox;
    add(outbox, 1, {}, Start + 1s);
    add(outbox, 1, {}, Start + 2s);
    add(outbox, 1, {}, Start + 3s);
    write(outbox);
    QCOMPARE(outbox.oldestQueuedAt(), Start + 1s);
    (void)outbox.acknowledge(2, 2);
    QCOMPARE(outbox.oldestQueuedAt(), Start + 1s);
    (void)outbox.acknowledge(1, 1);
    QCOMPARE(outbox.oldestQueuedAt(), Start + 3s);
    (void)outbox.acknowledge(3, 3);
    QVERIFY(!outbox.oldestQueuedAt());
}

QTEST_GUILESS_MAIN(tst_Outbox)
#include "tst_outbox.moc"
