// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qloggingcategory.h>

namespace Holdfast {

Q_DECLARE_LOGGING_CATEGORY(lcHub) //!< holdfast.hub; payloads and credentials are never logged

} // namespace Holdfast
