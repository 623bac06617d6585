// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "envelope.h"

#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>

#include <algorithm>

namespace Holdfast::Envelope {

Content::Content(QJsonValue value)
{
    if (!value.isUndefined())
        m_value = std::move(value);
}

Content::Content(QByteArray bytes)
    : m_bytes(std::move(bytes))
    , m_isBytes(true)
{
}

Content::Content(const Payload &payload)
    : Content(payload.isText() ? Content(QJsonValue(payload.text())) : Content(payload.bytes()))
{
}

Payload Content::toPayload() const
{
    if (m_isBytes)
        return m_bytes;
    if (m_value.isString())
        return m_value.toString();
    return QString::fromUtf8(compactJson(m_value));
}

QVariant Content::toVariant() const { return m_isBytes ? QVariant(m_bytes) : m_value.toVariant(); }

QByteArray compactJson(const QJsonValue &value)
{
    // A document is an object or an array; anything else takes the brackets off again.
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

std::optional<Key> parseKey(const QString &key)
{
    const qsizetype dash = key.lastIndexOf(QLatin1Char('-'));
    const QStringView digits = QStringView(key).mid(dash + 1);
    // Another spelling of a number is another key: no sign, no leading zero.
    const auto isDigit = [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); };
    if (dash < 1 || digits.isEmpty() || digits.front() == QLatin1Char('0')
        || !std::all_of(digits.begin(), digits.end(), isDigit))
        return std::nullopt;
    bool fits = false;
    const quint64 number = digits.toULongLong(&fits);
    if (!fits || number > MaxInteger)
        return std::nullopt;
    return Key{key.left(dash), number};
}

} // namespace Holdfast::Envelope
