// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "qtcompat.h"
#include "quick.h"
#include "testserver.h"

#include <limits>

using namespace Holdfast;
using namespace Qt::StringLiterals;
using enum ConnectionState;

class tst_BadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badUrlsFailAtOnce_data();
    void badUrlsFailAtOnce();
    void badHeadersFailAtOnce_data();
    void badHeadersFailAtOnce();
    void aBadHeaderThatQtTakesFailsToo_data();
    void aBadHeaderThatQtTakesFailsToo();
    void aHeaderThatQtDropsDoesNotArrive();
    void aGoodHeaderTakesThePlaceOfABadOne();
    void aBadUrlFromTheProviderFailsToo();
    void whatIsPendingGoesOutOnceTheUrlIsGood();
    void opensABadUrlInItsOwnFailedHandlerWithoutEnd();

    void badPoliciesAreRefused_data();
    void badPoliciesAreRefused();

    void badCloseCodesBecomeNormalClosure_data();
    void badCloseCodesBecomeNormalClosure();
    void anOverlongReasonIsCutAtACharacter();

    void unknownNumbersAreNotConfirmed();
    void noProtocolIsNoChange();
    void callsOutOfSeasonDoNothing();
    void loneSurrogatesCrashNothing();
};

void tst_BadInput::badUrlsFailAtOnce_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::newRow("empty") << QUrl();
    QTest::newRow("http") << QUrl(u"http://127.0.0.1/"_s);
    QTest::newRow("no scheme") << QUrl(u"127.0.0.1"_s);
    QTest::newRow("no host") << QUrl(u"ws:///room"_s);
    QTest::newRow("no host at all") << QUrl(u"ws:"_s);
    QTest::newRow("impossible port") << QUrl(u"ws://127.0.0.1:99999/"_s);
    QTest::newRow("impossible host") << QUrl(u"ws://[1:2:3/"_s, QUrl::StrictMode);
    QTest::newRow("file") << QUrl(u"file:///etc/passwd"_s);
    QTest::newRow("line break in the path") << QUrl(u"ws://127.0.0.1:1/a%0D%0AX: y"_s);
}

void tst_BadInput::badUrlsFailAtOnce()
{
    QFETCH(QUrl, url);
    Client client;
    QSignalSpy failed(&client, &ReconnectingWebSocket::failed);
    QSignalSpy error(&client, &ReconnectingWebSocket::errorOccurred);
    client.sendTextMessage(QStringLiteral("waits"));
    client.open(url);
    QVERIFY(client.reaches(Failed));
    QCOMPARE(failed.count(), 1);
    QCOMPARE(error.count(), 1);
    QCOMPARE(client.lastError().category, ErrorCategory::Configuration);
    QVERIFY(!client.lastError().detail.isEmpty());
    QVERIFY(!client.lastError().willRetry);
    QCOMPARE(client.lastError().closeCode, 0);
    QCOMPARE(client.attemptCount(), 1);
    QCOMPARE(client.pendingMessageCount(), 1);
    QVERIFY(client.explain().contains(QStringLiteral("Configuration")));
}

void tst_BadInput::badHeadersFailAtOnce_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("line break in the value")
        << QByteArray("X-Test") << QByteArray("a\r\nInjected: 1");
    QTest::newRow("line feed in the value") << QByteArray("X-Test") << QByteArray("a\nInjected: 1");
    QTest::newRow("NUL in the value") << QByteArray("X-Test") << QByteArray("a\0b", 3);
    QTest::newRow("line break in the name") << QByteArray("X-Test\r\nInjected") << QByteArray("1");
    QTest::newRow("space in the name") << QByteArray("X Test") << QByteArray("1");
    QTest::newRow("no name") << QByteArray() << QByteArray("1");
    QTest::newRow("Host") << QByteArray("Host") << QByteArray("elsewhere");
    QTest::newRow("the handshake's key") << QByteArray("sec-websocket-KEY") << QByteArray("mine");
    QTest::newRow("Upgrade") << QByteArray("Upgrade") << QByteArray("h2c");
}

void tst_BadInput::badHeadersFailAtOnce()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    TestServer server;
    server.start();
    Client client;
    QNetworkRequest request(server.url());
    ReconnectingWebSocket::setHeader(request, name, value);
    client.open(request);
    QVERIFY(client.reaches(Failed));
    QCOMPARE(client.lastError().category, ErrorCategory::Configuration);
    QVERIFY2(client.lastError().detail.contains(QStringLiteral("header")),
             qPrintable(client.lastError().detail));
    QVERIFY(!client.lastError().detail.contains(QLatin1Char('\n')));
    settle();
    QCOMPARE(server.visitCount(), 0);
}

void tst_BadInput::aBadHeaderThatQtTakesFailsToo_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("Host") << QByteArray("Host") << QByteArray("elsewhere");
#if !HOLDFAST_QT_DROPS_BAD_HEADERS
    QTest::newRow("line break in the value")
        << QByteArray("X-Test") << QByteArray("a\r\nInjected: 1");
    QTest::newRow("NUL in the value") << QByteArray("X-Test") << QByteArray("a\0b", 3);
    QTest::newRow("space in the name") << QByteArray("X Test") << QByteArray("1");
#endif
}

void tst_BadInput::aBadHeaderThatQtTakesFailsToo()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    TestServer server;
    server.start();
    Client client;
    QNetworkRequest request(server.url());
    request.setRawHeader(name, value);
    client.open(request);
    QVERIFY(client.reaches(Failed));
    QCOMPARE(client.lastError().category, ErrorCategory::Configuration);
    settle();
    QCOMPARE(server.visitCount(), 0);
}

void tst_BadInput::aHeaderThatQtDropsDoesNotArrive()
{
#if HOLDFAST_QT_DROPS_BAD_HEADERS
    // Nobody can know any more that there was one, but no other may come of it.
    TestServer server;
    server.start();
    Client client;
    QNetworkRequest request(server.url());
    request.setRawHeader("X-Test", "a\r\nInjected: 1");
    QVERIFY(request.rawHeaderList().isEmpty());
    client.open(request);
    QVERIFY(client.reaches(Connected));
    QVERIFY(!server.visit(0).head.contains("Injected"));
#else
    QSKIP("this Qt drops none");
#endif
}

void tst_BadInput::aGoodHeaderTakesThePlaceOfABadOne()
{
    TestServer server;
    server.start();
    Client client;
    QNetworkRequest request(server.url());
    ReconnectingWebSocket::setHeader(request, "X-Test", "a\nb");
    ReconnectingWebSocket::setHeader(request, "X Test", "1");
    client.open(request);
    QVERIFY(client.reaches(Failed));
    request = client.request(); // what is wrong is kept with the rest
    ReconnectingWebSocket::setHeader(request, "x-test", "good");
    client.open(request);
    QVERIFY(client.reaches(Failed));
    QVERIFY2(client.lastError().detail.contains(QStringLiteral("X%20Test")),
             qPrintable(client.lastError().detail));
    ReconnectingWebSocket::setHeader(request, "X Test", {}); // removes it
    client.open(request);
    QVERIFY(client.reaches(Connected));
    QCOMPARE(TestServer::header(server.visit(0).head, "X-Test"), QByteArray("good"));
}

void tst_BadInput::aBadUrlFromTheProviderFailsToo()
{
    Client client;
    client.setRequestProvider(
        [](Reason, const RequestReply &reply) { reply.accept(QNetworkRequest()); });
    client.open(QUrl(u"ws://127.0.0.1:1/"_s));
    QVERIFY(client.reaches(Failed));
    QCOMPARE(client.lastError().category, ErrorCategory::Configuration);
}

void tst_BadInput::whatIsPendingGoesOutOnceTheUrlIsGood()
{
    TestServer server;
    server.start();
    Client client;
    client.open(QUrl(u"http://127.0.0.1/"_s));
    client.sendTextMessage(QStringLiteral("one"));
    QVERIFY(client.reaches(Failed));
    client.sendTextMessage(QStringLiteral("two"));
    client.open(server.url());
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(server.texts(), (QStringList{u"one"_s, u"two"_s}));
}

void tst_BadInput::opensABadUrlInItsOwnFailedHandlerWithoutEnd()
{
    Policy policy = quick();
    policy.pacing = {.burst = 6, .refill = 1h, .gap = 0ms, .reserve = 3, .reserveRefill = 1h};
    Client client(policy);
    connect(&client, &ReconnectingWebSocket::failed, this, [&] { client.open(); });
    client.open(QUrl(u"http://127.0.0.1/"_s));
    QVERIFY(client.reaches(WaitingToRetry)); // the budget stops even this
    QCOMPARE(client.waitReason(), WaitReason::Pacing);
}

// ---- policies ----

void tst_BadInput::badPoliciesAreRefused_data()
{
    using Spoil = std::function<void(Policy &)>;
    QTest::addColumn<Spoil>("spoil");
    const auto row = [](const char *name, Spoil spoil) { QTest::newRow(name) << std::move(spoil); };
    row("backoff.base", [](Policy &p) { p.backoff.base = -1ms; });
    row("backoff.cap", [](Policy &p) { p.backoff.cap = 0ms; });
    row("backoff.floor", [](Policy &p) { p.backoff.floor = -1ms; });
    row("backoff.factor", [](Policy &p) { p.backoff.factor = 0.5; });
    row("backoff.factor",
        [](Policy &p) { p.backoff.factor = std::numeric_limits<double>::quiet_NaN(); });
    row("backoff.factor",
        [](Policy &p) { p.backoff.factor = std::numeric_limits<double>::infinity(); });
    row("connectTimeout", [](Policy &p) { p.connectTimeout = 0ms; });
    row("heartbeatInterval", [](Policy &p) { p.heartbeatInterval = Duration::min(); });
    row("heartbeatTimeout", [](Policy &p) { p.heartbeatTimeout = Duration::max(); });
    row("closeTimeout", [](Policy &p) { p.closeTimeout = 25h; });
    row("pacing.burst", [](Policy &p) { p.pacing.burst = 0; });
    row("pacing.burst", [](Policy &p) { p.pacing.burst = std::numeric_limits<int>::max(); });
    row("pacing.refill", [](Policy &p) { p.pacing.refill = 0ms; });
    row("pacing.reserve", [](Policy &p) { p.pacing.reserve = -1; });
    row("outbox.maxPendingMessages", [](Policy &p) { p.outbox.maxPendingMessages = 0; });
    row("outbox.maxMessageBytes", [](Policy &p) { p.outbox.maxMessageBytes = -1; });
    row("outbox.windowMessages",
        [](Policy &p) { p.outbox.windowMessages = std::numeric_limits<int>::min(); });
    row("maxAttempts", [](Policy &p) { p.maxAttempts = -1; });
    row("maxFramesPerSecond", [](Policy &p) { p.maxFramesPerSecond = -1; });
    row("maxIncomingBytes",
        [](Policy &p) { p.maxIncomingBytes = std::numeric_limits<qint64>::max(); });
    row("patience", [](Policy &p) { p.patience = 0; });
}

void tst_BadInput::badPoliciesAreRefused()
{
    QFETCH(std::function<void(Policy &)>, spoil);
    TestServer server;
    server.start();
    Client client;
    client.open(server.url());
    QSignalSpy error(&client, &ReconnectingWebSocket::errorOccurred);
    Policy policy = quick();
    spoil(policy);
    QVERIFY(!client.setPolicy(policy));
    QVERIFY(client.policy() == quick());
    settle();
    QCOMPARE(error.count(), 1);
    const auto said = error.at(0).at(0).value<ConnectionError>();
    QCOMPARE(said.category, ErrorCategory::Configuration);
    QVERIFY2(said.detail.contains(QLatin1StringView(QTest::currentDataTag())),
             qPrintable(said.detail));
    QVERIFY(client.reaches(Connected));
}

// ---- goodbyes ----

void tst_BadInput::badCloseCodesBecomeNormalClosure_data()
{
    QTest::addColumn<quint16>("asked");
    QTest::addColumn<int>("said");
    for (const quint16 code : {0, 1, 999, 1001, 1005, 1006, 1012, 2999, 5000, 65535})
        QTest::addRow("%d", code) << code << 1000;
    for (const quint16 code : {1000, 3000, 4999})
        QTest::addRow("%d", code) << code << int(code);
}

void tst_BadInput::badCloseCodesBecomeNormalClosure()
{
    QFETCH(quint16, asked);
    QFETCH(int, said);
    TestServer server;
    server.start();
    Client client;
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    client.close(asked);
    QVERIFY(client.reaches(Closed));
    EVENTUALLY(server.visit(0).over);
    QCOMPARE(server.visit(0).closeCode, said);
    QCOMPARE(client.closeCode(), said);
}

void tst_BadInput::anOverlongReasonIsCutAtACharacter()
{
    TestServer server;
    server.start();
    Client client;
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    const QString anchor = QString::fromUtf8("\xE2\x9A\x93"); // three bytes
    const QString wide = QString::fromUtf8("\xF0\x9F\x90\x8C"); // four bytes, two QChars
    client.close(3000, anchor.repeated(40) + wide.repeated(1000));
    QVERIFY(client.reaches(Closed));
    EVENTUALLY(server.visit(0).over);
    QCOMPARE(server.visit(0).closeCode, 3000);
    QCOMPARE(client.closeReason(), anchor.repeated(40));
}

// ---- the rest ----

void tst_BadInput::unknownNumbersAreNotConfirmed()
{
    Client client;
    QSignalSpy delivered(&client, &ReconnectingWebSocket::messageDelivered);
    client.sendTextMessage(QStringLiteral("never written"));
    for (const quint64 number :
         {quint64(0), quint64(1), quint64(2), std::numeric_limits<quint64>::max()})
        client.confirm(number);
    settle();
    QCOMPARE(delivered.count(), 0);
    QCOMPARE(client.pendingMessageCount(), 1);
}

void tst_BadInput::noProtocolIsNoChange()
{
    TestServer server;
    server.start();
    Client client;
    client.setProtocol(nullptr);
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    client.setProtocol(nullptr);
    client.sendTextMessage(QStringLiteral("one"));
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(server.visitCount(), 1);
}

void tst_BadInput::callsOutOfSeasonDoNothing()
{
    Client client;
    client.close();
    client.retryNow();
    client.credentialsChanged();
    client.ignoreSslErrors();
    client.closeWhenDelivered(-1h);
    client.closeWhenDelivered(std::chrono::milliseconds::max());
    client.setVerdictOverride({});
    client.setRequestProvider({});
    settle();
    QCOMPARE(client.state(), Closed);
    QCOMPARE(client.attemptCount(), 0);
}

void tst_BadInput::loneSurrogatesCrashNothing()
{
    TestServer server;
    server.start();
    Client client;
    client.open(server.url());
    client.sendTextMessage(QString(QChar(0xd800)));
    client.sendTextMessage(QStringLiteral("after it"));
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(server.texts().constLast(), QStringLiteral("after it"));
}

QTEST_GUILESS_MAIN(tst_BadInput)
#include "tst_badinput.moc"
