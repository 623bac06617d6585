// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls

//! A small label for what is not as usual.
Label {
    id: tag

    color: Theme.bad
    font.pixelSize: 11
    leftPadding: 6
    rightPadding: 6
    topPadding: 1
    bottomPadding: 1
    background: Rectangle {
        color: "transparent"
        border.color: tag.color
        radius: height / 2
    }
}
