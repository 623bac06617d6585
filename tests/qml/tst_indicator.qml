// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtTest
import Holdfast
import Holdfast.Test

TestCase {
    id: root
    name: "Indicator"
    when: windowShown
    width: 300
    height: 100
    visible: true

    Server {
        id: server
    }
    PatientSocket {
        id: socket
        url: server.url
    }
    ConnectionIndicator {
        id: indicator
        socket: socket
        // All alike, so that only shapes can differ.
        neutralColor: "black"
        positiveColor: "black"
        warningColor: "black"
        errorColor: "black"
    }

    function test_everyStateHasAShapeAndWordsOfItsOwn() {
        const looks = []
        const words = []
        const look = state => {
            tryCompare(indicator, "connectionState", state)
            words.push(indicator.text)
            compare(indicator.Accessible.name, indicator.text)
            const image = grabImage(indicator)
            for (const other of looks)
                verify(!image.equals(other), "state " + state)
            looks.push(image)
        }
        look(ConnectionState.Closed)
        server.beMute(true)
        server.start()
        socket.open()
        look(ConnectionState.Connecting)
        server.beMute(false)
        server.stop()
        look(ConnectionState.WaitingToRetry)
        server.start()
        socket.retryNow()
        look(ConnectionState.Connected)
        server.sayGoodbye(4403)
        look(ConnectionState.Failed)
        compare(new Set(words).size, 5, words)
    }

    function test_withoutASocketItIsNotConnected() {
        const lonely = createTemporaryQmlObject("import Holdfast; ConnectionIndicator {}", root)
        compare(lonely.connectionState, ConnectionState.Closed)
        compare(lonely.text, "Not connected")
    }
}
