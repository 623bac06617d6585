// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// A connection that has nothing to do: how often does it wake the processor? A bare QWebSocket,
// Holdfast, and Holdfast with a queue on the disk, a process each, all at once.
// usage: bench_idle --help

#include "benchmark.h"
#include "child.h"
#include "reconnectingwebsocket.h"
#include "sink.h"

#include <QtCore/qabstracteventdispatcher.h>
#include <QtCore/qcoreapplication.h>
#include <QtCore/qdir.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qtemporarydir.h>
#include <QtCore/qtimer.h>
#include <QtWebSockets/qwebsocket.h>

#include <chrono>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace std::chrono_literals;

namespace {

constexpr qint64 Settling = 2'000; //!< ms after connecting that are not looked at

//! How often any thread of this process went to sleep of its own will, which is how often it was
//! woken.
qint64 sleeps()
{
    qint64 sum = 0;
    for (const QString &task : QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs)) {
        QFile file(u"/proc/self/task/" % task % u"/status");
        if (task.startsWith(u'.') || !file.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("voluntary_ctxt_switches:"))
                sum += line.simplified().split(' ').value(1).toLongLong();
        }
    }
    return sum;
}

//! Watches the event loop of this process for so long, then says what it saw and ends it.
class Watch
{
public:
    Watch(int milliseconds, qint64 heartbeat)
        : m_milliseconds(milliseconds)
        , m_heartbeat(heartbeat)
    {
    }
    void begin()
    {
        QTimer::singleShot(std::chrono::milliseconds(Settling), Qt::PreciseTimer,
                           QCoreApplication::instance(), [this] { look(); });
        m_clock.start();
    }

private:
    void look()
    {
        QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake,
                         QCoreApplication::instance(), [this] { wake(); });
        m_before = sleeps();
        QTimer::singleShot(std::chrono::milliseconds(m_milliseconds), Qt::PreciseTimer,
                           QCoreApplication::instance(), [this] { end(); });
    }
    void wake()
    {
        const qint64 now = m_clock.elapsed();
        if (m_wakes.empty() || now - m_wakes.back().second > 1000)
            m_wakes.emplace_back(now, now);
        m_wakes.back().second = now;
        ++m_all;
    }
    void end()
    {
        const qint64 slept = sleeps() - m_before - 1; // this very timer
        // What comes an interval after the last sign of life is a heartbeat, until it is answered.
        int heartbeats = 0;
        int others = 0;
        qint64 last = 0;
        for (const auto &[from, to] : m_wakes) {
            const bool isOurs = to >= Settling + m_milliseconds - 20;
            const bool isHeartbeat = m_heartbeat > 0 && from - last > m_heartbeat * 9 / 10
                && from - last < m_heartbeat * 11 / 10 + 1000;
            heartbeats += isHeartbeat ? 1 : 0;
            others += isHeartbeat || isOurs || from <= Settling + 20 ? 0 : 1;
            if (from > Settling + 20)
                last = from;
        }
        Child::say({{QStringLiteral("sleeps"), slept},
                    {QStringLiteral("turns"), m_all},
                    {QStringLiteral("heartbeats"), heartbeats},
                    {QStringLiteral("others"), others}});
        QCoreApplication::exit();
    }

    const int m_milliseconds;
    const qint64 m_heartbeat; //!< ms; 0: none
    QElapsedTimer m_clock;
    std::vector<std::pair<qint64, qint64>> m_wakes; //!< from, to: those within a second are one
    qint64 m_before = 0;
    int m_all = 0;
};

int play(const QStringList &role)
{
    const QUrl url(role.value(1));
    const int heartbeat = role.value(3).toInt();
    Watch watch(role.value(2).toInt(), role.constFirst() == u"bare" ? 0 : heartbeat);
    if (role.constFirst() == u"bare") {
        QWebSocket socket;
        socket.setProxy(QNetworkProxy::NoProxy);
        QObject::connect(&socket, &QWebSocket::connected, &socket, [&] { watch.begin(); });
        socket.open(url);
        return QCoreApplication::exec();
    }
    const QTemporaryDir disk;
    ReconnectingWebSocket socket;
    Policy policy;
    policy.heartbeatInterval = Duration(heartbeat);
    policy.stableAfter = 1s; // its end is news, and not idleness
    if (!socket.setPolicy(policy))
        return 1;
    socket.setProxy(QNetworkProxy::NoProxy);
    if (role.constFirst() == u"queue") {
        socket.setStorageFolder(disk.path());
        socket.setQueueName(QStringLiteral("bench"));
    }
    QObject::connect(&socket, &ReconnectingWebSocket::connected, &socket, [&] {
        socket.sendTextMessage(QStringLiteral("here I am"));
        watch.begin();
    });
    socket.open(url);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    if (const QStringList role = Child::role(argc, argv); !role.isEmpty())
        return play(role);
    Report report(QStringLiteral("idle"),
                  QStringLiteral("How often an idle connection wakes the processor."));
    const int seconds = report.isQuick() ? 10 : 60;
    const int heartbeat = report.isQuick() ? 4'000 : 25'000;
    Sink sink;
    const auto begin = [&](const QString &role) {
        return std::make_unique<Child>(QStringList{role, sink.url().toString(),
                                                   QString::number(seconds * 1000),
                                                   QString::number(heartbeat)});
    };
    const std::pair<QString, std::unique_ptr<Child>> children[]
        = {{QStringLiteral("QWebSocket"), begin(QStringLiteral("bare"))},
           {QStringLiteral("Holdfast"), begin(QStringLiteral("held"))},
           {QStringLiteral("with a queue on the disk"), begin(QStringLiteral("queue"))}};
    report.begin(QStringLiteral("Idle for %1 s, a heartbeat every %2 s; times a minute")
                     .arg(seconds)
                     .arg(heartbeat / 1000),
                 {{QString()},
                  {QStringLiteral("sleeps"), 1},
                  {QStringLiteral("loop turns"), 1},
                  {QStringLiteral("heartbeats"), 1},
                  {QStringLiteral("other wakes"), 1}});
    double worst = 0;
    for (const auto &[name, child] : children) {
        const QJsonObject found = child->result();
        if (found.isEmpty())
            qFatal("the child has found nothing");
        const auto aMinute
            = [&](const QString &key) { return found.value(key).toDouble() * 60 / seconds; };
        const double others = aMinute(QStringLiteral("others"));
        report.add({name, aMinute(QStringLiteral("sleeps")), aMinute(QStringLiteral("turns")),
                    aMinute(QStringLiteral("heartbeats")), others});
        worst = std::max(worst, others);
    }
    report.note(
        QStringLiteral("Sleeps: voluntary context switches of all threads, from /proc. A "
                       "heartbeat takes a few: the timer, once more through the event loop, "
                       "the answer. Other wakes: of the event loop, none of them a "
                       "heartbeat's."));
    report.show(Figure{.what = QStringLiteral("Idle wake-ups between heartbeats"),
                       .value = worst,
                       .unit = QStringLiteral("a minute"),
                       .against = QStringLiteral("%1 s of an idle connection").arg(seconds),
                       .direction = Figure::Target::AtMost,
                       .target = 0});
    return report.finish();
}
