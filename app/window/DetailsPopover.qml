// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import Holdfast
import HoldfastDemo

//! All that is known of a connection, for who wants to know more than the banner says.
//!
//! It hangs from its parent, and lets one go on with the rest of the window, so that the weather may
//! change while one looks.
Popup {
    id: popover

    required property QtObject socket

    function bytes(count: real): string {
        return Qt.locale().formattedDataSize(count);
    }

    x: Qt.application.layoutDirection === Qt.RightToLeft ? 0 : parent.width - width
    y: parent.height + 6
    margins: 12 // to the edge of the window
    width: Math.min(600, parent.Window.width - 2 * margins)
    height: Math.min(520, parent.Window.height - 2 * margins)
    padding: 16
    focus: true
    closePolicy: Popup.CloseOnEscape
    onOpened: closing.forceActiveFocus(Qt.TabFocusReason)
    onClosed: explained.deselect()

    background: Rectangle {
        radius: Theme.radius
        color: Theme.card
        border.color: Theme.muted
    }

    ConnectionStatus {
        id: status

        socket: popover.socket
    }

    Explanation {
        id: explanation

        socket: popover.socket
        live: popover.visible
        // Under somebody's selection nothing moves.
        onTextChanged: explained.follow()
    }

    contentItem: ColumnLayout {
        spacing: 6
        LayoutMirroring.enabled: Qt.application.layoutDirection === Qt.RightToLeft
        LayoutMirroring.childrenInherit: true
        Accessible.role: Accessible.Dialog
        Accessible.name: heading.text

        Label {
            id: heading

            text: qsTr("Details of the connection")
            font.pixelSize: 17
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignLeft
            Layout.fillWidth: true
            Layout.bottomMargin: 4
            Accessible.role: Accessible.Heading
        }

        Fact {
            caption: qsTr("State")
            value: indicator.text

            ConnectionIndicator {
                id: indicator

                socket: popover.socket
                padding: 0
            }
        }

        Fact {
            objectName: "attempt"
            caption: qsTr("Attempt")
            value: popover.socket.attemptCount > 0 ? popover.socket.attemptCount.toLocaleString(Qt.locale(), "f", 0) : ""
        }

        Fact {
            objectName: "roundTrip"
            caption: qsTr("Round trip")
            value: popover.socket.roundTripTime < 0 ? "" : qsTr("%1 ms").arg(popover.socket.roundTripTime.toLocaleString(Qt.locale(), "f", 0))
        }

        Fact {
            objectName: "waiting"
            caption: qsTr("Waiting")
            value: qsTr("%n message(s), %1", "", popover.socket.pendingMessageCount).arg(popover.bytes(popover.socket.pendingByteCount))
        }

        Fact {
            objectName: "lastError"
            caption: qsTr("Last error")
            value: status.lastErrorText === "" ? "" : qsTr("%1, at %2", "an error, a time").arg(status.lastErrorText).arg(popover.socket.lastError.at.toLocaleTimeString(Qt.locale(), Locale.ShortFormat))
        }

        Fact {
            objectName: "serversWords"
            caption: qsTr("The server said")
            value: popover.socket.lastError.reason
        }

        Rectangle {
            color: Theme.raised
            border.color: explained.activeFocus ? Theme.accent : Theme.line
            border.width: explained.activeFocus ? 2 : 1
            radius: 4
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: 60
            Layout.topMargin: 6

            ScrollView {
                id: scroller

                contentWidth: availableWidth
                anchors.fill: parent
                anchors.margins: 2
                // It is English.
                LayoutMirroring.enabled: false
                LayoutMirroring.childrenInherit: true

                TextArea {
                    id: explained

                    function follow() {
                        if (selectedText !== "" || text === explanation.text)
                            return;
                        const y = scroller.contentItem.contentY;
                        const cursor = cursorPosition;
                        text = explanation.text;
                        cursorPosition = Math.min(cursor, length);
                        scroller.contentItem.contentY = y;
                    }

                    objectName: "explained"
                    readOnly: true
                    selectByMouse: true
                    textFormat: TextEdit.PlainText
                    wrapMode: TextEdit.Wrap
                    horizontalAlignment: Text.AlignLeft
                    font.family: explanation.font.family
                    font.pixelSize: Theme.small
                    color: Theme.text
                    background: null
                    onSelectedTextChanged: follow()
                    KeyNavigation.tab: copying
                    KeyNavigation.backtab: closing
                    KeyNavigation.priority: KeyNavigation.BeforeItem
                    Accessible.name: qsTr("What the connection says of itself")
                }
            }
        }

        RowLayout {
            spacing: 8
            Layout.topMargin: 6

            PanelButton {
                id: copying

                property bool done: false

                objectName: "copy"
                text: done ? qsTr("Copied") : qsTr("Copy")
                hint: qsTr("Puts what the connection says of itself on the clipboard.")
                onClicked: {
                    explanation.copy();
                    done = true;
                    undo.restart();
                }

                Timer {
                    id: undo

                    interval: 2000
                    onTriggered: copying.done = false
                }
            }

            Item {
                Layout.fillWidth: true
            }

            PanelButton {
                id: closing

                objectName: "close"
                text: qsTr("Close")
                onClicked: popover.close()
            }
        }
    }
}
