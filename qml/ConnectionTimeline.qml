// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Templates as T
import QtQuick.Window
import Holdfast

/*! How the connection was during the last minutes: its states, its attempts, and how much waited.

    \qml
    ConnectionTimeline {
        socket: link
        minutes: 5
        Layout.fillWidth: true
    }
    \endqml

    A state is told by height and filling as well as by colour; a short stroke above is an attempt. It
    moves once a second, and only while it is to be seen. Replace `background` and `contentItem` at
    will: what is to be shown is in `history`.
*/
T.Control {
    id: root

    //! A ReconnectingWebSocket, made in QML or in C++; or set a `status` of your own.
    property alias socket: own.socket
    property ConnectionStatus status: own
    //! How far back it looks: 1/6 to 60.
    property real minutes: 2

    //! Which set of colours fits the palette.
    readonly property bool dark: palette.window.hslLightness < 0.5
    property color neutralColor: standard.neutral
    property color infoColor: standard.info
    property color positiveColor: standard.positive
    property color warningColor: standard.warning
    property color errorColor: standard.error
    //! Of the stroke that is an attempt, of the messages that wait, and of the words.
    property color attemptColor: neutralColor
    property color pendingColor: infoColor
    property color textColor: palette.windowText

    //! Refreshed by this.
    readonly property ConnectionHistory history: ConnectionHistory {
        socket: root.status ? root.status.socket : null
        span: Math.round(Math.max(0, Math.min(root.minutes, 60)) * 60000)
    }
    //! "Connected for about 80% of the last 2 minutes"
    readonly property string text: {
        const minutes = Math.max(1, Math.ceil(history.known / 60 - 0.001))
        const tenths = Math.round(history.connectedShare * 10)
        if (history.connectedShare >= 1)
            return words.counted(qsTr("Connected throughout the last %n minute(s)", "", minutes),
                                 minutes)
        if (history.connectedShare <= 0)
            return words.counted(qsTr("Not connected during the last %n minute(s)", "", minutes),
                                 minutes)
        // A little is not nothing, and not all.
        const share = Math.max(1, Math.min(tenths, 9)) * 10
        return words.counted(qsTr("Connected for about %1% of the last %n minute(s)", "", minutes),
                             minutes).arg(share.toLocaleString(Qt.locale(), "f", 0))
    }

    //! That of a ConnectionState.
    function stateColor(state: int): color {
        switch (state) {
        case ConnectionState.Connected: return positiveColor
        case ConnectionState.WaitingToRetry: return warningColor
        case ConnectionState.WaitingForNetwork: return warningColor
        case ConnectionState.Failed: return errorColor
        }
        return neutralColor
    }

    readonly property bool onScreen: visible && Window.visibility !== Window.Hidden
                                     && Window.visibility !== Window.Minimized
    onOnScreenChanged: if (onScreen) history.refresh()

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
    Timer {
        interval: 1000
        repeat: true
        running: root.onScreen
        onTriggered: root.history.refresh()
    }

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    padding: 4
    // As a whole: whoever sets a size of pixels would be told that there is one of points already.
    font: Qt.font({ pointSize: Math.max(7, Application.font.pointSize - 2) })

    Accessible.role: Accessible.Chart
    Accessible.name: text
    Accessible.description: words.of(status && status.socket ? status.socket.state
                                                             : ConnectionState.Closed)

    contentItem: TimelineChart {
        mirrored: root.mirrored
        history: root.history
        minutes: root.history.span / 60000
        stateColor: root.stateColor
        attemptColor: root.attemptColor
        pendingColor: root.pendingColor
        lineColor: Qt.rgba(root.textColor.r, root.textColor.g, root.textColor.b, 0.25)
        textColor: root.textColor
        font: root.font
    }
}
