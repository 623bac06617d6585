// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// One-way throughput of Holdfast against a bare QWebSocket in the same run; client and server are a
// thread each. Plain, with fences and with "the kernel has it" for a proof, to a server that
// counts; and the envelope protocol to a hub. usage: bench_throughput --help

#include "benchmark.h"
#include "envelopeprotocol.h"
#include "hub.h"
#include "plainprotocol.h"
#include "reconnectingwebsocket.h"
#include "sink.h"
#include "svgchart.h"

#include <QtCore/qcoreapplication.h>
#include <QtWebSockets/qwebsocket.h>
#include <QtWebSockets/qwebsockethandshakeoptions.h>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

// The bare producer has at most a MiB in the socket, what Holdfast lets it hold; ours is kept
// within this, which is more, because a message stays until its fence is back.
constexpr qint64 MostPending = 16LL * 1024 * 1024;
constexpr int MostPendingMessages = 90'000;
constexpr qint64 MostUnwritten = 1024LL * 1024;

//! A hub that hands nothing on; only its acceptance counts.
class HubSink : public Counter
{
public:
    HubSink()
    {
        there([this] {
            m_hub = std::make_unique<Hub>();
            HubPolicy policy;
            policy.announcesPresence = false;
            m_hub->setPolicy(policy);
            m_hub->setRelaying(false);
            connect(m_hub.get(), &Hub::messageReceived, this, [this] { count(); });
            if (!m_hub->listen(QHostAddress::LocalHost))
                qFatal("the hub cannot listen");
            m_url = m_hub->serverUrl();
        });
    }
    ~HubSink() override
    {
        end([this] { m_hub.reset(); });
    }
    [[nodiscard]] QUrl url() const override { return m_url; }

private:
    std::unique_ptr<Hub> m_hub;
    QUrl m_url;
};

struct Load
{
    int bytes;
    int messages; //!< to the sink
    int envelopes; //!< to the hub
};

using Send = std::function<void(ReconnectingWebSocket &)>;

double sendHeld(Counter &to, std::unique_ptr<Protocol> protocol, int count, const Send &send)
{
    ReconnectingWebSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.setProtocol(std::move(protocol));
    int left = count;
    const auto feed = [&] {
        while (left > 0 && socket.pendingByteCount() < MostPending
               && socket.pendingMessageCount() < MostPendingMessages) {
            send(socket);
            --left;
        }
    };
    return timeUntilComplete(to, count, [&](const std::function<void()> &begins) {
        QObject::connect(&socket, &ReconnectingWebSocket::connected, &socket, [&, begins] {
            begins();
            QObject::connect(&socket, &ReconnectingWebSocket::pendingByteCountChanged, &socket,
                             feed);
            feed();
        });
        socket.open(to.url());
    });
}

double sendPlain(Counter &to, DeliveryProof proof, const Load &load)
{
    auto protocol = std::make_unique<PlainProtocol>();
    protocol->setDeliveryProof(proof);
    const QByteArray payload(load.bytes, 'x');
    return sendHeld(to, std::move(protocol), load.messages,
                    [&](ReconnectingWebSocket &socket) { socket.sendBinaryMessage(payload); });
}

double sendEnvelopes(Counter &to, const Load &load)
{
    const QString payload(load.bytes, u'x');
    return sendHeld(to, std::make_unique<EnvelopeProtocol>(), load.envelopes,
                    [&](ReconnectingWebSocket &socket) { socket.sendTextMessage(payload); });
}

//! A bare QWebSocket that speaks to the hub: it says hello, and writes frames without looking at
//! the answers.
double sendFrames(Counter &to, const Load &load)
{
    static int producers = 0;
    const QString producer = QStringLiteral("bare-%1").arg(++producers);
    const QString tail = u",\"payload\":\"" % QString(load.bytes, u'x') % u"\"}";
    QWebSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    int sent = 0;
    const auto feed = [&] {
        while (sent < load.envelopes && socket.bytesToWrite() < MostUnwritten) {
            const QString number = QString::number(++sent);
            socket.sendTextMessage(u"{\"type\":\"message\",\"id\":\"" % producer % u'-' % number
                                   % u"\",\"number\":" % number % tail);
        }
    };
    return timeUntilComplete(to, load.envelopes, [&](const std::function<void()> &begins) {
        QObject::connect(&socket, &QWebSocket::connected, &socket, [&] {
            socket.sendTextMessage(
                QStringLiteral(R"({"type":"hello","producer":"%1","session":null,"cursor":null})")
                    .arg(producer));
        });
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket,
                         [&, begins](const QString &text) {
                             if (!text.contains(QStringLiteral("\"welcome\"")))
                                 return;
                             begins();
                             QObject::connect(&socket, &QWebSocket::bytesWritten, &socket, feed);
                             feed();
                         });
        QWebSocketHandshakeOptions options;
        options.setSubprotocols({QStringLiteral("holdfast.v1.json")});
        socket.open(QNetworkRequest(to.url()), options);
    });
}

//! Rates and ratios of one way to send against another.
struct Comparison
{
    std::vector<double> bare;
    std::vector<double> fenced;
    std::vector<double> written;
    std::vector<double> frames;
    std::vector<double> envelopes;
};

double medianRatio(const std::vector<double> &bare, const std::vector<double> &held)
{
    std::vector<double> ratios;
    for (std::size_t i = 0; i < bare.size(); ++i)
        ratios.push_back(bare[i] / held[i] * 100);
    return median(ratios);
}

Comparison compare(const Load &load, int rounds)
{
    Sink sink;
    HubSink hub;
    Comparison times;
    (void)sendBare(sink, QByteArray(load.bytes, 'x'), load.messages); // warms up
    for (int i = 0; i < rounds; ++i) {
        times.bare.push_back(sendBare(sink, QByteArray(load.bytes, 'x'), load.messages));
        times.fenced.push_back(sendPlain(sink, DeliveryProof::Fence, load));
        times.written.push_back(sendPlain(sink, DeliveryProof::Written, load));
        times.frames.push_back(sendFrames(hub, load));
        times.envelopes.push_back(sendEnvelopes(hub, load));
    }
    return times;
}

double targetOf(int bytes) { return bytes >= 4096 ? 95 : bytes >= 1024 ? 85 : 60; }

QString sizeOf(int bytes)
{
    return bytes < 1024 ? QStringLiteral("%1 B").arg(bytes)
                        : QStringLiteral("%1 KiB").arg(bytes / 1024);
}

void show(Report &report, const Load &load, const Comparison &times)
{
    const auto bare = [](const char *words, double rate) {
        return QString::fromLatin1(words).arg(rate, 0, 'f', 0);
    };
    report.show(
        Figure{.what = QStringLiteral("Throughput, %1, with fences").arg(sizeOf(load.bytes)),
               .value = medianRatio(times.bare, times.fenced),
               .unit = QStringLiteral("%"),
               .against = bare("of a bare QWebSocket (%L1/s)", load.messages / median(times.bare)),
               .direction = Figure::Target::AtLeast,
               .target = targetOf(load.bytes)});
    report.show(Figure{.what = QStringLiteral("Throughput, %1, envelope").arg(sizeOf(load.bytes)),
                       .value = medianRatio(times.frames, times.envelopes),
                       .unit = QStringLiteral("%"),
                       .against = bare("of a bare QWebSocket that writes the same frames to the "
                                       "same hub, blindly (%L1/s)",
                                       load.envelopes / median(times.frames))});
}

//! Per cent by bytes.
class Plot
{
public:
    void add(int bytes, const Comparison &times)
    {
        m_fenced.emplace_back(bytes, medianRatio(times.bare, times.fenced));
        m_written.emplace_back(bytes, medianRatio(times.bare, times.written));
        m_enveloped.emplace_back(bytes, medianRatio(times.frames, times.envelopes));
    }
    [[nodiscard]] SvgChart chart() const
    {
        SvgChart chart(QStringLiteral("One-way throughput of Holdfast, by the size of a message"),
                       {.label = QStringLiteral("bytes a message"),
                        .from = 64,
                        .to = 65'536,
                        .logarithmic = true},
                       {.label = QStringLiteral("% of a bare QWebSocket"), .to = 120});
        chart.addLine(QStringLiteral("with fences"), m_fenced);
        chart.addLine(QStringLiteral("written is delivered"), m_written);
        chart.addLine(QStringLiteral("envelope, to the hub"), m_enveloped);
        chart.addLevel(QStringLiteral("bare QWebSocket"), 100);
        return chart;
    }

private:
    std::vector<QPointF> m_fenced;
    std::vector<QPointF> m_written;
    std::vector<QPointF> m_enveloped;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    Report report(QStringLiteral("throughput"),
                  QStringLiteral("One-way throughput against a bare QWebSocket in the same run."));
    const int rounds = report.rounds(9);
    report.begin(QStringLiteral("One way, messages per second, and the part of the bare socket's; "
                                "medians of %1")
                     .arg(rounds),
                 {{QStringLiteral("bytes")},
                  {QStringLiteral("QWebSocket")},
                  {QStringLiteral("fences")},
                  {QStringLiteral("fences %"), 1},
                  {QStringLiteral("written %"), 1},
                  {QStringLiteral("bare to hub")},
                  {QStringLiteral("envelope")},
                  {QStringLiteral("envelope %"), 1}});
    Plot plot;
    for (Load load : {Load{64, 1'000'000, 100'000}, Load{1024, 300'000, 60'000},
                      Load{4096, 80'000, 20'000}, Load{65'536, 5'000, 2'000}}) {
        if (report.isQuick()) {
            load.messages /= 20;
            load.envelopes /= 20;
        }
        const Comparison times = compare(load, rounds);
        report.add({load.bytes, load.messages / median(times.bare),
                    load.messages / median(times.fenced), medianRatio(times.bare, times.fenced),
                    medianRatio(times.bare, times.written), load.envelopes / median(times.frames),
                    load.envelopes / median(times.envelopes),
                    medianRatio(times.frames, times.envelopes)});
        plot.add(load.bytes, times);
        show(report, load, times);
    }
    report.note(QStringLiteral("\"Bare to hub\" writes the same frames and ignores the answers; "
                               "\"envelope %\" is against that."));
    report.plot(plot.chart(), QStringLiteral("bench-throughput"));
    return report.finish();
}
