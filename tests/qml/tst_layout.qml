// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Layouts
import QtTest
import Holdfast
import Holdfast.Test

//! A banner that slides into a ColumnLayout, as its documentation shows it. What Qt says of a layout
//! that does not come to rest is a warning, which fails the test.
TestCase {
    id: root
    name: "Layout"
    when: windowShown
    width: 700
    height: 600
    visible: true

    property var rows: []
    property int columnWidth

    // Brings the module's words before the first row is asked for.
    PendingBadge {
    }
    Component {
        id: page
        Item {
            property alias columns: columns
            Repeater {
                id: columns
                model: root.rows
                ColumnLayout {
                    readonly property alias banner: banner
                    readonly property alias rest: rest
                    width: root.columnWidth
                    height: 200
                    spacing: 0
                    ConnectionBanner {
                        id: banner
                        status: null
                        animated: true
                        openness: 0
                        Layout.fillWidth: true
                    }
                    Item {
                        id: rest
                        Layout.fillHeight: true
                    }
                }
            }
        }
    }

    //! Whole, and nothing of it covers anything.
    function check(banner, name) {
        tryCompare(banner, "openness", 1)
        tryVerify(() => banner.height === banner.contentItem.implicitHeight + banner.topPadding
                        + banner.bottomPadding, 5000, name)
        const parts = ["glyph", "text", "badge", "detailsButton", "actionButton"]
        const boxes = parts.map(part => findChild(banner, part)).filter(part => part.visible).map(part => {
            const at = part.mapToItem(banner, 0, 0)
            return Qt.rect(at.x, at.y, part.width, part.height)
        })
        for (let i = 0; i < boxes.length; ++i) {
            verify(boxes[i].top >= 0 && boxes[i].bottom <= banner.height + 0.5, name)
            for (let j = 0; j < i; ++j) {
                const one = boxes[i], other = boxes[j]
                verify(one.left >= other.right - 0.5 || other.left >= one.right - 0.5
                       || one.top >= other.bottom - 0.5 || other.top >= one.bottom - 0.5, name)
            }
        }
        // It is as high as its words need: nothing is left of a layout that gave up.
        const text = findChild(banner, "text")
        const least = findChild(banner, "detailsButton").lineHeight
        fuzzyCompare(text.height, Math.max(28, least, text.contentHeight), 1, name)
    }

    function test_itComesToRest_data() {
        const data = []
        for (const width of [240, 330, 450, 560, 680]) {
            for (const pending of [0, 3])
                data.push({ tag: width + " px, " + pending + " pending", width: width, pending: pending })
        }
        return data
    }
    function test_itComesToRest(row) {
        root.columnWidth = row.width
        root.rows = Cpp.rows(row.pending)
        const it = createTemporaryObject(page, root)
        waitForRendering(it) // there has been a frame without it
        for (let i = 0; i < root.rows.length; ++i) {
            const banner = it.columns.itemAt(i).banner
            banner.openness = 1
            for (const name of ["text", "severity", "action", "actionText", "pendingText",
                                "accessibleText", "details"])
                banner.shown[name] = root.rows[i][name]
        }
        for (let i = 0; i < root.rows.length; ++i) {
            const column = it.columns.itemAt(i)
            check(column.banner, root.rows[i].name)
            tryCompare(column.rest, "height", 200 - column.banner.height)
        }
    }
}
