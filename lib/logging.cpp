// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "logging.h"

namespace Holdfast {

Q_LOGGING_CATEGORY(lcConnection, "holdfast.connection", QtInfoMsg)
Q_LOGGING_CATEGORY(lcNetwork, "holdfast.network", QtInfoMsg)
Q_LOGGING_CATEGORY(lcOutbox, "holdfast.outbox", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "holdfast.store", QtInfoMsg)

} // namespace Holdfast
