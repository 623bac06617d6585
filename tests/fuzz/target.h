// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

//! What a target has: some bytes that a stranger, a broken disk or a cat on the keyboard could have
//! given us. It returns 0, and nothing bad happens.
//!
//! libFuzzer calls it (./dev fuzz), or driver.cpp does where there is none.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace Holdfast::Testing {

inline QByteArray bytesOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

//! Ends the process in the way that a fuzzer notices.
inline void require(bool good, const char *promise)
{
    if (good)
        return;
    std::fprintf(stderr, "broken: %s\n", promise);
    std::abort();
}

} // namespace Holdfast::Testing
