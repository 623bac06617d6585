// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "loopback.h"

#include <QtNetwork/qtcpsocket.h>

#include <poll.h>
#include <sys/socket.h>

namespace Holdfast::Loopback {

void reset(QTcpSocket *socket)
{
    const linger discard{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &discard,
                 sizeof discard);
    socket->abort();
}

void endOurHalf(const QTcpSocket *socket)
{
    ::shutdown(static_cast<int>(socket->socketDescriptor()), SHUT_WR);
}

bool peerIsGone(const QTcpSocket *socket)
{
#ifdef POLLRDHUP
    constexpr short Gone = POLLRDHUP | POLLHUP | POLLERR;
#else
    constexpr short Gone = POLLHUP | POLLERR;
#endif
    pollfd asked{.fd = static_cast<int>(socket->socketDescriptor()), .events = Gone, .revents = 0};
    return asked.fd < 0 || (::poll(&asked, 1, 0) == 1 && (asked.revents & (Gone | POLLNVAL)));
}

void shrinkReceiveBuffer(qintptr descriptor)
{
    const int bytes = 4096;
    ::setsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
}

} // namespace Holdfast::Loopback
