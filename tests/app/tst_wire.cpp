// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "loopback.h"
#include "wire.h"

#include <QtCore/qelapsedtimer.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtNetwork/qtcpsocket.h>
#include <QtTest/qtest.h>

#include <memory>

using namespace Holdfast;
using namespace std::chrono_literals;
using State = QAbstractSocket::SocketState;

namespace {

//! A server, a wire to it, and who comes through.
class Scene
{
public:
    Scene()
    {
        m_server.setProxy(QNetworkProxy::NoProxy);
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port");
        wire.setTarget(m_server.serverPort());
    }

    std::unique_ptr<QTcpSocket> dial()
    {
        auto client = std::make_unique<QTcpSocket>();
        client->setProxy(QNetworkProxy::NoProxy);
        client->connectToHost(QHostAddress::LocalHost, wire.serverPort());
        return client;
    }
    //! The server's end of the connection that came next; null if nobody came.
    QTcpSocket *accept() { return m_server.nextPendingConnection(); }
    bool hasGuests() const { return m_server.hasPendingConnections(); }

    Wire wire;

private:
    QTcpServer m_server;
};

//! What is on the way within this machine gets there; no waiting.
void settle()
{
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
}

} // namespace

#define CONNECTED(scene, client, server)                                                           \
    Scene scene;                                                                                   \
    const auto client = scene.dial();                                                              \
    QTRY_VERIFY(scene.hasGuests());                                                                \
    QTcpSocket *server = scene.accept();

class tst_Wire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesBytesBothWays()
    {
        CONNECTED(it, client, server)
        client->write("there");
        QTRY_COMPARE(server->peek(100), QByteArray("there"));
        server->write("and back");
        QTRY_COMPARE(client->peek(100), QByteArray("and back"));
    }

    void carriesWhatDoesNotFitAtOnce()
    {
        CONNECTED(it, client, server)
        const QByteArray much(20'000'000, 'x');
        client->write(much);
        QTRY_COMPARE_WITH_TIMEOUT(server->bytesAvailable(), much.size(), 30'000);
    }

    void takesItsTimeEachWay()
    {
        CONNECTED(it, client, server)
        it.wire.setLatency(100ms);
        QElapsedTimer clock;
        clock.start();
        client->write("there");
        QTRY_COMPARE(server->peek(100), QByteArray("there"));
        QVERIFY(clock.elapsed() >= 100);
        server->write("and back");
        QTRY_COMPARE(client->peek(100), QByteArray("and back"));
        QVERIFY(clock.elapsed() >= 200);
    }

    void keepsTheOrderWhenItBecomesFaster()
    {
        CONNECTED(it, client, server)
        it.wire.setLatency(200ms);
        client->write("slow ");
        QVERIFY(client->waitForBytesWritten());
        settle();
        it.wire.setLatency(0ms);
        client->write("fast");
        QTRY_VERIFY(server->bytesAvailable() >= 9);
        QCOMPARE(server->readAll(), QByteArray("slow fast"));
    }

    void tellsOfAnEndAfterWhatWasSaid()
    {
        CONNECTED(it, client, server)
        it.wire.setLatency(50ms);
        client->write("goodbye");
        client->disconnectFromHost();
        QTRY_COMPARE(server->state(), State::UnconnectedState);
        QCOMPARE(server->readAll(), QByteArray("goodbye"));
    }

    void aResetOvertakesWhatWasSaidBefore_data()
    {
        QTest::addColumn<int>("latency");
        QTest::newRow("held by the wire") << 300;
        QTest::newRow("not even read by the wire") << 0;
    }
    void aResetOvertakesWhatWasSaidBefore()
    {
        QFETCH(int, latency);
        CONNECTED(it, client, server)
        it.wire.setLatency(std::chrono::milliseconds(latency));
        client->write("never mind");
        QVERIFY(client->waitForBytesWritten()); // runs no event loop
        if (latency > 0)
            settle();
        Loopback::reset(client.get());
        QTRY_COMPARE(server->state(), State::UnconnectedState);
        QCOMPARE(server->readAll(), QByteArray());
    }

    void aServersResetComesAfterWhatItSaid()
    {
        CONNECTED(it, client, server)
        it.wire.setLatency(50ms);
        server->write("argh");
        QVERIFY(server->waitForBytesWritten());
        settle();
        Loopback::reset(server);
        QTRY_COMPARE(client->state(), State::UnconnectedState);
        QCOMPARE(client->readAll(), QByteArray("argh"));
    }

    void resetsWhoeverDialsAServerThatIsNotThere()
    {
        Scene it;
        it.wire.setTarget(0);
        const auto client = it.dial();
        client->write("hello");
        QTRY_COMPARE(client->error(), QAbstractSocket::RemoteHostClosedError);
    }

    void whileUnpluggedNobodyHearsAnythingNorIsTold()
    {
        CONNECTED(it, client, server)
        it.wire.setUnplugged(true);
        client->write("anybody there?");
        QVERIFY(client->waitForBytesWritten());
        settle();
        QCOMPARE(server->bytesAvailable(), 0);
        server->write("hello?");
        QVERIFY(server->waitForBytesWritten());
        server->disconnectFromHost();
        settle();
        QCOMPARE(client->bytesAvailable(), 0);
        QCOMPARE(client->state(), State::ConnectedState);
    }

    void whatWasOnItsWayWhenTheCableWasPulledIsGoneForEver()
    {
        CONNECTED(it, client, server)
        it.wire.setLatency(100ms);
        client->write("there");
        server->write("back");
        QVERIFY(client->waitForBytesWritten());
        QVERIFY(server->waitForBytesWritten());
        settle();
        it.wire.setUnplugged(true);
        it.wire.setUnplugged(false);
        // A message that is sent later arrives, so that one would have as well.
        const auto other = it.dial();
        other->write("later");
        QTRY_VERIFY(it.hasGuests());
        QTcpSocket *guest = it.accept();
        QTRY_COMPARE(guest->peek(100), QByteArray("later"));
        QCOMPARE(server->bytesAvailable(), 0);
        QCOMPARE(client->bytesAvailable(), 0);
    }

    void whoSpeaksOnAConnectionFromBeforeGetsAReset()
    {
        CONNECTED(it, client, server)
        it.wire.setUnplugged(true);
        it.wire.setUnplugged(false);
        settle();
        QCOMPARE(client->state(), State::ConnectedState);
        client->write("still there?");
        QTRY_COMPARE(client->error(), QAbstractSocket::RemoteHostClosedError);
        // Each side for itself.
        QCOMPARE(server->state(), State::ConnectedState);
        QCOMPARE(server->bytesAvailable(), 0);
        server->write("and you?");
        QTRY_COMPARE(server->error(), QAbstractSocket::RemoteHostClosedError);
    }

    void whoDialsWhileItIsUnpluggedWaitsUntilTheCableIsBack()
    {
        Scene it;
        it.wire.setUnplugged(true);
        const auto client = it.dial();
        client->write("hello");
        QTRY_COMPARE(client->bytesToWrite(), 0);
        settle();
        QVERIFY(!it.hasGuests());
        QCOMPARE(client->state(), State::ConnectedState);
        it.wire.setUnplugged(false);
        QTRY_VERIFY(it.hasGuests());
        QTcpSocket *server = it.accept();
        QTRY_COMPARE(server->peek(100), QByteArray("hello"));
        server->write("welcome");
        QTRY_COMPARE(client->peek(100), QByteArray("welcome"));
    }

    void whoGaveUpWaitingIsNotAnnounced()
    {
        Scene it;
        it.wire.setUnplugged(true);
        const auto client = it.dial();
        client->write("hello");
        QTRY_COMPARE(client->bytesToWrite(), 0);
        settle();
        Loopback::reset(client.get());
        settle();
        it.wire.setUnplugged(false);
        const auto other = it.dial(); // younger, so its SYN would be repeated later
        other->write("other");
        QTRY_VERIFY(it.hasGuests());
        QTcpSocket *server = it.accept();
        QTRY_COMPARE(server->peek(100), QByteArray("other"));
        QVERIFY(!it.hasGuests());
        QCOMPARE(it.wire.children().size(), connections);
    }

private:
    const qsizetype connections = childrenOfAWireWith(1);

    static qsizetype childrenOfAWireWith(int connections)
    {
        return Wire().children().size() + connections;
    }
};

QTEST_GUILESS_MAIN(tst_Wire)

#include "tst_wire.moc"
