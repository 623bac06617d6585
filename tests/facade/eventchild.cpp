// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// URL, folder, and the id of the event whose handler kills the process.

#include "envelopeprotocol.h"
#include "reconnectingwebsocket.h"

#include <QtCore/qcoreapplication.h>
#include <QtNetwork/qnetworkproxy.h>

#include <csignal>
#include <cstdio>

using namespace Holdfast;

namespace {

void say(const char *what, quint64 id)
{
    std::printf("%s %llu\n", what, static_cast<unsigned long long>(id));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const quint64 victim = arguments.value(3).toULongLong();
    ReconnectingWebSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.setProtocol(std::make_unique<EnvelopeProtocol>());
    socket.setStorageFolder(arguments.value(2));
    socket.setQueueName(QStringLiteral("queue"));
    socket.setCursorMode(CursorMode::Persisted);
    using Socket = ReconnectingWebSocket;
    QObject::connect(&socket, &Socket::resyncRequired, &app, [] { say("resync", 0); });
    QObject::connect(&socket, &Socket::eventReceived, &app, [victim](quint64 id) {
        say("in", id);
        if (id == victim)
            (void)std::raise(SIGKILL);
        say("after", id);
    });
    socket.open(QUrl(arguments.value(1)));
    return QCoreApplication::exec();
}
