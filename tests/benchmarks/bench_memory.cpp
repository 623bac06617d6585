// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// What an object weighs over a bare QWebSocket, and a pending message over its payload. Each is
// measured in a process of its own; the server is in another. usage: bench_memory --help

#include "benchmark.h"
#include "child.h"
#include "reconnectingwebsocket.h"
#include "sink.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qfile.h>
#include <QtWebSockets/qwebsocket.h>

#include <memory>

#include <malloc.h>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

struct Memory
{
    double heap = 0; //!< what malloc() has given out (mallinfo2: uordblks + hblkhd)
    double resident = 0; //!< Private_Dirty of /proc/self/smaps_rollup
};

Memory inUse()
{
    const struct mallinfo2 info = mallinfo2();
    Memory memory{.heap = double(info.uordblks + info.hblkhd)};
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("Private_Dirty:"))
                memory.resident = line.simplified().split(' ').value(1).toDouble() * 1024;
        }
    }
    return memory;
}

void say(const Memory &before, const Memory &after, int count)
{
    Child::say({{QStringLiteral("heap"), (after.heap - before.heap) / count},
                {QStringLiteral("resident"), (after.resident - before.resident) / count}});
}

//! Connects one, then so many more; all at once would overflow the server's backlog.
template <typename Socket, typename Prepare>
int connectMany(const QUrl &url, int count, Prepare prepare)
{
    std::vector<std::unique_ptr<Socket>> sockets;
    int connected = 0;
    const auto connectOne = [&] {
        Socket *socket = sockets.emplace_back(std::make_unique<Socket>()).get();
        socket->setProxy(QNetworkProxy::NoProxy);
        prepare(*socket);
        QObject::connect(socket, &Socket::connected, socket, [&] { ++connected; });
        const int wanted = int(sockets.size());
        socket->open(url);
        return wanted % 20 != 0 || runUntil([&] { return connected == wanted; });
    };
    while (sockets.size() < 20) { // what is made once for all is no part of an object's weight
        if (!connectOne())
            return 1;
    }
    const Memory before = inUse();
    while (int(sockets.size()) < count + 20) {
        if (!connectOne())
            return 1;
    }
    QElapsedTimer calm;
    calm.start();
    runUntil([&] { return connected == count + 20 && calm.hasExpired(1000); });
    say(before, inUse(), count);
    return 0;
}

template <typename Send> int keepMany(int count, Send send)
{
    ReconnectingWebSocket socket; // never opened: everything waits
    Policy policy;
    policy.outbox.maxPendingMessages = count + 1000;
    if (!socket.setPolicy(policy))
        return 1;
    const auto keep = [&](int number) {
        for (int i = 0; i < number; ++i)
            send(socket);
        runUntil([&] { return true; });
    };
    keep(1000);
    const Memory before = inUse();
    keep(count);
    const Memory after = inUse();
    say(before, after, count);
    return socket.pendingMessageCount() == count + 1000 ? 0 : 1;
}

int play(const QStringList &role)
{
    raiseFileLimit();
    const QUrl url(role.value(1));
    const int count = role.constLast().toInt();
    if (role.constFirst() == u"bare")
        return connectMany<QWebSocket>(url, count, [](QWebSocket &) {});
    if (role.constFirst() == u"held")
        return connectMany<ReconnectingWebSocket>(url, count, [](ReconnectingWebSocket &) {});
    if (role.constFirst() == u"bytes")
        return keepMany(count, [](ReconnectingWebSocket &socket) {
            socket.sendBinaryMessage(QByteArray(100, 'x'));
        });
    return keepMany(
        count, [](ReconnectingWebSocket &socket) { socket.sendTextMessage(QString(100, u'x')); });
}

Memory ask(const QStringList &role)
{
    const QJsonObject found = Child(role).result();
    if (found.isEmpty())
        qFatal("the child has found nothing");
    return {.heap = found.value(QStringLiteral("heap")).toDouble(),
            .resident = found.value(QStringLiteral("resident")).toDouble()};
}

void weighObjects(Report &report)
{
    const QString count = QString::number(report.isQuick() ? 100 : 1000);
    Sink sink;
    const QString url = sink.url().toString();
    const Memory bare = ask({QStringLiteral("bare"), url, count});
    const Memory held = ask({QStringLiteral("held"), url, count});
    report.begin(QStringLiteral("Bytes an object, connected and idle, of %1").arg(count),
                 {{QString()}, {QStringLiteral("heap")}, {QStringLiteral("resident")}});
    report.add({QStringLiteral("QWebSocket"), bare.heap, bare.resident});
    report.add({QStringLiteral("ReconnectingWebSocket"), held.heap, held.resident});
    report.add({QStringLiteral("over"), held.heap - bare.heap, held.resident - bare.resident});
    report.note(QStringLiteral("Heap: mallinfo2(), uordblks + hblkhd. Resident: Private_Dirty of "
                               "/proc/self/smaps_rollup."));
    report.show(
        Figure{.what = QStringLiteral("Memory of an object"),
               .value = (held.heap - bare.heap) / 1024,
               .unit = QStringLiteral("KiB"),
               .against = QStringLiteral("over a bare QWebSocket's %1 KiB (heap, mallinfo2)")
                              .arg(bare.heap / 1024, 0, 'f', 1),
               .direction = Figure::Target::AtMost,
               .target = 6,
               .decimals = 1});
}

void weighMessages(Report &report)
{
    const QString count = QString::number(report.isQuick() ? 10'000 : 100'000);
    const Memory bytes = ask({QStringLiteral("bytes"), count});
    const Memory text = ask({QStringLiteral("text"), count});
    report.begin(QStringLiteral("Bytes a pending message, of %1").arg(count),
                 {{QString()},
                  {QStringLiteral("heap")},
                  {QStringLiteral("over")},
                  {QStringLiteral("resident")}});
    report.add({QStringLiteral("100 bytes"), bytes.heap, bytes.heap - 100, bytes.resident});
    report.add({QStringLiteral("text, 100 letters (200 bytes)"), text.heap, text.heap - 200,
                text.resident});
    report.note(QStringLiteral("\"Over\" counts all but the letters themselves: the message, its "
                               "place in the queue, the payload's own header, malloc's rounding."));
    report.show(Figure{.what = QStringLiteral("Memory of a pending message"),
                       .value = bytes.heap - 100,
                       .unit = QStringLiteral("B"),
                       .against = QStringLiteral("over its 100 bytes (heap, mallinfo2)"),
                       .direction = Figure::Target::AtMost,
                       .target = 200});
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    if (const QStringList role = Child::role(argc, argv); !role.isEmpty())
        return play(role);
    Report report(QStringLiteral("memory"),
                  QStringLiteral("What an object and a pending message weigh."));
    raiseFileLimit();
    weighObjects(report);
    weighMessages(report);
    return report.finish();
}
