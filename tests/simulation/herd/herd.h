// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connection.h"
#include "eventqueue.h"
#include "listener.h"

#include <QtCore/qstring.h>

#include <random>
#include <vector>

namespace Holdfast::Testing {

//! A server with many clients goes away and comes back.
struct Scenario
{
    int clients = 100'000;
    Duration outage{20'000};
    Listener::Setup server;
    Ending farewell; //!< how the connections end; Lost: a crash
    Policy policy;
    quint64 seed = 1;
    Duration horizon{3'600'000}; //!< after the server's return; who is not back then never will be
};

//! What came of it. Times are from the server's return; seconds are counted from the loss.
struct Outcome
{
    //! As they arrive, at a server or where it was; who outlasts the outage arrives in both.
    std::vector<int> dialsPerSecond;
    std::vector<int> connectsPerSecond;
    Duration half{-1}; //!< until so many were back; -1: never
    Duration most{-1}; //!< 99 %
    Duration all{-1};
    qint64 dials = 0;
    qint64 dialsAfterReturn = 0;
    qint64 knocks = 0; //!< SYNs, with those that were sent again
    qint64 wasted = 0; //!< connections that were completed for somebody who had given up
    int mostDials = 0; //!< of one client
    int broken = 0; //!< invariants that did not hold, see Herd::check
    QString firstBroken;

    //! Dials in the busiest second after the return, its first second left out.
    [[nodiscard]] int peakAfterReturn(const Scenario &scenario) const;
    //! The same after the loss: most of these dials meet nobody.
    [[nodiscard]] int peakAfterLoss() const;
};

//! The real Connection of every client, driven by its commands and deadlines under virtual time
//! against a model of a network and a server.
class Herd
{
public:
    [[nodiscard]] static Outcome run(const Scenario &scenario);

private:
    struct Client
    {
        explicit Client(const Policy &policy)
            : connection(policy)
        {
        }

        Connection connection;
        Instant armed = Instant::min(); //!< the newest deadline that is in the queue
        quint32 dials = 0;
        quint16 latency = 0; //!< ms, one way
        quint8 knocks = 0; //!< of the present dial
        bool met = false; //!< the present dial, a server that is up
        bool dialling = false;
        bool connected = false;
    };

    explicit Herd(const Scenario &scenario);
    void settle(quint32 index);
    void happen(const Coming &event);
    void perform(quint32 index, Command command);
    void dial(quint32 index);
    void knock(const Coming &event);
    void meet(Client &client);
    void serve();
    void welcome(quint32 index);
    void arm(quint32 index);
    void check(quint32 index);
    void complain(quint32 index, const char *what);
    [[nodiscard]] double luck();
    [[nodiscard]] size_t second() const;

    const Scenario m_scenario;
    Listener m_server;
    EventQueue m_queue;
    std::mt19937_64 m_random;
    std::vector<Client> m_clients;
    Verdict m_farewell;
    Verdict m_refusal;
    Instant m_now;
    int m_back = 0;
    Outcome m_outcome;
};

} // namespace Holdfast::Testing
