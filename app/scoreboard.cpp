// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "scoreboard.h"

void Scoreboard::typed(quint64 number) { m_messages.insert(number, {}); }

void Scoreboard::seen(quint64 number)
{
    const auto message = m_messages.find(number);
    if (message == m_messages.end())
        return;
    if (++message->copies > 1) {
        ++m_duplicated;
        return;
    }
    ++m_delivered;
    if (message->gaveUp)
        --m_lost;
    message->late = number < m_highestSeen;
    if (message->late)
        ++m_outOfOrder;
    m_highestSeen = qMax(m_highestSeen, number);
}

void Scoreboard::gaveUp(quint64 number)
{
    const auto message = m_messages.find(number);
    if (message == m_messages.end() || message->gaveUp)
        return;
    message->gaveUp = true;
    if (message->copies == 0)
        ++m_lost;
}

bool Scoreboard::isLost(quint64 number) const
{
    const Message message = m_messages.value(number);
    return message.gaveUp && message.copies == 0;
}
