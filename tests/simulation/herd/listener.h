// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "instant.h"

#include <QtCore/qglobal.h>

#include <optional>

namespace Holdfast::Testing {

//! What a server says to a SYN.
enum class Greeted {
    Refused, //!< with RST
    Ignored, //!< the client's kernel sends it again
    Queued,
};

//! Model of a server: a backlog, and behind it somebody who completes so many connections per
//! second, first come, first served.
//!
//! Whoever gave up while queued is served all the same: a server notices only when it has done the
//! work (TCP, TLS, upgrade, session).
class Listener
{
public:
    struct Setup
    {
        double capacity = 5'000; //!< connections per second, > 0
        int backlog = 4'096; //!< that wait to be completed; Linux's somaxconn
        //! Beyond the backlog: Ignored, as Linux does, or Refused, as Windows and balancers do.
        Greeted overflow = Greeted::Ignored;
        Greeted whileDown = Greeted::Refused; //!< Ignored: the machine is gone, not the process only
    };

    explicit Listener(const Setup &setup);

    //! It answers from then on.
    void comeUp(Instant at);

    [[nodiscard]] Greeted knock(Instant now);
    //! When the connection that was queued last will have been completed.
    [[nodiscard]] Instant completion() const;

private:
    Setup m_setup;
    std::optional<Instant> m_upSince;
    double m_freeAt = 0; //!< ms; the queue is what must be done until then
};

} // namespace Holdfast::Testing
