// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// The ways out of the queue besides delivery: cancelled, expired, dropped, and volatile.

#include "outboxwords.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr OutboxLimits DropOldest{.maxPendingMessages = 3,
                                  .maxPendingBytes = 100,
                                  .maxMessageBytes = 200,
                                  .overflow = OverflowPolicy::DropOldest};

quint64 addFor(Outbox &outbox, Duration life, Instant at = Start)
{
    return outbox.add(u"x"_s, {.timeToLive = life}, at).number;
}

quint64 addVolatile(Outbox &outbox)
{
    return outbox.add(u"x"_s, {.isVolatile = true}, Start).number;
}

} // namespace

class tst_OutboxLeaving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // cancelled
    void aCancelledMessageLeavesAtOnce();
    void whatWasWrittenCannotBeCancelled();
    void cancelAllTakesWhatWasNeverWritten();
    // expired
    void expiresWhenItsTimeIsOver();
    void forEverIsTheDefault();
    void theFirstToExpireGoesFirst();
    void whatIsInFlightDoesNotExpire();
    void expiresWhenItIsBackInTheQueue();
    void aSettledOneDoesNotExpire();
    void aNegativeLifeIsOverAtOnceAndALongOneEnds();
    // dropped
    void theOldestMakesRoom();
    void severalMakeRoomForALargeOne();
    void whatWasWrittenIsNotDropped();
    void nothingIsDroppedInVain();
    // volatile
    void aVolatileOneIsLikeAnyOtherInFlight();
    void aVolatileOneThatWasNotWrittenGoes();
    void aVolatileOneDoesNotOutliveItsConnection();
    void aVolatileOneIsNotSentLater();
    void aVolatileOneDropsNobody();
    // all of them
    void costsTheSameInALongQueue();
};

// ---- cancelled ----

void tst_OutboxLeaving::aCancelledMessageLeavesAtOnce()
{
    Outbox outbox;
    add(outbox, 10);
    add(outbox, 20, u"mine"_s);
    add(outbox, 30);
    const auto gone = outbox.cancel(2);
    QVERIFY(gone);
    QCOMPARE(words(*gone), "cancelled 2"_ba);
    QCOMPARE(gone->tag, u"mine"_s);
    QCOMPARE(outbox.pendingBytes(), 40);
    QVERIFY(!outbox.cancel(2)); // gone
    QVERIFY(!outbox.cancel(4)); // never there
    QVERIFY(outbox.cancel(1)); // the next to be written
    QCOMPARE(write(outbox), Numbers({3}));
}

void tst_OutboxLeaving::whatWasWrittenCannotBeCancelled()
{
    Outbox outbox({.windowMessages = 2});
    for (int i = 0; i < 3; ++i)
        add(outbox);
    write(outbox);
    QVERIFY(!outbox.cancel(1));
    (void)outbox.connectionEnded(Blame::Nobody);
    QVERIFY(!outbox.cancel(2)); // it may have arrived
    QVERIFY(outbox.cancel(3));
    QCOMPARE(write(outbox), Numbers({1, 2}));
}

void tst_OutboxLeaving::cancelAllTakesWhatWasNeverWritten()
{
    Outbox outbox({.windowMessages = 2});
    for (int i = 0; i < 5; ++i)
        add(outbox);
    write(outbox);
    QCOMPARE(words(outbox.cancelAll()), "cancelled 3; cancelled 4; cancelled 5"_ba);
    QCOMPARE(words(outbox.cancelAll()), ""_ba);
    QCOMPARE(pending(outbox), Numbers({1, 2}));
    QVERIFY(!outbox.hasUnwritten());
    QCOMPARE(add(outbox), 6u);
    QCOMPARE(words(outbox.acknowledge(1, 9)), "delivered 1; delivered 2"_ba);
    QCOMPARE(write(outbox), Numbers({6}));
}

// ---- expired ----

void tst_OutboxLeaving::expiresWhenItsTimeIsOver()
{
    Outbox outbox;
    addFor(outbox, 5s);
    QCOMPARE(outbox.nextExpiry(), Start + 5s);
    QCOMPARE(words(outbox.expire(Start + 5s - 1ms)), ""_ba);
    QCOMPARE(words(outbox.expire(Start + 5s)), "expired 1"_ba);
    QVERIFY(!outbox.nextExpiry());
    QCOMPARE(outbox.pendingCount(), 0);
    QVERIFY(!outbox.next());
}

void tst_OutboxLeaving::forEverIsTheDefault()
{
    Outbox outbox;
    add(outbox);
    QVERIFY(!outbox.nextExpiry());
    QCOMPARE(words(outbox.expire(Start + 24h * 365 * 100)), ""_ba);
}

void tst_OutboxLeaving::theFirstToExpireGoesFirst()
{
    Outbox outbox;
    addFor(outbox, 3s);
    addFor(outbox, 1s);
    addFor(outbox, 2s);
    addFor(outbox, 2s); // at the same time
    QCOMPARE(outbox.nextExpiry(), Start + 1s);
    QCOMPARE(words(outbox.expire(Start + 2s)), "expired 2; expired 3; expired 4"_ba);
    QCOMPARE(outbox.nextExpiry(), Start + 3s);
    QCOMPARE(write(outbox), Numbers({1}));
}

void tst_OutboxLeaving::whatIsInFlightDoesNotExpire()
{
    Outbox outbox;
    addFor(outbox, 1s);
    write(outbox);
    QVERIFY(!outbox.nextExpiry());
    QCOMPARE(words(outbox.expire(Start + 1h)), ""_ba);
    QCOMPARE(words(outbox.acknowledge(1, 1)), "delivered 1"_ba);
}

void tst_OutboxLeaving::expiresWhenItIsBackInTheQueue()
{
    Outbox outbox;
    addFor(outbox, 1s);
    addFor(outbox, 1h);
    write(outbox);
    (void)outbox.connectionEnded(Blame::Nobody);
    QCOMPARE(outbox.nextExpiry(), Start + 1s);
    QCOMPARE(words(outbox.expire(Start + 2s)), "expired 1, maybe delivered"_ba);
    QCOMPARE(write(outbox), Numbers({2}));
    (void)outbox.rewind(2); // the server wants it later
    QCOMPARE(outbox.nextExpiry(), Start + 1h);
}

void tst_OutboxLeaving::aSettledOneDoesNotExpire()
{
    Outbox outbox;
    addFor(outbox, 1s);
    addFor(outbox, 2s);
    QVERIFY(outbox.cancel(1));
    QCOMPARE(outbox.nextExpiry(), Start + 2s);
    write(outbox);
    (void)outbox.connectionEnded(Blame::Nobody);
    QCOMPARE(words(outbox.acknowledge(2, 2)), "delivered 2"_ba); // a resumed session says so
    QVERIFY(!outbox.nextExpiry());
    QCOMPARE(words(outbox.expire(Start + 1h)), ""_ba);
}

void tst_OutboxLeaving::aNegativeLifeIsOverAtOnceAndALongOneEnds()
{
    Outbox outbox;
    addFor(outbox, -5s);
    QCOMPARE(outbox.nextExpiry(), Start + 1ms);
    (void)outbox.clear();
    addFor(outbox, Duration::max());
    QCOMPARE(outbox.nextExpiry(), Start + 24h * 365);
}

// ---- dropped ----

void tst_OutboxLeaving::theOldestMakesRoom()
{
    Outbox outbox(DropOldest);
    for (int i = 0; i < 3; ++i)
        add(outbox);
    const auto admission = outbox.add(u"x"_s, {}, Start);
    QCOMPARE(admission.number, 4u);
    QCOMPARE(words(admission.displaced), "dropped 1"_ba);
    QCOMPARE(write(outbox), Numbers({2, 3, 4}));
}

void tst_OutboxLeaving::severalMakeRoomForALargeOne()
{
    Outbox outbox(DropOldest);
    add(outbox, 40);
    add(outbox, 40);
    add(outbox, 10);
    QCOMPARE(words(outbox.add(QByteArray(60, 'x'), {}, Start).displaced),
             "dropped 1; dropped 2"_ba);
    QCOMPARE(outbox.pendingBytes(), 70);
}

void tst_OutboxLeaving::whatWasWrittenIsNotDropped()
{
    OutboxLimits limits = DropOldest;
    limits.windowMessages = 2;
    Outbox outbox(limits);
    for (int i = 0; i < 3; ++i)
        add(outbox);
    write(outbox);
    (void)outbox.connectionEnded(Blame::Nobody);
    QCOMPARE(words(outbox.add(u"x"_s, {}, Start).displaced), "dropped 3"_ba);
    QCOMPARE(pending(outbox), Numbers({1, 2, 4}));
}

void tst_OutboxLeaving::nothingIsDroppedInVain()
{
    Outbox outbox(DropOldest);
    add(outbox, 60);
    write(outbox);
    add(outbox, 20);
    const auto admission = outbox.add(QByteArray(50, 'x'), {}, Start);
    QCOMPARE(admission.refusal, MessageFailure::QueueFull);
    QVERIFY(admission.displaced.empty());
    QCOMPARE(pending(outbox), Numbers({1, 2}));
    add(outbox, 20);
    write(outbox);
    QCOMPARE(outbox.add(u"x"_s, {}, Start).refusal, MessageFailure::QueueFull); // all in flight
}

// ---- volatile ----

void tst_OutboxLeaving::aVolatileOneIsLikeAnyOtherInFlight()
{
    Outbox outbox;
    add(outbox);
    QCOMPARE(addVolatile(outbox), 2u);
    QCOMPARE(write(outbox), Numbers({1, 2}));
    QCOMPARE(words(outbox.dropVolatile(MessageFailure::Busy)), ""_ba);
    QCOMPARE(words(outbox.acknowledge(1, 2)), "delivered 1; delivered 2"_ba);
}

void tst_OutboxLeaving::aVolatileOneThatWasNotWrittenGoes()
{
    Outbox outbox({.windowMessages = 1});
    add(outbox);
    addVolatile(outbox);
    add(outbox);
    addVolatile(outbox);
    QVERIFY(outbox.cancel(4));
    write(outbox);
    QCOMPARE(words(outbox.dropVolatile(MessageFailure::Busy)), "busy 2"_ba);
    QCOMPARE(words(outbox.dropVolatile(MessageFailure::Busy)), ""_ba);
    QCOMPARE(pending(outbox), Numbers({1, 3}));
}

void tst_OutboxLeaving::aVolatileOneDoesNotOutliveItsConnection()
{
    Outbox outbox;
    add(outbox);
    addVolatile(outbox);
    add(outbox);
    addVolatile(outbox);
    write(outbox);
    QCOMPARE(words(outbox.connectionEnded(Blame::Nobody)),
             "notconnected 2, maybe delivered; notconnected 4, maybe delivered"_ba);
    QCOMPARE(write(outbox), Numbers({1, 3}));
    QCOMPARE(outbox.inFlightBytes(), 2);
}

void tst_OutboxLeaving::aVolatileOneIsNotSentLater()
{
    Outbox outbox;
    for (int i = 0; i < 2; ++i)
        addVolatile(outbox);
    add(outbox);
    write(outbox);
    QCOMPARE(words(outbox.rewind(2)), "busy 2, maybe delivered"_ba);
    QCOMPARE(inFlight(outbox), Numbers({1}));
    QCOMPARE(write(outbox), Numbers({3}));
}

void tst_OutboxLeaving::aVolatileOneDropsNobody()
{
    Outbox outbox(DropOldest);
    for (int i = 0; i < 3; ++i)
        add(outbox);
    const auto admission = outbox.add(u"x"_s, {.isVolatile = true}, Start);
    QCOMPARE(admission.refusal, MessageFailure::QueueFull);
    QCOMPARE(outbox.pendingCount(), 3);
}

// ---- all of them ----

void tst_OutboxLeaving::costsTheSameInALongQueue()
{
    // No clock: a cost that grew with the queue would take minutes here.
    constexpr quint64 Many = 100'000;
    Outbox outbox({.maxPendingMessages = Many, .overflow = OverflowPolicy::DropOldest});
    for (quint64 i = 0; i < Many; ++i)
        (void)outbox.add(u"x"_s,
                         {.timeToLive = Duration(1 + i * 7919 % Many),
                          .coalesceKey = QString::number(i % (Many / 2))},
                         Start, Outbox::Line::Up);
    QCOMPARE(outbox.pendingCount(), int(Many));
    for (quint64 i = 0; i < Many / 10; ++i) {
        QVERIFY(outbox.cancel(Many / 2 + 3 * i)); // from the middle
        QVERIFY(!outbox.add(u"x"_s, {.coalesceKey = QString::number(i)}, Start).displaced.empty());
    }
    for (quint64 i = 0; i < Many; ++i)
        (void)outbox.expire(Start + Duration(i / 4));
    for (quint64 i = 0; i < Many / 10; ++i)
        (void)outbox.add(u"x"_s, {}, Start);
    QVERIFY(outbox.pendingCount() > int(Many / 2));
}

QTEST_GUILESS_MAIN(tst_OutboxLeaving)
#include "tst_outboxleaving.moc"
