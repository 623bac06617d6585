// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "peer.h"

#include "hub.h"

#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qprocess.h>
#include <QtNetwork/qtcpserver.h>
#include <QtWebSockets/qwebsocket.h>
#include <QtWebSockets/qwebsocketserver.h>

#include "loopback.h"

namespace Holdfast {

namespace {

constexpr int PatienceMs = 30'000;

//! Qt's own server.
class QtPeer : public Peer
{
public:
    QtPeer()
        : m_upgrader(QString(), QWebSocketServer::NonSecureMode)
    {
        m_listener.setProxy(QNetworkProxy::NoProxy);
        connect(&m_listener, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *tcp = m_listener.nextPendingConnection()) {
                m_wires.removeAll(nullptr);
                m_wires += tcp;
                m_upgrader.handleConnection(tcp);
            }
        });
        connect(&m_upgrader, &QWebSocketServer::newConnection, this, &QtPeer::welcome);
    }
    ~QtPeer() override { QtPeer::kill(); }

    void start() override
    {
        if (!m_listener.listen(QHostAddress::LocalHost, port()))
            qFatal("cannot listen on %d: %s", port(), qPrintable(m_listener.errorString()));
    }
    void kill() override
    {
        m_listener.close();
        const QList<QPointer<QTcpSocket>> wires = m_wires;
        for (const QPointer<QTcpSocket> &tcp : wires) {
            if (tcp)
                Loopback::reset(tcp);
        }
    }
    bool isUp() const override { return m_listener.isListening(); }
    bool isInThisProcess() const override { return true; }

private:
    void welcome()
    {
        while (QWebSocket *const guest = m_upgrader.nextPendingConnection()) {
            const int number = ++m_connections;
            ++m_open;
            connect(guest, &QWebSocket::textMessageReceived, this,
                    [this, guest, number](const QString &text) {
                        Q_EMIT arrived(number, text);
                        guest->sendTextMessage(text);
                    });
            connect(guest, &QWebSocket::disconnected, this, [this, guest, number] {
                --m_open;
                Q_EMIT closed(number);
                guest->deleteLater();
            });
        }
    }

    QTcpServer m_listener;
    QWebSocketServer m_upgrader;
    QList<QPointer<QTcpSocket>> m_wires;
    int m_connections = 0;
};

//! Our hub. It tells what plain clients say by their URL, whose path is therefore the number of the
//! dial.
class HubPeer : public Peer
{
public:
    void start() override
    {
        m_hub = std::make_unique<Hub>();
        m_hub->setPlainClients(Hub::PlainClients::Echo);
        connect(m_hub.get(), &Hub::plainTextReceived, this,
                [this](const QUrl &url, const QString &text) {
                    Q_EMIT arrived(url.path().section(u'/', -1).toInt(), text);
                });
        connect(m_hub.get(), &Hub::clientCountChanged, this,
                [this] { m_open = m_hub ? m_hub->clientCount() : 0; });
        if (!m_hub->listen(QHostAddress::LocalHost, port()))
            qFatal("no hub: %s", qPrintable(m_hub->errorString()));
    }
    void kill() override
    {
        const auto hub = std::move(m_hub);
        m_open = 0;
    }
    bool isUp() const override { return m_hub != nullptr; }
    bool isInThisProcess() const override { return true; }

private:
    std::unique_ptr<Hub> m_hub;
};

//! A process that speaks JSON lines; see tests/peers.
class ProcessPeer : public Peer
{
public:
    explicit ProcessPeer(const QString &program, const QString &script)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.setProgram(program);
        m_process.setArguments({QStringLiteral(HOLDFAST_SOURCE_DIR "/tests/peers/") + script,
                                QStringLiteral("--port"), QString::number(port())});
        connect(&m_process, &QProcess::readyReadStandardOutput, this, &ProcessPeer::readLines);
    }
    ~ProcessPeer() override { ProcessPeer::kill(); }

    void start() override
    {
        m_isReady = false;
        m_process.start();
        while (!m_isReady && m_process.waitForReadyRead(PatienceMs)) { }
        if (!m_isReady)
            qFatal("%s does not run", qPrintable(m_process.program()));
    }
    void kill() override
    {
        m_process.kill();
        m_process.waitForFinished(PatienceMs);
        readLines(); // a half line was not said
        m_process.readAllStandardOutput();
        m_base = m_last;
        m_open = 0;
    }
    bool isUp() const override { return m_process.state() != QProcess::NotRunning; }

private:
    void readLines()
    {
        while (m_process.canReadLine()) {
            const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
            m_isReady |= line.contains(QLatin1StringView("port"));
            const auto number
                = [&](const char *what) { return line.value(QLatin1StringView(what)).toInt(); };
            if (const int opened = number("opened")) {
                ++m_open;
                m_last = m_base + opened;
            } else if (const int connection = number("connection")) {
                Q_EMIT arrived(m_base + connection,
                               line.value(QLatin1StringView("received")).toString());
            } else if (const int over = number("closed")) {
                --m_open;
                Q_EMIT closed(m_base + over);
            }
        }
    }

    QProcess m_process;
    bool m_isReady = false;
    int m_base = 0; //!< connections of earlier lives
    int m_last = 0;
};

bool runs(const QString &program, const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("NODE_PATH"), QStringLiteral("/usr/share/nodejs"));
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    return process.waitForFinished(PatienceMs) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0;
}

const QString Node = QStringLiteral("node");
const QString Python = QStringLiteral("/usr/bin/python3");

} // namespace

QStringList Peer::kinds()
{
    return {QStringLiteral("QWebSocketServer"), QStringLiteral("hub"), QStringLiteral("node"),
            QStringLiteral("python")};
}

QString Peer::whatIsMissing(const QString &kind)
{
    if (kind == QLatin1StringView("node")) {
        static const bool hasIt
            = runs(Node, {QStringLiteral("-e"), QStringLiteral("require('ws')")});
        return hasIt ? QString() : QStringLiteral("Node or its ws is missing (Debian: node-ws)");
    }
    if (kind == QLatin1StringView("python")) {
        static const bool hasIt = runs(
            Python, {QStringLiteral("-c"), QStringLiteral("import websockets.legacy.server")});
        return hasIt
            ? QString()
            : QStringLiteral("Python's websockets is missing (Debian: python3-websockets)");
    }
    return {};
}

std::unique_ptr<Peer> Peer::make(const QString &kind)
{
    std::unique_ptr<Peer> peer;
    if (kind == QLatin1StringView("node"))
        peer = std::make_unique<ProcessPeer>(Node, QStringLiteral("echo-ws.mjs"));
    else if (kind == QLatin1StringView("python"))
        peer = std::make_unique<ProcessPeer>(Python, QStringLiteral("echo-websockets.py"));
    else if (kind == QLatin1StringView("hub"))
        peer = std::make_unique<HubPeer>();
    else
        peer = std::make_unique<QtPeer>();
    peer->start();
    return peer;
}

} // namespace Holdfast
