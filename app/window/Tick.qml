// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Shapes
import HoldfastDemo

//! The mark of a message: a clock while it waits, one tick when sent, two when delivered, a cross when lost.
Item {
    id: tick

    required property int mark

    implicitWidth: 20
    implicitHeight: 14

    // A clock.
    Shape {
        visible: tick.mark === Mark.Waiting
        anchors.fill: parent
        ShapePath {
            strokeColor: Theme.muted
            strokeWidth: 1.4
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            PathAngleArc {
                centerX: 13
                centerY: 7
                radiusX: 5.5
                radiusY: 5.5
                startAngle: 0
                sweepAngle: 360
            }
            PathMove {
                x: 13
                y: 4
            }
            PathLine {
                x: 13
                y: 7
            }
            PathLine {
                x: 15.2
                y: 8.4
            }
        }
    }

    // The second tick, behind.
    Shape {
        visible: tick.mark === Mark.Delivered
        anchors.fill: parent
        ShapePath {
            strokeColor: Theme.good
            strokeWidth: 1.8
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin
            startX: 3
            startY: 8
            PathLine {
                x: 6
                y: 11
            }
            PathLine {
                x: 13
                y: 3
            }
        }
    }

    Shape {
        visible: tick.mark === Mark.Sent || tick.mark === Mark.Delivered
        anchors.fill: parent
        ShapePath {
            strokeColor: tick.mark === Mark.Delivered ? Theme.good : Theme.muted
            strokeWidth: 1.8
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin
            startX: 8.5
            startY: 8
            PathLine {
                x: 11.5
                y: 11
            }
            PathLine {
                x: 18.5
                y: 3
            }
        }
    }

    // A cross.
    Shape {
        visible: tick.mark === Mark.Lost
        anchors.fill: parent
        ShapePath {
            strokeColor: Theme.bad
            strokeWidth: 1.8
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            startX: 9
            startY: 3
            PathLine {
                x: 17
                y: 11
            }
            PathMove {
                x: 17
                y: 3
            }
            PathLine {
                x: 9
                y: 11
            }
        }
    }
}
