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

    text: qsTr("Details")
    font.pixelSize: Theme.small
    implicitHeight: 28
    leftPadding: 10
    rightPadding: 10
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
