// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "herd.h"

#include <algorithm>

namespace Holdfast::Testing {

using namespace std::chrono_literals;

namespace {

constexpr Instant LossAt(1h); // time enough for everybody's dial budget to be whole before
constexpr int LeastLatency = 10; // ms, one way
constexpr int LatencyRange = 90;
//! When Linux sends a SYN again, from the first on (RFC 6298: one second, doubled each time).
constexpr Duration KnockAgain[] = {1s, 3s, 7s, 15s, 31s};

void count(std::vector<int> &perSecond, size_t second)
{
    if (perSecond.size() <= second)
        perSecond.resize(second + 1);
    ++perSecond[second];
}

int peak(const std::vector<int> &perSecond, qint64 from)
{
    int most = 0;
    for (auto second = static_cast<size_t>(from); second < perSecond.size(); ++second)
        most = std::max(most, perSecond[second]);
    return most;
}

} // namespace

int Outcome::peakAfterReturn(const Scenario &scenario) const
{
    return peak(dialsPerSecond,
                std::chrono::ceil<std::chrono::seconds>(scenario.outage).count() + 1);
}

int Outcome::peakAfterLoss() const { return peak(dialsPerSecond, 1); }

Outcome Herd::run(const Scenario &scenario)
{
    Herd herd(scenario);
    const Instant end = LossAt + scenario.outage + scenario.horizon;
    while (herd.m_back < scenario.clients) {
        const auto next = herd.m_queue.take();
        if (!next || next->at > end)
            break;
        herd.m_now = next->at;
        herd.happen(*next);
    }
    for (quint32 i = 0; i < herd.m_clients.size(); ++i)
        herd.check(i);
    return herd.m_outcome;
}

Herd::Herd(const Scenario &scenario)
    : m_scenario(scenario)
    , m_server(scenario.server)
    , m_random(scenario.seed)
{
    m_farewell = judge(scenario.farewell, scenario.policy);
    m_refusal = judge({.kind = Ending::Kind::Refused}, scenario.policy);
    m_server.comeUp(LossAt + scenario.outage);
    m_clients.reserve(static_cast<size_t>(scenario.clients));
    for (int i = 0; i < scenario.clients; ++i) {
        m_clients.emplace_back(scenario.policy);
        settle(static_cast<quint32>(i));
    }
}

//! One who has been connected for an hour, and was heard of within the last heartbeat.
void Herd::settle(quint32 index)
{
    Client &client = m_clients[index];
    const Instant beginning = LossAt - 1h;
    client.connected = true;
    client.latency = static_cast<quint16>(LeastLatency + static_cast<int>(luck() * LatencyRange));
    (void)client.connection.handle(Event::Opened, beginning, 0);
    (void)client.connection.handle(Event::Ready, beginning, 0);
    const double beat = luck() * static_cast<double>(m_scenario.policy.heartbeatInterval.count());
    (void)client.connection.handle(Event::Answered,
                                   LossAt - Duration(static_cast<Duration::rep>(beat)), 0);
    m_queue.add({.at = LossAt + Duration(client.latency), .client = index, .kind = Coming::Loss});
}

void Herd::happen(const Coming &event)
{
    Client &client = m_clients[event.client]; // of Served it is nobody in particular
    const bool isPast = event.dial != client.dials;
    switch (event.kind) {
    case Coming::Loss:
        client.connected = false;
        perform(event.client,
                client.connection.handle({Event::Dropped, m_farewell}, m_now, luck()));
        break;
    case Coming::Deadline:
        if (client.connection.deadline() == m_now)
            perform(event.client, client.connection.handle(Event::Elapsed, m_now, luck()));
        break;
    case Coming::Knock:
        if (!isPast && client.dialling)
            knock(event);
        break;
    case Coming::Refusal:
        if (!isPast && client.dialling) {
            client.dialling = false;
            perform(event.client,
                    client.connection.handle({Event::Dropped, m_refusal}, m_now, luck()));
        }
        break;
    case Coming::Served: {
        const Caller caller = m_server.done();
        m_queue.add({.at = m_now + Duration(m_clients[caller.client].latency),
                     .client = caller.client,
                     .dial = caller.dial,
                     .kind = Coming::Welcome});
        serve();
        break;
    }
    case Coming::Welcome:
        if (!isPast && client.dialling)
            welcome(event.client);
        else
            ++m_outcome.wasted;
        break;
    case Coming::Answer:
        if (!isPast && client.connected)
            perform(event.client, client.connection.handle(Event::Answered, m_now, luck()));
        break;
    }
}

void Herd::perform(quint32 index, Command command)
{
    Client &client = m_clients[index];
    switch (command) {
    case Command::None:
        break;
    case Command::Dial:
        dial(index);
        break;
    case Command::Probe:
        m_queue.add({.at = m_now + 2 * Duration(client.latency),
                     .client = index,
                     .dial = client.dials,
                     .kind = Coming::Answer});
        break;
    case Command::HangUp:
        complain(index, "hung up, and nobody asked for it");
        break;
    case Command::Abandon:
        client.dialling = false;
        break;
    }
    arm(index);
    check(index);
}

void Herd::dial(quint32 index)
{
    Client &client = m_clients[index];
    if (client.dialling || client.connected)
        complain(index, "dialled while it had a connection or a dial");
    client.dialling = true;
    client.knocks = 0;
    client.met = false;
    ++client.dials;
    ++m_outcome.dials;
    m_outcome.mostDials = std::max(m_outcome.mostDials, static_cast<int>(client.dials));
    m_queue.add({.at = m_now + Duration(client.latency),
                 .client = index,
                 .dial = client.dials,
                 .kind = Coming::Knock});
}

//! A SYN arrives. A client that gave up in the meantime sends no more of them.
void Herd::knock(const Coming &event)
{
    Client &client = m_clients[event.client];
    ++m_outcome.knocks;
    meet(client);
    Coming next = event;
    switch (m_server.knock({.client = event.client, .dial = event.dial}, m_now)) {
    case Greeted::Refused:
        next.kind = Coming::Refusal;
        next.at = m_now + Duration(client.latency);
        break;
    case Greeted::Queued:
        serve();
        return;
    case Greeted::Ignored: {
        const Duration sent = client.knocks == 0 ? Duration(0) : KnockAgain[client.knocks - 1];
        if (client.knocks == std::size(KnockAgain))
            return;
        next.at = m_now + KnockAgain[client.knocks] - sent;
        break;
    }
    }
    ++client.knocks;
    m_queue.add(next);
}

void Herd::meet(Client &client)
{
    const bool isFirst = m_server.isUp(m_now) && !client.met;
    if (isFirst || client.knocks == 0)
        count(m_outcome.dialsPerSecond, second());
    if (isFirst)
        ++m_outcome.dialsAfterReturn;
    client.met = client.met || isFirst;
}

void Herd::serve()
{
    const auto isThere = [this](const Caller &caller) {
        const Client &client = m_clients[caller.client];
        return client.dialling && client.dials == caller.dial;
    };
    if (const auto done = m_server.serve(m_now, isThere))
        m_queue.add({.at = *done, .kind = Coming::Served});
}

void Herd::welcome(quint32 index)
{
    Client &client = m_clients[index];
    client.dialling = false;
    client.connected = true;
    perform(index, client.connection.handle(Event::Ready, m_now, luck()));
    count(m_outcome.connectsPerSecond, second());
    ++m_back;
    const Duration since = m_now - LossAt - m_scenario.outage;
    const qint64 clients = m_scenario.clients;
    if (m_outcome.half.count() < 0 && m_back >= (clients + 1) / 2)
        m_outcome.half = since;
    if (m_outcome.most.count() < 0 && m_back >= (99 * clients + 99) / 100)
        m_outcome.most = since;
    if (m_back == clients)
        m_outcome.all = since;
}

void Herd::arm(quint32 index)
{
    Client &client = m_clients[index];
    const auto deadline = client.connection.deadline();
    if (!deadline || *deadline == client.armed)
        return;
    client.armed = *deadline;
    m_queue.add({.at = *deadline, .client = index, .kind = Coming::Deadline});
}

//! What holds for everybody at any time: nobody is forgotten, and what we think of a client's
//! socket is what its machine thinks.
void Herd::check(quint32 index)
{
    const Client &client = m_clients[index];
    const ConnectionState state = client.connection.state();
    const auto deadline = client.connection.deadline();
    if (!deadline || *deadline < m_now)
        complain(index, "has nothing to wait for");
    if (client.dialling != (state == ConnectionState::Connecting)
        || client.connected != (state == ConnectionState::Connected))
        complain(index, "and its machine disagree on whether there is a connection");
}

void Herd::complain(quint32 index, const char *what)
{
    if (m_outcome.broken++ == 0)
        m_outcome.firstBroken = QStringLiteral("client %1 %2, %3 ms after the loss")
                                    .arg(index)
                                    .arg(QLatin1StringView(what))
                                    .arg((m_now - LossAt).count());
}

double Herd::luck() { return static_cast<double>(m_random() >> 11) * 0x1p-53; }

size_t Herd::second() const
{
    return static_cast<size_t>(std::chrono::floor<std::chrono::seconds>(m_now - LossAt).count());
}

} // namespace Holdfast::Testing
