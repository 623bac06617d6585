// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls
import Holdfast
import HoldfastDemo

//! What a lane believes of its connection, which is not always so.
Row {
    id: belief

    required property Lane lane
    property ReconnectingWebSocket socket: null

    spacing: 6

    ConnectionIndicator {
        visible: belief.socket !== null
        socket: belief.socket
        anchors.verticalCenter: parent.verticalCenter
    }

    Rectangle {
        visible: belief.socket === null
        width: 10
        height: 10
        radius: 5
        color: belief.lane.connected ? Theme.good : "transparent"
        border.color: belief.lane.connected ? Theme.good : Theme.bad
        border.width: 2
        anchors.verticalCenter: parent.verticalCenter
    }

    Label {
        text: belief.lane.stateText
        color: Theme.muted
        font.pixelSize: Theme.small
        anchors.verticalCenter: parent.verticalCenter
    }
}
