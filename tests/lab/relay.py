"""What stands between the parties in a test: every byte on the wire is kept, and every letter as it is once TLS is off."""

from __future__ import annotations

import select
import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

HOST = "127.0.0.1"


class Relay:
    """From `port` to `to`. With `pem`, it ends TLS with that party's own certificate and begins it anew; without, it only copies.

    `came`, `answered`: what came in over each connection, and what went back. `on_question`, `on_answer`: asked with how many
    bytes the question has so far, when a part of it or of its answer is at hand and before that goes on; True: it ends there.
    """

    def __init__(self, port: int, to: int, pem: Path | None = None) -> None:
        self.to, self.pem = to, pem
        self.came: list[bytearray] = []
        self.answered: list[bytearray] = []
        self.on_question: Callable[[int], bool] | None = None
        self.on_answer: Callable[[int], bool] | None = None
        self._door = socket.create_server((HOST, port), backlog=64)
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._door.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                raw, _ = self._door.accept()
                threading.Thread(target=self._serve, args=(raw,), daemon=True).start()

    def _serve(self, raw: socket.socket) -> None:
        came, answered = bytearray(), bytearray()
        self.came.append(came)
        self.answered.append(answered)
        with suppress(OSError):
            inner, outer = self._both(raw)
            with inner, outer:
                self._pass(inner, outer, came, answered)
        raw.close()

    def _pass(self, inner: socket.socket, outer: socket.socket, came: bytearray, answered: bytearray) -> None:
        """Until one side ends. One thread for both: a TLS connection must not be read and written at once."""
        ways = {inner: (outer, came, "on_question"), outer: (inner, answered, "on_answer")}
        while True:
            waiting = [one for one in ways if isinstance(one, ssl.SSLSocket) and one.pending()]
            for source in waiting or select.select([inner, outer], [], [], 60)[0]:
                target, kept, hook = ways[source]
                source.settimeout(0)
                try:
                    data = source.recv(1 << 16)
                except (ssl.SSLWantReadError, BlockingIOError):
                    continue
                kept += data
                if not data:
                    return
                if (act := getattr(self, hook)) and act(len(came)):
                    setattr(self, hook, None)
                    return
                target.settimeout(30)
                target.sendall(data)

    def _both(self, raw: socket.socket) -> tuple[socket.socket, socket.socket]:
        if self.pem is None:
            return raw, socket.create_connection((HOST, self.to))
        ours = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        ours.load_cert_chain(self.pem)
        inner = ours.wrap_socket(raw, server_side=True)
        theirs = ssl.create_default_context(cafile=str(self.pem))
        return inner, theirs.wrap_socket(socket.create_connection((HOST, self.to)), server_hostname=HOST)


def bodies(stream: bytes) -> list[bytes]:
    """The bodies of the HTTP/1.1 messages of one side of a connection; each says its length."""
    found = []
    while b"\r\n\r\n" in stream:
        head, _, rest = stream.partition(b"\r\n\r\n")
        lengths = [int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
        found.append(rest[: sum(lengths)])
        stream = rest[sum(lengths) :]
    return [body for body in found if body]
