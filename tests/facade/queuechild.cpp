// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// A process with a named queue, for tests that kill it:
//   queuechild URL FOLDER SEED      sends about a thousand messages a second for ever; takes some
//                                   back, lets some expire, supersedes some
//   queuechild URL FOLDER drain     sends what is left, and ends
// Each line says what it was told: "a N" accepted, "s N" stored through, "d N" delivered, "f N"
// failed; and "x N" before this one may fail. A message's text begins with its key.

#include "plainprotocol.h"
#include "reconnectingwebsocket.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qrandom.h>
#include <QtCore/qtimer.h>
#include <QtNetwork/qnetworkproxy.h>

#include <cstdio>

using namespace Holdfast;
using namespace std::chrono_literals;

namespace {

void say(char what, quint64 number)
{
    std::printf("%c %llu\n", what, static_cast<unsigned long long>(number));
}

//! The server sees numbers.
class NumberProtocol : public PlainProtocol
{
public:
    Outcomes send(const Message &message) override
    {
        Message told = message;
        told.payload = Payload(message.key() + u' ' + message.payload.text());
        return PlainProtocol::send(told);
    }
};

//! Types as fast as it can, and changes its mind.
class Typist
{
public:
    Typist(ReconnectingWebSocket &socket, quint32 seed)
        : m_socket(socket)
        , m_random(seed)
    {
    }

    void type()
    {
        for (int i = 0; i < 2; ++i) {
            SendOptions options;
            if (m_random.bounded(20) == 0)
                options.timeToLive = std::chrono::milliseconds(m_random.bounded(1, 100));
            if (m_random.bounded(20) == 0)
                options.coalesceKey = QString::number(m_random.bounded(5));
            m_last = m_socket.sendTextMessage(QString(m_random.bounded(200), u'x'), options);
            say('a', m_last);
            if (options.timeToLive > 0ms || !options.coalesceKey.isEmpty())
                say('x', m_last);
        }
        if (m_random.bounded(10) == 0) {
            const quint64 number = m_last - quint64(m_random.bounded(300));
            say('x', number);
            (void)m_socket.cancel(number);
        }
        // In this turn of the event loop nothing goes anywhere yet, neither to the wire nor to the
        // disk; so whatever does, the test has been told of.
        std::fflush(stdout);
    }

private:
    ReconnectingWebSocket &m_socket;
    QRandomGenerator m_random;
    quint64 m_last = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    ReconnectingWebSocket socket;
    Policy policy;
    policy.backoff = {.base = 10ms, .factor = 1.5, .cap = 40ms, .floor = 1ms};
    policy.pacing = {.burst = 1000, .refill = 1ms, .gap = 0ms};
    if (!socket.setPolicy(policy))
        return 2;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.setProtocol(std::make_unique<NumberProtocol>());
    socket.setStorageFolder(arguments.value(2));
    socket.setQueueName(QStringLiteral("queue"));
    using Socket = ReconnectingWebSocket;
    const auto flushed = [](char what, quint64 number) {
        say(what, number);
        std::fflush(stdout);
    };
    QObject::connect(&socket, &Socket::storedThroughChanged, &app,
                     [&] { flushed('s', socket.storedThrough()); });
    QObject::connect(&socket, &Socket::messageDelivered, &app,
                     [&](quint64 number) { say('d', number); });
    QObject::connect(&socket, &Socket::messageFailed, &app,
                     [&](quint64 number) { flushed('f', number); });
    socket.open(QUrl(arguments.value(1)));
    Typist typist(socket, arguments.value(3).toUInt());
    QTimer timer;
    if (arguments.value(3) == QLatin1StringView("drain")) {
        const auto leave = [&] {
            if (socket.isQueueReady() && socket.pendingMessageCount() == 0)
                QCoreApplication::quit();
        };
        QObject::connect(&socket, &Socket::snapshotChanged, &app, leave);
        return QCoreApplication::exec();
    }
    QObject::connect(&timer, &QTimer::timeout, &app, [&] { typist.type(); });
    timer.setTimerType(Qt::PreciseTimer);
    timer.start(2ms);
    return QCoreApplication::exec();
}
