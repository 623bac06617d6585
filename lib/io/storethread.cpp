// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "storethread.h"

#include <algorithm>
#include <iterator>

namespace Holdfast {

namespace {

//! More of the same: what was asked first stays first.
void merge(StoreThread::Batch &batch, StoreThread::Batch later)
{
    std::move(later.messages.begin(), later.messages.end(), std::back_inserter(batch.messages));
    batch.forgotten.insert(batch.forgotten.end(), later.forgotten.begin(), later.forgotten.end());
    if (later.cursor)
        batch.cursor = std::move(later.cursor);
    if (!later.producer.isEmpty())
        batch.producer = later.producer;
    if (later.rebind)
        batch.rebind = std::move(later.rebind);
    batch.reserve = std::max(batch.reserve, later.reserve);
}

bool isPassing(const StoreError &error)
{
    return error.category == StoreErrorCategory::NotWritable
        || error.category == StoreErrorCategory::NotReadable
        || error.category == StoreErrorCategory::QueueBusy;
}

} // namespace

StoreThread::StoreThread(std::unique_ptr<MessageStore> store, std::chrono::milliseconds retry)
    : m_store(std::move(store))
    , m_retry(retry)
{
    setObjectName(QStringLiteral("holdfast-store"));
}

void StoreThread::wake()
{
    const QMutexLocker lock(&m_mutex);
    m_wanted = true;
    m_woken.wakeAll();
}

bool StoreThread::waitFor(quint64 ticket, QDeadlineTimer deadline)
{
    const QMutexLocker lock(&m_mutex);
    while (m_answeredTicket < ticket) {
        if (!isRunning() || !m_answered.wait(&m_mutex, deadline))
            return false;
    }
    return m_safeTicket >= ticket;
}

std::optional<OpenResult> StoreThread::takeOpened(QDeadlineTimer deadline)
{
    const QMutexLocker lock(&m_mutex);
    while (!m_found) {
        if (!isRunning() || !m_answered.wait(&m_mutex, deadline))
            return std::nullopt;
    }
    return std::exchange(m_found, std::nullopt);
}

void StoreThread::leave(std::chrono::milliseconds limit)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_leaving = true;
        m_woken.wakeAll();
    }
    if (!isRunning() || wait(QDeadlineTimer(limit))) {
        delete this;
        return;
    }
    // A disk that hangs must not hang the application, and a running QThread must not be destroyed.
    connect(this, &QThread::finished, this, &QObject::deleteLater);
    if (isFinished())
        deleteLater();
}

void StoreThread::run()
{
    QMutexLocker lock(&m_mutex);
    for (bool leaving = false; !leaving;) {
        while (!m_wanted && !m_leaving && !m_retryAt.hasExpired())
            m_woken.wait(&m_mutex, m_retryAt);
        leaving = m_leaving;
        m_wanted = false;
        Batch batch = std::exchange(m_gathered, {});
        lock.unlock();
        work(std::move(batch));
        lock.relock();
    }
    lock.unlock();
    m_store.reset();
}

void StoreThread::work(Batch batch)
{
    if (batch.open) {
        m_binding = *batch.open;
        m_mustOpen = true;
    }
    m_result.ticket = std::max(m_result.ticket, batch.ticket);
    merge(m_backlog, std::move(batch));
    std::optional<OpenResult> found;
    if (m_mustOpen)
        found = openStore();
    if (m_isOpen)
        handOver();
    // Before opened(): nothing may be sent until the disk knows that somebody is at it.
    commitStore();
    answer(found);
    if (found)
        Q_EMIT opened(*found);
    Q_EMIT committed(m_result);
}

OpenResult StoreThread::openStore()
{
    OpenResult opened = m_store->open();
    m_openError = opened.error;
    m_isOpen = !opened.error;
    // A disk may come back, and who has the queue may leave; the other errors are decided on once.
    m_mustOpen = isPassing(opened.error);
    if (!m_isOpen)
        return opened;
    m_lastReserved = opened.header.reservedThrough;
    m_isOurs = opened.header.binding.isEmpty() || opened.header.binding == m_binding;
    if (!opened.clean) {
        for (StoredMessage &stored : opened.messages)
            stored.message.maybeDelivered = true;
    }
    if (m_isOurs) {
        m_store->bind(m_binding);
        m_backlog.reserve = std::max(m_backlog.reserve, m_lastReserved + StoreWorker::NumberBlock);
    } else {
        opened.error = {StoreErrorCategory::BoundElsewhere,
                        u"the queue is for " % opened.header.binding.endpoint};
    }
    return opened;
}

//! Gives the store what was gathered.
void StoreThread::handOver()
{
    Batch batch = std::exchange(m_backlog, {});
    if (batch.rebind) {
        m_isOurs = true;
        m_store->bind(*batch.rebind);
        batch.reserve = std::max(batch.reserve, m_lastReserved + StoreWorker::NumberBlock);
    }
    std::sort(batch.forgotten.begin(), batch.forgotten.end());
    std::erase_if(batch.messages, [&batch](const StoredMessage &stored) {
        return std::binary_search(batch.forgotten.begin(), batch.forgotten.end(),
                                  stored.message.number);
    });
    if (!batch.messages.empty()) {
        m_store->append(batch.messages);
        m_handedThrough = std::max(m_handedThrough, batch.messages.back().message.number);
    }
    if (!batch.forgotten.empty())
        m_store->forget(batch.forgotten);
    if (batch.cursor)
        m_store->saveCursor(*batch.cursor);
    if (!batch.producer.isEmpty())
        m_store->setProducer(batch.producer);
    if (batch.reserve > 0) {
        m_store->reserve(batch.reserve);
        m_lastReserved = std::max(m_lastReserved, batch.reserve);
        m_reserving = m_lastReserved;
    }
}

void StoreThread::commitStore()
{
    // A stranger's queue is left as it was found, or it would not know any more that its owner was
    // killed.
    m_result.error = !m_isOpen ? m_openError : m_isOurs ? m_store->commit() : StoreError();
    if (!m_result.error && m_isOurs) {
        m_result.storedThrough = m_handedThrough;
        m_result.reservedThrough = m_reserving;
    }
    m_retryAt = QDeadlineTimer(QDeadlineTimer::Forever);
    if (m_mustOpen || (m_isOpen && m_result.error))
        m_retryAt = QDeadlineTimer(m_retry);
}

void StoreThread::answer(const std::optional<OpenResult> &found)
{
    std::optional<OpenResult> copy = found; // many messages: not under the mutex
    const QMutexLocker lock(&m_mutex);
    if (copy)
        m_found = std::move(copy);
    m_answeredTicket = m_result.ticket;
    if (!m_result.error)
        m_safeTicket = m_result.ticket;
    m_answered.wakeAll();
}

} // namespace Holdfast
