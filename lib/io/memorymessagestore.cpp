// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "memorymessagestore.h"

#include <algorithm>

namespace Holdfast {

MemoryMessageStore::MemoryMessageStore(std::shared_ptr<Shelf> shelf)
    : m_shelf(std::move(shelf))
{
}

MemoryMessageStore::~MemoryMessageStore()
{
    if (m_open)
        m_shelf->taken = false;
}

std::optional<StoreHeader> MemoryMessageStore::peek() { return m_shelf->header; }

OpenResult MemoryMessageStore::open()
{
    if (m_shelf->taken) {
        return {.error = {StoreErrorCategory::QueueBusy,
                          QStringLiteral("another store has this shelf open")}};
    }
    m_shelf->taken = m_open = true;
    if (m_shelf->header.producer.isEmpty())
        m_shelf->header.producer = newProducer();
    m_header = m_shelf->header;
    OpenResult result{.header = m_header, .clean = true};
    for (const auto &[number, stored] : m_shelf->messages)
        result.messages.push_back(stored);
    return result;
}

void MemoryMessageStore::append(const std::vector<StoredMessage> &messages)
{
    m_appended.insert(m_appended.end(), messages.begin(), messages.end());
}

void MemoryMessageStore::forget(const std::vector<quint64> &numbers)
{
    m_forgotten.insert(m_forgotten.end(), numbers.begin(), numbers.end());
}

void MemoryMessageStore::saveCursor(const Cursor &cursor) { m_header.cursor = cursor; }

void MemoryMessageStore::setProducer(const QString &producer) { m_header.producer = producer; }

void MemoryMessageStore::reserve(quint64 through)
{
    m_header.reservedThrough = std::max(m_header.reservedThrough, through);
}

void MemoryMessageStore::bind(const StoreBinding &binding) { m_header.binding = binding; }

StoreError MemoryMessageStore::commit()
{
    for (StoredMessage &stored : m_appended)
        m_shelf->messages[stored.message.number] = std::move(stored);
    // Numbers are never used again, so it does not matter which came first.
    for (const quint64 number : m_forgotten)
        m_shelf->messages.erase(number);
    m_appended.clear();
    m_forgotten.clear();
    m_shelf->header = m_header;
    return {};
}

} // namespace Holdfast
