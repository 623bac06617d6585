// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "mocknetwork.h"
#include "systemnetworkmonitor.h"

#include <QtCore/qmetaobject.h>
#include <QtCore/qthread.h>
#include <QtNetwork/qnetworkinformation.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace std::chrono_literals;

namespace {

//! receivers() is protected, and tells whether somebody stayed behind.
template <typename Signal> int receiverCount(const QObject &object, Signal signal)
{
    struct Peek : QObject
    {
        using QObject::receivers;
    };
    int (QObject::*count)(const char *) const = &Peek::receivers;
    const QByteArray name = QMetaMethod::fromSignal(signal).methodSignature();
    return (object.*count)(QByteArray(QByteArray::number(QSIGNAL_CODE) + name).constData());
}

} // namespace

//! The real QNetworkInformation over a real bus. The functions follow each other in one life: a
//! backend is loaded once in a process.
class tst_SystemNetworkMonitor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingIsLoadedBeforeSomebodyObserves();
    void theFirstValueCountsAfterATurn();
    void whatNetworkManagerSaysIsTold();
    void aPortalIsOnline();
    void mediumAndPriceAreTold();
    void oneChangeOfManyFactsIsToldOnce();
    void networkManagerMayComeBack();
    void theSwitchTurnsItOff();
    void theEnvironmentTurnsItOff();
    void whatNobodyFollowsIsNotKnown();
    void othersHearOfItInTheirOwnThreads();
    void aThousandObserversLeaveNobodyBehind();

private:
    MockNetwork m_network;
    SystemNetworkMonitor *m_monitor = nullptr;
};

void tst_SystemNetworkMonitor::initTestCase()
{
    if (const QByteArray missing = MockNetwork::whatIsMissing(); !missing.isEmpty())
        QSKIP(missing.constData());
    QVERIFY(m_network.startBus());
    QVERIFY(m_network.startNetworkManager());
    m_network.setState(MockNetwork::Global);
}

void tst_SystemNetworkMonitor::nothingIsLoadedBeforeSomebodyObserves()
{
    m_monitor = SystemNetworkMonitor::shared();
    QCOMPARE(m_monitor, SystemNetworkMonitor::shared());
    QTest::qWait(50);
    QVERIFY(!QNetworkInformation::instance());
    QCOMPARE(m_network.clientCount(), 0);
    QCOMPARE(m_monitor->facts(), NetworkFacts());
    QCOMPARE(m_monitor->backendName(), QString());
}

void tst_SystemNetworkMonitor::theFirstValueCountsAfterATurn()
{
    QSignalSpy changed(m_monitor, &NetworkMonitor::changed);
    m_monitor->observe();
    QVERIFY(!QNetworkInformation::instance()); // not inside the call
    while (!QNetworkInformation::instance())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    QCOMPARE(QNetworkInformation::instance()->backendName(), u"networkmanager");
    QTRY_COMPARE(m_monitor->reachability(), Reachability::Online);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_monitor->backendName(), u"networkmanager");
    QCOMPARE(m_network.clientCount(), 1); // Qt's; ours has had its answer
}

void tst_SystemNetworkMonitor::whatNetworkManagerSaysIsTold()
{
    const QList<std::pair<MockNetwork::State, Reachability>> states{
        {MockNetwork::Disconnected, Reachability::Disconnected},
        {MockNetwork::Connecting, Reachability::Unknown},
        {MockNetwork::Local, Reachability::Local},
        {MockNetwork::Site, Reachability::Site},
        {MockNetwork::Asleep, Reachability::Unknown},
        {MockNetwork::Global, Reachability::Online}};
    QSignalSpy changed(m_monitor, &NetworkMonitor::changed);
    QSignalSpy reachabilityChanged(m_monitor, &NetworkMonitor::reachabilityChanged);
    for (const auto &[state, reachability] : states) {
        m_network.setState(state);
        QTRY_COMPARE(m_monitor->reachability(), reachability);
    }
    QCOMPARE(changed.size(), states.size());
    QCOMPARE(reachabilityChanged.size(), states.size());
}

void tst_SystemNetworkMonitor::aPortalIsOnline()
{
    QSignalSpy portal(m_monitor, &NetworkMonitor::behindCaptivePortalChanged);
    m_network.setConnectivity(MockNetwork::Portal);
    QTRY_VERIFY(m_monitor->isBehindCaptivePortal());
    QCOMPARE(m_monitor->reachability(), Reachability::Online);
    m_network.setConnectivity(MockNetwork::Full);
    QTRY_VERIFY(!m_monitor->isBehindCaptivePortal());
    QCOMPARE(portal.size(), 2);
}

void tst_SystemNetworkMonitor::mediumAndPriceAreTold()
{
    QCOMPARE(m_monitor->medium(), TransportMedium::Unknown);
    QVERIFY(!m_monitor->isMetered());
    QSignalSpy medium(m_monitor, &NetworkMonitor::mediumChanged);
    m_network.joinWiFi();
    QTRY_COMPARE(m_monitor->medium(), TransportMedium::WiFi);
    QCOMPARE(medium.size(), 1);
    QTRY_VERIFY(m_monitor->isMetered());
    m_network.setMetered(MockNetwork::IsNotMetered);
    QTRY_VERIFY(!m_monitor->isMetered());
}

void tst_SystemNetworkMonitor::oneChangeOfManyFactsIsToldOnce()
{
    QSignalSpy changed(m_monitor, &NetworkMonitor::changed);
    m_monitor->observe(); // a second one changes nothing
    m_network.setState(MockNetwork::Site);
    QTRY_COMPARE(m_monitor->reachability(), Reachability::Site);
    QCOMPARE(changed.size(), 1);
    m_monitor->release();
    m_network.setState(MockNetwork::Global);
    QTRY_COMPARE(m_monitor->reachability(), Reachability::Online);
    QCOMPARE(changed.size(), 2);
}

void tst_SystemNetworkMonitor::networkManagerMayComeBack()
{
    m_network.killNetworkManager();
    QVERIFY(m_network.startNetworkManager());
    m_network.setState(MockNetwork::Disconnected);
    QTRY_COMPARE(m_monitor->reachability(), Reachability::Disconnected);
    m_network.setState(MockNetwork::Global);
    QTRY_COMPARE(m_monitor->reachability(), Reachability::Online);
}

void tst_SystemNetworkMonitor::theSwitchTurnsItOff()
{
    QVERIFY(SystemNetworkMonitor::isEnabled());
    SystemNetworkMonitor::setEnabled(false);
    QVERIFY(!SystemNetworkMonitor::isEnabled());
    QTRY_COMPARE(m_monitor->facts(), NetworkFacts());
    m_network.setState(MockNetwork::Disconnected);
    QTRY_COMPARE(QNetworkInformation::instance()->reachability(),
                 QNetworkInformation::Reachability::Disconnected);
    QCOMPARE(m_monitor->facts(), NetworkFacts());
    QCOMPARE(m_monitor->backendName(), QString());
    SystemNetworkMonitor::setEnabled(true);
    QTRY_COMPARE(m_monitor->reachability(), Reachability::Disconnected);
    QSignalSpy changed(m_monitor, &NetworkMonitor::changed);
    SystemNetworkMonitor::setEnabled(true); // as it is
    m_network.setState(MockNetwork::Global);
    QTRY_COMPARE(m_monitor->reachability(), Reachability::Online);
    QCOMPARE(changed.size(), 1);
}

void tst_SystemNetworkMonitor::theEnvironmentTurnsItOff()
{
    m_monitor->release();
    QTRY_COMPARE(m_monitor->facts(), NetworkFacts());
    qputenv("HOLDFAST_NETWORK_MONITOR", "off");
    QVERIFY(!SystemNetworkMonitor::isEnabled());
    SystemNetworkMonitor::setEnabled(true); // is not asked
    QVERIFY(!SystemNetworkMonitor::isEnabled());
    m_monitor->observe();
    QTest::qWait(50);
    QCOMPARE(m_monitor->facts(), NetworkFacts());
    m_monitor->release();
    QTest::qWait(10);
    qunsetenv("HOLDFAST_NETWORK_MONITOR");
    m_monitor->observe();
    QTRY_COMPARE(m_monitor->reachability(), Reachability::Online);
}

void tst_SystemNetworkMonitor::whatNobodyFollowsIsNotKnown()
{
    m_monitor->release();
    QTRY_COMPARE(m_monitor->facts(), NetworkFacts());
    const QNetworkInformation &system = *QNetworkInformation::instance();
    QCOMPARE(receiverCount(system, &QNetworkInformation::reachabilityChanged), 0);
    m_monitor->observe();
    QTRY_COMPARE(m_monitor->reachability(), Reachability::Online);
    QCOMPARE(receiverCount(system, &QNetworkInformation::reachabilityChanged), 1);
}

void tst_SystemNetworkMonitor::othersHearOfItInTheirOwnThreads()
{
    QThread thread;
    QObject listener;
    listener.moveToThread(&thread);
    std::atomic<int> heard = 0;
    std::atomic<bool> isInItsThread = true;
    connect(m_monitor, &NetworkMonitor::changed, &listener, [&](const NetworkFacts &facts) {
        isInItsThread = isInItsThread && QThread::currentThread() == &thread
            && facts.reachability == Reachability::Online;
        ++heard;
    });
    thread.start();
    QMetaObject::invokeMethod(&listener, [] {
        SystemNetworkMonitor::shared()->observe();
        QMetaObject::invokeMethod(SystemNetworkMonitor::shared(), &NetworkMonitor::announce,
                                  Qt::QueuedConnection);
    });
    QTRY_COMPARE(heard.load(), 1);
    QVERIFY(isInItsThread);
    QCOMPARE(m_monitor->thread(), qApp->thread());
    m_monitor->release();
    thread.quit();
    thread.wait();
}

void tst_SystemNetworkMonitor::aThousandObserversLeaveNobodyBehind()
{
    const auto changed = &NetworkMonitor::changed;
    const int before = receiverCount(*m_monitor, changed);
    const QNetworkInformation &system = *QNetworkInformation::instance();
    const auto reachability = &QNetworkInformation::reachabilityChanged;
    for (int i = 0; i < 1000; ++i) {
        QObject observer;
        connect(m_monitor, &NetworkMonitor::changed, &observer, [] {});
        m_monitor->observe();
        if (i % 100 == 0)
            QCoreApplication::processEvents();
        m_monitor->release();
    }
    QCoreApplication::processEvents();
    QCOMPARE(receiverCount(*m_monitor, changed), before);
    QCOMPARE(receiverCount(system, reachability), 1);
    m_monitor->release();
    QTRY_COMPARE(receiverCount(system, reachability), 0);
    QCOMPARE(m_network.clientCount(), 1); // Qt's
}

QTEST_GUILESS_MAIN(tst_SystemNetworkMonitor)
#include "tst_systemnetworkmonitor.moc"
