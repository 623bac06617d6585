// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls
import QtTest
import Holdfast
import Holdfast.Test

TestCase {
    id: root
    name: "Banner"
    when: windowShown
    width: 700
    height: 400
    visible: true

    // Loads the style that is under test.
    Button {
        y: 370
        text: "below"
    }
    SignalSpy {
        id: spy
    }

    Component {
        id: setting
        Item {
            id: it
            property Server server: Server {}
            property PatientSocket socket: PatientSocket {
                url: it.server.url
            }
            property alias banner: banner
            property alias content: content
            property var heights: []
            width: 700
            height: 300
            Column {
                width: parent.width
                ConnectionBanner {
                    id: banner
                    width: parent.width
                    status: ConnectionStatus {
                        socket: it.socket
                        gracePeriod: 100
                    }
                    onHeightChanged: it.heights.push(height)
                }
                Rectangle {
                    id: content
                    width: 100
                    height: 50
                }
            }
        }
    }
    //! Says what it is told to say.
    Component {
        id: puppet
        ConnectionBanner {
            width: 700
            status: null
            animated: false
            openness: 1
        }
    }
    Component {
        id: twoBanners
        Item {
            id: two
            property alias first: first
            property alias second: second
            property PatientSocket socket: PatientSocket {
                url: server.url
                active: true
            }
            property Server server: Server {}
            ConnectionBanner {
                id: first
                socket: two.socket
                width: 300
            }
            ConnectionBanner {
                id: second
                socket: two.socket
                width: 300
                y: 100
            }
        }
    }
    Component {
        id: byHand
        ConnectionBanner {
            width: 300
            background: Rectangle { objectName: "myBackground"; color: "black" }
            contentItem: Text { objectName: "myText"; text: "mine" }
        }
    }
    Component {
        id: plainBanner
        ConnectionBanner {
            width: 500
        }
    }

    function watch(target, signalName) {
        spy.target = null
        spy.signalName = ""
        spy.target = target
        spy.signalName = signalName
        spy.clear()
    }
    //! An outage that lasts until somebody ends it.
    function outage(properties) {
        const it = createTemporaryObject(setting, root, properties)
        it.socket.open()
        tryCompare(it.socket, "state", ConnectionState.WaitingToRetry)
        tryCompare(it.banner, "openness", 1)
        tryVerify(() => action(it.banner).visible)
        return it
    }
    function action(banner) { return findChild(banner, "actionButton") }
    function text(banner) { return findChild(banner, "text") }
    function badge(banner) { return findChild(banner, "badge") }

    //! What a screen reader says, and the name it finds at that moment.
    property var said: []
    Connections {
        target: Announcer
        function onAnnounced(item, text) {
            root.said.push({ text: text, name: item.Accessible.name })
        }
    }

    function init() { said = [] }

    // ---- when it is there ----

    function test_nothingIsThereWhileThereIsNothingToSay() {
        const it = createTemporaryObject(setting, root)
        verify(!it.banner.visible)
        compare(it.banner.height, 0)
        it.server.start()
        it.socket.open()
        tryCompare(it.socket, "state", ConnectionState.Connected)
        wait(0)
        compare(it.content.y, 0)
        compare(it.heights, [])
    }

    function test_itSlidesInAndOutAndPushesTheContent() {
        const it = outage()
        const full = it.banner.height
        verify(full > 30)
        verify(it.heights.length > 2, "in steps: " + it.heights)
        compare(it.content.y, full)
        compare(it.banner.implicitHeight, full)

        it.server.start()
        it.socket.retryNow()
        tryCompare(it.socket, "state", ConnectionState.Connected)
        it.heights = []
        tryCompare(it.banner, "visible", false, 10000)
        verify(it.heights.length > 2, "in steps: " + it.heights)
        compare(it.banner.height, 0)
        tryCompare(it.content, "y", 0)
    }

    function test_withoutAnimationItIsThereAtOnce() {
        const it = createTemporaryObject(setting, root)
        it.banner.animated = false
        it.socket.open()
        watch(it.banner, "opennessChanged")
        tryCompare(it.banner, "openness", 1)
        compare(spy.count, 1)
    }

    function test_theTextStaysOnItWhileItSlidesOut() {
        const it = outage()
        it.server.start()
        it.socket.retryNow()
        tryVerify(() => !it.banner.status.visible, 10000)
        verify(it.banner.visible)
        verify(text(it.banner).text !== "")
        tryCompare(it.banner, "visible", false)
    }

    // ---- what it says ----

    function test_anOutageIsAWarningWithRetry() {
        const it = outage()
        tryVerify(() => text(it.banner).text.startsWith("Cannot reach the server. Trying again in"),
                  5000)
        compare(it.banner.shown.severity, Severity.Warning)
        compare(it.banner.shown.action, StatusAction.Retry)
        compare(action(it.banner).text, "Retry now")
        compare(it.banner.accentColor, it.banner.warningColor)
    }

    function test_failedIsAnError_data() {
        return [{ tag: "sign in", status: 401, text: "Please sign in again",
                  action: StatusAction.SignIn },
                { tag: "no access", status: 403, text: "You do not have access",
                  action: StatusAction.None }]
    }
    function test_failedIsAnError(row) {
        const it = createTemporaryObject(setting, root)
        it.server.refuse(row.status)
        it.server.start()
        it.socket.open()
        tryCompare(it.socket, "state", ConnectionState.Failed)
        tryVerify(() => text(it.banner).text === row.text)
        compare(it.banner.shown.severity, Severity.Error)
        compare(it.banner.shown.action, row.action)
        tryCompare(it.banner, "openness", 1)
        compare(action(it.banner).visible, row.action !== StatusAction.None)
        watch(it.banner, "triggered")
        it.banner.trigger()
        compare(spy.count, row.action !== StatusAction.None ? 1 : 0)
    }

    function test_theBadgeCountsWhatWaits() {
        const it = outage()
        verify(!badge(it.banner).visible)
        it.socket.sendTextMessage("a")
        tryCompare(badge(it.banner), "text", "1 message waiting")
        verify(badge(it.banner).visible)
        it.socket.sendTextMessage("b")
        it.socket.sendTextMessage("c")
        tryCompare(badge(it.banner), "text", "3 messages waiting")
    }

    function test_aBadgeAloneIsTheText() {
        const it = createTemporaryObject(setting, root)
        it.socket.sendTextMessage("a")
        tryCompare(it.banner, "openness", 1)
        compare(text(it.banner).text, "1 message waiting")
        verify(!badge(it.banner).visible)
        verify(!action(it.banner).visible)
    }

    function test_theDetailsAreTheServersOwnWordsAndPlainText() {
        const it = createTemporaryObject(setting, root)
        it.server.start()
        it.socket.open()
        tryCompare(it.socket, "state", ConnectionState.Connected)
        it.server.sayGoodbye(4403, "<b>banned</b> since Monday")
        tryCompare(it.socket, "state", ConnectionState.Failed)
        const button = findChild(it.banner, "detailsButton")
        tryCompare(it.banner, "openness", 1)
        verify(button.visible)
        const details = findChild(it.banner, "details")
        verify(!details.visible)
        const low = it.banner.implicitHeight
        mouseClick(button)
        verify(details.visible)
        verify(details.text.includes("<b>banned</b> since Monday"), details.text)
        compare(details.textFormat, Text.PlainText)
        tryVerify(() => it.banner.implicitHeight > low + 10)
        mouseClick(button)
        verify(!details.visible)
        tryCompare(it.banner, "implicitHeight", low)
        // What the application wants counts until the user wants otherwise.
        it.banner.detailsShown = true
        verify(!details.visible)
    }

    function test_theApplicationMayShowTheDetailsFromTheBeginning() {
        const it = createTemporaryObject(setting, root)
        it.banner.detailsShown = true
        it.server.start()
        it.socket.open()
        tryCompare(it.socket, "state", ConnectionState.Connected)
        it.server.sayGoodbye(4403, "no")
        tryCompare(it.banner, "openness", 1)
        const details = findChild(it.banner, "details")
        verify(details.visible)
        mouseClick(findChild(it.banner, "detailsButton"))
        verify(!details.visible)
        compare(it.banner.detailsShown, true)
    }

    // ---- the action ----

    function test_theActionRetries() {
        const it = outage()
        watch(it.banner, "triggered")
        it.server.start()
        mouseClick(action(it.banner))
        compare(spy.count, 1)
        compare(spy.signalArguments[0][0], StatusAction.Retry)
        tryCompare(it.socket, "state", ConnectionState.Connected)
    }

    function test_theApplicationMayRetryItself() {
        const it = outage()
        it.banner.autoRetry = false
        watch(it.banner, "triggered")
        const attempts = it.socket.attemptCount
        mouseClick(action(it.banner))
        compare(spy.count, 1)
        compare(it.socket.attemptCount, attempts)
        compare(it.socket.state, ConnectionState.WaitingToRetry)
    }

    function test_theKeyboardReachesTheAction_data() {
        return [{ tag: "Space", key: Qt.Key_Space }, { tag: "Return", key: Qt.Key_Return },
                { tag: "Enter", key: Qt.Key_Enter }]
    }
    function test_theKeyboardReachesTheAction(row) {
        const it = outage()
        it.content.focus = true
        it.content.forceActiveFocus()
        const button = action(it.banner)
        for (let i = 0; i < 10 && !button.activeFocus; ++i)
            keyClick(Qt.Key_Tab)
        verify(button.activeFocus)
        verify(button.visualFocus)
        verify(button.background.border.width > 0, "the focus can be seen")
        it.server.start()
        keyClick(row.key)
        tryCompare(it.socket, "state", ConnectionState.Connected)
    }

    function test_aKeyThatIsHeldIsOneClick_data() {
        return [{ tag: "Return", key: Qt.Key_Return }, { tag: "Enter", key: Qt.Key_Enter }]
    }
    function test_aKeyThatIsHeldIsOneClick(row) {
        const banner = createTemporaryObject(puppet, root)
        banner.shown.text = "Connection lost"
        banner.shown.actionText = "Retry now"
        banner.shown.action = StatusAction.Retry
        const button = action(banner)
        button.forceActiveFocus(Qt.TabFocusReason)
        const clicks = createTemporaryQmlObject("import QtTest; SignalSpy {}", root)
        clicks.target = banner
        clicks.signalName = "triggered"
        keyPress(row.key)
        compare(clicks.count, 1)
        for (let i = 0; i < 3; ++i)
            Cpp.repeatKey(banner.Window.window, row.key)
        keyRelease(row.key)
        compare(clicks.count, 1)
    }

    function test_theBadgeFollowsTheFont() {
        const banner = createTemporaryObject(puppet, root)
        banner.shown.text = "Connection lost"
        banner.shown.pendingText = "3 messages waiting"
        banner.font.pixelSize = 40
        const badge = findChild(banner, "badge")
        compare(badge.font.pixelSize, 36)
        banner.font.pixelSize = 20
        compare(badge.font.pixelSize, 18)
    }

    function test_theActionKeepsItsPlaceAndFocusWhenTheTextChanges() {
        const banner = createTemporaryObject(puppet, root)
        banner.shown.text = "Connection lost. Trying again in 12 s"
        banner.shown.actionText = "Retry now"
        banner.shown.action = StatusAction.Retry
        const button = action(banner)
        waitForRendering(banner)
        button.forceActiveFocus(Qt.TabFocusReason)
        const at = button.mapToItem(banner, 0, 0)
        verify(at.x + button.width > banner.width - 20, "at the trailing edge")
        for (const words of ["Reconnecting…", "Trying again…",
                             "Cannot reach the server. Trying again in 2 minutes"]) {
            banner.shown.text = words
            waitForRendering(banner)
            verify(button.activeFocus && button.visualFocus, words)
            const now = button.mapToItem(banner, 0, 0)
            compare(now.x, at.x, words)
            compare(now.y, at.y, words)
        }
    }

    // ---- how it looks ----

    function test_itMirrors() {
        const banner = createTemporaryObject(puppet, root)
        banner.shown.text = "Connection lost"
        banner.shown.actionText = "Retry now"
        banner.shown.pendingText = "3 messages waiting"
        waitForRendering(banner)
        const x = item => item.mapToItem(banner, 0, 0).x
        verify(x(text(banner)) < x(badge(banner)))
        verify(x(badge(banner)) < x(action(banner)))
        const gap = banner.width - x(action(banner)) - action(banner).width
        banner.LayoutMirroring.enabled = true
        waitForRendering(banner)
        tryVerify(() => x(text(banner)) > x(badge(banner)))
        verify(x(badge(banner)) > x(action(banner)))
        compare(x(action(banner)), gap)
    }

    function test_nothingIsCutOff_data() {
        const rows = []
        for (const width of [160, 200, 220, 240, 320, 480, 700])
            for (const mirrored of [false, true])
                rows.push({ tag: width + (mirrored ? " mirrored" : ""), width: width,
                            mirrored: mirrored })
        return rows
    }
    function test_nothingIsCutOff(row) {
        const banner = createTemporaryObject(puppet, root, { width: row.width, detailsShown: true })
        banner.LayoutMirroring.enabled = row.mirrored
        banner.shown.text = "Cannot reach the server. Trying again in about 2 minutes"
        banner.shown.actionText = "Open sign-in page"
        banner.shown.pendingText = "12345 messages waiting"
        banner.shown.details = "Attempt 3\nThe server says: a rather long sentence that nobody reads"
        waitForRendering(banner)
        const parts = ["text", "badge", "detailsButton", "actionButton", "details"]
        tryVerify(() => parts.every(name => {
            const part = findChild(banner, name)
            const at = part.mapToItem(banner, 0, 0)
            const words = part.contentItem ? part.contentItem : part
            return part.visible && at.x >= 0 && at.x + part.width <= banner.width + 0.5
                && at.y >= 0 && at.y + part.height <= banner.height + 0.5
                && !words.truncated && words.contentWidth <= words.width + 0.5
                && words.contentHeight <= words.height + 0.5
        }))
        // Nor is anything on top of another.
        for (const one of parts) {
            for (const other of parts) {
                const a = findChild(banner, one), b = findChild(banner, other)
                const p = a.mapToItem(banner, 0, 0), q = b.mapToItem(banner, 0, 0)
                verify(one === other || p.x + a.width <= q.x + 0.5 || q.x + b.width <= p.x + 0.5
                       || p.y + a.height <= q.y + 0.5 || q.y + b.height <= p.y + 0.5,
                       one + " and " + other)
            }
        }
    }

    // WCAG 2.1, relative luminance and contrast ratio.
    function luminance(color) {
        const linear = c => c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4)
        return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)
    }
    function contrast(one, other) {
        const a = luminance(one), b = luminance(other)
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    }
    function over(top, bottom) {
        const mix = (a, b) => a * top.a + b * (1 - top.a)
        return Qt.rgba(mix(top.r, bottom.r), mix(top.g, bottom.g), mix(top.b, bottom.b), 1)
    }

    function test_itCanBeRead_data() {
        const palettes = [["white", "#ffffff", "#000000"], ["Fusion's light", "#efefef", "#000000"],
                          ["Breeze's light", "#eff0f1", "#232629"],
                          ["Fusion's dark", "#323232", "#ffffff"],
                          ["Breeze's dark", "#202326", "#fcfcfc"], ["black", "#000000", "#ffffff"]]
        const rows = []
        for (const [name, window, words] of palettes)
            for (let severity = Severity.Neutral; severity <= Severity.Error; ++severity)
                rows.push({ tag: name + ", " + severity, window: window, words: words,
                            severity: severity })
        return rows
    }
    function test_itCanBeRead(row) {
        const banner = createTemporaryObject(puppet, root)
        banner.palette.window = row.window
        banner.palette.windowText = row.words
        banner.shown.text = "text"
        banner.shown.pendingText = "badge"
        banner.shown.actionText = "action"
        banner.shown.details = "details"
        banner.shown.severity = row.severity
        banner.detailsShown = true
        const back = banner.background.color
        compare(back.a, 1)
        const isReadable = (color, ground, what) => {
            const ratio = contrast(color, ground)
            verify(ratio >= 4.5, what + ": " + ratio.toFixed(2))
        }
        const isSeen = (color, ground, what) => {
            const ratio = contrast(color, ground)
            verify(ratio >= 3, what + ": " + ratio.toFixed(2))
        }
        isReadable(text(banner).color, back, "text")
        isReadable(findChild(banner, "details").color, back, "details")
        isReadable(badge(banner).contentItem.color, over(badge(banner).background.color, back),
                   "badge")
        for (const name of ["detailsButton", "actionButton"]) {
            const button = findChild(banner, name)
            const ground = () => over(button.background.color, back)
            isReadable(button.contentItem.color, ground(), name)
            button.forceActiveFocus(Qt.TabFocusReason)
            verify(button.visualFocus)
            isReadable(button.contentItem.color, ground(), name + ", focused")
            verify(button.background.border.width >= 2)
            isSeen(button.background.border.color, back, name + "'s frame")
            const plain = String(button.background.color)
            waitForRendering(banner, 50)
            button.hoverEnabled = true // as on a desktop
            mouseMove(button, button.width / 2, button.height / 2)
            tryVerify(() => button.hovered)
            isReadable(button.contentItem.color, ground(), name + ", hovered")
            verify(String(button.background.color) !== plain, "hovering is seen")
            const hovered = String(button.background.color)
            mousePress(button)
            tryVerify(() => button.down)
            isReadable(button.contentItem.color, ground(), name + ", pressed")
            verify(String(button.background.color) !== hovered, "pressing is seen")
            mouseMove(banner, 1, 1)
            mouseRelease(banner, 1, 1)
        }
        const glyph = findChild(banner, "glyph")
        isSeen(glyph.color, back, "glyph")
        isSeen(glyph.inkColor, row.severity === Severity.Neutral ? back : glyph.color, "its mark")
    }

    function test_everySeverityHasAShapeOfItsOwn() {
        const looks = []
        for (let severity = Severity.Neutral; severity <= Severity.Error; ++severity) {
            const banner = createTemporaryObject(puppet, root, {
                neutralColor: "black", infoColor: "black", positiveColor: "black",
                warningColor: "black", errorColor: "black" })
            banner.shown.text = "text"
            banner.shown.severity = severity
            waitForRendering(banner, 100)
            const image = grabImage(findChild(banner, "glyph"))
            for (const other of looks)
                verify(!image.equals(other), "severity " + severity)
            looks.push(image)
            banner.visible = false
        }
    }

    function test_eachColourCanBeReplaced() {
        const colours = { neutralColor: "#010203", infoColor: "#020304", positiveColor: "#030405",
                          warningColor: "#040506", errorColor: "#050607" }
        const banner = createTemporaryObject(puppet, root, colours)
        banner.shown.text = "text"
        banner.shown.actionText = "action"
        let severity = Severity.Neutral
        for (const name in colours) {
            banner.shown.severity = severity++
            compare(banner.accentColor, colours[name])
            compare(findChild(banner, "glyph").color, colours[name])
            compare(action(banner).contentItem.color, colours[name])
        }
    }

    Component {
        id: patient
        PatientSocket {
        }
    }
    //! Somebody else's looks, with our sense.
    Component {
        id: restyled
        ConnectionBanner {
            id: own
            width: 400
            animated: false
            background: Rectangle { color: own.accentColor }
            contentItem: Row {
                Text { objectName: "myText"; text: own.shown.text }
                Button {
                    objectName: "myButton"
                    text: own.shown.actionText
                    onClicked: own.trigger()
                }
            }
        }
    }
    function test_itCanBeReplacedWhole() {
        const there = createTemporaryQmlObject("import Holdfast.Test; Server {}", root)
        const socket = createTemporaryObject(patient, root, { url: there.url })
        const banner = createTemporaryObject(restyled, root, { socket: socket })
        banner.status.gracePeriod = 100
        verify(!banner.visible)
        socket.open()
        tryVerify(() => findChild(banner, "myText").text.startsWith("Cannot reach the server"), 5000)
        compare(banner.implicitHeight, Math.ceil(banner.contentItem.implicitHeight
                                                 + banner.topPadding + banner.bottomPadding))
        compare(banner.background.color, banner.warningColor)
        watch(banner, "triggered")
        const button = findChild(banner, "myButton")
        compare(button.text, "Retry now")
        there.start()
        waitForRendering(banner, 100)
        mouseClick(button)
        compare(spy.signalArguments[0][0], StatusAction.Retry)
        tryCompare(socket, "state", ConnectionState.Connected)
    }

    function test_itCanBeReplacedInParts() {
        const banner = createTemporaryObject(byHand, root)
        compare(banner.contentItem.text, "mine")
        compare(banner.background.objectName, "myBackground")
        verify(!findChild(banner, "actionButton"))
    }

    // ---- who cannot see it ----

    function test_aScreenReaderIsToldOnceARow() {
        const it = outage()
        tryVerify(() => root.said.length > 0)
        const before = root.said.length
        compare(it.banner.Accessible.role, Accessible.AlertMessage)
        // The badge is not announced.
        it.socket.sendTextMessage("a")
        tryCompare(badge(it.banner), "text", "1 message waiting")
        compare(it.banner.Accessible.description, "1 message waiting")
        compare(root.said.length, before)

        it.server.start()
        it.socket.retryNow()
        tryCompare(it.banner, "visible", false, 10000)
        // Each row once, in words that a countdown does not change.
        const texts = root.said.map(each => each.text)
        compare(new Set(texts).size, texts.length, texts)
        for (const each of root.said) {
            verify(!/\d/.test(each.text), each.text)
            compare(each.name, each.text)
        }
        verify(texts.includes("Back online"), texts)
    }

    // ---- whose it is ----

    function test_twoBannersShareASocket() {
        const it = createTemporaryObject(twoBanners, root)
        tryCompare(it.first, "openness", 1)
        tryCompare(it.second, "openness", 1)
        tryVerify(() => text(it.first).text === text(it.second).text)
        it.server.start()
        tryVerify(() => action(it.second).visible)
        mouseClick(action(it.second))
        tryCompare(it.socket, "state", ConnectionState.Connected)
        tryCompare(it.first, "visible", false, 10000)
        tryCompare(it.second, "visible", false)
    }

    function test_theSocketMayGoAtAnyTime() {
        const it = outage()
        Cpp.destroy(it.socket)
        tryCompare(it.banner, "visible", false)
        tryCompare(it.content, "y", 0)
        it.banner.trigger()
    }

    function test_aSocketOfCppWillDo() {
        const banner = createTemporaryObject(plainBanner, root)
        const there = createTemporaryQmlObject("import Holdfast.Test; Server {}", root)
        const socket = Cpp.newSocket(there.url, banner)
        banner.socket = socket
        banner.status.gracePeriod = 100
        Cpp.open(socket)
        tryCompare(banner, "openness", 1)
        there.start()
        tryVerify(() => { banner.trigger(); return socket.state === ConnectionState.Connected })
    }

    function test_aCaptivePortalIsOpened() {
        const it = createTemporaryObject(setting, root)
        it.socket.networkMonitor = Cpp.newPortal(it)
        it.socket.url = "ws://255.255.255.255:9/" // where no connection ever leads
        it.socket.open()
        tryCompare(it.banner.shown, "action", StatusAction.OpenPortal)
        compare(it.banner.shown.severity, Severity.Warning)
        compare(it.banner.shown.text, "This network asks you to sign in")
        compare(it.banner.status.portalUrl, "http://neverssl.com/")
        Cpp.catchWebPages(true)
        spy.clear()
        spy.target = Cpp
        spy.signalName = "opened"
        it.banner.trigger()
        compare(spy.count, 1)
        compare(spy.signalArguments[0][0], "http://neverssl.com/")
        it.banner.status.portalUrl = "http://portal.example/"
        it.banner.trigger()
        compare(spy.signalArguments[1][0], "http://portal.example/")
        it.banner.autoOpenPortal = false
        it.banner.trigger()
        compare(spy.count, 2)
        Cpp.catchWebPages(false)
    }
}
