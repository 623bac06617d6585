// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qloggingcategory.h>

namespace Holdfast {

// Payloads and credentials are never logged, nor a URL's query or user.
Q_DECLARE_LOGGING_CATEGORY(lcConnection) //!< holdfast.connection
Q_DECLARE_LOGGING_CATEGORY(lcNetwork) //!< holdfast.network
Q_DECLARE_LOGGING_CATEGORY(lcOutbox) //!< holdfast.outbox
Q_DECLARE_LOGGING_CATEGORY(lcStore) //!< holdfast.store

} // namespace Holdfast
