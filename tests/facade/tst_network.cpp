// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "fakenetworkmonitor.h"
#include "quick.h"
#include "socksdoor.h"
#include "systemnetworkmonitor.h"
#include "testserver.h"

#include <QtNetwork/qnetworkinformation.h>

#include <QtCore/qdatetime.h>
#include <QtCore/qscopeguard.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <vector>

#ifdef Q_OS_LINUX

#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

//! The wall clock of this process, as somebody may set it. What a program defines is taken before
//! what its libraries do.
namespace WallClock {
static std::atomic<int> shift = 0; // in seconds
}

extern "C" {

[[gnu::visibility("default")]] int clock_gettime(clockid_t clock, timespec *now) noexcept
{
    const long result = ::syscall(SYS_clock_gettime, clock, now);
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        now->tv_sec += WallClock::shift;
    return static_cast<int>(result);
}

[[gnu::visibility("default")]] int gettimeofday(timeval *now, void *) noexcept
{
    timespec precise{};
    const int result = ::clock_gettime(CLOCK_REALTIME, &precise);
    now->tv_sec = precise.tv_sec;
    now->tv_usec = precise.tv_nsec / 1'000;
    return result;
}

} // extern "C"

#endif

using namespace Holdfast;
using namespace std::chrono_literals;
using enum ConnectionState;
using enum Reachability;

namespace {

const QUrl Far(QStringLiteral("ws://chat.example/"));
const QUrl Neighbour(QStringLiteral("ws://printer.local/"));

//! A local server, reached under every name in the world.
struct World
{
    World()
        : door(server.url())
    {
        server.start();
    }

    TestServer server;
    SocksDoor door;
    FakeNetworkMonitor monitor;

    //! A client that asks our monitor.
    std::unique_ptr<Client> client(const Policy &policy = quick())
    {
        auto client = std::make_unique<Client>(policy);
        client->setProxy(door.proxy());
        client->setNetworkMonitor(&monitor);
        return client;
    }
    //! The same, connected, with a monitor that has said so.
    std::unique_ptr<Client> connected(const Policy &policy = quick(), const QUrl &url = Far)
    {
        auto client = this->client(policy);
        client->open(url);
        if (!client->reaches(Connected) || !waitUntil([this] { return monitor.watches(); }))
            qFatal("no connection to begin with");
        monitor.says(Online);
        return client;
    }
};

//! The part of the façade that notices sleep; it is private, so it is known by its name.
QObject *sleepMonitorOf(QObject *client)
{
    const QList<QObject *> all = client->findChildren<QObject *>();
    const auto found = std::find_if(all.begin(), all.end(), [](const QObject *object) {
        return object->inherits("Holdfast::WakeMonitor");
    });
    return found == all.end() ? nullptr : *found;
}

Policy triesTheNetworkSoon()
{
    Policy policy = quick();
    policy.networkRetry = 100ms;
    return policy;
}

} // namespace

//! From the monitor's word to the socket.
class tst_Network : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- who is asked, and when ----
    void byDefaultItIsTheSystemWhichIsLeftAloneForLocalHosts();
    void nobodyIsAskedBeforeTheFirstOpenToAnotherMachine();
    void itIsAskedFromTheMomentOfOpen();
    void aHostThatIsHereNeedsNoNetwork();
    void whereTheProviderLeadsCounts();
    void anotherUrlMayNeedNoNetwork();
    void aThousandObjectsLeaveNobodyListening();

    // ---- news ----
    void networkBackDialNow();
    void onlineAtFirstIsNoNews();
    void offlineAtFirstDelaysNoDial();
    void aRumourDoesNotEndAConnection();
    void anotherMediumMakesTheConnectionProveItself();
    void whoLeavesAPortalDialsAtOnce();
    void aNeighbourHeedsGoodNewsOnly();
    void aHealthCheckHoldsNobodyBack();
    void badNewsOfTheLastTimeAreForgotten();
    void theLastWordOfTheLastTimeIsNotTheFirst();
    void everyOrderOfDropOfflineOnlineEndsConnected_data();
    void everyOrderOfDropOfflineOnlineEndsConnected();
    void aFlappingNetworkKeepsTheDialBudget();
    void aMonitorThatLiesDelaysNothingForLong();

    // ---- the monitor's life ----
    void aMonitorThatDiesTakesItsBadNewsAlong();
    void withoutAMonitorThereIsNoBadNews();
    void anotherMonitorHasAnotherWord();
    void whoTurnsToAnotherMonitorInAHandlerHearsThatOne();
    void aMonitorMayDieInAHandler();
    void theConnectionMayDieOfTheNews();
    void aMonitorMayLiveElsewhere();
    void aMonitorElsewhereMayDieAtAnyTime();
    void oneMonitorServesManyThreads();

    // ---- sleep ----
    void whoWakesUpAsksThePeer();
    void aChangedWallClockIsNothing_data();
    void aChangedWallClockIsNothing();
    void whoWakesUpDialsAtOnce();
    void aSleepIsNoticedAtTheNextHeartbeat();
    void aSleepIsNoticedWhenAnythingIsHeard_data();
    void aSleepIsNoticedWhenAnythingIsHeard();
    void somebodysReturnAsksThePeer();
    void aSleepIsWatchedForOnlyWhenItMatters();

    // ---- what is shown ----
    void theFactsAreProperties();
    void theFactsAreNotKnownWhileNobodyIsAsked();
    void itExplainsWhatTheMonitorSays();
};

// ---- who is asked, and when ----

// The first test of this process: nothing can be unloaded.
void tst_Network::byDefaultItIsTheSystemWhichIsLeftAloneForLocalHosts()
{
    World world;
    Client client;
    QCOMPARE(client.networkMonitor(), SystemNetworkMonitor::shared());
    client.open(world.server.url());
    QVERIFY(client.reaches(Connected));
    settle();
    QVERIFY(!QNetworkInformation::instance());
    QVERIFY(!sleepMonitorOf(&client));
    QVERIFY(client.explain().contains(QStringLiteral("network: not asked")));

    client.setProxy(world.door.proxy());
    client.setUrl(Far);
    QVERIFY(client.reaches(Connected));
    QVERIFY(sleepMonitorOf(&client));
    QVERIFY(!client.explain().contains(QStringLiteral("network: not asked")));
}

void tst_Network::nobodyIsAskedBeforeTheFirstOpenToAnotherMachine()
{
    World world;
    auto client = world.client();
    client->setUrl(Far);
    client->sendTextMessage(QStringLiteral("hello"));
    settle();
    QCOMPARE(world.monitor.listeners(), 0);
    QCOMPARE(world.monitor.starts, 0);

    client->open();
    QVERIFY(client->reaches(Connected));
    EVENTUALLY(world.monitor.watches());
    QVERIFY(world.monitor.listeners() > 0);
    client->close();
    QVERIFY(client->reaches(Closed));
    QCOMPARE(world.monitor.listeners(), 0);
    EVENTUALLY(!world.monitor.watches());
    QCOMPARE(world.monitor.starts, 1);
    QCOMPARE(world.monitor.stops, 1);
}

// Not from the first socket.
void tst_Network::itIsAskedFromTheMomentOfOpen()
{
    World world;
    Policy policy = patient();
    policy.pacing = {.burst = 1, .refill = 1h, .gap = 0ms, .reserve = 0};
    world.server.stop();
    auto client = world.client(policy);
    client->open(world.server.url());
    QVERIFY(client->reaches(WaitingToRetry));
    QCOMPARE(world.monitor.listeners(), 0);
    client->setUrl(Far); // no dial left
    QCOMPARE(client->state(), WaitingToRetry);
    QVERIFY(world.monitor.listeners() > 0);
}

void tst_Network::aHostThatIsHereNeedsNoNetwork()
{
    TestServer server;
    server.start();
    FakeNetworkMonitor monitor;
    monitor.knows({.reachability = Disconnected});
    Client client;
    client.setNetworkMonitor(&monitor);
    for (const char *host : {"127.0.0.1", "localhost"}) {
        QUrl url = server.url();
        url.setHost(QLatin1StringView(host));
        client.open(url);
        QVERIFY(client.reaches(Connected));
        settle();
        server.kill();
        QVERIFY(client.reaches(WaitingToRetry));
        QVERIFY(client.reaches(Connected));
        QCOMPARE(monitor.starts, 0);
        QCOMPARE(monitor.listeners(), 0);
        QVERIFY(!sleepMonitorOf(&client));
        QVERIFY(client.explain().contains(QStringLiteral("network: not asked")));
    }
}

void tst_Network::whereTheProviderLeadsCounts()
{
    World world;
    auto client = world.client();
    client->setRequestProvider(
        [](Reason, const RequestReply &reply) { reply.accept(QNetworkRequest(Far)); });
    client->open(QUrl(QStringLiteral("ws://localhost/")));
    QVERIFY(client->reaches(Connected));
    EVENTUALLY(world.monitor.watches());
}

void tst_Network::anotherUrlMayNeedNoNetwork()
{
    World world;
    auto client = world.connected(triesTheNetworkSoon());
    world.monitor.says(Disconnected);
    client->setProxy(QNetworkProxy::NoProxy);
    client->setUrl(world.server.url());
    QCOMPARE(world.monitor.listeners(), 0);
    QVERIFY(client->reaches(Connected));
    QCOMPARE(client->reachability(), Unknown);
    // What was said for the other host does not hold this one back.
    world.server.stop();
    QVERIFY(client->reaches(WaitingToRetry));
    QCOMPARE(client->waitReason(), WaitReason::Backoff);
}

void tst_Network::aThousandObjectsLeaveNobodyListening()
{
    World world;
    world.door.blackhole();
    for (int round = 0; round < 10; ++round) {
        std::vector<std::unique_ptr<Client>> clients;
        for (int i = 0; i < 100; ++i) {
            clients.push_back(world.client());
            clients.back()->open(Far);
        }
        if (round == 0) {
            EVENTUALLY(world.monitor.watches());
            world.monitor.says(Online);
        }
        QVERIFY(world.monitor.listeners() >= 100);
    }
    QCOMPARE(world.monitor.listeners(), 0);
    EVENTUALLY(!world.monitor.watches());
    QCOMPARE(world.monitor.starts, world.monitor.stops);
}

// ---- news ----

void tst_Network::networkBackDialNow()
{
    World world;
    auto client = world.connected(patient());
    world.monitor.says(Disconnected);
    QCOMPARE(client->state(), Connected);
    world.server.stop();
    QVERIFY(client->reaches(WaitingForNetwork));
    QCOMPARE(client->waitReason(), WaitReason::Network);
    QCOMPARE(client->reachability(), Disconnected);

    world.server.start();
    const int attempts = client->attemptCount();
    world.monitor.says(Online);
    QCOMPARE(client->state(), Connecting); // in the same turn of the event loop
    QCOMPARE(client->attemptCount(), attempts + 1);
    QVERIFY(client->reaches(Connected));
    QCOMPARE(world.server.openCount(), 1);
}

void tst_Network::onlineAtFirstIsNoNews()
{
    World world;
    world.server.stop();
    auto client = world.client(patient());
    client->open(Far);
    QVERIFY(client->reaches(WaitingToRetry));
    EVENTUALLY(world.monitor.watches());
    world.monitor.says(Online);
    QCOMPARE(client->reachability(), Online);
    settle();
    QCOMPARE(client->state(), WaitingToRetry);
    QCOMPARE(client->attemptCount(), 1);
}

void tst_Network::offlineAtFirstDelaysNoDial()
{
    World world;
    world.monitor.knows({.reachability = Disconnected});
    auto client = world.client(patient());
    client->open(Far);
    QCOMPARE(client->state(), Connecting);
    QVERIFY(client->reaches(Connected));
    EVENTUALLY(client->reachability() == Disconnected);
    // It was caught lying, or it is a rumour; either way the connection proves itself.
    EVENTUALLY(!client->isVerifying());
    QCOMPARE(client->state(), Connected);

    auto second = world.client(patient()); // while it is known already
    world.server.stopListening();
    second->open(Far);
    QCOMPARE(second->state(), Connecting);
    QVERIFY(second->reaches(WaitingForNetwork));
}

void tst_Network::aRumourDoesNotEndAConnection()
{
    World world;
    auto client = world.connected();
    QSignalSpy disconnected(client.get(), &ReconnectingWebSocket::disconnected);
    world.monitor.says(Disconnected);
    QVERIFY(client->isVerifying());
    EVENTUALLY(!client->isVerifying()); // it was asked, and answered
    QCOMPARE(client->state(), Connected);
    QCOMPARE(disconnected.count(), 0);
    QCOMPARE(world.server.visitCount(), 1);
}

void tst_Network::anotherMediumMakesTheConnectionProveItself()
{
    World world;
    auto client = world.connected();
    world.monitor.says(Online, TransportMedium::Cellular);
    QVERIFY(client->isVerifying());
    EVENTUALLY(!client->isVerifying());
    QCOMPARE(client->medium(), TransportMedium::Cellular);
    QCOMPARE(world.server.visitCount(), 1);
}

void tst_Network::whoLeavesAPortalDialsAtOnce()
{
    World world;
    auto client = world.connected(patient());
    world.monitor.says({.reachability = Online, .behindCaptivePortal = true});
    world.server.stop();
    QVERIFY(client->reaches(WaitingToRetry));
    QVERIFY(client->isBehindCaptivePortal());
    world.server.start();
    world.monitor.says(Online);
    QCOMPARE(client->state(), Connecting);
    QVERIFY(!client->isBehindCaptivePortal());
    QVERIFY(client->reaches(Connected));
}

// A LAN without a route says Disconnected.
void tst_Network::aNeighbourHeedsGoodNewsOnly()
{
    World world;
    auto client = world.connected(patient(), Neighbour);
    world.monitor.says(Disconnected);
    QVERIFY(!client->isVerifying());
    QCOMPARE(client->reachability(), Disconnected);
    world.server.stop();
    QVERIFY(client->reaches(WaitingToRetry));
    QCOMPARE(client->waitReason(), WaitReason::Backoff);
    world.server.start();
    world.monitor.says(Site);
    QCOMPARE(client->state(), Connecting);
    QVERIFY(client->reaches(Connected));
}

void tst_Network::aHealthCheckHoldsNobodyBack()
{
    World world;
    auto client = world.connected(patient());
    world.monitor.says({.reachability = Disconnected, .inferred = true});
    QVERIFY(!client->isVerifying());
    world.server.stop();
    QVERIFY(client->reaches(WaitingToRetry));
    QCOMPARE(client->waitReason(), WaitReason::Backoff);
    world.server.start();
    world.monitor.says({.reachability = Online, .inferred = true});
    QCOMPARE(client->state(), Connecting);
    QVERIFY(client->reaches(Connected));
}

void tst_Network::badNewsOfTheLastTimeAreForgotten()
{
    World world;
    auto client = world.connected(patient());
    world.monitor.says(Disconnected);
    client->close();
    QVERIFY(client->reaches(Closed));
    EVENTUALLY(!world.monitor.watches());
    world.server.stop();
    world.monitor.knows({.reachability = Online});
    client->open();
    QVERIFY(client->reaches(WaitingToRetry));
    QCOMPARE(client->waitReason(), WaitReason::Backoff);
}

void tst_Network::theLastWordOfTheLastTimeIsNotTheFirst()
{
    World world;
    auto client = world.connected(patient());
    client->close();
    QVERIFY(client->reaches(Closed));
    EVENTUALLY(!world.monitor.watches()); // "Unknown", it says
    world.server.stop();
    client->open();
    QVERIFY(client->reaches(WaitingToRetry));
    EVENTUALLY(world.monitor.watches());
    world.monitor.says(Online);
    QCOMPARE(client->reachability(), Online);
    QCOMPARE(client->state(), WaitingToRetry); // nothing was found: it had been there all the time
    QCOMPARE(client->attemptCount(), 1);
}

void tst_Network::everyOrderOfDropOfflineOnlineEndsConnected_data()
{
    QTest::addColumn<QString>("order");
    QTest::addColumn<bool>("atOnce");
    QString order = QStringLiteral("dfn"); // dropped, offline, online
    do {
        QTest::addRow("%s, at once", qPrintable(order)) << order << true;
        QTest::addRow("%s, one by one", qPrintable(order)) << order << false;
    } while (std::next_permutation(order.begin(), order.end()));
}

void tst_Network::everyOrderOfDropOfflineOnlineEndsConnected()
{
    QFETCH(QString, order);
    QFETCH(bool, atOnce);
    World world;
    auto client = world.connected(triesTheNetworkSoon());
    QSignalSpy disconnected(client.get(), &ReconnectingWebSocket::disconnected);
    for (const QChar step : std::as_const(order)) {
        if (step == u'd')
            world.server.kill();
        else
            world.monitor.says(step == u'n' ? Online : Disconnected);
        if (!atOnce)
            settle();
    }
    EVENTUALLY(disconnected.count() == 1);
    QVERIFY(client->reaches(Connected));
    client->sendTextMessage(QStringLiteral("still here"));
    EVENTUALLY(client->pendingMessageCount() == 0);
    QCOMPARE(disconnected.count(), 1);
    QCOMPARE(world.server.mostAtOnce(), 1);
    EVENTUALLY(world.server.openCount() == 1);
}

void tst_Network::aFlappingNetworkKeepsTheDialBudget()
{
    World world;
    Policy policy; // the real budget
    policy.networkRetry = 1h;
    auto client = world.connected(policy);
    world.server.setManner(TestServer::Manner::CloseSoon);
    world.server.kill();
    QVERIFY(client->reaches(WaitingToRetry));
    int flaps = 0;
    QTimer flapping;
    connect(&flapping, &QTimer::timeout, this,
            [&] { world.monitor.says(flaps++ % 2 == 0 ? Disconnected : Online); });
    flapping.start(10ms);
    EVENTUALLY(flaps >= 100);
    flapping.stop();
    settle();
    QVERIFY2(world.server.visitCount() <= 6,
             qPrintable(QString::number(world.server.visitCount())));
    QCOMPARE(world.server.mostAtOnce(), 1);
    QVERIFY(world.server.visitCount() >= 2); // it did try
}

void tst_Network::aMonitorThatLiesDelaysNothingForLong()
{
    World world;
    auto client = world.connected(triesTheNetworkSoon());
    world.monitor.says(Disconnected);
    EVENTUALLY(!client->isVerifying());
    // It has been contradicted by the peer, so it counts for nothing.
    QSignalSpy states(client.get(), &ReconnectingWebSocket::stateChanged);
    world.server.kill();
    QVERIFY(client->reaches(WaitingToRetry));
    QVERIFY(client->reaches(Connected));
    for (const auto &change : states)
        QVERIFY(change[0].value<ConnectionState>() != WaitingForNetwork);
}

// ---- the monitor's life ----

void tst_Network::aMonitorThatDiesTakesItsBadNewsAlong()
{
    World world;
    auto monitor = std::make_unique<FakeNetworkMonitor>();
    auto client = world.client(patient());
    client->setNetworkMonitor(monitor.get());
    world.server.stop();
    client->open(Far);
    EVENTUALLY(monitor->watches());
    monitor->says(Disconnected);
    QVERIFY(client->reaches(WaitingForNetwork));
    world.server.start();
    monitor.reset();
    QCOMPARE(client->networkMonitor(), nullptr);
    QCOMPARE(client->state(), Connecting);
    QVERIFY(client->reaches(Connected));
    QCOMPARE(client->reachability(), Unknown);
    client->close();
    QVERIFY(client->reaches(Closed));
}

void tst_Network::withoutAMonitorThereIsNoBadNews()
{
    World world;
    world.server.stop();
    auto client = world.client(patient());
    QSignalSpy changed(client.get(), &ReconnectingWebSocket::networkMonitorChanged);
    client->open(Far);
    EVENTUALLY(world.monitor.watches());
    world.monitor.says(Disconnected);
    QVERIFY(client->reaches(WaitingForNetwork));
    world.server.start();
    client->setNetworkMonitor(nullptr);
    QCOMPARE(client->state(), Connecting);
    QCOMPARE(client->networkMonitor(), nullptr);
    QCOMPARE(changed.count(), 1);
    client->setNetworkMonitor(nullptr);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(world.monitor.listeners(), 0);
    QVERIFY(client->reaches(Connected));
    world.monitor.says(Online);
    QCOMPARE(client->reachability(), Unknown);
}

void tst_Network::anotherMonitorHasAnotherWord()
{
    World world;
    FakeNetworkMonitor other;
    other.knows({.reachability = Disconnected, .metered = true});
    auto watching = world.client();
    watching->setNetworkMonitor(&other);
    watching->open(Far);
    EVENTUALLY(other.watches());

    auto client = world.connected(patient());
    world.server.stop();
    QVERIFY(client->reaches(WaitingToRetry));
    client->setNetworkMonitor(&other);
    QCOMPARE(client->networkMonitor(), &other);
    QCOMPARE(client->state(), WaitingForNetwork);
    QVERIFY(client->isMetered());
    QCOMPARE(world.monitor.listeners(), 0);
    world.monitor.says(Disconnected);
    world.monitor.says(Online); // nobody listens
    QCOMPARE(client->state(), WaitingForNetwork);
    other.says(Online);
    QCOMPARE(client->state(), Connecting);
}

// It learns of a sleep when the old monitor speaks, and turns to another one because of that.
void tst_Network::whoTurnsToAnotherMonitorInAHandlerHearsThatOne()
{
    World world;
    FakeNetworkMonitor other;
    other.knows({.reachability = Online, .medium = TransportMedium::Ethernet});
    auto watching = world.client();
    watching->setNetworkMonitor(&other);
    watching->open(Far);
    EVENTUALLY(other.watches());

    auto client = world.connected(patient());
    connect(client.get(), &ReconnectingWebSocket::verifyingChanged, this,
            [&] { client->setNetworkMonitor(&other); });
    QMetaObject::invokeMethod(sleepMonitorOf(client.get()), "pretendSleep", Q_ARG(int, 3'600'000));
    world.monitor.says({.reachability = Local, .medium = TransportMedium::Cellular});
    QCOMPARE(client->networkMonitor(), &other);
    QCOMPARE(client->medium(), TransportMedium::Ethernet);
    QCOMPARE(client->reachability(), Online);
}

void tst_Network::aMonitorMayDieInAHandler()
{
    World world;
    auto *monitor = new FakeNetworkMonitor;
    auto client = world.client(patient());
    client->setNetworkMonitor(monitor);
    world.server.stop();
    client->open(Far);
    EVENTUALLY(monitor->watches());
    connect(client.get(), &ReconnectingWebSocket::reachabilityChanged, this, [&] {
        if (client->reachability() == Disconnected)
            delete monitor;
    });
    monitor->says(Disconnected);
    QCOMPARE(client->reachability(), Unknown);
    EVENTUALLY(client->state() == WaitingToRetry);
    QCOMPARE(client->waitReason(), WaitReason::Backoff);
}

void tst_Network::theConnectionMayDieOfTheNews()
{
    World world;
    for (const bool lost : {true, false}) {
        auto client = world.connected().release();
        if (!lost)
            world.monitor.says(Disconnected);
        connect(client, &ReconnectingWebSocket::snapshotChanged, this, [client] { delete client; });
        world.monitor.says(lost ? Disconnected : Online);
        QCOMPARE(world.monitor.listeners(), 0);
        EVENTUALLY(!world.monitor.watches());
    }
}

void tst_Network::aMonitorMayLiveElsewhere()
{
    World world;
    auto *monitor = new FakeNetworkMonitor;
    monitor->knows({.reachability = Disconnected, .medium = TransportMedium::Ethernet});
    Elsewhere thread;
    monitor->moveToThread(&thread);
    connect(&thread, &QThread::finished, monitor, &QObject::deleteLater);
    thread.start();

    world.server.stop();
    auto client = world.client(patient());
    client->setNetworkMonitor(monitor);
    client->open(Far);
    QVERIFY(client->reaches(WaitingForNetwork));
    QCOMPARE(client->medium(), TransportMedium::Ethernet);
    // Whoever comes later hears what is known.
    auto second = world.client(patient());
    second->setNetworkMonitor(monitor);
    second->open(Far);
    QVERIFY(second->reaches(WaitingForNetwork));

    world.server.start();
    QMetaObject::invokeMethod(monitor, [monitor] { monitor->says(Online); });
    QVERIFY(client->reaches(Connected));
    QVERIFY(second->reaches(Connected));
}

void tst_Network::aMonitorElsewhereMayDieAtAnyTime()
{
    World world;
    world.door.blackhole();
    for (int i = 0; i < 50; ++i) {
        auto *monitor = new FakeNetworkMonitor;
        monitor->knows({.reachability = Disconnected});
        Elsewhere thread;
        monitor->moveToThread(&thread);
        thread.start();
        auto client = world.client();
        client->setNetworkMonitor(monitor);
        client->open(Far);
        if (i % 2 == 0)
            EVENTUALLY(client->reachability() == Disconnected);
        QMetaObject::invokeMethod(monitor, [monitor, &thread] {
            delete monitor;
            thread.quit(); // not before: a thread that is told to end first does nothing more
        });
        if (i % 3 == 0)
            EVENTUALLY(client->networkMonitor() == nullptr);
        client->close(); // lets go of it, at the very moment it dies
        client.reset();
        QVERIFY(thread.wait(Patience));
    }
}

void tst_Network::oneMonitorServesManyThreads()
{
    World world;
    world.server.stop();
    Elsewhere threads[3];
    std::vector<Client *> clients;
    std::atomic<int> waiting = 0;
    std::atomic<int> connected = 0;
    for (Elsewhere &thread : threads) {
        auto *client = world.client(patient()).release();
        connect(client, &ReconnectingWebSocket::stateChanged, client, [&](ConnectionState state) {
            waiting += state == WaitingForNetwork;
            connected += state == Connected;
        });
        client->moveToThread(&thread);
        connect(&thread, &QThread::finished, client, &QObject::deleteLater);
        thread.start();
        clients.push_back(client);
        QMetaObject::invokeMethod(client, [client] { client->open(Far); });
    }
    EVENTUALLY(world.monitor.watches());
    world.monitor.says(Disconnected);
    EVENTUALLY(waiting == 3);
    world.server.start();
    world.monitor.says(Online);
    EVENTUALLY(connected == 3);
    for (Elsewhere &thread : threads) {
        thread.quit();
        QVERIFY(thread.wait(Patience));
    }
    QCOMPARE(world.monitor.listeners(), 0);
    EVENTUALLY(!world.monitor.watches());
}

// ---- sleep ----

void tst_Network::whoWakesUpAsksThePeer()
{
    World world;
    auto client = world.connected();
    QMetaObject::invokeMethod(sleepMonitorOf(client.get()), "woken");
    QVERIFY(client->isVerifying());
    EVENTUALLY(!client->isVerifying());
    QCOMPARE(client->state(), Connected);
    QCOMPARE(world.server.visitCount(), 1);
}

void tst_Network::aChangedWallClockIsNothing_data()
{
    QTest::addColumn<int>("hours");
    QTest::newRow("forward") << 12;
    QTest::newRow("back") << -12;
}

void tst_Network::aChangedWallClockIsNothing()
{
#ifndef Q_OS_LINUX
    QSKIP("the clock is moved as Linux allows it");
#else
    QFETCH(const int, hours);
    World world;
    auto client = world.connected(patient());
    QSignalSpy states(client.get(), &ReconnectingWebSocket::stateChanged);
    QSignalSpy woken(sleepMonitorOf(client.get()), SIGNAL(woken()));
    const auto moveClock = [](int by) {
        const auto before = std::chrono::system_clock::now();
        const qint64 qtsBefore = QDateTime::currentSecsSinceEpoch();
        WallClock::shift += by * 3'600;
        const auto moved = std::chrono::system_clock::now() - before;
        const qint64 qts = QDateTime::currentSecsSinceEpoch() - qtsBefore;
        return std::chrono::abs(moved - by * 1h) < 1min && qAbs(qts - by * 3'600) < 60;
    };
    const auto putBack = qScopeGuard([] { WallClock::shift = 0; });
    QVERIFY(moveClock(hours));
    world.monitor.says({.reachability = Online, .metered = true, .medium = TransportMedium::WiFi});
    QMetaObject::invokeMethod(sleepMonitorOf(client.get()), "activated"); // it looks at both
    settle();
    QCOMPARE(woken.size(), 0);
    QCOMPARE(states.size(), 0);
    QCOMPARE(world.server.visitCount(), 1);

    // Nor does a wait become longer or shorter.
    world.server.stop();
    QVERIFY(client->reaches(WaitingToRetry));
    states.clear();
    QVERIFY(moveClock(-hours));
    settle();
    QCOMPARE(states.size(), 0);
#endif
}

void tst_Network::whoWakesUpDialsAtOnce()
{
    World world;
    world.server.stop();
    auto client = world.client(patient());
    client->setNetworkMonitor(nullptr); // sleep is no matter of the network
    client->open(Far);
    QVERIFY(client->reaches(WaitingToRetry));
    world.server.start();
    QMetaObject::invokeMethod(sleepMonitorOf(client.get()), "woken");
    QCOMPARE(client->state(), Connecting);
    QVERIFY(client->reaches(Connected));
}

void tst_Network::aSleepIsNoticedAtTheNextHeartbeat()
{
    World world;
    Policy policy = quick();
    policy.heartbeatInterval = 100ms;
    policy.heartbeatTimeout = 20s;
    auto client = world.connected(policy);
    EVENTUALLY(!client->isVerifying());
    QSignalSpy verifying(client.get(), &ReconnectingWebSocket::verifyingChanged);
    QMetaObject::invokeMethod(sleepMonitorOf(client.get()), "pretendSleep", Q_ARG(int, 3'600'000));
    EVENTUALLY(verifying.count() == 2); // a heartbeat alone is no doubt
    QCOMPARE(client->state(), Connected);
    QCOMPARE(world.server.visitCount(), 1);
}

void tst_Network::aSleepIsNoticedWhenAnythingIsHeard_data()
{
    QTest::addColumn<bool>("ofTheNetwork");
    QTest::newRow("of the network") << true;
    QTest::newRow("of a person") << false;
}

void tst_Network::aSleepIsNoticedWhenAnythingIsHeard()
{
    QFETCH(bool, ofTheNetwork);
    World world;
    auto client = world.connected(patient());
    world.monitor.says(Online);
    world.server.setDoorman([](const QByteArray &) { return 403; });
    world.server.kill();
    QVERIFY(client->reaches(WaitingToRetry));
    client->retryNow();
    QVERIFY(client->reaches(Failed)); // which a wake-up leaves, and neither of these alone
    world.server.setDoorman({});
    const auto happens = [&] {
        if (ofTheNetwork)
            world.monitor.says(
                {.reachability = Online, .metered = true, .medium = TransportMedium::WiFi});
        else
            QMetaObject::invokeMethod(sleepMonitorOf(client.get()), "activated");
    };
    happens();
    QCOMPARE(client->state(), Failed);
    world.monitor.says(Online);
    QMetaObject::invokeMethod(sleepMonitorOf(client.get()), "pretendSleep", Q_ARG(int, 3'600'000));
    happens();
    QCOMPARE(client->state(), Connecting);
    QVERIFY(client->reaches(Connected));
}

void tst_Network::somebodysReturnAsksThePeer()
{
    World world;
    Policy policy = quick();
    policy.heartbeatInterval = 1h;
    auto client = world.connected(policy);
    EVENTUALLY(client->roundTripTime() < 0); // nothing was asked yet
    QSignalSpy verifying(client.get(), &ReconnectingWebSocket::verifyingChanged);
    QMetaObject::invokeMethod(sleepMonitorOf(client.get()), "activated");
    EVENTUALLY(client->roundTripTime() >= 0);
    QCOMPARE(verifying.count(), 0);
}

void tst_Network::aSleepIsWatchedForOnlyWhenItMatters()
{
    World world;
    auto client = world.client();
    QVERIFY(!sleepMonitorOf(client.get()));
    client->setUrl(Far);
    settle();
    QVERIFY(!sleepMonitorOf(client.get()));
    client->open();
    QVERIFY(sleepMonitorOf(client.get()));
}

// ---- what is shown ----

void tst_Network::theFactsAreProperties()
{
    World world;
    auto client = world.connected();
    QProperty<bool> bound;
    bound.setBinding([&] {
        return client->bindableReachability().value() == Site
            && client->bindableBehindCaptivePortal().value() && client->bindableMetered().value()
            && client->bindableMedium().value() == TransportMedium::Bluetooth;
    });
    QVERIFY(!bound);
    QSignalSpy reachability(client.get(), &ReconnectingWebSocket::reachabilityChanged);
    QSignalSpy portal(client.get(), &ReconnectingWebSocket::behindCaptivePortalChanged);
    QSignalSpy metered(client.get(), &ReconnectingWebSocket::meteredChanged);
    QSignalSpy medium(client.get(), &ReconnectingWebSocket::mediumChanged);
    connect(client.get(), &ReconnectingWebSocket::reachabilityChanged, this, [&] {
        QVERIFY(client->isMetered()); // all of one moment
    });
    const NetworkFacts facts{.reachability = Site,
                             .behindCaptivePortal = true,
                             .metered = true,
                             .medium = TransportMedium::Bluetooth};
    world.monitor.says(facts);
    QVERIFY(bound);
    world.monitor.says(facts);
    for (const QSignalSpy *spy : {&reachability, &portal, &metered, &medium})
        QCOMPARE(spy->count(), 1);
}

void tst_Network::theFactsAreNotKnownWhileNobodyIsAsked()
{
    World world;
    auto client = world.connected();
    QCOMPARE(client->reachability(), Online);
    client->close();
    QVERIFY(client->reaches(Closed));
    QCOMPARE(client->reachability(), Unknown);
    QCOMPARE(client->medium(), TransportMedium::Unknown);
}

void tst_Network::itExplainsWhatTheMonitorSays()
{
    World world;
    auto client = world.client();
    client->setUrl(Far);
    QVERIFY(client->explain().contains(QStringLiteral("network: not asked: no connection")));
    client = world.connected();
    QVERIFY(client->explain().contains(QStringLiteral("network: Online, medium WiFi\n")));
    world.monitor.says({.reachability = Online, .behindCaptivePortal = true, .metered = true});
    QVERIFY(client->explain().contains(QStringLiteral("behind a captive portal, metered")));
    world.monitor.says({.reachability = Disconnected, .inferred = true});
    QVERIFY(client->explain().contains(QStringLiteral("it holds nobody back")));
    client->setNetworkMonitor(nullptr);
    QVERIFY(client->explain().contains(QStringLiteral("there is no monitor")));
    client = world.connected(quick(), Neighbour);
    QVERIFY(client->explain().contains(QStringLiteral("only good news count")));
}

QTEST_GUILESS_MAIN(tst_Network)
#include "tst_network.moc"
