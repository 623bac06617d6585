// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "hubclient.h"
#include "rawclient.h"

#include <QtCore/qelapsedtimer.h>
#include <QtTest/qsignalspy.h>

#include <memory>
#include <vector>

using namespace Holdfast;
using namespace Qt::StringLiterals;

namespace {

//! The first bytes of a WebSocket upgrade are not answered, and the connection stays.
bool isMute(const RawClient &client)
{
    return client.state() == QAbstractSocket::ConnectedState && client.heard().isEmpty();
}

} // namespace

// What a hub does wrong on purpose, and how it ends.
class tst_HubFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesAndKeepsItsPort()
    {
        TestHub hub;
        const QUrl url = hub.serverUrl();
        HubClient before(url);
        QVERIFY(before.joins());
        hub.setFaults({.refuse = true});
        EVENTUALLY(before.isOver);
        QVERIFY(hub.isListening()); // as far as the application is concerned
        QCOMPARE(hub.serverUrl(), url);
        EVENTUALLY(hub.clientCount() == 0);
        QTcpSocket refused;
        refused.setProxy(QNetworkProxy::NoProxy);
        refused.connectToHost(QHostAddress::LocalHost, hub.serverPort());
        EVENTUALLY(refused.error() == QAbstractSocket::ConnectionRefusedError);

        hub.setFaults({});
        HubClient after(url);
        QVERIFY(after.joins({}, {{u"session"_s, before.session()}}));
        QCOMPARE(after.welcome().value(u"resumed"_s), QJsonValue(true));
    }

    void mayRefuseFromTheBeginning()
    {
        Hub hub;
        hub.setFaults({.refuse = true});
        QVERIFY(hub.listen(QHostAddress::LocalHost));
        QTcpSocket refused;
        refused.setProxy(QNetworkProxy::NoProxy);
        refused.connectToHost(QHostAddress::LocalHost, hub.serverPort());
        EVENTUALLY(refused.error() == QAbstractSocket::ConnectionRefusedError);
        hub.setFaults({});
        HubClient client(hub.serverUrl());
        QVERIFY(client.joins());
    }

    void acceptsAndCloses()
    {
        TestHub hub;
        HubClient before(hub.serverUrl());
        QVERIFY(before.joins());
        hub.setFaults({.acceptAndClose = true, .closeCode = 1011});
        QVERIFY(before.closesWith(1011));
        hub.setFaults({.acceptAndClose = true, .closeCode = 4999});
        HubClient client(hub.serverUrl());
        QVERIFY(client.closesWith(4999));
        QVERIFY(client.frames.isEmpty());
        hub.setFaults({});
        HubClient after(hub.serverUrl());
        QVERIFY(after.joins());
    }

    void neverAnswersTheUpgrade()
    {
        TestHub hub;
        HubClient before(hub.serverUrl());
        QVERIFY(before.joins());
        hub.setFaults({.neverAnswerUpgrade = true});
        RawClient client(hub.serverUrl());
        EVENTUALLY(client.state() == QAbstractSocket::ConnectedState && client.bytesToWrite() == 0);
        before.message(1, u"x"_s); // who is in, is in
        EVENTUALLY(before.acknowledgedThrough() == 1);
        QVERIFY(isMute(client));
        hub.setFaults({});
        EVENTUALLY(client.isUpgraded());
    }

    void freezesAndThaws()
    {
        TestHub hub;
        HubClient client(hub.serverUrl());
        HubClient goes(hub.serverUrl());
        QVERIFY(client.joins());
        QVERIFY(goes.joins());
        EVENTUALLY(hub.presences.size() == 2);
        hub.setFaults({.freeze = true});
        // More than Qt and the kernel hold.
        const QString text(500'000, u'x');
        for (quint64 number = 1; number <= 40; ++number)
            client.message(number, text);
        RawClient late(hub.serverUrl());
        EVENTUALLY(late.state() == QAbstractSocket::ConnectedState && late.bytesToWrite() == 0);
        qint64 before = -1;
        EVENTUALLY(std::exchange(before, client.bytesToWrite()) == client.bytesToWrite()
                   && client.bytesToWrite() > 0);
        goes.abort();
        hub.publish(QString(), u"later"_s);
        QVERIFY(client.bytesToWrite() > 0);
        QVERIFY(hub.messages.isEmpty());
        QVERIFY(isMute(late));
        QVERIFY(!client.events().contains(u"later"_s));
        QCOMPARE(client.state(), QAbstractSocket::ConnectedState);
        QCOMPARE(hub.presences.size(), 2);

        hub.setRelaying(false);
        hub.setFaults({});
        EVENTUALLY(client.acknowledgedThrough() == 40);
        EVENTUALLY(client.events().contains(u"later"_s));
        EVENTUALLY(late.isUpgraded());
        EVENTUALLY(hub.presences.size() == 3); // the one who went
    }

    void whatCameInMeanwhileIsReadAfterTheThawThoughNothingFollows()
    {
        TestHub hub;
        TestHub elsewhere;
        HubClient client(hub.serverUrl());
        HubClient neighbour(elsewhere.serverUrl());
        QVERIFY(client.joins());
        QVERIFY(neighbour.joins());
        hub.setFaults({.freeze = true});
        client.message(1, u"x"_s);
        EVENTUALLY(client.bytesToWrite() == 0);
        for (int i = 0; i < 5; ++i) { // time enough for the frozen socket to fetch it
            neighbour.say({{u"type"_s, u"ping"_s}, {u"at"_s, i}});
            QVERIFY(neighbour.hears("pong", i + 1));
        }
        hub.setFaults({});
        EVENTUALLY(client.acknowledgedThrough() == 1);
    }

    void aFrozenHubMayBeDeleted()
    {
        auto hub = std::make_unique<TestHub>();
        HubClient client(hub->serverUrl());
        QVERIFY(client.joins());
        hub->setFaults({.freeze = true});
        client.message(1, u"x"_s);
        hub.reset();
        EVENTUALLY(client.isOver);
    }

    void dropsAcks()
    {
        TestHub hub;
        hub.setFaults({.dropAcks = 1});
        HubClient client(hub.serverUrl());
        QVERIFY(client.joins());
        client.message(1, u"x"_s);
        EVENTUALLY(client.events().size() == 1);
        client.say({{u"type"_s, u"ping"_s}, {u"at"_s, 1}});
        QVERIFY(client.hears("pong"));
        client.say({{u"type"_s, u"ping"_s}, {u"at"_s, 2}});
        QVERIFY(client.hears("pong", 2));
        QVERIFY(client.all("ack").isEmpty());
        hub.setFaults({});
        client.message(2, u"y"_s);
        EVENTUALLY(client.acknowledgedThrough() == 2);
    }

    void dropsSomeAcks()
    {
        TestHub hub;
        hub.setFaults({.dropAcks = 0.5});
        HubClient client(hub.serverUrl());
        QVERIFY(client.joins());
        for (quint64 number = 1; number <= 200; ++number) {
            client.message(number, u"x"_s);
            EVENTUALLY(client.events().size() == qsizetype(number));
        }
        // Half of 200 is within these bounds with a probability of 1 - 10^-22.
        QVERIFY(client.all("ack").size() > 30);
        QVERIFY(client.all("ack").size() < 170);
    }

    void delaysWhatArrives()
    {
        TestHub hub;
        HubClient client(hub.serverUrl());
        QVERIFY(client.joins());
        hub.setFaults({.delay = 300ms});
        QElapsedTimer clock;
        clock.start();
        client.message(1, u"x"_s);
        client.message(2, u"y"_s);
        EVENTUALLY(client.acknowledgedThrough() == 2);
        QVERIFY(clock.elapsed() >= 300);
        QCOMPARE(hub.texts(), QStringList({u"x"_s, u"y"_s}));
    }

    void whatWasSaidBeforeGoingIsHeardAlsoWithADelay()
    {
        TestHub hub;
        auto client = std::make_unique<HubClient>(hub.serverUrl());
        QVERIFY(client->joins());
        hub.setFaults({.delay = 100ms});
        client->message(1, u"last words"_s);
        EVENTUALLY(client->bytesToWrite() == 0);
        client.reset();
        hub.setFaults({});
        EVENTUALLY(hub.changes().contains(HubPresence::Change::Away));
        QCOMPARE(hub.texts(), QStringList(u"last words"_s));
    }

    void killsAfterSoManyBytes()
    {
        TestHub hub;
        hub.setFaults({.killAfterBytes = 1000});
        for (int round = 0; round < 2; ++round) {
            HubClient client(hub.serverUrl());
            QVERIFY(client.joins(u"room %1"_s.arg(round)));
            for (quint64 number = 1; number <= 100; ++number)
                client.message(number, QString(50, u'x'));
            EVENTUALLY(client.isOver);
            QVERIFY(client.closeCode() != 1001);
            EVENTUALLY(hub.clientCount() == 0);
        }
        QVERIFY(hub.messages.size() >= 2);
        QVERIFY(hub.messages.size() < 14);
        hub.setFaults({});
        HubClient client(hub.serverUrl());
        QVERIFY(client.joins());
        client.message(1000, QString(5000, u'x'));
        EVENTUALLY(client.acknowledgedThrough() == 1000);
    }

    // The end.

    void drainTellsEverybodyWhenToReturn()
    {
        TestHub hub;
        hub.setPlainClients(Hub::PlainClients::Echo);
        QSignalSpy drained(&hub, &Hub::drained);
        HubClient one(hub.serverUrl());
        HubClient plain(hub.serverUrl(), {.subprotocols = {}});
        HubClient silent(hub.serverUrl()); // says no hello
        QVERIFY(one.joins());
        EVENTUALLY(hub.clientCount() == 3);
        one.message(1, u"x"_s);
        EVENTUALLY(hub.messages.size() == 1);
        const quint16 port = hub.serverPort();
        hub.drain(2s, 10s);
        QVERIFY(!hub.isListening());
        QVERIFY(drained.isEmpty());
        for (HubClient *client : {&one, &plain, &silent}) {
            QVERIFY(client->closesWith(4001));
            QCOMPARE(client->closeReason(),
                     QStringLiteral(R"({"retryAfter":2000,"spread":10000})"));
        }
        EVENTUALLY(drained.size() == 1);
        QCOMPARE(hub.clientCount(), 0);
        const QJsonObject goodbye = one.all("goodbye").constFirst();
        QCOMPARE(goodbye.value(u"retryAfter"_s).toInt(), 2000);
        QCOMPARE(goodbye.value(u"spread"_s).toInt(), 10'000);

        QVERIFY(hub.listen(QHostAddress::LocalHost, port));
        HubClient again(hub.serverUrl());
        QVERIFY(again.joins({}, {{u"session"_s, one.session()}}));
        QCOMPARE(again.welcome().value(u"resumed"_s), QJsonValue(false));
        // What was accepted stays accepted.
        QCOMPARE(again.welcome().value(u"receivedThrough"_s).toInt(), 1);
        QCOMPARE(drained.size(), 1);
    }

    void drainOfAnEmptyHubIsQuick()
    {
        TestHub hub;
        QSignalSpy drained(&hub, &Hub::drained);
        hub.drain(1s, 1s);
        QVERIFY(drained.isEmpty()); // not from inside of the call
        QVERIFY(drained.wait());
        hub.drain(1s, 1s);
        QVERIFY(drained.wait());
    }

    void drainDoesNotWaitForTheDeadForEver()
    {
        TestHub hub;
        QSignalSpy drained(&hub, &Hub::drained);
        RawClient dead(hub.serverUrl());
        EVENTUALLY(hub.clientCount() == 1);
        dead.setDeaf(true);
        hub.drain(1s, 1s);
        QVERIFY(drained.wait(20'000));
    }

    void whatWasAcceptedIsAcknowledgedBeforeTheGoodbye()
    {
        TestHub hub;
        HubClient client(hub.serverUrl());
        QVERIFY(client.joins());
        connect(&hub, &Hub::messageReceived, &hub, [&] { hub.drain(1s, 1s); });
        client.message(1, u"x"_s);
        QVERIFY(client.closesWith(4001));
        QCOMPARE(client.acknowledgedThrough(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_HubFaults)
#include "tst_hubfaults.moc"
