// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "farserver.h"
#include "mocknetwork.h"
#include "quick.h"
#include "systemnetworkmonitor.h"

#include <QtCore/qelapsedtimer.h>
#include <QtNetwork/qnetworkinformation.h>

using namespace Holdfast;
using enum ConnectionState;
using enum Reachability;

namespace {

bool hasLeft = false; //!< the network that the machine is in

Policy withShortHeartbeats()
{
    Policy policy = quick();
    policy.heartbeatInterval = 400ms;
    policy.heartbeatTimeout = 400ms;
    policy.connectTimeout = 500ms;
    return policy;
}

} // namespace

//! Everything is real but NetworkManager and logind, whom python3-dbusmock plays on a bus of ours:
//! QNetworkInformation with its backend, our monitors, the kernel's network, and a server behind
//! another address. The functions follow each other in one life.
class tst_RealNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void nothingIsAskedBeforeTheFirstOpen();
    void aHostThatIsHereAsksNobody();
    void aNetworkManagerThatHangsDelaysNoDial();
    void itIsHeardWhenItAnswers();
    void networkBackDialNow();
    void aSystemThatSaysOfflineIsNotBelieved();
    void aSystemThatSaysOnlineIsNotBelieved();
    void aFlappingNetworkKeepsTheDialBudget();
    void aDeadLinkIsFoundByItsSilence();
    void aDeadLinkIsFoundSoonAfterAChangeOfMedium();
    void aDeadLinkIsFoundSoonAfterSleep();
    void aPortalIsKnownAndLeavingItDials();

private:
    void say(MockNetwork::State state, Reachability expected);

    MockNetwork m_network;
    FarServer m_far;
};

void tst_RealNetwork::initTestCase()
{
    if (!hasLeft)
        QSKIP("needs root, or users who may make network namespaces");
    for (const QByteArray &missing : {MockNetwork::whatIsMissing(), FarServer::whatIsMissing()}) {
        if (!missing.isEmpty())
            QSKIP(missing.constData());
    }
    QVERIFY(m_network.startBus());
    QVERIFY(m_network.startNetworkManager());
    QVERIFY(m_network.startLogind());
    m_network.setState(MockNetwork::Global);
    if (!m_far.begin())
        QSKIP("no cable (veth) can be laid between two network namespaces here");
}

//! Everybody is reachable again, and nothing listens.
void tst_RealNetwork::cleanup()
{
    if (QNetworkInformation::instance()) {
        m_network.setState(MockNetwork::Global);
        EVENTUALLY(SystemNetworkMonitor::shared()->facts() == NetworkFacts());
    }
    m_far.refuse(); // who died without a word has not gone
    EVENTUALLY(m_far.openCount() == 0);
    m_far.serve();
}

//! NetworkManager says it, and Holdfast has heard.
void tst_RealNetwork::say(MockNetwork::State state, Reachability expected)
{
    m_network.setState(state);
    EVENTUALLY(SystemNetworkMonitor::shared()->reachability() == expected);
}

void tst_RealNetwork::nothingIsAskedBeforeTheFirstOpen()
{
    Client client;
    client.setUrl(m_far.url());
    client.sendTextMessage(QStringLiteral("hello"));
    observeFor(50ms);
    QVERIFY(!QNetworkInformation::instance());
    QCOMPARE(m_network.clientCount(), 0);
}

void tst_RealNetwork::aHostThatIsHereAsksNobody()
{
    QWebSocketServer here(QString(), QWebSocketServer::NonSecureMode);
    QVERIFY(here.listen(QHostAddress::LocalHost));
    Client client;
    client.open(here.serverUrl());
    QVERIFY(client.reaches(Connected));
    observeFor(50ms);
    QVERIFY(!QNetworkInformation::instance());
    QCOMPARE(m_network.clientCount(), 0);
}

void tst_RealNetwork::aNetworkManagerThatHangsDelaysNoDial()
{
    m_network.freezeNetworkManager();
    QElapsedTimer sinceOpen;
    sinceOpen.start();
    Client client;
    client.open(m_far.url());
    QCOMPARE(client.state(), Connecting);
    QVERIFY(client.reaches(Connected));
    qInfo("NetworkManager hangs: connected %lld ms after open()", sinceOpen.elapsed());
    EVENTUALLY(m_network.clientCount() > 0); // it is asked all the same
    QElapsedTimer sinceTurn;
    sinceTurn.start();
    qint64 longest = 0;
    QTimer heart;
    connect(&heart, &QTimer::timeout, this, [&] { longest = qMax(longest, sinceTurn.restart()); });
    heart.start(5);
    observeFor(500ms);
    qInfo("NetworkManager hangs: the event loop's longest turn is %lld ms", longest);
    QVERIFY(longest < 5'000); // Qt's call takes 25 s
    QVERIFY(!QNetworkInformation::instance());
    QCOMPARE(client.reachability(), Unknown);
    QCOMPARE(client.state(), Connected);
}

void tst_RealNetwork::itIsHeardWhenItAnswers()
{
    Client client;
    client.open(m_far.url());
    QVERIFY(client.reaches(Connected));
    QCOMPARE(client.reachability(), Unknown);
    m_network.thawNetworkManager();
    EVENTUALLY(client.reachability() == Online);
    QCOMPARE(QNetworkInformation::instance()->backendName(), u"networkmanager");
    QCOMPARE(client.state(), Connected);
    QCOMPARE(m_far.openCount(), 1);
}

void tst_RealNetwork::networkBackDialNow()
{
    Client client(patient());
    client.open(m_far.url());
    QVERIFY(client.reaches(Connected));
    EVENTUALLY(client.reachability() == Online);
    say(MockNetwork::Disconnected, Disconnected);
    QCOMPARE(client.state(), Connected); // it is a rumour
    m_far.refuse();
    QVERIFY(client.reaches(WaitingForNetwork));
    m_far.serve();

    // Called after the client's own slot, in the same emission.
    ConnectionState then = Closed;
    connect(SystemNetworkMonitor::shared(), &NetworkMonitor::changed, &client,
            [&] { then = client.state(); });
    QElapsedTimer sinceWord;
    qint64 untilDial = -1;
    connect(&client, &ReconnectingWebSocket::stateChanged, this, [&] {
        if (untilDial < 0)
            untilDial = sinceWord.nsecsElapsed() / 1000;
    });
    qint64 untilSignal = -1;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, &client,
            [&] { untilSignal = sinceWord.nsecsElapsed() / 1000; });
    sinceWord.start();
    m_network.setState(MockNetwork::Global);
    QVERIFY(client.reaches(Connected));
    QCOMPARE(then, Connecting);
    qInfo("network back: dial after %lld us, of which Qt's signal was over after %lld us; "
          "connected after %lld us",
          untilDial, untilSignal, sinceWord.nsecsElapsed() / 1000);
}

void tst_RealNetwork::aSystemThatSaysOfflineIsNotBelieved()
{
    Client client;
    client.open(m_far.url());
    QVERIFY(client.reaches(Connected));
    EVENTUALLY(client.reachability() == Online);
    say(MockNetwork::Disconnected, Disconnected);
    observeFor(300ms);
    QCOMPARE(client.state(), Connected); // it has proved itself
    QCOMPARE(m_far.openCount(), 1);

    Client another;
    another.open(m_far.url());
    QVERIFY(another.reaches(Connected));
    QCOMPARE(another.attemptCount(), 1);

    // And who loses its connection then comes back all the same.
    m_far.refuse();
    EVENTUALLY(client.state() != Connected);
    m_far.serve();
    QVERIFY(client.reaches(Connected));
    QCOMPARE(client.reachability(), Disconnected);
}

void tst_RealNetwork::aSystemThatSaysOnlineIsNotBelieved()
{
    Policy policy; // the default backoff and the default budget
    policy.connectTimeout = 50ms;
    Client client(policy);
    m_far.loseWhatWeSend();
    client.open(m_far.url());
    EVENTUALLY(client.reachability() == Online);
    QElapsedTimer since;
    since.start();
    observeFor(3s);
    const int most = 6 + static_cast<int>(since.elapsed() / 5000) + 1;
    qInfo("packets are dropped: %d dials in %lld ms", client.attemptCount(), since.elapsed());
    QVERIFY(client.attemptCount() > 1);
    QVERIFY(client.attemptCount() <= most);
    QVERIFY(client.state() != WaitingForNetwork);
    m_far.losesNothing();
    Policy inAHurry = quick();
    QVERIFY(client.setPolicy(inAHurry));
    client.retryNow();
    QVERIFY2(client.reaches(Connected), qPrintable(client.explain()));
}

void tst_RealNetwork::aFlappingNetworkKeepsTheDialBudget()
{
    Client client(Policy{});
    m_far.refuse();
    client.open(m_far.url());
    QVERIFY(client.reaches(WaitingToRetry));
    QElapsedTimer since;
    since.start();
    int flaps = 0;
    connect(SystemNetworkMonitor::shared(), &NetworkMonitor::reachabilityChanged, &client,
            [&] { ++flaps; });
    for (int i = 0; i < 100; ++i) {
        m_network.setState(i % 2 == 0 ? MockNetwork::Disconnected : MockNetwork::Global);
        QCoreApplication::processEvents();
    }
    EVENTUALLY(SystemNetworkMonitor::shared()->reachability() == Online);
    const qint64 took = since.elapsed();
    observeFor(500ms);
    qInfo("%d flaps in %lld ms: %d dials", flaps, took, client.attemptCount());
    QVERIFY(flaps > 10);
    QVERIFY(client.attemptCount() <= 6 + static_cast<int>(since.elapsed() / 5000) + 1);
    m_far.serve();
    client.retryNow();
    QVERIFY(client.reaches(Connected));
    QCOMPARE(m_far.openCount(), 1);
}

void tst_RealNetwork::aDeadLinkIsFoundByItsSilence()
{
    Client client(withShortHeartbeats());
    client.open(m_far.url());
    QVERIFY(client.reaches(Connected));
    m_far.loseWhatWeSend();
    QElapsedTimer since;
    since.start();
    EVENTUALLY(client.state() != Connected);
    qInfo("silence of 400 + 400 ms is noticed after %lld ms", since.elapsed());
    QVERIFY(since.elapsed() >= 350); // after a heartbeat that was not answered
    m_far.losesNothing();
    QVERIFY(client.reaches(Connected));
}

void tst_RealNetwork::aDeadLinkIsFoundSoonAfterAChangeOfMedium()
{
    Policy policy = quick();
    policy.connectTimeout = 500ms;
    Client client(policy); // heartbeats of 25 + 10 s
    client.open(m_far.url());
    QVERIFY(client.reaches(Connected));
    EVENTUALLY(client.reachability() == Online);
    m_network.joinWiFi();
    EVENTUALLY(client.medium() == TransportMedium::WiFi);
    m_far.loseWhatWeSend();
    QElapsedTimer since;
    since.start();
    m_network.joinEthernet();
    EVENTUALLY(client.medium() == TransportMedium::Ethernet);
    EVENTUALLY(client.state() != Connected);
    qInfo("another medium: the dead link is found after %lld ms", since.elapsed());
    QVERIFY(since.elapsed() < 15'000); // long before the heartbeat
    m_far.losesNothing();
    QVERIFY(client.reaches(Connected));
}

void tst_RealNetwork::aDeadLinkIsFoundSoonAfterSleep()
{
    Policy policy = quick();
    policy.connectTimeout = 500ms;
    Client client(policy);
    client.open(m_far.url());
    QVERIFY(client.reaches(Connected));
    EVENTUALLY(m_network.clientCount() >= 2); // Qt's, and our ear for logind
    observeFor(100ms);
    m_network.announceSleep(true);
    m_network.announceSleep(false);
    observeFor(300ms);
    QCOMPARE(client.state(), Connected); // an answer keeps the socket
    QCOMPARE(m_far.openCount(), 1);

    m_far.loseWhatWeSend();
    QElapsedTimer since;
    since.start();
    m_network.announceSleep(true);
    m_network.announceSleep(false);
    EVENTUALLY(client.state() != Connected);
    qInfo("awake again: the dead link is found after %lld ms", since.elapsed());
    QVERIFY(since.elapsed() < 15'000);
    m_far.losesNothing();
    QVERIFY(client.reaches(Connected));
}

void tst_RealNetwork::aPortalIsKnownAndLeavingItDials()
{
    m_network.setConnectivity(MockNetwork::Portal);
    m_far.refuse();
    Client client(patient());
    client.open(m_far.url());
    QVERIFY(client.reaches(WaitingToRetry));
    EVENTUALLY(client.isBehindCaptivePortal());
    QCOMPARE(client.reachability(), Online);
    QCOMPARE(client.state(), WaitingToRetry);
    m_far.serve();
    m_network.setConnectivity(MockNetwork::Full);
    QVERIFY(client.reaches(Connected));
    QVERIFY(!client.isBehindCaptivePortal());
}

int main(int argc, char *argv[])
{
    hasLeft = leaveTheNetwork(); // before there are threads
    const QCoreApplication application(argc, argv);
    tst_RealNetwork test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_realnetwork.moc"
