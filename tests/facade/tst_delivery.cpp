// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "plainprotocol.h"
#include "quick.h"
#include "relay.h"
#include "testserver.h"

#include <QtCore/qfuturewatcher.h>

using namespace Holdfast;
using namespace Qt::StringLiterals;
using enum ConnectionState;

namespace {

std::vector<quint64> numbersIn(const QSignalSpy &spy)
{
    std::vector<quint64> numbers;
    for (const QVariantList &arguments : spy)
        numbers.push_back(arguments.at(0).toULongLong());
    return numbers;
}

std::unique_ptr<PlainProtocol> plain(DeliveryProof proof = DeliveryProof::Fence)
{
    auto protocol = std::make_unique<PlainProtocol>();
    protocol->setDeliveryProof(proof);
    return protocol;
}

} // namespace

class tst_Delivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- in order, and all of it ----

    void sendAndCloseArrivesOnceAndIsReported();
    void whatWasSentBeforeOpenGoesOutInOrder();
    void nothingIsLostWhenTheServerIsKilled();
    void aMessageSentInConnectedGoesBehindWhatIsPending();
    void textAndBytesKeepTheirOrder();
    void emptyMessagesAreDelivered();
    void largeMessagesArriveInOnePiece();
    void framesOfAnAbandonedConnectionDoNotFollow();

    // ---- what is said about it ----

    void nothingIsSaidFromInsideSend();
    void theCountIsRightWhenSendReturns();
    void listsWhatIsPending();
    void aMessageTooLargeIsRefused();
    void aFullQueueRefuses();
    void aHundredMegabytesPassIfThatIsWanted();
    void deliveredMeansThatThePeerHasReadIt();

    // ---- protocols ----

    void thePreambleIsFirstOnEveryConnection();
    void messagesWaitUntilTheServerIsReady();
    void aServerThatIsNeverReadyMissesTheDeadline();
    void manualProofWaitsForTheApplication();
    void whatWasNotConfirmedIsSentAgain();
    void anotherProtocolTakesOverWhatIsPending();

    // ---- futures ----

    void aFutureIsFinishedOnceWithTheOutcome();
    void aRefusedFutureIsFinishedAtOnce();
    void futuresAreCancelledOnDestruction();
    void futuresKnowWhatWasDeliveredWhenAHandlerDeletesTheObject();
    void futuresKnowWhatHasFailedWhenAHandlerDeletesTheObject();
    void aContinuationMayDeleteTheObject();

    // ---- the end ----

    void destructionFailsWhatIsPending();
};

void tst_Delivery::sendAndCloseArrivesOnceAndIsReported()
{
    TestServer server;
    server.start();
    Client client;
    QSignalSpy delivered(&client, &ReconnectingWebSocket::messageDelivered);
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    const quint64 number = client.sendTextMessage(QStringLiteral("goodbye"));
    client.close(3999, QStringLiteral("done"));
    QVERIFY(client.reaches(Closed));
    QCOMPARE(numbersIn(delivered), std::vector{number});
    EVENTUALLY(server.visit(0).over);
    QCOMPARE(server.texts(), QStringList{u"goodbye"_s});
    QCOMPARE(server.visit(0).closeCode, 3999);
    QCOMPARE(client.closeCode(), 3999);
    QCOMPARE(client.closeReason(), QStringLiteral("done"));
    QCOMPARE(client.pendingMessageCount(), 0);
}

void tst_Delivery::whatWasSentBeforeOpenGoesOutInOrder()
{
    TestServer server;
    Client client;
    for (const QString &text : numbered(1, 50))
        client.sendTextMessage(text);
    client.open(server.url());
    EVENTUALLY(client.attemptCount() >= 2);
    for (const QString &text : numbered(51, 100))
        client.sendTextMessage(text);
    server.start();
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(server.texts(), numbered(1, 100));
}

void tst_Delivery::nothingIsLostWhenTheServerIsKilled()
{
    TestServer server;
    server.start();
    Client client;
    std::vector<quint64> delivered;
    int confirmedInFirstLife = 0;
    connect(&client, &ReconnectingWebSocket::messageDelivered, this, [&](quint64 number) {
        delivered.push_back(number);
        confirmedInFirstLife += server.visitCount() == 1;
    });
    connect(&server, &TestServer::received, this, [&](int total) {
        if (total == 300)
            QMetaObject::invokeMethod(&server, &TestServer::stop, Qt::QueuedConnection);
    });
    client.open(server.url());
    QVERIFY(client.reaches(Connected));

    std::vector<quint64> sent;
    int next = 1;
    // A few at a time, so that the server dies in the middle of it.
    while (next <= 1000) {
        for (int i = 0; i < 10 && next <= 1000; ++i)
            sent.push_back(client.sendTextMessage(QString::number(next++)));
        QCoreApplication::processEvents();
    }
    EVENTUALLY(server.visit(0).over);
    EVENTUALLY(client.attemptCount() >= 2);
    server.start();
    EVENTUALLY(client.pendingMessageCount() == 0);

    QCOMPARE(delivered, sent);
    const QStringList first = server.visit(0).texts();
    const QStringList second = server.visit(server.visitCount() - 1).texts();
    QCOMPARE(server.upgradeCount(), 2);
    QVERIFY(first.size() >= 300 && first.size() < 1000);
    // The first life has a beginning; the second goes on where confirmation ended.
    QCOMPARE(first, numbered(1, static_cast<int>(first.size())));
    QCOMPARE(second, numbered(confirmedInFirstLife + 1, 1000));
    QVERIFY(confirmedInFirstLife <= first.size());
}

void tst_Delivery::aMessageSentInConnectedGoesBehindWhatIsPending()
{
    TestServer server;
    server.start();
    Client client;
    connect(&client, &ReconnectingWebSocket::connected, this,
            [&] { client.sendTextMessage(QStringLiteral("101")); });
    for (const QString &text : numbered(1, 100))
        client.sendTextMessage(text);
    client.open(server.url());
    EVENTUALLY(server.texts().size() == 101);
    QCOMPARE(server.texts(), numbered(1, 101));
}

void tst_Delivery::textAndBytesKeepTheirOrder()
{
    TestServer server;
    server.start();
    Client client;
    QList<Payload> sent;
    for (int i = 0; i < 100; ++i) {
        if (i % 2) {
            sent += Payload(QString::number(i));
            client.sendTextMessage(QString::number(i));
        } else {
            sent += Payload(QByteArray(i, '\0'));
            client.sendBinaryMessage(QByteArray(i, '\0'));
        }
    }
    client.open(server.url());
    EVENTUALLY(client.pendingMessageCount() == 0);
    QVERIFY(server.messages() == sent);
}

void tst_Delivery::emptyMessagesAreDelivered()
{
    TestServer server;
    server.start();
    Client client;
    QSignalSpy delivered(&client, &ReconnectingWebSocket::messageDelivered);
    client.open(server.url());
    const quint64 text = client.sendTextMessage(QString());
    const quint64 bytes = client.sendBinaryMessage(QByteArray());
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(numbersIn(delivered), (std::vector{text, bytes}));
    QVERIFY(server.messages() == QList({Payload(QString()), Payload(QByteArray())}));
}

void tst_Delivery::largeMessagesArriveInOnePiece()
{
    TestServer server;
    server.start();
    Client client;
    // Two bytes a character, and an odd one first: whoever cuts this by bytes cuts a character.
    const QString text = QLatin1Char('x') + QString(800'000, QChar(0xe9));
    const QByteArray bytes(3 * 1024 * 1024 + 1, 'b');
    client.open(server.url());
    client.sendTextMessage(text);
    client.sendBinaryMessage(bytes);
    client.sendTextMessage(QStringLiteral("small"));
    EVENTUALLY(client.pendingMessageCount() == 0);
    QVERIFY(server.messages() == QList({Payload(text), Payload(bytes), Payload(u"small"_s)}));
    QCOMPARE(server.visitCount(), 1);
}

void tst_Delivery::framesOfAnAbandonedConnectionDoNotFollow()
{
    TestServer server;
    server.start();
    Relay relay(server.url());
    relay.setUplink(1024); // of which the second connection has more
    Client client;
    client.open(relay.url(QStringLiteral("old")));
    QVERIFY(client.reaches(Connected));
    relay.setUplink(1);
    for (int i = 0; i < 1000; ++i)
        client.sendTextMessage(QString::number(i).leftJustified(1024, QLatin1Char('.')));
    EVENTUALLY(client.pendingMessages().constFirst().inFlight);
    relay.setUplink(8);
    EVENTUALLY(!server.visit(0).messages.isEmpty());

    int oldOnesAtFirstFence = -1;
    connect(&client, &ReconnectingWebSocket::messageDelivered, this, [&] {
        if (oldOnesAtFirstFence < 0)
            oldOnesAtFirstFence = static_cast<int>(server.visit(0).messages.size());
    });
    client.setUrl(server.url(QStringLiteral("new"))); // past the slow link
    EVENTUALLY(client.pendingMessageCount() == 0);
    EVENTUALLY(server.visit(0).over);
    QCOMPARE(server.visit(1).messages.size(), 1000);
    QVERIFY(server.visit(1).texts().constFirst().startsWith(QLatin1StringView("0...")));
    QVERIFY2(
        server.visit(0).messages.size() <= oldOnesAtFirstFence + 8, // what the link itself held
        qPrintable(
            u"%1 then, %2 now"_s.arg(oldOnesAtFirstFence).arg(server.visit(0).messages.size())));
    QVERIFY(server.visit(0).messages.size() < 100);
}

// ---- what is said about it ----

void tst_Delivery::nothingIsSaidFromInsideSend()
{
    TestServer server;
    server.start();
    Policy policy = quick();
    policy.outbox.maxMessageBytes = 10;
    Client client(policy);
    bool inside = false;
    QStringList said;
    const auto listen = [&](const char *what) {
        return [&inside, &said, what] {
            if (inside)
                said += QLatin1StringView(what);
        };
    };
    connect(&client, &ReconnectingWebSocket::messageWritten, this, listen("written"));
    connect(&client, &ReconnectingWebSocket::messageDelivered, this, listen("delivered"));
    connect(&client, &ReconnectingWebSocket::messageRefused, this, listen("refused"));
    connect(&client, &ReconnectingWebSocket::pendingMessageCountChanged, this, listen("count"));
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    inside = true;
    client.sendTextMessage(QStringLiteral("one"));
    client.sendTextMessage(QStringLiteral("one that is too large"));
    inside = false;
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(said, QStringList());
}

void tst_Delivery::theCountIsRightWhenSendReturns()
{
    Client client;
    QSignalSpy changed(&client, &ReconnectingWebSocket::pendingMessageCountChanged);
    const QDateTime before = QDateTime::currentDateTimeUtc();
    QVERIFY(!client.oldestPendingAt().isValid());
    QCOMPARE(client.sendTextMessage(QStringLiteral("é")), 1);
    QCOMPARE(client.pendingMessageCount(), 1);
    QCOMPARE(client.pendingByteCount(), 2);
    constexpr int Rounding = 2; // ms; two clocks, each cut to the millisecond
    QVERIFY(client.oldestPendingAt() >= before.addMSecs(-Rounding));
    QCOMPARE(client.sendBinaryMessage(QByteArray(5, 'x')), 2);
    QCOMPARE(client.pendingMessageCount(), 2);
    QCOMPARE(client.pendingByteCount(), 7);
    QVERIFY(client.oldestPendingAt() <= QDateTime::currentDateTimeUtc().addMSecs(Rounding));
    QCOMPARE(changed.count(), 0);
    settle();
    QCOMPARE(changed.count(), 1);
}

void tst_Delivery::listsWhatIsPending()
{
    Client client;
    client.sendTextMessage(QStringLiteral("one"), {.tag = QStringLiteral("first")});
    client.sendBinaryMessage(QByteArray(5, 'x'));
    const QList<PendingMessage> list = client.pendingMessages();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.at(0).number, 1);
    QVERIFY(list.at(0).isText);
    QVERIFY(!list.at(0).inFlight);
    QCOMPARE(list.at(0).byteCount, 3);
    QCOMPARE(list.at(0).tag, QStringLiteral("first"));
    QVERIFY(list.at(0).queuedAt.isValid());
    QVERIFY(!list.at(1).isText);
    QCOMPARE(list.at(1).byteCount, 5);
}

void tst_Delivery::aMessageTooLargeIsRefused()
{
    Client client;
    QSignalSpy refused(&client, &ReconnectingWebSocket::messageRefused);
    QCOMPARE(client.sendBinaryMessage(QByteArray(100'000'000, 'x')), 0);
    QCOMPARE(client.pendingMessageCount(), 0);
    QCOMPARE(refused.count(), 0);
    settle();
    QCOMPARE(refused.count(), 1);
    QCOMPARE(refused.at(0).at(0).value<MessageFailure>(), MessageFailure::TooLarge);
    QCOMPARE(client.sendTextMessage(QStringLiteral("small")), 1);
}

void tst_Delivery::aFullQueueRefuses()
{
    Policy policy = quick();
    policy.outbox.maxPendingMessages = 3;
    policy.outbox.maxPendingBytes = 100;
    Client client(policy);
    QSignalSpy refused(&client, &ReconnectingWebSocket::messageRefused);
    QVERIFY(client.sendBinaryMessage(QByteArray(60, 'x')) != 0);
    QCOMPARE(client.sendBinaryMessage(QByteArray(60, 'x')), 0); // too many bytes
    QVERIFY(client.sendBinaryMessage(QByteArray(40, 'x')) != 0);
    QVERIFY(client.sendBinaryMessage(QByteArray()) != 0);
    QCOMPARE(client.sendBinaryMessage(QByteArray()), 0); // too many messages
    settle();
    QCOMPARE(refused.count(), 2);
    QCOMPARE(refused.at(0).at(0).value<MessageFailure>(), MessageFailure::QueueFull);
    QCOMPARE(refused.at(1).at(0).value<MessageFailure>(), MessageFailure::QueueFull);
    QCOMPARE(client.pendingMessageCount(), 3);

    TestServer server;
    server.start();
    client.open(server.url());
    EVENTUALLY(client.pendingMessageCount() == 0);
    QVERIFY(client.sendBinaryMessage(QByteArray(60, 'x')) != 0); // there is room again
}

void tst_Delivery::aHundredMegabytesPassIfThatIsWanted()
{
    TestServer server;
    server.start();
    Policy policy = quick();
    policy.outbox.maxMessageBytes = policy.outbox.maxPendingBytes = 200'000'000;
    Client client(policy);
    QSignalSpy delivered(&client, &ReconnectingWebSocket::messageDelivered);
    client.open(server.url());
    QVERIFY(client.sendBinaryMessage(QByteArray(100'000'000, 'x')) != 0);
    QVERIFY(client.sendTextMessage(QStringLiteral("after it")) != 0);
    QTRY_COMPARE_WITH_TIMEOUT(delivered.count(), 2, 60'000);
    QCOMPARE(server.visitCount(), 1);
    QCOMPARE(server.messages().at(0).byteCount(), 100'000'000);
    QCOMPARE(server.messages().at(1).text(), QStringLiteral("after it"));
}

void tst_Delivery::deliveredMeansThatThePeerHasReadIt()
{
    TestServer server;
    server.start();
    Relay relay(server.url());
    Client client;
    QSignalSpy written(&client, &ReconnectingWebSocket::messageWritten);
    QSignalSpy delivered(&client, &ReconnectingWebSocket::messageDelivered);
    client.open(relay.url());
    QVERIFY(client.reaches(Connected));
    relay.blackhole();
    client.sendTextMessage(QStringLiteral("one"));
    EVENTUALLY(written.count() == 1);
    settle();
    QCOMPARE(delivered.count(), 0);
    QVERIFY(client.pendingMessages().constFirst().inFlight);
    relay.heal();
    QVERIFY(delivered.wait(Patience));
    QCOMPARE(server.texts(), QStringList{u"one"_s});
}

// ---- protocols ----

void tst_Delivery::thePreambleIsFirstOnEveryConnection()
{
    TestServer server;
    server.start();
    auto protocol = plain();
    protocol->setPreamble([](const Greeting &greeting) {
        return QList{Frame::text(QStringLiteral("login ") + greeting.url.path()),
                     Frame::binary("subscribe")};
    });
    Client client;
    client.setProtocol(std::move(protocol));
    client.open(server.url(QStringLiteral("room")));
    for (int life = 0; life < 3; ++life) {
        client.sendTextMessage(QString::number(life));
        EVENTUALLY(client.pendingMessageCount() == 0);
        const QList<Payload> seen = server.visit(life).messages;
        QCOMPARE(seen.size(), 3);
        QCOMPARE(seen.at(0).text(), QStringLiteral("login /room"));
        QCOMPARE(seen.at(1).bytes(), QByteArray("subscribe"));
        QCOMPARE(seen.at(2).text(), QString::number(life));
        server.kill();
        EVENTUALLY(server.upgradeCount() == life + 2);
    }
}

void tst_Delivery::messagesWaitUntilTheServerIsReady()
{
    TestServer server;
    server.start();
    auto protocol = plain();
    protocol->setReadyWhen(
        [](const Frame &frame) { return frame.payload.text() == QLatin1StringView("welcome"); });
    Client client;
    client.setProtocol(std::move(protocol));
    QSignalSpy received(&client, &ReconnectingWebSocket::textMessageReceived);
    client.sendTextMessage(QStringLiteral("one"));
    client.open(server.url());
    EVENTUALLY(server.upgradeCount() == 1);
    server.say(QStringLiteral("who are you?"));
    settle();
    QCOMPARE(client.state(), Connecting);
    QVERIFY(server.texts().isEmpty());
    server.say(QStringLiteral("welcome"));
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(client.state(), Connected);
    QCOMPARE(received.count(), 2);
    QCOMPARE(received.at(0).at(0).toString(), QStringLiteral("who are you?"));
}

void tst_Delivery::aServerThatIsNeverReadyMissesTheDeadline()
{
    TestServer server;
    server.start();
    auto protocol = plain();
    protocol->setReadyWhen([](const Frame &) { return false; });
    Policy policy = patient();
    policy.connectTimeout = 100ms;
    Client client(policy);
    client.setProtocol(std::move(protocol));
    QSignalSpy delivered(&client, &ReconnectingWebSocket::messageDelivered);
    QSignalSpy connected(&client, &ReconnectingWebSocket::connected);
    client.sendTextMessage(QStringLiteral("one"));
    client.open(server.url());
    QVERIFY(client.reaches(WaitingToRetry));
    QCOMPARE(server.upgradeCount(), 1);
    QCOMPARE(client.lastError().category, ErrorCategory::Timeout);
    QCOMPARE(connected.count(), 0);
    QCOMPARE(delivered.count(), 0);
    QCOMPARE(client.pendingMessageCount(), 1);
    EVENTUALLY(server.visit(0).over);
    QVERIFY(server.texts().isEmpty());
}

void tst_Delivery::manualProofWaitsForTheApplication()
{
    TestServer server;
    server.start();
    Client client;
    client.setProtocol(plain(DeliveryProof::Manual));
    settle();
    QCOMPARE(client.deliveryProof(), DeliveryProof::Manual);
    QSignalSpy delivered(&client, &ReconnectingWebSocket::messageDelivered);
    client.open(server.url());
    for (const QString &text : numbered(1, 3))
        client.sendTextMessage(text);
    EVENTUALLY(server.texts().size() == 3);
    settle();
    QCOMPARE(client.pendingMessageCount(), 3);
    client.confirm(2);
    client.confirm(2);
    client.confirm(1);
    QCOMPARE(numbersIn(delivered), (std::vector<quint64>{2, 1}));
    QCOMPARE(client.pendingMessageCount(), 1);
    client.confirm(3);
    QCOMPARE(client.pendingMessageCount(), 0);
}

void tst_Delivery::whatWasNotConfirmedIsSentAgain()
{
    TestServer server;
    server.start();
    Client client;
    client.setProtocol(plain(DeliveryProof::Manual));
    client.open(server.url());
    for (const QString &text : numbered(1, 3))
        client.sendTextMessage(text);
    EVENTUALLY(server.texts().size() == 3);
    client.confirm(2);
    server.kill();
    EVENTUALLY(server.upgradeCount() == 2 && server.visit(1).messages.size() == 2);
    QCOMPARE(server.visit(1).texts(), (QStringList{u"1"_s, u"3"_s}));
}

void tst_Delivery::anotherProtocolTakesOverWhatIsPending()
{
    TestServer server;
    server.start();
    Client client;
    client.setProtocol(plain(DeliveryProof::Manual));
    client.open(server.url());
    for (const QString &text : numbered(1, 3))
        client.sendTextMessage(text);
    EVENTUALLY(server.texts().size() == 3);
    client.setProtocol(plain());
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(server.visit(1).texts(), numbered(1, 3));
}

// ---- futures ----

void tst_Delivery::aFutureIsFinishedOnceWithTheOutcome()
{
    TestServer server;
    server.start();
    Client client;
    const QFuture<Delivery> future
        = client.deliverTextMessage(QStringLiteral("one"), {.tag = QStringLiteral("mine")});
    const QFuture<Delivery> other = client.deliverBinaryMessage("two");
    int finished = 0;
    QFutureWatcher<Delivery> watcher;
    connect(&watcher, &QFutureWatcherBase::finished, this, [&] { ++finished; });
    watcher.setFuture(future);
    QVERIFY(!future.isFinished());
    client.open(server.url());
    EVENTUALLY(finished == 1);
    QVERIFY(future.result().delivered);
    QCOMPARE(future.result().number, 1);
    QCOMPARE(future.result().failure, MessageFailure::None);
    QCOMPARE(future.result().tag, QStringLiteral("mine"));
    EVENTUALLY(other.isFinished());
    QCOMPARE(other.result().number, 2);
    client.close();
    QVERIFY(client.reaches(Closed));
    settle();
    QCOMPARE(finished, 1);
    QCOMPARE(future.resultCount(), 1);
}

void tst_Delivery::aRefusedFutureIsFinishedAtOnce()
{
    Policy policy = quick();
    policy.outbox.maxMessageBytes = 1;
    Client client(policy);
    QSignalSpy refused(&client, &ReconnectingWebSocket::messageRefused);
    const QFuture<Delivery> future
        = client.deliverTextMessage(QStringLiteral("two"), {.tag = QStringLiteral("mine")});
    QVERIFY(future.isFinished());
    QVERIFY(!future.isCanceled());
    QCOMPARE(future.result().number, 0);
    QVERIFY(!future.result().delivered);
    QCOMPARE(future.result().failure, MessageFailure::TooLarge);
    QCOMPARE(future.result().tag, QStringLiteral("mine"));
    settle();
    QCOMPARE(refused.count(), 1);
}

void tst_Delivery::futuresAreCancelledOnDestruction()
{
    QFuture<Delivery> future;
    bool cancelled = false;
    {
        Client client;
        future = client.deliverTextMessage(QStringLiteral("one"));
        future.onCanceled([&] {
            cancelled = true;
            return Delivery();
        });
        QVERIFY(!future.isCanceled());
    }
    QVERIFY(future.isCanceled());
    QVERIFY(future.isFinished());
    QVERIFY(cancelled);
}

void tst_Delivery::futuresKnowWhatWasDeliveredWhenAHandlerDeletesTheObject()
{
    TestServer server;
    server.start();
    QPointer<Client> client = new Client;
    int told = 0;
    connect(client, &ReconnectingWebSocket::messageDelivered, this, [&] {
        ++told;
        delete client.data();
    });
    std::vector<QFuture<Delivery>> futures;
    for (int i = 0; i < 3; ++i)
        futures.push_back(client->deliverTextMessage(QStringLiteral("together")));
    client->open(server.url());
    EVENTUALLY(client.isNull());
    QCOMPARE(told, 1);
    for (quint64 number = 1; const QFuture<Delivery> &future : futures) {
        QVERIFY(future.isFinished());
        QCOMPARE(future.resultCount(), 1);
        QVERIFY(future.result().delivered);
        QCOMPARE(future.result().number, number++);
    }
}

void tst_Delivery::futuresKnowWhatHasFailedWhenAHandlerDeletesTheObject()
{
    QPointer<Client> client = new Client;
    connect(client, &ReconnectingWebSocket::messageFailed, this, [&] { delete client.data(); });
    std::vector<QFuture<Delivery>> futures;
    for (int i = 0; i < 3; ++i)
        futures.push_back(client->deliverTextMessage(QStringLiteral("together")));
    client->clearPending();
    EVENTUALLY(client.isNull());
    for (const QFuture<Delivery> &future : futures) {
        QVERIFY(future.isFinished());
        QCOMPARE(future.resultCount(), 1);
        QCOMPARE(future.result().failure, MessageFailure::Cancelled);
    }
}

void tst_Delivery::aContinuationMayDeleteTheObject()
{
    TestServer server;
    server.start();
    QPointer<Client> client = new Client;
    QFuture<Delivery> other;
    auto done
        = client->deliverTextMessage(QStringLiteral("one")).then([&](const Delivery &delivery) {
              delete client.data();
              return delivery.delivered;
          });
    other = client->deliverTextMessage(QStringLiteral("two"));
    client->open(server.url());
    EVENTUALLY(client.isNull());
    QVERIFY(done.result());
    QVERIFY(other.isFinished());
    EVENTUALLY(server.openCount() == 0);
}

// ---- the end ----

void tst_Delivery::destructionFailsWhatIsPending()
{
    TestServer server;
    server.start();
    Relay relay(server.url());
    auto client = std::make_unique<Client>();
    QSignalSpy failed(client.get(), &ReconnectingWebSocket::messageFailed);
    QSignalSpy disconnected(client.get(), &ReconnectingWebSocket::disconnected);
    client->open(relay.url());
    QVERIFY(client->reaches(Connected));
    relay.blackhole();
    client->sendTextMessage(QStringLiteral("in flight"));
    settle();
    client->sendTextMessage(QStringLiteral("not written"));
    client.reset();
    QCOMPARE(numbersIn(failed), (std::vector<quint64>{1, 2}));
    QCOMPARE(failed.at(0).at(1).value<MessageFailure>(), MessageFailure::Discarded);
    relay.heal();
    EVENTUALLY(server.openCount() == 0);
}

QTEST_GUILESS_MAIN(tst_Delivery)
#include "tst_delivery.moc"
