// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "ledger.h"
#include "wirecutter.h"

#include <QtCore/qregularexpression.h>

using namespace Holdfast;
using namespace Qt::StringLiterals;

namespace {

using How = WireCutter::How;
using Direction = WireCutter::Direction;

//! Would not notice a silence within this test.
Policy trusting()
{
    Policy policy = quick();
    policy.connectTimeout = 10min;
    return policy;
}

} // namespace

//! Bad wires to servers that know nothing of Holdfast: what a fence proves, and what it does not.
class tst_Wires : public QObject
{
    Q_OBJECT

private:
    void eachPeer()
    {
        QTest::addColumn<QString>("kind");
        for (const QString &kind : Peer::kinds())
            QTest::newRow(qPrintable(kind)) << kind;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("QIODevice|QAbstractSocket|QObject")));
        QFETCH(QString, kind);
        if (const QString missing = Peer::whatIsMissing(kind); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        m_peer = Peer::make(kind);
        m_wire = std::make_unique<WireCutter>(m_peer->url());
    }
    void cleanup()
    {
        m_wire.reset();
        m_peer.reset();
    }

    void aLongWireIsNotADeadOne_data() { eachPeer(); }
    void aLongWireIsNotADeadOne();
    void aThinWireIsNotADeadOne_data() { eachPeer(); }
    void aThinWireIsNotADeadOne();
    void nothingIsDeliveredThroughSilenceAndAllIsSentAgain_data() { eachPeer(); }
    void nothingIsDeliveredThroughSilenceAndAllIsSentAgain();
    void whatArrivedWithoutAWordBackIsSentAgain_data() { eachPeer(); }
    void whatArrivedWithoutAWordBackIsSentAgain();
    void whatAnswersButHearsNothingIsFoundOut_data() { eachPeer(); }
    void whatAnswersButHearsNothingIsFoundOut();
    void halfAGoodbyeIsOne_data();
    void halfAGoodbyeIsOne();
    void anUpgradeThatStopsInTheMiddleIsTriedAgain_data() { eachPeer(); }
    void anUpgradeThatStopsInTheMiddleIsTriedAgain();
    void closingIntoSilenceTakesNoLongerThanAgreed_data() { eachPeer(); }
    void closingIntoSilenceTakesNoLongerThanAgreed();

private:
    std::unique_ptr<Peer> m_peer;
    std::unique_ptr<WireCutter> m_wire;
};

//! A third of a second there and back, and messages in between.
void tst_Wires::aLongWireIsNotADeadOne()
{
    m_wire->setLatency(150ms);
    Ledger it(*m_peer, m_wire->url(), trusting());
    it.client.open();
    it.send(500, 100);
    EVENTUALLY(it.client.state() == ConnectionState::Connected);
    EVENTUALLY(it.isSettled());
    it.send(500, 100);
    EVENTUALLY(it.isSettled());
    QVERIFY(it.client.roundTripTime() >= 300);
    QCOMPARE(it.connectedCount(), 1);
    QCOMPARE(it.repeatedCount(), 0);
    QCOMPARE(it.wrong(), QString());
}

//! Bytes that come one by one are a peer that is alive, however long the whole takes. (A window
//! that takes such a wire longer than the heartbeat's patience would not be: its fence comes too
//! late.)
void tst_Wires::aThinWireIsNotADeadOne()
{
    m_wire->setDrip(20);
    Policy policy = impatient();
    policy.connectTimeout = 20s;
    policy.heartbeatTimeout = 2s;
    policy.outbox.windowBytes = 4000;
    Ledger it(*m_peer, m_wire->url(), policy);
    it.client.open();
    it.send(15, 1000);
    EVENTUALLY(it.isSettled());
    QCOMPARE(it.connectedCount(), 1);
    QCOMPARE(it.repeatedCount(), 0);
    QCOMPARE(it.wrong(), QString());
}

void tst_Wires::nothingIsDeliveredThroughSilenceAndAllIsSentAgain()
{
    Ledger it(*m_peer, m_wire->url());
    it.client.open();
    it.send(10, 20);
    EVENTUALLY(it.isSettled());
    const int repeatedBefore = it.repeatedCount();

    m_wire->cut(How::Silence);
    it.send(50, 20);
    const int connected = it.connectedCount();
    // Whatever the kernel has taken, nobody has confirmed it.
    QSignalSpy lost(&it.client, &ReconnectingWebSocket::disconnected);
    EVENTUALLY(lost.count() == 1);
    QCOMPARE(it.client.pendingMessageCount(), 50);
    QCOMPARE(it.deliveredCount(), 10);
    QCOMPARE(it.arrivedCount(), 10);
    QCOMPARE(it.client.lastError().category, ErrorCategory::Timeout);
    EVENTUALLY(it.isSettled());
    QVERIFY(it.connectedCount() > connected);
    QCOMPARE(it.repeatedCount(), repeatedBefore); // they never arrived, so none came twice
    QCOMPARE(m_wire->mostAtOnce(), 1);
    QCOMPARE(it.wrong(), QString());
}

//! The server reads everything, and its pongs get lost: at least once means twice here.
void tst_Wires::whatArrivedWithoutAWordBackIsSentAgain()
{
    Ledger it(*m_peer, m_wire->url());
    it.client.open();
    it.send(10, 20);
    EVENTUALLY(it.isSettled());

    m_wire->cut(How::HalfSilence, Direction::ToClient);
    it.send(50, 20);
    EVENTUALLY(it.arrivedCount() == 60);
    QSignalSpy lost(&it.client, &ReconnectingWebSocket::disconnected);
    EVENTUALLY(lost.count() == 1 || it.client.state() != ConnectionState::Connected
               || it.deliveredCount() > 10);
    EVENTUALLY(it.isSettled());
    EVENTUALLY(it.repeatedCount() >= 50);
    QVERIFY(it.connectedCount() >= 2);
    QCOMPARE(m_wire->mostAtOnce(), 1);
    QCOMPARE(it.wrong(), QString());
}

//! The other way round: what the server says arrives, what we say does not.
void tst_Wires::whatAnswersButHearsNothingIsFoundOut()
{
    Ledger it(*m_peer, m_wire->url());
    it.client.open();
    it.send(10, 20);
    EVENTUALLY(it.isSettled());

    m_wire->cut(How::HalfSilence, Direction::ToServer);
    it.send(50, 20);
    EVENTUALLY(it.isSettled());
    QVERIFY(it.connectedCount() >= 2);
    QCOMPARE(m_wire->mostAtOnce(), 1);
    QCOMPARE(it.wrong(), QString());
}

void tst_Wires::halfAGoodbyeIsOne_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("toClient");
    for (const QString &kind : Peer::kinds()) {
        QTest::newRow(qPrintable(kind + u", the server's half"_s)) << kind << true;
        QTest::newRow(qPrintable(kind + u", the client's half"_s)) << kind << false;
    }
}

void tst_Wires::halfAGoodbyeIsOne()
{
    QFETCH(bool, toClient);
    Ledger it(*m_peer, m_wire->url(), trusting());
    it.client.open();
    it.send(10, 20);
    EVENTUALLY(it.isSettled());

    QSignalSpy lost(&it.client, &ReconnectingWebSocket::disconnected);
    m_wire->cut(How::HalfEnd, toClient ? Direction::ToClient : Direction::ToServer);
    it.send(50, 20);
    EVENTUALLY(lost.count() == 1);
    // No close frame: whatever Qt says, this was no normal closure. (A server that is told "end"
    // may still say goodbye.)
    if (toClient)
        QCOMPARE(it.client.closeCode(), 1006);
    QVERIFY(it.client.closeCode() != 1000);
    EVENTUALLY(it.isSettled());
    QCOMPARE(it.connectedCount(), 2);
    QCOMPARE(m_wire->mostAtOnce(), 1);
    QCOMPARE(it.wrong(), QString());
}

void tst_Wires::anUpgradeThatStopsInTheMiddleIsTriedAgain()
{
    QFETCH(QString, kind);
    // 4 of each: silence and half silence need the connect timeout, the others are told.
    constexpr How Hows[]
        = {How::Silence, How::HalfSilence, How::End, How::Reset, How::HalfEnd, How::End};
    std::size_t next = 0;
    m_wire->setPlanner([&]() -> std::optional<WireCutter::Cut> {
        if (next == std::size(Hows))
            return {};
        const How how = Hows[next++];
        return WireCutter::Cut{.direction = Direction::ToClient,
                               .after = static_cast<qint64>(1 + 17 * next),
                               .how = how};
    });
    Policy policy = impatient();
    policy.connectTimeout = 500ms;
    Ledger it(*m_peer, m_wire->url(), policy);
    it.client.open();
    it.send(20, 20);
    EVENTUALLY(it.isSettled());
    QVERIFY(m_wire->connectionCount() > static_cast<int>(std::size(Hows)));
    QVERIFY(it.connectedCount() >= 1);
    QCOMPARE(m_wire->mostAtOnce(), 1);
    QCOMPARE(it.wrong(), QString());
}

void tst_Wires::closingIntoSilenceTakesNoLongerThanAgreed()
{
    Policy policy = trusting();
    policy.closeTimeout = 300ms;
    Ledger it(*m_peer, m_wire->url(), policy);
    it.client.open();
    EVENTUALLY(it.client.state() == ConnectionState::Connected);
    m_wire->cut(How::Silence);
    it.send(5, 20);
    it.client.close();
    QCOMPARE(it.client.state(), ConnectionState::Closing);
    EVENTUALLY(it.client.state() == ConnectionState::Closed);
    QCOMPARE(it.client.pendingMessageCount(), 5);
    it.client.open();
    EVENTUALLY(it.isSettled());
    QCOMPARE(m_wire->mostAtOnce(), 1);
    QCOMPARE(it.wrong(), QString());
}

QTEST_GUILESS_MAIN(tst_Wires)
#include "tst_wires.moc"
