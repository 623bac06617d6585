// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "hub.h"
#include "quick.h"
#include "testserver.h"

#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qprocess.h>
#include <QtCore/qtemporarydir.h>

using namespace Holdfast;
using namespace Qt::StringLiterals;

namespace {

//! A program, and what it has said.
class Program : public QProcess
{
public:
    Program(const char *path, const QStringList &arguments)
    {
        start(QString::fromLatin1(path), arguments);
    }
    ~Program() override
    {
        kill();
        waitForFinished();
    }

    [[nodiscard]] bool isOver() const { return state() == NotRunning; }
    [[nodiscard]] QStringList lines()
    {
        m_said += readAllStandardOutput();
        return QString::fromUtf8(m_said).split(u'\n', Qt::SkipEmptyParts);
    }
    [[nodiscard]] QByteArray errors()
    {
        m_complaints += readAllStandardError();
        return m_complaints;
    }

private:
    QByteArray m_said;
    QByteArray m_complaints;
};

//! The other end of LinesProtocol, as its comment describes it.
class LinesServer : public QWebSocketServer
{
public:
    LinesServer()
        : QWebSocketServer(QString(), NonSecureMode)
    {
        setSupportedSubprotocols({u"example.lines"_s});
        connect(this, &QWebSocketServer::newConnection, this, &LinesServer::welcome);
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
    }

    int deafness = 0; //!< so many messages are taken, and the connection reset instead of an ack
    QString refused; //!< a text that it does not like
    QStringList texts;
    QString producer;

private:
    void welcome()
    {
        QWebSocket *const client = nextPendingConnection();
        client->setParent(this);
        connect(client, &QWebSocket::textMessageReceived, this,
                [this, client](const QString &frame) { answer(*client, frame); });
    }
    void answer(QWebSocket &client, const QString &frame)
    {
        const QJsonObject said = QJsonDocument::fromJson(frame.toUtf8()).object();
        const auto number = said[u"number"_s].toInteger();
        if (said.contains(u"hello"_s)) {
            producer = said[u"hello"_s].toString();
            reply(client, u"welcome"_s, m_through[producer]);
        } else if (said.contains(u"ping"_s)) {
            reply(client, u"pong"_s, said[u"ping"_s].toInteger());
        } else if (said[u"text"_s].toString() == refused) {
            reply(client, u"refuse"_s, number);
        } else {
            take(said);
            if (deafness-- > 0)
                return client.abort();
            reply(client, u"ack"_s, number);
            client.sendTextMessage(u"{\"text\":\"heard\"}"_s);
        }
    }
    void take(const QJsonObject &said)
    {
        qint64 &through = m_through[producer];
        if (said[u"number"_s].toInteger() <= through)
            return;
        through = said[u"number"_s].toInteger();
        texts += said[u"text"_s].toString();
    }
    static void reply(QWebSocket &client, const QString &word, qint64 number)
    {
        const QByteArray json
            = QJsonDocument(QJsonObject{{word, number}}).toJson(QJsonDocument::Compact);
        client.sendTextMessage(QString::fromUtf8(json));
    }

    QHash<QString, qint64> m_through;
};

//! Hands out tokens: t1, t2, …
class TokenServer : public QTcpServer
{
public:
    TokenServer()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *const client = nextPendingConnection();
            connect(client, &QTcpSocket::readyRead, this, [this, client] {
                if (!client->readAll().contains("\r\n\r\n"))
                    return; // it is one packet, on loopback
                const QByteArray token = 't' + QByteArray::number(++count) + '\n';
                client->write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: "
                              + QByteArray::number(token.size()) + "\r\n\r\n" + token);
                client->disconnectFromHost();
            });
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
    }

    [[nodiscard]] QString url() const { return u"http://127.0.0.1:%1/token"_s.arg(serverPort()); }

    int count = 0;
};

} // namespace

//! Every example, run as its readers run it.
class tst_Examples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy); }
    void theLoggerSendsWhatItReads();
    void theLoggerKeepsWhatDoesNotArrive();
    void theLoggerLeavesOutWhatIsTooLongOnceItIsText();
    void theLoggerEndsWhenItHasGivenUp();
    void theLoggerEndsWhenItCannotBegin();
    void theProtocolDeliversOnceWhatIsSentTwice();
    void theProtocolIsToldNo();
    void theStoreKeepsWhatDoesNotArrive();
    void theTokenIsFetchedAnewWhenItIsRefused();
    void aTokenThatIsRefusedTwiceNeedsAPerson();
    void theCoroutineWaitsForEach();
    void theWindowConnectsWithoutAWarning();
};

void tst_Examples::theLoggerSendsWhatItReads()
{
    QTemporaryDir folder;
    TestServer server;
    server.start();
    Program logger(HOLDFAST_LOGGER_EXAMPLE, {server.url().toString(), folder.path(), u"60"_s});
    logger.write("one\ntwo\n");
    EVENTUALLY(server.texts() == QStringList({u"one"_s, u"two"_s}));
    logger.write("three, without an end");
    logger.closeWriteChannel();
    EVENTUALLY(logger.isOver());
    QCOMPARE(logger.exitCode(), 0);
    QCOMPARE(server.texts().mid(2), QStringList{u"three, without an end"_s});
}

void tst_Examples::theLoggerKeepsWhatDoesNotArrive()
{
    QTemporaryDir folder;
    TestServer server;
    {
        Program logger(HOLDFAST_LOGGER_EXAMPLE, {server.url().toString(), folder.path(), u"1"_s});
        logger.write("one\ntwo\n");
        EVENTUALLY(logger.errors().contains("Connection refused"));
        logger.closeWriteChannel();
        EVENTUALLY(logger.isOver());
        QCOMPARE(logger.exitCode(), 1);
    }
    server.start();
    Program logger(HOLDFAST_LOGGER_EXAMPLE, {server.url().toString(), folder.path(), u"60"_s});
    logger.closeWriteChannel();
    EVENTUALLY(logger.isOver());
    QCOMPARE(logger.exitCode(), 0);
    QCOMPARE(server.texts(), QStringList({u"one"_s, u"two"_s}));
}

void tst_Examples::theLoggerLeavesOutWhatIsTooLongOnceItIsText()
{
    QTemporaryDir folder;
    TestServer server;
    server.start();
    Program logger(HOLDFAST_LOGGER_EXAMPLE, {server.url().toString(), folder.path(), u"60"_s});
    logger.write(QByteArray(6 * 1024 * 1024, '\xFF') + "\nshort\n"); // three bytes for each
    logger.closeWriteChannel();
    EVENTUALLY(logger.isOver());
    QCOMPARE(logger.exitCode(), 0);
    QVERIFY(logger.errors().contains("a line of 18874368 bytes"));
    QCOMPARE(server.texts(), QStringList{u"short"_s});
}

void tst_Examples::theLoggerEndsWhenItHasGivenUp()
{
    QTemporaryDir folder;
    TestServer server;
    int status = 0; // let in
    server.setDoorman([&](const QByteArray &) { return status; });
    server.start();
    {
        Program logger(HOLDFAST_LOGGER_EXAMPLE, {server.url().toString(), folder.path()});
        logger.write("one\n");
        EVENTUALLY(server.texts() == QStringList{u"one"_s});
        status = 403;
        server.kill();
        EVENTUALLY(logger.isOver()); // while it could still be told something
        QCOMPARE(logger.exitStatus(), QProcess::NormalExit);
        QCOMPARE(logger.exitCode(), 1);
        QVERIFY(logger.errors().contains("403"));
    }
    // It has put its things away.
    status = 0;
    Program logger(HOLDFAST_LOGGER_EXAMPLE, {server.url().toString(), folder.path(), u"60"_s});
    logger.write("two\n");
    logger.closeWriteChannel();
    EVENTUALLY(logger.isOver());
    QCOMPARE(logger.exitCode(), 0);
    QCOMPARE(server.texts().last(), u"two"_s);
}

void tst_Examples::theLoggerEndsWhenItCannotBegin()
{
    QTemporaryDir folder;
    Program logger(HOLDFAST_LOGGER_EXAMPLE, {u"http://127.0.0.1:9/"_s, folder.path()});
    EVENTUALLY(logger.isOver());
    QCOMPARE(logger.exitStatus(), QProcess::NormalExit);
    QCOMPARE(logger.exitCode(), 1);
    QVERIFY(!logger.errors().isEmpty());
}

void tst_Examples::theProtocolDeliversOnceWhatIsSentTwice()
{
    LinesServer server;
    server.deafness = 1;
    Program program(HOLDFAST_PROTOCOL_EXAMPLE, {server.serverUrl().toString(), u"one"_s, u"two"_s});
    EVENTUALLY(program.isOver());
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(server.texts, QStringList({u"one"_s, u"two"_s}));
    QVERIFY(!server.producer.isEmpty());
    const QStringList lines = program.lines();
    QVERIFY2(lines.contains(u"1 is there"_s), qPrintable(lines.join(u'\n')));
    QVERIFY(lines.contains(u"2 is there"_s));
    QVERIFY(lines.contains(u"heard"_s));
}

void tst_Examples::theProtocolIsToldNo()
{
    LinesServer server;
    server.refused = u"no"_s;
    Program program(HOLDFAST_PROTOCOL_EXAMPLE, {server.serverUrl().toString(), u"no"_s, u"yes"_s});
    EVENTUALLY(program.isOver());
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(server.texts, QStringList{u"yes"_s});
    QVERIFY(program.lines().contains(u"1 was refused"_s));
}

void tst_Examples::theStoreKeepsWhatDoesNotArrive()
{
    QTemporaryDir folder;
    TestServer server;
    const QStringList arguments{server.url().toString(), folder.path()};
    Program first(HOLDFAST_STORE_EXAMPLE, arguments + QStringList{u"0"_s, u"one"_s, u"two"_s});
    EVENTUALLY(first.isOver());
    QCOMPARE(first.lines(), QStringList{u"2 messages wait"_s});
    server.start();
    Program second(HOLDFAST_STORE_EXAMPLE, arguments + QStringList{u"60"_s});
    EVENTUALLY(second.isOver());
    QCOMPARE(second.lines(), QStringList{u"0 messages wait"_s});
    QCOMPARE(server.texts(), QStringList({u"one"_s, u"two"_s}));
}

void tst_Examples::theTokenIsFetchedAnewWhenItIsRefused()
{
    TokenServer tokens;
    Hub hub;
    hub.setPlainClients(Hub::PlainClients::Echo);
    hub.setAuthenticator([](const QNetworkRequest &request, const HubAuthentication &answer) {
        if (request.rawHeader("Authorization") == "Bearer t2")
            answer.accept(u"ada"_s);
        else
            answer.rejectUnauthenticated(u"expired"_s);
    });
    QVERIFY(hub.listen(QHostAddress::LocalHost));
    Program program(HOLDFAST_TOKEN_EXAMPLE, {hub.serverUrl().toString(), tokens.url()});
    EVENTUALLY(program.lines() == QStringList{u"hello"_s});
    QCOMPARE(tokens.count, 2);
}

void tst_Examples::aTokenThatIsRefusedTwiceNeedsAPerson()
{
    TokenServer tokens;
    TestServer server;
    server.setDoorman([](const QByteArray &) { return 401; });
    server.start();
    Program program(HOLDFAST_TOKEN_EXAMPLE, {server.url().toString(), tokens.url()});
    EVENTUALLY(program.isOver());
    QCOMPARE(program.exitCode(), 1);
    QVERIFY(program.readAllStandardError().endsWith("please sign in\n"));
    QCOMPARE(tokens.count, 2);
}

void tst_Examples::theCoroutineWaitsForEach()
{
#ifdef HOLDFAST_COROUTINE_EXAMPLE
    TestServer server;
    server.start();
    Program program(HOLDFAST_COROUTINE_EXAMPLE, {server.url().toString(), u"one"_s, u"two"_s});
    EVENTUALLY(program.isOver());
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(program.lines(),
             QStringList({u"\"one\" is message 1, and has arrived"_s,
                          u"\"two\" is message 2, and has arrived"_s}));
    QCOMPARE(server.texts(), QStringList({u"one"_s, u"two"_s}));
#else
    QSKIP("QCoro is missing (Debian: qcoro-qt6-dev)");
#endif
}

void tst_Examples::theWindowConnectsWithoutAWarning()
{
#ifdef HOLDFAST_QUICK_EXAMPLE
    TestServer server;
    server.start();
    Program program(HOLDFAST_QUICK_EXAMPLE, {server.url().toString()});
    EVENTUALLY(server.upgradeCount() == 1);
    server.kill();
    EVENTUALLY(server.upgradeCount() == 2);
    QCOMPARE(program.state(), QProcess::Running);
    QCOMPARE(program.readAllStandardError(), QByteArray());
#else
    QSKIP("built without the QML module");
#endif
}

QTEST_GUILESS_MAIN(tst_Examples)
#include "tst_examples.moc"
