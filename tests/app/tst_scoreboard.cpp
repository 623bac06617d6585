// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "scoreboard.h"

#include <QtTest/qtest.h>

class tst_Scoreboard : public QObject
{
    Q_OBJECT

private:
    static Scoreboard typed(int messages)
    {
        Scoreboard score;
        for (int i = 1; i <= messages; ++i)
            score.typed(quint64(i));
        return score;
    }
    //! sent, delivered, lost, duplicated, out of order
    static QList<int> figures(const Scoreboard &score)
    {
        return {score.sent(), score.delivered(), score.lost(), score.duplicated(),
                score.outOfOrder()};
    }

private Q_SLOTS:
    void whatIsOnItsWayIsSentAndNothingElse()
    {
        QCOMPARE(figures(typed(3)), QList<int>({3, 0, 0, 0, 0}));
    }

    void whatTheServerSawIsDelivered()
    {
        Scoreboard score = typed(2);
        score.seen(1);
        score.seen(2);
        QCOMPARE(figures(score), QList<int>({2, 2, 0, 0, 0}));
        QCOMPARE(score.copies(1), 1);
    }

    void aSecondCopyIsADuplicateAndNotASecondDelivery()
    {
        Scoreboard score = typed(1);
        for (int i = 0; i < 3; ++i)
            score.seen(1);
        QCOMPARE(figures(score), QList<int>({1, 1, 0, 2, 0}));
        QCOMPARE(score.copies(1), 3);
    }

    void whatWasGivenUpAndNeverSeenIsLost()
    {
        Scoreboard score = typed(2);
        score.gaveUp(1);
        score.gaveUp(1);
        QCOMPARE(figures(score), QList<int>({2, 0, 1, 0, 0}));
        QVERIFY(score.isLost(1));
        QVERIFY(!score.isLost(2));
    }

    void whatWasSeenCannotBeLost()
    {
        Scoreboard score = typed(1);
        score.seen(1);
        score.gaveUp(1);
        QCOMPARE(figures(score), QList<int>({1, 1, 0, 0, 0}));
        QVERIFY(!score.isLost(1));
    }

    void whatIsSeenAfterAllIsNotLostAnyMore()
    {
        Scoreboard score = typed(1);
        score.gaveUp(1);
        score.seen(1);
        score.seen(1);
        QCOMPARE(figures(score), QList<int>({1, 1, 0, 1, 0}));
        QVERIFY(!score.isLost(1));
    }

    void aFirstCopyBehindAHigherNumberIsOutOfOrder()
    {
        Scoreboard score = typed(4);
        for (const quint64 number : {1, 4, 2, 3})
            score.seen(number);
        QCOMPARE(score.outOfOrder(), 2);
        QVERIFY(score.isLate(2));
        QVERIFY(score.isLate(3));
        QVERIFY(!score.isLate(4));
    }

    void aRepetitionOfAnOldOneIsADuplicateAndNotOutOfOrder()
    {
        Scoreboard score = typed(2);
        for (const quint64 number : {1, 2, 1})
            score.seen(number);
        QCOMPARE(figures(score), QList<int>({2, 2, 0, 1, 0}));
        QVERIFY(!score.isLate(1));
    }

    void whatWasNeverTypedCountsNowhere()
    {
        Scoreboard score = typed(1);
        score.seen(7);
        score.gaveUp(8);
        score.seen(1);
        QCOMPARE(figures(score), QList<int>({1, 1, 0, 0, 0}));
        QCOMPARE(score.copies(7), 0);
    }
};

QTEST_APPLESS_MAIN(tst_Scoreboard)

#include "tst_scoreboard.moc"
