// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtTest
import Holdfast
import Holdfast.Test

//! Every row of a real connection, on a clock that stands still unless wound.
TestCase {
    id: root
    name: "Rows"
    when: windowShown
    width: 800
    height: 200
    visible: true

    Component {
        id: setting
        Item {
            id: it
            property Server server: Server {}
            property PatientSocket socket: PatientSocket {
                url: it.server.url
            }
            property alias banner: banner
            property QtObject monitor
            property var texts: []
            width: 800
            height: 200
            ConnectionBanner {
                id: banner
                width: parent.width
                animated: false
                status: ConnectionStatus {
                    socket: it.socket
                    onTextChanged: it.texts.push(text)
                }
            }
            TextInput {
                id: input
                y: 100
                focus: true
            }
        }
    }

    function part(it, name) { return findChild(it.banner, name) }
    function wind(it, milliseconds) {
        Cpp.windClock(milliseconds)
        it.banner.status.refresh()
    }
    function begin() {
        const it = createTemporaryObject(setting, root)
        it.monitor = Cpp.newMonitor(it)
        it.socket.networkMonitor = it.monitor
        Cpp.holdClock(it.banner.status)
        Cpp.windClock(-60000) // so that a minute later it is as late as for the connection
        return it
    }
    //! With a connection that has been well for a minute.
    function connected(byName) {
        const it = begin()
        if (byName)
            Cpp.leadThroughDoor(it.socket, it.server.url)
        it.server.start()
        it.socket.open()
        tryCompare(it.socket, "state", ConnectionState.Connected)
        wind(it, 60000)
        verify(!it.banner.visible)
        return it
    }
    function leave(it, code) {
        it.server.leave(code)
        tryVerify(() => it.socket.state !== ConnectionState.Connected)
    }
    //! The banner shows it: words, colour, glyph, action.
    function shows(it, text, severity, actionText) {
        const words = part(it, "text")
        if (typeof text === "string")
            tryCompare(words, "text", text)
        else
            tryVerify(() => text.test(words.text), 5000, words.text)
        verify(it.banner.visible)
        const colours = [it.banner.neutralColor, it.banner.infoColor, it.banner.positiveColor,
                         it.banner.warningColor, it.banner.errorColor]
        compare(it.banner.accentColor, colours[severity])
        compare(part(it, "glyph").severity, severity)
        compare(part(it, "glyph").color, colours[severity])
        compare(part(it, "actionButton").visible, actionText !== "")
        compare(part(it, "actionButton").text, actionText)
        compare(it.banner.Accessible.name, it.banner.status.accessibleText)
    }
    function badge(it, text) {
        tryCompare(part(it, "badge"), "text", text)
        compare(part(it, "badge").visible, text !== "")
    }

    // ---- every row ----

    function test_1_failed_data() {
        return [{ code: 4401, tag: "Please sign in again", action: "Sign in" },
                { code: 4409, tag: "Connected on another device", action: "Use here" },
                { code: 4403, tag: "You do not have access", action: "" },
                { code: 0, tag: "This app cannot talk to the server", action: "Retry now" }]
    }
    function test_1_failed(row) {
        const it = row.code > 4401 ? connected() : begin()
        if (row.code === 4401) {
            it.server.refuse(401)
            it.server.start()
        } else if (row.code === 0) {
            it.socket.url = "ftp://chat.example/"
        } else {
            it.server.sayGoodbye(row.code)
        }
        it.socket.open()
        tryCompare(it.socket, "state", ConnectionState.Failed)
        shows(it, row.tag, Severity.Error, row.action)
        it.socket.sendTextMessage("a")
        badge(it, "1 message waiting")
    }

    function test_2_held() {
        const folder = Cpp.newFolder()
        const first = begin()
        first.socket.storageFolder = folder
        first.socket.account = "ada"
        first.socket.queueName = "q"
        first.socket.sendTextMessage("a")
        tryVerify(() => first.socket.storedThrough > 0)
        first.destroy()
        wait(0)
        const it = begin()
        it.socket.storageFolder = folder
        it.socket.account = "bob"
        it.socket.queueName = "q"
        tryCompare(it.socket, "heldMessageCount", 1)
        it.server.start()
        it.socket.open()
        shows(it, "Messages are held for another account", Severity.Warning, "")
        badge(it, "1 message waiting")
        // Nor does it give way when the connection is lost.
        tryCompare(it.socket, "state", ConnectionState.Connected)
        wind(it, 60000)
        leave(it, 1000)
        wind(it, 5000)
        shows(it, "Messages are held for another account", Severity.Warning, "")
    }

    function test_3_unsaved() {
        const it = begin()
        it.socket.storageFolder = "/nowhere"
        it.socket.queueName = "../x"
        it.server.stop()
        it.socket.open()
        it.socket.sendTextMessage("a")
        tryCompare(it.socket, "storageHealthy", false)
        wind(it, 2000)
        shows(it, "Messages cannot be saved on this device", Severity.Warning, "")
        badge(it, "1 message waiting")
        Cpp.findPortal(it.monitor)
        wind(it, 2000)
        shows(it, "Messages cannot be saved on this device", Severity.Warning, "")
    }

    function test_4_portal_then_5_offline() {
        const it = connected(true)
        leave(it, 1000)
        Cpp.findPortal(it.monitor)
        wind(it, 1600)
        shows(it, "This network asks you to sign in", Severity.Warning, "Open sign-in page")
        it.socket.sendTextMessage("a")
        badge(it, "1 message waiting")
        Cpp.loseNetwork(it.monitor)
        tryCompare(it.socket, "state", ConnectionState.WaitingForNetwork)
        wind(it, 1000)
        shows(it, "You are offline", Severity.Warning, "Retry now")
        badge(it, "1 message waiting")
    }

    function test_6_restarting() {
        const it = connected()
        it.server.sayGoodbye(4001, '{"retryAfter":60000,"spread":0}')
        tryCompare(it.socket, "state", ConnectionState.WaitingToRetry)
        wind(it, 1600)
        shows(it, /^The server is restarting. Back in about \d+ s$/, Severity.Info, "")
        wind(it, 60000)
        shows(it, "The server is restarting. Trying again…", Severity.Info, "")
    }

    function test_7_neverConnected() {
        const it = begin()
        it.server.beMute(true)
        it.server.start()
        it.socket.open()
        wind(it, 1400)
        verify(!it.banner.visible)
        wind(it, 200)
        shows(it, "Connecting…", Severity.Neutral, "")
        it.server.stop()
        tryCompare(it.socket, "state", ConnectionState.WaitingToRetry)
        wind(it, 1000)
        // An hour, whose figure depends on how long all this took.
        shows(it, /^Cannot reach the server. Trying again in (60|61) min$/, Severity.Warning,
              "Retry now")
    }

    function test_8_lost_andItsCountdown() {
        const it = connected()
        leave(it, 1000)
        tryCompare(it.socket, "state", ConnectionState.WaitingToRetry)
        wind(it, 1600)
        shows(it, /^Connection lost. Trying again in (59|60) min$/, Severity.Warning, "Retry now")
        const name = it.banner.Accessible.name
        compare(name, "Connection lost. Trying again…")
        wind(it, 3600000 - 1600 - 60000)
        shows(it, /^Connection lost. Trying again in \d+ s$/, Severity.Warning, "Retry now")
        const seconds = () => parseInt(/(\d+) s$/.exec(part(it, "text").text)[1])
        const before = seconds()
        wind(it, 1000)
        compare(seconds(), before - 1) // once a second
        compare(it.banner.Accessible.name, name)
        wind(it, 60000)
        shows(it, "Connection lost. Trying again…", Severity.Warning, "Retry now")

        it.server.beMute(true)
        it.server.start()
        it.socket.retryNow()
        tryCompare(it.socket, "state", ConnectionState.Connecting)
        wind(it, 599)
        shows(it, "Connection lost. Trying again…", Severity.Warning, "Retry now")
        wind(it, 1001)
        shows(it, "Reconnecting…", Severity.Warning, "Retry now")
    }

    function test_9_verifying() {
        const it = connected(true)
        Cpp.loseNetwork(it.monitor) // so that the peer is asked
        it.banner.status.refresh() // before it can answer
        wind(it, 1600)
        shows(it, "Checking the connection…", Severity.Neutral, "")
        wind(it, 1000)
        tryCompare(it.banner, "visible", false) // it has answered
    }

    function test_10_backOnline_then_11_sending() {
        const it = connected()
        it.socket.deliveryProof = DeliveryProof.Manual
        leave(it, 1000)
        tryCompare(it.socket, "state", ConnectionState.WaitingToRetry)
        it.socket.sendTextMessage("a")
        wind(it, 2000)
        badge(it, "1 message waiting")
        it.server.start()
        it.socket.retryNow()
        tryCompare(it.socket, "state", ConnectionState.Connected)
        wind(it, 1000)
        wind(it, 400)
        shows(it, "Back online", Severity.Positive, "")
        badge(it, "1 message waiting") // and not "Sending", though it is so
        wind(it, 1599)
        shows(it, "Back online", Severity.Positive, "")
        wind(it, 3000)
        shows(it, "Sending 1 message…", Severity.Info, "")
        badge(it, "")
    }

    // ---- the outage clock ----

    function test_aBlipOf1400msShowsNothing() {
        const it = connected()
        leave(it, 1000)
        wind(it, 1400)
        it.server.start()
        it.socket.retryNow()
        tryCompare(it.socket, "state", ConnectionState.Connected)
        for (let i = 0; i < 50; ++i)
            wind(it, 100)
        compare(it.texts, [])
        verify(!it.banner.visible)
    }

    function test_refusedDialsDoNotFlashReconnecting() {
        const it = connected()
        leave(it, 1000)
        tryCompare(it.socket, "state", ConnectionState.WaitingToRetry)
        wind(it, 2000)
        for (let i = 0; i < 5; ++i) {
            const attempts = it.socket.attemptCount
            it.socket.retryNow()
            tryVerify(() => it.socket.attemptCount > attempts)
            tryCompare(it.socket, "state", ConnectionState.WaitingToRetry)
            wind(it, 700)
        }
        verify(!it.texts.includes("Reconnecting…"), it.texts)
        verify(it.texts.every(text => text.startsWith("Connection lost. Trying again")), it.texts)
    }

    function test_acceptThenCloseDoesNotAlternate() {
        const it = connected()
        leave(it, 1000)
        tryCompare(it.socket, "state", ConnectionState.WaitingToRetry)
        wind(it, 2000)
        for (let i = 0; i < 5; ++i) {
            it.server.start()
            it.socket.retryNow()
            tryCompare(it.socket, "state", ConnectionState.Connected)
            wind(it, 200)
            leave(it, 1011)
            tryCompare(it.socket, "state", ConnectionState.WaitingToRetry)
            wind(it, 1500)
        }
        verify(!it.texts.includes("Back online"), it.texts)
        verify(it.banner.visible)
    }

    // ---- the keyboard ----

    function test_theFocusStaysWhileTheRowChanges() {
        const it = connected(true)
        leave(it, 1000)
        tryCompare(it.socket, "state", ConnectionState.WaitingToRetry)
        wind(it, 2000)
        const button = part(it, "actionButton")
        for (let i = 0; i < 10 && !button.activeFocus; ++i)
            keyClick(Qt.Key_Tab)
        verify(button.activeFocus && button.visualFocus)
        const x = button.mapToItem(it.banner, 0, 0).x
        Cpp.loseNetwork(it.monitor)
        tryCompare(it.socket, "state", ConnectionState.WaitingForNetwork)
        wind(it, 1000)
        shows(it, "You are offline", Severity.Warning, "Retry now")
        verify(button.activeFocus && button.visualFocus)
        compare(button.mapToItem(it.banner, 0, 0).x, x)
        it.server.start()
        keyClick(Qt.Key_Space)
        tryCompare(it.socket, "state", ConnectionState.Connected)
    }
}
