// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import HoldfastDemo

//! The mark of a message: a clock while it waits, one tick when sent, two when delivered, a cross when lost.
Item {
    id: tick

    required property int mark

    readonly property bool sent: mark === Mark.Sent || mark === Mark.Delivered
    readonly property color ink: mark === Mark.Delivered ? Theme.good : mark === Mark.Lost ? Theme.bad : Theme.muted

    implicitWidth: 20
    implicitHeight: 14

    // A clock.
    Rectangle {
        visible: tick.mark === Mark.Waiting
        x: 7
        y: 1
        width: 12
        height: 12
        radius: 6
        antialiasing: true
        color: "transparent"
        border.color: tick.ink
        border.width: 1.5

        Stroke {
            x1: 6
            y1: 3
            x2: 6
            y2: 6
            height: 1.4
            color: tick.ink
        }

        Stroke {
            x1: 6
            y1: 6
            x2: 8
            y2: 7.4
            height: 1.4
            color: tick.ink
        }
    }

    // The second tick; its left half is behind the first.
    Stroke {
        visible: tick.mark === Mark.Delivered
        x1: 3
        y1: 8
        x2: 5.6
        y2: 10.6
        color: tick.ink
    }

    Stroke {
        visible: tick.mark === Mark.Delivered
        x1: 6
        y1: 11
        x2: 13
        y2: 3
        color: tick.ink
    }

    Stroke {
        visible: tick.sent
        x1: 8.5
        y1: 8
        x2: 11.5
        y2: 11
        color: tick.ink
    }

    Stroke {
        visible: tick.sent
        x1: 11.5
        y1: 11
        x2: 18.5
        y2: 3
        color: tick.ink
    }

    // A cross.
    Stroke {
        visible: tick.mark === Mark.Lost
        x1: 9
        y1: 3
        x2: 17
        y2: 11
        color: tick.ink
    }

    Stroke {
        visible: tick.mark === Mark.Lost
        x1: 17
        y1: 3
        x2: 9
        y2: 11
        color: tick.ink
    }
}
