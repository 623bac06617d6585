// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "policy.h"
#include "verdict.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Action = Verdict::Action;
using Kind = Ending::Kind;
using enum ErrorCategory;

Q_DECLARE_METATYPE(Holdfast::Ending)
Q_DECLARE_METATYPE(Holdfast::Verdict)

namespace {

Ending closeFrame(quint16 code, const QString &reason = {})
{
    return {.kind = Kind::CloseFrame, .closeCode = code, .reason = reason};
}

Ending http(int status, std::optional<Duration> retryAfter = {})
{
    return {.kind = Kind::HttpAnswer, .httpStatus = status, .retryAfter = retryAfter};
}

Verdict retry(ErrorCategory category, int weight = 1)
{
    return {.action = Action::Retry, .category = category, .weight = weight};
}

Verdict retryNotBefore(ErrorCategory category, Duration wait, Duration spread = 10s)
{
    return {.category = category, .notBefore = wait, .spread = spread};
}

Verdict refresh() { return {.action = Action::Refresh, .category = AuthenticationRejected}; }

Verdict failIfRepeated(ErrorCategory category)
{
    return {.action = Action::FailIfRepeated, .category = category};
}

Verdict fail(ErrorCategory category) { return {.action = Action::Fail, .category = category}; }

QByteArray words(const Verdict &verdict)
{
    QByteArray text = "action " + QByteArray::number(static_cast<int>(verdict.action))
        + ", category "
        + QMetaEnum::fromType<ErrorCategory>().valueToKey(static_cast<int>(verdict.category))
        + ", weight " + QByteArray::number(verdict.weight);
    if (verdict.notBefore)
        text += ", not before " + QByteArray::number(verdict.notBefore->count()) + " ms";
    return text + ", spread " + QByteArray::number(verdict.spread.count()) + " ms";
}

} // namespace

//! The table of verdicts, row by row.
class tst_Verdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheTable_data();
    void followsTheTable();
    void behindAPortalAStrangeAnswerIsNotFinal_data();
    void behindAPortalAStrangeAnswerIsNotFinal();
    void normalClosureMayEndTheConversation();
    void retryAfterIsClamped_data();
    void retryAfterIsClamped();
    void theServersAdviceIsObeyed_data();
    void theServersAdviceIsObeyed();
    void theServersAdviceIsClamped_data();
    void theServersAdviceIsClamped();
    void adviceThatSaysNothingIsIgnored_data();
    void adviceThatSaysNothingIsIgnored();
    void theWordsOfTheServerDoNotMatterOtherwise();
    void adviceNeedsACloseFrame();
    void spreadAndOverloadWaitFollowThePolicy();
    void everyCloseCodeIsExplained_data();
    void everyCloseCodeIsExplained();
};

void tst_Verdict::followsTheTable_data()
{
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<Verdict>("expected");

    QTest::newRow("refused") << Ending{.kind = Kind::Refused} << retry(ConnectionRefused);
    QTest::newRow("host not found") << Ending{.kind = Kind::HostNotFound} << retry(HostNotFound);
    QTest::newRow("timeout") << Ending{.kind = Kind::TimedOut} << retry(Timeout);
    QTest::newRow("silence") << Ending{.kind = Kind::Silent} << retry(Timeout);
    QTest::newRow("RST or FIN") << Ending{.kind = Kind::Lost} << retry(ConnectionLost);
    QTest::newRow("proxy") << Ending{.kind = Kind::Proxy} << retry(ProxyError);
    QTest::newRow("proxy's 407") << Ending{.kind = Kind::Proxy, .httpStatus = 407}
                                 << Verdict{.action = Action::Refresh,
                                            .category = AuthenticationRejected};
    QTest::newRow("no credentials")
        << Ending{.kind = Kind::NoCredentials} << retry(CredentialsUnavailable);
    QTest::newRow("1005") << closeFrame(1005) << retry(ClosedByServer);
    QTest::newRow("1006") << closeFrame(1006) << retry(ConnectionLost);
    for (const int status : {500, 502, 504})
        QTest::addRow("HTTP %d", status) << http(status) << retry(ServerError);

    QTest::newRow("1000") << closeFrame(1000) << retry(None);

    for (const quint16 code : {1001, 4001, 1012, 1013, 1014})
        QTest::addRow("%d", code) << closeFrame(code) << retryNotBefore(ServerRestarting, 0s);
    QTest::newRow("1012 as Qt shows it")
        << Ending{.kind = Kind::UnknownCloseCode, .closeCode = 1002}
        << retryNotBefore(ServerRestarting, 0s);

    for (const int status : {429, 503}) {
        QTest::addRow("HTTP %d", status) << http(status) << retryNotBefore(ServerBusy, 15s);
        QTest::addRow("HTTP %d with Retry-After", status)
            << http(status, 7s) << retryNotBefore(ServerBusy, 7s);
    }

    QTest::newRow("1011") << closeFrame(1011) << retry(ServerError, 2);
    for (const quint16 code : {1003, 1007, 1009})
        QTest::addRow("%d", code) << closeFrame(code) << retry(MessageNotAccepted);
    QTest::newRow("4408") << closeFrame(4408) << retry(SlowConsumer);

    for (const quint16 code : {1002, 1010, 4400})
        QTest::addRow("%d", code) << closeFrame(code) << failIfRepeated(ProtocolError);
    QTest::newRow("HTTP 426") << http(426) << failIfRepeated(ProtocolError);
    QTest::newRow("HTTP 101 that is none") << http(101) << failIfRepeated(ProtocolError);
    QTest::newRow("wrong subprotocol")
        << Ending{.kind = Kind::WrongSubprotocol} << failIfRepeated(ProtocolError);
    QTest::newRow("not HTTP") << Ending{.kind = Kind::NotWebSocket}
                              << failIfRepeated(ProtocolError);
    QTest::newRow("protocol gave up")
        << Ending{.kind = Kind::Rejected} << failIfRepeated(ProtocolError);

    for (const int status : {401, 407})
        QTest::addRow("HTTP %d", status) << http(status) << refresh();
    QTest::newRow("4401") << closeFrame(4401) << refresh();

    QTest::newRow("HTTP 403") << http(403) << fail(Forbidden);
    for (const quint16 code : {1008, 4403})
        QTest::addRow("%d", code) << closeFrame(code) << fail(Forbidden);

    for (const int status : {404, 410})
        QTest::addRow("HTTP %d", status) << http(status) << failIfRepeated(Configuration);

    QTest::newRow("4409") << closeFrame(4409) << fail(Replaced);
    QTest::newRow("bad URL") << Ending{.kind = Kind::BadRequest} << fail(Configuration);
    QTest::newRow("TLS") << Ending{.kind = Kind::Tls} << fail(TlsFailed);

    for (const quint16 code : {0, 999, 1004, 1015, 2999, 3000, 4000, 4402, 4999, 65535})
        QTest::addRow("unlisted %d", code) << closeFrame(code) << retry(ClosedByServer);
    for (const int status : {0, 200, 301, 302, 400, 402, 418, 501, 505, 599, 999, -1})
        QTest::addRow("unlisted HTTP %d", status) << http(status) << retry(ServerError);
}

void tst_Verdict::followsTheTable()
{
    QFETCH(Ending, ending);
    QFETCH(Verdict, expected);
    QCOMPARE(words(judge(ending, {})), words(expected));
}

void tst_Verdict::behindAPortalAStrangeAnswerIsNotFinal_data()
{
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("TLS") << Ending{.kind = Kind::Tls} << retry(TlsFailed);
    QTest::newRow("not HTTP") << Ending{.kind = Kind::NotWebSocket} << retry(ProtocolError);
    QTest::newRow("404") << http(404) << retry(Configuration);
    QTest::newRow("426") << http(426) << retry(ProtocolError);
    QTest::newRow("401") << http(401) << retry(AuthenticationRejected);
    QTest::newRow("403") << http(403) << retry(Forbidden);
    QTest::newRow("407") << http(407) << retry(AuthenticationRejected);
    // These are the server's own words, or ours.
    QTest::newRow("4401") << closeFrame(4401) << refresh();
    QTest::newRow("4403") << closeFrame(4403) << fail(Forbidden);
    QTest::newRow("4409") << closeFrame(4409) << fail(Replaced);
    QTest::newRow("bad URL") << Ending{.kind = Kind::BadRequest} << fail(Configuration);
    QTest::newRow("503") << http(503, 30s) << retryNotBefore(ServerBusy, 30s);
}

void tst_Verdict::behindAPortalAStrangeAnswerIsNotFinal()
{
    QFETCH(Ending, ending);
    QFETCH(Verdict, verdict);
    ending.behindCaptivePortal = true;
    QCOMPARE(words(judge(ending, {})), words(verdict));
}

void tst_Verdict::normalClosureMayEndTheConversation()
{
    Policy policy;
    policy.retryAfterNormalClosure = false;
    QCOMPARE(judge(closeFrame(1000), policy).action, Action::Stop);
    QCOMPARE(judge(closeFrame(1000), policy).category, None);
    QCOMPARE(judge(closeFrame(1001), policy).action, Action::Retry);
}

void tst_Verdict::retryAfterIsClamped_data()
{
    QTest::addColumn<qint64>("asked");
    QTest::addColumn<qint64>("granted");
    QTest::newRow("zero") << Q_INT64_C(0) << Q_INT64_C(0);
    QTest::newRow("five minutes") << Q_INT64_C(300'000) << Q_INT64_C(300'000);
    QTest::newRow("longer") << Q_INT64_C(300'001) << Q_INT64_C(300'000);
    QTest::newRow("absurd") << std::numeric_limits<qint64>::max() << Q_INT64_C(300'000);
    QTest::newRow("negative") << Q_INT64_C(-1) << Q_INT64_C(0);
    QTest::newRow("absurdly negative") << std::numeric_limits<qint64>::min() << Q_INT64_C(0);
}

void tst_Verdict::retryAfterIsClamped()
{
    QFETCH(qint64, asked);
    QFETCH(qint64, granted);
    QCOMPARE(judge(http(503, Duration(asked)), {}).notBefore, Duration(granted));
}

void tst_Verdict::theServersAdviceIsObeyed_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<Verdict>("expected");
    QTest::newRow("stay away") << 1001 << uR"({"reconnect":false})"_s
                               << Verdict{.action = Action::Fail,
                                          .category = ServerRestarting,
                                          .notBefore = 0ms,
                                          .spread = 10s};
    QTest::newRow("stay away, unlisted")
        << 4321 << uR"({"reconnect":false})"_s << fail(ClosedByServer);
    QTest::newRow("stay away wins over a time")
        << 1000 << uR"({"retryAfter":5,"reconnect":false})"_s << fail(None);
    QTest::newRow("wait") << 1000 << uR"({"retryAfter":2500})"_s << retryNotBefore(None, 2500ms);
    QTest::newRow("wait and spread") << 1001 << uR"({"retryAfter":2500,"spread":500})"_s
                                     << retryNotBefore(ServerRestarting, 2500ms, 500ms);
    QTest::newRow("spread") << 1001 << uR"({"spread":30000})"_s
                            << retryNotBefore(ServerRestarting, 0ms, 30s);
    QTest::newRow("no spread at all") << 4001 << uR"({"retryAfter":0,"spread":0})"_s
                                      << retryNotBefore(ServerRestarting, 0ms, 0ms);
    QTest::newRow("with more in it")
        << 4001 << uR"({"why":"deploy","retryAfter":1,"build":[1,2]})"_s
        << retryNotBefore(ServerRestarting, 1ms);
    QTest::newRow("fractions are cut")
        << 1000 << uR"({"retryAfter":1.9})"_s << retryNotBefore(None, 1ms);
    // "Come back in a minute" is the opposite of "never come back", whatever the code.
    QTest::newRow("forbidden for a minute")
        << 4403 << uR"({"retryAfter":60000})"_s << retryNotBefore(Forbidden, 1min);
    QTest::newRow("bad request for a minute")
        << 4400 << uR"({"retryAfter":60000})"_s << retryNotBefore(ProtocolError, 1min);
}

void tst_Verdict::theServersAdviceIsObeyed()
{
    QFETCH(int, code);
    QFETCH(QString, reason);
    QFETCH(Verdict, expected);
    QCOMPARE(words(judge(closeFrame(static_cast<quint16>(code), reason), {})), words(expected));
}

void tst_Verdict::theServersAdviceIsClamped_data()
{
    QTest::addColumn<QString>("reason");
    QTest::newRow("just over") << uR"({"retryAfter":300001,"spread":300001})"_s;
    QTest::newRow("158 years") << uR"({"retryAfter":4986144000000,"spread":4986144000000})"_s;
    QTest::newRow("more than an integer holds")
        << uR"({"retryAfter":9223372036854775808,"spread":1e19})"_s;
    QTest::newRow("almost infinite") << uR"({"retryAfter":1e308,"spread":1.7e308})"_s;
}

void tst_Verdict::theServersAdviceIsClamped()
{
    QFETCH(QString, reason);
    QCOMPARE(words(judge(closeFrame(1001, reason), {})),
             words(retryNotBefore(ServerRestarting, 5min, 5min)));
}

void tst_Verdict::adviceThatSaysNothingIsIgnored_data()
{
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty") << QString();
    QTest::newRow("words") << u"going down for maintenance"_s;
    QTest::newRow("empty object") << u"{}"_s;
    QTest::newRow("torn") << uR"({"reconnect":fal)"_s;
    QTest::newRow("only a brace") << u"{"_s;
    QTest::newRow("array") << uR"([{"reconnect":false}])"_s;
    QTest::newRow("deep") << QString(60, u'{');
    QTest::newRow("wants us back anyway") << uR"({"reconnect":true})"_s;
    QTest::newRow("reconnect is text") << uR"({"reconnect":"false"})"_s;
    QTest::newRow("reconnect is null") << uR"({"reconnect":null})"_s;
    QTest::newRow("reconnect is zero") << uR"({"reconnect":0})"_s;
    QTest::newRow("other case") << uR"({"Reconnect":false})"_s;
    QTest::newRow("negative") << uR"({"retryAfter":-1,"spread":-0.5})"_s;
    QTest::newRow("very negative") << uR"({"retryAfter":-1e308})"_s;
    QTest::newRow("text") << uR"({"retryAfter":"soon","spread":"1"})"_s;
    QTest::newRow("no number") << uR"({"retryAfter":NaN})"_s;
    QTest::newRow("nested") << uR"({"retryAfter":{"retryAfter":1}})"_s;
    QTest::newRow("garbage after") << uR"({"retryAfter":1}})"_s;
    QTest::newRow("nothing printable") << u"{\u0000\uffff"_s;
}

void tst_Verdict::adviceThatSaysNothingIsIgnored()
{
    QFETCH(QString, reason);
    for (const quint16 code : {1000, 1001, 1011, 4321, 4401, 4403})
        QCOMPARE(words(judge(closeFrame(code, reason), {})), words(judge(closeFrame(code), {})));
}

void tst_Verdict::theWordsOfTheServerDoNotMatterOtherwise()
{
    QCOMPARE(judge(closeFrame(4409, u"other device"_s), {}), judge(closeFrame(4409), {}));
}

void tst_Verdict::adviceNeedsACloseFrame()
{
    Ending answer = http(502);
    answer.reason = uR"({"reconnect":false})"_s;
    QCOMPARE(words(judge(answer, {})), words(retry(ServerError)));
}

void tst_Verdict::spreadAndOverloadWaitFollowThePolicy()
{
    Policy policy;
    policy.restartSpread = 3s;
    policy.overloadWait = 20s;
    policy.maxServerWait = 8s;
    QCOMPARE(words(judge(closeFrame(1012), policy)),
             words(retryNotBefore(ServerRestarting, 0s, 3s)));
    QCOMPARE(words(judge(http(503, 1h), policy)), words(retryNotBefore(ServerBusy, 8s, 3s)));
    QCOMPARE(words(judge(http(429), policy)), words(retryNotBefore(ServerBusy, 8s, 3s)));
    QCOMPARE(words(judge(closeFrame(4001, uR"({"retryAfter":9000})"_s), policy)),
             words(retryNotBefore(ServerRestarting, 8s, 3s)));
}

void tst_Verdict::everyCloseCodeIsExplained_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("explanation");
    QTest::newRow("retry") << 1006 << u"1006 (no close frame): retry"_s;
    QTest::newRow("restart") << 1012 << u"1012 (service restart): retry, spread out"_s;
    QTest::newRow("refresh") << 4401
                             << u"4401 (unauthorized): refresh credentials once, then fail"_s;
    QTest::newRow("repeated") << 1002 << u"1002 (protocol error): retry, fail if it persists"_s;
    QTest::newRow("fail") << 4409 << u"4409 (replaced): fail"_s;
    QTest::newRow("unlisted") << 4999 << u"4999 (unlisted): retry"_s;
    QTest::newRow("nonsense") << -1 << u"-1 (unlisted): retry"_s;
}

void tst_Verdict::everyCloseCodeIsExplained()
{
    QFETCH(int, code);
    QFETCH(QString, explanation);
    QCOMPARE(explainClose(code), explanation);
}

QTEST_GUILESS_MAIN(tst_Verdict)
#include "tst_verdict.moc"
