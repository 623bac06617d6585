// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtTest
import Holdfast
import Holdfast.Test

//! A binding on `active` says what the application wants, and stays, whatever C++ does meanwhile.
TestCase {
    id: root
    name: "Active"

    property bool wanted: false

    Server {
        id: server
        Component.onCompleted: start()
    }
    QuickSocket {
        id: socket
        url: server.url
        active: root.wanted
    }
    Text {
        id: mirror
        text: socket.active ? "on" : "off"
    }

    function cleanup() {
        wanted = false
        Cpp.close(socket)
        tryCompare(socket, "state", ConnectionState.Closed)
    }

    function test_theBindingOpensAndCloses() {
        wanted = true
        verify(socket.active)
        compare(mirror.text, "on")
        tryCompare(socket, "state", ConnectionState.Connected)
        wanted = false
        tryCompare(socket, "state", ConnectionState.Closed)
        verify(!socket.active)
        compare(mirror.text, "off")
    }

    function test_theBindingSurvivesCppThatCloses() {
        wanted = true
        tryCompare(socket, "state", ConnectionState.Connected)
        Cpp.close(socket)
        tryCompare(socket, "state", ConnectionState.Closed)
        compare(mirror.text, "off")
        wanted = false
        wanted = true
        tryCompare(socket, "state", ConnectionState.Connected)
        compare(mirror.text, "on")
    }

    function test_theBindingSurvivesCppThatOpens() {
        Cpp.open(socket)
        tryCompare(socket, "state", ConnectionState.Connected)
        compare(mirror.text, "on")
        wanted = true
        wanted = false
        tryCompare(socket, "state", ConnectionState.Closed)
        Cpp.setActive(socket, true)
        tryCompare(socket, "state", ConnectionState.Connected)
        Cpp.setActive(socket, false)
        tryCompare(socket, "state", ConnectionState.Closed)
        wanted = true
        tryCompare(socket, "state", ConnectionState.Connected)
    }

    function test_theBindingSurvivesCallsFromQml() {
        socket.open()
        tryCompare(socket, "state", ConnectionState.Connected)
        socket.close()
        tryCompare(socket, "state", ConnectionState.Closed)
        wanted = true
        tryCompare(socket, "state", ConnectionState.Connected)
    }
}
