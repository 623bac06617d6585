// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "outbox.h"

#include <QtCore/qbytearraylist.h>
#include <QtCore/qlist.h>
#include <QtCore/qmetaobject.h>

#include <functional>

namespace Holdfast::Testing {

using Numbers = QList<quint64>;

inline constexpr Instant Start{std::chrono::hours(1)};

inline quint64 add(Outbox &outbox, qint64 bytes = 1, const QString &tag = {}, Instant at = Start)
{
    return outbox.add(QByteArray(bytes, 'x'), {.tag = tag}, at).number;
}

//! Writes as much as the window allows.
inline Numbers write(Outbox &outbox)
{
    Numbers numbers;
    while (const Message *message = outbox.next()) {
        numbers += message->number;
        outbox.markWritten();
    }
    return numbers;
}

inline Numbers numbersOf(const std::vector<Outbox::Settled> &settled)
{
    Numbers numbers;
    for (const Outbox::Settled &s : settled)
        numbers += s.number;
    return numbers;
}

//! `delivered 1; expired 2, maybe delivered`.
inline QByteArray words(const Outbox::Settled &settled)
{
    QByteArray text = settled.failure == MessageFailure::None
        ? QByteArray("delivered")
        : QByteArray(
              QMetaEnum::fromType<MessageFailure>().valueToKey(static_cast<int>(settled.failure)))
              .toLower();
    text += ' ' + QByteArray::number(settled.number);
    return settled.maybeDelivered ? text + ", maybe delivered" : text;
}

inline QByteArray words(const std::vector<Outbox::Settled> &settled)
{
    QByteArrayList all;
    for (const Outbox::Settled &s : settled)
        all += words(s);
    return all.join("; ");
}

//! The numbers of those that \a which.
inline Numbers pending(
    const Outbox &outbox,
    const std::function<bool(bool inFlight)> &which = [](bool) { return true; })
{
    Numbers numbers;
    outbox.forEach([&](const Message &message, bool flying) {
        if (which(flying))
            numbers += message.number;
    });
    return numbers;
}

inline Numbers inFlight(const Outbox &outbox)
{
    return pending(outbox, [](bool flying) { return flying; });
}

} // namespace Holdfast::Testing
