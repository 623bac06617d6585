// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import Holdfast

/*! What a ConnectionStatus says, or said last: a banner that slides out still has words on it. */
QtObject {
    id: root

    property ConnectionStatus status
    property string text
    property int severity: Severity.Neutral
    property int action: StatusAction.None
    property string actionText
    property string pendingText
    property string accessibleText
    property string details

    readonly property QtObject voice: Announcer // which brings the module's words
    //! For a screen reader; accessibleText is up to date.
    signal announced(string text)

    function take() {
        if (!status || !status.visible)
            return
        text = status.text
        severity = status.severity
        action = status.action
        actionText = status.actionText
        pendingText = status.pendingText
        accessibleText = status.accessibleText
        details = status.details
    }
    onStatusChanged: take()

    readonly property Connections listener: Connections {
        target: root.status
        function onVisibleChanged() { root.take() }
        function onTextChanged() { root.take() }
        function onSeverityChanged() { root.take() }
        function onActionChanged() { root.take() }
        function onActionTextChanged() { root.take() }
        function onPendingTextChanged() { root.take() }
        function onAccessibleTextChanged() { root.take() }
        function onDetailsChanged() { root.take() }
        function onAnnounced(text) {
            root.take()
            root.announced(text)
        }
    }
}
