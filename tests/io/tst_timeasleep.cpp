// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "timeasleep.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace std::chrono_literals;

class tst_TimeAsleep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMachineThatIsAwakeDoesNotSleep();
};

void tst_TimeAsleep::aMachineThatIsAwakeDoesNotSleep()
{
    const auto began = std::chrono::steady_clock::now();
    const Duration before = timeAsleep();
    QVERIFY(before >= -1ms);
    for (int i = 0; i < 100'000; ++i) {
        const Duration sum = timeAsleep();
        if (sum < before - 1ms || sum > before + 1ms) {
            // Unless it did: then the clock that stood still does not know.
            const auto awake = std::chrono::steady_clock::now() - began;
            QFAIL(qPrintable(QStringLiteral("slept %1 ms within %2 ms of being awake")
                                 .arg((sum - before).count())
                                 .arg(awake / 1ms)));
        }
    }
}

QTEST_GUILESS_MAIN(tst_TimeAsleep)
#include "tst_timeasleep.moc"
