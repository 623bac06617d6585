// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "crc32c.h"

#include <array>

namespace Holdfast {

namespace {

// Four tables take four bytes a step: messages are checked both when stored and when loaded.
constexpr auto tables = [] {
    std::array<std::array<quint32, 256>, 4> result{};
    for (quint32 i = 0; i < 256; ++i) {
        quint32 value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value >> 1) ^ ((value & 1) ? 0x82F63B78u : 0u);
        result[0][i] = value;
    }
    for (std::size_t table = 1; table < 4; ++table) {
        for (std::size_t i = 0; i < 256; ++i) {
            const quint32 below = result[table - 1][i];
            result[table][i] = (below >> 8) ^ result[0][below & 0xFF];
        }
    }
    return result;
}();

} // namespace

quint32 crc32c(QByteArrayView bytes) noexcept
{
    quint32 crc = 0xFFFFFFFFu;
    const auto *at = reinterpret_cast<const uchar *>(bytes.data());
    qsizetype left = bytes.size();
    for (; left >= 4; left -= 4, at += 4) {
        crc ^= quint32(at[0]) | quint32(at[1]) << 8 | quint32(at[2]) << 16 | quint32(at[3]) << 24;
        crc = tables[3][crc & 0xFF] ^ tables[2][(crc >> 8) & 0xFF] ^ tables[1][(crc >> 16) & 0xFF]
            ^ tables[0][crc >> 24];
    }
    for (; left > 0; --left, ++at)
        crc = (crc >> 8) ^ tables[0][(crc ^ *at) & 0xFF];
    return ~crc;
}

} // namespace Holdfast
