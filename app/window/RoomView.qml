// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import Holdfast
import HoldfastDemo

//! The conversation with one server: where it is, how the connection is, and what was said.
Pane {
    id: view

    required property Room room

    readonly property QtObject socket: room.socket
    readonly property bool narrow: width < 480
    //! Somebody wants it connected, and it has not given up.
    readonly property bool tries: room.socket.active && room.socket.state !== ConnectionState.Failed

    signal settingsWanted

    padding: 0
    background: Rectangle {
        color: Theme.card
        border.color: Theme.line
        radius: Theme.radius
    }

    contentItem: ColumnLayout {
        spacing: 0

        GridLayout {
            columns: view.narrow ? 1 : 2
            columnSpacing: Theme.gap
            rowSpacing: 8
            Layout.margins: Theme.gap

            ColumnLayout {
                spacing: 2

                Label {
                    text: view.room.address === "" ? qsTr("No server yet") : view.room.address
                    textFormat: Text.PlainText
                    font.pixelSize: 17
                    font.weight: Font.DemiBold
                    horizontalAlignment: Text.AlignLeft // said aloud, it is mirrored
                    elide: Text.ElideMiddle
                    Layout.fillWidth: true
                }

                RowLayout {
                    spacing: 6

                    ConnectionIndicator {
                        id: indicator

                        socket: view.socket
                        padding: 0
                    }

                    Label {
                        text: {
                            const words = [indicator.text];
                            words.push(view.room.protocol === ProtocolName.Envelope ? qsTr("envelope") : qsTr("plain"));
                            if (view.room.queueName !== "")
                                words.push(qsTr("queue %1").arg(view.room.queueName));
                            return words.join(" · ");
                        }
                        textFormat: Text.PlainText
                        color: Theme.muted
                        font.pixelSize: Theme.small
                        horizontalAlignment: Text.AlignLeft // said aloud, it is mirrored
                        elide: Text.ElideRight
                        Layout.fillWidth: true
                    }
                }
            }

            RowLayout {
                spacing: 8

                PanelButton {
                    text: view.tries ? qsTr("Disconnect") : qsTr("Connect")
                    enabled: view.room.address !== ""
                    onClicked: view.tries ? view.room.disconnectNow() : view.room.connectAgain()
                    Layout.fillWidth: view.narrow
                }

                DetailsButton {
                    id: details

                    objectName: "details"
                    socket: view.socket
                }

                PanelButton {
                    text: qsTr("Server…")
                    onClicked: view.settingsWanted()
                    hint: qsTr("Address, protocol and queue.")
                    Layout.fillWidth: view.narrow
                }
            }
        }

        RowLayout {
            spacing: 8
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            Layout.bottomMargin: Theme.gap

            Score {
                value: view.room.sent
                caption: qsTr("sent")
            }

            Score {
                value: view.room.delivered
                caption: qsTr("delivered")
            }

            Score {
                value: view.room.socket.pendingMessageCount
                caption: qsTr("waiting")
            }

            Score {
                value: view.room.failed
                caption: qsTr("failed")
                fault: true
            }

            Score {
                value: view.room.received
                caption: qsTr("received")
            }
        }

        ConnectionBanner {
            socket: view.socket
            inlineDetails: false
            onDetailsRequested: details.show()
            onTriggered: action => {
                if (action === StatusAction.SignIn)
                    view.settingsWanted(); // the demo's credentials are in the address
                else if (action === StatusAction.UseHere)
                    view.room.connectAgain();
            }
            Layout.fillWidth: true
        }

        Rectangle {
            color: Theme.line
            implicitHeight: 1
            Layout.fillWidth: true
        }

        MessageView {
            messages: view.room.messages
            delegate: Bubble {
                width: ListView.view.width
            }
            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        // To be seen where there is room for it; it remembers, seen or not.
        Past {
            socket: view.socket
            visible: view.height >= 430
            Layout.fillWidth: true
        }
    }
}
