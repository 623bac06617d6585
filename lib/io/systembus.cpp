// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "systembus.h"

#include <QtCore/qfile.h>
#include <QtCore/qpointer.h>

#ifdef Q_OS_LINUX
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstring>
#endif

#include <utility>

namespace Holdfast {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype LongestGreeting = 16 << 10;

#ifdef Q_OS_LINUX

using Absence = SystemBus::Absence;

//! The name of a socket as the kernel knows it: abstract ones begin with a NUL. Empty if \a entry,
//! as unix:path=/escaped%20path,guid=…, names none.
QByteArray socketName(const QByteArray &entry)
{
    if (!entry.startsWith("unix:"))
        return {};
    for (const QByteArray &pair : entry.mid(5).split(',')) {
        if (pair.startsWith("path="))
            return QByteArray::fromPercentEncoding(pair.mid(5));
        if (pair.startsWith("abstract="))
            return QByteArray(1, '\0') + QByteArray::fromPercentEncoding(pair.mid(9));
    }
    return {};
}

//! Whether others could reach a bus there, but we cannot.
bool isForOthers(const QByteArray &entry)
{
    for (const char *transport : {"tcp:", "nonce-tcp:", "unixexec:"}) {
        if (entry.startsWith(transport))
            return true;
    }
    return false;
}

struct Way
{
    int socket = -1;
    Absence absence = Absence::NoBus; //!< why there is no socket
};

//! Not by QLocalSocket: where the bus has its hands full it tries again all the time, for 30 s, and
//! then gives up without a word (6.4).
Way connectTo(const QByteArray &name)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (static_cast<std::size_t>(name.size()) >= sizeof address.sun_path)
        return {};
    std::memcpy(address.sun_path, name.constData(), static_cast<std::size_t>(name.size()));
    // With the NUL after a path; an abstract name is exactly as long as it is said to be.
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path)
                                             + static_cast<std::size_t>(name.size())
                                             + (name.startsWith('\0') ? 0 : 1));
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return {.absence = Absence::Lost};
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), size) == 0)
        return {.socket = socket};
    const bool isBusy = errno == EAGAIN || errno == EINTR;
    ::close(socket);
    return {.absence = isBusy ? Absence::Lost : Absence::NoBus};
}

//! The first way of the address that leads to somebody.
Way findBus()
{
    QByteArray addresses = qgetenv("DBUS_SYSTEM_BUS_ADDRESS");
    if (addresses.isEmpty())
        addresses
            = "unix:path=/run/dbus/system_bus_socket;unix:path=/var/run/dbus/system_bus_socket";
    Way way;
    for (const QByteArray &entry : addresses.split(';')) {
        const QByteArray name = socketName(entry);
        const Way next = name.isEmpty() ? Way() : connectTo(name);
        if (next.socket >= 0 || next.absence == Absence::Lost)
            return next;
        if (isForOthers(entry))
            way.absence = Absence::Elsewhere;
    }
    return way;
}

#endif

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
    connect(&m_socket, &QLocalSocket::readyRead, this, &SystemBus::read);
    // Queued, because it may fail inside open().
    connect(
        &m_socket, &QLocalSocket::errorOccurred, this, [this] { leave(Absence::Lost); },
        Qt::QueuedConnection);
    m_limit.setSingleShot(true);
    m_limit.setInterval(20s);
    connect(&m_limit, &QTimer::timeout, this, [this] { leave(Absence::Lost); });
}

SystemBus::~SystemBus() { m_socket.disconnect(this); }

void SystemBus::open()
{
    Absence absence = Absence::NoBus;
#ifdef Q_OS_LINUX
    const Way way = findBus();
    if (way.socket >= 0 && m_socket.setSocketDescriptor(way.socket)) {
        authenticate();
        return;
    }
    if (way.socket >= 0)
        ::close(way.socket);
    absence = way.socket >= 0 ? Absence::Lost : way.absence;
#endif
    QMetaObject::invokeMethod(
        this, [this, absence] { leave(absence); }, Qt::QueuedConnection);
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
    m_limit.start();
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
            m_limit.stop();
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
    m_limit.stop();
    m_socket.abort();
    Q_EMIT gone(absence);
}

} // namespace Holdfast
