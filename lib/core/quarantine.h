// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "verdict.h"

#include <QtCore/qglobal.h>

#include <limits>

namespace Holdfast {

//! How a connection ended, as far as a message may be to blame.
enum class Blame {
    Nobody, //!< a goodbye that has nothing to do with messages, or our own
    Perhaps, //!< no close frame: the network, or a server that crashed over a message
    Message, //!< 1003, 1007, 1009 or 1011: the server could not cope with what it read
};

//! Whom to suspect when a connection ends so. Our own goodbye is not asked about.
[[nodiscard]] Blame blameFor(const Ending &ending);

//! Finds the message that ends connections, so that it does not hold up the others for ever.
//!
//! When a connection ends so that a message may be to blame, with messages in flight and none of
//! them confirmed, these are suspects. As long as one of them is pending, each connection begins
//! with one message in flight at a time. After eight that passed alone the number doubles with each
//! confirmation, because mostly it was the network: a lost burst of 65 536 is then sent again in
//! some twenty round trips instead of as many as messages.
class Quarantine
{
public:
    static constexpr int Strikes = 3; //!< so many ends with Blame::Message, alone in flight
    static constexpr int NoLimit = std::numeric_limits<int>::max();

    //! What is in flight when a connection ends.
    struct Flight
    {
        int count = 0;
        quint64 first = 0;
        quint64 last = 0;
    };

    //! How many may be in flight, if \a oldest is the oldest that is pending.
    [[nodiscard]] int window(quint64 oldest) const
    {
        return oldest > m_through ? NoLimit : windowOfSuspects();
    }
    //! So many that were in flight on this connection are confirmed.
    void confirmed(int count = 1);
    //! The server may have ended a connection because of \a oldest, the oldest that is pending:
    //! only what else ends it can clear it. So it goes only where the peer has answered something
    //! first.
    [[nodiscard]] bool isOnTrial(quint64 oldest) const
    {
        return m_strikes > 0 && oldest == m_alone;
    }
    //! There was another reason: nobody is suspected any more.
    void acquit() { m_through = 0; }
    //! The connection has ended. True: the one that was in flight is poisonous.
    [[nodiscard]] bool ended(Blame blame, const Flight &flight);

    //! Alone in flight when the last connection ended so that it may be to blame, and not for the
    //! first time; 0: none.
    [[nodiscard]] quint64 suspect() const { return m_isAlone && m_ends > 1 ? m_alone : 0; }
    //! How often that has happened to it, and how often with Blame::Message.
    [[nodiscard]] int ends() const { return m_ends; }
    [[nodiscard]] int strikes() const { return m_strikes; }

private:
    [[nodiscard]] int windowOfSuspects() const;

    quint64 m_through = 0; //!< the last suspect's number
    int m_confirmedHere = 0; //!< on this connection
    quint64 m_alone = 0; //!< the last that was alone in flight at such an end
    bool m_isAlone = false; //!< and at the last end
    int m_ends = 0;
    int m_strikes = 0;
};

} // namespace Holdfast
