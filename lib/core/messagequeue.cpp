// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "messagequeue.h"

#include <algorithm>
#include <utility>

namespace Holdfast {

MessageQueue::Position MessageQueue::lowerBound(quint64 number) const
{
    if (!m_slots)
        return 0;
    const auto at = std::lower_bound(m_slots->begin(), m_slots->end(), number,
                                     [](const Slot &slot, quint64 n) { return slot.number < n; });
    return static_cast<Position>(at - m_slots->begin());
}

MessageQueue::Position MessageQueue::find(quint64 number) const
{
    const Position at = lowerBound(number);
    const bool isThere = at != end() && (*this)[at].number == number && !isHole(at);
    return isThere ? at : end();
}

MessageQueue::Position MessageQueue::insert(Message message)
{
    std::deque<Slot> &slots = this->slots();
    const Position at = lowerBound(message.number);
    if (at != end() && slots[at].number == message.number) {
        slots[at] = Slot{std::move(message)};
        --m_holes;
    } else {
        slots.insert(slots.begin() + static_cast<std::ptrdiff_t>(at), Slot{std::move(message)});
    }
    return at;
}

void MessageQueue::closeHoles(Position &one, Position &other)
{
    std::deque<Slot> &slots = this->slots();
    while (!slots.empty() && slots.front().isHole) {
        slots.pop_front();
        --m_holes;
        --one;
        --other;
    }
    if (m_holes <= slots.size() / 2)
        return;
    // Each hole has been paid for by the message that left it.
    one = withoutHoles(one);
    other = withoutHoles(other);
    std::erase_if(slots, [](const Slot &slot) { return slot.isHole; });
    m_holes = 0;
}

MessageQueue::Position MessageQueue::withoutHoles(Position at) const
{
    const auto end = m_slots->begin() + static_cast<std::ptrdiff_t>(at);
    const auto holes
        = std::count_if(m_slots->begin(), end, [](const Slot &slot) { return slot.isHole; });
    return at - static_cast<Position>(holes);
}

} // namespace Holdfast
