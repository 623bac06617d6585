// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "fault.h"

#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qprocess.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtNetwork/qtcpsocket.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWebSockets/qwebsocket.h>

#include <memory>

namespace {

//! holdfast-demo --serve, and what it reports.
class Server
{
public:
    ~Server() { kill(); }

    //! Starts it, and waits until it is there.
    bool starts()
    {
        m_process.start(QStringLiteral(HOLDFAST_DEMO),
                        {QStringLiteral("--serve"), QStringLiteral("--port"),
                         QString::number(qMax(m_url.port(), 0)), QStringLiteral("--fault"),
                         m_fault.toString()});
        m_isReady = false;
        return QTest::qWaitFor(
            [this] {
                read();
                return m_isReady;
            },
            20'000);
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    void setFault(const Fault &fault)
    {
        m_fault = fault;
        if (m_process.state() != QProcess::NotRunning)
            m_process.write("fault " + fault.toString().toUtf8() + '\n');
    }
    QUrl url() const { return m_url; }
    QStringList reports()
    {
        read();
        return m_reports;
    }

private:
    void read()
    {
        while (m_process.canReadLine()) {
            const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
            if (line.contains(QStringLiteral("ready"))) {
                m_url = QUrl(line.value(QStringLiteral("ready")).toString());
                m_isReady = true;
            } else {
                m_reports.append(line.value(QStringLiteral("lane")).toString() + u':'
                                 + line.value(QStringLiteral("received")).toString());
            }
        }
    }

    QProcess m_process;
    QUrl m_url;
    Fault m_fault;
    QStringList m_reports;
    bool m_isReady = false;
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

} // namespace

class tst_PlainServer : public QObject
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
        QTRY_COMPARE(server.reports(), QStringList{QStringLiteral("naive:1 hello")});
        nobody.sendTextMessage(QStringLiteral("2"));
        QTRY_COMPARE(server.reports().size(), 2);
        QCOMPARE(server.reports().last(), QStringLiteral(":2"));
        QTRY_COMPARE(naive.echoes, QStringList{QStringLiteral("1 hello")});
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
        QCOMPARE(server.reports(), QStringList());
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

    void faultsAreReadAsTheyAreWritten_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("isValid");
        QTest::newRow("none") << QStringLiteral("none") << true;
        QTest::newRow("refuse") << QStringLiteral("refuse") << true;
        QTest::newRow("close") << QStringLiteral("close 1011") << true;
        QTest::newRow("application code") << QStringLiteral("close 4999") << true;
        QTest::newRow("no code") << QStringLiteral("close") << false;
        QTest::newRow("never on the wire") << QStringLiteral("close 1006") << false;
        QTest::newRow("too high") << QStringLiteral("close 5000") << false;
        QTest::newRow("wraps around") << QStringLiteral("close 66536") << false;
        QTest::newRow("words") << QStringLiteral("refuse all") << false;
        QTest::newRow("empty") << QString() << false;
    }
    void faultsAreReadAsTheyAreWritten()
    {
        QFETCH(QString, words);
        QFETCH(bool, isValid);
        const auto fault = Fault::parse(words);
        QCOMPARE(fault.has_value(), isValid);
        if (fault)
            QCOMPARE(fault->toString(), words);
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

QTEST_GUILESS_MAIN(tst_PlainServer)

#include "tst_plainserver.moc"
