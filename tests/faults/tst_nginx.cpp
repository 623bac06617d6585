// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "ledger.h"
#include "nginx.h"
#include "testserver.h"

#include <QtCore/qelapsedtimer.h>

using namespace Holdfast;
using namespace Qt::StringLiterals;

namespace {

using Socket = ReconnectingWebSocket;

//! Each error of the client, in order.
QList<ConnectionError> errorsIn(const QSignalSpy &spy)
{
    QList<ConnectionError> errors;
    for (const QVariantList &call : spy)
        errors += call.constFirst().value<ConnectionError>();
    return errors;
}

int countOf(int httpStatus, const QSignalSpy &spy)
{
    const QList<ConnectionError> errors = errorsIn(spy);
    return static_cast<int>(
        std::count_if(errors.begin(), errors.end(),
                      [&](const ConnectionError &it) { return it.httpStatus == httpStatus; }));
}

} // namespace

//! The gateway that most servers stand behind: it hangs up on the idle, is reloaded, restarted and
//! killed, and answers for a server that does not.
class tst_Nginx : public QObject
{
    Q_OBJECT

private:
    void eachPeer()
    {
        QTest::addColumn<QString>("kind");
        for (const QString &kind : Peer::kinds())
            QTest::newRow(qPrintable(kind)) << kind;
    }
    void begin(const QString &directives = {})
    {
        m_nginx = std::make_unique<Nginx>(m_peer->port(), directives);
        m_nginx->start();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = Nginx::whatIsMissing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
    }
    void init()
    {
        QFETCH(QString, kind);
        if (const QString missing = Peer::whatIsMissing(kind); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        m_peer = Peer::make(kind);
    }
    void cleanup()
    {
        m_nginx.reset();
        m_peer.reset();
    }

    void aHeartbeatKeepsAnIdleConnection_data() { eachPeer(); }
    void aHeartbeatKeepsAnIdleConnection();
    void anIdleConnectionThatIsHungUpOnComesBack_data() { eachPeer(); }
    void anIdleConnectionThatIsHungUpOnComesBack();
    void aReloadLosesNothing_data() { eachPeer(); }
    void aReloadLosesNothing();
    void aRestartLosesNothing_data();
    void aRestartLosesNothing();
    void aServerThatIsGoneIsABadGatewayUntilItReturns_data() { eachPeer(); }
    void aServerThatIsGoneIsABadGatewayUntilItReturns();
    void aServerThatHangsIsAGatewayTimeoutUntilItServes_data();
    void aServerThatHangsIsAGatewayTimeoutUntilItServes();

private:
    std::unique_ptr<Peer> m_peer;
    std::unique_ptr<Nginx> m_nginx;
};

//! Twice as long as nginx allows.
void tst_Nginx::aHeartbeatKeepsAnIdleConnection()
{
    begin(QStringLiteral("proxy_read_timeout 1s; proxy_send_timeout 1s;"));
    Policy policy = quick();
    policy.heartbeatInterval = 50ms;
    Ledger it(*m_peer, m_nginx->url(), policy);
    it.client.open();
    it.send();
    EVENTUALLY(it.isSettled());
    QElapsedTimer turn;
    qint64 longestTurn = 0;
    QTimer watch;
    connect(&watch, &QTimer::timeout, this,
            [&] { longestTurn = std::max(longestTurn, turn.restart()); });
    turn.start();
    watch.start(50);
    observeFor(2200ms);
    if (longestTurn > 500)
        QSKIP("this machine is too busy to keep a heartbeat");
    it.send();
    EVENTUALLY(it.isSettled());
    QCOMPARE(it.connectedCount(), 1);
    QCOMPARE(it.repeatedCount(), 0);
    QCOMPARE(it.wrong(), QString());
}

void tst_Nginx::anIdleConnectionThatIsHungUpOnComesBack()
{
    begin(QStringLiteral("proxy_read_timeout 300ms;"));
    Ledger it(*m_peer, m_nginx->url(), quick()); // a heartbeat of 25 s
    QSignalSpy lost(&it.client, &Socket::disconnected);
    it.client.open();
    for (int time = 1; time <= 3; ++time) {
        it.send(20, 50);
        EVENTUALLY(it.isSettled());
        EVENTUALLY(lost.count() >= time);
        // nginx says no goodbye.
        QCOMPARE(it.client.lastError().category, ErrorCategory::ConnectionLost);
        QCOMPARE(it.client.closeCode(), 1006);
    }
    it.send(20, 50);
    EVENTUALLY(it.isSettled());
    QCOMPARE(it.wrong(), QString());
}

void tst_Nginx::aReloadLosesNothing()
{
    begin();
    Ledger it(*m_peer, m_nginx->url());
    QSignalSpy lost(&it.client, &Socket::disconnected);
    it.client.open();
    for (int time = 1; time <= 2; ++time) {
        EVENTUALLY(it.client.state() == ConnectionState::Connected);
        m_nginx->reload();
        // Until the old worker's time is up.
        QTimer typist;
        connect(&typist, &QTimer::timeout, this, [&] { it.send(3, 50); });
        typist.start(5);
        EVENTUALLY(lost.count() >= time);
        typist.stop();
        EVENTUALLY(it.isSettled());
    }
    QCOMPARE(it.wrong(), QString());
}

void tst_Nginx::aRestartLosesNothing_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("kills");
    for (const QString &kind : Peer::kinds()) {
        QTest::newRow(qPrintable(kind + u", restarted"_s)) << kind << false;
        QTest::newRow(qPrintable(kind + u", killed"_s)) << kind << true;
    }
}

void tst_Nginx::aRestartLosesNothing()
{
    QFETCH(bool, kills);
    begin();
    Ledger it(*m_peer, m_nginx->url());
    QSignalSpy errors(&it.client, &Socket::errorOccurred);
    it.client.open();
    for (int time = 1; time <= 3; ++time) {
        const int until = it.deliveredCount() + 100;
        while (it.deliveredCount() < until) {
            if (it.client.pendingMessageCount() < 100)
                it.send(5, 50);
            settle(1);
        }
        it.send(50, 50);
        settle(1);
        kills ? m_nginx->kill() : m_nginx->stop();
        const auto before = errors.count();
        EVENTUALLY(errors.count() >= before + 3); // lost, and refused
        QCOMPARE(it.client.lastError().category, ErrorCategory::ConnectionRefused);
        it.send(10, 50);
        m_nginx->start();
        EVENTUALLY(it.isSettled());
    }
    QVERIFY(it.connectedCount() >= 4);
    QCOMPARE(it.wrong(), QString());
}

void tst_Nginx::aServerThatIsGoneIsABadGatewayUntilItReturns()
{
    begin();
    Ledger it(*m_peer, m_nginx->url());
    QSignalSpy errors(&it.client, &Socket::errorOccurred);
    it.client.open();
    it.send(20, 50);
    EVENTUALLY(it.isSettled());
    m_peer->kill();
    it.expectThatTheDeliveredArrived();
    it.send(20, 50);
    EVENTUALLY(countOf(502, errors) >= 4);
    const ConnectionError error = it.client.lastError();
    QCOMPARE(error.httpStatus, 502);
    QCOMPARE(error.category, ErrorCategory::ServerError);
    QVERIFY(error.willRetry);
    QVERIFY(it.client.attemptCount() >= 4); // each longer than the one before: Backoff
    QCOMPARE(it.client.pendingMessageCount(), 20);
    m_peer->start();
    EVENTUALLY(it.isSettled());
    QCOMPARE(it.repeatedCount(), 0);
    QCOMPARE(it.wrong(), QString());
}

void tst_Nginx::aServerThatHangsIsAGatewayTimeoutUntilItServes_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("QWebSocketServer") << QStringLiteral("QWebSocketServer");
}

void tst_Nginx::aServerThatHangsIsAGatewayTimeoutUntilItServes()
{
    TestServer server;
    server.setManner(TestServer::Manner::Mute);
    server.start();
    m_nginx = std::make_unique<Nginx>(server.port(), QStringLiteral("proxy_read_timeout 200ms;"));
    m_nginx->start();
    Client client;
    QSignalSpy errors(&client, &Socket::errorOccurred);
    client.open(m_nginx->url());
    (void)client.sendTextMessage(QStringLiteral("1"));
    (void)client.sendTextMessage(QStringLiteral("2"));
    EVENTUALLY(countOf(504, errors) >= 2);
    QCOMPARE(client.lastError().category, ErrorCategory::ServerError);
    QVERIFY(client.lastError().willRetry);
    QCOMPARE(server.texts(), QStringList()); // nothing was said before the upgrade
    server.setManner(TestServer::Manner::Serve);
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(server.texts(), numbered(1, 2));
}

QTEST_GUILESS_MAIN(tst_Nginx)
#include "tst_nginx.moc"
