// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qprocess.h>
#include <QtCore/qtemporarydir.h>
#include <QtCore/qtimer.h>
#include <QtNetwork/qtcpserver.h>
#include <QtTest/qtest.h>

#include <csignal>

namespace {

//! A process that talks in lines of JSON.
class JsonProcess : public QObject
{
    Q_OBJECT

public:
    JsonProcess(const QString &program, const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.setProgram(program);
        m_process.setArguments(arguments);
        connect(&m_process, &QProcess::readyReadStandardOutput, this, [this] {
            while (m_process.canReadLine()) {
                lines.append(QJsonDocument::fromJson(m_process.readLine()).object());
                Q_EMIT said(lines.constLast());
            }
        });
        m_process.start();
    }
    ~JsonProcess() override { kill(); }

    void say(const QByteArray &text) { m_process.write(text); }
    void endInput() { m_process.closeWriteChannel(); }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    void signal(int number) { ::kill(static_cast<pid_t>(m_process.processId()), number); }
    bool isOver() const { return m_process.state() == QProcess::NotRunning; }
    int exitCode() const
    {
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }

    //! The member \a key of every line whose "event" is \a event.
    QVariantList values(const QString &event, const QString &key) const
    {
        QVariantList found;
        for (const QJsonObject &line : lines) {
            if (line.value(QStringLiteral("event")).toString() == event)
                found.append(line.value(key).toVariant());
        }
        return found;
    }
    QVariantList states() const { return values(QStringLiteral("state"), QStringLiteral("state")); }

    QList<QJsonObject> lines;

Q_SIGNALS:
    void said(const QJsonObject &line);

private:
    QProcess m_process;
};

//! The demo, headless.
class Demo : public JsonProcess
{
public:
    explicit Demo(const QStringList &arguments)
        : JsonProcess(QStringLiteral(HOLDFAST_DEMO), arguments)
    {
    }
};

//! A server of another make, as a process that can be killed.
class Peer
{
public:
    Peer(QString program, QStringList arguments)
        : m_program(std::move(program))
        , m_arguments(std::move(arguments))
    {
    }

    void start(quint16 port)
    {
        m_process = std::make_unique<JsonProcess>(
            m_program, m_arguments + QStringList{QStringLiteral("--port"), QString::number(port)});
    }
    bool isUp() const { return m_process && !m_process->lines.isEmpty(); }
    JsonProcess &process() { return *m_process; }
    QStringList received() const
    {
        QStringList texts;
        for (const QJsonObject &line : m_process->lines) {
            if (line.contains(QStringLiteral("received")))
                texts.append(line.value(QStringLiteral("received")).toString());
        }
        return texts;
    }

private:
    QString m_program;
    QStringList m_arguments;
    std::unique_ptr<JsonProcess> m_process;
};

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QString urlOf(quint16 port) { return QStringLiteral("ws://127.0.0.1:%1/").arg(port); }

//! Headless, with a queue in \a storage.
QStringList queued(const QTemporaryDir &storage)
{
    return {QStringLiteral("--headless"), QStringLiteral("--queue"), QStringLiteral("outbox"),
            QStringLiteral("--storage"), storage.path()};
}

QStringList withoutRepeats(const QStringList &all)
{
    QStringList firsts = all;
    firsts.removeDuplicates();
    return firsts;
}

} // namespace

class tst_Headless : public QObject
{
    Q_OBJECT

private:
    void eachServer()
    {
        const QString peers = QStringLiteral(HOLDFAST_SOURCE_DIR "/tests/peers/");
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("QWebSocketServer")
            << QStringLiteral(HOLDFAST_DEMO) << QStringList{QStringLiteral("--serve")};
        QTest::newRow("ws of Node")
            << QStringLiteral("node") << QStringList{peers + QStringLiteral("echo-ws.mjs")};
        QTest::newRow("websockets of Python")
            << QStringLiteral("/usr/bin/python3")
            << QStringList{peers + QStringLiteral("echo-websockets.py")};
    }

private Q_SLOTS:
    void deliversInOrderToAServerThatComesLater_data() { eachServer(); }
    void deliversInOrderToAServerThatComesLater()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        const quint16 port = freePort();
        Demo demo({QStringLiteral("--headless"), QStringLiteral("--url"), urlOf(port)});
        demo.say("a\nb\nc\n");
        demo.endInput();
        QTRY_VERIFY(demo.states().contains(QStringLiteral("WaitingToRetry")));

        Peer server(program, arguments);
        server.start(port);
        QTRY_VERIFY_WITH_TIMEOUT(demo.isOver(), 30'000);
        QCOMPARE(demo.exitCode(), 0);
        QTRY_COMPARE(server.received(),
                     QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
        QCOMPARE(demo.values(QStringLiteral("accepted"), QStringLiteral("number")),
                 QVariantList({1, 2, 3}));
        QCOMPARE(demo.values(QStringLiteral("delivered"), QStringLiteral("number")),
                 QVariantList({1, 2, 3}));
        QCOMPARE(demo.states().first(), QStringLiteral("Connecting"));
        QCOMPARE(demo.states().mid(demo.states().size() - 3),
                 QVariantList({QStringLiteral("Connected"), QStringLiteral("Closing"),
                               QStringLiteral("Closed")}));
        QVERIFY(demo.values(QStringLiteral("error"), QStringLiteral("category"))
                    .contains(QStringLiteral("ConnectionRefused")));
    }

    void losesNothingWhenTheServerIsKilledWhileMessagesAreSent_data() { eachServer(); }
    void losesNothingWhenTheServerIsKilledWhileMessagesAreSent()
    {
        constexpr int Messages = 1000;
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        const quint16 port = freePort();
        Peer first(program, arguments);
        first.start(port);
        QTRY_VERIFY(first.isUp());

        Demo demo({QStringLiteral("--headless"), QStringLiteral("--url"), urlOf(port)});
        QTimer typist;
        int typed = 0;
        QObject::connect(&typist, &QTimer::timeout, &demo, [&] {
            for (int i = 0; i < 2 && typed < Messages; ++i)
                demo.say(QByteArray::number(typed++) + '\n');
            if (typed == Messages) {
                typist.stop();
                demo.endInput();
            }
        });
        QObject::connect(&first.process(), &JsonProcess::said, &demo, [&] {
            if (first.process().lines.size() == 200)
                first.process().signal(SIGKILL);
        });
        typist.start(1);
        QTRY_VERIFY_WITH_TIMEOUT(first.process().isOver(), 30'000);
        // Away for a while: until three more attempts have failed.
        QTRY_VERIFY_WITH_TIMEOUT(demo.states().count(QStringLiteral("WaitingToRetry")) >= 4,
                                 30'000);

        Peer second(program, arguments);
        second.start(port);
        QTRY_VERIFY_WITH_TIMEOUT(demo.isOver(), 60'000);
        QCOMPARE(demo.exitCode(), 0);
        QTRY_VERIFY(second.received().contains(QString::number(Messages - 1)));

        QStringList expected;
        for (int i = 0; i < Messages; ++i)
            expected.append(QString::number(i));
        QCOMPARE(first.received(), expected.mid(0, first.received().size()));
        QCOMPARE(withoutRepeats(first.received() + second.received()), expected);
        // The second life got in order what came after the confirmed ones, and none of those.
        const qsizetype confirmed = confirmedBefore(demo, QStringLiteral("WaitingToRetry"));
        QCOMPARE(second.received(), expected.mid(confirmed));
        QCOMPARE(demo.values(QStringLiteral("delivered"), QStringLiteral("number")).size(),
                 Messages);
        QVERIFY(demo.values(QStringLiteral("error"), QStringLiteral("closeCode")).contains(1006));
        QVERIFY(!demo.values(QStringLiteral("error"), QStringLiteral("closeCode")).contains(1000));
    }

    void readsNoFasterThanItSends()
    {
        constexpr int Messages = 30'000; // three times what the demo lets wait
        Demo demo({QStringLiteral("--headless")});
        QByteArray lines;
        for (int i = 0; i < Messages; ++i)
            lines += QByteArray::number(i) + '\n';
        demo.say(lines);
        demo.endInput();
        QTRY_VERIFY_WITH_TIMEOUT(demo.isOver(), 60'000);
        QCOMPARE(demo.exitCode(), 0);
        const QVariantList delivered
            = demo.values(QStringLiteral("delivered"), QStringLiteral("number"));
        QCOMPARE(delivered.size(), Messages);
        QVERIFY(std::is_sorted(
            delivered.begin(), delivered.end(),
            [](const QVariant &a, const QVariant &b) { return a.toInt() < b.toInt(); }));
        QVERIFY(demo.values(QStringLiteral("refused"), QStringLiteral("reason")).isEmpty());
    }

    void leavesInThePipeWhatDoesNotFit()
    {
        constexpr int Messages = 4000; // of 20 kB: more than may be pending
        const quint16 port = freePort();
        Demo demo({QStringLiteral("--headless"), QStringLiteral("--url"), urlOf(port)});
        for (int i = 0; i < Messages; ++i)
            demo.say(QByteArray::number(i).leftJustified(20'000, '.') + '\n');
        demo.endInput();
        QTRY_VERIFY(demo.states().contains(QStringLiteral("WaitingToRetry")));
        Peer server(QStringLiteral(HOLDFAST_DEMO), {QStringLiteral("--serve")});
        server.start(port);
        QTRY_VERIFY_WITH_TIMEOUT(demo.isOver(), 60'000);
        QCOMPARE(demo.exitCode(), 0);
        QCOMPARE(demo.values(QStringLiteral("delivered"), QStringLiteral("number")).size(),
                 Messages);
        QVERIFY(demo.values(QStringLiteral("refused"), QStringLiteral("reason")).isEmpty());
    }

    void refusesALineThatIsTooLong()
    {
        Demo demo({QStringLiteral("--headless")});
        demo.say("before\n");
        demo.say(QByteArray(100'000'000, 'x') + '\n');
        demo.say("after\n");
        demo.endInput();
        QTRY_VERIFY_WITH_TIMEOUT(demo.isOver(), 60'000);
        QCOMPARE(demo.exitCode(), 1);
        QCOMPARE(demo.values(QStringLiteral("refused"), QStringLiteral("reason")),
                 QVariantList({QStringLiteral("TooLarge")}));
        QCOMPARE(demo.values(QStringLiteral("received"), QStringLiteral("text")),
                 QVariantList({QStringLiteral("before"), QStringLiteral("after")}));
    }

    void startsAServerOfItsOwn()
    {
        Demo demo({QStringLiteral("--headless")});
        demo.say("hello \xC3\xA9\n\nlast line without an end");
        demo.endInput();
        QTRY_VERIFY_WITH_TIMEOUT(demo.isOver(), 30'000);
        QCOMPARE(demo.exitCode(), 0);
        QCOMPARE(demo.values(QStringLiteral("received"), QStringLiteral("text")),
                 QVariantList({QStringLiteral("hello é"), QString(),
                               QStringLiteral("last line without an end")}));
    }

    void lingersUntilItIsToldToEnd()
    {
        Demo demo({QStringLiteral("--headless"), QStringLiteral("--linger")});
        demo.say("a\n");
        demo.endInput();
        QTRY_COMPARE(demo.values(QStringLiteral("delivered"), QStringLiteral("number")),
                     QVariantList({1}));
        QVERIFY(!demo.isOver());
        demo.signal(SIGTERM);
        QTRY_VERIFY_WITH_TIMEOUT(demo.isOver(), 30'000);
        QCOMPARE(demo.exitCode(), 0);
        QCOMPARE(demo.states(),
                 QVariantList({QStringLiteral("Connecting"), QStringLiteral("Connected"),
                               QStringLiteral("Closing"), QStringLiteral("Closed")}));
    }

    void whatWasStoredSurvivesAKill_data()
    {
        QTest::addColumn<int>("killedAt"); //!< as soon as so many are stored
        QTest::newRow("all stored") << 300;
        QTest::newRow("some stored") << 1;
    }
    void whatWasStoredSurvivesAKill()
    {
        constexpr int Messages = 300;
        QFETCH(int, killedAt);
        const QTemporaryDir storage;
        const quint16 port = freePort();
        const QStringList arguments
            = queued(storage) + QStringList{QStringLiteral("--url"), urlOf(port)};
        QStringList expected;
        for (int i = 0; i < Messages; ++i)
            expected.append(QStringLiteral("message %1").arg(i));

        Demo killed(arguments);
        int stored = 0;
        QObject::connect(&killed, &JsonProcess::said, &killed, [&](const QJsonObject &line) {
            if (line.value(QStringLiteral("event")).toString() == QStringLiteral("stored"))
                stored = line.value(QStringLiteral("through")).toInt();
            if (stored >= killedAt)
                killed.signal(SIGKILL);
        });
        for (const QString &text : expected)
            killed.say(text.toUtf8() + '\n');
        QTRY_VERIFY_WITH_TIMEOUT(killed.isOver(), 30'000);
        const QVariantList stages
            = killed.values(QStringLiteral("stored"), QStringLiteral("through"));
        QVERIFY(!stages.isEmpty());
        for (int i = 1; i < stages.size(); ++i)
            QVERIFY(stages.at(i).toInt() > stages.at(i - 1).toInt());

        Peer server(QStringLiteral(HOLDFAST_DEMO), {QStringLiteral("--serve")});
        server.start(port);
        QTRY_VERIFY(server.isUp());
        Demo next(arguments);
        next.endInput();
        QTRY_VERIFY_WITH_TIMEOUT(next.isOver(), 30'000);
        QCOMPARE(next.exitCode(), 0);
        const qsizetype delivered
            = next.values(QStringLiteral("delivered"), QStringLiteral("number")).size();
        QVERIFY(delivered >= stages.last().toInt());
        QTRY_COMPARE(server.received(), expected.mid(0, delivered));
    }

    void aDamagedMessageIsToldOfAndTheOthersArrive()
    {
        const QTemporaryDir storage;
        const quint16 port = freePort();
        const QStringList arguments
            = queued(storage) + QStringList{QStringLiteral("--url"), urlOf(port)};
        Demo killed(arguments);
        killed.say("one\ntwo\nthree\n");
        QTRY_VERIFY(killed.values(QStringLiteral("stored"), QStringLiteral("through")).contains(3));
        killed.kill();
        QFile segment(storage.filePath(QStringLiteral("outbox/000000000001.holdfast")));
        QVERIFY(segment.open(QIODevice::ReadWrite));
        const qsizetype at = segment.readAll().indexOf("two");
        QVERIFY(at > 0 && segment.seek(at) && segment.write("x") == 1);
        segment.close();

        Peer server(QStringLiteral(HOLDFAST_DEMO), {QStringLiteral("--serve")});
        server.start(port);
        QTRY_VERIFY(server.isUp());
        Demo next(arguments);
        next.endInput();
        QTRY_VERIFY_WITH_TIMEOUT(next.isOver(), 30'000);
        QCOMPARE(next.values(QStringLiteral("recovered"), QStringLiteral("quarantined")),
                 QVariantList({1}));
        QTRY_COMPARE(server.received(),
                     QStringList({QStringLiteral("one"), QStringLiteral("three")}));
    }

    void whatWaitsAlsoGoesToAServerOfItsOwn()
    {
        const QTemporaryDir storage;
        Demo killed(queued(storage) + QStringList{QStringLiteral("--url"), urlOf(freePort())});
        killed.say("one\n");
        QTRY_VERIFY(killed.values(QStringLiteral("stored"), QStringLiteral("through")).contains(1));
        killed.kill();
        Demo next(queued(storage));
        next.say("two\n");
        next.endInput();
        QTRY_VERIFY_WITH_TIMEOUT(next.isOver(), 30'000);
        QCOMPARE(next.exitCode(), 0);
        QCOMPARE(next.values(QStringLiteral("received"), QStringLiteral("text")),
                 QVariantList({QStringLiteral("one"), QStringLiteral("two")}));
    }

    void whatWaitsDoesNotGoToAnotherServer()
    {
        const QTemporaryDir storage;
        Demo killed(queued(storage) + QStringList{QStringLiteral("--url"), urlOf(freePort())});
        killed.say("one\n");
        QTRY_VERIFY(killed.values(QStringLiteral("stored"), QStringLiteral("through")).contains(1));
        killed.kill();
        Peer server(QStringLiteral(HOLDFAST_DEMO), {QStringLiteral("--serve")});
        const quint16 port = freePort();
        server.start(port);
        QTRY_VERIFY(server.isUp());
        Demo next(queued(storage) + QStringList{QStringLiteral("--url"), urlOf(port)});
        next.say("two\n");
        next.endInput();
        QTRY_VERIFY_WITH_TIMEOUT(next.isOver(), 30'000);
        QTRY_COMPARE(server.received(), QStringList({QStringLiteral("two")}));
        QVERIFY(next.values(QStringLiteral("error"), QStringLiteral("category"))
                    .contains(QStringLiteral("QueueHeld")));
    }

    void aSignalLosesWhatWaitsInMemoryAndTheExitCodeSaysSo()
    {
        Demo demo({QStringLiteral("--headless"), QStringLiteral("--url"), urlOf(freePort())});
        demo.say("a\nb\n");
        QTRY_COMPARE(demo.values(QStringLiteral("accepted"), QStringLiteral("number")),
                     QVariantList({1, 2}));
        demo.signal(SIGTERM);
        QTRY_VERIFY_WITH_TIMEOUT(demo.isOver(), 30'000);
        QCOMPARE(demo.values(QStringLiteral("failed"), QStringLiteral("number")),
                 QVariantList({1, 2}));
        QCOMPARE(demo.values(QStringLiteral("failed"), QStringLiteral("reason")),
                 QVariantList({QStringLiteral("Discarded"), QStringLiteral("Discarded")}));
        QCOMPARE(demo.exitCode(), 1);
    }

    void aSignalLosesNothingOfWhatIsOnTheDisk()
    {
        const QTemporaryDir storage;
        Demo demo(queued(storage) + QStringList{QStringLiteral("--url"), urlOf(freePort())});
        demo.say("a\n");
        QTRY_VERIFY(demo.values(QStringLiteral("stored"), QStringLiteral("through")).contains(1));
        demo.signal(SIGTERM);
        QTRY_VERIFY_WITH_TIMEOUT(demo.isOver(), 30'000);
        QVERIFY(demo.values(QStringLiteral("failed"), QStringLiteral("number")).isEmpty());
        QCOMPARE(demo.exitCode(), 0);
    }

    void aConnectionThatFailsEndsIt()
    {
        const quint16 port = freePort();
        Peer server(
            QStringLiteral(HOLDFAST_DEMO),
            {QStringLiteral("--serve"), QStringLiteral("--fault"), QStringLiteral("close 4403")});
        server.start(port);
        QTRY_VERIFY(server.isUp());
        Demo demo({QStringLiteral("--headless"), QStringLiteral("--url"), urlOf(port)});
        QTRY_VERIFY_WITH_TIMEOUT(demo.isOver(), 30'000);
        QCOMPARE(demo.exitCode(), 1);
        QVERIFY(demo.values(QStringLiteral("error"), QStringLiteral("category"))
                    .contains(QStringLiteral("Forbidden")));
        QCOMPARE(demo.states().last(), QStringLiteral("Failed"));
    }

    void refusesACommandLineThatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown option") << QStringList{QStringLiteral("--nonsense")};
        QTest::newRow("stray word") << QStringList{QStringLiteral("word")};
        QTest::newRow("no fault") << QStringList{
            QStringLiteral("--serve"), QStringLiteral("--fault"), QStringLiteral("close 1006")};
        QTest::newRow("empty URL") << QStringList{QStringLiteral("--url"), QString()};
        QTest::newRow("no port") << QStringList{QStringLiteral("--serve"), QStringLiteral("--port"),
                                                QStringLiteral("70000")};
    }
    void refusesACommandLineThatItDoesNotUnderstand()
    {
        QFETCH(QStringList, arguments);
        QProcess demo;
        demo.start(QStringLiteral(HOLDFAST_DEMO), arguments);
        QVERIFY(demo.waitForFinished());
        QCOMPARE(demo.exitCode(), 2);
        QVERIFY(!demo.readAllStandardError().isEmpty());
        QVERIFY(demo.readAllStandardOutput().isEmpty());
    }

    void playsAScriptedOutageWhenThereIsNothingToSend()
    {
        QProcess demo;
        demo.setStandardInputFile(QProcess::nullDevice());
        demo.start(QStringLiteral(HOLDFAST_DEMO), QStringList());
        QVERIFY(demo.waitForFinished(90'000));
        const QByteArray told = demo.readAllStandardOutput();
        QVERIFY2(demo.exitCode() == 0, told);
        QVERIFY2(told.contains("killed"), told);
        QVERIFY2(told.contains("typed 12, delivered 12, lost 0"), told);
    }

private:
    //! How many messages were reported delivered before the first \a state.
    static qsizetype confirmedBefore(const Demo &demo, const QString &state)
    {
        qsizetype confirmed = 0;
        for (const QJsonObject &line : demo.lines) {
            if (line.value(QStringLiteral("state")).toString() == state)
                break;
            if (line.value(QStringLiteral("event")).toString() == QStringLiteral("delivered"))
                ++confirmed;
        }
        return confirmed;
    }
};

QTEST_GUILESS_MAIN(tst_Headless)

#include "tst_headless.moc"
