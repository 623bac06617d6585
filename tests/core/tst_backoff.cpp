// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "backoff.h"

#include <QtCore/qrandom.h>
#include <QtTest/qtest.h>

#include <limits>
#include <map>

using namespace Holdfast;
using namespace std::chrono_literals;

namespace {

constexpr double AlmostOne = 0.999999999; //!< as much luck as there is

} // namespace

class tst_Backoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doublesUntilTheCap();
    void followsAnotherFactorAndBase();
    void withoutJitterIsTheCeiling();
    void proportionalJitterIsAFifthEachWay();
    void proportionalJitterStaysBelowTheCap();
    void equalJitterIsHalfLuck();
    void fullJitterIsAllLuckAboveTheFloor();
    void theFirstTwentyRangesFollowTheFormula();
    void survivesAnyNumberOfFailures_data();
    void survivesAnyNumberOfFailures();
    void fewerThanNoFailuresAreNone();
    void aBaseAboveTheCapIsTheCap();
    void aFleetAtTheCapDoesNotRetryInStep();
};

void tst_Backoff::doublesUntilTheCap()
{
    const Backoff backoff;
    const Duration ceilings[] = {500ms, 1s, 2s, 4s, 8s, 16s, 30s, 30s};
    for (int n = 0; n < 8; ++n)
        QCOMPARE(backoff.ceiling(n), ceilings[n]);
}

void tst_Backoff::followsAnotherFactorAndBase()
{
    const Backoff backoff{.base = 100ms, .factor = 1.5, .cap = 10min};
    QCOMPARE(backoff.ceiling(0), 100ms);
    QCOMPARE(backoff.ceiling(1), 150ms);
    QCOMPARE(backoff.ceiling(2), 225ms);
    const Backoff constant{.base = 700ms, .factor = 1};
    QCOMPARE(constant.ceiling(1'000'000), 700ms);
}

void tst_Backoff::withoutJitterIsTheCeiling()
{
    const Backoff backoff{.jitter = Jitter::None};
    for (const double luck : {0.0, 0.5, AlmostOne})
        QCOMPARE(backoff.delay(3, luck), 4s);
}

void tst_Backoff::proportionalJitterIsAFifthEachWay()
{
    const Backoff backoff{.jitter = Jitter::Proportional};
    QCOMPARE(backoff.delay(3, 0), 3200ms);
    QCOMPARE(backoff.delay(3, 0.5), 4s);
    QCOMPARE(backoff.delay(3, AlmostOne), 4800ms);
}

void tst_Backoff::proportionalJitterStaysBelowTheCap()
{
    const Backoff backoff{.jitter = Jitter::Proportional};
    QCOMPARE(backoff.delay(9, 0), 24s);
    QCOMPARE(backoff.delay(9, AlmostOne), 30s);
}

void tst_Backoff::equalJitterIsHalfLuck()
{
    const Backoff backoff{.jitter = Jitter::Equal};
    QCOMPARE(backoff.delay(3, 0), 2s);
    QCOMPARE(backoff.delay(3, 0.5), 3s);
    QCOMPARE(backoff.delay(3, AlmostOne), 4s);
    const Backoff odd{.base = 5ms, .jitter = Jitter::Equal};
    QCOMPARE(odd.delay(0, 0), 2ms);
    QCOMPARE(odd.delay(0, AlmostOne), 5ms);
}

void tst_Backoff::fullJitterIsAllLuckAboveTheFloor()
{
    const Backoff backoff; // the default
    QCOMPARE(backoff.delay(3, 0), 100ms);
    QCOMPARE(backoff.delay(3, 0.5), 2100ms);
    QCOMPARE(backoff.delay(3, AlmostOne), 4100ms);
    QCOMPARE(backoff.delay(50, AlmostOne), 30'100ms);
}

// A backoff whose counter never moved.
void tst_Backoff::theFirstTwentyRangesFollowTheFormula()
{
    const Backoff backoff;
    double raw = 500;
    for (int n = 0; n < 20; ++n, raw *= 2) {
        const Duration ceiling(static_cast<Duration::rep>(std::min(raw, 30'000.0)));
        QCOMPARE(backoff.delay(n, 0), 100ms);
        QCOMPARE(backoff.delay(n, AlmostOne), 100ms + ceiling);
    }
}

void tst_Backoff::survivesAnyNumberOfFailures_data()
{
    QTest::addColumn<Jitter>("jitter");
    QTest::newRow("None") << Jitter::None;
    QTest::newRow("Proportional") << Jitter::Proportional;
    QTest::newRow("Equal") << Jitter::Equal;
    QTest::newRow("Full") << Jitter::Full;
}

// Others overflow after a night offline, and then dial without any pause.
void tst_Backoff::survivesAnyNumberOfFailures()
{
    QFETCH(Jitter, jitter);
    const Backoff backoff{.jitter = jitter};
    const auto check = [&](qint64 failures) {
        for (const double luck : {0.0, 0.5, AlmostOne}) {
            const Duration delay = backoff.delay(failures, luck);
            if (delay < backoff.floor || delay > backoff.floor + backoff.cap)
                return false;
        }
        return failures < 6 || backoff.ceiling(failures) == backoff.cap;
    };
    for (qint64 failures = 0; failures <= 10'000; ++failures)
        QVERIFY2(check(failures), QByteArray::number(failures));
    for (const qint64 failures :
         {Q_INT64_C(1) << 31, Q_INT64_C(1) << 32, std::numeric_limits<qint64>::max()})
        QVERIFY2(check(failures), QByteArray::number(failures));
}

void tst_Backoff::fewerThanNoFailuresAreNone()
{
    QCOMPARE(Backoff().ceiling(-7), Backoff().ceiling(0));
    QCOMPARE(Backoff().ceiling(std::numeric_limits<qint64>::min()), Backoff().ceiling(0));
}

void tst_Backoff::aBaseAboveTheCapIsTheCap()
{
    const Backoff backoff{.base = 1h, .cap = 30s, .jitter = Jitter::None};
    QCOMPARE(backoff.delay(0, 0), 30s);
}

// Jitter before the cap makes everybody at the cap wait for exactly the same time.
void tst_Backoff::aFleetAtTheCapDoesNotRetryInStep()
{
    constexpr int Clients = 10'000;
    QRandomGenerator random(2019); // the claim is about the spread, not about one seed
    const Backoff backoff;
    std::map<qint64, int> buckets;
    for (int i = 0; i < Clients; ++i)
        ++buckets[backoff.delay(30, random.generateDouble()).count() / 100];
    for (const auto &[bucket, clients] : buckets)
        QVERIFY2(clients <= Clients / 50, QByteArray::number(bucket));
    QVERIFY(buckets.size() > 250);
}

QTEST_GUILESS_MAIN(tst_Backoff)
#include "tst_backoff.moc"
