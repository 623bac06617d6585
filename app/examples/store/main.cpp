// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// Sends each of its arguments; what does not arrive within two seconds stays in the folder, and
// goes out the next time.

#include "journalmessagestore.h"

#include <Holdfast/ReconnectingWebSocket>

#include <QtCore/QCoreApplication>

#include <cstdio>

using namespace Holdfast;
using namespace std::chrono_literals;

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (argc < 3) {
        std::fputs("usage: holdfast-store-example ws://HOST:PORT FOLDER [TEXT…]\n", stderr);
        return 2;
    }
    const QStringList arguments = QCoreApplication::arguments();
    ReconnectingWebSocket socket;
    socket.setQueueName(QStringLiteral("example")); // with a store of ours it is but a name
    socket.setStore(std::make_unique<JournalMessageStore>(arguments.at(2)));
    QObject::connect(&socket, &ReconnectingWebSocket::stateChanged, &app,
                     [&](ConnectionState state) {
                         if (state == ConnectionState::Closed) {
                             std::printf("%d messages wait\n", socket.pendingMessageCount());
                             QCoreApplication::quit();
                         }
                     });
    // What an earlier run has left counts as well, so not before it is loaded.
    const auto finish = [&] {
        if (socket.isQueueReady())
            socket.closeWhenDelivered(2s);
    };
    QObject::connect(&socket, &ReconnectingWebSocket::queueReadyChanged, &app, finish);
    socket.open(QUrl(arguments.at(1)));
    for (const QString &text : arguments.mid(3))
        socket.sendTextMessage(text);
    finish();
    return QCoreApplication::exec();
}
