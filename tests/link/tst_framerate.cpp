// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "framerate.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace std::chrono_literals;

class tst_FrameRate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutALimitAllGoesNow();
    void aBurstGoesAtOnceAndTheNextWaitsForASecond();
    void noSecondEverHoldsMoreThanTheLimit();
    void theLimitMayChange();
};

namespace {

const Instant Start{1h};

} // namespace

void tst_FrameRate::withoutALimitAllGoesNow()
{
    FrameRate rate;
    for (int i = 0; i < 1000; ++i) {
        QCOMPARE(rate.next(Start), Start);
        rate.note(Start);
    }
}

void tst_FrameRate::aBurstGoesAtOnceAndTheNextWaitsForASecond()
{
    FrameRate rate;
    rate.setLimit(3);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(rate.next(Start + 10ms * i), Start + 10ms * i);
        rate.note(Start + 10ms * i);
    }
    QCOMPARE(rate.next(Start + 30ms), Start + 1000ms);
    rate.note(Start + 1000ms);
    QCOMPARE(rate.next(Start + 1000ms), Start + 1010ms);
    QCOMPARE(rate.next(Start + 5s), Start + 5s);
}

void tst_FrameRate::noSecondEverHoldsMoreThanTheLimit()
{
    FrameRate rate;
    rate.setLimit(7);
    std::vector<Instant> sent;
    Instant now = Start;
    for (int i = 0; i < 1000; ++i) {
        now = rate.next(now + 37ms * (i % 5 == 0));
        rate.note(now);
        sent.push_back(now);
    }
    for (std::size_t i = 7; i < sent.size(); ++i)
        QVERIFY(sent[i] - sent[i - 7] >= 1s);
}

void tst_FrameRate::theLimitMayChange()
{
    FrameRate rate;
    rate.setLimit(4);
    for (int i = 0; i < 4; ++i)
        rate.note(Start + 100ms * i);
    QCOMPARE(rate.next(Start + 300ms), Start + 1000ms);
    rate.setLimit(2); // the last two count
    QCOMPARE(rate.next(Start + 300ms), Start + 1200ms);
    rate.setLimit(5);
    QCOMPARE(rate.next(Start + 300ms), Start + 300ms);
    rate.setLimit(0);
    QCOMPARE(rate.next(Start + 300ms), Start + 300ms);
}

QTEST_GUILESS_MAIN(tst_FrameRate)
#include "tst_framerate.moc"
