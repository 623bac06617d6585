// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "peer.h"
#include "queueledger.h"
#include "quick.h"

#include <QtCore/qprocess.h>
#include <QtCore/qrandom.h>
#include <QtCore/qtemporarydir.h>
#include <QtWebSockets/qwebsocket.h>

using namespace Holdfast;

//! P4 and P7 with servers of other makes: kill -9 of a client with a queue, and of the server, in
//! any order.
class tst_KillBoth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsStoredArrivesAndWhatFailedDoesNot_data();
    void whatIsStoredArrivesAndWhatFailedDoesNot();

private:
    void begin(const QString &kind);
    [[nodiscard]] QString hear(const QByteArray &said);
    [[nodiscard]] bool hasReadEverything();

    std::unique_ptr<Peer> m_peer;
    QueueLedger m_ledger;
    QString m_wrong;
};

void tst_KillBoth::whatIsStoredArrivesAndWhatFailedDoesNot_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("node") << QStringLiteral("node");
    QTest::newRow("python") << QStringLiteral("python");
}

void tst_KillBoth::begin(const QString &kind)
{
    m_ledger = {};
    m_wrong.clear();
    m_peer = Peer::make(kind);
    connect(m_peer.get(), &Peer::arrived, this, [this](int connection, const QString &text) {
        if (text.isEmpty())
            return; // see hasReadEverything()
        const QString wrong = m_ledger.arrived(text, connection);
        if (m_wrong.isEmpty())
            m_wrong = wrong;
    });
}

QString tst_KillBoth::hear(const QByteArray &said)
{
    for (const QByteArray &line : said.left(said.lastIndexOf('\n')).split('\n')) {
        if (!m_ledger.heard(line))
            return QString::fromUtf8(line);
    }
    return {};
}

//! Of those who are gone: a server lets in who comes last after all others.
bool tst_KillBoth::hasReadEverything()
{
    bool isAnswered = false;
    {
        QWebSocket last;
        last.setProxy(QNetworkProxy::NoProxy);
        connect(&last, &QWebSocket::connected, this,
                [&last] { last.sendTextMessage(QStringLiteral("")); });
        connect(&last, &QWebSocket::textMessageReceived, this, [&] { isAnswered = true; });
        last.open(m_peer->url());
        if (!waitUntil([&] { return isAnswered; }))
            return false;
    }
    return waitUntil([&] { return m_peer->openCount() == 0; });
}

//! HOLDFAST_KILL_ROUNDS and HOLDFAST_SEED for other stories.
void tst_KillBoth::whatIsStoredArrivesAndWhatFailedDoesNot()
{
    QFETCH(QString, kind);
    if (const QString missing = Peer::whatIsMissing(kind); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    bool given = false;
    quint32 seed = qEnvironmentVariable("HOLDFAST_SEED").toUInt(&given);
    if (!given)
        seed = 20261121;
    qInfo("HOLDFAST_SEED=%u", seed);
    const int rounds = std::max(8, qEnvironmentVariableIntValue("HOLDFAST_KILL_ROUNDS"));
    QRandomGenerator random(seed);
    const QTemporaryDir folder;
    begin(kind);
    const auto spawn = [&](QProcess &child, const QString &what) {
        child.start(QStringLiteral(QUEUECHILD), {m_peer->url().toString(), folder.path(), what});
    };
    bool isUp = true;
    for (int round = 0; round < rounds; ++round) {
        m_ledger.begins();
        QProcess child;
        spawn(child, QString::number(random.generate()));
        QByteArray said;
        const int lines = 1 + random.bounded(1500);
        bool kills = random.bounded(2) == 0; // the server, in the middle
        EVENTUALLY([&] {
            said += child.readAllStandardOutput();
            if (said.count('\n') >= lines / 2 && std::exchange(kills, false)) {
                isUp ? m_peer->kill() : m_peer->start();
                isUp = !isUp;
            }
            return said.count('\n') >= lines;
        }());
        child.kill();
        QVERIFY(child.waitForFinished(20'000));
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        said += child.readAllStandardOutput();
        QVERIFY(!isUp || hasReadEverything());
        QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong));
        QCOMPARE(hear(said), QString());
    }
    if (!isUp)
        m_peer->start();
    QProcess child;
    spawn(child, QStringLiteral("drain"));
    EVENTUALLY(child.state() == QProcess::NotRunning);
    QCOMPARE(child.exitCode(), 0);
    QVERIFY(hasReadEverything());
    QCOMPARE(m_wrong, QString());
    QCOMPARE(hear(child.readAllStandardOutput()), QString());
    QCOMPARE(m_ledger.verdict(), QString());
    QCOMPARE(m_ledger.failedOnesSeen(), QString());
    qInfo("%d rounds: %zu accepted, %zu were seen stored, %zu failed, %zu arrived in %d frames",
          rounds, m_ledger.m_accepted.size(), m_ledger.m_stored.size(), m_ledger.m_failed.size(),
          m_ledger.m_seen.size(), m_ledger.m_frames);
    QVERIFY(m_ledger.m_stored.size() > 100);
    m_peer.reset();
}

QTEST_GUILESS_MAIN(tst_KillBoth)
#include "tst_killboth.moc"
