// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import HoldfastDemo

//! What concerns the window itself: its language and its colours.
Pane {
    id: bar

    required property Languages languages
    //! "light", "dark", or empty: as the system has it.
    required property string theme

    signal themePicked(string theme)

    readonly property list<string> themes: ["", "light", "dark"]

    leftPadding: Theme.gap
    rightPadding: Theme.gap
    topPadding: 8
    bottomPadding: 0
    background: null
    Accessible.role: Accessible.ToolBar

    contentItem: RowLayout {
        spacing: 8

        Label {
            text: qsTr("The connection that stays")
            color: Theme.muted
            font.pixelSize: Theme.small
            horizontalAlignment: Text.AlignLeft
            elide: Text.ElideRight
            Layout.fillWidth: true
            Layout.leftMargin: 2
        }

        ConnectButton {
            implicitHeight: languageBox.implicitHeight
            font.pixelSize: Theme.small
        }

        PickBox {
            id: languageBox

            objectName: "language"
            caption: qsTr("Language")
            texts: [qsTr("System language")].concat(bar.languages.names)
            currentIndex: bar.languages.codes.indexOf(bar.languages.current) + 1
            onActivated: index => bar.languages.current = index === 0 ? "" : bar.languages.codes[index - 1]
        }

        PickBox {
            objectName: "theme"
            caption: qsTr("Colours")
            texts: [qsTr("System colours"), qsTr("Light"), qsTr("Dark")]
            currentIndex: Math.max(0, bar.themes.indexOf(bar.theme))
            onActivated: index => bar.themePicked(bar.themes[index])
        }
    }
}
