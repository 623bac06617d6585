// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connectionstatus.h"

#include <QtCore/qstringlist.h>

//! Everything that the banner says, by the names that its pictures have, whatever the language.
namespace Scenes {

//! "sign-in", "held", …: all of them, the most urgent first, as in StatusRow. "waiting"
//! is the badge alone. "connected", when there is nothing to say, is not among them.
[[nodiscard]] QStringList names();
//! \a status shows the scene of that name, with its figure if it has one.
[[nodiscard]] bool shows(const Holdfast::ConnectionStatus &status, QLatin1StringView name);
//! Which one it is, with or without a figure; empty: none.
[[nodiscard]] QString of(const Holdfast::ConnectionStatus &status);

} // namespace Scenes
