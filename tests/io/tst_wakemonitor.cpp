// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "wakemonitor.h"

#include <QtCore/qcoreapplication.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

#include <memory>

using namespace Holdfast;
using namespace std::chrono_literals;

namespace {

//! Has the signal of QGuiApplication, which it stands for.
class Application : public QCoreApplication
{
    Q_OBJECT

public:
    using QCoreApplication::QCoreApplication;
    using QObject::receivers;

Q_SIGNALS:
    void applicationStateChanged(Qt::ApplicationState state);
};

//! One machine, and what is heard of its sleep.
struct Machine
{
    Duration asleep{1h};
    WakeMonitor monitor{nullptr, [this] { return asleep; }};
    QSignalSpy woken{&monitor, &WakeMonitor::woken};
    QSignalSpy activated{&monitor, &WakeMonitor::activated};
};

} // namespace

class tst_WakeMonitor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theClocksTellOfSleep();
    void aSleepIsToldOnce();
    void clocksThatDifferALittleAreAwake();
    void whatWasBeforeItListenedDoesNotCount();
    void aMachineThatIsAwakeIsNotWoken();
    void anApplicationThatComesBackIsToldOf();
    void thousandsLeaveNobodyBehind();
    void aHandlerMayDeleteIt();

private:
    static Application &application() { return *static_cast<Application *>(qApp); }
};

void tst_WakeMonitor::theClocksTellOfSleep()
{
    Machine machine;
    machine.monitor.start();
    machine.monitor.look();
    QCOMPARE(machine.woken.size(), 0);
    machine.asleep += 8h;
    QCOMPARE(machine.woken.size(), 0); // it has no timer
    machine.monitor.look();
    QCOMPARE(machine.woken.size(), 1);
    machine.asleep += 2001ms;
    machine.monitor.look();
    QCOMPARE(machine.woken.size(), 2);
}

void tst_WakeMonitor::aSleepIsToldOnce()
{
    Machine machine;
    machine.monitor.start();
    machine.asleep += 1h;
    machine.monitor.look();
    machine.monitor.look();
    QCOMPARE(machine.woken.size(), 1);
}

void tst_WakeMonitor::clocksThatDifferALittleAreAwake()
{
    Machine machine;
    machine.monitor.start();
    for (int i = 0; i < 100; ++i) {
        machine.asleep += i % 2 == 0 ? 2s : -2s;
        machine.monitor.look();
    }
    machine.asleep -= 1h; // which cannot be
    machine.monitor.look();
    QCOMPARE(machine.woken.size(), 0);
}

void tst_WakeMonitor::whatWasBeforeItListenedDoesNotCount()
{
    Machine machine;
    machine.asleep += 1h;
    machine.monitor.look();
    machine.monitor.start();
    machine.monitor.look();
    machine.monitor.stop();
    machine.asleep += 1h;
    machine.monitor.look();
    machine.monitor.start();
    machine.monitor.look();
    QCOMPARE(machine.woken.size(), 0);
    machine.monitor.stop();
    machine.monitor.stop();
}

void tst_WakeMonitor::aMachineThatIsAwakeIsNotWoken()
{
    WakeMonitor monitor; // with the real clocks
    QSignalSpy woken(&monitor, &WakeMonitor::woken);
    monitor.start();
    for (int i = 0; i < 1000; ++i)
        monitor.look();
    QCOMPARE(woken.size(), 0);
}

void tst_WakeMonitor::anApplicationThatComesBackIsToldOf()
{
    Machine machine;
    Q_EMIT application().applicationStateChanged(Qt::ApplicationActive);
    QCOMPARE(machine.activated.size(), 0);
    machine.monitor.start();
    Q_EMIT application().applicationStateChanged(Qt::ApplicationInactive);
    QCOMPARE(machine.activated.size(), 0);
    Q_EMIT application().applicationStateChanged(Qt::ApplicationActive);
    QCOMPARE(machine.activated.size(), 1);
    machine.monitor.stop();
    Q_EMIT application().applicationStateChanged(Qt::ApplicationActive);
    QCOMPARE(machine.activated.size(), 1);
    QCOMPARE(machine.woken.size(), 0);
}

void tst_WakeMonitor::thousandsLeaveNobodyBehind()
{
    const char *signal = SIGNAL(applicationStateChanged(Qt::ApplicationState));
    {
        std::vector<std::unique_ptr<WakeMonitor>> many;
        for (int i = 0; i < 1000; ++i) {
            many.push_back(std::make_unique<WakeMonitor>());
            many.back()->start();
            many.back()->start();
        }
        QCOMPARE(application().receivers(signal), 1000);
    }
    QCOMPARE(application().receivers(signal), 0);
}

void tst_WakeMonitor::aHandlerMayDeleteIt()
{
    Duration asleep{0};
    auto monitor = std::make_unique<WakeMonitor>(nullptr, [&] { return asleep; });
    connect(monitor.get(), &WakeMonitor::woken, this, [&] { monitor.reset(); });
    monitor->start();
    asleep = 1h;
    monitor->look();
    QVERIFY(!monitor);
}

int main(int argc, char *argv[])
{
    const Application application(argc, argv);
    tst_WakeMonitor test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_wakemonitor.moc"
