// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick

/*! What a Severity looks like, for light and for dark palettes: 4.5:1 and more as text on either. */
QtObject {
    required property bool dark

    readonly property color neutral: dark ? "#b8c0cc" : "#4a5362"
    readonly property color info: dark ? "#9cc3ff" : "#0a4fac"
    readonly property color positive: dark ? "#7fd69a" : "#14643a"
    readonly property color warning: dark ? "#ffc266" : "#804a00"
    readonly property color error: dark ? "#ffaba3" : "#a01b14"
}
