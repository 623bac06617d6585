// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// Other people's clients and ours, each a process of its own, to the same server: how much of 1 KiB
// goes through, how soon they are back after a cut, and what the cut has cost. peers/ says what
// each promises. usage: bench_peers --help

#include "benchmark.h"
#include "child.h"
#include "peersink.h"
#include "reconnectingwebsocket.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdir.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qstandardpaths.h>
#include <QtCore/qtimer.h>
#include <QtWebSockets/qwebsocket.h>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

constexpr int Numbered = 1000; // messages, one every 5 ms
constexpr int FrozenMs = 1000;
constexpr int DownMs = 2000;

QString messageOf(int number)
{
    static const QString padding = QString(1024 - 8, u'x');
    return QStringLiteral("%1").arg(number, 8, 10, QLatin1Char('0')) + padding;
}

// ---- our own two, in processes of their own ----

//! As peers/common.mjs.
template <typename Socket>
void play(Socket &socket, const QString &mode, const std::function<bool()> &isFull)
{
    static int number = 0;
    static QElapsedTimer clock;
    if (clock.isValid())
        return; // connected again
    clock.start();
    auto *timer = new QTimer(&socket);
    timer->setTimerType(Qt::PreciseTimer);
    const bool floods = mode == u"flood";
    QObject::connect(timer, &QTimer::timeout, &socket, [&socket, floods, isFull, timer] {
        if (floods) {
            for (int i = 0; i < 200 && !isFull(); ++i)
                socket.sendTextMessage(messageOf(++number));
            return;
        }
        while (number < Numbered && number * 5 <= clock.elapsed())
            socket.sendTextMessage(messageOf(++number));
        if (number >= Numbered)
            timer->stop();
    });
    timer->start(floods ? 0 : 5);
}

int playBare(const QUrl &url, const QString &mode)
{
    QWebSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    QObject::connect(&socket, &QWebSocket::connected, &socket, [&] {
        play(socket, mode, [&] { return socket.bytesToWrite() > 1024LL * 1024; });
    });
    QObject::connect(&socket, &QWebSocket::disconnected, &socket,
                     [&] { QTimer::singleShot(1000, &socket, [&] { socket.open(url); }); });
    socket.open(url);
    return QCoreApplication::exec();
}

int playHeld(const QUrl &url, const QString &mode)
{
    ReconnectingWebSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    QObject::connect(&socket, &ReconnectingWebSocket::connected, &socket, [&] {
        play(socket, mode, [&] { return socket.pendingByteCount() > 16LL * 1024 * 1024; });
    });
    socket.open(url);
    return QCoreApplication::exec();
}

// ---- who takes part ----

struct Peer
{
    QString name;
    QString program; //!< empty: this one
    QStringList arguments;
    QString missing = {}; //!< why it cannot take part; empty if it can
};

QString nodeFolder() { return QCoreApplication::applicationDirPath() + u"/node"; }

QString versionOf(const QString &package)
{
    QFile file(nodeFolder() % u"/node_modules/" % package % u"/package.json");
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll())
        .object()
        .value(QStringLiteral("version"))
        .toString();
}

//! From npm, once. Returns why that was not possible.
QString installPackages()
{
    const QStringList packages
        = {QStringLiteral("reconnecting-websocket@4"), QStringLiteral("partysocket@1"),
           QStringLiteral("socket.io-client@4"), QStringLiteral("ws@8")};
    const QString npm = QStandardPaths::findExecutable(QStringLiteral("npm"));
    if (QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty() || npm.isEmpty())
        return QStringLiteral("there is no node or no npm");
    if (!versionOf(QStringLiteral("ws")).isEmpty()
        && !versionOf(QStringLiteral("partysocket")).isEmpty())
        return {};
    std::fprintf(stderr, "Installing %s with npm…\n", qUtf8Printable(packages.join(u' ')));
    QDir().mkpath(nodeFolder());
    QProcess process;
    process.setWorkingDirectory(nodeFolder());
    process.start(npm,
                  QStringList{QStringLiteral("install"), QStringLiteral("--prefix"), nodeFolder(),
                              QStringLiteral("--no-audit"), QStringLiteral("--no-fund"),
                              QStringLiteral("--ignore-scripts")}
                      + packages);
    if (process.waitForFinished(120'000) && process.exitCode() == 0)
        return {};
    return QStringLiteral("npm could not install it");
}

QString missingPython()
{
    QProcess process;
    process.start(QStringLiteral("/usr/bin/python3"),
                  {QStringLiteral("-c"), QStringLiteral("import websockets")});
    if (process.waitForFinished(20'000) && process.exitCode() == 0)
        return {};
    return QStringLiteral("there is no /usr/bin/python3 with websockets");
}

std::vector<Peer> peers()
{
    const QString folder = QStringLiteral(HOLDFAST_PEERS "/");
    const QString node = QStringLiteral("node");
    const QString missing = installPackages();
    const auto named
        = [](const QString &package) -> QString { return package % u' ' % versionOf(package); };
    const QString rws = QStringLiteral("reconnecting-websocket");
    const QString party = QStringLiteral("partysocket");
    const QString io = QStringLiteral("socket.io-client");
    return {
        {QStringLiteral("Holdfast"), {}, {QStringLiteral("held")}},
        {QStringLiteral("QWebSocket, open() after 1 s"), {}, {QStringLiteral("bare")}},
        {named(rws), node, {folder + QStringLiteral("reconnecting.mjs"), rws}, missing},
        {named(party), node, {folder + QStringLiteral("reconnecting.mjs"), party}, missing},
        {named(io), node, {folder + QStringLiteral("socketio.mjs"), io}, missing},
        {named(io) % QStringLiteral(", retries"),
         node,
         {folder + QStringLiteral("socketio.mjs"), QStringLiteral("retries")},
         missing},
        {QStringLiteral("Python's websockets"),
         QStringLiteral("/usr/bin/python3"),
         {folder + QStringLiteral("python-websockets.py")},
         missingPython()},
    };
}

std::unique_ptr<Child> start(const Peer &peer, const PeerSink &sink, const QString &mode)
{
    QUrl url = sink.url();
    if (peer.arguments.constFirst().endsWith(QStringLiteral("socketio.mjs")))
        url.setScheme(QStringLiteral("http"));
    const QStringList arguments
        = peer.arguments + QStringList{url.toString(), mode, QString::number(Numbered)};
    return peer.program.isEmpty() ? std::make_unique<Child>(arguments)
                                  : std::make_unique<Child>(peer.program, arguments, nodeFolder());
}

//! Messages per second; 0 if it does not come.
double flood(const Peer &peer, int milliseconds)
{
    PeerSink sink;
    const std::unique_ptr<Child> child = start(peer, sink, QStringLiteral("flood"));
    if (!runUntil([&] { return sink.received() > 0; }, 10'000))
        return 0;
    QElapsedTimer clock;
    clock.start();
    runUntil([&] { return clock.hasExpired(500); }); // warms up
    const qint64 before = sink.received();
    clock.start();
    runUntil([&] { return clock.hasExpired(milliseconds); });
    return double(sink.received() - before) / double(clock.nsecsElapsed()) * 1e9;
}

//! All at once, each with a server of its own; one every 5 ms is little to do.
std::vector<PeerSink::Account> cut(const std::vector<Peer> &peers)
{
    std::vector<std::unique_ptr<PeerSink>> sinks;
    std::vector<std::unique_ptr<Child>> children;
    for (const Peer &peer : peers) {
        sinks.push_back(std::make_unique<PeerSink>());
        children.push_back(start(peer, *sinks.back(), QStringLiteral("numbered")));
        (void)runUntil([&] { return sinks.back()->received() >= 50; }, 10'000);
        sinks.back()->cut(FrozenMs, DownMs);
    }
    QElapsedTimer quiet;
    quiet.start();
    qint64 last = 0;
    const auto isOver = [&] {
        qint64 sum = 0;
        for (const auto &sink : sinks)
            sum += sink->received();
        if (sum != std::exchange(last, sum))
            quiet.restart();
        return quiet.hasExpired(10'000); // more than the longest backoff by then
    };
    runUntil(isOver, 60'000);
    std::vector<PeerSink::Account> accounts;
    for (const auto &sink : sinks)
        accounts.push_back(sink->account());
    return accounts;
}

struct Found
{
    std::vector<double> rates;
    std::vector<double> reconnects;
    int lost = 0;
    int duplicates = 0;
    int disordered = 0;
};

std::vector<Found> measure(const std::vector<Peer> &peers, const Report &report)
{
    std::vector<Found> found(peers.size());
    for (int round = 0; round < report.rounds(3); ++round) {
        for (std::size_t i = 0; i < peers.size(); ++i)
            found[i].rates.push_back(flood(peers[i], report.isQuick() ? 300 : 2000));
        const std::vector<PeerSink::Account> accounts = cut(peers);
        for (std::size_t i = 0; i < peers.size(); ++i) {
            found[i].reconnects.push_back(accounts[i].reconnectMs);
            found[i].lost += Numbered - accounts[i].distinct;
            found[i].duplicates += accounts[i].duplicates;
            found[i].disordered += accounts[i].disordered;
        }
    }
    return found;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    if (const QStringList role = Child::role(argc, argv); role.size() > 2)
        return role.constFirst() == u"bare" ? playBare(QUrl(role.at(1)), role.at(2))
                                            : playHeld(QUrl(role.at(1)), role.at(2));
    Report report(QStringLiteral("peers"), QStringLiteral("Other people's clients and ours."));
    std::vector<Peer> present;
    std::vector<Peer> absent;
    for (const Peer &peer : peers())
        (peer.missing.isEmpty() ? present : absent).push_back(peer);
    const int rounds = report.rounds(3);
    report.begin(QStringLiteral("1 KiB one way to the same server; and a cut, %1 times: of %2 "
                                "messages, one every 5 ms")
                     .arg(rounds)
                     .arg(Numbered),
                 {{QStringLiteral("client")},
                  {QStringLiteral("messages/s")},
                  {QStringLiteral("ms to return")},
                  {QStringLiteral("lost")},
                  {QStringLiteral("doubled")},
                  {QStringLiteral("out of order")}});
    const std::vector<Found> found = measure(present, report);
    for (std::size_t i = 0; i < present.size(); ++i) {
        report.add({present[i].name, median(found[i].rates), median(found[i].reconnects),
                    found[i].lost, found[i].duplicates, found[i].disordered});
    }
    for (const Peer &peer : absent)
        report.add({peer.name, QString(u"skipped: " % peer.missing)});
    report.note(QStringLiteral(
        "The cut: the server reads nothing for 1 s, resets the connection, and refuses everybody "
        "for 2 s. \"To return\": from when it listens again until somebody is there (median), "
        "which is the luck of the backoff. A doubled message was resent because nobody could know "
        "that it had arrived; a server that looks at keys drops it. tests/benchmarks/peers says "
        "what each promises."));
    report.show(Figure{.what = QStringLiteral("Lost over a cut"),
                       .value = double(found.front().lost),
                       .unit = QStringLiteral("messages"),
                       .against = QStringLiteral("of %1").arg(Numbered * rounds),
                       .direction = Figure::Target::AtMost,
                       .target = 0});
    return report.finish();
}
