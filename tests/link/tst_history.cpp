// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "history.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_History : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasNothingToSayAtFirst();
    void tellsTheNewestFirst();
    void keepsFifty();
};

namespace {

const Instant Start{1h};

} // namespace

void tst_History::hasNothingToSayAtFirst() { QCOMPARE(History().toString(Start), QString()); }

void tst_History::tellsTheNewestFirst()
{
    History history;
    history.note(Start, ConnectionState::Closed, ConnectionState::Connecting, u"Opened"_s);
    history.note(Start + 1500ms, ConnectionState::Connecting, ConnectionState::Connected,
                 u"Ready"_s);
    QCOMPARE(history.toString(Start + 2s),
             u"     0.500 s ago: Connecting -> Connected (Ready)\n"
             "     2.000 s ago: Closed -> Connecting (Opened)\n"_s);
}

void tst_History::keepsFifty()
{
    History history;
    for (int i = 0; i < 60; ++i)
        history.note(Start, ConnectionState::Connected, ConnectionState::WaitingToRetry,
                     QString::number(i));
    const QString text = history.toString(Start);
    QCOMPARE(text.count(u'\n'), 50);
    QVERIFY(text.contains(u"(59)"_s));
    QVERIFY(text.contains(u"(10)"_s));
    QVERIFY(!text.contains(u"(9)"_s));
}

QTEST_GUILESS_MAIN(tst_History)
#include "tst_history.moc"
