// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "instant.h"

#include <QtCore/qglobal.h>

#include <deque>
#include <optional>

namespace Holdfast::Testing {

//! What a server says to a SYN.
enum class Greeted {
    Refused, //!< with RST
    Ignored, //!< the client's kernel sends it again
    Queued,
};

//! Who was queued: a client and its how manieth dial.
struct Caller
{
    quint32 client = 0;
    quint32 dial = 0;
};

//! What becomes of those who gave up while they were queued.
enum class Gone {
    CostsAsMuch, //!< noticed when the work is done: a queue of balancers and handshakes
    CostsNothing, //!< Holdfast resets what it abandons, and a kernel tells whoever takes it up
};

//! Model of a server: a backlog, and behind it somebody who completes so many connections per
//! second, first come, first served. (A connection: TCP, TLS, upgrade, session.)
class Listener
{
public:
    struct Setup
    {
        double capacity = 4'000; //!< connections per second, > 0
        int backlog = 4'096; //!< ≥ 1; that wait to be completed; Linux's somaxconn
        //! Beyond the backlog: Ignored, as Linux does, or Refused, as Windows and balancers do.
        Greeted overflow = Greeted::Ignored;
        Greeted whileDown
            = Greeted::Refused; //!< Ignored: the machine is gone, not the process only
        Gone gone = Gone::CostsAsMuch;
    };

    explicit Listener(const Setup &setup);

    //! It answers from then on.
    void comeUp(Instant at) { m_upSince = at; }
    [[nodiscard]] bool isUp(Instant now) const { return now >= m_upSince; }

    //! A SYN of \a caller.
    [[nodiscard]] Greeted knock(const Caller &caller, Instant now);

    //! Takes up the next caller, if there is one and nobody is served: when it will be done.
    //! \a isThere(caller) says whether it still waits.
    template <typename Predicate>
    [[nodiscard]] std::optional<Instant> serve(Instant now, Predicate isThere)
    {
        while (m_setup.gone == Gone::CostsNothing && !m_serving && !m_queue.empty()
               && !isThere(m_queue.front()))
            m_queue.pop_front();
        return serveNext(now);
    }
    //! Who is served is done; serve() the next one.
    Caller done();

private:
    std::optional<Instant> serveNext(Instant now);

    Setup m_setup;
    Instant m_upSince = Instant::max();
    std::deque<Caller> m_queue;
    bool m_serving = false; //!< whoever is in front
    double m_freeAt = 0; //!< ms, and parts of one: a thousand connections may fit into it
};

} // namespace Holdfast::Testing
