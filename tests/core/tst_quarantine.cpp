// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// A message that ends connections does not hold up the others for ever.

#include "outboxwords.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace Qt::StringLiterals;

namespace {

//! A new connection to a server that dies when it reads a number of \a poisons, with \a blame. It
//! confirms each burst as a whole. What was settled on it, in words.
QByteArray connection(Outbox &outbox, const Numbers &poisons, Blame blame, int *bursts = nullptr)
{
    std::vector<Outbox::Settled> settled;
    const auto take = [&](std::vector<Outbox::Settled> &&more) {
        settled.insert(settled.end(), more.begin(), more.end());
    };
    while (true) {
        const Numbers written = write(outbox);
        if (written.isEmpty())
            break;
        if (bursts)
            ++*bursts;
        if (std::any_of(written.begin(), written.end(),
                        [&](quint64 n) { return poisons.contains(n); })) {
            take(outbox.connectionEnded(blame));
            break;
        }
        take(outbox.acknowledge(written.first(), written.last()));
    }
    return words(settled);
}

Numbers addMany(Outbox &outbox, int count)
{
    Numbers numbers;
    for (int i = 0; i < count; ++i)
        numbers += add(outbox);
    return numbers;
}

} // namespace

class tst_Quarantine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void someEndsArePutDownToAMessage_data();
    void someEndsArePutDownToAMessage();
    void aSuspiciousEndMakesTheNextConnectionSendOneAtATime();
    void thePoisonousFailsAndTheRestFlows();
    void aMessageThatWasAlwaysAloneFailsAtTheThirdEnd();
    void endsWithoutACodeNeverFailAMessage();
    void endsWithoutACodeDoNotForgiveEither();
    void aGoodbyeBlamesNobody();
    void whatWasConfirmedOnTheConnectionAcquitsTheRest();
    void aRejectionIsAnAnswerToo();
    void anotherSuspectBeginsAtZero();
    void newMessagesWaitUntilTheSuspectsAreThrough();
    void aLostBurstDoesNotCrawlForEver();
    void aPoisonDeepInTheQueueIsFound();
    void twoPoisonsAreFound();
    void aVolatileOneFailsOnlyOnce();
    void anIdleConnectionProvesNothing();
};

void tst_Quarantine::someEndsArePutDownToAMessage_data()
{
    using enum Ending::Kind;
    QTest::addColumn<int>("kind");
    QTest::addColumn<quint16>("code");
    QTest::addColumn<int>("blame");
    const auto row = [](const char *name, Ending::Kind kind, quint16 code, Blame blame) {
        QTest::newRow(name) << static_cast<int>(kind) << code << static_cast<int>(blame);
    };
    for (const quint16 code : {1003, 1007, 1009, 1011})
        row(QByteArray::number(code), CloseFrame, code, Blame::Message);
    for (const quint16 code : {1000, 1001, 1002, 1005, 1008, 1010, 4001, 4400, 4408})
        row(QByteArray::number(code), CloseFrame, code, Blame::Nobody);
    row("reset", Lost, 0, Blame::Perhaps);
    row("silent", Silent, 0, Blame::Perhaps);
    row("timed out", TimedOut, 0, Blame::Perhaps);
    row("a restart", UnknownCloseCode, 1002, Blame::Nobody);
    row("refused by our protocol", Rejected, 0, Blame::Nobody);
}

void tst_Quarantine::someEndsArePutDownToAMessage()
{
    QFETCH(int, kind);
    QFETCH(quint16, code);
    QFETCH(int, blame);
    QCOMPARE(
        static_cast<int>(blameFor({.kind = static_cast<Ending::Kind>(kind), .closeCode = code})),
        blame);
}

void tst_Quarantine::aSuspiciousEndMakesTheNextConnectionSendOneAtATime()
{
    for (const Blame blame : {Blame::Perhaps, Blame::Message}) {
        Outbox outbox;
        addMany(outbox, 3);
        QCOMPARE(write(outbox), Numbers({1, 2, 3}));
        QCOMPARE(words(outbox.connectionEnded(blame)), ""_ba);
        QCOMPARE(write(outbox), Numbers({1}));
        (void)outbox.acknowledge(1, 1);
        QCOMPARE(write(outbox), Numbers({2}));
        (void)outbox.acknowledge(2, 2);
        QCOMPARE(write(outbox), Numbers({3}));
        (void)outbox.acknowledge(3, 3);
        addMany(outbox, 2);
        QCOMPARE(write(outbox), Numbers({4, 5})); // nobody is suspected any more
    }
}

void tst_Quarantine::thePoisonousFailsAndTheRestFlows()
{
    Outbox outbox;
    addMany(outbox, 5);
    QCOMPARE(connection(outbox, {3}, Blame::Message), ""_ba);
    QCOMPARE(connection(outbox, {3}, Blame::Message), "delivered 1; delivered 2"_ba);
    QCOMPARE(outbox.quarantine().suspect(), 0u); // others were confirmed on that connection
    QCOMPARE(connection(outbox, {3}, Blame::Message), ""_ba);
    QCOMPARE(outbox.quarantine().suspect(), 0u); // once is chance
    QCOMPARE(outbox.quarantine().strikes(), 1);
    QCOMPARE(connection(outbox, {3}, Blame::Message), ""_ba);
    QCOMPARE(outbox.quarantine().suspect(), 3u);
    QCOMPARE(outbox.quarantine().strikes(), 2);
    QCOMPARE(connection(outbox, {3}, Blame::Message), "poisonous 3, maybe delivered"_ba);
    QCOMPARE(connection(outbox, {3}, Blame::Message), "delivered 4; delivered 5"_ba);
}

void tst_Quarantine::aMessageThatWasAlwaysAloneFailsAtTheThirdEnd()
{
    Outbox outbox;
    add(outbox, 1, u"evil"_s);
    write(outbox);
    QVERIFY(outbox.connectionEnded(Blame::Message).empty());
    write(outbox);
    QVERIFY(outbox.connectionEnded(Blame::Message).empty());
    write(outbox);
    const auto settled = outbox.connectionEnded(Blame::Message);
    QCOMPARE(words(settled), "poisonous 1, maybe delivered"_ba);
    QCOMPARE(settled.at(0).tag, u"evil"_s);
    QCOMPARE(outbox.pendingCount(), 0);
    QCOMPARE(outbox.inFlightCount(), 0);
}

void tst_Quarantine::endsWithoutACodeNeverFailAMessage()
{
    Outbox outbox;
    addMany(outbox, 2);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(connection(outbox, {1}, Blame::Perhaps), ""_ba);
    QCOMPARE(outbox.pendingCount(), 2);
    QCOMPARE(outbox.quarantine().suspect(), 1u); // there is something to warn of
    QCOMPARE(outbox.quarantine().ends(), 99); // the first time it was not alone
    QCOMPARE(outbox.quarantine().strikes(), 0);
    (void)outbox.connectionEnded(Blame::Nobody);
    QCOMPARE(outbox.quarantine().suspect(), 0u);
}

void tst_Quarantine::endsWithoutACodeDoNotForgiveEither()
{
    Outbox outbox;
    addMany(outbox, 1);
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(connection(outbox, {1}, Blame::Message), ""_ba);
        QCOMPARE(connection(outbox, {1}, Blame::Perhaps), ""_ba);
        QCOMPARE(connection(outbox, {1}, Blame::Nobody), ""_ba);
    }
    QCOMPARE(connection(outbox, {1}, Blame::Message), "poisonous 1, maybe delivered"_ba);
}

void tst_Quarantine::aGoodbyeBlamesNobody()
{
    Outbox outbox;
    addMany(outbox, 3);
    write(outbox);
    (void)outbox.connectionEnded(Blame::Nobody);
    QCOMPARE(write(outbox), Numbers({1, 2, 3}));
}

void tst_Quarantine::whatWasConfirmedOnTheConnectionAcquitsTheRest()
{
    Outbox outbox;
    addMany(outbox, 3);
    write(outbox);
    (void)outbox.acknowledge(1, 1);
    (void)outbox.connectionEnded(Blame::Message);
    QCOMPARE(write(outbox), Numbers({2, 3}));
    // But that was then.
    (void)outbox.connectionEnded(Blame::Message);
    QCOMPARE(write(outbox), Numbers({2}));
}

void tst_Quarantine::aRejectionIsAnAnswerToo()
{
    Outbox outbox;
    addMany(outbox, 3);
    write(outbox);
    QVERIFY(outbox.reject(1));
    (void)outbox.connectionEnded(Blame::Message);
    QCOMPARE(write(outbox), Numbers({2, 3}));
}

void tst_Quarantine::anotherSuspectBeginsAtZero()
{
    Outbox outbox;
    addMany(outbox, 2);
    for (int i = 0; i < 3; ++i) // in a burst, then alone, and again
        connection(outbox, {1}, Blame::Message);
    QCOMPARE(outbox.quarantine().strikes(), 2);
    QCOMPARE(connection(outbox, {2}, Blame::Message), "delivered 1"_ba);
    QCOMPARE(connection(outbox, {2}, Blame::Message), ""_ba);
    QCOMPARE(outbox.quarantine().suspect(), 0u);
    QCOMPARE(outbox.quarantine().strikes(), 1);
}

void tst_Quarantine::newMessagesWaitUntilTheSuspectsAreThrough()
{
    Outbox outbox;
    addMany(outbox, 2);
    write(outbox);
    (void)outbox.connectionEnded(Blame::Message);
    addMany(outbox, 2);
    QCOMPARE(write(outbox), Numbers({1}));
    (void)outbox.acknowledge(1, 1);
    QCOMPARE(write(outbox), Numbers({2})); // alone, though 3 is innocent
    (void)outbox.acknowledge(2, 2);
    QCOMPARE(write(outbox), Numbers({3, 4}));
}

void tst_Quarantine::aLostBurstDoesNotCrawlForEver()
{
    Outbox outbox;
    addMany(outbox, 65'536);
    write(outbox);
    (void)outbox.connectionEnded(Blame::Perhaps);
    int bursts = 0;
    connection(outbox, {}, Blame::Nobody, &bursts);
    QCOMPARE(outbox.pendingCount(), 0);
    QVERIFY2(bursts > 8 && bursts <= 26, QByteArray::number(bursts));

    // And its doublings come to an end.
    Quarantine quarantine;
    (void)quarantine.ended(Blame::Perhaps, {.count = 2, .first = 1, .last = 2});
    for (int i = 0; i < 100; ++i)
        quarantine.confirmed();
    QCOMPARE(quarantine.window(2), 1 << 30);
    QCOMPARE(quarantine.window(3), Quarantine::NoLimit);
}

void tst_Quarantine::aPoisonDeepInTheQueueIsFound()
{
    Outbox outbox;
    addMany(outbox, 10'000);
    Numbers failed;
    int connections = 0;
    while (outbox.pendingCount() > 0) {
        QVERIFY(++connections < 100);
        if (connection(outbox, {7'777}, Blame::Message).contains("poisonous 7777"))
            failed += 7'777;
    }
    QCOMPARE(failed, Numbers({7'777}));
}

void tst_Quarantine::twoPoisonsAreFound()
{
    Outbox outbox;
    addMany(outbox, 100);
    QByteArrayList story;
    for (int i = 0; i < 100 && outbox.pendingCount() > 0; ++i)
        story += connection(outbox, {20, 21}, Blame::Message);
    const QByteArray told = story.join("; ");
    QCOMPARE(told.count("poisonous"), 2);
    QVERIFY(told.contains("poisonous 20,"));
    QVERIFY(told.contains("poisonous 21,"));
    QCOMPARE(told.count("delivered "), 98);
}

void tst_Quarantine::aVolatileOneFailsOnlyOnce()
{
    Outbox outbox;
    for (int i = 0; i < 4; ++i) {
        const quint64 number = outbox.add(u"now"_s, {.isVolatile = true}, Start).number;
        write(outbox);
        QCOMPARE(numbersOf(outbox.connectionEnded(Blame::Message)), Numbers({number}));
    }
    QCOMPARE(outbox.pendingCount(), 0);
}

void tst_Quarantine::anIdleConnectionProvesNothing()
{
    Outbox outbox;
    (void)outbox.connectionEnded(Blame::Message);
    addMany(outbox, 2);
    QCOMPARE(write(outbox), Numbers({1, 2}));
}

QTEST_GUILESS_MAIN(tst_Quarantine)
#include "tst_quarantine.moc"
