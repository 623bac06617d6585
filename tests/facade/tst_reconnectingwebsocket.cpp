// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "plainprotocol.h"
#include "quick.h"
#include "relay.h"
#include "testserver.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qloggingcategory.h>
#include <QtCore/qmetaobject.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qscopeguard.h>

using namespace Holdfast;
using namespace Qt::StringLiterals;
using enum ConnectionState;

namespace {

//! What the application hears, in order.
class Diary : public QObject
{
public:
    explicit Diary(ReconnectingWebSocket &socket)
    {
        connect(&socket, &ReconnectingWebSocket::stateChanged, this,
                [this](ConnectionState s) { m_lines += QVariant::fromValue(s).toString(); });
        connect(&socket, &ReconnectingWebSocket::connected, this,
                [this] { m_lines += QStringLiteral("connected"); });
        connect(&socket, &ReconnectingWebSocket::disconnected, this,
                [this] { m_lines += QStringLiteral("disconnected"); });
        connect(&socket, &ReconnectingWebSocket::errorOccurred, this,
                [this] { m_lines += QStringLiteral("error"); });
        connect(&socket, &ReconnectingWebSocket::failed, this,
                [this] { m_lines += QStringLiteral("failed"); });
    }

    [[nodiscard]] QString text() const { return m_lines.join(QLatin1Char(' ')); }
    void turnPage() { m_lines.clear(); }

private:
    QStringList m_lines;
};

//! Checks every NOTIFY: the value is another one, and the whole snapshot is of one moment.
class Auditor : public QObject
{
    Q_OBJECT

public:
    explicit Auditor(ReconnectingWebSocket *socket)
        : m_socket(socket)
    {
        const QMetaMethod slot = metaObject()->method(metaObject()->indexOfSlot("notified()"));
        const QMetaObject *meta = &ReconnectingWebSocket::staticMetaObject;
        for (int i = meta->propertyOffset(); i < meta->propertyCount(); ++i) {
            const QMetaProperty property = meta->property(i);
            if (!property.hasNotifySignal())
                complaints
                    += QStringLiteral("%1 has no NOTIFY").arg(QLatin1StringView(property.name()));
            m_seen.insert(i, property.read(socket));
            connect(socket, property.notifySignal(), this, slot);
        }
    }

    QStringList complaints;
    QSet<QByteArray> heardOf;

public Q_SLOTS:
    void notified()
    {
        const QMetaObject *meta = m_socket->metaObject();
        for (auto seen = m_seen.begin(); seen != m_seen.end(); ++seen) {
            const QMetaProperty property = meta->property(seen.key());
            if (property.notifySignalIndex() != senderSignalIndex())
                continue;
            const QVariant value = property.read(m_socket);
            if (value == seen.value())
                complaints
                    += QStringLiteral("%1 did not change").arg(QLatin1StringView(property.name()));
            seen.value() = value;
            heardOf += property.name();
        }
        const bool waits
            = m_socket->state() == WaitingToRetry || m_socket->state() == WaitingForNetwork;
        if (waits != m_socket->nextAttemptAt().isValid()
            || waits != (m_socket->waitReason() != WaitReason::None)
            || (!waits && m_socket->retryDelay() != 0)
            || (m_socket->state() == Connected && !m_socket->everConnected())
            || (m_socket->pendingMessageCount() > 0) != m_socket->oldestPendingAt().isValid())
            complaints += QStringLiteral("not of one moment: ") + m_socket->explain();
    }

private:
    ReconnectingWebSocket *m_socket;
    QHash<int, QVariant> m_seen;
};

} // namespace

class tst_ReconnectingWebSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMissingRouteIsNoFaultOfTheUrl();
    void theSameErrorAgainIsANewOne();
    // ---- connecting ----

    void connects();
    void keepsTryingUntilTheServerIsThere();
    void comesBackAfterAReset();
    void comesBackAfterTheEndOfTheStream();
    void comesBackAfterACloseFrame();
    void aLostPeerIs1006AndNever1000();
    void tellsWhatTheServerSaid();
    void storiesOfStates_data();
    void storiesOfStates();
    void oneErrorForEachFailedDial();
    void oneDisconnectedForEachConnected();
    void staysClosedAfterANormalClosureIfThePolicySaysSo();

    // ---- what it says of itself ----

    void tellsTheTruthWhileItWaits();
    void countsTheDialsSinceTheLastStableConnection();
    void remembersTheLastError();
    void bindingsFollow();
    void everyNotifyIsNewsAndOfOneMoment();
    void explainsItself();
    void neverTellsASecret();
    void theLogSaysWhyAConnectionWasLost();

    // ---- what it is told ----

    void openWhileActiveIsANoOp();
    void anotherUrlIsDialledWhileActive();
    void anotherProtocolIsNotDialledBeforeTheServersTime();
    void aUrlSetWhileClosedIsNotDialled();
    void activeIsOpenAndClose();
    void closesInEveryState_data();
    void closesInEveryState();
    void closeOnADeadPeerEndsInTime();
    void opensAgainWhileClosing();
    void closesWhenEverythingIsDelivered();
    void reconnectsToDeliverBeforeItCloses();
    void closesWhenTheTimeForDeliveryIsOver();
    void retryNowDialsOnceAndTheOldTimerIsGone();
    void retryNowLeavesFailed();
};

void tst_ReconnectingWebSocket::connects()
{
    TestServer server;
    server.start();
    Client client;
    QSignalSpy connected(&client, &ReconnectingWebSocket::connected);
    client.open(server.url());
    QCOMPARE(client.state(), Connecting);
    QVERIFY(client.reaches(Connected));
    QCOMPARE(connected.count(), 1);
    QCOMPARE(client.attemptCount(), 1);
    QCOMPARE(client.lastError(), ConnectionError());
    QSignalSpy received(&client, &ReconnectingWebSocket::textMessageReceived);
    server.say(QStringLiteral("hello"));
    QVERIFY(received.wait(Patience));
    QCOMPARE(received.at(0).at(0).toString(), QStringLiteral("hello"));
}

void tst_ReconnectingWebSocket::keepsTryingUntilTheServerIsThere()
{
    TestServer server;
    Client client;
    client.open(server.url());
    EVENTUALLY(client.attemptCount() >= 3);
    QVERIFY(!client.everConnected());
    QCOMPARE(client.lastError().category, ErrorCategory::ConnectionRefused);
    server.start();
    QVERIFY(client.reaches(Connected));
    QVERIFY(client.everConnected());
}

void tst_ReconnectingWebSocket::comesBackAfterAReset()
{
    TestServer server;
    server.start();
    Client client;
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    server.kill();
    EVENTUALLY(server.upgradeCount() == 2);
    QVERIFY(client.reaches(Connected));
    QCOMPARE(server.mostAtOnce(), 1);
}

void tst_ReconnectingWebSocket::comesBackAfterTheEndOfTheStream()
{
    TestServer server;
    server.start();
    Client client;
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    server.end();
    EVENTUALLY(server.upgradeCount() == 2);
    QVERIFY(client.reaches(Connected));
    QCOMPARE(server.mostAtOnce(), 1);
}

void tst_ReconnectingWebSocket::comesBackAfterACloseFrame()
{
    TestServer server;
    server.start();
    Client client;
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    server.sayGoodbye(1001);
    EVENTUALLY(server.upgradeCount() == 2);
    QVERIFY(client.reaches(Connected));
    QCOMPARE(client.closeCode(), 1001);
    QCOMPARE(client.lastError().category, ErrorCategory::ServerRestarting);
    QCOMPARE(server.mostAtOnce(), 1);
}

void tst_ReconnectingWebSocket::aLostPeerIs1006AndNever1000()
{
    TestServer server;
    server.start();
    for (const auto lose : {&TestServer::kill, &TestServer::end}) {
        Client client(patient());
        QSignalSpy disconnected(&client, &ReconnectingWebSocket::disconnected);
        client.open(server.url());
        QVERIFY(client.reaches(Connected));
        (server.*lose)();
        QVERIFY(client.reaches(WaitingToRetry));
        const auto error = disconnected.at(0).at(0).value<ConnectionError>();
        QCOMPARE(error.category, ErrorCategory::ConnectionLost);
        QCOMPARE(error.closeCode, 1006);
        QVERIFY(error.willRetry);
        QVERIFY(error.at.isValid());
        QCOMPARE(client.closeCode(), 1006);
        QCOMPARE(client.lastError().closeCode, 1006);
    }
}

void tst_ReconnectingWebSocket::tellsWhatTheServerSaid()
{
    TestServer server;
    server.start();
    Client client(patient());
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    server.sayGoodbye(4242, QStringLiteral("tea time"));
    QVERIFY(client.reaches(WaitingToRetry));
    QCOMPARE(client.closeCode(), 4242);
    QCOMPARE(client.closeReason(), QStringLiteral("tea time"));
    QCOMPARE(client.lastError().category, ErrorCategory::ClosedByServer);
    QCOMPARE(client.lastError().reason, QStringLiteral("tea time"));
}

void tst_ReconnectingWebSocket::storiesOfStates_data()
{
    QTest::addColumn<QString>("deed");
    QTest::addColumn<QString>("story");
    QTest::newRow("reset") << "reset"
                           << "WaitingToRetry disconnected Connecting Connected connected";
    QTest::newRow("end") << "end"
                         << "WaitingToRetry disconnected Connecting Connected connected";
    QTest::newRow("restart") << "1001"
                             << "WaitingToRetry disconnected Connecting Connected connected";
    QTest::newRow("normal closure") << "1000"
                                    << "WaitingToRetry disconnected Connecting Connected connected";
    QTest::newRow("forbidden") << "1008"
                               << "Failed disconnected failed";
    QTest::newRow("replaced") << "4409"
                              << "Failed disconnected failed";
    QTest::newRow("our close") << "close"
                               << "Closing Closed disconnected";
    QTest::newRow("elsewhere") << "elsewhere"
                               << "Connecting disconnected Connected connected";
    QTest::newRow("close and open") << "close and open"
                                    << "Closing Connecting disconnected Connected connected";
}

void tst_ReconnectingWebSocket::storiesOfStates()
{
    QFETCH(QString, deed);
    QFETCH(QString, story);
    TestServer server;
    server.start();
    Client client;
    Diary diary(client);
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    QCOMPARE(diary.text(), QStringLiteral("Connecting Connected connected"));

    diary.turnPage();
    if (deed == QLatin1StringView("reset"))
        server.kill();
    else if (deed == QLatin1StringView("end"))
        server.end();
    else if (deed == QLatin1StringView("close"))
        client.close();
    else if (deed == QLatin1StringView("elsewhere"))
        client.setUrl(server.url(QStringLiteral("elsewhere")));
    else if (deed == QLatin1StringView("close and open")) {
        client.sendTextMessage(QStringLiteral("keeps it closing until the peer has it"));
        client.close();
        client.open();
    } else
        server.sayGoodbye(deed.toUShort());
    EVENTUALLY(diary.text() == story);
    settle();
    QCOMPARE(diary.text(), story);
}

void tst_ReconnectingWebSocket::oneErrorForEachFailedDial()
{
    const TestServer nobody;
    Policy policy = quick();
    policy.maxAttempts = 5;
    Client client(policy);
    Diary diary(client);
    client.open(nobody.url());
    QVERIFY(client.reaches(Failed));
    QCOMPARE(
        diary.text(),
        QStringLiteral(
            "Connecting WaitingToRetry error Connecting WaitingToRetry error Connecting "
            "WaitingToRetry error Connecting WaitingToRetry error Connecting Failed error failed"));
    QCOMPARE(client.lastError().category, ErrorCategory::RetriesExhausted);
    QVERIFY(!client.lastError().willRetry);
    QCOMPARE(client.attemptCount(), 5);
}

void tst_ReconnectingWebSocket::oneDisconnectedForEachConnected()
{
    TestServer server;
    server.start();
    Client client;
    QSignalSpy connected(&client, &ReconnectingWebSocket::connected);
    QSignalSpy disconnected(&client, &ReconnectingWebSocket::disconnected);
    connect(&client, &ReconnectingWebSocket::connected, this,
            [&] { QCOMPARE(connected.count(), disconnected.count() + 1); });
    connect(&client, &ReconnectingWebSocket::disconnected, this,
            [&] { QCOMPARE(connected.count(), disconnected.count()); });
    client.open(server.url());
    for (int i = 1; i <= 12; ++i) {
        EVENTUALLY(connected.count() == i);
        if (i % 3 == 0)
            server.kill();
        else if (i % 3 == 1)
            server.end();
        else
            server.sayGoodbye(1001);
    }
    EVENTUALLY(connected.count() == 13);
    client.close();
    QVERIFY(client.reaches(Closed));
    QCOMPARE(connected.count(), 13);
    QCOMPARE(disconnected.count(), 13);
    QCOMPARE(server.mostAtOnce(), 1);
}

void tst_ReconnectingWebSocket::staysClosedAfterANormalClosureIfThePolicySaysSo()
{
    TestServer server;
    server.start();
    Policy policy = quick();
    policy.retryAfterNormalClosure = false;
    Client client(policy);
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    server.sayGoodbye(1000);
    QVERIFY(client.reaches(Closed));
    QVERIFY(!client.isActive());
    QCOMPARE(client.closeCode(), 1000);
}

// ---- what it says of itself ----

void tst_ReconnectingWebSocket::tellsTheTruthWhileItWaits()
{
    const TestServer nobody;
    Client client(patient());
    const QDateTime before = QDateTime::currentDateTimeUtc();
    client.open(nobody.url());
    QVERIFY(!client.nextAttemptAt().isValid());
    QVERIFY(client.reaches(WaitingToRetry));
    const QDateTime after = QDateTime::currentDateTimeUtc();

    QCOMPARE(client.waitReason(), WaitReason::Backoff);
    QCOMPARE(client.retryDelay(), 3'600'000);
    QVERIFY(client.nextAttemptAt() >= before.addSecs(3600));
    QVERIFY(client.nextAttemptAt() <= after.addSecs(3600));
    QCOMPARE(client.attemptCount(), 1);
    QVERIFY(!client.everConnected());
    QVERIFY(client.isActive());

    client.close();
    QCOMPARE(client.state(), Closed);
    QCOMPARE(client.waitReason(), WaitReason::None);
    QCOMPARE(client.retryDelay(), 0);
    QVERIFY(!client.nextAttemptAt().isValid());
}

void tst_ReconnectingWebSocket::countsTheDialsSinceTheLastStableConnection()
{
    TestServer server;
    Policy policy = quick();
    policy.stableAfter = 30ms;
    policy.heartbeatInterval = 20ms; // only one that has answered can be stable
    Client client(policy);
    QSignalSpy stable(&client, &ReconnectingWebSocket::stable);
    client.open(server.url());
    EVENTUALLY(client.attemptCount() >= 2);
    server.start();
    QVERIFY(stable.wait(Patience));
    QCOMPARE(client.state(), Connected);
    QCOMPARE(client.attemptCount(), 0);
    QVERIFY(client.roundTripTime() >= 0);
    QSignalSpy connected(&client, &ReconnectingWebSocket::connected);
    QSignalSpy counted(&client, &ReconnectingWebSocket::attemptCountChanged);
    server.kill();
    QVERIFY(counted.wait(Patience));
    QCOMPARE(client.attemptCount(), 1);
    EVENTUALLY(connected.count() == 1);
}

void tst_ReconnectingWebSocket::remembersTheLastError()
{
    TestServer server;
    Client client;
    QSignalSpy changed(&client, &ReconnectingWebSocket::lastErrorChanged);
    client.open(server.url());
    QVERIFY(changed.wait(Patience));
    const ConnectionError refused = client.lastError();
    QCOMPARE(refused.category, ErrorCategory::ConnectionRefused);
    QVERIFY(refused.willRetry);
    QVERIFY(refused.at.isValid());
    server.start();
    QVERIFY(client.reaches(Connected));
    QCOMPARE(client.lastError().category, ErrorCategory::ConnectionRefused);
}

void tst_ReconnectingWebSocket::bindingsFollow()
{
    TestServer server;
    Client client;
    QProperty<ConnectionState> state(Qt::makePropertyBinding([&] { return client.state(); }));
    QProperty<int> pending(client.bindablePendingMessageCount().makeBinding());
    QProperty<QString> sentence(Qt::makePropertyBinding([&] {
        return QStringLiteral("%1 after %2").arg(client.closeCode()).arg(client.everConnected());
    }));
    int waits = 0;
    const auto watch = client.bindableWaitReason().addNotifier(
        [&] { waits += client.waitReason() != WaitReason::None; });
    QCOMPARE(sentence.value(), QStringLiteral("0 after 0"));

    client.open(server.url());
    QCOMPARE(state.value(), Connecting);
    client.sendTextMessage(QStringLiteral("one"));
    EVENTUALLY(pending.value() == 1);
    EVENTUALLY(state.value() == WaitingToRetry);
    EVENTUALLY(waits > 0);
    server.start();
    EVENTUALLY(state.value() == Connected);
    EVENTUALLY(pending.value() == 0);
    QCOMPARE(sentence.value(), QStringLiteral("0 after 1"));
    client.close(4711);
    EVENTUALLY(state.value() == Closed);
    QCOMPARE(sentence.value(), QStringLiteral("4711 after 1"));
}

void tst_ReconnectingWebSocket::everyNotifyIsNewsAndOfOneMoment()
{
    TestServer server;
    Policy policy = quick();
    policy.heartbeatInterval = 20ms;
    policy.stableAfter = 30ms;
    Client client(policy);
    Auditor auditor(&client);
    QSignalSpy stable(&client, &ReconnectingWebSocket::stable);
    client.open(server.url());
    for (int i = 0; i < 100; ++i)
        client.sendTextMessage(QString::number(i));
    EVENTUALLY(client.attemptCount() >= 2);
    server.start();
    QVERIFY(stable.wait(Patience));
    server.kill();
    EVENTUALLY(stable.count() == 2);
    server.sayGoodbye(4242, QStringLiteral("why not"));
    EVENTUALLY(client.closeCode() == 4242);
    QVERIFY(client.reaches(Connected));
    client.close();
    QVERIFY(client.reaches(Closed));

    QCOMPARE(auditor.complaints, QStringList());
    for (const char *property :
         {"url", "active", "state", "attemptCount", "pendingMessageCount", "pendingByteCount",
          "oldestPendingAt", "nextAttemptAt", "retryDelay", "waitReason", "everConnected",
          "lastError", "roundTripTime", "closeCode", "closeReason"})
        QVERIFY2(auditor.heardOf.contains(property), property);
}

void tst_ReconnectingWebSocket::explainsItself()
{
    TestServer server;
    server.start();
    Client client(patient());
    client.open(server.url(QStringLiteral("room")));
    QVERIFY(client.explain().startsWith(server.url(QStringLiteral("room")).toString()
                                        + QStringLiteral(": Connecting")));
    QVERIFY(client.reaches(Connected));
    server.sayGoodbye(4242, QStringLiteral("tea time"));
    QVERIFY(client.reaches(WaitingToRetry));
    const QString text = client.explain();
    for (const auto &word :
         {u"WaitingToRetry"_s, u"Backoff"_s, u"ClosedByServer"_s, u"4242"_s, u"tea time"_s,
          u"Connecting -> Connected"_s, u"Closed -> Connecting"_s})
        QVERIFY2(text.contains(word), qPrintable(text));
}

void tst_ReconnectingWebSocket::neverTellsASecret()
{
    TestServer server;
    server.start();
    QUrl url = server.url(QStringLiteral("room"));
    url.setUserName(QStringLiteral("alice"));
    url.setPassword(QStringLiteral("pa55word"));
    url.setQuery(QStringLiteral("token=s3cret"));
    Client client(patient());
    QString told;
    const auto listen = [&] { told += client.explain() + client.lastError().detail; };
    connect(&client, &ReconnectingWebSocket::stateChanged, this, listen);
    client.open(url);
    QVERIFY(client.reaches(Connected));
    QVERIFY(server.visit(0).head.contains("token=s3cret"));
    client.sendTextMessage(QStringLiteral("pay1oad"));
    listen();
    server.stop();
    QVERIFY(client.reaches(WaitingToRetry));
    client.retryNow();
    QVERIFY(client.reaches(WaitingToRetry));
    url.setPath(QStringLiteral("room"));
    client.open(url); // malformed: no slash after the authority
    QVERIFY(client.reaches(Failed));
    listen();
    for (const auto &secret : {u"alice"_s, u"pa55word"_s, u"s3cret"_s, u"pay1oad"_s})
        QVERIFY2(!told.contains(secret), qPrintable(told));
}

void tst_ReconnectingWebSocket::theLogSaysWhyAConnectionWasLost()
{
    QLoggingCategory::setFilterRules(u"holdfast.connection.debug=true"_s);
    const auto reset = qScopeGuard([] { QLoggingCategory::setFilterRules({}); });
    TestServer server;
    server.start();
    Client client(patient());
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    QTest::ignoreMessage(
        QtDebugMsg,
        QRegularExpression(
            u"::Connected -> .*WaitingToRetry because of .*ServerRestarting close code 1001"_s));
    server.sayGoodbye(1001);
    QVERIFY(client.reaches(WaitingToRetry));
}

// ---- what it is told ----

void tst_ReconnectingWebSocket::openWhileActiveIsANoOp()
{
    TestServer server;
    server.start();
    Client client;
    Diary diary(client);
    client.open(server.url());
    client.open();
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    client.open();
    client.open(server.url());
    client.setActive(true);
    client.sendTextMessage(QStringLiteral("on the same connection"));
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(diary.text(), QStringLiteral("Connecting Connected connected"));
    QCOMPARE(server.visitCount(), 1);
}

void tst_ReconnectingWebSocket::anotherUrlIsDialledWhileActive()
{
    TestServer here;
    TestServer there;
    here.start();
    there.start();
    Client client;
    QSignalSpy urlChanged(&client, &ReconnectingWebSocket::urlChanged);
    client.open(here.url());
    QVERIFY(client.reaches(Connected));
    client.open(there.url());
    EVENTUALLY(there.upgradeCount() == 1);
    QVERIFY(client.reaches(Connected));
    EVENTUALLY(here.openCount() == 0);
    client.setUrl(here.url(QStringLiteral("again")));
    EVENTUALLY(here.upgradeCount() == 2);
    EVENTUALLY(there.openCount() == 0);
    QVERIFY(here.visit(1).head.startsWith("GET /again "));
    QCOMPARE(urlChanged.count(), 3);
    QCOMPARE(client.url(), here.url(QStringLiteral("again")));
}

void tst_ReconnectingWebSocket::anotherProtocolIsNotDialledBeforeTheServersTime()
{
    TestServer busy;
    TestServer other;
    busy.start();
    other.start();
    busy.setDoorman([](const QByteArray &) { return 503; });
    Policy policy = quick();
    policy.overloadWait = policy.maxServerWait = 1h;
    Client client(policy);
    client.open(busy.url());
    EVENTUALLY(client.waitReason() == WaitReason::ServerAsked);
    const QDateTime next = client.nextAttemptAt();
    client.setProtocol(std::make_unique<PlainProtocol>());
    QCOMPARE(client.state(), WaitingToRetry);
    QCOMPARE(client.nextAttemptAt(), next);
    QCOMPARE(busy.visitCount(), 1);
    client.open(other.url());
    QVERIFY(client.reaches(Connected));
}

void tst_ReconnectingWebSocket::aUrlSetWhileClosedIsNotDialled()
{
    TestServer server;
    server.start();
    Client client;
    QSignalSpy urlChanged(&client, &ReconnectingWebSocket::urlChanged);
    client.setUrl(server.url());
    client.setUrl(server.url());
    settle();
    QCOMPARE(urlChanged.count(), 1);
    QCOMPARE(client.state(), Closed);
    QCOMPARE(server.visitCount(), 0);
    client.open();
    QVERIFY(client.reaches(Connected));
}

void tst_ReconnectingWebSocket::activeIsOpenAndClose()
{
    TestServer server;
    server.start();
    Client client;
    QSignalSpy activeChanged(&client, &ReconnectingWebSocket::activeChanged);
    client.setUrl(server.url());
    client.setProperty("active", true);
    QVERIFY(client.isActive());
    QVERIFY(client.reaches(Connected));
    QVERIFY(client.isActive());
    client.setProperty("active", false);
    QVERIFY(!client.isActive());
    QVERIFY(client.reaches(Closed));
    QCOMPARE(activeChanged.count(), 2);
    EVENTUALLY(server.visit(0).closeCode == 1000);
}

void tst_ReconnectingWebSocket::closesInEveryState_data()
{
    QTest::addColumn<ConnectionState>("state");
    QTest::newRow("Closed") << Closed;
    QTest::newRow("Connecting") << Connecting;
    QTest::newRow("Connected") << Connected;
    QTest::newRow("WaitingToRetry") << WaitingToRetry;
    QTest::newRow("Closing") << Closing;
    QTest::newRow("Failed") << Failed;
}

void tst_ReconnectingWebSocket::closesInEveryState()
{
    QFETCH(ConnectionState, state);
    TestServer server;
    Client client(patient());
    client.setUrl(server.url());
    if (state == Connecting)
        server.setManner(TestServer::Manner::Mute);
    if (state != WaitingToRetry)
        server.start();
    if (state == Failed)
        server.setDoorman([](const QByteArray &) { return 403; });
    if (state != Closed)
        client.open();
    if (state == Connecting)
        EVENTUALLY(server.visitCount() == 1);
    if (state == Closing) {
        QVERIFY(client.reaches(Connected));
        client.sendTextMessage(QStringLiteral("keeps it closing until the peer has it"));
        client.close();
    }
    QVERIFY(client.reaches(state));

    client.close();
    QVERIFY(client.reaches(Closed));
    QVERIFY(!client.isActive());
    QSignalSpy changed(&client, &ReconnectingWebSocket::stateChanged);
    EVENTUALLY(server.openCount() == 0);
    client.close();
    settle();
    QCOMPARE(changed.count(), 0);

    server.setManner(TestServer::Manner::Serve);
    server.setDoorman({});
    if (state == WaitingToRetry)
        server.start();
    client.open();
    QVERIFY(client.reaches(Connected));
}

void tst_ReconnectingWebSocket::closeOnADeadPeerEndsInTime()
{
    TestServer server;
    server.start();
    Relay relay(server.url());
    Policy policy = quick();
    policy.closeTimeout = 100ms;
    Client client(policy);
    QSignalSpy disconnected(&client, &ReconnectingWebSocket::disconnected);
    client.open(relay.url());
    QVERIFY(client.reaches(Connected));
    relay.blackhole();
    // More than the kernel takes, so that even the goodbye cannot leave.
    for (int i = 0; i < 32; ++i)
        client.sendBinaryMessage(QByteArray(256 * 1024, 'x'));
    settle();
    QElapsedTimer clock;
    clock.start();
    client.close();
    QCOMPARE(client.state(), Closing);
    QVERIFY(client.reaches(Closed));
    QVERIFY2(clock.elapsed() >= 99 && clock.elapsed() < 3'000,
             qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(disconnected.count(), 1);
    QCOMPARE(client.pendingMessageCount(), 32);
}

void tst_ReconnectingWebSocket::opensAgainWhileClosing()
{
    TestServer server;
    server.start();
    Relay relay(server.url());
    Client client;
    client.open(relay.url());
    QVERIFY(client.reaches(Connected));
    relay.blackhole();
    client.sendTextMessage(QStringLiteral("wait for me"));
    client.close();
    QCOMPARE(client.state(), Closing);
    relay.heal();
    client.open();
    QCOMPARE(client.state(), Connecting);
    QVERIFY(client.reaches(Connected));
    EVENTUALLY(client.pendingMessageCount() == 0);
    EVENTUALLY(server.openCount() == 1);
    QVERIFY(server.visit(1).texts().contains(QStringLiteral("wait for me")));
}

void tst_ReconnectingWebSocket::closesWhenEverythingIsDelivered()
{
    TestServer server;
    server.start();
    Client client;
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    for (const QString &text : numbered(1, 100))
        client.sendTextMessage(text);
    client.closeWhenDelivered(1h);
    QVERIFY(client.isActive());
    QVERIFY(client.reaches(Closed));
    QCOMPARE(client.pendingMessageCount(), 0);
    QCOMPARE(server.texts(), numbered(1, 100));

    client.open();
    QVERIFY(client.reaches(Connected));
    client.closeWhenDelivered(1h);
    QVERIFY(client.reaches(Closed));
}

void tst_ReconnectingWebSocket::reconnectsToDeliverBeforeItCloses()
{
    TestServer server;
    Client client;
    client.open(server.url());
    client.sendTextMessage(QStringLiteral("one"));
    client.closeWhenDelivered(1h);
    EVENTUALLY(client.attemptCount() >= 3);
    server.start();
    QVERIFY(client.reaches(Closed));
    QCOMPARE(server.texts(), QStringList{u"one"_s});
}

void tst_ReconnectingWebSocket::closesWhenTheTimeForDeliveryIsOver()
{
    const TestServer nobody;
    Client client;
    client.open(nobody.url());
    client.sendTextMessage(QStringLiteral("one"));
    client.closeWhenDelivered(50ms);
    QVERIFY(client.isActive());
    QVERIFY(client.reaches(Closed));
    QVERIFY(!client.isActive());
    QCOMPARE(client.pendingMessageCount(), 1);
}

void tst_ReconnectingWebSocket::retryNowDialsOnceAndTheOldTimerIsGone()
{
    TestServer server;
    Policy policy = patient();
    policy.backoff.base = policy.backoff.cap = 400ms;
    Client client(policy);
    client.open(server.url());
    QVERIFY(client.reaches(WaitingToRetry));
    server.setManner(TestServer::Manner::Mute);
    server.start();
    QSignalSpy visited(&server, &TestServer::visited);
    client.retryNow();
    QCOMPARE(client.state(), Connecting);
    client.retryNow();
    QVERIFY(visited.wait(Patience));
    QVERIFY(!visited.wait(800)); // twice the old timer
    QCOMPARE(visited.count(), 1);
    QCOMPARE(client.attemptCount(), 2);
}

void tst_ReconnectingWebSocket::retryNowLeavesFailed()
{
    TestServer server;
    server.start();
    server.setDoorman([](const QByteArray &) { return 403; });
    Client client;
    client.open(server.url());
    QVERIFY(client.reaches(Failed));
    QCOMPARE(client.lastError().category, ErrorCategory::Forbidden);
    QCOMPARE(client.lastError().httpStatus, 403);
    QVERIFY(client.isActive());
    server.setDoorman({});
    client.retryNow();
    QVERIFY(client.reaches(Connected));
}

void tst_ReconnectingWebSocket::aMissingRouteIsNoFaultOfTheUrl()
{
    // No TCP goes to a broadcast address: connect() fails inside open(), and not a packet leaves.
    Client client;
    QSignalSpy errors(&client, &ReconnectingWebSocket::errorOccurred);
    client.open(QUrl(u"ws://255.255.255.255:9"_s));
    EVENTUALLY(errors.count() >= 2);
    QCOMPARE(client.lastError().category, ErrorCategory::ConnectionLost);
    QVERIFY(client.lastError().willRetry);
    QVERIFY(client.state() != Failed);
}

void tst_ReconnectingWebSocket::theSameErrorAgainIsANewOne()
{
    TestServer nobody;
    Client client;
    QSignalSpy changes(&client, &ReconnectingWebSocket::lastErrorChanged);
    QList<ConnectionError> told;
    connect(&client, &ReconnectingWebSocket::errorOccurred, this,
            [&](const ConnectionError &error) { told += error; });
    client.open(nobody.url());
    EVENTUALLY(told.size() >= 3);
    QVERIFY(told[0].at < told[2].at);
    QCOMPARE(told.last(), client.lastError());
    QVERIFY(changes.count() >= 3);
}

QTEST_GUILESS_MAIN(tst_ReconnectingWebSocket)
#include "tst_reconnectingwebsocket.moc"
