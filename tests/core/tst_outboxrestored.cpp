// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// What a queue that survives the process asks of its outbox: messages of an earlier run, and
// numbers that the disk has not reserved yet.

#include "outboxwords.h"

#include <QtTest/qtest.h>

#include <limits>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

enum class Was { Waiting, Written };

Message left(quint64 number, Was was = Was::Waiting, const QString &coalesceKey = {})
{
    Message message;
    message.number = number;
    message.producer = u"old"_s;
    message.payload = QByteArray(10, 'x');
    message.coalesceKey = coalesceKey;
    message.maybeDelivered = was == Was::Written;
    message.queuedAt = Start;
    return message;
}

QStringList keysIn(const Outbox &outbox)
{
    QStringList keys;
    outbox.forEach([&](const Message &message, bool) { keys += message.key(); });
    return keys;
}

} // namespace

class tst_OutboxRestored : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // restored
    void itIsAsItWas();
    void itGoesBeforeWhatWasAdded();
    void anyOrderWillDo();
    void numbersGoOnAboveIt();
    void messagesOfOneProducerShareItsName();
    void itCountsAsPendingAndNoLimitKeepsItOut();
    void itExpiresWhenItsTimeIsOver();
    void itIsNeverVolatileAndAgesNoLongerThanOthers();
    void whatWasNeverWrittenMayGoAnyWay();
    void whatMayBeDeliveredStays();
    void whatIsBeforeOneThatMayBeDeliveredMayBe();
    void whatMayBeDeliveredCanBeAcknowledged();
    void whatOneProducerWroteCanBeAcknowledged();
    void whatOneProducerWroteMayBeInFlight();
    void aNewerOneSupersedesIt();
    void twoWithOneKeyAreSupersededFromBothEnds();
    void aNumberComesOnce();
    void aNumberThatWasAddedIsNotRestored();
    void nothingIsOvertaken();
    void itIsTheFirstAfterALostConnection();
    void itTakesThePlaceOfOneThatLeft();
    void aLongQueueIsRestored();
    // reserved
    void nothingGoesBeyondWhatIsReserved();
    void whatIsNotReservedMayLeaveInEveryOtherWay();
    void theOthersGetNewKeys();
    void whatWasWrittenKeepsItsKey();
};

// ---- restored ----

void tst_OutboxRestored::itIsAsItWas()
{
    Outbox outbox;
    outbox.setProducer(u"new"_s, 100);
    Message message = left(7);
    message.payload = u"€"_s;
    message.tag = u"draft"_s;
    message.timeToLive = 10s;
    message.queuedAt = Start - 4s;
    QVERIFY(outbox.restore(message));
    const Message *next = outbox.next();
    QVERIFY(next);
    QCOMPARE(next->number, 7u);
    QCOMPARE(next->key(), u"old-7"_s);
    QCOMPARE(next->payload, Payload(u"€"_s));
    QCOMPARE(next->byteCount, 3);
    QCOMPARE(next->tag, u"draft"_s);
    QCOMPARE(next->queuedAt, Start - 4s);
    QCOMPARE(next->expiresAt(), Start + 6s);
    QVERIFY(!next->maybeDelivered);
    QCOMPARE(outbox.oldestQueuedAt(), Start - 4s);
}

void tst_OutboxRestored::itGoesBeforeWhatWasAdded()
{
    Outbox outbox;
    outbox.setProducer(u"new"_s, 100);
    outbox.setSendableThrough(0);
    add(outbox);
    add(outbox);
    for (const quint64 number : {9, 8, 3})
        QVERIFY(outbox.restore(left(number)));
    outbox.setSendableThrough(200);
    QCOMPARE(keysIn(outbox),
             QStringList({u"old-3"_s, u"old-8"_s, u"old-9"_s, u"new-100"_s, u"new-101"_s}));
    QCOMPARE(write(outbox), Numbers({3, 8, 9, 100, 101}));
}

void tst_OutboxRestored::anyOrderWillDo()
{
    Outbox outbox;
    for (const quint64 number : {5, 1, 9, 3, 7})
        QVERIFY(outbox.restore(left(number)));
    QCOMPARE(write(outbox), Numbers({1, 3, 5, 7, 9}));
}

void tst_OutboxRestored::numbersGoOnAboveIt()
{
    Outbox outbox;
    QVERIFY(outbox.restore(left(41)));
    QVERIFY(outbox.restore(left(7)));
    QCOMPARE(add(outbox), 42u);
}

void tst_OutboxRestored::messagesOfOneProducerShareItsName()
{
    const QString producer = u"old"_s;
    Outbox outbox;
    outbox.setProducer(producer, 100);
    Message message = left(1);
    message.producer.detach(); // as read from disk, with a string of its own
    QVERIFY(outbox.restore(message));
    add(outbox);
    outbox.forEach([&](const Message &each, bool) {
        QCOMPARE(each.producer.constData(), producer.constData());
    });
}

void tst_OutboxRestored::itCountsAsPendingAndNoLimitKeepsItOut()
{
    Outbox outbox({.maxPendingMessages = 1, .maxPendingBytes = 5, .maxMessageBytes = 5});
    QVERIFY(outbox.restore(left(1)));
    QVERIFY(outbox.restore(left(2, Was::Written)));
    QCOMPARE(outbox.pendingCount(), 2);
    QCOMPARE(outbox.pendingBytes(), 20);
    QCOMPARE(outbox.inFlightCount(), 0);
    QVERIFY(outbox.hasUnwritten());
    QCOMPARE(outbox.add(u"x"_s, {}, Start).refusal, MessageFailure::QueueFull);
}

void tst_OutboxRestored::itExpiresWhenItsTimeIsOver()
{
    Outbox outbox;
    Message message = left(1, Was::Written);
    message.timeToLive = 10s;
    message.queuedAt = Start - 4s;
    QVERIFY(outbox.restore(message));
    QCOMPARE(outbox.nextExpiry(), Start + 6s);
    QCOMPARE(words(outbox.expire(Start + 6s)), "expired 1, maybe delivered"_ba);
}

void tst_OutboxRestored::itIsNeverVolatileAndAgesNoLongerThanOthers()
{
    Outbox outbox;
    Message message = left(1);
    message.isVolatile = true;
    message.timeToLive = Duration::max();
    QVERIFY(outbox.restore(message));
    QCOMPARE(outbox.nextExpiry(), Start + 24h * 365);
    QCOMPARE(words(outbox.dropVolatile(MessageFailure::Busy)), ""_ba);
    write(outbox);
    QCOMPARE(words(outbox.connectionEnded(Blame::Nobody)), ""_ba);
}

void tst_OutboxRestored::whatWasNeverWrittenMayGoAnyWay()
{
    Outbox outbox({.maxPendingMessages = 3, .overflow = OverflowPolicy::DropOldest});
    outbox.setProducer(u"new"_s, 100);
    for (const quint64 number : {1, 2, 3})
        QVERIFY(outbox.restore(left(number)));
    QCOMPARE(words(*outbox.cancel(2)), "cancelled 2"_ba);
    add(outbox);
    QCOMPARE(words(outbox.add(u"x"_s, {}, Start).displaced), "dropped 1"_ba);
    QCOMPARE(words(outbox.cancelAll()), "cancelled 3; cancelled 100; cancelled 101"_ba);
    QCOMPARE(outbox.pendingBytes(), 0);
}

void tst_OutboxRestored::whatMayBeDeliveredStays()
{
    Outbox outbox({.maxPendingMessages = 2, .overflow = OverflowPolicy::DropOldest});
    QVERIFY(outbox.restore(left(1, Was::Written, u"k"_s)));
    QVERIFY(outbox.restore(left(2, Was::Written)));
    QVERIFY(!outbox.cancel(1));
    const SendOptions sameKey{.coalesceKey = u"k"_s};
    QCOMPARE(outbox.add(u"x"_s, sameKey, Start).refusal, MessageFailure::QueueFull);
    outbox.setLimits({});
    QCOMPARE(words(outbox.add(u"x"_s, sameKey, Start).displaced), ""_ba);
    QCOMPARE(words(outbox.cancelAll()), "cancelled 3"_ba);
    QCOMPARE(write(outbox), Numbers({1, 2})); // it is sent again all the same
}

void tst_OutboxRestored::whatIsBeforeOneThatMayBeDeliveredMayBe()
{
    const QList<Numbers> orders{{1, 2, 3, 4}, {4, 3, 2, 1}, {3, 1, 4, 2}, {2, 4, 1, 3}};
    for (const Numbers &order : orders) {
        Outbox outbox;
        outbox.setProducer(u"new"_s, 100);
        add(outbox);
        for (const quint64 number : order)
            QVERIFY(outbox.restore(left(number, number == 3 ? Was::Written : Was::Waiting)));
        QCOMPARE(words(outbox.cancelAll()), "cancelled 4; cancelled 100"_ba);
        QCOMPARE(words(outbox.clear()),
                 "discarded 1, maybe delivered; discarded 2, maybe delivered; "
                 "discarded 3, maybe delivered"_ba);
    }
}

void tst_OutboxRestored::whatMayBeDeliveredCanBeAcknowledged()
{
    Outbox outbox;
    QVERIFY(outbox.restore(left(1, Was::Written)));
    QVERIFY(outbox.restore(left(2, Was::Written)));
    QVERIFY(outbox.restore(left(3)));
    QCOMPARE(words(*outbox.reject(1)), "rejected 1"_ba);
    QCOMPARE(words(outbox.acknowledge(1, 3)), "delivered 2"_ba); // the server remembers it
    QCOMPARE(write(outbox), Numbers({3}));
}

void tst_OutboxRestored::whatOneProducerWroteCanBeAcknowledged()
{
    Outbox outbox;
    outbox.setProducer(u"new"_s, 10);
    QCOMPARE(outbox.producer(), u"new"_s);
    Message other = left(3, Was::Written);
    other.producer = u"older"_s;
    QVERIFY(outbox.restore(left(6)));
    QVERIFY(outbox.restore(left(5, Was::Written)));
    QVERIFY(outbox.restore(left(4, Was::Written)));
    QVERIFY(outbox.restore(other));
    QVERIFY(outbox.restore(left(2, Was::Written)));
    QVERIFY(outbox.acknowledgeOf(u"nobody"_s, 9).empty());
    const auto settled = outbox.acknowledgeOf(u"old"_s, 4);
    QCOMPARE(settled.size(), 2u);
    QCOMPARE(settled.at(0).number, 2u);
    QCOMPARE(settled.at(1).number, 4u);
    QCOMPARE(settled.at(1).failure, MessageFailure::None);
    QCOMPARE(outbox.acknowledgeOf(u"old"_s, 9).size(), 1u);
    QCOMPARE(keysIn(outbox), QStringList({u"older-3"_s, u"old-6"_s}));
    QCOMPARE(outbox.pendingCount(), 2);
}

void tst_OutboxRestored::whatOneProducerWroteMayBeInFlight()
{
    Outbox outbox;
    outbox.setProducer(u"new"_s, 10);
    QVERIFY(outbox.restore(left(2)));
    QVERIFY(outbox.restore(left(1)));
    QVERIFY(outbox.next());
    outbox.markWritten();
    QCOMPARE(outbox.acknowledgeOf(u"old"_s, 9).size(), 1u);
    QCOMPARE(outbox.inFlightCount(), 0);
    QCOMPARE(outbox.pendingCount(), 1);
    QCOMPARE(outbox.next()->number, 2u);
}

void tst_OutboxRestored::aNewerOneSupersedesIt()
{
    Outbox outbox;
    QVERIFY(outbox.restore(left(2, Was::Waiting, u"k"_s)));
    QVERIFY(outbox.restore(left(1, Was::Waiting, u"other"_s)));
    QCOMPARE(words(outbox.add(u"x"_s, {.coalesceKey = u"k"_s}, Start).displaced),
             "superseded 2"_ba);
    QCOMPARE(pending(outbox), Numbers({1, 3}));
}

void tst_OutboxRestored::twoWithOneKeyAreSupersededFromBothEnds()
{
    Outbox outbox;
    outbox.setProducer(u"new"_s, 100);
    const SendOptions sameKey{.coalesceKey = u"k"_s};
    QCOMPARE(outbox.add(u"x"_s, sameKey, Start).number, 100u); // before the rest was loaded
    QVERIFY(outbox.restore(left(2, Was::Waiting, u"k"_s)));
    QVERIFY(outbox.restore(left(1, Was::Waiting, u"k"_s)));
    QCOMPARE(words(outbox.add(u"x"_s, sameKey, Start).displaced),
             "superseded 1; superseded 100"_ba);
    QCOMPARE(write(outbox), Numbers({2, 101}));
}

void tst_OutboxRestored::aNumberComesOnce()
{
    Outbox outbox;
    QVERIFY(outbox.restore(left(1)));
    QVERIFY(!outbox.restore(left(1)));
    QCOMPARE(outbox.pendingCount(), 1);
    QCOMPARE(outbox.pendingBytes(), 10);
}

void tst_OutboxRestored::aNumberThatWasAddedIsNotRestored()
{
    Outbox outbox;
    outbox.setProducer(u"new"_s, 100);
    add(outbox);
    add(outbox);
    write(outbox);
    (void)outbox.acknowledge(100, 101);
    QVERIFY(!outbox.restore(left(100)));
    QVERIFY(!outbox.restore(left(500)));
    QCOMPARE(add(outbox), 102u);
    QCOMPARE(pending(outbox), Numbers({102}));
}

void tst_OutboxRestored::nothingIsOvertaken()
{
    Outbox outbox;
    outbox.setProducer(u"new"_s, 100);
    add(outbox);
    write(outbox);
    QVERIFY(!outbox.restore(left(1)));
    (void)outbox.connectionEnded(Blame::Nobody);
    QVERIFY(outbox.restore(left(1)));
    QCOMPARE(write(outbox), Numbers({1, 100}));
}

void tst_OutboxRestored::itIsTheFirstAfterALostConnection()
{
    Outbox outbox;
    QVERIFY(outbox.restore(left(1)));
    QVERIFY(outbox.restore(left(2)));
    add(outbox);
    QCOMPARE(write(outbox), Numbers({1, 2, 3}));
    (void)outbox.connectionEnded(Blame::Nobody);
    QVERIFY(!outbox.cancel(2));
    QCOMPARE(write(outbox), Numbers({1, 2, 3}));
    QCOMPARE(numbersOf(outbox.acknowledge(1, 3)), Numbers({1, 2, 3}));
}

void tst_OutboxRestored::itTakesThePlaceOfOneThatLeft()
{
    Outbox outbox;
    for (const quint64 number : {1, 2, 3, 4, 5, 6})
        QVERIFY(outbox.restore(left(number, number < 3 ? Was::Written : Was::Waiting)));
    QVERIFY(outbox.reject(2)); // the last that was written
    QVERIFY(outbox.cancel(4));
    QVERIFY(outbox.restore(left(2)));
    QVERIFY(outbox.restore(left(4)));
    QCOMPARE(words(*outbox.cancel(2)), "cancelled 2"_ba);
    QCOMPARE(words(*outbox.cancel(4)), "cancelled 4"_ba);
    QVERIFY(outbox.restore(left(2, Was::Written)));
    QVERIFY(!outbox.cancel(2));
    QVERIFY(outbox.reject(1));
    QCOMPARE(words(outbox.cancelAll()), "cancelled 3; cancelled 5; cancelled 6"_ba);
    QCOMPARE(write(outbox), Numbers({2}));
}

void tst_OutboxRestored::aLongQueueIsRestored()
{
    // No clock: a cost that grew with the queue would take minutes here.
    constexpr quint64 Many = 100'000;
    Outbox outbox;
    outbox.setProducer(u"new"_s, Many);
    for (int i = 0; i < 50'000; ++i)
        add(outbox);
    for (quint64 number = Many - 1; number > 0; --number)
        QVERIFY(outbox.restore(left(number, number < Many / 2 ? Was::Written : Was::Waiting)));
    QCOMPARE(outbox.pendingCount(), int(Many + 50'000 - 1));
    QCOMPARE(outbox.cancelAll().size(), std::size_t(Many / 2 + 50'000));
}

// ---- reserved ----

void tst_OutboxRestored::nothingGoesBeyondWhatIsReserved()
{
    Outbox outbox;
    for (int i = 0; i < 5; ++i)
        add(outbox);
    outbox.setSendableThrough(0);
    QCOMPARE(write(outbox), Numbers());
    outbox.setSendableThrough(2);
    QCOMPARE(write(outbox), Numbers({1, 2}));
    QVERIFY(outbox.hasUnwritten());
    (void)outbox.connectionEnded(Blame::Nobody);
    QCOMPARE(write(outbox), Numbers({1, 2}));
    outbox.setSendableThrough(std::numeric_limits<quint64>::max());
    QCOMPARE(write(outbox), Numbers({3, 4, 5}));
}

void tst_OutboxRestored::whatIsNotReservedMayLeaveInEveryOtherWay()
{
    Outbox outbox;
    outbox.setSendableThrough(1);
    add(outbox);
    (void)outbox.add(u"x"_s, {.timeToLive = 1s}, Start);
    (void)outbox.add(u"x"_s, {.isVolatile = true}, Start);
    add(outbox);
    QCOMPARE(write(outbox), Numbers({1}));
    QCOMPARE(words(outbox.expire(Start + 1s)), "expired 2"_ba);
    QCOMPARE(words(outbox.dropVolatile(MessageFailure::Busy)), "busy 3"_ba);
    QCOMPARE(words(outbox.cancelAll()), "cancelled 4"_ba);
}

void tst_OutboxRestored::theOthersGetNewKeys()
{
    Outbox outbox;
    outbox.setProducer(u"old"_s);
    for (int i = 0; i < 4; ++i)
        add(outbox);
    outbox.rekeyFrom(3, u"new"_s);
    add(outbox);
    QCOMPARE(keysIn(outbox),
             QStringList({u"old-1"_s, u"old-2"_s, u"new-3"_s, u"new-4"_s, u"new-5"_s}));
    QCOMPARE(write(outbox), Numbers({1, 2, 3, 4, 5}));
}

void tst_OutboxRestored::whatWasWrittenKeepsItsKey()
{
    Outbox outbox({.windowMessages = 2});
    outbox.setProducer(u"old"_s);
    for (int i = 0; i < 4; ++i)
        add(outbox);
    write(outbox);
    (void)outbox.connectionEnded(Blame::Nobody);
    outbox.rekeyFrom(0, u"new"_s);
    QCOMPARE(keysIn(outbox), QStringList({u"old-1"_s, u"old-2"_s, u"new-3"_s, u"new-4"_s}));
    outbox.rekeyFrom(99, u"newer"_s);
    QCOMPARE(keysIn(outbox), QStringList({u"old-1"_s, u"old-2"_s, u"new-3"_s, u"new-4"_s}));
    add(outbox);
    QCOMPARE(keysIn(outbox).last(), u"newer-5"_s);
}

QTEST_GUILESS_MAIN(tst_OutboxRestored)
#include "tst_outboxrestored.moc"
