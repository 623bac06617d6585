// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "healthcheck.h"
#include "healthcheckmonitor.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qthread.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtNetwork/qtcpserver.h>
#include <QtNetwork/qtcpsocket.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

#include <functional>
#include <memory>

using namespace Holdfast;
using namespace std::chrono_literals;

namespace {

//! Answers each request with the same words; without words it says nothing.
class Site : public QTcpServer
{
public:
    explicit Site(const QByteArray &says = "HTTP/1.1 204 No Content\r\n\r\n")
        : words(says)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *visitor = nextPendingConnection();
            ++visits;
            connect(visitor, &QTcpSocket::disconnected, this, [this, visitor] {
                ++departures;
                visitor->deleteLater();
            });
            connect(visitor, &QTcpSocket::readyRead, this, [this, visitor] {
                request += visitor->readAll();
                if (!request.endsWith("\r\n\r\n"))
                    return;
                requests << std::exchange(request, {});
                if (this->words.isEmpty())
                    return;
                visitor->write(this->words);
                visitor->disconnectFromHost();
            });
        });
    }

    QUrl url(const QString &path = QStringLiteral("/health")) const
    {
        return QUrl(u"http://127.0.0.1:" % QString::number(serverPort()) % path);
    }

    QByteArray words;
    QByteArray request;
    QList<QByteArray> requests;
    int visits = 0;
    int departures = 0;
};

QByteArray answer(int status, const QByteArray &headers = {})
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Words\r\nContent-Length: 0\r\n" + headers
        + "\r\n";
}

//! A base whose words are the test's.
class System : public NetworkMonitor
{
public:
    using NetworkMonitor::isWatching;

    void setFacts(const NetworkFacts &facts)
    {
        m_word = facts;
        if (isWatching())
            NetworkMonitor::setFacts(facts);
    }

protected:
    void start() override { NetworkMonitor::setFacts(m_word); }
    void stop() override { }

private:
    NetworkFacts m_word;
};

//! Observes it while it lives.
class Observer
{
public:
    explicit Observer(NetworkMonitor &monitor)
        : m_monitor(&monitor)
    {
        monitor.observe();
    }
    ~Observer()
    {
        if (m_monitor)
            m_monitor->release();
    }
    Q_DISABLE_COPY_MOVE(Observer)

private:
    QPointer<NetworkMonitor> m_monitor;
};

constexpr NetworkFacts Online{.reachability = Reachability::Online};
constexpr NetworkFacts Captive{.reachability = Reachability::Online, .behindCaptivePortal = true};
constexpr NetworkFacts Silent{.reachability = Reachability::Disconnected, .inferred = true};

//! That nothing happens cannot be waited for. But another monitor that begins now, with an interval
//! of 100 ms, can have so many answers: so could whatever had begun before.
bool anotherAsks(int times)
{
    Site site;
    HealthCheckMonitor monitor(site.url());
    monitor.setInterval(100ms);
    QSignalSpy checked(&monitor, &HealthCheckMonitor::checked);
    const Observer observer(monitor);
    while (checked.size() < times) {
        if (!checked.wait(20'000))
            return false;
    }
    return true;
}

} // namespace

class tst_HealthCheckMonitor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAreJudged_data();
    void answersAreJudged();
    void itAsksByHeadOnAConnectionOfItsOwn();
    void aServerThatDoesNotAnswerIsGivenUp();
    void aServerThatTricklesIsGivenUp();
    void aServerThatRefusesIsSilent();
    void whereAPortalLeadsIsKnown();
    void onlyWhoIsObservedAsks();
    void itAsksAgain();
    void itAsksNowIfTold();
    void nobodyIsAskedByABadUrl();
    void badNumbersAreRefused();
    void anotherUrlIsAskedAtOnce();
    void theServerIsBelievedBeforeTheBase();
    void theBaseIsBelievedBeforeSilence();
    void anotherNetworkIsAskedAboutAtOnce();
    void aFlappingBaseIsNoStorm();
    void theWordOfAnotherBaseIsForgotten();
    void aBaseIsObservedOnlyWhileItIsNeeded();
    void aBaseMayLiveInAnotherThread();
    void aBaseMayGo();
    void nobodyIsHisOwnBase();
    void brokenTlsBehindAPortalIsAPortal();
    void brokenTlsElsewhereIsSilence();
    void aHandlerMayDeleteIt();
    void itMayDieWhileItAsks();
    void itsPropertiesSpeakMilliseconds();
};

void tst_HealthCheckMonitor::answersAreJudged_data()
{
    using enum HealthVerdict::Kind;
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("expected");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("redirect");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("portal");
    const auto row = [](const char *name, const char *url, int expected, int status,
                        const char *redirect, HealthVerdict::Kind kind, const char *portal = "") {
        QTest::newRow(name) << QString::fromLatin1(url) << expected << status
                            << QString::fromLatin1(redirect) << int(kind)
                            << QString::fromLatin1(portal);
    };
    row("nobody", "http://a.org/h", 0, 0, "", Silent);
    row("200", "http://a.org/h", 0, 200, "", Reached);
    row("204", "http://a.org/h", 204, 204, "", Reached);
    row("a portal's 200", "http://a.org/h", 204, 200, "", Intercepted, "http://a.org/");
    row("200 over TLS", "https://a.org/h", 204, 200, "", Reached);
    row("404", "http://a.org/h", 0, 404, "", Reached);
    row("500", "https://a.org/h", 0, 500, "", Reached);
    row("511", "http://a.org:81/h", 0, 511, "", Intercepted, "http://a.org/");
    row("304", "http://a.org/h", 0, 304, "", Reached);
    row("302 there", "http://a.org/h", 0, 302, "http://p.net/in?x=1", Intercepted,
        "http://p.net/in?x=1");
    row("302 there over TLS", "https://a.org/h", 0, 302, "http://p.net/", Intercepted,
        "http://p.net/");
    row("307 without a scheme", "http://a.org/h", 0, 307, "//p.net/", Intercepted, "http://p.net/");
    row("302 here", "http://a.org/h", 0, 302, "/login", Reached);
    row("302 to TLS", "http://a.org/h", 0, 301, "https://A.org/h", Reached);
    row("302 to www", "http://a.org/h", 0, 301, "https://www.a.org/h", Reached);
    row("302 from www", "http://www.a.org/h", 0, 301, "https://a.org/h", Reached);
    row("302 to who sounds alike", "http://a.org/h", 0, 302, "http://aa.org/", Intercepted,
        "http://aa.org/");
    for (const char *trap :
         {"file:///etc/passwd", "file://p.net/share", "javascript:alert(1)", "smb://p.net/share",
          "ms-settings:network", "http:///in", "mailto:a@p.net", "//"})
        row(trap, "https://a.org/h", 0, 302, trap, Intercepted, "http://a.org/");
    row("302 with a name", "http://a.org/h", 0, 302, "https://me:secret@p.net/in", Intercepted,
        "https://p.net/in");
    row("a place without a redirect", "http://a.org/h", 0, 201, "http://p.net/", Reached);
}

void tst_HealthCheckMonitor::answersAreJudged()
{
    QFETCH(const QString, url);
    QFETCH(const int, expected);
    QFETCH(const int, status);
    QFETCH(const QString, redirect);
    QFETCH(const int, kind);
    QFETCH(const QString, portal);
    const HealthAnswer answered{.status = status, .redirect = QUrl(redirect)};
    const HealthVerdict verdict = answered.verdict(QUrl(url), expected);
    QCOMPARE(int(verdict.kind), kind);
    QCOMPARE(verdict.portal.toString(), portal);
}

void tst_HealthCheckMonitor::itAsksByHeadOnAConnectionOfItsOwn()
{
    Site site;
    HealthCheckMonitor monitor(site.url(QStringLiteral("/health?x=1")));
    monitor.setInterval(100ms);
    const Observer observer(monitor);
    QTRY_VERIFY(site.requests.size() >= 3);
    QVERIFY(site.requests.at(0).startsWith("HEAD /health?x=1 HTTP/1.1\r\n"));
    QCOMPARE(monitor.facts(), Online);
    QCOMPARE(site.visits, site.requests.size());
    QVERIFY(monitor.portalUrl().isEmpty());
}

void tst_HealthCheckMonitor::aServerThatDoesNotAnswerIsGivenUp()
{
    Site site("");
    HealthCheckMonitor monitor(site.url());
    monitor.setTimeout(50ms);
    QSignalSpy changed(&monitor, &NetworkMonitor::changed);
    const Observer observer(monitor);
    QTRY_COMPARE(monitor.facts(), Silent);
    QTRY_COMPARE(site.departures, 1);
    QCOMPARE(changed.size(), 1);
}

void tst_HealthCheckMonitor::aServerThatTricklesIsGivenUp()
{
    Site site("");
    HealthCheckMonitor monitor(site.url());
    monitor.setTimeout(200ms);
    QTimer drip;
    connect(&drip, &QTimer::timeout, this, [&] {
        if (auto *visitor = site.findChild<QTcpSocket *>())
            visitor->write("HTTP/1.1 200 OK\r\nX: y\r\n");
    });
    drip.start(20);
    const Observer observer(monitor);
    QTRY_COMPARE(monitor.facts(), Silent);
}

void tst_HealthCheckMonitor::aServerThatRefusesIsSilent()
{
    QUrl url;
    {
        const Site site;
        url = site.url();
    }
    HealthCheckMonitor monitor(url);
    const Observer observer(monitor);
    QTRY_COMPARE(monitor.facts(), Silent);
}

void tst_HealthCheckMonitor::whereAPortalLeadsIsKnown()
{
    Site site(answer(302, "Location: http://portal.example/in\r\n"));
    HealthCheckMonitor monitor(site.url());
    monitor.setInterval(100ms);
    QSignalSpy portal(&monitor, &HealthCheckMonitor::portalUrlChanged);
    connect(&monitor, &NetworkMonitor::changed, this, [&](const NetworkFacts &facts) {
        QCOMPARE(facts.behindCaptivePortal, !monitor.portalUrl().isEmpty());
    });
    const Observer observer(monitor);
    QTRY_COMPARE(monitor.facts(), Captive);
    QCOMPARE(monitor.portalUrl(), QUrl(QStringLiteral("http://portal.example/in")));
    QCOMPARE(site.requests.size(), 1); // nobody follows it
    site.words = answer(500); // the server itself, in trouble
    QTRY_COMPARE(monitor.facts(), Online);
    QVERIFY(monitor.portalUrl().isEmpty());
    QCOMPARE(portal.size(), 2);
    site.words = answer(302, "Location: /elsewhere\r\n");
    QSignalSpy checked(&monitor, &HealthCheckMonitor::checked);
    QVERIFY(checked.wait() && checked.wait());
    QCOMPARE(monitor.facts(), Online);
}

void tst_HealthCheckMonitor::onlyWhoIsObservedAsks()
{
    Site site;
    HealthCheckMonitor monitor(site.url());
    monitor.setInterval(100ms);
    monitor.checkNow();
    QVERIFY(anotherAsks(3));
    QCOMPARE(site.visits, 0);
    monitor.observe();
    QTRY_COMPARE(monitor.facts(), Online);
    monitor.release();
    QTRY_COMPARE(monitor.facts(), NetworkFacts());
    const int visits = site.visits;
    QVERIFY(anotherAsks(3));
    QCOMPARE(site.visits, visits);
    const Observer observer(monitor);
    QTRY_COMPARE(monitor.facts(), Online);
}

void tst_HealthCheckMonitor::itAsksAgain()
{
    Site site;
    HealthCheckMonitor monitor(site.url());
    QCOMPARE(monitor.interval(), 30s);
    QCOMPARE(monitor.timeout(), 5s);
    const Observer observer(monitor);
    QTRY_COMPARE(monitor.facts(), Online);
    QVERIFY(anotherAsks(3));
    QCOMPARE(site.visits, 1);
    monitor.setInterval(100ms); // of the question that is to come, too
    QTRY_VERIFY(site.visits > 2);
}

void tst_HealthCheckMonitor::itAsksNowIfTold()
{
    Site site;
    HealthCheckMonitor monitor(site.url());
    const Observer observer(monitor);
    QTRY_COMPARE(monitor.facts(), Online);
    site.words.clear();
    monitor.checkNow();
    monitor.checkNow(); // it does already
    QTRY_COMPARE(site.requests.size(), 2);
    QVERIFY(anotherAsks(1));
    QCOMPARE(site.visits, 2);
    QCOMPARE(monitor.facts(), Online); // until it knows better
}

void tst_HealthCheckMonitor::nobodyIsAskedByABadUrl()
{
    HealthCheckMonitor monitor;
    const Observer observer(monitor);
    QSignalSpy checked(&monitor, &HealthCheckMonitor::checked);
    const QRegularExpression warning(QStringLiteral("not an http or https URL"));
    for (const char *bad : {"ws://a.org/", "file:///etc/passwd", "http://", "a.org"}) {
        QTest::ignoreMessage(QtWarningMsg, warning);
        monitor.setUrl(QUrl(QString::fromLatin1(bad)));
        monitor.checkNow();
        QVERIFY(anotherAsks(1));
    }
    QCOMPARE(checked.size(), 0);
    QCOMPARE(monitor.facts(), NetworkFacts());
    Site site;
    monitor.setUrl(site.url());
    QTRY_COMPARE(monitor.facts(), Online);
    monitor.setUrl({});
    QCOMPARE(monitor.facts(), NetworkFacts());
}

void tst_HealthCheckMonitor::badNumbersAreRefused()
{
    HealthCheckMonitor monitor;
    for (const auto bad : {0ms, -5ms, 99ms, std::chrono::milliseconds(1LL << 40)}) {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("interval")));
        monitor.setInterval(bad);
    }
    for (const auto bad : {0ms, -5ms, std::chrono::milliseconds(1LL << 40)}) {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("timeout")));
        monitor.setTimeout(bad);
    }
    for (const int bad : {1, 199, 600, -1}) {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("status")));
        monitor.setExpectedStatus(bad);
    }
    QCOMPARE(monitor.interval(), 30s);
    QCOMPARE(monitor.timeout(), 5s);
    QCOMPARE(monitor.expectedStatus(), 0);
    monitor.setExpectedStatus(204);
    monitor.setExpectedStatus(0);
}

void tst_HealthCheckMonitor::anotherUrlIsAskedAtOnce()
{
    Site silent("");
    Site site;
    HealthCheckMonitor monitor(silent.url());
    const Observer observer(monitor);
    QTRY_COMPARE(silent.requests.size(), 1);
    monitor.setUrl(site.url());
    QTRY_COMPARE(monitor.facts(), Online);
    QTRY_COMPARE(silent.departures, 1);
}

void tst_HealthCheckMonitor::theServerIsBelievedBeforeTheBase()
{
    Site site;
    System system;
    system.setFacts({.reachability = Reachability::Disconnected,
                     .behindCaptivePortal = true,
                     .metered = true,
                     .medium = TransportMedium::Cellular,
                     .inferred = true});
    HealthCheckMonitor monitor(site.url());
    monitor.setBase(&system);
    const Observer observer(monitor);
    const NetworkFacts both{
        .reachability = Reachability::Online, .metered = true, .medium = TransportMedium::Cellular};
    QTRY_COMPARE(monitor.facts(), both);
}

void tst_HealthCheckMonitor::theBaseIsBelievedBeforeSilence()
{
    Site site("");
    System system;
    HealthCheckMonitor monitor(site.url());
    monitor.setTimeout(20ms);
    monitor.setInterval(100ms);
    monitor.setBase(&system);
    QSignalSpy checked(&monitor, &HealthCheckMonitor::checked);
    const Observer observer(monitor);
    QTRY_COMPARE(monitor.facts(), Silent);
    const NetworkFacts local{.reachability = Reachability::Local};
    for (const NetworkFacts &facts :
         {local, Online, NetworkFacts{.reachability = Reachability::Disconnected}}) {
        system.setFacts(facts);
        QCOMPARE(monitor.facts(), facts); // in the same turn
        QVERIFY(checked.wait());
        QCOMPARE(monitor.facts(), facts);
    }
}

void tst_HealthCheckMonitor::anotherNetworkIsAskedAboutAtOnce()
{
    Site site;
    System system;
    HealthCheckMonitor monitor(site.url());
    monitor.setBase(&system);
    const Observer observer(monitor);
    QTRY_COMPARE(monitor.facts(), Online);
    QCOMPARE(site.visits, 1);
    // What costs money is the same network.
    NetworkFacts facts = system.facts();
    facts.metered = true;
    system.setFacts(facts);
    QVERIFY(monitor.isMetered());
    QCOMPARE(monitor.reachability(), Reachability::Online);
    QVERIFY(anotherAsks(1));
    QCOMPARE(site.visits, 1);
    // What it was reached by is not.
    facts.medium = TransportMedium::WiFi;
    system.setFacts(facts);
    QCOMPARE(monitor.reachability(), Reachability::Unknown);
    QTRY_COMPARE(monitor.reachability(), Reachability::Online);
    QCOMPARE(site.visits, 2);
    // Nor what the system has lost. A question that is under way is of the old one.
    site.words.clear();
    monitor.checkNow();
    QTRY_COMPARE(site.requests.size(), 3);
    site.words = answer(302, "Location: http://portal.example/\r\n");
    facts.reachability = Reachability::Disconnected;
    system.setFacts(facts);
    QCOMPARE(monitor.reachability(), Reachability::Disconnected);
    QTRY_VERIFY(monitor.isBehindCaptivePortal());
    QCOMPARE(site.requests.size(), 4);
}

void tst_HealthCheckMonitor::aFlappingBaseIsNoStorm()
{
    Site site;
    System system;
    HealthCheckMonitor monitor(site.url());
    monitor.setBase(&system);
    const Observer observer(monitor);
    QTRY_COMPARE(monitor.facts(), Online);
    QElapsedTimer elapsed;
    elapsed.start();
    for (int i = 0; i < 300; ++i) {
        system.setFacts({.reachability = i % 2 ? Reachability::Disconnected : Reachability::Local});
        QCOMPARE(monitor.reachability(), system.reachability());
        QTest::qWait(2);
    }
    QVERIFY2(site.visits <= 3 + elapsed.elapsed() / 1'000,
             qPrintable(QString::number(site.visits)));
    QTRY_COMPARE(monitor.facts(), Online); // the last word is asked about, too
}

void tst_HealthCheckMonitor::theWordOfAnotherBaseIsForgotten()
{
    System one;
    System other;
    one.setFacts({.reachability = Reachability::Disconnected});
    other.setFacts({.reachability = Reachability::Site});
    HealthCheckMonitor monitor;
    monitor.setBase(&one);
    const Observer observer(monitor);
    QTRY_COMPARE(monitor.reachability(), Reachability::Disconnected);
    monitor.setBase(&other);
    QCOMPARE(monitor.facts(), NetworkFacts()); // it has not spoken yet
    QTRY_COMPARE(monitor.reachability(), Reachability::Site);
    monitor.setBase(nullptr);
    QCOMPARE(monitor.facts(), NetworkFacts());
}

void tst_HealthCheckMonitor::aBaseIsObservedOnlyWhileItIsNeeded()
{
    System one;
    System other;
    Site site;
    HealthCheckMonitor monitor(site.url());
    QSignalSpy baseChanged(&monitor, &HealthCheckMonitor::baseChanged);
    monitor.setBase(&one);
    QVERIFY(anotherAsks(1));
    QVERIFY(!one.isWatching());
    monitor.observe();
    QTRY_VERIFY(one.isWatching());
    other.setFacts({.metered = true});
    monitor.setBase(&other);
    QTRY_VERIFY(monitor.isMetered());
    QTRY_VERIFY(!one.isWatching() && other.isWatching());
    one.setFacts({.reachability = Reachability::Local, .medium = TransportMedium::Bluetooth});
    QCOMPARE(monitor.medium(), TransportMedium::Unknown);
    monitor.release();
    QTRY_VERIFY(!other.isWatching());
    QVERIFY(!monitor.isMetered());
    QCOMPARE(baseChanged.size(), 2);
    {
        HealthCheckMonitor brief;
        brief.setBase(&one);
        brief.observe();
        QTRY_VERIFY(one.isWatching());
    }
    QTRY_VERIFY(!one.isWatching());
}

void tst_HealthCheckMonitor::aBaseMayLiveInAnotherThread()
{
    QThread thread;
    auto *system = new System;
    system->setFacts({.reachability = Reachability::Site});
    system->moveToThread(&thread);
    thread.start();
    {
        HealthCheckMonitor monitor;
        monitor.setBase(system);
        const Observer observer(monitor);
        QTRY_COMPARE(monitor.reachability(), Reachability::Site);
        QMetaObject::invokeMethod(system, [system] { system->setFacts(Online); });
        QTRY_COMPARE(monitor.reachability(), Reachability::Online);
    }
    connect(&thread, &QThread::finished, system, &QObject::deleteLater);
    thread.quit();
    thread.wait();
}

void tst_HealthCheckMonitor::aBaseMayGo()
{
    auto system = std::make_unique<System>();
    system->setFacts(Online);
    HealthCheckMonitor monitor;
    monitor.setBase(system.get());
    const Observer observer(monitor);
    QTRY_COMPARE(monitor.facts(), Online);
    system.reset();
    QCOMPARE(monitor.base(), nullptr);
    QCOMPARE(monitor.facts(), NetworkFacts());
}

void tst_HealthCheckMonitor::nobodyIsHisOwnBase()
{
    HealthCheckMonitor one;
    HealthCheckMonitor other;
    one.setBase(&other);
    const QRegularExpression warning(QStringLiteral("its own base"));
    QTest::ignoreMessage(QtWarningMsg, warning);
    other.setBase(&one);
    QTest::ignoreMessage(QtWarningMsg, warning);
    other.setBase(&other);
    QCOMPARE(other.base(), nullptr);
}

namespace {

//! The way into a network: a proxy whose CONNECT leads to somebody who speaks no TLS, and who
//! answers for everybody without it.
class Gateway : public Site
{
public:
    explicit Gateway(const QByteArray &says)
        : Site(says)
    {
        disconnect(this, &QTcpServer::newConnection, this, nullptr);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *visitor = nextPendingConnection();
            connect(visitor, &QTcpSocket::disconnected, visitor, &QObject::deleteLater);
            connect(visitor, &QTcpSocket::readyRead, this, [this, visitor] { take(visitor); });
        });
        QNetworkProxy::setApplicationProxy(
            {QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), serverPort()});
    }
    ~Gateway() override { QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy); }

private:
    void take(QTcpSocket *visitor)
    {
        const QByteArray said = visitor->readAll();
        if (said.startsWith("CONNECT ")) {
            visitor->write("HTTP/1.1 200 Connected\r\n\r\n");
        } else if (said.startsWith("HEAD ")) {
            requests << said;
            visitor->write(words);
            visitor->disconnectFromHost();
        } else { // a hello of TLS: a fatal alert, handshake_failure
            visitor->write(QByteArray("\x15\x03\x01\0\x02\x02\x28", 7));
            visitor->disconnectFromHost();
        }
    }
};

} // namespace

void tst_HealthCheckMonitor::brokenTlsBehindAPortalIsAPortal()
{
    if (!QSslSocket::supportsSsl())
        QSKIP("Qt has no TLS here");
    Gateway gateway(answer(302, "Location: http://portal.example/in\r\n"));
    HealthCheckMonitor monitor(QUrl(QStringLiteral("https://server.example:8443/health")));
    const Observer observer(monitor);
    QTRY_COMPARE(monitor.facts(), Captive);
    QCOMPARE(monitor.portalUrl(), QUrl(QStringLiteral("http://portal.example/in")));
    QCOMPARE(gateway.requests.size(), 1);
    QVERIFY(gateway.requests.at(0).startsWith("HEAD http://server.example/ "));
}

void tst_HealthCheckMonitor::brokenTlsElsewhereIsSilence()
{
    if (!QSslSocket::supportsSsl())
        QSKIP("Qt has no TLS here");
    Gateway gateway(answer(200));
    HealthCheckMonitor monitor(QUrl(QStringLiteral("https://server.example/health")));
    const Observer observer(monitor);
    QTRY_COMPARE(monitor.facts(), Silent);
    QCOMPARE(gateway.requests.size(), 1);
}

void tst_HealthCheckMonitor::aHandlerMayDeleteIt()
{
    Site site(answer(302, "Location: http://portal.example/in\r\n"));
    const std::initializer_list<void (HealthCheckMonitor::*)()> own{
        &HealthCheckMonitor::portalUrlChanged, &HealthCheckMonitor::checked};
    for (const auto signal : own) {
        auto monitor = std::make_unique<HealthCheckMonitor>(site.url());
        connect(monitor.get(), signal, this, [&] { monitor.reset(); });
        monitor->observe();
        QTRY_VERIFY(!monitor);
    }
    for (const bool late : {false, true}) {
        auto monitor = std::make_unique<HealthCheckMonitor>(late ? site.url() : QUrl());
        System system;
        system.setFacts(Online);
        monitor->setBase(&system);
        connect(monitor.get(), &NetworkMonitor::changed, this, [&](const NetworkFacts &facts) {
            if (facts.behindCaptivePortal == late)
                monitor.reset();
        });
        monitor->observe();
        QTRY_VERIFY(!monitor);
    }
}

void tst_HealthCheckMonitor::itMayDieWhileItAsks()
{
    Site site("");
    {
        HealthCheckMonitor monitor(site.url());
        monitor.observe();
        QTRY_COMPARE(site.requests.size(), 1);
    }
    QTRY_COMPARE(site.departures, 1);
}

void tst_HealthCheckMonitor::itsPropertiesSpeakMilliseconds()
{
    HealthCheckMonitor monitor;
    QCOMPARE(monitor.property("interval").toInt(), 30'000);
    QCOMPARE(monitor.property("timeout").toInt(), 5'000);
    QVERIFY(monitor.setProperty("interval", 1'000));
    QVERIFY(monitor.setProperty("timeout", 700));
    QCOMPARE(monitor.interval(), 1s);
    QCOMPARE(monitor.timeout(), 700ms);
    QVERIFY(monitor.setProperty("url", QUrl(QStringLiteral("https://example.com/"))));
    QCOMPARE(monitor.url().host(), u"example.com");
    System system;
    QVERIFY(
        monitor.setProperty("base", QVariant::fromValue(static_cast<NetworkMonitor *>(&system))));
    QCOMPARE(monitor.base(), &system);
}

QTEST_GUILESS_MAIN(tst_HealthCheckMonitor)
#include "tst_healthcheckmonitor.moc"
