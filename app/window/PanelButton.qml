// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls

//! The demo's button: flat, and filled while checked.
Button {
    id: button

    //! Filled with this while checked.
    property color fill: Theme.accent
    //! What it does, for those who linger.
    property string hint

    implicitHeight: 38
    leftPadding: 12
    rightPadding: 12
    font.pixelSize: 14
    Accessible.description: hint
    ToolTip.text: hint
    ToolTip.visible: hint !== "" && hovered
    ToolTip.delay: 600

    contentItem: Text {
        text: button.text
        font: button.font
        color: !button.enabled ? Theme.muted : button.checked ? Theme.accentText : Theme.text
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        fontSizeMode: Text.HorizontalFit // some languages need more room
        minimumPixelSize: 10
        elide: Text.ElideRight
    }

    background: Rectangle {
        radius: Theme.radius
        color: button.checked ? button.fill : button.down ? Theme.line : button.hovered ? Theme.raised : Theme.card
        border.color: button.visualFocus ? Theme.accent : button.checked ? button.fill : Theme.line
        border.width: button.visualFocus ? 2 : 1
    }
}
