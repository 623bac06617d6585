// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore.h"
#include "qtcompat.h"

#include <QtCore/qdatetime.h>
#include <QtTest/qtest.h>

//! Messages to store, and how to compare them.
namespace Holdfast {

using namespace std::chrono_literals;

[[nodiscard]] inline QDateTime someDay()
{
    return QDateTime(QDate(2026, 2, 28), QTime(23, 59, 58, 123), QtCompat::Utc);
}

[[nodiscard]] inline StoredMessage stored(quint64 number, const Payload &payload)
{
    StoredMessage result;
    result.message.number = number;
    result.message.producer = QStringLiteral("producer");
    result.message.payload = payload;
    result.message.byteCount = payload.byteCount();
    result.queuedAt = someDay();
    return result;
}

//! A message whose payload tells its number.
[[nodiscard]] inline StoredMessage stored(quint64 number)
{
    return stored(number, QStringLiteral("message %1").arg(number));
}

[[nodiscard]] inline std::vector<StoredMessage> storedRange(quint64 from, quint64 through)
{
    std::vector<StoredMessage> result;
    for (quint64 number = from; number <= through; ++number)
        result.push_back(stored(number));
    return result;
}

[[nodiscard]] inline std::vector<quint64> numbersIn(const std::vector<StoredMessage> &messages)
{
    std::vector<quint64> result;
    for (const StoredMessage &stored : messages)
        result.push_back(stored.message.number);
    return result;
}

[[nodiscard]] inline std::vector<quint64> numberRange(quint64 from, quint64 through)
{
    return numbersIn(storedRange(from, through));
}

//! What differs, by name; empty if nothing does.
[[nodiscard]] inline QString difference(const StoredMessage &a, const StoredMessage &b)
{
    const Message &x = a.message;
    const Message &y = b.message;
    const auto unless = [](bool same, const char *what) {
        return same ? QString() : QString::fromLatin1(what) + u' ';
    };
    return unless(x.number == y.number, "number") + unless(x.key() == y.key(), "key")
        + unless(x.payload == y.payload, "payload") + unless(x.tag == y.tag, "tag")
        + unless(x.coalesceKey == y.coalesceKey, "coalesceKey")
        + unless(x.timeToLive == y.timeToLive, "timeToLive")
        + unless(x.maybeDelivered == y.maybeDelivered, "maybeDelivered")
        + unless(x.byteCount == y.byteCount, "byteCount")
        + unless(!x.isVolatile && !y.isVolatile, "isVolatile")
        + unless(a.queuedAt == b.queuedAt && a.queuedAt.timeSpec() == b.queuedAt.timeSpec(),
                 "queuedAt")
        + unless(a.expiresAt == b.expiresAt, "expiresAt");
}

//! Says by name what went wrong.
#define VERIFY_NO_ERROR(expression)                                                                \
    do {                                                                                           \
        const Holdfast::StoreError storeError = (expression);                                      \
        QVERIFY2(!storeError, qPrintable(storeError.detail));                                      \
    } while (false)

} // namespace Holdfast
