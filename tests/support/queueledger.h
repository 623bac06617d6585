// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qstring.h>

#include <limits>
#include <map>
#include <set>

namespace Holdfast {

//! What processes said that were killed (see facade/queuechild.cpp), and what a plain server saw.
class QueueLedger
{
public:
    //! False: what it says cannot be true.
    [[nodiscard]] bool heard(const QByteArray &line)
    {
        const quint64 number = line.mid(2).toULongLong();
        switch (line.isEmpty() ? 0 : line.at(0)) {
        case 'a':
            // Numbers rise, over all runs. One that was given before the queue was open, by a run
            // that was killed before it was, has left no trace anywhere and may come again.
            if (number <= m_takenThrough || (m_runBegan <= m_last && number <= m_last))
                return false;
            m_doubtful.erase(number);
            m_failed.erase(number);
            m_runBegan = std::min(m_runBegan, number);
            m_last = number;
            m_accepted.insert(number);
            return true;
        case 'x':
            m_doubtful.insert(number);
            return true;
        case 's':
            // What this run has accepted and not settled, up to there, is safe.
            for (auto at = m_accepted.lower_bound(m_runBegan);
                 at != m_accepted.end() && *at <= number; ++at) {
                if (!m_failed.contains(*at) && !m_doubtful.contains(*at))
                    m_stored.insert(*at);
            }
            return true;
        case 'd':
            return m_accepted.contains(number) && !m_failed.contains(number)
                && m_seen.contains(number);
        case 'f':
            return m_accepted.contains(number) && m_failed.emplace(number, m_frames).second;
        default:
            return line.isEmpty();
        }
    }

    //! Another run; the one before said nothing that counts any more.
    void begins()
    {
        m_runBegan = std::numeric_limits<quint64>::max();
        m_takenThrough = std::max(m_highest, m_stored.empty() ? 0 : *m_stored.rbegin());
    }

    //! A frame on the wire: "producer-number text". Empty: nothing is wrong with that.
    [[nodiscard]] QString arrived(const QString &text, int connection)
    {
        ++m_frames;
        const QString key = text.section(u' ', 0, 0);
        const quint64 number = key.section(u'-', -1).toULongLong();
        const QString producer = key.section(u'-', 0, -2);
        if (m_producer.isEmpty())
            m_producer = producer;
        if (producer != m_producer)
            return QStringLiteral("%1 has another producer").arg(key);
        if (connection != m_connection)
            m_lastSeen = 0; // a new one repeats what was not confirmed
        m_connection = connection;
        if (number <= m_lastSeen)
            return QStringLiteral("%1 comes after %2").arg(number).arg(m_lastSeen);
        m_lastSeen = number;
        if (m_highest < number)
            m_highest = number;
        else if (!m_seen.contains(number) && !m_doubtful.contains(number))
            return QStringLiteral("%1 comes for the first time after %2")
                .arg(number)
                .arg(m_highest);
        m_seen.insert(number);
        m_arrivals[number] = m_frames;
        return {};
    }

    //! The end of everything.
    [[nodiscard]] QString verdict() const
    {
        for (const quint64 number : m_stored) {
            if (!m_seen.contains(number) && !m_doubtful.contains(number))
                return QStringLiteral("%1 was stored and is lost").arg(number);
        }
        for (const quint64 number : m_seen) {
            if (!m_accepted.contains(number))
                return QStringLiteral("%1 is invented").arg(number);
        }
        return {};
    }

    //! What failed must not arrive later: \a since frames had arrived when we knew.
    [[nodiscard]] QString failedOnesSeen() const
    {
        for (const auto &[number, since] : m_failed) {
            const auto at = m_arrivals.find(number);
            if (at != m_arrivals.end() && at->second > since)
                return QStringLiteral("%1 had failed and was sent").arg(number);
        }
        return {};
    }

    std::set<quint64> m_accepted, m_stored, m_seen;
    std::set<quint64> m_doubtful; //!< killed before it said so, one may have failed
    std::map<quint64, int> m_failed; //!< and how many frames there were before
    std::map<quint64, int> m_arrivals; //!< the last one of each
    quint64 m_takenThrough = 0; //!< by earlier runs, for all to see
    quint64 m_last = 0, m_runBegan = std::numeric_limits<quint64>::max(), m_highest = 0,
            m_lastSeen = 0;
    int m_frames = 0;
    int m_connection = -1;
    QString m_producer;
};

} // namespace Holdfast
