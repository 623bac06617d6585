// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "messagerecord.h"

#include "cborreader.h"
#include "qtcompat.h"

#include <QtCore/qcborstreamwriter.h>

namespace Holdfast {

namespace {

// An array: number, key, content, queued at, expires at, time to live, tag, coalesce key, maybe
// delivered. Times are in ms, since 1970 and UTC; one that is not there is null. Content is text,
// bytes, or for a payload file [is text, byte count, crc]. A later version may add more at the end.
constexpr quint64 FieldCount = 9;

void appendContent(QCborStreamWriter &writer, const MessageRecord &record)
{
    if (record.apart) {
        writer.startArray(3);
        writer.append(record.apart->isText);
        writer.append(qint64(record.apart->byteCount));
        writer.append(quint64(record.apart->crc));
        writer.endArray();
    } else if (record.stored.message.payload.isText()) {
        writer.append(record.stored.message.payload.text());
    } else {
        writer.append(record.stored.message.payload.bytes());
    }
}

bool readContent(CborReader &reader, MessageRecord &record)
{
    Message &message = record.stored.message;
    if (reader.nextIs(CborReader::Text)) {
        message.payload = reader.readText();
    } else if (reader.nextIs(CborReader::Bytes)) {
        message.payload = reader.readBytes();
    } else {
        if (reader.readArray() != 3)
            return false;
        record.apart.emplace();
        record.apart->isText = reader.readBool();
        record.apart->byteCount = qint64(reader.readInteger());
        record.apart->crc = quint32(reader.readUnsigned());
    }
    message.byteCount = record.apart ? record.apart->byteCount : message.payload.byteCount();
    return true;
}

QDateTime toUtc(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, QtCompat::Utc);
}

} // namespace

QByteArray MessageRecord::toCbor() const
{
    QByteArray out;
    QCborStreamWriter writer(&out);
    const Message &message = stored.message;
    writer.startArray(FieldCount);
    writer.append(message.number);
    writer.append(message.key());
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
    CborReader reader(cbor);
    const quint64 fields = reader.readArray();
    MessageRecord record;
    Message &message = record.stored.message;
    message.number = reader.readUnsigned();
    const QString key = reader.readText();
    const QString suffix = QLatin1Char('-') + QString::number(message.number);
    if (!key.endsWith(suffix))
        return std::nullopt;
    message.producer = key.chopped(suffix.size());
    if (!readContent(reader, record))
        return std::nullopt;
    record.stored.queuedAt = toUtc(reader.readInteger());
    if (!reader.skipNull())
        record.stored.expiresAt = toUtc(reader.readInteger());
    message.timeToLive = Duration(reader.readInteger());
    message.tag = reader.readText();
    message.coalesceKey = reader.readText();
    message.maybeDelivered = reader.readBool();
    if (!reader.ok() || fields < FieldCount)
        return std::nullopt;
    return record;
}

} // namespace Holdfast
