// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "crc32c.h"
#include "messagerecord.h"
#include "queueheader.h"
#include "recordcodec.h"
#include "storedmessages.h"

#include <QtCore/qcborvalue.h>
#include <QtCore/qrandom.h>
#include <QtTest/qtest.h>

using namespace Holdfast;

namespace {

Records someRecords()
{
    Records records;
    for (int i = 0; i < 10; ++i)
        records.insert(QStringLiteral("m%1").arg(i), stored(quint64(i)).message.key().toUtf8());
    return records;
}

//! How many of \a whole are in \a decoded as they were.
int countOf(const Records &decoded, const Records &whole)
{
    int count = 0;
    for (auto record = decoded.begin(); record != decoded.end(); ++record)
        count += whole.value(record.key()) == record.value();
    return count;
}

} // namespace

class tst_RecordCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theChecksumIsCrc32c();
    void whatIsWrittenIsRead();
    void nothingIsDamage();
    void aCutFileKeepsWhatIsBeforeTheCutAndCountsTheRest();
    void aFlippedBitCostsOneRecord();
    void rubbishBetweenRecordsCostsNone();
    void recordsInsideAPayloadAreNoRecords();
    void rubbishIsNoMessageAndNoHeader();
    void aKeyThatIsNotOfItsNumberIsDamage();
};

void tst_RecordCodec::theChecksumIsCrc32c()
{
    QCOMPARE(crc32c("123456789"), 0xE3069283u); // the check value of the catalogues
    QCOMPARE(crc32c(QByteArray(32, '\0')), 0x8A9136AAu); // RFC 3720 B.4, also the next two
    QCOMPARE(crc32c(QByteArray(32, '\xFF')), 0x62A8AB43u);
    QByteArray rising;
    for (char c = 0; c < 32; ++c)
        rising.append(c);
    QCOMPARE(crc32c(rising), 0x46DD794Eu);
    QCOMPARE(crc32c(""), 0u);
}

void tst_RecordCodec::whatIsWrittenIsRead()
{
    const DecodedRecords decoded = decodeRecords(encodeRecords(someRecords()));
    QCOMPARE(decoded.records, someRecords());
    QCOMPARE(decoded.damaged, 0);
    QCOMPARE(decodeRecords(encodeRecords({})).damaged, 0);
}

void tst_RecordCodec::nothingIsDamage()
{
    QCOMPARE(decodeRecords({}).damaged, 1);
    QCOMPARE(decodeRecords(QByteArray(5000, '\0')).damaged, 1);
}

void tst_RecordCodec::aCutFileKeepsWhatIsBeforeTheCutAndCountsTheRest()
{
    const Records whole = someRecords();
    const QByteArray bytes = encodeRecords(whole);
    int readBefore = 0;
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        const DecodedRecords decoded = decodeRecords(bytes.first(size));
        const int read = int(decoded.records.size());
        QCOMPARE(countOf(decoded.records, whole), read);
        QVERIFY(read >= readBefore);
        QCOMPARE(decoded.damaged, size < 16 ? 1 : 10 - read);
        readBefore = read;
    }
    QCOMPARE(readBefore, 9);
}

void tst_RecordCodec::aFlippedBitCostsOneRecord()
{
    const Records whole = someRecords();
    const QByteArray bytes = encodeRecords(whole);
    for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit) {
        QByteArray damaged = bytes;
        damaged[bit / 8] = char(damaged[bit / 8] ^ (1 << (bit % 8)));
        const DecodedRecords decoded = decodeRecords(damaged);
        QCOMPARE(decoded.records.size(), bit < 16 * 8 ? 10 : 9);
        QCOMPARE(countOf(decoded.records, whole), int(decoded.records.size()));
        QCOMPARE(decoded.damaged, 1);
    }
}

void tst_RecordCodec::rubbishBetweenRecordsCostsNone()
{
    const Records whole = someRecords();
    QByteArray bytes = encodeRecords(whole);
    bytes.insert(bytes.lastIndexOf("HFR1"), "HFR1HFR1 is how a record begins; this is none");
    const DecodedRecords decoded = decodeRecords(bytes);
    QCOMPARE(decoded.records, whole);
    QCOMPARE(decoded.damaged, 1);
}

void tst_RecordCodec::recordsInsideAPayloadAreNoRecords()
{
    // Somebody sends a file of ours as a message, and the byte after it is damaged.
    const Records inner = someRecords();
    const Records outer{{QStringLiteral("outer"), encodeRecords(inner)}};
    QByteArray bytes = encodeRecords(outer);
    QCOMPARE(decodeRecords(bytes).records, outer);
    bytes.back() = char(bytes.back() ^ 1);
    QVERIFY(decodeRecords(bytes).records.isEmpty());
}

void tst_RecordCodec::rubbishIsNoMessageAndNoHeader()
{
    QRandomGenerator random(20260228);
    const QByteArray message = MessageRecord{.stored = stored(1), .apart = {}}.toCbor();
    QueueHeader header;
    header.store.producer = newProducer();
    const QByteArray head = header.toCbor();
    QVERIFY(MessageRecord::fromCbor(message));
    QVERIFY(QueueHeader::fromCbor(head));
    for (int i = 0; i < 20'000; ++i) { // none of it crashes
        QByteArray bytes = i % 2 ? message : head;
        for (int changes = random.bounded(4); changes >= 0; --changes)
            bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
        (void)MessageRecord::fromCbor(bytes);
        (void)QueueHeader::fromCbor(bytes);
        (void)bindingFromCbor(bytes);
    }
    for (const QByteArray &bytes : {QByteArray(), QByteArray("\x80"), QByteArray("\xA0"),
                                    QByteArray("{}"), message.first(message.size() - 1)}) {
        QVERIFY(!MessageRecord::fromCbor(bytes));
        QVERIFY(!QueueHeader::fromCbor(bytes));
        QVERIFY(!bindingFromCbor(bytes));
    }
}

void tst_RecordCodec::aKeyThatIsNotOfItsNumberIsDamage()
{
    const QByteArray message = MessageRecord{.stored = stored(1), .apart = {}}.toCbor();
    QVERIFY(message.contains("producer-1"));
    const auto read = MessageRecord::fromCbor(message);
    QVERIFY(read);
    QCOMPARE(read->stored.message.producer, QStringLiteral("producer"));
    QCOMPARE(read->stored.message.key(), QStringLiteral("producer-1"));
    QVERIFY(!MessageRecord::fromCbor(QByteArray(message).replace("producer-1", "producer-2")));
}

QTEST_GUILESS_MAIN(tst_RecordCodec)
#include "tst_recordcodec.moc"
