#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// A server of lib/hub/PROTOCOL.md over Debian's node-ws, on loopback. Prints `ready <port>`, then a line of JSON for each
// message that it accepted. --port N, --history N events, --grace MS, --users: the identity is the query's `user`,
// --reject-every N [--retry-after MS], --drop-acks P [--seed N], --forgetful: receivedThrough is null. Commands on stdin, a
// line of JSON each: {"publish":payload} {"count":N}: N events 1 to N, {"trim":N} {"forget":true}, all for {"room":R};
// {"drain":{"retryAfter":MS,"spread":MS}}. Ends with its stdin; says goodbye on SIGTERM.
import { randomUUID } from 'node:crypto'
import { createRequire, Module } from 'node:module'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'

process.env.NODE_PATH ??= '/usr/share/nodejs'
Module._initPaths()
const { Server } = createRequire(import.meta.url)('ws')
const option = fallback => ({ type: 'string', default: fallback })
const { values: options } = parseArgs({ options: { port: option('0'), history: option('10000'), grace: option('30000'),
    'reject-every': option('0'), 'retry-after': option(), 'drop-acks': option('0'), seed: option('1'),
    users: { type: 'boolean' }, forgetful: { type: 'boolean' } } })
const maxMessageBytes = 1 << 20, maxUnsentBytes = 8 << 20, batchEvents = 256, batchBytes = 1 << 20
const rooms = new Map() // name → { name, epoch, head, events: [json…], sessions }
const sessions = new Map() // id → { id, identity, user, room, client, leaving }
const accepted = new Map() // identity and producer → the highest number

// ---- frames (§2) ----
const isInt = value => Number.isSafeInteger(value) && value >= 0
const isText = value => typeof value === 'string'
const isObject = value => typeof value === 'object' && value !== null && !Array.isArray(value)
const isCursor = value => isObject(value) && isText(value.epoch) && value.epoch !== '' && isInt(value.lastEventId)
const isBase64 = value => isText(value) && Buffer.from(value, 'base64').toString('base64') === value
const isProfile = value => isObject(value) && (value.room ?? '').length <= 200
const opt = check => value => value === undefined || value === null || check(value)
const members = { __proto__: null, // of the frames that we know
    hello: { producer: isText, session: opt(isText), cursor: opt(isCursor), profile: opt(isProfile) },
    message: { id: value => isText(value) && value !== '', number: opt(isInt), payload: value => value !== undefined,
        encoding: opt(value => value === 'base64') },
    sync: { epoch: isText, lastEventId: isInt },
    ping: { at: isInt },
}
function parse(data) { // throws: malformed
    const frame = JSON.parse(data)
    const isGood = isObject(frame) && isText(frame.type) && (!frame.encoding || isBase64(frame.payload))
        && Object.entries(members[frame.type] ?? {}).every(([name, check]) => check(frame[name]))
    if (!isGood) throw new Error('malformed')
    return frame
}
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
