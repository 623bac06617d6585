// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import HoldfastDemo

//! One lane, to any server.
ThemedWindow {
    id: window

    required property Room room

    //! Nothing of what waits would outlive this window.
    readonly property bool forgets: room.queueName === "" && room.socket.pendingMessageCount > 0
    property bool agreed: false

    function openSettings() {
        settings.open();
    }

    width: 560
    height: 720
    minimumWidth: 340
    minimumHeight: 420
    visible: true
    title: heading.text
    onVisibleChanged: if (visible)
        agreed = false
    onClosing: close => {
        close.accepted = !forgets || agreed;
        if (close.accepted)
            room.disconnectNow();
        else
            farewell.open();
    }

    WindowTitle {
        id: heading

        socket: window.room.socket
        calm: window.room.address === "" ? qsTr("Holdfast: any server") : qsTr("%1 – Holdfast").arg(window.room.address)
        program: window.room.address
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.gap

        RoomView {
            room: window.room
            onSettingsWanted: window.openSettings()
            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        SayField {
            id: say

            focus: true
            enabled: window.room.address !== ""
            maximumLength: 100000
            placeholderText: qsTr("Say something")
            onSaid: text => window.room.say(text)
            Layout.fillWidth: true
        }
    }

    SettingsDialog {
        id: settings

        room: window.room
        onClosed: say.forceActiveFocus()
    }

    PanelDialog {
        id: farewell

        title: qsTr("Close this window?")
        acceptText: qsTr("Close")
        onAccepted: {
            window.agreed = true;
            window.close();
        }

        contentItem: ScrollColumn {
            Label {
                text: qsTr("Messages that wait: %1. They are in no queue and will not be sent.").arg(window.room.socket.pendingMessageCount.toLocaleString(Qt.locale(), "f", 0))
                font.pixelSize: 14
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignLeft
                Layout.fillWidth: true
            }
        }
    }
}
