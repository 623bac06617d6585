// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "sleepsignal.h"
#include "systemnetworkmonitor.h"
#include "wakemonitor.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qthread.h>
#include <QtNetwork/qnetworkinformation.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

#include <semaphore>

using namespace Holdfast;

namespace {

struct Application
{
    int argc = 1;
    char name[5] = "test";
    char *argv[2] = {name, nullptr};
    QCoreApplication application{argc, argv};
};

void observeAll()
{
    SystemNetworkMonitor::shared()->observe();
    SleepSignal::shared()->observe();
}

void releaseAll()
{
    SystemNetworkMonitor::shared()->release();
    SleepSignal::shared()->release();
}

} // namespace

//! Programs without a bus, without an application, after one and with several of them. The
//! functions follow each other in one life.
class tst_NoSystemBus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void withoutAnApplicationNothingIsKnown();
    void theApplicationOfLaterTakesThemIn();
    void withoutABusItIsUnknownOrWhatTheSystemSays();
    void observersMayOutliveTheApplication();
    void aSecondApplicationBeginsAnew();
    void observersInOtherThreadsMayGoOnWhileItEnds();
};

void tst_NoSystemBus::initTestCase()
{
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/at/all");
}

void tst_NoSystemBus::withoutAnApplicationNothingIsKnown()
{
    QVERIFY(!QCoreApplication::instance());
    std::unique_ptr<QThread> thread(QThread::create([] {
        observeAll(); // made there, by somebody who does not stay
        WakeMonitor monitor;
        monitor.start();
        monitor.look();
    }));
    thread->start();
    thread->wait();
    SystemNetworkMonitor::setEnabled(false);
    SystemNetworkMonitor::setEnabled(true);
    QCOMPARE(SystemNetworkMonitor::shared()->facts(), NetworkFacts());
    QVERIFY(!QNetworkInformation::instance());
}

void tst_NoSystemBus::theApplicationOfLaterTakesThemIn()
{
    Application life;
    QCOMPARE(SystemNetworkMonitor::shared()->thread(), QThread::currentThread());
    QCOMPARE(SleepSignal::shared()->thread(), QThread::currentThread());
    QSignalSpy changed(SystemNetworkMonitor::shared(), &NetworkMonitor::changed);
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        QSKIP("Qt has no backend here without a bus");
    QTRY_VERIFY(!SystemNetworkMonitor::shared()->backendName().isEmpty());
    QCOMPARE(SystemNetworkMonitor::shared()->backendName(),
             QNetworkInformation::instance()->backendName());
}

void tst_NoSystemBus::withoutABusItIsUnknownOrWhatTheSystemSays()
{
    Application life;
    QTest::qWait(100); // nobody waits for a bus that is not there
    const QNetworkInformation *system = QNetworkInformation::instance();
    if (system) {
        QCOMPARE(static_cast<int>(SystemNetworkMonitor::shared()->reachability()),
                 static_cast<int>(system->reachability()));
    } else {
        QCOMPARE(SystemNetworkMonitor::shared()->facts(), NetworkFacts());
    }
    QVERIFY(!SleepSignal::shared()->isListening());
}

void tst_NoSystemBus::observersMayOutliveTheApplication()
{
    QVERIFY(!QCoreApplication::instance());
    // Its end is the end of what it knew.
    QCOMPARE(SystemNetworkMonitor::shared()->facts(), NetworkFacts());
    QCOMPARE(SystemNetworkMonitor::shared()->backendName(), QString());
    releaseAll();
    observeAll();
    releaseAll();
}

void tst_NoSystemBus::aSecondApplicationBeginsAnew()
{
    observeAll();
    Application life;
    QTRY_COMPARE(!SystemNetworkMonitor::shared()->backendName().isEmpty(),
                 QNetworkInformation::instance() != nullptr);
    QTRY_VERIFY(QNetworkInformation::instance());
    releaseAll();
    QTRY_VERIFY(SystemNetworkMonitor::shared()->backendName().isEmpty());
}

void tst_NoSystemBus::observersInOtherThreadsMayGoOnWhileItEnds()
{
    std::binary_semaphore begun(0);
    std::atomic<bool> isOver = false;
    std::unique_ptr<QThread> thread;
    {
        Application life;
        thread.reset(QThread::create([&] {
            begun.release();
            while (!isOver) {
                QObject observer;
                connect(SystemNetworkMonitor::shared(), &NetworkMonitor::changed, &observer, [] {});
                observeAll();
                releaseAll();
            }
        }));
        thread->start();
        begun.acquire();
        QTest::qWait(50);
    }
    isOver = true;
    thread->wait();
}

QTEST_APPLESS_MAIN(tst_NoSystemBus)
#include "tst_nosystembus.moc"
