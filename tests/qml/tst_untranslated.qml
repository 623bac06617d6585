// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtTest
import Holdfast
import Holdfast.Test

//! With HOLDFAST_AUTO_TRANSLATE=0 the module leaves the words to the application.
TestCase {
    name: "Untranslated"

    ReconnectingWebSocket {
        id: socket
    }
    PendingBadge {
        id: badge
        socket: socket
    }

    function test_theSourceIsShownAsItIs() {
        socket.sendTextMessage("a")
        tryCompare(badge, "text", "1 message waiting") // which the words bring along
        compare(Cpp.badge(1), "1 message(s) waiting") // and not a translation
    }
}
