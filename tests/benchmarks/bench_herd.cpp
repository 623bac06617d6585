// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// A server with many clients goes away and comes back: who returns when, and what that costs it.
// The clients are real (lib/core/connection.h), time, network and server are not
// (tests/simulation/herd). The figures depend on the seed only. usage: bench_herd --help

#include "herd.h"
#include "herdtable.h"
#include "svgchart.h"

#include <QtCore/qcoreapplication.h>

#include <cstdio>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace std::chrono_literals;

namespace {

constexpr double MostBounds = 1.6; // what the issue asks for: 99 % are back within so many bounds
constexpr double MostPeak = 3; // and no second has more dials than this many times the capacity

const std::pair<Jitter, const char *> Jitters[] = {{Jitter::Full, "full"},
                                                   {Jitter::Equal, "equal"},
                                                   {Jitter::Proportional, "proportional"},
                                                   {Jitter::None, "none"}};

QString ofSeconds(double seconds)
{
    return QString::number(seconds, 'g', 3) + QStringLiteral(" s");
}

//! So many clients, and a server that can take them all in \a bound; its backlog is \a backlog of
//! work.
Scenario scenarioOf(int clients, Duration bound = 25s, Duration backlog = 1s)
{
    Scenario scenario;
    scenario.clients = clients;
    scenario.server.capacity = clients * 1000. / static_cast<double>(bound.count());
    scenario.server.backlog = std::max(
        1,
        static_cast<int>(scenario.server.capacity * static_cast<double>(backlog.count()) / 1000));
    scenario.server.overflow = Greeted::Refused;
    return scenario;
}

//! As the hub's drain() says it.
Ending restart(Duration retryAfter, Duration spread)
{
    return {.kind = Ending::Kind::CloseFrame,
            .closeCode = 4001,
            .reason = QStringLiteral(R"({"retryAfter":%1,"spread":%2})")
                          .arg(retryAfter.count())
                          .arg(spread.count())};
}

class Bench
{
public:
    Bench(Report &report, int clients, quint64 seed)
        : m_report(report)
        , m_clients(clients)
        , m_seed(seed)
    {
    }

    void run()
    {
        jitters();
        bounds();
        caps();
        collapse();
        sizes();
        m_table.finish();
        m_report.plot(m_arrivals, QStringLiteral("herd-arrivals"));
        m_report.plot(m_recovery, QStringLiteral("herd-recovery"));
        m_report.plot(m_bounds, QStringLiteral("herd-bounds"));
    }

private:
    Outcome add(const QString &name, Scenario scenario)
    {
        scenario.seed = m_seed;
        return m_table.add(name, scenario);
    }
    void jitters();
    void draw(const QString &name, const Scenario &scenario, const Outcome &outcome);
    void bounds();
    void caps();
    void collapse();
    void sizes();
    void show(const Scenario &scenario);

    Report &m_report;
    const int m_clients;
    const quint64 m_seed;
    HerdTable m_table{m_report, MostBounds, MostPeak};
    SvgChart m_arrivals{QStringLiteral("Dials per second, by jitter (server down for 20 s)"),
                        {.label = QStringLiteral("seconds since the loss"), .to = 80},
                        {.label = QStringLiteral("dials per second, of its capacity"),
                         .from = 0.1,
                         .to = 100,
                         .logarithmic = true}};
    SvgChart m_recovery{QStringLiteral("How many are back (server down for 20 s)"),
                        {.label = QStringLiteral("seconds since the server's return"), .to = 60},
                        {.label = QStringLiteral("% connected"), .to = 100}};
    SvgChart m_bounds{
        QStringLiteral("The defaults, by the server's capacity"),
        {.label = QStringLiteral("capacity bound, s (clients / connections per second)"),
         .from = 5,
         .to = 200,
         .logarithmic = true},
        {.label = QStringLiteral("99 % back: in bounds; busiest second: in capacities"), .to = 5}};
};

void Bench::jitters()
{
    for (const Duration outage : {5s, 20s, 120s}) {
        m_table.begin(QStringLiteral("%1 s of outage").arg(outage / 1s));
        for (const bool announced : {false, true}) {
            for (const auto &[jitter, name] : Jitters) {
                Scenario scenario = scenarioOf(m_clients);
                scenario.outage = outage;
                scenario.policy.backoff.jitter = jitter;
                QString title = QStringLiteral("jitter ") + QLatin1StringView(name);
                if (announced) {
                    title += QStringLiteral(", announced, spread 25 s");
                    scenario.farewell = restart(outage, 25s);
                }
                const Outcome outcome = add(title, scenario);
                if (outage == 20s && !announced)
                    draw(QLatin1StringView(name), scenario, outcome);
                else if (outage == 20s && jitter == Jitter::Full)
                    draw(QStringLiteral("announced spread"), scenario, outcome);
            }
        }
        Scenario scenario = scenarioOf(m_clients);
        scenario.outage = outage;
        scenario.farewell = {.kind = Ending::Kind::CloseFrame, .closeCode = 1001};
        (void)add(QStringLiteral("jitter full, announced without a time"), scenario);
    }
    m_arrivals.addLevel(QStringLiteral("what the server can take"), 1);
    m_arrivals.addMoment(QStringLiteral("the server is back"), 20);
    m_recovery.addMoment(QStringLiteral("capacity bound"), 25);
}

void Bench::draw(const QString &name, const Scenario &scenario, const Outcome &outcome)
{
    std::vector<QPointF> dials;
    for (size_t i = 0; i < outcome.dialsPerSecond.size(); ++i) {
        dials.emplace_back(static_cast<double>(i) + 0.5,
                           outcome.dialsPerSecond[i] / scenario.server.capacity);
    }
    m_arrivals.addLine(name, dials);

    std::vector<QPointF> back = {{0, 0}};
    const auto outage = static_cast<size_t>(scenario.outage / 1s);
    double sum = 0;
    for (size_t i = outage; i < outcome.connectsPerSecond.size(); ++i) {
        sum += outcome.connectsPerSecond[i];
        back.emplace_back(static_cast<double>(i - outage + 1), 100 * sum / scenario.clients);
    }
    m_recovery.addLine(name, back);
}

//! From a server that can take all in 5 s to one that needs minutes.
void Bench::bounds()
{
    std::vector<QPointF> peaks;
    for (const Greeted overflow : {Greeted::Refused, Greeted::Ignored}) {
        const bool refuses = overflow == Greeted::Refused;
        const QString name = refuses ? QStringLiteral("refused when the backlog is full")
                                     : QStringLiteral("ignored when the backlog is full");
        m_table.begin(QStringLiteral("The defaults by capacity; ") + name);
        std::vector<QPointF> points;
        for (const int seconds : {5, 10, 15, 18, 20, 22, 25, 30, 35, 40, 50, 70, 100, 150, 200}) {
            Scenario scenario = scenarioOf(m_clients, std::chrono::seconds(seconds));
            scenario.server.overflow = overflow;
            const Outcome outcome = add(QStringLiteral("bound %1 s").arg(seconds), scenario);
            points.emplace_back(seconds, HerdTable::bounds(scenario, outcome));
            if (refuses)
                peaks.emplace_back(seconds, HerdTable::peak(scenario, outcome));
        }
        m_bounds.addLine(QStringLiteral("99 % back, ") + name.section(QLatin1Char(' '), 0, 0),
                         points);
    }
    m_bounds.addLine(QStringLiteral("busiest second"), peaks);
    m_bounds.addLevel(QStringLiteral("1.6 × bound"), MostBounds);
    m_bounds.addLevel(QStringLiteral("3 × capacity"), MostPeak);
}

//! Other numbers than ours.
void Bench::caps()
{
    m_table.begin(QStringLiteral("Other numbers, 20 s of outage"));
    for (const Duration cap : {10s, 15s, 20s, 30s, 45s, 60s, 120s}) {
        Scenario scenario = scenarioOf(m_clients);
        scenario.policy.backoff.cap = cap;
        (void)add(QStringLiteral("cap %1 s").arg(cap / 1s), scenario);
    }
    for (const Duration base : {100ms, 250ms, 1000ms, 2000ms}) {
        Scenario scenario = scenarioOf(m_clients);
        scenario.policy.backoff.base = base;
        (void)add(QStringLiteral("base %1 ms").arg(base.count()), scenario);
    }
    for (const double factor : {1.5, 3.}) {
        Scenario scenario = scenarioOf(m_clients);
        scenario.policy.backoff.factor = factor;
        (void)add(QStringLiteral("factor %1").arg(factor), scenario);
    }
    Scenario gone = scenarioOf(m_clients);
    gone.server.whileDown = Greeted::Ignored;
    (void)add(QStringLiteral("the machine is gone, not the process only"), gone);
}

//! A queue that is longer than anybody waits for.
void Bench::collapse()
{
    m_table.begin(
        QStringLiteral("A backlog for 5, 10 and 30 s of work, and clients that wait for 15 s"));
    for (const Gone gone : {Gone::CostsNothing, Gone::CostsAsMuch}) {
        for (const Duration backlog : {5s, 10s, 30s}) {
            Scenario scenario = scenarioOf(m_clients / 10, 100s, backlog);
            scenario.server.gone = gone;
            scenario.horizon = 600s;
            (void)add(QStringLiteral("%1, who gave up %2")
                          .arg(ofSeconds(static_cast<double>(backlog / 1s)),
                               gone == Gone::CostsNothing ? QStringLiteral("costs nothing")
                                                          : QStringLiteral("costs as much")),
                      scenario);
        }
    }
}

void Bench::sizes()
{
    m_table.begin(QStringLiteral("The defaults by size of the herd"));
    for (qint64 clients = m_clients / 100; clients <= 10LL * m_clients; clients *= 10) {
        if (clients > 0)
            show(scenarioOf(static_cast<int>(clients)));
    }
}

//! The README has the herd of 100 000.
void Bench::show(const Scenario &scenario)
{
    const Outcome outcome = add(QStringLiteral("%1 clients").arg(scenario.clients), scenario);
    if (scenario.clients != 100'000)
        return;
    m_report.show(Figure{.what = QStringLiteral("99 % of 100 000 clients are back, 20 s of outage"),
                         .value = HerdTable::bounds(scenario, outcome),
                         .unit = QStringLiteral("×"),
                         .against = QStringLiteral("the time that the server needs to take them "
                                                   "(virtual time)"),
                         .direction = Figure::Target::AtMost,
                         .target = MostBounds,
                         .decimals = 2});
    m_report.show(Figure{.what = QStringLiteral("Their busiest second after the return"),
                         .value = HerdTable::peak(scenario, outcome),
                         .unit = QStringLiteral("×"),
                         .against = QStringLiteral("what the server can take in a second"),
                         .direction = Figure::Target::AtMost,
                         .target = MostPeak,
                         .decimals = 2});
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QCommandLineOption clients(QStringLiteral("clients"),
                                     QStringLiteral("100 to 1000000; the last table goes from a "
                                                    "hundredth of it to ten times as many."),
                                     QStringLiteral("number"), QStringLiteral("100000"));
    const QCommandLineOption seed(QStringLiteral("seed"), QStringLiteral("Of luck."),
                                  QStringLiteral("number"), QStringLiteral("1"));
    Report report(QStringLiteral("herd"),
                  QStringLiteral("A server with many clients goes away and comes back."),
                  {clients, seed});

    bool isCount = false;
    bool isSeed = false;
    const int count = report.arguments().value(clients).toInt(&isCount);
    const quint64 number = report.arguments().value(seed).toULongLong(&isSeed);
    if (!isCount || count < 100 || count > 1'000'000 || !isSeed) {
        std::fputs("--clients is from 100 to 1000000, --seed a whole number\n", stderr);
        return 2;
    }
    Bench(report, report.isQuick() ? std::min(count, 1000) : count, number).run();
    return report.finish();
}
