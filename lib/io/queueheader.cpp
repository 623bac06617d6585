// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "queueheader.h"

#include "cborreader.h"

#include <QtCore/qcborstreamwriter.h>

#include <vector>

namespace Holdfast {

namespace {

// An array: schema, producer, reserved through, confirmed through, settled, epoch, event id,
// endpoint, account, clean. Settled is an array of runs: from, through, from, through …
constexpr quint64 FieldCount = 10;

void appendRuns(QCborStreamWriter &writer, const std::set<quint64> &numbers)
{
    std::vector<quint64> runs;
    for (const quint64 number : numbers) {
        if (!runs.empty() && runs.back() + 1 == number)
            runs.back() = number;
        else
            runs.insert(runs.end(), {number, number});
    }
    writer.startArray(runs.size());
    for (const quint64 end : runs)
        writer.append(end);
    writer.endArray();
}

std::set<quint64> readRuns(CborReader &reader)
{
    constexpr std::size_t limit = 1 << 20; // far above what we write
    std::set<quint64> numbers;
    for (quint64 ends = reader.readArray(); ends >= 2; ends -= 2) {
        const quint64 from = reader.readUnsigned();
        const quint64 through = reader.readUnsigned();
        for (quint64 i = from; i <= through && numbers.size() < limit; ++i)
            numbers.insert(i);
    }
    return numbers;
}

} // namespace

QByteArray QueueHeader::toCbor() const
{
    QByteArray out;
    QCborStreamWriter writer(&out);
    writer.startArray(FieldCount);
    writer.append(quint64(schema));
    writer.append(store.producer);
    writer.append(store.reservedThrough);
    writer.append(confirmedThrough);
    appendRuns(writer, settled);
    writer.append(store.cursor.epoch);
    writer.append(store.cursor.eventId);
    writer.append(store.binding.endpoint);
    writer.append(store.binding.account);
    writer.append(clean);
    writer.endArray();
    return out;
}

std::optional<QueueHeader> QueueHeader::fromCbor(const QByteArray &cbor)
{
    CborReader reader(cbor);
    const quint64 fields = reader.readArray();
    QueueHeader header;
    header.schema = reader.readUnsigned();
    if (reader.ok() && header.schema > CurrentSchema)
        return header;
    header.store.producer = reader.readText();
    header.store.reservedThrough = reader.readUnsigned();
    header.confirmedThrough = reader.readUnsigned();
    header.settled = readRuns(reader);
    header.store.cursor.epoch = reader.readText();
    header.store.cursor.eventId = reader.readUnsigned();
    header.store.binding.endpoint = reader.readText();
    header.store.binding.account = reader.readText();
    header.clean = reader.readBool();
    if (!reader.ok() || fields < FieldCount || header.schema < 1 || header.store.producer.isEmpty())
        return std::nullopt;
    return header;
}

QByteArray toCbor(const StoreBinding &binding)
{
    QByteArray out;
    QCborStreamWriter writer(&out);
    writer.startArray(2);
    writer.append(binding.endpoint);
    writer.append(binding.account);
    writer.endArray();
    return out;
}

std::optional<StoreBinding> bindingFromCbor(const QByteArray &cbor)
{
    CborReader reader(cbor);
    const quint64 fields = reader.readArray();
    StoreBinding binding;
    binding.endpoint = reader.readText();
    binding.account = reader.readText();
    if (!reader.ok() || fields < 2)
        return std::nullopt;
    return binding;
}

} // namespace Holdfast
