// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qhash.h>
#include <QtCore/qstring.h>

#include <list>

namespace Holdfast {

//! Values by somebody's word, kept apart by identity; knows which was put longest ago. All in O(1).
template <typename Value> class Recent
{
public:
    //! Null, if there is none.
    [[nodiscard]] const Value *find(const QString &identity, const QString &word) const
    {
        const auto found = m_index.constFind({identity, word});
        return found == m_index.cend() ? nullptr : &(*found)->value;
    }
    //! It is the newest now.
    void put(const QString &identity, const QString &word, const Value &value)
    {
        const auto found = m_index.constFind({identity, word});
        if (found == m_index.cend()) {
            m_entries.push_back({{identity, word}, value});
            m_index.insert(m_entries.back().name, std::prev(m_entries.end()));
            return;
        }
        (*found)->value = value;
        m_entries.splice(m_entries.end(), m_entries, *found);
    }

    [[nodiscard]] int count() const { return static_cast<int>(m_entries.size()); }
    [[nodiscard]] const Value &oldest() const { return m_entries.front().value; }
    void dropOldest()
    {
        m_index.remove(m_entries.front().name);
        m_entries.pop_front();
    }

    Recent() = default;
    Recent(Recent &&) noexcept = default;
    Recent &operator=(Recent &&) noexcept = default;
    Q_DISABLE_COPY(Recent)

private:
    struct Name
    {
        QString identity;
        QString word;

        bool operator==(const Name &) const = default;
        friend size_t qHash(const Name &name, size_t seed)
        {
            return qHashMulti(seed, name.identity, name.word);
        }
    };
    struct Entry
    {
        Name name;
        Value value;
    };

    std::list<Entry> m_entries; //!< the first is the oldest
    QHash<Name, typename std::list<Entry>::iterator> m_index;
};

} // namespace Holdfast
