// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "hubclient.h"

#include <QtCore/qpointer.h>
#include <QtCore/qthread.h>
#include <QtNetwork/qtcpserver.h>
#include <QtTest/qsignalspy.h>

#include <memory>

using namespace Holdfast;
using namespace Qt::StringLiterals;
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
        QCOMPARE(hub.serverUrl(), QUrl(u"ws://127.0.0.1:%1"_s.arg(hub.serverPort())));
        QVERIFY(!hub.listen());
        QCOMPARE(hub.errorString(), u"already listening"_s);
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
        QVERIFY(client.joins(u"blue"_s));
        QCOMPARE(hub.clientCount(), 1);
        QCOMPARE(counted.size(), 1);
        QCOMPARE(client.subprotocol(), u"holdfast.v1.json"_s);
        QCOMPARE(client.welcome().value(u"resumed"_s), QJsonValue(false));
        QCOMPARE(client.welcome().value(u"heartbeat"_s).toInt(), 30'000);

        client.message(1, u"hello"_s);
        client.message(2, u"world"_s);
        EVENTUALLY(hub.messages.size() == 2 && client.acknowledgedThrough() == 2);
        QCOMPARE(hub.texts(), QStringList({u"hello"_s, u"world"_s}));
        QCOMPARE(hub.messages.at(0).room, u"blue"_s);
        QCOMPARE(hub.messages.at(0).number, quint64(1));
        QCOMPARE(hub.messages.at(0).key, client.producer + u"-1"_s);
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
            client.message(number, u"x"_s);
        EVENTUALLY(client.acknowledgedThrough() == 1000);
        QVERIFY2(client.all("ack").size() < 100,
                 qPrintable(QString::number(client.all("ack").size())));
    }

    void givesAMessageToTheApplicationOnce()
    {
        TestHub hub;
        HubClient client(hub.serverUrl());
        QVERIFY(client.joins());
        client.message(1, u"once"_s);
        client.message(1, u"once"_s);
        client.message(2, u"more"_s);
        EVENTUALLY(client.acknowledgedThrough() == 2);
        QCOMPARE(hub.texts(), QStringList({u"once"_s, u"more"_s}));
    }

    void publishesToOneRoom()
    {
        TestHub hub;
        HubClient blue(hub.serverUrl());
        HubClient red(hub.serverUrl());
        QVERIFY(blue.joins(u"blue"_s));
        QVERIFY(red.joins(u"red"_s));
        QCOMPARE(hub.publish(u"blue"_s, u"text"_s), quint64(1));
        QCOMPARE(hub.publish(u"blue"_s, QByteArray("\0\1", 2)), quint64(2));
        QCOMPARE(hub.publish(u"blue"_s, QVariantMap{{u"a"_s, 1}}), quint64(3));
        QCOMPARE(hub.publish(u"red"_s, u"red text"_s), quint64(1));
        QVERIFY(blue.hears("event", 3));
        QVERIFY(red.hears("event", 1));
        const QList<QJsonObject> events = blue.all("event");
        QCOMPARE(events.at(0).value(u"payload"_s), QJsonValue(u"text"_s));
        QCOMPARE(events.at(1).value(u"payload"_s), QJsonValue(u"AAE="_s));
        QCOMPARE(events.at(1).value(u"encoding"_s), QJsonValue(u"base64"_s));
        QCOMPARE(events.at(2).value(u"payload"_s), QJsonValue(QJsonObject{{u"a"_s, 1}}));
        QCOMPARE(red.events(), QStringList(u"red text"_s));
    }

    void relaysOnlyIfItShould()
    {
        TestHub hub;
        hub.setRelaying(false);
        QVERIFY(!hub.isRelaying());
        HubClient client(hub.serverUrl());
        QVERIFY(client.joins());
        client.message(1, u"for the hub"_s);
        EVENTUALLY(client.acknowledgedThrough() == 1);
        hub.publish(QString(), u"for all"_s);
        QVERIFY(client.hears("event"));
        QCOMPARE(client.events(), QStringList(u"for all"_s));
    }

    void asksTheFilter()
    {
        TestHub hub;
        hub.setMessageFilter([](const HubMessage &message) {
            return message.payload.toString() == u"bad" ? HubAnswer::reject(u"no"_s)
                                                        : HubAnswer::accept();
        });
        HubClient client(hub.serverUrl());
        QVERIFY(client.joins());
        client.message(1, u"bad"_s);
        client.message(2, u"good"_s);
        EVENTUALLY(client.acknowledgedThrough() == 2);
        QCOMPARE(hub.texts(), QStringList(u"good"_s));
        QCOMPARE(client.all("reject").value(0).value(u"reason"_s), QJsonValue(u"no"_s));
    }

    void whoReturnsInTimeResumesAndMissesNothing()
    {
        TestHub hub;
        QString session;
        QString epoch;
        HubClient witness(hub.serverUrl());
        QVERIFY(witness.joins(u"blue"_s));
        {
            HubClient client(hub.serverUrl());
            QVERIFY(client.joins(u"blue"_s));
            session = client.session();
            epoch = client.welcome().value(u"epoch"_s).toString();
        }
        EVENTUALLY(hub.changes().contains(Change::Away));
        hub.publish(u"blue"_s, u"meanwhile"_s);
        HubClient client(hub.serverUrl());
        QVERIFY(
            client.joins(u"blue"_s,
                         {{u"session"_s, session},
                          {u"cursor"_s, QJsonObject{{u"epoch"_s, epoch}, {u"lastEventId"_s, 0}}}}));
        QCOMPARE(client.welcome().value(u"resumed"_s), QJsonValue(true));
        EVENTUALLY(client.events() == QStringList(u"meanwhile"_s));
        EVENTUALLY(hub.presences.size() == 4);
        QCOMPARE(
            hub.changes(),
            QList<Change>({Change::Joined, Change::Joined, Change::Away, Change::Reconnected}));
        EVENTUALLY(witness.all("presence").size() == 4);
        QStringList seen;
        for (const QJsonObject &frame : witness.all("presence"))
            seen += frame.value(u"event"_s).toString();
        QCOMPARE(
            seen,
            QStringList({u"users"_s, u"user_joined"_s, u"user_away"_s, u"user_reconnected"_s}));
    }

    void whoReturnsTooLateHasLeft()
    {
        HubPolicy policy;
        policy.gracePeriod = 50ms;
        TestHub hub(policy);
        QString session;
        {
            HubClient client(hub.serverUrl());
            QVERIFY(client.joins(u"blue"_s));
            session = client.session();
            QCOMPARE(hub.usersIn(u"blue"_s).size(), 1);
            QVERIFY(hub.usersIn(u"blue"_s).constFirst().isOnline());
        }
        EVENTUALLY(hub.presences.size() == 3);
        QCOMPARE(hub.changes(), QList<Change>({Change::Joined, Change::Away, Change::Left}));
        QVERIFY(hub.usersIn(u"blue"_s).isEmpty());
        HubClient client(hub.serverUrl());
        QVERIFY(client.joins(u"blue"_s, {{u"session"_s, session}}));
        QCOMPARE(client.welcome().value(u"resumed"_s), QJsonValue(false));
        QVERIFY(client.session() != session);
    }

    void aSecondConnectionReplacesTheFirst()
    {
        TestHub hub;
        HubClient first(hub.serverUrl());
        QVERIFY(first.joins());
        HubClient second(hub.serverUrl());
        QVERIFY(second.joins({}, {{u"session"_s, first.session()}}));
        QVERIFY(first.closesWith(4409));
        QCOMPARE(second.welcome().value(u"resumed"_s), QJsonValue(true));
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
        QVERIFY(after.joins({}, {{u"session"_s, before.session()}}));
        QCOMPARE(after.welcome().value(u"resumed"_s), QJsonValue(true));
    }

    void forgetsARoomsHistory()
    {
        TestHub hub;
        HubClient client(hub.serverUrl());
        QVERIFY(client.joins(u"blue"_s));
        hub.publish(u"blue"_s, u"old"_s);
        QVERIFY(client.hears("event"));
        hub.forgetHistory(u"blue"_s);
        QVERIFY(client.hears("reset"));
        QVERIFY(client.all("reset").constFirst().value(u"epoch"_s)
                != client.welcome().value(u"epoch"_s));
        QCOMPARE(hub.publish(u"blue"_s, u"new"_s), quint64(1));
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
                hub.publish(message.room, u"from the handler"_s);
                hub.forgetHistory(u"elsewhere"_s);
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
        client.message(1, u"first"_s);
        EVENTUALLY(client.events().size() == 2);
        client.message(2, u"second"_s);
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
                answer.accept(u"too late"_s);
            });
        HubClient client(hub->serverUrl());
        connect(&client, &QWebSocket::connected, this, [&] {
            client.hello();
            for (quint64 number = 1; number <= 100; ++number)
                client.message(number, u"x"_s);
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
        client.message(1, u"one"_s);
        client.message(2, u"two"_s);
        client.message(3, u"three"_s);
        EVENTUALLY(calls == 3);
        QVERIFY(wentOn);
        QCOMPARE(hub.texts(), QStringList({u"one"_s, u"two"_s, u"three"_s}));
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
        client.message(1, u"x"_s);
        const bool acknowledged = comesTrue([&] { return client.acknowledgedThrough() == 1; });
        thread.quit();
        QVERIFY(thread.wait());
        QVERIFY(joined);
        QVERIFY(acknowledged);
    }
};

QTEST_GUILESS_MAIN(tst_Hub)
#include "tst_hub.moc"
