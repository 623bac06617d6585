// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import Holdfast

//! Retries at once, and lets everybody dial.
ReconnectingWebSocket {
    policy {
        base: 10
        factor: 1.5
        cap: 40
        floor: 1
        burst: 1000
        refill: 1
        gap: 0
        firstRetrySpread: 10
        restartSpread: 10
        overloadWait: 10
    }
}
