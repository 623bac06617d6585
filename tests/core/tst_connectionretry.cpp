// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "story.h"

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum ConnectionState;

Q_DECLARE_METATYPE(Holdfast::Ending)
Q_DECLARE_METATYPE(Holdfast::Event::Kind)

namespace {

//! Hardly any backoff, so that only the dial budget is left between a server and its storm.
Policy impatient()
{
    Policy policy = withoutJitter();
    policy.backoff = {.base = 1ms, .cap = 1ms, .floor = 0ms, .jitter = Jitter::None};
    return policy;
}

//! Uses up what may be dialled at once; ends waiting for the next token, five seconds after the
//! first.
void spendTheBurst(Story &it)
{
    it.on(Event::Opened);
    for (int dial = 1; dial < 6; ++dial) {
        it.on(Event::Dropped);
        it.after(250ms).leads(Connecting, Command::Dial);
    }
    it.on(Event::Dropped);
    it.after(1ms).leads(WaitingToRetry).because(WaitReason::Pacing);
}

} // namespace

//! What each verdict leads to, how long it takes, and what stops a storm.
class tst_ConnectionRetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Backoff
    void theWaitGrowsWithEachFailure();
    void luckDecidesHowLongWithinTheRange();
    void aHandshakeAloneForgetsNothing();
    void aStableConnectionForgetsTheFailures();
    void theFirstRetryAfterAStableConnectionIsImmediate();
    void theFirstRetryIsBlurredOverASecond();
    void theSecondRetryIsNotImmediate();
    void anInternalErrorCountsDouble();
    void givesUpAfterTheLastAttempt();
    void aConnectionThatDoesNotLastIsAnAttemptAsWell();
    void aStableConnectionGivesTheAttemptsBack();
    void neverGivesUpByDefault();
    // Pacing
    void aStormServerGetsSixDialsThenOnePerFiveSeconds_data();
    void aStormServerGetsSixDialsThenOnePerFiveSeconds();
    void aStormServerWithDefaultsSeesGrowingWaits();
    void noTwoDialsWithinTheGap();
    void retryingCutsTheWaitShort();
    void retryingUsesAReserveOfThree();
    void beyondTheReserveTheNextTokenDecides();
    void aWishInTheGapStillUsesTheReserve();
    void aWishForThePacedDialOutlivesTheServersWait();
    void retryingAHangingAttemptStartsItAgainOnce();
    void retryingAConnectionChangesNothing();
    void openingUsesTheReserve();
    // Verdicts
    void aRestartIsSpreadOverTenSeconds_data();
    void aRestartIsSpreadOverTenSeconds();
    void aRestartIsSpreadAlsoAfterAStableConnection();
    void theServersHintWins();
    void anOverloadedServerIsLeftAlone();
    void aPersonMayComeBeforeTheServerAsked();
    void closingAndOpeningForgetsWhatTheServerAsked();
    void aConnectionForgetsWhatTheServerAskedBefore();
    void anOverridesWaitIsADayAtMost();
    void whoFailsHasAReason();
    void newCredentialsAreAskedForOnceAtOnce_data();
    void newCredentialsAreAskedForOnceAtOnce();
    void aStableConnectionAllowsAnotherRefresh();
    void aRefreshHeldUpByTheBudgetStaysARefresh();
    void aRefreshWaitsWhereTheServerAskedForIt();
    void afterRejectionAFreshStartAsksForNewCredentials();
    void anotherFailureEndsTheRefresh();
    void credentialsThatCannotBeHadYetAreStillOwed();
    void credentialsThatComeTooLateAreStillOwed();
    void credentialsThatWereDialledAreOwedNoMore();
    void newCredentialsLeaveEveryWait();
    void aRefusalOfOldCredentialsIsNotFinal_data();
    void aRefusalOfOldCredentialsIsNotFinal();
    void newCredentialsGetTheirOwnRefresh_data();
    void newCredentialsGetTheirOwnRefresh();
    void newCredentialsWithinTheBudget();
    void threeFinalLookingAnswersThatSpanTwoMinutesAreBelieved_data();
    void threeFinalLookingAnswersThatSpanTwoMinutesAreBelieved();
    void threeInQuickSuccessionAreADeploy();
    void anythingElseInBetweenStartsTheCountAgain();
    void twoKindsOfAnswersDoNotAddUp();
    void openingStartsTheCountAgain();
    void someAnswersAreFinal_data();
    void someAnswersAreFinal();
    void aServerThatWantsUsGoneIsObeyed();
    void aNormalClosureIsRetriedOrIsTheEnd();
    void aPlannedRotationIsNoFailure();
};

// ---- backoff ----

void tst_ConnectionRetry::theWaitGrowsWithEachFailure()
{
    Story it;
    it.on(Event::Opened);
    for (const Duration wait :
         {500ms, 1000ms, 2000ms, 4000ms, 8000ms, 16000ms, 30000ms, 30000ms, 30000ms}) {
        it.on(Event::Dropped).leads(WaitingToRetry).waits(wait).because(WaitReason::Backoff);
        QCOMPARE(it.connection.retryDelay(), wait);
        it.after(wait).leads(Connecting, Command::Dial);
        QCOMPARE(it.connection.retryDelay(), 0ms);
    }
}

void tst_ConnectionRetry::luckDecidesHowLongWithinTheRange()
{
    for (const auto &[luck, wait] :
         {std::pair(0.0, 100ms), std::pair(0.5, 350ms), std::pair(0.999999, 600ms)}) {
        Story it{Policy()};
        it.luck = luck;
        it.on(Event::Opened);
        it.on(Event::Dropped).leads(WaitingToRetry).waits(wait);
    }
}

// Who resets the counter on open gets a storm.
void tst_ConnectionRetry::aHandshakeAloneForgetsNothing()
{
    Story it;
    it.on(Event::Opened);
    for (const Duration wait : {500ms, 1000ms, 2000ms, 4000ms, 8000ms}) {
        it.on(Event::Ready).leads(Connected);
        it.on(Event::Answered);
        it.after(5ms);
        it.on(Event::Dropped).leads(WaitingToRetry).waits(wait);
        it.after(wait).leads(Connecting, Command::Dial);
    }
}

// … and who never resets it is slow for ever.
void tst_ConnectionRetry::aStableConnectionForgetsTheFailures()
{
    Story it;
    it.on(Event::Opened);
    for (const Duration wait : {500ms, 1000ms, 2000ms}) {
        it.on(Event::Dropped);
        it.after(wait);
    }
    it.on(Event::Ready);
    it.stabilizes();
    it.on(Event::Dropped).leads(WaitingToRetry).waits(0ms);
    it.after(0ms).leads(Connecting, Command::Dial);
    it.on(Event::Dropped).leads(WaitingToRetry).waits(500ms);
}

void tst_ConnectionRetry::theFirstRetryAfterAStableConnectionIsImmediate()
{
    Story it;
    it.connects().stabilizes();
    it.on(ended(Ending::Kind::Lost)).leads(WaitingToRetry).waits(0ms);
    it.after(0ms).leads(Connecting, Command::Dial);
}

void tst_ConnectionRetry::theFirstRetryIsBlurredOverASecond()
{
    Story it;
    it.connects().stabilizes();
    it.luck = 0.75;
    it.on(Event::Dropped).leads(WaitingToRetry).waits(750ms).because(WaitReason::Backoff);
}

void tst_ConnectionRetry::theSecondRetryIsNotImmediate()
{
    Story it;
    it.connects().stabilizes();
    it.on(Event::Dropped);
    it.after(0ms);
    for (const Duration wait : {500ms, 1000ms}) {
        it.on(Event::Dropped).leads(WaitingToRetry).waits(wait);
        it.after(wait).leads(Connecting, Command::Dial);
    }
}

void tst_ConnectionRetry::anInternalErrorCountsDouble()
{
    Story it;
    it.on(Event::Opened);
    for (const Duration wait : {1s, 4s, 16s, 30s}) {
        it.on(goodbye(1011)).leads(WaitingToRetry).waits(wait);
        it.after(wait).leads(Connecting, Command::Dial);
    }
}

void tst_ConnectionRetry::givesUpAfterTheLastAttempt()
{
    Policy policy = withoutJitter();
    policy.maxAttempts = 3;
    Story it(policy);
    it.on(Event::Opened);
    it.on(Event::Dropped).leads(WaitingToRetry);
    it.after(500ms);
    it.on(Event::Dropped).leads(WaitingToRetry);
    it.after(1s).leads(Connecting, Command::Dial);
    it.after(15s)
        .leads(Failed, Command::Abandon)
        .rests()
        .failsWith(ErrorCategory::RetriesExhausted);
    it.on(Event::Retried).leads(Connecting, Command::Dial);
    QCOMPARE(it.connection.attemptCount(), 1);
    it.on(Event::Dropped).leads(WaitingToRetry).waits(500ms);
}

void tst_ConnectionRetry::aConnectionThatDoesNotLastIsAnAttemptAsWell()
{
    Policy policy = withoutJitter();
    policy.maxAttempts = 2;
    Story it(policy);
    it.connects();
    it.on(Event::Dropped).leads(WaitingToRetry);
    it.after(500ms).leads(Connecting, Command::Dial);
    it.on(Event::Ready).leads(Connected);
    it.on(Event::Dropped).failsWith(ErrorCategory::RetriesExhausted);
}

void tst_ConnectionRetry::aStableConnectionGivesTheAttemptsBack()
{
    Policy policy = withoutJitter();
    policy.maxAttempts = 1;
    Story it(policy);
    it.connects().stabilizes();
    it.on(Event::Dropped).leads(WaitingToRetry).waits(0ms);
    it.after(0ms);
    it.on(Event::Dropped).failsWith(ErrorCategory::RetriesExhausted);
}

void tst_ConnectionRetry::neverGivesUpByDefault()
{
    Story it;
    it.on(Event::Opened);
    for (int i = 0; i < 10'000; ++i) {
        it.on(Event::Dropped).leads(WaitingToRetry);
        it.after(*it.connection.deadline() - it.now).leads(Connecting, Command::Dial);
    }
}

// ---- pacing ----

void tst_ConnectionRetry::aStormServerGetsSixDialsThenOnePerFiveSeconds_data()
{
    QTest::addColumn<QList<Event::Kind>>("handler");
    QTest::addColumn<int>("dials");
    QTest::newRow("left alone") << QList<Event::Kind>() << 18;
    QTest::newRow("open() in each handler") << QList{Event::Opened} << 18;
    QTest::newRow("and the network flaps")
        << QList{Event::NetworkLost, Event::NetworkFound, Event::Woken} << 18;
    // A person's reserve: three, and one per thirty seconds.
    QTest::newRow("retryNow() in each handler") << QList{Event::Retried} << 18 + 3 + 1;
    QTest::newRow("close() and open() in each handler")
        << QList{Event::Closed, Event::Opened} << 18 + 3 + 1;
}

// The single most revealing test: accept the handshake, close after 5 ms.
void tst_ConnectionRetry::aStormServerGetsSixDialsThenOnePerFiveSeconds()
{
    QFETCH(QList<Event::Kind>, handler);
    QFETCH(int, dials);
    Story it(impatient());
    const Instant start = it.now;
    it.on(Event::Opened);
    int early = 0;
    while (it.now <= start + 60s) {
        if (it.connection.state() == Connecting) {
            it.on(Event::Ready);
            it.after(5ms);
            it.on(goodbye(1011));
        }
        for (const Event::Kind call : handler)
            it.on(call);
        it.after(1ms);
        if (it.now < start + 5s)
            early = static_cast<int>(it.dials.size());
    }
    QCOMPARE(it.dials.size(), static_cast<std::size_t>(dials));
    QCOMPARE(early, handler.contains(Event::Retried) || handler.contains(Event::Closed) ? 9 : 6);
    for (std::size_t i = 1; i < it.dials.size(); ++i)
        QVERIFY(it.dials[i] - it.dials[i - 1] >= 250ms);
}

void tst_ConnectionRetry::aStormServerWithDefaultsSeesGrowingWaits()
{
    Story it{Policy()};
    it.luck = 0.5;
    const Instant start = it.now;
    it.on(Event::Opened);
    while (it.now < start + 60s) {
        if (it.connection.state() == Connecting) {
            it.on(Event::Ready);
            it.after(5ms);
            it.on(ended(Ending::Kind::Lost));
        }
        it.after(1ms);
    }
    QVERIFY(it.dials.size() <= 10);
    for (std::size_t i = 2; i < 7; ++i)
        QVERIFY(it.dials[i] - it.dials[i - 1] > it.dials[i - 1] - it.dials[i - 2]);
}

void tst_ConnectionRetry::noTwoDialsWithinTheGap()
{
    Story it(impatient());
    it.on(Event::Opened);
    it.on(Event::Dropped).leads(WaitingToRetry).waits(1ms);
    it.after(1ms).leads(WaitingToRetry).waits(249ms).because(WaitReason::Pacing);
    QCOMPARE(it.connection.retryDelay(), 249ms);
    it.after(249ms).leads(Connecting, Command::Dial);
}

// Ignored during a wait, or doubled by it.
void tst_ConnectionRetry::retryingCutsTheWaitShort()
{
    Story it;
    it.on(Event::Opened);
    for (int i = 0; i < 6; ++i) {
        it.on(Event::Dropped);
        it.after(*it.connection.deadline() - it.now);
    }
    it.on(Event::Dropped).leads(WaitingToRetry).waits(30s);
    it.after(500ms);
    it.on(Event::Retried).leads(Connecting, Command::Dial).waits(15s);
    it.after(14'999ms).leads(Connecting);
    QCOMPARE(it.dials.size(), 8u);
}

void tst_ConnectionRetry::retryingUsesAReserveOfThree()
{
    Story it(impatient());
    spendTheBurst(it);
    for (int i = 0; i < 3; ++i) {
        it.after(250ms);
        it.on(Event::Retried).leads(Connecting, Command::Dial);
        it.on(Event::Dropped).leads(WaitingToRetry);
    }
}

void tst_ConnectionRetry::beyondTheReserveTheNextTokenDecides()
{
    Story it(impatient());
    spendTheBurst(it);
    for (int i = 0; i < 3; ++i) {
        it.after(250ms);
        it.on(Event::Retried);
        it.on(Event::Dropped);
    }
    it.after(250ms);
    // 5 × 250 ms for the burst, 1 ms, and 4 × 250 ms since.
    it.on(Event::Retried).leads(WaitingToRetry).waits(5s - 2251ms).because(WaitReason::Pacing);
    it.after(5s - 2251ms).leads(Connecting, Command::Dial);
}

void tst_ConnectionRetry::aWishInTheGapStillUsesTheReserve()
{
    Story it(impatient());
    spendTheBurst(it); // the last dial was 1 ms ago
    it.on(Event::Retried).leads(WaitingToRetry).waits(249ms).because(WaitReason::Pacing);
    it.after(249ms).leads(Connecting, Command::Dial);
}

void tst_ConnectionRetry::aWishForThePacedDialOutlivesTheServersWait()
{
    Policy policy = impatient();
    policy.pacing.burst = 1;
    policy.pacing.reserve = 0;
    Story it(policy);
    it.on(Event::Opened);
    it.on(httpAnswer(503, 5min)).leads(WaitingToRetry).waits(5min);
    it.after(1s);
    it.on(Event::Retried).leads(WaitingToRetry).waits(4s).because(WaitReason::Pacing);
    it.on(Event::NetworkFound).leads(WaitingToRetry).waits(4s).because(WaitReason::Pacing);
    it.after(4s).leads(Connecting, Command::Dial);
    it.on(Event::Dropped).leads(WaitingToRetry).waits(1ms);
    it.after(1ms).leads(WaitingToRetry).because(WaitReason::ServerAsked); // one wish, one dial
}

void tst_ConnectionRetry::retryingAHangingAttemptStartsItAgainOnce()
{
    Story it;
    it.on(Event::Opened);
    it.after(1999ms);
    it.on(Event::Retried).leads(Connecting).waits(13'001ms);
    it.after(1ms);
    it.on(Event::Retried).leads(Connecting, Command::Dial).waits(15s);
    it.after(3s);
    it.on(Event::Retried).leads(Connecting).waits(12s);
}

void tst_ConnectionRetry::retryingAConnectionChangesNothing()
{
    Story it;
    it.connects();
    it.after(5s);
    it.on(Event::Retried).leads(Connected).waits(20s);
    it.on(Event::Closed);
    it.on(Event::Retried).leads(Closing).waits(3s);
}

void tst_ConnectionRetry::openingUsesTheReserve()
{
    Story it(impatient());
    spendTheBurst(it);
    for (int i = 0; i < 3; ++i) {
        it.after(250ms);
        it.on(Event::Closed);
        it.on(Event::Opened).leads(Connecting, Command::Dial);
    }
    it.after(250ms);
    it.on(Event::Closed);
    it.on(Event::Opened).leads(WaitingToRetry).because(WaitReason::Pacing);
}

// ---- verdicts ----

void tst_ConnectionRetry::aRestartIsSpreadOverTenSeconds_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {1001, 1012, 1013, 1014, 4001})
        QTest::addRow("%d", code) << code;
}

void tst_ConnectionRetry::aRestartIsSpreadOverTenSeconds()
{
    QFETCH(int, code);
    for (const auto &[luck, wait] :
         {std::pair(0.0, 0ms), std::pair(0.5, 5000ms), std::pair(0.999, 9990ms)}) {
        Story it;
        it.connects();
        it.luck = luck;
        it.on(goodbye(static_cast<quint16>(code)))
            .leads(WaitingToRetry)
            .waits(wait)
            .because(WaitReason::ServerAsked);
    }
}

void tst_ConnectionRetry::aRestartIsSpreadAlsoAfterAStableConnection()
{
    Story it;
    it.connects().stabilizes();
    it.luck = 0.8;
    it.on(goodbye(1001)).leads(WaitingToRetry).waits(8s).because(WaitReason::ServerAsked);
    it.after(8s).leads(Connecting, Command::Dial);
}

void tst_ConnectionRetry::theServersHintWins()
{
    Story it;
    it.connects();
    it.luck = 0.5;
    it.on(goodbye(4001, uR"({"retryAfter":3000,"spread":1000})"_s))
        .leads(WaitingToRetry)
        .waits(3500ms);

    Story clamped;
    clamped.connects();
    clamped.luck = 0.5;
    clamped.on(goodbye(4001, uR"({"retryAfter":1e15,"spread":1e15})"_s))
        .leads(WaitingToRetry)
        .waits(5min + 150s);
}

void tst_ConnectionRetry::anOverloadedServerIsLeftAlone()
{
    Story told;
    told.on(Event::Opened);
    told.luck = 0.5;
    told.on(httpAnswer(503, 7s)).leads(WaitingToRetry).waits(12s).because(WaitReason::ServerAsked);

    Story untold;
    untold.on(Event::Opened);
    untold.on(httpAnswer(429)).leads(WaitingToRetry).waits(15s).because(WaitReason::ServerAsked);
}

void tst_ConnectionRetry::aPersonMayComeBeforeTheServerAsked()
{
    Story it;
    it.on(Event::Opened);
    it.on(httpAnswer(503, 5min));
    it.after(1s);
    it.on(Event::Retried).leads(Connecting, Command::Dial);
}

void tst_ConnectionRetry::closingAndOpeningForgetsWhatTheServerAsked()
{
    Story it;
    it.on(Event::Opened);
    it.on(httpAnswer(503, 5min));
    it.on(Event::Closed).leads(Closed).rests();
    it.after(1s);
    it.on(Event::Opened).leads(Connecting, Command::Dial);
    it.on(Event::Dropped).leads(WaitingToRetry).waits(500ms);
    it.after(500ms).leads(Connecting, Command::Dial);
}

void tst_ConnectionRetry::aConnectionForgetsWhatTheServerAskedBefore()
{
    for (const bool stable : {true, false}) {
        Story it;
        it.on(Event::Opened);
        it.on(httpAnswer(503, 5min));
        it.after(1s);
        it.on(Event::Retried);
        it.on(Event::Ready); // it has let us in
        if (stable)
            it.stabilizes();
        const Duration wait = stable ? 0ms : 1s; // the second failure
        it.on(Event::Dropped).leads(WaitingToRetry).waits(wait);
        it.after(wait).leads(Connecting, Command::Dial);
    }
}

void tst_ConnectionRetry::anOverridesWaitIsADayAtMost()
{
    for (const Duration wait : {Duration::max(), Duration::min()}) {
        Story it;
        it.on(Event::Opened);
        it.on({Event::Dropped, {.notBefore = wait, .spread = wait}})
            .leads(WaitingToRetry)
            .waits(wait > 0s ? Duration(24h) : Duration(0));
    }
}

void tst_ConnectionRetry::whoFailsHasAReason()
{
    Story it;
    it.on(Event::Opened);
    it.on(Event::Ready);
    it.on(goodbye(1000, uR"({"reconnect":false})"_s)).leads(Failed);
    QCOMPARE(it.connection.failure(), ErrorCategory::ClosedByServer);
}

void tst_ConnectionRetry::newCredentialsAreAskedForOnceAtOnce_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {401, 407, 4401})
        QTest::addRow("%d", code) << code;
}

// 401 retried for ever.
void tst_ConnectionRetry::newCredentialsAreAskedForOnceAtOnce()
{
    QFETCH(int, code);
    const Event no = code < 1000 ? httpAnswer(code) : goodbye(static_cast<quint16>(code));
    Story it;
    it.on(Event::Opened);
    QVERIFY(!it.connection.needsFreshCredentials());
    it.after(1s);
    it.on(no).leads(Connecting, Command::Dial).waits(15s);
    QVERIFY(it.connection.needsFreshCredentials());
    it.on(no).failsWith(ErrorCategory::AuthenticationRejected).rests();
    it.after(24h).leads(Failed);
    QCOMPARE(it.dials.size(), 2u); // no third attempt
}

void tst_ConnectionRetry::aStableConnectionAllowsAnotherRefresh()
{
    Story it;
    it.on(Event::Opened);
    for (int token = 0; token < 3; ++token) {
        it.after(1s);
        it.on(goodbye(4401)).leads(Connecting, Command::Dial);
        QVERIFY(it.connection.needsFreshCredentials());
        it.on(Event::Ready).leads(Connected);
        QVERIFY(!it.connection.needsFreshCredentials());
        it.stabilizes();
    }
    it.on(goodbye(4401)).leads(Connecting, Command::Dial);
    it.on(Event::Ready);
    it.on(goodbye(4401)).failsWith(ErrorCategory::AuthenticationRejected); // before it was stable
}

void tst_ConnectionRetry::aRefreshHeldUpByTheBudgetStaysARefresh()
{
    Story it;
    it.on(Event::Opened);
    it.on(httpAnswer(401)).leads(WaitingToRetry).waits(250ms).because(WaitReason::Pacing);
    it.after(250ms).leads(Connecting, Command::Dial);
    QVERIFY(it.connection.needsFreshCredentials());
}

void tst_ConnectionRetry::aRefreshWaitsWhereTheServerAskedForIt()
{
    Story it;
    it.on(Event::Opened);
    it.on(goodbye(4401, uR"({"retryAfter":4000,"spread":0})"_s))
        .leads(WaitingToRetry)
        .waits(4s)
        .because(WaitReason::ServerAsked);
    it.after(4s).leads(Connecting, Command::Dial);
    QVERIFY(it.connection.needsFreshCredentials());
}

void tst_ConnectionRetry::afterRejectionAFreshStartAsksForNewCredentials()
{
    for (const Event::Kind start : {Event::Opened, Event::Retried}) {
        Story it;
        it.on(Event::Opened);
        it.after(1s);
        it.on(httpAnswer(401));
        it.after(1s);
        it.on(httpAnswer(401)).leads(Failed);
        it.after(1s);
        it.on(start).leads(Connecting, Command::Dial);
        QVERIFY(it.connection.needsFreshCredentials());
        it.on(Event::Ready);
        QVERIFY(!it.connection.needsFreshCredentials());
    }
}

void tst_ConnectionRetry::anotherFailureEndsTheRefresh()
{
    Story it;
    it.on(Event::Opened);
    it.after(1s);
    it.on(httpAnswer(401)).leads(Connecting, Command::Dial);
    it.on(Event::Dialled).leads(Connecting);
    it.on(ended(Ending::Kind::Refused))
        .leads(WaitingToRetry)
        .waits(1s); // the 401 was a failure, too
    it.after(1s).leads(Connecting, Command::Dial);
    QVERIFY(!it.connection.needsFreshCredentials());
    it.on(httpAnswer(401)).failsWith(ErrorCategory::AuthenticationRejected);
}

void tst_ConnectionRetry::credentialsThatCannotBeHadYetAreStillOwed()
{
    Story it;
    it.on(Event::Opened);
    it.after(1s);
    it.on(httpAnswer(401)).leads(Connecting, Command::Dial);
    it.on(ended(Ending::Kind::NoCredentials)).leads(WaitingToRetry).waits(1s);
    it.after(1s).leads(Connecting, Command::Dial);
    QVERIFY(it.connection.needsFreshCredentials());
}

void tst_ConnectionRetry::credentialsThatComeTooLateAreStillOwed()
{
    Story it;
    it.on(Event::Opened);
    it.after(1s);
    it.on(Event::Dialled);
    it.on(httpAnswer(401)).leads(Connecting, Command::Dial);
    for (int slow = 0; slow < 3; ++slow) {
        it.after(15s).leads(WaitingToRetry, Command::Abandon);
        it.on(Event::Retried).leads(Connecting, Command::Dial);
        QVERIFY(it.connection.needsFreshCredentials());
    }
    it.on(Event::Dialled);
    QVERIFY(!it.connection.needsFreshCredentials());
    it.on(httpAnswer(401)).failsWith(ErrorCategory::AuthenticationRejected);
}

void tst_ConnectionRetry::credentialsThatWereDialledAreOwedNoMore()
{
    Story it;
    it.on(Event::Opened);
    it.after(1s);
    it.on(httpAnswer(401)).leads(Connecting, Command::Dial);
    it.on(Event::Dialled).leads(Connecting).waits(15s);
    it.after(15s).leads(WaitingToRetry, Command::Abandon); // it is the server that is slow
    it.on(Event::Retried).leads(Connecting, Command::Dial);
    QVERIFY(!it.connection.needsFreshCredentials());
}

void tst_ConnectionRetry::newCredentialsLeaveEveryWait()
{
    Story it;
    it.on(Event::Renewed).leads(Closed).rests(); // nobody wants a connection
    it.on(Event::Opened);
    it.after(1s);
    it.on(Event::Dropped).leads(WaitingToRetry);
    it.on(Event::Renewed).leads(Connecting, Command::Dial);
    it.after(1s);
    it.on(httpAnswer(403)).leads(Failed);
    it.on(Event::Renewed).leads(Connecting, Command::Dial);
    it.on(Event::Ready).leads(Connected);
    it.on(Event::Renewed).leads(Connected);
    it.on(Event::Closed).leads(Closing, Command::HangUp);
    it.on(Event::Renewed).leads(Closing);
}

void tst_ConnectionRetry::aRefusalOfOldCredentialsIsNotFinal_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {401, 403, 4401, 4403, 1008})
        QTest::addRow("%d", code) << code;
}

void tst_ConnectionRetry::aRefusalOfOldCredentialsIsNotFinal()
{
    QFETCH(int, code);
    const Event no = code < 1000 ? httpAnswer(code) : goodbye(static_cast<quint16>(code));
    Story it;
    it.on(Event::Opened);
    it.after(1s);
    it.on(httpAnswer(401)).leads(Connecting, Command::Dial); // the one refresh
    it.after(1s);
    it.on(Event::Dialled);
    if (code > 1000)
        it.on(Event::Ready).leads(Connected);
    it.on(Event::Renewed).leads(code > 1000 ? Connected : Connecting);
    it.on(no).leads(Connecting, Command::Dial);
    QVERIFY(it.connection.needsFreshCredentials());
    it.after(1s);
    it.on(no).leads(Failed); // those were the new ones
}

void tst_ConnectionRetry::newCredentialsGetTheirOwnRefresh_data()
{
    QTest::addColumn<bool>("isOffline");
    QTest::newRow("while it waits to retry") << false;
    QTest::newRow("while it waits for the network") << true;
}

void tst_ConnectionRetry::newCredentialsGetTheirOwnRefresh()
{
    QFETCH(bool, isOffline);
    Story it;
    it.on(Event::Opened);
    it.after(1s);
    it.on(httpAnswer(401)).leads(Connecting, Command::Dial); // the one refresh of the old ones
    it.after(1s);
    it.on(Event::Dialled);
    it.on(httpAnswer(502)).leads(WaitingToRetry);
    if (isOffline)
        it.on(Event::NetworkLost).leads(WaitingForNetwork);
    it.on(Event::Renewed).leads(Connecting, Command::Dial);
    QVERIFY(!it.connection.needsFreshCredentials());
    it.after(1s);
    it.on(Event::Dialled);
    it.on(httpAnswer(401)).leads(Connecting, Command::Dial);
    QVERIFY(it.connection.needsFreshCredentials());
    it.after(1s);
    it.on(Event::Dialled);
    it.on(httpAnswer(401)).failsWith(ErrorCategory::AuthenticationRejected);
}

void tst_ConnectionRetry::newCredentialsWithinTheBudget()
{
    Story it;
    it.on(Event::Opened);
    for (int i = 0; i < 1000; ++i) {
        it.on(Event::Renewed);
        it.on(httpAnswer(401));
        it.after(60ms);
    }
    QVERIFY2(it.dials.size() <= 6 + 60 / 5 + 3 + 2, qPrintable(QString::number(it.dials.size())));
    it.after(10s).leads(Connecting);
}

void tst_ConnectionRetry::threeFinalLookingAnswersThatSpanTwoMinutesAreBelieved_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<ErrorCategory>("category");
    for (const int code : {404, 410})
        QTest::addRow("HTTP %d", code) << code << ErrorCategory::Configuration;
    for (const int code : {426, 1002, 1010, 4400})
        QTest::addRow("%d", code) << code << ErrorCategory::ProtocolError;
}

void tst_ConnectionRetry::threeFinalLookingAnswersThatSpanTwoMinutesAreBelieved()
{
    QFETCH(int, code);
    QFETCH(ErrorCategory, category);
    const Event no = code < 1000 ? httpAnswer(code) : goodbye(static_cast<quint16>(code));
    Policy policy = withoutJitter();
    policy.backoff = {.base = 1min, .factor = 1, .cap = 1min, .jitter = Jitter::None};
    Story it(policy);
    it.on(Event::Opened);
    it.on(no).leads(WaitingToRetry);
    it.after(1min).leads(Connecting, Command::Dial);
    it.on(no).leads(WaitingToRetry);
    it.after(1min).leads(Connecting, Command::Dial);
    it.on(no).failsWith(category).rests();
}

void tst_ConnectionRetry::threeInQuickSuccessionAreADeploy()
{
    Story it;
    it.on(Event::Opened);
    const Instant first = it.now;
    int answers = 0;
    while (it.connection.state() == Connecting && answers < 1000) {
        it.on(httpAnswer(404));
        ++answers;
        if (it.connection.state() == WaitingToRetry)
            it.after(*it.connection.deadline() - it.now);
    }
    it.failsWith(ErrorCategory::Configuration);
    QVERIFY(it.now - first >= 2min);
    QVERIFY(answers > 3);
}

void tst_ConnectionRetry::anythingElseInBetweenStartsTheCountAgain()
{
    Story it;
    it.on(Event::Opened);
    for (int i = 0; i < 10; ++i) {
        it.on(httpAnswer(404)).leads(WaitingToRetry);
        it.after(1min);
        it.on(httpAnswer(404)).leads(WaitingToRetry);
        it.after(1min);
        it.on(ended(Ending::Kind::Refused)).leads(WaitingToRetry);
        it.after(1min);
    }
}

void tst_ConnectionRetry::twoKindsOfAnswersDoNotAddUp()
{
    Policy policy = withoutJitter();
    policy.backoff = {.base = 1min, .factor = 1, .cap = 1min, .jitter = Jitter::None};
    Story it(policy);
    it.on(Event::Opened);
    for (int i = 0; i < 10; ++i) {
        it.on(i % 2 == 0 ? httpAnswer(404) : httpAnswer(426)).leads(WaitingToRetry);
        it.after(1min).leads(Connecting, Command::Dial);
    }
}

void tst_ConnectionRetry::openingStartsTheCountAgain()
{
    Policy policy = withoutJitter();
    policy.backoff = {.base = 1min, .factor = 1, .cap = 1min, .jitter = Jitter::None};
    Story it(policy);
    it.on(Event::Opened);
    for (int i = 0; i < 2; ++i) {
        it.on(httpAnswer(404)).leads(WaitingToRetry);
        it.after(1min);
    }
    it.on(Event::Closed);
    it.after(1min);
    it.on(Event::Opened);
    it.on(httpAnswer(404)).leads(WaitingToRetry);
}

void tst_ConnectionRetry::someAnswersAreFinal_data()
{
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<ErrorCategory>("category");
    QTest::newRow("403") << Ending{.kind = Ending::Kind::HttpAnswer, .httpStatus = 403}
                         << ErrorCategory::Forbidden;
    QTest::newRow("1008") << Ending{.kind = Ending::Kind::CloseFrame, .closeCode = 1008}
                          << ErrorCategory::Forbidden;
    QTest::newRow("4403") << Ending{.kind = Ending::Kind::CloseFrame, .closeCode = 4403}
                          << ErrorCategory::Forbidden;
    QTest::newRow("replaced") << Ending{.kind = Ending::Kind::CloseFrame, .closeCode = 4409}
                              << ErrorCategory::Replaced;
    QTest::newRow("bad URL") << Ending{.kind = Ending::Kind::BadRequest}
                             << ErrorCategory::Configuration;
    QTest::newRow("TLS") << Ending{.kind = Ending::Kind::Tls} << ErrorCategory::TlsFailed;
}

void tst_ConnectionRetry::someAnswersAreFinal()
{
    QFETCH(Ending, ending);
    QFETCH(ErrorCategory, category);
    Story connecting;
    connecting.on(Event::Opened);
    connecting.on({Event::Dropped, judge(ending, {})}).leads(Failed).failsWith(category).rests();

    Story stable;
    stable.connects().stabilizes();
    stable.on({Event::Dropped, judge(ending, {})}).leads(Failed).failsWith(category).rests();
}

void tst_ConnectionRetry::aServerThatWantsUsGoneIsObeyed()
{
    Story it;
    it.connects();
    it.on(goodbye(1001, uR"({"reconnect":false})"_s))
        .leads(Failed)
        .rests()
        .failsWith(ErrorCategory::ServerRestarting);
}

void tst_ConnectionRetry::aNormalClosureIsRetriedOrIsTheEnd()
{
    Story retried;
    retried.connects();
    retried.on(goodbye(1000)).leads(WaitingToRetry).waits(500ms);

    Policy policy = withoutJitter();
    policy.retryAfterNormalClosure = false;
    Story over(policy);
    over.connects();
    over.on(goodbye(1000, {}, policy)).leads(Closed).rests();
}

void tst_ConnectionRetry::aPlannedRotationIsNoFailure()
{
    Story it;
    for (int day = 0; day < 5; ++day) {
        day == 0 ? it.connects() : it.on(Event::Ready);
        it.stabilizes();
        it.luck = 0.1;
        it.on(goodbye(1001)).leads(WaitingToRetry).waits(1s);
        it.after(1s).leads(Connecting, Command::Dial);
        QCOMPARE(it.connection.attemptCount(), 1);
    }
}

QTEST_GUILESS_MAIN(tst_ConnectionRetry)
#include "tst_connectionretry.moc"
