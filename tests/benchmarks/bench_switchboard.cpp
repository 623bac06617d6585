// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// What the heart of the hub takes for a message, by the size of the room, and what an idle session
// weighs. No sockets. usage: bench_switchboard

#include "switchboard.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/quuid.h>

#include <cstdio>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

using namespace Holdfast;

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

void messages(int roomSize, int count, bool relaying = true)
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
    std::printf("%6d in the room%s: %8.2f us a message, %6.3f us a reaction\n", roomSize,
                relaying ? "" : ", not relayed", micros / count, micros / double(reactions));
    std::fflush(stdout);
}

void weight(const char *what, const QJsonObject &profile)
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
    std::printf("%s: %.0f bytes online, %.0f away\n", what, double(online - before) / Count,
                double(away - before) / Count);
}

} // namespace

int main()
{
    messages(1, 200'000, false);
    messages(1, 200'000);
    messages(10, 100'000);
    messages(100, 20'000);
    messages(2000, 2000);
    weight("An idle session without a profile", {});
    weight("With a room and a name",
           {{QStringLiteral("room"), QStringLiteral("lobby")},
            {QStringLiteral("name"), QStringLiteral("Ann Example")}});
    return 0;
}
