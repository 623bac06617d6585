// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cursor.h"
#include "holdfastglobal.h"
#include "storebinding.h"
#include "storedmessage.h"
#include "storeerror.h"

#include <optional>
#include <vector>

namespace Holdfast {

//! What a store knows besides its messages.
struct StoreHeader
{
    QString producer; //!< the first part of idempotency keys; see newProducer()
    quint64 reservedThrough = 0; //!< numbers up to here may have been used: go on after it
    Cursor cursor; //!< how far the server's events were handled
    StoreBinding binding; //!< empty: bound to nobody yet
};

//! What open() found.
struct OpenResult
{
    StoreHeader header; //!< what the store knows besides
    std::vector<StoredMessage> messages; //!< numbers rise
    int quarantined = 0; //!< how many could not be read; they are not among the messages
    //! Whoever had the store before destroyed it properly. If false, any of the messages may have
    //! been written to a socket; a store that cannot tell says false.
    bool clean = false;
    StoreError error; //!< if there is one, the rest is empty and the store stays closed
};

//! Where a queue survives the process: what an application implements to keep its messages in a
//! place of its own, such as a database.
//!
//! A store is plain and blocking. Holdfast creates no thread-safety problem for it: after its
//! construction (and peek()) all calls, and the destruction, come from one thread, which has no
//! event loop. It
//! may take its time, since the connection does not wait for it. It calls nobody, knows nothing of
//! connections, and throws nothing.
//!
//! open() comes first. The six functions after it change what should be stored; they cannot fail,
//! and may do nothing but take a note. commit() makes it so.
//!
//! **What is promised.** When commit() returns without an error, then everything that was asked
//! before is still there after the process is killed. Killed earlier, any part of it may be there,
//! but each message entirely or not at all.
//!
//! **Errors.** When commit() fails, some may be on the disk and some not. Nothing is forgotten:
//! the caller repeats nothing, and the next commit() tries again whatever is missing.
//!
//! **Numbers.** Most messages are confirmed before they are ever stored, so a store cannot tell
//! from its messages which numbers were used. Before a number is used, reserve() for it, or for one
//! above it, is committed, and open() tells how far that went. A number must never come twice: a
//! server that drops duplicates by number would drop a new message.
class HOLDFAST_EXPORT MessageStore
{
public:
    MessageStore() = default;
    //! Closes the store. What was not committed may be lost.
    virtual ~MessageStore();

    //! What is known at a glance, without taking the store: the header, so that numbers can be
    //! given before a slow open() is done. Its reservedThrough is no lower than any number in the
    //! store. Called before open(), if at all, by the thread that made the store, which waits for
    //! it; so it takes no lock and no time. Nothing: one must wait for open().
    [[nodiscard]] virtual std::optional<StoreHeader> peek();

    //! Takes the store for its own and loads what is there. Called once, or again after an error;
    //! never two at a time. Damage is no error: what is whole is loaded, the rest is set aside and
    //! counted. An empty store gets a producer.
    [[nodiscard]] virtual OpenResult open() = 0;

    //! Adds \a messages; their numbers rise, from call to call as well. A message that is stored
    //! already comes again to have it marked maybeDelivered: it is replaced. Its payload is the
    //! same.
    virtual void append(const std::vector<StoredMessage> &messages) = 0;
    //! Takes messages out, in any order. A number that is not there is none of the store's
    //! business.
    virtual void forget(const std::vector<quint64> &numbers) = 0;
    //! How far the server's events were handled.
    virtual void saveCursor(const Cursor &cursor) = 0;
    //! Numbers up to \a through may be used from the next commit() on. It never goes back: a lower
    //! one than before changes nothing.
    virtual void reserve(quint64 through) = 0;
    //! Who numbers from now on: the old name turned out to be in use elsewhere (the store is a copy
    //! of one that went on). What is stored keeps its key.
    virtual void setProducer(const QString &producer) = 0;
    //! Whom the messages are for. The store keeps the word and draws no conclusion.
    virtual void bind(const StoreBinding &binding) = 0;

    //! Returns when all of the above is safe, or says why it is not.
    [[nodiscard]] virtual StoreError commit() = 0;

private:
    Q_DISABLE_COPY_MOVE(MessageStore)
};

//! A new name for whoever numbers messages; no other queue in the world has it.
[[nodiscard]] HOLDFAST_EXPORT QString newProducer();

} // namespace Holdfast
