// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "connectionstatus.h"
#include "fakenetworkmonitor.h"
#include "quick.h"
#include "socksdoor.h"
#include "testserver.h"

#include <QtCore/qtranslator.h>

#include <memory>

using namespace Holdfast;
using namespace Qt::StringLiterals;

namespace {

//! Retries often enough for a test, and slowly enough for its words to be seen.
Policy visible()
{
    Policy policy = quick();
    policy.backoff = {.base = 3s, .cap = 3s, .jitter = Jitter::None};
    policy.firstRetrySpread = 0ms;
    return policy;
}

//! Speaks another language: as this one, with an exclamation mark.
class Shouting : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *,
                                    int) const override
    {
        return qstrcmp(context, "Holdfast::ConnectionStatus") == 0
            ? QString::fromUtf8(source) + u'!'
            : QString();
    }
};

} // namespace

//! Does something once, whatever the signal.
class Reaction : public QObject
{
    Q_OBJECT

public:
    explicit Reaction(std::function<void()> act)
        : m_act(std::move(act))
    {
    }

public Q_SLOTS:
    void react()
    {
        if (auto act = std::exchange(m_act, nullptr))
            act();
    }

private:
    std::function<void()> m_act;
};

class tst_ConnectionStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOutageFromBeginningToEnd();
    void withoutASocketThereIsNothingToSay();
    void whoCannotBeReachedIsToldSo();
    void aRestartIsCountedDown();
    void aCaptivePortalIsShownWithItsPage();
    void aBlipIsNeverSeen();
    void aServerThatRefusesTheCredentialsAsksForThem();
    void handlersSeeAllOfOneMoment();
    void theServersOwnWordsAreInTheDetails();
    void theSocketMayDieFirst();
    void anotherSocketHasAnotherStory();
    void itMayBeDeletedInEveryNotification_data() { notifications(); }
    void itMayBeDeletedInEveryNotification();
    void anotherSocketMayBeSetInEveryNotification_data() { notifications(); }
    void anotherSocketMayBeSetInEveryNotification();
    void itMayBeDeletedWhenItsGraceChanges();
    void itMayBeDeletedWhenItsTimeHasCome();
    void itSpeaksTheLanguageOfTheApplication();
    void absurdGracePeriodsAreBounded();

private:
    void notifications();
};

void tst_ConnectionStatus::anOutageFromBeginningToEnd()
{
    TestServer server;
    server.start();
    Client client(visible());
    ConnectionStatus status;
    QSignalSpy announced(&status, &ConnectionStatus::announced);
    status.setGracePeriod(50);
    status.setSocket(&client);
    client.open(server.url());
    QVERIFY(client.reaches(ConnectionState::Connected));
    QVERIFY(!status.isVisible());
    QVERIFY(status.text().isEmpty());

    server.stop();
    QVERIFY(client.reaches(ConnectionState::WaitingToRetry));
    client.sendTextMessage(u"one"_s);
    client.sendTextMessage(u"two"_s);
    EVENTUALLY(status.isVisible());
    EVENTUALLY(status.text().startsWith(u"Connection lost. Trying again in "));
    QCOMPARE(status.accessibleText(), u"Connection lost. Trying again…"_s);
    QCOMPARE(status.severity(), Severity::Warning);
    QCOMPARE(status.action(), StatusAction::Retry);
    QCOMPARE(status.actionText(), u"Retry now"_s);
    QCOMPARE(status.pending(), 2);
    QCOMPARE(status.pendingText(), u"2 messages waiting"_s);
    QVERIFY(status.details().startsWith(u"Attempt "));
    EVENTUALLY(status.text() == u"Connection lost. Trying again…"); // the last two seconds
    QVERIFY(!status.details().contains(u"1006"));

    server.start();
    client.retryNow();
    EVENTUALLY(status.text() == u"Back online");
    QCOMPARE(status.severity(), Severity::Positive);
    QCOMPARE(status.action(), StatusAction::None);
    QVERIFY(status.details().isEmpty());
    EVENTUALLY(!status.isVisible());
    QCOMPARE(server.texts(), (QStringList{u"one"_s, u"two"_s}));

    QCOMPARE(announced.size(), 2);
    QCOMPARE(announced.at(0).at(0), u"Connection lost. Trying again…"_s);
    QCOMPARE(announced.at(1).at(0), u"Back online"_s);
}

void tst_ConnectionStatus::withoutASocketThereIsNothingToSay()
{
    ConnectionStatus status;
    QVERIFY(!status.socket());
    QVERIFY(!status.isVisible());
    QVERIFY(status.text().isEmpty());
    QCOMPARE(status.action(), StatusAction::None);
    QCOMPARE(status.pending(), 0);
}

void tst_ConnectionStatus::whoCannotBeReachedIsToldSo()
{
    TestServer server; // does not listen
    Client client(visible());
    ConnectionStatus status;
    QSignalSpy announced(&status, &ConnectionStatus::announced);
    status.setGracePeriod(0);
    status.setSocket(&client);
    client.open(server.url());
    EVENTUALLY(status.text() == u"Connecting…");
    QCOMPARE(status.severity(), Severity::Neutral);
    EVENTUALLY(status.text().startsWith(u"Cannot reach the server. Trying again"));
    QCOMPARE(status.severity(), Severity::Warning);
    QCOMPARE(status.details(), u"Attempt 1\nNobody answers at the server's address"_s);
    EVENTUALLY(status.details().startsWith(u"Attempt 2"));
    QCOMPARE(announced.size(), 2); // not again for the second attempt
    QCOMPARE(announced.at(0).at(0), u"Connecting…"_s);
    QCOMPARE(announced.at(1).at(0), u"Cannot reach the server. Trying again…"_s);
    client.close();
    QVERIFY(!status.isVisible());
}

void tst_ConnectionStatus::aCaptivePortalIsShownWithItsPage()
{
    TestServer server;
    SocksDoor door(server.url());
    FakeNetworkMonitor monitor;
    monitor.knows({.reachability = Reachability::Online, .behindCaptivePortal = true});
    Client client(visible());
    client.setProxy(door.proxy());
    client.setNetworkMonitor(&monitor);
    ConnectionStatus status;
    status.setGracePeriod(100);
    status.setSocket(&client);
    QCOMPARE(status.portalUrl().scheme(), QStringLiteral("http")); // or nobody could step in
    client.open(QUrl(QStringLiteral("ws://chat.example/")));
    EVENTUALLY(status.text() == QStringLiteral("This network asks you to sign in"));
    QCOMPARE(status.action(), StatusAction::OpenPortal);
    QCOMPARE(status.actionText(), QStringLiteral("Open sign-in page"));
    server.start();
    monitor.says(Reachability::Online);
    EVENTUALLY(status.text() == QStringLiteral("Back online"));

    QSignalSpy changed(&status, &ConnectionStatus::portalUrlChanged);
    status.setPortalUrl(QUrl(QStringLiteral("http://portal.example/")));
    status.setPortalUrl(QUrl(QStringLiteral("http://portal.example/")));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(status.portalUrl(), QUrl(QStringLiteral("http://portal.example/")));
}

void tst_ConnectionStatus::aRestartIsCountedDown()
{
    TestServer server;
    server.start();
    Policy policy = visible();
    policy.restartSpread = 0ms;
    Client client(policy);
    ConnectionStatus status;
    QSignalSpy announced(&status, &ConnectionStatus::announced);
    status.setGracePeriod(0);
    client.open(server.url());
    QVERIFY(client.reaches(ConnectionState::Connected));
    status.setSocket(&client);
    server.sayGoodbye(4001, uR"({"retryAfter":60000,"spread":0})"_s);
    EVENTUALLY(status.text() == u"The server is restarting. Back in about 60 s");
    QCOMPARE(status.severity(), Severity::Info);
    QCOMPARE(status.action(), StatusAction::None);
    EVENTUALLY(status.text() == u"The server is restarting. Back in about 59 s");
    QCOMPARE(announced.size(), 1); // it does not tick
    QCOMPARE(announced.at(0).at(0), u"The server is restarting. Trying again…"_s);
}

void tst_ConnectionStatus::aBlipIsNeverSeen()
{
    TestServer server;
    server.start();
    Client client(quick());
    ConnectionStatus status;
    status.setGracePeriod(20'000); // however slow this machine is
    QSignalSpy visible(&status, &ConnectionStatus::visibleChanged);
    QSignalSpy text(&status, &ConnectionStatus::textChanged);
    QSignalSpy announced(&status, &ConnectionStatus::announced);
    status.setSocket(&client);
    client.open(server.url());
    QVERIFY(client.reaches(ConnectionState::Connected));
    server.stop();
    EVENTUALLY(client.attemptCount() >= 4);
    server.start();
    QVERIFY(client.reaches(ConnectionState::Connected));
    settle();
    QCOMPARE(visible.size() + text.size() + announced.size(), 0);
}

void tst_ConnectionStatus::handlersSeeAllOfOneMoment()
{
    TestServer server;
    server.start();
    Client client(quick());
    client.open(server.url());
    QVERIFY(client.reaches(ConnectionState::Connected));
    ConnectionStatus status;
    status.setSocket(&client);
    QStringList seen;
    const auto look = [&] {
        seen += status.text() + status.actionText() + QString::number(status.isVisible());
    };
    connect(&status, &ConnectionStatus::severityChanged, this, look);
    connect(&status, &ConnectionStatus::textChanged, this, look);
    connect(&status, &ConnectionStatus::actionChanged, this, look);
    connect(&status, &ConnectionStatus::visibleChanged, this, look);
    server.sayGoodbye(4409);
    EVENTUALLY(seen.size() == 4);
    QCOMPARE(seen, QStringList(4, u"Connected on another deviceUse here1"_s));
}

void tst_ConnectionStatus::aServerThatRefusesTheCredentialsAsksForThem()
{
    TestServer server;
    server.setDoorman([](const QByteArray &) { return 401; });
    server.start();
    Client client(quick());
    ConnectionStatus status;
    status.setSocket(&client);
    client.open(server.url());
    EVENTUALLY(status.text() == u"Please sign in again"); // without a grace period
    QCOMPARE(status.severity(), Severity::Error);
    QCOMPARE(status.action(), StatusAction::SignIn);
    QCOMPARE(status.actionText(), u"Sign in"_s);
    QVERIFY2(status.details().contains(u"HTTP 401"), qPrintable(status.details()));
    const QString error = u"The server did not accept the sign-in (HTTP 401)"_s;
    QCOMPARE(status.lastErrorText(), error);

    server.setDoorman({});
    client.credentialsChanged();
    QVERIFY(client.reaches(ConnectionState::Connected));
    EVENTUALLY(!status.isVisible());
    QCOMPARE(status.lastErrorText(), error); // it was
}

void tst_ConnectionStatus::theServersOwnWordsAreInTheDetails()
{
    TestServer server;
    server.start();
    Client client(quick());
    ConnectionStatus status;
    status.setSocket(&client);
    client.open(server.url());
    QVERIFY(client.reaches(ConnectionState::Connected));
    server.sayGoodbye(4403, u"members <b>only</b>"_s);
    EVENTUALLY(status.text() == u"You do not have access");
    QVERIFY2(status.details().contains(u"The server says: members <b>only</b>"),
             qPrintable(status.details()));
    QVERIFY2(status.details().contains(u"(code 4403)"), qPrintable(status.details()));
}

void tst_ConnectionStatus::theSocketMayDieFirst()
{
    ConnectionStatus status;
    auto client = std::make_unique<ReconnectingWebSocket>();
    client->sendTextMessage(u"it waits"_s);
    status.setSocket(client.get());
    QCOMPARE(status.pending(), 1);
    QVERIFY(status.isVisible());
    QVERIFY(status.text().isEmpty());
    QSignalSpy changed(&status, &ConnectionStatus::socketChanged);
    client.reset();
    QVERIFY(!status.socket());
    QVERIFY(!status.isVisible());
    QCOMPARE(changed.size(), 1);
}

void tst_ConnectionStatus::anotherSocketHasAnotherStory()
{
    ConnectionStatus status;
    auto one = std::make_unique<ReconnectingWebSocket>();
    ReconnectingWebSocket other;
    one->sendTextMessage(u"a"_s);
    status.setSocket(one.get());
    QCOMPARE(status.pending(), 1);
    status.setSocket(&other);
    QCOMPARE(status.pending(), 0);
    QSignalSpy changed(&status, &ConnectionStatus::pendingChanged);
    one->sendTextMessage(u"b"_s);
    other.sendTextMessage(u"c"_s);
    EVENTUALLY(status.pending() == 1);
    QCOMPARE(changed.size(), 1);
    one.reset(); // its end is not the other's
    QCOMPARE(status.socket(), &other);
    QCOMPARE(status.pending(), 1);

    other.open(QUrl(u"http://no-websocket"_s));
    EVENTUALLY(status.severity() == Severity::Error);
    TestServer nobody;
    Client third(patient());
    third.open(nobody.url());
    QVERIFY(third.reaches(ConnectionState::WaitingToRetry));
    status.setSocket(&third);
    QCOMPARE(status.text(), QString()); // with a grace of its own
}

void tst_ConnectionStatus::notifications()
{
    QTest::addColumn<QByteArray>("signal");
    for (const char *signal :
         {SIGNAL(socketChanged()), SIGNAL(visibleChanged()), SIGNAL(severityChanged()),
          SIGNAL(textChanged()), SIGNAL(actionChanged()), SIGNAL(actionTextChanged()),
          SIGNAL(pendingChanged()), SIGNAL(pendingTextChanged()), SIGNAL(accessibleTextChanged()),
          SIGNAL(detailsChanged()), SIGNAL(lastErrorTextChanged()), SIGNAL(announced(QString))})
        QTest::newRow(signal + 1) << QByteArray(signal);
}

//! So may its socket, and both.
void tst_ConnectionStatus::itMayBeDeletedInEveryNotification()
{
    QFETCH(QByteArray, signal);
    TestServer server;
    server.start();
    enum Victim { Status = 1, Socket = 2, Both = 3 };
    for (const Victim victim : {Status, Socket, Both}) {
        auto client = std::make_unique<Client>(quick());
        client->sendTextMessage(u"it waits"_s);
        client->open(server.url());
        QVERIFY(client->reaches(ConnectionState::Connected));
        auto *status = new ConnectionStatus;
        const QPointer<ConnectionStatus> alive(status);
        QSignalSpy emitted(status, signal.constData()); // says so if there is no such signal
        QVERIFY(emitted.isValid());
        Reaction reaction([&] {
            if (victim & Status)
                delete status;
            if (victim & Socket)
                client.reset();
        });
        connect(status, signal.constData(), &reaction, SLOT(react()));
        status->setSocket(client.get());
        if (alive && client) {
            client->sendTextMessage(u"another"_s);
            server.sayGoodbye(4409, u"out"_s);
        }
        EVENTUALLY(!emitted.isEmpty());
        if (victim == Socket) {
            QVERIFY(alive);
            QVERIFY(!status->socket());
            QVERIFY(!status->isVisible());
            QVERIFY(status->text().isEmpty());
            delete status;
        }
        QVERIFY(!alive);
    }
}

void tst_ConnectionStatus::anotherSocketMayBeSetInEveryNotification()
{
    QFETCH(QByteArray, signal);
    TestServer server;
    server.start();
    Client client(quick());
    client.open(server.url());
    QVERIFY(client.reaches(ConnectionState::Connected));
    ReconnectingWebSocket other;
    other.sendTextMessage(u"it waits"_s);
    other.sendTextMessage(u"it waits, too"_s);
    ConnectionStatus status;
    QSignalSpy emitted(&status, signal.constData());
    Reaction reaction([&] { status.setSocket(&other); });
    connect(&status, signal.constData(), &reaction, SLOT(react()));
    status.setSocket(&client);
    if (emitted.isEmpty()) {
        client.sendTextMessage(u"another"_s);
        server.sayGoodbye(4409, u"out"_s);
    }
    EVENTUALLY(!emitted.isEmpty());
    QCOMPARE(status.socket(), &other);
    QCOMPARE(status.pending(), 2);
    QVERIFY(status.isVisible());
    QCOMPARE(status.text(), QString());
    QCOMPARE(status.severity(), Severity::Neutral);
    // What becomes of the first is of no interest any more.
    client.open(QUrl(u"http://no-websocket"_s));
    QVERIFY(client.reaches(ConnectionState::Failed));
    QCOMPARE(status.text(), QString());
}

void tst_ConnectionStatus::itMayBeDeletedWhenItsGraceChanges()
{
    QPointer<ConnectionStatus> status(new ConnectionStatus);
    connect(status, &ConnectionStatus::gracePeriodChanged, this, [&] { delete status; });
    status->setGracePeriod(7);
    QVERIFY(!status);
}

void tst_ConnectionStatus::itMayBeDeletedWhenItsTimeHasCome()
{
    TestServer server; // does not listen
    Client client(patient());
    client.open(server.url());
    QVERIFY(client.reaches(ConnectionState::WaitingToRetry));
    settle(); // nothing more will come from the socket
    QPointer<ConnectionStatus> status(new ConnectionStatus);
    status->setGracePeriod(1);
    connect(status, &ConnectionStatus::textChanged, this, [&] { delete status; });
    status->setSocket(&client);
    QVERIFY(status);
    EVENTUALLY(!status);
}

void tst_ConnectionStatus::itSpeaksTheLanguageOfTheApplication()
{
    ReconnectingWebSocket client;
    ConnectionStatus status;
    client.sendTextMessage(u"it waits"_s);
    status.setSocket(&client);
    QCOMPARE(status.pendingText(), u"1 message waiting"_s);
    Shouting translator;
    QVERIFY(QCoreApplication::installTranslator(&translator));
    EVENTUALLY(status.pendingText() == u"1 message waiting!");
    QCoreApplication::removeTranslator(&translator);
    EVENTUALLY(status.pendingText() == u"1 message waiting");
}

void tst_ConnectionStatus::absurdGracePeriodsAreBounded()
{
    ConnectionStatus status;
    QCOMPARE(status.gracePeriod(), 1500);
    QSignalSpy changed(&status, &ConnectionStatus::gracePeriodChanged);
    status.setGracePeriod(-5);
    QCOMPARE(status.gracePeriod(), 0);
    status.setGracePeriod(std::numeric_limits<int>::max());
    QCOMPARE(status.gracePeriod(), 60'000);
    status.setGracePeriod(60'001);
    QCOMPARE(changed.size(), 2);
}

QTEST_GUILESS_MAIN(tst_ConnectionStatus)
#include "tst_connectionstatus.moc"
