// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// reconnecting-websocket and partysocket: a WebSocket that opens itself again. They promise to keep
// what is sent while there is no connection; what was written to a connection that then broke is
// not their business, and there is no heartbeat. As they come, no option changed.

import { packageName, play, require, url } from './common.mjs';

const { WebSocket } = require('ws');
const found = require(packageName === 'partysocket' ? 'partysocket/ws' : packageName);
const ReconnectingWebSocket = found.default ?? found.WebSocket ?? found;

const socket = new ReconnectingWebSocket(url, [], { WebSocket });
socket.addEventListener('error', () => {});
socket.addEventListener('open', () => play(text => socket.send(text), () => socket.bufferedAmount > 1024 * 1024));
