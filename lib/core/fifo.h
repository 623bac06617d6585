// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace Holdfast {

//! First in, first out, for queues that are empty most of the time.
//!
//! It takes no memory before it is used (a std::deque of libstdc++ takes 600 bytes), and when it
//! has run empty it keeps room for a few: not for a burst, and not so little that each item had to
//! ask for memory.
template <typename T> class Fifo
{
public:
    [[nodiscard]] bool isEmpty() const { return m_first == m_items.size(); }
    [[nodiscard]] std::size_t size() const { return m_items.size() - m_first; }

    //! There must be one.
    [[nodiscard]] const T &first() const { return m_items[m_first]; }
    template <typename... Arguments> void append(Arguments &&...arguments)
    {
        m_items.emplace_back(std::forward<Arguments>(arguments)...);
    }
    //! There must be one.
    [[nodiscard]] T takeFirst()
    {
        T item = std::move(m_items[m_first]);
        ++m_first;
        if (isEmpty())
            clear();
        else if (m_first > m_items.size() / 2)
            closeUp(); // each item that moves pays for one that has left
        return item;
    }
    template <typename Predicate> void removeIf(Predicate predicate)
    {
        closeUp();
        std::erase_if(m_items, predicate);
    }
    void clear()
    {
        m_first = 0;
        if (m_items.capacity() > Few)
            std::vector<T>().swap(m_items);
        else
            m_items.clear();
    }

    [[nodiscard]] auto begin() const
    {
        return m_items.begin() + static_cast<std::ptrdiff_t>(m_first);
    }
    [[nodiscard]] auto end() const { return m_items.end(); }

private:
    static constexpr std::size_t Few = 4;

    void closeUp()
    {
        m_items.erase(m_items.begin(), m_items.begin() + static_cast<std::ptrdiff_t>(m_first));
        m_first = 0;
    }

    std::vector<T> m_items;
    std::size_t m_first = 0; //!< those before it have left
};

} // namespace Holdfast
