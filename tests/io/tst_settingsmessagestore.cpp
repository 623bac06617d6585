// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "queueheader.h"
#include "recordfile.h"
#include "settingsmessagestore.h"
#include "storedmessages.h"

#include <QtCore/qdir.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qprocess.h>
#include <QtCore/qstandardpaths.h>
#include <QtCore/qtemporarydir.h>
#include <QtCore/qurl.h>
#include <QtTest/qtest.h>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Holdfast;

namespace {

const QString Name = QStringLiteral("outbox-1");

//! A folder for queues, and the queue that is in it.
class Place
{
public:
    [[nodiscard]] std::unique_ptr<SettingsMessageStore> store() const
    {
        return std::make_unique<SettingsMessageStore>(Name, m_folder.path());
    }
    [[nodiscard]] QString path(const QString &file = {}) const
    {
        return m_folder.path() + u'/' + Name + (file.isEmpty() ? QString() : u'/' + file);
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    [[nodiscard]] QByteArray read(const QString &file) const
    {
        QFile opened(path(file));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    bool write(const QString &file, const QByteArray &content) const
    {
        QFile opened(path(file));
        return QDir().mkpath(path()) && opened.open(QIODevice::WriteOnly)
            && opened.write(content) == content.size();
    }
    //! Stores \a messages and closes.
    bool keep(const std::vector<StoredMessage> &messages) const
    {
        const auto kept = store();
        if (kept->open().error)
            return false;
        kept->append(messages);
        kept->reserve(4096);
        return !kept->commit();
    }
    [[nodiscard]] OpenResult visit() const { return store()->open(); }

private:
    QTemporaryDir m_folder;
};

QString number(int value) { return QStringLiteral("%1").arg(value, 12, 10, QLatin1Char('0')); }

} // namespace

//! What is particular about this store. What every store does is in tst_messagestore.
class tst_SettingsMessageStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theFolderLooksAsTheManualSays();
    void aSegmentHoldsAtMost64KiB();
    void everythingIsForTheOwnerOnly();
    void aSegmentGoesWhenAllInItIsSettled();
    void noFileNameIsUsedTwice();
    void theHeaderStaysSmallWhateverIsForgotten();
    void oneMessageMoreWritesOneSegment();
    void aNumberThatComesLateIsKept();
    void aLeftOverLockIsNoOwner_data();
    void aLeftOverLockIsNoOwner();
    void leftOverLocksOfSegmentsAreSweptAway();
    void aLostHeaderIsRebuilt();
    void aDamagedHeaderCostsNoMessage();
    void aBindingIsInEverySegment();
    void aLookChangesNothing();
    void aLaterVersionIsLeftAlone();
    void aLostPayloadCostsItsMessageOnce();
    void aPayloadThatNobodyAsksForIsRemoved();
    void aRefusedNameTouchesNothing();
    void aNameMustBeAFolderEverywhere_data();
    void aNameMustBeAFolderEverywhere();
    void theDefaultFolderIsForApplicationData();
};

void tst_SettingsMessageStore::initTestCase() { QStandardPaths::setTestModeEnabled(true); }

void tst_SettingsMessageStore::theFolderLooksAsTheManualSays()
{
    const Place place;
    const auto store = place.store();
    VERIFY_NO_ERROR(store->open().error);
    store->append(storedRange(1, 64));
    store->append({stored(65, QByteArray(64 * 1024 + 1, 'x'))});
    store->append({stored(66)});
    VERIFY_NO_ERROR(store->commit());
    QCOMPARE(place.files(),
             (QStringList{number(1) + u".holdfast", number(65) + u".holdfast",
                          QStringLiteral("owner.lock"), u"payload-" + number(65),
                          QStringLiteral("queue.holdfast")}));
    QCOMPARE(place.read(u"payload-" + number(65)), QByteArray(64 * 1024 + 1, 'x'));
}

void tst_SettingsMessageStore::aSegmentHoldsAtMost64KiB()
{
    const Place place;
    const auto store = place.store();
    VERIFY_NO_ERROR(store->open().error);
    for (quint64 i = 1; i <= 30; ++i)
        store->append({stored(i, QByteArray(20'000, 'x'))});
    store->append({stored(31, QByteArray(64 * 1024, 'x'))});
    VERIFY_NO_ERROR(store->commit());
    QCOMPARE(place.files().filter(QStringLiteral(".holdfast")).size(), 10 + 1 + 1);
    for (const QString &file : place.files())
        QVERIFY2(place.read(file).size() < 67'000, qPrintable(file));
}

void tst_SettingsMessageStore::everythingIsForTheOwnerOnly()
{
#ifdef Q_OS_UNIX
    const Place place;
    const mode_t before = ::umask(0);
    const auto store = place.store();
    const bool opened = !store->open().error;
    store->append({stored(1), stored(2, QByteArray(100'000, 'x'))});
    const StoreError first = store->commit();
    store->append({stored(3)}); // into a file that is there
    const StoreError second = store->commit();
    ::umask(before);
    QVERIFY(opened && !first && !second);
    const auto modeOf = [](const QString &path) {
        struct stat status;
        return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777
                                                                         : 0u;
    };
    QCOMPARE(modeOf(place.path()), 0700u);
    for (const QString &file : place.files()) {
        if (file != QLatin1StringView("owner.lock")) // QLockFile's own, without a word of ours
            QCOMPARE(modeOf(place.path(file)), 0600u);
    }
#else
    QSKIP("permissions as on Unix");
#endif
}

void tst_SettingsMessageStore::aSegmentGoesWhenAllInItIsSettled()
{
    const Place place;
    const auto store = place.store();
    VERIFY_NO_ERROR(store->open().error);
    store->append(storedRange(1, 200));
    store->append({stored(201, QByteArray(100'000, 'x'))});
    VERIFY_NO_ERROR(store->commit());
    const auto segments = [&place] { return place.files().filter(QStringLiteral(".holdfast")); };
    QCOMPARE(segments().size(), 5);
    store->forget(numberRange(1, 63));
    VERIFY_NO_ERROR(store->commit());
    QCOMPARE(segments().size(), 5);
    store->forget({64, 201});
    store->forget(numberRange(129, 192));
    VERIFY_NO_ERROR(store->commit());
    QCOMPARE(segments(),
             (QStringList{number(65) + u".holdfast", number(193) + u".holdfast",
                          QStringLiteral("queue.holdfast")}));
    QVERIFY(!place.files().contains(u"payload-" + number(201)));
}

void tst_SettingsMessageStore::noFileNameIsUsedTwice()
{
    const Place place;
    QSet<QString> seen;
    for (quint64 round = 0; round < 5; ++round) {
        const auto store = place.store();
        VERIFY_NO_ERROR(store->open().error);
        for (quint64 i = 1; i <= 5; ++i) {
            const quint64 next = round * 5 + i;
            store->append({stored(next)});
            VERIFY_NO_ERROR(store->commit());
            QStringList segments = place.files().filter(QStringLiteral(".holdfast"));
            segments.removeOne(QStringLiteral("queue.holdfast"));
            QCOMPARE(segments.size(), 1);
            QVERIFY(!seen.contains(segments.constFirst()));
            seen.insert(segments.constFirst());
            store->forget({next});
            VERIFY_NO_ERROR(store->commit());
        }
    }
}

void tst_SettingsMessageStore::theHeaderStaysSmallWhateverIsForgotten()
{
    const Place place;
    {
        const auto store = place.store();
        VERIFY_NO_ERROR(store->open().error);
        store->append(storedRange(1, 6400));
        VERIFY_NO_ERROR(store->commit());
        for (quint64 i = 2; i <= 6400; i += 2) {
            store->forget({i});
            if (i % 50 == 0)
                VERIFY_NO_ERROR(store->commit());
            QVERIFY(place.read(QStringLiteral("queue.holdfast")).size() < 4096);
        }
    }
    QCOMPARE(place.visit().messages.size(), 3200u);
}

//! The cost of a message does not depend on how many there are.
void tst_SettingsMessageStore::oneMessageMoreWritesOneSegment()
{
#ifdef Q_OS_UNIX
    const Place place;
    const auto store = place.store();
    VERIFY_NO_ERROR(store->open().error);
    store->append(storedRange(1, 640));
    VERIFY_NO_ERROR(store->commit());
    const auto inodes = [&place] { // each write makes a new file
        QMap<QString, quint64> result;
        for (const QString &file : place.files()) {
            struct stat status;
            ::stat(QFile::encodeName(place.path(file)).constData(), &status);
            result.insert(file, status.st_ino);
        }
        return result;
    };
    const auto changed = [&inodes](const QMap<QString, quint64> &before) {
        QStringList result;
        const QMap<QString, quint64> after = inodes();
        for (auto file = after.begin(); file != after.end(); ++file) {
            if (before.value(file.key()) != file.value())
                result.append(file.key());
        }
        return result;
    };
    auto before = inodes();
    store->append({stored(641)});
    VERIFY_NO_ERROR(store->commit());
    QCOMPARE(changed(before), QStringList{number(641) + u".holdfast"});

    before = inodes();
    store->forget({1});
    VERIFY_NO_ERROR(store->commit());
    QCOMPARE(changed(before), QStringList{QStringLiteral("queue.holdfast")});

    before = inodes();
    VERIFY_NO_ERROR(store->commit());
    QCOMPARE(changed(before), QStringList());
#else
    QSKIP("inodes as on Unix");
#endif
}

void tst_SettingsMessageStore::aNumberThatComesLateIsKept()
{
    const Place place;
    {
        const auto store = place.store();
        VERIFY_NO_ERROR(store->open().error);
        store->append(storedRange(10, 20));
        store->append(storedRange(30, 100));
        VERIFY_NO_ERROR(store->commit());
        store->forget({10, 11, 12, 30});
        VERIFY_NO_ERROR(store->commit());
        store->append({stored(5), stored(25)});
        VERIFY_NO_ERROR(store->commit());
        store->forget({5});
        store->append({stored(6)});
        VERIFY_NO_ERROR(store->commit());
    }
    std::vector<quint64> expected{6, 13, 14, 15, 16, 17, 18, 19, 20, 25};
    for (const quint64 later : numberRange(31, 100))
        expected.push_back(later);
    QCOMPARE(numbersIn(place.visit().messages), expected);
}

void tst_SettingsMessageStore::aLeftOverLockIsNoOwner_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray host = QSysInfo::machineHostName().toUtf8();
    const QByteArray self = QByteArray::number(QCoreApplication::applicationPid());
    QProcess process; // that is dead, so nobody has its number
    process.start(QStringLiteral("true"), QStringList());
    const QByteArray dead = QByteArray::number(process.processId());
    process.waitForFinished();
    const QByteArray name = QCoreApplication::applicationName().toUtf8();
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("rubbish") << QByteArray("\0\0\0\n", 4);
    QTest::newRow("our own number") << self + '\n' + name + '\n' + host + "\n\n\n";
    QTest::newRow("a dead number") << dead + '\n' + name + '\n' + host + "\n\n\n";
    QTest::newRow("a living number that is not the owner") << "1\n" + name + '\n' + host + "\n\n\n";
}

void tst_SettingsMessageStore::aLeftOverLockIsNoOwner()
{
    QFETCH(QByteArray, content);
    const Place place;
    QVERIFY(place.keep({stored(1)}));
    QVERIFY(place.write(QStringLiteral("owner.lock"), content));
    QElapsedTimer clock;
    clock.start();
    const auto store = place.store();
    const OpenResult opened = store->open();
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    VERIFY_NO_ERROR(opened.error);
    QCOMPARE(opened.messages.size(), 1u);
    QCOMPARE(place.visit().error.category, StoreErrorCategory::QueueBusy);
}

void tst_SettingsMessageStore::leftOverLocksOfSegmentsAreSweptAway()
{
    const Place place;
    QVERIFY(place.keep({stored(1)}));
    const QByteArray self = QByteArray::number(QCoreApplication::applicationPid()) + '\n'
        + QCoreApplication::applicationName().toUtf8() + '\n' + QSysInfo::machineHostName().toUtf8()
        + "\n\n\n";
    QVERIFY(place.write(QStringLiteral("queue.holdfast.lock"), QByteArray()));
    QVERIFY(place.write(number(1) + u".holdfast.lock", self));
    QVERIFY(place.write(number(2) + u".holdfast.lock", QByteArray()));
    QVERIFY(place.write(number(2) + u".holdfast.lock.rmlock", QByteArray()));
    QVERIFY(place.write(number(2) + u".holdfast.Ab3dEf", QByteArray("half a file")));
    QVERIFY(place.write(QStringLiteral("notes.txt"), QByteArray("not ours")));
    QElapsedTimer clock;
    clock.start();
    const auto store = place.store();
    const OpenResult opened = store->open();
    VERIFY_NO_ERROR(opened.error);
    store->append({opened.messages.front(), stored(2)});
    store->forget({1});
    VERIFY_NO_ERROR(store->commit());
    // It would be 30 s for each; this leaves room for a disk that is busy otherwise.
    QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(place.files(),
             (QStringList{number(2) + u".holdfast", QStringLiteral("notes.txt"),
                          QStringLiteral("owner.lock"), QStringLiteral("queue.holdfast")}));
}

void tst_SettingsMessageStore::aLostHeaderIsRebuilt()
{
    const Place place;
    QString producer;
    {
        const auto store = place.store();
        producer = store->open().header.producer;
        store->bind(StoreBinding{.endpoint = QStringLiteral("example.com/"), .account = Name});
        store->append(storedRange(1, 100));
        VERIFY_NO_ERROR(store->commit());
    }
    QVERIFY(QFile::remove(place.path(QStringLiteral("queue.holdfast"))));
    const OpenResult opened = place.visit();
    VERIFY_NO_ERROR(opened.error);
    QCOMPARE(numbersIn(opened.messages), numberRange(1, 100));
    QCOMPARE(opened.messages[99].message.key(), QStringLiteral("producer-100")); // its own
    QVERIFY(opened.header.producer != producer);
    QVERIFY(!opened.header.producer.isEmpty());
    QCOMPARE(opened.header.reservedThrough, 100u);
    QVERIFY(!opened.clean);
    QCOMPARE(opened.header.binding.endpoint, QStringLiteral("example.com/"));
    QCOMPARE(opened.header.binding.account, Name);
    QCOMPARE(place.visit().header.producer, opened.header.producer);
}

void tst_SettingsMessageStore::aDamagedHeaderCostsNoMessage()
{
    const Place place;
    QVERIFY(place.keep(storedRange(1, 100)));
    const QByteArray rubbish("\0rubbish", 8);
    for (const QByteArray &content : {QByteArray(), rubbish}) {
        QVERIFY(place.write(QStringLiteral("queue.holdfast"), content));
        const OpenResult opened = place.visit();
        VERIFY_NO_ERROR(opened.error);
        QCOMPARE(opened.quarantined, 1);
        QCOMPARE(numbersIn(opened.messages), numberRange(1, 100));
        QCOMPARE(place.visit().quarantined, 0); // once is enough
    }
    QCOMPARE(place.read(QStringLiteral("queue.holdfast.corrupt")), QByteArray());
    QCOMPARE(place.read(QStringLiteral("queue.holdfast.2.corrupt")), rubbish);
}

void tst_SettingsMessageStore::aBindingIsInEverySegment()
{
    const Place place;
    QVERIFY(place.keep(storedRange(1, 200)));
    const StoreBinding binding{.endpoint = QStringLiteral("example.org/"), .account = {}};
    {
        const auto store = place.store();
        VERIFY_NO_ERROR(store->open().error);
        store->bind(binding);
        VERIFY_NO_ERROR(store->commit());
        store->forget(numberRange(65, 200));
        VERIFY_NO_ERROR(store->commit());
    }
    QVERIFY(QFile::remove(place.path(QStringLiteral("queue.holdfast"))));
    QCOMPARE(place.visit().header.binding, binding);
}

//! Also not the word that the last owner was killed, and that its messages may have been written.
void tst_SettingsMessageStore::aLookChangesNothing()
{
    const Place place;
    QVERIFY(place.keep({stored(1), stored(2, QByteArray(70'000, 'x'))}));
    const auto look = [&place] {
        std::map<QString, QByteArray> contents;
        const OpenResult opened = place.visit();
        for (const QString &file : place.files())
            contents.emplace(file, place.read(file));
        return std::pair(opened.clean, contents);
    };
    QVERIFY(look().first);
    DecodedRecords header = readRecords(place.path(QStringLiteral("queue.holdfast")));
    auto unclean = QueueHeader::fromCbor(header.records.value(QStringLiteral("header")));
    unclean->clean = false;
    QVERIFY(!writeRecords(place.path(QStringLiteral("queue.holdfast")),
                          {{QStringLiteral("header"), unclean->toCbor()}}));
    const auto first = look();
    QVERIFY(!first.first);
    QCOMPARE(look(), first);
}

void tst_SettingsMessageStore::aLaterVersionIsLeftAlone()
{
    const Place place;
    QVERIFY(place.keep(storedRange(1, 2)));
    QueueHeader later;
    later.schema = QueueHeader::CurrentSchema + 1;
    const QByteArray header = encodeRecords({{QStringLiteral("header"), later.toCbor()}});
    QVERIFY(place.write(QStringLiteral("queue.holdfast"), header));
    const QStringList before = place.files();
    const auto store = place.store();
    QCOMPARE(store->open().error.category, StoreErrorCategory::Incompatible);
    QCOMPARE(store->commit().category, StoreErrorCategory::NotWritable);
    QCOMPARE(place.files(), before);
    QCOMPARE(place.read(QStringLiteral("queue.holdfast")), header);
}

void tst_SettingsMessageStore::aLostPayloadCostsItsMessageOnce()
{
    const Place place;
    QVERIFY(place.keep({stored(1), stored(2, QByteArray(100'000, 'x')),
                        stored(3, QByteArray(100'000, 'y')), stored(4)}));
    QVERIFY(QFile::remove(place.path(u"payload-" + number(2))));
    QVERIFY(place.write(u"payload-" + number(3), QByteArray(100'000, 'z')));
    const OpenResult opened = place.visit();
    QCOMPARE(numbersIn(opened.messages), (std::vector<quint64>{1, 4}));
    QCOMPARE(opened.quarantined, 2);
    QCOMPARE(place.read(u"payload-" + number(3) + u".corrupt"), QByteArray(100'000, 'z'));
    QCOMPARE(place.visit().quarantined, 0);
    QCOMPARE(numbersIn(place.visit().messages), (std::vector<quint64>{1, 4}));
}

void tst_SettingsMessageStore::aPayloadThatNobodyAsksForIsRemoved()
{
    const Place place;
    QVERIFY(place.keep({stored(1)}));
    QVERIFY(place.write(u"payload-" + number(2), QByteArray(100'000, 'x')));
    const auto store = place.store();
    const OpenResult opened = store->open();
    QCOMPARE(opened.quarantined, 0);
    QCOMPARE(opened.header.reservedThrough, 4096u);
    QVERIFY(!store->commit());
    QVERIFY(!place.files().contains(u"payload-" + number(2)));
}

void tst_SettingsMessageStore::aRefusedNameTouchesNothing()
{
    const QTemporaryDir folder;
    const QString inside = folder.filePath(QStringLiteral("inside"));
    SettingsMessageStore store(QStringLiteral("../outside"), inside);
    QCOMPARE(store.open().error.category, StoreErrorCategory::InvalidName);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void tst_SettingsMessageStore::aNameMustBeAFolderEverywhere_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    const auto row = [](const QString &name, bool good) {
        QTest::addRow("\"%s\"", QUrl::toPercentEncoding(name).constData()) << name << good;
    };
    for (const char *good : {"a", "outbox", "Outbox_2.old-3", "2026", "-", "_", "a.b", "console",
                             "com", "com10", "null"})
        row(QString::fromLatin1(good), true);
    row(QString(64, u'x'), true);
    row(QString(65, u'x'), false);
    for (const char *bad :
         {"",    ".",       "..",  "...",  ".hidden", "end.",     "a/b",    "a\\b", "/a",  "a ",
          " a",  "a b",     "a:b", "a*",   "a?",      "a\"",      "<a>",    "a|b",  "a\n", "con",
          "NUL", "nul.txt", "Aux", "COM1", "lpt9",    "lpt9.x.y", "%2e%2e", "~"})
        row(QString::fromLatin1(bad), false);
    row(QStringLiteral("caf\u00E9"), false);
    row(QString(u'a') + QChar(u'\0') + u'b', false);
    row(QString(QChar(0x202E)), false);
}

void tst_SettingsMessageStore::aNameMustBeAFolderEverywhere()
{
    QFETCH(QString, name);
    QFETCH(bool, good);
    QCOMPARE(SettingsMessageStore::problem(name).isEmpty(), good);
}

void tst_SettingsMessageStore::theDefaultFolderIsForApplicationData()
{
    const QString parent
        = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/holdfast";
    const QString name = QStringLiteral("test-%1").arg(QCoreApplication::applicationPid());
    {
        SettingsMessageStore store(name);
        VERIFY_NO_ERROR(store.open().error);
        QVERIFY(QDir(parent + u'/' + name).exists());
#ifdef Q_OS_UNIX
        QVERIFY(!(QFile::permissions(parent)
                  & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther)));
#endif
    }
    QVERIFY(QDir(parent + u'/' + name).removeRecursively());
}

QTEST_GUILESS_MAIN(tst_SettingsMessageStore)
#include "tst_settingsmessagestore.moc"
