// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "farserver.h"

#include <QtCore/qfile.h>
#include <QtCore/qprocess.h>
#include <QtCore/qsemaphore.h>
#include <QtCore/qstandardpaths.h>
#include <QtCore/qthread.h>
#include <QtWebSockets/qwebsocket.h>

#include <sched.h>
#include <unistd.h>

namespace Holdfast {

namespace {

const QString FarAddress = QStringLiteral("198.51.100.1");

bool write(const char *path, const QByteArray &text)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
        && file.write(text) == text.size();
}

//! In the namespace of the thread that calls.
bool ip(const QString &words)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral("ip"), words.split(u' '));
    return process.waitForFinished() && process.exitCode() == 0;
}

} // namespace

bool leaveTheNetwork()
{
    if (::unshare(CLONE_NEWNET) == 0)
        return true;
    const QByteArray user = QByteArray::number(::getuid());
    const QByteArray group = QByteArray::number(::getgid());
    return ::unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0 && write("/proc/self/setgroups", "deny")
        && write("/proc/self/uid_map", "0 " + user + " 1")
        && write("/proc/self/gid_map", "0 " + group + " 1");
}

FarServer::FarServer() = default;

FarServer::~FarServer()
{
    quit();
    wait();
}

QByteArray FarServer::whatIsMissing()
{
    if (QStandardPaths::findExecutable(QStringLiteral("ip")).isEmpty())
        return "needs ip (Debian: iproute2)";
    return {};
}

bool FarServer::begin()
{
    m_resident = std::make_unique<QObject>();
    m_resident->moveToThread(this);
    start();
    bool done = false;
    there([&done] { done = ::unshare(CLONE_NEWNET) == 0; });
    done = done && ip(QStringLiteral("link set lo up"))
        && ip(QStringLiteral("link add hf0 type veth peer name hf1"))
        && ip(QStringLiteral("link set hf1 netns ") + QString::number(m_threadId))
        && ip(QStringLiteral("addr add 198.51.100.2/24 dev hf0"))
        && ip(QStringLiteral("link set hf0 up"));
    if (!done)
        return false;
    there([&] {
        done = ip(QStringLiteral("addr add 198.51.100.1/24 dev hf1"))
            && ip(QStringLiteral("link set hf1 up"));
        if (!done)
            return;
        m_server = std::make_unique<QWebSocketServer>(QString(), QWebSocketServer::NonSecureMode);
        connect(m_server.get(), &QWebSocketServer::newConnection, m_server.get(),
                [this] { welcome(); });
        done = m_server->listen(QHostAddress(FarAddress));
        m_port = m_server->serverPort();
    });
    return done;
}

QUrl FarServer::url() const
{
    return QUrl(u"ws://" % FarAddress % u':' % QString::number(m_port) % u'/');
}

void FarServer::loseWhatWeSend()
{
    // To a card that is nobody's.
    (void)ip(QStringLiteral(
        "neigh replace 198.51.100.1 lladdr 02:00:00:00:00:99 dev hf0 nud permanent"));
}

void FarServer::losesNothing() { (void)ip(QStringLiteral("neigh del 198.51.100.1 dev hf0")); }

void FarServer::refuse()
{
    there([this] {
        m_server->close();
        for (QWebSocket *socket : m_server->findChildren<QWebSocket *>())
            socket->abort();
    });
}

void FarServer::serve()
{
    there([this] { m_server->listen(QHostAddress(FarAddress), m_port); });
}

void FarServer::welcome()
{
    QWebSocket *socket = m_server->nextPendingConnection();
    socket->setParent(m_server.get());
    ++m_visits;
    ++m_open;
    connect(socket, &QWebSocket::disconnected, socket, [this, socket] {
        --m_open;
        socket->deleteLater();
    });
    connect(socket, &QWebSocket::textMessageReceived, socket, &QWebSocket::sendTextMessage);
}

void FarServer::there(const std::function<void()> &deed)
{
    QMetaObject::invokeMethod(m_resident.get(), deed, Qt::BlockingQueuedConnection);
}

void FarServer::run()
{
    m_threadId = ::gettid();
    exec();
    m_server.reset();
    m_resident.reset();
}

} // namespace Holdfast
