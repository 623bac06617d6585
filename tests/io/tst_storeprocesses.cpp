// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "settingsmessagestore.h"
#include "storedmessages.h"

#include <QtCore/qdir.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qprocess.h>
#include <QtCore/qrandom.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qtest.h>

#include <set>

using namespace Holdfast;

namespace {

const QString Queue = QStringLiteral("queue");

//! What is known about a queue from what its writers said before they were killed.
class Ledger
{
public:
    //! One line of storewriter; false: it broke a promise.
    [[nodiscard]] bool heard(const QByteArray &line)
    {
        const quint64 number = line.mid(line.indexOf(' ') + 1).toULongLong();
        if (line.startsWith("used"))
            return m_used.insert(number).second; // never twice
        if (line.startsWith("append"))
            m_appending.insert(number);
        else if (line.startsWith("forget"))
            m_forgetting.insert(number);
        else if (line.startsWith("c ")) {
            m_stored.merge(m_appending);
            m_appending.clear();
            for (const quint64 gone : m_forgetting)
                m_stored.erase(gone);
            m_forgetting.clear();
        }
        return true;
    }

    //! What is wrong with what is there now; afterwards that is what is known.
    [[nodiscard]] QString compare(const OpenResult &opened)
    {
        if (opened.error)
            return opened.error.detail;
        if (opened.quarantined > 0)
            return QStringLiteral("%1 quarantined").arg(opened.quarantined);
        if (!m_used.empty() && opened.header.reservedThrough < *m_used.rbegin())
            return QStringLiteral("a number that was used is not reserved");
        const std::vector<quint64> numbers = numbersIn(opened.messages);
        if (!std::is_sorted(numbers.begin(), numbers.end(), std::less_equal<>()))
            return QStringLiteral("out of order");
        const std::set<quint64> present(numbers.begin(), numbers.end());
        for (const quint64 number : m_stored) {
            if (!present.contains(number) && !m_forgetting.contains(number))
                return QStringLiteral("%1 was stored and is lost").arg(number);
        }
        for (const StoredMessage &message : opened.messages) {
            const quint64 number = message.message.number;
            if (!m_stored.contains(number) && !m_appending.contains(number))
                return QStringLiteral("%1 is invented, or came back").arg(number);
            const QByteArray payload = message.message.payload.bytes();
            if (payload.count(char('a' + number % 26)) != payload.size()
                || payload.size() != (number % 50 == 0 ? 70'000 : qsizetype(number * 37 % 400))
                || message.message.producer != opened.header.producer)
                return QStringLiteral("%1 is not what was stored").arg(number);
        }
        m_stored = present;
        m_appending.clear();
        m_forgetting.clear();
        return {};
    }

    [[nodiscard]] std::size_t usedCount() const { return m_used.size(); }

private:
    std::set<quint64> m_used, m_stored, m_appending, m_forgetting;
};

} // namespace

class tst_StoreProcesses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondProcessIsRefusedUntilTheFirstIsGone();
    void nothingIsLostWhoeverIsKilled();
};

void tst_StoreProcesses::aSecondProcessIsRefusedUntilTheFirstIsGone()
{
    const QTemporaryDir folder;
    VERIFY_NO_ERROR(SettingsMessageStore(Queue, folder.path()).open().error); // clean so far
    QProcess other;
    other.start(QStringLiteral(STOREWRITER), {QStringLiteral("hold"), folder.path()});
    QVERIFY(other.waitForReadyRead(20'000));
    QElapsedTimer clock;
    clock.start();
    SettingsMessageStore store(Queue, folder.path());
    QCOMPARE(store.open().error.category, StoreErrorCategory::QueueBusy);
    QVERIFY(clock.elapsed() < 1000);

    other.kill();
    QVERIFY(other.waitForFinished(20'000));
    clock.start();
    const OpenResult opened = store.open();
    QVERIFY(clock.elapsed() < 1000);
    VERIFY_NO_ERROR(opened.error);
    QCOMPARE(numbersIn(opened.messages), numberRange(1, 1));
    QVERIFY(!opened.clean);
}

//! HOLDFAST_KILL_ROUNDS=200 for more.
void tst_StoreProcesses::nothingIsLostWhoeverIsKilled()
{
    bool given = false;
    quint32 seed = qEnvironmentVariable("HOLDFAST_SEED").toUInt(&given);
    if (!given)
        seed = 20260228;
    qInfo("HOLDFAST_SEED=%u", seed);
    int rounds = qEnvironmentVariableIntValue("HOLDFAST_KILL_ROUNDS");
    if (rounds <= 0)
        rounds = 25;
    QRandomGenerator random(seed);
    const QTemporaryDir folder;
    Ledger ledger;
    for (int round = 0; round < rounds; ++round) {
        QProcess writer;
        writer.start(QStringLiteral(STOREWRITER),
                     {QStringLiteral("write"), folder.path(), QString::number(random.generate())});
        QByteArray said;
        for (int lines = 1 + random.bounded(400); said.count('\n') < lines;) {
            QVERIFY2(writer.waitForReadyRead(20'000), qPrintable(writer.errorString()));
            said += writer.readAllStandardOutput();
        }
        writer.kill();
        QVERIFY(writer.waitForFinished(20'000));
        QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
        said += writer.readAllStandardOutput();
        for (const QByteArray &line : said.left(said.lastIndexOf('\n')).split('\n'))
            QVERIFY2(ledger.heard(line), line.constData());

        QElapsedTimer clock;
        clock.start();
        SettingsMessageStore store(Queue, folder.path());
        const OpenResult opened = store.open();
        // A lock that was left behind would be 30 s; a busy disk may take its time.
        QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(ledger.compare(opened), QString());
        QVERIFY(!opened.clean);
        VERIFY_NO_ERROR(store.commit());
    }
    qInfo("%d rounds, %zu numbers used", rounds, ledger.usedCount());
}

QTEST_GUILESS_MAIN(tst_StoreProcesses)
#include "tst_storeprocesses.moc"
