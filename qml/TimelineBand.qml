// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import Holdfast

/*! One state in a ConnectionTimeline: the better the connection, the higher; hollow where it is not
    wanted, or not possible. A stroke above it is an attempt.
*/
Item {
    id: root

    required property int connectionState
    required property bool attempt
    //! An attempt that begins at its edge.
    property bool marked: attempt
    required property color color
    required property color attemptColor

    readonly property bool hollow: connectionState === ConnectionState.Closing
                                   || connectionState === ConnectionState.WaitingForNetwork
                                   || connectionState === ConnectionState.Failed
    readonly property real level: {
        switch (connectionState) {
        case ConnectionState.Connected: return 1
        case ConnectionState.Failed: return 1
        case ConnectionState.Connecting: return 0.66
        case ConnectionState.Closing: return 0.66
        case ConnectionState.WaitingToRetry: return 0.33
        case ConnectionState.WaitingForNetwork: return 0.33
        }
        return 0
    }
    //! Room above the highest of them.
    readonly property int attemptHeight: 5

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Math.max(2, Math.round(root.level * (root.height - root.attemptHeight - 2)))
        color: root.hollow ? Qt.rgba(root.color.r, root.color.g, root.color.b, 0.15) : root.color
        border.color: root.color
        border.width: root.hollow ? 1 : 0

        // Failed: struck through.
        Rectangle {
            visible: root.connectionState === ConnectionState.Failed
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            height: 2
            color: root.color
        }
    }
    Rectangle {
        visible: root.marked
        x: root.LayoutMirroring.enabled ? parent.width - width : 0
        width: 2
        height: root.attemptHeight
        color: root.attemptColor
    }
}
