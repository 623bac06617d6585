// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import Holdfast
import HoldfastDemo

// Components reach for what surrounds them; `pragma ComponentBehavior: Bound` says so from Qt 6.5 on.
// qmllint disable unqualified

//! One client: what it believes, what became of its messages, and the score that the server keeps.
Pane {
    id: view

    required property Lane lane
    property string subtitle
    //! Where there is one, the banner speaks for it; else the lane's own belief has to do.
    property QtObject socket: null
    //! What the banner opens where the network wants somebody to sign in.
    property url portalUrl
    //! There is no room for its belief beside its name.
    readonly property bool narrow: width < 400

    padding: 0
    background: Rectangle {
        color: Theme.card
        border.color: Theme.line
        radius: Theme.radius
    }
    Accessible.role: Accessible.Grouping
    Accessible.name: lane.title

    contentItem: ColumnLayout {
        spacing: 0

        RowLayout {
            spacing: Theme.gap
            Layout.margins: Theme.gap

            ColumnLayout {
                spacing: 2

                Label {
                    text: view.lane.title
                    font.pixelSize: 17
                    font.weight: Font.DemiBold
                    horizontalAlignment: Text.AlignLeft // said aloud, it is mirrored
                    elide: Text.ElideRight
                    Layout.fillWidth: true
                }

                Label {
                    visible: !view.narrow
                    text: view.subtitle
                    color: Theme.muted
                    font.pixelSize: Theme.small
                    horizontalAlignment: Text.AlignLeft // said aloud, it is mirrored
                    elide: Text.ElideRight
                    Layout.fillWidth: true
                }

                Belief {
                    visible: view.narrow
                    lane: view.lane
                    socket: view.socket
                }
            }

            Belief {
                visible: !view.narrow
                lane: view.lane
                socket: view.socket
                Layout.alignment: Qt.AlignTop
            }

            DetailsButton {
                id: details

                objectName: "details"
                visible: view.socket !== null
                socket: view.socket
                implicitHeight: 28
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: -7
            }
        }

        ScoreBoard {
            lane: view.lane
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            Layout.bottomMargin: Theme.gap
        }

        Loader {
            active: view.socket !== null
            visible: active
            sourceComponent: ConnectionBanner {
                status: ConnectionStatus {
                    socket: view.socket
                    portalUrl: view.portalUrl
                }
                inlineDetails: false
                onDetailsRequested: details.show()
                onTriggered: action => {
                    if (action === StatusAction.SignIn)
                        view.socket.credentialsChanged();
                    else if (action === StatusAction.UseHere)
                        view.socket.open();
                }
            }
            Layout.fillWidth: true
        }

        Rectangle {
            color: Theme.line
            implicitHeight: 1
            Layout.fillWidth: true
        }

        MessageView {
            messages: view.lane.messages
            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        // To be seen where there is room for it; it remembers, seen or not.
        Loader {
            active: view.socket !== null
            visible: active && view.height >= 430
            sourceComponent: Past {
                socket: view.socket
            }
            Layout.fillWidth: true
        }
    }
}
