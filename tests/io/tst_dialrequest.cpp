// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "request.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace Qt::StringLiterals;

namespace {

DialRequest to(const QString &url)
{
    DialRequest dial;
    dial.request.setUrl(QUrl(url));
    return dial;
}

DialRequest withHeader(const QByteArray &name, const QByteArray &value)
{
    DialRequest dial = to(QStringLiteral("ws:") + QStringLiteral("//example.com/"));
    DialRequest::setHeader(dial.request, name, value);
    return dial;
}

} // namespace

class tst_DialRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatIsRight_data();
    void takesWhatIsRight();
    void saysWhatIsWrongWithTheUrl_data();
    void saysWhatIsWrongWithTheUrl();
    void refusesAHeaderThatWouldBecomeAnother_data();
    void refusesAHeaderThatWouldBecomeAnother();
    void leavesTheHandshakeItsOwnHeaders_data();
    void leavesTheHandshakeItsOwnHeaders();
    void refusesASubprotocolThatIsNoToken_data();
    void refusesASubprotocolThatIsNoToken();
    void keepsSecretsToItself();
    void takesHeadersAndSubprotocolsThatAreRight();
};

void tst_DialRequest::takesWhatIsRight_data()
{
    QTest::addColumn<QString>("url");
    const QString slashes = QStringLiteral("//"); // apart, or moc 6.4 takes the rest for a comment
    for (const char *rest : {"example.com", "example.com/", "example.com:80/path?query=1",
                             "127.0.0.1:1/", "[::1]:8080/x", "user:password@example.com/",
                             "example.com/#fragment", "xn--bcher-kva.example/"}) {
        for (const char *scheme : {"ws:", "wss:", "WS:", "WsS:"}) {
            const QString url = QString::fromLatin1(scheme) + slashes + QString::fromLatin1(rest);
            QTest::newRow(qPrintable(url)) << url;
        }
    }
}

void tst_DialRequest::takesWhatIsRight()
{
    QFETCH(QString, url);
    QCOMPARE(to(url).problem(), QString());
}

void tst_DialRequest::saysWhatIsWrongWithTheUrl_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("clue");
    const QString slashes = QStringLiteral("//");
    QTest::newRow("nothing") << QString() << QStringLiteral("empty");
    QTest::newRow("http") << u"http:"_s + slashes + u"example.com/"_s << QStringLiteral("\"http\"");
    QTest::newRow("https") << u"https:"_s + slashes + u"example.com/"_s
                           << QStringLiteral("\"https\"");
    QTest::newRow("no scheme") << QStringLiteral("example.com") << QStringLiteral("scheme");
    QTest::newRow("only a scheme") << QStringLiteral("ws:") << QStringLiteral("host");
    QTest::newRow("almost ws") << u"wsx:"_s + slashes + u"example.com/"_s
                               << QStringLiteral("\"wsx\"");
    QTest::newRow("no host") << u"ws:"_s + slashes + u"/path"_s << QStringLiteral("host");
    QTest::newRow("only a port") << u"ws:"_s + slashes + u":80/path"_s << QStringLiteral("host");
    QTest::newRow("port too high")
        << u"ws:"_s + slashes + u"example.com:99999/"_s << QStringLiteral("malformed");
    QTest::newRow("port no number")
        << u"ws:"_s + slashes + u"example.com:http/"_s << QStringLiteral("malformed");
    QTest::newRow("space in the host")
        << u"ws:"_s + slashes + u"exa mple.com/"_s << QStringLiteral("malformed");
    QTest::newRow("bracket left open")
        << u"ws:"_s + slashes + u"[::1/"_s << QStringLiteral("malformed");
}

void tst_DialRequest::saysWhatIsWrongWithTheUrl()
{
    QFETCH(QString, url);
    QFETCH(QString, clue);
    const QString problem = to(url).problem();
    QVERIFY2(problem.contains(clue), qPrintable(problem));
}

void tst_DialRequest::refusesAHeaderThatWouldBecomeAnother_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("CR LF in the value") << QByteArray("X-Test") << QByteArray("a\r\nInjected: 1");
    QTest::newRow("LF in the value") << QByteArray("X-Test") << QByteArray("a\nInjected: 1");
    QTest::newRow("CR in the value") << QByteArray("X-Test") << QByteArray("a\rInjected: 1");
    QTest::newRow("CR LF at the end") << QByteArray("X-Test") << QByteArray("a\r\n");
    QTest::newRow("NUL in the value") << QByteArray("X-Test") << QByteArray("a\0b", 3);
    QTest::newRow("escape in the value") << QByteArray("X-Test") << QByteArray("a\x1b[31m");
    QTest::newRow("DEL in the value") << QByteArray("X-Test") << QByteArray("a\x7f");
    QTest::newRow("no name") << QByteArray() << QByteArray("1");
    QTest::newRow("CR LF in the name") << QByteArray("X-Test: 1\r\nInjected") << QByteArray("1");
    QTest::newRow("LF in the name") << QByteArray("X\nTest") << QByteArray("1");
    QTest::newRow("NUL in the name") << QByteArray("X\0Test", 6) << QByteArray("1");
    QTest::newRow("colon in the name") << QByteArray("X:Test") << QByteArray("1");
    QTest::newRow("space in the name") << QByteArray("X Test") << QByteArray("1");
    QTest::newRow("umlaut in the name") << QByteArray("X-T\xc3\xa4st") << QByteArray("1");
}

void tst_DialRequest::refusesAHeaderThatWouldBecomeAnother()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const DialRequest dial = withHeader(name, value);
    const QString problem = dial.problem();
    QVERIFY2(problem.contains(QStringLiteral("header")), qPrintable(problem));
    // It may be shown in a log: no line break of theirs may get there.
    QVERIFY(!problem.contains(QLatin1Char('\n')) && !problem.contains(QLatin1Char('\r'))
            && !problem.contains(QChar(0)));
    // Set past us, if this Qt takes it as it is.
    DialRequest raw = withHeader({}, {});
    raw.request.setRawHeader(name, value);
    if (raw.request.rawHeader(name) == value)
        QCOMPARE(raw.problem(), problem);
}

void tst_DialRequest::leavesTheHandshakeItsOwnHeaders_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name :
         {"Host", "HOST", "Upgrade", "Connection", "Sec-WebSocket-Key", "sec-websocket-version",
          "Sec-WebSocket-Protocol", "Sec-WebSocket-Extensions"})
        QTest::newRow(name) << QByteArray(name);
}

void tst_DialRequest::leavesTheHandshakeItsOwnHeaders()
{
    QFETCH(QByteArray, name);
    const QString problem = withHeader(name, "x").problem();
    // Names of headers have no case (RFC 9110 §5.1), and Qt 6.8 forgets it.
    QVERIFY2(problem.contains(QString::fromLatin1(name), Qt::CaseInsensitive), qPrintable(problem));
    QVERIFY2(problem.contains(QStringLiteral("handshake")), qPrintable(problem));
}

void tst_DialRequest::refusesASubprotocolThatIsNoToken_data()
{
    QTest::addColumn<QString>("subprotocol");
    QTest::newRow("empty") << QString();
    QTest::newRow("two in one") << QStringLiteral("a, b");
    QTest::newRow("space") << QStringLiteral("a b");
    QTest::newRow("line break") << QStringLiteral("a\r\nInjected: 1");
    QTest::newRow("quotes") << QStringLiteral("\"a\"");
    QTest::newRow("not ASCII") << QStringLiteral("größe");
    QTest::newRow("not Latin-1") << QStringLiteral("日本");
    QTest::newRow("NUL") << QString(QChar(0));
}

void tst_DialRequest::refusesASubprotocolThatIsNoToken()
{
    QFETCH(QString, subprotocol);
    DialRequest dial = withHeader("X-Test", "1");
    dial.subprotocols = {QStringLiteral("fine"), subprotocol};
    const QString problem = dial.problem();
    QVERIFY2(problem.contains(QStringLiteral("subprotocol")), qPrintable(problem));
    QVERIFY(!problem.contains(QLatin1Char('\n')) && !problem.contains(QLatin1Char('\r'))
            && !problem.contains(QChar(0)));
}

void tst_DialRequest::keepsSecretsToItself()
{
    const DialRequest dial = withHeader("Authorization", "Bearer secret\r\n");
    QVERIFY(dial.problem().contains(QStringLiteral("Authorization")));
    QVERIFY(!dial.problem().contains(QStringLiteral("secret")));
}

void tst_DialRequest::takesHeadersAndSubprotocolsThatAreRight()
{
    DialRequest dial = withHeader("Authorization", "Bearer a.b-c_d=");
    DialRequest::setHeader(dial.request, "X-!#$%&'*+-.^_`|~9", "gr\xfc\xdf\ta");
    dial.request.setRawHeader("Origin",
                              "https:"
                              "//example.com");
    dial.request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("test"));
    dial.subprotocols = {QStringLiteral("holdfast.v1.json"), QStringLiteral("x")};
    QCOMPARE(dial.problem(), QString());
}

QTEST_GUILESS_MAIN(tst_DialRequest)
#include "tst_dialrequest.moc"
