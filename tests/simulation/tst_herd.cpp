// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "herd.h"

#include <QtTest/qtest.h>

#include <algorithm>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Holdfast::Testing::Scenario)

namespace {

//! A server that can take all in \a bound, with a backlog of a second's work.
Scenario scenarioOf(int clients, Duration bound, Greeted overflow = Greeted::Refused)
{
    Scenario scenario;
    scenario.clients = clients;
    scenario.server.capacity = clients * 1000. / static_cast<double>(bound.count());
    scenario.server.backlog = static_cast<int>(scenario.server.capacity);
    scenario.server.overflow = overflow;
    return scenario;
}

//! When 99 % were back, in capacity bounds.
double bounds(const Scenario &scenario, const Outcome &outcome)
{
    return static_cast<double>(outcome.most.count()) * scenario.server.capacity
        / (1000. * scenario.clients);
}

double peak(const Scenario &scenario, const Outcome &outcome)
{
    return outcome.peakAfterReturn(scenario) / scenario.server.capacity;
}

//! What the dial budget allows from the loss until the last was back.
int budget(const Scenario &scenario, const Outcome &outcome)
{
    const PacingPolicy &pacing = scenario.policy.pacing;
    return pacing.burst + static_cast<int>((scenario.outage + outcome.all) / pacing.refill) + 1;
}

//! What is wrong with any run, or nothing.
QString wrong(const Scenario &scenario, const Outcome &outcome)
{
    if (outcome.broken > 0)
        return outcome.firstBroken;
    if (outcome.all.count() < 0)
        return QStringLiteral("somebody was forgotten");
    if (outcome.mostDials > budget(scenario, outcome))
        return QStringLiteral("somebody dialled %1 times").arg(outcome.mostDials);
    const auto most
        = std::max_element(outcome.connectsPerSecond.begin(), outcome.connectsPerSecond.end());
    // Whole seconds of latency do not exist, but its parts may push two into one second.
    if (*most > scenario.server.capacity * 1.1 + 1)
        return QStringLiteral("the model's server took %1 in a second").arg(*most);
    return {};
}

} // namespace

// What a server goes through when all its clients lose it at once: real machines, no real time.
class tst_Herd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void afterTwentySecondsAllReturnAsFastAsTheServerCan_data()
    {
        QTest::addColumn<Scenario>("scenario");

        const int few = 10'000;
        QTest::newRow("a hundred thousand") << scenarioOf(100'000, 25s);
        QTest::newRow("a fast server") << scenarioOf(few, 20s);
        QTest::newRow("a slow server") << scenarioOf(few, 31s);
        // Between these it takes up to 1.8 bounds: lib/README.md, "Why these numbers".
        QTest::newRow("a fast server, Linux") << scenarioOf(few, 20s, Greeted::Ignored);
        QTest::newRow("a slow server, Linux") << scenarioOf(few, 31s, Greeted::Ignored);
    }
    void afterTwentySecondsAllReturnAsFastAsTheServerCan()
    {
        QFETCH(const Scenario, scenario);
        const Outcome outcome = Herd::run(scenario);
        QCOMPARE(wrong(scenario, outcome), QString());
        QVERIFY2(bounds(scenario, outcome) <= 1.6,
                 QByteArray::number(bounds(scenario, outcome)).constData());
        QVERIFY2(peak(scenario, outcome) <= 3,
                 QByteArray::number(peak(scenario, outcome)).constData());
        // One at once, and one for each doubling: 8.0.
        QVERIFY2(outcome.dials <= 9LL * scenario.clients,
                 QByteArray::number(outcome.dials).constData());
    }

    void theFirstRetryOnlyIsImmediate()
    {
        // Nobody is back in the first minute: 1 at once, 6 until the cap, and then one per 15 s.
        Scenario scenario = scenarioOf(5'000, 25s);
        scenario.outage = 60s;
        const Outcome outcome = Herd::run(scenario);
        QCOMPARE(wrong(scenario, outcome), QString());
        const int first = outcome.dialsPerSecond[0] + outcome.dialsPerSecond[1]
            + outcome.dialsPerSecond[2] + outcome.dialsPerSecond[3];
        QVERIFY(first >= 3 * scenario.clients);
        QVERIFY(first <= 5 * scenario.clients);
        const int late = *std::max_element(outcome.dialsPerSecond.begin() + 45,
                                           outcome.dialsPerSecond.begin() + 60);
        QVERIFY2(late <= scenario.clients / 8, QByteArray::number(late).constData());
    }

    void theFirstRetryIsBlurred()
    {
        // A balancer dies and another takes over, with room for everybody. Latencies are below 0.2
        // s, so who is back after a second was held back by luck.
        Scenario scenario = scenarioOf(10'000, 100ms);
        scenario.outage = 0s;
        const Outcome outcome = Herd::run(scenario);
        QCOMPARE(wrong(scenario, outcome), QString());
        QCOMPARE(outcome.dials, scenario.clients);
        QVERIFY(outcome.half >= 400ms);
        QVERIFY(outcome.all <= 1500ms);
        QVERIFY(outcome.connectsPerSecond.size() == 2);
        QVERIFY(outcome.connectsPerSecond[1] >= scenario.clients / 20);
    }

    void lessJitterIsWorse_data()
    {
        QTest::addColumn<Jitter>("jitter");
        QTest::newRow("none") << Jitter::None;
        QTest::newRow("proportional") << Jitter::Proportional;
        QTest::newRow("equal") << Jitter::Equal;
    }
    void lessJitterIsWorse()
    {
        QFETCH(const Jitter, jitter);
        Scenario scenario = scenarioOf(5'000, 25s);
        const Outcome full = Herd::run(scenario);
        scenario.policy.backoff.jitter = jitter;
        const Outcome outcome = Herd::run(scenario);
        QCOMPARE(wrong(scenario, outcome), QString());
        QVERIFY(peak(scenario, outcome) > 3);
        QVERIFY(outcome.most > full.most);
    }

    void whoAnnouncesAndSpreadsIsSpared_data()
    {
        QTest::addColumn<int>("outage");
        QTest::newRow("5 s") << 5'000;
        QTest::newRow("120 s") << 120'000;
    }
    void whoAnnouncesAndSpreadsIsSpared()
    {
        QFETCH(const int, outage);
        Scenario scenario = scenarioOf(5'000, 25s);
        scenario.outage = Duration(outage);
        scenario.farewell = {
            .kind = Ending::Kind::CloseFrame,
            .closeCode = 4001,
            .reason = QStringLiteral(R"({"retryAfter":%1,"spread":25000})").arg(outage),
        };
        const Outcome outcome = Herd::run(scenario);
        QCOMPARE(wrong(scenario, outcome), QString());
        QCOMPARE(outcome.dials, scenario.clients);
        QVERIFY(bounds(scenario, outcome) <= 1.05);
        QVERIFY(peak(scenario, outcome) <= 1.2);
    }

    void whoeverStaysAwayForLongIsNotForgotten_data()
    {
        QTest::addColumn<Greeted>("whileDown");
        QTest::newRow("refused") << Greeted::Refused;
        QTest::newRow("the machine is gone") << Greeted::Ignored;
    }
    void whoeverStaysAwayForLongIsNotForgotten()
    {
        QFETCH(const Greeted, whileDown);
        Scenario scenario = scenarioOf(2'000, 10s);
        scenario.outage = 10min;
        scenario.server.whileDown = whileDown;
        const Outcome outcome = Herd::run(scenario);
        QCOMPARE(wrong(scenario, outcome), QString());
        QVERIFY(outcome.all <= 60s);
        // At the cap it is one dial per 15 s, and per 30 s when each of them takes 15 s.
        QVERIFY2(outcome.dials <= 55LL * scenario.clients,
                 QByteArray::number(outcome.dials).constData());
        QVERIFY(outcome.dials >= 15LL * scenario.clients);
    }

    void theSameSeedGivesTheSameStory()
    {
        Scenario scenario = scenarioOf(1'000, 25s);
        const Outcome first = Herd::run(scenario);
        const Outcome again = Herd::run(scenario);
        QCOMPARE(again.dialsPerSecond, first.dialsPerSecond);
        QCOMPARE(again.all, first.all);
        scenario.seed = 2;
        QVERIFY(Herd::run(scenario).dialsPerSecond != first.dialsPerSecond);
    }
};

QTEST_GUILESS_MAIN(tst_Herd)
#include "tst_herd.moc"
