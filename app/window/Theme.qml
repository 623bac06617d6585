// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

pragma Singleton

import QtQuick

//! The demo's few colours, light and dark. Everything else asks the palette that Main makes of them.
QtObject {
    property bool dark: false

    readonly property color window: dark ? "#15171c" : "#f3f4f7"
    readonly property color card: dark ? "#1e2128" : "#ffffff"
    readonly property color raised: dark ? "#2a2e37" : "#eef0f4"
    readonly property color line: dark ? "#353a45" : "#d9dde4"
    readonly property color text: dark ? "#e9ebf0" : "#1a1d24"
    readonly property color muted: dark ? "#a3abb9" : "#596271"
    readonly property color accent: dark ? "#7db0ff" : "#1c5bc9"
    readonly property color accentText: dark ? "#10141c" : "#ffffff"
    readonly property color good: dark ? "#5fce93" : "#19753f"
    readonly property color bad: dark ? "#ff938a" : "#b3261e"

    readonly property int radius: 8
    readonly property int small: 12
    readonly property int gap: 12
}
