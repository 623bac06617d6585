# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

"""meet.py PROGRAM HUB: starts PROGRAM at a door that turns it away, opens it to the hub, and waits until both have met.

Exits with 0 if they did, if the program is still there afterwards, and if it has warned of nothing.
"""

import socket
import struct
import subprocess
import sys
import threading

PATIENCE = 60  # seconds; the longest wait between two dials is 30
RESET = struct.pack("ii", 1, 0)  # lingers no time: no goodbye


class Door:
    """Resets each connection until it is opened; then it hands bytes on to the hub, and sees the upgrade."""

    def __init__(self):
        self.listener = socket.socket()
        self.listener.bind(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.listener.listen()
        self.hub_port = None
        self.refused = threading.Event()
        self.upgraded = threading.Event()
        threading.Thread(target=self.serve, daemon=True).start()

    def open(self, hub_port):
        self.hub_port = hub_port

    def serve(self):
        while True:
            guest, _ = self.listener.accept()
            if not self.hub_port:
                guest.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                guest.close()
                self.refused.set()
                continue
            hub = socket.create_connection(("127.0.0.1", self.hub_port))
            for source, target in ((guest, hub), (hub, guest)):
                threading.Thread(target=self.carry, args=(source, target), daemon=True).start()

    def carry(self, source, target):
        try:
            while data := source.recv(65536):
                if data.startswith(b"HTTP/1.1 101 "):
                    self.upgraded.set()
                target.sendall(data)
        except OSError:
            pass  # one of the two has gone


def main():
    program, hub_path = sys.argv[1:]
    door = Door()
    hello = subprocess.Popen([program, f"ws://127.0.0.1:{door.port}/"], stderr=subprocess.PIPE, text=True)
    hub = subprocess.Popen([hub_path, "--plain", "broadcast", "--child"],
                           stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        url = hub.stdout.readline().strip()
        if hub.stdout.readline().strip() != "ready":
            sys.exit("the hub does not start")
        if not door.refused.wait(PATIENCE):
            sys.exit("the program has not dialled")
        door.open(int(url.rstrip("/").rpartition(":")[2]))
        if not door.upgraded.wait(PATIENCE):
            sys.exit("they have not met")
        if hello.poll() is not None:
            sys.exit(f"the program has ended with {hello.returncode}")
    finally:
        for process in (hello, hub):
            process.kill()
    said = hello.stderr.read()
    print(said)
    if "warning" in said.lower() or "qrc:" in said or "file://" in said:
        sys.exit("it has warned")


main()
