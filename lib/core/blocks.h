// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <deque>
#include <vector>

namespace Holdfast {

//! A deque whose items lie side by side, 32 at a time.
//!
//! A std::deque of libstdc++ has room for three messages in a node, and a long queue is cold when
//! it goes out: then each node is a wait for memory that no processor foresees.
template <typename T> class Blocks
{
public:
    [[nodiscard]] bool isEmpty() const { return m_blocks.empty(); }
    [[nodiscard]] std::size_t size() const
    {
        return isEmpty() ? 0 : (m_blocks.size() - 1) * Room + m_blocks.back().size() - m_first;
    }
    [[nodiscard]] T &operator[](std::size_t at)
    {
        return m_blocks[(m_first + at) / Room][(m_first + at) % Room];
    }
    [[nodiscard]] const T &operator[](std::size_t at) const
    {
        return m_blocks[(m_first + at) / Room][(m_first + at) % Room];
    }

    T &append()
    {
        if (isEmpty() || m_blocks.back().size() == Room)
            m_blocks.emplace_back().reserve(Room);
        return m_blocks.back().emplace_back();
    }
    T &prepend()
    {
        if (isEmpty())
            return append();
        if (m_first == 0) {
            m_blocks.emplace_front(Room);
            m_first = Room;
        }
        return m_blocks.front()[--m_first];
    }
    //! There must be one.
    void removeFirst()
    {
        m_blocks.front()[m_first++] = T();
        if (m_first == m_blocks.front().size()) {
            m_blocks.pop_front();
            m_first = 0;
        }
    }
    //! There must be one.
    void removeLast()
    {
        m_blocks.back().pop_back();
        if (m_blocks.back().size() > (m_blocks.size() == 1 ? m_first : 0))
            return;
        m_blocks.pop_back();
        if (isEmpty())
            m_first = 0;
    }

private:
    static constexpr std::size_t Room = 32;

    std::deque<std::vector<T>> m_blocks; //!< all of them are full but the last; none is empty
    std::size_t m_first = 0; //!< those before it, in the first block, have left
};

} // namespace Holdfast
