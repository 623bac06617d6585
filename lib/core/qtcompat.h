// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qdatetime.h>
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#include <QtCore/qtimezone.h>
#endif

//! Where Qt's versions differ: all of it is here. What needs more of Qt than Qt Core is only named
//! here, and used once.

//! Until 6.4 QWebSocket's one error signal is `error`. 6.5 renamed it; both are still emitted, so
//! exactly one must be connected.
#define HOLDFAST_QT_HAS_ERROR_OCCURRED (QT_VERSION >= QT_VERSION_CHECK(6, 5, 0))

//! 6.8 lets a screen reader say a text of ours: QAccessibleAnnouncementEvent.
#define HOLDFAST_QT_HAS_ANNOUNCEMENTS (QT_VERSION >= QT_VERSION_CHECK(6, 8, 0))

//! 6.7 gave QMetaObject::invokeMethod() arguments, and what is below it another name.
#define HOLDFAST_QT_INVOKES_WITH_PARAMETERS (QT_VERSION >= QT_VERSION_CHECK(6, 7, 0))

//! From 6.8 QNetworkRequest does not take a malformed header, and says so only in a warning.
#define HOLDFAST_QT_DROPS_BAD_HEADERS (QT_VERSION >= QT_VERSION_CHECK(6, 8, 0))

//! Before 6.6 QThreadPool::start() took an std::function.
#define HOLDFAST_QT_POOLS_RUN_FUNCTIONS (QT_VERSION < QT_VERSION_CHECK(6, 6, 0))

namespace Holdfast::QtCompat {

//! For a QDateTime in UTC. 6.5 made it a kind of QTimeZone, and 6.8 warns of Qt::TimeSpec. (Until
//! 6.4 QTimeZone::utc() is a zone like any other, and slow.)
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
inline constexpr auto Utc = QTimeZone::UTC;
#else
inline constexpr auto Utc = Qt::UTC;
#endif

} // namespace Holdfast::QtCompat
