// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "eventlog.h"

#include <QtTest/qtest.h>

using namespace Holdfast;

namespace {

Envelope::Content text(const QString &text) { return Envelope::Content(QJsonValue(text)); }

//! A log of so many events.
EventLog logOf(int count, const EventLog::Limits &limits = {})
{
    EventLog log(QStringLiteral("e"), limits);
    for (int i = 1; i <= count; ++i)
        (void)log.append(text(QString::number(i)));
    return log;
}

Cursor at(quint64 id) { return {QStringLiteral("e"), id}; }

std::vector<quint64> idsIn(const EventLog::Batch &batch)
{
    std::vector<quint64> ids;
    const auto frame = Envelope::parseServerFrame(batch.text);
    for (const Envelope::ServerEvent &event : std::get<Envelope::SyncBatch>(frame).events)
        ids.push_back(event.id);
    return ids;
}

} // namespace

class tst_EventLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyLogStandsBeforeItsFirstEvent()
    {
        const EventLog log(QStringLiteral("e"));
        QCOMPARE(log.epoch(), QStringLiteral("e"));
        QCOMPARE(log.end(), at(0));
        QVERIFY(!log.problemWith(at(0)));
        QCOMPARE(log.since(0).through, quint64(0));
        QVERIFY(!log.since(0).more);
        QVERIFY(idsIn(log.since(0)).empty());
    }
    void idsBeginWithOneAndHaveNoGaps()
    {
        EventLog log(QStringLiteral("e"));
        for (quint64 id = 1; id <= 5; ++id)
            QCOMPARE(log.append(text(QStringLiteral("x"))), id);
        QCOMPARE(log.head(), quint64(5));
        QCOMPARE(log.count(), 5);
    }
    void itsLastTextIsTheFrameOfTheNewest()
    {
        EventLog log(QStringLiteral("e"));
        (void)log.append(text(QStringLiteral("a")));
        (void)log.append(text(QStringLiteral("\u00e9")));
        QCOMPARE(log.lastText(),
                 Envelope::toText(Envelope::ServerEvent{2, text(QStringLiteral("\u00e9"))}));
    }
    void whatFollowsACursorComesInOrder()
    {
        const EventLog log = logOf(5);
        QCOMPARE(idsIn(log.since(2)), (std::vector<quint64>{3, 4, 5}));
        QCOMPARE(log.since(2).through, quint64(5));
        QVERIFY(!log.since(2).more);
        QVERIFY(idsIn(log.since(5)).empty());
        QCOMPARE(log.since(5).through, quint64(5));
    }
    void aBatchHasNoMoreEventsThanItMay()
    {
        const EventLog log = logOf(Envelope::MaxBatchEvents + 2);
        EventLog::Batch batch = log.since(1);
        QCOMPARE(int(idsIn(batch).size()), Envelope::MaxBatchEvents);
        QCOMPARE(batch.through, quint64(Envelope::MaxBatchEvents + 1));
        QVERIFY(batch.more);
        batch = log.since(batch.through);
        QCOMPARE(int(idsIn(batch).size()), 1);
        QVERIFY(!batch.more);
        QVERIFY(!log.since(2).more); // as many as it may have, and then there is nothing
    }
    void aBatchHasNoMoreBytesThanItMay()
    {
        EventLog log(QStringLiteral("e"));
        for (int i = 0; i < 40; ++i) // 40 of 3 * 20 000 bytes
            (void)log.append(text(QString(20'000, u'\u20ac')));
        quint64 id = 0;
        int batches = 0;
        while (id < log.head()) {
            const EventLog::Batch batch = log.since(id);
            QVERIFY(batch.text.toUtf8().size() <= Envelope::MaxBatchBytes);
            QVERIFY(batch.through > id);
            id = batch.through;
            ++batches;
        }
        QCOMPARE(batches, 3); // 17 fit
    }
    void anEventThatIsLargerThanABatchComesAlone()
    {
        EventLog log(QStringLiteral("e"));
        const QString large(2 * Envelope::MaxBatchBytes, u'x');
        (void)log.append(text(QStringLiteral("a")));
        (void)log.append(text(large));
        (void)log.append(text(QStringLiteral("b")));
        QCOMPARE(idsIn(log.since(0)), (std::vector<quint64>{1}));
        QCOMPARE(idsIn(log.since(1)), (std::vector<quint64>{2}));
        QVERIFY(log.since(1).more);
        QCOMPARE(idsIn(log.since(2)), (std::vector<quint64>{3}));
    }
    void theOldestLeaveWhenThereAreTooMany()
    {
        const EventLog log = logOf(10, {.maxEvents = 4});
        QCOMPARE(log.count(), 4);
        QCOMPARE(log.head(), quint64(10));
        QVERIFY(!log.problemWith(at(6)));
        QCOMPARE(idsIn(log.since(6)), (std::vector<quint64>{7, 8, 9, 10}));
        QCOMPARE(log.problemWith(at(5)), std::optional(ResyncReason::HistoryTrimmed));
        QCOMPARE(log.problemWith(at(0)), std::optional(ResyncReason::HistoryTrimmed));
    }
    void theOldestLeaveWhenTheyAreTooLarge()
    {
        EventLog log(QStringLiteral("e"), {.maxBytes = 1000});
        for (int i = 0; i < 100; ++i)
            (void)log.append(
                text(QString(100, u'\u00e9'))); // in memory 200 bytes, and what is around
        QCOMPARE(log.count(), 3);
        QVERIFY(log.byteCount() <= 1000);
        QVERIFY(log.byteCount() > 3 * 200);
    }
    void aLogThatMayKeepNothingKnowsWhatItHadAllTheSame()
    {
        const EventLog log = logOf(3, {.maxEvents = 0});
        QCOMPARE(log.byteCount(), 0);
        QVERIFY(!log.problemWith(at(3)));
        QCOMPARE(log.problemWith(at(2)), std::optional(ResyncReason::HistoryTrimmed));
    }
    void narrowerLimitsTakeEffectAtOnce()
    {
        EventLog log = logOf(10);
        log.setLimits({.maxEvents = 3});
        QCOMPARE(log.count(), 3);
        QCOMPARE(log.problemWith(at(6)), std::optional(ResyncReason::HistoryTrimmed));
    }
    void anotherEpochDoesNotCompare()
    {
        const EventLog log = logOf(3);
        QCOMPARE(log.problemWith({QStringLiteral("other"), 2}),
                 std::optional(ResyncReason::EpochChanged));
        QCOMPARE(log.problemWith({}), std::optional(ResyncReason::EpochChanged));
    }
    void aCursorBeyondTheEndIsAhead()
    {
        const EventLog log = logOf(3);
        QVERIFY(!log.problemWith(at(3)));
        QCOMPARE(log.problemWith(at(4)), std::optional(ResyncReason::CursorAhead));
        QCOMPARE(log.problemWith(at(~quint64(0))), std::optional(ResyncReason::CursorAhead));
    }
};

QTEST_GUILESS_MAIN(tst_EventLog)
#include "tst_eventlog.moc"
