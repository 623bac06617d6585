// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWebSockets/qwebsocket.h>

//! Where Qt's versions differ: all of it is here.
namespace Holdfast::QtCompat {

//! The one error signal. 6.5 renamed it; both are still emitted, so exactly one must be connected.
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
inline constexpr auto webSocketError = &QWebSocket::errorOccurred;
#else
inline constexpr auto webSocketError = qOverload<QAbstractSocket::SocketError>(&QWebSocket::error);
#endif

} // namespace Holdfast::QtCompat
