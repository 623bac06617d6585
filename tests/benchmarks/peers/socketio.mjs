// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// socket.io-client over its WebSocket transport. As it comes ("socket.io-client") it keeps what is
// emitted while there is no connection, at most once. With `retries` it promises at least once, in
// order: each packet waits for the server's acknowledgement of the one before, and is emitted again
// after ackTimeout.

import { packageName, play, require, url } from './common.mjs';

const { io } = require('socket.io-client');
const options = packageName === 'retries' ? { retries: 100, ackTimeout: 2000 } : {};
const socket = io(url, { transports: ['websocket'], ...options });

const most = packageName === 'retries' ? 100 : 1000; // packets
let acknowledged = 0;
let emitted = 0;
const emit = text => {
    ++emitted;
    if (packageName === 'retries')
        socket.emit('m', text, () => ++acknowledged);
    else
        socket.emit('m', text);
};
const isFull = () => (packageName === 'retries' ? emitted - acknowledged >= most
                                                : socket.io.engine.writeBuffer.length >= most);
socket.once('connect', () => play(emit, isFull));
