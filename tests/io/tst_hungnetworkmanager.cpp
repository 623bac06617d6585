// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "mocknetwork.h"
#include "sleepsignal.h"
#include "systemnetworkmonitor.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qtimer.h>
#include <QtNetwork/qnetworkinformation.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace std::chrono_literals;

namespace {

//! The longest that the event loop has not come round.
class Heartbeat : public QTimer
{
public:
    Heartbeat()
    {
        callOnTimeout(this, [this] { m_longest = qMax(m_longest, m_since.restart()); });
        m_since.start();
        start(5);
    }
    qint64 longest() const { return m_longest; }

private:
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

// Qt's own call would take 25 s.
constexpr qint64 NotHeldUp = 5'000;

} // namespace

//! The functions follow each other in one life: a backend is loaded once in a process.
class tst_HungNetworkManager : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aBusThatHangsHoldsNobodyUp();
    void aNetworkManagerThatHangsHoldsNobodyUp();
    void whoStopsAskingLeavesNothingBehind();
    void itIsHeardWhenItAnswers();

private:
    MockNetwork m_network;
};

void tst_HungNetworkManager::initTestCase()
{
    if (const QByteArray missing = MockNetwork::whatIsMissing(); !missing.isEmpty())
        QSKIP(missing.constData());
    QVERIFY(m_network.startBus());
    QVERIFY(m_network.startNetworkManager());
    m_network.setState(MockNetwork::Site);
}

void tst_HungNetworkManager::aBusThatHangsHoldsNobodyUp()
{
    // It accepts, because the kernel does that for it.
    m_network.freezeBus();
    Heartbeat heart;
    SystemNetworkMonitor::shared()->observe();
    SleepSignal::shared()->observe();
    QTest::qWait(300);
    QVERIFY2(heart.longest() < NotHeldUp, qPrintable(QString::number(heart.longest())));
    QVERIFY(!QNetworkInformation::instance());
    QCOMPARE(SystemNetworkMonitor::shared()->facts(), NetworkFacts());
    SystemNetworkMonitor::shared()->release();
    SleepSignal::shared()->release();
    QTest::qWait(50);
    QVERIFY(heart.longest() < NotHeldUp);
    m_network.thawBus();
    QTRY_COMPARE(m_network.clientCount(), 0);
}

void tst_HungNetworkManager::aNetworkManagerThatHangsHoldsNobodyUp()
{
    m_network.freezeNetworkManager();
    Heartbeat heart;
    SystemNetworkMonitor::shared()->observe();
    QTRY_COMPARE(m_network.clientCount(), 1);
    QTest::qWait(300);
    QVERIFY2(heart.longest() < NotHeldUp, qPrintable(QString::number(heart.longest())));
    QVERIFY(!QNetworkInformation::instance());
    QCOMPARE(SystemNetworkMonitor::shared()->facts(), NetworkFacts());
}

void tst_HungNetworkManager::whoStopsAskingLeavesNothingBehind()
{
    SystemNetworkMonitor::shared()->release();
    QTRY_COMPARE(m_network.clientCount(), 0);
    SystemNetworkMonitor::shared()->observe();
    QTRY_COMPARE(m_network.clientCount(), 1);
}

void tst_HungNetworkManager::itIsHeardWhenItAnswers()
{
    Heartbeat heart;
    m_network.thawNetworkManager();
    QTRY_COMPARE(SystemNetworkMonitor::shared()->reachability(), Reachability::Site);
    QCOMPARE(SystemNetworkMonitor::shared()->backendName(), u"networkmanager");
    QVERIFY2(heart.longest() < NotHeldUp, qPrintable(QString::number(heart.longest())));
}

QTEST_GUILESS_MAIN(tst_HungNetworkManager)
#include "tst_hungnetworkmanager.moc"
