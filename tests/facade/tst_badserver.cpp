// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "badserver.h"
#include "quick.h"

#include <QtCore/qtranslator.h>
#include <QtNetwork/qsslconfiguration.h>
#include <QtWebSockets/qwebsocket.h>
#include <QtWebSockets/qwebsocketserver.h>

#include <algorithm>
#include <iterator>
#include <memory>

using namespace Holdfast;
using enum ErrorCategory;
using enum ConnectionState;

namespace {

//! What becomes of an endpoint that ends the attempt or the connection.
struct Expected
{
    const char *endpoint;
    bool connects;
    ErrorCategory category;
    int closeCode;
    int httpStatus = 0;
    ConnectionState then = WaitingToRetry;
    int dials = 1; //!< two: the credentials may have been stale
};

constexpr bool Refuses = false;
constexpr bool Connects = true;

constexpr Expected EndingEndpoints[] = {
    {"fin_onaccept", Refuses, ConnectionLost, 1006},
    {"fin_prehandshake", Refuses, ConnectionLost, 1006},
    {"rst_onaccept", Refuses, ConnectionLost, 1006},
    {"rst_pre", Refuses, ConnectionLost, 1006},
    {"garbage", Refuses, ProtocolError, 1006},
    {"badstatus", Refuses, ProtocolError, 1006},
    {"hugehead", Refuses, ProtocolError, 1006},
    {"notls", Refuses, ProtocolError, 1006},
    {"selfsigned_echo", Refuses, TlsFailed, 1006, 0, Failed},
    {"badsub", Refuses, ProtocolError, 1006, 101},
    {"connmulti", Refuses, ProtocolError, 1006, 101},
    {"http10", Refuses, ProtocolError, 1006, 101},
    {"wrongaccept", Refuses, ProtocolError, 1006, 101},

    {"inject", Refuses, Forbidden, 1006, 403, Failed},
    {"injectclose", Refuses, ServerBusy, 1006, 503},
    {"h200", Refuses, ServerError, 1006, 200},
    {"h301", Refuses, ServerError, 1006, 301},
    {"h302", Refuses, ServerError, 1006, 302},
    {"h400", Refuses, ServerError, 1006, 400},
    {"h401", Refuses, AuthenticationRejected, 1006, 401, Failed, 2},
    {"h401ka", Refuses, AuthenticationRejected, 1006, 401, Failed, 2},
    {"h403", Refuses, Forbidden, 1006, 403, Failed},
    {"h404", Refuses, Configuration, 1006, 404},
    {"h407", Refuses, AuthenticationRejected, 1006, 407, Failed, 2},
    {"h410", Refuses, Configuration, 1006, 410},
    {"h426", Refuses, ProtocolError, 1006, 426},
    {"h429", Refuses, ServerBusy, 1006, 429},
    {"h500", Refuses, ServerError, 1006, 500},
    {"h502", Refuses, ServerError, 1006, 502},
    {"h503", Refuses, ServerBusy, 1006, 503},
    {"h503ka", Refuses, ServerBusy, 1006, 503},
    {"h503late", Refuses, ServerBusy, 1006, 503},
    {"h503soon", Refuses, ServerBusy, 1006, 503},
    {"h503date", Refuses, ServerBusy, 1006, 503},
    {"h504", Refuses, ServerError, 1006, 504},
    {"tls_h503ka", Refuses, ServerBusy, 1006, 503},

    {"c1000", Connects, None, 1000},
    {"c1000fin", Connects, None, 1000},
    {"c1005none", Connects, None, 1000}, // Qt makes no difference
    {"c1001", Connects, ServerRestarting, 1001},
    {"c1001early", Connects, ServerRestarting, 1001},
    {"msgs_close", Connects, ServerRestarting, 1001},
    {"c1002", Connects, ProtocolError, 1002},
    {"c1003", Connects, MessageNotAccepted, 1003},
    {"c1007", Connects, MessageNotAccepted, 1007},
    {"c1008", Connects, Forbidden, 1008, 0, Failed},
    {"c1009", Connects, MessageNotAccepted, 1009},
    {"c1010", Connects, ProtocolError, 1010},
    {"c1011", Connects, ServerError, 1011},
    {"storm", Connects, ServerError, 1011},
    {"cnever", Connects, ServerError, 1011, 0, Failed},
    {"c3000", Connects, ClosedByServer, 3000},
    {"c4001", Connects, ServerRestarting, 4001},
    {"cadvice", Connects, ServerRestarting, 4001},
    {"c4400", Connects, ProtocolError, 4400},
    {"c4401", Connects, AuthenticationRejected, 4401, 0, Failed, 2},
    {"c4403", Connects, Forbidden, 4403, 0, Failed},
    {"c4408", Connects, SlowConsumer, 4408},
    {"c4409", Connects, Replaced, 4409, 0, Failed},
    // Codes that Qt hides behind a 1002.
    {"c999", Connects, ServerRestarting, 1002},
    {"c1006", Connects, ServerRestarting, 1002},
    {"c1012", Connects, ServerRestarting, 1002},
    {"c1013", Connects, ServerRestarting, 1002},
    {"c1014", Connects, ServerRestarting, 1002},
    {"tls_c1012", Connects, ServerRestarting, 1002},
    // Found out by our side.
    {"rsv", Connects, ProtocolError, 1002},
    {"badutf8", Connects, MessageNotAccepted, 1007},

    {"rst", Connects, ConnectionLost, 1006},
    {"fin_noclose", Connects, ConnectionLost, 1006},
    {"msgs_fin", Connects, ConnectionLost, 1006},
    {"tls_rst", Connects, ConnectionLost, 1006},
    {"tls_fin_noclose", Connects, ConnectionLost, 1006},
};

constexpr const char *SilentEndpoints[] = {"mute", "halfheader", "banner", "tls_mute"};

constexpr const char *LastingEndpoints[] = {
    "echo",       "nosub",        "goodsub",   "early",    "pinging",   "deaf",         "pingless",
    "newestpong", "strangepongs", "noread",    "slowsink", "sink",      "slowbig",      "partial",
    "partial2",   "big1m",        "lateclose", "tls_echo", "tls_early", "tls_slowsink", "tls_sink"};

//! Of these, who never answers a goodbye.
constexpr const char *RudeEndpoints[]
    = {"deaf",    "noread",   "slowsink",     "sink",    "slowbig",
       "partial", "partial2", "tls_slowsink", "tls_sink"};

//! Qt up to 6.8 closes, later ones do not.
constexpr const char *EitherEndpoint = "utfsplit";

//! One dial, and a long wait for the next.
Policy oneDial()
{
    Policy policy = patient();
    policy.restartSpread = policy.overloadWait = 24h;
    policy.connectTimeout = std::chrono::milliseconds(Patience);
    policy.closeTimeout = 300ms;
    return policy;
}

//! Says everything in a language of its own, so that who reads Qt's messages is found out.
class Foreign : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *source, const char *,
                                    int) const override
    {
        QString text = QString::fromUtf8(source);
        for (QChar &c : text) {
            if (c.isLetter() && c.isLower())
                c = QChar(c.unicode() - 'a' + 0x3b1); // Greek
        }
        return text;
    }
};

//! Writes down what becomes of a client.
class Diary : public QObject
{
public:
    explicit Diary(ReconnectingWebSocket &client)
    {
        connect(&client, &ReconnectingWebSocket::connected, this,
                [this] { words << QStringLiteral("connected"); });
        connect(&client, &ReconnectingWebSocket::disconnected, this,
                [this](const ConnectionError &error) {
                    words << QStringLiteral("disconnected");
                    errors << error;
                });
        connect(&client, &ReconnectingWebSocket::errorOccurred, this,
                [this](const ConnectionError &error) {
                    words << QStringLiteral("errorOccurred");
                    errors << error;
                });
        connect(&client, &ReconnectingWebSocket::failed, this,
                [this](const ConnectionError &error) {
                    words << QStringLiteral("failed");
                    errors << error;
                });
        connect(&client, &ReconnectingWebSocket::textMessageReceived, this,
                [this](const QString &text) { texts << text; });
    }

    QStringList words;
    QList<ConnectionError> errors;
    QStringList texts;
};

//! Whether close() of this Qt waits for the peer's answer: up to 6.8 it does not, with 6.11 it
//! does.
bool waitsForGoodbyes()
{
    QWebSocketServer server(QString(), QWebSocketServer::NonSecureMode);
    QWebSocket socket;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("no port");
    socket.open(server.serverUrl());
    if (!soon([&] { return socket.isValid(); }))
        qFatal("nobody is there");
    socket.close();
    return socket.state() == QAbstractSocket::ConnectedState;
}

#define VERIFY_SOON(condition) QVERIFY2(soon([&] { return condition; }), "not: " #condition)

} // namespace

class tst_BadServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void initTestCase();
    void init();
    void cleanup();
    void everyEndpointHasItsTest();

    void hasOneOutcomePerAttempt_data();
    void hasOneOutcomePerAttempt();
    void givesUpOnSilence_data();
    void givesUpOnSilence();
    void staysAndIsClosedOnce_data();
    void staysAndIsClosedOnce();
    void mayBeDeletedAtItsFirstOutcome_data();
    void mayBeDeletedAtItsFirstOutcome();
    void takesNoHttpBodyForMessages();
    void takesAFragmentedCharacterOrSaysWhyNot();
    void deliversNothingOnAFalsePong_data();
    void deliversNothingOnAFalsePong();
    void deliversWhenOnlyTheNewestPingIsAnswered();

private:
    //! Sends \a client to \a endpoint; it knows the certificate authority.
    void send(Client &client, const QByteArray &endpoint) const;
    [[nodiscard]] int farewellCount(const QByteArray &endpoint) const
    {
        return int(m_server.farewells(QString::fromLatin1(endpoint)).size());
    }
    [[nodiscard]] bool hasSeenTheEndOf(const QByteArray &endpoint, int count) const
    {
        // Where TLS fails, the server hears of no connection. And it may hear of more: QTcpSocket
        // connects again by itself when it is reset before it has noticed that it is connected.
        return endpoint == "selfsigned_echo" || farewellCount(endpoint) >= count;
    }

    BadServer m_server;
    std::unique_ptr<QTranslator> m_language;
};

void tst_BadServer::initTestCase_data()
{
    QTest::addColumn<bool>("translated");
    QTest::newRow("in English") << false;
    QTest::newRow("translated") << true;
}

void tst_BadServer::initTestCase() { QCOMPARE(m_server.start(), QString()); }

void tst_BadServer::init()
{
    QFETCH_GLOBAL(bool, translated);
    if (!translated)
        return;
    m_language = std::make_unique<Foreign>();
    QVERIFY(QCoreApplication::installTranslator(m_language.get()));
}

void tst_BadServer::cleanup() { m_language.reset(); }

void tst_BadServer::send(Client &client, const QByteArray &endpoint) const
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(m_server.authority());
    client.setSslConfiguration(tls);
    client.open(m_server.url(QString::fromLatin1(endpoint)));
}

void tst_BadServer::everyEndpointHasItsTest()
{
    QStringList tested{QLatin1StringView(EitherEndpoint)};
    for (const Expected &expected : EndingEndpoints)
        tested << QLatin1StringView(expected.endpoint);
    for (const char *endpoint : SilentEndpoints)
        tested << QLatin1StringView(endpoint);
    for (const char *endpoint : LastingEndpoints)
        tested << QLatin1StringView(endpoint);
    tested.sort();
    QCOMPARE(tested, m_server.endpoints());
}

void tst_BadServer::hasOneOutcomePerAttempt_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(std::size(EndingEndpoints)); ++i)
        QTest::newRow(EndingEndpoints[i].endpoint) << i;
}

void tst_BadServer::hasOneOutcomePerAttempt()
{
    QFETCH(int, index);
    const Expected &expected = EndingEndpoints[index];
    QStringList story;
    for (int dial = 0; dial < expected.dials; ++dial) {
        if (expected.connects)
            story << QStringLiteral("connected") << QStringLiteral("disconnected");
        else
            story << QStringLiteral("errorOccurred");
    }
    if (expected.then == Failed)
        story << QStringLiteral("failed");
    const int before = farewellCount(expected.endpoint);

    Client client(oneDial());
    Diary diary(client);
    send(client, expected.endpoint);
    VERIFY_SOON(client.state() == WaitingToRetry || client.state() == Failed);
    settle();
    QCOMPARE(diary.words, story);
    QCOMPARE(client.state(), expected.then);
    QCOMPARE(client.attemptCount(), expected.dials);
    for (const ConnectionError &error : diary.errors) {
        QCOMPARE(error.category, expected.category);
        QCOMPARE(error.closeCode, expected.closeCode);
        QCOMPARE(error.httpStatus, expected.httpStatus);
        QVERIFY(error.at.isValid());
    }
    QCOMPARE(diary.errors.constLast().willRetry, expected.then == WaitingToRetry);
    QCOMPARE(client.closeCode(), expected.connects ? expected.closeCode : 0);
    if (expected.category != None) {
        QCOMPARE(client.lastError().category, expected.category);
        QCOMPARE(client.lastError().closeCode, expected.closeCode);
        QCOMPARE(client.lastError().httpStatus, expected.httpStatus);
    }

    // And that was all.
    client.close();
    VERIFY_SOON(hasSeenTheEndOf(expected.endpoint, before + expected.dials));
    settle();
    QCOMPARE(diary.words, story);
    QCOMPARE(client.state(), Closed);
    if (QByteArray(expected.endpoint) != "rst_onaccept" && expected.category != TlsFailed)
        QCOMPARE(farewellCount(expected.endpoint), before + expected.dials);
}

void tst_BadServer::givesUpOnSilence_data()
{
    QTest::addColumn<QByteArray>("endpoint");
    for (const char *endpoint : SilentEndpoints)
        QTest::newRow(endpoint) << QByteArray(endpoint);
}

void tst_BadServer::givesUpOnSilence()
{
    QFETCH(QByteArray, endpoint);
    const int before = farewellCount(endpoint);
    Policy policy = oneDial();
    policy.connectTimeout = 500ms;
    Client client(policy);
    Diary diary(client);
    send(client, endpoint);
    VERIFY_SOON(client.state() == WaitingToRetry);
    VERIFY_SOON(farewellCount(endpoint) == before + 1); // it is let go, not forgotten
    settle();
    QCOMPARE(diary.words, QStringList{QStringLiteral("errorOccurred")});
    QCOMPARE(client.lastError().category, Timeout);
    QCOMPARE(client.lastError().closeCode, 1006);
    QCOMPARE(client.lastError().httpStatus, 0);
    QVERIFY(client.lastError().willRetry);
}

void tst_BadServer::staysAndIsClosedOnce_data()
{
    QTest::addColumn<QByteArray>("endpoint");
    QTest::addColumn<int>("closeCode");
    const bool waits = waitsForGoodbyes();
    for (const char *endpoint : LastingEndpoints) {
        const bool isRude
            = std::any_of(std::begin(RudeEndpoints), std::end(RudeEndpoints),
                          [&](const char *rude) { return qstrcmp(rude, endpoint) == 0; });
        QTest::newRow(endpoint) << QByteArray(endpoint) << (isRude && waits ? 1006 : 1000);
    }
}

void tst_BadServer::staysAndIsClosedOnce()
{
    QFETCH(QByteArray, endpoint);
    QFETCH(int, closeCode);
    const int before = farewellCount(endpoint);
    Client client(oneDial());
    Diary diary(client);
    send(client, endpoint);
    VERIFY_SOON(client.state() == Connected);
    client.close();
    VERIFY_SOON(client.state() == Closed);
    VERIFY_SOON(farewellCount(endpoint) == before + 1);
    settle();
    const QStringList story{QStringLiteral("connected"), QStringLiteral("disconnected")};
    QCOMPARE(diary.words, story);
    QCOMPARE(diary.errors.constFirst().category, None);
    QCOMPARE(diary.errors.constFirst().closeCode, closeCode);
    QCOMPARE(client.closeCode(), closeCode);
    QCOMPARE(client.lastError(), ConnectionError());
}

void tst_BadServer::mayBeDeletedAtItsFirstOutcome_data()
{
    QTest::addColumn<QByteArray>("endpoint");
    for (const Expected &expected : EndingEndpoints)
        QTest::newRow(expected.endpoint) << QByteArray(expected.endpoint);
    for (const char *endpoint : LastingEndpoints)
        QTest::newRow(endpoint) << QByteArray(endpoint);
}

void tst_BadServer::mayBeDeletedAtItsFirstOutcome()
{
    QFETCH(QByteArray, endpoint);
    const int before = farewellCount(endpoint);
    auto client = std::make_unique<Client>(oneDial());
    const auto remove = [&client] { client.reset(); };
    connect(client.get(), &ReconnectingWebSocket::connected, this, remove);
    connect(client.get(), &ReconnectingWebSocket::errorOccurred, this, remove);
    Diary diary(*client);
    send(*client, endpoint);
    VERIFY_SOON(!client);
    VERIFY_SOON(hasSeenTheEndOf(endpoint, before + 1));
    settle();
    QVERIFY(diary.words.isEmpty());
}

void tst_BadServer::takesNoHttpBodyForMessages()
{
    for (const char *endpoint : {"inject", "injectclose"}) {
        Client client(oneDial());
        Diary diary(client);
        send(client, endpoint);
        VERIFY_SOON(!diary.words.isEmpty());
        settle();
        QVERIFY(diary.texts.isEmpty());
        QVERIFY(!client.everConnected());
    }
}

void tst_BadServer::takesAFragmentedCharacterOrSaysWhyNot()
{
    Client client(oneDial());
    Diary diary(client);
    send(client, EitherEndpoint);
    VERIFY_SOON(!diary.texts.isEmpty() || !diary.errors.isEmpty());
    if (diary.errors.isEmpty()) {
        QCOMPARE(diary.texts, QStringList{QStringLiteral("xéy")});
    } else {
        QCOMPARE(diary.errors.constFirst().category, MessageNotAccepted);
        QCOMPARE(diary.errors.constFirst().closeCode, 1007);
    }
}

void tst_BadServer::deliversNothingOnAFalsePong_data()
{
    QTest::addColumn<QByteArray>("endpoint");
    for (const char *endpoint : {"pingless", "strangepongs"})
        QTest::newRow(endpoint) << QByteArray(endpoint);
}

void tst_BadServer::deliversNothingOnAFalsePong()
{
    QFETCH(QByteArray, endpoint);
    Client client(oneDial());
    Diary diary(client);
    QSignalSpy delivered(&client, &ReconnectingWebSocket::messageDelivered);
    send(client, endpoint);
    QVERIFY(client.sendTextMessage(QStringLiteral("first")) > 0);
    VERIFY_SOON(diary.texts.size() == 1);
    // The second echo comes behind whatever was said to the first one's fence.
    QVERIFY(client.sendTextMessage(QStringLiteral("second")) > 0);
    VERIFY_SOON(diary.texts.size() == 2);
    settle();
    QCOMPARE(delivered.size(), 0);
    QCOMPARE(client.pendingMessageCount(), 2);
    QCOMPARE(client.roundTripTime(), -1);
}

void tst_BadServer::deliversWhenOnlyTheNewestPingIsAnswered()
{
    Client client(oneDial());
    Diary diary(client);
    QList<quint64> delivered;
    connect(&client, &ReconnectingWebSocket::messageDelivered, this,
            [&](quint64 number) { delivered << number; });
    send(client, "newestpong");
    VERIFY_SOON(client.state() == Connected);
    QList<quint64> sent;
    for (int i = 0; i < 5; ++i) {
        sent << client.sendTextMessage(QString::number(i));
        settle(1); // a burst and a fence each
    }
    VERIFY_SOON(client.pendingMessageCount() == 0);
    settle();
    QCOMPARE(delivered, sent);
    QCOMPARE(diary.words, QStringList{QStringLiteral("connected")});
}

QTEST_GUILESS_MAIN(tst_BadServer)
#include "tst_badserver.moc"
