// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls

//! The demo's line to type in.
TextField {
    id: field

    //! What is in it will not do.
    property bool wrong: false

    font.pixelSize: 14
    leftPadding: 12
    rightPadding: 12
    selectByMouse: true
    background: Rectangle {
        implicitHeight: 38
        color: Theme.card
        border.color: field.wrong ? Theme.bad : field.activeFocus ? Theme.accent : Theme.line
        border.width: field.activeFocus ? 2 : 1
        radius: Theme.radius
    }
    Accessible.name: placeholderText
}
