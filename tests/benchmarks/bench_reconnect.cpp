// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// The network is back: how long until Holdfast is connected, against a bare QWebSocket that is told
// to open at the same moment? usage: bench_reconnect --help

#include "benchmark.h"
#include "fakenetworkmonitor.h"
#include "reconnectingwebsocket.h"
#include "sink.h"
#include "socksdoor.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qelapsedtimer.h>
#include <QtWebSockets/qwebsocket.h>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace std::chrono_literals;

namespace {

//! A local server, behind a proxy (on the server's thread) that makes it a host far away: for one
//! that is here, the network would not be asked.
class FarSink : public Sink
{
public:
    FarSink()
    {
        there([this] {
            m_door = std::make_unique<SocksDoor>(Sink::url());
            m_proxy = m_door->proxy();
        });
    }
    ~FarSink() override
    {
        there([this] { m_door.reset(); });
    }
    [[nodiscard]] QUrl url() const override { return QUrl(QStringLiteral("ws://chat.example/")); }
    [[nodiscard]] const QNetworkProxy &proxy() const { return m_proxy; }

private:
    std::unique_ptr<SocksDoor> m_door;
    QNetworkProxy m_proxy;
};

//! As long as an outage at least, since two dials are at least a quarter of a second apart
//! (Policy::pacing); and both sides have cold caches then.
void wait()
{
    QElapsedTimer outage;
    outage.start();
    runUntil([&] { return outage.hasExpired(400); });
}

//! Microseconds from open() to connected.
double bare(const FarSink &sink)
{
    wait();
    QWebSocket socket;
    socket.setProxy(sink.proxy());
    QElapsedTimer clock;
    double took = -1;
    QObject::connect(&socket, &QWebSocket::connected, &socket,
                     [&] { took = double(clock.nsecsElapsed()) / 1e3; });
    clock.start();
    socket.open(sink.url());
    runUntil([&] { return took >= 0; });
    return took;
}

//! Microseconds from the network's return to connected.
double held(FarSink &sink)
{
    FakeNetworkMonitor monitor;
    monitor.knows({.reachability = Reachability::Disconnected});
    ReconnectingWebSocket socket;
    socket.setProxy(sink.proxy());
    socket.setNetworkMonitor(&monitor);
    sink.close();
    socket.open(sink.url());
    const auto isWaiting = [&] { return socket.state() == ConnectionState::WaitingForNetwork; };
    if (!runUntil(isWaiting))
        qFatal("it does not wait for the network");
    sink.listen();
    wait();
    QElapsedTimer clock;
    double took = -1;
    QObject::connect(&socket, &ReconnectingWebSocket::connected, &socket,
                     [&] { took = double(clock.nsecsElapsed()) / 1e3; });
    clock.start();
    monitor.says(Reachability::Online);
    runUntil([&] { return took >= 0; });
    return took;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    Report report(QStringLiteral("reconnect"),
                  QStringLiteral("From the network's return to connected, against a bare "
                                 "QWebSocket's open()."));
    const int count = report.isQuick() ? 5 : 40;
    report.begin(QStringLiteral("Network found: microseconds until connected, %1 times").arg(count),
                 {{QString()}, {QStringLiteral("median")}, {QStringLiteral("p90")}});
    FarSink sink;
    std::vector<double> direct;
    std::vector<double> found;
    std::vector<double> ratios;
    (void)bare(sink); // warms up
    (void)held(sink);
    for (int i = 0; i < count; ++i) {
        direct.push_back(bare(sink));
        found.push_back(held(sink));
        ratios.push_back(found.back() / direct.back());
    }
    report.add(
        {QStringLiteral("QWebSocket, from open()"), median(direct), percentile(direct, 0.9)});
    report.add(
        {QStringLiteral("Holdfast, from \"online\""), median(found), percentile(found, 0.9)});
    report.note(QStringLiteral("Loopback, through a SOCKS proxy, so that the host is a far one; "
                               "both of them."));
    report.show(Figure{.what = QStringLiteral("Network found until connected"),
                       .value = median(ratios),
                       .unit = QStringLiteral("×"),
                       .against = QStringLiteral("a bare QWebSocket's open() to connected (%1 µs)")
                                      .arg(median(direct), 0, 'f', 0),
                       .direction = Figure::Target::AtMost,
                       .target = 1.5,
                       .decimals = 2});
    return report.finish();
}
