// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// Sends each of its arguments with LinesProtocol, and ends when the server has acknowledged them
// all.

#include "linesprotocol.h"

#include <Holdfast/ReconnectingWebSocket>

#include <QtCore/QCoreApplication>

#include <cstdio>

using namespace Holdfast;
using namespace std::chrono_literals;

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (argc < 2) {
        std::fputs("usage: holdfast-protocol-example ws://HOST:PORT [TEXT…]\n", stderr);
        return 2;
    }
    ReconnectingWebSocket socket;
    socket.setProtocol(std::make_unique<LinesProtocol>());
    QObject::connect(&socket, &ReconnectingWebSocket::textMessageReceived, &app,
                     [](const QString &text) { std::printf("%s\n", qPrintable(text)); });
    QObject::connect(&socket, &ReconnectingWebSocket::messageDelivered, &app,
                     [](quint64 number) { std::printf("%llu is there\n", number); });
    QObject::connect(&socket, &ReconnectingWebSocket::messageFailed, &app,
                     [](quint64 number) { std::printf("%llu was refused\n", number); });
    QObject::connect(&socket, &ReconnectingWebSocket::stateChanged, &app,
                     [&](ConnectionState state) {
                         if (state == ConnectionState::Closed)
                             app.exit(socket.pendingMessageCount() == 0 ? 0 : 1);
                     });
    socket.open(QUrl(QCoreApplication::arguments().at(1)));
    for (const QString &text : QCoreApplication::arguments().mid(2))
        socket.sendTextMessage(text);
    socket.closeWhenDelivered(1min);
    return QCoreApplication::exec();
}
