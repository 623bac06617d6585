// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "endserver.h"

#include "hub.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qprocess.h>
#include <QtCore/qurlquery.h>

namespace Holdfast {

namespace {

class HubServer : public EndServer
{
public:
    explicit HubServer(const Options &options)
    {
        HubPolicy policy;
        policy.maxLoggedEvents = options.history;
        m_hub.setPolicy(policy);
        HubFaults faults;
        faults.dropAcks = options.dropAcks;
        m_hub.setFaults(faults);
        m_hub.setRelaying(false);
        if (options.rejectEvery > 0)
            m_hub.setMessageFilter([this, options](const HubMessage &) { return answer(options); });
        if (options.usersByQuery)
            m_hub.setAuthenticator([](const QNetworkRequest &request, const HubAuthentication &it) {
                const QString user
                    = QUrlQuery(request.url()).queryItemValue(QStringLiteral("user"));
                user.isEmpty() ? it.rejectUnauthenticated() : it.accept(user);
            });
        QObject::connect(&m_hub, &Hub::messageReceived, &m_hub, [this](const HubMessage &message) {
            m_accepted += message.payload.toString();
            m_keys += message.key;
        });
        if (!m_hub.listen(QHostAddress::LocalHost))
            qFatal("no hub: %s", qPrintable(m_hub.errorString()));
    }

    QUrl url() const override { return m_hub.serverUrl(); }
    void publish(const QVariant &payload) override { m_hub.publish(QString(), payload); }
    void forgetHistory() override { m_hub.forgetHistory(QString()); }
    void drain(std::chrono::milliseconds retryAfter, std::chrono::milliseconds spread) override
    {
        m_hub.drain(retryAfter, spread);
    }

private:
    HubAnswer answer(const Options &options)
    {
        if (++m_offers % options.rejectEvery != 0)
            return HubAnswer::accept();
        return options.retryAfter ? HubAnswer::retryLater(*options.retryAfter)
                                  : HubAnswer::reject(QStringLiteral("every so often"));
    }

    Hub m_hub;
    int m_offers = 0;
};

class NodeServer : public EndServer
{
public:
    explicit NodeServer(const Options &options)
    {
        QStringList arguments{
            QStringLiteral(HOLDFAST_SOURCE_DIR "/tests/peers/envelope-server.mjs"),
            QStringLiteral("--history"), QString::number(options.history)};
        if (options.rejectEvery > 0)
            arguments += {QStringLiteral("--reject-every"), QString::number(options.rejectEvery)};
        if (options.retryAfter)
            arguments
                += {QStringLiteral("--retry-after"), QString::number(options.retryAfter->count())};
        if (options.dropAcks > 0)
            arguments += {QStringLiteral("--drop-acks"), QString::number(options.dropAcks),
                          QStringLiteral("--seed"), QString::number(options.seed)};
        if (options.usersByQuery)
            arguments += QStringLiteral("--users");
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral("node"), arguments);
        while (!m_process.canReadLine() && m_process.waitForReadyRead(20'000)) { }
        const QByteArrayList ready = m_process.readLine().simplified().split(' ');
        if (ready.size() != 2 || ready.first() != "ready")
            qFatal("no Node server: is node-ws installed?");
        m_port = ready.last().toInt();
        QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process,
                         [this] { read(); });
    }
    ~NodeServer() override
    {
        m_process.disconnect();
        m_process.kill();
        m_process.waitForFinished(20'000);
    }

    QUrl url() const override { return QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(m_port)); }
    void publish(const QVariant &payload) override
    {
        command(QStringLiteral("publish"), QJsonValue::fromVariant(payload));
    }
    void forgetHistory() override { command(QStringLiteral("forget"), true); }
    void drain(std::chrono::milliseconds retryAfter, std::chrono::milliseconds spread) override
    {
        command(QStringLiteral("drain"),
                QJsonObject{{QStringLiteral("retryAfter"), qint64(retryAfter.count())},
                            {QStringLiteral("spread"), qint64(spread.count())}});
    }

private:
    void command(const QString &name, const QJsonValue &value)
    {
        m_process.write(QJsonDocument(QJsonObject{{name, value}}).toJson(QJsonDocument::Compact)
                        + '\n');
    }
    void read()
    {
        while (m_process.canReadLine()) {
            const QJsonObject said = QJsonDocument::fromJson(m_process.readLine()).object();
            m_accepted += said.value(QLatin1String("payload")).toVariant().toString();
            m_keys += said.value(QLatin1String("id")).toString();
        }
    }

    QProcess m_process;
    int m_port = 0;
};

} // namespace

std::unique_ptr<EndServer> EndServer::start(const QString &kind, const Options &options)
{
    if (kind == QLatin1String("hub"))
        return std::make_unique<HubServer>(options);
    return std::make_unique<NodeServer>(options);
}

} // namespace Holdfast
