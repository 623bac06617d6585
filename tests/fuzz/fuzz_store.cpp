// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// A file of the queue after whatever a disk can do to it (lib/io/recordcodec.h): the bytes as they
// are, and as records that are whole but say something else.

#include "messagerecord.h"
#include "queueheader.h"
#include "recordcodec.h"
#include "segment.h"
#include "target.h"

#include <QtCore/qfile.h>
#include <QtCore/qtemporarydir.h>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

void readSegment(const QByteArray &bytes)
{
    static const QTemporaryDir folder;
    static QFile file(folder.filePath(QStringLiteral("segment")));
    require(file.isOpen() || file.open(QIODevice::WriteOnly), "a place for the file");
    require(file.resize(0) && file.seek(0) && file.write(bytes) == bytes.size() && file.flush(),
            "a file");
    quint64 last = 0;
    for (const MessageRecord &record : Segment::read(file.fileName(), 5).messages) {
        require(record.stored.message.number >= 5, "a segment has no number below its first");
        require(record.stored.message.number > last, "numbers rise");
        last = record.stored.message.number;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const DecodedRecords decoded = decodeRecords(bytes);
    require(decoded.damaged >= 0, "damage is counted");
    if (decoded.damaged == 0)
        require(decodeRecords(encodeRecords(decoded.records)).records == decoded.records,
                "what is whole survives writing");
    readSegment(bytes);
    readSegment(encodeRecords({{QStringLiteral("00000000000000000007"), bytes},
                               {QStringLiteral("7"), bytes},
                               {QStringLiteral("binding"), bytes}}));

    if (const auto header = QueueHeader::fromCbor(bytes))
        require(QueueHeader::fromCbor(header->toCbor()).has_value(), "a header stays one");
    if (const auto record = MessageRecord::fromCbor(bytes))
        require(MessageRecord::fromCbor(record->toCbor()).has_value(), "a message stays one");
    (void)bindingFromCbor(bytes);
    return 0;
}
