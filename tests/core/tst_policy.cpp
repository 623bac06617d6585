// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "policy.h"

#include <QtTest/qtest.h>

#include <cmath>
#include <functional>
#include <limits>

using namespace Holdfast;
using namespace std::chrono_literals;

using Spoil = std::function<void(Policy &)>;
Q_DECLARE_METATYPE(Spoil)

class tst_Policy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultsAreThoseOfTheDesign();
    void theDefaultsAreFine();
    void theExtremesAreFine();
    void eachMistakeIsNamed_data();
    void eachMistakeIsNamed();
    void everyMistakeGetsALine();
    void comparesEveryKnob();
};

void tst_Policy::theDefaultsAreThoseOfTheDesign()
{
    const Policy policy;
    QCOMPARE(policy.connectTimeout, 15s);
    QCOMPARE(policy.heartbeatInterval, 25s);
    QCOMPARE(policy.heartbeatTimeout, 10s);
    QCOMPARE(policy.probeTimeout, 3s);
    QCOMPARE(policy.writeGrace, 60s);
    QCOMPARE(policy.closeTimeout, 3s);
    QCOMPARE(policy.stableAfter, 10s);
    QCOMPARE(policy.restartSpread, 10s);
    QCOMPARE(policy.overloadWait, 15s);
    QCOMPARE(policy.maxServerWait, 5min);
    QCOMPARE(policy.networkRetry, 60s);
    QCOMPARE(policy.failedRetry, 0s);
    QCOMPARE(policy.maxAttempts, 0);
    QCOMPARE(policy.patience, 3);
    QCOMPARE(policy.patienceSpan, 2min);
    QCOMPARE(policy.outbox.maxPendingMessages, 100'000);
    QCOMPARE(policy.outbox.maxPendingBytes, 64 * 1024 * 1024);
    QCOMPARE(policy.outbox.maxMessageBytes, 16 * 1024 * 1024);
    QCOMPARE(policy.outbox.windowMessages, 65'536);
    QCOMPARE(policy.outbox.windowBytes, 8 * 1024 * 1024);
    QCOMPARE(policy.outbox.maxUnwrittenBytes, 1024 * 1024);
}

void tst_Policy::theDefaultsAreFine() { QCOMPARE(Policy().problems(), QStringList()); }

void tst_Policy::theExtremesAreFine()
{
    Policy least;
    least.backoff = {.base = 1ms, .factor = 1, .cap = 1ms, .floor = 0ms};
    least.pacing = {.burst = 1, .refill = 1ms, .gap = 0ms, .reserve = 0, .reserveRefill = 1ms};
    least.outbox = {.maxPendingMessages = 1,
                    .maxPendingBytes = 1,
                    .maxMessageBytes = 1,
                    .windowMessages = 1,
                    .windowBytes = 1,
                    .maxUnwrittenBytes = 1};
    least.firstRetrySpread = least.restartSpread = least.writeGrace = least.patienceSpan = 0ms;
    least.patience = 1;
    least.maxIncomingBytes = 1;
    QCOMPARE(least.problems(), QStringList());

    Policy most;
    most.backoff.cap = most.connectTimeout = most.heartbeatInterval = most.failedRetry = 24h;
    most.pacing.burst = most.pacing.reserve = 1000;
    most.maxIncomingBytes = std::numeric_limits<qint32>::max();
    most.backoff.factor = 1e300;
    QCOMPARE(most.problems(), QStringList());
}

void tst_Policy::eachMistakeIsNamed_data()
{
    QTest::addColumn<Spoil>("spoil");
    const auto row = [](const char *knob, const char *how, const Spoil &spoil) {
        QTest::addRow("%s %s", knob, how) << spoil;
    };
    const auto duration = [&](const char *knob, auto access, Duration tooShort) {
        row(knob, "too short", [=](Policy &p) { access(p) = tooShort; });
        row(knob, "negative", [=](Policy &p) { access(p) = Duration::min(); });
        row(knob, "over a day", [=](Policy &p) { access(p) = 24h + 1ms; });
        row(knob, "absurd", [=](Policy &p) { access(p) = Duration::max(); });
    };
    const auto number = [&](const char *knob, auto access, auto tooSmall) {
        row(knob, "too small", [=](Policy &p) { access(p) = tooSmall; });
        row(knob, "negative", [=](Policy &p) {
            access(p) = std::numeric_limits<std::remove_reference_t<decltype(access(p))>>::min();
        });
    };
#define KNOB(member)                                                                               \
#member, [](Policy & p) -> auto & { return p.member; }
    duration(KNOB(backoff.base), 0ms);
    duration(KNOB(backoff.cap), 0ms);
    duration(KNOB(backoff.floor), -1ms);
    duration(KNOB(pacing.refill), 0ms);
    duration(KNOB(pacing.gap), -1ms);
    duration(KNOB(pacing.reserveRefill), 0ms);
    duration(KNOB(connectTimeout), 0ms);
    duration(KNOB(heartbeatInterval), 0ms);
    duration(KNOB(heartbeatTimeout), 0ms);
    duration(KNOB(probeTimeout), 0ms);
    duration(KNOB(writeGrace), -1ms);
    duration(KNOB(closeTimeout), 0ms);
    duration(KNOB(stableAfter), 0ms);
    duration(KNOB(firstRetrySpread), -1ms);
    duration(KNOB(restartSpread), -1ms);
    duration(KNOB(overloadWait), 0ms);
    duration(KNOB(maxServerWait), 0ms);
    duration(KNOB(networkRetry), 0ms);
    duration(KNOB(redialAfter), 0ms);
    duration(KNOB(failedRetry), -1ms);
    duration(KNOB(patienceSpan), -1ms);
    number(KNOB(pacing.burst), 0);
    number(KNOB(pacing.reserve), -1);
    number(KNOB(outbox.maxPendingMessages), 0);
    number(KNOB(outbox.maxPendingBytes), 0);
    number(KNOB(outbox.maxMessageBytes), 0);
    number(KNOB(outbox.windowMessages), 0);
    number(KNOB(outbox.windowBytes), 0);
    number(KNOB(outbox.maxUnwrittenBytes), 0);
    number(KNOB(maxIncomingBytes), 0);
    number(KNOB(maxAttempts), -1);
    number(KNOB(patience), 0);
    number(KNOB(maxFramesPerSecond), -1);
#undef KNOB
    row("pacing.burst", "a storm", [](Policy &p) { p.pacing.burst = 1001; });
    row("pacing.reserve", "a storm", [](Policy &p) { p.pacing.reserve = 1001; });
    row("maxIncomingBytes", "too large for Qt",
        [](Policy &p) { p.maxIncomingBytes = Q_INT64_C(1) << 31; });
    row("backoff.factor", "shrinks", [](Policy &p) { p.backoff.factor = 0.99; });
    row("backoff.factor", "negative", [](Policy &p) { p.backoff.factor = -2; });
    row("backoff.factor", "no number", [](Policy &p) { p.backoff.factor = std::nan(""); });
    row("backoff.factor", "infinite", [](Policy &p) { p.backoff.factor = HUGE_VAL; });
}

void tst_Policy::eachMistakeIsNamed()
{
    QFETCH(Spoil, spoil);
    Policy policy;
    spoil(policy);
    const QStringList problems = policy.problems();
    QCOMPARE(problems.size(), 1);
    const QString knob = QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0);
    QVERIFY2(problems.first().contains(knob), qPrintable(problems.first()));
}

void tst_Policy::everyMistakeGetsALine()
{
    Policy policy;
    policy.connectTimeout = -1ms;
    policy.patience = 0;
    policy.backoff.factor = 0;
    QCOMPARE(policy.problems().size(), 3);
}

void tst_Policy::comparesEveryKnob()
{
    Policy policy;
    QVERIFY(policy == Policy());
    policy.outbox.windowBytes += 1;
    QVERIFY(policy != Policy());
}

QTEST_GUILESS_MAIN(tst_Policy)
#include "tst_policy.moc"
