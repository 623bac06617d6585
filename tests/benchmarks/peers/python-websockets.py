# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT
"""Python's websockets: `async for … in connect(…)` dials again, with backoff. What is sent is the
application's business: here a queue in front, as its documentation shows for producers. So what
was not handed over is kept, and what was written to a connection that then broke is lost. It pings
every 20 s.
usage: python-websockets.py URL flood|numbered COUNT"""

import asyncio
import sys
import time

import websockets

url, mode, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
padding = " ".ljust(1024 - 8, "x")


async def produce(queue):
    """numbered: one every 5 ms, come what may."""
    start = time.monotonic()
    for number in range(1, count + 1):
        await asyncio.sleep(max(0, start + number * 0.005 - time.monotonic()))
        queue.put_nowait(f"{number:08d}{padding}")


async def flood(socket):
    number = 0
    while True:
        for _ in range(200):
            number += 1
            await socket.send(f"{number:08d}{padding}")
        await asyncio.sleep(0)


async def main():
    queue = asyncio.Queue()
    producer = None
    async for socket in websockets.connect(url, compression=None):
        try:
            if mode == "flood":
                await flood(socket)
            producer = producer or asyncio.create_task(produce(queue))
            while True:
                await socket.send(await queue.get())
        except websockets.ConnectionClosed:
            continue


asyncio.run(main())
