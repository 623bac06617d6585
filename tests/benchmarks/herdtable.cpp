// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "herdtable.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>

#include <cstdio>

namespace Holdfast::Testing {

namespace {

double seconds(Duration duration) { return static_cast<double>(duration.count()) / 1000; }

//! "12.3", or a dash for what never came; with a mark when it is \a bad.
QByteArray cell(double value, bool bad = false)
{
    const QByteArray number = value < 0 ? QByteArray("never") : QByteArray::number(value, 'f', 2);
    return number + (bad || value < 0 ? '!' : ' ');
}

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

HerdTable::HerdTable(double mostBounds, double mostPeak)
    : m_mostBounds(mostBounds)
    , m_mostPeak(mostPeak)
{
    std::printf("Times in seconds from the server's return; /bound: in clients / capacity; peak: "
                "the busiest\nsecond after the first, in capacities. A ! is beyond the target: 99 "
                "%% within %.1f bounds, peak %.0f.\n",
                mostBounds, mostPeak);
}

void HerdTable::begin(const QString &title)
{
    m_title = title;
    std::printf("\n%s\n%-42s %8s %8s %8s %7s %7s %7s %9s %8s %6s\n", qPrintable(title), "", "half",
                "99 %", "all", "/bound", "peak", "down", "dials", "a client", "run s");
    std::fflush(stdout);
}

Outcome HerdTable::add(const QString &name, const Scenario &scenario)
{
    QElapsedTimer timer;
    timer.start();
    const Outcome outcome = Herd::run(scenario);
    const double took = static_cast<double>(timer.elapsed()) / 1000;
    const double inBounds = bounds(scenario, outcome);
    const double busiest = peak(scenario, outcome);
    std::printf("%-42s %8s %8s %8s %7s %7s %7s %9lld %8.1f %6.1f\n", qPrintable(name),
                cell(seconds(outcome.half)).constData(), cell(seconds(outcome.most)).constData(),
                cell(seconds(outcome.all)).constData(),
                cell(inBounds, inBounds > m_mostBounds).constData(),
                cell(busiest, busiest > m_mostPeak).constData(),
                cell(outcome.peakAfterLoss() / scenario.server.capacity).constData(),
                static_cast<long long>(outcome.dials),
                static_cast<double>(outcome.dials) / scenario.clients, took);
    if (outcome.broken > 0)
        std::printf("  broken %d times: %s\n", outcome.broken, qPrintable(outcome.firstBroken));
    std::fflush(stdout);

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

QByteArray HerdTable::json() const
{
    const QJsonObject all{{QStringLiteral("benchmark"), QStringLiteral("herd")},
                          {QStringLiteral("mostBounds"), m_mostBounds},
                          {QStringLiteral("mostPeak"), m_mostPeak},
                          {QStringLiteral("runs"), m_runs}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

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
