// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import Holdfast

/*! A ConnectionState in words, and a number of things. */
QtObject {
    readonly property QtObject voice: Announcer // which brings the module's words

    function of(state: int): string {
        switch (state) {
        case ConnectionState.Connecting: return qsTr("Connecting…")
        case ConnectionState.Connected: return qsTr("Connected")
        case ConnectionState.WaitingToRetry: return qsTr("Waiting to connect again")
        case ConnectionState.WaitingForNetwork: return qsTr("Waiting for the network")
        case ConnectionState.Closing: return qsTr("Closing the connection…")
        case ConnectionState.Failed: return qsTr("The connection has failed")
        }
        return qsTr("Not connected")
    }

    //! Without any translation the source is shown, and English counts like this.
    function counted(text: string, count: int): string {
        return text.replace("(s)", count === 1 ? "" : "s")
    }
}
