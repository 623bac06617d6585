// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "settingsmessagestore.h"

#include <QtCore/qdir.h>
#include <QtCore/qprocess.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qtest.h>

#include <cstdlib>
#include <map>

#include <fcntl.h>
#include <unistd.h>

using namespace Holdfast;

namespace {

const QString Name = QStringLiteral("outbox");

StoredMessage stored(quint64 number, const Payload &payload, qint64 secondsAgo = 0)
{
    StoredMessage result;
    result.message.number = number;
    result.message.producer = QStringLiteral("producer");
    result.message.payload = payload;
    result.message.byteCount = payload.byteCount();
    result.queuedAt = QDateTime::currentDateTimeUtc().addSecs(-secondsAgo);
    return result;
}

//! A queue in a folder of its own.
class Queue
{
public:
    [[nodiscard]] SettingsMessageStore store() const
    {
        return SettingsMessageStore(Name, m_folder.path());
    }
    bool keep(const std::vector<StoredMessage> &messages) const
    {
        SettingsMessageStore kept(Name, m_folder.path());
        if (kept.open().error)
            return false;
        kept.append(messages);
        return !kept.commit();
    }
    [[nodiscard]] std::vector<quint64> numbers() const
    {
        std::vector<quint64> result;
        for (const StoredMessage &message :
             SettingsMessageStore(Name, m_folder.path()).open().messages)
            result.push_back(message.message.number);
        return result;
    }
    [[nodiscard]] QString storage() const { return m_folder.path(); }
    [[nodiscard]] std::map<QString, QByteArray> files() const
    {
        std::map<QString, QByteArray> contents;
        const QDir folder(m_folder.path() + u'/' + Name);
        for (const QString &file : folder.entryList(QDir::Files | QDir::Hidden)) {
            QFile opened(folder.filePath(file));
            if (opened.open(QIODevice::ReadOnly))
                contents.emplace(file, opened.readAll());
        }
        return contents;
    }

private:
    QTemporaryDir m_folder;
};

//! The demo, run to its end.
struct Run
{
    explicit Run(const Queue &queue, const QStringList &arguments, const QString &terminal = {})
    {
        QProcess demo;
        demo.setStandardInputFile(terminal.isEmpty() ? QProcess::nullDevice() : terminal);
        demo.start(QStringLiteral(HOLDFAST_DEMO),
                   QStringList{QStringLiteral("--queue"), Name, QStringLiteral("--storage"),
                               queue.storage()}
                       + arguments);
        if (demo.waitForFinished())
            exitCode = demo.exitCode();
        out = demo.readAllStandardOutput();
        error = QString::fromUtf8(demo.readAllStandardError());
        lines = QString::fromUtf8(out).split(u'\n', Qt::SkipEmptyParts);
    }

    int exitCode = -1;
    QByteArray out;
    QString error;
    QStringList lines;
};

Run list(const Queue &queue) { return Run(queue, {QStringLiteral("--list")}); }
Run purge(const Queue &queue, const QStringList &more = {}, const QString &terminal = {})
{
    return Run(queue, QStringList{QStringLiteral("--purge")} + more, terminal);
}

//! A terminal at which somebody has typed.
class Terminal
{
public:
    explicit Terminal(const QByteArray &typed)
        : m_master(::posix_openpt(O_RDWR | O_NOCTTY))
    {
        isThere = m_master >= 0 && ::grantpt(m_master) == 0 && ::unlockpt(m_master) == 0;
        if (!isThere)
            return;
        path = QString::fromLocal8Bit(::ptsname(m_master));
        // Held open, so that what was typed stays until it is read.
        m_slave = ::open(path.toLocal8Bit().constData(), O_RDWR | O_NOCTTY);
        isThere = m_slave >= 0 && ::write(m_master, typed.constData(), size_t(typed.size())) > 0;
    }
    ~Terminal()
    {
        ::close(m_slave);
        ::close(m_master);
    }

    bool isThere = false;
    QString path;

private:
    int m_master;
    int m_slave = -1;
};

} // namespace

class tst_QueueCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("LC_ALL", "C.UTF-8"); }

    void listPrintsWhatWaits()
    {
        const Queue queue;
        QVERIFY(queue.keep({stored(7, QStringLiteral("hello"), 10'000),
                            stored(9, QByteArray::fromHex("00ff10"))}));
        const Run run = list(queue);
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.error.isEmpty(), qPrintable(run.error));
        QCOMPARE(run.lines.size(), 4);
        const auto cells = [&](int row) { return run.lines.at(row).simplified(); };
        QCOMPARE(cells(0), QStringLiteral("number age bytes kind begins with"));
        QCOMPARE(cells(1), QStringLiteral("7 2 h 5 text hello"));
        static const QRegularExpression second(QStringLiteral("^9 \\d+ s 3 bytes 00 ff 10$"));
        QVERIFY2(second.match(cells(2)).hasMatch(), run.out);
        QCOMPARE(cells(3), QStringLiteral("2 messages in the queue \"outbox\""));
    }

    //! Also not the word that the last owner was killed.
    void listChangesNothing()
    {
        const Queue queue;
        QVERIFY(queue.keep({stored(1, QStringLiteral("a"))}));
        {
            SettingsMessageStore killed(Name, queue.storage());
            QVERIFY(!killed.open().error);
            QVERIFY(!killed.commit());
            // As a kill would leave it.
            const QString name = queue.storage() + u"/outbox/queue.holdfast";
            QVERIFY(QFile::copy(name, queue.storage() + u"/unclean"));
        }
        QVERIFY(QFile::remove(queue.storage() + u"/outbox/queue.holdfast"));
        QVERIFY(QFile::copy(queue.storage() + u"/unclean",
                            queue.storage() + u"/outbox/queue.holdfast"));
        const auto before = queue.files();
        QCOMPARE(list(queue).exitCode, 0);
        QCOMPARE(queue.files(), before);
        QVERIFY(!queue.store().open().clean);
    }

    void whatAMessageSaysDoesNothingToTheTerminal_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("colour") << QStringLiteral("\x1b[31mred") << QStringLiteral("\\x1b[31mred");
        QTest::newRow("lines") << QStringLiteral("a\r\nb\tc") << QStringLiteral("a\\r\\nb\\tc");
        QTest::newRow("nul") << QStringLiteral("a").append(QChar(0)) << QStringLiteral("a\\x00");
        QTest::newRow("C1") << QString(QChar(0x9b)) << QStringLiteral("\\x9b");
        QTest::newRow("turned around")
            << QStringLiteral("a\u202Eb") << QStringLiteral("a\\u{202e}b");
        QTest::newRow("line separator") << QStringLiteral("\u2028") << QStringLiteral("\\u{2028}");
        QTest::newRow("tag") << QString::fromUcs4(U"\U000E0041") << QStringLiteral("\\u{e0041}");
        QTest::newRow("backslash") << QStringLiteral("\\n") << QStringLiteral("\\\\n");
        QTest::newRow("language") << QStringLiteral("čau, 世界 😀") << QStringLiteral("čau, 世界 😀");
        QTest::newRow("long") << QString(41, u'x') << QString(QString(40, u'x') + u'…');
        QTest::newRow("just fits") << QString(40, u'x') << QString(40, u'x');
        QTest::newRow("long pairs") << QStringLiteral("😀").repeated(100)
                                    << QString(QStringLiteral("😀").repeated(40) + u'…');
    }
    void whatAMessageSaysDoesNothingToTheTerminal()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        const Queue queue;
        QVERIFY(queue.keep({stored(1, text)}));
        const Run run = list(queue);
        QCOMPARE(run.lines.size(), 3);
        QCOMPARE(run.lines.at(1).section(QStringLiteral(" text   "), 1), shown);
    }

    void aQueueInUseIsLeftAlone()
    {
        const Queue queue;
        QVERIFY(queue.keep({stored(1, QStringLiteral("a"))}));
        {
            SettingsMessageStore owner(Name, queue.storage());
            QVERIFY(!owner.open().error);
            for (const Run &run : {list(queue), purge(queue, {QStringLiteral("--yes")})}) {
                QCOMPARE(run.exitCode, 1);
                QVERIFY(run.out.isEmpty());
                QCOMPARE(run.error,
                         QStringLiteral("holdfast-demo: the queue \"outbox\" is in use\n"));
            }
        }
        QCOMPARE(queue.numbers(), (std::vector<quint64>{1}));
    }

    void aQueueThatIsNotThereIsToldOfAndNotMade()
    {
        const Queue queue;
        for (const Run &run : {list(queue), purge(queue)}) {
            QCOMPARE(run.exitCode, 1);
            QVERIFY(run.out.isEmpty());
            QCOMPARE(run.error, QStringLiteral("holdfast-demo: there is no queue \"outbox\"\n"));
        }
        QVERIFY(QDir(queue.storage()).isEmpty());
    }

    void aFolderThatIsNotThereIsToldOfAndNotMade()
    {
        const QTemporaryDir parent;
        const QString folder = parent.filePath(QStringLiteral("none"));
        for (const char *command : {"--list", "--purge"}) {
            QProcess demo;
            demo.start(QStringLiteral(HOLDFAST_DEMO),
                       {QStringLiteral("--queue"), Name, QStringLiteral("--storage"), folder,
                        QString::fromLatin1(command)});
            QVERIFY(demo.waitForFinished());
            QCOMPARE(demo.exitCode(), 1);
            QCOMPARE(QString::fromUtf8(demo.readAllStandardError()),
                     QStringLiteral("holdfast-demo: there is no folder \"%1\"\n").arg(folder));
        }
        QVERIFY(!QDir(folder).exists());
    }

    void anEmptyQueueSaysSo()
    {
        const Queue queue;
        QVERIFY(queue.keep({}));
        for (const Run &run : {list(queue), purge(queue)}) {
            QCOMPARE(run.exitCode, 0);
            QCOMPARE(run.lines,
                     QStringList{QStringLiteral("nothing waits in the queue \"outbox\"")});
        }
    }

    void listTellsOfDamage()
    {
        const Queue queue;
        QVERIFY(queue.keep({stored(1, QByteArray(100'000, 'x')), stored(2, QStringLiteral("b"))}));
        QVERIFY(QFile::remove(queue.storage() + u"/outbox/payload-000000000001"));
        const Run run = list(queue);
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.error, QStringLiteral("holdfast-demo: damaged, and not in the list: 1\n"));
        QCOMPARE(run.lines.last(), QStringLiteral("1 message in the queue \"outbox\""));
    }

    void purgeSaysWhatGoes()
    {
        const Queue queue;
        QVERIFY(
            queue.keep({stored(1, QStringLiteral("abc"), 7300), stored(2, QByteArray(5, 'x'))}));
        const Run run = purge(queue, {QStringLiteral("--yes")});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.lines,
                 QStringList({QStringLiteral("2 messages in the queue \"outbox\", 8 bytes, "
                                             "the oldest waits for 2 h"),
                              QStringLiteral("2 messages deleted")}));
        QVERIFY(queue.numbers().empty());
        QCOMPARE(queue.store().open().header.reservedThrough, 2u); // their numbers stay used
    }

    void purgeWithoutATerminalWantsAYes()
    {
        const Queue queue;
        QVERIFY(queue.keep({stored(1, QStringLiteral("a"))}));
        const Run run = purge(queue);
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.error.contains(QStringLiteral("nothing was deleted")));
        QCOMPARE(queue.numbers(), (std::vector<quint64>{1}));
    }

    void purgeAsksAtATerminal_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<bool>("agreed");
        QTest::newRow("yes") << QByteArray("yes\n") << true;
        QTest::newRow("no") << QByteArray("no\n") << false;
        QTest::newRow("y") << QByteArray("y\n") << false;
        QTest::newRow("return") << QByteArray("\n") << false;
        QTest::newRow("longer") << QByteArray("yesterday\n") << false;
        QTest::newRow("end") << QByteArray("\x04") << false;
    }
    void purgeAsksAtATerminal()
    {
        QFETCH(QByteArray, typed);
        QFETCH(bool, agreed);
        const Queue queue;
        QVERIFY(queue.keep({stored(1, QStringLiteral("a"))}));
        const Terminal terminal(typed);
        QVERIFY(terminal.isThere);
        const Run run = purge(queue, {}, terminal.path);
        QCOMPARE(run.exitCode, agreed ? 0 : 1);
        QCOMPARE(queue.numbers().empty(), agreed);
    }

    void refusesACommandLineThatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::newRow("list what?") << QStringLiteral("--list");
        QTest::newRow("purge what?") << QStringLiteral("--purge --yes");
        QTest::newRow("store what?") << QStringLiteral("--headless --storage /tmp");
        QTest::newRow("both") << QStringLiteral("--queue q --list --purge");
        QTest::newRow("yes to what?") << QStringLiteral("--queue q --list --yes");
        QTest::newRow("no name") << QStringLiteral("--queue ../q --list");
    }
    void refusesACommandLineThatItDoesNotUnderstand()
    {
        QFETCH(QString, arguments);
        QProcess demo;
        demo.start(QStringLiteral(HOLDFAST_DEMO), arguments.split(u' '));
        QVERIFY(demo.waitForFinished());
        QCOMPARE(demo.exitCode(), 2);
        QVERIFY(!demo.readAllStandardError().isEmpty());
        QVERIFY(demo.readAllStandardOutput().isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_QueueCommands)

#include "tst_queuecommands.moc"
