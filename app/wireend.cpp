// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "wireend.h"

#include <array>
#include <cerrno>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

constexpr int NoDescriptor = -1;

//! The peer has sent RST, even if bytes from before are still to be read.
bool hasFailed(int descriptor)
{
    pollfd asked{.fd = descriptor, .events = 0, .revents = 0};
    return ::poll(&asked, 1, 0) == 1 && (asked.revents & POLLERR);
}

bool isPatience(int error) { return error == EAGAIN || error == EWOULDBLOCK || error == EINTR; }

} // namespace

WireEnd::WireEnd(qintptr descriptor, QObject *parent)
    : QObject(parent)
    , m_descriptor(static_cast<int>(descriptor))
    , m_readable(descriptor, QSocketNotifier::Read)
    , m_writable(descriptor, QSocketNotifier::Write)
{
    ::fcntl(m_descriptor, F_SETFL, ::fcntl(m_descriptor, F_GETFL) | O_NONBLOCK);
    const int on = 1;
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    m_writable.setEnabled(false);
    connect(&m_readable, &QSocketNotifier::activated, this, &WireEnd::read);
    connect(&m_writable, &QSocketNotifier::activated, this, &WireEnd::flush);
}

WireEnd::~WireEnd() { close(); }

std::optional<qintptr> WireEnd::dial(quint16 port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0)
        return std::nullopt;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0
        || errno == EINPROGRESS)
        return descriptor;
    ::close(descriptor);
    return std::nullopt;
}

void WireEnd::write(const QByteArray &bytes)
{
    m_unwritten += bytes;
    flush();
}

void WireEnd::finish()
{
    m_finishing = true;
    flush();
}

void WireEnd::reset()
{
    if (m_descriptor == NoDescriptor)
        return;
    const linger discard{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &discard, sizeof discard);
    close();
}

void WireEnd::read()
{
    if (hasFailed(m_descriptor)) {
        close();
        Q_EMIT wasReset();
        return;
    }
    std::array<char, 65536> buffer;
    const ssize_t count = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
    if (count > 0) {
        Q_EMIT received(QByteArray(buffer.data(), count));
    } else if (count == 0) {
        m_readable.setEnabled(false);
        Q_EMIT finished();
    } else if (!isPatience(errno)) {
        close();
        Q_EMIT wasReset();
    }
}

void WireEnd::flush()
{
    if (m_descriptor == NoDescriptor)
        return;
    if (!m_unwritten.isEmpty()) {
        const ssize_t count = ::send(m_descriptor, m_unwritten.constData(),
                                     std::size_t(m_unwritten.size()), MSG_NOSIGNAL);
        // Where it fails for good, the reading side notices.
        m_unwritten.remove(0, qMax<ssize_t>(count, 0));
    }
    m_writable.setEnabled(!m_unwritten.isEmpty());
    if (m_finishing && m_unwritten.isEmpty())
        ::shutdown(m_descriptor, SHUT_WR);
}

void WireEnd::close()
{
    if (m_descriptor == NoDescriptor)
        return;
    m_readable.setEnabled(false);
    m_writable.setEnabled(false);
    ::close(m_descriptor);
    m_descriptor = NoDescriptor;
}
