// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "messagequeue.h"

#include <utility>

namespace Holdfast {

MessageQueue::Position MessageQueue::lowerBound(quint64 number) const
{
    Position from = 0;
    for (std::size_t count = m_slots.size(); count > 0;) {
        const std::size_t half = count / 2;
        if (m_slots[from + half].number < number) {
            from += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return from;
}

MessageQueue::Position MessageQueue::find(quint64 number) const
{
    const Position at = lowerBound(number);
    const bool isThere = at != end() && m_slots[at].number == number && !isHole(at);
    return isThere ? at : end();
}

MessageQueue::Position MessageQueue::insert(Message message)
{
    const Position at = lowerBound(message.number);
    if (at != end() && m_slots[at].number == message.number) {
        m_slots[at] = Slot{std::move(message)};
        --m_holes;
    } else if (at == 0) {
        m_slots.prepend() = Slot{std::move(message)};
    } else {
        m_slots.append();
        for (Position to = end() - 1; to > at; --to)
            m_slots[to] = std::move(m_slots[to - 1]);
        m_slots[at] = Slot{std::move(message)};
    }
    return at;
}

void MessageQueue::closeHoles(Position &one, Position &other)
{
    while (!m_slots.isEmpty() && isHole(0)) {
        m_slots.removeFirst();
        --m_holes;
        --one;
        --other;
    }
    if (m_holes <= m_slots.size() / 2)
        return;
    // Each hole has been paid for by the message that left it.
    one = withoutHoles(one);
    other = withoutHoles(other);
    Position kept = 0;
    for (Position at = 0; at < end(); ++at) {
        if (isHole(at))
            continue;
        if (kept != at)
            m_slots[kept] = std::move(m_slots[at]);
        ++kept;
    }
    while (end() > kept)
        m_slots.removeLast();
    m_holes = 0;
}

MessageQueue::Position MessageQueue::withoutHoles(Position at) const
{
    Position holes = 0;
    for (Position before = 0; before < at; ++before)
        holes += isHole(before);
    return at - holes;
}

} // namespace Holdfast
