// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "pingledger.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace std::chrono_literals;

namespace {

const Instant Start{1h};
constexpr Duration Patience = 10s;

//! A connection on which a ping goes unanswered, while data comes in or not.
void ignoreOnePing(PingLedger &ledger, Instant at, bool dataComesIn = true)
{
    ledger.sent("x", at);
    if (dataComesIn)
        ledger.heard(at + 1s);
}

} // namespace

class tst_PingLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsForWhatItSent();
    void anAnswerStandsForAllBeforeIt();
    void anUnsolicitedPongAnswersNothing();
    void theRoundTripTimeIsSmoothed();
    void theRoundTripTimeOutlivesTheConnection();
    void ignoringTakesTwoPingsOnTwoConnections();
    void twoPingsOnOneConnectionAreNotEnough();
    void silenceIsNotIgnoring();
    void impatienceIsNotIgnoring();
    void anAnswerClearsTheRecord();
    void anOldConnectionsPingsCannotBeAnswered();
};

void tst_PingLedger::waitsForWhatItSent()
{
    PingLedger ledger;
    QVERIFY(!ledger.isWaiting());
    ledger.sent("a", Start);
    QVERIFY(ledger.isWaiting());
    QVERIFY(ledger.answered("a", Start));
    QVERIFY(!ledger.isWaiting());
}

void tst_PingLedger::anAnswerStandsForAllBeforeIt()
{
    PingLedger ledger;
    for (const char *payload : {"a", "b", "c"})
        ledger.sent(payload, Start);
    QVERIFY(ledger.answered("b", Start));
    QVERIFY(ledger.isWaiting());
    QVERIFY(!ledger.answered("a", Start));
    QVERIFY(ledger.answered("c", Start));
    QVERIFY(!ledger.isWaiting());
}

void tst_PingLedger::anUnsolicitedPongAnswersNothing()
{
    PingLedger ledger;
    QVERIFY(!ledger.answered("a", Start));
    ledger.sent("a", Start);
    QVERIFY(!ledger.answered("b", Start));
    QVERIFY(!ledger.answered("", Start));
    QVERIFY(ledger.isWaiting());
    QCOMPARE(ledger.roundTripTime(), std::nullopt);
}

void tst_PingLedger::theRoundTripTimeIsSmoothed()
{
    PingLedger ledger;
    QCOMPARE(ledger.roundTripTime(), std::nullopt);
    ledger.sent("a", Start);
    QVERIFY(ledger.answered("a", Start + 80ms));
    QCOMPARE(ledger.roundTripTime(), std::optional<Duration>(80ms));
    ledger.sent("b", Start);
    QVERIFY(ledger.answered("b", Start + 160ms));
    QCOMPARE(ledger.roundTripTime(), std::optional<Duration>(90ms)); // (7 · 80 + 160) / 8
}

void tst_PingLedger::theRoundTripTimeOutlivesTheConnection()
{
    PingLedger ledger;
    ledger.sent("a", Start);
    QVERIFY(ledger.answered("a", Start + 80ms));
    ledger.closeBooks(Start + 1s, Patience);
    QCOMPARE(ledger.roundTripTime(), std::optional<Duration>(80ms));
}

void tst_PingLedger::ignoringTakesTwoPingsOnTwoConnections()
{
    PingLedger ledger;
    ignoreOnePing(ledger, Start);
    QVERIFY(!ledger.isIgnored(Start + 10s, Patience));
    ledger.closeBooks(Start + 10s, Patience);
    QVERIFY(!ledger.isIgnored(Start + 10s, Patience));
    ignoreOnePing(ledger, Start + 20s);
    QVERIFY(!ledger.isIgnored(Start + 29s, Patience));
    QVERIFY(ledger.isIgnored(Start + 30s, Patience));
    // What is known does not go away with the connection.
    ledger.closeBooks(Start + 30s, Patience);
    QVERIFY(ledger.isIgnored(Start + 31s, Patience));
}

void tst_PingLedger::twoPingsOnOneConnectionAreNotEnough()
{
    PingLedger ledger;
    ledger.sent("a", Start);
    ignoreOnePing(ledger, Start + 1s);
    QVERIFY(!ledger.isIgnored(Start + 1h, Patience));
    // And a second connection without an ignored ping adds nothing.
    ledger.closeBooks(Start + 1h, Patience);
    ledger.closeBooks(Start + 2h, Patience);
    QVERIFY(!ledger.isIgnored(Start + 2h, Patience));
}

void tst_PingLedger::silenceIsNotIgnoring()
{
    // A dead peer answers nothing either; only one that sends data could have answered.
    PingLedger ledger;
    for (int connection = 0; connection < 5; ++connection) {
        const Instant then = Start + 1h * connection;
        ledger.heard(then - 1s);
        ignoreOnePing(ledger, then, false);
        QVERIFY(!ledger.isIgnored(then + 1min, Patience));
        ledger.closeBooks(then + 1min, Patience);
    }
    QVERIFY(!ledger.isIgnored(Start + 5h, Patience));
}

void tst_PingLedger::impatienceIsNotIgnoring()
{
    PingLedger ledger;
    for (int connection = 0; connection < 5; ++connection) {
        const Instant then = Start + 1h * connection;
        ignoreOnePing(ledger, then);
        ledger.closeBooks(then + 9s, Patience); // cut before its time
    }
    QVERIFY(!ledger.isIgnored(Start + 5h, Patience));
}

void tst_PingLedger::anAnswerClearsTheRecord()
{
    PingLedger ledger;
    ignoreOnePing(ledger, Start);
    ledger.closeBooks(Start + 10s, Patience);
    ignoreOnePing(ledger, Start + 20s);
    QVERIFY(ledger.isIgnored(Start + 30s, Patience));
    QVERIFY(ledger.answered("x", Start + 31s));
    QVERIFY(!ledger.isIgnored(Start + 31s, Patience));
    ignoreOnePing(ledger, Start + 40s);
    QVERIFY(!ledger.isIgnored(Start + 60s, Patience));
}

void tst_PingLedger::anOldConnectionsPingsCannotBeAnswered()
{
    PingLedger ledger;
    ledger.sent("a", Start);
    ledger.closeBooks(Start + 1s, Patience);
    QVERIFY(!ledger.isWaiting());
    QVERIFY(!ledger.answered("a", Start + 1s));
}

QTEST_GUILESS_MAIN(tst_PingLedger)
#include "tst_pingledger.moc"
