// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "memorymessagestore.h"

#include <QtCore/qmutex.h>
#include <QtCore/qsemaphore.h>
#include <QtCore/qset.h>
#include <QtCore/qthread.h>

#include <atomic>

namespace Holdfast {

//! A store in memory whose disk the test holds in its hand: it can be slow, full or busy.
class HeldStore : public MemoryMessageStore
{
public:
    //! What the test sees and sets. Everything may be used from any thread; the shelf only while no
    //! commit is on its way.
    struct Hand
    {
        std::shared_ptr<Shelf> shelf = std::make_shared<Shelf>();
        std::atomic<bool> slow = false; //!< a commit waits for a permission
        std::atomic<bool> hangs = false; //!< open() does
        QSemaphore begun; //!< released by each slow commit when it begins
        QSemaphore permissions;
        std::atomic<StoreErrorCategory> openError = StoreErrorCategory::None;
        std::atomic<StoreErrorCategory> commitError = StoreErrorCategory::None;
        std::atomic<bool> clean = true;
        std::atomic<int> opens = 0;
        std::atomic<int> commits = 0;
        std::atomic<int> appended = 0; //!< messages
        std::atomic<std::size_t> kept = 0; //!< messages on the shelf after the last commit
        std::atomic<bool> destroyed = false;

        void note()
        {
            const QMutexLocker lock(&mutex);
            threads.insert(QThread::currentThread());
        }
        QMutex mutex;
        QSet<QThread *> threads; //!< that used the store
    };

    explicit HeldStore(std::shared_ptr<Hand> hand)
        : MemoryMessageStore(hand->shelf)
        , m_hand(std::move(hand))
    {
    }
    ~HeldStore() override
    {
        m_hand->note();
        m_hand->destroyed = true;
    }

    [[nodiscard]] OpenResult open() override
    {
        m_hand->note();
        ++m_hand->opens;
        if (m_hand->hangs)
            m_hand->permissions.acquire();
        if (m_hand->openError != StoreErrorCategory::None)
            return {.error = {m_hand->openError, QStringLiteral("as the test wants it")}};
        OpenResult result = MemoryMessageStore::open();
        result.clean = m_hand->clean;
        return result;
    }
    void append(const std::vector<StoredMessage> &messages) override
    {
        m_hand->note();
        m_hand->appended += int(messages.size());
        MemoryMessageStore::append(messages);
    }
    [[nodiscard]] StoreError commit() override
    {
        m_hand->note();
        if (m_hand->slow) {
            m_hand->begun.release();
            m_hand->permissions.acquire();
        }
        ++m_hand->commits;
        if (m_hand->commitError != StoreErrorCategory::None)
            return {m_hand->commitError, QStringLiteral("as the test wants it")};
        StoreError error = MemoryMessageStore::commit();
        m_hand->kept = m_hand->shelf->messages.size();
        return error;
    }

private:
    const std::shared_ptr<Hand> m_hand;
};

} // namespace Holdfast
