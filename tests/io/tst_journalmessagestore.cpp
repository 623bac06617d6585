// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "journalmessagestore.h"
#include "storedmessages.h"

#include <QtCore/qtemporarydir.h>
#include <QtTest/qtest.h>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

bool s_renamingFails = false;
int s_failures = 0;

} // namespace

// No file takes the place of another, as on a disk that is full or fails: Qt ends up here. (Limits
// and permissions would not do: what is shortened needs no more room than before, and root may
// everything.)
extern "C" int rename(const char *from, const char *to) noexcept
{
    if (!s_renamingFails)
        return ::renameat(AT_FDCWD, from, AT_FDCWD, to);
    ++s_failures;
    errno = ENOSPC;
    return -1;
}

using namespace Holdfast;

//! The store of the guide when the disk does not do what it should; what every store promises is in
//! tst_messagestore.
class tst_JournalMessageStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aJournalThatCannotBeShortenedGoesOn();
    void afterAnErrorItOpensAgain();
    void whoDiesIsNotTakenForCleanAfterAnError_data();
    void whoDiesIsNotTakenForCleanAfterAnError();
    void allDamageIsSetAside();

private:
    [[nodiscard]] std::unique_ptr<MessageStore> store() const
    {
        return std::make_unique<JournalMessageStore>(m_folder->path());
    }
    [[nodiscard]] QString file(const char *name) const
    {
        return m_folder->filePath(QString::fromLatin1(name));
    }
    void damageTheLastLine() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_JournalMessageStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    s_failures = 0;
}

void tst_JournalMessageStore::cleanup() { s_renamingFails = false; }

void tst_JournalMessageStore::aJournalThatCannotBeShortenedGoesOn()
{
    auto kept = store();
    VERIFY_NO_ERROR(kept->open().error);
    kept->append(storedRange(1, 10));
    kept->append({stored(11, QByteArray(14 * 1024 * 1024, 'x'))}); // more than enough, in Base64
    kept->append(storedRange(12, 20));
    kept->forget({11});
    s_renamingFails = true;
    VERIFY_NO_ERROR(kept->commit());
    QCOMPARE(s_failures, 1);
    kept->append({stored(21)});
    VERIFY_NO_ERROR(kept->commit());
    kept.reset();

    s_renamingFails = false;
    std::vector<quint64> expected = numberRange(1, 10);
    for (const quint64 number : numberRange(12, 21))
        expected.push_back(number);
    const OpenResult opened = store()->open();
    VERIFY_NO_ERROR(opened.error);
    QCOMPARE(opened.quarantined, 0);
    QCOMPARE(numbersIn(opened.messages), expected);
    QVERIFY(QFileInfo(file("journal")).size() < 1024 * 1024);
}

void tst_JournalMessageStore::afterAnErrorItOpensAgain()
{
    {
        const auto first = store();
        VERIFY_NO_ERROR(first->open().error);
        first->append(storedRange(1, 3));
        VERIFY_NO_ERROR(first->commit());
    }
    auto kept = store();
    s_renamingFails = true;
    const OpenResult refused = kept->open();
    QCOMPARE(refused.error.category, StoreErrorCategory::NotWritable);
    QVERIFY2(refused.error.detail.contains(file("journal")), qPrintable(refused.error.detail));
    QVERIFY(refused.messages.empty());
    s_renamingFails = false;
    const OpenResult opened = kept->open();
    VERIFY_NO_ERROR(opened.error);
    QVERIFY(opened.clean);
    QCOMPARE(numbersIn(opened.messages), numberRange(1, 3));
    kept->append({stored(4)});
    VERIFY_NO_ERROR(kept->commit());
    kept.reset();
    QCOMPARE(numbersIn(store()->open().messages), numberRange(1, 4));
}

void tst_JournalMessageStore::whoDiesIsNotTakenForCleanAfterAnError_data()
{
    QTest::addColumn<bool>("sameStore");
    QTest::newRow("tried again") << true;
    QTest::newRow("another one tries") << false;
}

void tst_JournalMessageStore::whoDiesIsNotTakenForCleanAfterAnError()
{
    QFETCH(bool, sameStore);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto dying = store();
        bool isDone = !dying->open().error;
        dying->append({stored(1)});
        isDone = isDone && !dying->commit();
        ::_exit(isDone ? 0 : 1); // destroys nothing
    }
    int status = -1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);

    auto kept = store();
    s_renamingFails = true;
    QVERIFY(kept->open().error);
    s_renamingFails = false;
    if (!sameStore)
        kept = store();
    const OpenResult opened = kept->open();
    VERIFY_NO_ERROR(opened.error);
    QVERIFY(!opened.clean);
    QCOMPARE(numbersIn(opened.messages), numberRange(1, 1));
    kept.reset();
    QVERIFY(store()->open().clean);
}

void tst_JournalMessageStore::damageTheLastLine() const
{
    QFile journal(file("journal"));
    QVERIFY(journal.open(QIODevice::ReadWrite));
    QVERIFY(journal.seek(journal.size() - 5));
    QVERIFY(journal.write("@@@@") == 4);
}

void tst_JournalMessageStore::allDamageIsSetAside()
{
    for (const quint64 number : {1, 2}) {
        {
            const auto kept = store();
            VERIFY_NO_ERROR(kept->open().error);
            kept->append({stored(number)});
            VERIFY_NO_ERROR(kept->commit());
        }
        damageTheLastLine();
        const OpenResult opened = store()->open();
        VERIFY_NO_ERROR(opened.error);
        QCOMPARE(opened.quarantined, 1);
        QVERIFY(opened.messages.empty());
        QFile damaged(file("damaged"));
        QVERIFY(damaged.open(QIODevice::ReadOnly));
        QCOMPARE(damaged.readAll().count("@@@@\n"), qsizetype(number));
    }
    QCOMPARE(store()->open().quarantined, 0);
}

QTEST_GUILESS_MAIN(tst_JournalMessageStore)
#include "tst_journalmessagestore.moc"
