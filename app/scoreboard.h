// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qhash.h>

//! Judges a lane by the server's own record.
//!
//! - sent: typed.
//! - delivered: the server reported it, at least once.
//! - lost: the lane does nothing more for it, and the server never reported it. If the server
//!   reports it after all, it is not lost any more.
//! - duplicated: copies that the server reported beyond the first.
//! - out of order: first copies that the server reported after a message with a higher number.
//!
//! What was never typed here counts nowhere; so a fresh Scoreboard ignores what its predecessor
//! left on the way.
class Scoreboard
{
public:
    //! Numbers rise.
    void typed(quint64 number);
    //! The server reported a copy.
    void seen(quint64 number);
    //! The lane does nothing more for it.
    void gaveUp(quint64 number);

    [[nodiscard]] int sent() const { return static_cast<int>(m_messages.size()); }
    [[nodiscard]] int delivered() const { return m_delivered; }
    [[nodiscard]] int lost() const { return m_lost; }
    [[nodiscard]] int duplicated() const { return m_duplicated; }
    [[nodiscard]] int outOfOrder() const { return m_outOfOrder; }

    //! Of one message; 0 if it is unknown.
    [[nodiscard]] int copies(quint64 number) const { return m_messages.value(number).copies; }
    [[nodiscard]] bool isLate(quint64 number) const { return m_messages.value(number).late; }
    [[nodiscard]] bool isLost(quint64 number) const;

private:
    struct Message
    {
        int copies = 0;
        bool late = false;
        bool gaveUp = false;
    };

    QHash<quint64, Message> m_messages;
    quint64 m_highestSeen = 0;
    int m_delivered = 0;
    int m_lost = 0;
    int m_duplicated = 0;
    int m_outOfOrder = 0;
};
