// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts

//! The demo's dialog: a question, in front of its window. What it asks is its contentItem.
Dialog {
    id: dialog

    property string acceptText
    property bool acceptable: true

    anchors.centerIn: Overlay.overlay
    width: Math.min(460, parent ? parent.width - 2 * Theme.gap : 460)
    height: Math.min(implicitHeight, parent ? parent.height - 2 * Theme.gap : implicitHeight)
    modal: true
    closePolicy: Popup.CloseOnEscape // a click beside it would lose what was filled in
    padding: 16
    topPadding: 4

    background: Rectangle {
        color: Theme.card
        border.color: Theme.line
        radius: Theme.radius
    }
    Overlay.modal: Rectangle {
        color: "#80000000"
    }

    header: Label {
        text: dialog.title
        font.pixelSize: 17
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignLeft
        padding: 16
        bottomPadding: 8
        elide: Text.ElideRight
        Accessible.role: Accessible.Heading
    }

    footer: RowLayout {
        spacing: 8

        Item {
            Layout.fillWidth: true
        }

        PanelButton {
            text: qsTr("Cancel")
            onClicked: dialog.reject()
            Layout.topMargin: 4
            Layout.bottomMargin: 16
        }

        PanelButton {
            text: dialog.acceptText
            enabled: dialog.acceptable
            onClicked: dialog.accept()
            Layout.topMargin: 4
            Layout.bottomMargin: 16
            Layout.rightMargin: 16
        }
    }
}
