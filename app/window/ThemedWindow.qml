// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls

//! A window in the colours of the demo, in the direction of its language.
ApplicationWindow {
    id: window

    //! "light", "dark", or empty: as the system has it.
    property string theme
    //! The theme is this window's to choose.
    property bool leads: true

    palette {
        window: Theme.window
        windowText: Theme.text
        base: Theme.card
        alternateBase: Theme.raised
        text: Theme.text
        button: Theme.raised
        buttonText: Theme.text
        highlight: Theme.accent
        highlightedText: Theme.accentText
        placeholderText: Theme.muted
        mid: Theme.line
        dark: Theme.muted
        light: Theme.raised
        toolTipBase: Theme.card
        toolTipText: Theme.text
        link: Theme.accent
    }
    color: palette.window

    LayoutMirroring.enabled: Qt.application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    Binding {
        when: window.leads
        target: Theme
        property: "dark"
        value: window.theme === "" ? system.window.hslLightness < 0.5 : window.theme === "dark"
    }

    SystemPalette {
        id: system
    }
}
