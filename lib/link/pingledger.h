// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "instant.h"

#include <QtCore/qbytearray.h>
#include <QtCore/qlist.h>

#include <optional>

namespace Holdfast {

//! The pings of this connection that nobody has answered yet, and what the answers tell.
class PingLedger
{
public:
    void sent(const QByteArray &payload, Instant now);
    //! Something came in.
    void heard(Instant now) { m_heardAt = now; }
    //! A pong came in. When the ping went out that it answers, if one is outstanding here; it then
    //! answers all earlier ones as well (RFC 6455 §5.5.3). An unsolicited pong proves nothing.
    [[nodiscard]] std::optional<Instant> answered(const QByteArray &payload, Instant now);

    [[nodiscard]] bool isWaiting() const { return !m_outstanding.isEmpty(); }
    //! Smoothed over about eight round trips (RFC 6298 §2, α = 1/8); none before the first.
    [[nodiscard]] std::optional<Duration> roundTripTime() const { return m_smoothed; }

    //! The peer reads on but answers no ping: two of them or more, on two connections or more, each
    //! unanswered for \a patience while later data came in, and none answered in between.
    [[nodiscard]] bool isIgnored(Instant now, Duration patience) const;
    //! One of them is of this connection.
    [[nodiscard]] bool isIgnoredHere(Instant now, Duration patience) const
    {
        return ignoredHere(now, patience) > 0;
    }
    //! The connection is over: its pings cannot be answered any more, but what they told is kept.
    void closeBooks(Instant now, Duration patience);

private:
    struct Ping
    {
        QByteArray payload;
        Instant at;
    };

    [[nodiscard]] int ignoredHere(Instant now, Duration patience) const;

    QList<Ping> m_outstanding;
    std::optional<Duration> m_smoothed;
    Instant m_heardAt = Instant::min();
    int m_ignoredBefore = 0; //!< pings, on earlier connections
    int m_ignoringConnections = 0; //!< earlier ones
};

} // namespace Holdfast
