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

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace Holdfast {

using namespace std::chrono_literals;

namespace {

constexpr auto UpgradeTimeout = 10s; // over TLS and the request together
constexpr auto AcceptPause = 1s;
constexpr qint64 MaxRequestBytes = 16LL * 1024;
constexpr int Backlog = 1024; // a room full of clients that all return at once
constexpr QLatin1String TimerName("holdfast-upgrade");

//! How many sockets there may be. Without a descriptor QTcpServer does not accept, and tries again
//! as fast as it can (6.4); whoever waits may as well do so in the kernel.
int mostSockets()
{
#ifdef Q_OS_UNIX
    constexpr int ForTheApplication = 64;
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0
        && limit.rlim_cur < static_cast<rlim_t>(std::numeric_limits<int>::max()))
        return std::max(1, static_cast<int>(limit.rlim_cur) - ForTheApplication);
#endif
    return std::numeric_limits<int>::max();
}

} // namespace

HubListener::HubListener(QObject *parent)
    : QTcpServer(parent)
    , m_placeholder(this)
{
    setProxy(QNetworkProxy::NoProxy);
    m_placeholder.setProxy(QNetworkProxy::NoProxy);
    setListenBacklogSize(Backlog);
    // QTcpServer has stopped accepting then, for good.
    connect(this, &QTcpServer::acceptError, this, [this] {
        qCWarning(lcHub, "cannot accept a connection: %ls", qUtf16Printable(errorString()));
        QTimer::singleShot(AcceptPause, this, [this] {
            if (isListening() && !m_isPaused)
                resumeAccepting();
        });
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

bool HubListener::start(const QHostAddress &address, quint16 port)
{
    m_isPaused = false;
    const bool listens = listen(address, port);
    regulate(); // sockets from before it stopped may still be there
    return listens;
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
        if (!start(m_address, std::exchange(m_port, 0)))
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
                upgrade(tls);
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
    ++m_socketCount;
    // A child of the socket, because QWebSocket of 6.11 ends all of the socket's connections.
    connect(new QObject(tcp), &QObject::destroyed, &m_census, [this] {
        --m_socketCount;
        regulate();
    });
    regulate();
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

//! QTcpServer may pause and resume only while it listens: else it has no engine, and crashes.
void HubListener::regulate()
{
    if (!isListening())
        return;
    const bool isFull = m_socketCount >= mostSockets();
    if (std::exchange(m_isPaused, isFull) == isFull)
        return;
    if (isFull) {
        qCWarning(lcHub, "%d connections are as many as there can be", m_socketCount);
        pauseAccepting();
    } else {
        resumeAccepting();
    }
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
    upgrade(tcp);
}

void HubListener::upgrade(QTcpSocket *tcp)
{
    if (m_httpStatus != 0)
        turnAway(tcp);
    else
        m_upgrader->handleConnection(tcp);
}

//! Reads the request to its end first: an answer before it would become a reset.
void HubListener::turnAway(QTcpSocket *tcp)
{
    connect(tcp, &QTcpSocket::readyRead, tcp, [tcp, status = m_httpStatus] {
        if (!tcp->peek(MaxRequestBytes).contains("\r\n\r\n")
            && tcp->bytesAvailable() < MaxRequestBytes)
            return;
        tcp->readAll();
        tcp->write("HTTP/1.1 " + QByteArray::number(status)
                   + " Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        tcp->disconnectFromHost();
    });
    if (tcp->bytesAvailable() > 0)
        Q_EMIT tcp->readyRead();
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
        // By its name: QTcpServer listens as well, and so 6.11 warns of a disconnect from
        // everything.
        disconnect(below, &QTcpSocket::disconnected, this, nullptr);
        Q_EMIT upgraded(socket, below);
    }
}

void HubListener::resetPending()
{
    const QList<QTcpSocket *> sockets
        = std::exchange(m_upgrading, {}).values() + std::exchange(m_waiting, {}).values();
    for (QTcpSocket *tcp : sockets) {
        disconnect(tcp, &QTcpSocket::disconnected, this, nullptr);
        SocketOptions::discardOnClose(tcp->socketDescriptor());
        tcp->abort();
        tcp->deleteLater();
    }
}

} // namespace Holdfast
