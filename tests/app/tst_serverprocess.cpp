// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "fault.h"
#include "serverprocess.h"

#include <QtCore/qfile.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtNetwork/qtcpsocket.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWebSockets/qwebsocket.h>

#include <memory>

namespace {

//! The server as the demo runs it, and what it reports.
class Server : public ServerProcess
{
public:
    Server()
        : ServerProcess(QStringLiteral(HOLDFAST_HUB))
    {
        connect(this, &ServerProcess::received, this,
                [this](const QString &text, const QString &lane) {
                    reports.append(lane + u':' + text);
                });
    }

    //! Starts it, and waits until it is there.
    bool starts()
    {
        QSignalSpy up(this, &ServerProcess::ready);
        start();
        return up.wait(20'000);
    }

    QStringList reports;
};

class Client : public QWebSocket
{
public:
    explicit Client(const Server &server, const QString &path = {})
    {
        setProxy(QNetworkProxy::NoProxy);
        connect(this, &QWebSocket::textMessageReceived, this,
                [this](const QString &text) { echoes.append(text); });
        QUrl url = server.url();
        url.setPath(path);
        open(url);
    }
    bool isUp() const { return state() == QAbstractSocket::ConnectedState; }
    bool isOver() const { return state() == QAbstractSocket::UnconnectedState; }

    QStringList echoes;
};

constexpr Fault Refuse{.kind = Fault::Kind::Refuse};
constexpr Fault Close4000{.kind = Fault::Kind::Close, .closeCode = 4000};

//! The kernel says that the process does nothing.
bool isStopped(qint64 pid)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    return stat.open(QIODevice::ReadOnly) && stat.readAll().contains(") T ");
}

} // namespace

class tst_ServerProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysOnWhichLaneAMessageCame()
    {
        Server server;
        QVERIFY(server.starts());
        Client naive(server, QStringLiteral("/naive"));
        Client nobody(server);
        QTRY_VERIFY(naive.isUp() && nobody.isUp());
        naive.sendTextMessage(QStringLiteral("1 hello"));
        QTRY_COMPARE(server.reports, QStringList{QStringLiteral("naive:1 hello")});
        nobody.sendTextMessage(QStringLiteral("2"));
        QTRY_COMPARE(server.reports.size(), 2);
        QCOMPARE(server.reports.last(), QStringLiteral(":2"));
        // Each goes to all of them, the sender too.
        QTRY_COMPARE(naive.echoes, QStringList({QStringLiteral("1 hello"), QStringLiteral("2")}));
    }

    void refusesWith503AndNoAdvice()
    {
        Server server;
        server.setFault(Refuse);
        QVERIFY(server.starts());
        QTcpSocket raw;
        raw.setProxy(QNetworkProxy::NoProxy);
        raw.connectToHost(QHostAddress::LocalHost, quint16(server.url().port()));
        raw.write("GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n");
        raw.write("Connection: Upgrade\r\n\r\n");
        QTRY_COMPARE(raw.state(), QAbstractSocket::UnconnectedState);
        const QByteArray answer = raw.readAll();
        QVERIFY2(answer.startsWith("HTTP/1.1 503 "), answer);
        QVERIFY2(answer.endsWith("\r\n\r\n"), answer);
        QVERIFY2(!answer.contains("Retry-After"), answer);

        server.setFault({});
        const auto client = eventuallyConnected(server);
        QVERIFY(client);
    }

    void sendsAwayWhoIsThereWhenItBeginsToRefuse()
    {
        Server server;
        QVERIFY(server.starts());
        Client client(server);
        QTRY_VERIFY(client.isUp());
        server.setFault(Refuse);
        QTRY_VERIFY(client.isOver());
        QCOMPARE(int(client.closeCode()), 1001);
        Client next(server);
        QTRY_VERIFY(next.isOver());
    }

    void acceptsAndClosesAtOnce()
    {
        Server server;
        QVERIFY(server.starts());
        Client early(server);
        QTRY_VERIFY(early.isUp());
        server.setFault(Close4000);
        QTRY_VERIFY(early.isOver());
        QCOMPARE(int(early.closeCode()), 4000);

        Client late(server);
        QSignalSpy connected(&late, &QWebSocket::connected);
        QTRY_VERIFY(late.isOver());
        QCOMPARE(connected.size(), 1);
        QCOMPARE(int(late.closeCode()), 4000);
        QCOMPARE(server.reports, QStringList());
    }

    void aFaultSurvivesARestart()
    {
        Server server;
        QVERIFY(server.starts());
        const QUrl url = server.url();
        server.setFault(Close4000);
        server.kill();
        QVERIFY(server.starts());
        QCOMPARE(server.url(), url);
        Client client(server);
        QTRY_VERIFY(client.isOver());
        QCOMPARE(int(client.closeCode()), 4000);
    }

    void aFrozenServerAnswersWhenItHasThawed()
    {
        Server server;
        QVERIFY(server.starts());
        Client client(server);
        QTRY_VERIFY(client.isUp());
        server.freeze();
        QTRY_VERIFY(isStopped(server.processId()));
        client.sendTextMessage(QStringLiteral("hello"));
        QTRY_COMPARE(client.bytesToWrite(), 0);
        Client other(server); // is accepted by the kernel, and then waits
        QVERIFY(client.echoes.isEmpty());
        QVERIFY(!other.isUp());
        server.thaw();
        QTRY_COMPARE(client.echoes, QStringList{QStringLiteral("hello")});
        QTRY_VERIFY(other.isUp());
    }

private:
    //! The command takes its time to get there.
    static std::unique_ptr<Client> eventuallyConnected(const Server &server)
    {
        std::unique_ptr<Client> client;
        const auto isUp = [&] {
            if (!client || client->isOver())
                client = std::make_unique<Client>(server);
            return client->isUp();
        };
        return QTest::qWaitFor(isUp, 20'000) ? std::move(client) : nullptr;
    }
};

QTEST_GUILESS_MAIN(tst_ServerProcess)

#include "tst_serverprocess.moc"
