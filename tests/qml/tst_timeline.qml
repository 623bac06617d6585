// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtTest
import Holdfast
import Holdfast.Test

TestCase {
    id: root
    name: "Timeline"
    when: windowShown
    width: 400
    height: 300
    visible: true

    Component {
        id: setting
        Item {
            id: it
            property Server server: Server {}
            property PatientSocket socket: PatientSocket {
                url: it.server.url
            }
            property alias timeline: timeline
            width: 400
            height: 200
            ConnectionTimeline {
                id: timeline
                socket: it.socket
                width: 308 // 300 without its padding: 2.5 pixels a second
            }
        }
    }
    //! By its file: it is the module's own, and newer versions of Qt do not tell others of its name.
    readonly property Component band:
        Qt.createComponent("qrc:/qt-project.org/imports/Holdfast/TimelineBand.qml")

    function oneBand(state, attempt) {
        // All of one colour.
        return createTemporaryObject(band, root, {
            width: 40, height: 30, connectionState: state, attempt: attempt,
            color: "black", attemptColor: "black" })
    }
    SignalSpy {
        id: spy
        signalName: "refreshed"
    }

    //! On a clock that stands still unless wound.
    function begin() {
        const it = createTemporaryObject(setting, root)
        Cpp.holdClock(it.timeline.history)
        return it
    }
    function wind(it, seconds) {
        Cpp.windClock(seconds * 1000)
        it.timeline.history.refresh()
    }
    function all(it, name) {
        const found = []
        const look = item => {
            for (let i = 0; i < item.children.length; ++i) {
                const child = item.children[i]
                if (child.objectName === name)
                    found.push(child)
                look(child)
            }
        }
        look(it.timeline.contentItem)
        return found
    }
    function bands(it) { return all(it, "band") }
    function bars(it) { return all(it, "pending").filter(bar => bar.visible) }

    function test_anOutageIsDrawnWhereItWas() {
        const it = begin()
        it.server.start()
        wind(it, 60)
        it.socket.open()
        tryCompare(it.socket, "state", ConnectionState.Connected)
        wind(it, 20)
        compare(bands(it).map(band => band.connectionState),
                [ConnectionState.Closed, ConnectionState.Connecting, ConnectionState.Connected])
        let [closed, connecting, connected] = bands(it)
        compare(closed.x, 100) // 40 s of the two minutes are not known
        compare(closed.width, 150)
        compare(connecting.x, 250)
        verify(connecting.marked)
        compare(connecting.width, 1) // short, but it can be seen
        verify(!connected.marked)
        compare(connected.x, 250)
        compare(connected.width, 50)
        compare(connected.color, it.timeline.positiveColor)
        // It moves into the past, and out of sight.
        wind(it, 60)
        compare(bands(it)[0].x, 0)
        compare(bands(it)[2].x, 100)
        compare(bands(it)[2].width, 200)
        wind(it, 61)
        compare(bands(it).length, 1)
        compare(bands(it)[0].width, 300)
        wind(it, 600)
        compare(bands(it)[0].x, 0)
        compare(bands(it)[0].width, 300)
    }

    function test_anAttemptOutOfSightIsNotDrawnAtTheEdge() {
        const it = begin()
        it.server.beMute(true)
        it.server.start()
        it.socket.open()
        tryCompare(it.socket, "state", ConnectionState.Connecting)
        wind(it, 119)
        const band = bands(it).find(each => each.connectionState === ConnectionState.Connecting)
        verify(band.marked)
        wind(it, 2)
        verify(!bands(it)[0].marked)
        compare(bands(it)[0].x, 0)
    }

    function test_whatWaitsIsAnArea() {
        const it = begin()
        wind(it, 30)
        compare(bars(it).length, 0)
        verify(!findChild(it.timeline, "waiting").visible)
        it.socket.sendTextMessage("a")
        it.socket.sendTextMessage("b")
        tryCompare(it.socket, "pendingMessageCount", 2)
        wait(0)
        wind(it, 20)
        it.socket.sendTextMessage("c")
        it.socket.sendTextMessage("d")
        tryCompare(it.socket, "pendingMessageCount", 4)
        wait(0)
        wind(it, 10)
        const heights = bars(it).map(bar => bar.height)
        compare(heights[0], 10)
        compare(heights[heights.length - 1], 20)
        verify(heights.length >= 15 && heights.length <= 17, heights.length)
        const label = findChild(it.timeline, "waiting")
        verify(label.visible)
        compare(label.text, "up to 4 messages waiting")
        // They stand where the bands do.
        const first = bars(it)[0]
        verify(Math.abs(first.x - (300 - 30 * 2.5)) <= 5, first.x)
    }

    function test_everyStateHasAShapeOfItsOwn() {
        const looks = []
        for (let state = ConnectionState.Closed; state <= ConnectionState.Failed; ++state) {
            const band = oneBand(state, false)
            const image = grabImage(band)
            for (const other of looks)
                verify(!image.equals(other), "state " + state)
            looks.push(image)
            band.visible = false // or it would shine through the next one
        }
        compare(looks.length, 7)
        const marked = oneBand(ConnectionState.Connecting, true)
        verify(!grabImage(marked).equals(looks[1]))
    }

    function test_itMirrors() {
        const it = begin()
        it.server.start()
        wind(it, 60)
        it.socket.open()
        tryCompare(it.socket, "state", ConnectionState.Connected)
        it.socket.sendTextMessage("a")
        wind(it, 20)
        const left = bands(it).map(band => band.x)
        it.timeline.LayoutMirroring.enabled = true
        const mirrored = bands(it)
        for (let i = 0; i < mirrored.length; ++i)
            compare(mirrored[i].x, 300 - left[i] - mirrored[i].width)
        compare(findChild(it.timeline, "now").x, 0)
        const past = findChild(it.timeline, "past")
        compare(past.x + past.width, 300)
    }

    function test_itSaysInWordsHowLongItWasConnected() {
        const it = begin()
        compare(it.timeline.Accessible.role, Accessible.Chart)
        wind(it, 30)
        compare(it.timeline.Accessible.name, "Not connected during the last minute")
        compare(it.timeline.Accessible.description, "Not connected")
        it.server.start()
        it.socket.open()
        tryCompare(it.socket, "state", ConnectionState.Connected)
        compare(it.timeline.Accessible.description, "Connected")
        wind(it, 70)
        compare(it.timeline.Accessible.name, "Connected for about 70% of the last 2 minutes")
        wind(it, 1) // does not tick
        compare(it.timeline.Accessible.name, "Connected for about 70% of the last 2 minutes")
        wind(it, 48.9)
        compare(it.timeline.Accessible.name, "Connected for about 90% of the last 2 minutes")
        wind(it, 0.1 + 30)
        compare(it.timeline.Accessible.name, "Connected throughout the last 2 minutes")
    }

    function test_aBlipIsNotNothing() {
        const it = begin()
        it.server.start()
        wind(it, 60)
        it.socket.open()
        tryCompare(it.socket, "state", ConnectionState.Connected)
        wind(it, 0.1)
        compare(it.timeline.text, "Connected for about 10% of the last 2 minutes")
    }

    function test_itLooksBackAsFarAsItIsTold() {
        const it = begin()
        wind(it, 600)
        compare(findChild(it.timeline, "past").text, "2 min ago")
        compare(findChild(it.timeline, "now").text, "now")
        it.timeline.minutes = 5
        compare(it.timeline.history.span, 300000)
        compare(findChild(it.timeline, "past").text, "5 min ago")
        it.timeline.minutes = 1.5
        compare(findChild(it.timeline, "past").text, "1.5 min ago")
        it.timeline.minutes = 0
        compare(it.timeline.history.span, 10000)
        it.timeline.minutes = 1e9
        compare(it.timeline.history.span, 3600000)
    }

    function test_itMovesOnlyWhileItIsToBeSeen() {
        const it = createTemporaryObject(setting, root)
        spy.target = it.timeline.history
        it.timeline.visible = false
        spy.clear()
        it.server.start()
        it.socket.open()
        tryCompare(it.socket, "state", ConnectionState.Connected)
        it.socket.sendTextMessage("a")
        tryCompare(it.socket, "pendingMessageCount", 0)
        verify(!findChild(it.timeline, "band") || bands(it).length <= 1)
        compare(spy.count, 0)
        // What it has missed is there at once.
        it.timeline.visible = true
        compare(spy.count, 1)
        compare(bands(it).length, 3)
        tryVerify(() => spy.count >= 2) // and it ticks again
        spy.target = null
    }

    function test_withoutASocketItIsEmpty() {
        const lonely = createTemporaryQmlObject("import Holdfast; ConnectionTimeline {}", root)
        compare(lonely.history.rowCount(), 0)
        compare(lonely.Accessible.description, "Not connected")
        verify(lonely.implicitWidth > 100 && lonely.implicitHeight > 40)
    }

    //! Nothing is said of two sizes, which would be a warning.
    function test_aFontOfOnesOwn_data() {
        return [{ tag: "ConnectionTimeline" }, { tag: "PendingBadge" }]
    }
    function test_aFontOfOnesOwn(row) {
        const make = font => createTemporaryQmlObject("import Holdfast; " + row.tag + " { " + font + " }",
                                                      root)
        const small = make("")
        compare(make("font.pixelSize: 40").font.pixelSize, 40)
        compare(make("font.pointSize: 30").font.pointSize, 30)
        const bold = make("font.bold: true")
        verify(bold.font.bold)
        compare(make("property int size: 33; font.pixelSize: size").font.pixelSize, 33)
        verify(make("font.pixelSize: 40").implicitHeight > small.implicitHeight)
    }

    function test_aStatusOfOnesOwnWillDo() {
        const it = begin()
        const status = createTemporaryQmlObject("import Holdfast; ConnectionStatus {}", root)
        status.socket = it.socket
        it.timeline.status = status
        compare(it.timeline.history.socket, it.socket)
        it.timeline.status = null
        compare(it.timeline.history.socket, null)
    }

    function luminance(color) {
        const linear = c => c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4)
        return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)
    }
    function contrast(one, other) {
        const a = luminance(one), b = luminance(other)
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    }
    function test_itCanBeSeenInLightAndDark_data() {
        return [{ tag: "light", window: "#efefef", words: "#000000" },
                { tag: "dark", window: "#323232", words: "#ffffff" }]
    }
    function test_itCanBeSeenInLightAndDark(row) {
        const it = begin()
        it.timeline.palette.window = row.window
        it.timeline.palette.windowText = row.words
        for (let state = ConnectionState.Closed; state <= ConnectionState.Failed; ++state)
            verify(contrast(it.timeline.stateColor(state), it.timeline.palette.window) >= 4.5)
        verify(contrast(it.timeline.attemptColor, it.timeline.palette.window) >= 4.5)
        verify(contrast(it.timeline.pendingColor, it.timeline.palette.window) >= 4.5)
        compare(findChild(it.timeline, "now").color, row.words)
    }
}
