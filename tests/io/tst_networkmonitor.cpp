// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "networkmonitor.h"

#include <QtCore/qthread.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

#include <memory>

using namespace Holdfast;

namespace {

class Monitor : public NetworkMonitor
{
public:
    using NetworkMonitor::isWatching;
    using NetworkMonitor::pause;
    using NetworkMonitor::resume;
    using NetworkMonitor::setFacts;

    QStringList deeds;
    bool forgets = false;

protected:
    void start() override { deeds << QStringLiteral("start"); }
    void stop() override
    {
        deeds << QStringLiteral("stop");
        if (forgets)
            setFacts({});
    }
};

constexpr NetworkFacts Fine{.reachability = Reachability::Online,
                            .behindCaptivePortal = true,
                            .metered = true,
                            .medium = TransportMedium::WiFi};

void turn() { QCoreApplication::processEvents(); }

} // namespace

class tst_NetworkMonitor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsKnownAtFirst();
    void theFirstObserverMakesItWatch();
    void whoComesAndGoesWithinATurnChangesNothing();
    void itMayRestAlthoughSomebodyObserves();
    void nobodyIsToldWhenItIsPutToRest();
    void whoReleasesTooOftenIsWarned();
    void factsAreToldOneByOneAndThenTogether();
    void whatIsSaidAgainIsNotToldAgain();
    void whoComesLateMayHaveItSaidAgain();
    void manyWhoComeLateHaveItSaidOnce();
    void aHandlerMayDeleteIt();
    void observersMayBeInManyThreads();
};

void tst_NetworkMonitor::nothingIsKnownAtFirst()
{
    const Monitor monitor;
    QCOMPARE(monitor.facts(), NetworkFacts());
    QCOMPARE(monitor.reachability(), Reachability::Unknown);
    QCOMPARE(monitor.medium(), TransportMedium::Unknown);
    QVERIFY(!monitor.isBehindCaptivePortal());
    QVERIFY(!monitor.isMetered());
    QVERIFY(!monitor.facts().inferred);
}

void tst_NetworkMonitor::theFirstObserverMakesItWatch()
{
    Monitor monitor;
    monitor.observe();
    monitor.observe();
    QCOMPARE(monitor.deeds, QStringList());
    turn();
    QCOMPARE(monitor.deeds, QStringList{QStringLiteral("start")});
    monitor.release();
    turn();
    QCOMPARE(monitor.deeds, QStringList{QStringLiteral("start")});
    QVERIFY(monitor.isWatching());
    monitor.release();
    turn();
    QCOMPARE(monitor.deeds, (QStringList{QStringLiteral("start"), QStringLiteral("stop")}));
    QVERIFY(!monitor.isWatching());
}

void tst_NetworkMonitor::whoComesAndGoesWithinATurnChangesNothing()
{
    Monitor monitor;
    monitor.observe();
    monitor.release();
    turn();
    QCOMPARE(monitor.deeds, QStringList());
    monitor.observe();
    turn();
    monitor.release();
    monitor.observe();
    turn();
    QCOMPARE(monitor.deeds, QStringList{QStringLiteral("start")});
}

void tst_NetworkMonitor::itMayRestAlthoughSomebodyObserves()
{
    Monitor monitor;
    monitor.pause(); // it does already
    QCOMPARE(monitor.deeds, QStringList());
    monitor.observe();
    turn();
    monitor.pause();
    QCOMPARE(monitor.deeds, (QStringList{QStringLiteral("start"), QStringLiteral("stop")}));
    monitor.resume();
    turn();
    QCOMPARE(monitor.deeds.size(), 3);
    monitor.resume(); // it does already
    turn();
    QCOMPARE(monitor.deeds.size(), 3);
    monitor.pause();
    monitor.release();
    turn();
    QCOMPARE(monitor.deeds.size(), 4);
}

// The application ends: nobody shall dial because of that.
void tst_NetworkMonitor::nobodyIsToldWhenItIsPutToRest()
{
    Monitor monitor;
    monitor.forgets = true;
    monitor.observe();
    turn();
    monitor.setFacts(Fine);
    QSignalSpy changed(&monitor, &NetworkMonitor::changed);
    QSignalSpy reachability(&monitor, &NetworkMonitor::reachabilityChanged);
    monitor.pause();
    QCOMPARE(monitor.facts(), NetworkFacts());
    QVERIFY(!monitor.hasSpoken());
    QCOMPARE(changed.size(), 0);
    QCOMPARE(reachability.size(), 0);
    monitor.resume();
    turn();
    monitor.setFacts(Fine);
    QCOMPARE(changed.size(), 1);
    monitor.release();
    turn();
    QCOMPARE(changed.size(), 2); // an ordinary end is told of
}

void tst_NetworkMonitor::whoReleasesTooOftenIsWarned()
{
    Monitor monitor;
    const QRegularExpression warning(QStringLiteral("released more often"));
    QTest::ignoreMessage(QtWarningMsg, warning);
    monitor.release();
    monitor.observe();
    turn();
    QVERIFY(monitor.isWatching());
    monitor.release();
    QTest::ignoreMessage(QtWarningMsg, warning);
    monitor.release();
    turn();
    QVERIFY(!monitor.isWatching());
    monitor.observe();
    turn();
    QVERIFY(monitor.isWatching());
}

void tst_NetworkMonitor::factsAreToldOneByOneAndThenTogether()
{
    Monitor monitor;
    QStringList told;
    connect(&monitor, &NetworkMonitor::reachabilityChanged, this, [&] {
        told << QStringLiteral("reachability");
        QCOMPARE(monitor.facts(), Fine); // nobody sees half of it
    });
    connect(&monitor, &NetworkMonitor::behindCaptivePortalChanged, this,
            [&] { told << QStringLiteral("portal"); });
    connect(&monitor, &NetworkMonitor::meteredChanged, this,
            [&] { told << QStringLiteral("metered"); });
    connect(&monitor, &NetworkMonitor::mediumChanged, this,
            [&] { told << QStringLiteral("medium"); });
    connect(&monitor, &NetworkMonitor::changed, this, [&](const NetworkFacts &facts) {
        told << QStringLiteral("changed");
        QCOMPARE(facts, monitor.facts());
    });
    monitor.setFacts(Fine);
    QCOMPARE(told.join(u' '), u"reachability portal metered medium changed");
    told.clear();
    NetworkFacts cheap = Fine;
    cheap.metered = false;
    monitor.setFacts(cheap);
    QCOMPARE(told.join(u' '), u"metered changed");
}

void tst_NetworkMonitor::whatIsSaidAgainIsNotToldAgain()
{
    Monitor monitor;
    monitor.setFacts(Fine);
    QSignalSpy changed(&monitor, &NetworkMonitor::changed);
    monitor.setFacts(Fine);
    QCOMPARE(changed.size(), 0);
}

void tst_NetworkMonitor::whoComesLateMayHaveItSaidAgain()
{
    Monitor monitor;
    monitor.setFacts(Fine);
    QSignalSpy changed(&monitor, &NetworkMonitor::changed);
    monitor.announce();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).value<NetworkFacts>(), Fine);
}

void tst_NetworkMonitor::manyWhoComeLateHaveItSaidOnce()
{
    Monitor monitor;
    monitor.setFacts(Fine);
    QSignalSpy changed(&monitor, &NetworkMonitor::changed);
    for (int round = 1; round <= 2; ++round) {
        const std::unique_ptr<QThread> thread(QThread::create([&monitor] {
            for (int i = 0; i < 100; ++i)
                monitor.announceSoon();
        }));
        thread->start();
        thread->wait();
        turn();
        QCOMPARE(changed.size(), round);
    }
}

void tst_NetworkMonitor::aHandlerMayDeleteIt()
{
    const auto signals_
        = {&NetworkMonitor::reachabilityChanged, &NetworkMonitor::behindCaptivePortalChanged,
           &NetworkMonitor::meteredChanged, &NetworkMonitor::mediumChanged};
    for (const auto signal : signals_) {
        auto monitor = std::make_unique<Monitor>();
        connect(monitor.get(), signal, this, [&] { monitor.reset(); });
        monitor->setFacts(Fine);
        QVERIFY(!monitor);
    }
}

void tst_NetworkMonitor::observersMayBeInManyThreads()
{
    Monitor monitor;
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < 4; ++i) {
        threads
            .emplace_back(QThread::create([&monitor] {
                for (int j = 0; j < 1000; ++j) {
                    monitor.observe();
                    monitor.release();
                }
                monitor.observe();
            }))
            ->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    turn();
    QCOMPARE(monitor.deeds, QStringList{QStringLiteral("start")});
    for (int i = 0; i < 4; ++i) {
        QVERIFY(monitor.isWatching());
        monitor.release();
        turn();
    }
    QVERIFY(!monitor.isWatching());
}

QTEST_GUILESS_MAIN(tst_NetworkMonitor)
#include "tst_networkmonitor.moc"
