// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import Holdfast

ApplicationWindow {
    width: 480; height: 320; visible: true
    title: "Hello"
    ReconnectingWebSocket {
        id: link
        url: String(Qt.application.arguments[1] ?? "ws://127.0.0.1:8080/")
        active: true
        onTextMessageReceived: message => log.append(message)
    }
    ColumnLayout {
        anchors.fill: parent
        ConnectionBanner { socket: link; Layout.fillWidth: true }
        TextArea { id: log; readOnly: true; Layout.fillWidth: true; Layout.fillHeight: true }
        TextField {
            Layout.fillWidth: true
            placeholderText: "Say something"
            onAccepted: if (link.sendTextMessage(text) > 0) clear()
        }
    }
}
