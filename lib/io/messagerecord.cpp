// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "messagerecord.h"

#include <QtCore/qcborarray.h>
#include <QtCore/qcborstreamwriter.h>
#include <QtCore/qcborvalue.h>
#include <QtCore/qtimezone.h>

namespace Holdfast {

namespace {

// An array, by place; later versions may add more at the end.
enum Field {
    Number,
    Key,
    Content, // text, bytes, or [is text, byte count, crc] of a payload file
    QueuedAt, // ms since 1970, UTC
    ExpiresAt, // likewise, or null
    TimeToLive, // ms
    Tag,
    CoalesceKey,
    MaybeDelivered,
    FieldCount
};

void appendContent(QCborStreamWriter &writer, const MessageRecord &record)
{
    if (record.apart) {
        writer.startArray(3);
        writer.append(record.apart->isText);
        writer.append(record.apart->byteCount);
        writer.append(quint64(record.apart->crc));
        writer.endArray();
    } else if (record.stored.message.payload.isText()) {
        writer.append(record.stored.message.payload.text());
    } else {
        writer.append(record.stored.message.payload.bytes());
    }
}

bool readContent(const QCborValue &content, MessageRecord &record)
{
    Message &message = record.stored.message;
    if (content.isString()) {
        message.payload = content.toString();
        message.byteCount = message.payload.byteCount();
    } else if (content.isByteArray()) {
        message.payload = content.toByteArray();
        message.byteCount = message.payload.byteCount();
    } else {
        const QCborArray reference = content.toArray();
        if (reference.size() < 3 || !reference[0].isBool() || !reference[1].isInteger()
            || !reference[2].isInteger())
            return false;
        record.apart = {.byteCount = reference[1].toInteger(),
                        .crc = quint32(reference[2].toInteger()),
                        .isText = reference[0].toBool()};
        message.byteCount = record.apart->byteCount;
    }
    return true;
}

QDateTime toUtc(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

} // namespace

QByteArray MessageRecord::toCbor() const
{
    QByteArray out;
    QCborStreamWriter writer(&out);
    const Message &message = stored.message;
    writer.startArray(FieldCount);
    writer.append(message.number);
    writer.append(message.key);
    appendContent(writer, *this);
    writer.append(stored.queuedAt.toMSecsSinceEpoch());
    if (stored.expiresAt.isValid())
        writer.append(stored.expiresAt.toMSecsSinceEpoch());
    else
        writer.appendNull();
    writer.append(qint64(message.timeToLive.count()));
    writer.append(message.tag);
    writer.append(message.coalesceKey);
    writer.append(message.maybeDelivered);
    writer.endArray();
    return out;
}

std::optional<MessageRecord> MessageRecord::fromCbor(const QByteArray &cbor)
{
    const QCborArray fields = QCborValue::fromCbor(cbor).toArray();
    if (fields.size() < FieldCount || !fields[Number].isInteger() || !fields[Key].isString()
        || !fields[QueuedAt].isInteger() || !fields[TimeToLive].isInteger()
        || !fields[Tag].isString() || !fields[CoalesceKey].isString()
        || !fields[MaybeDelivered].isBool())
        return std::nullopt;
    MessageRecord record;
    Message &message = record.stored.message;
    message.number = quint64(fields[Number].toInteger());
    message.key = fields[Key].toString();
    message.timeToLive = Duration(fields[TimeToLive].toInteger());
    message.tag = fields[Tag].toString();
    message.coalesceKey = fields[CoalesceKey].toString();
    message.maybeDelivered = fields[MaybeDelivered].toBool();
    record.stored.queuedAt = toUtc(fields[QueuedAt].toInteger());
    if (fields[ExpiresAt].isInteger())
        record.stored.expiresAt = toUtc(fields[ExpiresAt].toInteger());
    if (!readContent(fields[Content], record))
        return std::nullopt;
    return record;
}

} // namespace Holdfast
