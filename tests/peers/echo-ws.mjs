#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// An echo server over Debian's node-ws. `echo-ws.mjs [--port N] [--no-echo]`, on loopback; 0 is any port.
// First line on stdout {"port":n}, then one line for each message read: {"received":"text","connection":n};
// {"opened":n} before the first of a connection, {"closed":n} after the last.
// Ends when its stdin does, so that no test leaves one behind.

import { writeSync } from 'node:fs'
import { createRequire } from 'node:module'

process.env.NODE_PATH = '/usr/share/nodejs'
const require = createRequire(import.meta.url)
require('node:module').Module._initPaths()
const WebSocket = require('ws')

const args = process.argv.slice(2)
const echoes = !args.includes('--no-echo')
const portAt = args.indexOf('--port')
const port = portAt < 0 ? 0 : Number(args[portAt + 1])

// Whole and at once: a line that was said stays said when this process is killed.
function say(line) {
    const bytes = Buffer.from(JSON.stringify(line) + '\n')
    for (let written = 0; written < bytes.length;) {
        try {
            written += writeSync(1, bytes, written)
        } catch (error) {
            if (error.code !== 'EAGAIN')
                process.exit(0) // nobody listens any more
        }
    }
}

let connections = 0
const server = new WebSocket.Server({ host: '127.0.0.1', port })
server.on('listening', () => say({ port: server.address().port }))
server.on('error', error => {
    console.error(String(error))
    process.exit(1)
})
server.on('connection', socket => {
    const connection = ++connections
    socket.on('error', () => {})
    say({ opened: connection })
    socket.on('close', () => say({ closed: connection }))
    socket.on('message', (data, isBinary) => {
        // As text in either case; ws 7 tells the two apart by type, ws 8 by a flag.
        const binary = isBinary ?? typeof data !== 'string'
        say({ received: data.toString(), connection })
        if (echoes)
            socket.send(data, { binary })
    })
})

process.stdin.on('close', () => process.exit(0))
process.stdin.on('end', () => process.exit(0))
process.stdin.on('error', () => process.exit(0))
process.stdin.resume()
