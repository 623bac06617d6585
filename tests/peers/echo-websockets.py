#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT
"""An echo server over Debian's python3-websockets. `echo-websockets.py [--port N] [--no-echo]`, on loopback.

First line on stdout {"port":n}, then one line for each message read: {"received":"text","connection":n};
{"opened":n} before the first of a connection, {"closed":n} after the last.
Ends when its stdin does, so that no test leaves one behind.
"""
import argparse
import asyncio
import itertools
import json
import os
import sys
import threading

import websockets
from websockets.legacy.server import WebSocketServerProtocol, serve  # websockets.serve() is another one from 14 on

connections = itertools.count(1)


def say(line):
    print(json.dumps(line, separators=(",", ":")), flush=True)


class Peer(WebSocketServerProtocol):
    """Says what it read before it reads on: websockets answers a ping while messages wait in its queue."""

    def connection_open(self):
        self.number = next(connections)
        say({"opened": self.number})
        super().connection_open()

    async def read_message(self):
        message = await super().read_message()
        if message is not None:
            text = message if isinstance(message, str) else message.decode(errors="replace")
            say({"received": text, "connection": self.number})
        return message


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--no-echo", action="store_true")
    options = parser.parse_args()

    async def talk(peer):
        try:
            async for message in peer:
                if not options.no_echo:
                    await peer.send(message)
        except websockets.ConnectionClosed:
            pass
        finally:
            say({"closed": peer.number})

    async with serve(talk, "127.0.0.1", options.port, create_protocol=Peer, max_size=None,
                     ping_interval=None) as server:
        say({"port": server.sockets[0].getsockname()[1]})
        await asyncio.Future()


def end_with_stdin():
    while os.read(0, 4096):
        pass
    os._exit(0)


threading.Thread(target=end_with_stdin, daemon=True).start()
try:
    asyncio.run(main())
except OSError as error:
    sys.exit(str(error))
