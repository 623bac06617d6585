// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearrayview.h>

namespace Holdfast {

//! CRC-32C (Castagnoli; RFC 3720 appendix B.4). Qt has 16 bits only, which miss one flipped file in
//! 65536.
[[nodiscard]] quint32 crc32c(QByteArrayView bytes) noexcept;

} // namespace Holdfast
