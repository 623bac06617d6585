// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls

//! One of a few texts, which may change their language at any time.
ComboBox {
    id: box

    required property var texts
    //! What is picked.
    required property string caption

    // Not the texts: a new list would forget what was picked.
    model: texts.length
    displayText: texts[currentIndex] ?? ""
    implicitWidth: 168
    implicitHeight: 30
    leftPadding: mirrored ? 28 : 10
    rightPadding: mirrored ? 10 : 28
    font.pixelSize: Theme.small
    Accessible.name: caption
    ToolTip.text: caption
    ToolTip.visible: hovered && !popup.visible
    ToolTip.delay: 600

    contentItem: Text {
        text: box.displayText
        textFormat: Text.PlainText
        font: box.font
        color: Theme.text
        horizontalAlignment: Text.AlignLeft
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
    }

    indicator: Item {
        x: box.mirrored ? 8 : box.width - width - 8
        y: (box.height - height) / 2
        width: 12
        height: 12

        Stroke {
            x1: 2
            y1: 4
            x2: 6
            y2: 8
            color: Theme.muted
        }

        Stroke {
            x1: 6
            y1: 8
            x2: 10
            y2: 4
            color: Theme.muted
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: box.down ? Theme.line : box.hovered ? Theme.raised : Theme.card
        border.color: box.visualFocus ? Theme.accent : Theme.line
        border.width: box.visualFocus ? 2 : 1
    }

    delegate: ItemDelegate {
        id: choice

        required property int index

        width: ListView.view.width
        implicitHeight: 30
        highlighted: box.highlightedIndex === index
        text: box.texts[index] ?? ""
        Accessible.name: text

        contentItem: Text {
            text: choice.text
            textFormat: Text.PlainText
            font.pixelSize: Theme.small
            font.weight: choice.index === box.currentIndex ? Font.DemiBold : Font.Normal
            color: choice.highlighted ? Theme.accentText : Theme.text
            horizontalAlignment: Text.AlignLeft
            verticalAlignment: Text.AlignVCenter
            elide: Text.ElideRight
        }

        background: Rectangle {
            radius: 4
            color: choice.highlighted ? Theme.accent : "transparent"
        }
    }

    popup: Popup {
        y: box.height + 2
        width: box.width
        height: Math.min(contentItem.implicitHeight + topPadding + bottomPadding, box.Window.height - 24)
        padding: 4

        contentItem: ListView {
            implicitHeight: contentHeight
            clip: true
            model: box.delegateModel
            currentIndex: box.highlightedIndex
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: box.caption
        }

        background: Rectangle {
            radius: Theme.radius
            color: Theme.card
            border.color: Theme.line
        }
    }
}
