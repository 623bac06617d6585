// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Layouts
import HoldfastDemo

//! What is typed here is said in both lanes.
RowLayout {
    id: composer

    required property Stage stage

    spacing: Theme.gap

    SayField {
        focus: true
        placeholderText: qsTr("Say something in both lanes")
        onSaid: text => composer.stage.say(text)
        Layout.fillWidth: true
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
