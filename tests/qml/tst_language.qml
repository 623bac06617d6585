// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtTest
import Holdfast
import Holdfast.Test

//! The module's own words follow the language of the engine.
TestCase {
    id: root
    name: "Language"
    when: windowShown
    width: 300
    height: 100
    visible: true

    ReconnectingWebSocket {
        id: socket
    }
    PendingBadge {
        id: badge
        socket: socket
    }
    ConnectionIndicator {
        id: indicator
        y: 40
        socket: socket
    }
    ConnectionTimeline {
        id: timeline
        y: 60
        socket: socket
    }

    function init() {
        Cpp.setUiLanguage("")
        socket.clearPending()
        tryCompare(badge, "visible", false)
    }
    function cleanupTestCase() { Cpp.setUiLanguage("") }

    function test_theBadgeSpeaksProperEnglish() {
        verify(!badge.visible)
        compare(Cpp.badge(3), "3 messages waiting") // by a translation
        socket.sendTextMessage("a")
        tryCompare(badge, "text", "1 message waiting")
        verify(badge.visible)
        socket.sendTextMessage("b")
        socket.sendTextMessage("c")
        tryCompare(badge, "text", "3 messages waiting")
        // Also where nobody has translated it, and whenever the language changes.
        Cpp.setUiLanguage("tlh")
        compare(Qt.uiLanguage, "tlh")
        compare(badge.text, "3 messages waiting")
        Cpp.setUiLanguage("en_GB")
        compare(badge.text, "3 messages waiting")
        socket.sendTextMessage("d")
        tryCompare(badge, "text", "4 messages waiting")
    }

    function test_everythingFollowsTheLanguageAtRunTime_data() {
        return [{ tag: "de_DE", badge: "3 Nachrichten warten", state: "Nicht verbunden",
                  now: "jetzt" },
                { tag: "de_AT", badge: "3 Nachrichten warten", state: "Nicht verbunden",
                  now: "jetzt" },
                { tag: "fr", badge: "3 messages en attente", state: "Non connecté",
                  now: "maintenant" },
                { tag: "es_MX", badge: "3 mensajes en espera", state: "Sin conexión",
                  now: "ahora" },
                { tag: "pt_BR", badge: "3 mensagens na fila", state: "Não conectado",
                  now: "agora" },
                { tag: "pt_PT", badge: "3 mensagens na fila", state: "Não conectado",
                  now: "agora" },
                { tag: "ja_JP", badge: "3 件のメッセージが待機中", state: "未接続", now: "現在" },
                { tag: "zh_CN", badge: "3 条消息待发送", state: "未连接", now: "现在" },
                { tag: "zh_SG", badge: "3 条消息待发送", state: "未连接", now: "现在" },
                { tag: "ar_EG", badge: "3 رسائل في الانتظار", state: "غير متصل", now: "الآن" },
                { tag: "ru_RU", badge: "3 сообщения ждут отправки", state: "Не подключено",
                  now: "сейчас" },
                { tag: "zh_TW", badge: "3 messages waiting", state: "Not connected",
                  now: "now" },
                { tag: "en_GB", badge: "3 messages waiting", state: "Not connected",
                  now: "now" }]
    }
    function test_everythingFollowsTheLanguageAtRunTime(row) {
        for (const text of ["a", "b", "c"])
            socket.sendTextMessage(text)
        Cpp.setUiLanguage(row.tag)
        tryCompare(badge, "text", row.badge) // of lib/ui
        compare(indicator.text, row.state) // of the module
        compare(indicator.Accessible.name, row.state)
        compare(findChild(timeline, "now").text, row.now)
    }
}
