// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts

//! A line of the details: what it is, and how it is.
RowLayout {
    id: fact

    required property string caption
    //! Some of it is the server's, so it is plain text. Empty: there is none.
    required property string value
    //! Before the value.
    default property alias ornaments: ornament.data

    spacing: Theme.gap
    Layout.fillWidth: true
    Accessible.role: Accessible.StaticText
    Accessible.name: caption + ": " + words.text

    Label {
        text: fact.caption
        color: Theme.muted
        horizontalAlignment: Text.AlignLeft
        wrapMode: Text.Wrap
        Layout.preferredWidth: 132
        Layout.alignment: Qt.AlignTop
        Accessible.ignored: true
    }

    RowLayout {
        id: ornament

        visible: children.length > 0
        Layout.alignment: Qt.AlignTop
    }

    Label {
        id: words

        text: fact.value === "" ? "–" : fact.value
        textFormat: Text.PlainText
        horizontalAlignment: Text.AlignLeft
        wrapMode: Text.Wrap
        maximumLineCount: 4
        elide: Text.ElideRight
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
        Accessible.ignored: true
    }
}
