// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "messagequeue.h"

#include <QtCore/qlist.h>
#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace Qt::StringLiterals;

namespace {

using Position = MessageQueue::Position;
using Numbers = QList<quint64>;

Message numbered(quint64 number)
{
    Message message;
    message.number = number;
    message.payload = QString::number(number);
    return message;
}

void fill(MessageQueue &queue, quint64 from, quint64 through)
{
    for (quint64 number = from; number <= through; ++number)
        queue.append(number).payload = QString::number(number);
}

//! As they stand, if their payloads are theirs.
Numbers numbersIn(const MessageQueue &queue)
{
    Numbers numbers;
    for (Position at = queue.skipHoles(0); at != queue.end(); at = queue.skipHoles(at + 1)) {
        const bool isWhole = queue[at].payload.text() == QString::number(queue[at].number);
        numbers += isWhole ? queue[at].number : 0;
    }
    return numbers;
}

void tidy(MessageQueue &queue)
{
    Position one = queue.end();
    Position other = queue.end();
    queue.tidy(one, other);
    QCOMPARE(one, queue.end());
    QCOMPARE(other, queue.end());
}

} // namespace

class tst_MessageQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyAtFirst();
    void findsByNumber();
    void aGapIsNobodysPlace();
    void aHoleIsNotThere();
    void aHoleHoldsNoPayload();
    void holesAtTheHeadGoAtOnce();
    void fewHolesStayAndNothingMoves();
    void manyHolesAreClosed();
    void positionsFollow();
    void insertsByNumber();
    void insertsIntoAHole();
};

void tst_MessageQueue::isEmptyAtFirst()
{
    MessageQueue queue;
    QVERIFY(queue.isEmpty());
    QCOMPARE(queue.count(), 0);
    QCOMPARE(queue.end(), Position(0));
    QCOMPARE(queue.find(1), queue.end());
    tidy(queue);
}

void tst_MessageQueue::findsByNumber()
{
    MessageQueue queue;
    fill(queue, 5, 104);
    QCOMPARE(queue.count(), 100);
    QCOMPARE(queue.front().number, 5u);
    for (quint64 number = 5; number <= 104; ++number)
        QCOMPARE(queue[queue.find(number)].number, number);
    QCOMPARE(queue.find(4), queue.end());
    QCOMPARE(queue.find(105), queue.end());
}

void tst_MessageQueue::aGapIsNobodysPlace()
{
    MessageQueue queue;
    fill(queue, 1, 2);
    fill(queue, 10, 11);
    QCOMPARE(queue.find(5), queue.end());
    QCOMPARE(queue.lowerBound(5), Position(2));
    QCOMPARE(queue.lowerBound(10), Position(2));
    QCOMPARE(queue.lowerBound(12), queue.end());
}

void tst_MessageQueue::aHoleIsNotThere()
{
    MessageQueue queue;
    fill(queue, 1, 5);
    queue.remove(queue.find(3));
    queue.remove(queue.find(4));
    QCOMPARE(queue.find(3), queue.end());
    QVERIFY(queue.isHole(2));
    QCOMPARE(queue.skipHoles(2), Position(4));
    QCOMPARE(queue.count(), 3);
    QCOMPARE(numbersIn(queue), Numbers({1, 2, 5}));
    for (const Position at : {0, 1, 4})
        queue.remove(at);
    QVERIFY(queue.isEmpty());
    QCOMPARE(queue.skipHoles(0), queue.end());
}

void tst_MessageQueue::aHoleHoldsNoPayload()
{
    MessageQueue queue;
    fill(queue, 1, 5);
    queue.remove(2);
    QCOMPARE(queue[2].number, 3u);
    QCOMPARE(queue[2].payload, Payload());
}

void tst_MessageQueue::holesAtTheHeadGoAtOnce()
{
    MessageQueue queue;
    fill(queue, 1, 100);
    queue.remove(1);
    tidy(queue);
    QCOMPARE(queue.end(), Position(100));
    queue.remove(0);
    tidy(queue);
    QCOMPARE(queue.end(), Position(98));
    QCOMPARE(queue.front().number, 3u);
}

void tst_MessageQueue::fewHolesStayAndNothingMoves()
{
    MessageQueue queue;
    fill(queue, 1, 10);
    for (const Position at : {2, 4, 5, 8, 9})
        queue.remove(at);
    const Message *third = &queue[3];
    tidy(queue);
    QCOMPARE(queue.end(), Position(10));
    QCOMPARE(&queue[3], third);
}

void tst_MessageQueue::manyHolesAreClosed()
{
    MessageQueue queue;
    fill(queue, 1, 10);
    for (const Position at : {2, 4, 5, 7, 8, 9})
        queue.remove(at);
    tidy(queue);
    QCOMPARE(queue.end(), Position(4));
    QCOMPARE(numbersIn(queue), Numbers({1, 2, 4, 7}));
    fill(queue, 20, 20);
    QCOMPARE(queue.find(20), Position(4));
}

void tst_MessageQueue::positionsFollow()
{
    MessageQueue queue;
    fill(queue, 1, 10);
    Position four = queue.find(4);
    Position nine = queue.find(9);
    queue.remove(0);
    queue.remove(2); // not at the head
    queue.tidy(four, nine);
    QCOMPARE(queue[four].number, 4u);
    QCOMPARE(queue[nine].number, 9u);
    for (const quint64 number : {5, 6, 7, 8})
        queue.remove(queue.find(number));
    queue.tidy(four, nine);
    QCOMPARE(queue.end(), Position(4));
    QCOMPARE(queue[four].number, 4u);
    QCOMPARE(queue[nine].number, 9u);
}

void tst_MessageQueue::insertsByNumber()
{
    MessageQueue queue;
    for (const quint64 number : {30, 10, 20, 40, 5})
        QCOMPARE(queue[queue.insert(numbered(number))].number, number);
    QCOMPARE(numbersIn(queue), Numbers({5, 10, 20, 30, 40}));
}

void tst_MessageQueue::insertsIntoAHole()
{
    MessageQueue queue;
    fill(queue, 1, 4);
    queue.remove(2);
    QCOMPARE(queue.insert(numbered(3)), Position(2));
    QCOMPARE(queue.end(), Position(4));
    QCOMPARE(queue.count(), 4);
    QCOMPARE(numbersIn(queue), Numbers({1, 2, 3, 4}));
}

QTEST_GUILESS_MAIN(tst_MessageQueue)
#include "tst_messagequeue.moc"
