// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Layouts

/*! What a ConnectionBanner shows: glyph, text, badge, action; and the details below. */
Item {
    id: root

    property string text
    property int severity
    property string badgeText
    property string actionText
    property string detailsText
    property bool detailsShown: false
    property font font
    property color accentColor
    property color textColor
    property color backgroundColor

    signal actionClicked
    signal detailsClicked

    readonly property bool hasBadge: text !== "" && badgeText !== ""
    // The text needs room for a few words beside badge and buttons. Decided by what does not change
    // with the text, so that nothing jumps: where it is narrow, the badge and the details' button go
    // below the text; where it is very narrow, the action too, and one below the other if they must.
    readonly property real room: metrics.averageCharacterWidth * 20
    readonly property real across: width - glyph.width - grid.anchors.leftMargin
    readonly property real besideAction: across - (actionText === "" ? 0 : actionWidth + 4)
    readonly property bool stacked: besideAction < room
                                    || (hasBadge && detailsText !== ""
                                        && across - detailsWidth - 4 < room * 0.7)
    readonly property bool narrow: stacked || besideAction - (hasBadge ? badge.implicitWidth + 4 : 0)
                                   - (detailsText === "" ? 0 : detailsWidth + 4) < room * 1.3
    readonly property bool paired: actionText === "" || detailsText === ""
                                   || detailsWidth + 4 + actionButton.implicitWidth <= across
    readonly property real actionWidth: Math.min(actionButton.implicitWidth,
                                                 Math.max(120, Math.floor(width / 2)))
    readonly property real detailsWidth: detailsButton.implicitWidth

    // A little smaller than the text.
    readonly property font badgeFont: Qt.font({ family: font.family, italic: font.italic,
                                                weight: font.weight,
                                                pixelSize: Math.max(10, Math.round(font.pixelSize * 0.9)) })

    FontMetrics {
        id: metrics
        font: root.font
    }

    TextMetrics {
        id: wordMetrics
        font: root.font
        text: words.text
    }

    // In one line. Known at once, unlike the grid's: else all would be laid out in what had been room
    // for another text, and then again.
    implicitWidth: glyph.width + 10 + place.implicitWidth + (hasBadge ? badge.implicitWidth + 10 : 0)
                   + (detailsText === "" ? 0 : detailsWidth + 4)
                   + (actionText === "" ? 0 : actionButton.implicitWidth + 4)
    implicitHeight: grid.implicitHeight

    // Not in the grid, where texts that span would stretch its column.
    StatusGlyph {
        id: glyph
        objectName: "glyph"

        anchors.left: parent.left
        y: grid.y + place.y + Math.round((place.height - height) / 2)
        severity: root.severity
        color: root.accentColor
        markColor: root.backgroundColor
    }
    GridLayout {
        id: grid

        // At the bottom, and as high as it wants, so that it slides in whole.
        anchors.left: glyph.right
        anchors.leftMargin: 10
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        columnSpacing: 4
        rowSpacing: 4

        // Not the text itself: what a Text that wraps wants to be wide changes while the layout is at
        // work, which begins anew each time, until it gives up.
        Item {
            id: place
            Layout.row: 0
            Layout.column: 0
            // As far as the action, where nothing else is beside it.
            Layout.columnSpan: root.stacked || (root.narrow && root.actionText === "") ? 4
                                                                  : root.narrow ? 3 : 1
            Layout.fillWidth: true
            Layout.minimumHeight: Math.max(28, detailsButton.lineHeight) // as if buttons were beside it
            implicitWidth: Math.ceil(wordMetrics.advanceWidth) + 1
            implicitHeight: words.implicitHeight

            Text {
                id: words
                objectName: "text"
                anchors.fill: parent
                text: root.text === "" ? root.badgeText : root.text
                color: root.textColor
                font: root.font
                textFormat: Text.PlainText
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignLeft
                verticalAlignment: Text.AlignVCenter
                Accessible.ignored: true // the banner says it
            }
        }
        Pill {
            id: badge
            objectName: "badge"
            Layout.row: root.narrow ? 1 : 0
            Layout.column: root.narrow ? 0 : 1
            Layout.columnSpan: root.stacked ? 4 : 1
            Layout.fillWidth: root.narrow // may shrink below its preference, and wraps then
            Layout.maximumWidth: implicitWidth
            Layout.rightMargin: root.detailsText === "" && root.actionText === "" ? 6 : 0
            visible: root.hasBadge
            text: root.badgeText
            font: root.badgeFont
            textColor: root.textColor
        }
        BannerButton {
            id: detailsButton
            objectName: "detailsButton"
            Layout.row: root.stacked ? 2 : root.narrow ? 1 : 0
            Layout.column: root.stacked ? 0 : 2
            Layout.columnSpan: root.stacked ? (root.paired && root.actionText !== "" ? 3 : 4)
                                            : root.narrow ? 2 : 1
            Layout.maximumWidth: grid.width
            Layout.alignment: Qt.AlignRight | Qt.AlignVCenter
            visible: root.detailsText !== ""
            text: root.detailsShown ? qsTr("Hide details") : qsTr("Details")
            textFont: root.font
            textColor: root.textColor
            onClicked: root.detailsClicked()
        }
        BannerButton {
            id: actionButton
            objectName: "actionButton"
            Layout.row: root.stacked ? (root.paired ? 2 : 3) : 0
            Layout.column: root.stacked && !root.paired ? 0 : 3
            Layout.columnSpan: root.stacked && !root.paired ? 4 : 1
            Layout.maximumWidth: root.stacked ? grid.width : root.actionWidth
            Layout.alignment: Qt.AlignRight | Qt.AlignVCenter
            visible: root.actionText !== ""
            text: root.actionText
            textFont: root.font
            isMain: true
            textColor: root.accentColor
            onClicked: root.actionClicked()
        }
        Text {
            objectName: "details"
            Layout.row: 4
            Layout.column: 0
            Layout.columnSpan: 4
            Layout.fillWidth: true
            Layout.bottomMargin: 4
            visible: root.detailsShown && root.detailsText !== ""
            text: root.detailsText
            color: root.textColor
            font: root.font
            textFormat: Text.PlainText // some of it is the server's, who is a stranger
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignLeft
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
}
