// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import Holdfast

// Exits with 0 once a message has come back from the hub in the same process.
Window {
    required property url hub

    width: 320
    height: 200
    visible: true

    ReconnectingWebSocket {
        id: link

        url: hub
        protocol: ReconnectingWebSocket.Envelope
        active: true
        Component.onCompleted: link.sendTextMessage("hello")
        onTextMessageReceived: message => Qt.exit(message === "hello" ? 0 : 3)
    }

    ConnectionBanner {
        socket: link
        width: parent.width
    }
}
