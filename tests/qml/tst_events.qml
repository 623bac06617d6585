// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtTest
import Holdfast
import Holdfast.Test

//! The envelope protocol as JavaScript sees it.
TestCase {
    id: root
    name: "Events"

    property var heard: []

    Component {
        id: serverComponent
        EnvelopeServer {}
    }
    Component {
        id: socketComponent
        QuickSocket {
            protocol: ReconnectingWebSocket.Envelope
            profile: ({ room: "lobby", name: "Ada" })
            onTextMessageReceived: message => root.heard.push(["text", message])
            onBinaryMessageReceived: message => root.heard.push(["binary", message])
            onEventReceived: (id, payload) => root.heard.push(["event", id, payload])
            onResyncRequired: reason => root.heard.push(["resync", reason])
            onPresenceReceived: presence => root.heard.push(["presence", presence])
            onMessageDelivered: number => root.heard.push(["delivered", number])
        }
    }

    function init() {
        heard = []
    }
    function server() {
        return createTemporaryObject(serverComponent, root)
    }
    function connected(there, properties) {
        const socket = createTemporaryObject(socketComponent, root,
                                             Object.assign({ url: there.url }, properties))
        socket.open()
        tryCompare(socket, "state", ConnectionState.Connected)
        return socket
    }
    function test_theServerLearnsWhoWeAre() {
        const there = server()
        connected(there)
        compare(there.profile(), { room: "lobby", name: "Ada" })
    }

    function test_anotherProfileDialsAgain() {
        const there = server()
        const socket = connected(there)
        socket.profile = { room: "attic" }
        tryCompare(there, "greetings", 2)
        compare(there.profile(), { room: "attic" })
        socket.profile = { room: "attic" }
        wait(0)
        compare(there.greetings, 1 + 1)
    }

    function test_eventsCarryWhatJsonHas() {
        const there = server()
        const socket = connected(there)
        there.publish("words")
        there.publish({ list: [1, 2.5, null], deep: { yes: true } })
        there.publish(7)
        there.publishBytes(new Uint8Array([0, 255]).buffer)
        tryVerify(() => heard.length === 8)
        compare(heard[0], ["text", "words"])
        compare(heard[1], ["event", 1, "words"])
        compare(typeof heard[1][1], "number")
        compare(JSON.parse(heard[2][1]), { list: [1, 2.5, null], deep: { yes: true } })
        compare(heard[3][2].deep.yes, true)
        compare(heard[3][2].list.length, 3)
        compare(heard[3][2].list[1], 2.5)
        compare(heard[5], ["event", 3, 7])
        compare(heard[6][0], "binary")
        compare(heard[7][1], 4)
        compare(Array.from(new Uint8Array(heard[7][2])), [0, 255])
        tryVerify(() => socket.cursor().eventId === 4)
        compare(socket.cursor(), { epoch: "e", eventId: 4 })
    }

    function test_aLargeIdStaysExact() {
        const there = server()
        const socket = connected(there)
        there.say('{"type":"reset","reason":"history-trimmed","epoch":"e","head":9007199254740989}')
        there.say('{"type":"event","id":9007199254740990,"payload":1}')
        tryVerify(() => heard.length === 3)
        compare(heard[0], ["resync", ResyncReason.HistoryTrimmed])
        compare(heard[2], ["event", 9007199254740990, 1])
        compare(socket.receivedCursor().eventId, 9007199254740990)
    }

    function test_aResyncHasAReason() {
        const there = server()
        const socket = connected(there)
        there.publish("a")
        tryVerify(() => heard.length === 2)
        there.changeEpoch("f")
        there.cut()
        tryVerify(() => heard.length === 3)
        compare(heard[2], ["resync", ResyncReason.EpochChanged])
        tryVerify(() => socket.resumed)
    }

    function test_presenceIsAnObject() {
        const there = server()
        connected(there)
        there.say('{"type":"presence","event":"users","users":[{"id":"1","name":"Bob"}]}')
        tryVerify(() => heard.length === 1)
        compare(heard[0][1].event, "users")
        compare(heard[0][1].users[0].name, "Bob")
    }

    function test_messagesAreAcknowledged() {
        const there = server()
        const socket = connected(there)
        compare(socket.deliveryProof, DeliveryProof.Acknowledgement)
        const number = socket.sendTextMessage("hello")
        tryVerify(() => heard.length === 1)
        compare(heard[0], ["delivered", number])
        compare(there.accepted(), ["hello"])
    }

    function test_manualModeWaitsForAWord() {
        const there = server()
        const socket = connected(there, { cursorMode: CursorMode.Manual })
        compare(socket.cursorMode, CursorMode.Manual)
        there.publish("a")
        there.publish("b")
        tryVerify(() => heard.length === 4)
        compare(socket.cursor().eventId, 0)
        verify(!socket.confirmEvent(3))
        verify(!socket.confirmEvent(-1))
        verify(!socket.confirmEvent(0.5))
        verify(!socket.confirmEvent(NaN))
        verify(socket.confirmEvent(1))
        compare(socket.cursor().eventId, 1)
    }

    function test_aCursorOfOnesOwn() {
        const there = server()
        const socket = connected(there)
        there.publish("a")
        there.publish("b")
        tryVerify(() => heard.length === 4)
        socket.setCursor("e", 1)
        tryVerify(() => heard.length === 6)
        compare(heard[5], ["event", 2, "b"])
        ignoreWarning(/setCursor: -1 is no event's id/)
        socket.setCursor("e", -1)
        compare(socket.cursor().eventId, 2)
    }

    function test_plainAgain() {
        const there = server()
        const socket = connected(there)
        socket.protocol = ReconnectingWebSocket.Plain
        compare(socket.protocol, ReconnectingWebSocket.Plain)
        tryCompare(socket, "deliveryProof", DeliveryProof.Fence)
        tryCompare(socket, "state", ConnectionState.Connected)
        compare(socket.subprotocol, "")
        ignoreWarning(/protocol: there is no protocol 7/)
        socket.protocol = 7
        compare(socket.protocol, ReconnectingWebSocket.Plain)
    }

    function test_whatIsMeantForPlainDoesNotDisturb() {
        const there = server()
        const socket = connected(there)
        socket.deliveryProof = DeliveryProof.Written
        socket.subprotocols = ["other"]
        wait(50)
        compare(there.greetings, 1)
        compare(socket.deliveryProof, DeliveryProof.Acknowledgement)
    }
}
