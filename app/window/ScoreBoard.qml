// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Layouts
import HoldfastDemo

//! What the server saw of a lane's messages.
GridLayout {
    id: board

    required property Lane lane

    columns: width >= 420 ? 7 : 4
    columnSpacing: 8
    rowSpacing: 8

    Score {
        value: board.lane.sent
        caption: qsTr("sent")
    }

    Score {
        value: board.lane.delivered
        caption: qsTr("delivered")
    }

    Score {
        value: board.lane.lost
        caption: qsTr("lost")
        fault: true
    }

    Score {
        value: board.lane.duplicated
        caption: qsTr("duplicated")
        fault: true
    }

    Score {
        value: board.lane.outOfOrder
        caption: qsTr("out of order")
        fault: true
    }

    Score {
        value: board.lane.missed
        caption: qsTr("missed")
        fault: true
    }

    Score {
        value: Math.floor(board.lane.downtime / 1000)
        caption: qsTr("cut off")
        unit: qsTr("s", "seconds")
    }
}
