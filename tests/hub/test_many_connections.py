"""A stranger opens connections by the hundred: the hub goes on answering, or answers again, and its memory does not fill."""

from __future__ import annotations

import os
import resource
import socket
import ssl
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from casework.exchange.nodes import Hub
from longarm.errors import LongarmError
from longarm.exchange.refused import Refused
from longarm.transport.letters import send

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of processes as Linux has them")
FILES = 200
LARGE = 32  # that are in memory at once


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    """Begun where 500 files are allowed, as a shell or systemd allows 1,024."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(soft, 500), hard))
    try:
        made = Hub(tmp_path_factory.mktemp("crowd") / "hub").start()
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    yield made
    made.kill()


def said(hub: Hub, letter: bytes = b"are you there?", seconds: float = 20) -> str:
    try:
        send(hub.card, letter, seconds=seconds)
    except Refused as refused:
        return refused.code
    except LongarmError:
        pass
    return ""


def processes(hub: Hub) -> Iterator[int]:
    assert hub.server is not None
    for path in Path("/proc").glob("[0-9]*"):
        number = int(path.name)
        if number != hub.server.pid and _group(number) == hub.server.pid:
            yield number


def _group(number: int) -> int:
    try:
        return os.getpgid(number)
    except ProcessLookupError:
        return 0


def test_it_allows_itself_as_many_connections_as_it_may(hub: Hub) -> None:
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    most = 65_536 if hard == resource.RLIM_INFINITY else min(hard, 65_536)
    assert {resource.prlimit(process, resource.RLIMIT_NOFILE)[0] for process in processes(hub)} == {most}


def test_letters_that_are_large_wait_until_the_slowest_gives_way_and_small_ones_do_not_wait(hub: Hub) -> None:
    context = ssl.create_default_context(cadata=hub.card.certificate)
    with ExitStack() as lines:
        for _ in range(LARGE):
            plain = lines.enter_context(socket.create_connection(("127.0.0.1", hub.port), timeout=5))
            line = lines.enter_context(context.wrap_socket(plain, server_hostname="127.0.0.1"))
            line.sendall(b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2000000\r\n\r\nlongarm-letter/1\n")
        assert said(hub, seconds=10) == "wrong-version"
        assert said(hub, b"x" * 70_000, seconds=10) == "wrong-version", "a question for two thousand elements is small"
        for _ in range(3):
            began = time.monotonic()
            assert said(hub, b"x" * 200_000, seconds=25) == "wrong-version"
            assert time.monotonic() - began < 20, "a sender that stops in the middle keeps nobody out"


def test_a_hub_without_a_file_left_answers_again_by_itself(hub: Hub) -> None:
    for process in processes(hub):
        resource.prlimit(process, resource.RLIMIT_NOFILE, (FILES, FILES))
    with ExitStack() as lines:
        for _ in range(FILES + 100):  # silent, and never closed
            lines.enter_context(socket.create_connection(("127.0.0.1", hub.port), timeout=5))
        began, code = time.monotonic(), ""
        while not code and time.monotonic() - began < 90:
            code = said(hub, seconds=5)
        assert code == "wrong-version"
    assert "begins anew" in (hub.data.parent / "hub.log").read_text()
