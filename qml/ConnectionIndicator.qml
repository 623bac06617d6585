// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls
import QtQuick.Templates as T
import Holdfast

/*! A dot that says how the connection is, by shape as well as by colour; in words in its tooltip.

    \qml
    ConnectionIndicator { socket: link }
    \endqml
*/
T.Control {
    id: root

    //! A ReconnectingWebSocket, made in QML or in C++; or set a `status` of your own.
    property alias socket: own.socket
    property ConnectionStatus status: own

    //! A ConnectionState.
    readonly property int connectionState: status && status.socket ? status.socket.state
                                                                   : ConnectionState.Closed
    //! The same in words.
    readonly property string text: words.of(connectionState)

    //! Which set of colours fits the palette.
    readonly property bool dark: palette.window.hslLightness < 0.5
    property color neutralColor: standard.neutral
    property color positiveColor: standard.positive
    property color warningColor: standard.warning
    property color errorColor: standard.error
    readonly property bool waits: connectionState === ConnectionState.WaitingToRetry
                                  || connectionState === ConnectionState.WaitingForNetwork
    readonly property bool isConnected: connectionState === ConnectionState.Connected
    readonly property bool isFailed: connectionState === ConnectionState.Failed
    readonly property color color: isConnected ? positiveColor : isFailed ? errorColor
                                 : waits ? warningColor : neutralColor

    ConnectionStatus {
        id: own
    }
    SeverityColors {
        id: standard
        dark: root.dark
    }
    StateWords {
        id: words
    }

    implicitWidth: 14 + leftPadding + rightPadding
    implicitHeight: 14 + topPadding + bottomPadding
    padding: 3
    hoverEnabled: true

    Accessible.role: Accessible.Indicator
    Accessible.name: text
    Accessible.description: status ? status.pendingText : ""

    ToolTip.visible: hovered
    ToolTip.delay: 500
    ToolTip.text: Accessible.description === "" ? text : text + "\n" + Accessible.description

    // Connected: a disc. On its way: a ring with a dot. Waiting: a ring with a bar, or, without a
    // network, a stroke through it. Failed: a diamond. Closed: a ring.
    contentItem: Item {
        Rectangle {
            anchors.centerIn: parent
            width: root.isFailed ? 11 : 14
            height: width
            radius: root.isFailed ? 2 : width / 2
            rotation: root.isFailed ? 45 : 0
            antialiasing: true
            color: root.isConnected || root.isFailed ? root.color : "transparent"
            border.color: root.color
            border.width: 2
        }
        Rectangle {
            anchors.centerIn: parent
            visible: root.connectionState === ConnectionState.Connecting
                     || root.connectionState === ConnectionState.Closing
            width: 4
            height: 4
            radius: 2
            antialiasing: true
            color: root.color
        }
        Rectangle {
            readonly property bool offline: root.connectionState
                                            === ConnectionState.WaitingForNetwork
            anchors.centerIn: parent
            visible: root.waits
            width: offline ? 16 : 6
            height: 2
            rotation: offline ? -45 : 0
            antialiasing: true
            color: root.color
        }
    }
}
