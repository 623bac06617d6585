// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "plainprotocol.h"
#include "quick.h"
#include "rawpeer.h"
#include "relay.h"
#include "testserver.h"

#include <QtCore/qelapsedtimer.h>

using namespace Holdfast;
using enum ConnectionState;

namespace {

Policy attentive()
{
    Policy policy = quick();
    policy.heartbeatInterval = 100ms;
    policy.heartbeatTimeout = 150ms;
    return policy;
}

} // namespace

class tst_Liveness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steadyTrafficHoldsUpNoDeadline();
    void aBlackholedLinkIsNoticedAndReplaced();
    void aQuietPeerThatAnswersIsKept();
    void aBlockedEventLoopIsNoDeadPeer();
    void aMuteServerMissesTheConnectDeadline();
    void aSlowLargeFrameIsNoSilence();
    void aSlowUplinkIsNoSilence();

    // ---- peers with their own idea of pings ----

    void aPeerThatIgnoresPingsIsFoundOut();
    void aPeerThatIgnoresPingsMayBeTakenAtItsWord();
    void aPeerThatAnswersOnlyTheNewestPingIsFine();
    void unsolicitedPongsProveNothing();
};

void tst_Liveness::aBlackholedLinkIsNoticedAndReplaced()
{
    TestServer server;
    server.start();
    Relay relay(server.url());
    Policy policy = attentive();
    policy.connectTimeout = 200ms;
    Client client(policy);
    QSignalSpy disconnected(&client, &ReconnectingWebSocket::disconnected);
    client.open(relay.url());
    QVERIFY(client.reaches(Connected));
    EVENTUALLY(client.roundTripTime() >= 0);

    relay.blackhole();
    QElapsedTimer clock;
    clock.start();
    QVERIFY(disconnected.wait(Patience));
    QVERIFY2(clock.elapsed() < 250 + 2'000, qPrintable(QString::number(clock.elapsed())));
    const auto error = disconnected.at(0).at(0).value<ConnectionError>();
    QCOMPARE(error.category, ErrorCategory::Timeout);
    QCOMPARE(error.closeCode, 1006);
    client.sendTextMessage(QStringLiteral("meanwhile"));
    EVENTUALLY(client.attemptCount() >= 3);
    relay.heal();
    EVENTUALLY(client.pendingMessageCount() == 0);
    QVERIFY(server.texts().contains(QStringLiteral("meanwhile")));
}

void tst_Liveness::aQuietPeerThatAnswersIsKept()
{
    TestServer server;
    server.start();
    Policy policy = quick();
    policy.heartbeatInterval = 20ms;
    policy.heartbeatTimeout = 5s;
    policy.stableAfter = 400ms; // twenty heartbeats
    Client client(policy);
    QSignalSpy verifying(&client, &ReconnectingWebSocket::verifyingChanged);
    QSignalSpy stable(&client, &ReconnectingWebSocket::stable);
    client.open(server.url());
    QVERIFY(stable.wait(Patience));
    QCOMPARE(server.visitCount(), 1);
    QCOMPARE(verifying.count(), 0); // a routine heartbeat is no doubt
}

void tst_Liveness::aBlockedEventLoopIsNoDeadPeer()
{
    RawPeer peer;
    connect(&peer, &RawPeer::received, &peer,
            [](QTcpSocket *client, int opcode, const QByteArray &payload) {
                if (opcode == RawPeer::Ping)
                    QTimer::singleShot(50ms, client, [client, payload] {
                        RawPeer::send(client, RawPeer::Pong, payload);
                    });
            });
    const QUrl url = peer.url();
    Elsewhere thread;
    peer.moveToThread(&thread);
    thread.start();

    Policy policy = quick();
    policy.heartbeatTimeout = 500ms;
    Client client(policy);
    QSignalSpy disconnected(&client, &ReconnectingWebSocket::disconnected);
    client.open(url);
    QVERIFY(client.reaches(Connected));
    for (int i = 0; i < 2; ++i) {
        // The fence leaves; its answer comes while nobody looks, and so does the deadline.
        client.sendTextMessage(QStringLiteral("are you there?"));
        settle();
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < 1'000) { }
        EVENTUALLY(client.pendingMessageCount() == 0);
    }
    QCOMPARE(disconnected.count(), 0);
    QCOMPARE(client.attemptCount(), 1);
}

void tst_Liveness::aMuteServerMissesTheConnectDeadline()
{
    TestServer server;
    server.setManner(TestServer::Manner::Mute);
    server.start();
    Policy policy = patient();
    policy.connectTimeout = 200ms;
    Client client(policy);
    QSignalSpy error(&client, &ReconnectingWebSocket::errorOccurred);
    QElapsedTimer clock;
    clock.start();
    client.open(server.url());
    QVERIFY(error.wait(Patience));
    QVERIFY2(clock.elapsed() >= 199 && clock.elapsed() < 2'000,
             qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(client.state(), WaitingToRetry);
    QCOMPARE(client.lastError().category, ErrorCategory::Timeout);
    QCOMPARE(error.count(), 1);
    EVENTUALLY(server.visit(0).over);
    QCOMPARE(server.visitCount(), 1);
}

void tst_Liveness::aSlowLargeFrameIsNoSilence()
{
    TestServer server;
    server.start();
    Relay relay(server.url());
    Policy policy = quick();
    policy.heartbeatInterval = 3s;
    policy.heartbeatTimeout = 300ms;
    Client client(policy);
    QSignalSpy received(&client, &ReconnectingWebSocket::textMessageReceived);
    client.open(relay.url());
    QVERIFY(client.reaches(Connected));
    // 1 MiB in about 3.6 s: longer than interval and timeout, and the pong waits behind it.
    relay.setDownlink(290);
    server.say(QString(1024 * 1024, QLatin1Char('x')));
    QVERIFY(received.wait(Patience));
    QCOMPARE(server.visitCount(), 1);
}

void tst_Liveness::aSlowUplinkIsNoSilence()
{
    TestServer server;
    server.start();
    Relay relay(server.url());
    Policy policy = quick();
    policy.heartbeatInterval = 400ms;
    policy.heartbeatTimeout = 400ms;
    Client client(policy);
    client.open(relay.url());
    QVERIFY(client.reaches(Connected));
    relay.setUplink(4096);
    // Longer on its way than one interval and timeout, and the ping waits behind it.
    client.sendBinaryMessage(QByteArray(1024 * 1024, 'x'));
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(server.visitCount(), 1);
}

// ---- peers with their own idea of pings ----

void tst_Liveness::aPeerThatIgnoresPingsIsFoundOut()
{
    RawPeer peer;
    connect(&peer, &RawPeer::received, this,
            [](QTcpSocket *client, int opcode, const QByteArray &payload) {
                if (opcode == RawPeer::Text)
                    RawPeer::send(client, RawPeer::Text, payload);
            });
    Client client(attentive());
    QSignalSpy delivered(&client, &ReconnectingWebSocket::messageDelivered);
    client.open(peer.url());
    QVERIFY(client.reaches(Connected));
    // It talks, but it answers no ping: later data follows each ping, on each connection.
    QTimer chatter;
    connect(&chatter, &QTimer::timeout, this, [&] {
        if (client.pendingMessageCount() < 20)
            client.sendTextMessage(QStringLiteral("hello"));
    });
    chatter.start(60ms);
    EVENTUALLY(client.lastError().category == ErrorCategory::PeerIgnoresPings);
    chatter.stop();
    QVERIFY(client.explain().contains(QStringLiteral("answers no ping")));
    QVERIFY(client.explain().contains(QStringLiteral("stays pending")));

    // From now on it is taken as it is: no more new connections, and still no false word.
    QVERIFY(client.reaches(Connected));
    const int connections = peer.connectionCount();
    QSignalSpy disconnected(&client, &ReconnectingWebSocket::disconnected);
    client.sendTextMessage(QStringLiteral("one more"));
    QVERIFY(!disconnected.wait(700)); // several intervals and timeouts
    QCOMPARE(peer.connectionCount(), connections);
    QCOMPARE(delivered.count(), 0);
    QVERIFY(client.pendingMessageCount() > 0);
}

void tst_Liveness::aPeerThatIgnoresPingsMayBeTakenAtItsWord()
{
    RawPeer peer;
    connect(&peer, &RawPeer::received, this,
            [](QTcpSocket *client, int opcode, const QByteArray &payload) {
                if (opcode == RawPeer::Text)
                    RawPeer::send(client, RawPeer::Text, payload);
            });
    Policy policy = attentive();
    policy.acceptWritten = true;
    Client client(policy);
    client.open(peer.url());
    QTimer chatter;
    connect(&chatter, &QTimer::timeout, this, [&] {
        if (client.pendingMessageCount() < 20)
            client.sendTextMessage(QStringLiteral("hello"));
    });
    chatter.start(60ms);
    EVENTUALLY(client.deliveryProof() == DeliveryProof::Written);
    chatter.stop();
    EVENTUALLY(client.pendingMessageCount() == 0);
    QVERIFY(client.explain().contains(QStringLiteral("taken for delivered")));
}

void tst_Liveness::aPeerThatAnswersOnlyTheNewestPingIsFine()
{
    RawPeer peer;
    QByteArray newest;
    QTcpSocket *guest = nullptr;
    QTimer pause;
    pause.setSingleShot(true);
    int pings = 0;
    connect(&peer, &RawPeer::received, this,
            [&](QTcpSocket *client, int opcode, const QByteArray &payload) {
                if (opcode != RawPeer::Ping)
                    return;
                ++pings;
                newest = payload;
                guest = client;
                pause.start(20ms);
            });
    int pongs = 0;
    connect(&pause, &QTimer::timeout, this, [&] {
        ++pongs;
        RawPeer::send(guest, RawPeer::Pong, newest);
    });
    auto protocol = std::make_unique<PlainProtocol>();
    protocol->setFenceEvery(10, 1'000'000);
    Client client;
    client.setProtocol(std::move(protocol));
    QSignalSpy delivered(&client, &ReconnectingWebSocket::messageDelivered);
    client.open(peer.url());
    QVERIFY(client.reaches(Connected));
    for (const QString &text : numbered(1, 105))
        client.sendTextMessage(text);
    EVENTUALLY(delivered.count() == 105);
    QCOMPARE(peer.texts(), numbered(1, 105));
    QVERIFY(pings >= 10);
    QVERIFY2(pongs < pings, "the peer was not as lazy as it should be");
    QCOMPARE(peer.connectionCount(), 1);
}

void tst_Liveness::unsolicitedPongsProveNothing()
{
    RawPeer peer;
    QByteArray stale = "hf0-1";
    QByteArray last;
    connect(&peer, &RawPeer::upgraded, this, [&] { stale = std::exchange(last, stale); });
    connect(&peer, &RawPeer::received, this,
            [&](QTcpSocket *client, int opcode, const QByteArray &payload) {
                RawPeer::send(client, RawPeer::Pong, {});
                RawPeer::send(client, RawPeer::Pong, "hello");
                RawPeer::send(client, RawPeer::Pong, stale); // of another connection
                if (opcode == RawPeer::Ping)
                    last = payload;
            });
    Client client(attentive());
    QSignalSpy delivered(&client, &ReconnectingWebSocket::messageDelivered);
    QSignalSpy roundTrip(&client, &ReconnectingWebSocket::roundTripTimeChanged);
    client.open(peer.url());
    client.sendTextMessage(QStringLiteral("one"));
    // Nothing ever answers the fence, so the connection is given up. The next one is no better, and
    // then the peer is taken for one that answers no ping.
    EVENTUALLY(client.lastError().category == ErrorCategory::PeerIgnoresPings);
    QVERIFY(client.explain().contains(QStringLiteral("answers no ping")));
    QVERIFY(peer.connectionCount() <= 3);
    QCOMPARE(delivered.count(), 0);
    QCOMPARE(client.pendingMessageCount(), 1);
    QCOMPARE(roundTrip.count(), 0);
}

void tst_Liveness::steadyTrafficHoldsUpNoDeadline()
{
    // A peer that streams, so that every turn of the event loop has something to read, and answers
    // nothing.
    RawPeer peer;
    connect(&peer, &RawPeer::upgraded, &peer, [](QTcpSocket *client) {
        const auto fill = [client] {
            while (client->bytesToWrite() < 1024 * 1024)
                RawPeer::send(client, RawPeer::Binary, QByteArray(64 * 1024, 'x'));
        };
        connect(client, &QTcpSocket::bytesWritten, client, fill);
        fill();
    });
    Policy policy = quick();
    policy.closeTimeout = 100ms;
    Client client(policy);
    connect(&client, &ReconnectingWebSocket::binaryMessageReceived, this, [] {
        const QDeadlineTimer work(1);
        while (!work.hasExpired()) { }
    });
    client.open(peer.url());
    QVERIFY(client.reaches(Connected));
    client.sendTextMessage(QStringLiteral("never confirmed"));
    EVENTUALLY(peer.texts().size() == 1);
    QElapsedTimer clock;
    clock.start();
    client.close();
    QVERIFY(client.reaches(Closed));
    QVERIFY2(clock.elapsed() < 2'000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(client.pendingMessageCount(), 1);
}

QTEST_GUILESS_MAIN(tst_Liveness)
#include "tst_liveness.moc"
