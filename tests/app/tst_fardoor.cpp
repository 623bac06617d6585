// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "fardoor.h"
#include "portal.h"

#include <QtCore/qrandom.h>
#include <QtNetwork/qtcpsocket.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

namespace {

constexpr int Patience = 20'000;

QByteArray hex(const char *bytes) { return QByteArray::fromHex(bytes); }

const QByteArray Hello = hex("050100");
const QByteArray Welcome = hex("0500");
//! Connect me to x.example, port 80.
const QByteArray Request = hex("0501000309") + "x.example" + hex("0050");
const QByteArray Granted = hex("05000001000000000000");

//! Somebody at the door who says what he likes.
class Caller : public QTcpSocket
{
public:
    explicit Caller(const QTcpServer &server)
    {
        setProxy(QNetworkProxy::NoProxy);
        connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
        if (!QTest::qWaitFor([this] { return state() == ConnectedState; }, Patience))
            qFatal("nobody opens");
    }
    [[nodiscard]] bool isSentAway()
    {
        return QTest::qWaitFor([this] { return state() == UnconnectedState; }, Patience);
    }
};

//! Repeats what it hears.
class Echo : public QTcpServer
{
public:
    Echo()
    {
        setProxy(QNetworkProxy::NoProxy);
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(this, &QTcpServer::newConnection, this, [this] {
            m_guest = nextPendingConnection();
            connect(m_guest, &QTcpSocket::readyRead, this,
                    [this] { m_guest->write(m_guest->readAll()); });
            connect(m_guest, &QTcpSocket::disconnected, this, [this] { ++m_left; });
        });
    }
    [[nodiscard]] QTcpSocket *guest() const { return m_guest; }
    [[nodiscard]] int left() const { return m_left; }

private:
    QTcpSocket *m_guest = nullptr;
    int m_left = 0;
};

} // namespace

class tst_FarDoor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsEveryNameAndAddressToItsTarget_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("name") << Request;
        QTest::newRow("IPv4") << hex("05010001cb0071010050");
        QTest::newRow("IPv6") << hex("0501000420010db8000000000000000000000001") + hex("0050");
    }
    void leadsEveryNameAndAddressToItsTarget()
    {
        QFETCH(const QByteArray, request);
        Echo echo;
        FarDoor door;
        door.setTarget(echo.serverPort());
        Caller caller(door);
        for (const char byte : QByteArray(Hello + request)) // however slowly
            caller.write(QByteArray(1, byte));
        QTRY_COMPARE(caller.peek(99), QByteArray(Welcome + Granted));
        caller.readAll();
        caller.write("hello");
        QTRY_COMPARE(caller.peek(99), "hello");
    }

    void whoDoesNotWaitForAnswersIsUnderstoodToo()
    {
        Echo echo;
        FarDoor door;
        door.setTarget(echo.serverPort());
        Caller caller(door);
        caller.write(Hello + Request + "hello");
        QTRY_COMPARE(caller.peek(99), QByteArray(Welcome + Granted + "hello"));
    }

    void qtsOwnClientGetsThrough()
    {
        Echo echo;
        FarDoor door;
        door.setTarget(echo.serverPort());
        QTcpSocket socket;
        socket.setProxy(door.proxy());
        socket.connectToHost(QStringLiteral("chat.holdfast.example"), 80);
        socket.write("hello");
        QTRY_COMPARE(socket.peek(99), "hello");
        socket.disconnectFromHost();
        QTRY_COMPARE(echo.left(), 1);
    }

    void withoutATargetThereIsNoNetwork()
    {
        FarDoor door;
        QTcpSocket socket;
        QSignalSpy errors(&socket, &QTcpSocket::errorOccurred);
        socket.setProxy(door.proxy());
        socket.connectToHost(QStringLiteral("chat.holdfast.example"), 80);
        QTRY_COMPARE(errors.size(), 1);
        QCOMPARE(socket.error(), QAbstractSocket::NetworkError);
    }

    void endsAndResetsArePassedOn()
    {
        Echo echo;
        FarDoor door;
        door.setTarget(echo.serverPort());
        Caller first(door);
        first.write(Hello + Request);
        QTRY_VERIFY(echo.guest());
        echo.guest()->disconnectFromHost();
        QVERIFY(first.isSentAway());
        QCOMPARE(first.error(), QAbstractSocket::RemoteHostClosedError);
        QTRY_COMPARE(echo.left(), 1);

        Caller second(door);
        QSignalSpy welcomed(&echo, &QTcpServer::newConnection);
        second.write(Hello + Request);
        QTRY_COMPARE(welcomed.size(), 1);
        second.abort();
        QTRY_COMPARE(echo.left(), 2);
    }

    void whoKnowsNoAcceptableWayIsToldSo()
    {
        FarDoor door;
        Caller caller(door);
        caller.write(hex("05020102"));
        QVERIFY(caller.isSentAway());
        QCOMPARE(caller.readAll(), hex("05ff"));
    }

    void whatItCannotDoItRefuses_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("reply");
        QTest::newRow("bind") << hex("05020001cb0071010050") << 7;
        QTest::newRow("associate") << hex("05030001cb0071010050") << 7;
        QTest::newRow("no such address") << hex("05010002cb0071010050") << 8;
    }
    void whatItCannotDoItRefuses()
    {
        QFETCH(const QByteArray, request);
        QFETCH(const int, reply);
        Echo echo;
        FarDoor door;
        door.setTarget(echo.serverPort());
        Caller caller(door);
        caller.write(Hello + request);
        QVERIFY(caller.isSentAway());
        const QByteArray answer = caller.readAll();
        QCOMPARE(answer.size(), 12);
        QCOMPARE(int(answer.at(3)), reply);
    }

    void whoSpeaksAnotherLanguageIsSentAway_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("HTTP") << QByteArray("CONNECT x:80 HTTP/1.1\r\n\r\n");
        QTest::newRow("SOCKS4") << hex("04010050cb00710100");
        QTest::newRow("zeros") << QByteArray(1000, '\0');
        QTest::newRow("another language in the middle") << Hello + "GET / HTTP/1.1\r\n\r\n";
        QTest::newRow("nothing offered") << hex("0500");
    }
    void whoSpeaksAnotherLanguageIsSentAway()
    {
        QFETCH(const QByteArray, bytes);
        Echo echo;
        FarDoor door;
        door.setTarget(echo.serverPort());
        Caller caller(door);
        caller.write(bytes);
        QVERIFY(caller.isSentAway());
        QVERIFY(!echo.guest());
    }

    void noNoiseHarmsIt()
    {
        Echo echo;
        FarDoor door;
        door.setTarget(echo.serverPort());
        QRandomGenerator luck(7);
        for (int round = 0; round < 300; ++round) {
            QByteArray noise = round % 3 == 0 ? QByteArray() : round % 3 == 1 ? hex("05") : Hello;
            for (int i = luck.bounded(1, 400); i > 0; --i)
                noise += char(luck.bounded(256));
            Caller caller(door);
            caller.write(noise);
            caller.flush();
            caller.abort();
        }
        Caller caller(door);
        caller.write(Hello + Request);
        QTRY_COMPARE(caller.peek(99), QByteArray(Welcome + Granted));
    }

    void aCrowdIsNotLetIn()
    {
        FarDoor door;
        std::vector<std::unique_ptr<Caller>> crowd;
        for (int i = 0; i < FarDoor::MostGuests; ++i)
            crowd.push_back(std::make_unique<Caller>(door));
        QTRY_COMPARE(door.children().size() >= FarDoor::MostGuests, true);
        Caller late(door);
        QVERIFY(late.isSentAway());
        crowd.clear();
        QTRY_VERIFY([&] {
            Caller next(door);
            next.write(Hello);
            return QTest::qWaitFor([&] { return next.bytesAvailable() == 2; }, 1000);
        }());
    }

    void thePortalSendsEverybodyToItsPage()
    {
        Portal portal;
        QSignalSpy signedIn(&portal, &Portal::signedIn);
        const auto ask = [&](const QByteArray &request) {
            Caller caller(portal);
            caller.write(request);
            return caller.isSentAway() ? caller.readAll() : QByteArray("no end");
        };
        const QByteArray page = ask("GET / HTTP/1.1\r\n\r\n");
        QVERIFY(page.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(page.contains("/sign-in"));
        for (const char *other :
             {"GET /holdfast HTTP/1.1\r\nUpgrade: websocket\r\n\r\n", "nonsense\r\n\r\n",
              "GET /sign-in HTTP/1.1\r\n\r\n", "POST / HTTP/1.1\r\n\r\n", "\r\n\r\n"}) {
            const QByteArray answer = ask(other);
            QVERIFY(answer.startsWith("HTTP/1.1 302 "));
            QVERIFY(
                answer.contains(QByteArray("\r\nLocation: " + portal.url().toEncoded() + "\r\n")));
        }
        QCOMPARE(signedIn.size(), 0);
        QVERIFY(ask("POST /sign-in HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 200 "));
        QCOMPARE(signedIn.size(), 1);
        QVERIFY(ask(QByteArray(Portal::MaxRequestBytes + 1, 'x')).startsWith("HTTP/1.1 431 "));
    }
};

QTEST_GUILESS_MAIN(tst_FarDoor)

#include "tst_fardoor.moc"
