// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtTest
import Holdfast.Test

//! Each component brings the module's words by itself: here no ReconnectingWebSocket of QML does.
TestCase {
    id: root
    name: "Words"

    function test_whatIsUsedAloneSpeaksTheLanguage_data() {
        return [{ tag: "ConnectionBanner", language: "de", badge: "3 Nachrichten warten" },
                { tag: "PendingBadge", language: "fr", badge: "3 messages en attente" },
                { tag: "ConnectionIndicator", language: "es", badge: "3 mensajes en espera" },
                { tag: "ConnectionTimeline", language: "ja", badge: "3 件のメッセージが待機中" }]
    }
    function test_whatIsUsedAloneSpeaksTheLanguage(row) {
        // An engine of its own, which has been told nothing else.
        compare(Cpp.badgeBeside(row.tag, row.language, 3), row.badge)
    }
}
