// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// Reasons of close frames, which may be advice in JSON (lib/core/verdict.h).

#include "policy.h"
#include "target.h"
#include "verdict.h"

using namespace Holdfast;
using namespace Holdfast::Testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const Policy policy;
    const Ending ending{.kind = Ending::Kind::CloseFrame,
                        .closeCode = static_cast<quint16>(data[0] << 8 | data[1]),
                        .reason = QString::fromUtf8(bytesOf(data + 2, size - 2))};
    const Verdict verdict = judge(ending, policy);
    require(verdict.weight >= 1, "an end counts");
    require(verdict.spread >= Duration(0) && verdict.spread <= policy.maxServerWait,
            "nobody spreads us over more than we allow");
    require(verdict.notBefore.value_or(Duration(0)) >= Duration(0)
                && verdict.notBefore.value_or(Duration(0)) <= policy.maxServerWait,
            "nobody makes us wait for longer than we allow");
    return 0;
}
