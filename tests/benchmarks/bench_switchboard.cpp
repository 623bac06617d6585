// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// What the heart of the hub takes for a message, by the size of the room, and what an idle session
// weighs. No sockets. usage: bench_switchboard

#include "benchmark.h"
#include "switchboard.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/quuid.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

constexpr Instant Now{std::chrono::hours(1)};

size_t bytesInUse()
{
#if defined(__GLIBC__)
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
#else
    return 0;
#endif
}

HubPolicy policy()
{
    HubPolicy policy;
    policy.announcesPresence = false;
    policy.maxClients = 1'000'000;
    return policy;
}

QString someWord() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

void arrive(Switchboard &board, ConnectionId from, ConnectionId through, const QJsonObject &profile)
{
    for (ConnectionId id = from; id <= through; ++id) {
        (void)board.connected(id, {}, Now);
        (void)board.received(
            id, Envelope::toText(Envelope::Hello{.producer = someWord(), .profile = profile}), Now);
    }
}

void messages(Report &report, int roomSize, int count, bool relaying = true)
{
    Switchboard board(policy(), someWord);
    board.setRelaying(relaying);
    arrive(board, 1, ConnectionId(roomSize), {});
    const QString producer = someWord();
    std::vector<QString> frames;
    for (quint64 number = 1; number <= quint64(count); ++number)
        frames.push_back(Envelope::toText(
            Envelope::ClientMessage{.key = producer + u'-' + QString::number(number),
                                    .number = number,
                                    .content = Envelope::Content(QJsonValue(QString(100, u'x')))}));
    size_t reactions = 0;
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < count; ++i) {
        reactions += board.received(1, frames[size_t(i)], Now).size();
        if (i % 50 == 49)
            reactions += board.turnEnded(Now).size();
    }
    const double micros = double(clock.nsecsElapsed()) / 1e3;
    report.add({QString(QString::number(roomSize)
                        % (relaying ? u" in the room" : u" in the room, not relayed")),
                micros / count, micros / double(reactions)});
}

void weight(Report &report, const QString &what, const QJsonObject &profile)
{
    constexpr int Count = 20'000;
    Switchboard board(policy(), someWord);
    arrive(board, 1, 1, profile);
    const size_t before = bytesInUse();
    arrive(board, 2, Count + 1, profile);
    const size_t online = bytesInUse();
    for (ConnectionId id = 2; id <= Count + 1; ++id)
        (void)board.disconnected(id, Now);
    const size_t away = bytesInUse();
    report.add({what, double(online - before) / Count, double(away - before) / Count});
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    Report report(QStringLiteral("switchboard"),
                  QStringLiteral("What a message takes in the heart of the hub, and what an idle "
                                 "session weighs."));
    const int part = report.isQuick() ? 20 : 1;
    report.begin(
        QStringLiteral("The hub's heart, without sockets: microseconds"),
        {{QString()}, {QStringLiteral("a message"), 2}, {QStringLiteral("a reaction"), 3}});
    messages(report, 1, 200'000 / part, false);
    messages(report, 1, 200'000 / part);
    messages(report, 10, 100'000 / part);
    messages(report, 100, 20'000 / part);
    messages(report, 2000, 2000 / part);
    report.begin(QStringLiteral("An idle session, bytes"),
                 {{QString()}, {QStringLiteral("online")}, {QStringLiteral("away")}});
    weight(report, QStringLiteral("without a profile"), {});
    weight(report, QStringLiteral("with a room and a name"),
           {{QStringLiteral("room"), QStringLiteral("lobby")},
            {QStringLiteral("name"), QStringLiteral("Ann Example")}});
    return report.finish();
}
