// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// Sends its arguments one after the other, each when the one before has arrived: with QCoro,
// written as a loop.

#include <Holdfast/ReconnectingWebSocket>

#include <QtCore/QCoreApplication>

#include <qcorofuture.h>
#include <qcorotask.h>

#include <cstdio>

using namespace Holdfast;
using namespace std::chrono_literals;

namespace {

//! [coroutine]
QCoro::Task<int> say(ReconnectingWebSocket &socket, QStringList texts)
{
    for (const QString &text : texts) {
        // A QFuture, so it can be awaited as it is.
        const Delivery delivery = co_await socket.deliverTextMessage(text, {.timeToLive = 1min});
        if (!delivery.delivered) {
            std::fprintf(stderr, "\"%s\" did not arrive\n", qPrintable(text));
            co_return 1;
        }
        std::printf("\"%s\" is message %llu, and has arrived\n", qPrintable(text), delivery.number);
    }
    co_return 0;
}
//! [coroutine]

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (argc < 2) {
        std::fputs("usage: holdfast-coroutine-example ws://HOST:PORT [TEXT…]\n", stderr);
        return 2;
    }
    ReconnectingWebSocket socket;
    socket.open(QUrl(QCoreApplication::arguments().at(1)));
    return QCoro::waitFor(say(socket, QCoreApplication::arguments().mid(2)));
}
