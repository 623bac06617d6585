// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "deduplicator.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace std::chrono_literals;

namespace {

constexpr Instant Start{1h};

QString keyOf(const QString &producer, quint64 number)
{
    return producer + u'-' + QString::number(number);
}

//! Accepts, and checks, numbers of producers.
struct Story
{
    Deduplicator known;
    Instant now = Start;

    bool knows(const QString &identity, const QString &producer, quint64 number) const
    {
        return known.isKnown(identity, keyOf(producer, number), number, now);
    }
    void accepts(const QString &identity, const QString &producer, quint64 number)
    {
        known.accept(identity, keyOf(producer, number), number, now);
    }
};

const QString Ann = QStringLiteral("ann");
const QString Bob = QStringLiteral("bob");
const QString P = QStringLiteral("6f1e-p");
const QString Q = QStringLiteral("q");

} // namespace

class tst_Deduplicator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsKnownAtFirst()
    {
        Story it;
        QVERIFY(!it.knows(Ann, P, 1));
        QVERIFY(!it.known.receivedThrough(Ann, P));
        QCOMPARE(it.known.producerCount(), 0);
    }
    void allUpToTheHighestNumberAreKnown()
    {
        Story it;
        it.accepts(Ann, P, 3);
        it.accepts(Ann, P, 7);
        for (quint64 number = 1; number <= 7; ++number)
            QVERIFY(it.knows(Ann, P, number));
        QVERIFY(!it.knows(Ann, P, 8));
        QCOMPARE(it.known.receivedThrough(Ann, P), std::optional<quint64>(7));
        QCOMPARE(it.known.keyCount(), 0);
        QCOMPARE(it.known.producerCount(), 1);
    }
    void aLowerNumberTakesNothingBack()
    {
        Story it;
        it.accepts(Ann, P, 7);
        it.accepts(Ann, P, 5);
        QCOMPARE(it.known.receivedThrough(Ann, P), std::optional<quint64>(7));
    }
    void producersAndIdentitiesAreKeptApart()
    {
        Story it;
        it.accepts(Ann, P, 7);
        QVERIFY(!it.knows(Bob, P, 7));
        QVERIFY(!it.knows(Ann, Q, 7));
        QVERIFY(!it.known.receivedThrough(Bob, P));
        it.accepts(Bob, P, 100);
        QCOMPARE(it.known.receivedThrough(Ann, P), std::optional<quint64>(7));
        // Not even when both together read the same.
        it.accepts(QStringLiteral("ab"), QStringLiteral("c"), 9);
        QVERIFY(!it.known.receivedThrough(QStringLiteral("a"), QStringLiteral("bc")));
    }
    void theProducerThatWasSilentForTheLongestTimeIsForgotten()
    {
        Story it{.known = Deduplicator({.maxProducers = 2})};
        it.accepts(Ann, P, 1);
        it.accepts(Ann, Q, 1);
        it.accepts(Ann, P, 2); // P is the newest now
        it.accepts(Bob, Q, 1);
        QCOMPARE(it.known.producerCount(), 2);
        QVERIFY(it.knows(Ann, P, 2));
        QVERIFY(it.knows(Bob, Q, 1));
        QVERIFY(!it.knows(Ann, Q, 1));
        it.known.setLimits({.maxProducers = 1});
        it.accepts(Ann, P, 3);
        QCOMPARE(it.known.producerCount(), 1);
        QVERIFY(it.knows(Ann, P, 3));
    }
    void oneThatFloodsMakesItsOwnForgotten()
    {
        Story it{.known = Deduplicator({.maxProducers = 10, .maxKeys = 10})};
        it.accepts(Ann, P, 1);
        it.known.accept(Ann, QStringLiteral("k"), 0, it.now);
        for (int i = 0; i < 1000; ++i) {
            it.accepts(Bob, QStringLiteral("q%1").arg(i), 1);
            it.known.accept(Bob, QString::number(i), 0, it.now);
        }
        QCOMPARE(it.known.producerCount(), 10);
        QCOMPARE(it.known.keyCount(), 10);
        QVERIFY(it.knows(Ann, P, 1));
        QVERIFY(it.known.isKnown(Ann, QStringLiteral("k"), 0, it.now));
        QVERIFY(!it.knows(Bob, QStringLiteral("q990"), 1));
        QVERIFY(it.knows(Bob, QStringLiteral("q991"), 1)); // the newest nine
        QVERIFY(it.knows(Bob, QStringLiteral("q999"), 1));
    }
    void amongEqualsTheOneThatWasSilentForTheLongestTimeIsForgotten()
    {
        Story it{.known = Deduplicator({.maxProducers = 3})};
        const QString cid = QStringLiteral("cid");
        it.accepts(Ann, P, 1);
        it.accepts(Bob, P, 1);
        it.accepts(cid, P, 1);
        it.accepts(Ann, P, 2); // Bob's is the oldest now
        it.accepts(QStringLiteral("dan"), P, 1);
        QVERIFY(it.knows(Ann, P, 2) && it.knows(cid, P, 1));
        QVERIFY(!it.knows(Bob, P, 1));
        it.accepts(Bob, P, 1);
        QVERIFY(!it.knows(cid, P, 1));
    }
    void otherKeysAreRememberedForAWhile()
    {
        Story it;
        const QString key = QStringLiteral("order 66");
        QVERIFY(!it.known.isKnown(Ann, key, 0, it.now));
        it.known.accept(Ann, key, 0, it.now);
        QVERIFY(it.known.isKnown(Ann, key, 0, it.now));
        QVERIFY(it.known.isKnown(Ann, key, 0, it.now + 299'999ms));
        QVERIFY(!it.known.isKnown(Ann, key, 0, it.now + 300'000ms));
        QVERIFY(!it.known.isKnown(Bob, key, 0, it.now));
        QVERIFY(!it.known.isKnown(Ann, key.toUpper(), 0, it.now));
        QCOMPARE(it.known.producerCount(), 0);
    }
    void aKeyWithAnotherNumberIsAKeyLikeAnyOther()
    {
        Story it;
        it.known.accept(Ann, keyOf(P, 100), 5, it.now);
        it.known.accept(Ann, keyOf(P, 50), 0, it.now);
        QVERIFY(!it.known.receivedThrough(Ann, P));
        QVERIFY(!it.knows(Ann, P, 5));
        QVERIFY(!it.knows(Ann, P, 100));
        QVERIFY(it.known.isKnown(Ann, keyOf(P, 100), 5, it.now));
        QCOMPARE(it.known.keyCount(), 2);
    }
    void keysAreForgottenWhenTheirTimeIsOver()
    {
        Story it;
        for (int i = 0; i < 10; ++i)
            it.known.accept(Ann, QString::number(i), 0, it.now + i * 1s);
        QCOMPARE(it.known.keyCount(), 10);
        it.known.accept(Ann, QStringLiteral("x"), 0, it.now + 304s);
        QCOMPARE(it.known.keyCount(), 6); // 5 to 9, and x
    }
    void keysAreForgottenWhenThereAreTooMany()
    {
        Story it{.known = Deduplicator({.maxKeys = 3})};
        for (int i = 0; i < 10; ++i)
            it.known.accept(Ann, QString::number(i), 0, it.now);
        QCOMPARE(it.known.keyCount(), 3);
        QVERIFY(it.known.isKnown(Ann, QStringLiteral("7"), 0, it.now));
        QVERIFY(!it.known.isKnown(Ann, QStringLiteral("6"), 0, it.now));
    }
    void aKeyThatComesAgainAfterItsTimeIsNew()
    {
        Story it;
        const QString key = QStringLiteral("k");
        it.known.accept(Ann, key, 0, it.now);
        it.known.accept(Ann, key, 0, it.now + 400s);
        QCOMPARE(it.known.keyCount(), 1);
        QVERIFY(it.known.isKnown(Ann, key, 0, it.now + 500s));
    }
    void withoutAWindowNoKeyIsRemembered()
    {
        Story it{.known = Deduplicator({.window = 0s})};
        it.known.accept(Ann, QStringLiteral("k"), 0, it.now);
        QVERIFY(!it.known.isKnown(Ann, QStringLiteral("k"), 0, it.now));
        QCOMPARE(it.known.keyCount(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_Deduplicator)
#include "tst_deduplicator.moc"
