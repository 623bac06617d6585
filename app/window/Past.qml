// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Layouts
import Holdfast
import HoldfastDemo

//! What became of a connection in the last minutes, below a line.
ColumnLayout {
    id: past

    required property QtObject socket

    spacing: 0

    Rectangle {
        color: Theme.line
        implicitHeight: 1
        Layout.fillWidth: true
    }

    ConnectionTimeline {
        objectName: "timeline"
        socket: past.socket
        Layout.fillWidth: true
        Layout.margins: 8
    }
}
