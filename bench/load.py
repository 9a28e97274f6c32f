"""Browsers that ask again as soon as they are answered, each on one kept connection; in a process of its own.

Reads a plan from its input (`Plan`, as JSON) and writes what it saw (`Seen`). Plain sockets: a client that parses like a browser
would take more of the machine than the server.
"""

from __future__ import annotations

import base64
import itertools
import json
import socket
import subprocess
import sys
import threading
import time
from typing import NamedTuple


class Plan(NamedTuple):
    """`requests` are whole HTTP/1.1 requests, taken in turn by `connections` browsers for `seconds`; `once`: each only once."""

    port: int
    connections: int
    seconds: float
    requests: list[bytes]
    once: bool = False


class Seen(NamedTuple):
    """Milliseconds of each answer, and how long the whole took."""

    times: list[float]
    seconds: float


def load(plan: Plan) -> Seen:
    """In another process. Raises CalledProcessError when an answer was none of success."""
    told = {**plan._asdict(), "requests": [base64.b64encode(one).decode() for one in plan.requests]}
    done = subprocess.run([sys.executable, __file__], input=json.dumps(told), check=True, stdout=subprocess.PIPE, text=True)
    return Seen(**json.loads(done.stdout))


def _run(plan: Plan) -> Seen:
    requests = iter(plan.requests) if plan.once else itertools.cycle(plan.requests)
    times: list[float] = []
    faults: list[str] = []
    begun = time.perf_counter()

    def browse() -> None:
        with socket.create_connection(("127.0.0.1", plan.port)) as line:
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while time.perf_counter() - begun < plan.seconds and not faults:
                request = next(requests, None)
                if request is None:
                    return
                asked = time.perf_counter()
                line.sendall(request)
                try:
                    answered(line)
                except OSError as fault:
                    faults.append(str(fault))
                times.append((time.perf_counter() - asked) * 1000)

    threads = [threading.Thread(target=browse) for _ in range(plan.connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        sys.exit(faults[0])
    return Seen(times, time.perf_counter() - begun)


def answered(line: socket.socket) -> bytes:
    """What one answer says. Raises OSError when it is none of success."""
    data = b""
    while b"\r\n\r\n" not in data:
        part = line.recv(1 << 16)
        if not part:
            raise OSError("the server hung up")
        data += part
    head, _, begun = data.partition(b"\r\n\r\n")
    size = next((int(row[15:]) for row in head.lower().split(b"\r\n") if row.startswith(b"content-length:")), None)
    if size is None:
        raise OSError(f"no length: {head!r}")
    body = bytearray(begun)
    while len(body) < size:
        body += line.recv(1 << 20)
    if head.split(b" ", 2)[1] not in (b"200", b"302"):
        raise OSError(f"{head[:300]!r} {bytes(body[:2000])!r}")
    return bytes(body)


if __name__ == "__main__":
    told = json.load(sys.stdin)
    told["requests"] = [base64.b64decode(one) for one in told["requests"]]
    json.dump(_run(Plan(**told))._asdict(), sys.stdout)
