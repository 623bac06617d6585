// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Templates as T

/*! A flat button that is nothing but its text, and a frame while the keyboard is on it. */
T.Button {
    id: root

    required property color textColor
    //! Not that of the style's buttons: it stands in a line of text.
    required property font textFont
    property bool isMain: false

    readonly property font labelFont: Qt.font({ family: textFont.family, pixelSize: textFont.pixelSize,
                                                weight: isMain ? Font.DemiBold : textFont.weight })
    //! How high it is while its text does not wrap.
    readonly property real lineHeight: Math.ceil(metrics.height) + topPadding + bottomPadding

    TextMetrics {
        id: metrics
        font: root.labelFont
        text: root.text
    }

    // Not by the content, as in Pill.
    implicitWidth: Math.ceil(metrics.advanceWidth) + 1 + leftPadding + rightPadding
    implicitHeight: Math.max(28, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: 10
    rightPadding: 10
    topPadding: 4
    bottomPadding: 4

    // Once, however long it is held.
    Keys.onReturnPressed: event => { if (!event.isAutoRepeat) root.clicked() }
    Keys.onEnterPressed: event => { if (!event.isAutoRepeat) root.clicked() }

    contentItem: Text {
        text: root.text
        font: root.labelFont
        color: root.textColor
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
    background: Rectangle {
        radius: 4
        color: Qt.rgba(root.textColor.r, root.textColor.g, root.textColor.b,
                       root.down ? 0.1 : root.hovered ? 0.05 : 0)
        border.color: root.textColor
        border.width: root.visualFocus ? 2 : 0
    }
}
