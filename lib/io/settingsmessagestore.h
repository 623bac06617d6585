// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore.h"

#include <memory>

namespace Holdfast {

class SegmentedQueue;

//! The store of a named queue: a folder of small files, written by QSettings in a format of ours.
//!
//! What a message costs does not depend on how many there are. It is meant for up to some 100 000
//! messages. The payloads are not encrypted; the files are for their owner only (0600).
//!
//!     <folder>/<queue name>/
//!       owner.lock             held while open: one owner at a time
//!       queue.holdfast         the header
//!       000000000001.holdfast  up to 64 messages or 64 KiB, named by the first number
//!       payload-000000000065   a payload over 64 KiB
//!       *.corrupt              what was found damaged; yours to look at and to delete
//!
//! A damaged spot costs the message that it is in. If the header is lost, the messages are still
//! there, and new ones get another producer; some that were delivered may come again.
//!
//! Errors of open(): InvalidName, QueueBusy, NotWritable (also if the folder cannot be made or
//! locked), Incompatible. Errors of commit(): NotWritable, and QueueBusy if somebody removed our
//! lock and took the folder.
class HOLDFAST_EXPORT SettingsMessageStore : public MessageStore
{
public:
    //! \a folder is where the queues are; empty: QStandardPaths::AppDataLocation + "/holdfast".
    explicit SettingsMessageStore(const QString &queueName, const QString &folder = {});
    ~SettingsMessageStore() override;

    //! What is wrong with a queue's name; empty if nothing is: 1 to 64 of a-z, A-Z, 0-9, '.', '_'
    //! and '-', no dot at either end, no name of a device on Windows.
    [[nodiscard]] static QString problem(const QString &queueName);

    [[nodiscard]] std::optional<StoreHeader> peek() override;
    [[nodiscard]] OpenResult open() override;
    void append(const std::vector<StoredMessage> &messages) override;
    void forget(const std::vector<quint64> &numbers) override;
    void saveCursor(const Cursor &cursor) override;
    void setProducer(const QString &producer) override;
    void reserve(quint64 through) override;
    void bind(const StoreBinding &binding) override;
    [[nodiscard]] StoreError commit() override;

private:
    const QString m_queueName;
    const QString m_folder;
    std::unique_ptr<SegmentedQueue> m_queue;
};

} // namespace Holdfast
