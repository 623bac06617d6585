// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "quick.h"
#include "testserver.h"

#include <QtCore/qelapsedtimer.h>

using namespace Holdfast;

namespace {

Policy scaledDown()
{
    Policy policy = quick();
    policy.pacing = {.burst = 6, .refill = 100ms, .gap = 5ms, .reserve = 3, .reserveRefill = 600ms};
    return policy;
}

} // namespace

//! Against a server that accepts and closes after 5 ms. Only the dial budget stops that storm.
class tst_Storm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theBudgetHolds();
    void theBudgetHoldsThoughEveryHandlerOpens();
    void theBudgetAndTheReserveHoldThoughEveryHandlerRetries();
    void theBudgetAndTheReserveHoldThoughEveryHandlerClosesAndOpens();
    void twoDialsKeepTheirDistance();
    void theDefaultPolicyIsCalm();

private:
    //! Lets \a client loose on the server for so long, and counts the dials.
    void rage(ReconnectingWebSocket &client, std::chrono::milliseconds duration);
    //! What a budget allows in the time that the rage took.
    [[nodiscard]] int allowed(int burst, std::chrono::milliseconds refill) const
    {
        return burst + static_cast<int>(m_elapsed / refill.count()) + 1;
    }

    std::unique_ptr<TestServer> m_server;
    qint64 m_elapsed = 0;
    int m_dials = 0;
};

void tst_Storm::init()
{
    m_server = std::make_unique<TestServer>();
    m_server->setManner(TestServer::Manner::CloseSoon);
    m_server->start();
}

void tst_Storm::rage(ReconnectingWebSocket &client, std::chrono::milliseconds duration)
{
    QElapsedTimer clock;
    clock.start();
    client.open(m_server->url());
    observeFor(duration);
    m_elapsed = clock.elapsed();
    m_dials = m_server->visitCount();
    qInfo("%d dials in %lld ms", m_dials, m_elapsed);
    QCOMPARE(m_server->mostAtOnce(), 1); // P1
}

void tst_Storm::theBudgetHolds()
{
    Client client(scaledDown());
    rage(client, 2s);
    QVERIFY(m_dials <= allowed(6, 100ms));
    QVERIFY(m_dials > 6); // it has not given up
}

void tst_Storm::theBudgetHoldsThoughEveryHandlerOpens()
{
    Client client(scaledDown());
    const auto open = [&] {
        client.open();
        client.open(m_server->url());
        client.setActive(true);
    };
    connect(&client, &ReconnectingWebSocket::disconnected, this, open);
    connect(&client, &ReconnectingWebSocket::errorOccurred, this, open);
    connect(&client, &ReconnectingWebSocket::stateChanged, this, open);
    rage(client, 2s);
    QVERIFY(m_dials <= allowed(6, 100ms));
    QVERIFY(m_dials > 6);
}

void tst_Storm::theBudgetAndTheReserveHoldThoughEveryHandlerRetries()
{
    Client client(scaledDown());
    const auto retry = [&] { client.retryNow(); };
    connect(&client, &ReconnectingWebSocket::disconnected, this, retry);
    connect(&client, &ReconnectingWebSocket::errorOccurred, this, retry);
    connect(&client, &ReconnectingWebSocket::stateChanged, this, retry);
    rage(client, 2s);
    QVERIFY(m_dials <= allowed(6, 100ms) + allowed(3, 600ms));
    QVERIFY(m_dials > 9);
}

void tst_Storm::theBudgetAndTheReserveHoldThoughEveryHandlerClosesAndOpens()
{
    Client client(scaledDown());
    connect(&client, &ReconnectingWebSocket::disconnected, this, [&] {
        client.close();
        client.open();
    });
    rage(client, 2s);
    QVERIFY(m_dials <= allowed(6, 100ms) + allowed(3, 600ms));
    QVERIFY(m_dials > 9);
}

void tst_Storm::twoDialsKeepTheirDistance()
{
    Policy policy = scaledDown();
    policy.pacing.gap = 100ms;
    Client client(policy);
    QElapsedTimer clock;
    clock.start();
    std::vector<qint64> dials;
    connect(&client, &ReconnectingWebSocket::stateChanged, this, [&](ConnectionState state) {
        if (state == ConnectionState::Connecting)
            dials.push_back(clock.elapsed());
        else
            client.retryNow();
    });
    rage(client, 1s);
    QVERIFY(dials.size() > 3);
    for (std::size_t i = 1; i < dials.size(); ++i)
        QVERIFY2(dials[i] - dials[i - 1] >= 99,
                 qPrintable(QString::number(dials[i] - dials[i - 1])));
}

void tst_Storm::theDefaultPolicyIsCalm()
{
    Client client{Policy()};
    rage(client, 12s);
    QVERIFY(m_dials <= allowed(6, 5s));
    QVERIFY(m_dials > 1);
}

QTEST_GUILESS_MAIN(tst_Storm)
#include "tst_storm.moc"
