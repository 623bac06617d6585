// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import Holdfast
import HoldfastDemo

//! What a lane believes of its connection, which is not always so.
RowLayout {
    id: belief

    required property Lane lane
    property QtObject socket: null

    spacing: 6

    ConnectionIndicator {
        visible: belief.socket !== null
        socket: belief.socket
        padding: 0
    }

    Rectangle {
        visible: belief.socket === null
        implicitWidth: 14
        implicitHeight: 14
        radius: 7
        color: belief.lane.connected ? Theme.good : "transparent"
        border.color: belief.lane.connected ? Theme.good : Theme.bad
        border.width: 2
    }

    Label {
        text: belief.lane.stateText
        textFormat: Text.PlainText
        color: Theme.muted
        font.pixelSize: Theme.small
        elide: Text.ElideRight
        Layout.maximumWidth: 180
    }
}
