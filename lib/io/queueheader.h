// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore.h"

#include <QtCore/qbytearray.h>

#include <optional>
#include <set>

namespace Holdfast {

//! What the file queue.holdfast says: the header, and which messages in the segments are settled.
struct QueueHeader
{
    static constexpr quint64 CurrentSchema = 1;

    quint64 schema = CurrentSchema;
    StoreHeader store;
    quint64 confirmedThrough = 0; //!< every message up to here is settled
    std::set<quint64> settled; //!< above confirmedThrough, and still in some segment
    bool clean = false; //!< the last owner closed it

    [[nodiscard]] bool isSettled(quint64 number) const
    {
        return number <= confirmedThrough || settled.contains(number);
    }

    [[nodiscard]] QByteArray toCbor() const;
    //! Nothing if these are not the bytes of a header. Of a later schema only that is read.
    [[nodiscard]] static std::optional<QueueHeader> fromCbor(const QByteArray &cbor);
};

//! The binding is in each segment, too: messages do not go to a stranger because the header is
//! lost.
[[nodiscard]] QByteArray toCbor(const StoreBinding &binding);
[[nodiscard]] std::optional<StoreBinding> bindingFromCbor(const QByteArray &cbor);

} // namespace Holdfast
