// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtTest
import Holdfast
import Holdfast.Test

//! An outage from beginning to end, as a user sees it.
TestCase {
    id: root
    name: "Outage"
    when: windowShown
    width: 500
    height: 200
    visible: true

    Server {
        id: server
    }
    QuickSocket {
        id: socket
        url: server.url
        active: true
    }
    ConnectionBanner {
        id: banner
        socket: socket
        width: parent.width
        onVisibleChanged: if (visible) ++root.shown
    }
    property int shown: 0
    SignalSpy {
        id: lost
        target: socket
        signalName: "disconnected"
    }

    function test_anOutageFromBeginningToEnd() {
        server.start()
        tryCompare(socket, "state", ConnectionState.Connected)
        verify(!banner.visible)

        server.leave(1000)
        socket.sendTextMessage("while you were out") // in the same turn
        compare(socket.pendingMessageCount, 1)
        tryVerify(() => socket.state !== ConnectionState.Connected)
        tryCompare(banner, "openness", 1)
        compare(banner.shown.severity, Severity.Warning)
        tryCompare(banner.shown, "pendingText", "1 message waiting")

        server.start()
        tryCompare(banner.shown, "text", "Back online", 10000)
        compare(banner.shown.severity, Severity.Positive)
        tryCompare(socket, "pendingMessageCount", 0)
        verify(server.texts.includes("while you were out"))
        tryCompare(banner, "visible", false, 10000)
        compare(shown, 1)
    }

    function test_thenABlipIsNotWorthAWord() {
        tryCompare(socket, "state", ConnectionState.Connected, 10000)
        tryCompare(banner, "visible", false, 10000)
        const before = shown
        lost.clear()
        server.kill() // it goes on listening
        tryCompare(lost, "count", 1) // the state may be what it was before anybody looks
        tryCompare(socket, "state", ConnectionState.Connected)
        socket.sendTextMessage("after")
        tryCompare(socket, "pendingMessageCount", 0)
        compare(shown, before)
    }
}
