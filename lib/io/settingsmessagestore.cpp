// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "settingsmessagestore.h"

#include "queuefolder.h"
#include "segmentedqueue.h"

namespace Holdfast {

SettingsMessageStore::SettingsMessageStore(const QString &queueName, const QString &folder)
    : m_queueName(queueName)
    , m_folder(folder)
    , m_queue(std::make_unique<SegmentedQueue>(queueName, folder))
{
}

SettingsMessageStore::~SettingsMessageStore() = default;

QString SettingsMessageStore::problem(const QString &queueName)
{
    return queueNameProblem(queueName);
}

std::optional<StoreHeader> SettingsMessageStore::peek()
{
    QueueFolder folder(m_folder, m_queueName);
    if (folder.locate())
        return std::nullopt; // open() says what is wrong
    return SegmentedQueue::peek(folder);
}

OpenResult SettingsMessageStore::open()
{
    OpenResult result = m_queue->open();
    if (result.error)
        m_queue = std::make_unique<SegmentedQueue>(m_queueName, m_folder);
    return result;
}

void SettingsMessageStore::append(const std::vector<StoredMessage> &messages)
{
    for (const StoredMessage &stored : messages)
        m_queue->put(stored);
}

void SettingsMessageStore::forget(const std::vector<quint64> &numbers)
{
    for (const quint64 number : numbers)
        m_queue->forget(number);
}

void SettingsMessageStore::saveCursor(const Cursor &cursor) { m_queue->saveCursor(cursor); }

void SettingsMessageStore::setProducer(const QString &producer) { m_queue->setProducer(producer); }

void SettingsMessageStore::reserve(quint64 through) { m_queue->reserve(through); }

void SettingsMessageStore::bind(const StoreBinding &binding) { m_queue->bind(binding); }

StoreError SettingsMessageStore::commit() { return m_queue->commit(); }

} // namespace Holdfast
