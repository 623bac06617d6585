// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "switchboardstory.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace std::chrono_literals;

namespace {

constexpr qint64 KiB = 1024;

Cursor at(quint64 id, const QString &epoch = QStringLiteral("w3")) { return {epoch, id}; }

SwitchboardStory::Hello from(quint64 id)
{
    return {.session = QStringLiteral("w1"), .cursor = at(id)};
}

//! One client has come and gone, and so many events have happened.
struct Missed : SwitchboardStory
{
    explicit Missed(int count, qsizetype length = 1, const HubPolicy &policy = quiet())
        : SwitchboardStory(policy)
    {
        (void)comes(1);
        (void)leaves(1);
        for (int i = 0; i < count; ++i)
            (void)publishes(QString(length, u'x'));
    }
};

} // namespace

//! Events, and those who missed some.
class tst_SwitchboardSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClientWithoutACursorHearsWhatHappensFromNowOn()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        QCOMPARE(it.publishes(QStringLiteral("before")), "id 1");
        QCOMPARE(it.comes(1), "1 < welcome w2 at w1/1, through ?");
        QCOMPARE(it.publishes(QStringLiteral("after")), R"(id 2; 1 < event 2 "after")");
        QCOMPARE(it.board.endOf({}), at(2, QStringLiteral("w1")));
        QCOMPARE(it.board.endOf(QStringLiteral("nowhere")), Cursor());
    }
    void whoConnectedBeforeTheFirstEventResumesAllTheSame()
    {
        Missed it(1);
        QCOMPARE(it.comes(2, from(0)), "2 < welcome back w1 at w3/1, through ?; 2 < batch 1");
        QCOMPARE(it.publishes(QStringLiteral("y")), R"(id 2; 2 < event 2 "y")");
    }
    void whatWasMissedComesBeforeWhatHappens()
    {
        Missed it(5);
        QCOMPARE(it.comes(2, from(2)), "2 < welcome back w1 at w3/5, through ?; 2 < batch 3 4 5");
        QCOMPARE(it.publishes(QStringLiteral("y")), R"(id 6; 2 < event 6 "y")");
    }
    void whoMissedNothingIsToldSo()
    {
        Missed it(5);
        QCOMPARE(it.comes(2, from(5)), "2 < welcome back w1 at w3/5, through ?; 2 < batch");
        QCOMPARE(it.publishes(QStringLiteral("y")), R"(id 6; 2 < event 6 "y")");
    }
    void threeResumesInARowRepeatNothing()
    {
        Missed it(2);
        QVERIFY(it.comes(2, from(0)).endsWith("batch 1 2"));
        (void)it.leaves(2);
        (void)it.publishes(QStringLiteral("y"));
        QVERIFY(it.comes(3, from(2)).endsWith("batch 3"));
        (void)it.leaves(3);
        QVERIFY(it.comes(4, from(3)).endsWith("4 < batch"));
        (void)it.leaves(4);
        (void)it.publishes(QStringLiteral("z"));
        QVERIFY(it.comes(5, from(3)).endsWith("batch 4"));
    }
    void theHistoryOutlivesEverybodysAbsence()
    {
        Missed it(3);
        (void)it.after(24h);
        QCOMPARE(it.board.sessionCount(), 0);
        QCOMPARE(it.comes(2, from(1)), "2 < welcome w4 at w3/3, through ?; 2 < batch 2 3");
    }
    void aCursorThatDoesNotFitIsReset_data()
    {
        QTest::addColumn<QString>("epoch");
        QTest::addColumn<quint64>("id");
        QTest::addColumn<QByteArray>("answer");
        const QString mine = QStringLiteral("w3");
        QTest::newRow("of another life")
            << QStringLiteral("w9") << quint64(2) << QByteArray("reset epoch-changed w3/5");
        QTest::newRow("beyond the end")
            << mine << quint64(6) << QByteArray("reset cursor-ahead w3/5");
        QTest::newRow("far beyond the end")
            << mine << Envelope::MaxInteger << QByteArray("reset cursor-ahead w3/5");
        QTest::newRow("before what is kept")
            << mine << quint64(1) << QByteArray("reset history-trimmed w3/5");
        QTest::newRow("just before what is kept")
            << mine << quint64(2) << QByteArray("batch 3 4 5");
    }
    void aCursorThatDoesNotFitIsReset()
    {
        QFETCH(QString, epoch);
        QFETCH(quint64, id);
        QFETCH(QByteArray, answer);
        HubPolicy policy = SwitchboardStory::quiet();
        policy.maxLoggedEvents = 3;
        Missed it(5, 1, policy);
        QCOMPARE(it.comes(2, {.cursor = at(id, epoch)}),
                 "2 < welcome w4 at w3/5, through ?; 2 < " + answer);
        // Whatever was said, from here on events come.
        QCOMPARE(it.publishes(QStringLiteral("y")), R"(id 6; 2 < event 6 "y")");
    }
    void aQuestionThatDoesNotFitIsReset()
    {
        Missed it(5);
        (void)it.comes(2, from(5));
        QCOMPARE(it.asks(2, at(6)), "2 < reset cursor-ahead w3/5");
        QCOMPARE(it.asks(2, at(5, QStringLiteral("w9"))), "2 < reset epoch-changed w3/5");
        QCOMPARE(it.publishes(QStringLiteral("y")), R"(id 6; 2 < event 6 "y")");
    }
    void whoAsksAgainIsAnsweredAgain()
    {
        Missed it(5);
        (void)it.comes(2, from(5));
        QCOMPARE(it.asks(2, at(3)), "2 < batch 4 5");
        QCOMPARE(it.asks(2, at(5)), "2 < batch");
        QCOMPARE(it.publishes(QStringLiteral("y")), R"(id 6; 2 < event 6 "y")");
    }

    void muchComesInBatchesAsFastAsTheClientReads()
    {
        Missed it(600, 2000);
        const QByteArray first = it.comes(2, from(0));
        QVERIFY(first.endsWith(" 255 256 more")); // half a megabyte: that is enough for now
        QCOMPARE(first.count("batch"), 1);
        QCOMPARE(it.holds(2, 500 * KiB), "");
        QCOMPARE(it.holds(2, 256 * KiB), "");
        QVERIFY(it.holds(2, 256 * KiB - 1).endsWith(" 511 512 more"));
        QVERIFY(it.holds(2, 0).endsWith(" 599 600"));
        QCOMPARE(it.holds(2, 0), "");
    }
    void smallBatchesGoTogether()
    {
        Missed it(600);
        const QByteArray all = it.comes(2, from(0));
        QCOMPARE(all.count("batch"), 3);
        QVERIFY(all.endsWith(" 599 600"));
        QCOMPARE(it.holds(2, 0), "");
    }
    void whoIsCatchingUpGetsNothingLive()
    {
        Missed it(600, 2000);
        (void)it.comes(2, from(0));
        (void)it.comes(3);
        QCOMPARE(it.publishes(QStringLiteral("y")), R"(id 601; 3 < event 601 "y")");
        QCOMPARE(it.sends(2, 1, QStringLiteral("z")), R"(accepted p-1; 3 < event 602 "z")");
        QCOMPARE(it.turnEnds(), "2 < ack 1"); // that is no event
        (void)it.holds(2, 0);
        QVERIFY(it.holds(2, 0).endsWith(" 600 601 602"));
        QCOMPARE(it.publishes(QStringLiteral("w")),
                 R"(id 603; 2 < event 603 "w"; 3 < event 603 "w")");
    }
    void whoAsksForMuchGetsNothingLiveUntilItHasIt()
    {
        Missed it(600, 2000);
        (void)it.comes(2, from(600));
        QCOMPARE(it.publishes(QStringLiteral("y")), R"(id 601; 2 < event 601 "y")");
        QVERIFY(it.asks(2, at(0)).endsWith(" 256 more"));
        QCOMPARE(it.publishes(QStringLiteral("z")), "id 602");
        (void)it.holds(2, 0);
        QVERIFY(it.holds(2, 0).endsWith(" 601 602"));
        QCOMPARE(it.publishes(QStringLiteral("w")), R"(id 603; 2 < event 603 "w")");
    }
    void aQuestionWhileCatchingUpBeginsAnew()
    {
        Missed it(600, 2000);
        (void)it.comes(2, from(0));
        QCOMPARE(it.asks(2, at(598)), ""); // there is enough on its way
        QCOMPARE(it.holds(2, 0), "2 < batch 599 600");
        QCOMPARE(it.publishes(QStringLiteral("y")), R"(id 601; 2 < event 601 "y")");
    }
    void whatIsTrimmedWhileSomebodyCatchesUpIsToldAsAReset()
    {
        HubPolicy policy = SwitchboardStory::quiet();
        policy.maxLoggedEvents = 600;
        Missed it(600, 2000, policy);
        QVERIFY(it.comes(2, from(0)).endsWith(" 256 more"));
        for (int i = 0; i < 257; ++i)
            (void)it.publishes(QStringLiteral("y"));
        QCOMPARE(it.holds(2, 0), "2 < reset history-trimmed w3/857");
        QCOMPARE(it.publishes(QStringLiteral("z")), R"(id 858; 2 < event 858 "z")");
    }
    void batchesFitInWhatMayWait()
    {
        HubPolicy policy = SwitchboardStory::quiet();
        policy.maxMessageBytes = 16 * KiB;
        policy.maxUnsentBytes = 64 * KiB;
        Missed it(100, 1000, policy);
        QVERIFY(it.comes(2, from(0)).endsWith(" 29 30 more")); // of 16 KiB each
        QCOMPARE(it.holds(2, 16 * KiB), "");
        QCOMPARE(it.holds(2, 64 * KiB), "");
        QVERIFY(it.holds(2, 16 * KiB - 1).endsWith(" 44 45 more"));
        QCOMPARE(it.holds(2, 64 * KiB + 1), "hang up 2: 4408 slow consumer");
    }
    void aSlowConsumerIsGoneAndTheOthersDoNotNotice()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        (void)it.comes(1);
        (void)it.comes(2);
        QCOMPARE(it.holds(1, 9 * 1024 * KiB), "hang up 1: 4408 slow consumer");
        QCOMPARE(it.publishes(QStringLiteral("y")), R"(id 1; 2 < event 1 "y")");
        QCOMPARE(it.holds(2, 9000), "");
    }
    void bytesOfWhoHasNotSaidHelloCountAsWell()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        (void)it.connects(1);
        QCOMPARE(it.holds(1, 100), "");
        QCOMPARE(it.holds(1, 9 * 1024 * KiB), "hang up 1: 4408 slow consumer");
        QCOMPARE(it.waits(), -1);
    }

    void aForgottenHistoryIsToldToAllWhoAreThere()
    {
        Missed it(600, 2000);
        (void)it.comes(2, from(0)); // is catching up
        (void)it.comes(3);
        (void)it.comes(4);
        (void)it.leaves(4);
        QCOMPARE(it.told(it.board.forgetHistory({})),
                 "2 < reset epoch-changed w8/0; 3 < reset epoch-changed w8/0");
        QCOMPARE(it.holds(2, 0), "");
        QCOMPARE(it.publishes(QStringLiteral("y")), R"(id 1; 2 < event 1 "y"; 3 < event 1 "y")");
        QCOMPARE(it.comes(5, {.session = QStringLiteral("w6"), .cursor = at(600)}),
                 "5 < welcome back w6 at w8/1, through ?; 5 < reset epoch-changed w8/1");
    }
    void aForgottenHistoryOfNobodyIsGone()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        QCOMPARE(it.told(it.board.forgetHistory(QStringLiteral("r"))), "");
        (void)it.publishes(QStringLiteral("y"), QStringLiteral("r"));
        QCOMPARE(it.told(it.board.forgetHistory(QStringLiteral("r"))), "");
        QCOMPARE(it.board.endOf(QStringLiteral("r")), Cursor());
    }
    void anEventThatWasAcceptedFitsInABatchHoweverDeepItIs()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        (void)it.comes(1);
        int deepest = 0;
        for (int depth = 1; depth <= 1100; ++depth) {
            const QString payload = QString(depth, u'[') + QString(depth, u']');
            const QByteArray answer = it.says(
                1,
                QStringLiteral(R"({"type":"message","id":"p-%1","number":%1,"payload":%2})")
                    .arg(depth)
                    .arg(payload));
            if (answer.startsWith("hang up 1: 4400"))
                break;
            QVERIFY(answer.startsWith("accepted"));
            deepest = depth;
        }
        QVERIFY(deepest > 50);
        QVERIFY(deepest < 1100);
        const quint64 last = it.board.endOf({}).eventId;
        QVERIFY(
            it.comes(2, from(last - 1)).endsWith(QByteArray("batch " + QByteArray::number(last))));
    }
};

QTEST_GUILESS_MAIN(tst_SwitchboardSync)
#include "tst_switchboardsync.moc"
