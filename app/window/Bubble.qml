// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import HoldfastDemo

//! A message in a conversation with a foreign server: ours on one side, what came in on the other.
//! Text is shown as it is, markup and all, and never more than a few lines of it.
Item {
    id: row

    required property int number
    required property string text
    required property int mark
    required property string detail

    readonly property bool ours: number !== 0
    readonly property bool lost: ours && mark === Mark.Lost
    readonly property string fate: {
        if (!ours)
            return qsTr("received");
        switch (mark) {
        case Mark.Waiting:
            return qsTr("waiting");
        case Mark.Sent:
            return qsTr("sent");
        case Mark.Delivered:
            return qsTr("delivered");
        case Mark.Lost:
            return qsTr("not delivered");
        }
        return "";
    }
    //! The same, and what else there is to say of it.
    readonly property string note: {
        const words = [];
        if (lost)
            words.push(fate);
        if (detail !== "")
            words.push(detail);
        return words.join(": ");
    }

    implicitHeight: bubble.height + 6
    Accessible.role: Accessible.ListItem
    // Not arg(): a text may contain "%1".
    Accessible.name: [text, fate, detail].filter(word => word !== "").join(", ")

    Rectangle {
        id: bubble

        readonly property int padding: 10

        anchors.left: row.ours ? undefined : parent.left
        anchors.right: row.ours ? parent.right : undefined
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap + 6
        y: 3
        width: Math.min(column.implicitWidth + 2 * padding, Math.min(row.width - 72, 640))
        height: column.implicitHeight + 14
        radius: 12
        color: row.ours ? Theme.raised : "transparent"
        border.color: row.lost ? Theme.bad : Theme.line

        ColumnLayout {
            id: column

            x: bubble.padding
            y: 7
            width: bubble.width - 2 * bubble.padding
            spacing: 2

            RowLayout {
                visible: row.ours || row.text !== ""
                spacing: 8
                Layout.fillWidth: true

                Label {
                    text: row.text
                    textFormat: Text.PlainText
                    font.pixelSize: 14
                    wrapMode: Text.Wrap
                    maximumLineCount: 8
                    elide: Text.ElideRight
                    clip: true // letters may carry towers of accents
                    Layout.fillWidth: true
                }

                Tick {
                    visible: row.ours
                    mark: row.mark
                    Layout.alignment: Qt.AlignBottom
                    Layout.bottomMargin: 2
                }
            }

            Label {
                visible: text !== ""
                text: row.note
                textFormat: Text.PlainText
                color: row.lost ? Theme.bad : Theme.muted
                font.pixelSize: Theme.small
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignLeft
                Layout.fillWidth: true
            }
        }
    }
}
