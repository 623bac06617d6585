// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "eventcursor.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace Qt::StringLiterals;

namespace {

Cursor at(quint64 id, const QString &epoch = u"e"_s) { return {epoch, id}; }

EventCursor inMode(CursorMode mode)
{
    EventCursor cursor;
    cursor.setMode(mode);
    return cursor;
}

} // namespace

class tst_EventCursor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itBeginsNowhere();
    void anEventIsHandledWhenItsHandlersHaveReturned();
    void anEventToldInsideAHandlerWaitsForThatHandler();
    void aResyncIsHandledWhenItsHandlersHaveReturned();
    void whereThereIsNothingToHandleItMovesAtOnce();
    void butNotPastAHandlerThatRuns();
    void inManualOnlyAWordMovesIt();
    void aWordForWhatWasNotToldIsNone();
    void aWordForWhatIsHandledChangesNothing();
    void noWordCountsInTheOtherModes();
    void inManualTheFirstPositionIsTaken();
    void inManualAPositionDoesNotPassWhatIsUnconfirmed();
    void afterAResyncOlderIdsAreNotConfirmed();
    void theResyncItselfCanBeConfirmed();
    void restartingForgets();
};

void tst_EventCursor::itBeginsNowhere()
{
    const EventCursor cursor;
    QCOMPARE(cursor.mode(), CursorMode::Session);
    QCOMPARE(cursor.handled(), Cursor());
    QCOMPARE(cursor.told(), Cursor());
}

void tst_EventCursor::anEventIsHandledWhenItsHandlersHaveReturned()
{
    for (const CursorMode mode : {CursorMode::Session, CursorMode::Persisted}) {
        EventCursor cursor = inMode(mode);
        cursor.restart(at(4));
        cursor.beginEvent(at(5));
        QCOMPARE(cursor.told(), at(5));
        QCOMPARE(cursor.handled(), at(4));
        cursor.end();
        QCOMPARE(cursor.handled(), at(5));
    }
}

void tst_EventCursor::anEventToldInsideAHandlerWaitsForThatHandler()
{
    EventCursor cursor = inMode(CursorMode::Persisted);
    cursor.restart(at(4));
    cursor.beginEvent(at(5)); // opens a dialog
    cursor.beginEvent(at(6));
    cursor.end();
    QCOMPARE(cursor.handled(), at(4));
    cursor.end();
    QCOMPARE(cursor.handled(), at(6));
}

void tst_EventCursor::aResyncIsHandledWhenItsHandlersHaveReturned()
{
    EventCursor cursor = inMode(CursorMode::Persisted);
    cursor.restart(at(4));
    cursor.beginResync(at(2, u"f"_s));
    QCOMPARE(cursor.handled(), at(4));
    cursor.end();
    QCOMPARE(cursor.handled(), at(2, u"f"_s));
}

void tst_EventCursor::whereThereIsNothingToHandleItMovesAtOnce()
{
    EventCursor cursor = inMode(CursorMode::Persisted);
    cursor.moveTo(at(9));
    QCOMPARE(cursor.handled(), at(9));
    QCOMPARE(cursor.told(), at(9));
}

void tst_EventCursor::butNotPastAHandlerThatRuns()
{
    EventCursor cursor = inMode(CursorMode::Persisted);
    cursor.restart(at(4));
    cursor.beginEvent(at(5));
    cursor.moveTo(at(9));
    QCOMPARE(cursor.handled(), at(4));
    cursor.end();
    QCOMPARE(cursor.handled(), at(9));
}

void tst_EventCursor::inManualOnlyAWordMovesIt()
{
    EventCursor cursor = inMode(CursorMode::Manual);
    cursor.restart(at(4));
    for (const quint64 id : {5, 6, 7}) {
        cursor.beginEvent(at(id));
        cursor.end();
    }
    QCOMPARE(cursor.handled(), at(4));
    QVERIFY(cursor.confirm(6));
    QCOMPARE(cursor.handled(), at(6));
    QCOMPARE(cursor.told(), at(7));
}

void tst_EventCursor::aWordForWhatWasNotToldIsNone()
{
    EventCursor cursor = inMode(CursorMode::Manual);
    cursor.restart(at(4));
    cursor.beginEvent(at(5));
    cursor.end();
    QVERIFY(!cursor.confirm(6));
    QCOMPARE(cursor.handled(), at(4));
}

void tst_EventCursor::aWordForWhatIsHandledChangesNothing()
{
    EventCursor cursor = inMode(CursorMode::Manual);
    cursor.restart(at(4));
    QVERIFY(cursor.confirm(3));
    QCOMPARE(cursor.handled(), at(4));
}

void tst_EventCursor::noWordCountsInTheOtherModes()
{
    for (const CursorMode mode : {CursorMode::Session, CursorMode::Persisted}) {
        EventCursor cursor = inMode(mode);
        cursor.beginEvent(at(5));
        QVERIFY(!cursor.confirm(5));
        QCOMPARE(cursor.handled(), Cursor());
    }
}

void tst_EventCursor::inManualTheFirstPositionIsTaken()
{
    // Else the next run would begin with what is new then, and miss what this one did not confirm.
    EventCursor cursor = inMode(CursorMode::Manual);
    cursor.moveTo(at(9));
    QCOMPARE(cursor.handled(), at(9));
}

void tst_EventCursor::inManualAPositionDoesNotPassWhatIsUnconfirmed()
{
    EventCursor cursor = inMode(CursorMode::Manual);
    cursor.restart(at(4));
    cursor.beginEvent(at(5));
    cursor.end();
    cursor.moveTo(at(9));
    QCOMPARE(cursor.handled(), at(4));
    QVERIFY(cursor.confirm(9));
    QCOMPARE(cursor.handled(), at(9));
}

void tst_EventCursor::afterAResyncOlderIdsAreNotConfirmed()
{
    // Event 3 of the old log is not event 3 of the new one.
    EventCursor cursor = inMode(CursorMode::Manual);
    cursor.restart(at(2));
    cursor.beginEvent(at(3));
    cursor.end();
    cursor.beginResync(at(7, u"f"_s));
    cursor.end();
    QVERIFY(!cursor.confirm(3));
    QCOMPARE(cursor.handled(), at(2));
}

void tst_EventCursor::theResyncItselfCanBeConfirmed()
{
    EventCursor cursor = inMode(CursorMode::Manual);
    cursor.restart(at(90));
    cursor.beginResync(at(7, u"f"_s));
    cursor.end();
    QCOMPARE(cursor.handled(), at(90));
    QVERIFY(cursor.confirm(7));
    QCOMPARE(cursor.handled(), at(7, u"f"_s));
}

void tst_EventCursor::restartingForgets()
{
    EventCursor cursor = inMode(CursorMode::Manual);
    cursor.beginResync(at(7));
    cursor.end();
    cursor.restart(at(3));
    QCOMPARE(cursor.handled(), at(3));
    QCOMPARE(cursor.told(), at(3));
    cursor.beginEvent(at(4));
    cursor.end();
    QVERIFY(cursor.confirm(4));
    QCOMPARE(cursor.handled(), at(4));
}

QTEST_GUILESS_MAIN(tst_EventCursor)
#include "tst_eventcursor.moc"
