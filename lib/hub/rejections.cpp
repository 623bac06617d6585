// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "rejections.h"

#include "envelope.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr size_t Capacity = 64;

} // namespace

void Rejections::add(const Rejection &rejection)
{
    remove(rejection.key);
    if (m_rejections.size() == Capacity)
        m_rejections.erase(m_rejections.begin());
    m_rejections.push_back(rejection);
}

void Rejections::remove(const QString &key)
{
    std::erase_if(m_rejections, [&](const Rejection &old) { return old.key == key; });
}

void Rejections::settle(quint64 number, quint64 connection)
{
    std::erase_if(m_rejections, [=](const Rejection &old) {
        return old.connection != connection && old.number < number;
    });
}

const Rejections::Rejection *Rejections::find(const QString &key) const
{
    const auto found = std::find_if(m_rejections.begin(), m_rejections.end(),
                                    [&](const Rejection &one) { return one.key == key; });
    return found == m_rejections.end() ? nullptr : &*found;
}

std::optional<quint64> Rejections::lowest(const QString &producer) const
{
    std::optional<quint64> lowest;
    for (const Rejection &one : m_rejections) {
        const std::optional<Envelope::Key> key = Envelope::parseKey(one.key);
        if (key && key->producer == producer)
            lowest = std::min(one.number, lowest.value_or(one.number));
    }
    return lowest;
}

} // namespace Holdfast
