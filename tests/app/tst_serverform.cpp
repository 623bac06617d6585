// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "quick.h"
#include "room.h"
#include "serverform.h"
#include "testserver.h"

#include <QtCore/qsettings.h>
#include <QtCore/qtemporarydir.h>

using namespace Holdfast;

namespace {

//! A form for a room that is nowhere.
struct Fresh
{
    Fresh()
    {
        room.socket()->setProxy(QNetworkProxy::NoProxy);
        form.setRoom(&room);
    }

    Room room;
    ServerForm form;
};

} // namespace

class tst_ServerForm : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_home;

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home.path());
    }
    void init() { QDir(m_home.path() + QStringLiteral("/Holdfast")).removeRecursively(); }

    void aFreshFormIsEmptyAndNotAcceptable()
    {
        Fresh it;
        QCOMPARE(it.form.url(), QString());
        QCOMPARE(it.form.protocol(), ProtocolName::Plain);
        QCOMPARE(it.form.queueName(), QString());
        QCOMPARE(it.form.urlProblem(), QStringLiteral("the URL is empty"));
        QVERIFY(!it.form.isAcceptable());
        QVERIFY(!it.form.accept());
    }

    void aBadAddressIsSaidInTheLibrarysWords_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("problem");
        QTest::newRow("scheme") << QStringLiteral("http://h/")
                                << QStringLiteral("the scheme is \"http\"; it must be ws or wss");
        QTest::newRow("no scheme") << QStringLiteral("example.org")
                                   << QStringLiteral("the scheme is \"\"; it must be ws or wss");
        QTest::newRow("no host") << QStringLiteral("ws:///x")
                                 << QStringLiteral("the URL names no host");
        QTest::newRow("port") << QStringLiteral("ws://h:99999/")
                              << QStringLiteral("the URL is malformed: Invalid port or port number "
                                                "out of range");
        QTest::newRow("good") << QStringLiteral(" wss://h/ ") << QString();
    }

    void aBadAddressIsSaidInTheLibrarysWords()
    {
        QFETCH(QString, url);
        QFETCH(QString, problem);
        Fresh it;
        it.form.setUrl(url);
        QCOMPARE(it.form.urlProblem(), problem);
        QCOMPARE(it.form.isAcceptable(), problem.isEmpty());
    }

    void aBadQueueOrSubprotocolIsRefused()
    {
        Fresh it;
        it.form.setUrl(QStringLiteral("ws://h/"));
        it.form.setQueueName(QStringLiteral("../x"));
        QVERIFY(!it.form.queueProblem().isEmpty());
        QVERIFY(!it.form.isAcceptable());
        it.form.setQueueName(QStringLiteral("x"));
        QVERIFY(it.form.isAcceptable());
        it.form.setSubprotocols(QStringLiteral("chat, b@d"));
        QVERIFY2(it.form.subprotocolsProblem().contains(QStringLiteral("is not a token")),
                 qPrintable(it.form.subprotocolsProblem()));
        QVERIFY(!it.form.isAcceptable());
        it.form.setProtocol(ProtocolName::Envelope); // which has its own
        QVERIFY(it.form.isAcceptable());
    }

    void nothingHappensBeforeItIsAccepted()
    {
        TestServer server;
        server.start();
        Fresh it;
        it.form.setUrl(server.url().toString());
        it.form.setQueueName(QStringLiteral("../x"));
        QVERIFY(!it.form.accept());
        QCOMPARE(it.room.socket()->state(), ConnectionState::Closed);
        QCOMPARE(it.room.address(), QString());
        it.form.setQueueName({});
        it.form.setSubprotocols(QStringLiteral("a holdfast.test"));
        QVERIFY(it.form.accept());
        EVENTUALLY(it.room.socket()->state() == ConnectionState::Connected);
        QCOMPARE(it.room.socket()->subprotocol(), QStringLiteral("holdfast.test"));
    }

    void theLastFormIsTheNextOnesBeginning()
    {
        {
            Fresh it;
            it.form.setUrl(QStringLiteral("ws://me:secret@127.0.0.1:1/a?b=c"));
            it.form.setProtocol(ProtocolName::Envelope);
            it.form.setQueueName(QStringLiteral("night"));
            QVERIFY(it.form.accept());
            it.form.setUrl(QStringLiteral("ws://elsewhere/")); // thought about, and left
            it.form.reset();
            QCOMPARE(it.form.url(), QStringLiteral("ws://me:secret@127.0.0.1:1/a?b=c"));
        }
        Fresh it;
        QCOMPARE(it.form.url(), QStringLiteral("ws://me@127.0.0.1:1/a?b=c"));
        QCOMPARE(it.form.protocol(), ProtocolName::Envelope);
        QCOMPARE(it.form.queueName(), QStringLiteral("night"));
        QVERIFY(it.form.isAcceptable());
        QCOMPARE(it.room.address(), QString()); // which goes nowhere by itself
    }

    void garbageInTheMemoryIsForgotten()
    {
        QSettings settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("Holdfast"),
                           QStringLiteral("holdfast-demo-server"));
        settings.setValue(QStringLiteral("url"), QStringLiteral("ws://[::"));
        settings.setValue(QStringLiteral("protocol"), QStringLiteral("Smoke"));
        settings.sync();
        Fresh it;
        QCOMPARE(it.form.protocol(), ProtocolName::Plain);
        QVERIFY(!it.form.isAcceptable());
    }

    void itTellsWhatBecomesOfWhatWaits()
    {
        const QTemporaryDir folder;
        Fresh it;
        const QUrl first(QStringLiteral("ws://127.0.0.1:1/"));
        it.room.go({.url = first, .storageFolder = folder.path()});
        it.form.reset();
        QCOMPARE(it.form.consequence(), QString());
        it.room.say(QStringLiteral("a"));
        QCOMPARE(it.form.consequence(), QString()); // nothing is changed
        it.form.setUrl(QStringLiteral("ws://127.0.0.1:2/"));
        QVERIFY(it.form.consequence().contains(QStringLiteral("1. They go to the new server")));
        QVERIFY(!it.form.isCostly());
        it.form.setQueueName(QStringLiteral("q"));
        QVERIFY(it.form.consequence().contains(QStringLiteral("will not be sent")));
        QVERIFY(it.form.isCostly());
        QVERIFY(it.form.accept());
        QCOMPARE(it.room.failed(), 1);

        it.form.reset();
        it.room.say(QStringLiteral("b"));
        QVERIFY(!it.form.holds());
        it.form.setQueueName(QStringLiteral("other"));
        QVERIFY(it.form.consequence().contains(QStringLiteral("They stay in the queue q")));
        it.form.setQueueName(QStringLiteral("q"));
        it.form.setUrl(first.toString());
        QVERIFY(it.form.consequence().contains(QStringLiteral("holds them")));
        QVERIFY(it.form.holds());
        it.form.setTakesAlong(true);
        QVERIFY(it.form.consequence().contains(QStringLiteral("They go to the new server")));
        it.form.setQueueName(QString());
        QVERIFY(it.form.consequence().contains(QStringLiteral("They stay in the queue q")));
        QVERIFY(!it.form.holds());
        QVERIFY(!it.form.isCostly());
    }

    void whatIsHeldIsTakenAlongOnRequest()
    {
        const QTemporaryDir folder;
        TestServer server;
        server.start();
        Fresh it;
        it.room.go({.url = QUrl(QStringLiteral("ws://127.0.0.1:1/")),
                    .queueName = QStringLiteral("q"),
                    .storageFolder = folder.path()});
        EVENTUALLY(it.room.socket()->isQueueReady());
        it.room.say(QStringLiteral("a"));
        it.form.reset();
        it.form.setUrl(server.url().toString());
        it.form.setTakesAlong(true);
        QVERIFY(it.form.accept());
        EVENTUALLY(it.room.delivered() == 1);
        QCOMPARE(server.texts(), QStringList{QStringLiteral("a")});
        QVERIFY(!it.form.takesAlong()); // once
    }
};

QTEST_GUILESS_MAIN(tst_ServerForm)

#include "tst_serverform.moc"
