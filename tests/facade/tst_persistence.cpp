// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "heldstore.h"
#include "plainprotocol.h"
#include "quick.h"
#include "settingsmessagestore.h"
#include "testserver.h"

#include <QtCore/qdir.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qfile.h>
#include <QtCore/qtemporarydir.h>
#include <QtCore/qurl.h>

using namespace Holdfast;
using enum ConnectionState;

namespace {

const QString Name = QStringLiteral("queue");

//! Sends each message as "<key> <payload>", so that the server sees keys.
class KeyProtocol : public PlainProtocol
{
public:
    Outcomes send(const Message &message) override
    {
        Message told = message;
        told.payload = Payload(message.key() + u' ' + message.payload.text());
        return PlainProtocol::send(told);
    }
};

//! A client with a queue on the disk.
class Keeper : public Client
{
public:
    explicit Keeper(const QTemporaryDir &folder, const Policy &policy = quick())
        : Client(policy)
    {
        setStorageFolder(folder.path());
        setQueueName(Name);
    }
};

//! A client over a disk that the test holds in its hand.
class HandKeeper : public Client
{
public:
    explicit HandKeeper(const std::shared_ptr<HeldStore::Hand> &hand)
    {
        setStore(std::make_unique<HeldStore>(hand));
    }
};

//! Of which nothing is known at a glance, as of a queue's first start.
class BlankStore : public HeldStore
{
public:
    using HeldStore::HeldStore;
    [[nodiscard]] std::optional<StoreHeader> peek() override { return {}; }
};

constexpr int NumberBlock = 4096; // as they are reserved

//! Nobody listens there.
QUrl nowhere() { return QUrl(QStringLiteral("ws://127.0.0.1:1/")); }

quint64 send(ReconnectingWebSocket &client, const QString &text, const SendOptions &options = {})
{
    return client.sendTextMessage(text, options);
}

QStringList pendingTags(const ReconnectingWebSocket &client)
{
    QStringList tags;
    for (const PendingMessage &message : client.pendingMessages())
        tags += message.tag;
    return tags;
}

//! What is on the disk, and who is named there.
OpenResult onDisk(const QTemporaryDir &folder)
{
    return SettingsMessageStore(Name, folder.path()).open();
}

//! What a kill -9 leaves: the files as they are, and no lock.
void copyAsIfKilled(const QTemporaryDir &from, const QTemporaryDir &to)
{
    const QDir source(from.filePath(Name));
    QVERIFY(QDir(to.path()).mkpath(Name));
    for (const QString &file : source.entryList(QDir::Files)) {
        if (!file.endsWith(QStringLiteral(".lock")))
            QVERIFY(QFile::copy(source.filePath(file), to.filePath(Name + u'/' + file)));
    }
}

} // namespace

class tst_Persistence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- over a restart ----

    void whatWasNotSentGoesOutInOrderWithTheSameKeys();
    void whatWasDeliveredIsGone();
    void whatWasWrittenCannotBeCancelledAfterwards();
    void tagsAndTimesSurvive();
    void whatExpiredMeanwhileIsNotSent();
    void numbersGoOnRising();
    void volatileMessagesAreNotKept();
    void ofManyTheOldestAreFirst();

    // ---- before it is loaded ----

    void earlyMessagesGoBehindWhatIsLoaded();
    void closeWhenDeliveredWaitsForWhatIsBeingLoaded();
    void closeWhenDeliveredWaitsForNoUnreadableDisk();
    void anEarlyNumberIsFinalAndNobodyWaits();
    void aDamagedHeaderIsWaitedFor();
    void whatASecondProcessNumberedMeanwhileIsNotNumberedTwice();

    // ---- outcomes and the disk ----

    void aFailureIsToldWhenTheDiskKnowsIt();
    void aFutureIsSettledByItsOwnQueueOnly();
    void whatAQueueInMemoryLosesItsFuturesKnow();
    void aHandlerMayLeaveTheQueueOfWhatIsBeingTold();
    void aMessageConfirmedQuicklyNeverTouchesTheDisk();
    void aMessageThatWaitsIsStoredWithinATenthOfASecond();
    void offlineMessagesAreStoredAtTheEndOfTheTurn();
    void everyMessageIsSafeWhenSendReturns();
    void inManualModeNothingIsStoredUnasked();
    void inManualModeFailuresAreToldUnasked();
    void destructionStoresSilently();
    void destructionTellsOfFailuresThatTheDiskKnows();

    // ---- whose it is ----

    void aBusyQueueIsLeftAlone();
    void aBusyQueueIsTakenWhenItIsFree();
    void whatWasNumberedMeanwhileGoesBeforeABusyQueue();
    void aStalledDiskLocksNobodyOut();
    void anInvalidNameIsAnErrorAndNoObstacle();
    void aQueueForAnotherServerIsHeld();
    void anotherAccountGetsNothingUntilTheRightOneReturns();
    void whatIsHeldCanBeMovedOnPurpose();
    void anEmptyQueueChangesHands();
    void anotherNameClosesTheQueue();
    void aProvidersFirstAnswerNamesTheServer();
    void anotherAccountIsAskedForAnew();
    void whatNobodyWasBoundToYetIsNotTheNextAccounts();
    void whatIsBeingLoadedEndsWithItsQueue_data();
    void whatIsBeingLoadedEndsWithItsQueue();
    void lookingAtTheQueueOfSomebodyKilledForgetsNothing();

    // ---- a disk that is not well ----

    void messagesGoOutThoughTheDiskIsFull();
    void writingResumesWhenItCan();
    void anUnreadableStoreDoesNotStopAnybody();
    void aDiskThatNeverAnswersStopsNobody();
    void aDiskThatNeverAnswersIsWaitedForOnce_data();
    void aDiskThatNeverAnswersIsWaitedForOnce();
    void manyNumbersWaitForTheirReservation();
    void aSlowDiskDelaysNobody();
    void damageIsReported();
    void explainTellsOfTheQueue();
};

void tst_Persistence::whatWasNotSentGoesOutInOrderWithTheSameKeys()
{
    const QTemporaryDir folder;
    TestServer server;
    std::vector<quint64> numbers;
    {
        Keeper client(folder);
        client.open(server.url());
        for (const QString &text : numbered(1, 100))
            numbers.push_back(send(client, text));
        EVENTUALLY(client.storedThrough() == numbers.back());
    }
    QString producer;
    QStringList expected;
    {
        const OpenResult stored = onDisk(folder);
        producer = stored.header.producer;
        for (std::size_t i = 0; i < numbers.size(); ++i)
            expected
                += producer + u'-' + QString::number(numbers[i]) + u' ' + QString::number(i + 1);
    }
    Keeper client(folder);
    client.setProtocol(std::make_unique<KeyProtocol>());
    server.start();
    client.open(server.url());
    EVENTUALLY(server.messages().size() == 100);
    QCOMPARE(server.texts(), expected);
    EVENTUALLY(client.pendingMessageCount() == 0);
}

void tst_Persistence::whatWasDeliveredIsGone()
{
    const QTemporaryDir folder;
    TestServer server;
    {
        Keeper client(folder);
        client.open(server.url());
        for (const QString &text : numbered(1, 50))
            send(client, text);
        EVENTUALLY(client.storedThrough() > 0);
        server.start();
        EVENTUALLY(client.everConnected() && client.pendingMessageCount() == 0);
        QVERIFY(client.commit());
    }
    QVERIFY(onDisk(folder).messages.empty());
}

void tst_Persistence::whatWasWrittenCannotBeCancelledAfterwards()
{
    const QTemporaryDir folder;
    TestServer server;
    server.start();
    {
        Keeper client(folder);
        auto manual = std::make_unique<PlainProtocol>();
        manual->setDeliveryProof(DeliveryProof::Manual);
        client.setProtocol(std::move(manual));
        client.open(server.url());
        const quint64 number = send(client, QStringLiteral("written"));
        EVENTUALLY(server.messages().size() == 1);
        QVERIFY(number > 0);
    }
    Keeper client(folder);
    client.setUrl(server.url());
    EVENTUALLY(client.pendingMessageCount() == 1);
    QVERIFY(client.pendingMessages().constFirst().maybeDelivered);
    QVERIFY(!client.cancel(client.pendingMessages().constFirst().number));
}

void tst_Persistence::tagsAndTimesSurvive()
{
    const QTemporaryDir folder;
    const QDateTime before = QDateTime::currentDateTimeUtc();
    {
        Keeper client(folder);
        client.open(nowhere());
        send(client, QStringLiteral("a"), {.tag = QStringLiteral("first")});
        send(client, QStringLiteral("b"), {.tag = QStringLiteral("second"), .timeToLive = 1h});
        QVERIFY(client.commit());
    }
    Keeper client(folder);
    client.open(nowhere());
    EVENTUALLY(client.isQueueReady());
    QCOMPARE(pendingTags(client), QStringList({QStringLiteral("first"), QStringLiteral("second")}));
    for (const PendingMessage &message : client.pendingMessages()) {
        QVERIFY(message.queuedAt >= before.addMSecs(-5));
        QVERIFY(message.queuedAt <= QDateTime::currentDateTimeUtc().addMSecs(5));
    }
    QCOMPARE(client.pendingByteCount(), 2);
}

void tst_Persistence::whatExpiredMeanwhileIsNotSent()
{
    const QTemporaryDir folder;
    TestServer server;
    quint64 number = 0;
    {
        Keeper client(folder);
        client.open(server.url());
        number = send(client, QStringLiteral("short"), {.timeToLive = 200ms});
        send(client, QStringLiteral("long"));
        QVERIFY(client.commit());
    }
    observeFor(250ms);
    Keeper client(folder);
    QSignalSpy failed(&client, &ReconnectingWebSocket::messageFailed);
    server.start();
    client.open(server.url());
    EVENTUALLY(!failed.isEmpty());
    QCOMPARE(failed.at(0).at(0).toULongLong(), number);
    QCOMPARE(failed.at(0).at(1).value<MessageFailure>(), MessageFailure::Expired);
    EVENTUALLY(server.texts() == QStringList(QStringLiteral("long")));
}

void tst_Persistence::numbersGoOnRising()
{
    const QTemporaryDir folder;
    TestServer server;
    server.start();
    quint64 last = 0;
    for (int run = 0; run < 3; ++run) {
        Keeper client(folder);
        client.open(server.url());
        const quint64 number = send(client, QStringLiteral("x"));
        QVERIFY(number > last);
        last = number;
        EVENTUALLY(client.pendingMessageCount() == 0);
    }
}

void tst_Persistence::volatileMessagesAreNotKept()
{
    const QTemporaryDir folder;
    TestServer server;
    server.start();
    {
        Keeper client(folder);
        auto manual = std::make_unique<PlainProtocol>();
        manual->setDeliveryProof(DeliveryProof::Manual);
        client.setProtocol(std::move(manual));
        client.open(server.url());
        QVERIFY(client.reaches(Connected));
        EVENTUALLY(client.isQueueReady());
        QSignalSpy failed(&client, &ReconnectingWebSocket::messageFailed);
        send(client, QStringLiteral("now or never"), {.isVolatile = true});
        EVENTUALLY(server.messages().size() == 1 || !failed.isEmpty());
        QVERIFY(client.commit());
    }
    QVERIFY(onDisk(folder).messages.empty());
}

void tst_Persistence::ofManyTheOldestAreFirst()
{
    const QTemporaryDir folder;
    TestServer server;
    constexpr int Many = 5000; // several helpings for the event loop
    {
        Keeper client(folder);
        client.open(server.url());
        quint64 last = 0;
        for (const QString &text : numbered(1, Many))
            last = send(client, text);
        // commit() waits 5 s and no longer; a busy disk wants more for eighty files.
        EVENTUALLY(client.storedThrough() == last);
    }
    Keeper client(folder);
    server.start();
    client.setUrl(server.url());
    send(client, QString::number(Many + 1));
    client.open();
    EVENTUALLY(server.messages().size() == Many + 1);
    QCOMPARE(server.texts(), numbered(1, Many + 1));
}

void tst_Persistence::earlyMessagesGoBehindWhatIsLoaded()
{
    const QTemporaryDir folder;
    TestServer server;
    server.start();
    {
        Keeper client(folder);
        client.setUrl(server.url());
        for (const QString &text : numbered(1, 10))
            send(client, text);
    }
    Keeper client(folder);
    client.open(server.url());
    QVERIFY(!client.isQueueReady());
    for (const QString &text : numbered(11, 20))
        send(client, text);
    QCOMPARE(client.pendingMessageCount(), 10);
    EVENTUALLY(client.pendingMessageCount() == 0);
    QVERIFY(client.isQueueReady());
    QCOMPARE(server.texts(), numbered(1, 20));
}

void tst_Persistence::anEarlyNumberIsFinalAndNobodyWaits()
{
    const auto hand = std::make_shared<HeldStore::Hand>();
    hand->slow = true;
    TestServer server;
    server.start();
    HandKeeper client(hand);
    QSignalSpy delivered(&client, &ReconnectingWebSocket::messageDelivered);
    client.open(server.url());
    const quint64 number = send(client, QStringLiteral("early"));
    QVERIFY(number > 0);
    QVERIFY(client.reaches(Connected));
    settle();
    QVERIFY(server.messages().isEmpty()); // its number is not reserved yet
    hand->slow = false;
    hand->permissions.release(100);
    EVENTUALLY(!delivered.isEmpty());
    QCOMPARE(delivered.at(0).at(0).toULongLong(), number);
}

void tst_Persistence::aDamagedHeaderIsWaitedFor()
{
    const QTemporaryDir folder;
    TestServer server;
    {
        Keeper client(folder);
        client.open(server.url());
        for (const QString &text : numbered(1, 3))
            send(client, text);
        QVERIFY(client.commit());
    }
    QFile header(folder.filePath(Name + u"/queue.holdfast"));
    QVERIFY(header.resize(header.size() / 2));
    Keeper client(folder);
    QSignalSpy recovered(&client, &ReconnectingWebSocket::storeRecovered);
    server.start();
    client.open(server.url());
    const quint64 number = send(client, QString::number(4));
    QVERIFY(number > 3);
    EVENTUALLY(server.messages().size() == 4);
    QCOMPARE(server.texts(), numbered(1, 4));
    EVENTUALLY(recovered.size() == 1);
}

void tst_Persistence::whatASecondProcessNumberedMeanwhileIsNotNumberedTwice()
{
    const auto hand = std::make_shared<HeldStore::Hand>();
    TestServer server;
    server.start();
    HandKeeper client(hand);
    QSignalSpy failed(&client, &ReconnectingWebSocket::messageFailed);
    const quint64 early = send(client, QStringLiteral("early")); // peeks
    QVERIFY(early > 0);
    hand->shelf->header.reservedThrough = 8000; // it was there and is gone
    client.open(server.url());
    EVENTUALLY(!failed.isEmpty());
    QCOMPARE(failed.at(0).at(0).toULongLong(), early);
    QCOMPARE(failed.at(0).at(1).value<MessageFailure>(), MessageFailure::Discarded);
    QVERIFY(send(client, QStringLiteral("late")) > 8000);
    EVENTUALLY(server.texts() == QStringList(QStringLiteral("late")));
}

void tst_Persistence::aFailureIsToldWhenTheDiskKnowsIt()
{
    const auto hand = std::make_shared<HeldStore::Hand>();
    HandKeeper client(hand);
    QSignalSpy failed(&client, &ReconnectingWebSocket::messageFailed);
    client.open(nowhere());
    QFuture<Delivery> future = client.deliverTextMessage(QStringLiteral("stored"));
    const quint64 number = client.pendingMessages().constFirst().number;
    EVENTUALLY(client.storedThrough() == number);
    hand->slow = true;
    QVERIFY(client.cancel(number));
    EVENTUALLY(hand->begun.available() > 0);
    settle(20);
    QVERIFY(failed.isEmpty());
    QVERIFY(!future.isFinished());
    QCOMPARE(client.pendingMessageCount(), 0);
    hand->slow = false;
    hand->permissions.release(100);
    EVENTUALLY(failed.size() == 1);
    QVERIFY(!hand->shelf->messages.contains(number));
    EVENTUALLY(future.isFinished());
    QCOMPARE(future.result().failure, MessageFailure::Cancelled);
}

void tst_Persistence::aFutureIsSettledByItsOwnQueueOnly()
{
    const QTemporaryDir folder;
    TestServer server;
    server.start();
    {
        Client earlier;
        earlier.setStorageFolder(folder.path());
        earlier.setQueueName(QStringLiteral("B"));
        earlier.setUrl(server.url());
        send(earlier, QStringLiteral("of B"));
    }
    Client client;
    client.setStorageFolder(folder.path());
    client.setQueueName(QStringLiteral("A"));
    client.setUrl(server.url());
    const QFuture<Delivery> future = client.deliverTextMessage(QStringLiteral("of A"));
    QCOMPARE(client.pendingMessages().constFirst().number, 1);
    EVENTUALLY(client.isQueueReady());
    client.setQueueName(QStringLiteral("B"));
    EVENTUALLY(future.isFinished()); // there is no more to hear of it
    QVERIFY(future.isCanceled());
    client.open();
    EVENTUALLY(server.texts() == QStringList(QStringLiteral("of B")));
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(future.resultCount(), 0);

    client.setQueueName(QStringLiteral("A"));
    EVENTUALLY(server.texts().size() == 2);
    QCOMPARE(server.texts().constLast(), QStringLiteral("of A"));
}

void tst_Persistence::whatAQueueInMemoryLosesItsFuturesKnow()
{
    const QTemporaryDir folder;
    TestServer server;
    server.start();
    Client client;
    client.setUrl(server.url());
    const QFuture<Delivery> lost = client.deliverTextMessage(QStringLiteral("in memory"));
    client.setStorageFolder(folder.path());
    client.setQueueName(Name);
    const QFuture<Delivery> kept = client.deliverTextMessage(QStringLiteral("in the queue"));
    EVENTUALLY(lost.isFinished());
    QCOMPARE(lost.resultCount(), 1);
    QCOMPARE(lost.result().failure, MessageFailure::Discarded);
    QVERIFY(!kept.isFinished());
    client.open();
    EVENTUALLY(kept.isFinished());
    QVERIFY(kept.result().delivered);
}

//! What is known of the old queue is told after it has been left.
void tst_Persistence::aHandlerMayLeaveTheQueueOfWhatIsBeingTold()
{
    const QTemporaryDir folder;
    TestServer server;
    server.start();
    Keeper client(folder);
    connect(&client, &ReconnectingWebSocket::messageDelivered, this,
            [&] { client.setQueueName(QStringLiteral("next")); });
    std::vector<QFuture<Delivery>> futures;
    for (int i = 0; i < 3; ++i)
        futures.push_back(client.deliverTextMessage(QStringLiteral("together")));
    client.open(server.url());
    for (const QFuture<Delivery> &future : futures) {
        EVENTUALLY(future.isFinished());
        QCOMPARE(future.resultCount(), 1);
        QVERIFY(future.result().delivered);
    }
}

void tst_Persistence::aMessageConfirmedQuicklyNeverTouchesTheDisk()
{
    const auto hand = std::make_shared<HeldStore::Hand>();
    TestServer server;
    server.start();
    HandKeeper client(hand);
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    EVENTUALLY(client.isQueueReady());
    const int before = hand->commits;
    for (int i = 0; i < 300; ++i) {
        send(client, QStringLiteral("quick"));
        observeFor(1ms);
    }
    EVENTUALLY(client.pendingMessageCount() == 0);
    observeFor(150ms);
    QCOMPARE(hand->appended, 0);
    QCOMPARE(hand->commits, before);
}

void tst_Persistence::aMessageThatWaitsIsStoredWithinATenthOfASecond()
{
    const auto hand = std::make_shared<HeldStore::Hand>();
    TestServer server;
    server.start();
    HandKeeper client(hand);
    auto manual = std::make_unique<PlainProtocol>();
    manual->setDeliveryProof(DeliveryProof::Manual);
    client.setProtocol(std::move(manual));
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    EVENTUALLY(client.isQueueReady());
    const quint64 number = send(client, QStringLiteral("slow"));
    QElapsedTimer clock;
    clock.start();
    EVENTUALLY(client.storedThrough() == number);
    QVERIFY2(clock.elapsed() >= 90, qPrintable(QString::number(clock.elapsed())));
    qInfo("stored after %lld ms", clock.elapsed());
    client.confirm(number);
    EVENTUALLY(hand->kept == 0);
}

void tst_Persistence::offlineMessagesAreStoredAtTheEndOfTheTurn()
{
    const auto hand = std::make_shared<HeldStore::Hand>();
    HandKeeper client(hand);
    client.open(nowhere());
    EVENTUALLY(client.isQueueReady());
    const int before = hand->commits;
    for (int i = 0; i < 100; ++i)
        send(client, QStringLiteral("x"));
    EVENTUALLY(client.storedThrough() == client.pendingMessages().constLast().number);
    QCOMPARE(hand->appended, 100);
    QCOMPARE(hand->commits - before, 1);
}

void tst_Persistence::everyMessageIsSafeWhenSendReturns()
{
    const auto hand = std::make_shared<HeldStore::Hand>();
    HandKeeper client(hand);
    client.setCommitMode(CommitMode::EveryMessage);
    client.setUrl(nowhere());
    for (std::size_t i = 1; i <= 10; ++i) {
        send(client, QStringLiteral("x"));
        QCOMPARE(hand->shelf->messages.size(), i);
    }
}

void tst_Persistence::inManualModeNothingIsStoredUnasked()
{
    const auto hand = std::make_shared<HeldStore::Hand>();
    HandKeeper client(hand);
    client.setCommitMode(CommitMode::Manual);
    client.open(nowhere());
    EVENTUALLY(client.isQueueReady());
    send(client, QStringLiteral("x"));
    observeFor(150ms);
    QCOMPARE(hand->appended, 0);
    QVERIFY(client.commit());
    QCOMPARE(hand->shelf->messages.size(), 1U);
    EVENTUALLY(client.storedThrough() > 0);
}

void tst_Persistence::inManualModeFailuresAreToldUnasked()
{
    const auto hand = std::make_shared<HeldStore::Hand>();
    HandKeeper client(hand);
    const QSignalSpy failures(&client, &ReconnectingWebSocket::messageFailed);
    client.setCommitMode(CommitMode::Manual);
    client.open(nowhere());
    const quint64 number = send(client, QStringLiteral("x"));
    QVERIFY(client.commit());
    send(client, QStringLiteral("y"));
    QVERIFY(client.cancel(number));
    EVENTUALLY(failures.size() == 1); // the disk has forgotten it …
    QCOMPARE(hand->kept, 0U); // … and was not given the other one
    QCOMPARE(client.pendingMessageCount(), 1);
}

void tst_Persistence::destructionStoresSilently()
{
    const QTemporaryDir folder;
    QFuture<Delivery> future;
    QList<quint64> failed;
    {
        Keeper client(folder);
        connect(&client, &ReconnectingWebSocket::messageFailed, this,
                [&](quint64 number) { failed += number; });
        client.setUrl(nowhere());
        future = client.deliverTextMessage(QStringLiteral("never opened"));
    }
    QVERIFY(failed.isEmpty());
    QVERIFY(future.isCanceled());
    const OpenResult stored = onDisk(folder);
    QCOMPARE(stored.messages.size(), 1U);
    QCOMPARE(stored.messages[0].message.key(),
             stored.header.producer + u'-' + QString::number(stored.messages[0].message.number));
    QVERIFY(stored.clean);
    QVERIFY(!stored.messages[0].message.maybeDelivered);
}

void tst_Persistence::destructionTellsOfFailuresThatTheDiskKnows()
{
    const auto hand = std::make_shared<HeldStore::Hand>();
    QList<quint64> failed;
    quint64 number = 0;
    {
        HandKeeper client(hand);
        connect(&client, &ReconnectingWebSocket::messageFailed, this,
                [&](quint64 which) { failed += which; });
        client.open(nowhere());
        number = send(client, QStringLiteral("x"));
        EVENTUALLY(client.storedThrough() == number);
        QVERIFY(client.cancel(number));
    }
    QCOMPARE(failed, QList<quint64>{number});
    QVERIFY(hand->shelf->messages.empty());
}

void tst_Persistence::aBusyQueueIsLeftAlone()
{
    const QTemporaryDir folder;
    TestServer server;
    Keeper first(folder);
    first.open(server.url());
    send(first, QStringLiteral("of the first"));
    QVERIFY(first.commit());

    Keeper second(folder);
    QSignalSpy troubled(&second, &ReconnectingWebSocket::errorOccurred);
    second.setProtocol(std::make_unique<KeyProtocol>());
    const QString key = QStringLiteral("-%1 of the second");
    server.start();
    first.close();
    second.open(server.url());
    const quint64 number = send(second, QStringLiteral("of the second"));
    EVENTUALLY(server.messages().size() == 1);
    QVERIFY2(server.texts().constFirst().endsWith(key.arg(number)),
             qPrintable(server.texts().constFirst()));
    QVERIFY(!troubled.isEmpty());
    const auto error = troubled.at(0).at(0).value<ConnectionError>();
    QCOMPARE(error.category, ErrorCategory::QueueBusy);
    QVERIFY(error.willRetry);
    QVERIFY(!second.isStorageHealthy());
    QVERIFY(second.isQueueReady());
    QVERIFY(!second.commit());
    QVERIFY(second.explain().contains(QStringLiteral("QueueBusy")));
    QCOMPARE(first.pendingMessageCount(), 1);
}

void tst_Persistence::aBusyQueueIsTakenWhenItIsFree()
{
    const QTemporaryDir folder;
    TestServer server;
    auto first = std::make_unique<Keeper>(folder);
    first->setUrl(server.url());
    send(*first, QStringLiteral("of the first"));
    QVERIFY(first->commit());
    Keeper second(folder);
    second.open(server.url());
    const quint64 early = send(second, QStringLiteral("of the second"));
    EVENTUALLY(!second.isStorageHealthy());
    first.reset();
    EVENTUALLY(second.isStorageHealthy() && second.storedThrough() >= early);
    server.start();
    EVENTUALLY(second.pendingMessageCount() == 0);
    QCOMPARE(server.texts(),
             QStringList({QStringLiteral("of the first"), QStringLiteral("of the second")}));
}

//! The numbers that the second takes for free, the first needs as well.
void tst_Persistence::whatWasNumberedMeanwhileGoesBeforeABusyQueue()
{
    const QTemporaryDir folder;
    TestServer server;
    auto first = std::make_unique<Keeper>(folder);
    first->setUrl(server.url());
    send(*first, QStringLiteral("1"));
    QVERIFY(first->commit());
    Keeper second(folder);
    QSignalSpy failed(&second, &ReconnectingWebSocket::messageFailed);
    second.open(server.url());
    send(second, QStringLiteral("of the second"));
    EVENTUALLY(!second.isStorageHealthy());
    constexpr int Many = 2 * NumberBlock + 100;
    for (const QString &text : numbered(2, Many))
        QVERIFY(send(*first, text) != 0);
    QVERIFY(first->commit());
    first.reset();
    EVENTUALLY(second.explain().contains(QStringLiteral("ours again when nothing is pending")));
    server.start();
    EVENTUALLY(server.messages().size() == Many + 1);
    EVENTUALLY(second.pendingMessageCount() == 0 && second.isStorageHealthy());
    QCOMPARE(server.texts(), QStringList(QStringLiteral("of the second")) + numbered(1, Many));
    QCOMPARE(failed.size(), 0);
}

//! It is our own queue of before that has the lock.
void tst_Persistence::aStalledDiskLocksNobodyOut()
{
    const auto hand = std::make_shared<HeldStore::Hand>();
    TestServer server;
    HandKeeper client(hand);
    client.open(server.url());
    EVENTUALLY(client.isQueueReady());
    hand->slow = true;
    send(client, QStringLiteral("x"));
    EVENTUALLY(hand->begun.available() > 0);
    QSignalSpy errors(&client, &ReconnectingWebSocket::errorOccurred);
    client.setStore(std::make_unique<HeldStore>(hand)); // waits for 5 s
    EVENTUALLY(!client.isStorageHealthy());
    hand->slow = false;
    hand->permissions.release(100);
    EVENTUALLY(client.isStorageHealthy());
    server.start();
    EVENTUALLY(server.messages().size() == 1);
    QCOMPARE(server.texts(), QStringList(QStringLiteral("x")));
}

void tst_Persistence::anInvalidNameIsAnErrorAndNoObstacle()
{
    TestServer server;
    server.start();
    Client client;
    QSignalSpy troubled(&client, &ReconnectingWebSocket::errorOccurred);
    client.setQueueName(QStringLiteral("../elsewhere"));
    client.open(server.url());
    send(client, QStringLiteral("x"));
    EVENTUALLY(server.messages().size() == 1);
    EVENTUALLY(!troubled.isEmpty());
    const auto error = troubled.at(0).at(0).value<ConnectionError>();
    QCOMPARE(error.category, ErrorCategory::Configuration);
    QVERIFY2(error.detail.contains(QStringLiteral("InvalidName")), qPrintable(error.detail));
    QVERIFY(!error.willRetry);
}

void tst_Persistence::aQueueForAnotherServerIsHeld()
{
    const QTemporaryDir folder;
    TestServer right, wrong;
    {
        Keeper client(folder);
        client.open(right.url());
        for (const QString &text : numbered(1, 3))
            send(client, text);
    }
    wrong.start();
    {
        Keeper client(folder);
        QSignalSpy troubled(&client, &ReconnectingWebSocket::errorOccurred);
        client.open(wrong.url());
        EVENTUALLY(client.heldMessageCount() == 3);
        QVERIFY(client.snapshot().queueHeld);
        QCOMPARE(client.pendingMessageCount(), 0);
        EVENTUALLY(!troubled.isEmpty());
        QCOMPARE(troubled.at(0).at(0).value<ConnectionError>().category, ErrorCategory::QueueHeld);
        send(client, QStringLiteral("for the other"));
        EVENTUALLY(client.pendingMessageCount() == 0);
        QCOMPARE(wrong.texts(), QStringList(QStringLiteral("for the other")));
    }
    right.start();
    Keeper client(folder);
    client.open(right.url());
    EVENTUALLY(right.messages().size() == 3);
    QCOMPARE(right.texts(), numbered(1, 3));
}

void tst_Persistence::anotherAccountGetsNothingUntilTheRightOneReturns()
{
    const QTemporaryDir folder;
    TestServer server;
    Keeper client(folder);
    client.setAccount(QStringLiteral("ada"));
    client.open(server.url());
    send(client, QStringLiteral("ada's"));
    QVERIFY(client.commit());
    client.setAccount(QStringLiteral("ben"));
    EVENTUALLY(client.heldMessageCount() == 1);
    QCOMPARE(client.pendingMessageCount(), 0);
    server.start();
    send(client, QStringLiteral("ben's"));
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(server.texts(), QStringList(QStringLiteral("ben's")));
    client.setAccount(QStringLiteral("ada"));
    EVENTUALLY(server.messages().size() == 2);
    QCOMPARE(server.texts().constLast(), QStringLiteral("ada's"));
    QCOMPARE(client.heldMessageCount(), 0);
}

void tst_Persistence::whatIsHeldCanBeMovedOnPurpose()
{
    const QTemporaryDir folder;
    TestServer before, after;
    {
        Keeper client(folder);
        client.open(before.url());
        for (const QString &text : numbered(1, 3))
            send(client, text);
    }
    {
        Keeper client(folder);
        QVERIFY(!client.rebindQueue());
        client.open(after.url());
        EVENTUALLY(client.heldMessageCount() == 3);
        send(client, QString::number(4));
        QVERIFY(client.rebindQueue());
        EVENTUALLY(client.pendingMessageCount() == 4);
        after.start();
        EVENTUALLY(after.messages().size() == 4);
        QCOMPARE(after.texts(), numbered(1, 4));
        EVENTUALLY(client.pendingMessageCount() == 0);
        QVERIFY(client.commit());
        QVERIFY(!client.rebindQueue());
    }
    QVERIFY(onDisk(folder).messages.empty());
}

void tst_Persistence::anEmptyQueueChangesHands()
{
    const QTemporaryDir folder;
    TestServer server;
    {
        Keeper client(folder);
        client.open(nowhere());
        EVENTUALLY(client.isQueueReady());
    }
    Keeper client(folder);
    client.open(server.url());
    EVENTUALLY(client.isQueueReady());
    QVERIFY(!client.snapshot().queueHeld);
    send(client, QStringLiteral("x"));
    QVERIFY(client.commit());
}

void tst_Persistence::aProvidersFirstAnswerNamesTheServer()
{
    const QTemporaryDir folder;
    TestServer server;
    server.start();
    {
        Keeper client(folder);
        client.open(nowhere());
        send(client, QStringLiteral("for another"));
        QVERIFY(client.commit());
    }
    Keeper client(folder);
    client.setQueueName(QStringLiteral("other"));
    client.setRequestProvider(
        [&](Reason, const RequestReply &reply) { reply.accept(QNetworkRequest(server.url())); });
    client.open();
    send(client, QStringLiteral("x"));
    EVENTUALLY(client.pendingMessageCount() == 0);
    QVERIFY(client.isQueueReady());
    // A queue of somebody else is held, as with a URL.
    client.setQueueName(Name);
    EVENTUALLY(client.heldMessageCount() == 1);
    QCOMPARE(server.texts(), QStringList{QStringLiteral("x")});
}

void tst_Persistence::anotherAccountIsAskedForAnew()
{
    const QTemporaryDir folder;
    TestServer server;
    server.start();
    Keeper client(folder);
    client.setAccount(QStringLiteral("ada"));
    client.setRequestProvider(
        [&](Reason, const RequestReply &reply) { reply.accept(QNetworkRequest(server.url())); });
    client.open();
    EVENTUALLY(client.isQueueReady() && client.state() == ConnectionState::Connected);
    QVERIFY(client.commit());
    server.stop();
    EVENTUALLY(client.state() != ConnectionState::Connected);
    send(client, QStringLiteral("of ada"));
    QVERIFY(client.commit());
    client.setAccount(QStringLiteral("bob"));
    server.start();
    EVENTUALLY(client.heldMessageCount() == 1);
    QVERIFY(!server.texts().contains(QStringLiteral("of ada")));
}

void tst_Persistence::anotherNameClosesTheQueue()
{
    const QTemporaryDir folder;
    TestServer server;
    Keeper client(folder);
    QSignalSpy failed(&client, &ReconnectingWebSocket::messageFailed);
    client.open(server.url());
    send(client, QStringLiteral("one"));
    QVERIFY(client.commit());
    client.setQueueName(QStringLiteral("other"));
    QCOMPARE(client.pendingMessageCount(), 0);
    send(client, QStringLiteral("two"));
    server.start();
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(server.texts(), QStringList(QStringLiteral("two")));
    client.setQueueName(Name);
    EVENTUALLY(server.messages().size() == 2);
    QCOMPARE(server.texts().constLast(), QStringLiteral("one"));
    QVERIFY(failed.isEmpty());
    client.setQueueName({});
    QVERIFY(client.isQueueReady());
    send(client, QStringLiteral("three"));
    EVENTUALLY(server.messages().size() == 3);
}

void tst_Persistence::messagesGoOutThoughTheDiskIsFull()
{
    const auto hand = std::make_shared<HeldStore::Hand>();
    TestServer server;
    server.start();
    HandKeeper client(hand);
    hand->commitError = StoreErrorCategory::NotWritable;
    QSignalSpy troubled(&client, &ReconnectingWebSocket::errorOccurred);
    client.open(server.url());
    for (const QString &text : numbered(1, 100))
        send(client, text);
    EVENTUALLY(server.messages().size() == 100);
    QCOMPARE(server.texts(), numbered(1, 100));
    EVENTUALLY(!client.isStorageHealthy());
    EVENTUALLY(!troubled.isEmpty());
    QCOMPARE(troubled.at(0).at(0).value<ConnectionError>().category, ErrorCategory::StorageFailed);
    QVERIFY(!client.commit());
}

void tst_Persistence::writingResumesWhenItCan()
{
    const auto hand = std::make_shared<HeldStore::Hand>();
    {
        HandKeeper client(hand);
        client.open(nowhere());
        EVENTUALLY(client.isQueueReady());
        hand->commitError = StoreErrorCategory::NotWritable;
        for (const QString &text : numbered(1, 5000)) // more than were reserved
            send(client, text);
        EVENTUALLY(!client.isStorageHealthy());
        for (const QString &text : numbered(5001, 5010))
            send(client, text);
        hand->commitError = StoreErrorCategory::None;
        EVENTUALLY(client.isStorageHealthy());
        EVENTUALLY(client.storedThrough() == client.pendingMessages().constLast().number);
    }
    QCOMPARE(hand->shelf->messages.size(), 5010U);
    QSet<QString> keys;
    quint64 last = 0;
    for (const auto &[number, stored] : hand->shelf->messages) {
        keys += stored.message.key();
        last = number;
    }
    QCOMPARE(keys.size(), 5010);
    QVERIFY(hand->shelf->header.reservedThrough >= last);
    // Those that were reserved are the store's, the others were nobody's.
    const QString producer = hand->shelf->header.producer;
    QVERIFY(keys.contains(producer + u"-1"));
    QVERIFY(!keys.contains(producer + u'-' + QString::number(last)));
    TestServer server;
    server.start();
    HandKeeper client(hand);
    client.setUrl(server.url());
    client.open();
    EVENTUALLY(client.heldMessageCount() == 5010);
    QVERIFY(client.rebindQueue());
    EVENTUALLY(server.messages().size() == 5010);
    QCOMPARE(server.texts(), numbered(1, 5010));
}

void tst_Persistence::closeWhenDeliveredWaitsForWhatIsBeingLoaded()
{
    const QTemporaryDir folder;
    TestServer server;
    {
        Keeper client(folder);
        client.open(server.url());
        for (const QString &text : numbered(1, 3))
            send(client, text);
        QVERIFY(client.commit());
    }
    server.start();
    Keeper client(folder);
    client.open(server.url());
    client.closeWhenDelivered(1h);
    EVENTUALLY(client.state() == ConnectionState::Closed);
    QCOMPARE(server.texts(), numbered(1, 3));
    QCOMPARE(client.pendingMessageCount(), 0);
}

void tst_Persistence::closeWhenDeliveredWaitsForNoUnreadableDisk()
{
    const auto hand = std::make_shared<HeldStore::Hand>();
    hand->openError = StoreErrorCategory::NotReadable;
    TestServer server;
    server.start();
    HandKeeper client(hand);
    client.open(server.url());
    send(client, QStringLiteral("x"));
    client.closeWhenDelivered(1h);
    EVENTUALLY(client.state() == ConnectionState::Closed);
    QVERIFY(!client.isQueueReady());
    QCOMPARE(server.texts(), QStringList{QStringLiteral("x")});
}

void tst_Persistence::anUnreadableStoreDoesNotStopAnybody()
{
    const auto hand = std::make_shared<HeldStore::Hand>();
    hand->openError = StoreErrorCategory::NotWritable;
    TestServer server;
    server.start();
    HandKeeper client(hand);
    client.open(server.url());
    const quint64 number = send(client, QStringLiteral("x"));
    QVERIFY(number > 0);
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(server.messages().size(), 1);
    QVERIFY(!client.isStorageHealthy());
    QVERIFY(!client.isQueueReady()); // what waits there is not known
    server.stop();
    send(client, QStringLiteral("y"));
    hand->openError = StoreErrorCategory::None;
    EVENTUALLY(client.isStorageHealthy() && client.isQueueReady());
    EVENTUALLY(hand->kept == 1);
    server.start();
    EVENTUALLY(server.messages().size() == 2);
}

void tst_Persistence::aDiskThatNeverAnswersStopsNobody()
{
    const auto hand = std::make_shared<HeldStore::Hand>();
    hand->hangs = true;
    TestServer server;
    server.start();
    HandKeeper client(hand);
    const QSignalSpy errors(&client, &ReconnectingWebSocket::errorOccurred);
    client.open(server.url());
    // Not with the first message, which would have to wait for a number.
    EVENTUALLY(!client.isStorageHealthy());
    EVENTUALLY(errors.size() == 1);
    QCOMPARE(errors.first().first().value<ConnectionError>().category,
             ErrorCategory::StorageFailed);
    send(client, QStringLiteral("x"));
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(server.texts(), QStringList{QStringLiteral("x")});
    QVERIFY(!client.isQueueReady());
    hand->permissions.release();
    EVENTUALLY(client.isStorageHealthy() && client.isQueueReady());
}

void tst_Persistence::aDiskThatNeverAnswersIsWaitedForOnce_data()
{
    QTest::addColumn<bool>("each");
    QTest::newRow("commit()") << false;
    QTest::newRow("EveryMessage, three in one turn") << true;
}

//! Nobody waits longer than 5 s, that is all the time in here.
void tst_Persistence::aDiskThatNeverAnswersIsWaitedForOnce()
{
    QFETCH(bool, each);
    const auto hand = std::make_shared<HeldStore::Hand>();
    hand->hangs = true;
    Client client;
    client.setStore(std::make_unique<BlankStore>(hand));
    client.setUrl(nowhere());
    QElapsedTimer clock;
    clock.start();
    if (each) {
        client.setCommitMode(CommitMode::EveryMessage);
        for (int i = 0; i < 3; ++i)
            QVERIFY(send(client, QStringLiteral("x")) != 0);
    } else {
        QVERIFY(!client.commit());
    }
    QVERIFY2(clock.elapsed() < 9000, qPrintable(QString::number(clock.elapsed()))); // not 10 s
    hand->permissions.release();
    EVENTUALLY(client.isStorageHealthy());
}

void tst_Persistence::manyNumbersWaitForTheirReservation()
{
    const auto hand = std::make_shared<HeldStore::Hand>();
    TestServer server;
    server.start();
    HandKeeper client(hand);
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    EVENTUALLY(client.isQueueReady());
    hand->slow = true;
    constexpr int Many = NumberBlock + 100;
    for (const QString &text : numbered(1, Many))
        send(client, text);
    EVENTUALLY(server.messages().size() == NumberBlock);
    settle(20);
    QCOMPARE(server.messages().size(), NumberBlock);
    hand->slow = false;
    hand->permissions.release(100);
    EVENTUALLY(server.messages().size() == Many);
    EVENTUALLY(client.pendingMessageCount() == 0);
}

//! The disk takes for ever. Whoever waited for it, once, would wait for the 5 s that anybody waits
//! at most; that is the only time here, and no matter of how fast the machine is.
void tst_Persistence::aSlowDiskDelaysNobody()
{
    const auto hand = std::make_shared<HeldStore::Hand>();
    HandKeeper client(hand);
    client.open(nowhere());
    EVENTUALLY(client.isQueueReady());
    hand->slow = true;
    QElapsedTimer clock;
    qint64 longest = 0;
    QTimer ticks;
    QTimer typing;
    int sent = 0;
    connect(&ticks, &QTimer::timeout, this, [&] { longest = std::max(longest, clock.restart()); });
    connect(&typing, &QTimer::timeout, this, [&] {
        for (int i = 0; i < 5; ++i, ++sent)
            send(client, QStringLiteral("x"));
    });
    clock.start();
    ticks.start(0);
    typing.start(5);
    EVENTUALLY(sent >= 1000);
    typing.stop();
    QVERIFY(hand->begun.available() > 0); // the disk is at it, and has been all the time
    QCOMPARE(client.storedThrough(), 0);
    qInfo("longest gap of the event loop: %lld ms", longest);
    QVERIFY2(longest < 5000, qPrintable(QString::number(longest)));
    {
        const QMutexLocker lock(&hand->mutex);
        QVERIFY(!hand->threads.contains(QThread::currentThread()));
    }
    hand->slow = false;
    hand->permissions.release(1000);
    EVENTUALLY(client.storedThrough() == client.pendingMessages().constLast().number);
}

void tst_Persistence::damageIsReported()
{
    const QTemporaryDir folder;
    {
        Keeper client(folder);
        client.open(nowhere());
        for (const QString &text : numbered(1, 10))
            send(client, text);
        QVERIFY(client.commit());
    }
    QDir queue(folder.filePath(Name));
    for (const QString &file : queue.entryList({QStringLiteral("0*.holdfast")})) {
        QFile segment(queue.filePath(file));
        QVERIFY(segment.resize(segment.size() - 5));
    }
    Keeper client(folder);
    QSignalSpy recovered(&client, &ReconnectingWebSocket::storeRecovered);
    client.open(nowhere());
    EVENTUALLY(client.isQueueReady());
    QCOMPARE(recovered.size(), 1);
    QCOMPARE(recovered.at(0).at(0).toInt(), 1);
    QCOMPARE(client.pendingMessageCount(), 9);
}

void tst_Persistence::explainTellsOfTheQueue()
{
    const QTemporaryDir folder;
    Keeper client(folder);
    client.open(nowhere());
    send(client, QStringLiteral("secret"));
    QVERIFY(client.commit());
    EVENTUALLY(client.isQueueReady() && client.storedThrough() == 1);
    const QString text = client.explain();
    QVERIFY2(text.contains(QStringLiteral("queue \"queue\": open, stored through 1")),
             qPrintable(text));
    QVERIFY(!text.contains(QStringLiteral("secret")));
}

//! Only the provider knows where to, and it has not answered yet.
void tst_Persistence::whatNobodyWasBoundToYetIsNotTheNextAccounts()
{
    const QTemporaryDir folder;
    TestServer server;
    server.start();
    Keeper client(folder);
    QSignalSpy failed(&client, &ReconnectingWebSocket::messageFailed);
    client.setAccount(QStringLiteral("ada"));
    bool knows = false;
    int asked = 0;
    client.setRequestProvider([&](Reason, const RequestReply &reply) {
        ++asked;
        if (knows)
            reply.accept(QNetworkRequest(server.url()));
        else
            reply.reject(QStringLiteral("no token"));
    });
    client.open();
    const quint64 hers = send(client, QStringLiteral("ada's"));
    EVENTUALLY(asked > 0);
    client.setAccount(QStringLiteral("ben"));
    knows = true;
    send(client, QStringLiteral("ben's"));
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(server.texts(), QStringList(QStringLiteral("ben's")));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.at(0).at(0).toULongLong(), hers);
    QCOMPARE(failed.at(0).at(1).value<MessageFailure>(), MessageFailure::Discarded);
}

void tst_Persistence::whatIsBeingLoadedEndsWithItsQueue_data()
{
    QTest::addColumn<int>("hops");
    for (int hops = 0; hops < 6; ++hops)
        QTest::addRow("%d turns of the event loop later", hops) << hops;
}

//! Loading takes several turns of the event loop, and the account may change in each.
void tst_Persistence::whatIsBeingLoadedEndsWithItsQueue()
{
    QFETCH(int, hops);
    constexpr int Count = 3000;
    const QTemporaryDir folder;
    {
        Keeper alice(folder);
        alice.setAccount(QStringLiteral("alice"));
        alice.setUrl(nowhere());
        for (int i = 0; i < Count; ++i)
            QVERIFY(send(alice, QStringLiteral("alice's")) != 0);
    }
    Keeper client(folder);
    client.setAccount(QStringLiteral("alice"));
    client.setUrl(nowhere());
    const std::function<void(int)> changeAfter = [&](int left) {
        QMetaObject::invokeMethod(
            &client,
            [&, left] {
                if (left > 0)
                    changeAfter(left - 1);
                else
                    client.setAccount(QStringLiteral("bob"));
            },
            Qt::QueuedConnection);
    };
    const auto once = std::make_shared<bool>(false);
    connect(&client, &ReconnectingWebSocket::pendingMessageCountChanged, this, [&, once] {
        if (client.pendingMessageCount() >= 1000 && !std::exchange(*once, true))
            changeAfter(hops);
    });
    EVENTUALLY(client.heldMessageCount() == Count);
    settle();
    QCOMPARE(client.pendingMessageCount(), 0);
    client.disconnect(this);
}

//! Nobody knows how far the killed one had come: its messages may have been delivered.
void tst_Persistence::lookingAtTheQueueOfSomebodyKilledForgetsNothing()
{
    const QTemporaryDir folder;
    const QTemporaryDir killed;
    {
        Keeper alice(folder);
        alice.setAccount(QStringLiteral("alice"));
        alice.setUrl(nowhere());
        QVERIFY(send(alice, QStringLiteral("hello")) != 0);
        QVERIFY(alice.commit());
        copyAsIfKilled(folder, killed);
    }
    {
        Keeper bob(killed);
        bob.setAccount(QStringLiteral("bob"));
        bob.open(nowhere());
        EVENTUALLY(bob.heldMessageCount() == 1);
    }
    {
        Keeper hasty(killed);
        hasty.setAccount(QStringLiteral("alice"));
        hasty.open(nowhere());
    }
    Keeper alice(killed);
    alice.setAccount(QStringLiteral("alice"));
    alice.setUrl(nowhere());
    EVENTUALLY(alice.isQueueReady() && alice.pendingMessageCount() == 1);
    QVERIFY(alice.pendingMessages().constFirst().maybeDelivered);
}

QTEST_GUILESS_MAIN(tst_Persistence)
#include "tst_persistence.moc"
