// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "messagelist.h"

#include <QtTest/qabstractitemmodeltester.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

class tst_MessageList : public QObject
{
    Q_OBJECT

private:
    static QVariant at(const MessageList &list, int row, int role)
    {
        return list.index(row).data(role);
    }

private Q_SLOTS:
    void tellsWhatBecameOfEachMessage()
    {
        MessageList list;
        const QAbstractItemModelTester tester(&list);
        list.append(1, QStringLiteral("one"));
        list.append(3, QStringLiteral("three"));
        QCOMPARE(at(list, 1, MessageList::Number).toULongLong(), 3u);
        QCOMPARE(at(list, 1, MessageList::Text).toString(), QStringLiteral("three"));
        QCOMPARE(at(list, 1, MessageList::MarkRole).toInt(), int(Mark::Waiting));
        list.setMark(3, Mark::Sent);
        list.setSeen(3, 2, true);
        QCOMPARE(at(list, 1, MessageList::MarkRole).toInt(), int(Mark::Sent));
        QCOMPARE(at(list, 1, MessageList::Copies).toInt(), 2);
        QCOMPARE(at(list, 1, MessageList::Late).toBool(), true);
        QCOMPARE(at(list, 0, MessageList::MarkRole).toInt(), int(Mark::Waiting));
        list.clear();
        QCOMPARE(list.rowCount(), 0);
    }

    void touchesOnlyTheRowThatChanges()
    {
        MessageList list;
        list.append(1, {});
        list.append(2, {});
        QSignalSpy changed(&list, &MessageList::dataChanged);
        list.setMark(2, Mark::Sent);
        list.setMark(2, Mark::Sent);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        QCOMPARE(changed[0][1].toModelIndex().row(), 1);
        QCOMPARE(changed[0][2].value<QList<int>>(), QList<int>{MessageList::MarkRole});
    }

    void forgetsTheOldest()
    {
        MessageList list;
        const QAbstractItemModelTester tester(&list);
        for (quint64 number = 1; number <= MessageList::MaxRows + 2; ++number)
            list.append(number, {});
        QCOMPARE(list.rowCount(), MessageList::MaxRows);
        QCOMPARE(at(list, 0, MessageList::Number).toULongLong(), 3u);
        QSignalSpy changed(&list, &MessageList::dataChanged);
        list.setMark(2, Mark::Delivered); // has left
        list.setSeen(9999, 1, false); // never was there
        QCOMPARE(changed.size(), 0);
        list.setMark(3, Mark::Delivered);
        QCOMPARE(at(list, 0, MessageList::MarkRole).toInt(), int(Mark::Delivered));
    }
};

QTEST_GUILESS_MAIN(tst_MessageList)

#include "tst_messagelist.moc"
