// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "ledger.h"
#include "wirecutter.h"

#include <QtCore/qregularexpression.h>

#include <QtCore/qrandom.h>

using namespace Holdfast;

namespace {

using How = WireCutter::How;
using Direction = WireCutter::Direction;

//! HOLDFAST_SEED=N for another story.
quint32 seedOfToday()
{
    bool given = false;
    const quint32 seed = qEnvironmentVariable("HOLDFAST_SEED").toUInt(&given);
    return given ? seed : 20261121;
}

int number(const char *variable, int otherwise)
{
    bool given = false;
    const int value = qEnvironmentVariableIntValue(variable, &given);
    return given ? value : otherwise;
}

//! Mostly those that are told, because silence takes its time.
How someEnd(QRandomGenerator &random)
{
    constexpr How Hows[] = {How::End,     How::Reset, How::HalfEnd, How::End,
                            How::HalfEnd, How::Reset, How::Silence, How::HalfSilence};
    return Hows[random.bounded(random.bounded(3) == 0 ? 8 : 6)];
}

} // namespace

//! P5 and P6: every message arrives at least once and in order, with any server.
class tst_PlainPeers : public QObject
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
    }
    void cleanup() { m_peer.reset(); }

    void everythingArrivesInOrderThroughCuts_data() { eachPeer(); }
    void everythingArrivesInOrderThroughCuts();
    void aServerThatIsKilledHadReadWhatWasReportedDelivered_data() { eachPeer(); }
    void aServerThatIsKilledHadReadWhatWasReportedDelivered();

private:
    std::unique_ptr<Peer> m_peer;
};

//! HOLDFAST_MESSAGES, HOLDFAST_CUTS and HOLDFAST_SEED for other stories.
void tst_PlainPeers::everythingArrivesInOrderThroughCuts()
{
    const int messages = number("HOLDFAST_MESSAGES", 3000);
    const int cuts = number("HOLDFAST_CUTS", 40);
    QRandomGenerator random(seedOfToday());
    qInfo("HOLDFAST_SEED=%u", seedOfToday());
    WireCutter wire(m_peer->url());
    wire.setPlanner([&]() -> std::optional<WireCutter::Cut> {
        if (wire.cutCount() >= cuts)
            return {};
        const bool toServer = random.bounded(2) == 0;
        return WireCutter::Cut{.direction = toServer ? Direction::ToServer : Direction::ToClient,
                               .after = random.bounded(toServer ? 12'000 : 6'000),
                               .how = someEnd(random)};
    });
    Ledger it(*m_peer, wire.url());
    it.client.open();
    while (it.sentCount() < messages) {
        for (int i = random.bounded(1, 20); i > 0 && it.sentCount() < messages; --i)
            it.send(random.bounded(100));
        settle(1);
        if (it.client.pendingMessageCount() > 500)
            EVENTUALLY(it.client.pendingMessageCount() < 100);
        QVERIFY2(it.wrong().isEmpty(), qPrintable(it.wrong()));
    }
    EVENTUALLY(it.isSettled());
    while (wire.cutCount() < cuts) {
        it.send();
        EVENTUALLY(it.isSettled() && it.client.state() == ConnectionState::Connected);
        it.send();
        wire.cut(How::Reset);
        EVENTUALLY(it.client.state() != ConnectionState::Connected);
    }
    EVENTUALLY(it.isSettled());
    it.expectThatTheDeliveredArrived();
    QCOMPARE(it.wrong(), QString());
    QCOMPARE(wire.mostAtOnce(), 1);
    qInfo("%d messages, %d cuts, %d connections, %d came twice", it.sentCount(), wire.cutCount(),
          it.connectedCount(), it.repeatedCount());
}

void tst_PlainPeers::aServerThatIsKilledHadReadWhatWasReportedDelivered()
{
    QRandomGenerator random(seedOfToday());
    qInfo("HOLDFAST_SEED=%u", seedOfToday());
    Ledger it(*m_peer, m_peer->url());
    it.client.open();
    for (int life = 1; life <= number("HOLDFAST_LIVES", 8); ++life) {
        const int until = it.deliveredCount() + random.bounded(50, 400);
        while (it.deliveredCount() < until) {
            if (it.client.pendingMessageCount() < 300)
                it.send(random.bounded(1, 30), 50);
            settle(1);
        }
        m_peer->kill();
        it.expectThatTheDeliveredArrived();
        QVERIFY2(it.wrong().isEmpty(), qPrintable(it.wrong()));
        EVENTUALLY(it.client.state() == ConnectionState::WaitingToRetry);
        it.send(10, 50);
        m_peer->start();
    }
    EVENTUALLY(it.isSettled());
    QVERIFY(it.connectedCount() >= 9);
    QCOMPARE(it.wrong(), QString());
    qInfo("%d messages, %d connections, %d came twice", it.sentCount(), it.connectedCount(),
          it.repeatedCount());
}

QTEST_GUILESS_MAIN(tst_PlainPeers)
#include "tst_plainpeers.moc"
