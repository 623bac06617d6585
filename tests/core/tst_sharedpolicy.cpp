// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "sharedpolicy.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace std::chrono_literals;

class tst_SharedPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsThePolicyThatItWasMadeOf();
    void allThatAreLikeTheDefaultAreOne();
    void copiesAreOneAndStayWhenTheFirstChanges();
};

void tst_SharedPolicy::itIsThePolicyThatItWasMadeOf()
{
    Policy policy;
    policy.connectTimeout = 7s;
    policy.outbox.maxPendingMessages = 12;
    const SharedPolicy shared = policy;
    QCOMPARE(*shared, policy);
    QCOMPARE(shared->connectTimeout, 7s);
}

void tst_SharedPolicy::allThatAreLikeTheDefaultAreOne()
{
    const SharedPolicy one;
    const SharedPolicy other = Policy();
    QCOMPARE(*one, Policy());
    QCOMPARE(&*one, &*other);
}

void tst_SharedPolicy::copiesAreOneAndStayWhenTheFirstChanges()
{
    Policy policy;
    policy.maxAttempts = 3;
    SharedPolicy first = policy;
    const SharedPolicy copy = first;
    QCOMPARE(&*copy, &*first);
    first = Policy();
    QCOMPARE(copy->maxAttempts, 3);
}

QTEST_GUILESS_MAIN(tst_SharedPolicy)
#include "tst_sharedpolicy.moc"
