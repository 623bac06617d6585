// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "pacing.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace std::chrono_literals;

namespace {

constexpr Instant Start{1h};

//! Dials as soon as the budget allows, and tells after how long that was.
struct Dialler
{
    Pacing pacing;
    Instant now = Start;

    Duration dials(DialFor who = DialFor::Machine)
    {
        const Instant before = now;
        now = pacing.earliest(now, who);
        pacing.spend(now, who);
        return now - before;
    }
};

} // namespace

class tst_Pacing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sixAtOnceThenOnePerFiveSeconds();
    void noTwoDialsWithinTheGap();
    void theGapHoldsForAPersonToo();
    void theBucketFillsAgainButNotFurther();
    void halfATokenIsNone();
    void aPersonHasAReserveOfThree();
    void aPersonUsesTheBucketFirst();
    void theReserveRefillsOnePerThirtySeconds();
    void beyondTheReserveAPersonWaitsForTheNextToken();
    void aMachineNeverTouchesTheReserve();
    void withoutAReserveAPersonWaitsToo();
    void lookingCostsNothing();
    void aNewPolicyKeepsWhatWasUsed();
    void anEndlessStormGetsItsBudgetAndNoMore();
};

void tst_Pacing::sixAtOnceThenOnePerFiveSeconds()
{
    Dialler it{Pacing({.gap = 0ms})};
    for (int i = 0; i < 6; ++i)
        QCOMPARE(it.dials(), 0ms);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(it.dials(), 5s);
}

void tst_Pacing::noTwoDialsWithinTheGap()
{
    Dialler it;
    QCOMPARE(it.dials(), 0ms);
    for (int i = 1; i < 6; ++i)
        QCOMPARE(it.dials(), 250ms);
    QCOMPARE(it.now - Start, 1250ms);
    QCOMPARE(it.dials(), 5s - 1250ms); // the first token came back while the others were spent
}

void tst_Pacing::theGapHoldsForAPersonToo()
{
    Dialler it;
    QCOMPARE(it.dials(), 0ms);
    QCOMPARE(it.dials(DialFor::Person), 250ms);
}

void tst_Pacing::theBucketFillsAgainButNotFurther()
{
    Dialler it{Pacing({.gap = 0ms})};
    for (int i = 0; i < 6; ++i)
        it.dials();
    it.now += 24h;
    for (int i = 0; i < 6; ++i)
        QCOMPARE(it.dials(), 0ms);
    QCOMPARE(it.dials(), 5s);
}

void tst_Pacing::halfATokenIsNone()
{
    Dialler it{Pacing({.burst = 1, .gap = 0ms})};
    it.dials();
    it.now += 2500ms;
    QCOMPARE(it.dials(), 2500ms);
    it.now += 4999ms;
    QCOMPARE(it.dials(), 1ms);
}

void tst_Pacing::aPersonHasAReserveOfThree()
{
    Dialler it{Pacing({.gap = 0ms})};
    for (int i = 0; i < 6; ++i)
        it.dials();
    for (int i = 0; i < 3; ++i)
        QCOMPARE(it.dials(DialFor::Person), 0ms);
    QCOMPARE(it.dials(DialFor::Person), 5s);
}

void tst_Pacing::aPersonUsesTheBucketFirst()
{
    Dialler it{Pacing({.gap = 0ms})};
    for (int i = 0; i < 6; ++i)
        QCOMPARE(it.dials(DialFor::Person), 0ms);
    QVERIFY(it.pacing.earliest(it.now, DialFor::Machine) > it.now);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(it.dials(DialFor::Person), 0ms);
    QCOMPARE(it.dials(DialFor::Person), 5s);
}

void tst_Pacing::theReserveRefillsOnePerThirtySeconds()
{
    Dialler it{Pacing({.burst = 1, .refill = 24h, .gap = 0ms})};
    it.dials();
    for (int i = 0; i < 3; ++i)
        it.dials(DialFor::Person);
    it.now += 29'999ms;
    QVERIFY(it.pacing.earliest(it.now, DialFor::Person) > it.now + 1h);
    it.now += 1ms;
    QCOMPARE(it.dials(DialFor::Person), 0ms);
    it.now += 30s;
    QCOMPARE(it.dials(DialFor::Person), 0ms);
    it.now += 2h; // full again, and no fuller
    for (int i = 0; i < 3; ++i)
        QCOMPARE(it.dials(DialFor::Person), 0ms);
    QVERIFY(it.pacing.earliest(it.now, DialFor::Person) > it.now + 1h);
}

void tst_Pacing::beyondTheReserveAPersonWaitsForTheNextToken()
{
    Dialler it{Pacing({.gap = 0ms})};
    for (int i = 0; i < 9; ++i)
        it.dials(DialFor::Person);
    it.now += 2s;
    QCOMPARE(it.pacing.earliest(it.now, DialFor::Person), Start + 5s);
}

void tst_Pacing::aMachineNeverTouchesTheReserve()
{
    Dialler it{Pacing({.gap = 0ms})};
    for (int i = 0; i < 100; ++i)
        it.dials();
    for (int i = 0; i < 3; ++i)
        QCOMPARE(it.dials(DialFor::Person), 0ms);
}

void tst_Pacing::withoutAReserveAPersonWaitsToo()
{
    Dialler it{Pacing({.burst = 1, .gap = 0ms, .reserve = 0})};
    QCOMPARE(it.dials(DialFor::Person), 0ms);
    QCOMPARE(it.dials(DialFor::Person), 5s);
}

void tst_Pacing::lookingCostsNothing()
{
    const Pacing pacing;
    for (int i = 0; i < 100; ++i)
        QCOMPARE(pacing.earliest(Start, DialFor::Person), Start);
}

void tst_Pacing::aNewPolicyKeepsWhatWasUsed()
{
    Dialler it{Pacing({.gap = 0ms})};
    for (int i = 0; i < 6; ++i)
        it.dials();
    it.pacing.setPolicy({.burst = 8, .gap = 0ms});
    QCOMPARE(it.dials(), 0ms);
    QCOMPARE(it.dials(), 0ms);
    QCOMPARE(it.dials(), 5s);
}

void tst_Pacing::anEndlessStormGetsItsBudgetAndNoMore()
{
    Dialler it;
    int dials = 0;
    for (; it.now < Start + 60s; ++dials)
        it.dials();
    QCOMPARE(dials, 18); // as is promised: 6, and one per 5 s
}

QTEST_GUILESS_MAIN(tst_Pacing)
#include "tst_pacing.moc"
