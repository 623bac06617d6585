// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import HoldfastDemo

//! Where a room connects to, and how. Nothing changes before it is accepted.
PanelDialog {
    id: dialog

    required property Room room

    function finish() {
        if (form.acceptable)
            dialog.accept();
    }

    title: qsTr("Connect to a server")
    acceptText: qsTr("Connect")
    acceptable: form.acceptable
    onAboutToShow: form.reset()
    onOpened: {
        address.forceActiveFocus();
        address.selectAll();
    }
    onAccepted: form.accept()

    ServerForm {
        id: form

        room: dialog.room
    }

    component Caption: Label {
        font.pixelSize: Theme.small
        color: Theme.muted
        horizontalAlignment: Text.AlignLeft
        Layout.fillWidth: true
        Layout.topMargin: 6
    }
    component Note: Label {
        visible: text !== ""
        textFormat: Text.PlainText
        font.pixelSize: Theme.small
        color: Theme.muted
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignLeft
        Layout.fillWidth: true
    }

    contentItem: ScrollColumn {
        Caption {
            text: qsTr("Address")
        }

        EntryField {
            id: address

            text: form.url
            wrong: problem.text !== ""
            placeholderText: "wss://example.org/"
            onTextEdited: form.url = text
            onAccepted: dialog.finish()
            Accessible.name: qsTr("Address")
            Accessible.description: problem.text
            Layout.fillWidth: true
        }

        Note {
            id: problem

            text: address.text === "" ? "" : form.urlProblem
            color: Theme.bad
        }

        Caption {
            text: qsTr("Protocol")
        }

        RadioButton {
            text: qsTr("Plain WebSocket: works with every server")
            font.pixelSize: 14
            checked: form.protocol === ProtocolName.Plain
            onToggled: form.protocol = ProtocolName.Plain
            Layout.fillWidth: true
        }

        RadioButton {
            text: qsTr("Envelope: a hub confirms and remembers")
            font.pixelSize: 14
            checked: form.protocol === ProtocolName.Envelope
            onToggled: form.protocol = ProtocolName.Envelope
            Layout.fillWidth: true
        }

        Caption {
            text: qsTr("Subprotocols to offer")
            visible: subprotocols.visible
        }

        EntryField {
            id: subprotocols

            visible: form.protocol === ProtocolName.Plain
            text: form.subprotocols
            wrong: form.subprotocolsProblem !== ""
            placeholderText: qsTr("none")
            onTextEdited: form.subprotocols = text
            onAccepted: dialog.finish()
            Accessible.name: qsTr("Subprotocols to offer")
            Accessible.description: form.subprotocolsProblem
            Layout.fillWidth: true
        }

        Note {
            text: form.subprotocolsProblem
            color: Theme.bad
        }

        Caption {
            text: qsTr("Queue on the disk")
        }

        EntryField {
            text: form.queueName
            wrong: form.queueProblem !== ""
            placeholderText: qsTr("none: what waits ends with this window")
            onTextEdited: form.queueName = text
            onAccepted: dialog.finish()
            Accessible.name: qsTr("Queue on the disk")
            Accessible.description: form.queueProblem
            Layout.fillWidth: true
        }

        Note {
            text: form.queueProblem
            color: Theme.bad
        }

        Note {
            text: form.acceptable ? form.consequence : ""
            color: form.costly ? Theme.bad : Theme.text
            Layout.topMargin: 8
        }

        CheckBox {
            visible: form.acceptable && form.holds
            text: qsTr("Send them to this server instead")
            font.pixelSize: 14
            checked: form.takesAlong
            onToggled: form.takesAlong = checked
            Layout.fillWidth: true
        }
    }
}
