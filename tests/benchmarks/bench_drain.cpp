// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// A queue on the disk, and the server is back: how fast does it go out? Against a bare QWebSocket
// that sends as many of the same size. usage: bench_drain [FOLDER]: the disk, as in bench_store

#include "benchmark.h"
#include "reconnectingwebsocket.h"
#include "sink.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdir.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qtemporarydir.h>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace std::chrono_literals;

namespace {

constexpr int Bytes = 256;

//! Seconds.
struct Drained
{
    double sinceConnected = 0;
    double sinceOpened = 0; //!< a queue of an earlier run: with loading and dialling
    double untilForgotten = 0; //!< since connected: confirmed, and off the disk
};

class Bench
{
public:
    explicit Bench(const QString &folder)
        : m_folder(folder)
    {
    }

    double bare(int count) { return sendBare(m_sink, QByteArray(Bytes, 'x'), count); }

    //! The same object, when the server returns.
    Drained afterAReconnect(int count)
    {
        const QTemporaryDir disk(m_folder + u"/bench-XXXXXX");
        const std::unique_ptr<ReconnectingWebSocket> socket = filled(disk.path(), count);
        return drain(*socket, count, [&] { socket->retryNow(); });
    }
    //! Another object, as in the next run.
    Drained afterARestart(int count)
    {
        const QTemporaryDir disk(m_folder + u"/bench-XXXXXX");
        filled(disk.path(), count).reset();
        ReconnectingWebSocket socket;
        prepare(socket, disk.path());
        return drain(socket, count, [&] { socket.open(m_sink.url()); });
    }

private:
    static void prepare(ReconnectingWebSocket &socket, const QString &folder)
    {
        Policy policy;
        policy.backoff = {.base = 1h, .cap = 1h, .jitter = Jitter::None}; // it waits for our word
        if (!socket.setPolicy(policy))
            qFatal("the policy is not valid");
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.setStorageFolder(folder);
        socket.setQueueName(QStringLiteral("bench"));
    }
    //! With so many on the disk, and nobody there to take them.
    std::unique_ptr<ReconnectingWebSocket> filled(const QString &folder, int count)
    {
        m_sink.close();
        auto socket = std::make_unique<ReconnectingWebSocket>();
        prepare(*socket, folder);
        socket->open(m_sink.url());
        quint64 last = 0;
        for (int i = 0; i < count; ++i)
            last = socket->sendBinaryMessage(QByteArray(Bytes, 'x'));
        if (!runUntil([&] {
                return socket->storedThrough() >= last
                    && socket->state() == ConnectionState::WaitingToRetry;
            }))
            qFatal("the queue was not stored");
        m_sink.listen();
        return socket;
    }
    Drained drain(ReconnectingWebSocket &socket, int count, const std::function<void()> &begin)
    {
        Drained times;
        QElapsedTimer connected;
        QElapsedTimer opened;
        bool complete = false;
        m_sink.expect(count);
        QObject::connect(&socket, &ReconnectingWebSocket::connected, &socket,
                         [&] { connected.start(); });
        QObject::connect(&m_sink, &Counter::complete, &socket, [&] {
            complete = true;
            times.sinceConnected = double(connected.nsecsElapsed()) / 1e9;
            times.sinceOpened = double(opened.nsecsElapsed()) / 1e9;
        });
        opened.start();
        begin();
        if (!runUntil([&] { return complete && socket.pendingMessageCount() == 0; }))
            qFatal("the queue did not go out");
        (void)socket.commit();
        times.untilForgotten = double(connected.nsecsElapsed()) / 1e9;
        return times;
    }

    const QString m_folder;
    Sink m_sink;
};

//! A row, and its figures.
void measure(Report &report, Bench &bench, int count, int rounds)
{
    std::vector<double> bare;
    std::vector<double> again;
    std::vector<double> ratio;
    std::vector<double> opened;
    std::vector<double> forgotten;
    (void)bench.bare(count); // warms up
    for (int i = 0; i < rounds; ++i) {
        bare.push_back(bench.bare(count));
        const Drained here = bench.afterAReconnect(count);
        again.push_back(here.sinceConnected);
        ratio.push_back(bare.back() / here.sinceConnected * 100);
        forgotten.push_back(here.untilForgotten * 1e3);
        opened.push_back(bench.afterARestart(count).sinceOpened * 1e3);
    }
    report.add({count, count / median(bare), count / median(again), median(ratio),
                median(forgotten), median(opened)});
    report.show(Figure{
        .what = QStringLiteral("A stored queue of %L1 goes out").arg(count),
        .value = median(ratio),
        .unit = QStringLiteral("%"),
        .against
        = QStringLiteral("of a bare QWebSocket (%L1/s)").arg(count / median(bare), 0, 'f', 0),
        .direction = Figure::Target::AtLeast,
        .target = 70});
    if (count == 100'000)
        report.show(
            Figure{.what = QStringLiteral("The same after a restart, from open() to the last one"),
                   .value = median(opened),
                   .unit = QStringLiteral("ms"),
                   .against = QStringLiteral("loading included")});
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    Report report(QStringLiteral("drain"),
                  QStringLiteral("How fast a queue on the disk goes out, against a bare "
                                 "QWebSocket."),
                  {}, QStringLiteral("folder"));
    Bench bench(report.arguments().positionalArguments().value(0, QDir::tempPath()));
    const int rounds = report.rounds(5);
    report.begin(QStringLiteral("A queue of messages of %1 bytes goes out: messages per second, "
                                "medians of %2")
                     .arg(Bytes)
                     .arg(rounds),
                 {{QStringLiteral("queued")},
                  {QStringLiteral("QWebSocket")},
                  {QStringLiteral("reconnected")},
                  {QStringLiteral("%"), 1},
                  {QStringLiteral("ms, forgotten")},
                  {QStringLiteral("ms, restarted")}});
    for (const int count : {10'000, 30'000, 100'000}) {
        if (!report.isQuick() || count == 10'000)
            measure(report, bench, count, rounds);
    }
    report.note(QStringLiteral("From connected until the server has the last one. \"Forgotten\": "
                               "until all are confirmed, and off the disk. \"Restarted\": another "
                               "object finds the queue; from open() until the server has the last "
                               "one."));
    return report.finish();
}
