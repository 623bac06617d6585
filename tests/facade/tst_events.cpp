// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "envelopepeer.h"
#include "envelopeprotocol.h"
#include "heldstore.h"
#include "quick.h"
#include "settingsmessagestore.h"

#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtCore/qprocess.h>
#include <QtCore/qtemporarydir.h>

using namespace Holdfast;
using namespace Qt::StringLiterals;
using enum ConnectionState;

namespace {

const QString Name = u"queue"_s;

//! A client that speaks the envelope protocol and writes down what it hears.
class Listener : public Client
{
public:
    explicit Listener(CursorMode mode = CursorMode::Session)
    {
        setProtocol(std::make_unique<EnvelopeProtocol>());
        setCursorMode(mode);
        connect(this, &ReconnectingWebSocket::eventReceived, this,
                [this](quint64 id, const QVariant &payload) {
                    ids += id;
                    payloads += payload;
                });
        connect(this, &ReconnectingWebSocket::resyncRequired, this,
                [this](ResyncReason reason) { resyncs += reason; });
    }
    Listener(CursorMode mode, const QTemporaryDir &folder)
        : Listener(mode)
    {
        setStorageFolder(folder.path());
        setQueueName(Name);
    }

    QList<quint64> ids;
    QVariantList payloads;
    QList<ResyncReason> resyncs;
};

Cursor at(quint64 id, const QString &epoch = u"e"_s) { return {epoch, id}; }

using Ids = QList<quint64>;

void publish(EnvelopePeer &peer, int count)
{
    for (int i = 0; i < count; ++i)
        peer.publish(u"event %1"_s.arg(peer.log.size() + 1));
}

OpenResult onDisk(const QTemporaryDir &folder)
{
    return SettingsMessageStore(Name, folder.path()).open();
}

//! Everything but locks.
void copyQueue(const QString &from, const QString &to)
{
    QDir(to).removeRecursively();
    QVERIFY(QDir().mkpath(to));
    for (const QString &file : QDir(from).entryList(QDir::Files)) {
        if (!file.endsWith(u".lock"_s))
            QVERIFY(QFile::copy(from + u'/' + file, to + u'/' + file));
    }
}

} // namespace

class tst_Events : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // what is heard
    void anEventIsAMessageFirst();
    void payloadsKeepTheirTypes();
    void whatWasMissedComesOnceAndInOrder();
    void aResyncComesBeforeWhatFollows();
    void presenceIsHeardInTheServersWords();
    void theServerRemembersASession();
    void anotherPersonDoesNotGoOnWithTheSession();
    void aMessageLargerThanTheServerTakesFails();
    void theObjectMayBeDeletedInAnyHandler_data();
    void theObjectMayBeDeletedInAnyHandler();
    // the cursor
    void theCursorMovesWhenTheHandlersHaveReturned();
    void aDialogInAHandlerHoldsTheCursorBack();
    void aCursorOfTheApplicationsOwnBringsEventsAgain();
    void aCursorSetInAHandlerTakesBackWhatIsOnItsWay();
    void theCursorOfWhatWasHeardChangesNothing();
    void anotherServerOrAccountKnowsNoCursor();
    void norDoesAnotherAccountWhereOnlyTheProviderKnowsTheServer();
    // across lives
    void aPersistedCursorGoesOnInTheNextLife();
    void aSessionsCursorDoesNot();
    void aManualCursorGoesOnAfterWhatWasConfirmed();
    void aManualResyncIsToldAgainUntilItIsConfirmed();
    void anEventIsHandledWhenItsHandlerLives();
    void aHandlerThatCrashesGetsTheEventAgain();
    void theAnswerToAnEventIsStoredWithItsCursor();
    void manyEventsShareACommit();
    void theModeMayBeSetLast();
    void anotherModeMissesNothing();
    // the disk
    void theGreetingWaitsForTheDisk();
    void aDiskThatHangsIsNotWaitedForForEver();
    void anotherQueueHasAnotherCursor();
    void anEmptyQueueChangesHandsWithoutItsCursor();
    void anOldCopyOfTheQueueLosesNothingNew();
    void theNewNameIsOnTheDisk();
};

// ---- what is heard ----

void tst_Events::anEventIsAMessageFirst()
{
    EnvelopePeer peer;
    Listener client;
    QStringList heard;
    connect(&client, &ReconnectingWebSocket::textMessageReceived, &client,
            [&](const QString &text) { heard += u"text "_s + text; });
    connect(&client, &ReconnectingWebSocket::eventReceived, &client,
            [&](quint64 id, const QVariant &payload) {
                heard += u"event %1 "_s.arg(id) + payload.toString();
            });
    client.open(peer.url());
    EVENTUALLY(peer.hasClient());
    peer.publish(u"a"_s);
    peer.publish(u"b"_s);
    EVENTUALLY(client.ids.size() == 2);
    QCOMPARE(heard, QStringList({u"text a"_s, u"event 1 a"_s, u"text b"_s, u"event 2 b"_s}));
}

void tst_Events::payloadsKeepTheirTypes()
{
    using Envelope::Content;
    EnvelopePeer peer;
    Listener client;
    QStringList texts;
    QByteArrayList binaries;
    connect(&client, &ReconnectingWebSocket::textMessageReceived, &client,
            [&](const QString &text) { texts += text; });
    connect(&client, &ReconnectingWebSocket::binaryMessageReceived, &client,
            [&](const QByteArray &bytes) { binaries += bytes; });
    client.open(peer.url());
    EVENTUALLY(peer.hasClient());
    peer.publish(Content(QByteArray("\0\xff", 2)));
    peer.publish(Content(QJsonValue(QJsonObject{{u"n"_s, 7}})));
    peer.publish(Content(QJsonValue(42)));
    peer.publish(Content(QJsonValue(QJsonValue::Null)));
    EVENTUALLY(client.ids.size() == 4);
    QCOMPARE(binaries, QByteArrayList({QByteArray("\0\xff", 2)}));
    QCOMPARE(texts, QStringList({u"{\"n\":7}"_s, u"42"_s, u"null"_s}));
    QCOMPARE(client.payloads.at(0).toByteArray(), QByteArray("\0\xff", 2));
    QCOMPARE(client.payloads.at(1).toMap().value(u"n"_s).toInt(), 7);
    QCOMPARE(client.payloads.at(2).toInt(), 42);
    QVERIFY(client.payloads.at(3).isNull());
}

void tst_Events::whatWasMissedComesOnceAndInOrder()
{
    EnvelopePeer peer;
    Listener client;
    publish(peer, 3); // before anybody came: not ours
    client.open(peer.url());
    EVENTUALLY(peer.hasClient());
    for (int round = 0; round < 5; ++round) {
        publish(peer, 2);
        EVENTUALLY(client.ids.size() >= 4 * round + 2);
        peer.cut();
        publish(peer, 2);
        EVENTUALLY(client.ids.size() >= 4 * round + 4);
    }
    QCOMPARE(client.ids,
             Ids({4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23}));
    QCOMPARE(client.payloads.last().toString(), u"event 23"_s);
    QVERIFY(client.resyncs.isEmpty());
    client.close();
    QVERIFY(client.reaches(Closed));
    publish(peer, 1);
    client.open(); // the same object remembers
    EVENTUALLY(client.ids.size() == 21);
    QCOMPARE(client.ids.last(), 24u);
}

void tst_Events::aResyncComesBeforeWhatFollows()
{
    EnvelopePeer peer;
    Listener client;
    QStringList heard;
    connect(&client, &ReconnectingWebSocket::eventReceived, &client,
            [&](quint64 id) { heard += QString::number(id); });
    connect(&client, &ReconnectingWebSocket::resyncRequired, &client, [&] {
        heard += u"resync"_s;
        QCOMPARE(client.cursor(), at(2)); // the handlers have still to return
        QCOMPARE(client.receivedCursor(), at(5, u"f"_s));
    });
    client.open(peer.url());
    EVENTUALLY(peer.hasClient());
    publish(peer, 2);
    EVENTUALLY(client.ids.size() == 2);
    peer.cut();
    peer.epoch = u"f"_s;
    publish(peer, 3);
    EVENTUALLY(peer.hasClient());
    publish(peer, 1);
    EVENTUALLY(client.ids.size() == 3);
    QCOMPARE(heard, QStringList({u"1"_s, u"2"_s, u"resync"_s, u"6"_s}));
    QCOMPARE(client.resyncs, QList<ResyncReason>{ResyncReason::EpochChanged});
    QCOMPARE(client.cursor(), at(6, u"f"_s));
}

void tst_Events::presenceIsHeardInTheServersWords()
{
    EnvelopePeer peer;
    Listener client;
    QSignalSpy presence(&client, &ReconnectingWebSocket::presenceReceived);
    client.open(peer.url());
    EVENTUALLY(peer.hasClient());
    peer.say(uR"({"type":"presence","event":"user_joined","user":{"id":"1","name":"Ada"}})"_s);
    EVENTUALLY(presence.size() == 1);
    const QVariantMap heard = presence.at(0).at(0).toMap();
    QCOMPARE(heard.value(u"event"_s).toString(), u"user_joined"_s);
    QCOMPARE(heard.value(u"user"_s).toMap().value(u"name"_s).toString(), u"Ada"_s);
}

void tst_Events::theServerRemembersASession()
{
    EnvelopePeer peer;
    Listener client;
    QSignalSpy connected(&client, &ReconnectingWebSocket::connected);
    client.open(peer.url());
    EVENTUALLY(peer.hasClient());
    EVENTUALLY(connected.size() == 1);
    QVERIFY(!client.isResumed());
    QCOMPARE(client.deliveryProof(), DeliveryProof::Acknowledgement);
    peer.cut();
    EVENTUALLY(connected.size() == 2);
    QCOMPARE(connected.at(1).at(0).toBool(), true);
    QVERIFY(client.isResumed());
    QCOMPARE(peer.hellos.at(0).producer, peer.hellos.at(1).producer);
    QCOMPARE(peer.hellos.at(1).session, u"session"_s);
}

void tst_Events::anotherPersonDoesNotGoOnWithTheSession()
{
    EnvelopePeer peer;
    Listener client;
    QSignalSpy connected(&client, &ReconnectingWebSocket::connected);
    client.setAccount(u"ada"_s);
    client.open(peer.url());
    EVENTUALLY(connected.size() == 1); // so the session's id is known
    client.setAccount(u"bob"_s);
    EVENTUALLY(connected.size() == 2);
    QCOMPARE(peer.hellos.last().session, QString());
    QVERIFY(!client.isResumed());
    peer.cut();
    EVENTUALLY(connected.size() == 3);
    QCOMPARE(peer.hellos.last().session, u"session"_s); // his own
}

void tst_Events::aMessageLargerThanTheServerTakesFails()
{
    EnvelopePeer peer;
    peer.maxMessageBytes = 500;
    Listener client;
    QSignalSpy failed(&client, &ReconnectingWebSocket::messageFailed);
    QSignalSpy written(&client, &ReconnectingWebSocket::messageWritten);
    client.sendTextMessage(u"a"_s);
    const quint64 large = client.sendTextMessage(QString(500, u'x'));
    client.sendTextMessage(u"b"_s);
    client.open(peer.url());
    EVENTUALLY(client.everConnected() && client.pendingMessageCount() == 0);
    QCOMPARE(peer.accepted, QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.at(0).at(0).toULongLong(), large);
    QCOMPARE(failed.at(0).at(1).value<MessageFailure>(), MessageFailure::Rejected);
    QCOMPARE(written.size(), 2);
}

void tst_Events::theObjectMayBeDeletedInAnyHandler_data()
{
    QTest::addColumn<QString>("signal");
    for (const char *signal :
         {"connected", "text", "binary", "event", "presence", "resync", "delivered"})
        QTest::addRow("%s", signal) << QString::fromLatin1(signal);
}

void tst_Events::theObjectMayBeDeletedInAnyHandler()
{
    QFETCH(QString, signal);
    using Socket = ReconnectingWebSocket;
    const QTemporaryDir folder;
    EnvelopePeer peer;
    auto *const client = new Listener(CursorMode::Persisted, folder);
    const QPointer<QObject> alive(client);
    const auto erase = [client] { delete client; };
    if (signal == u"connected")
        connect(client, &Socket::connected, this, erase);
    else if (signal == u"text")
        connect(client, &Socket::textMessageReceived, this, erase);
    else if (signal == u"binary")
        connect(client, &Socket::binaryMessageReceived, this, erase);
    else if (signal == u"event")
        connect(client, &Socket::eventReceived, this, erase);
    else if (signal == u"presence")
        connect(client, &Socket::presenceReceived, this, erase);
    else if (signal == u"resync")
        connect(client, &Socket::resyncRequired, this, erase);
    else
        connect(client, &Socket::messageDelivered, this, erase);
    connect(&peer, &EnvelopePeer::greeted, this, [&] {
        peer.say(uR"({"type":"presence","event":"user_left"})"_s);
        peer.say(uR"({"type":"reset","reason":"history-trimmed","epoch":"e","head":9})"_s);
    });
    client->setCursor(at(0));
    peer.publish(Envelope::Content(QByteArray("one")));
    peer.publish(u"two"_s);
    client->sendTextMessage(u"a"_s);
    client->open(peer.url());
    EVENTUALLY(!alive);
    // What was not handled to the end is not taken for handled.
    const Cursor stored = onDisk(folder).header.cursor;
    const quint64 reached = signal == u"text" || signal == u"event" ? 0 : 9;
    QVERIFY2(stored.eventId <= (signal == u"binary" ? 0 : qMax<quint64>(reached, 2)),
             qPrintable(QString::number(stored.eventId)));
}

// ---- the cursor ----

void tst_Events::theCursorMovesWhenTheHandlersHaveReturned()
{
    EnvelopePeer peer;
    Listener client;
    QList<Cursor> seen;
    const auto look = [&] { seen += client.cursor(); };
    connect(&client, &ReconnectingWebSocket::textMessageReceived, &client, look);
    connect(&client, &ReconnectingWebSocket::eventReceived, &client, look);
    client.open(peer.url());
    EVENTUALLY(peer.hasClient());
    EVENTUALLY(client.cursor() == at(0)); // positioned
    publish(peer, 2);
    EVENTUALLY(client.ids.size() == 2);
    QCOMPARE(seen, QList<Cursor>({at(0), at(0), at(1), at(1)}));
    EVENTUALLY(client.cursor() == at(2));
}

void tst_Events::aDialogInAHandlerHoldsTheCursorBack()
{
    EnvelopePeer peer;
    Listener client;
    bool inside = false;
    Cursor cursorInside;
    connect(&client, &ReconnectingWebSocket::eventReceived, &client, [&](quint64 id) {
        if (id != 1)
            return;
        inside = true;
        QEventLoop dialog;
        QTimer look;
        connect(&look, &QTimer::timeout, &dialog, [&] {
            if (client.ids.size() == 3)
                dialog.quit(); // the connection has gone on
        });
        look.start(10);
        dialog.exec();
        cursorInside = client.cursor();
        inside = false;
    });
    client.open(peer.url());
    EVENTUALLY(peer.hasClient());
    EVENTUALLY(client.cursor() == at(0));
    QTimer::singleShot(0, &client, [&] { publish(peer, 3); });
    EVENTUALLY(client.ids.size() == 3 && !inside);
    QCOMPARE(cursorInside, at(0));
    EVENTUALLY(client.cursor() == at(3));
}

void tst_Events::aCursorOfTheApplicationsOwnBringsEventsAgain()
{
    EnvelopePeer peer;
    Listener client;
    publish(peer, 4);
    client.setCursor(at(2)); // before it dials
    client.open(peer.url());
    EVENTUALLY(client.ids == Ids({3, 4}));
    QSignalSpy connected(&client, &ReconnectingWebSocket::connected);
    client.setCursor(at(1));
    QCOMPARE(client.cursor(), at(1));
    EVENTUALLY(client.ids == Ids({3, 4, 2, 3, 4}));
    QCOMPARE(connected.size(), 1);
    publish(peer, 1);
    EVENTUALLY(client.ids.size() == 6);
    client.setCursor({}); // only what is new
    publish(peer, 1);
    EVENTUALLY(connected.size() == 2);
    EVENTUALLY(client.receivedCursor() == at(6));
    publish(peer, 1);
    EVENTUALLY(client.ids.size() == 7);
    QCOMPARE(client.ids.last(), 7u);
}

void tst_Events::aCursorSetInAHandlerTakesBackWhatIsOnItsWay()
{
    EnvelopePeer peer;
    Listener client;
    publish(peer, 5); // they come in one batch
    client.setCursor(at(0));
    bool goesBack = true;
    connect(&client, &ReconnectingWebSocket::eventReceived, &client, [&](quint64 id) {
        if (id == 3 && std::exchange(goesBack, false))
            client.setCursor(at(1));
    });
    client.open(peer.url());
    EVENTUALLY(client.ids.size() >= 7);
    QCOMPARE(client.ids, Ids({1, 2, 3, 2, 3, 4, 5}));
    QCOMPARE(peer.hellos.size(), 2);
}

void tst_Events::theCursorOfWhatWasHeardChangesNothing()
{
    EnvelopePeer peer;
    Listener client;
    connect(&client, &ReconnectingWebSocket::eventReceived, &client,
            [&] { client.setCursor(client.receivedCursor()); });
    publish(peer, 50);
    client.setCursor(at(0));
    client.open(peer.url());
    EVENTUALLY(client.ids.size() == 50);
    publish(peer, 5);
    EVENTUALLY(client.ids.size() == 55);
    settle();
    QCOMPARE(peer.hellos.size(), 1);
    QCOMPARE(client.ids.size(), 55);
}

void tst_Events::anotherServerOrAccountKnowsNoCursor()
{
    EnvelopePeer one, two;
    two.epoch = u"f"_s;
    publish(two, 5);
    Listener client;
    client.open(one.url());
    EVENTUALLY(one.hasClient());
    publish(one, 2);
    EVENTUALLY(client.ids.size() == 2);
    client.setUrl(two.url());
    EVENTUALLY(two.hasClient());
    QVERIFY(!two.hellos.at(0).cursor);
    publish(two, 1);
    EVENTUALLY(client.ids == Ids({1, 2, 6}));
    client.setAccount(u"somebody"_s);
    EVENTUALLY(two.hellos.size() == 2);
    QVERIFY(!two.hellos.at(1).cursor);
    QVERIFY(client.resyncs.isEmpty());
}

void tst_Events::norDoesAnotherAccountWhereOnlyTheProviderKnowsTheServer()
{
    EnvelopePeer peer;
    Listener client;
    client.setAccount(u"ada"_s);
    client.setRequestProvider(
        [&](Reason, const RequestReply &reply) { reply.accept(QNetworkRequest(peer.url())); });
    client.open();
    EVENTUALLY(peer.hasClient());
    publish(peer, 2);
    EVENTUALLY(client.ids.size() == 2);
    peer.cut();
    EVENTUALLY(peer.hellos.size() == 2);
    QVERIFY(peer.hellos.at(1).cursor);
    client.setAccount(u"bob"_s);
    EVENTUALLY(peer.hellos.size() == 3);
    QVERIFY(!peer.hellos.at(2).cursor);
}

// ---- across lives ----

void tst_Events::aPersistedCursorGoesOnInTheNextLife()
{
    const QTemporaryDir folder;
    EnvelopePeer peer;
    {
        Listener client(CursorMode::Persisted, folder);
        client.open(peer.url());
        EVENTUALLY(peer.hasClient());
        publish(peer, 3);
        EVENTUALLY(client.ids.size() == 3);
        settle();
    }
    QCOMPARE(onDisk(folder).header.cursor, at(3));
    publish(peer, 2);
    Listener client(CursorMode::Persisted, folder);
    client.open(peer.url());
    EVENTUALLY(client.ids == Ids({4, 5}));
    QCOMPARE(peer.hellos.at(1).cursor, std::optional(at(3)));
    QCOMPARE(peer.hellos.at(1).producer, peer.hellos.at(0).producer);
}

void tst_Events::aSessionsCursorDoesNot()
{
    const QTemporaryDir folder;
    EnvelopePeer peer;
    {
        Listener client(CursorMode::Session, folder);
        client.open(peer.url());
        EVENTUALLY(peer.hasClient());
        publish(peer, 3);
        EVENTUALLY(client.ids.size() == 3);
    }
    QCOMPARE(onDisk(folder).header.cursor, Cursor());
    publish(peer, 2);
    Listener client(CursorMode::Session, folder);
    client.open(peer.url());
    EVENTUALLY(peer.hellos.size() == 2);
    QVERIFY(!peer.hellos.at(1).cursor);
    QCOMPARE(peer.hellos.at(1).producer, peer.hellos.at(0).producer);
}

void tst_Events::aManualCursorGoesOnAfterWhatWasConfirmed()
{
    const QTemporaryDir folder;
    EnvelopePeer peer;
    {
        Listener client(CursorMode::Manual, folder);
        client.open(peer.url());
        EVENTUALLY(peer.hasClient());
        publish(peer, 4);
        EVENTUALLY(client.ids.size() == 4);
        QCOMPARE(client.cursor(), at(0));
        QVERIFY(!client.confirmEvent(5));
        QVERIFY(client.confirmEvent(2));
        peer.cut(); // within its life each comes once all the same
        EVENTUALLY(peer.hellos.size() == 2 && peer.hasClient());
        publish(peer, 1);
        EVENTUALLY(client.ids == Ids({1, 2, 3, 4, 5}));
        QCOMPARE(client.cursor(), at(2));
    }
    Listener client(CursorMode::Manual, folder);
    client.open(peer.url());
    EVENTUALLY(client.ids == Ids({3, 4, 5}));
}

void tst_Events::aManualResyncIsToldAgainUntilItIsConfirmed()
{
    const QTemporaryDir folder;
    EnvelopePeer peer;
    const auto live = [&](bool confirms) {
        Listener client(CursorMode::Manual, folder);
        client.open(peer.url());
        EVENTUALLY(!client.resyncs.isEmpty());
        QCOMPARE(client.resyncs, QList<ResyncReason>{ResyncReason::EpochChanged});
        QCOMPARE(client.receivedCursor(), at(4, u"f"_s));
        QVERIFY(!client.confirmEvent(2)); // of before the resync
        QCOMPARE(client.confirmEvent(confirms ? 4 : 9), confirms);
    };
    {
        Listener client(CursorMode::Manual, folder);
        client.open(peer.url());
        EVENTUALLY(peer.hasClient());
        publish(peer, 3);
        EVENTUALLY(client.ids.size() == 3);
        QVERIFY(client.confirmEvent(3));
    }
    peer.epoch = u"f"_s;
    publish(peer, 1);
    live(false);
    live(true);
    Listener client(CursorMode::Manual, folder);
    client.open(peer.url());
    EVENTUALLY(peer.hellos.size() == 4);
    QCOMPARE(peer.hellos.at(3).cursor, std::optional(at(4, u"f"_s)));
}

void tst_Events::anEventIsHandledWhenItsHandlerLives()
{
    const QTemporaryDir folder;
    EnvelopePeer peer;
    publish(peer, 3);
    auto *const doomed = new Listener(CursorMode::Persisted, folder);
    const QPointer<QObject> alive(doomed);
    connect(doomed, &ReconnectingWebSocket::eventReceived, this, [doomed](quint64 id) {
        if (id == 2)
            delete doomed;
    });
    doomed->setCursor(at(0));
    doomed->open(peer.url());
    EVENTUALLY(!alive);
    QCOMPARE(onDisk(folder).header.cursor, at(1));
    Listener client(CursorMode::Persisted, folder);
    client.open(peer.url());
    EVENTUALLY(client.ids == Ids({2, 3}));
}

void tst_Events::aHandlerThatCrashesGetsTheEventAgain()
{
    const QTemporaryDir folder;
    EnvelopePeer peer;
    const quint64 last = 60;
    QTimer server;
    Ids begun, finished; // by all lives
    int lives = 0;
    for (quint64 victim = 5; !finished.contains(last); victim += 7) {
        QVERIFY(++lives < 30);
        QProcess child;
        child.start(QStringLiteral(EVENTCHILD),
                    {peer.url().toString(), folder.path(), QString::number(victim)});
        EVENTUALLY(peer.hasClient() || child.state() == QProcess::NotRunning);
        if (lives == 1) {
            // From here on nothing may be missed.
            EVENTUALLY(
                SettingsMessageStore(Name, folder.path()).peek().value_or(StoreHeader()).cursor
                == at(0));
            connect(&server, &QTimer::timeout, this, [&] {
                if (peer.log.size() < last)
                    publish(peer, 1);
            });
            server.start(10);
        }
        QByteArray said;
        EVENTUALLY([&] {
            said += child.readAllStandardOutput();
            return child.state() == QProcess::NotRunning
                || said.contains(u"after %1\n"_s.arg(last).toLatin1());
        }());
        child.kill();
        EVENTUALLY(child.state() == QProcess::NotRunning);
        said += child.readAllStandardOutput();
        Ids inThisLife;
        for (const QByteArray &line : said.split('\n')) {
            const quint64 id = line.mid(line.indexOf(' ') + 1).toULongLong();
            if (line.startsWith("in ")) {
                inThisLife += id;
                begun += id;
            } else if (line.startsWith("after ")) {
                finished += id;
            }
        }
        QVERIFY2(!said.contains("resync"), "nothing was trimmed");
        for (qsizetype i = 1; i < inThisLife.size(); ++i)
            QCOMPARE(inThisLife.at(i), inThisLife.at(i - 1) + 1);
        // It begins no later than with the one that the crash interrupted.
        if (lives > 1 && !inThisLife.isEmpty())
            QVERIFY(inThisLife.first() <= victim - 7);
        EVENTUALLY(!peer.hasClient());
    }
    for (quint64 id = 1; id <= last; ++id)
        QVERIFY2(finished.contains(id), qPrintable(QString::number(id)));
    QVERIFY(lives > 2);
    QVERIFY(begun.size() > qsizetype(last)); // some came twice
}

void tst_Events::theAnswerToAnEventIsStoredWithItsCursor()
{
    // Else a crash could lose the answer and keep the cursor.
    auto hand = std::make_shared<HeldStore::Hand>();
    EnvelopePeer peer;
    peer.acknowledges = false;
    Listener client(CursorMode::Persisted);
    client.setStore(std::make_unique<HeldStore>(hand));
    connect(&client, &ReconnectingWebSocket::eventReceived, &client,
            [&](quint64 id) { client.sendTextMessage(u"answer to %1"_s.arg(id)); });
    client.open(peer.url());
    EVENTUALLY(peer.hasClient());
    for (quint64 id = 1; id <= 5; ++id) {
        publish(peer, 1);
        EVENTUALLY(client.ids.size() == qsizetype(id));
        EVENTUALLY(hand->commits > 0);
    }
    hand->slow = true; // the next commit stops before it changes the shelf
    publish(peer, 1);
    EVENTUALLY(hand->begun.available() > 0);
    hand->begun.tryAcquire(hand->begun.available());
    const Cursor cursor = hand->shelf->header.cursor;
    QCOMPARE(hand->shelf->messages.size(), cursor.eventId);
    hand->slow = false;
    hand->permissions.release(1000);
    EVENTUALLY(client.commit());
    QCOMPARE(hand->shelf->header.cursor, at(6));
    QCOMPARE(hand->shelf->messages.size(), 6u);
}

void tst_Events::manyEventsShareACommit()
{
    auto hand = std::make_shared<HeldStore::Hand>();
    EnvelopePeer peer;
    Listener client(CursorMode::Persisted);
    client.setStore(std::make_unique<HeldStore>(hand));
    client.open(peer.url());
    EVENTUALLY(peer.hasClient());
    const int before = hand->commits;
    publish(peer, 2000);
    EVENTUALLY(client.ids.size() == 2000);
    EVENTUALLY(client.commit());
    QCOMPARE(hand->shelf->header.cursor, at(2000));
    QVERIFY2(hand->commits - before < 500, qPrintable(QString::number(hand->commits)));
}

void tst_Events::theModeMayBeSetLast()
{
    const QTemporaryDir folder;
    EnvelopePeer peer;
    {
        Listener client(CursorMode::Persisted, folder);
        client.open(peer.url());
        EVENTUALLY(peer.hasClient());
        publish(peer, 3);
        EVENTUALLY(client.ids.size() == 3);
    }
    publish(peer, 1);
    Listener client(CursorMode::Session, folder);
    client.setUrl(peer.url());
    EVENTUALLY(client.isQueueReady());
    QSignalSpy changed(&client, &ReconnectingWebSocket::cursorModeChanged);
    client.setCursorMode(CursorMode::Persisted);
    client.setCursorMode(CursorMode::Persisted);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(client.cursor(), at(3));
    client.open();
    EVENTUALLY(client.ids == Ids({4}));
}

void tst_Events::anotherModeMissesNothing()
{
    const QTemporaryDir folder;
    EnvelopePeer peer;
    {
        Listener client(CursorMode::Manual, folder);
        client.open(peer.url());
        EVENTUALLY(peer.hasClient());
        publish(peer, 3);
        EVENTUALLY(client.ids.size() == 3);
        QVERIFY(client.confirmEvent(1));
        client.setCursorMode(CursorMode::Persisted);
        publish(peer, 1);
        EVENTUALLY(client.ids.size() == 4);
        QCOMPARE(client.cursor(), at(4));
        client.setCursorMode(CursorMode::Session);
        publish(peer, 1);
        EVENTUALLY(client.ids.size() == 5);
        client.setCursorMode(CursorMode::Persisted);
        publish(peer, 1);
        EVENTUALLY(client.ids.size() == 6);
        QVERIFY(client.resyncs.isEmpty());
    }
    QCOMPARE(onDisk(folder).header.cursor, at(6));
}

// ---- the disk ----

void tst_Events::theGreetingWaitsForTheDisk()
{
    auto hand = std::make_shared<HeldStore::Hand>();
    hand->shelf->header = {.producer = u"me"_s, .reservedThrough = 4096, .cursor = at(2)};
    hand->slow = true;
    EnvelopePeer peer;
    publish(peer, 3);
    Listener client(CursorMode::Persisted);
    client.setStore(std::make_unique<HeldStore>(hand));
    client.open(peer.url());
    client.sendTextMessage(u"a"_s);
    EVENTUALLY(client.state() == Connecting && hand->begun.available() > 0);
    observeFor(300ms); // more than it takes to upgrade
    QVERIFY(peer.hellos.isEmpty());
    hand->slow = false;
    hand->permissions.release(1000);
    EVENTUALLY(client.ids == Ids({3}));
    QCOMPARE(peer.hellos.size(), 1);
    QCOMPARE(peer.hellos.at(0).producer, u"me"_s);
    QCOMPARE(peer.hellos.at(0).cursor, std::optional(at(2)));
    EVENTUALLY(peer.keys == QStringList(u"me-4097"_s));
}

void tst_Events::aDiskThatHangsIsNotWaitedForForEver()
{
    auto hand = std::make_shared<HeldStore::Hand>();
    hand->shelf->header = {.producer = u"me"_s, .reservedThrough = 4096, .cursor = at(2)};
    hand->slow = true;
    EnvelopePeer peer;
    publish(peer, 9);
    Listener client(CursorMode::Persisted);
    client.setStore(std::make_unique<HeldStore>(hand));
    client.open(peer.url());
    EVENTUALLY(peer.hasClient());
    QVERIFY(!peer.hellos.at(0).cursor);
    publish(peer, 1);
    EVENTUALLY(client.ids == Ids({10}));
    hand->slow = false;
    hand->permissions.release(1000);
    // What came between is missing, and nobody may believe otherwise.
    EVENTUALLY(client.resyncs == QList<ResyncReason>{ResyncReason::HistoryTrimmed});
    QCOMPARE(client.receivedCursor(), at(10));
    EVENTUALLY(client.commit());
    QCOMPARE(hand->shelf->header.cursor, at(10));
}

void tst_Events::anotherQueueHasAnotherCursor()
{
    const QTemporaryDir folder;
    EnvelopePeer peer;
    Listener client(CursorMode::Persisted, folder);
    client.open(peer.url());
    EVENTUALLY(peer.hasClient());
    publish(peer, 2);
    EVENTUALLY(client.ids.size() == 2);
    client.setQueueName(u"other"_s);
    EVENTUALLY(peer.hellos.size() == 2 && peer.hasClient());
    QVERIFY(!peer.hellos.at(1).cursor);
    publish(peer, 1);
    EVENTUALLY(client.ids == Ids({1, 2, 3}));
    client.setQueueName(Name);
    EVENTUALLY(client.ids == Ids({1, 2, 3, 3}));
    QCOMPARE(peer.hellos.last().cursor, std::optional(at(2)));
}

void tst_Events::anOldCopyOfTheQueueLosesNothingNew()
{
    const QTemporaryDir folder;
    const QTemporaryDir backup;
    EnvelopePeer peer;
    QString producer;
    {
        Listener client(CursorMode::Persisted, folder);
        client.sendTextMessage(u"first"_s);
        client.open(peer.url());
        EVENTUALLY(peer.accepted.size() == 1);
        EVENTUALLY(client.pendingMessageCount() == 0);
        producer = peer.hellos.at(0).producer;
    }
    {
        Listener client(CursorMode::Persisted, folder);
        client.setUrl(peer.url());
        client.sendTextMessage(u"never sent by then"_s);
        QVERIFY(client.commit());
    }
    copyQueue(folder.filePath(Name), backup.filePath(Name));
    {
        Listener client(CursorMode::Persisted, folder);
        client.open(peer.url());
        for (int i = 0; i < 10; ++i)
            client.sendTextMessage(u"meanwhile %1"_s.arg(i));
        EVENTUALLY(peer.accepted.size() == 12);
        EVENTUALLY(client.pendingMessageCount() == 0);
    }
    copyQueue(backup.filePath(Name), folder.filePath(Name));
    const auto acceptedBefore = peer.accepted.size();
    {
        Listener client(CursorMode::Persisted, folder);
        QStringList fresh;
        for (int i = 0; i < 20; ++i) {
            fresh += u"new %1"_s.arg(i);
            client.sendTextMessage(fresh.last());
        }
        client.open(peer.url());
        EVENTUALLY(peer.hasClient() && client.pendingMessageCount() == 0);
        // What was never sent, for all that the copy knew, comes again under the new name.
        QCOMPARE(peer.accepted.mid(acceptedBefore), QStringList(u"never sent by then"_s) + fresh);
        QCOMPARE(peer.hellos.at(peer.hellos.size() - 2).producer, producer);
        QVERIFY(peer.hellos.last().producer != producer);
    }
    QCOMPARE(onDisk(folder).header.producer, peer.hellos.last().producer);
    Listener client(CursorMode::Persisted, folder);
    client.sendTextMessage(u"last"_s);
    client.open(peer.url());
    EVENTUALLY(peer.accepted.last() == u"last"_s);
    QCOMPARE(peer.hellos.last().producer, peer.hellos.at(peer.hellos.size() - 2).producer);
}

void tst_Events::theNewNameIsOnTheDisk()
{
    const QTemporaryDir folder;
    const QTemporaryDir killed;
    EnvelopePeer peer;
    {
        Listener client(CursorMode::Session, folder);
        client.setUrl(peer.url());
        client.sendTextMessage(u"a"_s);
        client.sendTextMessage(u"b"_s);
        QVERIFY(client.commit());
    }
    const QString producer = onDisk(folder).header.producer;
    peer.highest[producer] = 1'000'000; // somebody has sent as we do
    peer.acknowledges = false;
    Listener client(CursorMode::Session, folder);
    client.open(peer.url());
    EVENTUALLY(peer.accepted.size() == 2);
    QVERIFY(client.commit());
    copyQueue(folder.filePath(Name), killed.filePath(Name)); // as kill -9 would leave it
    const OpenResult found = onDisk(killed);
    QVERIFY(found.header.producer != producer);
    QCOMPARE(found.messages.size(), 2u);
    for (const StoredMessage &stored : found.messages)
        QCOMPARE(stored.message.producer, found.header.producer);
}

void tst_Events::anEmptyQueueChangesHandsWithoutItsCursor()
{
    const QTemporaryDir folder;
    EnvelopePeer one, two;
    two.epoch = u"f"_s;
    {
        Listener client(CursorMode::Persisted, folder);
        client.open(one.url());
        EVENTUALLY(one.hasClient());
        publish(one, 2);
        EVENTUALLY(client.ids.size() == 2);
    }
    QCOMPARE(onDisk(folder).header.cursor, at(2));
    {
        Listener client(CursorMode::Persisted, folder);
        client.open(two.url());
        EVENTUALLY(two.hasClient());
        QVERIFY(!two.hellos.at(0).cursor);
        EVENTUALLY(client.cursor() == at(0, u"f"_s));
        QVERIFY(client.resyncs.isEmpty());
    }
    QCOMPARE(onDisk(folder).header.cursor, at(0, u"f"_s));
}

QTEST_GUILESS_MAIN(tst_Events)
#include "tst_events.moc"
