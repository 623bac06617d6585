// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// One message at a time, to a server that sends it back: how long until it is back, and, with
// Holdfast, until it is known to be delivered. usage: bench_latency --help

#include "benchmark.h"
#include "reconnectingwebsocket.h"
#include "sink.h"
#include "svgchart.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qeventloop.h>
#include <QtWebSockets/qwebsocket.h>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

//! Sends the next when the last is done; microseconds of each.
class Relay
{
public:
    Relay(int count, std::function<void()> send)
        : m_send(std::move(send))
        , m_left(count)
    {
    }
    void next()
    {
        if (m_left-- == 0)
            return m_loop.quit();
        m_clock.start();
        m_send();
    }
    void done()
    {
        m_times.push_back(double(m_clock.nsecsElapsed()) / 1e3);
        next();
    }
    [[nodiscard]] std::vector<double> run()
    {
        m_loop.exec();
        return m_times;
    }

private:
    const std::function<void()> m_send;
    int m_left;
    QElapsedTimer m_clock;
    QEventLoop m_loop;
    std::vector<double> m_times;
};

std::vector<double> bare(const QUrl &url, const QByteArray &payload, int count)
{
    QWebSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    Relay relay(count, [&] { socket.sendBinaryMessage(payload); });
    QObject::connect(&socket, &QWebSocket::connected, &socket, [&] { relay.next(); });
    QObject::connect(&socket, &QWebSocket::binaryMessageReceived, &socket, [&] { relay.done(); });
    socket.open(url);
    return relay.run();
}

enum class Until { Back, Delivered };

std::vector<double> held(const QUrl &url, const QByteArray &payload, int count, Until until)
{
    ReconnectingWebSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    Relay relay(count, [&] { socket.sendBinaryMessage(payload); });
    QObject::connect(&socket, &ReconnectingWebSocket::connected, &socket, [&] { relay.next(); });
    if (until == Until::Back)
        QObject::connect(&socket, &ReconnectingWebSocket::binaryMessageReceived, &socket,
                         [&] { relay.done(); });
    else
        QObject::connect(&socket, &ReconnectingWebSocket::messageDelivered, &socket,
                         [&] { relay.done(); });
    socket.open(url);
    return relay.run();
}

void append(std::vector<double> &all, const std::vector<double> &more)
{
    all.insert(all.end(), more.begin(), more.end());
}

//! Microseconds.
struct Times
{
    std::vector<double> bare;
    std::vector<double> back;
    std::vector<double> delivered;
};

class Bench
{
public:
    Bench(int rounds, int count)
        : m_rounds(rounds)
        , m_count(count)
    {
    }

    Times run(int bytes)
    {
        const QByteArray payload(bytes, 'x');
        Times times;
        (void)bare(m_echo.url(), payload, m_count); // warms up
        for (int i = 0; i < m_rounds; ++i) {
            append(times.bare, bare(m_echo.url(), payload, m_count));
            append(times.back, held(m_echo.url(), payload, m_count, Until::Back));
            append(times.delivered, held(m_silent.url(), payload, m_count, Until::Delivered));
        }
        return times;
    }

private:
    const int m_rounds;
    const int m_count;
    Sink m_echo{Sink::Answer::Echo};
    Sink m_silent; // an answer would be in the way of the fence's
};

void show(Report &report, const Times &times)
{
    const double direct = median(times.bare);
    const QString against
        = QStringLiteral("a bare QWebSocket's round trip (%1 µs)").arg(direct, 0, 'f', 0);
    report.show(Figure{.what = QStringLiteral("Round trip of one message, 1 KiB"),
                       .value = median(times.back) / direct,
                       .unit = QStringLiteral("×"),
                       .against = against,
                       .decimals = 2});
    report.show(Figure{.what = QStringLiteral("Until it is known to be delivered, 1 KiB"),
                       .value = median(times.delivered) / direct,
                       .unit = QStringLiteral("×"),
                       .against = against,
                       .decimals = 2});
}

//! Microseconds by bytes.
class Plot
{
public:
    void add(int bytes, const Times &times)
    {
        m_bare.emplace_back(bytes, median(times.bare));
        m_back.emplace_back(bytes, median(times.back));
        m_delivered.emplace_back(bytes, median(times.delivered));
    }
    [[nodiscard]] SvgChart chart() const
    {
        SvgChart chart(QStringLiteral("One message at a time, by its size"),
                       {.label = QStringLiteral("bytes a message"),
                        .from = 64,
                        .to = 65'536,
                        .logarithmic = true},
                       {.label = QStringLiteral("microseconds, median"),
                        .from = 10,
                        .to = 1'000,
                        .logarithmic = true});
        chart.addLine(QStringLiteral("bare, there and back"), m_bare);
        chart.addLine(QStringLiteral("Holdfast, there and back"), m_back);
        chart.addLine(QStringLiteral("Holdfast, delivered"), m_delivered);
        return chart;
    }

private:
    std::vector<QPointF> m_bare;
    std::vector<QPointF> m_back;
    std::vector<QPointF> m_delivered;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    Report report(QStringLiteral("latency"),
                  QStringLiteral("One message at a time, there and back, against a bare "
                                 "QWebSocket in the same run."));
    const int rounds = report.rounds(5);
    const int count = report.isQuick() ? 100 : 2000;
    report.begin(QStringLiteral("One message at a time: microseconds, medians of %1 rounds of %2")
                     .arg(rounds)
                     .arg(count),
                 {{QStringLiteral("bytes")},
                  {QStringLiteral("QWebSocket"), 1},
                  {QStringLiteral("Holdfast"), 1},
                  {QStringLiteral("ratio"), 2},
                  {QStringLiteral("delivered"), 1},
                  {QStringLiteral("ratio"), 2},
                  {QStringLiteral("bare p99"), 1},
                  {QStringLiteral("Holdfast p99"), 1}});
    Bench bench(rounds, count);
    Plot plot;
    for (const int bytes : {64, 1024, 4096, 65'536}) {
        const Times times = bench.run(bytes);
        const double direct = median(times.bare);
        report.add({bytes, direct, median(times.back), median(times.back) / direct,
                    median(times.delivered), median(times.delivered) / direct,
                    percentile(times.bare, 0.99), percentile(times.back, 0.99)});
        plot.add(bytes, times);
        if (bytes == 1024)
            show(report, times);
    }
    report.note(QStringLiteral("Each message alone has a fence of its own, the dearest case: two "
                               "frames each way instead of one. \"Delivered\" is to a server that "
                               "does not answer by itself."));
    report.plot(plot.chart(), QStringLiteral("bench-latency"));
    return report.finish();
}
