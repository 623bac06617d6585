// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

//! Whether the user wants things to move. Internal to the module.
namespace Holdfast::Motion {

//! False where the desktop's settings say no: Windows' own, KDE's kdeglobals, GTK's settings.ini.
//! Qt has no public word for it, so elsewhere (macOS, GNOME's dconf) the application decides.
[[nodiscard]] bool isWanted();

} // namespace Holdfast::Motion
