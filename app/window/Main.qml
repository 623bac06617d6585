// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import HoldfastDemo

//! Two lanes under the same weather and the same typing.
ThemedWindow {
    id: window

    required property Stage stage
    required property Languages languages
    width: 1120
    height: 720
    minimumWidth: 720
    minimumHeight: 560
    title: heading.text

    WindowTitle {
        id: heading

        socket: window.stage.holdfast.socket
        calm: qsTr("Holdfast: the connection that stays")
        program: qsTr("Holdfast demo")
    }

    header: WindowBar {
        languages: window.languages
        theme: window.theme
        onThemePicked: theme => window.theme = theme
    }

    // Narrow windows have the weather below the lanes instead of beside them.
    GridLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap
        columns: window.width >= 940 ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        ColumnLayout {
            spacing: Theme.gap

            RowLayout {
                spacing: Theme.gap

                LaneView {
                    lane: window.stage.naive
                    subtitle: qsTr("and the loop that everybody writes")
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                }

                LaneView {
                    lane: window.stage.holdfast
                    subtitle: qsTr("ReconnectingWebSocket")
                    socket: window.stage.holdfast.socket
                    portalUrl: window.stage.weather.portalUrl
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                }
            }

            Composer {
                stage: window.stage
                Layout.fillWidth: true
            }
        }

        WeatherPanel {
            stage: window.stage
            wide: parent.columns === 1
            Layout.fillHeight: !wide
            Layout.fillWidth: wide
            Layout.preferredWidth: wide ? -1 : 228
        }
    }
}
