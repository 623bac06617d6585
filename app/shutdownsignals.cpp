// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "shutdownsignals.h"

#include <csignal>

#include <sys/socket.h>
#include <unistd.h>

namespace {

int s_pair[2] = {-1, -1};

// Async-signal-safe: a write, and the default from now on.
void handle(int number)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(s_pair[0], &byte, 1);
    std::signal(number, SIG_DFL);
}

} // namespace

ShutdownSignals::ShutdownSignals(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, s_pair) != 0)
        return;
    m_notifier = new QSocketNotifier(s_pair[1], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(s_pair[1], &byte, 1) == 1)
            Q_EMIT requested();
    });
    std::signal(SIGINT, handle);
    std::signal(SIGTERM, handle);
}
