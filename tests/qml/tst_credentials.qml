// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtTest
import Holdfast
import Holdfast.Test

TestCase {
    id: root
    name: "Credentials"

    Component {
        id: setting
        Item {
            property Server server: Server {}
            property QuickSocket socket: QuickSocket {
                url: server.url
                asksForCredentials: true
                onCredentialsRequired: reason => reasons.push(reason)
            }
            property var reasons: []
            Component.onCompleted: server.start()
        }
    }

    function test_everyDialWaitsForTheAnswer() {
        const it = createTemporaryObject(setting, root)
        it.socket.requestHeaders = { "X-App": "test" }
        it.socket.open()
        tryCompare(it, "reasons", [Reason.FirstDial])
        compare(it.socket.state, ConnectionState.Connecting)
        compare(it.server.visitCount, 0)
        it.socket.provideHeaders({ "Authorization": "Bearer one" })
        tryCompare(it.socket, "state", ConnectionState.Connected)
        compare(it.server.header("Authorization"), "Bearer one")
        compare(it.server.header("X-App"), "test")

        it.server.kill()
        tryVerify(() => it.reasons.length === 2)
        compare(it.reasons[1], Reason.Reconnect)
        it.socket.provideHeaders({ "Authorization": "Bearer two" })
        tryCompare(it.socket, "state", ConnectionState.Connected)
        compare(it.server.header("Authorization"), "Bearer two")
    }

    function test_aMalformedAnswerIsRefused() {
        const it = createTemporaryObject(setting, root)
        it.socket.open()
        tryVerify(() => it.reasons.length === 1)
        it.socket.provideHeaders({ "Authorization": "Bearer one\nX-Evil: 1" })
        tryCompare(it.socket, "state", ConnectionState.Failed)
        compare(it.socket.lastError.category, ErrorCategory.Configuration)
        verify(it.socket.lastError.detail.includes("Authorization"), it.socket.lastError.detail)
        compare(it.server.visitCount, 0)
        // It was of that dial only.
        it.socket.credentialsChanged()
        tryVerify(() => it.reasons.length === 2)
        it.socket.provideHeaders({ "Authorization": "Bearer one" })
        tryCompare(it.socket, "state", ConnectionState.Connected)
    }

    function test_noCredentialsAreAFailedAttempt() {
        const it = createTemporaryObject(setting, root)
        it.socket.open()
        tryVerify(() => it.reasons.length === 1)
        it.socket.rejectCredentials("the vault is locked")
        tryVerify(() => it.socket.lastError.category === ErrorCategory.CredentialsUnavailable)
        compare(it.socket.lastError.detail, "the vault is locked")
        tryVerify(() => it.reasons.length === 2) // it tries again
        compare(it.server.visitCount, 0)
    }

    function test_answersToNoQuestionAreHarmless() {
        const it = createTemporaryObject(setting, root)
        it.socket.provideHeaders({ "Authorization": "early" })
        it.socket.rejectCredentials("early")
        it.socket.open()
        tryVerify(() => it.reasons.length === 1)
        it.socket.provideHeaders({ "Authorization": "Bearer one" })
        it.socket.provideHeaders({ "Authorization": "Bearer again" })
        it.socket.rejectCredentials("late")
        tryCompare(it.socket, "state", ConnectionState.Connected)
        compare(it.server.visitCount, 1)
        compare(it.server.header("Authorization"), "Bearer one")
    }

    function test_newCredentialsLeaveFailed() {
        const it = createTemporaryObject(setting, root)
        it.server.refuse(401)
        it.socket.open()
        // The refused ones, the refreshed ones, and the plea for better ones.
        tryVerify(() => it.reasons.length === 1)
        it.socket.provideHeaders({ "Authorization": "Bearer bad" })
        tryVerify(() => it.reasons.length === 2)
        compare(it.reasons[1], Reason.Rejected)
        it.socket.provideHeaders({ "Authorization": "Bearer worse" })
        tryCompare(it.socket, "state", ConnectionState.Failed)
        compare(it.socket.lastError.category, ErrorCategory.AuthenticationRejected)
        compare(it.socket.lastError.httpStatus, 401)
        const asked = it.reasons.length

        it.server.refuse(0)
        it.socket.credentialsChanged()
        tryVerify(() => it.reasons.length > asked)
        it.socket.provideHeaders({ "Authorization": "Bearer good" })
        tryCompare(it.socket, "state", ConnectionState.Connected)
    }

    function test_whoNeedNotAskAnyMoreGoesOn() {
        const it = createTemporaryObject(setting, root)
        it.socket.open()
        tryVerify(() => it.reasons.length === 1)
        it.socket.asksForCredentials = false
        tryCompare(it.socket, "state", ConnectionState.Connected)
    }
}
