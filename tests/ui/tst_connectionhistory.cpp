// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "connectionhistory.h"
#include "quick.h"
#include "testserver.h"

#include <QtTest/qabstractitemmodeltester.h>

#include <functional>
#include <memory>

using namespace Holdfast;
using namespace Qt::StringLiterals;
using enum ConnectionState;

namespace {

//! A history whose clock stands still unless wound.
struct Watched
{
    Watched()
    {
        history.setClock([this] { return now; });
    }
    void after(Duration time)
    {
        now += time;
        history.refresh();
    }
    [[nodiscard]] QVariant at(int row, int role) const
    {
        return history.data(history.index(row), role);
    }
    [[nodiscard]] QList<ConnectionState> states() const
    {
        QList<ConnectionState> states;
        for (int i = 0; i < history.rowCount(); ++i)
            states.append(ConnectionState(at(i, ConnectionHistory::StateRole).toInt()));
        return states;
    }
    //! Each ends where the next begins, and the last one now.
    [[nodiscard]] bool isWhole() const
    {
        for (int i = 0; i < history.rowCount(); ++i) {
            const double end = i + 1 < history.rowCount()
                ? at(i + 1, ConnectionHistory::BeginRole).toDouble()
                : history.now();
            if (at(i, ConnectionHistory::EndRole).toDouble() != end)
                return false;
        }
        return true;
    }

    Instant now{1h};
    ConnectionHistory history;
    QAbstractItemModelTester tester{&history,
                                    QAbstractItemModelTester::FailureReportingMode::QtTest};
};

//! A slot that can be connected to by name.
class Reaction : public QObject
{
    Q_OBJECT

public:
    explicit Reaction(std::function<void()> act)
        : m_act(std::move(act))
    {
    }

public Q_SLOTS:
    void react() { m_act(); }

private:
    std::function<void()> m_act;
};

} // namespace

class tst_ConnectionHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOutageFromBeginningToEnd();
    void itShowsNothingBeforeItIsRefreshed();
    void whatIsOlderThanItsSpanIsNotShown();
    void aLongerSpanShowsTheOldAgain();
    void absurdSpansAreBounded();
    void howMuchWaitsIsRemembered();
    void thePartsKeepTheirPlacesInTime();
    void anotherSocketHasAnotherStory();
    void theSocketMayDieFirst();
    void itMayBeDeletedInEverySignal_data();
    void itMayBeDeletedInEverySignal();
    void withoutASocketThereIsNoHistory();
    void byItselfItKnowsTheTime();
};

void tst_ConnectionHistory::anOutageFromBeginningToEnd()
{
    TestServer server;
    server.start();
    Client client(patient());
    Watched it;
    it.history.setSocket(&client);
    QCOMPARE(it.states(), QList{Closed});
    it.now += 10s;
    client.open(server.url());
    it.now += 10s;
    QVERIFY(client.reaches(Connected));
    it.now += 60s;
    server.stop();
    QVERIFY(client.reaches(WaitingToRetry));
    it.now += 20s;
    it.history.refresh();

    // An immediate first retry comes between.
    QCOMPARE(it.states().first(3), (QList{Closed, Connecting, Connected}));
    QCOMPARE(it.states().constLast(), WaitingToRetry);
    QVERIFY(it.isWhole());
    QCOMPARE(it.history.now(), 100.0);
    QCOMPARE(it.history.known(), 100.0);
    QCOMPARE(it.history.connectedShare(), 0.6);
    QCOMPARE(it.at(0, ConnectionHistory::BeginRole).toDouble(), 0.0);
    QCOMPARE(it.at(1, ConnectionHistory::BeginRole).toDouble(), 10.0);
    QCOMPARE(it.at(2, ConnectionHistory::BeginRole).toDouble(), 20.0);
    QCOMPARE(it.at(2, ConnectionHistory::EndRole).toDouble(), 80.0);
    QVERIFY(it.at(1, ConnectionHistory::AttemptRole).toBool());
    QVERIFY(!it.at(2, ConnectionHistory::AttemptRole).toBool());
}

void tst_ConnectionHistory::itShowsNothingBeforeItIsRefreshed()
{
    TestServer server;
    server.start();
    Client client;
    Watched it;
    it.history.setSocket(&client);
    QSignalSpy inserted(&it.history, &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(&it.history, &QAbstractItemModel::dataChanged);
    QSignalSpy refreshed(&it.history, &ConnectionHistory::refreshed);
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    QCOMPARE(inserted.size() + changed.size() + refreshed.size(), 0);
    it.after(1s);
    QCOMPARE(inserted.size(), 1); // both of them at once
    QCOMPARE(it.states(), (QList{Closed, Connecting, Connected}));
    QCOMPARE(refreshed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 0); // it goes on no more
    // The last one goes on, and nothing else changes.
    changed.clear();
    it.after(1s);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 2);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 2);
}

void tst_ConnectionHistory::whatIsOlderThanItsSpanIsNotShown()
{
    TestServer server;
    server.start();
    Client client;
    Watched it;
    it.history.setSocket(&client);
    it.now += 1s;
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    it.after(119s);
    QCOMPARE(it.states(), (QList{Closed, Connecting, Connected}));
    QSignalSpy removed(&it.history, &QAbstractItemModel::rowsRemoved);
    it.after(1s);
    QCOMPARE(it.states(), (QList{Connected})); // connecting took no time
    QCOMPARE(removed.size(), 1);
    QVERIFY(it.isWhole());
    it.after(1h);
    QCOMPARE(it.states(), (QList{Connected}));
    QCOMPARE(it.history.known(), 120.0);
    QCOMPARE(it.history.connectedShare(), 1.0);
}

void tst_ConnectionHistory::aLongerSpanShowsTheOldAgain()
{
    TestServer server;
    server.start();
    Client client;
    Watched it;
    it.history.setSocket(&client);
    it.now += 1s;
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    it.after(10min);
    QCOMPARE(it.states(), (QList{Connected}));
    QSignalSpy changed(&it.history, &ConnectionHistory::spanChanged);
    it.history.setSpan(30 * 60'000);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(it.states(), (QList{Closed, Connecting, Connected}));
    QCOMPARE(it.history.known(), 601.0);
    it.history.setSpan(10'000);
    QCOMPARE(it.states(), (QList{Connected}));
}

void tst_ConnectionHistory::absurdSpansAreBounded()
{
    ConnectionHistory history;
    QCOMPARE(history.span(), 120'000);
    history.setSpan(-1);
    QCOMPARE(history.span(), 10'000);
    history.setSpan(2'000'000'000);
    QCOMPARE(history.span(), 3'600'000);
}

void tst_ConnectionHistory::howMuchWaitsIsRemembered()
{
    Client client;
    Watched it;
    it.history.setSocket(&client);
    QSignalSpy changed(&it.history, &ConnectionHistory::pendingPeaksChanged);
    it.after(60s);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(it.history.pendingPeak(), 0);
    for (int i = 0; i < 5; ++i)
        QVERIFY(client.sendTextMessage(u"x"_s) != 0);
    EVENTUALLY(client.pendingMessageCount() == 5);
    settle(); // it is told a moment later
    it.after(20s);
    client.clearPending();
    EVENTUALLY(client.pendingMessageCount() == 0);
    settle();
    it.after(20s);
    QVERIFY(changed.size() >= 2);
    QCOMPARE(it.history.pendingPeak(), 5);
    const QList<int> peaks = it.history.pendingPeaks();
    QCOMPARE(peaks.size(), 60);
    QVERIFY(peaks.count(5) >= 10 && peaks.count(5) <= 11);
    QCOMPARE(peaks.constLast(), 0);
    it.after(2min);
    QCOMPARE(it.history.pendingPeak(), 0);
}

void tst_ConnectionHistory::thePartsKeepTheirPlacesInTime()
{
    Client client;
    Watched it; // parts of two seconds
    it.history.setSocket(&client);
    it.after(59s);
    QCOMPARE(it.history.pendingEnd(), 60.0);
    client.sendTextMessage(u"x"_s);
    EVENTUALLY(client.pendingMessageCount() == 1);
    it.after(0s);
    QCOMPARE(it.history.pendingPeaks().indexOf(1), 59);
    it.after(1s);
    QCOMPARE(it.history.pendingEnd(), 62.0);
    QCOMPARE(it.history.pendingPeaks().indexOf(1), 58);
    QSignalSpy changed(&it.history, &ConnectionHistory::pendingPeaksChanged);
    it.after(1s);
    QCOMPARE(it.history.pendingEnd(), 62.0);
    QCOMPARE(changed.size(), 0);
    it.after(1s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(it.history.pendingEnd(), 64.0);
}

void tst_ConnectionHistory::anotherSocketHasAnotherStory()
{
    TestServer server;
    server.start();
    auto first = std::make_unique<Client>();
    Client second;
    Watched it;
    it.history.setSocket(first.get());
    first->open(server.url());
    QVERIFY(first->reaches(Connected));
    it.after(30s);
    QSignalSpy changed(&it.history, &ConnectionHistory::socketChanged);
    it.history.setSocket(&second);
    it.history.setSocket(&second);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(it.history.socket(), &second);
    QCOMPARE(it.states(), QList{Closed});
    QCOMPARE(it.history.now(), 0.0);
    // The first one's end is none of ours.
    first.reset();
    it.after(1s);
    QCOMPARE(it.history.socket(), &second);
    QCOMPARE(it.states(), QList{Closed});
}

void tst_ConnectionHistory::theSocketMayDieFirst()
{
    auto client = std::make_unique<Client>();
    Watched it;
    it.history.setSocket(client.get());
    it.after(10s);
    QSignalSpy changed(&it.history, &ConnectionHistory::socketChanged);
    client.reset();
    QCOMPARE(changed.size(), 1);
    QVERIFY(!it.history.socket());
    QCOMPARE(it.history.rowCount(), 0);
    it.after(10s);
    QCOMPARE(it.history.known(), 0.0);
}

void tst_ConnectionHistory::itMayBeDeletedInEverySignal_data()
{
    QTest::addColumn<QByteArray>("signal");
    for (const char *signal :
         {SIGNAL(socketChanged()), SIGNAL(spanChanged()), SIGNAL(refreshed()),
          SIGNAL(pendingPeaksChanged()), SIGNAL(modelReset()),
          SIGNAL(rowsInserted(QModelIndex, int, int)), SIGNAL(rowsRemoved(QModelIndex, int, int)),
          SIGNAL(dataChanged(QModelIndex, QModelIndex))})
        QTest::newRow(signal + 1) << QByteArray(signal);
}

//! In the first such signal, in the second, and so on: they come from different places.
void tst_ConnectionHistory::itMayBeDeletedInEverySignal()
{
    QFETCH(QByteArray, signal);
    TestServer server;
    server.start();
    bool wasDeleted = true;
    int tried = 0;
    for (; wasDeleted; ++tried) {
        Client client(patient());
        Instant now{1h};
        QPointer<ConnectionHistory> history(new ConnectionHistory);
        history->setClock([&now] { return now; });
        int emissions = 0;
        Reaction reaction([&] {
            if (emissions++ == tried)
                delete history;
        });
        QVERIFY(connect(history, signal.constData(), &reaction, SLOT(react())));
        const auto step = [&](auto &&act) {
            now += 20s;
            if (history)
                act();
            if (history)
                history->refresh();
        };
        step([&] { history->setSocket(&client); });
        step([&] { client.sendTextMessage(u"a"_s); });
        settle();
        client.open(server.url());
        QVERIFY(client.reaches(Connected));
        step([] {});
        now += 120s;
        step([] {});
        step([&] { history->setSpan(10'000); });
        step([&] { history->setClock({}); });
        step([&] { history->setSocket(nullptr); });
        wasDeleted = history.isNull();
        delete history;
    }
    QVERIFY2(tried > 1, "there is no such signal");
}

void tst_ConnectionHistory::withoutASocketThereIsNoHistory()
{
    Watched it;
    it.after(10s);
    QCOMPARE(it.history.rowCount(), 0);
    QCOMPARE(it.history.known(), 0.0);
    QCOMPARE(it.history.connectedShare(), 0.0);
    QCOMPARE(it.history.pendingPeaks().count(0), 60);
    QVERIFY(!it.history.data({}, ConnectionHistory::StateRole).isValid());
}

void tst_ConnectionHistory::byItselfItKnowsTheTime()
{
    Client client;
    ConnectionHistory history;
    history.setSocket(&client);
    EVENTUALLY((history.refresh(), history.now() > 0));
    QCOMPARE(history.known(), history.now());
    history.setClock({});
    EVENTUALLY((history.refresh(), history.now() > 0));
}

QTEST_GUILESS_MAIN(tst_ConnectionHistory)
#include "tst_connectionhistory.moc"
