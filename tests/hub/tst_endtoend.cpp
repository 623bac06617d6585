// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "endserver.h"
#include "recordingclient.h"
#include "wirecutter.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qrandom.h>
#include <QtCore/qtemporarydir.h>

using namespace Holdfast;

namespace {

using Cut = WireCutter::Cut;
using How = WireCutter::How;
using Direction = WireCutter::Direction;

//! HOLDFAST_SEED=N for another story.
quint32 seedOfToday()
{
    bool given = false;
    const quint32 seed = qEnvironmentVariable("HOLDFAST_SEED").toUInt(&given);
    return given ? seed : 20261121;
}

int number(const char *variable, int otherwise)
{
    bool given = false;
    const int value = qEnvironmentVariableIntValue(variable, &given);
    return given ? value : otherwise;
}

//! "a, b, c" as a list.
QStringList words(const char *list)
{
    return QString::fromLatin1(list).split(QStringLiteral(", "));
}

How someEnd(QRandomGenerator &random)
{
    const int which = random.bounded(20);
    return which == 0 ? How::Silence : which % 2 ? How::End : How::Reset;
}

//! The bytes of one round are some thousands each way.
Cut someCut(QRandomGenerator &random)
{
    const How how = someEnd(random);
    switch (random.bounded(5)) {
    case 0: // before welcome, or in it
        return {Direction::ToClient, "HTTP/1.1 101", random.bounded(350), how};
    case 1:
        return {Direction::ToClient, "\"sync-batch\"", random.bounded(3000), how};
    case 2: // the server has accepted, and the client does not know
        return {Direction::ToClient, "\"ack\"", random.bounded(20), how};
    case 3:
        return {Direction::ToClient, {}, random.bounded(4000), how};
    default:
        return {Direction::ToServer, {}, random.bounded(9000), how};
    }
}

} // namespace

//! The real client, through a wire that is cut, to the hub and to the server that was written from
//! PROTOCOL.md.
class tst_EndToEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingArrivesOnceInOrderThroughCuts_data();
    void everythingArrivesOnceInOrderThroughCuts();
    void whatHappenedWhileAwayComesEvenIfNothingHadHappenedBefore_data() { bothServers(); }
    void whatHappenedWhileAwayComesEvenIfNothingHadHappenedBefore();
    void threeResumesInARowDoubleNothing_data() { bothServers(); }
    void threeResumesInARowDoubleNothing();
    void anEmptyLogIsToldBeforeAnyLiveEvent_data() { bothServers(); }
    void anEmptyLogIsToldBeforeAnyLiveEvent();
    void aLogThatBeginsAnewIsToldToThoseWhoAreThere_data() { bothServers(); }
    void aLogThatBeginsAnewIsToldToThoseWhoAreThere();
    void aTrimmedLogIsTold_data() { bothServers(); }
    void aTrimmedLogIsTold();
    void whatIsRejectedForGoodFailsAndTheRestArrives_data() { bothServers(); }
    void whatIsRejectedForGoodFailsAndTheRestArrives();
    void aRefusedMessageThatExpiresHoldsNobodyUp_data() { bothServers(); }
    void aRefusedMessageThatExpiresHoldsNobodyUp();

private:
    void bothServers();
};

void tst_EndToEnd::bothServers()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("hub") << QStringLiteral("hub");
    QTest::newRow("node") << QStringLiteral("node");
}

void tst_EndToEnd::everythingArrivesOnceInOrderThroughCuts_data()
{
    using Options = EndServer::Options;
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("messages");
    QTest::addColumn<int>("cuts");
    QTest::addColumn<Options>("options");
    QTest::addColumn<bool>("comesTwice");
    const int messages = number("HOLDFAST_MESSAGES", 10'000);
    const int cuts = std::max(20, number("HOLDFAST_CUTS", 200));
    const Options good{.history = 2 * messages};
    Options lossy = good;
    lossy.dropAcks = 0.3;
    Options picky = good;
    picky.rejectEvery = 97;
    picky.retryAfter = 20ms;
    for (const QString &kind : {QStringLiteral("hub"), QStringLiteral("node")}) {
        const auto row = [&](const char *name) -> QTestData & {
            return QTest::newRow(qPrintable(kind + QLatin1String(name))) << kind;
        };
        row("") << messages << cuts << good << false;
        row(", 30 % of the acks are lost") << messages / 5 << cuts / 8 << lossy << false;
        row(", whatever was not acknowledged comes twice")
            << messages / 5 << cuts / 8 << lossy << true;
        row(", some must come again later") << messages / 5 << cuts / 20 << picky << false;
    }
}

//! HOLDFAST_MESSAGES, HOLDFAST_CUTS (at least 20) and HOLDFAST_SEED for other stories.
void tst_EndToEnd::everythingArrivesOnceInOrderThroughCuts()
{
    QFETCH(QString, kind);
    QFETCH(int, messages);
    QFETCH(int, cuts);
    QFETCH(EndServer::Options, options);
    QFETCH(bool, comesTwice);
    QRandomGenerator random(seedOfToday());
    qInfo("HOLDFAST_SEED=%u", seedOfToday());
    options.seed = random.bounded(1, 1'000'000);
    const auto server = EndServer::start(kind, options);
    WireCutter wire(server->url());
    if (comesTwice)
        wire.hideReceivedThrough();
    RecordingClient client(wire.url());
    client.open();
    EVENTUALLY(client.state() == ConnectionState::Connected);

    QStringList sent;
    QStringList published;
    const auto isAllThere = [&] {
        return server->accepted().size() >= sent.size()
            && client.events().size() >= published.size();
    };
    // On a wire that delivers what it takes no acknowledgement is lost. Where one is, a client that
    // waits for it, because it sends one message at a time after suspicious ends, waits for a cut.
    QElapsedTimer sinceProgress;
    qsizetype progress = 0;
    const auto isStuck = [&] {
        const qsizetype now
            = server->accepted().size() + client.events().size() + client.delivered().size();
        if (std::exchange(progress, now) != now)
            sinceProgress.start();
        return options.dropAcks > 0 && sinceProgress.hasExpired(200);
    };
    const auto cutsItself
        = [&] { return wire.cutCount() < cuts ? std::optional(someCut(random)) : std::nullopt; };
    wire.setPlanner(cutsItself);
    wire.cut(How::Reset);
    for (int round = 1; round <= cuts; ++round) {
        while (sent.size() < messages * round / cuts) {
            for (int i = random.bounded(1, 20); i > 0; --i) {
                sent += QStringLiteral("message %1").arg(sent.size() + 1);
                QVERIFY(client.sendTextMessage(sent.last()) != 0);
                published += QStringLiteral("event %1").arg(published.size() + 1);
                server->publish(published.last());
            }
            settle(1);
        }
        EVENTUALLY(wire.cutCount() > round || isAllThere() || isStuck());
        sinceProgress.start();
        if (wire.cutCount() <= round)
            wire.cut(someEnd(random));
    }
    wire.setPlanner({});
    while (wire.cutCount() < cuts) {
        EVENTUALLY(client.state() == ConnectionState::Connected);
        wire.cut(How::End);
        EVENTUALLY(client.state() != ConnectionState::Connected);
    }
    const auto isOver = [&] { return isAllThere() && client.pendingMessageCount() == 0; };
    while (!isOver()) {
        sinceProgress.start();
        EVENTUALLY(isOver() || isStuck());
        if (!isOver())
            wire.cut(How::End);
    }

    QCOMPARE(server->accepted(), sent);
    QCOMPARE(client.events(), published);
    QCOMPARE(client.heard().size(), client.events().size()); // no resync
    QVERIFY(client.failedOnes().isEmpty());
    QCOMPARE(client.delivered().size(), sent.size());
    QVERIFY(std::is_sorted(client.delivered().begin(), client.delivered().end()));
    qInfo("%d messages and %d events through %d cuts and %d connections", int(sent.size()),
          int(published.size()), wire.cutCount(), wire.connectionCount());
}

void tst_EndToEnd::whatHappenedWhileAwayComesEvenIfNothingHadHappenedBefore()
{
    QFETCH(QString, kind);
    const auto server = EndServer::start(kind, {});
    WireCutter wire(server->url());
    RecordingClient client(wire.url());
    client.open();
    EVENTUALLY(client.state() == ConnectionState::Connected);
    wire.setOpen(false);
    wire.cut(How::Reset);
    EVENTUALLY(client.state() != ConnectionState::Connected);
    server->publish(QStringLiteral("first"));
    server->publish(QStringLiteral("second"));
    wire.setOpen(true);
    EVENTUALLY(client.events().size() == 2);
    QVERIFY(client.isResumed());
    QCOMPARE(client.heard(), words("event first, event second"));
    QCOMPARE(client.eventIds(), QList<quint64>({1, 2}));
}

void tst_EndToEnd::threeResumesInARowDoubleNothing()
{
    QFETCH(QString, kind);
    const auto server = EndServer::start(kind, {});
    WireCutter wire(server->url());
    RecordingClient client(wire.url());
    client.open();
    EVENTUALLY(client.state() == ConnectionState::Connected);
    for (int i = 1; i <= 3; ++i) {
        server->publish(QStringLiteral("there %1").arg(i));
        EVENTUALLY(client.events().size() == 2 * i - 1);
        wire.setOpen(false);
        wire.cut(i == 2 ? How::End : How::Reset);
        EVENTUALLY(client.state() != ConnectionState::Connected);
        (void)client.sendTextMessage(QString::number(i));
        server->publish(QStringLiteral("away %1").arg(i));
        wire.setOpen(true);
        EVENTUALLY(client.events().size() == 2 * i && client.pendingMessageCount() == 0);
        QVERIFY(client.isResumed());
    }
    QCOMPARE(client.events(), words("there 1, away 1, there 2, away 2, there 3, away 3"));
    QCOMPARE(client.eventIds(), QList<quint64>({1, 2, 3, 4, 5, 6}));
    EVENTUALLY(server->accepted().size() >= 3);
    QCOMPARE(server->accepted(), numbered(1, 3));
}

void tst_EndToEnd::anEmptyLogIsToldBeforeAnyLiveEvent()
{
    QFETCH(QString, kind);
    auto server = EndServer::start(kind, {});
    WireCutter wire(server->url());
    RecordingClient client(wire.url());
    client.open();
    EVENTUALLY(client.state() == ConnectionState::Connected);
    server->publish(QStringLiteral("old"));
    EVENTUALLY(client.events().size() == 1);

    wire.setOpen(false);
    wire.cut(How::End);
    EVENTUALLY(client.state() != ConnectionState::Connected);
    server = EndServer::start(kind, {});
    wire.setServer(server->url());
    // More than the old one had: ids alone would not tell.
    for (int i = 1; i <= 3; ++i)
        server->publish(QStringLiteral("unseen %1").arg(i));
    wire.setOpen(true);
    EVENTUALLY(client.heard().size() == 2);
    server->publish(QStringLiteral("new"));
    EVENTUALLY(client.events().size() == 2);
    QCOMPARE(client.heard(), words("event old, resync EpochChanged, event new"));
    QCOMPARE(client.eventIds(), QList<quint64>({1, 4}));
    QVERIFY(!client.isResumed());
}

void tst_EndToEnd::aLogThatBeginsAnewIsToldToThoseWhoAreThere()
{
    QFETCH(QString, kind);
    const auto server = EndServer::start(kind, {});
    RecordingClient client(server->url());
    client.open();
    EVENTUALLY(client.state() == ConnectionState::Connected);
    for (const char *when : {"one", "two"})
        server->publish(QString::fromLatin1(when));
    EVENTUALLY(client.events().size() == 2);
    server->forgetHistory();
    for (const char *when : {"three", "four", "five"})
        server->publish(QString::fromLatin1(when));
    EVENTUALLY(client.events().size() == 5);
    QCOMPARE(
        client.heard(),
        words("event one, event two, resync EpochChanged, event three, event four, event five"));
    QCOMPARE(client.eventIds(), QList<quint64>({1, 2, 1, 2, 3}));
}

void tst_EndToEnd::aTrimmedLogIsTold()
{
    QFETCH(QString, kind);
    const auto server = EndServer::start(kind, {.history = 5});
    WireCutter wire(server->url());
    RecordingClient client(wire.url());
    client.open();
    EVENTUALLY(client.state() == ConnectionState::Connected);
    server->publish(QStringLiteral("seen"));
    EVENTUALLY(client.events().size() == 1);
    const auto misses = [&](int events) {
        wire.setOpen(false);
        wire.cut(How::Reset);
        if (!waitUntil([&] { return client.state() != ConnectionState::Connected; }))
            return false;
        for (int i = 1; i <= events; ++i)
            server->publish(i);
        wire.setOpen(true);
        return true;
    };
    QVERIFY(misses(5)); // just enough
    EVENTUALLY(client.events().size() == 6);
    QVERIFY(misses(6));
    EVENTUALLY(client.heard().size() == 7);
    server->publish(QStringLiteral("live"));
    EVENTUALLY(client.heard().size() == 8);
    QCOMPARE(client.heard(),
             words("event seen, event 1, event 2, event 3, event 4, event 5, resync "
                   "HistoryTrimmed, event live"));
    QCOMPARE(client.eventIds().last(), 13U);
}

void tst_EndToEnd::whatIsRejectedForGoodFailsAndTheRestArrives()
{
    QFETCH(QString, kind);
    const auto server = EndServer::start(kind, {.rejectEvery = 3});
    RecordingClient client(server->url());
    client.open();
    for (const QString &text : numbered(1, 9))
        (void)client.sendTextMessage(text);
    EVENTUALLY(client.pendingMessageCount() == 0 && client.failedOnes().size() == 3);
    EVENTUALLY(server->accepted().size() >= 6);
    QCOMPARE(server->accepted(), words("1, 2, 4, 5, 7, 8"));
    QCOMPARE(client.delivered(), QList<quint64>({1, 2, 4, 5, 7, 8}));
    QCOMPARE(client.failedOnes().keys(), QList<quint64>({3, 6, 9}));
    for (const MessageFailure failure : client.failedOnes())
        QCOMPARE(failure, MessageFailure::Rejected);
}

void tst_EndToEnd::aRefusedMessageThatExpiresHoldsNobodyUp()
{
    QFETCH(QString, kind);
    const auto server = EndServer::start(kind, {.rejectEvery = 2, .retryAfter = 400ms});
    RecordingClient client(server->url());
    client.open();
    EVENTUALLY(client.state() == ConnectionState::Connected);
    (void)client.sendTextMessage(QStringLiteral("1"));
    (void)client.sendTextMessage(QStringLiteral("2"), {.timeToLive = 200ms});
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(client.failedOnes().value(2), MessageFailure::Expired);
    (void)client.sendTextMessage(QStringLiteral("3"));
    EVENTUALLY(client.pendingMessageCount() == 0);
    EVENTUALLY(server->accepted().size() >= 2);
    QCOMPARE(server->accepted(), words("1, 3"));
}

QTEST_GUILESS_MAIN(tst_EndToEnd)
#include "tst_endtoend.moc"
