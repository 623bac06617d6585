#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT
"""Misbehaving WebSocket and HTTP servers, one behaviour per port, on loopback. `badserver.py [CERTIFICATES]`

The first line on stdout is a JSON object {"name":port,…}; then one line for each connection that is over:
{"endpoint":"echo","how":"reset"|"end"|"done","bytes":n,"close":code}, where `how` tells whether the client
reset it, ended it, or the endpoint was done with it, `bytes` what was read of the client's after the upgrade
request, and `close` the code of the client's close frame (0: none came).

CERTIFICATES is a folder with server.pem, server.key, selfsigned.pem and selfsigned.key; without it there are
no TLS endpoints. Ends when its stdin does, so that no test leaves one behind.
"""
import asyncio
import base64
import email.utils
import hashlib
import json
import os
import socket
import ssl
import struct
import sys
import threading
import time

PAUSE = 0.02  # so that the client gets what follows apart from what came before
TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10
ENDPOINTS = {}


def endpoint(function):
    ENDPOINTS[function.__name__] = function
    return function


def frame(opcode, payload=b"", fin=True, rsv=0, mask=b""):
    head = bytes([(0x80 if fin else 0) | rsv << 4 | opcode])
    masked = 0x80 if mask else 0
    if len(payload) < 126:
        head += bytes([masked | len(payload)])
    elif len(payload) < 65536:
        head += struct.pack(">BH", masked | 126, len(payload))
    else:
        head += struct.pack(">BQ", masked | 127, len(payload))
    return head + mask + (unmasked(payload, mask) if mask else payload)


def unmasked(payload, mask):
    size = len(payload)
    key = (mask * (size // 4 + 1))[:size]
    return (int.from_bytes(payload, "big") ^ int.from_bytes(key, "big")).to_bytes(size, "big")


def closing(code, reason=b""):
    return frame(CLOSE, struct.pack(">H", code) + reason)


def accept_of(key):
    digest = hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()
    return base64.b64encode(digest).decode()


class Peer:
    """The client, as an endpoint sees it."""

    def __init__(self, reader, writer):
        self.reader, self.writer = reader, writer
        self.bytes, self.close = 0, 0

    async def request(self):
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin1")
        lines = (line.partition(":") for line in head.split("\r\n")[1:])
        return {name.strip().lower(): value.strip() for name, _, value in lines}

    async def say(self, data):
        self.writer.write(data)
        await self.writer.drain()

    async def send(self, opcode, payload=b"", fin=True):
        await self.say(frame(opcode, payload, fin))

    async def upgrade(self, extra="", tail=b"", connection="Upgrade", version="1.1", accept=None):
        """Shakes hands; `tail` goes into the same segment."""
        headers = await self.request()
        accept = accept or accept_of(headers.get("sec-websocket-key", ""))
        await self.say((f"HTTP/{version} 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: {connection}\r\n"
                        f"Sec-WebSocket-Accept: {accept}\r\n{extra}\r\n").encode() + tail)
        return headers

    async def read(self, count):
        data = await self.reader.readexactly(count)
        self.bytes += count
        return data

    async def frame(self):
        """The next frame: opcode, payload, fin."""
        first, second = await self.read(2)
        size = second & 127
        if size == 126:
            size, = struct.unpack(">H", await self.read(2))
        elif size == 127:
            size, = struct.unpack(">Q", await self.read(8))
        mask = await self.read(4) if second & 128 else b""
        payload = await self.read(size)
        if mask:
            payload = unmasked(payload, mask)
        if first & 15 == CLOSE and size >= 2:
            self.close, = struct.unpack(">H", payload[:2])
        return first & 15, payload, bool(first & 128)

    async def listen(self):
        """Reads frames and answers none, until the client is gone."""
        while True:
            await self.frame()

    async def swallow(self):
        """Reads bytes, until the client is gone."""
        while True:
            await self.read(1)
            self.bytes += len(await self.reader.read(65536))

    async def echo(self, answers=(PING, CLOSE)):
        while True:
            opcode, payload, fin = await self.frame()
            if opcode < CLOSE:
                await self.send(opcode, payload, fin)
            elif opcode == PING and PING in answers:
                await self.send(PONG, payload)
            elif opcode == CLOSE and CLOSE in answers:
                return await self.send(CLOSE, payload)

    def reset(self):
        wire = self.writer.get_extra_info("socket")
        if not wire:
            raise ConnectionResetError  # the client was quicker
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()


# ---- no upgrade at all ----

@endpoint
async def mute(peer):
    """Accepts TCP and never answers."""
    await peer.swallow()


@endpoint
async def halfheader(peer):
    await peer.request()
    await peer.say(b"HTTP/1.1 101 Switching Protocols\r\nUpgr")
    await peer.swallow()


@endpoint
async def banner(peer):
    """A real SSH server: says its line and waits."""
    await peer.say(b"SSH-2.0-OpenSSH_9.2\r\n")
    await peer.swallow()


@endpoint
async def garbage(peer):
    await peer.request()
    await peer.say(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")
    await peer.swallow()


@endpoint
async def badstatus(peer):
    await peer.request()
    await peer.say(b"HTTP/1.1 hello\r\n\r\n")
    await peer.swallow()


@endpoint
async def hugehead(peer):
    """A head of 100 KiB."""
    await peer.request()
    filler = b"".join(b"X-%d: %s\r\n" % (i, b"x" * 1000) for i in range(100))
    await peer.say(b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 7\r\n" + filler + b"\r\n")
    await peer.swallow()


@endpoint
async def notls(peer):
    """Answers a TLS greeting in plain text."""
    await peer.reader.read(1)
    await peer.say(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    await peer.swallow()


@endpoint
async def fin_onaccept(peer):
    pass


@endpoint
async def fin_prehandshake(peer):
    await peer.request()


@endpoint
async def rst_onaccept(peer):
    peer.reset()


@endpoint
async def rst_pre(peer):
    await peer.request()
    peer.reset()


def http(code, text, headers="", body=b"", close=True, pause=0.0):
    async def answer(peer):
        await peer.request()
        await peer.say((f"HTTP/1.1 {code} {text}\r\nContent-Length: {len(body)}\r\n{headers}"
                        f"Connection: {'close' if close else 'keep-alive'}\r\n\r\n").encode())
        if pause:
            await asyncio.sleep(pause)
        await peer.say(body)
        if not close:
            await peer.swallow()
    return answer


async def h503date(peer):
    """Retry-After as a date, two minutes from now."""
    date = email.utils.formatdate(time.time() + 120, usegmt=True)
    await http(503, "Service Unavailable", f"Retry-After: {date}\r\n")(peer)


BASIC = "WWW-Authenticate: Basic realm=\"x\"\r\n"
AFTER7 = "Retry-After: 7\r\n"
ENDPOINTS |= {
    "h200": http(200, "OK", body=b"<html></html>"),
    "h301": http(301, "Moved Permanently", "Location: ws://127.0.0.1:9/\r\n"),
    "h302": http(302, "Found", "Location: ws://127.0.0.1:9/\r\n"),
    "h400": http(400, "Bad Request", body=b"no"),
    "h401": http(401, "Unauthorized", BASIC, b"nope"),
    "h401ka": http(401, "Unauthorized", BASIC, b"nope", close=False),
    "h403": http(403, "Forbidden", body=b"<html>no</html>"),
    "h404": http(404, "Not Found"),
    "h407": http(407, "Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"x\"\r\n"),
    "h410": http(410, "Gone"),
    "h426": http(426, "Upgrade Required", "Upgrade: websocket\r\nSec-WebSocket-Version: 99\r\n"),
    "h429": http(429, "Too Many Requests", "Retry-After: 3\r\n", close=False),
    "h500": http(500, "Internal Server Error", body=b"oops"),
    "h502": http(502, "Bad Gateway"),
    "h503": http(503, "Service Unavailable", AFTER7, b"busy"),
    "h503ka": http(503, "Service Unavailable", AFTER7, b"busy", close=False),
    "h503late": http(503, "Service Unavailable", AFTER7, b"line1\r\n\r\nline2\r\n", close=False, pause=PAUSE),
    "h503soon": http(503, "Service Unavailable", "Retry-After: soon\r\n"),
    "h503date": h503date,
    "h504": http(504, "Gateway Timeout"),
}


def inject(code, body):
    """An HTTP body that looks like frames."""
    async def answer(peer):
        await peer.request()
        await peer.say(f"HTTP/1.1 {code} Nope\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
        await peer.swallow()
    return answer


ENDPOINTS |= {
    "inject": inject(403, frame(TEXT, b"INJECTED")),
    "injectclose": inject(503, closing(4001, b"fake")),
}


# ---- an upgrade that is not one ----

@endpoint
async def badsub(peer):
    await peer.upgrade("Sec-WebSocket-Protocol: notasked\r\n")
    await peer.swallow()


@endpoint
async def connmulti(peer):
    """Legal (RFC 6455 §4.1), but Qt compares the whole value."""
    await peer.upgrade(connection="keep-alive, Upgrade")
    await peer.swallow()


@endpoint
async def http10(peer):
    await peer.upgrade(version="1.0")
    await peer.swallow()


@endpoint
async def wrongaccept(peer):
    await peer.upgrade(accept=accept_of("another key"))
    await peer.swallow()


# ---- a good upgrade, then a goodbye ----

def says_goodbye(data, pause=PAUSE, fin=False):
    async def close(peer):
        await peer.upgrade()
        await asyncio.sleep(pause)
        await peer.say(data)
        if not fin:
            await peer.listen()
    return close


ENDPOINTS |= {f"c{code}": says_goodbye(closing(code, b"because %d" % code))
              for code in (999, 1000, 1001, 1002, 1003, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000,
                           4001, 4400, 4401, 4403, 4408, 4409)}
ENDPOINTS |= {
    "c1000fin": says_goodbye(closing(1000, b"bye"), fin=True),
    "c1005none": says_goodbye(frame(CLOSE)),
    "cadvice": says_goodbye(closing(4001, b'{"retryAfter":1500,"spread":0}')),
    "cnever": says_goodbye(closing(1011, b'{"reconnect":false}')),
    "storm": says_goodbye(closing(1011), pause=0.005),
}


@endpoint
async def c1001early(peer):
    """In the same segment as the upgrade."""
    await peer.upgrade(tail=closing(1001, b"early"))
    await peer.listen()


@endpoint
async def msgs_close(peer):
    await peer.upgrade()
    await peer.say(frame(TEXT, b"m1") + frame(TEXT, b"m2") + frame(TEXT, b"m3") + closing(1001, b"bye"))


@endpoint
async def rsv(peer):
    """Uses an extension that nobody agreed on, in the same segment as the upgrade."""
    await peer.upgrade(tail=frame(TEXT, b"compressed?", rsv=4))
    await peer.listen()


@endpoint
async def badutf8(peer):
    await peer.upgrade()
    await peer.send(TEXT, b"\xff\xfe")
    await peer.listen()


# ---- a good upgrade, then no goodbye ----

@endpoint
async def rst(peer):
    await peer.upgrade()
    await asyncio.sleep(PAUSE)
    peer.reset()


@endpoint
async def fin_noclose(peer):
    await peer.upgrade()
    await asyncio.sleep(PAUSE)


@endpoint
async def msgs_fin(peer):
    await peer.upgrade()
    await peer.say(frame(TEXT, b"m1") + frame(TEXT, b"m2"))


# ---- a good upgrade, and the connection stays ----

@endpoint
async def echo(peer):
    await peer.upgrade()
    await peer.echo()


@endpoint
async def nosub(peer):
    """Selects no subprotocol, whatever is asked for."""
    await peer.upgrade()
    await peer.echo()


@endpoint
async def goodsub(peer):
    """Selects the last one asked for."""
    head = await peer.request()
    chosen = head.get("sec-websocket-protocol", "").split(",")[-1].strip()
    await peer.say((f"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    f"Sec-WebSocket-Accept: {accept_of(head['sec-websocket-key'])}\r\n"
                    + (f"Sec-WebSocket-Protocol: {chosen}\r\n" if chosen else "") + "\r\n").encode())
    await peer.echo()


@endpoint
async def early(peer):
    """Messages in the same segment as the upgrade."""
    await peer.upgrade(tail=frame(TEXT, b"hello-early") + frame(TEXT, b"second"))
    await peer.echo()


@endpoint
async def pinging(peer):
    """Sends pings, and echoes."""
    await peer.upgrade()
    await peer.send(PING, b"are you there?")
    await peer.echo()


@endpoint
async def deaf(peer):
    """Reads everything and answers nothing, not even a goodbye."""
    await peer.upgrade()
    await peer.listen()


@endpoint
async def pingless(peer):
    """Breaks RFC 6455 §5.5.2: echoes, but answers no ping."""
    await peer.upgrade()
    await peer.echo(answers=(CLOSE,))


@endpoint
async def newestpong(peer):
    """Answers only the newest ping, as RFC 6455 §5.5.3 allows, and echoes."""
    await peer.upgrade()
    newest = []

    async def answer():
        await asyncio.sleep(PAUSE)
        payload = newest[-1]
        newest.clear()
        await peer.send(PONG, payload)

    while True:
        opcode, payload, fin = await peer.frame()
        if opcode == PING:
            newest.append(payload)
            if len(newest) == 1:
                asyncio.ensure_future(answer())
        elif opcode == CLOSE:
            return await peer.send(CLOSE, payload)
        else:
            await peer.send(opcode, payload, fin)


@endpoint
async def strangepongs(peer):
    """Sends pongs that nobody asked for, also in answer to a ping; echoes."""
    await peer.upgrade(tail=frame(PONG) + frame(PONG, b"hf" + bytes(12)))
    while True:
        opcode, payload, fin = await peer.frame()
        if opcode == CLOSE:
            return await peer.send(CLOSE, payload)
        if opcode == PING:
            payload = payload[:-1] + bytes([payload[-1] ^ 0xff]) if payload else b"?"
        else:
            await peer.send(opcode, payload, fin)
        await peer.send(PONG, payload)


@endpoint
async def noread(peer):
    """Reads nothing more; a client's goodbye gets stuck behind its data."""
    await peer.upgrade()
    peer.writer.transport.pause_reading()
    established, reset = 1, 7
    state = established
    while state == established:  # who does not read must ask
        await asyncio.sleep(PAUSE)
        state = peer.writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)[0]
    if state == reset:
        raise ConnectionResetError
    raise asyncio.IncompleteReadError(b"", None)


@endpoint
async def slowsink(peer):
    """Reads, but slowly."""
    peer.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16 * 1024)
    await peer.upgrade()
    while True:
        await peer.read(8 * 1024)
        await asyncio.sleep(PAUSE)


@endpoint
async def sink(peer):
    """Reads at full speed and answers nothing."""
    await peer.upgrade()
    await peer.swallow()


@endpoint
async def slowbig(peer):
    """One frame that takes its time."""
    await peer.upgrade()
    data = frame(BINARY, b"y" * 400_000)
    for start in range(0, len(data), 20_000):
        await peer.say(data[start:start + 20_000])
        await asyncio.sleep(PAUSE)
    await peer.echo()


@endpoint
async def partial(peer):
    """A tenth of a frame. (Qt loses patience after 5 s and closes with 1001.)"""
    await peer.upgrade()
    await asyncio.sleep(PAUSE)
    await peer.say(frame(TEXT, b"x" * 1000)[:100])
    await peer.listen()


@endpoint
async def partial2(peer):
    """Two tenths of a frame. (Qt never loses patience.)"""
    await peer.upgrade()
    data = frame(TEXT, b"x" * 1000)
    for start in 0, 100:
        await asyncio.sleep(PAUSE)
        await peer.say(data[start:start + 100])
    await peer.listen()


@endpoint
async def big1m(peer):
    await peer.upgrade()
    await peer.send(TEXT, b"A" * (1 << 20))
    await peer.echo()


@endpoint
async def utfsplit(peer):
    """Legal: one character over two fragments. (Qt up to 6.8 closes with 1007.)"""
    await peer.upgrade()
    await peer.say(frame(TEXT, b"x\xc3", fin=False) + frame(0, b"\xa9y"))
    await peer.echo()


@endpoint
async def lateclose(peer):
    """Answers a goodbye with more data, and late with another code."""
    await peer.upgrade()
    while True:
        opcode, _, _ = await peer.frame()
        if opcode == CLOSE:
            await peer.send(TEXT, b"late-data")
            await asyncio.sleep(5 * PAUSE)
            await peer.say(closing(4009, b"srv"))
            await asyncio.sleep(PAUSE)
            return


# ---- the machinery ----

def shown(name, function):
    async def serve(reader, writer):
        peer = Peer(reader, writer)
        how = "done"
        try:
            await function(peer)
        except asyncio.IncompleteReadError:
            how = "end"
        except (OSError, ssl.SSLError):
            how = "reset"
        print(json.dumps({"endpoint": name, "how": how, "bytes": peer.bytes, "close": peer.close}), flush=True)
        writer.close()
    return serve


def contexts(folder):
    for prefix, certificate in ("tls", "server"), ("selfsigned", "selfsigned"):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(f"{folder}/{certificate}.pem", f"{folder}/{certificate}.key")
        yield prefix, context


async def main():
    ports = {}

    async def offer(name, function, context=None):
        server = await asyncio.start_server(shown(name, function), "127.0.0.1", 0, ssl=context)
        ports[name] = server.sockets[0].getsockname()[1]
        return server

    # Kept: a server that nobody holds is closed.
    servers = [await offer(name, function) for name, function in ENDPOINTS.items()]
    for prefix, context in contexts(sys.argv[1]) if len(sys.argv) > 1 else ():
        names = ("echo", "mute", "h503ka", "c1012", "early", "rst", "fin_noclose", "slowsink", "sink")
        for name in names if prefix == "tls" else ("echo",):
            servers.append(await offer(f"{prefix}_{name}", ENDPOINTS[name], context))
    print(json.dumps(ports), flush=True)
    await asyncio.Future()


def end_with_stdin():
    while os.read(0, 4096):
        pass
    os._exit(0)


threading.Thread(target=end_with_stdin, daemon=True).start()
asyncio.run(main())
