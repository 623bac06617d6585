// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import HoldfastDemo

//! A message and what became of it.
Item {
    id: row

    required property int number
    required property string text
    required property int mark
    required property int copies
    required property bool late

    readonly property bool lost: mark === Mark.Lost
    readonly property string fate: {
        switch (mark) {
        case Mark.Waiting:
            return qsTr("waiting");
        case Mark.Sent:
            return qsTr("sent");
        case Mark.Delivered:
            return qsTr("delivered");
        case Mark.Lost:
            return qsTr("lost");
        }
        return "";
    }

    implicitHeight: 26
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2").arg(text).arg(fate)

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap + 6
        spacing: 8

        Label {
            text: row.number
            color: Theme.muted
            font.pixelSize: 11
            horizontalAlignment: Text.AlignRight
            Layout.preferredWidth: 34
        }

        Label {
            text: row.text
            textFormat: Text.PlainText
            color: row.lost ? Theme.bad : Theme.text
            font.strikeout: row.lost
            horizontalAlignment: Text.AlignLeft
            elide: Text.ElideRight
            Layout.fillWidth: true
        }

        Tag {
            visible: row.late
            text: qsTr("late")
        }

        Tag {
            visible: row.copies > 1
            text: qsTr("×%1", "so many copies").arg(row.copies)
        }

        Tick {
            mark: row.mark
        }
    }
}
