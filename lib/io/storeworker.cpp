// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "storeworker.h"

#include "storethread.h"

namespace Holdfast {

StoreWorker::StoreWorker(std::unique_ptr<MessageStore> store, QObject *parent)
    : StoreWorker(std::move(store), Times{}, parent)
{
}

StoreWorker::StoreWorker(std::unique_ptr<MessageStore> store, Times times, QObject *parent)
    : QObject(parent)
    , m_thread(new StoreThread(std::move(store), times.retry))
    , m_times(times)
{
    connect(m_thread, &StoreThread::opened, this, &StoreWorker::opened, Qt::QueuedConnection);
    connect(m_thread, &StoreThread::committed, this, &StoreWorker::committed, Qt::QueuedConnection);
}

StoreWorker::~StoreWorker() { m_thread->leave(m_times.farewell); }

void StoreWorker::open(const StoreBinding &binding)
{
    m_thread->gather([&](StoreThread::Batch &batch) { batch.open = binding; });
    m_thread->wake();
    if (!m_thread->isRunning())
        m_thread->start();
}

std::optional<OpenResult> StoreWorker::takeOpened()
{
    return m_thread->takeOpened(QDeadlineTimer(0));
}

std::optional<OpenResult> StoreWorker::waitForOpened(std::chrono::milliseconds limit)
{
    return m_thread->takeOpened(QDeadlineTimer(limit));
}

void StoreWorker::append(StoredMessage message)
{
    m_thread->gather(
        [&](StoreThread::Batch &batch) { batch.messages.push_back(std::move(message)); });
}

void StoreWorker::forget(const std::vector<quint64> &numbers)
{
    m_thread->gather([&](StoreThread::Batch &batch) {
        batch.forgotten.insert(batch.forgotten.end(), numbers.begin(), numbers.end());
    });
}

void StoreWorker::saveCursor(const Cursor &cursor)
{
    m_thread->gather([&](StoreThread::Batch &batch) { batch.cursor = cursor; });
}

void StoreWorker::setProducer(const QString &producer)
{
    m_thread->gather([&](StoreThread::Batch &batch) { batch.producer = producer; });
}

void StoreWorker::reserve(quint64 through)
{
    m_thread->gather(
        [&](StoreThread::Batch &batch) { batch.reserve = std::max(batch.reserve, through); });
}

void StoreWorker::rebind(const StoreBinding &binding)
{
    m_thread->gather([&](StoreThread::Batch &batch) { batch.rebind = binding; });
}

quint64 StoreWorker::commit()
{
    const quint64 ticket = ++m_lastTicket;
    m_thread->gather([&](StoreThread::Batch &batch) { batch.ticket = ticket; });
    m_thread->wake();
    return ticket;
}

bool StoreWorker::waitForCommit(quint64 ticket, std::chrono::milliseconds limit)
{
    return m_thread->waitFor(ticket, QDeadlineTimer(limit));
}

} // namespace Holdfast
