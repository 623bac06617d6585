// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// What a server answers to the upgrade request (lib/io/handshaketap.h).

#include "handshaketap.h"
#include "qtcompat.h"
#include "target.h"

using namespace Holdfast;
using namespace Holdfast::Testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, QtCompat::Utc);
    const HandshakeAnswer answer = HandshakeAnswer::parse(bytesOf(data, size), now);
    require(answer.status == 0 || (answer.status >= 100 && answer.status <= 999),
            "a status has three digits");
    require(answer.status == 0 || !answer.isForeign, "an answer in HTTP is not foreign");
    require(answer.retryAfter.value_or(Duration(0)) >= Duration(0), "no wait into the past");
    return 0;
}
