// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "hubclient.h"

#include <QtCore/qprocess.h>

#include <csignal>

using namespace Holdfast;

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
        Program program({u"--room"_qs, u"blue"_qs, u"--report"_qs});
        const QUrl url = program.url();
        QCOMPARE(url.scheme(), u"ws"_qs);
        HubClient client(url);
        QVERIFY(client.joins(u"blue"_qs));
        client.message(1, u"from the client"_qs);
        QVERIFY(program.says("from the client"));
        program.obey("publish from the console");
        EVENTUALLY(client.events().contains(u"from the console"_qs));
        program.obey("fault close=4777");
        QVERIFY(client.closesWith(4777));
        program.obey("fault none");
        HubClient again(url);
        QVERIFY(again.joins(u"blue"_qs, {{u"session"_qs, client.session()}}));
        QCOMPARE(again.welcome().value(u"resumed"_qs), QJsonValue(true));
        ::kill(static_cast<pid_t>(program.processId()), number);
        QVERIFY(again.closesWith(4001));
        QCOMPARE(again.closeReason(), QStringLiteral(R"({"retryAfter":2000,"spread":10000})"));
        QVERIFY(program.ends());
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
    }

    void takesItsOptions()
    {
        Program program({u"--grace"_qs, u"0"_qs, u"--history"_qs, u"1"_qs, u"--plain"_qs,
                         u"echo"_qs, u"--fault"_qs, u"drop-acks=1"_qs, u"--fault"_qs,
                         u"delay=10"_qs});
        const QUrl url = program.url();
        HubClient plain(url, {.subprotocols = {}});
        QVERIFY(plain.opens());
        plain.sendTextMessage(u"x"_qs);
        EVENTUALLY(plain.texts == QStringList(u"x"_qs));
        HubClient client(url);
        QVERIFY(client.joins());
        client.message(1, u"one"_qs);
        client.message(2, u"two"_qs);
        EVENTUALLY(client.events().size() == 2);
        QVERIFY(client.all("ack").isEmpty());
        const QJsonObject cursor{{u"epoch"_qs, client.welcome().value(u"epoch"_qs)},
                                 {u"lastEventId"_qs, 0}};
        HubClient late(url);
        QVERIFY(late.joins({}, {{u"cursor"_qs, cursor}}));
        QVERIFY(late.hears("reset")); // it remembers one
    }

    void letsInWhoseOriginItIsTold()
    {
        Program program({u"--origin"_qs, u"https://one.example"_qs, u"--origin"_qs,
                         u"http://two.example:8080"_qs});
        const QUrl url = program.url();
        for (const QString &origin : {u"https://one.example"_qs, u"http://two.example:8080"_qs}) {
            HubClient client(url, {.origin = origin});
            QVERIFY(client.joins());
        }
        HubClient stranger(url, {.origin = u"https://three.example"_qs});
        QVERIFY(stranger.closesWith(4403));
    }

    void refusesWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("port") << QStringList{u"--port"_qs, u"70000"_qs} << QByteArray("70000");
        QTest::newRow("host") << QStringList{u"--host"_qs, u"nowhere"_qs} << QByteArray("nowhere");
        QTest::newRow("fault") << QStringList{u"--fault"_qs, u"sloth"_qs} << QByteArray("sloth");
        QTest::newRow("value") << QStringList{u"--fault"_qs, u"drop-acks=2"_qs}
                               << QByteArray("drop-acks=2");
        QTest::newRow("plain") << QStringList{u"--plain"_qs, u"maybe"_qs} << QByteArray("maybe");
        QTest::newRow("half of TLS")
            << QStringList{u"--tls-cert"_qs, u"x"_qs} << QByteArray("together");
        QTest::newRow("no file") << QStringList{u"--tls-cert"_qs, u"/no/x"_qs, u"--tls-key"_qs,
                                                u"/no/y"_qs}
                                 << QByteArray("/no/x");
        QTest::newRow("origin") << QStringList{u"--origin"_qs, u"example.org"_qs}
                                << QByteArray("example.org");
        QTest::newRow("a word") << QStringList{u"please"_qs} << QByteArray("please");
    }
    void refusesWhatItDoesNotUnderstand()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, words);
        Program program(arguments);
        QVERIFY(program.ends());
        QCOMPARE(program.exitCode(), 2);
        QVERIFY(program.readAllStandardError().contains(words));
    }

    void saysWhenItCannotListen()
    {
        TestHub other;
        Program program({u"--port"_qs, QString::number(other.serverPort())});
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
