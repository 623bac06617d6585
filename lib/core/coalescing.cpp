// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "coalescing.h"

#include <algorithm>

namespace Holdfast {

void Coalescing::add(const QString &key, quint64 number)
{
    if (key.isEmpty())
        return;
    Waiting &waiting = m_waiting[key];
    waiting = {waiting.first == 0 ? number : waiting.first, number};
}

void Coalescing::addOlder(const QString &key, quint64 number)
{
    if (key.isEmpty())
        return;
    Waiting &waiting = m_waiting[key];
    waiting = waiting.first == 0
        ? Waiting{number, number}
        : Waiting{std::min(waiting.first, number), std::max(waiting.last, number)};
}

void Coalescing::remove(const QString &key, quint64 number)
{
    const auto at = key.isEmpty() ? m_waiting.end() : m_waiting.find(key);
    if (at == m_waiting.end())
        return;
    if (at->first == number && at->last == number)
        m_waiting.erase(at);
    else if (at->first == number)
        at->first = at->last;
    else if (at->last == number)
        at->last = at->first;
}

} // namespace Holdfast
