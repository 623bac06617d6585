// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "outbox.h"

#include <QtCore/qrandom.h>
#include <QtTest/qtest.h>

#include <algorithm>
#include <functional>

using namespace Holdfast;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Numbers = QList<quint64>;

constexpr Instant Start{1h};

quint64 add(Outbox &outbox, qint64 bytes = 1, const QString &tag = {}, Instant at = Start)
{
    return outbox.add(QByteArray(bytes, 'x'), {.tag = tag}, at).number;
}

//! Writes as much as the window allows.
Numbers write(Outbox &outbox)
{
    Numbers numbers;
    while (const Message *message = outbox.next()) {
        numbers += message->number;
        outbox.markWritten();
    }
    return numbers;
}

Numbers numbersOf(const std::vector<Outbox::Settled> &settled)
{
    Numbers numbers;
    for (const Outbox::Settled &s : settled)
        numbers += s.number;
    return numbers;
}

Numbers pending(const Outbox &outbox)
{
    Numbers numbers;
    outbox.forEach([&](const Message &message, bool) { numbers += message.number; });
    return numbers;
}

Numbers inFlight(const Outbox &outbox)
{
    Numbers numbers;
    outbox.forEach([&](const Message &message, bool flying) {
        if (flying)
            numbers += message.number;
    });
    return numbers;
}

//! What an outbox should be, written so that it cannot be wrong and need not be quick.
struct NaiveOutbox
{
    struct Entry
    {
        quint64 number;
        qint64 bytes;
        Instant queuedAt;
        bool written = false;
        bool flying = false;
    };

    OutboxLimits limits;
    QList<Entry> entries;
    quint64 lastNumber = 0;

    [[nodiscard]] int count(bool Entry::*fact) const
    {
        return static_cast<int>(
            std::count_if(entries.begin(), entries.end(), [=](const Entry &e) { return e.*fact; }));
    }
    [[nodiscard]] qint64 bytes(bool flyingOnly) const
    {
        qint64 sum = 0;
        for (const Entry &entry : entries)
            sum += entry.flying || !flyingOnly ? entry.bytes : 0;
        return sum;
    }
    MessageFailure add(qint64 size, Instant now)
    {
        if (size > limits.maxMessageBytes)
            return MessageFailure::TooLarge;
        if (entries.size() + 1 > limits.maxPendingMessages
            || bytes(false) + size > limits.maxPendingBytes)
            return MessageFailure::QueueFull;
        entries += {++lastNumber, size, now};
        return MessageFailure::None;
    }
    Entry *next()
    {
        const auto at = std::find_if(entries.begin(), entries.end(),
                                     [](const Entry &e) { return !e.flying; });
        const int flying = count(&Entry::flying);
        if (at == entries.end() || flying + 1 > limits.windowMessages)
            return nullptr;
        return flying == 0 || bytes(true) + at->bytes <= limits.windowBytes ? &*at : nullptr;
    }
    Numbers take(const std::function<bool(const Entry &)> &which)
    {
        Numbers taken;
        for (const Entry &entry : entries) {
            if (which(entry))
                taken += entry.number;
        }
        entries.removeIf(which);
        return taken;
    }
};

} // namespace

class tst_Outbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyAtFirst();
    void keepsTheOrder();
    void keepsTheMessageAsItWas();
    void numbersRiseAndAreNeverReused();
    void theWindowCountsMessages();
    void theWindowCountsBytes();
    void aMessageLargerThanTheWindowGoesAlone();
    void refusesWhatIsTooLarge();
    void refusesWhatDoesNotFit();
    void takesMoreOnceThereIsRoom();
    void anEmptyMessageIsAMessage();
    void acknowledgesARange();
    void acknowledgesOutOfOrder();
    void whatWasNeverWrittenCannotBeAcknowledged();
    void anAcknowledgementCountsOnce();
    void aLateAcknowledgementOfALostConnectionCounts();
    void theTagComesBackWithTheOutcome();
    void rejectsOneThatWasWritten();
    void aLostConnectionPutsBackAllThatIsInFlight();
    void rewindsFromANumber();
    void newNeverOvertakesOldAfterALoss();
    void whatWasSettledWhileInFlightIsNotSentAgain();
    void clearTakesEverythingOut();
    void smallerLimitsHoldForWhatComes();
    void tellsHowLongTheOldestHasWaited();
    void agreesWithANaiveModel();
};

void tst_Outbox::isEmptyAtFirst()
{
    const Outbox outbox;
    QVERIFY(!outbox.next());
    QVERIFY(!outbox.hasUnwritten());
    QVERIFY(!outbox.oldestQueuedAt());
    QCOMPARE(outbox.pendingCount(), 0);
    QCOMPARE(outbox.pendingBytes(), 0);
}

void tst_Outbox::keepsTheOrder()
{
    Outbox outbox;
    for (int i = 0; i < 5; ++i)
        add(outbox);
    QVERIFY(outbox.hasUnwritten());
    QCOMPARE(write(outbox), Numbers({1, 2, 3, 4, 5}));
    QVERIFY(!outbox.hasUnwritten());
    QCOMPARE(outbox.pendingCount(), 5);
    QCOMPARE(outbox.inFlightCount(), 5);
}

void tst_Outbox::keepsTheMessageAsItWas()
{
    Outbox outbox;
    QCOMPARE(outbox.add(u"€"_s, {.tag = u"draft"_s}, Start + 5s).number, 1u);
    const Message *message = outbox.next();
    QVERIFY(message);
    QCOMPARE(message->number, 1u);
    QCOMPARE(message->payload, Payload(u"€"_s));
    QCOMPARE(message->tag, u"draft"_s);
    QCOMPARE(message->byteCount, 3);
    QCOMPARE(message->queuedAt, Start + 5s);
    QCOMPARE(outbox.pendingBytes(), 3);
}

void tst_Outbox::numbersRiseAndAreNeverReused()
{
    Outbox outbox({.maxPendingMessages = 2});
    QCOMPARE(add(outbox), 1u);
    QCOMPARE(add(outbox), 2u);
    QCOMPARE(add(outbox), 0u); // refused
    (void)outbox.clear();
    QCOMPARE(add(outbox), 3u);
    write(outbox);
    (void)outbox.acknowledge(3, 3);
    QCOMPARE(add(outbox), 4u);
}

void tst_Outbox::theWindowCountsMessages()
{
    Outbox outbox({.windowMessages = 2});
    for (int i = 0; i < 5; ++i)
        add(outbox);
    QCOMPARE(write(outbox), Numbers({1, 2}));
    QVERIFY(outbox.hasUnwritten());
    (void)outbox.acknowledge(1, 1);
    QCOMPARE(write(outbox), Numbers({3}));
    (void)outbox.acknowledge(2, 3);
    QCOMPARE(write(outbox), Numbers({4, 5}));
}

void tst_Outbox::theWindowCountsBytes()
{
    Outbox outbox({.windowBytes = 100});
    add(outbox, 60);
    add(outbox, 40);
    add(outbox, 1);
    QCOMPARE(write(outbox), Numbers({1, 2}));
    QCOMPARE(outbox.inFlightBytes(), 100);
    (void)outbox.acknowledge(2, 2);
    QCOMPARE(outbox.inFlightBytes(), 60);
    QCOMPARE(write(outbox), Numbers({3}));
}

void tst_Outbox::aMessageLargerThanTheWindowGoesAlone()
{
    Outbox outbox({.windowBytes = 100});
    add(outbox, 10);
    add(outbox, 500);
    add(outbox, 10);
    QCOMPARE(write(outbox), Numbers({1}));
    (void)outbox.acknowledge(1, 1);
    QCOMPARE(write(outbox), Numbers({2}));
    (void)outbox.acknowledge(2, 2);
    QCOMPARE(write(outbox), Numbers({3}));
}

void tst_Outbox::refusesWhatIsTooLarge()
{
    Outbox outbox({.maxMessageBytes = 10});
    QVERIFY(add(outbox, 10) != 0);
    const Outbox::Admission admission = outbox.add(QByteArray(11, 'x'), {}, Start);
    QCOMPARE(admission.number, 0u);
    QCOMPARE(admission.refusal, MessageFailure::TooLarge);
    QCOMPARE(outbox.pendingCount(), 1);
}

void tst_Outbox::refusesWhatDoesNotFit()
{
    Outbox few({.maxPendingMessages = 1});
    QCOMPARE(few.add(u"a"_s, {}, Start).refusal, MessageFailure::None);
    QCOMPARE(few.add(u"b"_s, {}, Start).refusal, MessageFailure::QueueFull);

    Outbox small({.maxPendingBytes = 5});
    QVERIFY(add(small, 3) != 0);
    QCOMPARE(small.add(QByteArray(3, 'x'), {}, Start).refusal, MessageFailure::QueueFull);
    QVERIFY(add(small, 2) != 0);
    QCOMPARE(small.pendingBytes(), 5);
}

void tst_Outbox::takesMoreOnceThereIsRoom()
{
    Outbox outbox({.maxPendingMessages = 1});
    add(outbox);
    write(outbox);
    QCOMPARE(add(outbox), 0u); // in flight is pending, too
    (void)outbox.acknowledge(1, 1);
    QVERIFY(add(outbox) != 0);
}

void tst_Outbox::anEmptyMessageIsAMessage()
{
    Outbox outbox;
    QCOMPARE(outbox.add(QString(), {}, Start).number, 1u);
    QCOMPARE(write(outbox), Numbers({1}));
    QCOMPARE(numbersOf(outbox.acknowledge(1, 1)), Numbers({1}));
}

void tst_Outbox::acknowledgesARange()
{
    Outbox outbox;
    for (int i = 0; i < 6; ++i)
        add(outbox);
    write(outbox);
    QCOMPARE(numbersOf(outbox.acknowledge(0, 2)), Numbers({1, 2}));
    QCOMPARE(numbersOf(outbox.acknowledge(4, 5)), Numbers({4, 5}));
    QCOMPARE(pending(outbox), Numbers({3, 6}));
    QCOMPARE(numbersOf(outbox.acknowledge(5, 4)), Numbers());
    QCOMPARE(numbersOf(outbox.acknowledge(0, ~Q_UINT64_C(0))), Numbers({3, 6}));
    QCOMPARE(outbox.pendingCount(), 0);
}

void tst_Outbox::acknowledgesOutOfOrder()
{
    Outbox outbox;
    for (int i = 0; i < 4; ++i)
        add(outbox, 10);
    write(outbox);
    QCOMPARE(numbersOf(outbox.acknowledge(4, 4)), Numbers({4}));
    QCOMPARE(numbersOf(outbox.acknowledge(2, 2)), Numbers({2}));
    QCOMPARE(pending(outbox), Numbers({1, 3}));
    QCOMPARE(outbox.pendingBytes(), 20);
    QCOMPARE(outbox.inFlightBytes(), 20);
    QCOMPARE(numbersOf(outbox.acknowledge(1, 4)), Numbers({1, 3}));
}

void tst_Outbox::whatWasNeverWrittenCannotBeAcknowledged()
{
    Outbox outbox({.windowMessages = 1});
    add(outbox);
    add(outbox);
    write(outbox);
    QCOMPARE(numbersOf(outbox.acknowledge(1, 2)), Numbers({1}));
    QCOMPARE(pending(outbox), Numbers({2}));
}

void tst_Outbox::anAcknowledgementCountsOnce()
{
    Outbox outbox;
    add(outbox);
    add(outbox);
    write(outbox);
    QCOMPARE(numbersOf(outbox.acknowledge(2, 2)), Numbers({2}));
    QCOMPARE(numbersOf(outbox.acknowledge(2, 2)), Numbers());
    QVERIFY(!outbox.reject(2));
    QCOMPARE(outbox.pendingCount(), 1);
}

void tst_Outbox::aLateAcknowledgementOfALostConnectionCounts()
{
    Outbox outbox;
    add(outbox);
    add(outbox);
    write(outbox);
    outbox.rewind();
    QCOMPARE(numbersOf(outbox.acknowledge(1, 1)),
             Numbers({1})); // a resumed session says what it has
    QCOMPARE(write(outbox), Numbers({2}));
}

void tst_Outbox::theTagComesBackWithTheOutcome()
{
    Outbox outbox;
    for (const QString &tag : {u"a"_s, u"b"_s, u"c"_s})
        add(outbox, 1, tag);
    write(outbox);
    QCOMPARE(outbox.acknowledge(1, 1).at(0).tag, u"a"_s);
    QCOMPARE(outbox.reject(2)->tag, u"b"_s);
    QCOMPARE(outbox.clear().at(0).tag, u"c"_s);
}

void tst_Outbox::rejectsOneThatWasWritten()
{
    Outbox outbox({.windowMessages = 2});
    for (int i = 0; i < 3; ++i)
        add(outbox);
    write(outbox);
    QCOMPARE(outbox.reject(2)->number, 2u);
    QVERIFY(!outbox.reject(2)); // gone
    QVERIFY(!outbox.reject(3)); // never written
    QVERIFY(!outbox.reject(99)); // never there
    QVERIFY(!outbox.reject(0));
    QCOMPARE(pending(outbox), Numbers({1, 3}));
}

void tst_Outbox::aLostConnectionPutsBackAllThatIsInFlight()
{
    Outbox outbox;
    for (int i = 0; i < 3; ++i)
        add(outbox, 10);
    write(outbox);
    outbox.rewind();
    QCOMPARE(outbox.inFlightCount(), 0);
    QCOMPARE(outbox.inFlightBytes(), 0);
    QCOMPARE(outbox.pendingCount(), 3);
    QCOMPARE(write(outbox), Numbers({1, 2, 3}));
}

void tst_Outbox::rewindsFromANumber()
{
    Outbox outbox;
    for (int i = 0; i < 5; ++i)
        add(outbox, 10);
    write(outbox);
    outbox.rewind(4);
    QCOMPARE(inFlight(outbox), Numbers({1, 2, 3}));
    QCOMPARE(outbox.inFlightBytes(), 30);
    outbox.rewind(99);
    QCOMPARE(inFlight(outbox), Numbers({1, 2, 3}));
    QCOMPARE(write(outbox), Numbers({4, 5}));
}

void tst_Outbox::newNeverOvertakesOldAfterALoss()
{
    Outbox outbox({.windowMessages = 2});
    for (int i = 0; i < 3; ++i)
        add(outbox);
    write(outbox);
    outbox.rewind();
    add(outbox);
    QCOMPARE(write(outbox), Numbers({1, 2}));
    (void)outbox.acknowledge(1, 2);
    QCOMPARE(write(outbox), Numbers({3, 4}));
}

void tst_Outbox::whatWasSettledWhileInFlightIsNotSentAgain()
{
    Outbox outbox;
    for (int i = 0; i < 4; ++i)
        add(outbox, 10);
    write(outbox);
    (void)outbox.acknowledge(3, 3);
    outbox.rewind();
    QCOMPARE(outbox.inFlightBytes(), 0);
    QCOMPARE(write(outbox), Numbers({1, 2, 4}));
    QCOMPARE(outbox.inFlightBytes(), 30);
}

void tst_Outbox::clearTakesEverythingOut()
{
    Outbox outbox({.windowMessages = 3});
    for (int i = 0; i < 5; ++i)
        add(outbox);
    write(outbox);
    (void)outbox.acknowledge(2, 2);
    QCOMPARE(numbersOf(outbox.clear()), Numbers({1, 3, 4, 5}));
    QCOMPARE(outbox.pendingCount(), 0);
    QCOMPARE(outbox.pendingBytes(), 0);
    QCOMPARE(outbox.inFlightCount(), 0);
    QCOMPARE(outbox.inFlightBytes(), 0);
    QVERIFY(!outbox.next());
    QCOMPARE(numbersOf(outbox.clear()), Numbers());
}

void tst_Outbox::smallerLimitsHoldForWhatComes()
{
    Outbox outbox;
    for (int i = 0; i < 3; ++i)
        add(outbox, 10);
    outbox.setLimits({.maxPendingMessages = 2, .maxPendingBytes = 5, .windowMessages = 1});
    QCOMPARE(outbox.pendingCount(), 3); // accepted is accepted
    QCOMPARE(outbox.add(u"a"_s, {}, Start).refusal, MessageFailure::QueueFull);
    QCOMPARE(write(outbox), Numbers({1}));
}

void tst_Outbox::tellsHowLongTheOldestHasWaited()
{
    Outbox outbox;
    add(outbox, 1, {}, Start + 1s);
    add(outbox, 1, {}, Start + 2s);
    add(outbox, 1, {}, Start + 3s);
    write(outbox);
    QCOMPARE(outbox.oldestQueuedAt(), Start + 1s);
    (void)outbox.acknowledge(2, 2);
    QCOMPARE(outbox.oldestQueuedAt(), Start + 1s);
    (void)outbox.acknowledge(1, 1);
    QCOMPARE(outbox.oldestQueuedAt(), Start + 3s);
    (void)outbox.acknowledge(3, 3);
    QVERIFY(!outbox.oldestQueuedAt());
}

void tst_Outbox::agreesWithANaiveModel()
{
    constexpr int Operations = 100'000;
    const quint32 seed = qEnvironmentVariableIntValue("HOLDFAST_SEED")
        ? quint32(qEnvironmentVariableIntValue("HOLDFAST_SEED"))
        : QRandomGenerator::global()->bounded(1, 1 << 30);
    qInfo("HOLDFAST_SEED=%u", seed);
    QRandomGenerator random(seed);

    const OutboxLimits limits{.maxPendingMessages = 40,
                              .maxPendingBytes = 600,
                              .maxMessageBytes = 60,
                              .windowMessages = 12,
                              .windowBytes = 50};
    Outbox outbox(limits);
    NaiveOutbox naive{.limits = limits};
    Instant now = Start;

    for (int i = 0; i < Operations; ++i) {
        now += Duration(random.bounded(3));
        const quint64 lowest = naive.lastNumber > 45 ? naive.lastNumber - 45 : 0;
        const quint64 from = lowest + random.bounded(50);
        const quint64 through = from + random.bounded(8);
        switch (random.bounded(16)) {
        case 0:
            outbox.rewind();
            for (auto &entry : naive.entries)
                entry.flying = false;
            break;
        case 1:
            outbox.rewind(from);
            for (auto &entry : naive.entries)
                entry.flying = entry.flying && entry.number < from;
            break;
        case 2: {
            const auto rejected = outbox.reject(from);
            QCOMPARE(rejected ? Numbers({rejected->number}) : Numbers(),
                     naive.take([=](const auto &e) { return e.number == from && e.written; }));
            break;
        }
        case 3:
        case 4:
            QCOMPARE(numbersOf(outbox.acknowledge(from, through)), naive.take([=](const auto &e) {
                return e.number >= from && e.number <= through && e.written;
            }));
            break;
        case 5:
            if (random.bounded(50) == 0)
                QCOMPARE(numbersOf(outbox.clear()), naive.take([](const auto &) { return true; }));
            break;
        case 6:
        case 7:
        case 8:
        case 9:
        case 10: {
            const qint64 bytes = random.bounded(65);
            const Outbox::Admission admission = outbox.add(QByteArray(bytes, 'x'), {}, now);
            const MessageFailure refusal = naive.add(bytes, now);
            QCOMPARE(admission.refusal, refusal);
            QCOMPARE(admission.number, refusal == MessageFailure::None ? naive.lastNumber : 0);
            break;
        }
        default: {
            const Message *message = outbox.next();
            NaiveOutbox::Entry *entry = naive.next();
            QCOMPARE(message ? message->number : 0, entry ? entry->number : 0);
            if (entry) {
                QCOMPARE(message->byteCount, entry->bytes);
                QCOMPARE(message->payload.byteCount(), entry->bytes);
                outbox.markWritten();
                entry->written = entry->flying = true;
            }
        }
        }
        QCOMPARE(outbox.pendingCount(), naive.entries.size());
        QCOMPARE(outbox.pendingBytes(), naive.bytes(false));
        QCOMPARE(outbox.inFlightCount(), naive.count(&NaiveOutbox::Entry::flying));
        QCOMPARE(outbox.inFlightBytes(), naive.bytes(true));
        QCOMPARE(outbox.hasUnwritten(),
                 naive.count(&NaiveOutbox::Entry::flying) < naive.entries.size());
        QCOMPARE(outbox.oldestQueuedAt(),
                 naive.entries.isEmpty() ? std::nullopt
                                         : std::optional(naive.entries.first().queuedAt));
        Numbers all;
        Numbers flying;
        for (const auto &entry : naive.entries) {
            all += entry.number;
            if (entry.flying)
                flying += entry.number;
        }
        QCOMPARE(pending(outbox), all);
        QCOMPARE(inFlight(outbox), flying);
    }
    QVERIFY(naive.lastNumber > 1000);
}

QTEST_GUILESS_MAIN(tst_Outbox)
#include "tst_outbox.moc"
