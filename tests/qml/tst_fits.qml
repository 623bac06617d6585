// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls
import QtTest
import Holdfast
import Holdfast.Test

//! Every row in every language and every width: nothing is cut off, nothing covers anything.
TestCase {
    id: root
    name: "Fits"
    when: windowShown
    width: 1000
    height: 600
    visible: true

    property var rows: []
    property bool mirrored: false
    property bool detailsShown: false
    property int fontSize: 0

    // Loads the style that is under test.
    Button {
        y: 570
        text: "below"
    }
    // Brings the module's words before the first row is asked for.
    PendingBadge {
    }
    Column {
        id: gallery
        width: 1000
        Repeater {
            id: banners
            model: root.rows
            ConnectionBanner {
                id: banner
                required property var modelData
                width: gallery.width
                status: null
                animated: false
                openness: 1
                detailsShown: root.detailsShown
                LayoutMirroring.enabled: root.mirrored
                LayoutMirroring.childrenInherit: true
                // By hand, as a font of a binding would overrule the style's.
                onModelDataChanged: take()
                Component.onCompleted: take()
                function take() {
                    for (const name of ["text", "severity", "action", "actionText", "pendingText",
                                        "accessibleText", "details"])
                        shown[name] = modelData[name]
                    if (root.fontSize > 0)
                        font.pixelSize = root.fontSize
                }
            }
        }
    }

    readonly property var parts: ["glyph", "text", "badge", "detailsButton", "actionButton",
        "details"]

    function show(language, pending) {
        Cpp.setUiLanguage(language)
        root.mirrored = language === "ar"
        root.rows = Cpp.rows(pending)
    }
    function cleanup() {
        Cpp.setUiLanguage("")
        root.rows = []
        root.mirrored = false
        root.detailsShown = false
        root.fontSize = 0
    }
    //! What is wrong with a banner; empty: nothing.
    function flaw(banner) {
        const seen = []
        for (const name of parts) {
            const part = findChild(banner, name)
            if (!part.visible)
                continue
            const at = part.mapToItem(banner, 0, 0)
            const box = { name: name, left: at.x, top: at.y, right: at.x + part.width,
                          bottom: at.y + part.height }
            if (box.left < -0.5 || box.right > banner.width + 0.5 || box.top < -0.5
                    || box.bottom > banner.implicitHeight + 0.5)
                return name + " is outside: " + JSON.stringify(box) + " of " + banner.width + "×"
                        + banner.implicitHeight
            const words = part.contentItem ?? part
            if (words.contentWidth !== undefined
                    && (words.truncated || words.contentWidth > words.width + 0.5
                        || words.contentHeight > words.height + 0.5))
                return name + " is cut off: " + words.contentWidth + "×" + words.contentHeight
                        + " in " + words.width + "×" + words.height
            for (const other of seen) {
                if (box.left < other.right - 0.5 && other.left < box.right - 0.5
                        && box.top < other.bottom - 0.5 && other.top < box.bottom - 0.5)
                    return name + " and " + other.name + " overlap"
            }
            seen.push(box)
        }
        if (banner.height < banner.implicitHeight)
            return "it is lower than its content"
        return ""
    }
    function flaws() {
        const found = []
        for (let i = 0; i < banners.count; ++i) {
            const what = flaw(banners.itemAt(i))
            if (what !== "")
                found.push(root.rows[i].name + ": " + what)
        }
        return found.join("; ")
    }
    //! What is wrong when everything has been laid out.
    function flawsThatStay() {
        let found = "?"
        for (let i = 0; i < 20 && found !== ""; ++i) {
            waitForRendering(gallery, 50)
            found = flaws()
        }
        return found
    }

    function test_nothingIsCutOff_data() {
        return Cpp.languages().map(language => ({ tag: language }))
    }
    function test_nothingIsCutOff(row) {
        for (const pending of [0, 12345]) {
            show(row.tag, pending)
            for (const width of [160, 190, 220, 280, 340, 420, 520, 700, 1000]) {
                gallery.width = width
                for (const details of [false, true]) {
                    root.detailsShown = details
                    compare(flawsThatStay(), "", width + " px, " + pending + " pending")
                }
            }
        }
    }

    //! Or the languages are tested in vain.
    function test_everyRowIsTranslated_data() { return test_nothingIsCutOff_data().slice(1) }
    function test_everyRowIsTranslated(row) {
        Cpp.setUiLanguage("en")
        const english = Cpp.rows(3)
        Cpp.setUiLanguage(row.tag)
        const others = Cpp.rows(3)
        compare(others.length, english.length)
        for (let i = 0; i < others.length; ++i) {
            for (const name of ["text", "actionText", "pendingText"])
                verify(english[i][name] === "" || others[i][name] !== english[i][name],
                       english[i].name + ": " + others[i][name])
        }
    }

    function test_norInALargeFont_data() { return [{ tag: "de" }, { tag: "ar" }, { tag: "ja" }] }
    function test_norInALargeFont(row) {
        root.fontSize = 28
        show(row.tag, 12345)
        root.detailsShown = true
        for (const width of [260, 420, 700, 1000]) {
            gallery.width = width
            compare(flawsThatStay(), "", width + " px")
        }
    }

    //! From row to row, nothing jumps: where there is room, all are as high, the glyph is where it
    //! was, and so is the action.
    function test_consecutiveRowsDoNotJump_data() { return test_nothingIsCutOff_data() }
    function test_consecutiveRowsDoNotJump(row) {
        for (const pending of [0, 3]) {
            show(row.tag, pending)
            gallery.width = 1000
            waitForRendering(gallery, 100)
            const edges = banner => {
                const glyph = findChild(banner, "glyph")
                const text = findChild(banner, "text")
                const at = glyph.mapToItem(banner, 0, 0)
                const words = text.mapToItem(banner, root.mirrored ? text.width : 0, 0)
                return [banner.implicitHeight, at.x, at.y, words.x, words.y]
            }
            const edge = banner => {
                const button = findChild(banner, "actionButton")
                const at = button.mapToItem(banner, root.mirrored ? 0 : button.width, 0)
                return [at.x, at.y, button.height]
            }
            let button = null
            for (let i = 0; i < banners.count; ++i) {
                const banner = banners.itemAt(i)
                compare(edges(banner), edges(banners.itemAt(0)), root.rows[i].name)
                if (!findChild(banner, "actionButton").visible)
                    continue
                button = button ?? edge(banner)
                compare(edge(banner), button, root.rows[i].name)
            }
        }
    }
}
