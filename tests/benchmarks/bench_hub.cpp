// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// A hub under load; the hub and the load are a process each.
// usage: bench_hub --help

#include "benchmark.h"
#include "hub.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qfile.h>
#include <QtCore/qprocess.h>
#include <QtCore/qsocketnotifier.h>
#include <QtCore/qtimer.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtWebSockets/qwebsocket.h>
#include <QtWebSockets/qwebsockethandshakeoptions.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <memory>
#include <vector>

#include <unistd.h>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace std::chrono_literals;

namespace {

qint64 nowNs()
{
    return std::chrono::steady_clock::now().time_since_epoch() / 1ns; // the same in both processes
}

//! The hub's process: obeys lines on stdin, answers each with one.
class Served : public QObject
{
    Q_OBJECT

public:
    Served()
        : m_input(STDIN_FILENO, QSocketNotifier::Read)
    {
        std::setvbuf(stdin, nullptr, _IONBF, 0); // a line that waits in it would not be noticed
        HubPolicy policy;
        policy.maxClients = 100'000;
        policy.announcesPresence = false;
        m_hub.setPolicy(policy);
        connect(&m_hub, &Hub::messageReceived, this, [this] { ++m_received; });
        connect(&m_input, &QSocketNotifier::activated, this, [this] { obey(); });
        connect(&m_tick, &QTimer::timeout, this, [this] {
            m_worst = std::max(m_worst, m_clock.nsecsElapsed());
            m_clock.restart();
        });
        m_clock.start();
        m_tick.setTimerType(Qt::PreciseTimer);
        m_tick.start(1);
        const bool listens = m_hub.listen(QHostAddress::LocalHost);
        say(listens ? m_hub.serverUrl().toString() : QString());
    }

private:
    static void say(const QString &line)
    {
        std::printf("%s\n", qPrintable(line));
        std::fflush(stdout);
    }
    void obey()
    {
        char line[200];
        if (!std::fgets(line, sizeof line, stdin))
            return QCoreApplication::quit();
        const QList<QByteArray> words = QByteArray(line).trimmed().split(' ');
        if (words.at(0) == "relay")
            m_hub.setRelaying(words.at(1) == "1");
        else if (words.at(0) == "publish")
            m_hub.publish(QString::fromLatin1(words.at(1)), QString::number(nowNs()));
        else if (words.at(0) == "report")
            say(QStringLiteral("%1 %2")
                    .arg(std::exchange(m_received, 0))
                    .arg(std::exchange(m_worst, 0)));
    }

    Hub m_hub;
    QSocketNotifier m_input;
    QTimer m_tick;
    QElapsedTimer m_clock;
    qint64 m_worst = 0; //!< between two ticks that are a millisecond apart
    qint64 m_received = 0;
};

//! One client: as little as the protocol allows.
class Talker : public QWebSocket
{
    Q_OBJECT

public:
    Talker(const QUrl &url, int number, int room)
        : m_producer(QStringLiteral("bench-%1").arg(number))
    {
        setProxy(QNetworkProxy::NoProxy);
        connect(this, &QWebSocket::connected, this, [this, room] {
            sendTextMessage(QStringLiteral(R"({"type":"hello","producer":"%1","session":null,)"
                                           R"("cursor":null,"profile":{"room":"%2"}})")
                                .arg(m_producer)
                                .arg(room));
        });
        connect(this, &QWebSocket::textMessageReceived, this, &Talker::hear);
        connect(this, &QWebSocket::disconnected, this, [this] {
            std::fprintf(stderr, "closed: %d %s\n", closeCode(), qPrintable(closeReason()));
            Q_EMIT lost();
        });
        QWebSocketHandshakeOptions options;
        options.setSubprotocols({QStringLiteral("holdfast.v1.json")});
        open(QNetworkRequest(url), options);
    }
    //! QWebSocket says that it is disconnected as it dies, when our members are gone already.
    ~Talker() override { disconnect(this); }

    void speak()
    {
        sendTextMessage(QStringLiteral(R"({"type":"message","id":"%1-%2","number":%2,)"
                                       R"("payload":"%3"})")
                            .arg(m_producer)
                            .arg(++m_number)
                            .arg(nowNs()));
    }

Q_SIGNALS:
    void welcome();
    void event(qint64 latencyNs);
    void lost();

private:
    void hear(const QString &text)
    {
        static const QString Payload = QStringLiteral("\"payload\":\"");
        if (const qsizetype at = text.indexOf(Payload); at >= 0) {
            const qsizetype begin = at + Payload.size();
            const QStringView stamp
                = QStringView(text).mid(begin, text.indexOf(u'"', begin) - begin);
            Q_EMIT event(nowNs() - stamp.toLongLong());
        } else if (text.contains(QStringLiteral("\"welcome\""))) {
            Q_EMIT welcome();
        }
    }

    QString m_producer;
    quint64 m_number = 0;
};

struct Usage
{
    qint64 rssBytes = 0;
    double cpuSeconds = 0;
};

Usage usageOf(qint64 pid)
{
    Usage usage;
    QFile memory(QStringLiteral("/proc/%1/statm").arg(pid));
    if (memory.open(QIODevice::ReadOnly))
        usage.rssBytes = memory.readAll().split(' ').value(1).toLongLong() * ::getpagesize();
    QFile time(QStringLiteral("/proc/%1/stat").arg(pid));
    if (time.open(QIODevice::ReadOnly)) {
        const QByteArray all = time.readAll();
        const QList<QByteArray> words = all.mid(all.lastIndexOf(')') + 2).split(' ');
        usage.cpuSeconds = double(words.value(11).toLongLong() + words.value(12).toLongLong())
            / double(::sysconf(_SC_CLK_TCK));
    }
    return usage;
}

class Bench
{
public:
    Bench(int clients, int rate, int seconds)
        : m_clientCount(clients)
        , m_rate(rate)
        , m_seconds(seconds)
    {
        m_child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--hub")});
        m_url = QUrl(ask({}));
    }
    ~Bench()
    {
        disconnectAll();
        m_child.closeWriteChannel();
        m_child.waitForFinished();
    }

    //! All connect; a room for each \a roomSize. Returns the memory of one, in the hub.
    double connectAll(int roomSize)
    {
        const Usage before = usageOf(m_child.processId());
        QElapsedTimer clock;
        clock.start();
        int welcome = 0;
        for (int i = 0; i < m_clientCount; ++i) {
            Talker *talker
                = m_talkers.emplace_back(std::make_unique<Talker>(m_url, ++m_made, i / roomSize))
                      .get();
            QObject::connect(talker, &Talker::welcome, talker, [&welcome] { ++welcome; });
            QObject::connect(talker, &Talker::event, talker, [this](qint64 latency) {
                if (m_latencies.size() < MaxSamples)
                    m_latencies.push_back(latency);
                ++m_events;
            });
            QObject::connect(talker, &Talker::lost, talker, [this] { ++m_lost; });
        }
        until([&] { return welcome == m_clientCount; });
        std::fprintf(stderr, "%d clients connected in %.2f s\n", welcome,
                     double(clock.elapsed()) / 1000);
        until({}, 1000);
        return double(usageOf(m_child.processId()).rssBytes - before.rssBytes) / m_clientCount;
    }
    void disconnectAll()
    {
        for (const auto &talker : m_talkers)
            talker->disconnect();
        m_talkers.clear();
        until({}, 500);
    }

    //! The clients speak in turn, at the rate; each is heard by its room, if the hub relays.
    void load(Report &out, int roomSize)
    {
        tell(roomSize > 0 ? "relay 1" : "relay 0");
        ask("report");
        m_latencies.clear();
        m_events = 0;
        const Usage before = usageOf(m_child.processId());
        QElapsedTimer clock;
        clock.start();
        qint64 spoken = 0;
        QTimer tick;
        tick.setTimerType(Qt::PreciseTimer);
        QObject::connect(&tick, &QTimer::timeout, &tick, [&] {
            const qint64 due
                = std::min<qint64>(clock.elapsed(), m_seconds * 1000LL) * m_rate / 1000;
            for (; spoken < due; ++spoken)
                m_talkers[std::size_t(spoken * 7919 % m_clientCount)]->speak();
        });
        tick.start(1);
        until({}, m_seconds * 1000);
        tick.stop();
        const qint64 expected = spoken * roomSize;
        until([&] { return m_events >= expected; }, 20'000);
        const double took = double(clock.elapsed()) / 1000;
        const Usage after = usageOf(m_child.processId());
        const QList<QByteArray> report = ask("report").toLatin1().split(' ');
        std::vector<double> ms;
        for (const qint64 latency : m_latencies)
            ms.push_back(double(latency) / 1e6);
        out.add({roomSize, double(spoken) / took, report.value(0).toLongLong(),
                 double(m_events) / took, (after.cpuSeconds - before.cpuSeconds) / took * 100,
                 percentile(ms, 0.5), percentile(ms, 0.99), percentile(ms, 1),
                 report.value(1).toDouble() / 1e6, m_lost});
    }

    //! One event for a room in which all are; what it costs, ms, and how long the hub's loop was
    //! blocked.
    void broadcast(Report &out)
    {
        constexpr int Rounds = 20;
        std::vector<double> blocks;
        const Usage before = usageOf(m_child.processId());
        for (int i = 0; i < Rounds; ++i) {
            ask("report");
            m_events = 0;
            tell("publish 0");
            until([&] { return m_events == m_clientCount; });
            blocks.push_back(ask("report").section(u' ', 1).toDouble() / 1e6);
        }
        const double cpu = usageOf(m_child.processId()).cpuSeconds - before.cpuSeconds;
        out.begin(QStringLiteral("One event for all of them"),
                  {{QString()}, {QStringLiteral("ms"), 2}});
        out.add({QStringLiteral("the hub's CPU"), cpu * 1000 / Rounds});
        out.add({QStringLiteral("its loop is blocked, median"), median(blocks)});
        out.add({QStringLiteral("worst of %1").arg(Rounds), percentile(blocks, 1)});
    }

private:
    static constexpr std::size_t MaxSamples = 5'000'000;

    void tell(const char *line)
    {
        m_child.write(QByteArray(line) + '\n');
        m_child.waitForBytesWritten();
    }
    QString ask(const char *line)
    {
        if (line)
            tell(line);
        while (!m_child.canReadLine() && m_child.waitForReadyRead()) { }
        return QString::fromLatin1(m_child.readLine()).trimmed();
    }
    static void until(const std::function<bool()> &done, int most = 60'000)
    {
        const QDeadlineTimer deadline(most);
        QTimer look;
        look.start(5);
        while (!(done && done()) && !deadline.hasExpired())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    const int m_clientCount;
    const int m_rate;
    const int m_seconds;
    QProcess m_child;
    QUrl m_url;
    std::vector<std::unique_ptr<Talker>> m_talkers;
    std::vector<qint64> m_latencies;
    qint64 m_events = 0;
    int m_lost = 0;
    int m_made = 0; //!< talkers, each with numbers of its own
};

} // namespace

int main(int argc, char *argv[])
{
    raiseFileLimit();
    qputenv("QT_NO_GLIB", "1"); // as holdfast-hub
    QCoreApplication app(argc, argv);
    if (argc > 1 && QByteArrayView(argv[1]) == "--hub") {
        const Served served;
        return QCoreApplication::exec();
    }
    const auto option = [](const char *name, const char *what, const char *standard) {
        return QCommandLineOption(QString::fromLatin1(name), QString::fromLatin1(what),
                                  QStringLiteral("number"), QString::fromLatin1(standard));
    };
    Report report(QStringLiteral("hub"), QStringLiteral("A hub under load."),
                  {option("clients", "How many, in rooms of 2, 5 and 10.", "2000"),
                   option("rate", "Messages a second, of all together.", "20000"),
                   option("seconds", "How long each.", "5")});
    const auto number = [&](const QString &name) {
        return std::max(1, report.arguments().value(name).toInt() / (report.isQuick() ? 10 : 1));
    };
    const int clients = (number(QStringLiteral("clients")) + 9) / 10 * 10; // whole rooms
    Bench bench(clients, number(QStringLiteral("rate")), number(QStringLiteral("seconds")));

    report.begin(QStringLiteral("%1 clients at a hub").arg(clients),
                 {{QString()}, {QStringLiteral("KiB"), 1}});
    report.add({QStringLiteral("the hub's memory for one that is idle"),
                bench.connectAll(clients) / 1024});
    bench.broadcast(report);
    report.begin(QStringLiteral("They speak in turn, and each is heard by its room"),
                 {{QStringLiteral("room")},
                  {QStringLiteral("in/s")},
                  {QStringLiteral("accepted")},
                  {QStringLiteral("out/s")},
                  {QStringLiteral("CPU %")},
                  {QStringLiteral("p50 ms"), 2},
                  {QStringLiteral("p99 ms"), 2},
                  {QStringLiteral("max ms"), 2},
                  {QStringLiteral("block ms"), 2},
                  {QStringLiteral("lost")}});
    bench.load(report, 0);
    for (const int roomSize : {2, 5, 10}) {
        bench.disconnectAll();
        bench.connectAll(roomSize);
        bench.load(report, roomSize);
    }
    return report.finish();
}

#include "bench_hub.moc"
