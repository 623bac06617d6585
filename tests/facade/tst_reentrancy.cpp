// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "badserver.h"
#include "fakenetworkmonitor.h"
#include "memorymessagestore.h"
#include "plainprotocol.h"
#include "quick.h"
#include "rawpeer.h"
#include "testserver.h"

#include <QtNetwork/qsslconfiguration.h>

#include <functional>

using namespace Holdfast;
using namespace Qt::StringLiterals;
using enum ConnectionState;

namespace {

//! Calls back at the first signal of that name.
class Bell : public QObject
{
    Q_OBJECT

public:
    Bell(ReconnectingWebSocket *socket, const QByteArray &signal, std::function<void()> rung)
        : m_rung(std::move(rung))
    {
        const QMetaObject *meta = socket->metaObject();
        const QMetaMethod slot = metaObject()->method(metaObject()->indexOfSlot("ring()"));
        for (int i = meta->methodOffset(); i < meta->methodCount(); ++i) {
            if (meta->method(i).methodType() == QMetaMethod::Signal
                && meta->method(i).name() == signal)
                connect(socket, meta->method(i), this, slot);
        }
    }

    bool hasRung = false;

public Q_SLOTS:
    void ring()
    {
        if (!std::exchange(hasRung, true))
            m_rung();
    }

private:
    std::function<void()> m_rung;
};

//! Says everything that a protocol may say.
class Talkative : public Protocol
{
public:
    [[nodiscard]] QStringList subprotocols() const override
    {
        return {QStringLiteral("holdfast.test")};
    }
    [[nodiscard]] Outcomes received(const Frame &frame) override
    {
        return frame.isData() ? Outcomes{Deliver{frame.payload}} : Outcomes{};
    }
    [[nodiscard]] Outcomes send(const Message &message) override
    {
        return {Transmit{Frame::data(message.payload)}, Rejected{.number = message.number}};
    }
    //! A question that the server answers with a word, not with a pong: the doubt remains.
    [[nodiscard]] Outcomes probe() override { return {Transmit{Frame::text(QStringLiteral("?"))}}; }

protected:
    [[nodiscard]] Outcomes opened(const Greeting &) override
    {
        return {Ready{.resumed = true}, Announced{.retryAfter = 1ms}, Noticed{},
                Resync{.cursor = {QStringLiteral("e"), 1}},
                Deliver{.payload = QStringLiteral("x"), .cursor = {QStringLiteral("e"), 2}}};
    }
};

//! Somebody else's, and damaged.
class OddStore : public MemoryMessageStore
{
public:
    OpenResult open() override
    {
        OpenResult result = MemoryMessageStore::open();
        result.quarantined = 1;
        result.messages.resize(1);
        result.messages[0].message.number = 1;
        result.header.binding.endpoint = QStringLiteral("elsewhere");
        result.header.reservedThrough = 1;
        result.error = {StoreErrorCategory::BoundElsewhere, QStringLiteral("elsewhere")};
        return result;
    }
};

//! A proxy that always wants to know who asks.
class DistrustfulProxy : public QTcpServer
{
public:
    DistrustfulProxy()
    {
        setProxy(QNetworkProxy::NoProxy);
        if (!listen(QHostAddress::LocalHost))
            qFatal("no proxy");
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *const socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                if (socket->readAll().contains("\r\n\r\n")) {
                    socket->write(
                        "HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                        "Content-Length: 0\r\nConnection: close\r\n\r\n");
                }
            });
        });
    }

    [[nodiscard]] QNetworkProxy proxy() const
    {
        return {QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), serverPort()};
    }
};

//! Runs an event loop of its own until \a done, as a dialog does.
bool dialog(const std::function<bool()> &done)
{
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (done())
            loop.quit();
    });
    look.start(1);
    QTimer::singleShot(Patience, &loop, &QEventLoop::quit);
    loop.exec();
    return done();
}

Policy tiny()
{
    Policy policy = quick();
    policy.outbox.maxMessageBytes = 1;
    return policy;
}

} // namespace

namespace {

//! How often to delete. HOLDFAST_ROUNDS asks for more than the everyday 50 where a connection is
//! needed.
int rounds(bool needsServer)
{
    const int asked = qEnvironmentVariableIntValue("HOLDFAST_ROUNDS");
    return asked > 0 ? asked : needsServer ? 50 : 1000;
}

} // namespace

class tst_Reentrancy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everySignalHasItsStory();

    void deletedFromInsideASignal_data() { stories(); }
    void deletedFromInsideASignal();
    void deletedFromInsideAPropertyNotification_data();
    void deletedFromInsideAPropertyNotification();
    void everyMethodMayBeCalledFromInsideASignal_data() { stories(); }
    void everyMethodMayBeCalledFromInsideASignal();

    void aNestedEventLoopFreezesNothing_data();
    void aNestedEventLoopFreezesNothing();
    void aDialogHoldsUpNothingThatCameAlong();
    void whatIsAskedBeforeADialogHappensInIt();
    void deletedInsideANestedEventLoop();
    void aDialogMayOutliveTheAttemptThatAsked_data();
    void aDialogMayOutliveTheAttemptThatAsked();
    void deletedInEveryState_data();
    void deletedInEveryState();

private:
    using Story = std::function<void(Client &)>;
    struct Tale
    {
        const char *signal;
        Story story;
        bool needsServer = false;
    };

    //! For each signal, what makes it happen.
    [[nodiscard]] QList<Tale> tales();
    void stories();
    void tell(Client &client, const Story &story);
    //! Whatever has happened to it: it must be able to connect and deliver.
    void checkHealth(Client &client);

    TestServer m_server;
    TestServer m_nobody;
    BadServer m_badServer;
    DistrustfulProxy m_proxy;
    bool m_sayGoodbye = false;
};

void tst_Reentrancy::initTestCase()
{
    QCOMPARE(m_badServer.start(), QString());
    m_server.start();
    connect(&m_server, &TestServer::upgraded, this, [this] {
        const QPointer<QWebSocket> guest = m_server.visit(m_server.visitCount() - 1).socket;
        guest->sendTextMessage(QStringLiteral("welcome"));
        guest->sendBinaryMessage("welcome");
        if (m_sayGoodbye)
            guest->close(QWebSocketProtocol::CloseCode(4000), QStringLiteral("goodbye"));
        connect(guest, &QWebSocket::textMessageReceived, guest, [guest](const QString &text) {
            if (text == QLatin1StringView("?"))
                guest->sendTextMessage(QStringLiteral("!"));
        });
    });
}

QList<tst_Reentrancy::Tale> tst_Reentrancy::tales()
{
    const Story dial = [this](Client &client) { client.open(m_nobody.url()); };
    const Story send = [](Client &client) { client.sendTextMessage(QStringLiteral("x")); };
    const Story badUrl = [](Client &client) { client.open(QUrl(u"http://127.0.0.1"_s)); };
    const Story wait = [](Client &client) {
        client.setRequestProvider([](Reason, const RequestReply &reply) { reply.reject({}); });
        client.open();
    };
    const Story named = [](Client &client) { client.setQueueName(QStringLiteral("../no name")); };
    const Story stored
        = [](Client &client) { client.setStore(std::make_unique<MemoryMessageStore>()); };
    const Story held = [](Client &client) { client.setStore(std::make_unique<OddStore>()); };
    const Story connected = [this](Client &client) {
        client.open(m_server.url());
        client.sendTextMessage(QStringLiteral("x"));
    };
    const Story elsewhere = [](Client &client) {
        auto *monitor = new FakeNetworkMonitor;
        monitor->setParent(&client);
        monitor->knows({.reachability = Reachability::Site,
                        .behindCaptivePortal = true,
                        .metered = true,
                        .medium = TransportMedium::Cellular});
        client.setNetworkMonitor(monitor);
        // Nothing is dialled: it is asked before.
        client.setRequestProvider([](Reason, const RequestReply &reply) { reply.reject({}); });
        client.open(QUrl(QStringLiteral("ws://far.invalid/")));
    };
    const Story goodbye = [this](Client &client) {
        m_sayGoodbye = true;
        client.open(m_server.url());
    };
    const Story talkative = [this](Client &client) {
        Policy policy = tiny();
        policy.heartbeatInterval = policy.heartbeatTimeout = 20ms;
        client.setPolicy(policy);
        client.setProtocol(std::make_unique<Talkative>());
        client.open(m_server.url());
        client.sendTextMessage(QStringLiteral("x"));
    };
    return {
        {"snapshotChanged", dial},
        {"urlChanged", dial},
        {"activeChanged", dial},
        {"stateChanged", dial},
        {"attemptCountChanged", dial},
        {"pendingMessageCountChanged", send},
        {"pendingByteCountChanged", send},
        {"oldestPendingAtChanged", send},
        {"queueNameChanged", named},
        {"queueReadyChanged", stored},
        {"accountChanged", [](Client &client) { client.setAccount(QStringLiteral("ada")); }},
        {"storageFolderChanged",
         [](Client &client) { client.setStorageFolder(QStringLiteral("/nowhere")); }},
        {"commitModeChanged",
         [](Client &client) { client.setCommitMode(CommitMode::EveryMessage); }},
        {"reachabilityChanged", elsewhere},
        {"behindCaptivePortalChanged", elsewhere},
        {"meteredChanged", elsewhere},
        {"mediumChanged", elsewhere},
        {"networkMonitorChanged", [](Client &client) { client.setNetworkMonitor(nullptr); }},
        {"cursorModeChanged", [](Client &client) { client.setCursorMode(CursorMode::Manual); }},
        {"storageHealthyChanged", named},
        {"storedThroughChanged",
         [stored](Client &client) {
             stored(client);
             client.sendTextMessage(QStringLiteral("x"));
         }},
        {"heldMessageCountChanged", held},
        {"storeRecovered", held},
        {"messageRefused",
         [](Client &client) { client.sendTextMessage(QStringLiteral("too long")); }},
        {"errorOccurred", [](Client &client) { client.setPolicy({.connectTimeout = 0ms}); }},
        {"failed", badUrl},
        {"lastErrorChanged", badUrl},
        {"nextAttemptAtChanged", wait},
        {"retryDelayChanged", wait},
        {"waitReasonChanged", wait},
        {"credentialsRequired",
         [wait](Client &client) {
             client.setVerdictOverride([](const Ending &, const Verdict &) {
                 return Verdict{.action = Verdict::Action::Fail,
                                .category = ErrorCategory::AuthenticationRejected};
             });
             wait(client);
         }},
        {"deliveryProofChanged",
         [](Client &client) {
             auto protocol = std::make_unique<PlainProtocol>();
             protocol->setDeliveryProof(DeliveryProof::Manual);
             client.setProtocol(std::move(protocol));
         }},
        {"everConnectedChanged", connected, true},
        {"connected", connected, true},
        {"textMessageReceived", connected, true},
        {"binaryMessageReceived", connected, true},
        {"messageWritten", connected, true},
        {"messageDelivered", connected, true},
        {"roundTripTimeChanged", connected, true},
        {"stable",
         [connected](Client &client) {
             Policy policy = tiny();
             policy.stableAfter = 1ms;
             client.setPolicy(policy);
             connected(client);
         },
         true},
        {"disconnected", goodbye, true},
        {"closeCodeChanged", goodbye, true},
        {"closeReasonChanged", goodbye, true},
        {"subprotocolChanged", talkative, true},
        {"resumedChanged", talkative, true},
        {"restartAnnounced", talkative, true},
        {"presenceReceived", talkative, true},
        {"resyncRequired", talkative, true},
        {"eventReceived", talkative, true},
        {"messageFailed", talkative, true},
        {"verifyingChanged", talkative, true},
        {"sslErrors",
         [this](Client &client) {
             client.open(m_badServer.url(QStringLiteral("selfsigned_echo")));
         },
         true},
        {"proxyAuthenticationRequired",
         [this](Client &client) {
             client.setProxy(m_proxy.proxy());
             client.open(
                 QUrl(u"ws://192.0.2.1/"_s)); // TEST-NET-1: nobody, and no way past the proxy
         },
         true},
    };
}

void tst_Reentrancy::stories()
{
    QTest::addColumn<Story>("story");
    QTest::addColumn<bool>("needsServer");
    for (const Tale &tale : tales())
        QTest::newRow(tale.signal) << tale.story << tale.needsServer;
}

void tst_Reentrancy::tell(Client &client, const Story &story)
{
    m_sayGoodbye = false;
    client.setUrl(m_nobody.url(QStringLiteral("first")));
    story(client);
}

void tst_Reentrancy::checkHealth(Client &client)
{
    m_sayGoodbye = false;
    client.setRequestProvider({});
    client.setVerdictOverride({});
    client.setProxy(QNetworkProxy::NoProxy);
    client.setProtocol(std::make_unique<PlainProtocol>());
    QVERIFY(client.setPolicy(quick()));
    QVERIFY(client.reaches(client.state())); // its past may be on its way
    client.close();
    QVERIFY(client.reaches(Closed));
    client.open(m_server.url());
    QVERIFY2(client.reaches(Connected), qPrintable(client.explain()));
    client.sendTextMessage(QStringLiteral("well"));
    EVENTUALLY(client.pendingMessageCount() == 0);
    EVENTUALLY(m_server.openCount() == 1); // P1
    m_server.forget();
}

void tst_Reentrancy::everySignalHasItsStory()
{
    QSet<QByteArray> told;
    for (const Tale &tale : tales())
        told += tale.signal;
    const QMetaObject *meta = &ReconnectingWebSocket::staticMetaObject;
    for (int i = meta->methodOffset(); i < meta->methodCount(); ++i) {
        if (meta->method(i).methodType() == QMetaMethod::Signal)
            QVERIFY2(told.contains(meta->method(i).name()), meta->method(i).name().constData());
    }
}

// ---- deleted ----

void tst_Reentrancy::deletedFromInsideASignal()
{
    QFETCH(Story, story);
    QFETCH(bool, needsServer);
    for (int i = rounds(needsServer); i > 0; --i) {
        QPointer<Client> client = new Client(tiny());
        tell(*client, [](Client &) {}); // its first URL is no news
        Bell bell(client, QTest::currentDataTag(), [&] { delete client.data(); });
        m_sayGoodbye = false;
        story(*client);
        for (int j = 0; j < 3 && client; ++j)
            settle(1);
        if (client)
            EVENTUALLY(client.isNull());
    }
    settle();
    m_server.forget();
}

void tst_Reentrancy::deletedFromInsideAPropertyNotification_data()
{
    QTest::addColumn<Story>("story");
    QTest::addColumn<bool>("needsServer");
    for (const Tale &tale : tales()) {
        const QByteArray property = QByteArray(tale.signal).replace("Changed", "");
        const int index = ReconnectingWebSocket::staticMetaObject.indexOfProperty(property);
        if (index >= 0 && ReconnectingWebSocket::staticMetaObject.property(index).isBindable())
            QTest::newRow(property) << tale.story << tale.needsServer;
    }
}

void tst_Reentrancy::deletedFromInsideAPropertyNotification()
{
    QFETCH(Story, story);
    QFETCH(bool, needsServer);
    for (int i = rounds(needsServer); i > 0; --i) {
        QPointer<Client> client = new Client(tiny());
        tell(*client, [](Client &) {});
        const QMetaProperty property = client->metaObject()->property(
            client->metaObject()->indexOfProperty(QTest::currentDataTag()));
        const auto notifier = property.bindable(client).addNotifier([&] { delete client.data(); });
        m_sayGoodbye = false;
        story(*client);
        for (int j = 0; j < 3 && client; ++j)
            settle(1);
        if (client)
            EVENTUALLY(client.isNull());
    }
    settle();
    m_server.forget();
}

// ---- called ----

void tst_Reentrancy::everyMethodMayBeCalledFromInsideASignal()
{
    QFETCH(Story, story);
    const QList<Story> methods{
        [](Client &client) { client.open(); },
        [this](Client &client) { client.open(m_server.url(QStringLiteral("elsewhere"))); },
        [this](Client &client) {
            client.open(QNetworkRequest(m_server.url(QStringLiteral("elsewhere"))));
        },
        [this](Client &client) { client.setUrl(m_server.url(QStringLiteral("elsewhere"))); },
        [](Client &client) { client.close(); },
        [](Client &client) {
            client.close();
            client.open();
        },
        [](Client &client) { client.closeWhenDelivered(5ms); },
        [](Client &client) { client.setActive(!client.isActive()); },
        [](Client &client) { client.retryNow(); },
        [](Client &client) { client.credentialsChanged(); },
        [](Client &client) {
            client.ignoreSslErrors();
            client.ignoreSslErrors({});
        },
        [](Client &client) {
            client.sendTextMessage(QStringLiteral("y"));
            client.sendBinaryMessage("too long");
        },
        [](Client &client) { [[maybe_unused]] auto future = client.deliverBinaryMessage("z"); },
        [](Client &client) { client.confirm(1); },
        [](Client &client) {
            [[maybe_unused]] const auto seen = client.pendingMessages();
            QVERIFY(!client.explain().isEmpty());
        },
        [](Client &client) { client.setProtocol(std::make_unique<PlainProtocol>()); },
        [](Client &client) {
            client.setPolicy(quick());
            client.setPolicy({.patience = -1});
        },
        [](Client &client) {
            client.setVerdictOverride({});
            client.setRequestProvider({});
        },
        [](Client &client) {
            client.setProxy(QNetworkProxy::NoProxy);
            client.setSslConfiguration(QSslConfiguration());
        },
    };
    for (const Story &method : methods) {
        Client client(tiny());
        tell(client, [](Client &) {});
        Bell bell(&client, QTest::currentDataTag(), [&] { method(client); });
        m_sayGoodbye = false;
        story(client);
        EVENTUALLY(bell.hasRung);
        settle();
        checkHealth(client);
        if (QTest::currentTestFailed())
            return;
    }
}

// ---- nested ----

void tst_Reentrancy::aNestedEventLoopFreezesNothing_data()
{
    QTest::addColumn<QByteArray>("signal");
    for (const char *signal : {"stateChanged", "connected", "textMessageReceived", "messageWritten",
                               "messageDelivered", "pendingMessageCountChanged", "disconnected"})
        QTest::newRow(signal) << QByteArray(signal);
}

void tst_Reentrancy::aNestedEventLoopFreezesNothing()
{
    QFETCH(QByteArray, signal);
    Client client;
    QSignalSpy received(&client, &ReconnectingWebSocket::textMessageReceived);
    QSignalSpy delivered(&client, &ReconnectingWebSocket::messageDelivered);
    QTimer chatter;
    connect(&chatter, &QTimer::timeout, this, [&] { m_server.say(QStringLiteral("tick")); });
    chatter.start(5ms);
    bool moved = false;
    Bell bell(&client, signal, [&] {
        const auto before = received.count();
        client.sendTextMessage(QStringLiteral("from the dialog"));
        moved = dialog(
            [&] { return received.count() > before && client.pendingMessageCount() == 0; });
    });
    client.setUrl(m_server.url());
    client.sendTextMessage(QStringLiteral("one"));
    client.open();
    if (signal == "disconnected") {
        QVERIFY(client.reaches(Connected));
        m_server.kill();
    }
    EVENTUALLY(bell.hasRung);
    QVERIFY2(moved, qPrintable(client.explain()));
    client.sendTextMessage(QStringLiteral("after the dialog"));
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(client.state(), Connected);
    QCOMPARE(delivered.count(), 3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(delivered.at(i).at(0).toInt(), i + 1);
    client.close();
    QVERIFY(client.reaches(Closed));
    EVENTUALLY(m_server.openCount() == 0);
    m_server.forget();
}

void tst_Reentrancy::aDialogHoldsUpNothingThatCameAlong()
{
    // Two messages and a pong in one segment, and then silence.
    RawPeer peer;
    connect(&peer, &RawPeer::received, &peer,
            [](QTcpSocket *client, int opcode, const QByteArray &payload) {
                if (opcode != RawPeer::Ping)
                    return;
                RawPeer::send(client, RawPeer::Text, "one");
                RawPeer::send(client, RawPeer::Text, "two");
                RawPeer::send(client, RawPeer::Pong, payload);
            });
    Client client;
    QSignalSpy received(&client, &ReconnectingWebSocket::textMessageReceived);
    bool moved = false;
    Bell bell(&client, "textMessageReceived", [&] {
        moved = dialog([&] { return received.count() == 2 && client.pendingMessageCount() == 0; });
    });
    client.open(peer.url());
    client.sendTextMessage(QStringLiteral("go"));
    EVENTUALLY(bell.hasRung);
    QVERIFY2(moved, qPrintable(client.explain()));
}

void tst_Reentrancy::whatIsAskedBeforeADialogHappensInIt()
{
    // With more to be told behind it, and as the last that is told.
    for (const char *signal : {"errorOccurred", "failed"}) {
        Client client;
        QSignalSpy failures(&client, &ReconnectingWebSocket::failed);
        bool moved = false;
        Bell bell(&client, signal, [&] {
            client.open(m_server.url());
            moved = dialog([&] { return client.state() == Connected && failures.count() == 1; });
        });
        client.open(QUrl(u"http://127.0.0.1"_s));
        EVENTUALLY(bell.hasRung);
        QVERIFY2(moved, qPrintable(client.explain()));
        client.close();
        QVERIFY(client.reaches(Closed));
        EVENTUALLY(m_server.openCount() == 0);
    }
    // And where nothing else is under way that could wake it.
    Client client(patient());
    client.open(m_nobody.url());
    QVERIFY(client.reaches(WaitingToRetry));
    bool moved = false;
    Bell bell(&client, "stateChanged", [&] {
        client.open(m_server.url());
        moved = dialog([&] { return client.state() == Connected; });
    });
    client.close();
    EVENTUALLY(bell.hasRung);
    QVERIFY2(moved, qPrintable(client.explain()));
    client.close();
    QVERIFY(client.reaches(Closed));
    EVENTUALLY(m_server.openCount() == 0);
    m_server.forget();
}

void tst_Reentrancy::deletedInsideANestedEventLoop()
{
    for (const char *signal :
         {"stateChanged", "connected", "textMessageReceived", "messageDelivered"}) {
        QPointer<Client> client = new Client;
        bool over = false;
        Bell bell(client, signal, [&] {
            QTimer::singleShot(0, this, [&] { delete client.data(); });
            over = dialog([&] { return client.isNull(); });
        });
        client->sendTextMessage(QStringLiteral("one"));
        client->open(m_server.url());
        EVENTUALLY(over);
    }
    EVENTUALLY(m_server.openCount() == 0);
    m_server.forget();
}

void tst_Reentrancy::aDialogMayOutliveTheAttemptThatAsked_data()
{
    QTest::addColumn<Story>("story");
    for (const Tale &tale : tales()) {
        if (QByteArrayView(tale.signal) == "sslErrors"
            || QByteArrayView(tale.signal) == "proxyAuthenticationRequired")
            QTest::newRow(tale.signal) << tale.story;
    }
}

void tst_Reentrancy::aDialogMayOutliveTheAttemptThatAsked()
{
    // Asked from inside the socket, and still on the screen when the attempt has timed out.
    QFETCH(Story, story);
    Policy policy = quick();
    policy.connectTimeout = 300ms;
    policy.backoff = {.base = 200ms, .cap = 200ms, .jitter = Jitter::None};
    Client client(policy);
    bool waited = false;
    Bell bell(&client, QTest::currentDataTag(), [&] {
        waited = dialog([&] { return client.state() == WaitingToRetry; });
        dialog([rounds = 0]() mutable {
            return ++rounds > 5;
        }); // long enough for what is to be deleted later
    });
    story(client);
    EVENTUALLY(bell.hasRung);
    QVERIFY(waited);
    settle();
    checkHealth(client);
}

void tst_Reentrancy::deletedInEveryState_data()
{
    QTest::addColumn<Story>("story");
    QTest::addColumn<ConnectionState>("state");
    QTest::newRow("Connecting") << Story([this](Client &c) { c.open(m_server.url()); })
                                << Connecting;
    QTest::newRow("Connected") << Story([this](Client &c) { c.open(m_server.url()); }) << Connected;
    QTest::newRow("WaitingToRetry")
        << Story([this](Client &c) { c.open(m_nobody.url()); }) << WaitingToRetry;
    QTest::newRow("Failed") << Story([](Client &c) { c.open(QUrl(u"http://x"_s)); }) << Failed;
}

void tst_Reentrancy::deletedInEveryState()
{
    QFETCH(Story, story);
    QFETCH(ConnectionState, state);
    for (int i = 0; i < 50; ++i) {
        Client client(patient());
        story(client);
        QVERIFY(client.reaches(state));
    }
    EVENTUALLY(m_server.openCount() == 0);
    m_server.forget();
}

QTEST_GUILESS_MAIN(tst_Reentrancy)
#include "tst_reentrancy.moc"
