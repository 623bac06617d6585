// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// What a message of 200 bytes costs in SettingsMessageStore, by the length of the queue.
// usage: bench_store [FOLDER]: the disk to measure; the folder for temporary files by default.

#include "benchmark.h"
#include "settingsmessagestore.h"
#include "svgchart.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdir.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qtemporarydir.h>

#include <cstdio>
#include <optional>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

//! Microseconds a message.
struct Cost
{
    double one = 0; //!< stored and committed alone
    double grouped = 0; //!< 64 to a commit
    double forgotten = 0; //!< and committed, alone
    double loaded = 0;
};

class Bench
{
public:
    Bench(const QString &folder, int rounds)
        : m_rounds(rounds)
        , m_folder(folder + u"/bench-XXXXXX")
    {
    }

    //! Nothing if the disk failed.
    std::optional<Cost> run(quint64 length)
    {
        m_last = m_first = 0;
        const QString name = QString::number(length);
        Cost cost;
        {
            SettingsMessageStore store(name, m_folder.path());
            if (store.open().error)
                return {};
            while (m_last < length) {
                if (!add(store, 64))
                    return {};
            }
            cost.one = each([&] { return add(store, 1); });
            cost.grouped = each([&] { return add(store, 64); }) / 64;
            cost.forgotten = each([&] {
                store.forget({++m_first});
                return !store.commit();
            });
        }
        SettingsMessageStore store(name, m_folder.path());
        QElapsedTimer clock;
        clock.start();
        const OpenResult opened = store.open();
        cost.loaded = double(clock.nsecsElapsed()) / 1e3 / double(opened.messages.size());
        if (opened.messages.size() != m_last - m_first)
            return {};
        return cost;
    }

private:
    bool add(MessageStore &store, int count)
    {
        std::vector<StoredMessage> messages(static_cast<std::size_t>(count));
        for (StoredMessage &stored : messages) {
            stored.message.number = ++m_last;
            stored.message.producer = QStringLiteral("6d5f2f6e-3a55-4a53-9d8e-6a2f9a1f6a11");
            stored.message.payload = QString(200, u'x');
            stored.queuedAt = QDateTime::currentDateTimeUtc();
        }
        store.append(messages);
        return !store.commit();
    }

    //! Microseconds for one.
    template <typename Action> double each(Action action)
    {
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < m_rounds; ++i) {
            if (!action())
                return -1;
        }
        return double(clock.nsecsElapsed()) / 1e3 / m_rounds;
    }

    const int m_rounds;
    QTemporaryDir m_folder;
    quint64 m_last = 0;
    quint64 m_first = 0;
};

Figure figureOf(const QString &what, double longest, double shortest)
{
    return {.what = what + QStringLiteral(", 100 000 in the queue"),
            .value = longest,
            .unit = QStringLiteral("µs"),
            .against = QStringLiteral("%1 µs with 100 in it").arg(shortest, 0, 'f', 1),
            .decimals = 1};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    Report report(QStringLiteral("store"),
                  QStringLiteral("What a message of 200 bytes costs on the disk, by the length of "
                                 "the queue."),
                  {}, QStringLiteral("folder"));
    const QString folder = report.arguments().positionalArguments().value(0, QDir::tempPath());
    report.begin(QStringLiteral("SettingsMessageStore, microseconds a message of 200 bytes"),
                 {{QStringLiteral("queued")},
                  {QStringLiteral("one + commit"), 1},
                  {QStringLiteral("each of 64"), 2},
                  {QStringLiteral("forget + commit"), 1},
                  {QStringLiteral("load, each"), 2}});
    Bench bench(folder, report.isQuick() ? 20 : 200);
    std::vector<std::pair<double, Cost>> costs;
    for (const quint64 length : {100, 1'000, 10'000, 100'000}) {
        const std::optional<Cost> cost = bench.run(length);
        if (!cost) {
            std::fprintf(stderr, "it failed at %llu\n", static_cast<unsigned long long>(length));
            return 1;
        }
        report.add({qint64(length), cost->one, cost->grouped, cost->forgotten, cost->loaded});
        costs.emplace_back(double(length), *cost);
    }
    SvgChart chart(QStringLiteral("What a message of 200 bytes costs in the store"),
                   {.label = QStringLiteral("messages in the queue"),
                    .from = 100,
                    .to = 100'000,
                    .logarithmic = true},
                   {.label = QStringLiteral("microseconds a message"),
                    .from = 1,
                    .to = 10'000,
                    .logarithmic = true});
    for (const auto &[name, member] :
         {std::pair("Stored alone, with a commit", &Cost::one),
          std::pair("Stored 64 to a commit, each", &Cost::grouped),
          std::pair("Forgotten alone, with a commit", &Cost::forgotten),
          std::pair("Loaded, each", &Cost::loaded)}) {
        const QString what = QString::fromLatin1(name);
        report.show(figureOf(what, costs.back().second.*member, costs.front().second.*member));
        std::vector<QPointF> points;
        for (const auto &[length, cost] : costs)
            points.emplace_back(length, cost.*member);
        chart.addLine(what.section(u',', 0, 0).toLower(), points);
    }
    report.plot(chart, QStringLiteral("bench-store"));
    return report.finish();
}
