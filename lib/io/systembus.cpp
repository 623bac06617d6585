// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "systembus.h"

#include <QtCore/qfileinfo.h>
#include <QtCore/qpointer.h>

#include <utility>

namespace Holdfast {

namespace {

constexpr qsizetype LongestGreeting = 16 << 10;

//! The path of the bus's socket; null if the address is of another kind.
QString socketPath()
{
    const QByteArray address = qgetenv("DBUS_SYSTEM_BUS_ADDRESS");
    if (address.isEmpty()) {
        const QString path = QStringLiteral("/run/dbus/system_bus_socket");
        return QFileInfo::exists(path) ? path : QStringLiteral("/var") % path;
    }
    // unix:path=/escaped%20path,guid=…;the next one to try
    const QByteArray first = address.split(';').constFirst();
    if (!first.startsWith("unix:"))
        return {};
    for (const QByteArray &pair : first.mid(5).split(',')) {
        if (pair.startsWith("path="))
            return QFile::decodeName(QByteArray::fromPercentEncoding(pair.mid(5)));
    }
    return {};
}

BusMessage callOfBus(const char *member)
{
    return {.type = BusMessage::Type::Call,
            .destination = "org.freedesktop.DBus",
            .path = "/org/freedesktop/DBus",
            .interface = "org.freedesktop.DBus",
            .member = member};
}

} // namespace

SystemBus::SystemBus(QObject *parent)
    : QObject(parent)
{
    give(callOfBus("Hello")); // before anything else, says the specification
    connect(&m_socket, &QLocalSocket::connected, this, &SystemBus::authenticate);
    connect(&m_socket, &QLocalSocket::readyRead, this, &SystemBus::read);
    // Queued, because it may fail inside open().
    connect(
        &m_socket, &QLocalSocket::errorOccurred, this,
        [this] { leave(m_wasConnected ? Absence::Lost : Absence::NoBus); }, Qt::QueuedConnection);
}

SystemBus::~SystemBus() { m_socket.disconnect(this); }

void SystemBus::open()
{
#ifdef Q_OS_LINUX
    const QString path = socketPath();
    const Absence absence = Absence::Elsewhere;
#else
    const QString path;
    const Absence absence = Absence::NoBus;
#endif
    if (path.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this, absence] { leave(absence); }, Qt::QueuedConnection);
        return;
    }
    m_socket.connectToServer(path);
}

quint32 SystemBus::call(BusMessage message)
{
    message.type = BusMessage::Type::Call;
    give(message);
    return m_lastSerial;
}

quint32 SystemBus::listen(const QByteArray &rule)
{
    BusMessage message = callOfBus("AddMatch");
    message.setText(rule);
    return call(message);
}

void SystemBus::give(const BusMessage &message)
{
    BusMessage numbered = message;
    numbered.serial = ++m_lastSerial;
    if (m_isAuthenticated)
        m_socket.write(numbered.toWire());
    else
        m_unsent += numbered.toWire();
}

void SystemBus::authenticate()
{
    m_wasConnected = true;
    // The bus sees who we are by the socket itself. Naming no user works in user namespaces, too.
    m_socket.write(QByteArrayLiteral("\0AUTH EXTERNAL\r\nDATA\r\n"));
}

void SystemBus::read()
{
    m_unread += m_socket.readAll();
    if (!m_isAuthenticated && !readLines())
        return;
    const QPointer<SystemBus> alive(this); // whom we tell may delete us
    while (alive && !m_isGone) {
        const std::optional<qsizetype> size = BusMessage::sizeOnWire(m_unread);
        if (size && (*size == 0 || *size > m_unread.size()))
            return;
        const auto message = size ? BusMessage::fromWire(m_unread.left(*size)) : std::nullopt;
        if (!message) {
            leave(Absence::Lost);
            return;
        }
        m_unread.remove(0, *size);
        take(*message);
    }
}

//! True when the bus has let us in.
bool SystemBus::readLines()
{
    while (!m_isAuthenticated) {
        const qsizetype end = m_unread.indexOf("\r\n");
        if (end < 0 && m_unread.size() < LongestGreeting)
            return false;
        const QByteArray line = m_unread.left(end);
        m_unread.remove(0, end + 2);
        if (line.startsWith("OK ")) {
            m_isAuthenticated = true;
            m_socket.write("BEGIN\r\n" + std::exchange(m_unsent, {}));
        } else if (!line.startsWith("DATA")) { // as an answer to us saying nobody's name
            leave(Absence::Lost);
            return false;
        }
    }
    return true;
}

void SystemBus::take(const BusMessage &message)
{
    using enum BusMessage::Type;
    if (message.type == Signal)
        Q_EMIT signalled(message);
    else if (message.type == Answer || message.type == Error)
        Q_EMIT answered(message.answerTo, message.error);
}

void SystemBus::leave(Absence absence)
{
    if (std::exchange(m_isGone, true))
        return;
    m_socket.abort();
    Q_EMIT gone(absence);
}

} // namespace Holdfast
