// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import HoldfastDemo

//! Opens the window with one lane, to any server.
PanelButton {
    id: button

    property RoomWindow opened: null

    text: qsTr("Connect to a server…")
    hint: qsTr("Another window, with one lane to any WebSocket server.")
    onClicked: {
        if (opened === null)
            opened = component.createObject(button, { "room": room }) as RoomWindow;
        opened.show();
        opened.raise();
        opened.requestActivate();
        if (room.address === "")
            opened.openSettings();
    }

    Room {
        id: room
    }

    Component {
        id: component

        RoomWindow {
            leads: false
            transientParent: null
        }
    }
}
