// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "hubclient.h"

#include <QtCore/qprocess.h>

#include <csignal>

using namespace Holdfast;
using namespace Qt::StringLiterals;

namespace {

//! holdfast-hub, as somebody in a terminal starts it.
class Program : public QProcess
{
public:
    explicit Program(const QStringList &arguments)
    {
        setProgram(QStringLiteral(HOLDFAST_HUB));
        setArguments(arguments);
        start();
    }
    ~Program() override
    {
        kill();
        waitForFinished();
    }
    //! The URL, once it is ready.
    [[nodiscard]] QUrl url()
    {
        if (!comesTrue([this] {
                m_said += readAllStandardOutput();
                return m_said.contains("\nready\n") || state() == NotRunning;
            }))
            return {};
        return QUrl(QString::fromUtf8(m_said.split('\n').constFirst()));
    }
    void obey(const QByteArray &line) { write(line + '\n'); }
    [[nodiscard]] bool says(const QByteArray &words)
    {
        return comesTrue([&] {
            m_said += readAllStandardOutput();
            return m_said.contains(words);
        });
    }
    [[nodiscard]] bool hasSaid(const QByteArray &words) const { return m_said.contains(words); }
    [[nodiscard]] bool ends()
    {
        return comesTrue([this] { return state() == NotRunning; });
    }

private:
    QByteArray m_said;
};

} // namespace

class tst_HoldfastHub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesAndSaysGoodbye_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
    }
    void servesAndSaysGoodbye()
    {
        QFETCH(int, number);
        Program program({u"--room"_s, u"blue"_s, u"--report"_s});
        const QUrl url = program.url();
        QCOMPARE(url.scheme(), u"ws"_s);
        HubClient client(url);
        QVERIFY(client.joins(u"blue"_s));
        client.message(1, u"from the client"_s);
        QVERIFY(program.says("from the client"));
        QVERIFY(!program.hasSaid(client.producer.toUtf8())); // it is a secret
        program.obey("publish from the console");
        EVENTUALLY(client.events().contains(u"from the console"_s));
        program.obey("fault close=4777");
        QVERIFY(client.closesWith(4777));
        program.obey("fault none");
        HubClient again(url);
        QVERIFY(again.joins(u"blue"_s, {{u"session"_s, client.session()}}));
        QCOMPARE(again.welcome().value(u"resumed"_s), QJsonValue(true));
        ::kill(static_cast<pid_t>(program.processId()), number);
        QVERIFY(again.closesWith(4001));
        QCOMPARE(again.closeReason(), QStringLiteral(R"({"retryAfter":2000,"spread":10000})"));
        QVERIFY(program.ends());
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
    }

    void takesItsOptions()
    {
        Program program({u"--grace"_s, u"0"_s, u"--history"_s, u"1"_s, u"--plain"_s, u"echo"_s,
                         u"--fault"_s, u"drop-acks=1"_s, u"--fault"_s, u"delay=10"_s});
        const QUrl url = program.url();
        HubClient plain(url, {.subprotocols = {}});
        QVERIFY(plain.opens());
        plain.sendTextMessage(u"x"_s);
        EVENTUALLY(plain.texts == QStringList(u"x"_s));
        HubClient client(url);
        QVERIFY(client.joins());
        client.message(1, u"one"_s);
        client.message(2, u"two"_s);
        EVENTUALLY(client.events().size() == 2);
        QVERIFY(client.all("ack").isEmpty());
        const QJsonObject cursor{{u"epoch"_s, client.welcome().value(u"epoch"_s)},
                                 {u"lastEventId"_s, 0}};
        HubClient late(url);
        QVERIFY(late.joins({}, {{u"cursor"_s, cursor}}));
        QVERIFY(late.hears("reset")); // it remembers one
    }

    void letsInWhoseOriginItIsTold()
    {
        Program program(
            {u"--origin"_s, u"https://one.example"_s, u"--origin"_s, u"http://two.example:8080"_s});
        const QUrl url = program.url();
        for (const QString &origin : {u"https://one.example"_s, u"http://two.example:8080"_s}) {
            HubClient client(url, {.origin = origin});
            QVERIFY(client.joins());
        }
        HubClient stranger(url, {.origin = u"https://three.example"_s});
        QVERIFY(stranger.closesWith(4403));
    }

    void refusesWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("port") << QStringList{u"--port"_s, u"70000"_s} << QByteArray("70000");
        QTest::newRow("host") << QStringList{u"--host"_s, u"nowhere"_s} << QByteArray("nowhere");
        QTest::newRow("fault") << QStringList{u"--fault"_s, u"sloth"_s} << QByteArray("sloth");
        QTest::newRow("value") << QStringList{u"--fault"_s, u"drop-acks=2"_s}
                               << QByteArray("drop-acks=2");
        QTest::newRow("plain") << QStringList{u"--plain"_s, u"maybe"_s} << QByteArray("maybe");
        QTest::newRow("half of TLS")
            << QStringList{u"--tls-cert"_s, u"x"_s} << QByteArray("together");
        QTest::newRow("no file") << QStringList{u"--tls-cert"_s, u"/no/x"_s, u"--tls-key"_s,
                                                u"/no/y"_s}
                                 << QByteArray("/no/x");
        QTest::newRow("origin") << QStringList{u"--origin"_s, u"example.org"_s}
                                << QByteArray("example.org");
        QTest::newRow("a word") << QStringList{u"please"_s} << QByteArray("please");
        QTest::newRow("an option") << QStringList{u"--nonsense"_s} << QByteArray("nonsense");
        QTest::newRow("no value") << QStringList{u"--port"_s} << QByteArray("--port");
    }
    void refusesWhatItDoesNotUnderstand()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, words);
        Program program(arguments);
        QVERIFY(program.ends());
        QCOMPARE(program.exitCode(), 2);
        const QByteArray said = program.readAllStandardError();
        QVERIFY2(said.contains(words), said.constData());
        QVERIFY2(said.endsWith("Try --help.\n"), said.constData());
    }

    void whoAsksForHelpIsHelped_data()
    {
        QTest::addColumn<QString>("word");
        QTest::newRow("--help") << u"--help"_s;
        QTest::newRow("--version") << u"--version"_s;
    }
    void whoAsksForHelpIsHelped()
    {
        QFETCH(QString, word);
        Program program({word});
        QVERIFY(program.ends());
        QCOMPARE(program.exitCode(), 0);
        QVERIFY(program.says("holdfast-hub"));
    }

    void saysWhenItCannotListen()
    {
        TestHub other;
        Program program({u"--port"_s, QString::number(other.serverPort())});
        QVERIFY(program.ends());
        QCOMPARE(program.exitCode(), 1);
        QVERIFY(program.readAllStandardError().contains("cannot listen"));
    }

    void aMeaninglessCommandIsToldAndForgotten()
    {
        Program program({});
        const QUrl url = program.url();
        program.obey("sing");
        QByteArray complaint;
        EVENTUALLY((complaint += program.readAllStandardError()).contains("sing"));
        HubClient client(url);
        QVERIFY(client.joins());
    }
};

QTEST_GUILESS_MAIN(tst_HoldfastHub)
#include "tst_holdfasthub.moc"
