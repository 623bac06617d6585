// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qmap.h>
#include <QtCore/qstring.h>

namespace Holdfast {

//! What is in one file of the store: pieces of CBOR, each with a name.
using Records = QMap<QString, QByteArray>;

//! What could be read of such a file.
struct DecodedRecords
{
    Records records;
    int damaged = 0; //!< how many records are missing, as far as one can tell; 0: the file is whole
};

//! The file's bytes: a preamble with the number of records, then each with its length and CRC-32C,
//! so that one damaged spot costs one record.
//!
//! All integers are 32 bits, big-endian:
//!
//!     preamble  "holdfast"  count   crc(the twelve bytes before)
//!     record    "HFR1"      length  crc(body)  crc(the twelve bytes before)  body
//!
//! A body is a CBOR sequence (RFC 8742): the name, then the value.
[[nodiscard]] QByteArray encodeRecords(const Records &records);

//! Reads what is whole. After a damaged length it looks for the next record. Not a single byte is
//! damage, too: no file of ours is empty.
[[nodiscard]] DecodedRecords decodeRecords(const QByteArray &bytes);

} // namespace Holdfast
