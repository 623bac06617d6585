// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storeworker.h"

#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qmutex.h>
#include <QtCore/qthread.h>
#include <QtCore/qwaitcondition.h>

#include <optional>

namespace Holdfast {

//! The other side of StoreWorker: the thread that the store lives on.
//!
//! It has no event loop, so nothing of QSettings happens but what we ask for.
class StoreThread : public QThread
{
    Q_OBJECT

public:
    //! What was asked for and not handed to the store yet.
    struct Batch
    {
        std::optional<StoreBinding> open;
        std::optional<StoreBinding> rebind;
        std::vector<StoredMessage> messages;
        std::vector<quint64> forgotten;
        std::optional<Cursor> cursor;
        QString producer; //!< empty: as before
        quint64 reserve = 0;
        quint64 ticket = 0;
    };

    StoreThread(std::unique_ptr<MessageStore> store, std::chrono::milliseconds retry);

    //! Adds to what is gathered.
    template <typename Change> void gather(Change change)
    {
        const QMutexLocker lock(&m_mutex);
        change(m_gathered);
    }
    //! What is gathered is to be done now.
    void wake();
    [[nodiscard]] bool waitFor(quint64 ticket, QDeadlineTimer deadline);
    [[nodiscard]] std::optional<OpenResult> takeOpened(QDeadlineTimer deadline);
    //! Does what is gathered, and ends. Deletes itself if that takes longer than \a limit, else it
    //! is gone when this returns.
    void leave(std::chrono::milliseconds limit);

Q_SIGNALS:
    // Emitted on the thread itself.
    void opened(const Holdfast::OpenResult &result);
    void committed(const Holdfast::CommitResult &result);

protected:
    void run() override;

private:
    void work(Batch batch);
    [[nodiscard]] OpenResult openStore();
    void handOver();
    void commitStore();
    void answer(const std::optional<OpenResult> &found);

    QMutex m_mutex;
    // Guarded by the mutex:
    QWaitCondition m_woken, m_answered;
    Batch m_gathered;
    bool m_wanted = false; //!< somebody called wake()
    bool m_leaving = false;
    std::optional<OpenResult> m_found; //!< nobody has taken it yet
    quint64 m_answeredTicket = 0;
    quint64 m_safeTicket = 0;

    // Of the thread alone:
    std::unique_ptr<MessageStore> m_store;
    const std::chrono::milliseconds m_retry;
    bool m_mustOpen = false;
    bool m_isOpen = false;
    bool m_isOurs = false; //!< bound to whom it should be; else it is only looked at
    StoreError m_openError; //!< why it is not open
    StoreBinding m_binding; //!< whom it should be bound to
    Batch m_backlog; //!< for when the store is open
    CommitResult m_result; //!< the last one
    quint64 m_handedThrough = 0; //!< highest number given to append()
    quint64 m_lastReserved = 0; //!< by this run or an earlier one
    quint64 m_reserving = 0; //!< by this run
    QDeadlineTimer m_retryAt{QDeadlineTimer::Forever};
};

} // namespace Holdfast
