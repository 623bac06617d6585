// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls

//! A small label for what should not be.
Label {
    color: Theme.bad
    font.pixelSize: 11
    leftPadding: 6
    rightPadding: 6
    topPadding: 1
    bottomPadding: 1
    background: Rectangle {
        color: "transparent"
        border.color: Theme.bad
        radius: height / 2
    }
}
