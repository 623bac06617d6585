// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// Random calls on an outbox, beside one that cannot be wrong and need not be quick.

#include "outboxwords.h"

#include <QtCore/qrandom.h>
#include <QtTest/qtest.h>

#include <algorithm>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr quint64 FirstNumber = 200; //!< of those that are added; an earlier run left some below

struct NaiveOutbox
{
    struct Entry
    {
        quint64 number;
        qint64 bytes;
        Instant queuedAt;
        Duration life{0};
        QString key;
        bool isVolatile = false;
        bool written = false;
        bool flying = false;

        [[nodiscard]] bool isOver(Instant now) const
        {
            return !flying && life > Duration(0) && queuedAt + life <= now;
        }
    };
    using Which = std::function<bool(const Entry &)>;

    OutboxLimits limits;
    QList<Entry> entries;
    quint64 lastNumber = 0;
    quint64 sendableThrough = ~Q_UINT64_C(0);

    [[nodiscard]] int count(const Which &which) const
    {
        return static_cast<int>(std::count_if(entries.begin(), entries.end(), which));
    }
    [[nodiscard]] qint64 bytes(const Which &which) const
    {
        qint64 sum = 0;
        for (const Entry &entry : entries)
            sum += which(entry) ? entry.bytes : 0;
        return sum;
    }
    [[nodiscard]] bool hasRoom(qint64 size) const
    {
        return entries.size() < limits.maxPendingMessages
            && bytes([](const Entry &) { return true; }) + size <= limits.maxPendingBytes;
    }
    //! Those which leave, in their order.
    Numbers take(const Which &which)
    {
        Numbers taken;
        for (const Entry &entry : entries) {
            if (which(entry))
                taken += entry.number;
        }
        entries.removeIf([&](const Entry &entry) { return taken.contains(entry.number); });
        return taken;
    }
    MessageFailure add(qint64 size, const SendOptions &options, Instant now, Outbox::Line line,
                       Numbers &displaced)
    {
        if (size > limits.maxMessageBytes)
            return MessageFailure::TooLarge;
        NaiveOutbox after = *this;
        int sameKey = 0;
        displaced += after.take([&](const Entry &e) {
            const bool same = !e.written && !options.isVolatile && !e.key.isEmpty()
                && e.key == options.coalesceKey;
            return same && (++sameKey > 1 || line == Outbox::Line::Down);
        });
        while (!after.hasRoom(size)) {
            const auto oldest = std::find_if(after.entries.begin(), after.entries.end(),
                                             [](const Entry &e) { return !e.written; });
            if (limits.overflow == OverflowPolicy::RefuseNewest || options.isVolatile
                || oldest == after.entries.end()) {
                displaced.clear();
                return MessageFailure::QueueFull;
            }
            displaced += oldest->number;
            after.entries.erase(oldest);
        }
        after.entries += {.number = ++after.lastNumber,
                          .bytes = size,
                          .queuedAt = now,
                          .life = options.isVolatile ? Duration(0) : options.timeToLive,
                          .key = options.isVolatile ? QString() : options.coalesceKey,
                          .isVolatile = options.isVolatile};
        *this = after;
        return MessageFailure::None;
    }
    //! As it comes from an earlier run.
    bool restore(const Entry &left, quint64 firstNumber)
    {
        const auto isIt = [&](const Entry &e) { return e.number == left.number; };
        if (count([](const Entry &e) { return e.flying; }) + count(isIt) > 0
            || left.number >= firstNumber)
            return false;
        const auto at = std::find_if(entries.begin(), entries.end(),
                                     [&](const Entry &e) { return e.number > left.number; });
        entries.insert(at, left);
        bool written = false; // in order: so all before the last that was
        for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
            entry->written = written = written || entry->written;
        return true;
    }
    Entry *next()
    {
        const auto at = std::find_if(entries.begin(), entries.end(),
                                     [](const Entry &e) { return !e.flying; });
        const auto flies = [](const Entry &e) { return e.flying; };
        if (at == entries.end() || at->number > sendableThrough
            || count(flies) + 1 > limits.windowMessages)
            return nullptr;
        return count(flies) == 0 || bytes(flies) + at->bytes <= limits.windowBytes ? &*at : nullptr;
    }
    //! Those that fail on the way back.
    Numbers rewind(quint64 from)
    {
        const Numbers gone
            = take([=](const Entry &e) { return e.flying && e.number >= from && e.isVolatile; });
        for (Entry &entry : entries)
            entry.flying = entry.flying && entry.number < from;
        return gone;
    }
};

} // namespace

class tst_OutboxWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithANaiveModel_data();
    void agreesWithANaiveModel();

private:
    void step();
    void add();
    void restore();
    void compare() const;

    QRandomGenerator m_random;
    std::unique_ptr<Outbox> m_outbox;
    NaiveOutbox m_naive;
    Instant m_now;
    int m_restored = 0;
};

void tst_OutboxWalk::agreesWithANaiveModel_data()
{
    QTest::addColumn<bool>("drops");
    QTest::newRow("refuses the newest") << false;
    QTest::newRow("drops the oldest") << true;
}

void tst_OutboxWalk::agreesWithANaiveModel()
{
    constexpr int Operations = 100'000;
    QFETCH(bool, drops);
    const quint32 seed = qEnvironmentVariableIntValue("HOLDFAST_SEED")
        ? quint32(qEnvironmentVariableIntValue("HOLDFAST_SEED"))
        : QRandomGenerator::global()->bounded(1, 1 << 30);
    qInfo("HOLDFAST_SEED=%u", seed);
    m_random.seed(seed);
    const OutboxLimits limits{.maxPendingMessages = 40,
                              .maxPendingBytes = 600,
                              .maxMessageBytes = 60,
                              .overflow
                              = drops ? OverflowPolicy::DropOldest : OverflowPolicy::RefuseNewest,
                              .windowMessages = 12,
                              .windowBytes = 50};
    m_outbox = std::make_unique<Outbox>(limits);
    m_naive = {.limits = limits, .lastNumber = FirstNumber - 1};
    m_outbox->setProducer(u"me"_s, FirstNumber);
    m_now = Start;

    while (m_naive.lastNumber < FirstNumber && !QTest::currentTestFailed())
        add();
    for (int i = 0; i < Operations; ++i) {
        m_now += Duration(m_random.bounded(3));
        step();
        if (!QTest::currentTestFailed())
            compare();
        if (QTest::currentTestFailed())
            return qInfo("at operation %d", i);
    }
    QVERIFY(m_naive.lastNumber > FirstNumber + 1000);
    QVERIFY(m_restored > 100);
}

void tst_OutboxWalk::step()
{
    // One of the latest, or one that is there.
    const bool latest = m_naive.entries.isEmpty() || m_random.bounded(4) > 0;
    const quint64 from = latest ? m_naive.lastNumber - 45 + m_random.bounded(50)
                                : m_naive.entries[m_random.bounded(m_naive.entries.size())].number;
    const quint64 through = from + m_random.bounded(8);
    const auto isIt = [=](const auto &e) { return e.number == from; };
    switch (m_random.bounded(20)) {
    case 0:
        QCOMPARE(numbersOf(m_outbox->connectionEnded(Blame::Nobody)), m_naive.rewind(0));
        break;
    case 1:
        QCOMPARE(numbersOf(m_outbox->rewind(from)), m_naive.rewind(from));
        break;
    case 2: {
        const auto gone = m_outbox->reject(from);
        QCOMPARE(gone ? Numbers({gone->number}) : Numbers(),
                 m_naive.take([=](const auto &e) { return isIt(e) && e.written; }));
        break;
    }
    case 3: {
        const auto gone = m_outbox->cancel(from);
        QCOMPARE(gone ? Numbers({gone->number}) : Numbers(),
                 m_naive.take([=](const auto &e) { return isIt(e) && !e.written; }));
        break;
    }
    case 4:
    case 5:
        QCOMPARE(numbersOf(m_outbox->acknowledge(from, through)), m_naive.take([=](const auto &e) {
            return e.number >= from && e.number <= through && e.written;
        }));
        break;
    case 6:
        if (m_random.bounded(50) == 0)
            QCOMPARE(numbersOf(m_outbox->clear()), m_naive.take([](const auto &) { return true; }));
        else if (m_random.bounded(20) == 0)
            QCOMPARE(numbersOf(m_outbox->cancelAll()),
                     m_naive.take([](const auto &e) { return !e.written; }));
        break;
    case 7: {
        Numbers expired = numbersOf(m_outbox->expire(m_now));
        std::sort(expired.begin(), expired.end());
        QCOMPARE(expired, m_naive.take([this](const auto &e) { return e.isOver(m_now); }));
        break;
    }
    case 8:
        QCOMPARE(numbersOf(m_outbox->dropVolatile(MessageFailure::Busy)),
                 m_naive.take([](const auto &e) { return e.isVolatile && !e.written; }));
        break;
    case 9:
        if (m_random.bounded(4) == 0) {
            m_naive.sendableThrough = m_random.bounded(2) ? ~Q_UINT64_C(0) : through;
            m_outbox->setSendableThrough(m_naive.sendableThrough);
        }
        return restore();
    case 10:
    case 11:
    case 12:
    case 13:
        return add();
    default: {
        const Message *message = m_outbox->next();
        NaiveOutbox::Entry *entry = m_naive.next();
        QCOMPARE(message ? message->number : 0, entry ? entry->number : 0);
        if (entry) {
            QCOMPARE(message->byteCount, entry->bytes);
            QCOMPARE(message->payload.byteCount(), entry->bytes);
            QCOMPARE(message->maybeDelivered, entry->written);
            m_outbox->markWritten();
            entry->written = entry->flying = true;
        }
    }
    }
}

void tst_OutboxWalk::add()
{
    static const QString Keys[] = {{}, {}, u"a"_s, u"b"_s};
    const qint64 bytes = m_random.bounded(65);
    const SendOptions options{.timeToLive = Duration(m_random.bounded(2) * m_random.bounded(200)),
                              .coalesceKey = Keys[m_random.bounded(4)],
                              .isVolatile = m_random.bounded(6) == 0};
    const auto line = m_random.bounded(2) ? Outbox::Line::Up : Outbox::Line::Down;
    const Outbox::Admission admission = m_outbox->add(QByteArray(bytes, 'x'), options, m_now, line);
    Numbers displaced;
    const MessageFailure refusal = m_naive.add(bytes, options, m_now, line, displaced);
    QCOMPARE(admission.refusal, refusal);
    QCOMPARE(admission.number, refusal == MessageFailure::None ? m_naive.lastNumber : 0);
    QCOMPARE(numbersOf(admission.displaced), displaced);
}

//! Without a coalesceKey: what supersedes it is in tst_outboxrestored.
void tst_OutboxWalk::restore()
{
    const NaiveOutbox::Entry entry{.number = m_random.bounded(quint64(1), FirstNumber + 20),
                                   .bytes = m_random.bounded(65),
                                   .queuedAt = m_now - Duration(m_random.bounded(100)),
                                   .life = Duration(m_random.bounded(2) * m_random.bounded(300)),
                                   .written = m_random.bounded(4) == 0};
    Message message;
    message.number = entry.number;
    message.payload = QByteArray(entry.bytes, 'x');
    message.queuedAt = entry.queuedAt;
    message.timeToLive = entry.life;
    message.maybeDelivered = entry.written;
    const bool restored = m_outbox->restore(message);
    QCOMPARE(restored, m_naive.restore(entry, FirstNumber));
    m_restored += restored;
}

void tst_OutboxWalk::compare() const
{
    using Entry = NaiveOutbox::Entry;
    const auto all = [](const Entry &) { return true; };
    const auto flies = [](const Entry &e) { return e.flying; };
    QCOMPARE(m_outbox->pendingCount(), m_naive.entries.size());
    QCOMPARE(m_outbox->pendingBytes(), m_naive.bytes(all));
    QCOMPARE(m_outbox->inFlightCount(), m_naive.count(flies));
    QCOMPARE(m_outbox->inFlightBytes(), m_naive.bytes(flies));
    QCOMPARE(m_outbox->hasUnwritten(), m_naive.count(flies) < m_naive.entries.size());
    QCOMPARE(m_outbox->oldestQueuedAt(),
             m_naive.entries.isEmpty() ? std::nullopt
                                       : std::optional(m_naive.entries.first().queuedAt));
    Numbers pendingOnes;
    Numbers flying;
    std::optional<Instant> expiry;
    for (const Entry &entry : m_naive.entries) {
        pendingOnes += entry.number;
        if (entry.flying)
            flying += entry.number;
        else if (entry.life > Duration(0))
            expiry = std::min(expiry.value_or(Instant::max()), entry.queuedAt + entry.life);
    }
    QCOMPARE(pending(*m_outbox), pendingOnes);
    QCOMPARE(inFlight(*m_outbox), flying);
    QCOMPARE(m_outbox->nextExpiry(), expiry);
}

QTEST_GUILESS_MAIN(tst_OutboxWalk)
#include "tst_outboxwalk.moc"
