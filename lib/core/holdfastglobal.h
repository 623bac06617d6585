// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

//! Marks what an application may link against. Everything else is hidden.
#if defined(HOLDFAST_STATIC)
#define HOLDFAST_EXPORT
#elif defined(HOLDFAST_BUILDING)
#define HOLDFAST_EXPORT Q_DECL_EXPORT
#else
#define HOLDFAST_EXPORT Q_DECL_IMPORT
#endif
