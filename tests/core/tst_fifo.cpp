// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "fifo.h"

#include <QtCore/qlist.h>
#include <QtTest/qtest.h>

#include <memory>

using namespace Holdfast;

namespace {

template <typename T> QList<T> contents(const Fifo<T> &fifo) { return {fifo.begin(), fifo.end()}; }

} // namespace

class tst_Fifo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstInIsTheFirstOut();
    void itKeepsItsOrderWhileItIsNeverEmpty();
    void whatIsRemovedFromTheMiddleDoesNotComeOut();
    void aMovedFromOneIsEmptyAndGood();
    void whatHasLeftIsHeldNoLonger();
};

void tst_Fifo::theFirstInIsTheFirstOut()
{
    Fifo<int> fifo;
    QVERIFY(fifo.isEmpty());
    for (int i = 0; i < 10; ++i)
        fifo.append(i);
    QCOMPARE(fifo.size(), 10u);
    for (int i = 0; i < 10; ++i)
        QCOMPARE(fifo.takeFirst(), i);
    QVERIFY(fifo.isEmpty());
    fifo.append(11);
    QCOMPARE(fifo.takeFirst(), 11);
}

void tst_Fifo::itKeepsItsOrderWhileItIsNeverEmpty()
{
    Fifo<int> fifo;
    int in = 0;
    int out = 0;
    for (int turn = 0; turn < 1000; ++turn) {
        for (int i = 0; i <= turn % 7; ++i)
            fifo.append(in++);
        while (fifo.size() > std::size_t(1 + turn % 5))
            QCOMPARE(fifo.takeFirst(), out++);
        QCOMPARE(contents(fifo).constFirst(), out);
        QCOMPARE(contents(fifo).constLast(), in - 1);
    }
}

void tst_Fifo::whatIsRemovedFromTheMiddleDoesNotComeOut()
{
    Fifo<int> fifo;
    for (int i = 0; i < 8; ++i)
        fifo.append(i);
    QCOMPARE(fifo.takeFirst(), 0);
    fifo.removeIf([](int i) { return i % 2 == 0; });
    QCOMPARE(contents(fifo), QList<int>({1, 3, 5, 7}));
    fifo.removeIf([](int) { return true; });
    QVERIFY(fifo.isEmpty());
}

void tst_Fifo::aMovedFromOneIsEmptyAndGood()
{
    Fifo<int> fifo;
    for (int i = 0; i < 5; ++i)
        fifo.append(i);
    QCOMPARE(fifo.takeFirst(), 0);
    const Fifo<int> taken = std::exchange(fifo, {});
    QCOMPARE(contents(taken), QList<int>({1, 2, 3, 4}));
    QVERIFY(fifo.isEmpty());
    fifo.append(5);
    QCOMPARE(fifo.takeFirst(), 5);
}

void tst_Fifo::whatHasLeftIsHeldNoLonger()
{
    const auto thing = std::make_shared<int>(1);
    Fifo<std::shared_ptr<int>> fifo;
    for (int i = 0; i < 100; ++i)
        fifo.append(thing);
    for (int left = 99; left >= 0; --left) {
        (void)fifo.takeFirst();
        QCOMPARE(thing.use_count(), 1 + left);
    }
}

QTEST_GUILESS_MAIN(tst_Fifo)
#include "tst_fifo.moc"
