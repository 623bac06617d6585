#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// A server of lib/hub/PROTOCOL.md over Debian's node-ws, on loopback. Prints `ready <port>`, then a line of JSON for each
// message that it accepted. --port N, --history N events, --grace MS, --users: the identity is the query's `user`,
// --reject-every N [--retry-after MS], --drop-acks P [--seed N], --forgetful: receivedThrough is null. The tests' commands
// on stdin are in envelope-commands.mjs.
import { randomUUID } from 'node:crypto'
import { createRequire, Module } from 'node:module'
import { parseArgs } from 'node:util'
import { obeyCommands } from './envelope-commands.mjs'
import { members, parse } from './envelope-frames.mjs'

process.env.NODE_PATH ??= '/usr/share/nodejs'
Module._initPaths()
const { Server } = createRequire(import.meta.url)('ws')
const option = fallback => ({ type: 'string', default: fallback })
const { values: options } = parseArgs({ options: { port: option('0'), history: option('10000'), grace: option('30000'),
    'reject-every': option('0'), 'retry-after': option(), 'drop-acks': option('0'), seed: option('1'),
    users: { type: 'boolean' }, forgetful: { type: 'boolean' } } })

const isText = value => typeof value === 'string'
const maxMessageBytes = 1 << 20, maxUnsentBytes = 8 << 20, batchEvents = 256, batchBytes = 1 << 20
const rooms = new Map() // name → { name, epoch, head, events: [json…], sessions }
const sessions = new Map() // id → { id, identity, user, room, client, leaving }
const accepted = new Map() // identity and producer → the highest number

const send = (client, frame) => client.socket.send(JSON.stringify(frame))
const close = (client, code, reason) => {
    client.takes = null // nothing that it sent is looked at any more
    client.socket.close(code, reason)
}

// ---- messages (§4) ----
let offers = 0, luck = Number(options.seed)
const random = () => (luck = (luck * 48271) % 2147483647) / 2147483647
function message(client, { id, number, payload, encoding }) {
    if (client.refused && number !== client.refused) return
    client.refused = 0
    const producer = number && id.endsWith(`-${number}`) ? id.slice(0, -`-${number}`.length) : null
    const account = JSON.stringify([client.identity, producer])
    const isDuplicate = producer !== null && number <= accepted.get(account)
    if (!isDuplicate && ++offers % options['reject-every'] === 0) { // never, if that is 0
        const retryAfter = options['retry-after'] && Number(options['retry-after'])
        send(client, { type: 'reject', number, reason: 'every so often', retryAfter })
        if (retryAfter !== undefined) return void (client.refused = number)
    } else if (!isDuplicate) {
        accepted.set(account, number)
        console.log(JSON.stringify({ id, number, payload, encoding, room: client.session.room.name }))
    }
    if (number && !client.through) setImmediate(acknowledge, client)
    client.through = number || client.through
}
function acknowledge(client) {
    if (random() >= options['drop-acks']) send(client, { type: 'ack', through: client.through })
    client.through = 0
}

// ---- events (§5) ----
const freshLog = () => ({ epoch: randomUUID(), head: 0, events: [] })
const roomOf = name => rooms.get(name) ?? rooms.set(name, { name, ...freshLog(), sessions: new Set() }).get(name)
function publish(room, payload) {
    const json = JSON.stringify({ id: ++room.head, payload })
    room.events.push(json)
    room.events.splice(0, room.events.length - options.history)
    for (const { client } of room.sessions) {
        if (client && !client.syncing) client.socket.send(`{"type":"event",${json.slice(1)}`)
        if (client?.socket.bufferedAmount > maxUnsentBytes) close(client, 4408, 'slow consumer')
    }
}
function forgetLog(room) {
    Object.assign(room, freshLog())
    for (const { client } of room.sessions) if (client) sync(client, { epoch: 'the old one' }) // unasked: reset
}
function sync(client, { epoch, lastEventId }) {
    const { room } = client.session
    const oldest = room.head - room.events.length + 1
    const reason = epoch !== room.epoch ? 'epoch-changed' : lastEventId > room.head ? 'cursor-ahead'
        : lastEventId + 1 < oldest ? 'history-trimmed' : null
    client.syncing = null
    if (reason) return send(client, { type: 'reset', reason, epoch: room.epoch, head: room.head })
    let bytes = 0
    const events = room.events.slice(lastEventId + 1 - oldest, lastEventId + 1 - oldest + batchEvents)
        .filter((json, i) => (bytes += Buffer.byteLength(json)) < batchBytes || i === 0)
    const next = { epoch, lastEventId: lastEventId + events.length }
    const more = next.lastEventId < room.head
    if (more) client.syncing = next
    client.socket.send(`{"type":"sync-batch","events":[${events}],"more":${more}}`,
        () => client.syncing === next && sync(client, next)) // when this batch has left
}

// ---- sessions and presence (§6, §7) ----
const others = session => [...session.room.sessions].filter(other => other !== session)
const tell = (session, event) => others(session).forEach(
    ({ client }) => client && send(client, { type: 'presence', event, user: session.user }))
function hello(client, { producer, session: id, cursor, profile }) {
    const word = name => isText(profile?.[name]) && profile[name].length <= 200 ? profile[name] : undefined
    const room = roomOf(word('room') ?? ''), { epoch, head } = room, { identity } = client
    const found = sessions.get(id)
    const resumed = found?.identity === identity && found.room === room
    const session = resumed ? found : { id: randomUUID(), identity, room, user: { id: randomUUID(), name: word('name') } }
    const wasAway = !session.client
    clearTimeout(session.leaving)
    if (!wasAway) close(session.client, 4409, 'replaced')
    Object.assign(session, { client })
    Object.assign(client, { session, takes: { __proto__: null, message, sync, ping } })
    sessions.set(session.id, session)
    room.sessions.add(session)
    const receivedThrough = options.forgetful ? null : accepted.get(JSON.stringify([identity, producer])) ?? null
    send(client, { type: 'welcome', session: session.id, resumed, epoch, head, receivedThrough, maxMessageBytes })
    const users = others(session).slice(0, 1000).map(({ user, client }) => ({ ...user, state: client ? 'online' : 'away' }))
    send(client, { type: 'presence', event: 'users', users })
    if (cursor) sync(client, cursor)
    if (wasAway) tell(session, resumed ? 'user_reconnected' : 'user_joined')
}
function away(client, session) {
    if (session?.client !== client) return // never welcomed, or taken over
    session.client = null
    tell(session, 'user_away')
    session.leaving = setTimeout(() => {
        session.room.sessions.delete(session)
        sessions.delete(session.id)
        tell(session, 'user_left')
    }, options.grace)
}

// ---- connections (§3, §8) ----
const ping = (client, { at }) => send(client, { type: 'pong', at })
const handleProtocols = offered => offered.has('holdfast.v1.json') && 'holdfast.v1.json'
const server = new Server({ host: '127.0.0.1', port: +options.port, maxPayload: maxMessageBytes, handleProtocols })
server.on('listening', () => console.log(`ready ${server.address().port}`))
server.on('connection', (socket, request) => {
    const identity = options.users ? new URL(request.url, 'ws://localhost').searchParams.get('user') : ''
    const client = { socket, identity, takes: { __proto__: null, hello, ping } }
    socket.on('error', () => {}).on('close', () => away(client, client.session)) // which follows an error
    if (!socket.protocol || identity === null) return close(client, socket.protocol ? 4401 : 4400)
    setTimeout(() => client.session || close(client, 4400, 'no hello'), 10_000).unref()
    socket.on('message', (data, isBinary) => {
        if (!client.takes) return
        try {
            const frame = parse(isBinary ? '' : data)
            const isOfLater = client.session && !members[frame.type] // a later version's: ignored
            if (!isOfLater) client.takes[frame.type](client, frame)
        } catch { close(client, 4400, 'bad frame') }
    })
})
obeyCommands({ server, roomOf, publish, forgetLog })
