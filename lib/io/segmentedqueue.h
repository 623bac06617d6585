// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore.h"
#include "queuefolder.h"
#include "queueheader.h"
#include "segment.h"

#include <QtCore/qstringlist.h>

#include <map>
#include <set>

namespace Holdfast {

//! The files of one queue and what is to be done to them; see SettingsMessageStore.
//!
//! Memory is the truth and the disk follows: every message is here, too (its payload is shared with
//! the outbox), so that a commit that failed can be repeated, even after the folder was deleted.
class SegmentedQueue
{
public:
    SegmentedQueue(const QString &queueName, const QString &folder);
    //! Commits, and says so in the header if all is well. Who only looked leaves a whole queue as
    //! it was: also the word that its last owner was killed.
    ~SegmentedQueue();

    //! The header as it is, if it is whole; an empty one if there is no queue yet.
    [[nodiscard]] static std::optional<StoreHeader> peek(const QueueFolder &folder);

    [[nodiscard]] OpenResult open();
    void put(const StoredMessage &stored);
    void forget(quint64 number);
    void saveCursor(const Cursor &cursor);
    void setProducer(const QString &producer);
    void reserve(quint64 through);
    void bind(const StoreBinding &binding);
    [[nodiscard]] StoreError commit();

private:
    //! A file that goes when the header no longer needs it.
    struct Removal
    {
        QString path;
        std::vector<quint64> numbers; //!< the messages in it
    };

    // segmentedqueue_load.cpp
    [[nodiscard]] bool loadHeader(OpenResult &result);
    void loadSegment(quint64 first, OpenResult &result);
    [[nodiscard]] bool loadPayload(MessageRecord &record) const;
    void sortOutPayloads(bool damaged);
    void finishLoading(OpenResult &result);

    [[nodiscard]] Segment *segmentOf(quint64 number);
    [[nodiscard]] Segment &segmentFor(quint64 number, qint64 bytes);
    void reviveNumbersFrom(quint64 number);
    void markAllDirty();
    [[nodiscard]] bool isUncertain() const;
    void updateConfirmed();
    void compact();
    [[nodiscard]] StoreError writePayloads();
    [[nodiscard]] StoreError writeSegments();
    [[nodiscard]] StoreError writeHeader();
    void removeFiles();

    QueueFolder m_folder;
    bool m_open = false;
    quint64 m_uncertainThrough = 0; //!< the run that wrote messages up to here was killed
    bool m_untouched = false; //!< nobody asked for a change, and nothing needs repair
    QueueHeader m_header;
    bool m_headerDirty = false;
    std::map<quint64, Segment> m_segments; //!< by first number; none is empty
    std::set<quint64>
        m_dirty; //!< first numbers of segments that the disk does not have as they are
    quint64 m_tail = 0; //!< first number of the segment that grows; 0: none
    quint64 m_highest = 0; //!< number ever seen
    std::set<quint64> m_newPayloads; //!< numbers of messages whose payload file is to be written
    std::vector<Removal> m_removals;
};

} // namespace Holdfast
