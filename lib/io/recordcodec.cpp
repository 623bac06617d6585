// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "recordcodec.h"

#include "cborreader.h"
#include "crc32c.h"

#include <QtCore/qcborstreamwriter.h>
#include <QtCore/qendian.h>

#include <algorithm>
#include <limits>
#include <optional>

namespace Holdfast {

namespace {

constexpr QByteArrayView FileMark("holdfast");
constexpr QByteArrayView RecordMark("HFR1");
constexpr qsizetype HeaderSize = 16; // of the file as well as of each record

void appendNumber(QByteArray &out, quint32 number)
{
    const quint32 wire = qToBigEndian(number);
    out.append(reinterpret_cast<const char *>(&wire), sizeof wire);
}

quint32 numberAt(QByteArrayView bytes, qsizetype offset)
{
    return qFromBigEndian<quint32>(bytes.sliced(offset).data());
}

bool isHeader(QByteArrayView header, QByteArrayView mark)
{
    return header.startsWith(mark) && numberAt(header, 12) == crc32c(header.first(12));
}

//! The name; the rest of the body is the value. Nothing if this is no body.
std::optional<QString> takeName(QByteArrayView &body)
{
    CborReader reader(body);
    const QString name = reader.readText();
    if (!reader.ok())
        return std::nullopt;
    body = reader.rest();
    return name;
}

} // namespace

QByteArray encodeRecords(const Records &records)
{
    QByteArray out;
    out.append(FileMark);
    appendNumber(out, quint32(records.size()));
    appendNumber(out, crc32c(out));
    for (auto record = records.begin(); record != records.end(); ++record) {
        QByteArray body;
        {
            QCborStreamWriter writer(&body);
            writer.append(record.key());
        }
        body += record.value();
        QByteArray header(RecordMark.data(), RecordMark.size());
        appendNumber(header, quint32(body.size()));
        appendNumber(header, crc32c(body));
        appendNumber(header, crc32c(header));
        out += header;
        out += body;
    }
    return out;
}

DecodedRecords decodeRecords(const QByteArray &bytes)
{
    DecodedRecords result;
    const QByteArrayView all(bytes);
    const bool counted = all.size() >= HeaderSize && isHeader(all.first(HeaderSize), FileMark);
    int spots = counted ? 0 : 1; // places where something is wrong
    qsizetype at = counted ? HeaderSize : all.indexOf(RecordMark);
    if (at < 0)
        at = all.size();
    while (at < all.size()) {
        const QByteArrayView rest = all.sliced(at);
        if (rest.size() < HeaderSize || !isHeader(rest.first(HeaderSize), RecordMark)) {
            ++spots;
            // The length may be wrong, so the next record is wherever it shows itself.
            qsizetype next = all.indexOf(RecordMark, at + 1);
            while (next >= 0 && all.size() - next >= HeaderSize
                   && !isHeader(all.sliced(next, HeaderSize), RecordMark))
                next = all.indexOf(RecordMark, next + 1);
            if (next < 0)
                break;
            at = next;
            continue;
        }
        const qsizetype length = numberAt(rest, 4);
        if (length > rest.size() - HeaderSize) {
            ++spots;
            break; // cut off
        }
        QByteArrayView body = rest.sliced(HeaderSize, length);
        at += HeaderSize + length;
        const bool whole = numberAt(rest, 8) == crc32c(body);
        if (const auto name = whole ? takeName(body) : std::nullopt)
            result.records.insert(*name, body.toByteArray());
        else
            ++spots;
    }
    const qint64 announced = counted ? numberAt(all, 8) : 0;
    const int missing
        = int(std::min<qint64>(announced - result.records.size(), std::numeric_limits<int>::max()));
    result.damaged = missing > 0 ? missing : spots;
    return result;
}

} // namespace Holdfast
