// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "soakstation.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qfile.h>

#include <cstdlib>
#include <ctime>

#include <execinfo.h>
#include <unistd.h>

using namespace Holdfast;

namespace {

//! HOLDFAST_SEED=N for another story, which is the same on each run as far as sockets allow.
quint32 seedOfToday()
{
    bool given = false;
    const quint32 seed = qEnvironmentVariable("HOLDFAST_SEED").toUInt(&given);
    return given ? seed : 20261121;
}

//! What this process has in memory, in MiB; 0: unknown here.
double residentMiB()
{
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    return static_cast<double>(statm.readAll().split(' ').value(1).toLongLong())
        * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
}

//! What this thread has worked, in seconds; a busy machine does not count.
double worked()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

//! The library is among those who call now.
bool isOurDoing()
{
    void *frames[64];
    const int count = ::backtrace(frames, 64);
    char **const names = ::backtrace_symbols(frames, count);
    bool isOurs = false;
    for (int i = 0; names && i < count; ++i)
        isOurs |= QByteArrayView(names[i]).contains("libholdfast");
    std::free(names);
    return isOurs;
}

//! Warnings of anybody in this process, but for one that our faults earn.
QStringList warnings;
QtMessageHandler otherHandler = nullptr;

void listen(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    // A message that is alone in flight when a connection ends, again and again: a suspicion only.
    const bool isEarned = message.contains(QLatin1StringView("was alone in flight"));
    if (isEarned)
        return;
    // It counts if the library is the one who writes. The servers that live in this process may
    // complain as well: QWebSocket answers pings by itself, and asks nobody.
    const bool isOfAServer
        = message.contains(QLatin1StringView("device not open")) && !isOurDoing();
    if (type != QtDebugMsg && type != QtInfoMsg && !isOfAServer)
        warnings += message;
    otherHandler(type, context, message);
}

} // namespace

//! Many clients, each with a server of another make, and everything goes wrong at random.
class tst_Soak : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { otherHandler = qInstallMessageHandler(listen); }
    void cleanupTestCase() { qInstallMessageHandler(otherHandler); }
    void whateverHappensNothingIsLost();

private:
    [[nodiscard]] QString wrong() const;
    void report(const QElapsedTimer &clock) const;

    std::vector<std::unique_ptr<SoakStation>> m_stations;
};

//! The first thing that is wrong with any of them.
QString tst_Soak::wrong() const
{
    for (const auto &station : m_stations) {
        if (const QString wrong = station->wrong(); !wrong.isEmpty())
            return station->name() + QStringLiteral(": ") + wrong + u'\n'
                + station->ledger().client.explain();
    }
    return warnings.join(u'\n');
}

void tst_Soak::report(const QElapsedTimer &clock) const
{
    for (const auto &station : m_stations) {
        const Ledger &it = station->ledger();
        qInfo("%-28s %7d messages, %5d faults, %5d connections, %6d came twice",
              qPrintable(station->name()), it.sentCount(), station->faultCount(),
              it.connectedCount(), it.repeatedCount());
    }
    qInfo("after %.1f min: %.1f MiB", static_cast<double>(clock.elapsed()) / 60'000.0,
          residentMiB());
}

//! HOLDFAST_SOAK_MINUTES for longer ones; without it, as much as is done in some seconds.
void tst_Soak::whateverHappensNothingIsLost()
{
    constexpr int Steps = 1500;
    QRandomGenerator seeds(seedOfToday());
    const double minutes = qEnvironmentVariable("HOLDFAST_SOAK_MINUTES").toDouble();
    qInfo("HOLDFAST_SEED=%u", seedOfToday());
    for (const QString &kind : Peer::kinds()) {
        const quint32 seed = seeds.generate();
        if (const QString missing = Peer::whatIsMissing(kind); !missing.isEmpty()) {
            qInfo("%s", qPrintable(missing));
            continue;
        }
        m_stations.push_back(std::make_unique<SoakStation>(kind, false, seed));
        if (Nginx::whatIsMissing().isEmpty())
            m_stations.push_back(std::make_unique<SoakStation>(kind, true, seed + 1));
    }

    QElapsedTimer clock;
    clock.start();
    const auto isOver = [&](int step) {
        return minutes > 0 ? static_cast<double>(clock.elapsed()) >= minutes * 60'000
                           : step >= Steps;
    };
    double residentBefore = 0;
    qint64 reported = 0;
    for (int step = 0; !isOver(step); ++step) {
        const double before = worked();
        for (const auto &station : m_stations)
            station->live();
        observeFor(5ms);
        QVERIFY2(worked() - before < 2, "the event loop was blocked");
        if (const QString what = wrong(); !what.isEmpty())
            QFAIL(qPrintable(what));
        if (step == Steps / 2)
            residentBefore = residentMiB();
        if (clock.elapsed() - reported > 60'000) {
            reported = clock.elapsed();
            report(clock);
        }
    }
    for (const auto &station : m_stations) {
        station->heal();
        EVENTUALLY(station->ledger().isSettled());
        station->ledger().expectThatTheDeliveredArrived();
    }
    report(clock);
    QCOMPARE(wrong(), QString());
    int connections = 0;
    for (const auto &station : m_stations) {
        QVERIFY(station->faultCount() >= 10);
        connections += station->ledger().connectedCount();
    }
    QVERIFY(connections >= 3 * static_cast<int>(m_stations.size()));
    // Nobody hoards: neither messages that are settled nor sockets that are gone.
    QVERIFY2(residentMiB() < residentBefore + 48, qPrintable(QString::number(residentBefore)));
    m_stations.clear();
    QCOMPARE(warnings, QStringList());
}

QTEST_GUILESS_MAIN(tst_Soak)
#include "tst_soak.moc"
