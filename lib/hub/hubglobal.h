// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

#if defined(HOLDFAST_STATIC)
#define HOLDFAST_HUB_EXPORT
#elif defined(HOLDFAST_BUILDING_HUB)
#define HOLDFAST_HUB_EXPORT Q_DECL_EXPORT
#else
#define HOLDFAST_HUB_EXPORT Q_DECL_IMPORT
#endif
