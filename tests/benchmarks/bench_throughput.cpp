// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// One-way throughput of Holdfast, at least once with fences, against a bare QWebSocket in the same
// run. usage: bench_throughput [ROUNDS]   prints a table, and the same as JSON on the last line

#include "reconnectingwebsocket.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qsysinfo.h>
#include <QtCore/qthread.h>
#include <QtWebSockets/qwebsocket.h>
#include <QtWebSockets/qwebsocketserver.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

using namespace Holdfast;

namespace {

// Both producers keep memory bounded: the bare one by what the socket holds, at most what Holdfast
// lets it hold; the other by what is pending, which is more, because a message stays until its
// fence is back.
constexpr qint64 MostUnwritten = 1024 * 1024;
constexpr qint64 MostPending = 16 * 1024 * 1024;
constexpr int MostPendingMessages = 90'000;

//! Counts what arrives, on a thread of its own.
class Sink : public QObject
{
    Q_OBJECT

public:
    Q_INVOKABLE QUrl listen()
    {
        m_server
            = new QWebSocketServer(QStringLiteral("sink"), QWebSocketServer::NonSecureMode, this);
        m_server->listen(QHostAddress::LocalHost);
        connect(m_server, &QWebSocketServer::newConnection, this, [this] {
            QWebSocket *client = m_server->nextPendingConnection();
            connect(client, &QWebSocket::binaryMessageReceived, this, [this] {
                if (++m_count == m_expected)
                    Q_EMIT complete();
            });
            connect(client, &QWebSocket::disconnected, client, &QObject::deleteLater);
        });
        return m_server->serverUrl();
    }
    Q_INVOKABLE void expect(int count)
    {
        m_count = 0;
        m_expected = count;
    }

Q_SIGNALS:
    void complete();

private:
    QWebSocketServer *m_server = nullptr;
    int m_count = 0;
    int m_expected = 0;
};

struct Load
{
    int bytes;
    int messages;
};

class Bench
{
public:
    Bench()
    {
        m_sink.moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(&m_sink, "listen", Qt::BlockingQueuedConnection,
                                  Q_RETURN_ARG(QUrl, m_url));
    }
    ~Bench()
    {
        m_thread.quit();
        m_thread.wait();
    }

    //! Seconds until everything has arrived.
    double bare(const Load &load)
    {
        QWebSocket socket;
        return timed(
            load,
            [&](const std::function<void()> &ready) {
                QObject::connect(&socket, &QWebSocket::connected, &socket, ready);
                socket.open(m_url);
            },
            [&](const QByteArray &payload) {
                auto left = std::make_shared<int>(load.messages);
                const auto feed = [&socket, left, payload] {
                    while (*left > 0 && socket.bytesToWrite() < MostUnwritten) {
                        socket.sendBinaryMessage(payload);
                        --*left;
                    }
                };
                QObject::connect(&socket, &QWebSocket::bytesWritten, &socket, feed);
                feed();
            });
    }

    double holdfast(const Load &load)
    {
        ReconnectingWebSocket socket;
        return timed(
            load,
            [&](const std::function<void()> &ready) {
                QObject::connect(&socket, &ReconnectingWebSocket::connected, &socket, ready);
                socket.open(m_url);
            },
            [&](const QByteArray &payload) {
                auto left = std::make_shared<int>(load.messages);
                const auto feed = [&socket, left, payload] {
                    while (*left > 0 && socket.pendingByteCount() < MostPending
                           && socket.pendingMessageCount() < MostPendingMessages) {
                        socket.sendBinaryMessage(payload);
                        --*left;
                    }
                };
                QObject::connect(&socket, &ReconnectingWebSocket::pendingByteCountChanged, &socket,
                                 feed);
                feed();
            });
    }

private:
    template <typename Open, typename Send> double timed(const Load &load, Open open, Send send)
    {
        QMetaObject::invokeMethod(&m_sink, "expect", Qt::BlockingQueuedConnection,
                                  Q_ARG(int, load.messages));
        const QByteArray payload(load.bytes, 'x');
        QEventLoop loop;
        QElapsedTimer clock;
        double seconds = 0;
        QObject::connect(&m_sink, &Sink::complete, &loop, [&] {
            seconds = double(clock.nsecsElapsed()) / 1e9;
            loop.quit();
        });
        open([&] {
            clock.start();
            send(payload);
        });
        loop.exec();
        return seconds;
    }

    QThread m_thread;
    Sink m_sink;
    QUrl m_url;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 9;
    const Load loads[] = {{64, 1'000'000}, {1024, 300'000}, {4096, 80'000}, {65'536, 5'000}};

    std::printf("One-way throughput, messages/s, median of %d pairs; Qt %s, %s, %d cores\n\n",
                rounds, qVersion(), qPrintable(QSysInfo::currentCpuArchitecture()),
                QThread::idealThreadCount());
    std::printf("%10s %14s %14s %8s\n", "bytes", "QWebSocket", "Holdfast", "ratio");
    QJsonArray rows;
    Bench bench;
    for (const Load &load : loads) {
        std::vector<double> bare;
        std::vector<double> held;
        std::vector<double> ratios;
        bench.bare(load); // warm up
        for (int i = 0; i < rounds; ++i) {
            bare.push_back(bench.bare(load));
            held.push_back(bench.holdfast(load));
            ratios.push_back(bare.back() / held.back());
        }
        const double ratio = median(ratios);
        std::printf("%10d %14.0f %14.0f %7.0f%%\n", load.bytes, load.messages / median(bare),
                    load.messages / median(held), ratio * 100);
        std::fflush(stdout);
        rows.append(QJsonObject{{QStringLiteral("bytes"), load.bytes},
                                {QStringLiteral("bare"), load.messages / median(bare)},
                                {QStringLiteral("holdfast"), load.messages / median(held)},
                                {QStringLiteral("ratio"), ratio}});
    }
    std::printf("\n%s\n", QJsonDocument(rows).toJson(QJsonDocument::Compact).constData());
    return 0;
}

#include "bench_throughput.moc"
