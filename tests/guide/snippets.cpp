// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// What the guide quotes and no example has. It is compiled, and not run; tests/guide/pages.py
// compares.

#include <Holdfast/EnvelopeProtocol>
#include <Holdfast/HealthCheckMonitor>
#include <Holdfast/Hub>
#include <Holdfast/PlainProtocol>
#include <Holdfast/Policy>
#include <Holdfast/ReconnectingWebSocket>
#include <Holdfast/Verdict>

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QHash>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QThread>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslKey>

using namespace Holdfast;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QByteArray newToken();
bool isGood(const QString &token);
void showPerson(const QString &id);
void fetchSnapshot();
void keep(const QVariant &payload);

void token(ReconnectingWebSocket &socket, const QUrl &url)
{
    //! [token]
    socket.setRequestProvider([=](Reason, const RequestReply &reply) {
        QNetworkRequest request(url);
        request.setRawHeader("Authorization", "Bearer " + newToken()); // now, or later
        reply.accept(request);
    });
    //! [token]
}

void tls(ReconnectingWebSocket &socket)
{
    //! [authority]
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.addCaCertificates(QSslCertificate::fromPath(u":/our-authority.pem"_s));
    socket.setSslConfiguration(tls); // before open()
    //! [authority]

    //! [exception]
    const auto certificate = QSslCertificate::fromPath(u":/device.pem"_s).constFirst();
    socket.ignoreSslErrors({QSslError(QSslError::SelfSignedCertificate, certificate)});
    //! [exception]
}

void manual(ReconnectingWebSocket &socket, const QString &id, const QString &order)
{
    static QHash<QString, quint64> waiting;
    //! [manual]
    auto plain = std::make_unique<PlainProtocol>();
    plain->setDeliveryProof(DeliveryProof::Manual);
    socket.setProtocol(std::move(plain));
    const auto read = [&](const QString &text) {
        const QJsonObject answer = QJsonDocument::fromJson(text.toUtf8()).object();
        socket.confirm(waiting.take(answer["done"_L1].toString()));
    };
    QObject::connect(&socket, &ReconnectingWebSocket::textMessageReceived, &socket, read);
    // The order has an id, and the server says it when it is done.
    waiting[id] = socket.sendTextMessage(order);
    //! [manual]
}

void login(ReconnectingWebSocket &socket, const QString &secret)
{
    //! [login]
    auto plain = std::make_unique<PlainProtocol>();
    plain->setPreamble([=](const Greeting &) { return QList{Frame::text("login "_L1 + secret)}; });
    plain->setReadyWhen([](const Frame &frame) { return frame.payload.text() == "welcome"_L1; });
    socket.setProtocol(std::move(plain));
    //! [login]
}

void options(ReconnectingWebSocket &socket, const QString &text)
{
    //! [options]
    socket.sendTextMessage(text, {.timeToLive = 10min}); // useless later: fails with Expired
    socket.sendTextMessage(
        text, {.coalesceKey = u"position"_s}); // the newest one replaces those that wait
    socket.sendTextMessage(text, {.isVolatile = true}); // now or never: a cursor that moves, say
    socket.sendTextMessage(text, {.tag = u"order 7"_s}); // comes back with the outcome
    //! [options]
}

void outcome(ReconnectingWebSocket &socket, const QString &text, QObject *window)
{
    //! [outcome]
    socket.deliverTextMessage(text).then(window, [](const Delivery &delivery) {
        qInfo() << delivery.number << (delivery.delivered ? "has arrived" : "will not be sent");
    });
    //! [outcome]
}

void queue(ReconnectingWebSocket &socket, const QUrl &url, const QString &text)
{
    //! [queue]
    socket.setQueueName(u"outgoing"_s); // before sending
    socket.setAccount(u"ada"_s); // if several people use this machine
    socket.open(url);
    socket.sendTextMessage(text); // goes out, whatever happens to this process
    //! [queue]
}

void envelope(ReconnectingWebSocket &socket, const QUrl &url, QObject *chat)
{
    //! [envelope]
    auto envelope = std::make_unique<EnvelopeProtocol>();
    envelope->setProfile({{u"room"_s, u"lobby"_s}, {u"name"_s, u"Ada"_s}});
    socket.setProtocol(std::move(envelope));
    socket.setQueueName(u"chat"_s);
    socket.setCursorMode(CursorMode::Persisted); // the next run goes on after the last event
    QObject::connect(&socket, &ReconnectingWebSocket::eventReceived, chat,
                     [](quint64 id, const QVariant &payload) { qInfo() << id << payload; });
    QObject::connect(&socket, &ReconnectingWebSocket::resyncRequired, chat, fetchSnapshot);
    socket.open(url);
    //! [envelope]
}

void policy(ReconnectingWebSocket &socket)
{
    //! [policy]
    Policy policy;
    policy.backoff.cap = 10s;
    policy.heartbeatInterval = 15s;
    policy.outbox.overflow = OverflowPolicy::DropOldest;
    if (!socket.setPolicy(policy))
        qWarning() << policy.problems(); // and the old one stays
    //! [policy]
}

void verdict(ReconnectingWebSocket &socket)
{
    //! [verdict]
    socket.setVerdictOverride([](const Ending &ending, Verdict usual) {
        if (ending.closeCode == 4999) { // a code of our server's own: out of service until tomorrow
            usual.action = Verdict::Action::Fail;
            usual.category = ErrorCategory::Forbidden;
        }
        return usual;
    });
    //! [verdict]
}

void thread(const QUrl &url)
{
    //! [thread]
    auto *const worker = new QThread;
    auto *const socket = new ReconnectingWebSocket;
    socket->moveToThread(worker); // before open(); then call it in that thread only
    QObject::connect(worker, &QThread::started, socket, [=] { socket->open(url); });
    QObject::connect(worker, &QThread::finished, socket, &QObject::deleteLater);
    worker->start();
    //! [thread]
}

void hub(QObject *app)
{
    //! [hub]
    auto *const hub = new Hub(app);
    QObject::connect(hub, &Hub::messageReceived, app,
                     [](const HubMessage &message) { keep(message.payload); }); // each exactly once
    hub->setAuthenticator([](const QNetworkRequest &request, const HubAuthentication &answer) {
        const QString token = QString::fromUtf8(request.rawHeader("Authorization").mid(7));
        isGood(token) ? answer.accept(token) : answer.rejectUnauthenticated();
    });
    if (!hub->listen(QHostAddress::LocalHost, 8080))
        qWarning() << hub->errorString();
    hub->publish(u"lobby"_s, u"good morning"_s);
    //! [hub]

    //! [tls]
    QFile file(u"server.key"_s);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromPath(u"server.pem"_s));
    if (file.open(QIODevice::ReadOnly))
        tls.setPrivateKey(QSslKey(&file, QSsl::Ec));
    hub->setSslConfiguration(tls); // for all who come from now on
    //! [tls]

    //! [drain]
    QObject::connect(hub, &Hub::drained, app, [] { QCoreApplication::quit(); });
    hub->drain(20s, 25s); // "come back in 20 s", and each some part of 25 s later
    //! [drain]
}

void network(ReconnectingWebSocket &socket)
{
    //! [network]
    auto *const monitor = new HealthCheckMonitor(&socket);
    monitor->setUrl(QUrl(u"https://example.org/health"_s));
    socket.setNetworkMonitor(monitor);
    //! [network]
}

void explain(ReconnectingWebSocket &socket)
{
    //! [explain]
    qInfo().noquote() << socket.explain();
    //! [explain]
}
