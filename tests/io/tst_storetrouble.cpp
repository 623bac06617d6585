// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "settingsmessagestore.h"
#include "storedmessages.h"

#include <QtCore/qdir.h>
#include <QtCore/qprocess.h>
#include <QtCore/qstandardpaths.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qtest.h>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Holdfast;

namespace {

#ifdef Q_OS_UNIX
//! No file may grow beyond some size, as on a disk that is full in the middle of it.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};
#endif

} // namespace

//! When the disk does not do what it should: nothing is lost, and the next commit makes up for it.
class tst_StoreTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aFullDiskIsReportedAndTheOldFilesStay_data();
    void aFullDiskIsReportedAndTheOldFilesStay();
    void whatIsForgottenMeanwhileIsNeverWritten();
    void aDiskThatFillsUpLosesNothing();
    void aFolderThatCannotBeMadeIsAnError();
    void aFileInPlaceOfTheFolderIsAnErrorUntilItGoes();
    void aFolderThatWasRemovedIsMadeAnew();
    void aRemovedLockIsTakenAgain();
    void aFolderThatCannotBeWrittenIsAnErrorUntilItCan();

private:
    [[nodiscard]] std::unique_ptr<SettingsMessageStore> store() const
    {
        return std::make_unique<SettingsMessageStore>(QStringLiteral("queue"), m_folder->path());
    }
    [[nodiscard]] QString queue() const { return m_folder->filePath(QStringLiteral("queue")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_StoreTrouble::init() { m_folder = std::make_unique<QTemporaryDir>(); }

void tst_StoreTrouble::aFullDiskIsReportedAndTheOldFilesStay_data()
{
    QTest::addColumn<int>("room");
    for (const int room : {0, 1, 16, 100, 1000, 4000, 5000, 6000, 65'537})
        QTest::newRow(qPrintable(QString::number(room))) << room;
}

void tst_StoreTrouble::aFullDiskIsReportedAndTheOldFilesStay()
{
#ifdef Q_OS_UNIX
    QFETCH(int, room);
    auto kept = store();
    VERIFY_NO_ERROR(kept->open().error);
    kept->append(storedRange(1, 30));
    VERIFY_NO_ERROR(kept->commit());
    StoreError first, second;
    {
        const FullDisk full{rlim_t(room)};
        kept->append(storedRange(31, 70));
        kept->append({stored(71, QByteArray(100'000, 'x'))});
        kept->reserve(8192);
        first = kept->commit();
        kept->append({stored(72)});
        second = kept->commit();
    }
    QCOMPARE(first.category, StoreErrorCategory::NotWritable);
    QVERIFY(first.detail.contains(queue()));
    QCOMPARE(second.category, StoreErrorCategory::NotWritable);

    // What a process that starts now would find: at least what was there before.
    QTemporaryDir copy;
    QVERIFY(QDir(copy.path()).mkdir(QStringLiteral("queue")));
    for (const QString &name : QDir(queue()).entryList({QStringLiteral("*0*")}, QDir::Files))
        QVERIFY(QFile::copy(queue() + u'/' + name, copy.path() + u"/queue/" + name));
    SettingsMessageStore other(QStringLiteral("queue"), copy.path());
    const OpenResult found = other.open();
    QCOMPARE(found.quarantined, 0);
    QVERIFY(found.messages.size() >= 30);

    // There is room again.
    VERIFY_NO_ERROR(kept->commit());
    kept.reset();
    const OpenResult opened = store()->open();
    QCOMPARE(numbersIn(opened.messages), numberRange(1, 72));
    QCOMPARE(opened.header.reservedThrough, 8192u);
    QCOMPARE(opened.quarantined, 0);
#else
    QSKIP("limits as on Unix");
#endif
}

void tst_StoreTrouble::whatIsForgottenMeanwhileIsNeverWritten()
{
#ifdef Q_OS_UNIX
    auto kept = store();
    VERIFY_NO_ERROR(kept->open().error);
    kept->append(storedRange(1, 3));
    VERIFY_NO_ERROR(kept->commit());
    StoreError error;
    {
        const FullDisk full(10);
        kept->append({stored(4), stored(5, QByteArray(100'000, 'x')), stored(6)});
        kept->forget({1});
        error = kept->commit();
        kept->forget({4, 5});
    }
    QCOMPARE(error.category, StoreErrorCategory::NotWritable);
    VERIFY_NO_ERROR(kept->commit());
    kept.reset();
    QCOMPARE(numbersIn(store()->open().messages), (std::vector<quint64>{2, 3, 6}));
    QVERIFY(QDir(queue()).entryList({QStringLiteral("payload*")}, QDir::Files).isEmpty());
#else
    QSKIP("limits as on Unix");
#endif
}

//! A real disk of 300 KB, in a mount namespace of its own.
void tst_StoreTrouble::aDiskThatFillsUpLosesNothing()
{
    if (QStandardPaths::findExecutable(QStringLiteral("unshare")).isEmpty())
        QSKIP("needs unshare");
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(
        QStringLiteral("unshare"),
        {QStringLiteral("--mount"), QStringLiteral("sh"), QStringLiteral("-c"),
         QStringLiteral("mount -t tmpfs -o size=300k tmpfs \"$1\" && exec \"$2\" fill \"$1\""),
         QStringLiteral("sh"), m_folder->path(), QStringLiteral(STOREWRITER)});
    QVERIFY(process.waitForFinished(60'000));
    const QByteArray said = process.readAllStandardOutput();
    if (said.isEmpty())
        QSKIP("needs the right to mount");
    QCOMPARE(said, "full, full again, then well; all there\n");
    QCOMPARE(process.exitCode(), 0);
}

void tst_StoreTrouble::aFolderThatCannotBeMadeIsAnError()
{
    QFile file(m_folder->filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    SettingsMessageStore kept(QStringLiteral("queue"), file.fileName());
    QCOMPARE(kept.open().error.category, StoreErrorCategory::NotWritable);
    QCOMPARE(kept.commit().category, StoreErrorCategory::NotWritable);
    QVERIFY(file.remove());
    VERIFY_NO_ERROR(kept.open().error); // it may be tried again
    kept.append({stored(1)});
    VERIFY_NO_ERROR(kept.commit());
}

void tst_StoreTrouble::aFileInPlaceOfTheFolderIsAnErrorUntilItGoes()
{
    auto kept = store();
    VERIFY_NO_ERROR(kept->open().error);
    kept->append(storedRange(1, 100));
    VERIFY_NO_ERROR(kept->commit());
    QVERIFY(QDir(queue()).removeRecursively());
    QFile file(queue());
    QVERIFY(file.open(QIODevice::WriteOnly));
    kept->append({stored(101)});
    QCOMPARE(kept->commit().category, StoreErrorCategory::NotWritable);
    kept->append({stored(102)});
    QCOMPARE(kept->commit().category, StoreErrorCategory::NotWritable);
    QVERIFY(file.remove());
    VERIFY_NO_ERROR(kept->commit());
    kept.reset();
    QCOMPARE(numbersIn(store()->open().messages), numberRange(1, 102));
}

void tst_StoreTrouble::aFolderThatWasRemovedIsMadeAnew()
{
    std::vector<StoredMessage> messages = storedRange(1, 200);
    messages[9] = stored(10, QByteArray(100'000, 'x'));
    auto kept = store();
    const QString producer = kept->open().header.producer;
    kept->append(messages);
    kept->reserve(4096);
    VERIFY_NO_ERROR(kept->commit());
    kept->forget({1, 2, 70});
    VERIFY_NO_ERROR(kept->commit());
    QVERIFY(QDir(queue()).removeRecursively());
    QVERIFY(QDir(m_folder->path()).removeRecursively()); // and what it was in
    VERIFY_NO_ERROR(kept->commit());
    QCOMPARE(store()->open().error.category, StoreErrorCategory::QueueBusy); // it is ours again
    kept.reset();

    const OpenResult opened = store()->open();
    QCOMPARE(opened.header.producer, producer);
    QCOMPARE(opened.header.reservedThrough, 4096u);
    QCOMPARE(opened.quarantined, 0);
    messages.erase(messages.begin() + 69);
    messages.erase(messages.begin(), messages.begin() + 2);
    QCOMPARE(numbersIn(opened.messages), numbersIn(messages));
    for (std::size_t i = 0; i < messages.size(); ++i)
        QCOMPARE(difference(opened.messages[i], messages[i]), QString());
}

void tst_StoreTrouble::aRemovedLockIsTakenAgain()
{
    auto kept = store();
    VERIFY_NO_ERROR(kept->open().error);
    kept->append(storedRange(1, 3));
    VERIFY_NO_ERROR(kept->commit());
    kept->forget({1});
    QVERIFY(QFile::remove(queue() + u"/owner.lock"));
    VERIFY_NO_ERROR(kept->commit());
    QCOMPARE(store()->open().error.category, StoreErrorCategory::QueueBusy);
    kept.reset();
    QCOMPARE(numbersIn(store()->open().messages), numberRange(2, 3));
}

//! Permissions do not stop root; the immutable flag does, on the file systems that have it.
void tst_StoreTrouble::aFolderThatCannotBeWrittenIsAnErrorUntilItCan()
{
    auto kept = store();
    VERIFY_NO_ERROR(kept->open().error);
    kept->append(storedRange(1, 3));
    VERIFY_NO_ERROR(kept->commit());
    const QFile::Permissions before = QFile::permissions(queue());
    const auto makeReadOnly = [&](bool on) {
        QFile::setPermissions(queue(), on ? QFile::ReadOwner | QFile::ExeOwner : before);
        QProcess::execute(QStringLiteral("chattr"),
                          {on ? QStringLiteral("+i") : QStringLiteral("-i"), queue()});
    };
    makeReadOnly(true);
    QFile probe(queue() + u"/probe");
    const bool works = !probe.open(QIODevice::WriteOnly);
    kept->append({stored(4)});
    kept->forget({1});
    const StoreError error = kept->commit();
    const OpenResult other = store()->open();
    makeReadOnly(false);
    if (!works)
        QSKIP("nothing stops root on this file system");
    QCOMPARE(error.category, StoreErrorCategory::NotWritable);
    QCOMPARE(other.error.category, StoreErrorCategory::QueueBusy);
    VERIFY_NO_ERROR(kept->commit());
    kept.reset();
    QCOMPARE(numbersIn(store()->open().messages), numberRange(2, 4));
}

QTEST_GUILESS_MAIN(tst_StoreTrouble)
#include "tst_storetrouble.moc"
