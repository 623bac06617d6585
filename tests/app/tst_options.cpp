// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "options.h"

#include <QtCore/qprocess.h>
#include <QtTest/qtest.h>

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

Options options(const char *line)
{
    return Options::parse(QStringList{QStringLiteral("holdfast-demo")} + words(line));
}

bool wantsWindow(QByteArrayList arguments)
{
    arguments.prepend("holdfast-demo");
    QList<const char *> argv;
    for (const QByteArray &argument : arguments)
        argv.append(argument.constData());
    return Options::wantsWindow(int(argv.size()), argv.constData());
}

void setDisplay(bool there)
{
    qunsetenv("WAYLAND_DISPLAY");
    qunsetenv("QT_QPA_PLATFORM");
    if (there)
        qputenv("DISPLAY", ":82");
    else
        qunsetenv("DISPLAY");
}

} // namespace

Q_DECLARE_METATYPE(Options::Mode)

class tst_Options : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressOpensAWindowWhereThereIsADisplay_data()
    {
        using Mode = Options::Mode;
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("display");
        QTest::addColumn<Mode>("mode");
        QTest::newRow("nothing") << QByteArray() << true << Mode::Window;
        QTest::newRow("--url") << QByteArray("--url ws://h/") << true << Mode::Window;
        QTest::newRow("--url=") << QByteArray("--url=ws://h/") << true << Mode::Window;
        QTest::newRow("all words") << QByteArray("--url ws://h/ --protocol envelope --queue q "
                                                 "--storage /tmp --theme dark")
                                   << true << Mode::Window;
        QTest::newRow("--headless")
            << QByteArray("--headless --url ws://h/") << true << Mode::Headless;
        QTest::newRow("no display") << QByteArray("--url ws://h/") << false << Mode::Headless;
        QTest::newRow("--linger") << QByteArray("--linger --url ws://h/") << true << Mode::Headless;
    }

    void anAddressOpensAWindowWhereThereIsADisplay()
    {
        QFETCH(QByteArray, line);
        QFETCH(bool, display);
        QFETCH(Options::Mode, mode);
        setDisplay(display);
        QCOMPARE(options(line.constData()).mode, mode);
        // What kind of application there is was decided before, from the same words.
        QCOMPARE(wantsWindow(line.isEmpty() ? QByteArrayList() : line.split(' ')),
                 mode == Options::Mode::Window);
    }

    void theServerIsUnderstood()
    {
        setDisplay(true);
        const Destination plain = options("--url ws://h:1/p?q=1").destination;
        QCOMPARE(plain.url, QUrl(QStringLiteral("ws://h:1/p?q=1")));
        QCOMPARE(plain.protocol, ProtocolName::Plain);
        QVERIFY(plain.queueName.isEmpty());
        const Destination envelope
            = options("--headless --protocol envelope --queue q --storage /x").destination;
        QCOMPARE(envelope.protocol, ProtocolName::Envelope);
        QVERIFY(envelope.url.isEmpty());
        QCOMPARE(envelope.queueName, QStringLiteral("q"));
        QCOMPARE(envelope.storageFolder, QStringLiteral("/x"));
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char *line, const char *words) {
            QTest::newRow(line) << QByteArray(line) << QByteArray(words);
        };
        row("--url http://h/", "the scheme is \"http\"; it must be ws or wss");
        row("--url ws://", "the URL names no host");
        row("--url h", "the scheme is \"\"");
        row("--url ws://[::", "the URL is malformed");
        row("--protocol smoke --url ws://h/", "\"smoke\" is no protocol");
        row("--protocol envelope", "--protocol needs --url");
        row("--protocol envelope --serve", "--protocol is for a connection");
        row("--url ws://h/ --serve", "--url is for a connection");
        row("--url ws://h/ --queue q --list", "--url is for a connection");
        row("--url ws://h/ --screenshots /tmp/x", "--screenshots is about the two lanes");
        row("--tour --url ws://h/", "--tour is about the two lanes; with --url there is one");
        row("--record /tmp/x --url ws://h/", "--record is about the two lanes");
        row("--first-frame --url ws://h/", "--first-frame is about the two lanes");
        row("--tour --headless", "--tour is for a window, and there will be none");
        row("--screenshots /tmp/x --headless", "--screenshots is for a window");
        row("--record /tmp/x --linger", "--record is for a window");
        row("--first-frame --serve", "--first-frame is for a window");
        row("--tour --queue q --list", "--tour is for a window");
        row("--tour --first-frame", "--tour, --screenshots, --record or --first-frame?");
        row("--tour --record /tmp/x", "--tour, --screenshots, --record or --first-frame?");
        row("--url ws://h/ --queue ../q", "a queue's name is");
        row("--url ws://h/ --storage /tmp", "--storage needs --queue");
        row("--headless --url http://h/", "the scheme is \"http\"; it must be ws or wss");
        row("--headless --url ws://", "the URL names no host");
        row("--nonsense", "Unknown option 'nonsense'");
        row("--url", "Missing value after '--url'");
        row("--tour=yes", "Unexpected value after '--tour'");
        row("--port 1", "--port is for --serve");
        row("--headless --port 1", "--port is for --serve");
        row("--fault none", "--fault is for --serve");
        row("--headless --theme dark", "--theme is for a window, and there will be none");
        row("--serve --theme dark", "--theme is for a window, and there will be none");
        row("--queue q --list --linger", "--linger is for --headless");
        row("--serve --linger", "--linger is for --headless");
        row("--serve --queue q", "--queue is for what waits");
        row("--headless --serve", "--headless, --list, --purge or --serve?");
        row("--queue q --list --headless", "--headless, --list, --purge or --serve?");
        row("--queue q --list --purge", "--headless, --list, --purge or --serve?");
    }

    void nonsenseIsRefused()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, words);
        QProcess demo;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        demo.setProcessEnvironment(environment);
        demo.start(QStringLiteral(HOLDFAST_DEMO), ::words(line.constData()));
        QVERIFY(demo.waitForFinished());
        QCOMPARE(demo.exitStatus(), QProcess::NormalExit);
        QCOMPARE(demo.exitCode(), 2);
        const QByteArray said = demo.readAllStandardError();
        QVERIFY2(said.contains(words), said.constData());
        QVERIFY2(said.endsWith("Try --help.\n"), said.constData());
        QVERIFY(demo.readAllStandardOutput().isEmpty());
    }

    void whoAsksForHelpIsHelped_data()
    {
        QTest::addColumn<QString>("word");
        for (const char *word : {"--help", "--help-all", "-h", "--version", "-v"})
            QTest::newRow(word) << QString::fromLatin1(word);
    }
    void whoAsksForHelpIsHelped()
    {
        QFETCH(QString, word);
        QProcess demo;
        demo.start(QStringLiteral(HOLDFAST_DEMO), {word});
        QVERIFY(demo.waitForFinished());
        QCOMPARE(demo.exitStatus(), QProcess::NormalExit);
        QCOMPARE(demo.exitCode(), 0);
        QVERIFY(demo.readAllStandardOutput().contains("holdfast-demo"));
    }
};

QTEST_GUILESS_MAIN(tst_Options)

#include "tst_options.moc"
