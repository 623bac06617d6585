// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "queueledger.h"
#include "quick.h"
#include "testserver.h"

#include <QtCore/qprocess.h>
#include <QtCore/qrandom.h>
#include <QtCore/qtemporarydir.h>

#include <map>

using namespace Holdfast;

class tst_KillLoop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsStoredArrivesAndWhatFailedDoesNot();

private:
    [[nodiscard]] QString readServer(TestServer &server);

    QueueLedger m_ledger;
    std::map<int, int> m_read; //!< messages of each visit
    int m_visits = 0;
};

//! Everything that has arrived since.
QString tst_KillLoop::readServer(TestServer &server)
{
    for (int i = std::max(0, m_visits - 2); i < server.visitCount(); ++i) {
        const QList<Payload> &messages = server.visit(i).messages;
        for (int &read = m_read[i]; read < messages.size(); ++read) {
            if (const QString wrong = m_ledger.arrived(messages.at(read).text(), i);
                !wrong.isEmpty())
                return wrong;
        }
    }
    m_visits = server.visitCount();
    return {};
}

//! HOLDFAST_KILL_ROUNDS=200 for more.
void tst_KillLoop::whatIsStoredArrivesAndWhatFailedDoesNot()
{
    bool given = false;
    quint32 seed = qEnvironmentVariable("HOLDFAST_SEED").toUInt(&given);
    if (!given)
        seed = 20261121;
    qInfo("HOLDFAST_SEED=%u", seed);
    int rounds = qEnvironmentVariableIntValue("HOLDFAST_KILL_ROUNDS");
    if (rounds <= 0)
        rounds = 20;
    QRandomGenerator random(seed);
    const QTemporaryDir folder;
    TestServer server;
    const auto spawn = [&](QProcess &child, const QString &what) {
        child.start(QStringLiteral(QUEUECHILD), {server.url().toString(), folder.path(), what});
    };
    const auto hear = [&](const QByteArray &said) {
        for (const QByteArray &line : said.left(said.lastIndexOf('\n')).split('\n')) {
            if (!m_ledger.heard(line))
                return QString::fromUtf8(line);
        }
        return QString();
    };
    for (int round = 0; round < rounds; ++round) {
        m_ledger.begins();
        bool isUp = random.bounded(3) > 0;
        if (isUp)
            server.start();
        QProcess child;
        spawn(child, QString::number(random.generate()));
        QByteArray said;
        const int lines = 1 + random.bounded(1500);
        bool flips = random.bounded(3) == 0; // the server goes or comes in the middle
        QString wrong;
        EVENTUALLY([&] {
            said += child.readAllStandardOutput();
            if (said.count('\n') >= lines / 2 && std::exchange(flips, false))
                std::exchange(isUp, !isUp) ? server.stop() : server.start();
            return said.count('\n') >= lines;
        }());
        child.kill();
        QVERIFY(child.waitForFinished(20'000));
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        // All that it wrote before is on its way; what it said, it said with that in mind.
        settle(50);
        EVENTUALLY(server.openCount() == 0);
        said += child.readAllStandardOutput();
        wrong = readServer(server);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        wrong = hear(said);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        server.stop();
    }
    server.start();
    QProcess child;
    spawn(child, QStringLiteral("drain"));
    EVENTUALLY(child.state() == QProcess::NotRunning);
    QCOMPARE(child.exitCode(), 0);
    settle(50);
    QCOMPARE(readServer(server), QString());
    QCOMPARE(hear(child.readAllStandardOutput()), QString());
    QCOMPARE(m_ledger.verdict(), QString());
    QCOMPARE(m_ledger.failedOnesSeen(), QString());
    qInfo("%d rounds: %zu accepted, %zu were seen stored, %zu failed, %zu arrived in %d frames",
          rounds, m_ledger.m_accepted.size(), m_ledger.m_stored.size(), m_ledger.m_failed.size(),
          m_ledger.m_seen.size(), m_ledger.m_frames);
    QVERIFY(m_ledger.m_stored.size() > 100);
    QVERIFY(m_ledger.m_failed.size() > 10);
}

QTEST_GUILESS_MAIN(tst_KillLoop)
#include "tst_killloop.moc"
