// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtTest
import Holdfast
import Holdfast.Test

//! English has plurals too.
TestCase {
    id: root
    name: "Language"
    when: windowShown
    width: 300
    height: 100
    visible: true

    ReconnectingWebSocket {
        id: socket
    }
    PendingBadge {
        id: badge
        socket: socket
    }

    function cleanupTestCase() { Cpp.setUiLanguage("") }

    function test_theBadgeSpeaksProperEnglish() {
        verify(!badge.visible)
        compare(Cpp.badge(3), "3 messages waiting") // by a translation
        socket.sendTextMessage("a")
        tryCompare(badge, "text", "1 message waiting")
        verify(badge.visible)
        socket.sendTextMessage("b")
        socket.sendTextMessage("c")
        tryCompare(badge, "text", "3 messages waiting")
        // Also where nobody has translated it, and whenever the language changes.
        Cpp.setUiLanguage("de_DE")
        compare(Qt.uiLanguage, "de_DE")
        compare(badge.text, "3 messages waiting")
        Cpp.setUiLanguage("en_GB")
        compare(badge.text, "3 messages waiting")
        socket.sendTextMessage("d")
        tryCompare(badge, "text", "4 messages waiting")
    }
}
