// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import HoldfastDemo

//! Opens the details of a connection, which hang from it.
PanelButton {
    id: button

    required property QtObject socket

    function show() {
        details.active = true;
        details.item.open();
    }

    // A sign, because the banner has the word.
    text: "i"
    font.family: "serif"
    font.italic: true
    font.weight: Font.Bold
    implicitWidth: implicitHeight
    leftPadding: 0
    rightPadding: 0
    hint: qsTr("Details of the connection")
    Accessible.name: hint
    onClicked: show()

    // Made when somebody asks for it.
    Loader {
        id: details

        active: false
        sourceComponent: DetailsPopover {
            parent: button
            socket: button.socket
        }
    }
}
