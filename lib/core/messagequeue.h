// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "blocks.h"
#include "message.h"

#include <cstddef>

namespace Holdfast {

//! Messages in a row, by number.
//!
//! Most leave at the head, in order. One that leaves from the middle becomes a hole, so that the
//! others need not move and positions stay as they are; tidy() closes the holes before they are
//! more than the messages. That is several times quicker than a tree, and a plain message needs no
//! memory of its own.
class MessageQueue
{
public:
    //! Good until the next insert() or tidy().
    using Position = std::size_t;

    [[nodiscard]] bool isEmpty() const { return m_slots.size() == m_holes; }
    [[nodiscard]] int count() const { return static_cast<int>(m_slots.size() - m_holes); }
    [[nodiscard]] Position end() const { return m_slots.size(); }
    [[nodiscard]] Message &operator[](Position at) { return m_slots[at]; }
    [[nodiscard]] const Message &operator[](Position at) const { return m_slots[at]; }
    [[nodiscard]] bool isHole(Position at) const { return m_slots[at].isHole; }
    //! The oldest; tidy() must have been called, and there must be one.
    [[nodiscard]] const Message &front() const { return m_slots[0]; }

    //! The first message at \a at or behind it, or end().
    [[nodiscard]] Position skipHoles(Position at) const
    {
        while (m_holes > 0 && at != m_slots.size() && m_slots[at].isHole)
            ++at;
        return at;
    }
    //! The first message or hole whose number is not below \a number, or end().
    [[nodiscard]] Position lowerBound(quint64 number) const;
    //! Where the message with this number is; end(): there is none.
    [[nodiscard]] Position find(quint64 number) const;

    //! A new one behind all others, with this number. Nothing else moves.
    Message &append(quint64 number)
    {
        Message &message = m_slots.append();
        message.number = number;
        return message;
    }
    //! Puts \a message in its place and returns that; those behind it move up, unless there was a
    //! hole. Its number must not be there yet. At either end it costs as much as append().
    Position insert(Message message);
    //! Makes a hole of it.
    void remove(Position at)
    {
        Slot &slot = m_slots[at];
        slot.isHole = true;
        slot.payload = {}; // the hole may stay for a while, and payloads are large
        ++m_holes;
    }

    //! To be called after each remove(), or after many. \a one and \a other, which are no holes,
    //! follow.
    void tidy(Position &one, Position &other)
    {
        if (m_holes > 0)
            closeHoles(one, other);
    }

private:
    struct Slot : Message // not a member: the flag then fits behind those of the message
    {
        bool isHole = false;
    };

    void closeHoles(Position &one, Position &other);
    [[nodiscard]] Position withoutHoles(Position at) const;

    Blocks<Slot> m_slots; //!< numbers rise, also over the holes
    std::size_t m_holes = 0;
};

} // namespace Holdfast
