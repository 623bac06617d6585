// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "envelopeprotocol.h"
#include "hub.h"
#include "quick.h"

#include <QtCore/qelapsedtimer.h>
#include <QtTest/qsignalspy.h>

#include <algorithm>
#include <map>
#include <memory>
#include <vector>

using namespace Holdfast;

namespace {

constexpr int Count = 500;
constexpr int Group = 20;
constexpr int Seconds = 10; // over which they are to return

//! All who use one application.
class Herd
{
public:
    //! They connect, a group after the other: all of them at once may be more than a busy machine
    //! upgrades in the 10 s that the hub gives to everybody.
    [[nodiscard]] bool gathersAt(const QUrl &url)
    {
        for (int i = 1; i <= Count; ++i) {
            auto client = std::make_unique<Client>(Policy());
            client->setProtocol(std::make_unique<EnvelopeProtocol>());
            client->open(url);
            clients.push_back(std::move(client));
            if (i % Group == 0 && !reaches(ConnectionState::Connected))
                return false;
        }
        return true;
    }
    [[nodiscard]] bool reaches(ConnectionState state) const
    {
        return waitUntil([&] {
            return std::all_of(clients.begin(), clients.end(),
                               [state](const auto &client) { return client->state() == state; });
        });
    }

    std::vector<std::unique_ptr<Client>> clients;
};

//! How many of them fall into each stretch of \a length ms.
std::map<qint64, int> perStretch(const std::vector<qint64> &times, qint64 length)
{
    std::map<qint64, int> counts;
    for (const qint64 time : times)
        ++counts[time / length];
    return counts;
}

} // namespace

// A restart that was announced, and five hundred who return.
class tst_HubHerd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyPlanToReturnSpreadOverTheWindow()
    {
        Hub hub;
        QVERIFY(hub.listen(QHostAddress::LocalHost));
        Herd herd;
        QVERIFY(herd.gathersAt(hub.serverUrl()));
        hub.drain(2s, 10s);
        QVERIFY(herd.reaches(ConnectionState::WaitingToRetry));
        std::vector<qint64> plans;
        for (const auto &client : herd.clients) {
            QCOMPARE(client->closeCode(), 4001);
            plans.push_back(client->retryDelay());
        }
        const auto [earliest, latest] = std::minmax_element(plans.begin(), plans.end());
        QVERIFY2(*earliest >= 1900 && *earliest < 3000, qPrintable(QString::number(*earliest)));
        QVERIFY2(*latest <= 12'100 && *latest > 11'000, qPrintable(QString::number(*latest)));
        const std::map<qint64, int> counts = perStretch(plans, 1000);
        QVERIFY(counts.size() >= std::size_t(Seconds));
        for (const auto &[second, count] : counts)
            QVERIFY2(count <= 2 * Count / Seconds, qPrintable(QString::number(count)));
    }

    // A fifth of the time, and no word about when: a busy machine may let them come in bunches.
    // With HOLDFAST_REAL_HERD in the environment: all of it, on a machine that has time.
    void theyReturnWhenTheHubIsBack()
    {
        const bool isReal = qEnvironmentVariableIsSet("HOLDFAST_REAL_HERD");
        const auto retryAfter = isReal ? 2000ms : 400ms;
        const auto window = isReal ? 10'000ms : 2000ms;
        Hub hub;
        QVERIFY(hub.listen(QHostAddress::LocalHost));
        const quint16 port = hub.serverPort();
        Herd herd;
        QVERIFY(herd.gathersAt(hub.serverUrl()));
        QSignalSpy drained(&hub, &Hub::drained);
        hub.drain(retryAfter, window);
        QElapsedTimer clock;
        clock.start();
        EVENTUALLY(drained.size() == 1);
        QVERIFY(hub.listen(QHostAddress::LocalHost, port));

        std::vector<qint64> arrivals;
        connect(&hub, &Hub::presenceChanged, this, [&](const HubPresence &presence) {
            if (presence.change == HubPresence::Change::Joined)
                arrivals.push_back(clock.elapsed());
        });
        EVENTUALLY(arrivals.size() == Count);
        QVERIFY2(arrivals.front() >= retryAfter.count() * 9 / 10,
                 qPrintable(QString::number(arrivals.front())));
        QVERIFY(herd.reaches(ConnectionState::Connected));
        QCOMPARE(hub.clientCount(), Count);
        if (!isReal)
            return;
        QString shown;
        for (const auto &[second, count] : perStretch(arrivals, 1000)) {
            shown += QStringLiteral(" %1").arg(count);
            QVERIFY2(count <= 2 * Count / Seconds, qPrintable(shown));
        }
        qInfo("arrivals in each second:%s; the first after %lld ms, the last after %lld ms",
              qPrintable(shown), arrivals.front(), arrivals.back());
    }
};

QTEST_GUILESS_MAIN(tst_HubHerd)
#include "tst_hubherd.moc"
