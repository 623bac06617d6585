// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Templates as T
import Holdfast

/*! A quiet strip that says how the connection is, and what the user can do about it.

    \qml
    ColumnLayout {
        ConnectionBanner {
            socket: link
            Layout.fillWidth: true
            onTriggered: action => { if (action === StatusAction.SignIn) signIn() }
        }
        …
    }
    \endqml

    It is nowhere while there is nothing to say, and pushes what is below it. Replace `background` and
    `contentItem` at will: what is to be shown is in `shown`.
*/
T.Control {
    id: root

    //! A ReconnectingWebSocket, made in QML or in C++; or set a `status` of your own.
    property alias socket: own.socket
    property ConnectionStatus status: own
    //! Retry calls retryNow() by itself.
    property bool autoRetry: true
    //! OpenPortal opens `status.portalUrl` by itself.
    property bool autoOpenPortal: true
    //! Slides; else it is there at once. As the desktop's settings have it, where they can be read.
    property bool animated: Announcer.animates
    //! Until the user chooses otherwise, which counts for one outage.
    property bool detailsShown: false
    //! They open below the text; else detailsRequested() asks you to show them in your own way.
    property bool inlineDetails: true

    //! Which set of colours fits the palette.
    readonly property bool dark: palette.window.hslLightness < 0.5
    property color neutralColor: standard.neutral
    property color infoColor: standard.info
    property color positiveColor: standard.positive
    property color warningColor: standard.warning
    property color errorColor: standard.error
    //! That of the severity shown.
    readonly property color accentColor: [neutralColor, infoColor, positiveColor, warningColor,
        errorColor][shown.severity]
    readonly property color backgroundColor: Qt.tint(palette.window,
        Qt.rgba(accentColor.r, accentColor.g, accentColor.b, 0.1))

    //! What is shown: `status`, or what it said last while the banner slides out.
    readonly property HeldStatus shown: HeldStatus {
        status: root.status
        onAnnounced: text => Announcer.announce(root, text)
    }

    //! The user wants this StatusAction.
    signal triggered(int action)

    //! The user wants to know more, and `inlineDetails` is false.
    signal detailsRequested

    //! Does what the action button does.
    function trigger() {
        const action = shown.action
        if (action === StatusAction.None)
            return
        root.triggered(action)
        if (action === StatusAction.Retry && autoRetry && status && status.socket)
            status.socket.retryNow()
        if (action === StatusAction.OpenPortal && autoOpenPortal && status)
            Qt.openUrlExternally(status.portalUrl)
    }

    // 1: all of it is to be seen; 0: nothing.
    property real openness: status && status.visible ? 1 : 0
    Behavior on openness {
        enabled: root.animated
        NumberAnimation {
            duration: 180
            easing.type: Easing.OutCubic
        }
    }

    property var detailsChoice // the user's; undefined: none
    // Said once and without `??`, which Qt 6.4 gets wrong in a handler of several statements.
    readonly property bool detailsOpen: detailsChoice === undefined ? detailsShown : detailsChoice
    onVisibleChanged: if (!visible) detailsChoice = undefined

    ConnectionStatus {
        id: own
    }
    SeverityColors {
        id: standard
        dark: root.dark
    }

    visible: openness > 0
    clip: true // also what would not fit into a very narrow one
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.ceil(openness * (implicitContentHeight + topPadding + bottomPadding))
    leftPadding: mirrored ? 6 : 12
    rightPadding: mirrored ? 12 : 6
    topPadding: 4
    bottomPadding: 5

    Accessible.role: Accessible.AlertMessage
    Accessible.name: shown.accessibleText
    Accessible.description: shown.pendingText

    contentItem: BannerContent {
        LayoutMirroring.enabled: root.mirrored
        LayoutMirroring.childrenInherit: true
        text: root.shown.text
        severity: root.shown.severity
        badgeText: root.shown.pendingText
        actionText: root.shown.actionText
        detailsText: root.shown.details
        detailsShown: root.inlineDetails && root.detailsOpen
        font: root.font
        accentColor: root.accentColor
        textColor: root.palette.windowText
        backgroundColor: root.backgroundColor
        onActionClicked: root.trigger()
        onDetailsClicked: {
            if (root.inlineDetails)
                root.detailsChoice = !root.detailsOpen
            else
                root.detailsRequested()
        }
    }
    background: Rectangle {
        color: root.backgroundColor
        Rectangle {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            height: 1
            color: Qt.rgba(root.accentColor.r, root.accentColor.g, root.accentColor.b, 0.35)
        }
    }
}
