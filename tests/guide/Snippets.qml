// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// What the guide quotes and no example has. tst_guide loads it; tests/guide/pages.py compares.
import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import Holdfast

ColumnLayout {
    id: window

    property string token
    function refreshToken() { }
    function signIn() { }
    function fetchSnapshot() { }

    //! [knobs]
    ReconnectingWebSocket {
        id: link
        url: "wss://chat.example.org/"
        active: true
        policy.cap: 10000 // ms; every knob of Policy by its name
        policy.heartbeatInterval: 15000
        queueName: "outgoing" // what waits survives the application
        networkMonitor: HealthCheckMonitor { url: "https://example.org/health" }
    }
    //! [knobs]

    //! [token]
    ReconnectingWebSocket {
        id: withToken
        url: "wss://chat.example.org/"
        active: true
        asksForCredentials: true
        onCredentialsRequired: reason => {
            if (state === ConnectionState.Failed)
                window.signIn() // afterwards: withToken.credentialsChanged()
            else if (reason === Reason.Rejected)
                window.refreshToken() // afterwards: withToken.provideHeaders(…)
            else
                provideHeaders({ "Authorization": "Bearer " + window.token })
        }
    }
    //! [token]

    //! [envelope]
    ReconnectingWebSocket {
        url: "ws://127.0.0.1:8080/"
        protocol: ReconnectingWebSocket.Envelope
        profile: ({ room: "lobby", name: "Ada" })
        queueName: "chat"
        cursorMode: CursorMode.Persisted
        onEventReceived: (id, payload) => console.log(id, payload)
        onResyncRequired: reason => window.fetchSnapshot()
    }
    //! [envelope]

    //! [banner]
    ConnectionBanner {
        socket: link
        Layout.fillWidth: true
        onTriggered: action => {
            if (action === StatusAction.SignIn)
                window.signIn()
        }
    }
    //! [banner]

    //! [parts]
    RowLayout {
        ConnectionIndicator { socket: link } // a dot; in words in its tooltip
        PendingBadge { socket: link } // "3 messages waiting", or nothing
        ConnectionTimeline { socket: link; minutes: 5; Layout.fillWidth: true }
    }
    //! [parts]

    //! [own]
    ConnectionStatus { id: status; socket: link }
    Label { text: status.text; visible: status.visible }
    Button {
        text: status.actionText
        visible: status.action === StatusAction.Retry
        onClicked: link.retryNow()
    }
    //! [own]
}
