"""Whoever opens a hundred connections to the public door and says nothing, or stops in the middle, keeps nobody out."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from contextlib import ExitStack
from http.client import HTTPConnection  # noqa: TID251 - a visitor
from pathlib import Path

import pytest

from holder.running import COMMAND, environment, free_port

pytestmark = pytest.mark.one_database("before any table is asked")
HEAD = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Le"


def opened(port: int, seconds: float) -> int:
    line = HTTPConnection("127.0.0.1", port, timeout=seconds)
    line.request("GET", "/")
    return line.getresponse().status


def test_a_hundred_that_say_nothing_keep_nobody_out(tmp_path: Path) -> None:
    port = free_port()
    command = [*COMMAND, "serve", "--data", str(tmp_path / "data"), "--port", str(port)]
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(command, env=environment(), stdout=log, stderr=log, start_new_session=True)
    try:
        for _ in range(300):
            try:
                opened(port, 5)
            except OSError:
                time.sleep(0.1)
            else:
                break
        with ExitStack() as lines:
            for place in range(200):
                line = lines.enter_context(socket.create_connection(("127.0.0.1", port), timeout=5))
                line.sendall(HEAD if place % 2 else b"")
            began = time.monotonic()
            assert opened(port, 10) == 200
            assert time.monotonic() - began < 5
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
