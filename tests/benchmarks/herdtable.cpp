// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "herdtable.h"

#include <QtCore/qelapsedtimer.h>
#include <cstdio>

namespace Holdfast::Testing {

namespace {

double seconds(Duration duration) { return static_cast<double>(duration.count()) / 1000; }

QJsonValue cell(double value) { return value < 0 ? QJsonValue() : QJsonValue(value); }

QJsonObject describe(const Scenario &scenario)
{
    const Backoff &backoff = scenario.policy.backoff;
    return {{QStringLiteral("clients"), scenario.clients},
            {QStringLiteral("capacity"), scenario.server.capacity},
            {QStringLiteral("backlog"), scenario.server.backlog},
            {QStringLiteral("overflowRefused"), scenario.server.overflow == Greeted::Refused},
            {QStringLiteral("refusedWhileDown"), scenario.server.whileDown == Greeted::Refused},
            {QStringLiteral("abandonedCostNothing"), scenario.server.gone == Gone::CostsNothing},
            {QStringLiteral("outage"), seconds(scenario.outage)},
            {QStringLiteral("closeCode"), scenario.farewell.closeCode},
            {QStringLiteral("advice"), scenario.farewell.reason},
            {QStringLiteral("jitter"), static_cast<int>(backoff.jitter)},
            {QStringLiteral("base"), seconds(backoff.base)},
            {QStringLiteral("factor"), backoff.factor},
            {QStringLiteral("cap"), seconds(backoff.cap)},
            {QStringLiteral("seed"), static_cast<qint64>(scenario.seed)}};
}

QJsonArray arrayOf(const std::vector<int> &numbers)
{
    QJsonArray array;
    for (const int number : numbers)
        array.append(number);
    return array;
}

} // namespace

HerdTable::HerdTable(Report &report, double mostBounds, double mostPeak)
    : m_report(report)
    , m_mostBounds(mostBounds)
    , m_mostPeak(mostPeak)
{
    std::printf("Times in seconds from the server's return; /bound: in clients / capacity; peak: "
                "the busiest\nsecond after the first, in capacities. A ! is beyond the target: 99 "
                "%% within %.1f bounds, peak %.0f; – is never.\n",
                mostBounds, mostPeak);
}

void HerdTable::begin(const QString &title)
{
    m_title = title;
    m_report.begin(title,
                   {{QString()},
                    {QStringLiteral("half"), 2},
                    {QStringLiteral("99 %"), 2},
                    {QStringLiteral("all"), 2},
                    {QStringLiteral("/bound"), 2, m_mostBounds},
                    {QStringLiteral("peak"), 2, m_mostPeak},
                    {QStringLiteral("down"), 2},
                    {QStringLiteral("dials")},
                    {QStringLiteral("a client"), 1},
                    {QStringLiteral("run s"), 1}});
}

Outcome HerdTable::add(const QString &name, const Scenario &scenario)
{
    QElapsedTimer timer;
    timer.start();
    const Outcome outcome = Herd::run(scenario);
    const double took = static_cast<double>(timer.elapsed()) / 1000;
    const double inBounds = bounds(scenario, outcome);
    const double busiest = peak(scenario, outcome);
    m_report.add({name, cell(seconds(outcome.half)), cell(seconds(outcome.most)),
                  cell(seconds(outcome.all)), cell(inBounds), busiest,
                  outcome.peakAfterLoss() / scenario.server.capacity, outcome.dials,
                  static_cast<double>(outcome.dials) / scenario.clients, took});
    if (outcome.broken > 0)
        std::printf("  broken %d times: %s\n", outcome.broken, qPrintable(outcome.firstBroken));

    QJsonObject run = describe(scenario);
    run[QStringLiteral("table")] = m_title;
    run[QStringLiteral("name")] = name;
    run[QStringLiteral("half")] = seconds(outcome.half);
    run[QStringLiteral("most")] = seconds(outcome.most);
    run[QStringLiteral("all")] = seconds(outcome.all);
    run[QStringLiteral("bounds")] = inBounds;
    run[QStringLiteral("peak")] = busiest;
    run[QStringLiteral("peakDown")] = outcome.peakAfterLoss() / scenario.server.capacity;
    run[QStringLiteral("dials")] = outcome.dials;
    run[QStringLiteral("dialsAfterReturn")] = outcome.dialsAfterReturn;
    run[QStringLiteral("mostDials")] = outcome.mostDials;
    run[QStringLiteral("knocks")] = outcome.knocks;
    run[QStringLiteral("wasted")] = outcome.wasted;
    run[QStringLiteral("dialsPerSecond")] = arrayOf(outcome.dialsPerSecond);
    run[QStringLiteral("connectsPerSecond")] = arrayOf(outcome.connectsPerSecond);
    m_runs.append(run);
    return outcome;
}

void HerdTable::finish() { m_report.attach(QStringLiteral("runs"), m_runs); }

double HerdTable::bounds(const Scenario &scenario, const Outcome &outcome)
{
    return outcome.most.count() < 0
        ? -1
        : seconds(outcome.most) * scenario.server.capacity / scenario.clients;
}

double HerdTable::peak(const Scenario &scenario, const Outcome &outcome)
{
    return outcome.peakAfterReturn(scenario) / scenario.server.capacity;
}

} // namespace Holdfast::Testing
