// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// The client's frames of lib/hub/PROTOCOL.md §2, checked.
const isInt = value => Number.isSafeInteger(value) && value >= 0
const isText = value => typeof value === 'string'
const isObject = value => typeof value === 'object' && value !== null && !Array.isArray(value)
const isCursor = value => isObject(value) && isText(value.epoch) && value.epoch !== '' && isInt(value.lastEventId)
const isBase64 = value => isText(value) && Buffer.from(value, 'base64').toString('base64') === value
const isProfile = value => isObject(value) && (value.room ?? '').length <= 200
const opt = check => value => value === undefined || value === null || check(value)
export const members = { __proto__: null, // of the frames that we know
    hello: { producer: isText, session: opt(isText), cursor: opt(isCursor), profile: opt(isProfile) },
    message: { id: value => isText(value) && value !== '', number: opt(isInt), payload: value => value !== undefined,
        encoding: opt(value => value === 'base64') },
    sync: { epoch: isText, lastEventId: isInt },
    ping: { at: isInt },
}
export function parse(data) { // throws: malformed
    const frame = JSON.parse(data)
    const isGood = isObject(frame) && isText(frame.type) && (!frame.encoding || isBase64(frame.payload))
        && Object.entries(members[frame.type] ?? {}).every(([name, check]) => check(frame[name]))
    if (!isGood) throw new Error('malformed')
    return frame
}
