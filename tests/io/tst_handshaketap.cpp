// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "handshaketap.h"
#include "qtcompat.h"

#include <QtNetwork/qtcpserver.h>
#include <QtNetwork/qtcpsocket.h>
#include <QtTest/qtest.h>

#include <memory>

using namespace Holdfast;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(std::optional<Holdfast::Duration>)

namespace {

const QDateTime Now(QDate(2026, 3, 1), QTime(12, 0), QtCompat::Utc);

HandshakeAnswer parse(const QByteArray &raw) { return HandshakeAnswer::parse(raw, Now); }

QByteArray busy(const QByteArray &retryAfter)
{
    return "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nRetry-After:" + retryAfter
        + "\r\n\r\n";
}

//! Two ends of one TCP connection.
struct Wire
{
    Wire()
    {
        server.listen(QHostAddress::LocalHost);
        near.connectToHost(QHostAddress::LocalHost, server.serverPort());
        if (server.waitForNewConnection(30'000))
            far.reset(server.nextPendingConnection());
        near.waitForConnected(30'000);
    }

    void say(const QByteArray &bytes)
    {
        far->write(bytes);
        far->waitForBytesWritten(30'000);
    }

    QTcpServer server;
    QTcpSocket near;
    std::unique_ptr<QTcpSocket> far;
};

} // namespace

class tst_HandshakeTap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheStatus_data();
    void readsTheStatus();
    void isNotFooledByWhatIsNoHttp_data();
    void isNotFooledByWhatIsNoHttp();
    void saysNothingBeforeTheHeadIsComplete();
    void takesTheLastCompleteHead_data();
    void takesTheLastCompleteHead();
    void readsRetryAfter_data();
    void readsRetryAfter();
    void findsRetryAfterAmongOtherHeaders();
    void survivesHostileHeads_data();
    void survivesHostileHeads();

    void keepsWhatTheSocketGaveAway();
    void leavesNothingBehindForTheFrameParser();
    void keepsNothingAfterTheUpgrade();
    void staysDryWithoutASocket();
    void drainsOnce();
};

void tst_HandshakeTap::readsTheStatus_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<int>("status");
    QTest::newRow("401") << QByteArray(
        "HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n<html>")
                         << 401;
    QTest::newRow("HTTP/1.0") << QByteArray("HTTP/1.0 404 Not Found\r\n\r\n") << 404;
    QTest::newRow("no words") << QByteArray("HTTP/1.1 503\r\n\r\n") << 503;
    QTest::newRow("no headers, many spaces")
        << QByteArray("HTTP/1.1   426   Upgrade\r\n\r\n") << 426;
    QTest::newRow("101") << QByteArray(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n\x81\x01x")
                         << 101;
}

void tst_HandshakeTap::readsTheStatus()
{
    QFETCH(QByteArray, raw);
    QFETCH(int, status);
    const HandshakeAnswer answer = parse(raw);
    QCOMPARE(answer.status, status);
    QVERIFY(!answer.isForeign);
    QVERIFY(!answer.retryAfter);
}

void tst_HandshakeTap::isNotFooledByWhatIsNoHttp_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::newRow("SSH") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n");
    QTest::newRow("SMTP") << QByteArray("220 mail.example.com ESMTP\r\n");
    QTest::newRow("TLS alert") << QByteArray("\x15\x03\x01\x00\x02\x02\x46", 7);
    QTest::newRow("HTTP/2 preface") << QByteArray("\0\0\x12\x04\0", 5);
    QTest::newRow("another version") << QByteArray("HTTP/2 400 Bad Request\r\n\r\n");
    QTest::newRow("frames") << QByteArray("\x81\x05hello");
    QTest::newRow("HTTP later") << QByteArray("nonsense\r\n\r\nHTTP/1.1 200 OK\r\n\r\n");
    QTest::newRow("no status") << QByteArray("HTTP/1.1 hello\r\n\r\n");
    QTest::newRow("status of one digit") << QByteArray("HTTP/1.1 5 hello\r\n\r\n");
    QTest::newRow("negative status") << QByteArray("HTTP/1.1 -503 hello\r\n\r\n");
    QTest::newRow("status beyond int") << QByteArray("HTTP/1.1 99999999999 hello\r\n\r\n");
    QTest::newRow("only an empty line") << QByteArray("HTTP/1.\r\n\r\n");
}

void tst_HandshakeTap::isNotFooledByWhatIsNoHttp()
{
    QFETCH(QByteArray, raw);
    const HandshakeAnswer answer = parse(raw);
    QVERIFY(answer.isForeign);
    QCOMPARE(answer.status, 0);
}

void tst_HandshakeTap::saysNothingBeforeTheHeadIsComplete()
{
    const QByteArray whole = busy(" 7");
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const HandshakeAnswer answer = parse(whole.left(size));
        QCOMPARE(answer.status, 0);
        QVERIFY(!answer.retryAfter);
        QVERIFY(!answer.isForeign); // it may become HTTP yet
    }
    QCOMPARE(parse(whole).status, 503);
}

void tst_HandshakeTap::takesTheLastCompleteHead_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<int>("status");
    const QByteArray first(
        "HTTP/1.1 401 Unauthorized\r\nRetry-After: 9\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("two") << first + "HTTP/1.1 403 Forbidden\r\n\r\n" << 403;
    QTest::newRow("three") << first + "HTTP/1.1 100 Continue\r\n\r\n"
            + "HTTP/1.1 404 Not Found\r\n\r\nbody"
                           << 404;
    QTest::newRow("the last is incomplete")
        << "HTTP/1.1 500 X\r\n\r\nHTTP/1.1 404 Not Fou" + QByteArray() << 500;
}

void tst_HandshakeTap::takesTheLastCompleteHead()
{
    QFETCH(QByteArray, raw);
    QFETCH(int, status);
    QCOMPARE(parse(raw).status, status);
    QVERIFY(!parse(raw).retryAfter); // an earlier head's is not this one's
}

void tst_HandshakeTap::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<std::optional<Duration>>("wait");
    const auto row = [](const char *value, std::optional<Duration> wait) {
        QTest::newRow(*value ? value : "empty") << QByteArray(value) << wait;
    };
    row(" 7", 7s);
    row("7", 7s);
    row(" \t 120 \t", 120s);
    row(" 0", 0s);
    row(" 86400", 24h);
    row(" 86401", 24h);
    row(" 9223372036854775807", 24h);
    row(" -1", std::nullopt);
    row(" -9223372036854775808", std::nullopt);
    row(" 99999999999999999999999999999", std::nullopt);
    row("", std::nullopt);
    row(" soon", std::nullopt);
    row(" 1.5", std::nullopt);
    row(" 0x10", std::nullopt);
    row(" 7 seconds", std::nullopt);
    row(" Sun, 01 Mar 2026 12:02:00 GMT", 2min);
    row(" Sun, 01 Mar 2026 11:00:00 GMT", 0s);
    row(" Fri, 31 Dec 9999 23:59:59 GMT", 24h);
    row(" Sun, 01 Mar 2026 12:02:00 CET", std::nullopt);
    row(" So, 01 Mär 2026 12:02:00 GMT", std::nullopt);
    row(" Sun, 32 Mar 2026 12:02:00 GMT", std::nullopt);
}

void tst_HandshakeTap::readsRetryAfter()
{
    QFETCH(QByteArray, value);
    QFETCH(std::optional<Duration>, wait);
    const HandshakeAnswer answer = parse(busy(value));
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.retryAfter.has_value(), wait.has_value());
    if (wait)
        QCOMPARE(answer.retryAfter->count(), wait->count());
}

void tst_HandshakeTap::findsRetryAfterAmongOtherHeaders()
{
    const HandshakeAnswer answer
        = parse("HTTP/1.1 429 Too Many Requests\r\nX-Retry-After: 1\r\nNot a header\r\n:2\r\n"
                "rEtRy-AfTeR : 5\r\nRetry-After-Ms: 6\r\n\r\nRetry-After: 8\r\n\r\n");
    QCOMPARE(answer.status, 429);
    QVERIFY(answer.retryAfter);
    QCOMPARE(answer.retryAfter->count(), Duration(5s).count());
}

void tst_HandshakeTap::survivesHostileHeads_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<int>("status");
    constexpr qsizetype Size = 64 * 1024;
    const QByteArray start("HTTP/1.1 503 Busy\r\n");
    QTest::newRow("endless line") << start + QByteArray(Size, 'x') << 0;
    QTest::newRow("endless line, ended") << start + QByteArray(Size, 'x') + "\r\n\r\n" << 503;
    QTest::newRow("only colons") << start + QByteArray(Size, ':') + "\r\n\r\n" << 503;
    QTest::newRow("only NUL") << start + QByteArray(Size, '\0') + "\r\n\r\n" << 503;
    QTest::newRow("only line feeds") << start + QByteArray(Size, '\n') + "\r\n\r\n" << 503;
    QTest::newRow("only carriage returns") << start + QByteArray(Size, '\r') + "\r\n\r\n" << 503;
    QTest::newRow("empty headers") << start + QByteArray("a:\r\n").repeated(Size / 4) + "\r\n"
                                   << 503;
    QTest::newRow("heads without end")
        << QByteArray("HTTP/1.1 503 x\r\n\r\n").repeated(Size / 18) << 503;
    QTest::newRow("heads that have no status")
        << start + "\r\n" + QByteArray("\r\n\r\nHTTP/1.").repeated(Size / 11) << 0;
}

void tst_HandshakeTap::survivesHostileHeads()
{
    QFETCH(QByteArray, raw);
    QFETCH(int, status);
    QCOMPARE(parse(raw).status, status);
}

void tst_HandshakeTap::keepsWhatTheSocketGaveAway()
{
    Wire wire;
    HandshakeTap tap;
    tap.attach(&wire.near);
    const QByteArray head = busy(" 7");
    wire.say(head);
    QTRY_COMPARE(wire.near.bytesAvailable(), head.size());
    QCOMPARE(wire.near.readAll(), head); // as QWebSocket does
    QCOMPARE(tap.drain(), head);
}

void tst_HandshakeTap::leavesNothingBehindForTheFrameParser()
{
    Wire wire;
    HandshakeTap tap;
    tap.attach(&wire.near);
    const QByteArray answer = "HTTP/1.1 403 No\r\n\r\n\x81\x08INJECTED";
    wire.say(answer);
    QTRY_COMPARE(wire.near.bytesAvailable(), answer.size());
    wire.near.readLine();
    QCOMPARE(tap.drain(), answer);
    QCOMPARE(wire.near.bytesAvailable(), 0);
}

void tst_HandshakeTap::keepsNothingAfterTheUpgrade()
{
    Wire wire;
    HandshakeTap tap;
    tap.attach(&wire.near);
    const QByteArray head = "HTTP/1.1 101 Yes\r\n\r\n";
    wire.say(head + "frames");
    QTRY_COMPARE(wire.near.bytesAvailable(), head.size() + 6);
    QCOMPARE(wire.near.read(head.size()), head);
    tap.close();
    QVERIFY(!wire.near.isTransactionStarted());
    QCOMPARE(wire.near.bytesAvailable(), 6);
    QCOMPARE(wire.near.readAll(), QByteArray("frames"));
    QCOMPARE(tap.drain(), QByteArray());
}

void tst_HandshakeTap::staysDryWithoutASocket()
{
    HandshakeTap tap;
    QCOMPARE(tap.drain(), QByteArray());
    tap.attach(nullptr);
    QCOMPARE(tap.drain(), QByteArray());
    tap.close();
}

void tst_HandshakeTap::drainsOnce()
{
    Wire wire;
    HandshakeTap tap;
    tap.attach(&wire.near);
    wire.say("HTTP/1.1 503 Busy\r\n\r\n");
    QTRY_COMPARE(wire.near.bytesAvailable(), 21);
    QCOMPARE(tap.drain().size(), 21);
    wire.say("more");
    QTRY_COMPARE(wire.near.bytesAvailable(), 4);
    QCOMPARE(tap.drain(), QByteArray());
    QCOMPARE(wire.near.bytesAvailable(), 4);
}

QTEST_GUILESS_MAIN(tst_HandshakeTap)
#include "tst_handshaketap.moc"
