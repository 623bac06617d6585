// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// The life of a link: dials, errors, verdicts, liveness, and what can be seen of it.

#include "linkstory.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum ConnectionState;

class tst_Link : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // dials
    void dialsWhenOpened();
    void openedWhileActiveIsANoOp();
    void openedAfterFailureDialsAgain();
    void aChangedEndpointRedialsOnce();
    void aChangedEndpointIsReportedOnce();
    void aChangedEndpointMatteringToNobodyDoesNothing();
    void anotherProtocolTakesOverWithTheNextConnection();
    void anotherProtocolWaitsAsTheServerHasAsked();
    void anotherServerHasNotAskedToWait();
    void anotherProtocolIsDialledForAPerson();
    void aRetryIsADial();
    void aPersonsDialIsNotGivenUpForAServersWait();
    // errors
    void everyConnectionEndsOnceAndEveryFailedDialIsReportedOnce();
    void errorsTellWhatHappened_data();
    void errorsTellWhatHappened();
    void behindAPortalNoCertificateIsFinal();
    void aLostOrSilentPeerIs1006();
    void aSecondRefusedLoginFails();
    void aThirdFinalAnswerFails();
    void aWrongSubprotocolIsRefused();
    void aRightSubprotocolIsShown();
    void aProtocolThatRefusesSaysNothingMore();
    void aRefusalThatRedialsDoesNotReachTheNextAttempt();
    void aProtocolMayRefuseToSend();
    // verdicts and restarts
    void theVerdictMayBeOverruled();
    void aStopVerdictClosesForGood();
    void anAnnouncedRestartSetsThePace();
    void anAnnouncementWithoutASpreadUsesThePolicys();
    void anAnnouncementIsForgottenWithItsConnection();
    void anHttpAnswerOverrulesAnAnnouncement();
    // conversation
    void aResumedConversationIsSaidToBe();
    void framesAfterTheEndCountForNothing();
    void aSecondReadyOrUpgradeCountsForNothing();
    // liveness
    void silenceIsProbedThenDropped();
    void anyByteIsASignOfLife();
    void eachFenceHasToBeAnswered();
    void anUnsolicitedPongIsASignOfLifeAndNoAnswer();
    void aDoubtfulPeerIsVerified();
    void aTextHeartbeatKeepsThePeer();
    void writeProgressExcusesForAWhile();
    void theRoundTripTimeIsPublished();
    void becomesStable();
    void aPolicyMayChangeWhileConnected();
    // what can be seen
    void theSnapshotTellsTheTruth();
    void everConnectedIsSinceOpened();
    void explainSaysWhatHappenedAndWhatComes();
};

// ---- dials ----

void tst_Link::dialsWhenOpened()
{
    LinkStory it;
    QCOMPARE(it.state(), Closed);
    QVERIFY(!it.link.deadline());
    QCOMPARE(it.opens(), "dial first"_ba);
    QCOMPARE(it.state(), Connecting);
    QCOMPARE(it.patience(), Duration(15s));
    QCOMPARE(it.upgrades(), "connected"_ba);
    QCOMPARE(it.state(), Connected);
}

void tst_Link::openedWhileActiveIsANoOp()
{
    LinkStory it;
    it.opens();
    QCOMPARE(it.opens(), ""_ba); // connecting
    it.upgrades();
    QCOMPARE(it.opens(), ""_ba); // connected
    QCOMPARE(it.link.snapshot().everConnected, true);
    it.after(1s);
    it.loses();
    const auto deadline = it.link.deadline();
    QCOMPARE(it.opens(), ""_ba); // waiting, as in a `disconnected` handler
    QCOMPARE(it.link.deadline(), deadline);
}

void tst_Link::openedAfterFailureDialsAgain()
{
    LinkStory it;
    it.opens();
    QCOMPARE(it.ends({.kind = Ending::Kind::BadRequest}),
             "trouble (Configuration 0, final); failed (Configuration 0, final)"_ba);
    QCOMPARE(it.state(), Failed);
    QVERIFY(!it.link.deadline());
    it.after(1h);
    QCOMPARE(it.opens(), "dial first"_ba);
}

void tst_Link::aChangedEndpointRedialsOnce()
{
    LinkStory it;
    it.connects();
    it.sends("a");
    it.after(1s);
    QCOMPARE(it.on(EndpointChanged{}), "abandon; dial again; disconnected (None 1000, retries)"_ba);
    QCOMPARE(it.state(), Connecting);
    QCOMPARE(it.upgrades(), "connected; write a; write ping"_ba);
}

void tst_Link::aChangedEndpointIsReportedOnce()
{
    LinkStory it;
    it.opens();
    it.after(1s);
    QCOMPARE(it.on(EndpointChanged{}).count("dial"),
             1); // an attempt that was given up did not fail
    it.loses();
    QCOMPARE(it.state(), WaitingToRetry);
    it.after(90ms);
    QCOMPARE(it.on(EndpointChanged{}).count("dial"), 0); // the dial budget: 250 ms between any two
    QCOMPARE(it.state(), WaitingToRetry);
    QCOMPARE(it.link.snapshot().waitReason, WaitReason::Pacing);
    QCOMPARE(it.after(1s), "dial first"_ba);
}

void tst_Link::aChangedEndpointMatteringToNobodyDoesNothing()
{
    LinkStory it;
    QCOMPARE(it.on(EndpointChanged{}), ""_ba);
    it.connects();
    it.closes();
    QCOMPARE(it.on(EndpointChanged{}), ""_ba);
    QCOMPARE(it.state(), Closing);
}

void tst_Link::anotherProtocolTakesOverWithTheNextConnection()
{
    LinkStory it;
    it.connects();
    it.sends("a");
    it.after(1s);
    it.link.setProtocol(std::make_unique<ObedientProtocol>());
    it.on(EndpointChanged{});
    QCOMPARE(it.upgrades(), "connected; write a"_ba);
    QCOMPARE(it.says("ack 1 1"), "delivered 1"_ba);
    QCOMPARE(it.link.protocol().deliveryProof(), DeliveryProof::Acknowledgement);
}

void tst_Link::anotherProtocolWaitsAsTheServerHasAsked()
{
    for (const bool isOffline : {false, true}) {
        LinkStory it;
        it.opens();
        it.ends({.kind = Ending::Kind::HttpAnswer, .httpStatus = 503, .retryAfter = 5min});
        it.after(1s);
        if (isOffline)
            it.on(Event::NetworkLost);
        const auto deadline = it.link.deadline();
        it.link.setProtocol(std::make_unique<ObedientProtocol>());
        QCOMPARE(it.on(EndpointChanged{}), ""_ba);
        QCOMPARE(it.link.deadline(), deadline);
        QCOMPARE(it.after(5min - 2s), ""_ba);
        QCOMPARE(it.after(10s), "dial again"_ba);
        QCOMPARE(it.link.protocol().deliveryProof(), DeliveryProof::Acknowledgement);
    }
}

void tst_Link::anotherServerHasNotAskedToWait()
{
    LinkStory it;
    it.opens();
    it.ends({.kind = Ending::Kind::HttpAnswer, .httpStatus = 503, .retryAfter = 5min});
    it.after(1s);
    QVERIFY(it.on(EndpointChanged{.elsewhere = true}).contains("dial first"));
    it.loses();
    QCOMPARE(it.link.snapshot().waitReason, WaitReason::Backoff);
    QCOMPARE(it.after(1s), "dial again"_ba); // nor has it later
}

//! Whatever the server has asked for.
void tst_Link::anotherProtocolIsDialledForAPerson()
{
    for (const Duration since : {100ms, 1000ms}) { // too early for the dial budget, or not
        LinkStory it;
        it.opens();
        it.ends({.kind = Ending::Kind::HttpAnswer, .httpStatus = 503, .retryAfter = 5min});
        it.after(since);
        it.on(Event::Retried);
        QCOMPARE(it.state(), since < 250ms ? WaitingToRetry : Connecting);
        it.on(EndpointChanged{});
        it.after(250ms);
        QCOMPARE(it.state(), Connecting);
    }
}

void tst_Link::aRetryIsADial()
{
    LinkStory it;
    it.luck = 0.99;
    it.opens();
    it.loses();
    it.after(300ms);
    QCOMPARE(it.on(Event::Retried), "dial again"_ba);
}

void tst_Link::aPersonsDialIsNotGivenUpForAServersWait()
{
    LinkStory it;
    it.opens();
    it.ends({.kind = Ending::Kind::HttpAnswer, .httpStatus = 503, .retryAfter = 1min});
    it.after(1s);
    QCOMPARE(it.on(Event::Retried), "dial again"_ba);
    it.after(3s); // old enough to be started again, but the machine may not do so yet
    QCOMPARE(it.on(Event::NetworkFound), ""_ba);
    QCOMPARE(it.state(), Connecting);
    QCOMPARE(it.upgrades(), "connected"_ba);
}

// ---- errors ----

void tst_Link::everyConnectionEndsOnceAndEveryFailedDialIsReportedOnce()
{
    LinkStory it;
    it.opens();
    QCOMPARE(it.loses(), "trouble (ConnectionLost 1006, retries)"_ba);
    QCOMPARE(it.loses(), ""_ba);
    QCOMPARE(it.connects(), "connected"_ba);
    QCOMPARE(it.loses(), "disconnected (ConnectionLost 1006, retries)"_ba);
    QCOMPARE(it.loses(), ""_ba);
    it.after(1s);
    QCOMPARE(it.state(), Connecting);
    QCOMPARE(it.after(15s), "abandon; trouble (Timeout 1006, retries); dial again"_ba);
}

void tst_Link::errorsTellWhatHappened_data()
{
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<QByteArray>("expected");
    using Kind = Ending::Kind;
    QTest::newRow("name") << Ending{.kind = Kind::HostNotFound} << "HostNotFound 1006, retries"_ba;
    QTest::newRow("refused") << Ending{.kind = Kind::Refused}
                             << "ConnectionRefused 1006, retries"_ba;
    QTest::newRow("timeout") << Ending{.kind = Kind::TimedOut} << "Timeout 1006, retries"_ba;
    QTest::newRow("proxy") << Ending{.kind = Kind::Proxy} << "ProxyError 1006, retries"_ba;
    QTest::newRow("tls") << Ending{.kind = Kind::Tls} << "TlsFailed 1006, final"_ba;
    QTest::newRow("http 503") << Ending{.kind = Kind::HttpAnswer, .httpStatus = 503}
                              << "ServerBusy 1006, HTTP 503, retries"_ba;
    QTest::newRow("http 403") << Ending{.kind = Kind::HttpAnswer, .httpStatus = 403}
                              << "Forbidden 1006, HTTP 403, final"_ba;
    QTest::newRow("http 401") << Ending{.kind = Kind::HttpAnswer,
                                        .httpStatus = 401,
                                        .reason = u"who?"_s}
                              << "AuthenticationRejected 1006, HTTP 401 \"who?\", retries"_ba;
    QTest::newRow("not ours") << Ending{.kind = Kind::NotWebSocket}
                              << "ProtocolError 1006, retries"_ba;
    QTest::newRow("no token") << Ending{.kind = Kind::NoCredentials}
                              << "CredentialsUnavailable 0, retries"_ba;
    QTest::newRow("bad url") << Ending{.kind = Kind::BadRequest} << "Configuration 0, final"_ba;
    QTest::newRow("4403") << Ending{.kind = Kind::CloseFrame, .closeCode = 4403, .reason = u"no"_s}
                          << "Forbidden 4403 \"no\", final"_ba;
    QTest::newRow("4409") << Ending{.kind = Kind::CloseFrame, .closeCode = 4409}
                          << "Replaced 4409, final"_ba;
    QTest::newRow("1001") << Ending{.kind = Kind::CloseFrame, .closeCode = 1001}
                          << "ServerRestarting 1001, retries"_ba;
}

void tst_Link::errorsTellWhatHappened()
{
    QFETCH(Ending, ending);
    QFETCH(QByteArray, expected);
    const bool final = expected.endsWith("final");

    LinkStory dial;
    dial.opens();
    const QByteArray trouble = "trouble (" + expected + ')';
    QVERIFY(dial.ends(ending).contains(trouble));
    QCOMPARE(words(dial.link.snapshot().lastError), expected);
    QCOMPARE(dial.state() == Failed, final);

    LinkStory connection;
    connection.connects();
    const QByteArray disconnected = "disconnected (" + expected + ')';
    QVERIFY(connection.ends(ending).contains(disconnected));
    QCOMPARE(words(connection.link.snapshot().lastError), expected);
    QCOMPARE(connection.link.snapshot().closeCode, connection.link.snapshot().lastError.closeCode);
}

void tst_Link::behindAPortalNoCertificateIsFinal()
{
    LinkStory it;
    bool told = false;
    it.link.setVerdictOverride([&](const Ending &ending, const Verdict &usual) {
        told = ending.behindCaptivePortal;
        return usual;
    });
    it.link.setBehindCaptivePortal(true);
    it.opens();
    QCOMPARE(it.on(Ended{{.kind = Ending::Kind::Tls}}), "trouble (TlsFailed 1006, retries)"_ba);
    QVERIFY(told);
    it.link.setBehindCaptivePortal(false);
    it.after(1s);
    QCOMPARE(it.state(), Connecting);
    it.on(Ended{{.kind = Ending::Kind::Tls}});
    QVERIFY(!told);
    QCOMPARE(it.state(), Failed);
}

void tst_Link::aLostOrSilentPeerIs1006()
{
    LinkStory it;
    it.connects();
    QCOMPARE(it.loses(), "disconnected (ConnectionLost 1006, retries)"_ba);
    QCOMPARE(it.link.snapshot().closeCode, 1006);
    it.connects();
    it.pongs();
    QVERIFY(it.after(35s).contains("disconnected (Timeout 1006, retries)"));
    QCOMPARE(it.link.snapshot().closeCode, 1006);
    // A real 1000 is one.
    it.connects();
    QCOMPARE(it.hangsUp(1000), "disconnected (None 1000, retries)"_ba);
}

void tst_Link::aSecondRefusedLoginFails()
{
    const Ending unauthorized{.kind = Ending::Kind::HttpAnswer, .httpStatus = 401};
    LinkStory it;
    it.opens();
    it.after(1s);
    QCOMPARE(
        it.ends(unauthorized),
        "dial with new credentials; trouble (AuthenticationRejected 1006, HTTP 401, retries)"_ba);
    QCOMPARE(it.ends(unauthorized),
             "trouble (AuthenticationRejected 1006, HTTP 401, final); failed "
             "(AuthenticationRejected 1006, HTTP 401, final); "
             "credentials required: Rejected"_ba);
    QCOMPARE(it.after(24h), ""_ba);
    QCOMPARE(it.on(Event::Retried), "dial with new credentials"_ba);
}

void tst_Link::aThirdFinalAnswerFails()
{
    Policy policy;
    policy.patienceSpan = 0s;
    LinkStory it(policy);
    it.opens();
    for (int i = 0; i < 2; ++i) {
        it.ends({.kind = Ending::Kind::HttpAnswer, .httpStatus = 404});
        QCOMPARE(it.state(), WaitingToRetry);
        it.after(1s);
    }
    QCOMPARE(
        it.ends({.kind = Ending::Kind::HttpAnswer, .httpStatus = 404}),
        "trouble (Configuration 1006, HTTP 404, final); failed (Configuration 1006, HTTP 404, final)"_ba);
}

void tst_Link::aWrongSubprotocolIsRefused()
{
    for (const QString &chosen : {QString(), u"other"_s}) {
        auto protocol = std::make_unique<PlainProtocol>();
        protocol->setSubprotocols({u"chat.v2"_s, u"chat.v1"_s});
        LinkStory it({}, std::move(protocol));
        it.queues("a");
        it.opens();
        QCOMPARE(it.upgrades(chosen), "abandon; trouble (ProtocolError 1006, retries)"_ba);
        QVERIFY(it.link.snapshot().lastError.detail.contains(u'"' + chosen + u'"'));
        QCOMPARE(it.link.snapshot().subprotocol, QString());
        QVERIFY(it.written.isEmpty());
    }
}

void tst_Link::aRightSubprotocolIsShown()
{
    auto protocol = std::make_unique<PlainProtocol>();
    protocol->setSubprotocols({u"chat.v2"_s, u"chat.v1"_s});
    LinkStory it({}, std::move(protocol));
    it.opens();
    QCOMPARE(it.upgrades(u"chat.v1"_s), "connected"_ba);
    QCOMPARE(it.link.snapshot().subprotocol, u"chat.v1"_s);
    it.loses();
    QCOMPARE(it.link.snapshot().subprotocol, QString());
}

void tst_Link::aProtocolThatRefusesSaysNothingMore()
{
    LinkStory it({}, std::make_unique<ObedientProtocol>());
    it.connects();
    it.sends("a");
    QCOMPARE(
        it.says("early; refuse 4000; late; say more; ack 1 1; reject 1; refuse 4409; announce 1"),
        "received early; abandon; disconnected (ClosedByServer 4000, retries)"_ba);
    QCOMPARE(it.pending(), 1);
    QCOMPARE(it.connects(), "connected; write a"_ba);
}

void tst_Link::aRefusalThatRedialsDoesNotReachTheNextAttempt()
{
    LinkStory it({}, std::make_unique<ObedientProtocol>());
    it.connects();
    it.after(1s);
    QCOMPARE(
        it.says("refuse 4401; ready; say more"),
        "abandon; dial with new credentials; disconnected (AuthenticationRejected 4401, retries)"_ba);
    QCOMPARE(it.state(), Connecting);
    QCOMPARE(it.upgrades(), "connected"_ba);
}

void tst_Link::aProtocolMayRefuseToSend()
{
    LinkStory it({}, std::make_unique<ObedientProtocol>());
    it.connects();
    it.queues("a");
    it.queues("refuse 4000");
    it.queues("b");
    QCOMPARE(it.flushes(), "write a; abandon; disconnected (ClosedByServer 4000, retries)"_ba);
    QCOMPARE(it.pending(), 3);
    QCOMPARE(it.link.outbox().inFlightCount(), 0);
}

// ---- verdicts and restarts ----

void tst_Link::theVerdictMayBeOverruled()
{
    LinkStory it;
    it.link.setVerdictOverride([](const Ending &ending, Verdict usual) {
        if (ending.closeCode == 4999)
            usual = {.action = Verdict::Action::Fail, .category = ErrorCategory::Replaced};
        return usual;
    });
    it.connects();
    QCOMPARE(it.hangsUp(4998), "disconnected (ClosedByServer 4998, retries)"_ba);
    it.connects();
    QCOMPARE(it.hangsUp(4999),
             "disconnected (Replaced 4999, final); failed (Replaced 4999, final)"_ba);
    it.link.setVerdictOverride({});
    it.after(1s);
    it.opens();
    it.upgrades();
    QCOMPARE(it.hangsUp(4999), "disconnected (ClosedByServer 4999, retries)"_ba);
}

void tst_Link::aStopVerdictClosesForGood()
{
    Policy policy;
    policy.retryAfterNormalClosure = false;
    LinkStory it(policy);
    it.connects();
    it.sends("a");
    QCOMPARE(it.hangsUp(1000), "disconnected (None 1000, final)"_ba);
    QCOMPARE(it.state(), Closed);
    QCOMPARE(it.link.snapshot().active, false);
    QCOMPARE(it.after(24h), ""_ba);
    // Not wanted any more, so open() is no no-op.
    QCOMPARE(it.opens(), "dial first"_ba);
}

void tst_Link::anAnnouncedRestartSetsThePace()
{
    LinkStory it({}, std::make_unique<ObedientProtocol>());
    it.luck = 0.5;
    it.connects();
    QCOMPARE(it.says("announce 20000 1000"), "restart in 20000 ms"_ba);
    QCOMPARE(it.state(), Connected);
    QCOMPARE(it.loses(), "disconnected (ServerRestarting 1006, retries)"_ba);
    QCOMPARE(it.link.snapshot().waitReason, WaitReason::ServerAsked);
    QCOMPARE(it.patience(), Duration(20'500ms));
}

void tst_Link::anAnnouncementWithoutASpreadUsesThePolicys()
{
    Policy policy;
    policy.restartSpread = 8s;
    policy.maxServerWait = 10s;
    LinkStory it(policy, std::make_unique<ObedientProtocol>());
    it.luck = 0.5;
    it.connects();
    QCOMPARE(it.says("announce 99999999"), "restart in 10000 ms"_ba); // clamped
    it.hangsUp(1000);
    QCOMPARE(it.patience(), Duration(14s));
}

void tst_Link::anAnnouncementIsForgottenWithItsConnection()
{
    LinkStory it({}, std::make_unique<ObedientProtocol>());
    it.connects();
    it.says("announce 1000 0");
    it.loses();
    it.connects();
    QCOMPARE(it.loses(), "disconnected (ConnectionLost 1006, retries)"_ba);
    QCOMPARE(it.link.snapshot().waitReason, WaitReason::Backoff);
}

void tst_Link::anHttpAnswerOverrulesAnAnnouncement()
{
    LinkStory it({}, std::make_unique<ObedientProtocol>());
    it.connects();
    it.says("announce 1000 0");
    QCOMPARE(it.ends({.kind = Ending::Kind::HttpAnswer, .httpStatus = 503, .retryAfter = 7s}),
             "disconnected (ServerBusy 1006, HTTP 503, retries)"_ba);
    QCOMPARE(it.patience(), Duration(7s));
}

// ---- conversation ----

void tst_Link::aResumedConversationIsSaidToBe()
{
    auto protocol = std::make_unique<ObedientProtocol>();
    protocol->waitsForReady = true;
    LinkStory it({}, std::move(protocol));
    QCOMPARE(it.connects(), ""_ba);
    QCOMPARE(it.says("not yet"), ""_ba);
    QCOMPARE(it.says("say hello; resumed; welcome back"),
             "write hello; resumed; received welcome back"_ba);
    QCOMPARE(it.link.snapshot().resumed, true);
    it.loses();
    QCOMPARE(it.link.snapshot().resumed, false);
}

void tst_Link::framesAfterTheEndCountForNothing()
{
    LinkStory it({}, std::make_unique<ObedientProtocol>());
    it.connects();
    it.sends("a");
    it.loses();
    QCOMPARE(it.says("late; ack 1 1; say x; answered"), ""_ba);
    QCOMPARE(it.pending(), 1);
}

void tst_Link::aSecondReadyOrUpgradeCountsForNothing()
{
    LinkStory it({}, std::make_unique<ObedientProtocol>());
    it.connects();
    QCOMPARE(it.says("ready"), ""_ba);
    QCOMPARE(it.upgrades(), ""_ba);
    QCOMPARE(it.state(), Connected);
}

// ---- liveness ----

void tst_Link::silenceIsProbedThenDropped()
{
    LinkStory it;
    it.connects();
    QCOMPARE(it.after(24'999ms), ""_ba);
    QCOMPARE(it.after(1ms), "write ping"_ba);
    QCOMPARE(it.after(9'999ms), ""_ba);
    QCOMPARE(it.after(1ms), "abandon; disconnected (Timeout 1006, retries)"_ba);
}

void tst_Link::anyByteIsASignOfLife()
{
    LinkStory it;
    it.connects();
    it.after(20s);
    it.on(Event::Heard);
    QCOMPARE(it.after(24s), ""_ba);
    QCOMPARE(it.after(1s), "write ping"_ba);
    QCOMPARE(it.pongs(), "stable"_ba);
    QCOMPARE(it.after(24s), ""_ba);
}

void tst_Link::eachFenceHasToBeAnswered()
{
    auto protocol = std::make_unique<PlainProtocol>();
    protocol->setFenceEvery(1, 1);
    LinkStory it({}, std::move(protocol));
    it.connects();
    it.queues("a");
    it.queues("b");
    it.flushes();
    it.after(9s);
    QCOMPARE(it.pongs(it.pings[0]), "delivered 1"_ba);
    // The second is a probe from here on.
    QVERIFY(it.after(10s).contains("abandon; disconnected (Timeout 1006, retries)"));
}

void tst_Link::anUnsolicitedPongIsASignOfLifeAndNoAnswer()
{
    LinkStory it;
    it.connects();
    QByteArray told;
    Duration lasted{0};
    for (; it.state() == Connected && lasted < 10min; lasted += 1s)
        told += it.pongs("who asked?") + it.after(1s);
    QVERIFY2(told.contains("disconnected (Timeout 1006, retries)"), told);
    QVERIFY2(!told.contains("stable"), told);
    QCOMPARE(lasted, Duration(60s)); // twice the interval, and the timeout
    QVERIFY(!it.link.snapshot().roundTripTime);
}

void tst_Link::aDoubtfulPeerIsVerified()
{
    LinkStory it;
    it.connects();
    QCOMPARE(it.on(Event::NetworkLost), "write ping"_ba);
    QVERIFY(it.link.snapshot().verifying);
    QCOMPARE(it.patience(), Duration(3s));
    it.pongs();
    QVERIFY(!it.link.snapshot().verifying);
    it.on(Event::Woken);
    QCOMPARE(it.after(3s), "abandon; disconnected (Timeout 1006, retries)"_ba);
    QVERIFY(!it.link.snapshot().verifying);
}

void tst_Link::aTextHeartbeatKeepsThePeer()
{
    auto protocol = std::make_unique<PlainProtocol>();
    protocol->setHeartbeat(u"hb"_s, u"ok"_s);
    LinkStory it({}, std::move(protocol));
    it.connects();
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(it.after(25s), "write hb"_ba);
        QCOMPARE(it.says("ok"), i == 0 ? "stable"_ba : ""_ba);
    }
    QVERIFY(it.after(35s).contains("disconnected (Timeout 1006, retries)"));
}

void tst_Link::writeProgressExcusesForAWhile()
{
    LinkStory it;
    it.connects();
    it.sends("a long story");
    QByteArray told;
    Duration lasted{0};
    while (it.state() == Connected && lasted < 10min) {
        it.drains(5);
        told += it.after(1s);
        lasted += 1s;
    }
    QVERIFY2(told.endsWith("disconnected (Timeout 1006, retries)"), told);
    QVERIFY(lasted > 10s && lasted <= 70s); // heartbeatTimeout + writeGrace
}

void tst_Link::theRoundTripTimeIsPublished()
{
    LinkStory it;
    it.connects();
    QVERIFY(!it.link.snapshot().roundTripTime);
    it.sends("a");
    it.after(80ms);
    it.pongs();
    QCOMPARE(it.link.snapshot().roundTripTime, std::optional<Duration>(80ms));
    it.sends("b");
    it.after(160ms);
    it.pongs();
    QCOMPARE(it.link.snapshot().roundTripTime, std::optional<Duration>(90ms));
}

void tst_Link::becomesStable()
{
    LinkStory it;
    it.opens();
    it.loses();
    it.connects();
    QCOMPARE(it.link.snapshot().attemptCount, 2);
    it.sends("a");
    it.pongs();
    QCOMPARE(it.after(9'999ms), ""_ba);
    QCOMPARE(it.after(1ms), "stable"_ba);
    QCOMPARE(it.link.snapshot().attemptCount, 0);
}

void tst_Link::aPolicyMayChangeWhileConnected()
{
    LinkStory it;
    it.connects();
    Policy policy = it.link.policy();
    policy.heartbeatInterval = 5s;
    policy.outbox.windowMessages = 1;
    it.link.setPolicy(policy);
    QCOMPARE(it.link.policy(), policy);
    QCOMPARE(it.patience(), Duration(5s));
    it.queues("a");
    it.queues("b");
    QCOMPARE(it.flushes(), "write a; write ping"_ba);
}

// ---- what can be seen ----

void tst_Link::theSnapshotTellsTheTruth()
{
    LinkStory it;
    it.luck = 0.5;
    const Instant queuedAt = it.now;
    it.queues("12345");
    LinkSnapshot seen = it.link.snapshot();
    QCOMPARE(seen.active, false);
    QCOMPARE(seen.pendingMessageCount, 1);
    QCOMPARE(seen.pendingByteCount, 5);
    QCOMPARE(seen.oldestPendingAt, std::optional(queuedAt));
    QCOMPARE(seen.attemptCount, 0);
    QVERIFY(!seen.nextAttemptAt);

    it.opens();
    seen = it.link.snapshot();
    QCOMPARE(seen.state, Connecting);
    QCOMPARE(seen.active, true);
    QCOMPARE(seen.attemptCount, 1);
    QCOMPARE(seen.everConnected, false);

    it.loses();
    seen = it.link.snapshot();
    QCOMPARE(seen.state, WaitingToRetry);
    QCOMPARE(seen.waitReason, WaitReason::Backoff);
    QCOMPARE(seen.retryDelay, Duration(350ms)); // 100 + ½ · 500
    QCOMPARE(seen.nextAttemptAt, std::optional(it.now + 350ms));
    QCOMPARE(seen.lastError.category, ErrorCategory::ConnectionLost);

    it.after(350ms);
    seen = it.link.snapshot();
    QCOMPARE(seen.attemptCount, 2);
    QVERIFY(!seen.nextAttemptAt);
    QCOMPARE(seen.retryDelay, Duration(0));
    QCOMPARE(seen.waitReason, WaitReason::None);

    it.upgrades();
    seen = it.link.snapshot();
    QCOMPARE(seen.state, Connected);
    QCOMPARE(seen.everConnected, true);
    QCOMPARE(seen.pendingMessageCount, 1);
    QCOMPARE(seen.deliveryProof, DeliveryProof::Fence);

    it.pongs();
    seen = it.link.snapshot();
    QCOMPARE(seen.pendingMessageCount, 0);
    QVERIFY(!seen.oldestPendingAt);

    it.hangsUp(4000, u"why"_s);
    seen = it.link.snapshot();
    QCOMPARE(seen.closeCode, 4000);
    QCOMPARE(seen.closeReason, u"why"_s);
    QCOMPARE(seen.lastError.reason, u"why"_s);

    it.on(Event::NetworkLost);
    seen = it.link.snapshot();
    QCOMPARE(seen.state, WaitingForNetwork);
    QCOMPARE(seen.waitReason, WaitReason::Network);
    QCOMPARE(seen.nextAttemptAt, std::optional(it.now + 60s));
}

void tst_Link::everConnectedIsSinceOpened()
{
    LinkStory it;
    it.connects();
    it.loses();
    QCOMPARE(it.link.snapshot().everConnected, true);
    it.closes();
    QCOMPARE(it.link.snapshot().everConnected, true);
    it.after(1s);
    QCOMPARE(it.opens(), "dial first"_ba);
    QCOMPARE(it.link.snapshot().everConnected, false);
}

void tst_Link::explainSaysWhatHappenedAndWhatComes()
{
    LinkStory it;
    it.luck = 0.5;
    it.connects();
    it.sends("12345");
    it.after(1s);
    it.hangsUp(4000, u"out of beer"_s);
    const QString text = it.explained();
    for (const QString &fact :
         {u"WaitingToRetry"_s, u"waits because of Backoff"_s, u"next deadline in 0.350 s"_s,
          u"wanted"_s, u"pending messages: 1, bytes: 5, in flight: 0, proof Fence"_s,
          u"last error: ClosedByServer, close code 4000, HTTP status 0, reason \"out of beer\""_s,
          u"Connected -> WaitingToRetry (Dropped: ClosedByServer)"_s,
          u"1.000 s ago: Connecting -> Connected (Ready)"_s})
        QVERIFY2(text.contains(fact), qPrintable(fact + u"\nis not in\n"_s + text));
    QVERIFY2(!text.contains(u"12345"_s), "payloads are never shown");

    it.closes();
    QVERIFY(it.explained().startsWith(u"Closed, attempt 1, not wanted"_s));
}

QTEST_GUILESS_MAIN(tst_Link)
#include "tst_link.moc"
