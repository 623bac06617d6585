// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import Holdfast

/*! How many messages wait for the connection; invisible while none does.

    \qml
    PendingBadge { socket: link }
    \endqml

    Replace `contentItem` and `background` at will; `text` says "3 messages waiting".
*/
Pill {
    id: root

    //! A ReconnectingWebSocket; or set a `status` of your own.
    property alias socket: own.socket
    property ConnectionStatus status: own

    readonly property QtObject voice: Announcer // which brings the module's words

    text: status ? status.pendingText : ""
    visible: text !== ""

    ConnectionStatus {
        id: own
    }
}
