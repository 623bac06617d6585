// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qhash.h>
#include <QtCore/qstring.h>

#include <list>
#include <map>
#include <utility>

namespace Holdfast {

//! Values by somebody's word, kept apart by identity; knows which was put longest ago, and who has
//! most of them. Finding takes O(1), the rest O(log n).
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
        auto &own = m_entriesOf[identity];
        unrank(own);
        if (const auto found = m_index.constFind({identity, word}); found != m_index.cend()) {
            const auto entry = *found;
            entry->value = value;
            entry->serial = ++m_serial;
            m_entries.splice(m_entries.end(), m_entries, entry);
            own.splice(own.end(), own, entry->place);
        } else {
            m_entries.push_back({{identity, word}, value, ++m_serial, {}});
            Entry &entry = m_entries.back();
            entry.place = own.insert(own.end(), &entry);
            m_index.insert(entry.name, std::prev(m_entries.end()));
        }
        rank(own);
    }

    [[nodiscard]] int count() const { return static_cast<int>(m_entries.size()); }
    [[nodiscard]] const Value &oldest() const { return m_entries.front().value; }
    void dropOldest() { drop(Name(m_entries.front().name)); }
    //! The oldest one of the identity that has most; of equals, of the one with the oldest.
    void dropFromLargest() { drop(Name(m_ranks.begin()->second->name)); }

    Recent() = default;
    Q_DISABLE_COPY_MOVE(Recent)

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
        quint64 serial; //!< when it was put
        typename std::list<Entry *>::iterator place; //!< among those of its identity
    };
    using Own = std::list<Entry *>;
    using Rank = std::pair<qsizetype, quint64>; //!< minus how many, and when the oldest was put

    static Rank rankOf(const Own &own)
    {
        return {-static_cast<qsizetype>(own.size()), own.front()->serial};
    }
    void unrank(const Own &own)
    {
        if (!own.empty())
            m_ranks.erase(rankOf(own));
    }
    void rank(const Own &own)
    {
        if (!own.empty())
            m_ranks.emplace(rankOf(own), own.front());
    }
    void drop(const Name &name)
    {
        const auto entry = m_index.take(name);
        const auto holder = m_entriesOf.find(name.identity);
        unrank(holder->second);
        holder->second.erase(entry->place);
        m_entries.erase(entry);
        rank(holder->second);
        if (holder->second.empty())
            m_entriesOf.erase(holder);
    }

    std::list<Entry> m_entries; //!< the first is the oldest
    QHash<Name, typename std::list<Entry>::iterator> m_index;
    std::map<QString, Own> m_entriesOf; //!< each identity's, the first is its oldest
    std::map<Rank, const Entry *> m_ranks; //!< the oldest of each identity; of the largest first
    quint64 m_serial = 0;
};

} // namespace Holdfast
