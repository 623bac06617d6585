// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import HoldfastDemo

//! What can happen to a connection, to be done at will.
Pane {
    id: panel

    required property Stage stage
    //! Below the lanes instead of beside them.
    property bool wide: false

    readonly property Weather weather: stage.weather

    padding: Theme.gap
    background: Rectangle {
        color: Theme.card
        border.color: Theme.line
        radius: Theme.radius
    }
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Weather")

    contentItem: GridLayout {
        columns: panel.wide ? 4 : 1
        columnSpacing: 8
        rowSpacing: 8

        PanelHeading {
            text: qsTr("Network")
            visible: !panel.wide
        }

        PanelButton {
            text: panel.weather.unplugged ? qsTr("Plug in") : qsTr("Unplug")
            checkable: true
            checked: panel.weather.unplugged
            fill: Theme.bad
            font.pixelSize: 18
            font.weight: Font.DemiBold
            implicitHeight: panel.wide ? 38 : 64
            onToggled: panel.weather.unplugged = checked
            Layout.fillWidth: true
            hint: qsTr("Pulls the cable: what is under way is lost, and nobody is told.")
        }

        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            Label {
                text: qsTr("Latency: %1 ms").arg(panel.weather.latency)
                font.pixelSize: Theme.small
                color: Theme.muted
            }

            Slider {
                id: latency

                from: 0
                to: 2000
                stepSize: 50
                value: panel.weather.latency
                onMoved: panel.weather.latency = value
                Layout.fillWidth: true
                Accessible.name: qsTr("Latency")
                handle: Rectangle {
                    x: latency.leftPadding + latency.visualPosition * (latency.availableWidth - width)
                    y: latency.topPadding + (latency.availableHeight - height) / 2
                    implicitWidth: 20
                    implicitHeight: 20
                    radius: 10
                    color: latency.pressed ? Theme.raised : Theme.card
                    border.color: latency.activeFocus ? Theme.accent : Theme.muted
                    border.width: 2
                }
            }
        }

        PanelHeading {
            text: qsTr("Server")
            visible: !panel.wide
        }

        PanelButton {
            text: panel.weather.serverUp ? qsTr("Kill server") : qsTr("Start server")
            checkable: true
            checked: !panel.weather.serverUp
            fill: Theme.bad
            onToggled: panel.weather.serverUp = !checked
            Layout.fillWidth: true
            hint: qsTr("Ends its process at once, as a crash would.")
        }

        PanelButton {
            text: panel.weather.frozen ? qsTr("Thaw server") : qsTr("Freeze server")
            checkable: true
            checked: panel.weather.frozen
            fill: Theme.bad
            onToggled: panel.weather.frozen = checked
            Layout.fillWidth: true
            hint: qsTr("Its process stops, its connections stay open and say nothing.")
        }

        PanelButton {
            text: qsTr("Restart, announced")
            enabled: panel.weather.passes
            onClicked: panel.weather.restartServer()
            Layout.fillWidth: true
            hint: qsTr("The server says when it will be back, goes, and keeps what it knows.")
        }

        PanelButton {
            text: qsTr("Refuse everybody")
            checkable: true
            checked: panel.weather.refusing
            fill: Theme.bad
            onToggled: panel.weather.refusing = checked
            Layout.fillWidth: true
            hint: qsTr("Answers every upgrade with HTTP 503.")
        }

        PanelButton {
            text: qsTr("Accept and close")
            checkable: true
            checked: panel.weather.closeCode !== 0
            fill: Theme.bad
            onToggled: panel.weather.closeCode = checked ? 1011 : 0
            Layout.fillWidth: true
            hint: qsTr("Takes every connection and closes it with code 1011.")
        }

        PanelHeading {
            text: qsTr("This app")
            visible: !panel.wide
        }

        PanelButton {
            text: qsTr("Kill this app")
            onClicked: panel.stage.killWanted()
            Layout.fillWidth: true
            hint: qsTr("Ends this process at once and starts another one: what waits is there again.")
        }

        ConnectButton {
            Layout.fillWidth: true
        }

        Label {
            visible: text !== ""
            text: panel.weather.problem === "" ? "" : qsTr("The server: %1").arg(panel.weather.problem)
            textFormat: Text.PlainText
            color: Theme.bad
            font.pixelSize: Theme.small
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }

        Item {
            visible: !panel.wide
            Layout.fillHeight: true
        }

        PanelButton {
            text: qsTr("Start over")
            onClicked: panel.stage.reset()
            Layout.fillWidth: true
            hint: qsTr("Empties both lanes and their scores.")
        }
    }
}
