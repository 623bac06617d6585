// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "storedmessages.h"

#include <QtTest/qtest.h>

using namespace Holdfast;

class tst_StoredMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatRemainsIsNeverNegativeAndNeverMoreThanItsTime_data();
    void whatRemainsIsNeverNegativeAndNeverMoreThanItsTime();
    void aMessageWithoutATimeLivesForEver();
};

void tst_StoredMessage::whatRemainsIsNeverNegativeAndNeverMoreThanItsTime_data()
{
    QTest::addColumn<qint64>("elapsed"); // on the wall clock, in ms
    QTest::addColumn<qint64>("remaining");
    QTest::newRow("at once") << qint64(0) << qint64(60'000);
    QTest::newRow("later") << qint64(15'001) << qint64(44'999);
    QTest::newRow("at the end") << qint64(60'000) << qint64(0);
    QTest::newRow("long after") << qint64(1) * 365 * 86'400'000 << qint64(0);
    QTest::newRow("the clock was set back a year")
        << qint64(-1) * 365 * 86'400'000 << qint64(60'000);
}

void tst_StoredMessage::whatRemainsIsNeverNegativeAndNeverMoreThanItsTime()
{
    QFETCH(qint64, elapsed);
    QFETCH(qint64, remaining);
    StoredMessage message = stored(1);
    message.message.timeToLive = 60s;
    message.expiresAt = message.queuedAt.addSecs(60);
    QCOMPARE(remainingTime(message, message.queuedAt.addMSecs(elapsed)), Duration(remaining));
}

void tst_StoredMessage::aMessageWithoutATimeLivesForEver()
{
    StoredMessage message = stored(1);
    QCOMPARE(remainingTime(message, someDay()), Duration::max());
    // A record without an end is believed no less than its time to live.
    message.message.timeToLive = 60s;
    QCOMPARE(remainingTime(message, someDay().addYears(1)), Duration(60s));
}

QTEST_GUILESS_MAIN(tst_StoredMessage)
#include "tst_storedmessage.moc"
