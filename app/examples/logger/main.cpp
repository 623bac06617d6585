// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// Each line of the standard input goes to a server, in order, whatever the connection is like. What
// has not arrived SECONDS (3) after the last of them, or when the program is killed, goes out first
// when it is started again.

#include <Holdfast/Policy>
#include <Holdfast/ReconnectingWebSocket>

#include <QtCore/QCoreApplication>
#include <QtCore/QStandardPaths>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <thread>

using namespace Holdfast;
using namespace std::chrono_literals;

namespace {

//! Reads lines in a thread of its own, because reading waits. The socket is touched in its own
//! thread, and only while the event loop runs: when that has ended, this waits for ever.
void pump(ReconnectingWebSocket &socket, std::chrono::seconds patience)
{
    std::string line;
    while (std::getline(std::cin, line)) {
        const QString text = QString::fromStdString(line);
        // As it will be sent: what was no UTF-8 has grown.
        const qint64 size = text.toUtf8().size();
        if (size > Policy().outbox.maxMessageBytes) {
            std::fprintf(stderr, "left out, because it is too long: a line of %lld bytes\n", size);
            continue;
        }
        const auto send = [&] { return socket.sendTextMessage(text) != 0; };
        bool accepted = false;
        // 0 means that the queue is full. Then whoever writes to us waits, as with any pipe.
        while (QMetaObject::invokeMethod(qApp, send, Qt::BlockingQueuedConnection, &accepted)
               && !accepted)
            std::this_thread::sleep_for(100ms);
    }
    QMetaObject::invokeMethod(qApp, [&socket, patience] { socket.closeWhenDelivered(patience); });
}

int run(const QStringList &arguments, std::chrono::seconds patience)
{
    ReconnectingWebSocket socket;
    if (arguments.size() > 2)
        socket.setStorageFolder(arguments.at(2));
    socket.setQueueName(QStringLiteral("log"));
    QObject::connect(&socket, &ReconnectingWebSocket::errorOccurred, qApp,
                     [](const ConnectionError &error) {
                         std::fprintf(stderr, "%s\n", qPrintable(error.detail));
                     });
    QObject::connect(&socket, &ReconnectingWebSocket::stateChanged, qApp,
                     [&](ConnectionState state) {
                         if (state == ConnectionState::Closed)
                             qApp->exit(socket.pendingMessageCount() == 0 ? 0 : 1);
                     });
    // Nobody is here to mend it. Queued, because open() may fail before there is a loop to end.
    QObject::connect(
        &socket, &ReconnectingWebSocket::failed, qApp, [] { qApp->exit(1); }, Qt::QueuedConnection);
    socket.open(QUrl(arguments.at(1)));
    std::thread(pump, std::ref(socket), patience).detach();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    bool isNumber = true;
    const std::chrono::seconds patience(argc > 3 ? arguments.at(3).toInt(&isNumber) : 3);
    if (argc < 2 || argc > 4 || !isNumber) {
        std::fputs("usage: holdfast-logger-example ws://HOST:PORT [FOLDER [SECONDS]] < LINES\n",
                   stderr);
        return 2;
    }
    const int result = run(arguments, patience);
    // The socket is gone, and has stored what is pending. The reader may still wait for a line,
    // which nobody can interrupt: so nothing that it uses is taken down.
    std::_Exit(result);
}
