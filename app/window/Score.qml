// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts

//! One figure and what it counts.
ColumnLayout {
    id: score

    required property int value
    required property string caption
    property string unit
    //! It should stay at zero.
    property bool fault: false

    spacing: 0
    Layout.fillWidth: true
    // Not by the figure: the columns would move as it grows.
    Layout.preferredWidth: 60
    Layout.minimumWidth: name.implicitWidth
    Accessible.role: Accessible.StaticText
    Accessible.name: score.caption + ": " + figure.text

    Label {
        id: figure

        // Said anew in another language, which has figures of its own.
        text: (Qt.uiLanguage, score.value.toLocaleString(Qt.locale(), "f", 0)) + (score.unit === "" ? "" : " " + score.unit)
        font.pixelSize: 22
        font.weight: Font.DemiBold
        color: !score.fault ? Theme.text : score.value === 0 ? Theme.good : Theme.bad
        horizontalAlignment: Text.AlignLeft
        Layout.fillWidth: true
        Accessible.ignored: true
    }

    Label {
        id: name

        text: score.caption
        color: Theme.muted
        font.pixelSize: 11
        horizontalAlignment: Text.AlignLeft
        Layout.fillWidth: true
        Accessible.ignored: true
    }
}
