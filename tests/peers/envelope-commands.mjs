// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// What tests make envelope-server.mjs do, a line of JSON each on stdin: {"publish":payload} {"count":N}: N events 1 to N,
// {"trim":N} {"forget":true}, all for {"room":R}; {"drain":{"retryAfter":MS,"spread":MS}}. It ends with its stdin, and says
// goodbye on SIGTERM.
import { createInterface } from 'node:readline'

export function obeyCommands({ server, roomOf, publish, forgetLog }) {
    const drain = hint => server.clients.forEach(socket => {
        socket.send(JSON.stringify({ type: 'goodbye', reason: 'restart', ...hint }))
        socket.close(4001, JSON.stringify(hint))
    })
    process.on('SIGTERM', () => drain({ retryAfter: 1000, spread: 1000 }) || server.close(() => process.exit()))
    createInterface({ input: process.stdin }).on('close', () => process.exit()).on('line', line => {
        const { publish: payload, count = 0, trim = 0, forget, drain: hint, room: name = '' } = JSON.parse(line)
        const room = roomOf(name)
        if (payload !== undefined) publish(room, payload)
        for (let i = 1; i <= count; ++i) publish(room, i)
        room.events.splice(0, trim)
        if (forget) forgetLog(room)
        if (hint) drain(hint)
    })
}
