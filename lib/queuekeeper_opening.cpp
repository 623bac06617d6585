// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// From a name to an open queue, and what to do if there is no way.

#include "logging.h"
#include "queuekeeper.h"
#include "steadyclock.h"
#include "timeasleep.h"

#include <QtCore/qmetaobject.h>

#include <algorithm>
#include <limits>

namespace Holdfast {

namespace {

// So many are given to the outbox before the event loop has its turn.
constexpr std::size_t LoadedAtOnce = 1000;
constexpr quint64 Everything = std::numeric_limits<quint64>::max();

//! Where nobody knows which numbers were used: above all that were, if no queue ever numbered 65
//! 536 messages a second, and below 2⁵³.
quint64 numberByClock() { return static_cast<quint64>(QDateTime::currentSecsSinceEpoch()) << 16; }

//! As the outbox wants it. The age is by the wall clock, but never more than the time to live.
Message revived(const StoredMessage &stored, const QDateTime &wallNow, Instant now)
{
    Message message = stored.message;
    const Duration age(std::max<qint64>(stored.queuedAt.msecsTo(wallNow), 0));
    message.queuedAt = message.timeToLive > Duration(0)
        ? now + remainingTime(stored, wallNow) - message.timeToLive
        : now - age;
    return message;
}

} // namespace

//! There is no store, for now or for ever: under a name that no store knows, any number will do.
void QueueKeeper::goOnInMemory()
{
    if (m_first == 0)
        numberFrom(numberByClock(), newProducer());
    m_fallback = true;
    m_young = QList<Young>();
    rekeyFrom(m_first, newProducer());
    m_link.setSendableThrough(Everything);
    identify(true);
}

void QueueKeeper::prepare()
{
    if (m_phase == Phase::Unprepared) {
        const std::optional<StoreHeader> known = m_store->peek();
        m_worker = std::make_unique<StoreWorker>(std::move(m_store), this);
        connect(m_worker.get(), &StoreWorker::opened, this, [this] {
            if (auto result = m_worker->takeOpened())
                opened(*std::move(result));
        });
        connect(m_worker.get(), &StoreWorker::committed, this, &QueueKeeper::committed);
        enter(Phase::Prepared);
        if (known)
            numberFrom(known->reservedThrough + 1, newProducer()); // the right name comes later
    }
    if (m_first != 0)
        return;
    open();
    if (m_phase == Phase::Opening) {
        if (auto result = m_worker->waitForOpened(Bound))
            opened(*std::move(result));
        else
            outOfPatience(); // or the next would wait as long
    }
    if (m_first == 0)
        numberFrom(numberByClock(), newProducer());
}

void QueueKeeper::open()
{
    if (m_phase == Phase::Unprepared && m_binding)
        prepare();
    if (m_phase != Phase::Prepared || !m_binding)
        return;
    enter(Phase::Opening);
    m_patience->start(Bound);
    m_worker->open(*m_binding);
}

//! The disk has said nothing for Bound. What comes now does not wait any longer; what the disk has
//! comes when it does.
void QueueKeeper::outOfPatience()
{
    if (m_phase == Phase::Opening) {
        goOnInMemory();
        enter(Phase::Unreachable);
        m_healthy = false;
        m_error
            = {.category = StoreErrorCategory::NotReadable,
               .detail
               = QStringLiteral("the disk has not answered for %1 s").arg(Bound.count() / 1000)};
        complain(ErrorCategory::StorageFailed, m_error);
    }
    identify(true);
    changed();
}

//! Another process was faster than we: what it numbered cannot be told from what we did.
bool QueueKeeper::clashes(const OpenResult &result) const
{
    return m_first != 0 && m_first <= result.header.reservedThrough && m_last >= m_first;
}

void QueueKeeper::opened(OpenResult result)
{
    // Where we went on in memory, what is pending there goes first.
    if (m_phase == Phase::Unreachable && !result.error && clashes(result)
        && m_link.outbox().pendingCount() > 0) {
        m_found = std::move(result);
        return;
    }
    const bool isEmpty = result.messages.empty();
    if (result.error.category == StoreErrorCategory::BoundElsewhere && isEmpty) {
        // An empty queue is nobody's.
        m_worker->rebind(*m_binding);
        m_worker->saveCursor({});
        m_lastTicket = m_worker->commit();
        result.header.cursor = {}; // of another server's log
        result.error = {};
    }
    m_error = result.error;
    const quint64 free = result.header.reservedThrough + 1;
    m_producer = result.header.producer;
    m_reserved = result.header.reservedThrough;
    m_reserveAsked = m_reserved + StoreWorker::NumberBlock; // the worker has done so
    switch (result.error.category) {
    case StoreErrorCategory::None: {
        m_healthy = true;
        m_link.noteSent(m_producer, m_reserved);
        Q_EMIT cursorFound(result.header.cursor);
        const bool clash = clashes(result);
        if (m_first < free) {
            m_young = QList<Young>();
            m_fallback = false;
            numberFrom(free, m_producer);
        } else if (!m_fallback) {
            rekeyFrom(m_first, m_producer);
        } else {
            gatherPending(m_first);
        }
        adopt(std::move(result.messages), clash);
        break;
    }
    case StoreErrorCategory::BoundElsewhere:
        if (m_first == 0)
            numberFrom(free, newProducer());
        goOnInMemory();
        enter(Phase::Held);
        m_healthy = true;
        m_loading = std::move(result.messages);
        complain(ErrorCategory::QueueHeld, m_error);
        break;
    case StoreErrorCategory::QueueBusy:
    case StoreErrorCategory::NotReadable:
    case StoreErrorCategory::NotWritable: {
        const bool busy = m_error.category == StoreErrorCategory::QueueBusy;
        if (m_phase != Phase::Unreachable)
            goOnInMemory();
        enter(Phase::Unreachable); // it is tried again
        if (std::exchange(m_healthy, false))
            complain(busy ? ErrorCategory::QueueBusy : ErrorCategory::StorageFailed, m_error);
        break;
    }
    case StoreErrorCategory::InvalidName:
    case StoreErrorCategory::Incompatible:
        goOnInMemory();
        enter(Phase::Refused);
        m_healthy = false;
        complain(m_error.category == StoreErrorCategory::InvalidName ? ErrorCategory::Configuration
                                                                     : ErrorCategory::StorageFailed,
                 m_error);
        break;
    }
    if (result.quarantined > 0) {
        qCWarning(lcStore) << result.quarantined << "damaged records of the queue were set aside";
        Q_EMIT recovered(result.quarantined);
    }
    changed();
}

//! What went on in memory is through.
void QueueKeeper::takeFound()
{
    if (m_found && m_link.outbox().pendingCount() == 0)
        opened(*std::exchange(m_found, std::nullopt));
}

//! Makes \a messages the head of the outbox. If \a alone, what it has now fails.
void QueueKeeper::adopt(std::vector<StoredMessage> messages, bool alone)
{
    enter(Phase::Loading);
    m_alone = alone;
    m_loading = std::move(messages);
    m_loaded = 0;
    // What was maybe delivered comes before what was not.
    bool written = false;
    m_link.outbox().forEach(
        [&written](const Message &message, bool) { written |= message.maybeDelivered; });
    for (auto stored = m_loading.rbegin(); stored != m_loading.rend(); ++stored)
        written = stored->message.maybeDelivered = written || stored->message.maybeDelivered;
    m_storedThrough = m_loading.empty() ? 0 : m_loading.back().message.number;
    m_handedThrough = std::max(m_handedThrough, m_storedThrough);
    m_link.setSendableThrough(0); // nothing overtakes them
    if (alone) {
        qCWarning(lcStore) << "another process has used the queue meanwhile; what was sent before "
                              "it was loaded fails";
        Q_EMIT happened(Restored{.messages = {}, .alone = true});
    }
    schedule(true);
    loadMoreLater();
}

void QueueKeeper::loadMoreLater()
{
    QMetaObject::invokeMethod(
        this,
        [this, queue = m_queue] {
            if (queue == m_queue)
                loadMore();
        },
        Qt::QueuedConnection);
}

void QueueKeeper::loadMore()
{
    if (m_phase != Phase::Loading)
        return;
    m_alone = false;
    Restored restored;
    const QDateTime wallNow = QDateTime::currentDateTimeUtc();
    const Instant now = steadyNow() + timeAsleep();
    // The newest first: then each costs the outbox the same.
    const std::size_t end = std::min(m_loaded + LoadedAtOnce, m_loading.size());
    for (; m_loaded < end; ++m_loaded) {
        const StoredMessage stored
            = std::exchange(m_loading[m_loading.size() - 1 - m_loaded], StoredMessage());
        restored.messages.push_back(revived(stored, wallNow, now));
    }
    restored.last = m_loaded == m_loading.size();
    Q_EMIT happened(restored);
    if (!restored.last)
        loadMoreLater();
}

void QueueKeeper::loaded()
{
    if (m_phase != Phase::Loading)
        return;
    m_loading = {};
    enter(Phase::Open);
    m_link.setSendableThrough(m_fallback ? Everything : m_reserved);
    identify(true);
    reserveAhead();
    schedule(true);
    changed();
}

bool QueueKeeper::rebind()
{
    if (m_phase != Phase::Held)
        return false;
    m_worker->rebind(*m_binding);
    m_worker->saveCursor({}); // of another server's log
    m_lastTicket = m_worker->commit();
    m_error = {};
    m_link.noteSent(m_producer, m_reserved);
    Q_EMIT cursorFound({});
    const bool clash = m_first <= m_reserved;
    if (clash) {
        m_fallback = false;
        numberFrom(m_reserved + 1, m_producer);
    } else {
        gatherPending(m_first);
    }
    adopt(std::exchange(m_loading, {}), clash);
    changed();
    return true;
}

} // namespace Holdfast
