// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// Each line of the standard input goes to a server, in order, whatever the connection is like. What
// has not arrived when the program ends, or is killed, goes out first when it is started again.

#include <Holdfast/Policy>
#include <Holdfast/ReconnectingWebSocket>

#include <QtCore/QCoreApplication>
#include <QtCore/QStandardPaths>

#include <cstdio>
#include <iostream>
#include <string>
#include <thread>

using namespace Holdfast;
using namespace std::chrono_literals;

namespace {

//! Reads lines in a thread of its own, because reading waits.
void pump(ReconnectingWebSocket &socket)
{
    std::string line;
    while (std::getline(std::cin, line)) {
        const auto size = static_cast<qsizetype>(line.size());
        if (size > Policy().outbox.maxMessageBytes) {
            std::fprintf(stderr, "left out, because it is too long: a line of %lld bytes\n",
                         qint64(size));
            continue;
        }
        const QString text = QString::fromUtf8(line.data(), size);
        const auto send = [&] { return socket.sendTextMessage(text) != 0; };
        bool accepted = false;
        // 0 means that the queue is full. Then whoever writes to us waits, as with any pipe.
        while (QMetaObject::invokeMethod(&socket, send, Qt::BlockingQueuedConnection, &accepted)
               && !accepted)
            std::this_thread::sleep_for(100ms);
    }
    QMetaObject::invokeMethod(&socket, [&] { socket.closeWhenDelivered(3s); });
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (argc < 2 || argc > 3) {
        std::fputs("usage: holdfast-logger-example ws://HOST:PORT [FOLDER] < LINES\n", stderr);
        return 2;
    }
    ReconnectingWebSocket socket;
    if (argc == 3)
        socket.setStorageFolder(QCoreApplication::arguments().at(2));
    socket.setQueueName(QStringLiteral("log"));
    QObject::connect(&socket, &ReconnectingWebSocket::errorOccurred, &app,
                     [](const ConnectionError &error) {
                         std::fprintf(stderr, "%s\n", qPrintable(error.detail));
                     });
    QObject::connect(&socket, &ReconnectingWebSocket::stateChanged, &app,
                     [&](ConnectionState state) {
                         if (state == ConnectionState::Closed)
                             app.exit(socket.pendingMessageCount() == 0 ? 0 : 1);
                     });
    // When what earlier runs have left is loaded: pump() should not close the connection before
    // that.
    std::thread reader;
    const auto startReading = [&] {
        if (socket.isQueueReady() && !reader.joinable())
            reader = std::thread(pump, std::ref(socket));
    };
    QObject::connect(&socket, &ReconnectingWebSocket::queueReadyChanged, &app, startReading);
    socket.open(QUrl(QCoreApplication::arguments().at(1)));
    startReading();
    const int result = QCoreApplication::exec();
    reader.join();
    return result;
}
