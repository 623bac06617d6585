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
    required property bool missed

    //! Somebody else said it.
    readonly property bool heard: number === 0
    readonly property bool lost: !heard && mark === Mark.Lost
    readonly property string fate: {
        if (heard)
            return missed ? qsTr("received later") : qsTr("received");
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
    Accessible.name: text + ", " + fate // not arg(): a text may contain "%1"

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap + 6
        spacing: 8

        Label {
            text: row.heard ? qsTr("Ada", "somebody's name, short") : (Qt.uiLanguage, row.number.toLocaleString(Qt.locale(), "f", 0))
            color: Theme.muted
            font.pixelSize: 11
            horizontalAlignment: Text.AlignRight
            Layout.preferredWidth: 34
        }

        Label {
            text: row.text
            textFormat: Text.PlainText
            color: row.lost ? Theme.bad : row.heard ? Theme.muted : Theme.text
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
            text: qsTr("×%1", "so many copies").arg(row.copies.toLocaleString(Qt.locale(), "f", 0))
        }

        Tag {
            visible: row.missed
            color: Theme.good
            text: qsTr("missed, and here")
        }

        Tick {
            visible: !row.heard
            mark: row.mark
        }
    }
}
