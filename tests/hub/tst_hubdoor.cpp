// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "hubclient.h"
#include "rawclient.h"

#include <QtCore/qfile.h>
#include <QtCore/qprocess.h>
#include <QtCore/qtemporarydir.h>
#include <QtNetwork/qsslcertificate.h>
#include <QtNetwork/qsslconfiguration.h>
#include <QtNetwork/qsslkey.h>
#include <QtNetwork/qsslsocket.h>
#include <QtNetwork/qtcpserver.h>
#include <QtTest/qsignalspy.h>

#include <sys/resource.h>

#include <functional>
#include <memory>
#include <vector>

using namespace Holdfast;
using namespace Qt::StringLiterals;

namespace {

//! Made by openssl, and its own proof.
bool makeCertificate(const QTemporaryDir &folder)
{
    QProcess openssl;
    openssl.setWorkingDirectory(folder.path());
    openssl.start(u"openssl"_s,
                  {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                   u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                   u"/CN=Holdfast test"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s,
                   u"-keyout"_s, u"key.pem"_s, u"-out"_s, u"cert.pem"_s});
    return openssl.waitForFinished(30'000) && openssl.exitCode() == 0;
}

HubClient::Manner with(const QByteArray &token) { return {.token = token}; }

//! While it lives, a hub may have ten sockets.
class TenSockets
{
public:
    TenSockets()
    {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        rlimit few = m_before;
        few.rlim_cur = 64 + 10;
        ::setrlimit(RLIMIT_NOFILE, &few);
    }
    ~TenSockets() { ::setrlimit(RLIMIT_NOFILE, &m_before); }
    Q_DISABLE_COPY_MOVE(TenSockets)

    static void expectWarning()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"10 connections are as many"_s));
    }

private:
    rlimit m_before{};
};

using Crowd = std::vector<std::unique_ptr<RawClient>>;

void join(Crowd &crowd, const Hub &hub, int count)
{
    for (int i = 0; i < count; ++i)
        crowd.push_back(std::make_unique<RawClient>(hub.serverUrl(), QByteArray()));
}

} // namespace

Q_DECLARE_METATYPE(std::function<void(Hub &)>)

// Who comes in, and who is shown out.
class tst_HubDoor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The last test looks what has become of it.
    void initTestCase()
    {
        m_quietHub = std::make_unique<TestHub>();
        m_stranger = std::make_unique<QTcpSocket>();
        m_stranger->setProxy(QNetworkProxy::NoProxy);
        m_stranger->connectToHost(QHostAddress::LocalHost, m_quietHub->serverPort());
    }

    // Who are you?

    void theAuthenticatorSaysWhoSomebodyIs()
    {
        TestHub hub;
        hub.setAuthenticator([](const QNetworkRequest &request, const HubAuthentication &answer) {
            answer.accept(QString::fromLatin1(request.rawHeader("Authorization")));
        });
        HubClient ann(hub.serverUrl(), with("ann"));
        QVERIFY(ann.joins(u"blue"_s));
        ann.message(1, u"x"_s);
        EVENTUALLY(hub.messages.size() == 1);
        QCOMPARE(hub.messages.constFirst().identity, u"ann"_s);
        QCOMPARE(hub.usersIn(u"blue"_s).constFirst().identity, u"ann"_s);

        // Neither her session nor her numbers are another's to use.
        HubClient bob(hub.serverUrl(), with("bob"));
        QVERIFY(bob.joins(u"blue"_s, {{u"session"_s, ann.session()}}));
        QCOMPARE(bob.welcome().value(u"resumed"_s), QJsonValue(false));
        QVERIFY(bob.welcome().value(u"receivedThrough"_s).isNull());
        bob.message(1, u"y"_s);
        EVENTUALLY(hub.messages.size() == 2);
        QCOMPARE(hub.texts(), QStringList({u"x"_s, u"y"_s}));
    }

    void whatIsSaidBeforeTheAnswerIsKept()
    {
        TestHub hub;
        HubAuthentication later;
        int asked = 0;
        hub.setAuthenticator([&](const QNetworkRequest &, const HubAuthentication &answer) {
            later = answer;
            ++asked;
        });
        HubClient client(hub.serverUrl());
        QVERIFY(client.opens());
        client.hello();
        client.message(1, u"early"_s);
        EVENTUALLY(asked == 1);
        QSignalSpy written(&client, &QWebSocket::pong);
        client.ping();
        QVERIFY(written.wait()); // the hub has read it all
        QVERIFY(client.frames.isEmpty());
        QCOMPARE(hub.clientCount(), 0);
        later.accept(u"ann"_s);
        client.message(2, u"late"_s);
        EVENTUALLY(client.acknowledgedThrough() == 2);
        QCOMPARE(hub.texts(), QStringList({u"early"_s, u"late"_s}));
    }

    void refusesWithTheRightCode()
    {
        TestHub hub;
        hub.setAuthenticator([](const QNetworkRequest &request, const HubAuthentication &answer) {
            if (request.rawHeader("Authorization") == "nobody")
                answer.rejectUnauthenticated(u"who?"_s);
            else
                answer.rejectForbidden(u"no"_s);
        });
        HubClient nobody(hub.serverUrl(), with("nobody"));
        QVERIFY(nobody.closesWith(4401));
        QCOMPARE(nobody.closeReason(), u"who?"_s);
        HubClient banned(hub.serverUrl(), with("banned"));
        QVERIFY(banned.closesWith(4403));
        QCOMPARE(banned.closeReason(), u"no"_s);
        QCOMPARE(hub.clientCount(), 0);
    }

    void theFirstAnswerCounts()
    {
        TestHub hub;
        HubAuthentication late;
        hub.setAuthenticator([&](const QNetworkRequest &, const HubAuthentication &answer) {
            late = answer;
            answer.accept(u"ann"_s);
            answer.rejectForbidden();
            answer.accept(u"bob"_s);
        });
        HubClient client(hub.serverUrl());
        QVERIFY(client.joins(u"blue"_s));
        late.rejectUnauthenticated();
        client.message(1, u"x"_s);
        EVENTUALLY(client.acknowledgedThrough() == 1);
        QCOMPARE(hub.usersIn(u"blue"_s).constFirst().identity, u"ann"_s);
        HubAuthentication().accept(u"nobody asked"_s);
    }

    void anAnswerForWhoeverIsGoneIsHarmless()
    {
        auto hub = std::make_unique<TestHub>();
        QList<HubAuthentication> answers;
        hub->setAuthenticator(
            [&](const QNetworkRequest &, const HubAuthentication &answer) { answers += answer; });
        {
            HubClient gone(hub->serverUrl());
            EVENTUALLY(answers.size() == 1);
        }
        HubClient client(hub->serverUrl());
        EVENTUALLY(answers.size() == 2);
        answers.at(0).accept(u"ann"_s);
        answers.at(1).accept(u"bob"_s);
        QVERIFY(client.joins());
        EVENTUALLY(hub->clientCount() == 1);
        HubClient last(hub->serverUrl());
        EVENTUALLY(answers.size() == 3);
        hub.reset();
        answers.at(2).accept(u"nobody"_s);
        EVENTUALLY(last.isOver);
    }

    void aSilentAuthenticatorIsNotWaitedForForEver()
    {
        HubPolicy policy;
        policy.helloTimeout = 1s;
        TestHub hub(policy);
        hub.setAuthenticator([](const QNetworkRequest &, const HubAuthentication &) {});
        HubClient client(hub.serverUrl());
        QVERIFY(client.closesWith(4001));
        QVERIFY(client.closeReason().contains(u"retryAfter"));
    }

    void aStrangerCannotFillTheMemory()
    {
        HubPolicy policy;
        policy.maxMessageBytes = 1024;
        TestHub hub(policy);
        hub.setAuthenticator([](const QNetworkRequest &, const HubAuthentication &) {});
        HubClient client(hub.serverUrl());
        QVERIFY(client.opens());
        for (int i = 0; i < 1000; ++i)
            client.sendTextMessage(u"x"_s);
        QVERIFY(client.closesWith(1009));
    }

    void whoDoesNotSayHelloIsShownOut()
    {
        HubPolicy policy;
        policy.helloTimeout = 1s;
        TestHub hub(policy);
        HubClient client(hub.serverUrl());
        QVERIFY(client.closesWith(4400));
    }

    // Web pages.

    void webPagesComeFromAllowedOriginsOnly_data()
    {
        QTest::addColumn<QString>("origin");
        QTest::addColumn<bool>("may");
        QTest::newRow("the one") << u"https://example.org"_s << true;
        QTest::newRow("its port said") << u"https://Example.org:443"_s << true;
        QTest::newRow("another port") << u"https://example.org:8443"_s << false;
        QTest::newRow("another scheme") << u"http://example.org"_s << false;
        QTest::newRow("below") << u"https://evil.example.org"_s << false;
        QTest::newRow("longer") << u"https://example.org.evil"_s << false;
        QTest::newRow("opaque") << u"null"_s << false;
        QTest::newRow("no page") << QString() << true;
    }
    void webPagesComeFromAllowedOriginsOnly()
    {
        QFETCH(QString, origin);
        QFETCH(bool, may);
        TestHub hub;
        hub.setAllowedOrigins({u"http://localhost:8080"_s, u"https://example.org/"_s});
        QCOMPARE(hub.allowedOrigins().size(), 2);
        HubClient client(hub.serverUrl(), {.origin = origin});
        if (may)
            QVERIFY(client.joins());
        else
            QVERIFY(client.closesWith(4403));
    }

    // TLS.

    void speaksTls()
    {
        QTemporaryDir folder;
        QVERIFY(makeCertificate(folder));
        QFile keyFile(folder.filePath(u"key.pem"_s));
        QVERIFY(keyFile.open(QIODevice::ReadOnly));
        const QSslKey key(&keyFile, QSsl::Ec);
        const QList<QSslCertificate> chain
            = QSslCertificate::fromPath(folder.filePath(u"cert.pem"_s));
        QCOMPARE(chain.size(), 1);

        Hub hub;
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(chain.constFirst());
        hub.setSslConfiguration(configuration);
        QVERIFY(!hub.listen(QHostAddress::LocalHost));
        QVERIFY2(hub.errorString().contains(u"key"), qPrintable(hub.errorString()));
        configuration.setPrivateKey(key);
        hub.setSslConfiguration(configuration);
        QVERIFY2(hub.listen(QHostAddress::LocalHost), qPrintable(hub.errorString()));
        QCOMPARE(hub.serverUrl().scheme(), u"wss"_s);

        struct TlsClient : HubClient
        {
            TlsClient(const QUrl &url, const QSslCertificate &authority)
                : HubClient(QUrl())
            {
                QSslConfiguration trust = sslConfiguration();
                trust.setCaCertificates({authority});
                setSslConfiguration(trust);
                isOver = false;
                QNetworkRequest request(url);
                QWebSocketHandshakeOptions options;
                options.setSubprotocols({u"holdfast.v1.json"_s});
                open(request, options);
            }
        } client(hub.serverUrl(), chain.constFirst());
        QVERIFY(client.joins());
        // Enough for many records and a full kernel.
        const QString text(500'000, u'x');
        for (quint64 number = 1; number <= 10; ++number)
            client.message(number, text);
        EVENTUALLY(client.acknowledgedThrough() == 10 && client.events().size() == 10);

        // Who talks no TLS, or stops in the middle of it, harms nobody.
        RawClient plain(hub.serverUrl());
        EVENTUALLY(plain.isOver());
        QTcpSocket mute;
        mute.setProxy(QNetworkProxy::NoProxy);
        mute.connectToHost(QHostAddress::LocalHost, hub.serverPort());
        TlsClient another(hub.serverUrl(), chain.constFirst());
        QVERIFY(another.joins());

        hub.setFaults({.freeze = true});
        client.message(11, text);
        hub.setFaults({});
        EVENTUALLY(client.acknowledgedThrough() == 11);
        hub.close();
        QVERIFY(client.closesWith(1001));
    }

    // Subprotocols.

    void plainClientsAreRefusedUnlessWanted()
    {
        TestHub hub;
        QCOMPARE(hub.plainClients(), Hub::PlainClients::Refuse);
        HubClient plain(hub.serverUrl(), {.subprotocols = {}});
        QVERIFY(plain.closesWith(4400));
        hub.setPlainClients(Hub::PlainClients::Echo);
        HubClient foreign(hub.serverUrl(), {.subprotocols = {u"mqtt"_s}});
        QVERIFY(foreign.closesWith(4400));
        HubClient both(hub.serverUrl(), {.subprotocols = {u"mqtt"_s, u"holdfast.v1.json"_s}});
        QVERIFY(both.joins());
    }

    void echoesToPlainClients()
    {
        TestHub hub;
        hub.setPlainClients(Hub::PlainClients::Echo);
        HubClient one(hub.serverUrl(), {.subprotocols = {}});
        HubClient two(hub.serverUrl(), {.subprotocols = {}});
        QVERIFY(one.opens());
        QVERIFY(two.opens());
        EVENTUALLY(hub.clientCount() == 2);
        one.sendTextMessage(u"text"_s);
        one.sendBinaryMessage("bytes");
        EVENTUALLY(one.texts.size() == 1 && one.binaries.size() == 1);
        QCOMPARE(one.texts, QStringList(u"text"_s));
        QCOMPARE(one.binaries, QList<QByteArray>({"bytes"}));
        two.sendTextMessage(u"mine"_s);
        EVENTUALLY(two.texts == QStringList(u"mine"_s));
        QVERIFY(hub.messages.isEmpty());
    }

    void broadcastsToPlainClients()
    {
        TestHub hub;
        hub.setPlainClients(Hub::PlainClients::Broadcast);
        HubClient one(hub.serverUrl(), {.subprotocols = {}});
        HubClient two(hub.serverUrl(), {.subprotocols = {}});
        HubClient envelope(hub.serverUrl());
        QVERIFY(envelope.joins());
        EVENTUALLY(hub.clientCount() == 3);
        one.sendTextMessage(u"text"_s);
        two.sendBinaryMessage("bytes");
        EVENTUALLY(one.texts == QStringList(u"text"_s) && two.texts == one.texts);
        EVENTUALLY(one.binaries.size() == 1 && two.binaries.size() == 1);
        QVERIFY(envelope.events().isEmpty());
    }

    // Limits.

    void aFullHubSaysWhenToReturn()
    {
        HubPolicy policy;
        policy.maxClients = 2;
        TestHub hub(policy);
        hub.setPlainClients(Hub::PlainClients::Echo);
        HubClient one(hub.serverUrl());
        HubClient two(hub.serverUrl(), {.subprotocols = {}});
        QVERIFY(one.joins());
        EVENTUALLY(hub.clientCount() == 2);
        HubClient three(hub.serverUrl());
        QVERIFY(three.closesWith(4001));
        const QJsonObject hint = QJsonDocument::fromJson(three.closeReason().toUtf8()).object();
        QVERIFY(hint.value(u"retryAfter"_s).toInt() > 0);
        QVERIFY(hint.value(u"spread"_s).toInt() > 0);
        two.close();
        EVENTUALLY(hub.clientCount() == 1);
        HubClient four(hub.serverUrl());
        QVERIFY(four.joins());
    }

    void messagesHaveALimit_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<bool>("fits");
        QTest::newRow("just fits") << 2000 << true;
        QTest::newRow("a byte too many") << 2001 << false;
        QTest::newRow("twice") << 4000 << false;
    }
    void messagesHaveALimit()
    {
        QFETCH(int, bytes);
        QFETCH(bool, fits);
        HubPolicy policy;
        policy.maxMessageBytes = 2000;
        TestHub hub(policy);
        HubClient client(hub.serverUrl());
        QVERIFY(client.joins());
        QCOMPARE(client.welcome().value(u"maxMessageBytes"_s).toInt(), 2000);
        const QString head = QStringLiteral(R"({"type":"message","id":"k","payload":")");
        const qsizetype rest = bytes - head.size() - 2;
        // Counted in UTF-8: two bytes for each of these.
        const QString text
            = head + QString(rest / 2, u'é') + (rest % 2 ? u"x"_s : QString()) + u"\"}"_s;
        QCOMPARE(text.toUtf8().size(), bytes);
        client.sendTextMessage(text);
        for (int i = 0; i < 1000; ++i) // and whatever else is on its way must not cost the goodbye
            client.sendTextMessage(u"{\"type\":\"ping\",\"at\":1}"_s);
        if (fits)
            EVENTUALLY(hub.messages.size() == 1);
        else
            QVERIFY(client.closesWith(1009));
    }

    void aHugeFrameIsNeverInMemory()
    {
        HubPolicy policy;
        policy.maxMessageBytes = 1024;
        TestHub hub(policy);
        RawClient client(hub.serverUrl());
        EVENTUALLY(client.isUpgraded());
        QByteArray head = RawClient::frame(RawClient::Text, {});
        head[1] = static_cast<char>(0xff); // a terabyte follows
        head.insert(2, QByteArray::fromHex("0000010000000000"));
        client.write(head);
        EVENTUALLY(client.isOver());
        QCOMPARE(client.closeCode(), 1009);
        EVENTUALLY(hub.clientCount() == 0);
    }

    void whoStopsReadingIsClosedAndTheOthersDoNotNotice()
    {
        HubPolicy policy;
        policy.maxMessageBytes = 64 * 1024;
        policy.maxUnsentBytes = 256 * 1024;
        TestHub hub(policy);
        RawClient slow(hub.serverUrl());
        HubClient quick(hub.serverUrl());
        EVENTUALLY(slow.isUpgraded());
        slow.send(RawClient::Text,
                  R"({"type":"hello","producer":"p","session":null,"cursor":null,)"
                  R"("profile":{"room":"blue"}})");
        QVERIFY(quick.joins(u"blue"_s));
        EVENTUALLY(hub.usersIn(u"blue"_s).size() == 2);
        slow.setDeaf(true);
        const QString text(50'000, u'x');
        int published = 0;
        while (hub.clientCount() == 2 && published < 2000) {
            hub.publish(u"blue"_s, text);
            ++published;
            EVENTUALLY(quick.events().size() == published);
        }
        QCOMPARE(hub.clientCount(), 1);
        slow.setDeaf(false);
        EVENTUALLY(slow.closeCode() == 4408);
        hub.publish(u"blue"_s, u"still here"_s);
        EVENTUALLY(quick.events().size() == published + 1);
        // It has not answered the goodbye, and is not waited for.
        EVENTUALLY(slow.isOver());
    }

    void whoReadsIsNotTooSlowForMuchAtOnce()
    {
        TestHub hub;
        HubClient envelope(hub.serverUrl());
        QVERIFY(envelope.joins(u"blue"_s));
        hub.setPlainClients(Hub::PlainClients::Broadcast);
        HubClient plain(hub.serverUrl(), {.subprotocols = {}});
        HubClient talker(hub.serverUrl(), {.subprotocols = {}});
        QVERIFY(plain.opens() && talker.opens());
        const QString text(100 * 1024, u'x');
        for (int i = 0; i < 150; ++i) { // almost twice what may wait
            hub.publish(u"blue"_s, text);
            talker.sendTextMessage(text);
        }
        EVENTUALLY(envelope.isOver || envelope.events().size() == 150);
        EVENTUALLY(plain.isOver || plain.texts.size() == 150);
        const QString large(14 * 1024 * 1024, u'x');
        hub.publish(u"blue"_s, large);
        EVENTUALLY(envelope.isOver || envelope.events().size() == 151);
        QVERIFY(!envelope.isOver && !plain.isOver);
    }

    void whoNeverReadsWhatWasMuchAtOnceIsClosed()
    {
        HubPolicy policy;
        policy.heartbeatInterval = 1h;
        TestHub hub(policy);
        RawClient deaf(hub.serverUrl());
        EVENTUALLY(deaf.isUpgraded());
        deaf.send(RawClient::Text,
                  R"({"type":"hello","producer":"p","session":null,"cursor":null,"profile":{}})");
        EVENTUALLY(hub.usersIn({}).size() == 1);
        deaf.setDeaf(true);
        for (int i = 0; i < 2; ++i) // and nothing more
            hub.publish({}, QString(14 * 1024 * 1024, u'x'));
        EVENTUALLY(hub.clientCount() == 0);
    }

    void whoFetchesNoPongsIsClosed()
    {
        HubPolicy policy;
        policy.maxMessageBytes = 16 * 1024;
        policy.maxUnsentBytes = 64 * 1024;
        TestHub hub(policy);
        hub.setPlainClients(Hub::PlainClients::Echo);
        RawClient client(hub.serverUrl(), {});
        EVENTUALLY(client.isUpgraded() && hub.clientCount() == 1);
        client.setDeaf(true);
        QByteArray pings;
        for (int i = 0; i < 1000; ++i)
            pings += RawClient::frame(RawClient::Ping, QByteArray(125, 'x'));
        for (int i = 0; i < 500 && hub.clientCount() == 1; ++i) {
            client.write(pings);
            EVENTUALLY(client.bytesToWrite() < 1024 * 1024 || hub.clientCount() == 0);
        }
        EVENTUALLY(hub.clientCount() == 0);
    }

    void aSilentPeerIsGoneAfterTwoPings()
    {
        HubPolicy policy;
        policy.heartbeatInterval = 1s;
        policy.gracePeriod = 0s;
        TestHub hub(policy);
        RawClient silent(hub.serverUrl());
        HubClient alive(hub.serverUrl());
        EVENTUALLY(silent.isUpgraded());
        silent.send(RawClient::Text,
                    R"({"type":"hello","producer":"p","session":null,)"
                    R"("cursor":null,"profile":{}})");
        QVERIFY(alive.joins());
        EVENTUALLY(silent.closeCode() == 4408);
        QCOMPARE(silent.count(RawClient::Ping), 2);
        EVENTUALLY(hub.presences.constLast().change == HubPresence::Change::Left);
        QCOMPARE(hub.clientCount(), 1); // QWebSocket answers
    }

    void letsThoseWaitForWhomThereIsNoDescriptor()
    {
        TestHub hub;
        hub.setPlainClients(Hub::PlainClients::Echo);
        TestHub elsewhere;
        HubClient neighbour(elsewhere.serverUrl());
        QVERIFY(neighbour.joins());
        const TenSockets few;
        TenSockets::expectWarning();
        Crowd clients;
        join(clients, hub, 10);
        EVENTUALLY(hub.clientCount() == 10);
        join(clients, hub, 5);
        EVENTUALLY(clients.back()->state() == QAbstractSocket::ConnectedState);
        for (int i = 0; i < 5; ++i) { // time enough for a hub that would let them in
            neighbour.say({{u"type"_s, u"ping"_s}, {u"at"_s, i}});
            QVERIFY(neighbour.hears("pong", i + 1));
        }
        QCOMPARE(hub.clientCount(), 10);
        clients.erase(clients.begin(), clients.begin() + 7);
        EVENTUALLY(hub.clientCount() == 8 && clients.back()->isUpgraded());
    }

    void aFullHubMayStopListening_data()
    {
        QTest::addColumn<std::function<void(Hub &)>>("stop");
        const auto row = [](const char *name, const std::function<void(Hub &)> &stop) {
            QTest::newRow(name) << stop;
        };
        row("closes", [](Hub &hub) { hub.close(); });
        row("drains", [](Hub &hub) { hub.drain(0ms, 0ms); });
        row("refuses", [](Hub &hub) { hub.setFaults({.refuse = true}); });
    }
    void aFullHubMayStopListening()
    {
        using Deed = std::function<void(Hub &)>;
        QFETCH(Deed, stop);
        TestHub hub;
        hub.setPlainClients(Hub::PlainClients::Echo);
        const auto sockets = [&] { return hub.findChildren<QTcpSocket *>().size(); };
        const auto before = sockets();
        const TenSockets few;
        TenSockets::expectWarning();
        Crowd clients;
        join(clients, hub, 10);
        EVENTUALLY(hub.clientCount() == 10);
        QCOMPARE(sockets(), before + 10);
        stop(hub);
        clients.clear();
        EVENTUALLY(sockets() == before);

        hub.setFaults({});
        QVERIFY(hub.isListening() || hub.listen(QHostAddress::LocalHost));
        TenSockets::expectWarning();
        join(clients, hub, 10); // all of the old ones' places are free
        EVENTUALLY(hub.clientCount() == 10);
    }

    void aHubThatListensAgainIsAsFullAsBefore()
    {
        TestHub hub;
        hub.setPlainClients(Hub::PlainClients::Echo);
        const TenSockets few;
        TenSockets::expectWarning();
        Crowd clients;
        join(clients, hub, 10);
        EVENTUALLY(hub.clientCount() == 10);
        hub.close();
        TenSockets::expectWarning(); // its old sockets have yet to end
        QVERIFY(hub.listen(QHostAddress::LocalHost));
        join(clients, hub, 1);
        clients.erase(clients.begin(), clients.begin() + 10);
        EVENTUALLY(clients.back()->isUpgraded());
    }

    void aHubThatCannotAcceptMayClose()
    {
        TestHub hub;
        auto *door = hub.findChild<QTcpServer *>();
        QVERIFY(door);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot accept a connection"_s));
        Q_EMIT door->acceptError(QAbstractSocket::SocketResourceError);
        hub.close();
        bool isLater = false; // than when it would have tried again
        QTimer::singleShot(1s, &hub, [&] { isLater = true; });
        EVENTUALLY(isLater);
        QVERIFY(!hub.isListening());
    }

    // The hostile.

    void badFramesEndTheirConnectionOnly_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        const auto text
            = [](const QByteArray &payload) { return RawClient::frame(RawClient::Text, payload); };
        QTest::newRow("binary") << RawClient::frame(RawClient::Binary, "\1\2\3") << 4400;
        QTest::newRow("no JSON") << text("hello") << 4400;
        QTest::newRow("empty") << text("") << 4400;
        QTest::newRow("deep") << text(QByteArray(100'000, '[')) << 4400;
        QTest::newRow("wrong type") << text(R"({"type":"hello","producer":7})") << 4400;
        QTest::newRow("no hello") << text(R"({"type":"sync","epoch":"e","lastEventId":1})") << 4400;
        QTest::newRow("beyond 2^53")
            << text(R"({"type":"message","id":"k","number":9007199254740993,"payload":1})") << 4400;
        QTest::newRow("invalid UTF-8") << text("\xff\xfe\xfd") << 1007;
        QTest::newRow("overlong UTF-8") << text("{\"type\":\"\xc0\xaf\"}") << 1007;
        QTest::newRow("reserved bits") << QByteArray("\xf1\x80\0\0\0\0", 6) << 1002;
        QTest::newRow("reserved opcode") << RawClient::frame(3, "x") << 1002;
        QTest::newRow("a lonely continuation")
            << RawClient::frame(RawClient::Continuation, "x") << 1002;
        QTest::newRow("a long ping")
            << RawClient::frame(RawClient::Ping, QByteArray(200, 'x')) << 1002;
    }
    void badFramesEndTheirConnectionOnly()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        TestHub hub;
        HubClient good(hub.serverUrl());
        QVERIFY(good.joins());
        RawClient bad(hub.serverUrl());
        EVENTUALLY(bad.isUpgraded());
        bad.write(bytes);
        EVENTUALLY(bad.closeCode() != 0);
        QCOMPARE(bad.closeCode(), code);
        EVENTUALLY(hub.clientCount() == 1);
        good.message(1, u"x"_s);
        EVENTUALLY(good.acknowledgedThrough() == 1);
    }

    void badRequestsAreNoClients_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("another protocol") << QByteArray("SSH-2.0-OpenSSH\r\n\r\n");
        QTest::newRow("binary") << QByteArray::fromHex("16030100deadbeef0d0a0d0a");
        QTest::newRow("a web page") << QByteArray("GET / HTTP/1.1\r\nHost: hub\r\n\r\n");
        QTest::newRow("an endless header")
            << QByteArray("GET / HTTP/1.1\r\nX: ") + QByteArray(2'000'000, 'x');
    }
    void badRequestsAreNoClients()
    {
        QFETCH(QByteArray, bytes);
        TestHub hub;
        QTcpSocket stranger;
        stranger.setProxy(QNetworkProxy::NoProxy);
        stranger.connectToHost(QHostAddress::LocalHost, hub.serverPort());
        stranger.write(bytes);
        EVENTUALLY(stranger.state() == QAbstractSocket::UnconnectedState);
        QCOMPARE(hub.clientCount(), 0);
        HubClient client(hub.serverUrl());
        QVERIFY(client.joins());
    }

    void aMillionTinyFramesAreTaken()
    {
        TestHub hub;
        RawClient client(hub.serverUrl());
        EVENTUALLY(client.isUpgraded());
        client.send(RawClient::Text,
                    R"({"type":"hello","producer":"p","session":null,)"
                    R"("cursor":null,"profile":{}})");
        QByteArray frames;
        for (int i = 0; i < 10'000; ++i)
            frames += RawClient::frame(RawClient::Text, R"({"type":"?"})"); // unknown: ignored
        for (int i = 0; i < 100; ++i) {
            client.write(frames);
            EVENTUALLY(client.bytesToWrite() < 256 * 1024);
        }
        client.send(RawClient::Text, R"({"type":"ping","at":7})");
        EVENTUALLY(client.last(RawClient::Text).contains("pong"));
        QCOMPARE(hub.clientCount(), 1);
    }

    void aMillionEmptyFramesOfAStrangerAreNot()
    {
        TestHub hub;
        RawClient client(hub.serverUrl());
        EVENTUALLY(client.isUpgraded());
        QByteArray frames;
        for (int i = 0; i < 100'000; ++i)
            frames += RawClient::frame(RawClient::Text, {});
        for (int i = 0; i < 10; ++i)
            client.write(frames);
        EVENTUALLY(client.closeCode() == 4400);
    }

    void fragmentsAreJoined()
    {
        TestHub hub;
        RawClient client(hub.serverUrl());
        EVENTUALLY(client.isUpgraded());
        client.write(
            RawClient::frame(RawClient::Text, R"({"type":"hello","producer":"p",)", false));
        client.write(RawClient::frame(RawClient::Ping, "between"));
        client.write(
            RawClient::frame(RawClient::Continuation, R"("session":null,"cursor":null,)", false));
        client.write(RawClient::frame(RawClient::Continuation, R"("profile":{}})"));
        EVENTUALLY(client.count(RawClient::Text) > 0 && client.count(RawClient::Pong) == 1);
        QVERIFY(client.heard().contains("welcome"));
    }

    void whoNeverAsksForTheUpgradeIsNotWaitedForForEver()
    {
        EVENTUALLY(m_stranger->state() == QAbstractSocket::UnconnectedState);
        m_stranger.reset();
        m_quietHub.reset();
    }

private:
    std::unique_ptr<TestHub> m_quietHub;
    std::unique_ptr<QTcpSocket> m_stranger;
};

QTEST_GUILESS_MAIN(tst_HubDoor)
#include "tst_hubdoor.moc"
