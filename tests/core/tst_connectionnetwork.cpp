// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "story.h"

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace std::chrono_literals;
using enum ConnectionState;

Q_DECLARE_METATYPE(Holdfast::Event::Kind)

namespace {

//! The events that are good news about the network.
void addGoodNews()
{
    QTest::addColumn<Event::Kind>("news");
    QTest::newRow("NetworkFound") << Event::NetworkFound;
    QTest::newRow("NetworkChanged") << Event::NetworkChanged;
    QTest::newRow("Woken") << Event::Woken;
}

} // namespace

//! What the system says of network and sleep is a hint, never an order.
class tst_ConnectionNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRumourMakesTheSocketProveItself();
    void onlySilenceAfterARumourEndsTheConnection();
    void aRumourIsIgnoredWhileConnecting();
    void aRumourSendsARetryToWaitForTheNetwork();
    void aSecondRumourDoesNotPostponeTheNextTry();
    void theSystemMayBeLyingSoItTriesAnyway();
    void aMonitorThatIsContradictedIsALiar();
    void aMonitorThatIsContradictedByAnAnswerIsALiar();
    void aMonitorThatIsContradictedByTrafficIsALiar();
    void newsWithNothingWantedChangesNothing_data();
    void newsWithNothingWantedChangesNothing();
    void dialsAtOnceWhenTheNetworkReturns_data();
    void dialsAtOnceWhenTheNetworkReturns();
    void failuresAreKeptWhenTheNetworkReturns();
    void theNetworkDoesNotOverrideTheServer_data();
    void theNetworkDoesNotOverrideTheServer();
    void theNetworkDoesNotOverrideTheBudget();
    void aHangingAttemptIsStartedAgainOnce_data();
    void aHangingAttemptIsStartedAgainOnce();
    void aYoungAttemptIsLeftAlone_data();
    void aYoungAttemptIsLeftAlone();
    void aHangingAttemptIsLeftAloneWithoutBudget();
    void aHangingAttemptIsLeftAloneBeforeTheServerAsked();
    void goodNewsMakesAConnectionProveItself_data();
    void goodNewsMakesAConnectionProveItself();
    void failedForWantOfTrustIsTriedOnceMore_data();
    void failedForWantOfTrustIsTriedOnceMore();
    void openingAllowsAnotherRevival();
    void otherFailuresStay_data();
    void otherFailuresStay();
    void aSleeperGetsAFreshChance();
    void aSleeperThatWasDoubtedGetsAFreshChance();
    void somebodysReturnIsAnOrdinaryQuestion();
    void somebodysReturnIsNoOccasionTwiceInHalfAMinute();
    void somebodysReturnAsksNothingThatIsBeingAsked();
    void somebodysReturnDialsWithinTheBudget();
    void somebodysReturnDoesNotOverrideTheServer();
    void somebodysReturnChangesNothingElse();
    void onlyWhatItLeadsToCountsAsAReturn();
    void anAnswerThatWasOnItsWayDoesNotEndADoubt();
    void whatWasOnItsWayExcusesNothing();
    void whatStillComesExcusesForAWhile();
    void aQuestionThatWaitsWithUsIsExcused();
    void aFlappingNetworkMakesNoStorm();
    void everyOrderOfDropOfflineOnlineEndsConnected_data();
    void everyOrderOfDropOfflineOnlineEndsConnected();
};

void tst_ConnectionNetwork::aRumourMakesTheSocketProveItself()
{
    Story it;
    it.connects().stabilizes();
    it.on(Event::NetworkLost).leads(Connected, Command::Probe).waits(3s);
    it.after(1s);
    it.on(Event::Answered).leads(Connected).waits(25s);
}

void tst_ConnectionNetwork::onlySilenceAfterARumourEndsTheConnection()
{
    Story it;
    it.connects().stabilizes();
    it.on(Event::NetworkLost);
    it.after(3s).leads(WaitingForNetwork, Command::Abandon).waits(60s).because(WaitReason::Network);
}

void tst_ConnectionNetwork::aRumourIsIgnoredWhileConnecting()
{
    Story it;
    it.on(Event::Opened);
    it.after(1s);
    it.on(Event::NetworkLost).leads(Connecting).waits(14s);
    it.on(Event::Dropped).leads(WaitingForNetwork).waits(60s).because(WaitReason::Network);
}

void tst_ConnectionNetwork::aRumourSendsARetryToWaitForTheNetwork()
{
    Story it;
    it.on(Event::Opened);
    it.on(Event::Dropped).leads(WaitingToRetry).waits(500ms);
    it.on(Event::NetworkLost).leads(WaitingForNetwork).waits(60s).because(WaitReason::Network);
}

void tst_ConnectionNetwork::aSecondRumourDoesNotPostponeTheNextTry()
{
    Story it;
    it.on(Event::Opened);
    it.on(Event::Dropped);
    it.on(Event::NetworkLost);
    it.after(50s);
    it.on(Event::NetworkLost).leads(WaitingForNetwork).waits(10s);
}

// VPNs, no NetworkManager, a server on the LAN.
void tst_ConnectionNetwork::theSystemMayBeLyingSoItTriesAnyway()
{
    Story it;
    it.on(Event::Opened);
    it.on(Event::Dropped);
    it.on(Event::NetworkLost);
    it.after(60s).leads(Connecting, Command::Dial);
    it.on(Event::Dropped).leads(WaitingForNetwork).waits(60s);
    it.after(60s).leads(Connecting, Command::Dial);
    it.on(Event::Ready).leads(Connected);
}

void tst_ConnectionNetwork::aMonitorThatIsContradictedIsALiar()
{
    Story it;
    it.on(Event::Opened);
    it.on(Event::NetworkLost);
    it.on(Event::Ready).leads(Connected);
    it.on(Event::Dropped).leads(WaitingToRetry).waits(500ms).because(WaitReason::Backoff);
}

void tst_ConnectionNetwork::aMonitorThatIsContradictedByAnAnswerIsALiar()
{
    Story it;
    it.connects();
    it.on(Event::NetworkLost);
    it.on(Event::Answered);
    it.on(Event::Dropped).leads(WaitingToRetry).waits(500ms).because(WaitReason::Backoff);
}

void tst_ConnectionNetwork::aMonitorThatIsContradictedByTrafficIsALiar()
{
    Policy policy = withoutJitter();
    policy.liveness = Liveness::InboundTraffic;
    Story it(policy);
    it.connects();
    it.on(Event::NetworkLost);
    it.on(Event::Heard);
    it.on(Event::Dropped).leads(WaitingToRetry).waits(500ms).because(WaitReason::Backoff);

    Story strict; // where only answers prove anything
    strict.connects();
    strict.on(Event::NetworkLost);
    strict.on(Event::Heard);
    strict.on(Event::Dropped).leads(WaitingForNetwork);
}

void tst_ConnectionNetwork::newsWithNothingWantedChangesNothing_data()
{
    addGoodNews();
    QTest::newRow("NetworkLost") << Event::NetworkLost;
}

void tst_ConnectionNetwork::newsWithNothingWantedChangesNothing()
{
    QFETCH(Event::Kind, news);
    Story closed;
    closed.on(news).leads(Closed).rests();

    Story closing;
    closing.connects();
    closing.on(Event::Closed);
    closing.on(news).leads(Closing).waits(3s);
}

void tst_ConnectionNetwork::dialsAtOnceWhenTheNetworkReturns_data() { addGoodNews(); }

void tst_ConnectionNetwork::dialsAtOnceWhenTheNetworkReturns()
{
    QFETCH(Event::Kind, news);
    Story offline;
    offline.on(Event::Opened);
    offline.on(Event::Dropped);
    offline.on(Event::NetworkLost);
    offline.after(1s);
    offline.on(news).leads(Connecting, Command::Dial).waits(15s).because(WaitReason::None);

    Story retrying;
    retrying.on(Event::Opened);
    retrying.on(Event::Dropped);
    retrying.after(400ms);
    retrying.on(news).leads(Connecting, Command::Dial).waits(15s);
    QCOMPARE(retrying.dials.size(), 2u); // and the old wait never fires
    retrying.after(14s).leads(Connecting);
}

void tst_ConnectionNetwork::failuresAreKeptWhenTheNetworkReturns()
{
    Story it;
    it.on(Event::Opened);
    it.on(Event::Dropped);
    it.after(500ms);
    it.on(Event::Dropped).leads(WaitingToRetry).waits(1s);
    it.after(500ms);
    it.on(Event::NetworkFound).leads(Connecting, Command::Dial);
    it.on(Event::Dropped).leads(WaitingToRetry).waits(2s);
    QCOMPARE(it.connection.attemptCount(), 3);
}

void tst_ConnectionNetwork::theNetworkDoesNotOverrideTheServer_data() { addGoodNews(); }

void tst_ConnectionNetwork::theNetworkDoesNotOverrideTheServer()
{
    QFETCH(Event::Kind, news);
    Story it;
    it.on(Event::Opened);
    it.on(httpAnswer(503, 30s)).leads(WaitingToRetry).waits(30s).because(WaitReason::ServerAsked);
    it.after(10s);
    it.on(Event::NetworkLost).leads(WaitingForNetwork).waits(60s);
    it.on(news).leads(WaitingToRetry).waits(20s).because(WaitReason::ServerAsked);
    it.on(news).leads(WaitingToRetry).waits(20s).because(WaitReason::ServerAsked);
    it.after(20s).leads(Connecting, Command::Dial);
}

void tst_ConnectionNetwork::theNetworkDoesNotOverrideTheBudget()
{
    Policy policy = withoutJitter();
    policy.pacing.burst = 1;
    Story it(policy);
    it.on(Event::Opened);
    it.on(Event::Dropped);
    it.on(Event::NetworkLost);
    it.after(1s);
    it.on(Event::NetworkFound).leads(WaitingToRetry).waits(4s).because(WaitReason::Pacing);
    it.after(4s).leads(Connecting, Command::Dial);
}

void tst_ConnectionNetwork::aHangingAttemptIsStartedAgainOnce_data() { addGoodNews(); }

void tst_ConnectionNetwork::aHangingAttemptIsStartedAgainOnce()
{
    QFETCH(Event::Kind, news);
    Story it;
    it.on(Event::Opened);
    it.after(2s);
    it.on(news).leads(Connecting, Command::Dial).waits(15s);
    it.after(5s);
    it.on(news).leads(Connecting).waits(10s);
    it.on(Event::Dropped);
    it.after(500ms).leads(Connecting, Command::Dial);
    it.after(2s);
    it.on(news).leads(Connecting, Command::Dial); // another attempt, another chance
}

void tst_ConnectionNetwork::aYoungAttemptIsLeftAlone_data() { addGoodNews(); }

void tst_ConnectionNetwork::aYoungAttemptIsLeftAlone()
{
    QFETCH(Event::Kind, news);
    Story it;
    it.on(Event::Opened);
    it.after(1'999ms);
    it.on(news).leads(Connecting).waits(13'001ms);
}

void tst_ConnectionNetwork::aHangingAttemptIsLeftAloneWithoutBudget()
{
    Policy policy = withoutJitter();
    policy.pacing.burst = 1;
    Story it(policy);
    it.on(Event::Opened);
    it.after(4s);
    it.on(Event::NetworkFound).leads(Connecting).waits(11s);
    it.after(1s);
    it.on(Event::NetworkFound).leads(Connecting, Command::Dial).waits(15s);
}

void tst_ConnectionNetwork::aHangingAttemptIsLeftAloneBeforeTheServerAsked()
{
    Story it;
    it.on(Event::Opened);
    it.on(httpAnswer(503, 5min));
    it.after(1s);
    it.on(Event::Retried).leads(Connecting, Command::Dial); // a person did not want to wait
    it.after(4s);
    it.on(Event::NetworkFound).leads(Connecting).waits(11s);
    it.on(Event::Retried).leads(Connecting, Command::Dial).waits(15s);
}

void tst_ConnectionNetwork::goodNewsMakesAConnectionProveItself_data() { addGoodNews(); }

void tst_ConnectionNetwork::goodNewsMakesAConnectionProveItself()
{
    QFETCH(Event::Kind, news);
    Story it;
    it.connects().stabilizes();
    it.luck = 0.5;
    it.on(news).leads(Connected, Command::Probe).waits(3s);
    it.after(3s).leads(WaitingToRetry, Command::Abandon).waits(500ms);
}

void tst_ConnectionNetwork::failedForWantOfTrustIsTriedOnceMore_data()
{
    QTest::addColumn<Event::Kind>("news");
    QTest::addColumn<bool>("tls");
    for (const Event::Kind news : {Event::NetworkFound, Event::NetworkChanged, Event::Woken}) {
        QTest::addRow("tls, %s", nameOf(news).constData()) << news << true;
        QTest::addRow("forbidden, %s", nameOf(news).constData()) << news << false;
    }
}

void tst_ConnectionNetwork::failedForWantOfTrustIsTriedOnceMore()
{
    QFETCH(Event::Kind, news);
    QFETCH(bool, tls);
    const Event no = tls ? ended(Ending::Kind::Tls) : httpAnswer(403);
    Story it;
    it.on(Event::Opened);
    it.on(no).failsWith(tls ? ErrorCategory::TlsFailed : ErrorCategory::Forbidden);
    it.after(1h);
    it.on(news).leads(Connecting, Command::Dial);
    it.on(no).leads(Failed).rests();
    it.after(1h);
    it.on(news).leads(Failed).rests();
}

void tst_ConnectionNetwork::openingAllowsAnotherRevival()
{
    Story it;
    it.on(Event::Opened);
    it.on(httpAnswer(403));
    it.after(1h);
    it.on(Event::Woken).leads(Connecting, Command::Dial);
    it.on(Event::Ready);
    it.stabilizes();
    it.on(goodbye(4403)).failsWith(ErrorCategory::Forbidden);
    it.on(Event::Woken).leads(Connecting, Command::Dial); // it had been fine in between
    it.on(httpAnswer(403)).leads(Failed);
    it.after(1h);
    it.on(Event::Woken).leads(Failed);
    it.on(Event::Opened);
    it.on(httpAnswer(403)).leads(Failed);
    it.after(1h);
    it.on(Event::Woken).leads(Connecting, Command::Dial);
}

void tst_ConnectionNetwork::otherFailuresStay_data() { addGoodNews(); }

void tst_ConnectionNetwork::otherFailuresStay()
{
    QFETCH(Event::Kind, news);
    Story replaced;
    replaced.on(Event::Opened);
    replaced.on(goodbye(4409));
    replaced.on(news).failsWith(ErrorCategory::Replaced).leads(Failed);

    Story rejected;
    rejected.on(Event::Opened);
    rejected.on(httpAnswer(401));
    rejected.after(250ms);
    rejected.on(httpAnswer(401)).failsWith(ErrorCategory::AuthenticationRejected);
    rejected.on(news).leads(Failed).rests();
}

// The answer could not come while nobody was awake.
void tst_ConnectionNetwork::aSleeperGetsAFreshChance()
{
    Story it;
    it.connects().stabilizes();
    it.after(15s).leads(Connected, Command::Probe).waits(10s);
    it.after(9s);
    it.on(Event::Woken).leads(Connected, Command::Probe).waits(3s);
    it.after(2s);
    it.on(Event::Answered).leads(Connected).waits(25s);

    Story late; // the timer too
    late.connects().stabilizes();
    late.after(15s).leads(Connected, Command::Probe).waits(10s);
    late.luck = 0.5;
    late.unattended(1h);
    late.on(Event::Woken).leads(Connected, Command::Probe).waits(3s);
    late.on(Event::Elapsed).leads(Connected).waits(3s);
    late.unattended(1h);
    late.on(Event::Woken).leads(Connected, Command::Probe).waits(3s);
    late.after(3s).leads(WaitingToRetry, Command::Abandon);
}

// The network goes first, then the machine sleeps; its clock stands still meanwhile.
void tst_ConnectionNetwork::aSleeperThatWasDoubtedGetsAFreshChance()
{
    Story it;
    it.connects().stabilizes();
    it.on(Event::NetworkLost).leads(Connected, Command::Probe).waits(3s);
    it.after(2'900ms);
    it.on(Event::Woken).leads(Connected, Command::Probe).waits(3s);
    it.after(2s);
    it.on(Event::Woken).leads(Connected, Command::Probe).waits(1s); // the same sleep
    it.on(Event::Answered).leads(Connected).waits(25s);
    it.on(Event::NetworkLost).leads(Connected, Command::Probe).waits(3s);
    it.after(2'900ms);
    it.on(Event::Woken).leads(Connected, Command::Probe).waits(3s);
}

// The ordinary timeout, and no doubt to speak of.
void tst_ConnectionNetwork::somebodysReturnIsAnOrdinaryQuestion()
{
    Story it;
    it.connects().stabilizes();
    it.on(Event::Activated).leads(Connected, Command::Probe).waits(10s);
    QVERIFY(!it.connection.isVerifying());
    it.on(Event::Answered).leads(Connected).waits(25s);

    it.after(24s);
    it.after(1s).leads(Connected, Command::Probe);
    it.on(Event::Answered);
    it.after(10s);
    it.on(Event::Activated).leads(Connected, Command::Probe);
    it.luck = 0.5;
    it.after(10s).leads(WaitingToRetry, Command::Abandon);
}

void tst_ConnectionNetwork::somebodysReturnIsNoOccasionTwiceInHalfAMinute()
{
    Policy policy = withoutJitter();
    policy.heartbeatInterval = 1h;
    Story it(policy);
    it.connects().stabilizes();
    it.on(Event::Activated).leads(Connected, Command::Probe);
    it.on(Event::Answered);
    it.after(29'999ms);
    it.on(Event::Activated).leads(Connected);
    it.after(1ms);
    it.on(Event::Activated).leads(Connected, Command::Probe);
}

void tst_ConnectionNetwork::somebodysReturnAsksNothingThatIsBeingAsked()
{
    Story it;
    it.connects().stabilizes();
    it.on(Event::NetworkLost).leads(Connected, Command::Probe).waits(3s);
    it.on(Event::Activated).leads(Connected).waits(3s);
    it.on(Event::Answered);
    it.on(Event::Activated).leads(Connected, Command::Probe); // that one was none
}

// A weaker Woken: somebody is looking.
void tst_ConnectionNetwork::somebodysReturnDialsWithinTheBudget()
{
    Story retrying;
    retrying.on(Event::Opened);
    retrying.on(Event::Dropped);
    retrying.after(400ms);
    retrying.on(Event::Activated).leads(Connecting, Command::Dial);
    retrying.on(Event::Dropped).leads(WaitingToRetry).waits(1s);
    retrying.after(600ms);
    retrying.on(Event::Activated).leads(WaitingToRetry).waits(400ms);

    Policy policy = withoutJitter();
    policy.pacing.burst = 1;
    Story offline(policy);
    offline.on(Event::Opened);
    offline.on(Event::NetworkLost);
    offline.on(Event::Dropped).leads(WaitingForNetwork);
    offline.after(1s);
    offline.on(Event::Activated).leads(WaitingToRetry).waits(4s).because(WaitReason::Pacing);
    offline.after(4s).leads(Connecting, Command::Dial);
    offline.on(Event::Dropped).leads(WaitingForNetwork);
}

void tst_ConnectionNetwork::somebodysReturnDoesNotOverrideTheServer()
{
    Story it;
    it.on(Event::Opened);
    it.on(httpAnswer(503, 30s)).leads(WaitingToRetry).waits(30s);
    it.after(10s);
    it.on(Event::Activated).leads(WaitingToRetry).waits(20s).because(WaitReason::ServerAsked);
}

void tst_ConnectionNetwork::somebodysReturnChangesNothingElse()
{
    Story it;
    it.on(Event::Activated).leads(Closed).rests();
    it.on(Event::Opened);
    it.after(10s);
    it.on(Event::Activated).leads(Connecting).waits(5s);
    it.on(ended(Ending::Kind::Tls)).leads(Failed);
    it.on(Event::Activated).leads(Failed).rests();
    it.on(Event::Opened);
    it.on(Event::Ready);
    it.on(Event::Closed);
    it.on(Event::Activated).leads(Closing).waits(3s);
}

void tst_ConnectionNetwork::onlyWhatItLeadsToCountsAsAReturn()
{
    Story it;
    it.on(Event::Activated);
    it.on(Event::Opened);
    it.on(Event::Activated);
    it.on(Event::Ready);
    it.on(Event::Activated).leads(Connected, Command::Probe);
}

// P9: on a busy line there is always an answer on its way, which tells nothing of what came since.
void tst_ConnectionNetwork::anAnswerThatWasOnItsWayDoesNotEndADoubt()
{
    Story it;
    it.connects().stabilizes();
    const Instant before = it.now;
    it.on(Event::Asked);
    it.after(20ms);
    it.on(Event::NetworkChanged).leads(Connected, Command::Probe).waits(3s);
    it.after(30ms);
    it.on(Event::Heard);
    it.on({Event::Answered, before}).leads(Connected).waits(2970ms);
    QVERIFY(it.connection.isVerifying());
    it.on(Event::Asked).waits(2970ms); // another of its kind is still out
    it.after(2970ms);
    QCOMPARE(it.dials.size(), 2U);

    Story twice; // an old answer does not make the second doubt the only one
    twice.connects().stabilizes();
    const Instant old = twice.now;
    twice.after(20ms);
    twice.on(Event::NetworkChanged);
    twice.after(2s);
    twice.on(Event::NetworkChanged);
    twice.on({Event::Answered, old}).leads(Connected).waits(1s);

    Story again; // doubted twice, and dead since the second time
    again.connects().stabilizes();
    again.on(Event::NetworkChanged);
    const Instant first = again.now;
    again.after(2s);
    again.on(Event::NetworkChanged).leads(Connected, Command::Probe).waits(1s);
    again.after(10ms);
    again.on(Event::Heard);
    again.on({Event::Answered, first}).leads(Connected).waits(2990ms);
    again.after(2990ms);
    QCOMPARE(again.dials.size(), 2U);

    Story alive;
    alive.connects().stabilizes();
    alive.on(Event::NetworkChanged);
    alive.on({Event::Answered, alive.now}).leads(Connected).waits(25s);
    QVERIFY(!alive.connection.isVerifying());
}

void tst_ConnectionNetwork::whatWasOnItsWayExcusesNothing()
{
    for (const Event::Kind sign : {Event::Heard, Event::Wrote}) {
        Story it;
        it.connects().stabilizes();
        it.on(Event::Asked);
        it.on(sign);
        it.on(Event::NetworkLost);
        it.after(1499ms);
        it.on(sign);
        it.after(1501ms).leads(WaitingForNetwork, Command::Abandon);
    }
}

void tst_ConnectionNetwork::whatStillComesExcusesForAWhile()
{
    for (const Event::Kind sign : {Event::Heard, Event::Wrote}) {
        Story it;
        it.connects().stabilizes();
        it.on(Event::NetworkChanged);
        it.after(1500ms);
        it.on(sign);
        it.after(1500ms).leads(Connected, Command::Probe).waits(10s);
        it.after(10s);
        QCOMPARE(it.dials.size(), 2U);
    }
}

void tst_ConnectionNetwork::aQuestionThatWaitsWithUsIsExcused()
{
    Story it;
    it.connects().stabilizes();
    it.on(Event::NetworkChanged);
    it.on(Event::Held); // at once, when a write would still prove nothing
    it.after(3s).leads(Connected, Command::Probe).waits(10s);

    Story quiet;
    quiet.connects().stabilizes();
    quiet.on(Event::Held)
        .leads(Connected)
        .waits(15s); // no question of ours: it excuses nothing later
    quiet.on(Event::NetworkLost);
    quiet.after(3s).leads(WaitingForNetwork, Command::Abandon);
}

void tst_ConnectionNetwork::aFlappingNetworkMakesNoStorm()
{
    Story it;
    it.on(Event::Opened);
    it.on(Event::Dropped);
    const auto before = it.dials.size();
    for (int i = 0; i < 100; ++i) {
        it.after(10ms);
        it.on(i % 2 == 0 ? Event::NetworkLost : Event::NetworkFound);
        it.on(Event::Dropped);
    }
    QVERIFY(it.dials.size() - before <= 4); // one per gap of 250 ms
}

void tst_ConnectionNetwork::everyOrderOfDropOfflineOnlineEndsConnected_data()
{
    QTest::addColumn<QList<Event::Kind>>("order");
    QList<Event::Kind> order{Event::NetworkLost, Event::NetworkFound, Event::Dropped};
    do {
        QTest::addRow("%s %s %s", nameOf(order[0]).constData(), nameOf(order[1]).constData(),
                      nameOf(order[2]).constData())
            << order;
    } while (std::next_permutation(order.begin(), order.end()));
}

// Sockets die before the system says so, and it changes its mind while we connect.
void tst_ConnectionNetwork::everyOrderOfDropOfflineOnlineEndsConnected()
{
    QFETCH(QList<Event::Kind>, order);
    for (const Duration pause : {0ms, 300ms, 2500ms}) {
        Story it;
        it.connects().stabilizes();
        for (const Event::Kind event : order) {
            it.on(event);
            it.after(pause);
        }
        const Instant calm = it.now;
        // 60 s where the last word was "offline", and that was a lie.
        while (it.connection.state() != Connected && it.now - calm <= 61s) {
            if (it.connection.state() == Connecting)
                it.on(Event::Ready);
            else
                it.after(100ms);
        }
        QCOMPARE(it.connection.state(), Connected);
        QVERIFY(it.dials.size() <= 3);
        it.on(Event::Answered);
        it.after(20s).leads(Connected);
    }
}

QTEST_GUILESS_MAIN(tst_ConnectionNetwork)
#include "tst_connectionnetwork.moc"
