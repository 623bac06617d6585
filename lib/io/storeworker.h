// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore.h"

#include <QtCore/qobject.h>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace Holdfast {

//! How far the disk is.
struct CommitResult
{
    quint64 ticket = 0; //!< the commit() that this answers, and all before it
    StoreError error; //!< if there is one, it is tried again without being asked
    quint64 storedThrough = 0; //!< highest number of a message that reached the disk; 0: none
    quint64 reservedThrough = 0; //!< numbers up to here may be used
};

//! Runs a store on a thread of its own. Nothing here waits but waitForCommit() and the destructor.
//!
//! Changes are gathered until commit(); while one commit runs, the next gathers, so a slow disk
//! makes commits larger and not more. A message that is forgotten before it was committed never
//! touches the disk.
//!
//! Results come through the event loop of the worker's thread, in order, each after everything that
//! it speaks of. Use it in its own thread only; moveToThread() before open() is fine.
class StoreWorker : public QObject
{
    Q_OBJECT

public:
    //! Numbers are reserved this many at a time.
    static constexpr quint64 NumberBlock = 4096;

    struct Times
    {
        std::chrono::milliseconds retry{5000}; //!< after an error that may pass
        std::chrono::milliseconds farewell{5000}; //!< the destructor waits no longer than this
    };

    explicit StoreWorker(std::unique_ptr<MessageStore> store, QObject *parent = nullptr);
    StoreWorker(std::unique_ptr<MessageStore> store, Times times, QObject *parent = nullptr);
    //! Commits what was gathered and closes the store. If that takes longer than Times::farewell,
    //! the thread is left to finish by itself.
    ~StoreWorker() override;

    //! In place of Times::farewell.
    void setFarewell(std::chrono::milliseconds limit) { m_times.farewell = limit; }

    //! Opens the store, binds it to \a binding if it is bound to nobody, and reserves the first
    //! block of numbers; opened() and then committed() (ticket 0) say how it went. If it is bound
    //! to somebody else, opened() brings the error BoundElsewhere together with the messages: hold
    //! them, and neither append nor forget anything before rebind(). After NotWritable it is tried
    //! again, and opened() comes again.
    void open(const StoreBinding &binding);

    //! The latest answer to open(), if it was not taken yet. opened() says that there is one; its
    //! messages may be many, and are not copied here.
    [[nodiscard]] std::optional<OpenResult> takeOpened();
    //! The same, and waits for it. Nothing: it takes longer than \a limit.
    [[nodiscard]] std::optional<OpenResult> waitForOpened(std::chrono::milliseconds limit);

    // See MessageStore. They gather.
    void append(StoredMessage message);
    void forget(const std::vector<quint64> &numbers);
    void saveCursor(const Cursor &cursor);
    void setProducer(const QString &producer);
    void reserve(quint64 through);
    //! Binds the store on purpose, whomever it was for, and reserves numbers as open() does.
    void rebind(const StoreBinding &binding);

    //! Starts to make all of the above safe, as soon as the commit that runs is done. The ticket
    //! comes back in committed(), or a later one does: it stands for all before it.
    quint64 commit();

    //! Waits until \a ticket is safe. false: it is not, because of an error, or since it takes
    //! longer than \a limit. committed() still comes through the event loop.
    [[nodiscard]] bool waitForCommit(quint64 ticket, std::chrono::milliseconds limit);

Q_SIGNALS:
    void opened(const Holdfast::OpenResult &result);
    void committed(const Holdfast::CommitResult &result);

private:
    class StoreThread *m_thread; //!< not owned: it outlives us if the disk does
    Times m_times;
    quint64 m_lastTicket = 0;
};

} // namespace Holdfast
