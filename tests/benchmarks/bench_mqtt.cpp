// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// The queue on the disk against the one of Eclipse Paho (libpaho-mqtt), while there is no
// connection: what a message of 200 bytes costs until it is there, and to load again.
// usage: bench_mqtt [FOLDER]: the disk, as in bench_store
//
// Paho writes a file a message and does not sync it: a killed process loses nothing, a power cut
// may. Holdfast groups messages into segments, and a segment is synced.

#include "benchmark.h"
#include "reconnectingwebsocket.h"

#include <MQTTAsync.h>

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdir.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qtemporarydir.h>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

constexpr int Bytes = 200;
const QUrl Nobody(QStringLiteral("ws://127.0.0.1:9/")); // the discard port, where nobody listens

//! Microseconds a message.
struct Cost
{
    double sending = 0; //!< in the thread of the application
    double stored = 0; //!< until all were on the disk
    double loaded = 0;
};

MQTTAsync openPaho(const QByteArray &folder, int count)
{
    MQTTAsync client = nullptr;
    MQTTAsync_createOptions options = MQTTAsync_createOptions_initializer;
    options.sendWhileDisconnected = 1;
    options.allowDisconnectedSendAtAnyTime = 1;
    options.maxBufferedMessages = count;
    // Paho keeps the address of neither.
    QByteArray place = folder;
    if (MQTTAsync_createWithOptions(&client, "tcp://127.0.0.1:9", "bench",
                                    MQTTCLIENT_PERSISTENCE_DEFAULT, place.data(), &options)
        != MQTTASYNC_SUCCESS)
        qFatal("Paho cannot open its store");
    return client;
}

Cost paho(const QString &folder, int count)
{
    const QTemporaryDir disk(folder + u"/bench-XXXXXX");
    const QByteArray place = QFile::encodeName(disk.path());
    QByteArray payload(Bytes, 'x');
    QElapsedTimer clock;
    Cost cost;
    MQTTAsync client = openPaho(place, count);
    clock.start();
    for (int i = 0; i < count; ++i) {
        if (MQTTAsync_send(client, "bench", Bytes, payload.data(), 1, 0, nullptr)
            != MQTTASYNC_SUCCESS)
            qFatal("Paho does not take it");
    }
    cost.sending = cost.stored = double(clock.nsecsElapsed()) / 1e3 / count;
    MQTTAsync_destroy(&client);
    clock.start();
    client = openPaho(place, count);
    cost.loaded = double(clock.nsecsElapsed()) / 1e3 / count;
    int waiting = 0;
    MQTTAsync_token *tokens = nullptr; // of all that wait; ends with -1
    if (MQTTAsync_getPendingTokens(client, &tokens) == MQTTASYNC_SUCCESS && tokens) {
        while (tokens[waiting] != -1)
            ++waiting;
        MQTTAsync_free(tokens);
    }
    if (waiting != count)
        std::fprintf(stderr, "Paho has loaded %d of %d\n", waiting, count);
    MQTTAsync_destroy(&client);
    return cost;
}

Cost holdfast(const QString &folder, int count)
{
    const QTemporaryDir disk(folder + u"/bench-XXXXXX");
    const auto open = [&] {
        auto socket = std::make_unique<ReconnectingWebSocket>();
        socket->setProxy(QNetworkProxy::NoProxy);
        socket->setStorageFolder(disk.path());
        socket->setQueueName(QStringLiteral("bench"));
        socket->setUrl(Nobody);
        runUntil([&] { return socket->isQueueReady(); });
        return socket;
    };
    QElapsedTimer clock;
    Cost cost;
    {
        const std::unique_ptr<ReconnectingWebSocket> socket = open();
        quint64 last = 0;
        clock.start();
        for (int i = 0; i < count; ++i)
            last = socket->sendTextMessage(QString(Bytes, u'x'));
        cost.sending = double(clock.nsecsElapsed()) / 1e3 / count;
        runUntil([&] { return socket->storedThrough() >= last; });
        cost.stored = double(clock.nsecsElapsed()) / 1e3 / count;
    }
    clock.start();
    const std::unique_ptr<ReconnectingWebSocket> socket = open();
    cost.loaded = double(clock.nsecsElapsed()) / 1e3 / count;
    if (socket->pendingMessageCount() != count)
        qFatal("the queue was not loaded");
    return cost;
}

Cost medianOf(int rounds, const std::function<Cost()> &measure)
{
    std::vector<double> sending;
    std::vector<double> stored;
    std::vector<double> loaded;
    for (int i = 0; i < rounds; ++i) {
        const Cost cost = measure();
        sending.push_back(cost.sending);
        stored.push_back(cost.stored);
        loaded.push_back(cost.loaded);
    }
    return {median(sending), median(stored), median(loaded)};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    Report report(QStringLiteral("mqtt"),
                  QStringLiteral("The queue on the disk against the one of Eclipse Paho."), {},
                  QStringLiteral("folder"));
    const QString folder = report.arguments().positionalArguments().value(0, QDir::tempPath());
    const int rounds = report.rounds(3);
    report.begin(QStringLiteral("Microseconds a message of %1 bytes, without a connection; medians "
                                "of %2")
                     .arg(Bytes)
                     .arg(rounds),
                 {{QStringLiteral("queue")},
                  {QStringLiteral("messages")},
                  {QStringLiteral("send"), 2},
                  {QStringLiteral("on the disk"), 2},
                  {QStringLiteral("load, each"), 2}});
    for (const int count : {100, 1'000, 10'000}) {
        const Cost theirs = medianOf(rounds, [&] { return paho(folder, count); });
        const Cost ours = medianOf(rounds, [&] { return holdfast(folder, count); });
        report.add({QStringLiteral("Paho"), count, theirs.sending, theirs.stored, theirs.loaded});
        report.add({QStringLiteral("Holdfast"), count, ours.sending, ours.stored, ours.loaded});
        if (count == 10'000) {
            report.show(
                Figure{.what = QStringLiteral("A queue of 10 000 until it is on the disk"),
                       .value = ours.stored,
                       .unit = QStringLiteral("µs a message"),
                       .against = QStringLiteral("Eclipse Paho's %1 µs, which syncs nothing")
                                      .arg(theirs.stored, 0, 'f', 1),
                       .decimals = 1});
        }
    }
    report.note(QStringLiteral("Paho writes a file a message in the caller's thread and syncs "
                               "none; Holdfast groups them, off the caller's thread, and syncs."));
    return report.finish();
}
