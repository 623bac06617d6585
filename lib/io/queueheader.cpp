// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "queueheader.h"

#include <QtCore/qcborarray.h>
#include <QtCore/qcbormap.h>
#include <QtCore/qcborvalue.h>

namespace Holdfast {

namespace {

constexpr QLatin1StringView Schema("schema");
constexpr QLatin1StringView Producer("producer");
constexpr QLatin1StringView ReservedThrough("reservedThrough");
constexpr QLatin1StringView ConfirmedThrough("confirmedThrough");
constexpr QLatin1StringView Settled("settled");
constexpr QLatin1StringView Epoch("epoch");
constexpr QLatin1StringView EventId("eventId");
constexpr QLatin1StringView Endpoint("endpoint");
constexpr QLatin1StringView Account("account");
constexpr QLatin1StringView Clean("clean");

//! [from, through, from, through …]: what is settled comes in runs.
QCborArray toRuns(const std::set<quint64> &numbers)
{
    QCborArray runs;
    for (auto number = numbers.begin(); number != numbers.end();) {
        const quint64 from = *number;
        quint64 through = from;
        while (++number != numbers.end() && *number == through + 1)
            ++through;
        runs.append(qint64(from));
        runs.append(qint64(through));
    }
    return runs;
}

std::set<quint64> fromRuns(const QCborArray &runs)
{
    constexpr std::size_t limit = 1 << 20; // far above what we write
    std::set<quint64> numbers;
    for (qsizetype i = 0; i + 1 < runs.size(); i += 2) {
        const quint64 through = quint64(runs[i + 1].toInteger());
        for (quint64 number = quint64(runs[i].toInteger());
             number <= through && numbers.size() < limit; ++number)
            numbers.insert(numbers.end(), number);
    }
    return numbers;
}

} // namespace

QByteArray QueueHeader::toCbor() const
{
    QCborMap map;
    map[Schema] = schema;
    map[Producer] = store.producer;
    map[ReservedThrough] = qint64(store.reservedThrough);
    map[ConfirmedThrough] = qint64(confirmedThrough);
    map[Settled] = toRuns(settled);
    map[Epoch] = store.cursor.epoch;
    map[EventId] = qint64(store.cursor.eventId);
    map[Endpoint] = store.binding.endpoint;
    map[Account] = store.binding.account;
    map[Clean] = clean;
    return QCborValue(map).toCbor();
}

std::optional<QueueHeader> QueueHeader::fromCbor(const QByteArray &cbor)
{
    const QCborMap map = QCborValue::fromCbor(cbor).toMap();
    QueueHeader header;
    header.schema = int(map[Schema].toInteger());
    if (header.schema > CurrentSchema)
        return header;
    header.store.producer = map[Producer].toString();
    if (header.schema < 1 || header.store.producer.isEmpty())
        return std::nullopt;
    header.store.reservedThrough = quint64(map[ReservedThrough].toInteger());
    header.confirmedThrough = quint64(map[ConfirmedThrough].toInteger());
    header.settled = fromRuns(map[Settled].toArray());
    header.store.cursor.epoch = map[Epoch].toString();
    header.store.cursor.eventId = quint64(map[EventId].toInteger());
    header.store.binding.endpoint = map[Endpoint].toString();
    header.store.binding.account = map[Account].toString();
    header.clean = map[Clean].toBool();
    return header;
}

QByteArray toCbor(const StoreBinding &binding)
{
    return QCborValue(QCborArray{binding.endpoint, binding.account}).toCbor();
}

std::optional<StoreBinding> bindingFromCbor(const QByteArray &cbor)
{
    const QCborArray fields = QCborValue::fromCbor(cbor).toArray();
    if (fields.size() < 2 || !fields[0].isString() || !fields[1].isString())
        return std::nullopt;
    return StoreBinding{.endpoint = fields[0].toString(), .account = fields[1].toString()};
}

} // namespace Holdfast
