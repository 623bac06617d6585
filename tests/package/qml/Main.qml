// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import Holdfast

// Exits with 0 once the first dial was refused and the next one is planned.
Window {
    width: 320
    height: 200
    visible: true

    ReconnectingWebSocket {
        id: link

        url: "ws://127.0.0.1:1/"
        active: true
        policy.cap: 5000
        onStateChanged: state => {
            if (state === ConnectionState.WaitingToRetry)
                Qt.callLater(() => Qt.exit(banner.socket === link ? 0 : 3));
        }
    }

    ConnectionBanner {
        id: banner

        socket: link
        width: parent.width
    }
}
