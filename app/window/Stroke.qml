// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick

//! A line from one point to another. The software renderer does not clip Shapes as it should.
Rectangle {
    property real x1
    property real y1
    property real x2
    property real y2

    width: Math.hypot(x2 - x1, y2 - y1) + height
    height: 1.8
    radius: height / 2
    antialiasing: true
    x: (x1 + x2 - width) / 2
    y: (y1 + y2 - height) / 2
    rotation: Math.atan2(y2 - y1, x2 - x1) * 180 / Math.PI
}
