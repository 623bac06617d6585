// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "hubclient.h"

#include <QtCore/qpointer.h>
#include <QtCore/qthread.h>
#include <QtNetwork/qtcpserver.h>
#include <QtTest/qsignalspy.h>

#include <memory>

using namespace Holdfast;
using Change = HubPresence::Change;

// A hub and its clients, when all is well.
class tst_Hub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhereItListens()
    {
        Hub hub;
        QVERIFY(!hub.isListening());
        QCOMPARE(hub.serverUrl(), QUrl());
        QCOMPARE(hub.serverPort(), quint16(0));
        QVERIFY(hub.listen());
        QVERIFY(hub.isListening());
        QCOMPARE(hub.serverAddress(), QHostAddress(QHostAddress::Any));
        QCOMPARE(hub.serverUrl(), QUrl(u"ws://127.0.0.1:%1"_qs.arg(hub.serverPort())));
        QVERIFY(!hub.listen());
        QCOMPARE(hub.errorString(), u"already listening"_qs);
        QVERIFY(hub.isListening());
        hub.close();
        QVERIFY(!hub.isListening());
        QCOMPARE(hub.serverUrl(), QUrl());
    }

    void saysWhyItCannotListen()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        Hub hub;
        QVERIFY(!hub.listen(QHostAddress::LocalHost, other.serverPort()));
        QVERIFY(!hub.errorString().isEmpty());
        QVERIFY(!hub.isListening());
        QVERIFY(hub.listen(QHostAddress::LocalHost));
        QCOMPARE(hub.errorString(), QString());
    }

    void welcomesAClientAndTakesItsMessages()
    {
        TestHub hub;
        QSignalSpy counted(&hub, &Hub::clientCountChanged);
        HubClient client(hub.serverUrl());
        QVERIFY(client.joins(u"blue"_qs));
        QCOMPARE(hub.clientCount(), 1);
        QCOMPARE(counted.size(), 1);
        QCOMPARE(client.subprotocol(), u"holdfast.v1.json"_qs);
        QCOMPARE(client.welcome().value(u"resumed"_qs), QJsonValue(false));
        QCOMPARE(client.welcome().value(u"heartbeat"_qs).toInt(), 30'000);

        client.message(1, u"hello"_qs);
        client.message(2, u"world"_qs);
        EVENTUALLY(hub.messages.size() == 2 && client.acknowledgedThrough() == 2);
        QCOMPARE(hub.texts(), QStringList({u"hello"_qs, u"world"_qs}));
        QCOMPARE(hub.messages.at(0).room, u"blue"_qs);
        QCOMPARE(hub.messages.at(0).number, quint64(1));
        QCOMPARE(hub.messages.at(0).key, client.producer + u"-1"_qs);
        QCOMPARE(hub.messages.at(0).identity, QString());
        // Relayed to the room, the sender included.
        EVENTUALLY(client.events() == hub.texts());
    }

    void acknowledgesABurstOnce()
    {
        TestHub hub;
        HubClient client(hub.serverUrl());
        QVERIFY(client.joins());
        for (quint64 number = 1; number <= 1000; ++number)
            client.message(number, u"x"_qs);
        EVENTUALLY(client.acknowledgedThrough() == 1000);
        QVERIFY2(client.all("ack").size() < 100,
                 qPrintable(QString::number(client.all("ack").size())));
    }

    void givesAMessageToTheApplicationOnce()
    {
        TestHub hub;
        HubClient client(hub.serverUrl());
        QVERIFY(client.joins());
        client.message(1, u"once"_qs);
        client.message(1, u"once"_qs);
        client.message(2, u"more"_qs);
        EVENTUALLY(client.acknowledgedThrough() == 2);
        QCOMPARE(hub.texts(), QStringList({u"once"_qs, u"more"_qs}));
    }

    void publishesToOneRoom()
    {
        TestHub hub;
        HubClient blue(hub.serverUrl());
        HubClient red(hub.serverUrl());
        QVERIFY(blue.joins(u"blue"_qs));
        QVERIFY(red.joins(u"red"_qs));
        QCOMPARE(hub.publish(u"blue"_qs, u"text"_qs), quint64(1));
        QCOMPARE(hub.publish(u"blue"_qs, QByteArray("\0\1", 2)), quint64(2));
        QCOMPARE(hub.publish(u"blue"_qs, QVariantMap{{u"a"_qs, 1}}), quint64(3));
        QCOMPARE(hub.publish(u"red"_qs, u"red text"_qs), quint64(1));
        QVERIFY(blue.hears("event", 3));
        QVERIFY(red.hears("event", 1));
        const QList<QJsonObject> events = blue.all("event");
        QCOMPARE(events.at(0).value(u"payload"_qs), QJsonValue(u"text"_qs));
        QCOMPARE(events.at(1).value(u"payload"_qs), QJsonValue(u"AAE="_qs));
        QCOMPARE(events.at(1).value(u"encoding"_qs), QJsonValue(u"base64"_qs));
        QCOMPARE(events.at(2).value(u"payload"_qs), QJsonValue(QJsonObject{{u"a"_qs, 1}}));
        QCOMPARE(red.events(), QStringList(u"red text"_qs));
    }

    void relaysOnlyIfItShould()
    {
        TestHub hub;
        hub.setRelaying(false);
        QVERIFY(!hub.isRelaying());
        HubClient client(hub.serverUrl());
        QVERIFY(client.joins());
        client.message(1, u"for the hub"_qs);
        EVENTUALLY(client.acknowledgedThrough() == 1);
        hub.publish(QString(), u"for all"_qs);
        QVERIFY(client.hears("event"));
        QCOMPARE(client.events(), QStringList(u"for all"_qs));
    }

    void asksTheFilter()
    {
        TestHub hub;
        hub.setMessageFilter([](const HubMessage &message) {
            return message.payload.toString() == u"bad" ? HubAnswer::reject(u"no"_qs)
                                                        : HubAnswer::accept();
        });
        HubClient client(hub.serverUrl());
        QVERIFY(client.joins());
        client.message(1, u"bad"_qs);
        client.message(2, u"good"_qs);
        EVENTUALLY(client.acknowledgedThrough() == 2);
        QCOMPARE(hub.texts(), QStringList(u"good"_qs));
        QCOMPARE(client.all("reject").value(0).value(u"reason"_qs), QJsonValue(u"no"_qs));
    }

    void whoReturnsInTimeResumesAndMissesNothing()
    {
        TestHub hub;
        QString session;
        QString epoch;
        HubClient witness(hub.serverUrl());
        QVERIFY(witness.joins(u"blue"_qs));
        {
            HubClient client(hub.serverUrl());
            QVERIFY(client.joins(u"blue"_qs));
            session = client.session();
            epoch = client.welcome().value(u"epoch"_qs).toString();
        }
        EVENTUALLY(hub.changes().contains(Change::Away));
        hub.publish(u"blue"_qs, u"meanwhile"_qs);
        HubClient client(hub.serverUrl());
        QVERIFY(client.joins(
            u"blue"_qs,
            {{u"session"_qs, session},
             {u"cursor"_qs, QJsonObject{{u"epoch"_qs, epoch}, {u"lastEventId"_qs, 0}}}}));
        QCOMPARE(client.welcome().value(u"resumed"_qs), QJsonValue(true));
        EVENTUALLY(client.events() == QStringList(u"meanwhile"_qs));
        EVENTUALLY(hub.presences.size() == 4);
        QCOMPARE(
            hub.changes(),
            QList<Change>({Change::Joined, Change::Joined, Change::Away, Change::Reconnected}));
        EVENTUALLY(witness.all("presence").size() == 4);
        QStringList seen;
        for (const QJsonObject &frame : witness.all("presence"))
            seen += frame.value(u"event"_qs).toString();
        QCOMPARE(
            seen,
            QStringList({u"users"_qs, u"user_joined"_qs, u"user_away"_qs, u"user_reconnected"_qs}));
    }

    void whoReturnsTooLateHasLeft()
    {
        HubPolicy policy;
        policy.gracePeriod = 50ms;
        TestHub hub(policy);
        QString session;
        {
            HubClient client(hub.serverUrl());
            QVERIFY(client.joins(u"blue"_qs));
            session = client.session();
            QCOMPARE(hub.usersIn(u"blue"_qs).size(), 1);
            QVERIFY(hub.usersIn(u"blue"_qs).constFirst().isOnline());
        }
        EVENTUALLY(hub.presences.size() == 3);
        QCOMPARE(hub.changes(), QList<Change>({Change::Joined, Change::Away, Change::Left}));
        QVERIFY(hub.usersIn(u"blue"_qs).isEmpty());
        HubClient client(hub.serverUrl());
        QVERIFY(client.joins(u"blue"_qs, {{u"session"_qs, session}}));
        QCOMPARE(client.welcome().value(u"resumed"_qs), QJsonValue(false));
        QVERIFY(client.session() != session);
    }

    void aSecondConnectionReplacesTheFirst()
    {
        TestHub hub;
        HubClient first(hub.serverUrl());
        QVERIFY(first.joins());
        HubClient second(hub.serverUrl());
        QVERIFY(second.joins({}, {{u"session"_qs, first.session()}}));
        QVERIFY(first.closesWith(4409));
        QCOMPARE(second.welcome().value(u"resumed"_qs), QJsonValue(true));
        EVENTUALLY(hub.clientCount() == 1);
    }

    void sessionsAreNotGuessed()
    {
        TestHub hub;
        HubClient one(hub.serverUrl());
        HubClient two(hub.serverUrl());
        QVERIFY(one.joins());
        QVERIFY(two.joins());
        QVERIFY(one.session().size() >= 32);
        QVERIFY(one.session() != two.session());
        QVERIFY(one.session().left(6) != two.session().left(6));
    }

    void closeKeepsTheSessions()
    {
        TestHub hub;
        const quint16 port = hub.serverPort();
        HubClient before(hub.serverUrl());
        QVERIFY(before.joins());
        hub.close();
        QVERIFY(before.closesWith(1001));
        EVENTUALLY(hub.clientCount() == 0);
        QVERIFY(hub.listen(QHostAddress::LocalHost, port));
        HubClient after(hub.serverUrl());
        QVERIFY(after.joins({}, {{u"session"_qs, before.session()}}));
        QCOMPARE(after.welcome().value(u"resumed"_qs), QJsonValue(true));
    }

    void forgetsARoomsHistory()
    {
        TestHub hub;
        HubClient client(hub.serverUrl());
        QVERIFY(client.joins(u"blue"_qs));
        hub.publish(u"blue"_qs, u"old"_qs);
        QVERIFY(client.hears("event"));
        hub.forgetHistory(u"blue"_qs);
        QVERIFY(client.hears("reset"));
        QVERIFY(client.all("reset").constFirst().value(u"epoch"_qs)
                != client.welcome().value(u"epoch"_qs));
        QCOMPARE(hub.publish(u"blue"_qs, u"new"_qs), quint64(1));
    }

    void theDestructorResetsEverybody()
    {
        auto hub = std::make_unique<TestHub>();
        HubClient client(hub->serverUrl());
        QVERIFY(client.joins());
        HubClient halfway(hub->serverUrl());
        hub.reset();
        EVENTUALLY(client.isOver);
        EVENTUALLY(halfway.state() == QAbstractSocket::UnconnectedState);
        QVERIFY(client.closeCode() != 1001);
    }

    void aHandlerMayCallEverything()
    {
        TestHub hub;
        HubClient client(hub.serverUrl());
        int depth = 0;
        int deepest = 0;
        connect(&hub, &Hub::messageReceived, &hub, [&](const HubMessage &message) {
            deepest = std::max(deepest, ++depth);
            if (message.number == 1) {
                hub.publish(message.room, u"from the handler"_qs);
                hub.forgetHistory(u"elsewhere"_qs);
                hub.setPolicy(hub.policy());
                hub.setFaults(hub.faults());
                hub.setAllowedOrigins({});
                hub.setPlainClients(Hub::PlainClients::Echo);
                hub.setRelaying(true);
                (void)hub.usersIn(message.room);
            } else {
                hub.close();
            }
            --depth;
        });
        QVERIFY(client.joins());
        client.message(1, u"first"_qs);
        EVENTUALLY(client.events().size() == 2);
        client.message(2, u"second"_qs);
        QVERIFY(client.closesWith(1001));
        QCOMPARE(deepest, 1);
    }

    void aHandlerMayDeleteTheHub_data()
    {
        QTest::addColumn<QByteArray>("signal");
        for (const char *signal : {"messageReceived", "presenceChanged", "clientCountChanged",
                                   "drained", "authenticator"})
            QTest::newRow(signal) << QByteArray(signal);
    }
    void aHandlerMayDeleteTheHub()
    {
        QFETCH(QByteArray, signal);
        QPointer<TestHub> hub = new TestHub;
        const auto end = [&hub] { delete hub; };
        if (signal == "messageReceived")
            connect(hub, &Hub::messageReceived, this, end);
        else if (signal == "presenceChanged")
            connect(hub, &Hub::presenceChanged, this, end);
        else if (signal == "clientCountChanged")
            connect(hub, &Hub::clientCountChanged, this, end);
        else if (signal == "drained")
            connect(hub, &Hub::drained, this, end);
        else
            hub->setAuthenticator([end](const QNetworkRequest &, const HubAuthentication &answer) {
                end();
                answer.accept(u"too late"_qs);
            });
        HubClient client(hub->serverUrl());
        connect(&client, &QWebSocket::connected, this, [&] {
            client.hello();
            for (quint64 number = 1; number <= 100; ++number)
                client.message(number, u"x"_qs);
        });
        if (signal == "drained") {
            EVENTUALLY(client.acknowledgedThrough() == 100);
            hub->drain(1s, 1s);
        }
        EVENTUALLY(!hub);
        EVENTUALLY(client.state() == QAbstractSocket::UnconnectedState);
    }

    void aHandlerMayRunAnEventLoopInWhichTheHubGoesOn()
    {
        TestHub hub;
        HubClient client(hub.serverUrl());
        bool wentOn = false;
        int calls = 0;
        connect(&hub, &Hub::messageReceived, this, [&](const HubMessage &message) {
            ++calls;
            if (message.number == 1) // as a modal dialog would
                wentOn = comesTrue([&] { return client.acknowledgedThrough() == 3; });
        });
        QVERIFY(client.joins());
        client.message(1, u"one"_qs);
        client.message(2, u"two"_qs);
        client.message(3, u"three"_qs);
        EVENTUALLY(calls == 3);
        QVERIFY(wentOn);
        QCOMPARE(hub.texts(), QStringList({u"one"_qs, u"two"_qs, u"three"_qs}));
        EVENTUALLY(client.events() == hub.texts());
    }

    void worksInAThreadOfItsOwn()
    {
        QThread thread;
        auto *hub = new Hub;
        hub->moveToThread(&thread);
        connect(&thread, &QThread::finished, hub, &QObject::deleteLater);
        thread.start();
        QUrl url;
        QMetaObject::invokeMethod(
            hub, [&] { url = hub->listen(QHostAddress::LocalHost) ? hub->serverUrl() : QUrl(); },
            Qt::BlockingQueuedConnection);
        HubClient client(url);
        const bool joined = client.joins();
        client.message(1, u"x"_qs);
        const bool acknowledged = comesTrue([&] { return client.acknowledgedThrough() == 1; });
        thread.quit();
        QVERIFY(thread.wait());
        QVERIFY(joined);
        QVERIFY(acknowledged);
    }
};

QTEST_GUILESS_MAIN(tst_Hub)
#include "tst_hub.moc"
