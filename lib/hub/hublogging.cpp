// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "hublogging.h"

namespace Holdfast {

Q_LOGGING_CATEGORY(lcHub, "holdfast.hub", QtInfoMsg)

} // namespace Holdfast
