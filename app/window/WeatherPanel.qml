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

    implicitHeight: grid.implicitHeight + topPadding + bottomPadding
    implicitWidth: grid.implicitWidth + leftPadding + rightPadding

    // A low window has it all, too.
    contentItem: Flickable {
        id: flickable

        contentWidth: width
        contentHeight: grid.height
        clip: true
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {
            policy: flickable.interactive ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
            // In the panel's margin, not over its buttons.
            parent: panel
            x: panel.mirrored ? 1 : panel.width - width - 1
            y: panel.topPadding
            height: panel.availableHeight
        }

        GridLayout {
            id: grid

            width: flickable.width
            height: Math.max(implicitHeight, flickable.height)
            columns: panel.wide ? 4 : 1
            columnSpacing: 6
            rowSpacing: 6

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
                implicitHeight: panel.wide ? 34 : 56
                onToggled: panel.weather.unplugged = checked
                Layout.fillWidth: true
                hint: checked ? qsTr("Puts the cable in again: what is sent from now on gets through.")
                              : qsTr("Pulls the cable: what is under way is lost, and nobody is told.")
            }

            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true

                Label {
                    text: qsTr("Latency: %1 ms").arg(panel.weather.latency.toLocaleString(Qt.locale(), "f", 0))
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
                    background: Rectangle {
                        x: latency.leftPadding
                        y: latency.topPadding + (latency.availableHeight - height) / 2
                        width: latency.availableWidth
                        height: 6
                        radius: 3
                        color: Theme.line
                    }
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

            PanelButton {
                text: panel.weather.network === Weather.Lost ? qsTr("Find network") : qsTr("Lose network")
                checkable: true
                checked: panel.weather.network === Weather.Lost
                fill: Theme.bad
                onToggled: panel.weather.network = checked ? Weather.Lost : Weather.Online
                Layout.fillWidth: true
                hint: checked ? qsTr("Everything gets through again, and the app is told.")
                              : qsTr("Nothing gets through, and unlike with the cable the app is told.")
            }

            PanelButton {
                text: qsTr("Sign-in page")
                checkable: true
                checked: panel.weather.network === Weather.Captive
                fill: Theme.bad
                onToggled: panel.weather.network = checked ? Weather.Captive : Weather.Online
                Layout.fillWidth: true
                hint: checked ? qsTr("Leaves the hotel's network.")
                              : qsTr("A hotel's network: a page of its own answers in the place of everybody, until you sign in there.")
            }

            PanelButton {
                text: qsTr("Change network")
                enabled: panel.weather.network === Weather.Online
                onClicked: panel.weather.changeNetwork()
                Layout.fillWidth: true
                hint: qsTr("From Wi-Fi to mobile: the old connections are dead, and the app is told that the network is another.")
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
                hint: checked ? qsTr("Starts it again, at the same address.")
                              : qsTr("Ends its process at once, as a crash would.")
            }

            PanelButton {
                text: panel.weather.frozen ? qsTr("Thaw server") : qsTr("Freeze server")
                checkable: true
                checked: panel.weather.frozen
                fill: Theme.bad
                onToggled: panel.weather.frozen = checked
                Layout.fillWidth: true
                hint: checked ? qsTr("Lets its process go on from where it stopped.")
                              : qsTr("Its process stops, its connections stay open and say nothing.")
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
                hint: checked ? qsTr("Lets everybody in again.")
                              : qsTr("Answers every upgrade with HTTP 503.")
            }

            PanelButton {
                text: qsTr("Accept and close")
                checkable: true
                checked: panel.weather.closeCode !== 0
                fill: Theme.bad
                onToggled: panel.weather.closeCode = checked ? 1011 : 0
                Layout.fillWidth: true
                hint: checked ? qsTr("Takes every connection and keeps it again.")
                              : qsTr("Takes every connection and closes it with code 1011.")
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
}
