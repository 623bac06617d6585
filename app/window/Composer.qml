// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import HoldfastDemo

//! What is typed here is said in both lanes.
RowLayout {
    id: composer

    required property Stage stage

    function say() {
        if (field.text === "")
            return;
        composer.stage.say(field.text);
        field.clear();
    }

    spacing: Theme.gap

    TextField {
        id: field

        focus: true
        maximumLength: 500
        placeholderText: qsTr("Say something in both lanes")
        font.pixelSize: 14
        leftPadding: 12
        onAccepted: composer.say()
        background: Rectangle {
            implicitHeight: 38
            color: Theme.card
            border.color: field.activeFocus ? Theme.accent : Theme.line
            border.width: field.activeFocus ? 2 : 1
            radius: Theme.radius
        }
        Layout.fillWidth: true
        Accessible.name: placeholderText
    }

    PanelButton {
        text: qsTr("Send")
        enabled: field.text !== ""
        onClicked: composer.say()
    }

    PanelButton {
        text: qsTr("Company")
        checkable: true
        checked: composer.stage.company
        onToggled: composer.stage.company = checked
        hint: qsTr("Somebody else talks, whether you can hear it or not.")
    }

    PanelButton {
        text: qsTr("Type for me")
        checkable: true
        checked: composer.stage.typing
        onToggled: composer.stage.typing = checked
    }
}
