// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "hublistener.h"

#include "hublogging.h"
#include "socketoptions.h"

#include <QtCore/qtimer.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtWebSockets/qwebsocket.h>

#ifndef QT_NO_SSL
#include <QtNetwork/qsslsocket.h>
#endif

#include <chrono>
#include <utility>

namespace Holdfast {

using namespace std::chrono_literals;

namespace {

constexpr auto UpgradeTimeout = 10s; // over TLS and the request together
constexpr auto AcceptPause = 1s;
constexpr int Backlog = 1024; // a room full of clients that all return at once
constexpr QLatin1String TimerName("holdfast-upgrade");

} // namespace

HubListener::HubListener(QObject *parent)
    : QTcpServer(parent)
    , m_placeholder(this)
{
    setProxy(QNetworkProxy::NoProxy);
    m_placeholder.setProxy(QNetworkProxy::NoProxy);
    setListenBacklogSize(Backlog);
    // Out of descriptors, say. QTcpServer has stopped accepting then, for good.
    connect(this, &QTcpServer::acceptError, this, [this] {
        qCWarning(lcHub, "cannot accept a connection: %ls", qUtf16Printable(errorString()));
        QTimer::singleShot(AcceptPause, this, [this] { resumeAccepting(); });
    });
    makeUpgrader();
}

HubListener::~HubListener() { resetPending(); }

void HubListener::setSupportedSubprotocols(const QStringList &subprotocols)
{
    m_subprotocols = subprotocols;
    m_upgrader->setSupportedSubprotocols(subprotocols);
}

#ifndef QT_NO_SSL
void HubListener::setSslConfiguration(const QSslConfiguration &configuration)
{
    m_ssl = configuration;
    makeUpgrader();
}
#endif

bool HubListener::isSecure() const
{
#ifndef QT_NO_SSL
    return !m_ssl.isNull();
#else
    return false;
#endif
}

void HubListener::setRefusing(bool refusing)
{
    if (std::exchange(m_refusing, refusing) == refusing)
        return;
    if (refusing) {
        if (!isListening())
            return;
        m_address = serverAddress();
        m_port = serverPort();
        m_placeholder.bind(m_address, m_port,
                           QAbstractSocket::ShareAddress | QAbstractSocket::ReuseAddressHint);
        close();
        resetPending();
    } else if (m_port != 0) {
        if (!listen(m_address, std::exchange(m_port, 0)))
            qCWarning(lcHub, "cannot listen again: %ls", qUtf16Printable(errorString()));
        m_placeholder.abort();
    }
}

void HubListener::setMute(bool mute)
{
    if (std::exchange(m_mute, mute) == mute)
        return;
    if (mute) {
        // Those in the middle of it hear nothing more, either.
        const QList<QTcpSocket *> sockets = std::exchange(m_upgrading, {}).values();
        for (QTcpSocket *tcp : sockets) {
            delete tcp->findChild<QTimer *>(TimerName);
            tcp->disconnect(m_upgrader.get());
            m_waiting.insert(tcp);
        }
        return;
    }
    const QSet<QTcpSocket *> sockets = std::exchange(m_waiting, {});
    for (QTcpSocket *tcp : sockets)
        admit(tcp);
}

void HubListener::stop()
{
    close();
    resetPending();
    m_port = 0;
    m_placeholder.abort();
}

void HubListener::incomingConnection(qintptr descriptor)
{
    QTcpSocket *tcp = nullptr;
#ifndef QT_NO_SSL
    if (isSecure()) {
        auto *tls = new QSslSocket(this);
        tls->setSslConfiguration(m_ssl);
        connect(tls, &QSslSocket::encrypted, this, [this, tls] {
            if (!m_mute)
                m_upgrader->handleConnection(tls);
        });
        tcp = tls;
    }
#endif
    if (!tcp)
        tcp = new QTcpSocket(this);
    if (!tcp->setSocketDescriptor(descriptor)) {
        delete tcp;
        return;
    }
    // Ours until it is upgraded, and then somebody else's, who sees to it.
    connect(tcp, &QTcpSocket::disconnected, this, [this, tcp, port = tcp->peerPort()] {
        m_upgrading.remove(port, tcp);
        m_waiting.remove(tcp);
        tcp->deleteLater();
    });
    if (m_mute)
        m_waiting.insert(tcp);
    else
        admit(tcp);
}

void HubListener::makeUpgrader()
{
    resetPending();
    // It never listens; the mode is for the URLs of its requests.
#ifndef QT_NO_SSL
    const auto mode = isSecure() ? QWebSocketServer::SecureMode : QWebSocketServer::NonSecureMode;
#else
    const auto mode = QWebSocketServer::NonSecureMode;
#endif
    m_upgrader = std::make_unique<QWebSocketServer>(QStringLiteral("Holdfast"), mode, this);
    m_upgrader->setSupportedSubprotocols(m_subprotocols);
    connect(m_upgrader.get(), &QWebSocketServer::newConnection, this, &HubListener::takeUpgraded);
}

void HubListener::admit(QTcpSocket *tcp)
{
    m_upgrading.insert(tcp->peerPort(), tcp);
    auto *patience = new QTimer(tcp); // handleConnection() has none
    patience->setObjectName(TimerName);
    patience->setSingleShot(true);
    connect(patience, &QTimer::timeout, tcp, [tcp] { tcp->abort(); });
    patience->start(UpgradeTimeout);
#ifndef QT_NO_SSL
    if (auto *tls = qobject_cast<QSslSocket *>(tcp); tls && !tls->isEncrypted()) {
        if (tls->mode() == QSslSocket::UnencryptedMode)
            tls->startServerEncryption();
        return;
    }
#endif
    m_upgrader->handleConnection(tcp);
}

void HubListener::takeUpgraded()
{
    while (QWebSocket *socket = m_upgrader->nextPendingConnection()) {
        // QWebSocket does not say which socket is below; a connection has four numbers.
        QTcpSocket *below = nullptr;
        for (auto [it, end] = m_upgrading.equal_range(socket->peerPort()); it != end; ++it) {
            QTcpSocket *tcp = it.value();
            if (tcp->peerAddress() == socket->peerAddress()
                && tcp->localAddress() == socket->localAddress())
                below = tcp;
        }
        if (!below) {
            socket->deleteLater();
            continue;
        }
        m_upgrading.remove(socket->peerPort(), below);
        delete below->findChild<QTimer *>(TimerName);
        below->disconnect(this);
        Q_EMIT upgraded(socket, below);
    }
}

void HubListener::resetPending()
{
    const QList<QTcpSocket *> sockets
        = std::exchange(m_upgrading, {}).values() + std::exchange(m_waiting, {}).values();
    for (QTcpSocket *tcp : sockets) {
        tcp->disconnect(this);
        SocketOptions::discardOnClose(tcp->socketDescriptor());
        tcp->abort();
        tcp->deleteLater();
    }
}

} // namespace Holdfast
