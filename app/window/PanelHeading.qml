// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts

//! Names a group of the panel.
Label {
    font.pixelSize: Theme.small
    font.weight: Font.DemiBold
    color: Theme.muted
    Layout.topMargin: 6
    Accessible.role: Accessible.Heading
}
