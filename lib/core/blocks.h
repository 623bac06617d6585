// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlist.h>

#include <cstddef>
#include <vector>

namespace Holdfast {

//! A deque whose items lie side by side, 32 at a time.
//!
//! A std::deque of libstdc++ has room for three messages in a node, and a long queue is cold when
//! it goes out: then each node is a wait for memory that no processor foresees. And it takes 600
//! bytes when it is empty, where this takes none.
template <typename T> class Blocks
{
public:
    [[nodiscard]] bool isEmpty() const { return m_blocks.isEmpty(); }
    [[nodiscard]] std::size_t size() const
    {
        return isEmpty() ? 0 : (blockCount() - 1) * Room + m_blocks.last().size() - m_first;
    }
    [[nodiscard]] T &operator[](std::size_t at)
    {
        return m_blocks[blockOf(at)][(m_first + at) % Room];
    }
    [[nodiscard]] const T &operator[](std::size_t at) const
    {
        return m_blocks[blockOf(at)][(m_first + at) % Room];
    }

    T &append()
    {
        if (isEmpty() || m_blocks.last().size() == Room)
            m_blocks.emplaceBack().reserve(Room);
        return m_blocks.last().emplace_back();
    }
    T &prepend()
    {
        if (isEmpty())
            return append();
        if (m_first == 0) {
            m_blocks.emplaceFront(Room);
            m_first = Room;
        }
        return m_blocks.first()[--m_first];
    }
    //! There must be one.
    void removeFirst()
    {
        m_blocks.first()[m_first++] = T();
        if (m_first == m_blocks.first().size()) {
            m_blocks.removeFirst();
            m_first = 0;
        }
    }
    //! There must be one.
    void removeLast()
    {
        m_blocks.last().pop_back();
        if (m_blocks.last().size() > (blockCount() == 1 ? m_first : 0))
            return;
        m_blocks.removeLast();
        if (isEmpty())
            m_first = 0;
    }

private:
    static constexpr std::size_t Room = 32;

    [[nodiscard]] std::size_t blockCount() const
    {
        return static_cast<std::size_t>(m_blocks.size());
    }
    [[nodiscard]] qsizetype blockOf(std::size_t at) const
    {
        return static_cast<qsizetype>((m_first + at) / Room);
    }

    QList<std::vector<T>> m_blocks; //!< all of them are full but the last; none is empty
    std::size_t m_first = 0; //!< those before it, in the first block, have left
};

} // namespace Holdfast
