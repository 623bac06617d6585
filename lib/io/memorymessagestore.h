// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore.h"

#include <map>
#include <memory>

namespace Holdfast {

//! A store without a disk: for tests, and as the shortest example of what a store does.
//!
//! What is committed lies on a Shelf, which outlives the store if somebody else holds it, too: the
//! next store on the same shelf finds it.
class HOLDFAST_EXPORT MemoryMessageStore : public MessageStore
{
public:
    //! Where the messages lie between one store and the next.
    struct Shelf
    {
        StoreHeader header; //!< as it was committed
        std::map<quint64, StoredMessage> messages; //!< by number
        bool taken = false; //!< a store has it open
    };

    explicit MemoryMessageStore(std::shared_ptr<Shelf> shelf = std::make_shared<Shelf>());
    ~MemoryMessageStore() override;

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
    std::shared_ptr<Shelf> m_shelf;
    bool m_open = false;
    StoreHeader m_header; //!< as it shall be
    std::vector<StoredMessage> m_appended; //!< since the last commit()
    std::vector<quint64> m_forgotten; //!< likewise
};

} // namespace Holdfast
