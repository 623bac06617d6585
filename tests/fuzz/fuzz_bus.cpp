// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// What the system bus says (lib/io/busmessage.h).

#include "busmessage.h"
#include "target.h"

using namespace Holdfast;
using namespace Holdfast::Testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const auto needed = BusMessage::sizeOnWire(bytes);
    require(!needed || *needed >= 0, "a size is none, not known, or positive");
    for (const QByteArray &candidate : {bytes, needed ? bytes.left(*needed) : bytes}) {
        const auto message = BusMessage::fromWire(candidate);
        if (!message)
            continue;
        (void)message->truth();
        const auto again = BusMessage::fromWire(message->toWire());
        require(!again || again->member == message->member, "it keeps its meaning");
    }
    return 0;
}
