// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import Holdfast

/*! A shape for each severity, so that nobody has to tell colours apart. */
Item {
    id: root

    required property int severity
    required property color color
    required property color markColor

    readonly property bool isWarning: severity === Severity.Warning
    readonly property bool isNeutral: severity === Severity.Neutral
    readonly property color inkColor: isNeutral ? color : markColor

    implicitWidth: 18
    implicitHeight: 18
    Accessible.ignored: true

    // A disc; a diamond for a warning; a ring while it may well be nothing.
    Rectangle {
        anchors.centerIn: parent
        width: root.isWarning ? 14 : 18
        height: width
        radius: root.isWarning ? 3 : width / 2
        rotation: root.isWarning ? 45 : 0
        antialiasing: true
        color: root.isNeutral ? "transparent" : root.color
        border.color: root.color
        border.width: root.isNeutral ? 2 : 0
    }
    component Bar: Rectangle {
        width: 2
        radius: 1
        antialiasing: true
    }
    // … or ! or i
    Bar {
        color: root.inkColor
        visible: root.isNeutral
        anchors.centerIn: parent
        width: 6
        height: 6
        radius: 3
    }
    Bar {
        color: root.inkColor
        visible: root.isWarning || root.severity === Severity.Info
        x: 8
        y: root.isWarning ? 4 : 8
        height: 6
    }
    Bar {
        color: root.inkColor
        visible: root.isWarning || root.severity === Severity.Info
        x: 8
        y: root.isWarning ? 12 : 4
        height: 2
    }
    // ×
    Bar {
        color: root.inkColor
        visible: root.severity === Severity.Error
        anchors.centerIn: parent
        height: 11
        rotation: 45
    }
    Bar {
        color: root.inkColor
        visible: root.severity === Severity.Error
        anchors.centerIn: parent
        height: 11
        rotation: -45
    }
    // ✓
    Bar {
        color: root.inkColor
        visible: root.severity === Severity.Positive
        x: 5.3
        y: 8.4
        height: 5
        rotation: -45
    }
    Bar {
        color: root.inkColor
        visible: root.severity === Severity.Positive
        x: 9.6
        y: 4.8
        height: 9
        rotation: 40
    }
}
