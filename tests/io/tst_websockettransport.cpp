// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "badserver.h"
#include "websockettransport.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qtranslator.h>
#include <QtNetwork/qtcpserver.h>
#include <QtTest/qtest.h>
#include <QtWebSockets/qwebsocket.h>
#include <QtWebSockets/qwebsocketserver.h>

#include <functional>
#include <memory>

using namespace Holdfast;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = Ending::Kind;

namespace {

//! How an endpoint should end.
struct Expected
{
    const char *endpoint;
    bool opens;
    Ending::Kind kind;
    int code = 0; //!< of the close frame, or HTTP status
    std::optional<Duration> retryAfter;
    QString reason;
    QStringList texts; //!< what arrives before
};

QString because(int code) { return u"because %1"_s.arg(code); }

const QList<Expected> &endingEndpoints()
{
    constexpr bool refuses = false;
    constexpr bool opens = true;
    static const QList<Expected> all = [] {
        QList<Expected> list{
            {"fin_onaccept", refuses, Kind::Lost},
            {"fin_prehandshake", refuses, Kind::Lost},
            {"rst_onaccept", refuses, Kind::Lost},
            {"rst_pre", refuses, Kind::Lost},
            {"garbage", refuses, Kind::NotWebSocket},
            {"badstatus", refuses, Kind::NotWebSocket},
            {"hugehead", refuses, Kind::NotWebSocket},
            {"notls", refuses, Kind::NotWebSocket},
            {"selfsigned_echo", refuses, Kind::Tls},

            // Promised, and not kept.
            {"badsub", refuses, Kind::HttpAnswer, 101},
            {"connmulti", refuses, Kind::HttpAnswer, 101},
            {"http10", refuses, Kind::HttpAnswer, 101},
            {"wrongaccept", refuses, Kind::HttpAnswer, 101},

            {"inject", refuses, Kind::HttpAnswer, 403},
            {"injectclose", refuses, Kind::HttpAnswer, 503},
            {"h401ka", refuses, Kind::HttpAnswer, 401},
            {"h429", refuses, Kind::HttpAnswer, 429, 3s},
            {"h503", refuses, Kind::HttpAnswer, 503, 7s},
            {"h503ka", refuses, Kind::HttpAnswer, 503, 7s},
            {"h503late", refuses, Kind::HttpAnswer, 503, 7s},
            {"h503soon", refuses, Kind::HttpAnswer, 503},
            {"h503date", refuses, Kind::HttpAnswer, 503, 2min},
            {"tls_h503ka", refuses, Kind::HttpAnswer, 503, 7s},

            {"c1000fin", opens, Kind::CloseFrame, 1000, {}, QStringLiteral("bye")},
            {"c1005none", opens, Kind::CloseFrame, 1000},
            {"c1001early", opens, Kind::CloseFrame, 1001, {}, QStringLiteral("early")},
            {"cadvice",
             opens,
             Kind::CloseFrame,
             4001,
             {},
             QStringLiteral(R"({"retryAfter":1500,"spread":0})")},
            {"cnever", opens, Kind::CloseFrame, 1011, {}, QStringLiteral(R"({"reconnect":false})")},
            {"storm", opens, Kind::CloseFrame, 1011},
            {"msgs_close",
             opens,
             Kind::CloseFrame,
             1001,
             {},
             QStringLiteral("bye"),
             {QStringLiteral("m1"), QStringLiteral("m2"), QStringLiteral("m3")}},

            {"rst", opens, Kind::Lost},
            {"fin_noclose", opens, Kind::Lost},
            {"msgs_fin",
             opens,
             Kind::Lost,
             0,
             {},
             {},
             {QStringLiteral("m1"), QStringLiteral("m2")}},
            {"tls_rst", opens, Kind::Lost},
            {"tls_fin_noclose", opens, Kind::Lost},
            {"tls_c1012", opens, Kind::UnknownCloseCode},
        };
        static const QStringList names = [] {
            QStringList made;
            for (const int status :
                 {200, 301, 302, 400, 401, 403, 404, 407, 410, 426, 500, 502, 504})
                made << u"h%1"_s.arg(status);
            for (const int code : {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 4001,
                                   4400, 4401, 4403, 4408, 4409, 999,  1006, 1012, 1013, 1014})
                made << u"c%1"_s.arg(code);
            return made;
        }();
        static const QByteArrayList kept = [] {
            QByteArrayList made;
            for (const QString &name : names)
                made << name.toLatin1();
            return made;
        }();
        for (const QByteArray &name : kept) {
            const int code = name.mid(1).toInt();
            const bool isHidden = code < 1000 || code == 1006 || (code > 1011 && code < 3000);
            if (name.startsWith('h'))
                list.append({name.constData(), refuses, Kind::HttpAnswer, code});
            else if (isHidden)
                list.append({name.constData(), opens, Kind::UnknownCloseCode});
            else
                list.append({name.constData(), opens, Kind::CloseFrame, code, {}, because(code)});
        }
        return list;
    }();
    return all;
}

//! They never answer the upgrade.
const QList<const char *> SilentEndpoints{"mute", "halfheader", "banner", "tls_mute"};

//! They take the connection and would keep it.
const QList<const char *> LastingEndpoints{
    "echo",       "nosub",        "goodsub",   "early",    "pinging",   "deaf",         "pingless",
    "newestpong", "strangepongs", "noread",    "slowsink", "sink",      "slowbig",      "partial",
    "partial2",   "big1m",        "lateclose", "tls_echo", "tls_early", "tls_slowsink", "tls_sink"};

//! They have a test of their own.
const QList<const char *> SpecialEndpoints{"rsv", "badutf8", "utfsplit"};

//! Hears everything that a transport says, and notices when it speaks out of turn.
class Witness : public QObject
{
public:
    explicit Witness(WebSocketTransport &transport)
    {
        const auto note = [this](const char *name) {
            m_spokeInside |= m_inside;
            m_spokeAfterwards |= m_isOver;
            said << QLatin1StringView(name);
        };
        connect(&transport, &Transport::opened, this, [=, this](const Greeting &greeting) {
            note("opened");
            greetings << greeting;
        });
        connect(&transport, &Transport::received, this, [=, this](const Frame &frame) {
            note("received");
            frames << frame;
            if (frame.kind == Frame::Kind::Text)
                texts << frame.payload.text();
        });
        connect(&transport, &Transport::heard, this, [=, this] {
            note("heard");
            ++heardCount;
        });
        connect(&transport, &Transport::drained, this, [=, this](qint64 bytes) {
            note("drained");
            unwritten = bytes;
        });
        connect(&transport, &Transport::ended, this, [=, this](const Ending &ending) {
            note("ended");
            endings << ending;
            m_isOver = true;
        });
    }

    //! Calls the transport; not a word may be heard from inside.
    void during(const std::function<void()> &call)
    {
        m_inside = true;
        call();
        m_inside = false;
    }
    //! From here on silence is expected.
    void expectSilence() { m_isOver = true; }
    [[nodiscard]] bool hasManners() const { return !m_spokeInside && !m_spokeAfterwards; }

    QStringList said;
    QList<Greeting> greetings;
    QList<Frame> frames;
    QStringList texts;
    QList<Ending> endings;
    int heardCount = 0;
    qint64 unwritten = -1;

private:
    bool m_inside = false;
    bool m_isOver = false;
    bool m_spokeInside = false;
    bool m_spokeAfterwards = false;
};

} // namespace

class tst_WebSocketTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyEndpointHasItsTest();

    void endsOnceAndAsItWas_data();
    void endsOnceAndAsItWas();
    void waitsForEverForAnAnswer_data();
    void waitsForEverForAnAnswer();
    void hangsUpOnce_data();
    void hangsUpOnce();
    void fallsSilentWhenAbandoned_data();
    void fallsSilentWhenAbandoned();
    void mayBeAbandonedFromInsideAnySignal_data();
    void mayBeAbandonedFromInsideAnySignal();
    void mayBeDeletedFromInsideAnySignal_data();
    void mayBeDeletedFromInsideAnySignal();

    void saysThatNobodyListens();
    void saysThatTheHostIsUnknown();
    void saysThatTheRequestIsBad_data();
    void saysThatTheRequestIsBad();
    void saysThatTheProxyIsToBlame_data();
    void saysThatTheProxyIsToBlame();
    void asksForTheProxysCredentialsOnce();
    void callsALocalProtocolErrorByItsCode();
    void takesAFragmentedCharacterOrSaysWhyNot();
    void knowsHiddenCloseCodesInEveryLanguage();

    void tellsWhatTheServerChose();
    void sendsHeadersAndPath();
    void sendsOneFramePerMessage();
    void refusesWhatIsTooBig();
    void carriesMessagesBothWays();
    void writesOnlyWhileConnected();
    void writesNothingAfterAGoodbye_data();
    void writesNothingAfterAGoodbye();
    void tellsTheRealCloseCodeToThePeer();
    void leavesADeafPeerThatTakesNoMore();
    void hearsBytesBeforeTheyMakeAFrame();
    void reportsWhatIsUnwrittenDownToNothing_data();
    void reportsWhatIsUnwrittenDownToNothing();
    void tellsOfALargeFrameOnlyAFewTimes();
    void resetsTheConnectionWhenAbandoned_data();
    void resetsTheConnectionWhenAbandoned();
    void deliversMessagesBeforeTheEnd();

    void refusesACertificateThatNobodyVouchesFor();
    void acceptsACertificateOfAKnownAuthority();
    void acceptsACertificateThatTheHandlerForgives();
    void acceptsTheErrorsThatWereExpected();
    void acceptsAnyCertificateOnRequest();

private:
    [[nodiscard]] DialRequest to(const char *endpoint) const;
    [[nodiscard]] DialRequest to(const QUrl &url) const;
    //! Long enough for anything that is under way to arrive: a whole conversation with the same
    //! server.
    void letOthersSpeak();
    //! Until the server says that more than \a count connections to \a endpoint are over.
    void awaitFarewell(const QByteArray &endpoint, int count) const;
    [[nodiscard]] int farewellCount(const QByteArray &endpoint) const
    {
        return int(m_server.farewells(QString::fromLatin1(endpoint)).size());
    }

    BadServer m_server;
};

#define VERIFY_SOON(condition) QVERIFY2(soon([&] { return condition; }), "not: " #condition)
#define VERIFY_OPENED(witness) VERIFY_SOON((witness).greetings.size() == 1)
#define VERIFY_ENDED(witness) VERIFY_SOON((witness).endings.size() == 1)

void tst_WebSocketTransport::initTestCase() { QCOMPARE(m_server.start(), QString()); }

DialRequest tst_WebSocketTransport::to(const QUrl &url) const
{
    DialRequest dial;
    dial.request.setUrl(url);
    dial.proxy = QNetworkProxy::NoProxy;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(m_server.authority());
    dial.sslConfiguration = tls;
    return dial;
}

DialRequest tst_WebSocketTransport::to(const char *endpoint) const
{
    return to(m_server.url(QLatin1StringView(endpoint)));
}

void tst_WebSocketTransport::letOthersSpeak()
{
    WebSocketTransport other;
    Witness witness(other);
    other.open(to("echo"));
    VERIFY_OPENED(witness);
    other.write(Frame::text(QStringLiteral("anybody there?")));
    VERIFY_SOON(witness.texts.size() == 1);
}

void tst_WebSocketTransport::awaitFarewell(const QByteArray &endpoint, int count) const
{
    if (endpoint == "selfsigned_echo")
        return; // where TLS fails, the server hears of no connection
    VERIFY_SOON(farewellCount(endpoint) > count);
}

void tst_WebSocketTransport::everyEndpointHasItsTest()
{
    QStringList tested;
    for (const Expected &expected : endingEndpoints())
        tested << QLatin1StringView(expected.endpoint);
    for (const auto &list : {SilentEndpoints, LastingEndpoints, SpecialEndpoints}) {
        for (const char *endpoint : list)
            tested << QLatin1StringView(endpoint);
    }
    tested.sort();
    QCOMPARE(tested, m_server.endpoints());
}

// ---- every endpoint ----

void tst_WebSocketTransport::endsOnceAndAsItWas_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < endingEndpoints().size(); ++i)
        QTest::newRow(endingEndpoints().at(i).endpoint) << i;
}

void tst_WebSocketTransport::endsOnceAndAsItWas()
{
    QFETCH(int, index);
    const Expected &expected = endingEndpoints().at(index);
    const int before = farewellCount(expected.endpoint);

    WebSocketTransport transport;
    Witness witness(transport);
    witness.during([&] { transport.open(to(expected.endpoint)); });
    VERIFY_ENDED(witness);

    const Ending ending = witness.endings.constFirst();
    QCOMPARE(ending.kind, expected.kind);
    QCOMPARE(witness.greetings.size(), expected.opens ? 1 : 0);
    if (expected.kind == Kind::HttpAnswer)
        QCOMPARE(ending.httpStatus, expected.code);
    else
        QCOMPARE(ending.httpStatus, 0);
    if (expected.kind == Kind::CloseFrame)
        QCOMPARE(int(ending.closeCode), expected.code);
    QCOMPARE(ending.retryAfter.has_value(), expected.retryAfter.has_value());
    if (expected.retryAfter) // a date is a little nearer by now
        QVERIFY(*ending.retryAfter <= *expected.retryAfter
                && *ending.retryAfter > *expected.retryAfter - 60s);
    QCOMPARE(ending.reason, expected.reason);
    QCOMPARE(witness.texts, expected.texts);
    if (expected.kind != Kind::CloseFrame)
        QVERIFY(!ending.detail.isEmpty());

    // That was all, also after the server has had its say.
    witness.during([&] {
        transport.write(Frame::text(QStringLiteral("too late")));
        transport.hangUp(1000, {});
    });
    awaitFarewell(expected.endpoint, before);
    letOthersSpeak();
    witness.during([&] { transport.abandon(); });
    QCOMPARE(witness.endings.size(), 1);
    QVERIFY(witness.hasManners());
}

void tst_WebSocketTransport::waitsForEverForAnAnswer_data()
{
    QTest::addColumn<QByteArray>("endpoint");
    for (const char *endpoint : SilentEndpoints)
        QTest::newRow(endpoint) << QByteArray(endpoint);
}

void tst_WebSocketTransport::waitsForEverForAnAnswer()
{
    QFETCH(QByteArray, endpoint);
    const int before = farewellCount(endpoint);
    WebSocketTransport transport;
    Witness witness(transport);
    witness.during([&] { transport.open(to(endpoint.constData())); });
    letOthersSpeak();
    witness.during([&] {
        transport.write(Frame::ping("not yet"));
        transport.hangUp(1000, {}); // nobody there to say it to
    });
    letOthersSpeak();
    QCOMPARE(witness.said, QStringList());
    QCOMPARE(farewellCount(endpoint), before);

    witness.during([&] { transport.abandon(); });
    awaitFarewell(endpoint, before);
    QCOMPARE(m_server.farewells(QString::fromLatin1(endpoint)).constLast().closeCode, 0);
    QCOMPARE(witness.said, QStringList());
}

void tst_WebSocketTransport::hangsUpOnce_data()
{
    QTest::addColumn<QByteArray>("endpoint");
    for (const char *endpoint : LastingEndpoints)
        QTest::newRow(endpoint) << QByteArray(endpoint);
}

void tst_WebSocketTransport::hangsUpOnce()
{
    QFETCH(QByteArray, endpoint);
    const int before = farewellCount(endpoint);
    WebSocketTransport transport;
    Witness witness(transport);
    witness.during([&] { transport.open(to(endpoint.constData())); });
    VERIFY_OPENED(witness);
    witness.during([&] {
        transport.hangUp(1000, QStringLiteral("enough"));
        transport.hangUp(1001, QStringLiteral("again"));
    });
    VERIFY_ENDED(witness);
    awaitFarewell(endpoint, before);
    letOthersSpeak();
    QCOMPARE(witness.greetings.size(), 1);
    QCOMPARE(witness.endings.size(), 1);
    QVERIFY(witness.hasManners());
}

void tst_WebSocketTransport::fallsSilentWhenAbandoned_data() { hangsUpOnce_data(); }

void tst_WebSocketTransport::fallsSilentWhenAbandoned()
{
    QFETCH(QByteArray, endpoint);
    const int before = farewellCount(endpoint);
    WebSocketTransport transport;
    Witness witness(transport);
    witness.during([&] { transport.open(to(endpoint.constData())); });
    VERIFY_OPENED(witness);
    witness.during([&] {
        transport.write(Frame::text(QStringLiteral("last words")));
        transport.abandon();
    });
    witness.expectSilence();
    awaitFarewell(endpoint, before);
    letOthersSpeak();
    QCOMPARE(witness.endings.size(), 0);
    QVERIFY(witness.hasManners());
}

// ---- from inside its signals ----

void tst_WebSocketTransport::mayBeAbandonedFromInsideAnySignal_data()
{
    QTest::addColumn<QByteArray>("signal");
    QTest::addColumn<QByteArray>("endpoint");
    const auto row = [](const char *signal, const char *endpoint) {
        QTest::addRow("%s, %s", signal, endpoint) << QByteArray(signal) << QByteArray(endpoint);
    };
    row("opened", "early");
    row("opened", "tls_early");
    row("opened", "c1001early");
    row("received", "early");
    row("received", "msgs_close");
    row("received", "tls_early");
    row("heard", "early");
    row("heard", "slowbig");
    row("drained", "echo");
    row("drained", "tls_echo");
    row("ended", "c1000");
    row("ended", "rst");
    row("ended", "h503ka");
    row("ended", "selfsigned_echo");
    row("ended", "garbage");
    row("sslErrors", "selfsigned_echo");
    row("proxyAuthenticationRequired", "h407");
}

namespace {

//! Does \a deed when \a transport gives \a signal.
void when(const QByteArray &signal, WebSocketTransport &transport, QObject *context,
          const std::function<void()> &deed)
{
    if (signal == "opened")
        QObject::connect(&transport, &Transport::opened, context, deed);
    else if (signal == "received")
        QObject::connect(&transport, &Transport::received, context, deed);
    else if (signal == "heard")
        QObject::connect(&transport, &Transport::heard, context, deed);
    else if (signal == "drained")
        QObject::connect(&transport, &Transport::drained, context, deed);
    else if (signal == "ended")
        QObject::connect(&transport, &Transport::ended, context, deed);
    else if (signal == "sslErrors")
        QObject::connect(&transport, &Transport::sslErrors, context, deed);
    else if (signal == "proxyAuthenticationRequired")
        QObject::connect(&transport, &Transport::proxyAuthenticationRequired, context, deed);
}

//! To somewhere through an endpoint that plays a proxy.
DialRequest through(const QUrl &proxy, DialRequest dial)
{
    dial.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, proxy.host(), quint16(proxy.port()));
    return dial;
}

} // namespace

void tst_WebSocketTransport::mayBeAbandonedFromInsideAnySignal()
{
    QFETCH(QByteArray, signal);
    QFETCH(QByteArray, endpoint);
    const int before = farewellCount(endpoint);
    bool isDone = false;
    WebSocketTransport transport;
    Witness witness(transport);
    when(signal, transport, this, [&] {
        isDone = true;
        transport.abandon();
        witness.expectSilence();
    });
    DialRequest dial = to(endpoint.constData());
    if (endpoint == "h407")
        dial = through(m_server.url(QStringLiteral("h407")), to("echo"));
    transport.open(dial);
    if (signal == "drained") {
        VERIFY_OPENED(witness);
        transport.write(Frame::text(QStringLiteral("x")));
    }
    VERIFY_SOON(isDone);
    awaitFarewell(endpoint, before);
    letOthersSpeak();
    QVERIFY(witness.hasManners());
}

void tst_WebSocketTransport::mayBeDeletedFromInsideAnySignal_data()
{
    mayBeAbandonedFromInsideAnySignal_data();
}

void tst_WebSocketTransport::mayBeDeletedFromInsideAnySignal()
{
    QFETCH(QByteArray, signal);
    QFETCH(QByteArray, endpoint);
    const int before = farewellCount(endpoint);
    auto transport = std::make_unique<WebSocketTransport>();
    Witness witness(*transport);
    when(signal, *transport, this, [&] {
        transport.reset();
        witness.expectSilence();
    });
    DialRequest dial = to(endpoint.constData());
    if (endpoint == "h407")
        dial = through(m_server.url(QStringLiteral("h407")), to("echo"));
    transport->open(dial);
    if (signal == "drained") {
        VERIFY_OPENED(witness);
        transport->write(Frame::text(QStringLiteral("x")));
    }
    VERIFY_SOON(!transport);
    awaitFarewell(endpoint, before);
    letOthersSpeak();
    QVERIFY(witness.hasManners());
}

// ---- dials that come to nothing ----

void tst_WebSocketTransport::saysThatNobodyListens()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QUrl url = m_server.url(QStringLiteral("echo"));
    url.setPort(server.serverPort());
    server.close();

    WebSocketTransport transport;
    Witness witness(transport);
    witness.during([&] { transport.open(to(url)); });
    VERIFY_ENDED(witness);
    QCOMPARE(witness.endings.constFirst().kind, Kind::Refused);
    QCOMPARE(witness.said, QStringList{QStringLiteral("ended")});
    QVERIFY(witness.hasManners());
}

void tst_WebSocketTransport::saysThatTheHostIsUnknown()
{
    QUrl url = m_server.url(QStringLiteral("echo"));
    // Too long for the DNS, so that nobody outside is asked.
    url.setHost(QStringLiteral("long.").repeated(60) + QStringLiteral("invalid"));
    WebSocketTransport transport;
    Witness witness(transport);
    witness.during([&] { transport.open(to(url)); });
    VERIFY_ENDED(witness);
    QCOMPARE(witness.endings.constFirst().kind, Kind::HostNotFound);
    QCOMPARE(witness.said, QStringList{QStringLiteral("ended")});
}

void tst_WebSocketTransport::saysThatTheRequestIsBad_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("headerValue");
    const QString slashes = QStringLiteral("//");
    QTest::newRow("empty") << QString() << QByteArray();
    QTest::newRow("http") << u"http:"_s + slashes + u"127.0.0.1/"_s << QByteArray();
    QTest::newRow("port") << u"ws:"_s + slashes + u"127.0.0.1:99999/"_s << QByteArray();
    QTest::newRow("no host") << u"ws:"_s + slashes + u"/x"_s << QByteArray();
    QTest::newRow("line break in the path")
        << u"ws:"_s + slashes + u"127.0.0.1:1/a%0D%0AInjected: 1"_s << QByteArray();
    QTest::newRow("line break in a header")
        << u"ws:"_s + slashes + u"127.0.0.1:1/"_s << QByteArray("a\r\nInjected: 1");
}

void tst_WebSocketTransport::saysThatTheRequestIsBad()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, headerValue);
    DialRequest dial = to(QUrl(url));
    if (!headerValue.isEmpty())
        DialRequest::setHeader(dial.request, "X-Test", headerValue);
    WebSocketTransport transport;
    Witness witness(transport);
    witness.during([&] { transport.open(dial); });
    VERIFY_ENDED(witness);
    QCOMPARE(witness.endings.constFirst().kind, Kind::BadRequest);
    QVERIFY(!witness.endings.constFirst().detail.isEmpty());
    letOthersSpeak();
    QCOMPARE(witness.said, QStringList{QStringLiteral("ended")});
    QVERIFY(witness.hasManners());
}

void tst_WebSocketTransport::saysThatTheProxyIsToBlame_data()
{
    QTest::addColumn<QByteArray>("proxy");
    QTest::addColumn<QByteArray>("target");
    for (const char *proxy :
         {"h403", "h407", "h502", "garbage", "fin_prehandshake", "rst_pre", ""}) {
        for (const char *target : {"echo", "tls_echo"})
            QTest::addRow("%s, %s", *proxy ? proxy : "nobody", target)
                << QByteArray(proxy) << QByteArray(target);
    }
}

void tst_WebSocketTransport::saysThatTheProxyIsToBlame()
{
    QFETCH(QByteArray, proxy);
    QFETCH(QByteArray, target);
    QUrl url = m_server.url(QString::fromLatin1(proxy));
    if (proxy.isEmpty()) {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        url.setPort(server.serverPort());
    }
    WebSocketTransport transport;
    Witness witness(transport);
    witness.during([&] { transport.open(through(url, to(target.constData()))); });
    VERIFY_ENDED(witness);
    QCOMPARE(witness.endings.constFirst().kind, Kind::Proxy);
    letOthersSpeak();
    QCOMPARE(witness.said, QStringList{QStringLiteral("ended")});
    QVERIFY(witness.hasManners());
}

void tst_WebSocketTransport::asksForTheProxysCredentialsOnce()
{
    // Qt alone would send a wrong password thousands of times, which locks accounts.
    int askedCount = 0;
    WebSocketTransport transport;
    Witness witness(transport);
    connect(&transport, &Transport::proxyAuthenticationRequired, this,
            [&](const QNetworkProxy &, QAuthenticator *authenticator) {
                ++askedCount;
                authenticator->setUser(QStringLiteral("me"));
                authenticator->setPassword(QStringLiteral("wrong"));
            });
    transport.open(through(m_server.url(QStringLiteral("h407")), to("echo")));
    VERIFY_ENDED(witness);
    QCOMPARE(askedCount, 1);
    QCOMPARE(witness.endings.constFirst().kind, Kind::Proxy);
    QCOMPARE(witness.endings.constFirst().httpStatus, 407);
}

void tst_WebSocketTransport::callsALocalProtocolErrorByItsCode()
{
    for (const auto &[endpoint, code] : {std::pair{"rsv", 1002}, std::pair{"badutf8", 1007}}) {
        WebSocketTransport transport;
        Witness witness(transport);
        transport.open(to(endpoint));
        VERIFY_ENDED(witness);
        QCOMPARE(witness.endings.constFirst().kind, Kind::CloseFrame);
        QCOMPARE(int(witness.endings.constFirst().closeCode), code);
        QVERIFY(witness.texts.isEmpty());
    }
}

void tst_WebSocketTransport::takesAFragmentedCharacterOrSaysWhyNot()
{
    WebSocketTransport transport;
    Witness witness(transport);
    transport.open(to("utfsplit"));
    VERIFY_SOON(!witness.texts.isEmpty() || !witness.endings.isEmpty());
    if (witness.endings.isEmpty())
        QCOMPARE(witness.texts, QStringList{QStringLiteral("xéy")});
    else
        QCOMPARE(int(witness.endings.constFirst().closeCode), 1007); // Qt up to 6.8 cannot
}

void tst_WebSocketTransport::knowsHiddenCloseCodesInEveryLanguage()
{
    struct German : QTranslator
    {
        [[nodiscard]] bool isEmpty() const override { return false; }
        [[nodiscard]] QString translate(const char *, const char *source, const char *,
                                        int) const override
        {
            return QString::fromUtf8(source) == QStringLiteral("Invalid close code %1 detected.")
                ? QStringLiteral("Ungültiger Schließcode %1.")
                : QString();
        }
    } german;
    QVERIFY(QCoreApplication::installTranslator(&german));
    WebSocketTransport transport;
    Witness witness(transport);
    transport.open(to("c1012"));
    VERIFY_ENDED(witness);
    QCOMPARE(witness.endings.constFirst().kind, Kind::UnknownCloseCode);
    QCOMPARE(witness.endings.constFirst().reason, QString());
}

// ---- a good connection ----

void tst_WebSocketTransport::tellsWhatTheServerChose()
{
    for (const auto &[endpoint, chosen] : {std::pair{"goodsub", "b"}, std::pair{"nosub", ""}}) {
        DialRequest dial = to(endpoint);
        dial.subprotocols = {QStringLiteral("a"), QStringLiteral("b")};
        WebSocketTransport transport;
        Witness witness(transport);
        transport.open(dial);
        VERIFY_OPENED(witness);
        QCOMPARE(witness.greetings.constFirst().subprotocol, QLatin1StringView(chosen));
        QCOMPARE(witness.greetings.constFirst().url, m_server.url(QLatin1StringView(endpoint)));
    }
}

void tst_WebSocketTransport::sendsHeadersAndPath()
{
    QWebSocketServer server(QStringLiteral("test"), QWebSocketServer::NonSecureMode);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QUrl url = server.serverUrl();
    url.setPath(QString());
    url.setQuery(QStringLiteral("room=1"));
    DialRequest dial = to(url);
    dial.request.setRawHeader("Authorization", "Bearer x");
    WebSocketTransport transport;
    Witness witness(transport);
    transport.open(dial);
    VERIFY_OPENED(witness);
    VERIFY_SOON(server.hasPendingConnections());
    const std::unique_ptr<QWebSocket> peer(server.nextPendingConnection());
    QCOMPARE(peer->request().rawHeader("Authorization"), QByteArray("Bearer x"));
    QCOMPARE(peer->requestUrl().path(), QStringLiteral("/"));
    QCOMPARE(peer->requestUrl().query(), QStringLiteral("room=1"));
}

void tst_WebSocketTransport::sendsOneFramePerMessage()
{
    // As text of several frames, this would be cut inside a character, and a Qt server would hang
    // up.
    const QString text = QLatin1Char('x') + QString(400'000, QChar(0xe9));
    QCOMPARE(text.toUtf8().size(), 800'001);

    QWebSocketServer server(QStringLiteral("test"), QWebSocketServer::NonSecureMode);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    WebSocketTransport transport;
    Witness witness(transport);
    transport.open(to(server.serverUrl()));
    VERIFY_OPENED(witness);
    VERIFY_SOON(server.hasPendingConnections());
    const std::unique_ptr<QWebSocket> peer(server.nextPendingConnection());
    QString arrived;
    int frameCount = 0;
    connect(peer.get(), &QWebSocket::textMessageReceived, this,
            [&](const QString &message) { arrived = message; });
    connect(peer.get(), &QWebSocket::textFrameReceived, this, [&] { ++frameCount; });
    witness.during([&] { transport.write(Frame::text(text)); });
    VERIFY_SOON(!arrived.isEmpty() || !witness.endings.isEmpty());
    QVERIFY(arrived == text);
    QCOMPARE(frameCount, 1);
}

void tst_WebSocketTransport::refusesWhatIsTooBig()
{
    DialRequest dial = to("big1m");
    dial.maxIncomingBytes = (1 << 20) - 1;
    WebSocketTransport transport;
    Witness witness(transport);
    transport.open(dial);
    VERIFY_ENDED(witness);
    QCOMPARE(witness.endings.constFirst().kind, Kind::CloseFrame);
    QCOMPARE(int(witness.endings.constFirst().closeCode), 1009);
    QVERIFY(witness.frames.isEmpty());

    dial.maxIncomingBytes = 1 << 20;
    WebSocketTransport another;
    Witness pleased(another);
    another.open(dial);
    VERIFY_SOON(pleased.texts.size() == 1);
    QCOMPARE(pleased.texts.constFirst().size(), 1 << 20);
}

void tst_WebSocketTransport::carriesMessagesBothWays()
{
    const QList<Frame> frames{Frame::text(QStringLiteral("héllo")), Frame::text(QString()),
                              Frame::binary(QByteArray("\0\xff", 2)), Frame::binary(QByteArray()),
                              Frame::text(QString(70'000, QLatin1Char('x')))};
    for (const char *endpoint : {"echo", "tls_echo"}) {
        WebSocketTransport transport;
        Witness witness(transport);
        transport.open(to(endpoint));
        VERIFY_OPENED(witness);
        witness.during([&] {
            for (const Frame &frame : frames)
                transport.write(frame);
            transport.write(Frame::ping("hf 1"));
        });
        VERIFY_SOON(witness.frames.size() == frames.size() + 1);
        QVERIFY(witness.frames == frames + QList{Frame::pong("hf 1")});
        QVERIFY(witness.hasManners());
    }
}

void tst_WebSocketTransport::writesOnlyWhileConnected()
{
    const int before = farewellCount("sink");
    WebSocketTransport transport;
    Witness witness(transport);
    transport.write(Frame::text(QStringLiteral("before open()")));
    transport.hangUp(1000, {});
    transport.open(to("sink"));
    transport.write(Frame::text(QStringLiteral("before the upgrade")));
    transport.write(Frame::ping("so is a ping"));
    VERIFY_OPENED(witness);
    transport.hangUp(1000, {});
    transport.write(Frame::text(QStringLiteral("after the goodbye")));
    transport.write(Frame::ping("so is a ping"));
    VERIFY_ENDED(witness);
    transport.write(Frame::text(QStringLiteral("after the end")));
    awaitFarewell("sink", before);
    const int closeFrame = 2 + 4 + 2; // head, mask, code
    QCOMPARE(m_server.farewells(QStringLiteral("sink")).constLast().bytes, closeFrame);
}

void tst_WebSocketTransport::writesNothingAfterAGoodbye_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<int>("code");
    QTest::newRow("the peer's") << u"c1001early"_s << 1001;
    QTest::newRow("QWebSocket's own") << u"rsv"_s << 1002;
}

void tst_WebSocketTransport::writesNothingAfterAGoodbye()
{
    QFETCH(QString, endpoint);
    QFETCH(int, code);
    const int before = farewellCount(endpoint.toLatin1());
    WebSocketTransport transport;
    Witness witness(transport);
    // What came with the upgrade has been read by then, and is told later.
    connect(&transport, &Transport::opened, &transport, [&] {
        transport.write(Frame::text(QStringLiteral("too late")));
        transport.write(Frame::ping("so is a ping"));
    });
    transport.open(to(m_server.url(endpoint)));
    VERIFY_ENDED(witness);
    QCOMPARE(witness.greetings.size(), 1);
    const Ending ending = witness.endings.constFirst();
    QCOMPARE(int(ending.closeCode), code);
    awaitFarewell(endpoint.toLatin1(), before);
    const auto closeFrame = 2 + 4 + 2 + ending.reason.toUtf8().size(); // head, mask, code
    QCOMPARE(m_server.farewells(endpoint).constLast().bytes, closeFrame);
}

void tst_WebSocketTransport::tellsTheRealCloseCodeToThePeer()
{
    const int before = farewellCount("deaf");
    WebSocketTransport transport;
    Witness witness(transport);
    transport.open(to("deaf"));
    VERIFY_OPENED(witness);
    witness.during([&] { transport.hangUp(4123, QStringLiteral("bye")); });
    awaitFarewell("deaf", before);
    QCOMPARE(m_server.farewells(QStringLiteral("deaf")).constLast().closeCode, 4123);
    VERIFY_ENDED(witness);
}

void tst_WebSocketTransport::leavesADeafPeerThatTakesNoMore()
{
    // The goodbye is stuck behind megabytes that the peer does not take: QWebSocket would wait for
    // ever.
    const int before = farewellCount("noread");
    WebSocketTransport transport;
    Witness witness(transport);
    transport.open(to("noread"));
    VERIFY_OPENED(witness);
    witness.during([&] {
        transport.write(Frame::binary(QByteArray(32 << 20, 'x')));
        transport.hangUp(1000, {});
    });
    letOthersSpeak();
    QCOMPARE(witness.endings.size(), 0);
    QCOMPARE(farewellCount("noread"), before);
    witness.during([&] { transport.abandon(); });
    witness.expectSilence();
    awaitFarewell("noread", before);
    QCOMPARE(m_server.farewells(QStringLiteral("noread")).constLast().how, QStringLiteral("reset"));
    QVERIFY(witness.hasManners());
}

void tst_WebSocketTransport::hearsBytesBeforeTheyMakeAFrame()
{
    WebSocketTransport transport;
    Witness witness(transport);
    int heardBefore = -1;
    connect(&transport, &Transport::received, this, [&] { heardBefore = witness.heardCount; });
    transport.open(to("slowbig"));
    VERIFY_SOON(witness.frames.size() == 1);
    QCOMPARE(witness.frames.constFirst().payload.byteCount(), 400'000);
    QVERIFY2(heardBefore > 2, qPrintable(QString::number(heardBefore)));
}

void tst_WebSocketTransport::reportsWhatIsUnwrittenDownToNothing_data()
{
    QTest::addColumn<QByteArray>("endpoint");
    QTest::newRow("ws") << QByteArray("sink");
    QTest::newRow("wss") << QByteArray("tls_sink");
}

void tst_WebSocketTransport::reportsWhatIsUnwrittenDownToNothing()
{
    QFETCH(QByteArray, endpoint);
    WebSocketTransport transport;
    Witness witness(transport);
    qint64 most = 0;
    connect(&transport, &Transport::drained, this,
            [&](qint64 unwritten) { most = std::max(most, unwritten); });
    transport.open(to(endpoint.constData()));
    VERIFY_OPENED(witness);
    constexpr qint64 Size = 16 << 20;
    witness.unwritten = -1; // forget the upgrade request's
    witness.during([&] { transport.write(Frame::binary(QByteArray(Size, 'x'))); });
    VERIFY_SOON(witness.unwritten == 0);
    QVERIFY2(most < Size + Size / 4, qPrintable(QString::number(most)));
}

void tst_WebSocketTransport::tellsOfALargeFrameOnlyAFewTimes()
{
    WebSocketTransport transport;
    Witness witness(transport);
    transport.open(to("sink"));
    VERIFY_OPENED(witness);
    witness.unwritten = -1;
    int told = 0;
    connect(&transport, &Transport::drained, this, [&] { ++told; });
    QElapsedTimer time;
    time.start();
    transport.write(Frame::binary(QByteArray(16 << 20, 'x'))); // QTcpSocket speaks of each 32 KiB
    VERIFY_SOON(witness.unwritten == 0);
    // Once for each half, and a hundred times a second: who reads slowly gives more time as well.
    QVERIFY2(told <= 20 + time.elapsed() / 10,
             qPrintable(u"%1 in %2 ms"_s.arg(told).arg(time.elapsed())));
}

void tst_WebSocketTransport::resetsTheConnectionWhenAbandoned_data()
{
    QTest::addColumn<QByteArray>("endpoint");
    QTest::newRow("ws") << QByteArray("slowsink");
    QTest::newRow("wss") << QByteArray("tls_slowsink");
}

void tst_WebSocketTransport::resetsTheConnectionWhenAbandoned()
{
    QFETCH(QByteArray, endpoint);
    const int before = farewellCount(endpoint);
    constexpr qint64 Size = 16 << 20;
    WebSocketTransport transport;
    Witness witness(transport);
    transport.open(to(endpoint.constData()));
    VERIFY_OPENED(witness);
    transport.write(Frame::binary(QByteArray(Size, 'x')));
    VERIFY_SOON(witness.unwritten > Size / 4
                && witness.unwritten < Size); // the kernels hold the rest
    letOthersSpeak();
    transport.abandon();
    awaitFarewell(endpoint, before);
    const BadServer::Farewell farewell
        = m_server.farewells(QString::fromLatin1(endpoint)).constLast();
    QCOMPARE(farewell.how, QStringLiteral("reset"));
    QVERIFY(farewell.bytes < Size / 2);
}

void tst_WebSocketTransport::deliversMessagesBeforeTheEnd()
{
    WebSocketTransport transport;
    Witness witness(transport);
    transport.open(to("msgs_close"));
    VERIFY_ENDED(witness);
    QStringList order = witness.said;
    order.removeAll(QStringLiteral("heard"));
    order.removeAll(QStringLiteral("drained"));
    const QStringList expected{QStringLiteral("opened"), QStringLiteral("received"),
                               QStringLiteral("received"), QStringLiteral("received"),
                               QStringLiteral("ended")};
    QCOMPARE(order, expected);
}

// ---- TLS ----

void tst_WebSocketTransport::refusesACertificateThatNobodyVouchesFor()
{
    for (const char *endpoint : {"selfsigned_echo", "tls_echo"}) {
        DialRequest dial = to(endpoint);
        dial.sslConfiguration.reset(); // the system knows nothing of our authority
        QList<QSslError> errors;
        WebSocketTransport transport;
        Witness witness(transport);
        connect(&transport, &Transport::sslErrors, this,
                [&](const QList<QSslError> &list) { errors = list; });
        transport.open(dial);
        VERIFY_ENDED(witness);
        QCOMPARE(witness.endings.constFirst().kind, Kind::Tls);
        QVERIFY(!witness.endings.constFirst().detail.isEmpty());
        QVERIFY(!errors.isEmpty());
        QCOMPARE(witness.said, QStringList{QStringLiteral("ended")});
    }
}

void tst_WebSocketTransport::acceptsACertificateOfAKnownAuthority()
{
    WebSocketTransport transport;
    Witness witness(transport);
    transport.open(to("tls_echo"));
    VERIFY_OPENED(witness);
}

void tst_WebSocketTransport::acceptsACertificateThatTheHandlerForgives()
{
    WebSocketTransport transport;
    Witness witness(transport);
    connect(&transport, &Transport::sslErrors, &transport, [&] { transport.ignoreSslErrors(); });
    transport.open(to("selfsigned_echo"));
    VERIFY_OPENED(witness);
    QVERIFY(witness.endings.isEmpty());
}

void tst_WebSocketTransport::acceptsTheErrorsThatWereExpected()
{
    DialRequest dial = to("selfsigned_echo");
    dial.expectedSslErrors = {QSslError(QSslError::SelfSignedCertificate, m_server.selfSigned())};
    WebSocketTransport transport;
    Witness witness(transport);
    transport.open(dial);
    VERIFY_OPENED(witness);

    dial.expectedSslErrors = {QSslError(QSslError::CertificateExpired, m_server.selfSigned())};
    WebSocketTransport another;
    Witness disappointed(another);
    another.open(dial);
    VERIFY_ENDED(disappointed);
    QCOMPARE(disappointed.endings.constFirst().kind, Kind::Tls);
}

void tst_WebSocketTransport::acceptsAnyCertificateOnRequest()
{
    DialRequest dial = to("selfsigned_echo");
    dial.ignoreAllSslErrors = true;
    WebSocketTransport transport;
    Witness witness(transport);
    transport.open(dial);
    VERIFY_OPENED(witness);
}

QTEST_GUILESS_MAIN(tst_WebSocketTransport)
#include "tst_websockettransport.moc"
