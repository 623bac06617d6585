// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls
import HoldfastDemo

//! The messages of a lane, newest at the bottom, each with its mark.
ListView {
    id: list

    required property MessageList messages
    //! Follows the newest until somebody scrolls up.
    property bool follows: true

    model: messages
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    topMargin: 6
    bottomMargin: 6
    ScrollBar.vertical: ScrollBar {
        policy: list.contentHeight > list.height ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
    }
    onMovementEnded: follows = atYEnd
    onHeightChanged: if (follows)
        Qt.callLater(positionViewAtEnd)
    onContentHeightChanged: if (follows)
        Qt.callLater(positionViewAtEnd)
    // Not onCountChanged: a full list loses one for each that comes.
    Connections {
        target: list.messages
        function onRowsInserted() {
            if (list.follows)
                Qt.callLater(list.positionViewAtEnd);
        }
    }

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Messages")

    delegate: MessageRow {
        width: ListView.view.width
    }

    Label {
        visible: list.count === 0
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.gap
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        color: Theme.muted
        text: qsTr("Nothing said yet.")
    }
}
