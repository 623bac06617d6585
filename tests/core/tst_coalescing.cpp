// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// A newer message takes the place of an older one with the same coalesceKey.

#include "outboxwords.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum Outbox::Line;

namespace {

//! What had to leave for it.
QByteArray put(Outbox &outbox, const QString &key, Outbox::Line line = Down, qint64 bytes = 1)
{
    return words(outbox.add(QByteArray(bytes, 'x'), {.tag = key, .coalesceKey = key}, Start, line)
                     .displaced);
}

} // namespace

class tst_Coalescing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNewerGoesToTheTailUnderANewNumber();
    void keysDoNotMeddleWithEachOther();
    void whatWasWrittenIsNotSuperseded();
    void whileConnectedTheFirstKeepsItsPlace();
    void whileConnectedNothingStarves();
    void whenTheLineIsDownBothAreSuperseded();
    void aCancelledOneIsNotSupersededAgain();
    void aRefusedOneSupersedesNothing();
    void theNewerMayUseTheRoomOfTheOlder();
    void aVolatileOneSupersedesNothing();
    void theIndexKeepsOneEntryAKey();
    void olderOnesComeLateInAnyOrder();
};

void tst_Coalescing::theNewerGoesToTheTailUnderANewNumber()
{
    Outbox outbox;
    QCOMPARE(put(outbox, u"position"_s), ""_ba);
    add(outbox);
    QCOMPARE(put(outbox, u"position"_s), "superseded 1"_ba);
    QCOMPARE(pending(outbox), Numbers({2, 3}));
    QCOMPARE(outbox.pendingBytes(), 2);
    QCOMPARE(write(outbox), Numbers({2, 3}));
}

void tst_Coalescing::keysDoNotMeddleWithEachOther()
{
    Outbox outbox;
    put(outbox, u"a"_s);
    put(outbox, u"b"_s);
    add(outbox); // without a key
    add(outbox);
    QCOMPARE(put(outbox, u"a"_s), "superseded 1"_ba);
    QCOMPARE(put(outbox, u"b"_s), "superseded 2"_ba);
    QCOMPARE(pending(outbox), Numbers({3, 4, 5, 6}));
}

void tst_Coalescing::whatWasWrittenIsNotSuperseded()
{
    Outbox outbox;
    put(outbox, u"a"_s);
    write(outbox);
    QCOMPARE(put(outbox, u"a"_s), ""_ba);
    (void)outbox.connectionEnded(Blame::Nobody);
    QCOMPARE(put(outbox, u"a"_s), "superseded 2"_ba); // 1 may have arrived
    QCOMPARE(pending(outbox), Numbers({1, 3}));
}

void tst_Coalescing::whileConnectedTheFirstKeepsItsPlace()
{
    Outbox outbox({.windowMessages = 1});
    add(outbox);
    write(outbox);
    QCOMPARE(put(outbox, u"a"_s, Up), ""_ba);
    QCOMPARE(put(outbox, u"a"_s, Up), ""_ba);
    QCOMPARE(put(outbox, u"a"_s, Up), "superseded 3"_ba);
    QCOMPARE(put(outbox, u"a"_s, Up), "superseded 4"_ba);
    QCOMPARE(pending(outbox), Numbers({1, 2, 5}));
}

void tst_Coalescing::whileConnectedNothingStarves()
{
    // Each key is replaced twice while one message goes out.
    Outbox outbox({.windowMessages = 1});
    QSet<QString> seen;
    for (int i = 0; i < 40; ++i) {
        for (const QString &key : {u"a"_s, u"b"_s, u"a"_s, u"b"_s})
            put(outbox, key, Up);
        if (const Message *message = outbox.next()) {
            seen += message->tag;
            const quint64 number = message->number;
            outbox.markWritten();
            (void)outbox.acknowledge(number, number);
        }
        QVERIFY(outbox.pendingCount() <= 4);
    }
    QCOMPARE(seen, QSet<QString>({u"a"_s, u"b"_s}));
}

void tst_Coalescing::whenTheLineIsDownBothAreSuperseded()
{
    Outbox outbox({.windowMessages = 1});
    add(outbox);
    write(outbox);
    put(outbox, u"a"_s, Up);
    put(outbox, u"a"_s, Up);
    (void)outbox.connectionEnded(Blame::Nobody);
    QCOMPARE(put(outbox, u"a"_s, Down), "superseded 2; superseded 3"_ba);
    QCOMPARE(pending(outbox), Numbers({1, 4}));
}

void tst_Coalescing::aCancelledOneIsNotSupersededAgain()
{
    Outbox outbox;
    put(outbox, u"a"_s, Up);
    put(outbox, u"a"_s, Up);
    QVERIFY(outbox.cancel(2));
    QCOMPARE(put(outbox, u"a"_s, Up), ""_ba);
    QVERIFY(outbox.cancel(1));
    QCOMPARE(put(outbox, u"a"_s, Up), ""_ba); // 3 keeps its place
    QCOMPARE(pending(outbox), Numbers({3, 4}));
    QCOMPARE(put(outbox, u"a"_s), "superseded 3; superseded 4"_ba);
}

void tst_Coalescing::aRefusedOneSupersedesNothing()
{
    Outbox outbox({.maxPendingMessages = 9, .maxPendingBytes = 10, .maxMessageBytes = 20});
    put(outbox, u"a"_s, Down, 5);
    add(outbox, 5);
    const auto admission = outbox.add(QByteArray(6, 'x'), {.coalesceKey = u"a"_s}, Start);
    QCOMPARE(admission.refusal, MessageFailure::QueueFull);
    QVERIFY(admission.displaced.empty());
    QCOMPARE(pending(outbox), Numbers({1, 2}));
}

void tst_Coalescing::theNewerMayUseTheRoomOfTheOlder()
{
    Outbox outbox({.maxPendingMessages = 2, .maxPendingBytes = 10});
    put(outbox, u"a"_s, Down, 5);
    add(outbox, 5);
    QCOMPARE(put(outbox, u"a"_s, Down, 4), "superseded 1"_ba);
    QCOMPARE(outbox.pendingBytes(), 9);
}

void tst_Coalescing::aVolatileOneSupersedesNothing()
{
    Outbox outbox;
    put(outbox, u"a"_s);
    const auto admission = outbox.add(u"now"_s, {.coalesceKey = u"a"_s, .isVolatile = true}, Start);
    QVERIFY(admission.displaced.empty());
    QCOMPARE(put(outbox, u"a"_s), "superseded 1"_ba);
    QCOMPARE(pending(outbox), Numbers({2, 3}));
}

void tst_Coalescing::theIndexKeepsOneEntryAKey()
{
    Coalescing index;
    index.add({}, 1);
    QCOMPARE(index.waiting({}).last, 0u);
    index.add(u"a"_s, 2);
    index.add(u"a"_s, 3);
    index.remove(u"a"_s, 99); // which nobody knows
    index.remove(u"b"_s, 2);
    index.remove({}, 2);
    QCOMPARE(index.waiting(u"a"_s).first, 2u);
    QCOMPARE(index.waiting(u"a"_s).last, 3u);
    index.remove(u"a"_s, 2);
    QCOMPARE(index.waiting(u"a"_s).first, 3u);
    index.remove(u"a"_s, 3);
    QCOMPARE(index.waiting(u"a"_s).last, 0u);
}

void tst_Coalescing::olderOnesComeLateInAnyOrder()
{
    Coalescing coalescing;
    const auto waiting = [&] {
        const Coalescing::Waiting found = coalescing.waiting(u"a"_s);
        return Numbers({found.first, found.last});
    };
    coalescing.addOlder({}, 3);
    coalescing.addOlder(u"a"_s, 3);
    QCOMPARE(waiting(), Numbers({3, 3}));
    coalescing.addOlder(u"a"_s, 1);
    coalescing.addOlder(u"a"_s, 2);
    QCOMPARE(waiting(), Numbers({1, 3}));
    coalescing.add(u"a"_s, 9);
    QCOMPARE(waiting(), Numbers({1, 9}));
    coalescing.remove(u"a"_s, 2); // forgotten already
    coalescing.remove(u"a"_s, 1);
    QCOMPARE(waiting(), Numbers({9, 9}));
    coalescing.remove(u"a"_s, 9);
    QCOMPARE(waiting(), Numbers({0, 0}));
    QCOMPARE(coalescing.waiting({}).first, 0u);
}

QTEST_GUILESS_MAIN(tst_Coalescing)
#include "tst_coalescing.moc"
