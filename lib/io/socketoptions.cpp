// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "socketoptions.h"

#ifdef Q_OS_UNIX
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#elif defined(Q_OS_WIN)
#include <winsock2.h>
#endif

namespace Holdfast::SocketOptions {

void tuneForLiveness([[maybe_unused]] qintptr descriptor)
{
#ifdef Q_OS_LINUX
    if (descriptor < 0)
        return;
    const int fd = static_cast<int>(descriptor);
    const int unsentBytes = 128 * 1024;
    const unsigned int patienceMs = 35'000;
    // Helpful where they work and harmless where they do not (a proxy's local socket, an old
    // kernel).
    ::setsockopt(fd, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &unsentBytes, sizeof unsentBytes);
    ::setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &patienceMs, sizeof patienceMs);
#endif
}

void discardOnClose([[maybe_unused]] qintptr descriptor)
{
#if defined(Q_OS_UNIX) || defined(Q_OS_WIN)
    if (descriptor < 0)
        return;
    linger discard{};
    discard.l_onoff = 1;
    discard.l_linger = 0;
#ifdef Q_OS_WIN
    ::setsockopt(static_cast<SOCKET>(descriptor), SOL_SOCKET, SO_LINGER,
                 reinterpret_cast<const char *>(&discard), sizeof discard);
#else
    ::setsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_LINGER, &discard, sizeof discard);
#endif
#endif
}

} // namespace Holdfast::SocketOptions
