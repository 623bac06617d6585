// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Templates as T

/*! A pill with a few words in it. */
T.Control {
    id: root

    property string text
    property color textColor: root.palette.windowText

    // Not by the content: the implicit width of a Text that has wrapped forgets the space between lines.
    implicitWidth: Math.ceil(metrics.advanceWidth) + 1 + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    leftPadding: 9
    rightPadding: 9
    topPadding: 2
    bottomPadding: 3
    // As a whole: whoever sets a size of pixels would be told that there is one of points already.
    font: Qt.font({ pointSize: Math.max(8, Application.font.pointSize - 1) })

    Accessible.role: Accessible.StaticText
    Accessible.name: text

    TextMetrics {
        id: metrics
        font: root.font
        text: root.text
    }

    contentItem: Text {
        text: root.text
        font: root.font
        color: root.textColor
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
    background: Rectangle {
        radius: Math.min(height / 2, 12)
        color: Qt.rgba(root.textColor.r, root.textColor.g, root.textColor.b, 0.1)
    }
}
