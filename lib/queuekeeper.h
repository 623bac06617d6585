// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commitmode.h"
#include "link.h"
#include "storeworker.h"

#include <QtCore/qlist.h>
#include <QtCore/qobject.h>
#include <QtCore/qtimer.h>

#include <memory>
#include <optional>
#include <vector>

namespace Holdfast {

//! Keeps the outbox on the disk: what is stored when, which numbers may be used, and which outcomes
//! must wait until the disk knows them. Without a store it does nothing.
//!
//! The outbox is the truth for this run; the store follows. Messages too young to be stored wait
//! here, and most are confirmed before their time comes.
class QueueKeeper : public QObject
{
    Q_OBJECT

public:
    using Failures = std::vector<Effects::MessageFailed>;

    //! What can be seen of it.
    struct Facts
    {
        bool ready = true; //!< nothing of an earlier run is missing
        bool healthy = true;
        bool held = false; //!< the store is for somebody else
        int heldCount = 0; //!< messages in it
        quint64 storedThrough = 0;
    };

    //! Nothing waits longer than this for a disk.
    static constexpr std::chrono::milliseconds Bound{5000};

    //! Gives \a link its first producer. \a link must live until leave().
    QueueKeeper(Link &link, QObject *parent);
    ~QueueKeeper() override;

    //! The queue's store from now on, or none. After leave().
    void setStore(std::unique_ptr<MessageStore> store);
    void setCommitMode(CommitMode mode);
    [[nodiscard]] CommitMode commitMode() const { return m_mode; }
    //! Whom messages are for. false: it is too late, the queue is open for somebody else.
    [[nodiscard]] bool setBinding(const StoreBinding &binding);
    [[nodiscard]] const std::optional<StoreBinding> &binding() const { return m_binding; }
    //! Opens the store, if there is one that is not, and if it is known for whom.
    void open();
    //! Makes what is held ours. false: nothing is.
    bool rebind();
    //! Waits until all that is pending is safe; false: it is not.
    [[nodiscard]] bool commit();

    [[nodiscard]] bool hasStore() const { return m_phase != Phase::Memory; }
    //! There is a store, and it is ours or may become so.
    [[nodiscard]] bool keeps() const;
    [[nodiscard]] Facts facts() const;
    [[nodiscard]] QString explain() const;

    //! Before the outbox gives a number. Waits for the store only if it cannot say at a glance
    //! which numbers are free.
    void prepare();
    //! The outbox has taken this message.
    void sent(quint64 number, const Payload &payload, const SendOptions &options);
    void delivered(const std::vector<quint64> &numbers);
    //! True: it must not be told before failuresStored() says so.
    [[nodiscard]] bool failed(const Effects::MessageFailed &failure);
    void setConnected(bool connected);
    //! How far the server's events were handled. What was sent until now is stored with it, or
    //! before: it may be the answer to one of them.
    void saveCursor(const Cursor &cursor, bool soon);
    //! The store is a copy of one that went on: another name for what was never written, and for
    //! all to come.
    void takeNewProducer();
    //! The outbox has the last of Restored.
    void loaded();

    struct Farewell
    {
        bool keeps = false; //!< what is pending is in the store
        Failures told; //!< may be told now
    };
    //! The queue's end, while the outbox still has everything: stores it and closes the store.
    //! \a untold have left the outbox before.
    [[nodiscard]] Farewell leave(const Failures &untold);

Q_SIGNALS:
    // None comes from inside prepare() or sent(), if who listens lets it wait.
    void happened(const Holdfast::LinkEvent &event);
    void failuresStored(const Holdfast::QueueKeeper::Failures &failures);
    void troubled(const Holdfast::ConnectionError &error);
    void recovered(int quarantined);
    //! The store is open, and ours. Called from anywhere, and must not lead back here.
    void cursorFound(const Holdfast::Cursor &cursor);

private:
    enum class Phase {
        Memory, //!< no store
        Unprepared, //!< nobody has looked at it yet
        Prepared, //!< the numbers are known
        Opening,
        Unreachable, //!< for now: no disk, or somebody else has the queue; it is tried again
        Refused, //!< it will not open
        Held, //!< open, and for somebody else
        Loading, //!< the outbox is getting what was there
        Open,
    };
    //! A message that was not given to the store yet.
    struct Young
    {
        StoredMessage stored;
        Instant since;
        bool gone = false; //!< settled meanwhile
    };
    //! A failure that the disk does not know yet.
    struct Waiting
    {
        Effects::MessageFailed failure;
        quint64 ticket = 0; //!< 0: of the next commit
    };

    void enter(Phase phase);
    void watchTime();
    void numberFrom(quint64 first, const QString &producer);
    void rekeyFrom(quint64 number, const QString &producer);
    [[nodiscard]] QString producerOf(quint64 number) const;
    void reserveAhead();
    void goOnInMemory();

    void opened(OpenResult result);
    [[nodiscard]] bool clashes(const OpenResult &result) const;
    void takeFound();
    void adopt(std::vector<StoredMessage> messages, bool alone);
    void loadMore();
    void loadMoreLater();
    void committed(const CommitResult &result);
    void reservedThrough(quint64 number);
    void fallBack();
    void gatherPending(quint64 from);
    void markWritten();

    [[nodiscard]] bool mayStore() const;
    void takeYoung(quint64 number);
    void dropOldestYoung();
    void schedule(bool soon);
    void timedOut();
    void commitNow(Instant before = Instant::max());
    void seal();
    void outOfPatience();
    void handOver(Instant before);
    [[nodiscard]] bool hasNews() const { return !m_young.isEmpty() || m_dirty || m_cursor; }
    void identify(bool known);
    void changed();
    void complain(ErrorCategory category, const StoreError &error);

    Link &m_link;
    std::unique_ptr<MessageStore> m_store; //!< until the worker has it
    std::unique_ptr<StoreWorker> m_worker;
    std::optional<StoreBinding> m_binding;
    CommitMode m_mode = CommitMode::Batched;
    Phase m_phase = Phase::Memory;
    bool m_connected = false;

    // Numbers and keys.
    struct Keys
    {
        quint64 from;
        QString producer;
    };
    std::vector<Keys> m_keys; //!< by number; of this run
    QString m_producer; //!< of the store
    quint64 m_first = 0; //!< of this queue in this run; 0: not known yet
    quint64 m_last = 0;
    quint64 m_reserved = 0;
    quint64 m_reserveAsked = 0;
    bool m_fallback = false; //!< goes on with numbers that the store did not reserve

    // What the store does not know yet, and what it was given.
    QList<Young> m_young; //!< numbers rise
    quint64 m_handedThrough = 0;
    bool m_dirty = false; //!< it was asked to forget something
    std::optional<Cursor> m_cursor;
    Instant m_cursorAt; //!< when it stood there
    QList<Waiting> m_waiting;
    quint64 m_lastTicket = 0;
    // Made for the first store.
    QTimer *m_timer = nullptr;
    QTimer *m_patience = nullptr; //!< with a disk that does not say what is on it

    // What it found.
    std::optional<OpenResult> m_found; //!< whose turn comes when nothing is pending
    std::vector<StoredMessage> m_loading; //!< or what is held
    std::size_t m_loaded = 0;
    quint64 m_queue = 0; //!< rises with each: what was begun for an earlier one goes no further
    bool m_alone = false; //!< what is pending is on its way out
    bool m_healthy = true;
    StoreError m_error; //!< the last one
    quint64 m_storedThrough = 0;
};

} // namespace Holdfast
