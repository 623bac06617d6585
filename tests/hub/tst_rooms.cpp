// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "rooms.h"
#include "session.h"

#include <QtTest/qtest.h>

using namespace Holdfast;

namespace {

struct Story
{
    int epochs = 0;
    Rooms rooms{[this] { return QStringLiteral("e%1").arg(++epochs); }};

    quint64 happens(const QString &room, const QString &what = QStringLiteral("x"))
    {
        return rooms.append(rooms.open(room), Envelope::Content(QJsonValue(what)));
    }
    void enters(Session &session, const QString &room) { rooms.enter(rooms.open(room), session); }
    bool has(const QString &room) const { return rooms.find(room) != nullptr; }
};

const QString A = QStringLiteral("a");
const QString B = QStringLiteral("b");
const QString C = QStringLiteral("c");
const QString D = QStringLiteral("d");

} // namespace

class tst_Rooms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRoomIsMadeOnce()
    {
        Story it;
        QVERIFY(!it.has(A));
        Room &room = it.rooms.open(A);
        QCOMPARE(&it.rooms.open(A), &room);
        QCOMPARE(it.rooms.find(A), &room);
        QVERIFY(&it.rooms.open(B) != &room);
        QCOMPARE(it.rooms.count(), 2);
        QCOMPARE(room.log.epoch(), QStringLiteral("e1"));
        QCOMPARE(it.rooms.find(B)->log.epoch(), QStringLiteral("e2"));
    }
    void everybodyHasASeatAndMayLeaveInAnyOrder()
    {
        Story it;
        std::vector<Session> people(5);
        for (size_t i = 0; i < people.size(); ++i) {
            people[i].connection = i + 1;
            it.enters(people[i], A);
        }
        Room &room = *it.rooms.find(A);
        for (const size_t leaver : {2, 4, 0}) {
            it.rooms.leave(people[leaver]);
            QVERIFY(!people[leaver].room);
            for (const Room::Seat &seat : room.seats()) {
                QCOMPARE(&room.seats()[seat.session->seat], &seat);
                QCOMPARE(seat.connection, seat.session->connection);
            }
        }
        QCOMPARE(int(room.seats().size()), 2);
    }
    void aRoomThatNobodyIsInIsKept()
    {
        Story it;
        Session ann;
        it.enters(ann, A);
        QCOMPARE(it.happens(A), quint64(1));
        it.rooms.leave(ann);
        QCOMPARE(it.happens(A), quint64(2));
        QCOMPARE(it.rooms.find(A)->log.epoch(), QStringLiteral("e1"));
    }
    void theRoomWhereNothingHappenedLongestGoesWhenThereAreTooMany()
    {
        Story it;
        it.rooms.setLimits({.maxRooms = 3});
        for (const QString &room : {A, B, C})
            it.happens(room);
        it.happens(A); // B is the oldest now
        it.happens(D);
        QCOMPARE(it.rooms.count(), 3);
        QVERIFY(it.has(A) && it.has(C) && it.has(D));
        it.happens(B);
        QVERIFY(!it.has(C));
        QCOMPARE(it.rooms.find(B)->log.epoch(), QStringLiteral("e5"));
        QCOMPARE(it.rooms.find(B)->log.head(), quint64(1));
    }
    void aRoomWithSomebodyInItNeverGoes()
    {
        Story it;
        it.rooms.setLimits({.maxRooms = 1});
        Session ann, bob;
        it.enters(ann, A);
        it.enters(bob, B);
        QCOMPARE(it.rooms.count(), 2);
        it.happens(C); // the newest stays, until the next
        QVERIFY(it.has(C));
        it.happens(D);
        QVERIFY(it.has(A) && it.has(B) && !it.has(C) && it.has(D));
        it.rooms.leave(ann);
        (void)it.rooms.open(C);
        QVERIFY(!it.has(A) && it.has(B) && !it.has(D));
    }
    void allLogsTogetherHaveNoMoreBytesThanTheyMay()
    {
        Story it;
        it.rooms.setLimits({.maxBytes = 10'000});
        Session ann;
        it.enters(ann, A);
        const QString twoKilobytes(1000, u'x'); // in memory
        for (const QString &room : {A, B, C, D, A, B})
            it.happens(room, twoKilobytes);
        QVERIFY(!it.has(C)); // and before it B went, which begins anew
        QVERIFY(it.has(A) && it.has(B) && it.has(D));
        QCOMPARE(it.rooms.byteCount(),
                 it.rooms.find(A)->log.byteCount() + it.rooms.find(B)->log.byteCount()
                     + it.rooms.find(D)->log.byteCount());
        // The room where something happened last is spared, and not its log.
        it.happens(B, QString(10'000, u'x'));
        QVERIFY(it.has(A) && it.has(B) && !it.has(D));
        QCOMPARE(it.rooms.find(B)->log.head(), quint64(2));
        QCOMPARE(it.rooms.find(A)->log.count(), 2);
        QCOMPARE(it.rooms.byteCount(), it.rooms.find(A)->log.byteCount());
    }
    void whenSomebodyIsEverywhereTheLargestLogsLoseTheirOldest()
    {
        Story it;
        it.rooms.setLimits({.maxBytes = 100'000});
        Session ann, bob, cid;
        it.enters(ann, A);
        it.enters(bob, B);
        it.enters(cid, C);
        it.happens(A);
        for (int i = 0; i < 500; ++i) {
            it.happens(B, QString(1000, u'x'));
            it.happens(C, QString(1000, u'x'));
            QVERIFY(it.rooms.byteCount() <= 100'000);
        }
        QCOMPARE(it.rooms.find(A)->log.count(), 1);
        for (const QString &name : {B, C}) {
            const EventLog &log = it.rooms.find(name)->log;
            QCOMPARE(log.head(), quint64(500));
            QVERIFY(log.count() > 15 && log.count() < 30);
            QCOMPARE(log.problemWith({log.epoch(), 1}),
                     std::optional(ResyncReason::HistoryTrimmed));
            QVERIFY(!log.problemWith({log.epoch(), 490}));
        }
        it.rooms.setLimits({.maxBytes = 20'000});
        QVERIFY(it.rooms.byteCount() <= 20'000);
        QVERIFY(it.rooms.find(B)->log.count() > 0 && it.rooms.find(C)->log.count() > 0);
    }
    void narrowerLimitsTakeEffectAtOnce()
    {
        Story it;
        for (const QString &room : {A, B, C}) {
            it.happens(room);
            it.happens(room);
        }
        it.rooms.setLimits({.maxRooms = 2, .log = {.maxEvents = 1}});
        QVERIFY(!it.has(A));
        QCOMPARE(it.rooms.find(B)->log.count(), 1);
        QCOMPARE(it.rooms.byteCount(),
                 it.rooms.find(B)->log.byteCount() + it.rooms.find(C)->log.byteCount());
    }
    void aForgottenHistoryIsAnotherEpoch()
    {
        Story it;
        Session ann;
        it.enters(ann, A);
        it.happens(A);
        it.happens(B);
        it.rooms.forgetHistory(*it.rooms.find(A));
        it.rooms.forgetHistory(*it.rooms.find(B));
        QVERIFY(!it.has(B)); // nobody is there to whom it matters
        QCOMPARE(it.rooms.find(A)->log.head(), quint64(0));
        QCOMPARE(it.rooms.find(A)->log.epoch(), QStringLiteral("e3"));
        QCOMPARE(ann.room, it.rooms.find(A));
        QCOMPARE(it.rooms.byteCount(), qint64(0));
    }
};

QTEST_GUILESS_MAIN(tst_Rooms)
#include "tst_rooms.moc"
