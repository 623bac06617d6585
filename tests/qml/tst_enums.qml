// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

import QtQuick
import QtTest
import Holdfast
import Holdfast.Test

//! QML sees every key of every enum with C++'s value. (Two enums that share a namespace would clash
//! silently.)
TestCase {
    id: root
    name: "Enums"

    function test_everyValueIsThatOfCpp_data() {
        const rows = []
        const enums = Cpp.enums()
        for (const name in enums)
            rows.push({ tag: name, keys: enums[name] })
        return rows
    }
    function test_everyValueIsThatOfCpp(row) {
        const keys = Object.keys(row.keys)
        verify(keys.length > 0)
        const list = keys.map(key => row.tag + "." + key).join(", ")
        const seen = createTemporaryQmlObject("import QtQml; import Holdfast
            QtObject { property var values: [" + list + "] }", root).values
        for (let i = 0; i < keys.length; ++i)
            compare(seen[i], row.keys[keys[i]], row.tag + "." + keys[i])
    }

    function test_allAreThere() {
        compare(Object.keys(Cpp.enums()).sort(),
                ["CommitMode", "ConnectionState", "CursorMode", "DeliveryProof", "ErrorCategory", "Jitter",
                 "Liveness", "MessageFailure", "OverflowPolicy", "Reachability", "Reason", "ResyncReason",
                 "Severity", "StatusAction", "TransportMedium", "WaitReason"])
    }

    function test_anErrorIsAValue() {
        const socket = createTemporaryQmlObject(
            "import Holdfast; import QtQml; ReconnectingWebSocket { property var copy: lastError }", root)
        compare(socket.copy.category, ErrorCategory.None)
        compare(socket.copy.closeCode, 0)
        compare(socket.copy.reason, "")
        compare(socket.copy.willRetry, false)
    }
}
