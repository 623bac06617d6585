// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtTest
import Holdfast
import Holdfast.Test

TestCase {
    id: root
    name: "Declarative"

    property int goodbyes: 0

    Component {
        id: serverComponent
        Server {}
    }
    SignalSpy {
        id: spy
    }

    function server() {
        const fresh = createTemporaryObject(serverComponent, root)
        fresh.start()
        return fresh
    }
    function make(body) {
        return createTemporaryQmlObject("import QtQuick; import Holdfast; import '.';" + body, root,
                                        Qt.resolvedUrl("made.qml").toString())
    }
    function watch(target, signalName) {
        spy.target = null
        spy.signalName = ""
        spy.target = target
        spy.signalName = signalName
        spy.clear()
    }

    function test_propertiesMayComeInAnyOrder_data() {
        const orders = []
        for (let first = 0; first < 6; ++first)
            orders.push({ tag: "from " + first, first: first, reversed: false },
                        { tag: "from " + first + ", reversed", first: first, reversed: true })
        return orders
    }
    function test_propertiesMayComeInAnyOrder(row) {
        const there = server()
        let lines = ['active: true', 'url: "' + there.url + '"', 'policy.cap: 5000',
                     'requestHeaders: ({ "X-Test": "yes" })', 'subprotocols: ["holdfast.test"]',
                     'deliveryProof: DeliveryProof.Written']
        lines = lines.slice(row.first).concat(lines.slice(0, row.first))
        if (row.reversed)
            lines.reverse()
        const socket = make("ReconnectingWebSocket {\n" + lines.join("\n") + "\n}")
        watch(socket, "errorOccurred")
        tryCompare(socket, "state", ConnectionState.Connected)
        compare(there.visitCount, 1)
        compare(spy.count, 0)
        compare(there.header("X-Test"), "yes")
        compare(socket.subprotocol, "holdfast.test")
        compare(socket.deliveryProof, DeliveryProof.Written)
        compare(socket.policy.cap, 5000)
        compare(socket.attemptCount, 1)
    }

    function test_nothingDialsBeforeEverythingIsSet() {
        const there = server()
        // A handler calls open() while the rest is still to come.
        const socket = make('ReconnectingWebSocket { property string there: "' + there.url + '"
            property bool early
            property bool wasClosed
            url: there
            onUrlChanged: { open(); early = active; wasClosed = state === ConnectionState.Closed }
            subprotocols: [there !== "" ? "holdfast.test" : ""]
            requestHeaders: ({ "X-Late": there !== "" ? "yes" : "no" }) }')
        verify(socket.early)
        verify(socket.wasClosed)
        tryCompare(socket, "state", ConnectionState.Connected)
        compare(there.visitCount, 1)
        compare(there.header("X-Late"), "yes")
        compare(socket.subprotocol, "holdfast.test")
    }

    function test_closeTakesAnEarlyOpenBack() {
        const there = server()
        const socket = make('ReconnectingWebSocket { property string there: "' + there.url + '"
            property bool early: true
            active: true
            url: there
            onUrlChanged: { close(); early = active } }')
        verify(!socket.early)
        compare(socket.state, ConnectionState.Closed)
        verify(!socket.active)
        socket.open()
        verify(socket.active)
        tryCompare(socket, "state", ConnectionState.Connected)
        compare(there.visitCount, 1)
    }

    function test_openTakesAUrl() {
        const there = server()
        const socket = make("ReconnectingWebSocket {}")
        socket.open(there.url)
        tryCompare(socket, "state", ConnectionState.Connected)
        compare(socket.url, there.url)
    }

    function test_everyKnobOfThePolicyCanBeTurned() {
        const socket = make("ReconnectingWebSocket {}")
        watch(socket.policy, "changed")
        let knobs = 0
        for (const name in socket.policy) {
            const old = socket.policy[name]
            if (name === "objectName" || typeof old === "function")
                continue
            ++knobs
            if (name === "overflow") { // has but one value as yet
                compare(old, OverflowPolicy.RefuseNewest)
                continue
            }
            const next = typeof old === "boolean" ? !old : name === "jitter" ? Jitter.Equal
                       : name === "liveness" ? Liveness.InboundTraffic : old + 1
            const before = spy.count
            socket.policy[name] = next
            compare(socket.policy[name], next, name)
            compare(spy.count, before + 1, name)
        }
        compare(knobs, 39)
    }

    function test_anInvalidPolicyWarnsAndTheOldOneStays() {
        const socket = make("ReconnectingWebSocket { policy.cap: 5000 }")
        watch(socket, "errorOccurred")
        ignoreWarning(/policy refused: backoff.cap is -1 ms; it must be from 1 ms to 24 h/)
        socket.policy.cap = -1
        compare(socket.policy.cap, 5000)
        ignoreWarning(/policy refused: backoff.factor is 0.5/)
        make("ReconnectingWebSocket { policy.factor: 0.5 }")
    }

    function test_aHeaderWithALineBreakIsRefused_data() {
        return [{ tag: "LF", value: "a\nX-Evil: 1" }, { tag: "CR", value: "a\rb" },
                { tag: "NUL", value: "a\0b" }]
    }
    function test_aHeaderWithALineBreakIsRefused(row) {
        const there = server()
        const socket = make('ReconnectingWebSocket { url: "' + there.url + '" }')
        socket.requestHeaders = { "X-Test": row.value }
        watch(socket, "failed")
        socket.open()
        tryCompare(socket, "state", ConnectionState.Failed)
        compare(socket.lastError.category, ErrorCategory.Configuration)
        verify(socket.lastError.detail.includes("X-Test"), socket.lastError.detail)
        compare(there.visitCount, 0)
        // Another set of headers replaces the bad one.
        socket.requestHeaders = { "X-Good": "yes" }
        socket.open()
        tryCompare(socket, "state", ConnectionState.Connected)
        compare(there.header("X-Good"), "yes")
        compare(there.header("X-Test"), "")
    }

    function test_messagesHaveNumbersAndOutcomes() {
        const there = server()
        const socket = make('QuickSocket { url: "' + there.url + '" }')
        const first = socket.sendTextMessage("one", { tag: "mine" })
        const second = socket.sendTextMessage("two")
        verify(first > 0 && second > first)
        compare(socket.pendingMessageCount, 2)
        const waiting = socket.pendingMessages()
        compare(waiting.length, 2)
        compare(waiting[0].number, first)
        compare(waiting[0].tag, "mine")
        compare(waiting[0].isText, true)
        compare(waiting[0].inFlight, false)
        compare(waiting[0].byteCount, 3)
        verify(waiting[0].queuedAt instanceof Date)
        watch(socket, "messageDelivered")
        socket.open()
        tryCompare(spy, "count", 2)
        compare(spy.signalArguments[0][0], first)
        compare(spy.signalArguments[1][0], second)
        compare(there.texts, ["one", "two"])
        compare(socket.pendingMessageCount, 0)
    }

    function test_anUnknownOptionWarnsAndTheMessageGoes() {
        const socket = make("ReconnectingWebSocket {}")
        ignoreWarning(/unknown option "priority" of a message is ignored/)
        verify(socket.sendTextMessage("a", { tag: "x", priority: 3 }) > 0)
        compare(socket.pendingMessages()[0].tag, "x")
    }

    function test_optionsSayHowToSend() {
        const socket = make("ReconnectingWebSocket {}")
        watch(socket, "messageFailed")
        const reasons = {}
        socket.messageFailed.connect((number, why) => reasons[number] = why)
        const superseded = socket.sendTextMessage("a", { coalesceKey: "k" })
        const newest = socket.sendTextMessage("b", { coalesceKey: "k" })
        const expired = socket.sendTextMessage("c", { timeToLive: 1 })
        const gone = socket.sendTextMessage("d", { volatile: true })
        tryCompare(spy, "count", 3)
        compare(reasons[superseded], MessageFailure.Superseded)
        compare(reasons[expired], MessageFailure.Expired)
        compare(reasons[gone], MessageFailure.NotConnected)
        verify(socket.cancel(newest))
        verify(!socket.cancel(newest))
        socket.sendTextMessage("e")
        socket.clearPending()
        tryCompare(spy, "count", 5)
        compare(socket.pendingMessageCount, 0)
    }

    function test_aQueueThatCannotBeIsNoObstacle() {
        const there = server()
        const socket = make('QuickSocket { active: true; commitMode: CommitMode.Manual
                             account: "ada"; storageFolder: "/nowhere"; queueName: "../x"
                             url: "' + there.url + '" }')
        compare(socket.commitMode, CommitMode.Manual)
        socket.sendTextMessage("a")
        tryCompare(socket, "storageHealthy", false)
        tryCompare(there, "texts", ["a"])
        verify(!socket.commit())
        verify(!socket.rebindQueue())
        compare(socket.heldMessageCount, 0)
        verify(socket.explain().includes("InvalidName"), socket.explain())
    }

    function test_bytesComeAndGo() {
        const there = server()
        there.beEcho()
        const socket = make('QuickSocket { url: "' + there.url + '"; active: true }')
        watch(socket, "binaryMessageReceived")
        verify(socket.sendBinaryMessage(new Uint8Array([0, 255, 7]).buffer) > 0)
        tryCompare(spy, "count", 1)
        const bytes = new Uint8Array(spy.signalArguments[0][0])
        compare(Array.from(bytes), [0, 255, 7])
    }

    function test_aRefusedMessageSaysWhy() {
        const socket = make("ReconnectingWebSocket { policy.maxMessageBytes: 3 }")
        watch(socket, "messageRefused")
        compare(socket.sendTextMessage("four"), 0)
        tryCompare(spy, "count", 1)
        compare(spy.signalArguments[0][0], MessageFailure.TooLarge)
    }

    function test_closeSaysGoodbyeInItsOwnWords() {
        const there = server()
        const socket = make('QuickSocket { url: "' + there.url + '"; active: true }')
        tryCompare(socket, "state", ConnectionState.Connected)
        socket.close(4321, "enough")
        tryCompare(socket, "state", ConnectionState.Closed)
        tryCompare(there, "closeCode", 4321)
        socket.open()
        tryCompare(socket, "state", ConnectionState.Connected)
        socket.close(70000)
        tryCompare(socket, "state", ConnectionState.Closed)
        tryCompare(there, "closeCode", 1000)
    }

    function test_closeWhenDeliveredDrainsTheQueueFirst() {
        const there = server()
        const socket = make('QuickSocket { url: "' + there.url + '"; active: true }')
        for (let i = 0; i < 100; ++i)
            socket.sendTextMessage(String(i))
        socket.closeWhenDelivered(20000)
        tryCompare(socket, "state", ConnectionState.Closed)
        compare(socket.pendingMessageCount, 0)
        compare(there.texts.length, 100)
    }

    function test_retryNowDoesNotWait() {
        const there = createTemporaryObject(serverComponent, root)
        const socket = make('PatientSocket { url: "' + there.url + '"; active: true }')
        tryCompare(socket, "state", ConnectionState.WaitingToRetry)
        compare(socket.waitReason, WaitReason.Backoff)
        compare(socket.lastError.category, ErrorCategory.ConnectionRefused)
        verify(socket.nextAttemptAt > new Date())
        verify(socket.explain().includes("WaitingToRetry"), socket.explain())
        there.start()
        socket.retryNow()
        tryCompare(socket, "state", ConnectionState.Connected)
    }

    function test_manualProofWaitsForConfirm() {
        const there = server()
        const socket = make('QuickSocket { url: "' + there.url + '"; active: true
                             deliveryProof: DeliveryProof.Manual }')
        const number = socket.sendTextMessage("a")
        tryCompare(there, "texts", ["a"])
        compare(socket.pendingMessageCount, 1)
        watch(socket, "messageDelivered")
        socket.confirm(number)
        tryCompare(socket, "pendingMessageCount", 0)
        tryCompare(spy, "count", 1)
    }

    function test_aPlainServerAcknowledgesNothing() {
        const socket = make("ReconnectingWebSocket {}")
        ignoreWarning(/deliveryProof: a plain server acknowledges nothing/)
        socket.deliveryProof = DeliveryProof.Acknowledgement
        compare(socket.deliveryProof, DeliveryProof.Fence)
    }

    function test_aSubprotocolTheServerDoesNotSpeakIsAnError() {
        const there = server()
        const socket = make('PatientSocket { url: "' + there.url + '"; active: true
                             subprotocols: ["other.test"] }')
        tryCompare(socket.lastError, "category", ErrorCategory.ProtocolError)
        compare(socket.state, ConnectionState.WaitingToRetry)
        socket.subprotocols = ["holdfast.test"] // dials again
        tryCompare(socket, "state", ConnectionState.Connected)
    }

    function test_aHandlerMayDestroyTheSocket() {
        const there = server()
        make('QuickSocket { url: "' + there.url + '"; active: true; onConnected: destroy()
              Component.onDestruction: ++goodbyes }')
        tryCompare(root, "goodbyes", 1)
        compare(there.visitCount, 1)
    }

    function test_aNetworkMonitorIsDeclared() {
        const socket = make('ReconnectingWebSocket {\n'
            + 'networkMonitor: HealthCheckMonitor { url: "http://127.0.0.1:9/"; base: SystemNetworkMonitor }}')
        compare(socket.networkMonitor.url, "http://127.0.0.1:9/")
        compare(socket.networkMonitor.base, SystemNetworkMonitor)
        compare(socket.networkMonitor.reachability, Reachability.Unknown)
        watch(socket, "networkMonitorChanged")
        socket.networkMonitor = null
        compare(socket.networkMonitor, null)
        compare(spy.count, 1)
    }
    function test_byDefaultItIsTheSystems() {
        compare(make("ReconnectingWebSocket {}").networkMonitor, SystemNetworkMonitor)
    }
    function test_whatTheMonitorSaysIsThere() {
        const socket = make("ReconnectingWebSocket { url: 'ws://255.255.255.255:9/' }")
        socket.networkMonitor = Cpp.newPortal(socket)
        compare(socket.behindCaptivePortal, false)
        socket.open()
        tryCompare(socket, "behindCaptivePortal", true)
        compare(socket.reachability, Reachability.Online)
        compare(socket.metered, true)
        compare(socket.medium, TransportMedium.WiFi)
    }
}
