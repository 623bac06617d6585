// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// What the application may ask for a message, and what it hears when the message is not delivered.

#include "plainprotocol.h"
#include "quick.h"
#include "testserver.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qloggingcategory.h>
#include <QtCore/qtemporarydir.h>

using namespace Holdfast;
using namespace Qt::StringLiterals;
using enum ConnectionState;

namespace {

//! The failures of a client, in their order: `1 Cancelled`. It may die first.
class Failures : public QObject
{
public:
    explicit Failures(ReconnectingWebSocket *client)
    {
        connect(client, &ReconnectingWebSocket::messageFailed, this,
                [this](quint64 number, MessageFailure why) {
                    told += QString::number(number) + u' '
                        + QString::fromLatin1(QMetaEnum::fromType<MessageFailure>().valueToKey(
                            static_cast<int>(why)));
                });
    }

    QStringList told;
};

} // namespace

class tst_Outgoing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCancelledMessageIsNeverSent();
    void cancellingComesTooLateOnceItIsWritten();
    void clearPendingTakesBackWhatWasNeverWritten();
    void theOutcomeComesAfterTheCall();
    void cancellingTheOldestMovesTheClock();
    void aHandlerMayCancel();
    void deletionTellsWhatWasCancelled();
    void anOldMessageFailsWithoutAnyConnection();
    void anOldMessageIsNotSent();
    void onlyTheNewestOfAKeyIsSent();
    void theOldestMakesRoom();
    void aVolatileMessageIsSentNowOrNever();
    void theFutureTellsHowItFailed();
    void aPoisonousMessageDoesNotHoldUpTheOthers();
    void whoTurnsEverybodyAwayBlamesNobody_data();
    void whoTurnsEverybodyAwayBlamesNobody();
    void strikesStayWithTheirQueue();
    void strikesStayWithTheirServer();
};

void tst_Outgoing::aCancelledMessageIsNeverSent()
{
    TestServer server;
    Client client;
    const Failures failures(&client);
    client.sendTextMessage(u"a"_s);
    client.sendTextMessage(u"b"_s);
    client.sendTextMessage(u"c"_s);
    QVERIFY(client.cancel(2));
    QCOMPARE(client.pendingMessageCount(), 2);
    QCOMPARE(client.pendingByteCount(), 2);
    QVERIFY(!client.cancel(2));
    QVERIFY(!client.cancel(0));
    QVERIFY(!client.cancel(4));
    server.start();
    client.open(server.url());
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(server.texts(), QStringList({u"a"_s, u"c"_s}));
    QCOMPARE(failures.told, QStringList({u"2 Cancelled"_s}));
}

void tst_Outgoing::cancellingComesTooLateOnceItIsWritten()
{
    TestServer server;
    server.start();
    Client client(patient());
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    bool late = false;
    connect(&client, &ReconnectingWebSocket::messageWritten, this, [&](quint64 number) {
        late = !client.cancel(number);
        QVERIFY(client.pendingMessages().at(0).maybeDelivered);
        QVERIFY(client.pendingMessages().at(0).inFlight);
    });
    client.sendTextMessage(u"a"_s);
    EVENTUALLY(client.pendingMessageCount() == 0);
    QVERIFY(late);
    QCOMPARE(server.texts(), QStringList({u"a"_s}));
}

void tst_Outgoing::clearPendingTakesBackWhatWasNeverWritten()
{
    TestServer server;
    server.start();
    Policy policy = quick();
    policy.outbox.windowMessages = 1;
    Client client(policy);
    const Failures failures(&client);
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    connect(&client, &ReconnectingWebSocket::messageWritten, &client,
            &ReconnectingWebSocket::clearPending);
    for (const QString &text : numbered(1, 3))
        client.sendTextMessage(text);
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(server.texts(), QStringList({u"1"_s}));
    QCOMPARE(failures.told, QStringList({u"2 Cancelled"_s, u"3 Cancelled"_s}));
}

void tst_Outgoing::theOutcomeComesAfterTheCall()
{
    Client client;
    const Failures failures(&client);
    client.sendTextMessage(u"a"_s);
    client.cancel(1);
    client.clearPending();
    QVERIFY(failures.told.isEmpty());
    settle();
    QCOMPARE(failures.told, QStringList({u"1 Cancelled"_s}));
}

void tst_Outgoing::cancellingTheOldestMovesTheClock()
{
    Client client;
    client.sendTextMessage(u"a"_s);
    const QDateTime first = client.oldestPendingAt();
    observeFor(20ms);
    client.sendTextMessage(u"b"_s);
    QCOMPARE(client.oldestPendingAt(), first);
    client.cancel(1);
    QVERIFY(client.oldestPendingAt() >= first.addMSecs(15));
    client.clearPending();
    QVERIFY(!client.oldestPendingAt().isValid());
    QCOMPARE(client.pendingMessageCount(), 0);
}

void tst_Outgoing::aHandlerMayCancel()
{
    Client client;
    const Failures failures(&client);
    connect(&client, &ReconnectingWebSocket::messageFailed, this,
            [&](quint64 number) { client.cancel(number + 1); });
    for (const QString &text : numbered(1, 4))
        client.sendTextMessage(text);
    client.cancel(1);
    EVENTUALLY(failures.told.size() == 4);
    QCOMPARE(client.pendingMessageCount(), 0);
}

void tst_Outgoing::deletionTellsWhatWasCancelled()
{
    auto client = std::make_unique<Client>();
    const Failures failures(client.get());
    client->sendTextMessage(u"a"_s);
    client->sendTextMessage(u"b"_s);
    client->cancel(2);
    client.reset();
    QCOMPARE(failures.told, QStringList({u"2 Cancelled"_s, u"1 Discarded"_s}));
}

void tst_Outgoing::anOldMessageFailsWithoutAnyConnection()
{
    Client client;
    const Failures failures(&client);
    client.sendTextMessage(u"a"_s, {.timeToLive = 30ms});
    client.sendTextMessage(u"b"_s, {.timeToLive = 1ms});
    client.sendTextMessage(u"c"_s);
    QElapsedTimer clock;
    clock.start();
    EVENTUALLY(failures.told.size() == 2);
    QVERIFY(clock.elapsed() >= 28);
    QCOMPARE(failures.told, QStringList({u"2 Expired"_s, u"1 Expired"_s}));
    QCOMPARE(client.state(), Closed);
    QCOMPARE(client.pendingMessageCount(), 1);
}

void tst_Outgoing::anOldMessageIsNotSent()
{
    TestServer server;
    Client client;
    const Failures failures(&client);
    client.open(server.url());
    client.sendTextMessage(u"old"_s, {.timeToLive = 20ms});
    client.sendTextMessage(u"new"_s, {.timeToLive = 1h});
    EVENTUALLY(failures.told.size() == 1);
    server.start();
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(server.texts(), QStringList({u"new"_s}));
}

void tst_Outgoing::onlyTheNewestOfAKeyIsSent()
{
    TestServer server;
    Client client;
    const Failures failures(&client);
    for (const QString &text : numbered(1, 5))
        client.sendTextMessage(text, {.coalesceKey = u"position"_s});
    QCOMPARE(client.pendingMessageCount(), 1);
    server.start();
    client.open(server.url());
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(server.texts(), QStringList({u"5"_s}));
    QCOMPARE(failures.told.size(), 4);
    QCOMPARE(failures.told.at(3), u"4 Superseded"_s);
}

void tst_Outgoing::theOldestMakesRoom()
{
    Policy policy = quick();
    policy.outbox.maxPendingMessages = 2;
    policy.outbox.overflow = OverflowPolicy::DropOldest;
    Client client(policy);
    const Failures failures(&client);
    for (const QString &text : numbered(1, 3))
        QVERIFY(client.sendTextMessage(text) != 0);
    QVERIFY(failures.told.isEmpty());
    QCOMPARE(client.pendingMessageCount(), 2);
    settle();
    QCOMPARE(failures.told, QStringList({u"1 Dropped"_s}));
    QCOMPARE(client.pendingMessages().at(0).number, 2u);
}

void tst_Outgoing::aVolatileMessageIsSentNowOrNever()
{
    TestServer server;
    server.start();
    Client client;
    const Failures failures(&client);
    client.sendTextMessage(u"too early"_s, {.isVolatile = true});
    settle();
    QCOMPARE(failures.told, QStringList({u"1 NotConnected"_s}));
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    client.sendTextMessage(u"now"_s, {.isVolatile = true});
    client.sendTextMessage(u"and now"_s, {.isVolatile = true});
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(server.texts(), QStringList({u"now"_s, u"and now"_s}));
    QCOMPARE(failures.told.size(), 1);
}

void tst_Outgoing::theFutureTellsHowItFailed()
{
    TestServer server;
    server.start();
    Client client(patient());
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    const auto cancelled = client.deliverTextMessage(u"a"_s, {.tag = u"mine"_s});
    QVERIFY(client.cancel(1));
    settle();
    QVERIFY(cancelled.isFinished());
    QCOMPARE(cancelled.result().failure, MessageFailure::Cancelled);
    QCOMPARE(cancelled.result().tag, u"mine"_s);
    QVERIFY(!cancelled.result().delivered && !cancelled.result().maybeDelivered);

    // Written, lost with its connection, and too old before there is another.
    connect(&client, &ReconnectingWebSocket::messageWritten, &server, &TestServer::kill);
    const auto expired = client.deliverTextMessage(u"b"_s, {.timeToLive = 50ms});
    EVENTUALLY(expired.isFinished());
    QCOMPARE(expired.result().failure, MessageFailure::Expired);
    QVERIFY(expired.result().maybeDelivered);
}

void tst_Outgoing::aPoisonousMessageDoesNotHoldUpTheOthers()
{
    QLoggingCategory::setFilterRules(u"holdfast.outbox.warning=false"_s);
    TestServer server;
    server.start();
    connect(&server, &TestServer::received, this, [&] {
        if (server.visit(server.visitCount() - 1).texts().endsWith(u"poison"_s))
            server.sayGoodbye(1009, u"too much for me"_s);
    });
    Client client;
    const Failures failures(&client);
    for (const QString &text : {u"a"_s, u"b"_s, u"poison"_s, u"c"_s, u"d"_s})
        client.sendTextMessage(text);
    client.open(server.url());
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(failures.told, QStringList({u"3 Poisonous"_s}));
    QCOMPARE(client.lastError().category, ErrorCategory::MessageNotAccepted);
    QStringList texts = server.texts();
    QVERIFY(texts.count(u"poison"_s) >= 3);
    QVERIFY(texts.removeDuplicates() > 0);
    QCOMPARE(texts.last(), u"d"_s);
    QLoggingCategory::setFilterRules({});
}

void tst_Outgoing::whoTurnsEverybodyAwayBlamesNobody_data()
{
    QTest::addColumn<bool>("byText");
    QTest::newRow("pings") << false;
    QTest::newRow("heartbeats in text") << true;
}

void tst_Outgoing::whoTurnsEverybodyAwayBlamesNobody()
{
    QFETCH(bool, byText);
    TestServer server;
    server.start();
    connect(&server, &TestServer::upgraded, &server, [&] { server.sayGoodbye(1011); });
    Client client;
    if (byText) {
        auto protocol = std::make_unique<PlainProtocol>();
        protocol->setHeartbeat(u"are you there"_s, u"I am"_s);
        client.setProtocol(std::move(protocol));
    }
    const Failures failures(&client);
    client.sendTextMessage(u"innocent"_s);
    client.open(server.url());
    EVENTUALLY(server.upgradeCount() >= 12 || !failures.told.isEmpty());
    QCOMPARE(failures.told, QStringList());
    QCOMPARE(client.pendingMessageCount(), 1);
}

//! Numbers begin with 1 in each.
void tst_Outgoing::strikesStayWithTheirQueue()
{
    const QTemporaryDir folder;
    TestServer server;
    {
        Client before;
        before.setStorageFolder(folder.path());
        before.setQueueName(u"b"_s);
        before.setUrl(server.url());
        QCOMPARE(before.sendTextMessage(u"b's"_s), 1u);
        QVERIFY(before.commit());
    }
    server.start();
    int strikes = 0;
    int ofB = 0;
    connect(&server, &TestServer::received, this, [&] {
        const bool isA = server.texts().constLast() == u"a's";
        strikes += isA;
        ofB += !isA;
        if (isA || ofB == 1)
            server.sayGoodbye(1011);
    });
    Client client;
    const Failures failures(&client);
    client.setStorageFolder(folder.path());
    client.setQueueName(u"a"_s);
    client.open(server.url());
    EVENTUALLY(client.isQueueReady());
    connect(&client, &ReconnectingWebSocket::disconnected, this, [&] {
        if (strikes == 2 && client.queueName() == u"a"_s)
            client.setQueueName(u"b"_s);
    });
    QCOMPARE(client.sendTextMessage(u"a's"_s), 1u);
    EVENTUALLY(ofB > 0 && client.isQueueReady() && client.pendingMessageCount() == 0);
    QCOMPARE(failures.told, QStringList());
    QCOMPARE(ofB, 2);
}

void tst_Outgoing::strikesStayWithTheirServer()
{
    TestServer bad, good;
    bad.start();
    good.start();
    int strikes = 0;
    connect(&bad, &TestServer::received, this, [&] {
        ++strikes;
        bad.sayGoodbye(1009);
    });
    connect(&good, &TestServer::received, this, [&] {
        if (good.messages().size() == 1)
            good.sayGoodbye(1011);
    });
    Client client;
    const Failures failures(&client);
    connect(&client, &ReconnectingWebSocket::disconnected, this, [&] {
        if (strikes == 2)
            client.setUrl(good.url());
    });
    client.sendTextMessage(u"x"_s);
    client.open(bad.url());
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(failures.told, QStringList());
    QCOMPARE(good.messages().size(), 2);
}

QTEST_GUILESS_MAIN(tst_Outgoing)
#include "tst_outgoing.moc"
