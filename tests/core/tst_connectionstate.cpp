// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "connectionstate.h"

#include <QtCore/qmetaobject.h>
#include <QtTest/qtest.h>

using namespace Holdfast;
using enum ConnectionState;

namespace {

constexpr ConnectionState All[]
    = {Closed, Connecting, Connected, WaitingToRetry, WaitingForNetwork, Closing, Failed};

//! The states of which a fact is true.
QList<ConnectionState> those(bool StateFacts::*fact)
{
    QList<ConnectionState> states;
    for (const ConnectionState state : All) {
        if (facts(state).*fact)
            states += state;
    }
    return states;
}

} // namespace

class tst_ConnectionState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAreSevenStates();
    void someHoldASocket();
    void someRest();
    void someWait();
    void onlyConnectedMaySend();
    void everyStateRestsOrHoldsASocketOrWaits();
};

void tst_ConnectionState::thereAreSevenStates()
{
    QCOMPARE(QMetaEnum::fromType<ConnectionState>().keyCount(), int(std::size(All)));
}

void tst_ConnectionState::someHoldASocket()
{
    QCOMPARE(those(&StateFacts::holdsSocket), QList({Connecting, Connected, Closing}));
}

void tst_ConnectionState::someRest()
{
    QCOMPARE(those(&StateFacts::rests), QList({Closed, Failed}));
}

void tst_ConnectionState::someWait()
{
    QCOMPARE(those(&StateFacts::waits), QList({WaitingToRetry, WaitingForNetwork}));
}

void tst_ConnectionState::onlyConnectedMaySend()
{
    QCOMPARE(those(&StateFacts::maySend), QList({Connected}));
}

void tst_ConnectionState::everyStateRestsOrHoldsASocketOrWaits()
{
    for (const ConnectionState state : All) {
        const StateFacts row = facts(state);
        QCOMPARE(row.rests + row.holdsSocket + row.waits, 1);
    }
}

QTEST_GUILESS_MAIN(tst_ConnectionState)
#include "tst_connectionstate.moc"
