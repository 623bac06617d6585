// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "story.h"

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace std::chrono_literals;
using enum ConnectionState;

namespace {

constexpr Event::Kind AllEvents[] = {
    Event::Opened,       Event::Closed,         Event::Retried, Event::Renewed, Event::NetworkLost,
    Event::NetworkFound, Event::NetworkChanged, Event::Woken,   Event::Dialled, Event::Ready,
    Event::Heard,        Event::Wrote,          Event::Held,    Event::Asked,   Event::Answered,
    Event::Dropped,      Event::Elapsed};

//! A story that has just come to \a state.
Story storyIn(ConnectionState state)
{
    Story it;
    switch (state) {
    case Closed:
        break;
    case Connecting:
        it.on(Event::Opened);
        break;
    case Connected:
        it.connects();
        break;
    case WaitingToRetry:
        it.on(Event::Opened);
        it.on(Event::Dropped);
        break;
    case WaitingForNetwork:
        it.on(Event::Opened);
        it.on(Event::Dropped);
        it.on(Event::NetworkLost);
        break;
    case Closing:
        it.connects();
        it.on(Event::Closed);
        break;
    case Failed:
        it.on(Event::Opened);
        it.on(goodbye(4409));
        break;
    }
    return it;
}

void addStates(std::initializer_list<ConnectionState> states)
{
    QTest::addColumn<ConnectionState>("state");
    for (const ConnectionState state : states)
        QTest::newRow(nameOf(state).constData()) << state;
}

} // namespace

//! Opening, closing, failing, and what every state has in common.
class tst_Connection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void restsUntilItIsOpened();
    void openingDials();
    void isConnectedWhenThePeerIsReady();
    void openingAgainChangesNothing_data();
    void openingAgainChangesNothing();
    void anUnansweredDialIsAbandoned();
    void closingSaysGoodbye();
    void aPeerThatSaysNoGoodbyeIsAbandoned();
    void closingAnAttemptAbandonsIt();
    void closingAWaitEndsIt();
    void closingFailedIsClosed();
    void closingAgainChangesNothing_data();
    void closingAgainChangesNothing();
    void onceClosedNothingFires();
    void openingWhileClosingDialsAfresh();
    void openingWhileClosingAbandonsEvenWithoutBudget();
    void aGoodbyeToAnOldSocketIsIgnored_data();
    void aGoodbyeToAnOldSocketIsIgnored();
    void aSocketThatIsReadyTooLateIsIgnored_data();
    void aSocketThatIsReadyTooLateIsIgnored();
    void errorAndCloseScheduleOneRetry();
    void anEarlyTimerDoesNothing_data();
    void anEarlyTimerDoesNothing();
    void aLateTimerCountsOnce_data();
    void aLateTimerCountsOnce();
    void failedRests();
    void failedIsLeftByOpening();
    void failedIsLeftByRetrying();
    void failedIsLeftByItselfWhereThePolicySaysSo();
    void everyStateHasItsDeadline();
    void countsTheAttempts();
    void aNewPolicyHoldsForLaterDeadlines();
    void aNewHeartbeatHoldsAtOnce();
    void aNewBudgetHoldsForTheNextDial();
};

void tst_Connection::restsUntilItIsOpened()
{
    Story it;
    QCOMPARE(it.connection.state(), Closed);
    QCOMPARE(it.connection.attemptCount(), 0);
    it.after(24h).leads(Closed).rests();
}

void tst_Connection::openingDials()
{
    Story it;
    it.on(Event::Opened).leads(Connecting, Command::Dial).waits(15s);
    QVERIFY(!it.connection.needsFreshCredentials());
}

void tst_Connection::isConnectedWhenThePeerIsReady()
{
    Story it;
    it.on(Event::Opened);
    it.on(Event::Ready).leads(Connected).waits(25s);
    QVERIFY(!it.connection.isVerifying());
    QVERIFY(!it.connection.isStable());
}

void tst_Connection::openingAgainChangesNothing_data()
{
    addStates({Connecting, Connected, WaitingToRetry, WaitingForNetwork});
}

// Code that opens in a `disconnected` handler, as users of QWebSocket do, must not make a storm.
void tst_Connection::openingAgainChangesNothing()
{
    QFETCH(ConnectionState, state);
    Story it = storyIn(state);
    const Duration left = *it.connection.deadline() - it.now;
    it.unattended(1ms);
    it.on(Event::Opened).leads(state).waits(left - 1ms);
}

void tst_Connection::anUnansweredDialIsAbandoned()
{
    Story it;
    it.on(Event::Opened);
    it.after(14'999ms).leads(Connecting);
    it.after(1ms).leads(WaitingToRetry, Command::Abandon).waits(500ms).because(WaitReason::Backoff);
}

void tst_Connection::closingSaysGoodbye()
{
    Story it;
    it.connects();
    it.on(Event::Closed).leads(Closing, Command::HangUp).waits(3s);
    it.on(goodbye(1000)).leads(Closed).rests();
}

void tst_Connection::aPeerThatSaysNoGoodbyeIsAbandoned()
{
    Story it;
    it.connects();
    it.on(Event::Closed);
    for (const Event::Kind noise :
         {Event::Dialled, Event::Heard, Event::Wrote, Event::Held, Event::Answered, Event::Asked})
        it.on(noise).leads(Closing).waits(3s);
    it.after(3s).leads(Closed, Command::Abandon).rests();
}

void tst_Connection::closingAnAttemptAbandonsIt()
{
    Story it;
    it.on(Event::Opened);
    it.on(Event::Closed).leads(Closed, Command::Abandon).rests();
}

void tst_Connection::closingAWaitEndsIt()
{
    storyIn(WaitingToRetry).on(Event::Closed).leads(Closed).rests();
    storyIn(WaitingForNetwork).on(Event::Closed).leads(Closed).rests().because(WaitReason::None);
}

void tst_Connection::closingFailedIsClosed()
{
    Story it = storyIn(Failed);
    it.on(Event::Closed).leads(Closed).rests();
    QCOMPARE(it.connection.failure(), ErrorCategory::None);
}

void tst_Connection::closingAgainChangesNothing_data() { addStates({Closed, Closing}); }

void tst_Connection::closingAgainChangesNothing()
{
    QFETCH(ConnectionState, state);
    Story it = storyIn(state);
    const auto deadline = it.connection.deadline();
    it.unattended(1s);
    it.on(Event::Closed).leads(state);
    QCOMPARE(it.connection.deadline(), deadline);
}

void tst_Connection::onceClosedNothingFires()
{
    for (const ConnectionState before :
         {Connecting, WaitingToRetry, WaitingForNetwork, Closing, Failed}) {
        Story it = storyIn(before);
        it.on(Event::Closed);
        it.after(3s);
        it.on(Event::Elapsed).leads(Closed).rests();
        for (const Event::Kind event : AllEvents) {
            if (event == Event::Opened)
                continue;
            it.unattended(1h);
            it.on(event).leads(Closed).rests();
        }
    }
}

void tst_Connection::openingWhileClosingDialsAfresh()
{
    Story it;
    it.connects();
    it.on(Event::Closed);
    it.after(1s);
    it.on(Event::Opened)
        .leads(Connecting, Command::Dial)
        .waits(15s); // Dial abandons what was there
    QCOMPARE(it.connection.attemptCount(), 1);
}

void tst_Connection::openingWhileClosingAbandonsEvenWithoutBudget()
{
    Policy policy = withoutJitter();
    policy.pacing.burst = 1;
    policy.pacing.reserve = 0;
    Story it(policy);
    it.connects();
    it.on(Event::Closed);
    it.after(1s);
    it.on(Event::Opened)
        .leads(WaitingToRetry, Command::Abandon)
        .waits(4s)
        .because(WaitReason::Pacing);
    it.after(4s).leads(Connecting, Command::Dial);
}

void tst_Connection::aGoodbyeToAnOldSocketIsIgnored_data()
{
    addStates({Closed, WaitingToRetry, WaitingForNetwork, Failed});
}

// A late close of the old socket kills the new one.
void tst_Connection::aGoodbyeToAnOldSocketIsIgnored()
{
    QFETCH(ConnectionState, state);
    Story it = storyIn(state);
    const auto deadline = it.connection.deadline();
    const int attempts = it.connection.attemptCount();
    for (const quint16 code : {1000, 1011, 4401, 4403})
        it.on(goodbye(code)).leads(state);
    QCOMPARE(it.connection.deadline(), deadline);
    QCOMPARE(it.connection.attemptCount(), attempts);
}

void tst_Connection::aSocketThatIsReadyTooLateIsIgnored_data()
{
    addStates({Closed, Connected, WaitingToRetry, WaitingForNetwork, Closing, Failed});
}

void tst_Connection::aSocketThatIsReadyTooLateIsIgnored()
{
    QFETCH(ConnectionState, state);
    Story it = storyIn(state);
    const auto deadline = it.connection.deadline();
    it.unattended(1ms);
    for (const Event::Kind event : {Event::Ready, Event::Wrote})
        it.on(event).leads(state);
    QCOMPARE(it.connection.deadline(), deadline);
    if (state == Connected)
        return; // there, these are signs of life
    for (const Event::Kind event : {Event::Heard, Event::Answered, Event::Asked})
        it.on(event).leads(state);
    QCOMPARE(it.connection.deadline(), deadline);
}

// Each of them schedules a retry, and sockets multiply.
void tst_Connection::errorAndCloseScheduleOneRetry()
{
    Story it;
    it.on(Event::Opened);
    it.on(ended(Ending::Kind::Refused)).leads(WaitingToRetry).waits(500ms);
    it.on(ended(Ending::Kind::Lost)).leads(WaitingToRetry).waits(500ms);
    it.after(500ms).leads(Connecting, Command::Dial);
    it.on(Event::Dropped).leads(WaitingToRetry).waits(1s); // it counted once
}

void tst_Connection::anEarlyTimerDoesNothing_data()
{
    addStates({Connecting, Connected, WaitingToRetry, WaitingForNetwork, Closing});
}

void tst_Connection::anEarlyTimerDoesNothing()
{
    QFETCH(ConnectionState, state);
    Story it = storyIn(state);
    const Duration left = *it.connection.deadline() - it.now;
    it.on(Event::Elapsed).leads(state).waits(left);
    it.unattended(left - 1ms);
    it.on(Event::Elapsed).leads(state).waits(1ms);
}

void tst_Connection::aLateTimerCountsOnce_data()
{
    addStates({Connecting, Connected, WaitingToRetry, WaitingForNetwork, Closing});
}

void tst_Connection::aLateTimerCountsOnce()
{
    QFETCH(ConnectionState, state);
    Story it = storyIn(state);
    it.unattended(1h);
    it.on(Event::Elapsed);
    const auto after = std::pair(it.connection.state(), it.connection.deadline());
    QVERIFY(!after.second || *after.second > it.now);
    it.on(Event::Elapsed).leads(after.first);
    QCOMPARE(it.connection.deadline(), after.second);
}

void tst_Connection::failedRests()
{
    Story it;
    it.on(Event::Opened);
    it.on(goodbye(4409)).leads(Failed).rests().failsWith(ErrorCategory::Replaced);
    it.after(24h).leads(Failed).rests();
}

void tst_Connection::failedIsLeftByOpening()
{
    Story it = storyIn(Failed);
    it.after(1h);
    it.on(Event::Opened).leads(Connecting, Command::Dial).waits(15s);
    QCOMPARE(it.connection.attemptCount(), 1);
}

void tst_Connection::failedIsLeftByRetrying()
{
    Story it = storyIn(Failed);
    it.after(1h);
    it.on(Event::Retried).leads(Connecting, Command::Dial).waits(15s);
    QCOMPARE(it.connection.attemptCount(), 1);
}

void tst_Connection::failedIsLeftByItselfWhereThePolicySaysSo()
{
    Policy kiosk = withoutJitter();
    kiosk.failedRetry = 10min;
    Story it(kiosk);
    it.on(Event::Opened);
    it.on(goodbye(4403)).failsWith(ErrorCategory::Forbidden).waits(10min);
    it.after(10min).leads(Connecting, Command::Dial);
    it.on(goodbye(4403)).failsWith(ErrorCategory::Forbidden).waits(10min);
}

// "reconnecting" for ever, with nothing pending.
void tst_Connection::everyStateHasItsDeadline()
{
    storyIn(Closed).rests();
    storyIn(Failed).rests();
    storyIn(Connecting).waits(15s);
    storyIn(Connected).waits(25s);
    storyIn(WaitingToRetry).waits(500ms);
    storyIn(WaitingForNetwork).waits(60s);
    storyIn(Closing).waits(3s);
}

void tst_Connection::countsTheAttempts()
{
    Story it;
    for (int attempt = 1; attempt <= 3; ++attempt) {
        attempt == 1 ? it.on(Event::Opened) : it.after(*it.connection.deadline() - it.now);
        QCOMPARE(it.connection.attemptCount(), attempt);
        it.on(Event::Dropped);
    }
    it.after(2s);
    it.on(Event::Ready);
    QCOMPARE(it.connection.attemptCount(), 4); // connected is not yet stable
    it.stabilizes();
    QCOMPARE(it.connection.attemptCount(), 0);
    it.on(Event::Dropped);
    it.after(0ms).leads(Connecting, Command::Dial);
    QCOMPARE(it.connection.attemptCount(), 1);
}

void tst_Connection::aNewPolicyHoldsForLaterDeadlines()
{
    Story it;
    it.on(Event::Opened);
    Policy policy = withoutJitter();
    policy.connectTimeout = 4s;
    policy.backoff.base = 70ms;
    it.connection.setPolicy(policy);
    it.waits(15s);
    it.on(Event::Dropped).leads(WaitingToRetry).waits(70ms);
    it.after(250ms).leads(Connecting, Command::Dial).waits(4s);
}

void tst_Connection::aNewHeartbeatHoldsAtOnce()
{
    Story it;
    it.connects();
    it.after(4s);
    Policy policy = withoutJitter();
    policy.heartbeatInterval = 5s;
    it.connection.setPolicy(policy);
    it.leads(Connected).waits(1s);
    it.after(1s).leads(Connected, Command::Probe);
}

void tst_Connection::aNewBudgetHoldsForTheNextDial()
{
    Story it;
    it.on(Event::Opened);
    Policy policy = withoutJitter();
    policy.pacing.gap = 10s;
    it.connection.setPolicy(policy);
    it.on(Event::Dropped).leads(WaitingToRetry).waits(500ms);
    it.after(500ms).leads(Connecting, Command::Dial); // the gap was measured when the dial began
    it.on(Event::Dropped).leads(WaitingToRetry).waits(1s);
    it.after(1s).leads(WaitingToRetry).waits(9s).because(WaitReason::Pacing);
}

QTEST_GUILESS_MAIN(tst_Connection)
#include "tst_connection.moc"
