// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// A process with a named queue that speaks the envelope protocol, for tests that kill it:
//   envelopechild URL FOLDER NAME     sends about a thousand messages a second for ever: "NAME 1",
//   … envelopechild URL FOLDER drain…   sends what is left, and ends when an event said its NAME
// Each line says what it was told: "a N TEXT" accepted, "s N" stored through, "d N" delivered,
// "f N" failed, "e PAYLOAD" an event, "r REASON" a resync.

#include "envelopeprotocol.h"
#include "reconnectingwebsocket.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qmetaobject.h>
#include <QtCore/qtimer.h>
#include <QtNetwork/qnetworkproxy.h>

#include <cstdio>

using namespace Holdfast;
using namespace std::chrono_literals;

namespace {

void say(char what, const QString &rest)
{
    std::printf("%c %s\n", what, qPrintable(rest));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString name = arguments.value(3);
    const bool drains = name.startsWith(QLatin1String("drain"));
    using Socket = ReconnectingWebSocket;
    Socket socket;
    Policy policy;
    policy.backoff = {.base = 10ms, .factor = 1.5, .cap = 40ms, .floor = 1ms};
    policy.pacing = {.burst = 1000, .refill = 1ms, .gap = 0ms};
    policy.firstRetrySpread = 10ms;
    if (!socket.setPolicy(policy))
        return 2;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.setProtocol(std::make_unique<EnvelopeProtocol>());
    socket.setStorageFolder(arguments.value(2));
    socket.setQueueName(QStringLiteral("queue"));
    socket.setCursorMode(CursorMode::Persisted);

    bool sawLast = false;
    const auto leave = [&] {
        if (drains && sawLast && socket.isQueueReady() && socket.pendingMessageCount() == 0)
            QCoreApplication::quit();
    };
    QObject::connect(&socket, &Socket::storedThroughChanged, &app,
                     [&] { say('s', QString::number(socket.storedThrough())); });
    QObject::connect(&socket, &Socket::messageDelivered, &app,
                     [&](quint64 number) { say('d', QString::number(number)); });
    QObject::connect(&socket, &Socket::messageFailed, &app,
                     [&](quint64 number) { say('f', QString::number(number)); });
    QObject::connect(&socket, &Socket::eventReceived, &app, [&](quint64, const QVariant &payload) {
        say('e', payload.toString());
        sawLast = sawLast || payload.toString() == name;
        QTimer::singleShot(0, &app, leave);
    });
    QObject::connect(&socket, &Socket::resyncRequired, &app, [&](ResyncReason reason) {
        say('r', QLatin1String(QMetaEnum::fromType<ResyncReason>().valueToKey(int(reason))));
    });
    QObject::connect(&socket, &Socket::snapshotChanged, &app, leave);
    socket.open(QUrl(arguments.value(1)));

    int count = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &app, [&] {
        for (int i = 0; i < 2; ++i) {
            const QString text = QStringLiteral("%1 %2").arg(name).arg(++count);
            const quint64 number = socket.sendTextMessage(text);
            say('a', QStringLiteral("%1 %2").arg(number).arg(text));
        }
    });
    timer.setTimerType(Qt::PreciseTimer);
    if (!drains)
        timer.start(2ms);
    return QCoreApplication::exec();
}
