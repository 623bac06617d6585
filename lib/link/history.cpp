// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "history.h"

#include <QtCore/qmetaobject.h>

namespace Holdfast {

namespace {

constexpr qsizetype Kept = 50;

QString name(ConnectionState state)
{
    return QString::fromLatin1(
        QMetaEnum::fromType<ConnectionState>().valueToKey(static_cast<int>(state)));
}

} // namespace

void History::note(Instant at, ConnectionState from, ConnectionState to, QString why)
{
    m_transitions.prepend({at, from, to, std::move(why)});
    if (m_transitions.size() > Kept)
        m_transitions.removeLast();
}

QString History::toString(Instant now) const
{
    QString text;
    for (const Transition &t : m_transitions) {
        const double seconds = std::chrono::duration<double>(now - t.at).count();
        text += QStringLiteral("  %1 s ago: %2 -> %3 (%4)\n")
                    .arg(seconds, 8, 'f', 3)
                    .arg(name(t.from), name(t.to), t.why);
    }
    return text;
}

} // namespace Holdfast
