// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "declarativepolicy.h"

#include "reconnectingwebsocket.h"

#include <QtQml/qqmlinfo.h>

#include <algorithm>

namespace Holdfast {

DeclarativePolicy::DeclarativePolicy(ReconnectingWebSocket *socket)
    : QObject(socket)
    , m_socket(socket)
{
}

qint64 DeclarativePolicy::bytes(double value)
{
    constexpr double most = 9007199254740991; // JavaScript counts no further
    return value >= 0 ? static_cast<qint64>(std::min(value, most)) : -1; // also where it is NaN
}

Policy DeclarativePolicy::policy() const { return m_socket->policy(); }

void DeclarativePolicy::apply(const Policy &next)
{
    if (next == policy())
        return;
    if (const QStringList problems = next.problems(); !problems.isEmpty()) {
        // Asked beforehand, so that there is one complaint, and it names a file and a line.
        qmlWarning(m_socket) << "policy refused: " << problems.join(QStringLiteral("; "));
        return;
    }
    m_socket->setPolicy(next);
    Q_EMIT changed();
}

} // namespace Holdfast
