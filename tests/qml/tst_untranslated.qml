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

    ConnectionTimeline {
        id: timeline
        socket: socket
    }

    function test_theTimelineCountsToo() {
        Cpp.holdClock(timeline.history)
        const wind = seconds => {
            Cpp.windClock(seconds * 1000)
            timeline.history.refresh()
        }
        wind(30)
        compare(timeline.text, "Not connected during the last 1 minute")
        wind(90)
        compare(timeline.text, "Not connected during the last 2 minutes")
        const waiting = findChild(timeline, "waiting")
        socket.sendTextMessage("a")
        wait(0)
        wind(1)
        const before = socket.pendingMessageCount
        compare(waiting.text, "up to " + before + " message" + (before === 1 ? "" : "s") + " waiting")
        socket.sendTextMessage("b")
        tryCompare(socket, "pendingMessageCount", before + 1)
        wait(0)
        wind(1)
        compare(waiting.text, "up to " + (before + 1) + " messages waiting")
    }

    function test_theSourceIsShownAsItIs() {
        tryCompare(socket, "pendingMessageCount", 0)
        socket.sendTextMessage("a")
        tryCompare(badge, "text", "1 message waiting") // which the words bring along
        compare(Cpp.badge(1), "1 message(s) waiting") // and not a translation
    }
}
