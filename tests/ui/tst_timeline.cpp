// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "timeline.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace std::chrono_literals;
using enum ConnectionState;

namespace {

//! Winds the clock, and says what is so.
struct Story
{
    Timeline timeline;
    Instant now{1h};

    Story &is(ConnectionState state, int attempt = 0)
    {
        facts.state = state;
        facts.attemptCount = attempt;
        timeline.record(facts, now);
        return *this;
    }
    Story &waits(int pending)
    {
        facts.pendingMessageCount = pending;
        timeline.record(facts, now);
        return *this;
    }
    Story &after(Duration time)
    {
        now += time;
        return *this;
    }
    [[nodiscard]] QList<ConnectionState> states() const
    {
        QList<ConnectionState> states;
        for (const Timeline::Band &band : timeline.bands())
            states.append(band.state);
        return states;
    }
    [[nodiscard]] double share(Duration span) const
    {
        return timeline.connectedShare(now - span, now);
    }
    [[nodiscard]] QList<int> peaks(Duration span, int parts) const
    {
        return timeline.pendingPeaks(now - span, now, parts);
    }
    ConnectionSnapshot facts;
};

} // namespace

class tst_Timeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStateLastsUntilTheNext();
    void everyDialIsAnAttempt();
    void aConnectionThatForgetsItsAttemptsIsNoNews();
    void itKnowsHowLongItWasConnected();
    void whatItDidNotSeeItDoesNotJudge();
    void itRemembersAnHour();
    void itRemembersAThousandStates();
    void ofEachPartItKnowsTheMostThatWaited();
    void whatWaitsOnWaitsInEveryPart();
    void whatIsHeldWaits();
    void aBurstWithinASecondIsSeen();
    void aMillionMessagesTakeNoMoreRoomThanTheirSeconds();
    void aHundredThousandStatesTakeNoMoreRoom();
    void timeThatGoesBackStandsStill();
    void nonsenseGetsZeros();
};

void tst_Timeline::aStateLastsUntilTheNext()
{
    Story it;
    it.is(Closed).after(1s).is(Connecting, 1).after(2s).is(Connected).after(5s).is(Connected);
    QCOMPARE(it.states(), (QList{Closed, Connecting, Connected}));
    const auto &bands = it.timeline.bands();
    QCOMPARE(bands[1].begin - bands[0].begin, 1s);
    QCOMPARE(bands[2].begin - bands[1].begin, 2s);
    QCOMPARE(it.timeline.forgottenBands(), 0U);
}

void tst_Timeline::everyDialIsAnAttempt()
{
    Story it;
    it.is(Connecting, 1).after(3s).is(Connecting, 2).after(1s).is(WaitingToRetry, 2);
    it.after(1s).is(Connecting, 3);
    QCOMPARE(it.states(), (QList{Connecting, Connecting, WaitingToRetry, Connecting}));
    int attempts = 0;
    for (const Timeline::Band &band : it.timeline.bands())
        attempts += band.isAttempt() ? 1 : 0;
    QCOMPARE(attempts, 3);
}

void tst_Timeline::aConnectionThatForgetsItsAttemptsIsNoNews()
{
    Story it;
    it.is(Connecting, 4).after(1s).is(Connected, 4).after(10s).is(Connected, 0);
    QCOMPARE(it.states(), (QList{Connecting, Connected}));
}

void tst_Timeline::itKnowsHowLongItWasConnected()
{
    Story it;
    it.is(Connected).after(60s).is(WaitingToRetry).after(30s).is(Connected).after(30s);
    QCOMPARE(it.share(2min), 0.75);
    QCOMPARE(it.share(60s), 0.5);
    QCOMPARE(it.share(30s), 1.0);
    it.after(1h);
    QCOMPARE(it.share(2min), 1.0);
}

void tst_Timeline::whatItDidNotSeeItDoesNotJudge()
{
    Story it;
    QCOMPARE(it.share(2min), 0.0);
    QCOMPARE(it.timeline.known(it.now - 2min, it.now), 0ms);
    it.is(Connected).after(20s);
    QCOMPARE(it.share(2min), 1.0);
    QCOMPARE(it.timeline.known(it.now - 2min, it.now), 20s);
    it.after(5min);
    QCOMPARE(it.timeline.known(it.now - 2min, it.now), 2min);
}

void tst_Timeline::itRemembersAnHour()
{
    Story it;
    it.is(Connected).after(1min).is(WaitingToRetry).after(1min).is(Connected).after(59min);
    it.waits(1);
    QCOMPARE(it.states(), (QList{WaitingToRetry, Connected}));
    QCOMPARE(it.timeline.forgottenBands(), 1U);
    it.after(1min).waits(0);
    QCOMPARE(it.states(), (QList{Connected}));
    QCOMPARE(it.share(1h), 1.0);
    QCOMPARE(it.timeline.forgottenBands(), 2U);
}

void tst_Timeline::itRemembersAThousandStates()
{
    Story it;
    for (int i = 1; i <= 800; ++i)
        it.is(Connecting, i).after(1ms).is(WaitingToRetry, i).after(1ms);
    QCOMPARE(it.timeline.bands().size(), Timeline::MaxBands);
    QCOMPARE(it.timeline.forgottenBands(), 600U);
    QCOMPARE(it.timeline.bands().back().attempt, 800);
}

void tst_Timeline::ofEachPartItKnowsTheMostThatWaited()
{
    Story it;
    it.is(Closed);
    it.after(10s).waits(5).after(10s).waits(9).after(10s).waits(0).after(10s);
    QCOMPARE(it.peaks(40s, 4), (QList{0, 5, 9, 9})); // the second in which it fell counts as high
    QCOMPARE(it.peaks(40s, 2), (QList{5, 9}));
    it.after(1s);
    QCOMPARE(it.peaks(10s, 2), (QList{0, 0}));
}

void tst_Timeline::whatWaitsOnWaitsInEveryPart()
{
    Story it;
    it.is(WaitingToRetry).waits(3).after(2h);
    QCOMPARE(it.peaks(2min, 4), (QList{3, 3, 3, 3}));
    QCOMPARE(it.peaks(1min, 1), (QList{3}));
}

void tst_Timeline::whatIsHeldWaits()
{
    Story it;
    it.facts.heldMessageCount = 4;
    it.is(Connected).waits(1).after(5s);
    QCOMPARE(it.peaks(5s, 1), (QList{5}));
}

void tst_Timeline::aBurstWithinASecondIsSeen()
{
    Story it;
    it.is(Connected).after(5s).waits(70).after(10ms).waits(0).after(5s);
    QCOMPARE(it.timeline.pendingPeaks(Instant(1h), Instant(1h) + 10s, 10),
             (QList{0, 0, 0, 0, 0, 70, 0, 0, 0, 0}));
    // Also if something waited before.
    it.waits(8).after(5s).waits(2).after(10ms).waits(1).after(5s);
    QCOMPARE(it.timeline.pendingPeaks(Instant(1h) + 15s, Instant(1h) + 20s, 5),
             (QList{8, 1, 1, 1, 1}));
}

void tst_Timeline::aMillionMessagesTakeNoMoreRoomThanTheirSeconds()
{
    Story it;
    it.is(Connected);
    for (int second = 0; second < 3 * 3600; ++second) {
        for (int i = 0; i < 50; ++i)
            it.after(20ms).waits(i % 7);
    }
    QCOMPARE(it.timeline.bands().size(), 1U);
    QCOMPARE(it.peaks(1h, 60).count(6), 60);
    QVERIFY2(it.timeline.pendingSize() <= 3602,
             qPrintable(QString::number(it.timeline.pendingSize())));
}

void tst_Timeline::aHundredThousandStatesTakeNoMoreRoom()
{
    Story it;
    it.is(Connected);
    for (int i = 0; i < 50'000; ++i)
        it.after(30ms).waits(i % 2).is(Connecting).after(30ms).waits(i % 3).is(Connected);
    QCOMPARE(it.timeline.bands().size(), Timeline::MaxBands);
    QCOMPARE(it.timeline.forgottenBands(), 100'001U - Timeline::MaxBands);
    QVERIFY(it.timeline.pendingSize() <= 3602);
}

void tst_Timeline::timeThatGoesBackStandsStill()
{
    Story it;
    it.is(Closed).after(10s).is(Connected).waits(2);
    for (int i = 0; i < 20'000; ++i)
        it.after(-3s).is(Connecting).waits(i % 2 + 1).after(2s).is(Connected).waits(i % 3 + 1);
    Instant before = it.timeline.bands().front().begin;
    for (const Timeline::Band &band : it.timeline.bands()) {
        QVERIFY(band.begin >= before);
        before = band.begin;
    }
    QCOMPARE(it.timeline.bands().size(), Timeline::MaxBands);
    QVERIFY(it.timeline.pendingSize() <= 2);
    QCOMPARE(it.timeline.known(Instant(1h), Instant(1h) + 10s), Duration(0));
}

void tst_Timeline::nonsenseGetsZeros()
{
    Story it;
    it.is(Connected).waits(3).after(5s);
    QCOMPARE(it.peaks(5s, 0), QList<int>());
    QCOMPARE(it.peaks(5s, -1), QList<int>());
    QCOMPARE(it.peaks(-5s, 2), (QList{0, 0}));
    QCOMPARE(it.share(-5s), 0.0);
}

QTEST_APPLESS_MAIN(tst_Timeline)
#include "tst_timeline.moc"
