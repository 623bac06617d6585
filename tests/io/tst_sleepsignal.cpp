// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "mocknetwork.h"
#include "sleepsignal.h"
#include "wakemonitor.h"

#include <QtCore/qthread.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace std::chrono_literals;

//! WakeMonitor over a real bus.
class tst_SleepSignal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nobodyAsksTheBusBeforeItListens();
    void logindTellsOfSleep();
    void aSleepThatTheClocksToldOfIsNotToldAgain();
    void signalsThatComeLateTellNothingNew();
    void anEndWithoutABeginningIsNoSleep();
    void aThousandShareOneConnection();
    void itIsHeardInOtherThreads();
    void othersSignalsAreNotHeard();
    void aBusMayComeUpLater();

private:
    MockNetwork m_network;
};

void tst_SleepSignal::initTestCase()
{
    if (const QByteArray missing = MockNetwork::whatIsMissing(); !missing.isEmpty())
        QSKIP(missing.constData());
    QVERIFY(m_network.startBus());
    QVERIFY(m_network.startLogind());
}

void tst_SleepSignal::nobodyAsksTheBusBeforeItListens()
{
    WakeMonitor monitor;
    monitor.look();
    QTest::qWait(50);
    QCOMPARE(m_network.clientCount(), 0);
    monitor.start();
    QCOMPARE(m_network.clientCount(), 0); // not inside the call
    QTRY_COMPARE(m_network.clientCount(), 1);
    monitor.stop();
    QTRY_COMPARE(m_network.clientCount(), 0);
}

void tst_SleepSignal::logindTellsOfSleep()
{
    // As where the clocks count sleep like any other time.
    WakeMonitor monitor(nullptr, [] { return Duration(0); });
    QSignalSpy woken(&monitor, &WakeMonitor::woken);
    QSignalSpy came(SleepSignal::shared(), &SleepSignal::came);
    monitor.start();
    QTRY_VERIFY(SleepSignal::shared()->isListening());
    for (int i = 1; i <= 3; ++i) {
        m_network.announceSleep(true);
        QTRY_COMPARE(came.size(), 2 * i - 1);
        QCOMPARE(woken.size(), i - 1);
        m_network.announceSleep(false);
        QTRY_COMPARE(came.size(), 2 * i);
        QCOMPARE(woken.size(), i);
        monitor.look();
        QCOMPARE(woken.size(), i);
    }
}

void tst_SleepSignal::aSleepThatTheClocksToldOfIsNotToldAgain()
{
    Duration asleep{0};
    WakeMonitor monitor(nullptr, [&] { return asleep; });
    QSignalSpy woken(&monitor, &WakeMonitor::woken);
    QSignalSpy came(SleepSignal::shared(), &SleepSignal::came);
    monitor.start();
    QTRY_VERIFY(SleepSignal::shared()->isListening());
    m_network.announceSleep(true);
    QTRY_COMPARE(came.size(), 1);
    asleep += 1h;
    monitor.look();
    QCOMPARE(woken.size(), 1);
    m_network.announceSleep(false);
    QTRY_COMPARE(came.size(), 2);
    QCOMPARE(woken.size(), 1);
    // And the other way round.
    m_network.announceSleep(true);
    QTRY_COMPARE(came.size(), 3);
    asleep += 1h;
    m_network.announceSleep(false);
    QTRY_COMPARE(came.size(), 4);
    QCOMPARE(woken.size(), 2);
    monitor.look();
    QCOMPARE(woken.size(), 2);
}

void tst_SleepSignal::signalsThatComeLateTellNothingNew()
{
    Duration asleep{0};
    WakeMonitor monitor(nullptr, [&] { return asleep; });
    QSignalSpy woken(&monitor, &WakeMonitor::woken);
    QSignalSpy came(SleepSignal::shared(), &SleepSignal::came);
    monitor.start();
    QTRY_VERIFY(SleepSignal::shared()->isListening());
    asleep += 1h;
    monitor.look();
    m_network.announceSleep(true);
    m_network.announceSleep(false);
    QTRY_COMPARE(came.size(), 2);
    QCOMPARE(woken.size(), 1);
}

void tst_SleepSignal::anEndWithoutABeginningIsNoSleep()
{
    Duration asleep{0};
    WakeMonitor monitor(nullptr, [&] { return asleep; });
    QSignalSpy woken(&monitor, &WakeMonitor::woken);
    QSignalSpy came(SleepSignal::shared(), &SleepSignal::came);
    monitor.start();
    QTRY_VERIFY(SleepSignal::shared()->isListening());
    m_network.announceSleep(false);
    QTRY_COMPARE(came.size(), 1);
    QCOMPARE(woken.size(), 0);
    asleep += 1h; // unless the clocks say so
    m_network.announceSleep(false);
    QTRY_COMPARE(came.size(), 2);
    QCOMPARE(woken.size(), 1);
}

void tst_SleepSignal::aThousandShareOneConnection()
{
    struct Peek : QObject
    {
        using QObject::receivers;
    };
    int (QObject::*count)(const char *) const = &Peek::receivers;
    const QObject &signal = *SleepSignal::shared();
    {
        std::vector<std::unique_ptr<WakeMonitor>> many;
        for (int i = 0; i < 1000; ++i)
            many.push_back(std::make_unique<WakeMonitor>());
        for (const auto &monitor : many)
            monitor->start();
        QTRY_VERIFY(SleepSignal::shared()->isListening());
        QCOMPARE(m_network.clientCount(), 1);
        QCOMPARE((signal.*count)(SIGNAL(came(bool))), 1000);
    }
    QCOMPARE((signal.*count)(SIGNAL(came(bool))), 0);
    QTRY_COMPARE(m_network.clientCount(), 0);
}

void tst_SleepSignal::itIsHeardInOtherThreads()
{
    QThread thread;
    auto *monitor = new WakeMonitor;
    monitor->moveToThread(&thread);
    connect(&thread, &QThread::finished, monitor, &QObject::deleteLater);
    std::atomic<QThread *> heardIn = nullptr;
    connect(
        monitor, &WakeMonitor::woken, monitor, [&] { heardIn = QThread::currentThread(); },
        Qt::DirectConnection);
    thread.start();
    QMetaObject::invokeMethod(monitor, [monitor] { monitor->start(); });
    QTRY_VERIFY(SleepSignal::shared()->isListening());
    m_network.announceSleep(true);
    m_network.announceSleep(false);
    QTRY_COMPARE(heardIn.load(), &thread);
    thread.quit();
    thread.wait();
    QTRY_COMPARE(m_network.clientCount(), 0);
}

void tst_SleepSignal::othersSignalsAreNotHeard()
{
    QSignalSpy came(SleepSignal::shared(), &SleepSignal::came);
    WakeMonitor monitor;
    monitor.start();
    QTRY_VERIFY(SleepSignal::shared()->isListening());
    QDBusConnection other = QDBusConnection::connectToBus(QString::fromUtf8(m_network.address()),
                                                          QStringLiteral("stranger"));
    QDBusMessage signal = QDBusMessage::createSignal(
        QStringLiteral("/org/freedesktop/login1"), QStringLiteral("org.freedesktop.login1.Manager"),
        QStringLiteral("PrepareForSleep"));
    signal << true;
    QVERIFY(other.send(signal));
    m_network.announceSleep(false); // comes after it
    QTRY_COMPARE(came.size(), 1);
    QCOMPARE(came.at(0).at(0).toBool(), false);
    QDBusConnection::disconnectFromBus(QStringLiteral("stranger"));
}

void tst_SleepSignal::aBusMayComeUpLater()
{
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/at/all");
    QTRY_COMPARE(m_network.clientCount(), 0); // those before have gone
    SleepSignal *signal = SleepSignal::shared();
    signal->setRetryInterval(20ms);
    WakeMonitor monitor;
    monitor.start();
    QTest::qWait(100);
    QVERIFY(!signal->isListening());
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_network.address());
    QTRY_VERIFY(signal->isListening());
    signal->setRetryInterval(60s);
}

QTEST_GUILESS_MAIN(tst_SleepSignal)
#include "tst_sleepsignal.moc"
