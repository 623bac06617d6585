// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Layouts

//! A line to say something with.
FocusScope {
    id: say

    property alias placeholderText: field.placeholderText
    property alias maximumLength: field.maximumLength

    //! Never empty.
    signal said(string text)

    function send() {
        if (field.text === "")
            return;
        say.said(field.text);
        field.clear();
    }

    implicitWidth: row.implicitWidth
    implicitHeight: row.implicitHeight

    RowLayout {
        id: row

        anchors.fill: parent
        spacing: Theme.gap

        EntryField {
            id: field

            focus: true
            maximumLength: 500
            onAccepted: say.send()
            Layout.fillWidth: true
        }

        PanelButton {
            text: qsTr("Send")
            enabled: field.text !== ""
            onClicked: say.send()
        }
    }
}
