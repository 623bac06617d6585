// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import Holdfast

//! Dials once, and then not for an hour unless asked.
QuickSocket {
    policy {
        base: 3600000
        cap: 3600000
        jitter: Jitter.None
    }
}
