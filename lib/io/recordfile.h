// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "recordcodec.h"
#include "storeerror.h"

#include <QtCore/qbytearray.h>
#include <QtCore/qfiledevice.h>

namespace Holdfast {

//! For our files: read and written by their owner, and by nobody else.
inline constexpr QFileDevice::Permissions OwnerOnly
    = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

//! Makes \a records all that is in the file at \a path, through QSettings with a format of ours:
//! afterwards it is the new file, safe on the disk, or still the old one and an error.
[[nodiscard]] StoreError writeRecords(const QString &path, const Records &records);

//! What can be read of the file at \a path. One that cannot be read at all counts as damaged.
//! Not through QSettings, which remembers closed files.
[[nodiscard]] DecodedRecords readRecords(const QString &path);

//! Makes \a bytes all that is in the file at \a path, as above.
[[nodiscard]] StoreError writeBytes(const QString &path, const QByteArray &bytes);

} // namespace Holdfast
