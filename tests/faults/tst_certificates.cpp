// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "certificates.h"
#include "connectionstatus.h"
#include "quick.h"
#include "wirecutter.h"

#include <QtNetwork/qsslconfiguration.h>
#include <QtNetwork/qsslsocket.h>
#include <QtWebSockets/qwebsocket.h>
#include <QtWebSockets/qwebsocketserver.h>

using namespace Holdfast;

namespace {

using Kind = Certificates::Kind;
using Socket = ReconnectingWebSocket;

//! A server with TLS, which shows to those who come what it was told last.
class SecureServer : public QWebSocketServer
{
public:
    explicit SecureServer(const Certificates &certificates)
        : QWebSocketServer(QString(), SecureMode)
        , m_certificates(certificates)
    {
        connect(this, &QWebSocketServer::newConnection, this, [this] {
            while (QWebSocket *guest = nextPendingConnection()) {
                ++guests;
                connect(guest, &QWebSocket::textMessageReceived, this,
                        [this](const QString &text) { texts += text; });
                connect(guest, &QWebSocket::disconnected, guest, &QObject::deleteLater);
            }
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("no server: %s", qPrintable(errorString()));
    }

    void show(Kind kind)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(m_certificates.certificate(kind));
        tls.setPrivateKey(m_certificates.key(kind));
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        setSslConfiguration(tls);
    }

    int guests = 0; //!< whose upgrade came
    QStringList texts;

private:
    const Certificates &m_certificates;
};

const char *const Row = "The server's identity could not be verified";

} // namespace

//! TLS that does not verify is final, tells the user so, and nothing is said before.
class tst_Certificates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void whatDoesNotVerifyIsNotSpokenTo_data();
    void whatDoesNotVerifyIsNotSpokenTo();
    void anAuthorityThatIsMadeKnownIsEnough();
    void anErrorThatIsExpectedIsNone();
    void aRotatedCertificateIsNoticedAtTheNextDial();

private:
    [[nodiscard]] QUrl url() const
    {
        QUrl url = m_wire->url();
        url.setScheme(QStringLiteral("wss"));
        return url;
    }
    void trust(Socket &client) const
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(m_certificates.authority());
        client.setSslConfiguration(tls);
    }

    Certificates m_certificates;
    std::unique_ptr<SecureServer> m_server;
    std::unique_ptr<WireCutter> m_wire;
};

void tst_Certificates::initTestCase()
{
    if (!QSslSocket::supportsSsl())
        QSKIP("Qt has no TLS here");
    if (const QString problem = m_certificates.make(); !problem.isEmpty())
        QSKIP(qPrintable(problem));
    QVERIFY(!m_certificates.certificate(Kind::Expired).isNull());
    QVERIFY(m_certificates.certificate(Kind::Expired).expiryDate()
            < QDateTime::currentDateTimeUtc());
}

void tst_Certificates::init()
{
    m_server = std::make_unique<SecureServer>(m_certificates);
    m_wire = std::make_unique<WireCutter>(m_server->serverUrl());
}

void tst_Certificates::cleanup()
{
    m_wire.reset();
    m_server.reset();
}

void tst_Certificates::whatDoesNotVerifyIsNotSpokenTo_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("expired") << Kind::Expired;
    QTest::newRow("of another host") << Kind::WrongHost;
    QTest::newRow("self-signed") << Kind::SelfSigned;
    QTest::newRow("signed by a stranger") << Kind::Strange;
}

void tst_Certificates::whatDoesNotVerifyIsNotSpokenTo()
{
    QFETCH(Kind, kind);
    m_server->show(kind);
    Client client;
    trust(client);
    ConnectionStatus status;
    status.setSocket(&client);
    QSignalSpy failed(&client, &Socket::failed);
    QSignalSpy asked(&client, &Socket::sslErrors);
    client.open(url());
    for (const QString &text : numbered(1, 5))
        (void)client.sendTextMessage(text);
    EVENTUALLY(failed.count() == 1);
    QCOMPARE(client.state(), ConnectionState::Failed);
    QCOMPARE(client.lastError().category, ErrorCategory::TlsFailed);
    QVERIFY(!client.lastError().willRetry);
    QVERIFY(!client.lastError().detail.isEmpty());
    QCOMPARE(asked.count(), 1);
    EVENTUALLY(status.text() == QLatin1StringView(Row));
    QCOMPARE(status.action(), StatusAction::Retry);
    QCOMPARE(client.pendingMessageCount(), 5);
    // It was the only dial, and the server heard nothing of what we had to say.
    settle(20);
    QCOMPARE(m_wire->connectionCount(), 1);
    QCOMPARE(m_server->guests, 0);

    // Asked again, it looks again.
    client.retryNow();
    EVENTUALLY(failed.count() == 2);
    QCOMPARE(m_server->guests, 0);

    m_server->show(Kind::Good);
    client.retryNow();
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(m_server->texts, numbered(1, 5));
    QCOMPARE(m_wire->mostAtOnce(), 1);
}

void tst_Certificates::anAuthorityThatIsMadeKnownIsEnough()
{
    m_server->show(Kind::Good);
    Client client; // asks the system, which knows nothing of our authority
    client.open(url());
    (void)client.sendTextMessage(QStringLiteral("1"));
    QVERIFY(client.reaches(ConnectionState::Failed));
    QCOMPARE(client.lastError().category, ErrorCategory::TlsFailed);
    QCOMPARE(m_server->guests, 0);
    trust(client);
    client.retryNow();
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(m_server->texts, numbered(1, 1));
}

void tst_Certificates::anErrorThatIsExpectedIsNone()
{
    m_server->show(Kind::SelfSigned);
    const QSslCertificate known = m_certificates.certificate(Kind::SelfSigned);
    Client client;
    client.ignoreSslErrors({QSslError(QSslError::SelfSignedCertificate, known)});
    client.open(url());
    (void)client.sendTextMessage(QStringLiteral("1"));
    EVENTUALLY(client.pendingMessageCount() == 0);
    // Of that certificate, and of no other: the pinned one is replaced behind our back.
    m_server->show(Kind::Strange);
    m_wire->cut(WireCutter::How::Reset);
    (void)client.sendTextMessage(QStringLiteral("2"));
    QVERIFY(client.reaches(ConnectionState::Failed));
    QCOMPARE(client.lastError().category, ErrorCategory::TlsFailed);
    QCOMPARE(m_server->texts, numbered(1, 1));
    m_server->show(Kind::SelfSigned);
    client.retryNow();
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(m_server->texts, numbered(1, 2));
}

void tst_Certificates::aRotatedCertificateIsNoticedAtTheNextDial()
{
    m_server->show(Kind::Good);
    Client client;
    trust(client);
    client.open(url());
    (void)client.sendTextMessage(QStringLiteral("1"));
    EVENTUALLY(client.pendingMessageCount() == 0);
    // Renewed in time: a reconnection like any other.
    QSignalSpy connected(&client, &Socket::connected);
    m_server->show(Kind::Renewed);
    m_wire->cut(WireCutter::How::End);
    (void)client.sendTextMessage(QStringLiteral("2"));
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(connected.count(), 1);
    // Forgotten: who is connected stays, until the wire breaks.
    m_server->show(Kind::Expired);
    (void)client.sendTextMessage(QStringLiteral("3"));
    EVENTUALLY(client.pendingMessageCount() == 0);
    m_wire->cut(WireCutter::How::End);
    (void)client.sendTextMessage(QStringLiteral("4"));
    QVERIFY(client.reaches(ConnectionState::Failed));
    QCOMPARE(client.lastError().category, ErrorCategory::TlsFailed);
    QCOMPARE(m_server->texts, numbered(1, 3));
    QCOMPARE(client.pendingMessageCount(), 1);
    // Rotated at last, and the user presses Retry.
    m_server->show(Kind::Renewed);
    client.retryNow();
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(m_server->texts, numbered(1, 4));
    QCOMPARE(m_wire->mostAtOnce(), 1);
}

QTEST_GUILESS_MAIN(tst_Certificates)
#include "tst_certificates.moc"
