// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtTest
import Holdfast
import Holdfast.Test

//! The desktop's settings say that nothing should move.
TestCase {
    id: root
    name: "Still"
    when: windowShown
    width: 400
    height: 100
    visible: true

    ReconnectingWebSocket {
        id: socket
    }
    ConnectionBanner {
        id: banner
        width: 400
        socket: socket
    }
    SignalSpy {
        id: spy
        target: banner
        signalName: "opennessChanged"
    }

    function test_theBannerIsThereAtOnce() {
        compare(banner.animated, false)
        socket.sendTextMessage("a")
        tryCompare(banner, "openness", 1)
        compare(spy.count, 1)
        socket.clearPending()
        tryCompare(banner, "visible", false)
        compare(spy.count, 2)
        // Unless the application wants it.
        banner.animated = true
        socket.sendTextMessage("a")
        tryCompare(banner, "openness", 1)
        verify(spy.count > 4, spy.count)
    }
}
