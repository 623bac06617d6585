// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storedmessage.h"

#include <QtCore/qbytearray.h>

#include <optional>

namespace Holdfast {

//! A payload that lies in a file of its own.
struct PayloadReference
{
    qint64 byteCount = 0;
    quint32 crc = 0; //!< CRC-32C of the bytes, text as UTF-8
    bool isText = false;
};

//! A message as CBOR, and back.
struct MessageRecord
{
    StoredMessage stored; //!< without its payload if that lies apart
    std::optional<PayloadReference> apart;

    [[nodiscard]] QByteArray toCbor() const;
    //! Nothing if these are not the bytes of a message.
    [[nodiscard]] static std::optional<MessageRecord> fromCbor(const QByteArray &cbor);
};

} // namespace Holdfast
