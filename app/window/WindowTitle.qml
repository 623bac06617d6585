// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import Holdfast

//! The title of the window: what a taskbar should tell of the connection, and whose window it is.
//!
//! What comes first is what a narrow taskbar shows. It knows what the banner knows, so it does not
//! mention blips; it has no countdown, and changes once a second at most.
QtObject {
    id: title

    property QtObject socket: null
    //! While there is nothing to tell.
    required property string calm
    required property string program
    property string text: calm

    readonly property ConnectionStatus status: ConnectionStatus {
        socket: title.socket
    }
    readonly property bool sending: status.severity === Severity.Info && title.socket !== null
                                    && title.socket.state === ConnectionState.Connected
    readonly property string wanted: {
        // How the queue empties is nobody's trouble.
        if (!status.visible || sending)
            return calm;
        const words = [status.accessibleText, status.pendingText].filter(text => text !== "");
        return words.join(" · ") + " – " + program;
    }
    onWantedChanged: if (!rest.running)
        tell()

    function tell() {
        text = wanted;
        rest.restart();
    }

    readonly property Timer rest: Timer {
        interval: 1000
        onTriggered: if (title.text !== title.wanted)
            title.tell()
    }
}
