// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

namespace Holdfast::SocketOptions {

//! For a connection that should notice its own death and keep its pings quick (Linux; elsewhere a
//! no-op).
//!
//! TCP_NOTSENT_LOWAT keeps megabytes out of the kernel, where a ping would wait behind them;
//! TCP_USER_TIMEOUT ends a connection whose data stays unacknowledged for 35 s.
void tuneForLiveness(qintptr descriptor);

//! Makes the next close a reset: what is still in the kernel's buffers will not trickle in at the
//! peer after the next connection's first frames.
void discardOnClose(qintptr descriptor);

} // namespace Holdfast::SocketOptions
