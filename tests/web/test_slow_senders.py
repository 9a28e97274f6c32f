"""Who sends a form, a piece of a file or a whole file byte by byte keeps nobody out: real sockets at a real server."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import time
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from http.client import HTTPConnection  # noqa: TID251 - a visitor
from pathlib import Path
from typing import Any

import pytest

from holder.running import COMMAND, environment, free_port
from longarm.web import arriving_body
from longarm.web.turns import Turns
from longarm.web.visitors_door import Door

pytestmark = pytest.mark.one_database("before any table is asked")
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
PIECE = 1 << 20


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    port, folder = free_port(), tmp_path_factory.mktemp("slow")
    command = [*COMMAND, "serve", "--data", str(folder / "data"), "--port", str(port)]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, env=environment(), stdout=log, stderr=log, start_new_session=True)
    try:
        for _ in range(600):
            try:
                asked(port)
            except OSError:
                time.sleep(0.1)
            else:
                break
        yield port
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def asked(port: int, body: bytes | None = None, seconds: float = 15, kind: dict[str, str] = FORM) -> int:
    line = HTTPConnection("127.0.0.1", port, timeout=seconds)
    line.request("POST" if body is not None else "GET", "/", body, kind if body is not None else {})
    return line.getresponse().status


def given(port: int, length: int) -> int:
    """A file of a form without script, as a browser sends it: read to its end, whatever becomes of it."""
    head = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\nContent-Type: a/b\r\n\r\n'
    return asked(port, head + b"x" * length + b"\r\n--b--\r\n", 40, {"Content-Type": "multipart/form-data; boundary=b"})


def run(what: Coroutine[Any, Any, Any]) -> Any:
    """In a thread of its own: in this one a browser's loop may be running."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, what).result(60)


def slow(lines: ExitStack, port: int, length: int, many: int) -> None:
    head = f"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: {FORM['Content-Type']}\r\nContent-Length: {length}\r\n\r\ndo=n"
    for _ in range(many):
        lines.enter_context(socket.create_connection(("127.0.0.1", port), timeout=5)).sendall(head.encode())


def test_a_hundred_slow_forms_keep_nobody_out(port: int) -> None:
    with ExitStack() as lines:
        slow(lines, port, 5000, 100)
        began = time.monotonic()
        assert asked(port) == 200
        assert asked(port, b"do=code&language=en") == 200
        assert time.monotonic() - began < 15


def test_pieces_and_whole_files_wait_until_the_slowest_gives_way_and_the_first_screen_never(port: int) -> None:
    with ExitStack() as lines:
        slow(lines, port, PIECE, 60)
        slow(lines, port, 10 * PIECE, 20)
        began = time.monotonic()
        assert asked(port) == 200
        assert time.monotonic() - began < 15
        for length in (PIECE, 3 * PIECE):  # nobody knows what it belongs to: it was read, which is the point
            assert given(port, length) in (200, 400, 413)


def test_who_gave_way_is_told_to_come_again(port: int) -> None:
    with ExitStack() as lines:
        mine = lines.enter_context(socket.create_connection(("127.0.0.1", port), timeout=30))
        mine.sendall(f"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: {PIECE}\r\n\r\n".encode())
        slow(lines, port, PIECE, 60)
        assert mine.recv(100).startswith(b"HTTP/1.1 503")


def test_a_form_that_comes_too_slowly_ends_and_one_that_is_cut_is_not_acted_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arriving_body, "_SECONDS", 0.2)
    monkeypatch.setattr(arriving_body, "_SLOWEST", 1 << 30)
    seen, sent = [], []
    door = Door(lambda *called: seen.append(called))
    scope = {"type": "http", "method": "POST", "path": "/", "headers": [(b"content-length", b"10")]}

    async def silent() -> dict[str, object]:
        await asyncio.sleep(30)
        return {}

    async def gone() -> dict[str, object]:
        return {"type": "http.disconnect"}

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    run(door(scope, silent, send))
    assert sent[0]["status"] == 408
    run(door(scope, gone, send))
    assert len(sent) == 2
    assert seen == []


def test_the_slowest_gives_way_and_who_is_nearly_done_does_not() -> None:
    async def tried() -> list[str]:
        turns, done = Turns(2, patience=0.1), []

        async def holds(name: str, arrived: int) -> None:
            async with turns.turn(5) as turn:
                turn.arrived = arrived
                try:
                    async with turn.reading(20):
                        await asyncio.sleep(3)
                    done.append(name)
                except TimeoutError:
                    done.append(f"not {name}")

        async with asyncio.TaskGroup() as group:
            for name, arrived in (("slow", 1), ("quick", 1000)):
                group.create_task(holds(name, arrived))
            await asyncio.sleep(0.2)
            group.create_task(holds("waits", 10))
        return done

    assert run(tried()) == ["not slow", "quick", "waits"]


def test_an_answer_made_while_it_is_read_breaks_off_visibly_and_stops_when_its_reader_goes(tmp_path: Path) -> None:
    """A bundle that ends in the middle must not look whole; and nobody goes on deciphering for who has left."""
    app = tmp_path / "streams.py"
    app.write_text(
        """
import time
from longarm.web.visitors_door import Door

class Parts:
    streaming = True
    def __init__(self, path): self.path = path
    def __iter__(self):
        if self.path == "/breaks":
            yield b"x" * 1000
            raise RuntimeError
        for n in range(400):
            open(__file__ + ".log", "w").write(str(n))
            yield b"x" * (1 << 20)
    def close(self): open(__file__ + ".closed", "w")

def app(environ, start):
    start("200 OK", [("Content-Type", "x/y")])
    return Parts(environ["PATH_INFO"])

def door(): return Door(app)

if __name__ == "__main__":
    import sys
    from granian.constants import Interfaces
    from granian.server import Server
    Server("streams:door", factory=True, port=int(sys.argv[1]), interface=Interfaces.ASGINL, log_enabled=False).serve()
"""
    )
    port = free_port()
    command = [COMMAND[0], str(app), str(port)]
    server = subprocess.Popen(command, cwd=tmp_path, start_new_session=True)
    try:
        for _ in range(600):
            try:
                line = socket.create_connection(("127.0.0.1", port), timeout=10)
                break
            except OSError:
                time.sleep(0.1)
        line.sendall(b"GET /long HTTP/1.1\r\nHost: localhost\r\n\r\n")
        line.recv(1000)
        time.sleep(1)
        made = int((tmp_path / "streams.py.log").read_text())
        assert made < 20, "no more in memory than its reader takes"
        line.close()
        for _ in range(600):
            if (tmp_path / "streams.py.closed").exists():
                break
            time.sleep(0.1)
        assert int((tmp_path / "streams.py.log").read_text()) < 30
        line = socket.create_connection(("127.0.0.1", port), timeout=10)
        line.sendall(b"GET /breaks HTTP/1.1\r\nHost: localhost\r\n\r\n")
        came = b""
        while part := line.recv(10_000):
            came += part
        assert came.count(b"x" * 1000) == 1
        assert not came.endswith(b"0\r\n\r\n"), "an end that says: this was all"
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
