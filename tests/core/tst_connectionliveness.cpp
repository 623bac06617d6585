// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "story.h"

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace std::chrono_literals;
using enum ConnectionState;

//! Silence is noticed, and noise is not taken for proof.
class tst_ConnectionLiveness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQuietPeerIsProbedBeforeItIsDropped();
    void anAnswerMakesTheProbeForgotten();
    void aHealthyConnectionTicksWithItsHeartbeatOnly();
    void anyByteKeepsSuspicionAway();
    void inboundTrafficAloneIsProbedAfterTwoIntervals();
    void inboundTrafficAloneIsDroppedAfterSixtySeconds();
    void aByteDuringAProbeBuysTimeAndAnotherProbe();
    void aPeerThatFallsSilentAgainIsDroppedEarlier();
    void writeProgressExcusesForAMinuteAtMost();
    void writeProgressThatStopsExcusesNoMore();
    void writesWithoutAProbeExcuseNothing();
    void anUnansweredFenceIsAProbe();
    void aFenceDuringAProbeDoesNotPostponeIt();
    void anAnsweredFenceIsProof();
    void anUrgentProbeHasThreeSeconds();
    void anUrgentProbeShortensARoutineOne();
    void aRoutineHeartbeatIsNoDoubt();
    void aLateTimerStillAsksFirst();
    void whatWasReadFirstIsJudgedFirst();
    void theHeartbeatOfTheOldConnectionDoesNotKillTheNew();
    void noProbeOutlivesItsConnection_data();
    void noProbeOutlivesItsConnection();
    void aPeerThatIgnoresPingsIsNotDroppedForIt();
    void aPeerThatIgnoresPingsIsStillAskedNowAndThen();
    void inboundTrafficProvesWhereNothingElseCan();
    void trustingInboundTrafficEndsAPendingProbe();
    void stableNeedsTenSecondsAndAnAnswer();
    void stableNeedsAnAnswerHoweverLongItLasts();
    void becomingStableNeedsNoTraffic();
    void anAnswerOnTheOldConnectionDoesNotProveTheNew();
    void aConnectionWasStableEvenIfTheTimerWasLate();
};

void tst_ConnectionLiveness::aQuietPeerIsProbedBeforeItIsDropped()
{
    Story it;
    it.on(Event::Opened);
    it.on(Event::Ready).leads(Connected).waits(25s);
    it.after(25s).leads(Connected, Command::Probe).waits(10s);
    it.after(10s).leads(WaitingToRetry, Command::Abandon).waits(500ms);
}

void tst_ConnectionLiveness::anAnswerMakesTheProbeForgotten()
{
    Story it;
    it.connects();
    it.after(25s).leads(Connected, Command::Probe);
    it.after(9s).leads(Connected);
    it.on(Event::Answered).leads(Connected).waits(25s);
    it.after(25s).leads(Connected, Command::Probe).waits(10s);
}

void tst_ConnectionLiveness::aHealthyConnectionTicksWithItsHeartbeatOnly()
{
    Story it;
    it.connects().stabilizes();
    it.after(15s).leads(Connected, Command::Probe);
    it.on(Event::Answered);
    for (int beat = 0; beat < 3; ++beat) {
        it.leads(Connected).waits(25s);
        it.after(24'999ms).leads(Connected);
        it.after(1ms).leads(Connected, Command::Probe);
        it.on(Event::Answered);
    }
}

void tst_ConnectionLiveness::anyByteKeepsSuspicionAway()
{
    Story it;
    it.connects();
    it.after(20s);
    it.on(Event::Heard).leads(Connected).waits(25s);
}

void tst_ConnectionLiveness::inboundTrafficAloneIsProbedAfterTwoIntervals()
{
    Story it;
    it.connects();
    for (int i = 0; i < 4; ++i) {
        it.after(10s).leads(Connected);
        it.on(Event::Heard);
    }
    it.waits(10s);
    it.after(10s).leads(Connected, Command::Probe).waits(10s);
}

// As is promised: 60 s while inbound traffic still flows.
void tst_ConnectionLiveness::inboundTrafficAloneIsDroppedAfterSixtySeconds()
{
    Story it;
    it.connects();
    const Instant connected = it.now;
    while (it.connection.state() == Connected && it.now - connected < 1h) {
        it.after(1s);
        it.on(Event::Heard);
    }
    QCOMPARE(it.now - connected, 60s);
}

void tst_ConnectionLiveness::aByteDuringAProbeBuysTimeAndAnotherProbe()
{
    Story it;
    it.connects();
    it.after(25s).leads(Connected, Command::Probe);
    it.after(1s);
    it.on(Event::Heard)
        .leads(Connected)
        .waits(9s); // a pong behind a large frame; it is awaited all the same
    QVERIFY(!it.connection.isVerifying());
    it.after(9s).leads(Connected, Command::Probe).waits(10s);
    QVERIFY(it.connection.isVerifying());
    it.on(Event::Answered).leads(Connected).waits(25s);
    QVERIFY(!it.connection.isVerifying());
}

void tst_ConnectionLiveness::aPeerThatFallsSilentAgainIsDroppedEarlier()
{
    Story it;
    it.connects();
    it.after(25s);
    it.on(Event::Heard);
    it.after(10s).leads(Connected, Command::Probe);
    it.after(10s).leads(WaitingToRetry, Command::Abandon);
}

void tst_ConnectionLiveness::writeProgressExcusesForAMinuteAtMost()
{
    Story it;
    it.connects();
    it.after(25s).leads(Connected, Command::Probe);
    const Instant probed = it.now;
    while (it.connection.state() == Connected && it.now - probed < 1h) {
        it.on(Event::Wrote);
        it.after(1s);
    }
    QCOMPARE(it.now - probed, 10s + 60s);
}

void tst_ConnectionLiveness::writeProgressThatStopsExcusesNoMore()
{
    Story it;
    it.connects();
    it.after(25s);
    it.on(Event::Wrote).leads(Connected).waits(10s);
    it.after(10s).leads(Connected, Command::Probe).waits(10s);
    it.after(10s).leads(WaitingToRetry, Command::Abandon);
}

// Trickling telemetry into a dead link fills the kernel for an hour.
void tst_ConnectionLiveness::writesWithoutAProbeExcuseNothing()
{
    Story it;
    it.connects();
    for (int i = 0; i < 24; ++i) {
        it.after(1s).leads(Connected);
        it.on(Event::Wrote);
    }
    it.after(1s).leads(Connected, Command::Probe);
    it.after(10s).leads(WaitingToRetry, Command::Abandon);
}

void tst_ConnectionLiveness::anUnansweredFenceIsAProbe()
{
    Story it;
    it.connects();
    it.after(3s);
    it.on(Event::Asked).leads(Connected).waits(10s);
    it.after(10s).leads(WaitingToRetry, Command::Abandon);
}

void tst_ConnectionLiveness::aFenceDuringAProbeDoesNotPostponeIt()
{
    Story it;
    it.connects();
    it.after(25s).leads(Connected, Command::Probe);
    it.after(4s);
    it.on(Event::Asked).leads(Connected).waits(6s);
}

void tst_ConnectionLiveness::anAnsweredFenceIsProof()
{
    Story it;
    it.connects();
    it.after(20s);
    it.on(Event::Asked);
    it.on(Event::Answered).leads(Connected).waits(25s);
}

void tst_ConnectionLiveness::anUrgentProbeHasThreeSeconds()
{
    Story it;
    it.connects().stabilizes();
    it.luck = 0.5;
    it.on(Event::Woken).leads(Connected, Command::Probe).waits(3s);
    QVERIFY(it.connection.isVerifying());
    it.after(3s).leads(WaitingToRetry, Command::Abandon).waits(500ms);
    QVERIFY(!it.connection.isVerifying());
}

void tst_ConnectionLiveness::anUrgentProbeShortensARoutineOne()
{
    Story it;
    it.connects();
    it.after(25s).waits(10s);
    it.on(Event::Woken).leads(Connected, Command::Probe).waits(3s);
    it.after(2s);
    it.on(Event::Woken)
        .leads(Connected, Command::Probe)
        .waits(1s); // asking again is no reason to wait longer
    it.after(1s).leads(WaitingToRetry, Command::Abandon);
}

void tst_ConnectionLiveness::aRoutineHeartbeatIsNoDoubt()
{
    Story it;
    it.connects();
    it.after(25s).leads(Connected, Command::Probe);
    QVERIFY(!it.connection.isVerifying());
}

// The machine slept; the timer comes an hour late.
void tst_ConnectionLiveness::aLateTimerStillAsksFirst()
{
    Story it;
    it.connects();
    it.unattended(1h);
    it.on(Event::Elapsed).leads(Connected, Command::Probe).waits(10s);
}

// A blocked event loop is not a dead peer.
void tst_ConnectionLiveness::whatWasReadFirstIsJudgedFirst()
{
    Story it;
    it.connects();
    it.after(25s).leads(Connected, Command::Probe);
    it.unattended(40s);
    it.on(Event::Answered);
    it.on(Event::Elapsed).leads(Connected).waits(25s);
}

void tst_ConnectionLiveness::theHeartbeatOfTheOldConnectionDoesNotKillTheNew()
{
    Story it;
    it.connects();
    it.after(25s).leads(Connected, Command::Probe);
    it.after(9s);
    it.on(Event::Dropped);
    it.after(500ms).leads(Connecting, Command::Dial);
    it.on(Event::Ready).leads(Connected).waits(25s);
    it.after(5s).leads(Connected);
    it.after(20s).leads(Connected, Command::Probe).waits(10s);
}

void tst_ConnectionLiveness::noProbeOutlivesItsConnection_data()
{
    QTest::addColumn<bool>("closes");
    QTest::newRow("closed by us") << true;
    QTest::newRow("lost") << false;
}

void tst_ConnectionLiveness::noProbeOutlivesItsConnection()
{
    QFETCH(bool, closes);
    Story it;
    it.connects();
    it.on(Event::Woken);
    QVERIFY(it.connection.isVerifying());
    it.on(closes ? Event::Closed : Event::Dropped);
    QVERIFY(!it.connection.isVerifying());
    closes ? it.waits(3s) : it.waits(500ms);
}

void tst_ConnectionLiveness::aPeerThatIgnoresPingsIsNotDroppedForIt()
{
    Policy policy = withoutJitter();
    policy.liveness = Liveness::InboundTraffic;
    Story it(policy);
    it.connects();
    it.on(Event::Asked).leads(Connected).waits(25s); // a fence: nobody will answer it
    for (int i = 0; i < 100; ++i) {
        it.after(20s).leads(Connected);
        it.on(Event::Heard);
    }
    it.on(Event::NetworkLost).leads(Connected, Command::Probe).waits(25s);
    it.on(Event::Woken).leads(Connected, Command::Probe).waits(25s);
    QVERIFY(!it.connection.isVerifying());
}

void tst_ConnectionLiveness::aPeerThatIgnoresPingsIsStillAskedNowAndThen()
{
    Policy policy = withoutJitter();
    policy.liveness = Liveness::InboundTraffic;
    Story it(policy);
    it.connects();
    for (int i = 0; i < 100; ++i)
        it.after(25s).leads(Connected, Command::Probe).waits(25s);
}

void tst_ConnectionLiveness::inboundTrafficProvesWhereNothingElseCan()
{
    Policy policy = withoutJitter();
    policy.liveness = Liveness::InboundTraffic;
    Story it(policy);
    it.connects();
    it.on(Event::Heard).leads(Connected).waits(10s);
    it.after(10s).leads(Connected).waits(15s);
    QVERIFY(it.connection.isStable());
    QCOMPARE(it.connection.attemptCount(), 0);
}

void tst_ConnectionLiveness::trustingInboundTrafficEndsAPendingProbe()
{
    Story it;
    it.connects();
    it.after(25s).leads(Connected, Command::Probe).waits(10s);
    it.on(Event::Woken).waits(3s);
    Policy policy = withoutJitter();
    policy.liveness = Liveness::InboundTraffic;
    it.connection.setPolicy(policy);
    it.leads(Connected, Command::Probe).waits(25s); // that Probe is the one of Woken
    QVERIFY(!it.connection.isVerifying());
}

void tst_ConnectionLiveness::stableNeedsTenSecondsAndAnAnswer()
{
    Story it;
    it.connects();
    it.on(Event::Answered).leads(Connected).waits(10s);
    it.after(9'999ms);
    QVERIFY(!it.connection.isStable());
    it.after(1ms).leads(Connected).waits(15s);
    QVERIFY(it.connection.isStable());
}

void tst_ConnectionLiveness::stableNeedsAnAnswerHoweverLongItLasts()
{
    Story it;
    it.connects();
    for (int i = 0; i < 4; ++i) {
        it.after(10s);
        it.on(Event::Heard);
    }
    QVERIFY(!it.connection.isStable());
    it.on(Event::Answered);
    QVERIFY(it.connection.isStable());
}

void tst_ConnectionLiveness::becomingStableNeedsNoTraffic()
{
    Story it;
    it.connects();
    it.after(1s);
    it.on(Event::Answered).waits(9s);
    it.after(9s).leads(Connected).waits(16s);
    QVERIFY(it.connection.isStable());
}

void tst_ConnectionLiveness::anAnswerOnTheOldConnectionDoesNotProveTheNew()
{
    Story it;
    it.connects();
    it.on(Event::Answered);
    it.on(Event::Dropped);
    it.after(500ms);
    it.on(Event::Ready).leads(Connected).waits(25s);
    it.after(20s);
    it.on(Event::Heard);
    QVERIFY(!it.connection.isStable());
}

void tst_ConnectionLiveness::aConnectionWasStableEvenIfTheTimerWasLate()
{
    Story it;
    it.connects();
    it.on(Event::Answered);
    it.unattended(10s);
    it.on(Event::Dropped).leads(WaitingToRetry).waits(0ms); // the immediate retry of a stable one
}

QTEST_GUILESS_MAIN(tst_ConnectionLiveness)
#include "tst_connectionliveness.moc"
