// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// Sends each TEXT; what does not arrive within so many SECONDS stays in the folder, and goes out
// the next time.

#include "journalmessagestore.h"

#include <Holdfast/ReconnectingWebSocket>

#include <QtCore/QCoreApplication>

#include <chrono>
#include <cstdio>

using namespace Holdfast;

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    bool isNumber = false;
    const std::chrono::seconds patience(arguments.value(3).toInt(&isNumber));
    if (!isNumber) {
        std::fputs("usage: holdfast-store-example ws://HOST:PORT FOLDER SECONDS [TEXT…]\n", stderr);
        return 2;
    }
    ReconnectingWebSocket socket;
    socket.setQueueName(QStringLiteral("example")); // with a store of ours it is but a name
    socket.setStore(std::make_unique<JournalMessageStore>(arguments.at(2)));
    // Queued, because with 0 SECONDS it closes before there is an event loop to end.
    QObject::connect(
        &socket, &ReconnectingWebSocket::stateChanged, &app,
        [&](ConnectionState state) {
            if (state == ConnectionState::Closed) {
                std::printf("%d messages wait\n", socket.pendingMessageCount());
                QCoreApplication::quit();
            }
        },
        Qt::QueuedConnection);
    socket.open(QUrl(arguments.at(1)));
    for (const QString &text : arguments.mid(4))
        socket.sendTextMessage(text);
    socket.closeWhenDelivered(patience); // what an earlier run has left included
    return QCoreApplication::exec();
}
