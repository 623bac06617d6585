// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "fault.h"

#include <QtCore/qstringlist.h>

bool Fault::isCloseCode(int code)
{
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014)
        || (code >= 3000 && code <= 4999);
}

std::optional<Fault> Fault::parse(const QString &words)
{
    const QStringList parts = words.split(u' ', Qt::SkipEmptyParts);
    if (parts == QStringList{QStringLiteral("none")})
        return Fault{};
    if (parts == QStringList{QStringLiteral("refuse")})
        return Fault{.kind = Kind::Refuse};
    if (parts.size() != 2 || parts.constFirst() != QLatin1StringView("close"))
        return std::nullopt;
    const quint16 code = parts.constLast().toUShort();
    if (!isCloseCode(code))
        return std::nullopt;
    return Fault{.kind = Kind::Close, .closeCode = code};
}

QString Fault::toString() const
{
    switch (kind) {
    case Kind::Refuse:
        return QStringLiteral("refuse");
    case Kind::Close:
        return QStringLiteral("close %1").arg(closeCode);
    case Kind::None:
        break;
    }
    return QStringLiteral("none");
}
