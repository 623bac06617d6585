// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "settingsmessagestore.h"
#include "storedmessages.h"

#include <QtCore/qdir.h>
#include <QtCore/qrandom.h>
#include <QtCore/qset.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qtest.h>

using namespace Holdfast;

namespace {

const QString Header = QStringLiteral("queue.holdfast");

quint32 someSeed()
{
    bool given = false;
    const uint seed = qEnvironmentVariable("HOLDFAST_SEED").toUInt(&given);
    return given ? seed : 20260228;
}

//! Thousands of starts, and none of them is about how quick the disk is.
QString inMemory()
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + u"/storedamage-XXXXXX";
}

//! A queue as it lies on the disk.
using Files = QMap<QString, QByteArray>;

//! From where to where a record goes in its file; found by its mark, so that the test does not
//! trust the code that it tests.
struct Extent
{
    qsizetype from, to;
};

QList<Extent> recordsIn(const QByteArray &file)
{
    QList<Extent> result;
    for (qsizetype at = file.indexOf("HFR1"); at >= 0;) {
        const qsizetype next = file.indexOf("HFR1", at + 1);
        result.append({at, next < 0 ? file.size() : next});
        at = next;
    }
    return result;
}

} // namespace

//! Whatever happens to its files: a store opens, keeps what is whole, and says what is missing.
class tst_StoreDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anyFileMayEndAnywhere_data();
    void anyFileMayEndAnywhere();
    void anyFileMayBeMissing();
    void flippedBitsCostTheirRecordsAndNoOther_data();
    void flippedBitsCostTheirRecordsAndNoOther();
    void whatIsDamagedIsKeptApart();
    void aKillAmidTheRepairCostsNothingMore();

private:
    [[nodiscard]] OpenResult openedAs(const Files &files);
    [[nodiscard]] std::vector<quint64> lostBy(const Files &damaged) const;
    [[nodiscard]] static Files read(const QString &folder);

    QTemporaryDir m_folder{inMemory()};
    Files m_whole;
    std::vector<StoredMessage> m_messages;
};

void tst_StoreDamage::initTestCase()
{
    m_messages = storedRange(1, 18);
    m_messages[4] = stored(5, QByteArray(70'000, 'x'));
    m_messages[15] = stored(16, QString(30'000, u'\u20AC'));
    const auto middle = m_messages.begin() + 12;
    QTemporaryDir folder;
    for (const auto &part :
         {std::vector(m_messages.begin(), middle), std::vector(middle, m_messages.end())}) {
        SettingsMessageStore store(QStringLiteral("queue"), folder.path());
        VERIFY_NO_ERROR(store.open().error);
        store.append(part);
        store.reserve(4096);
        store.bind({.endpoint = QStringLiteral("example.com/"), .account = {}});
        VERIFY_NO_ERROR(store.commit());
    }
    m_whole = read(folder.filePath(QStringLiteral("queue")));
    QCOMPARE(m_whole.size(), 5); // two segments, two payloads, the header
    QCOMPARE(numbersIn(openedAs(m_whole).messages), numberRange(1, 18));
}

Files tst_StoreDamage::read(const QString &folder)
{
    Files files;
    for (const QString &name : QDir(folder).entryList(QDir::Files)) {
        QFile file(folder + u'/' + name);
        if (file.open(QIODevice::ReadOnly))
            files.insert(name, file.readAll());
    }
    return files;
}

//! What a store says that finds these files.
OpenResult tst_StoreDamage::openedAs(const Files &files)
{
    const QString queue = m_folder.filePath(QStringLiteral("queue"));
    QDir(queue).removeRecursively();
    QDir().mkpath(queue);
    for (auto file = files.begin(); file != files.end(); ++file) {
        QFile written(queue + u'/' + file.key());
        if (!written.open(QIODevice::WriteOnly)
            || written.write(file.value()) != file.value().size())
            return {.error = {StoreErrorCategory::NotWritable, written.fileName()}};
    }
    SettingsMessageStore store(QStringLiteral("queue"), m_folder.path());
    return store.open();
}

//! The numbers of the messages whose bytes are not all as they were.
std::vector<quint64> tst_StoreDamage::lostBy(const Files &damaged) const
{
    std::vector<quint64> lost;
    for (auto file = m_whole.begin(); file != m_whole.end(); ++file) {
        const QByteArray &was = file.value();
        const QByteArray is = damaged.value(file.key());
        if (file.key() == Header || was == is)
            continue;
        const quint64 first = file.key().right(12).toULongLong()
            + file.key().left(12).toULongLong(); // payload-N or N.holdfast
        if (file.key().startsWith(u"payload-")) {
            lost.push_back(first);
            continue;
        }
        const QList<Extent> records = recordsIn(was); // the binding, then the messages
        for (qsizetype i = 1; i < records.size(); ++i) {
            const auto [from, to] = records[i];
            if (was.mid(from, to - from) != is.mid(from, to - from))
                lost.push_back(first + quint64(i) - 1);
        }
    }
    std::sort(lost.begin(), lost.end());
    lost.erase(std::unique(lost.begin(), lost.end()), lost.end());
    return lost;
}

#define VERIFY_ONLY_LOST(opened, lostNumbers)                                                      \
    do {                                                                                           \
        VERIFY_NO_ERROR((opened).error);                                                           \
        std::vector<quint64> expected;                                                             \
        for (const StoredMessage &message : m_messages) {                                          \
            if (!std::binary_search((lostNumbers).begin(), (lostNumbers).end(),                    \
                                    message.message.number))                                       \
                expected.push_back(message.message.number);                                        \
        }                                                                                          \
        QCOMPARE(numbersIn((opened).messages), expected);                                          \
        for (const StoredMessage &message : (opened).messages)                                     \
            QCOMPARE(difference(message, m_messages[message.message.number - 1]), QString());      \
    } while (false)

void tst_StoreDamage::anyFileMayEndAnywhere_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : m_whole.keys())
        QTest::newRow(qPrintable(name)) << name;
}

void tst_StoreDamage::anyFileMayEndAnywhere()
{
    QFETCH(QString, name);
    // Every byte of a record file; a payload has no inside.
    const qsizetype step = name.startsWith(u"payload-") ? 9973 : 1;
    for (qsizetype size = 0; size < m_whole[name].size(); size += step) {
        Files files = m_whole;
        files[name].truncate(size);
        const std::vector<quint64> lost = lostBy(files);
        const OpenResult opened = openedAs(files);
        VERIFY_ONLY_LOST(opened, lost);
        QVERIFY(opened.quarantined >= 1);
        // Where the number of records can still be read, the count is exact. (In the rest of a cut
        // segment the payload files are not asked for.)
        if (size >= 16 && name != Header) {
            const int binding = size < recordsIn(m_whole[name]).value(0).to ? 1 : 0;
            QCOMPARE(opened.quarantined, int(lost.size()) + (step == 1 ? binding : 0));
        }
    }
}

void tst_StoreDamage::anyFileMayBeMissing()
{
    for (const QString &name : m_whole.keys()) {
        Files files = m_whole;
        files.remove(name);
        const std::vector<quint64> lost = lostBy(files);
        const OpenResult opened = openedAs(files);
        VERIFY_NO_ERROR(opened.error);
        QCOMPARE(opened.messages.size(), m_messages.size() - lost.size());
    }
    QVERIFY(openedAs({}).messages.empty());
}

void tst_StoreDamage::flippedBitsCostTheirRecordsAndNoOther_data()
{
    QTest::addColumn<int>("rounds");
    QTest::addColumn<int>("flips");
    QTest::newRow("one") << 500 << 1;
    QTest::newRow("ten") << 1000 << 10;
    QTest::newRow("a thousand") << 10 << 1000;
}

void tst_StoreDamage::flippedBitsCostTheirRecordsAndNoOther()
{
    QFETCH(int, rounds);
    QFETCH(int, flips);
    const quint32 seed = someSeed();
    qInfo("HOLDFAST_SEED=%u", seed);
    QRandomGenerator random(seed);
    const QStringList names = m_whole.keys();
    for (int round = 0; round < rounds; ++round) {
        Files files = m_whole;
        for (int i = 0; i < flips; ++i) {
            QByteArray &file = files[names[random.bounded(int(names.size()))]];
            const int bit = random.bounded(int(file.size()) * 8);
            file[bit / 8] = char(file[bit / 8] ^ (1 << (bit % 8)));
        }
        const std::vector<quint64> lost = lostBy(files);
        const OpenResult opened = openedAs(files);
        VERIFY_ONLY_LOST(opened, lost);
        if (files != m_whole)
            QVERIFY(opened.quarantined > 0);
        if (files[Header] == m_whole[Header])
            QCOMPARE(opened.header.reservedThrough, 4096u);
        bool countable = true; // the first 16 bytes of a segment tell how many records there are
        for (auto file = files.begin(); file != files.end(); ++file)
            countable = countable && file->first(16) == m_whole[file.key()].first(16);
        if (countable)
            QVERIFY(opened.quarantined >= int(lost.size()));
        QCOMPARE(opened.header.producer.size(), 36);
    }
}

void tst_StoreDamage::whatIsDamagedIsKeptApart()
{
    Files files = m_whole;
    const QString segment = files.firstKey();
    files[segment][200] = char(~files[segment][200]);
    files[Header].clear();
    files[QStringLiteral("payload-000000000016")].chop(1);
    QCOMPARE(openedAs(files).quarantined, 3);
    const Files after = read(m_folder.filePath(QStringLiteral("queue")));
    for (const QString &name : {segment, Header, QStringLiteral("payload-000000000016")})
        QCOMPARE(after.value(name + u".corrupt"), files[name]);
    // It is not found again, and the rest is whole.
    SettingsMessageStore store(QStringLiteral("queue"), m_folder.path());
    const OpenResult again = store.open();
    QCOMPARE(again.quarantined, 0);
    QCOMPARE(again.messages.size(), m_messages.size() - 2);
}

void tst_StoreDamage::aKillAmidTheRepairCostsNothingMore()
{
    // Killed before it could write the good records anew: all the same at the next start.
    Files files = m_whole;
    const QString segment = files.firstKey();
    files[segment][200] = char(~files[segment][200]);
    (void)openedAs(files);
    Files after = read(m_folder.filePath(QStringLiteral("queue")));
    QVERIFY(after[segment] != files[segment]);
    after[segment] = files[segment];
    QCOMPARE(openedAs(after).messages.size(), m_messages.size() - 1);
    after = read(m_folder.filePath(QStringLiteral("queue")));
    QVERIFY(!after.contains(segment + u".2.corrupt")); // the same evidence once
}

QTEST_GUILESS_MAIN(tst_StoreDamage)
#include "tst_storedamage.moc"
