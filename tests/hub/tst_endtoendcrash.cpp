// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "endserver.h"
#include "recordingclient.h"
#include "stranger.h"
#include "wirecutter.h"

#include <QtCore/qdir.h>
#include <QtCore/qdiriterator.h>
#include <QtCore/qprocess.h>
#include <QtCore/qrandom.h>
#include <QtCore/qset.h>
#include <QtCore/qtemporarydir.h>

#include <map>
#include <set>

using namespace Holdfast;

namespace {

using How = WireCutter::How;

//! What the killed ones said.
class Ledger
{
public:
    //! Empty: that can be true.
    [[nodiscard]] QString heard(const QString &line)
    {
        const QString rest = line.mid(2);
        const quint64 number = rest.section(u' ', 0, 0).toULongLong();
        switch (line.isEmpty() ? u' ' : line.at(0).unicode()) {
        case u'a':
            m_thisRun[number] = rest.section(u' ', 1);
            return {};
        case u's':
            for (const auto &[stored, text] : m_thisRun) {
                if (stored <= number)
                    m_safe.insert(text);
            }
            return {};
        case u'd':
            if (const auto sent = m_thisRun.find(number); sent != m_thisRun.end())
                m_safe.insert(sent->second);
            return {};
        case u'e':
            return event(rest);
        default:
            return line.isEmpty() ? QString() : line;
        }
    }
    void begins()
    {
        m_thisRun.clear();
        m_lastOfRun = 0;
    }

    std::set<QString>
        m_safe; //!< stored, or delivered: must reach the application behind the server
    int m_lastEvent = 0;
    int m_repeated = 0;

private:
    [[nodiscard]] QString event(const QString &payload)
    {
        if (payload.startsWith(QLatin1String("drain")))
            return {};
        const int number = payload.toInt();
        // The first of a run may be one of before; nothing is left out, ever.
        const bool follows = m_lastOfRun == 0 ? number <= m_lastEvent + 1 && number > 0
                                              : number == m_lastOfRun + 1;
        if (!follows)
            return QStringLiteral("event %1 after %2 of this run, %3 of all")
                .arg(payload)
                .arg(m_lastOfRun)
                .arg(m_lastEvent);
        m_lastOfRun = number;
        m_repeated += number <= m_lastEvent;
        m_lastEvent = std::max(m_lastEvent, number);
        return {};
    }

    std::map<quint64, QString> m_thisRun;
    int m_lastOfRun = 0;
};

void copyFolder(const QString &from, const QString &to)
{
    QDirIterator it(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString file = it.next();
        const QString copy = to + file.mid(from.size());
        QDir().mkpath(QFileInfo(copy).path());
        QFile::remove(copy);
        if (!QFile::copy(file, copy))
            qFatal("%s cannot be copied", qPrintable(file));
    }
}

} // namespace

//! Clients that die, and those that lie, before the hub and the server that was written from
//! PROTOCOL.md.
class tst_EndToEndCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKilledClientDoublesNothingAndLosesNothing_data() { bothServers(); }
    void aKilledClientDoublesNothingAndLosesNothing();
    void nothingNewInARestoredBackupIsTakenForOld_data() { bothServers(); }
    void nothingNewInARestoredBackupIsTakenForOld();
    void namingAnothersProducerSilencesNobody_data() { bothServers(); }
    void namingAnothersProducerSilencesNobody();

private:
    void bothServers();
};

void tst_EndToEndCrash::bothServers()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("hub") << QStringLiteral("hub");
    QTest::newRow("node") << QStringLiteral("node");
}

//! HOLDFAST_KILL_ROUNDS=200 for more.
void tst_EndToEndCrash::aKilledClientDoublesNothingAndLosesNothing()
{
    QFETCH(QString, kind);
    bool given = false;
    quint32 seed = qEnvironmentVariable("HOLDFAST_SEED").toUInt(&given);
    if (!given)
        seed = 20261121;
    qInfo("HOLDFAST_SEED=%u", seed);
    QRandomGenerator random(seed);
    const int asked = qEnvironmentVariableIntValue("HOLDFAST_KILL_ROUNDS");
    const int rounds = asked > 0 ? asked : 12;
    const auto server = EndServer::start(kind, {.history = 1'000'000});
    WireCutter wire(server->url());
    const QTemporaryDir folder;
    Ledger ledger;
    QProcess child;
    QString wrong;
    int lines = 0;
    const auto hear = [&] {
        while (child.canReadLine() && wrong.isEmpty()) {
            const QByteArray line = child.readLine();
            lines += !line.startsWith('e');
            wrong = ledger.heard(QString::fromUtf8(line).trimmed());
        }
        return wrong.isEmpty();
    };
    const auto spawn = [&](const QString &name) {
        ledger.begins();
        lines = 0;
        child.start(QStringLiteral(ENVELOPECHILD), {wire.url().toString(), folder.path(), name});
    };
    // The first one comes and goes, so that the cursor has a place to be.
    spawn(QStringLiteral("drain first"));
    EVENTUALLY([&] {
        server->publish(QStringLiteral("drain first")); // some come before its hello
        return !hear() || child.state() == QProcess::NotRunning;
    }());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    QCOMPARE(child.exitCode(), 0);
    int published = 0;

    for (int round = 1; round <= rounds; ++round) {
        spawn(QStringLiteral("run %1").arg(round));
        const int until = 1 + random.bounded(2000);
        QTimer meanwhile;
        meanwhile.callOnTimeout(&meanwhile, [&] {
            server->publish(++published);
            if (random.bounded(100) == 0)
                wire.cut(random.bounded(2) ? How::End : How::Reset);
        });
        meanwhile.start(2ms);
        EVENTUALLY(!hear() || lines >= until);
        meanwhile.stop();
        child.kill();
        EVENTUALLY(child.state() == QProcess::NotRunning);
        QVERIFY2(hear(), qPrintable(wrong));
        for (int i = random.bounded(5); i > 0; --i)
            server->publish(++published);
    }
    server->publish(QStringLiteral("drain the rest"));
    spawn(QStringLiteral("drain the rest"));
    EVENTUALLY(!hear() || child.state() == QProcess::NotRunning);
    QVERIFY2(hear(), qPrintable(wrong));
    QCOMPARE(child.exitCode(), 0);
    settle();

    QCOMPARE(ledger.m_lastEvent, published);
    EVENTUALLY([&] {
        const QSet<QString> seen(server->accepted().begin(), server->accepted().end());
        return std::all_of(ledger.m_safe.begin(), ledger.m_safe.end(),
                           [&](const QString &text) { return seen.contains(text); });
    }());
    const QStringList accepted = server->accepted();
    QCOMPARE(QSet<QString>(accepted.begin(), accepted.end()).size(), accepted.size());
    quint64 before = 0;
    for (const QString &key : server->keys()) {
        const quint64 number = key.section(u'-', -1).toULongLong();
        QVERIFY(number > before);
        before = number;
    }
    qInfo("%d runs: %d accepted, %zu were known to be safe, %d events, %d of them came again",
          rounds, int(accepted.size()), ledger.m_safe.size(), published, ledger.m_repeated);
    QVERIFY(ledger.m_safe.size() > size_t(rounds));
}

void tst_EndToEndCrash::nothingNewInARestoredBackupIsTakenForOld()
{
    QFETCH(QString, kind);
    const auto server = EndServer::start(kind, {});
    const WireCutter wire(server->url());
    const QTemporaryDir folder;
    const QTemporaryDir backup;
    QStringList sent;
    const auto runs = [&](const QString &name, int messages, bool delivers = true) {
        RecordingClient client(wire.url());
        client.setStorageFolder(folder.path());
        client.setQueueName(QStringLiteral("queue"));
        for (int i = 1; i <= messages; ++i) {
            sent += QStringLiteral("%1 %2").arg(name).arg(i);
            (void)client.sendTextMessage(sent.last());
        }
        if (!delivers)
            return client.commit();
        client.open();
        return waitUntil(
            [&] { return client.isQueueReady() && client.pendingMessageCount() == 0; });
    };
    QVERIFY(runs(QStringLiteral("before"), 10));
    copyFolder(folder.path(), backup.path());
    QVERIFY(runs(QStringLiteral("since"), 10));
    QVERIFY(QDir(folder.path()).removeRecursively());
    copyFolder(backup.path(), folder.path());
    QVERIFY(runs(QStringLiteral("restored"), 10));
    QVERIFY(runs(QStringLiteral("later"), 10));
    EVENTUALLY(server->accepted().size() >= sent.size());
    QCOMPARE(server->accepted(), sent);
    const auto producer = [&](int i) { return server->keys().at(i).section(u'-', 0, -2); };
    QCOMPARE(producer(19), producer(0));
    QVERIFY(producer(20) != producer(0));
    QCOMPARE(producer(39), producer(20));
}

void tst_EndToEndCrash::namingAnothersProducerSilencesNobody()
{
    QFETCH(QString, kind);
    const auto server = EndServer::start(kind, {.usersByQuery = true});
    WireCutter wire(server->url());
    RecordingClient ada(wire.url(QStringLiteral("?user=ada")));
    ada.open();
    for (const QString &text : numbered(1, 5))
        (void)ada.sendTextMessage(text);
    EVENTUALLY(ada.pendingMessageCount() == 0 && server->keys().size() == 5);
    const QString producer = server->keys().last().section(u'-', 0, -2);

    Stranger mallory(QUrl(server->url().toString() + QStringLiteral("?user=mallory")));
    EVENTUALLY(mallory.state() == QAbstractSocket::ConnectedState);
    const Envelope::Hello hello{.producer = producer, .session = {}, .cursor = {}, .profile = {}};
    mallory.sendTextMessage(Envelope::toText(hello));
    EVENTUALLY(!mallory.heard(QLatin1String("welcome")).isEmpty());
    const QJsonObject welcome = mallory.heard(QLatin1String("welcome"));
    QVERIFY(!welcome.value(QLatin1String("receivedThrough")).isDouble());
    const quint64 high = 1'000'000;
    mallory.sendTextMessage(Envelope::toText(
        Envelope::ClientMessage{.key = producer + QStringLiteral("-1000000"),
                                .number = high,
                                .content = Envelope::Content(QJsonValue(QStringLiteral("ha")))}));
    EVENTUALLY(mallory.heard(QLatin1String("ack")).value(QLatin1String("through")).toInteger()
               == qint64(high));

    for (const QString &text : numbered(6, 8))
        (void)ada.sendTextMessage(text);
    EVENTUALLY(ada.pendingMessageCount() == 0);
    wire.cut(How::Reset); // nor on a new connection
    for (const QString &text : numbered(9, 10))
        (void)ada.sendTextMessage(text);
    EVENTUALLY(ada.pendingMessageCount() == 0);
    EVENTUALLY(server->accepted().size() >= 11);
    QCOMPARE(server->accepted(),
             numbered(1, 5) + QStringList{QStringLiteral("ha")} + numbered(6, 10));
    QVERIFY(mallory.isValid()); // and she is still there
}

QTEST_GUILESS_MAIN(tst_EndToEndCrash)
#include "tst_endtoendcrash.moc"
