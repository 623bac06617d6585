// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "excerpt.h"
#include "hub.h"
#include "quick.h"
#include "room.h"
#include "testserver.h"

#include <QtCore/qjsonobject.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qabstractitemmodeltester.h>

using namespace Holdfast;

namespace {

QString at(Room &room, int row, int role)
{
    return room.messages()->index(row).data(role).toString();
}

//! A line a row: "W hello" and the like; "< hello" is somebody else's; behind a | what else there
//! is to say.
QStringList script(Room &room)
{
    QStringList lines;
    for (int row = 0; row < room.messages()->rowCount(); ++row) {
        const QModelIndex index = room.messages()->index(row);
        const bool ours = index.data(MessageList::Number).toInt() != 0;
        const QChar letter = ours ? u"WSDL"[index.data(MessageList::MarkRole).toInt()] : u'<';
        QString line = letter + (u' ' + index.data(MessageList::Text).toString());
        if (const QString detail = index.data(MessageList::Detail).toString(); !detail.isEmpty())
            line += u'|' + detail;
        lines += line;
    }
    return lines;
}

//! sent, delivered, failed, received
QList<int> score(const Room &room)
{
    return {room.sent(), room.delivered(), room.failed(), room.received()};
}

//! A room in a hurry.
class QuickRoom : public Room
{
public:
    explicit QuickRoom(const Policy &policy = quick())
    {
        socket()->setProxy(QNetworkProxy::NoProxy);
        if (!socket()->setPolicy(policy))
            qFatal("the test's policy is not valid");
    }

    [[nodiscard]] int waiting() { return socket()->pendingMessageCount(); }
};

//! Says back what it hears.
class Echo : public TestServer
{
public:
    Echo()
    {
        start();
        connect(this, &TestServer::received, this, [this] { say(texts().constLast()); });
    }
};

} // namespace

#define CONNECTED(room) EVENTUALLY((room).socket()->state() == ConnectionState::Connected)

class tst_Room : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSaidIsTickedAndWhatComesInIsShown()
    {
        Echo server;
        QuickRoom room;
        const QAbstractItemModelTester tester(room.messages());
        room.go({.url = server.url(QStringLiteral("/chat"))});
        QCOMPARE(room.address(), server.url(QStringLiteral("/chat")).toString());
        room.say(QStringLiteral("1 hello"));
        QCOMPARE(script(room), QStringList{QStringLiteral("W 1 hello")});
        EVENTUALLY(room.delivered() == 1 && room.received() == 1);
        QCOMPARE(script(room),
                 (QStringList{QStringLiteral("D 1 hello"), QStringLiteral("< 1 hello")}));
        // Word for word: it is no business of the server's what we number.
        QCOMPARE(server.texts(), QStringList{QStringLiteral("1 hello")});
        QCOMPARE(score(room), (QList<int>{1, 1, 0, 1}));
        QCOMPARE(room.waiting(), 0);
    }

    void aTickSaysSentBeforeItSaysDelivered()
    {
        TestServer server;
        server.start();
        QuickRoom room;
        QSet<QString> seen;
        connect(room.messages(), &QAbstractItemModel::dataChanged, this,
                [&] { seen += script(room).constFirst(); });
        room.go({.url = server.url()});
        room.say(QStringLiteral("a"));
        EVENTUALLY(room.delivered() == 1);
        QCOMPARE(seen, (QSet<QString>{QStringLiteral("S a"), QStringLiteral("D a")}));
    }

    void bytesAreANoteWithTheirSize()
    {
        TestServer server;
        server.start();
        QuickRoom room;
        room.go({.url = server.url()});
        CONNECTED(room);
        server.visit(0).socket->sendBinaryMessage(QByteArray(2048, '\0'));
        EVENTUALLY(room.received() == 1);
        QCOMPARE(at(room, 0, MessageList::Text), QString());
        QVERIFY2(at(room, 0, MessageList::Detail).contains(QStringLiteral("binary, 2")),
                 qPrintable(at(room, 0, MessageList::Detail)));
    }

    void whatIsSaidOfflineWaitsAndGoesOut()
    {
        TestServer server;
        QuickRoom room;
        room.go({.url = server.url()});
        room.say(QStringLiteral("a"));
        room.say(QString());
        EVENTUALLY(room.socket()->attemptCount() > 1);
        QCOMPARE(script(room), (QStringList{QStringLiteral("W a"), QStringLiteral("W |empty")}));
        QCOMPARE(room.waiting(), 2);
        server.start();
        EVENTUALLY(room.delivered() == 2);
        QCOMPARE(server.texts(), (QStringList{QStringLiteral("a"), QString()}));
    }

    void aLostConnectionTakesTheTickBack()
    {
        TestServer server;
        server.start();
        QuickRoom room(patient());
        room.go({.url = server.url()});
        CONNECTED(room);
        QStringList marks;
        connect(room.messages(), &QAbstractItemModel::dataChanged, this, [&] {
            marks += script(room).constFirst();
            if (marks.constLast() == QStringLiteral("S a"))
                server.kill(); // before it has a turn to read, let alone to answer
        });
        room.say(QStringLiteral("a"));
        EVENTUALLY(room.socket()->state() == ConnectionState::WaitingToRetry);
        QCOMPARE(marks, (QStringList{QStringLiteral("S a"), QStringLiteral("W a")}));
    }

    void whatCannotBeDeliveredSaysWhy()
    {
        TestServer server;
        server.start();
        Policy policy = quick();
        policy.outbox.maxMessageBytes = 10;
        QuickRoom room(policy);
        room.go({.url = server.url()});
        room.say(QStringLiteral("far too long for it"));
        room.say(QStringLiteral("short"));
        EVENTUALLY(room.delivered() == 1 && room.failed() == 1);
        QCOMPARE(script(room),
                 (QStringList{QStringLiteral("L far too long for it|it is too large"),
                              QStringLiteral("D short")}));
        QCOMPARE(score(room), (QList<int>{2, 1, 1, 0}));
    }

    void aPoisonousMessageFailsAndTheNextOneArrives()
    {
        TestServer server;
        server.start();
        connect(&server, &TestServer::received, this, [&] {
            if (server.texts().constLast() == QStringLiteral("poison"))
                server.sayGoodbye(1009);
        });
        QuickRoom room;
        room.go({.url = server.url()});
        room.say(QStringLiteral("poison"));
        room.say(QStringLiteral("water"));
        EVENTUALLY(room.delivered() == 1 && room.failed() == 1);
        QCOMPARE(script(room),
                 (QStringList{QStringLiteral("L poison|the server hangs up whenever it gets it"),
                              QStringLiteral("D water")}));
    }

    void theEnvelopeIsSpokenWithAHub()
    {
        Hub hub;
        QVERIFY(hub.listen(QHostAddress::LocalHost));
        QuickRoom room;
        room.go({.url = hub.serverUrl(), .protocol = ProtocolName::Envelope});
        CONNECTED(room);
        QCOMPARE(room.socket()->subprotocol(), QStringLiteral("holdfast.v1.json"));
        room.say(QStringLiteral("to all"));
        EVENTUALLY(room.delivered() == 1);
        hub.publish({}, QStringLiteral("news"));
        EVENTUALLY(at(room, room.messages()->rowCount() - 1, MessageList::Text)
                   == QStringLiteral("news"));
        hub.publish({}, QJsonObject{{QStringLiteral("a"), 1}});
        EVENTUALLY(at(room, room.messages()->rowCount() - 1, MessageList::Text)
                   == QStringLiteral("{\"a\":1}"));
    }

    void aQueueBringsBackWhatAnEarlierRunLeft()
    {
        const QTemporaryDir folder;
        TestServer server;
        const Destination there{
            .url = server.url(), .queueName = QStringLiteral("q"), .storageFolder = folder.path()};
        {
            QuickRoom room;
            room.go(there);
            EVENTUALLY(room.socket()->isQueueReady());
            room.say(QStringLiteral("one"));
            room.say(QStringLiteral("two"));
            QVERIFY(room.socket()->commit());
        }
        QuickRoom room;
        room.go(there);
        EVENTUALLY(room.sent() == 2);
        QCOMPARE(script(room),
                 (QStringList{QStringLiteral("W one|from an earlier run"),
                              QStringLiteral("W two|from an earlier run")}));
        room.say(QStringLiteral("three"));
        server.start();
        EVENTUALLY(room.delivered() == 3);
        QCOMPARE(
            server.texts(),
            (QStringList{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")}));
        QCOMPARE(score(room), (QList<int>{3, 3, 0, 0}));
    }

    void whatWaitsInMemoryGoesAlongToAnotherServer()
    {
        TestServer nobody;
        TestServer server;
        server.start();
        QuickRoom room;
        room.go({.url = nobody.url()});
        room.say(QStringLiteral("a"));
        room.go({.url = server.url()});
        QCOMPARE(script(room), QStringList{QStringLiteral("W a")});
        EVENTUALLY(room.delivered() == 1);
        QCOMPARE(server.texts(), QStringList{QStringLiteral("a")});
        QCOMPARE(nobody.visitCount(), 0);
    }

    void whatWaitsInMemoryFailsWhereAQueueTakesItsPlace()
    {
        const QTemporaryDir folder;
        TestServer server;
        QuickRoom room;
        room.go({.url = server.url()});
        room.say(QStringLiteral("a"));
        room.go({.url = server.url(),
                 .queueName = QStringLiteral("q"),
                 .storageFolder = folder.path()});
        QCOMPARE(script(room), QStringList{QStringLiteral("L a|it was in no queue")});
        QCOMPARE(score(room), (QList<int>{1, 0, 1, 0}));
        room.say(QStringLiteral("b"));
        server.start();
        EVENTUALLY(room.delivered() == 1);
        QCOMPARE(server.texts(), QStringList{QStringLiteral("b")});
        QCOMPARE(score(room), (QList<int>{2, 1, 1, 0}));
    }

    void aQueueThatIsLeftKeepsWhatWaits()
    {
        const QTemporaryDir folder;
        TestServer server;
        const Destination there{
            .url = server.url(), .queueName = QStringLiteral("q"), .storageFolder = folder.path()};
        QuickRoom room;
        room.go(there);
        room.say(QStringLiteral("a"));
        room.go({.url = server.url(), .storageFolder = folder.path()});
        QCOMPARE(script(room), QStringList{QStringLiteral("W a|waits in the queue q")});
        QCOMPARE(room.waiting(), 0);
        room.go(there);
        EVENTUALLY(room.waiting() == 1 && room.messages()->rowCount() == 2);
        server.start();
        EVENTUALLY(room.delivered() == 1);
        QCOMPARE(server.texts(), QStringList{QStringLiteral("a")});
    }

    void aQueueForAnotherServerIsHeldOrTakenAlong()
    {
        const QTemporaryDir folder;
        TestServer first;
        TestServer second;
        second.start();
        Destination there{
            .url = first.url(), .queueName = QStringLiteral("q"), .storageFolder = folder.path()};
        QuickRoom room;
        room.go(there);
        EVENTUALLY(room.socket()->isQueueReady());
        room.say(QStringLiteral("a"));
        there.url = second.url();
        room.go(there);
        CONNECTED(room);
        EVENTUALLY(room.socket()->heldMessageCount() == 1);
        room.say(QStringLiteral("b"));
        EVENTUALLY(room.delivered() == 1);
        QCOMPARE(second.texts(), QStringList{QStringLiteral("b")});
        room.go(there, true);
        EVENTUALLY(room.delivered() == 2);
        QCOMPARE(second.texts(), (QStringList{QStringLiteral("b"), QStringLiteral("a")}));
        QCOMPARE(first.visitCount(), 0);
    }

    void disconnectingKeepsWhatWaits()
    {
        TestServer server;
        server.start();
        QuickRoom room;
        room.go({.url = server.url()});
        CONNECTED(room);
        room.disconnectNow();
        EVENTUALLY(room.socket()->state() == ConnectionState::Closed);
        room.say(QStringLiteral("later"));
        QCOMPARE(script(room), QStringList{QStringLiteral("W later")});
        room.connectAgain();
        EVENTUALLY(room.delivered() == 1);
    }

    void aBadUrlFailsAtOnceAndLosesNothing()
    {
        TestServer server;
        server.start();
        QuickRoom room;
        room.go({.url = QUrl(QStringLiteral("http://127.0.0.1/"))});
        room.say(QStringLiteral("a"));
        EVENTUALLY(room.socket()->state() == ConnectionState::Failed);
        QCOMPARE(room.socket()->lastError().category, ErrorCategory::Configuration);
        QCOMPARE(room.socket()->lastError().detail,
                 ReconnectingWebSocket::problem(QUrl(QStringLiteral("http://127.0.0.1/"))));
        QCOMPARE(script(room), QStringList{QStringLiteral("W a")});
        room.go({.url = server.url()});
        EVENTUALLY(room.delivered() == 1);
    }

    void aHostileServerCannotFillTheMemoryOrTheScreen()
    {
        TestServer server;
        server.start();
        QuickRoom room;
        room.go({.url = server.url()});
        CONNECTED(room);
        QWebSocket *peer = server.visit(0).socket;
        const QString flood = QString(8 * 1024 * 1024, u'x');
        peer->sendTextMessage(flood);
        EVENTUALLY(room.received() == 1);
        QCOMPARE(at(room, 0, MessageList::Text).size(), Excerpt::MaxLength);
        QCOMPARE(at(room, 0, MessageList::Detail),
                 QLocale().toString(flood.size()) + QStringLiteral(" characters"));
        for (int i = 1; i <= 10'000; ++i)
            peer->sendTextMessage(QString::number(i));
        EVENTUALLY(room.received() == 10'001);
        QCOMPARE(room.messages()->rowCount(), MessageList::MaxRows);
        QCOMPARE(at(room, MessageList::MaxRows - 1, MessageList::Text), QStringLiteral("10000"));
    }

    void theAddressIsShownWithoutThePassword()
    {
        QuickRoom room;
        room.go({.url = QUrl(QStringLiteral("ws://me:secret@127.0.0.1:1/a"))});
        QCOMPARE(room.address(), QStringLiteral("ws://127.0.0.1:1/a"));
    }
};

QTEST_GUILESS_MAIN(tst_Room)

#include "tst_room.moc"
