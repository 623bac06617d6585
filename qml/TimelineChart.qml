// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import Holdfast

// Delegates reach for what surrounds them; `pragma ComponentBehavior: Bound` says so from Qt 6.5 on.
// qmllint disable unqualified

/*! What a ConnectionTimeline shows: a lane of states, one of what waits, and an axis. */
Item {
    id: root

    required property bool mirrored
    required property ConnectionHistory history
    required property real minutes
    required property var stateColor // function(ConnectionState) → color
    required property color attemptColor
    required property color pendingColor
    required property color lineColor
    required property color textColor
    required property font font

    implicitWidth: 280
    implicitHeight: stateLane.height + pendingLane.height + Math.ceil(metrics.height) + 10
    clip: true

    // Where a moment is, counted from the side of the past.
    readonly property real pixelsPerSecond: width / (minutes * 60)
    function place(seconds: real): real {
        return Math.max(0, Math.min(width, width + (seconds - history.now) * pixelsPerSecond))
    }

    StateWords {
        id: words
    }
    FontMetrics {
        id: metrics
        font: root.font
    }

    Item {
        id: stateLane
        width: parent.width
        height: 30

        Repeater {
            model: root.history
            TimelineBand {
                required property real begin
                required property real end
                readonly property real from: Math.round(root.place(begin))

                objectName: "band"
                LayoutMirroring.enabled: root.mirrored
                width: Math.max(1, Math.round(root.place(end)) - from)
                height: stateLane.height
                x: root.mirrored ? root.width - from - width : from
                // Its beginning is out of sight.
                marked: attempt && root.place(begin) > 0
                color: root.stateColor(connectionState)
                attemptColor: root.attemptColor
            }
        }
    }

    Item {
        id: pendingLane
        anchors.top: stateLane.bottom
        anchors.topMargin: 3
        width: parent.width
        height: 20
        clip: true

        // The last part is not over yet.
        readonly property real offset: (root.history.pendingEnd - root.history.now)
                                       * root.pixelsPerSecond
        readonly property real part: width / 60

        Repeater {
            model: 60
            Rectangle {
                required property int index
                readonly property int count: root.history.pendingPeaks[index]
                readonly property real from: Math.round(index * pendingLane.part + pendingLane.offset)

                objectName: "pending"
                visible: count > 0
                width: Math.round((index + 1) * pendingLane.part + pendingLane.offset) - from
                height: Math.max(2, Math.round(pendingLane.height * count
                                               / Math.max(1, root.history.pendingPeak)))
                x: root.mirrored ? root.width - from - width : from
                y: pendingLane.height - height
                color: root.pendingColor
            }
        }
    }
    Rectangle {
        id: axis
        anchors.top: pendingLane.bottom
        width: parent.width
        height: 1
        color: root.lineColor
    }

    component Label: Text {
        anchors.topMargin: 2
        textFormat: Text.PlainText
        Accessible.ignored: true // the timeline says it in words
    }
    Label {
        id: past
        objectName: "past"
        anchors.top: axis.bottom
        x: root.mirrored ? root.width - width : 0
        font: root.font
        color: root.textColor
        text: qsTr("%1 min ago").arg(Number(root.minutes).toLocaleString(Qt.locale(), "f",
                                     root.minutes % 1 === 0 ? 0 : 1))
    }
    Label {
        objectName: "waiting"
        anchors.top: axis.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        visible: root.history.pendingPeak > 0
                 && implicitWidth + 2 * (Math.max(past.implicitWidth, now.implicitWidth) + 12)
                    < root.width
        font: root.font
        color: root.pendingColor
        text: words.counted(qsTr("up to %n message(s) waiting", "", root.history.pendingPeak),
                            root.history.pendingPeak)
    }
    Label {
        id: now
        objectName: "now"
        anchors.top: axis.bottom
        x: root.mirrored ? 0 : root.width - width
        font: root.font
        color: root.textColor
        text: qsTr("now")
    }
}
