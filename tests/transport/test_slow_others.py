"""Who answers a byte at a time, or reads none, is waited for no longer than a letter may take: whatever step it is slow at."""

from __future__ import annotations

import select
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from longarm.errors import Unsound
from longarm.exchange.card import Card, make_card, read_card
from longarm.exchange.letter import MAX_LETTER
from longarm.keys.certificate import load_or_create
from longarm.keys.party import Party
from longarm.transport.letters import send

NOW = datetime(2026, 11, 29, tzinfo=UTC)
SECONDS = 0.5
_EVERY = 0.05
_GIVES_UP = 6.0  # a client without a deadline would wait for all of this: the test is red then, and not without end
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/vnd.longarm.letter\r\n"
Behaviour = Callable[[socket.socket, ssl.SSLContext, threading.Event], None]


def drip(line: socket.socket, data: bytes, ended: threading.Event) -> None:
    for place in range(len(data)):
        if ended.wait(_EVERY):
            return
        line.sendall(data[place : place + 1])


def says_nothing(_line: socket.socket, _context: ssl.SSLContext, ended: threading.Event) -> None:
    ended.wait(_GIVES_UP)


def slow_handshake(line: socket.socket, context: ssl.SSLContext, ended: threading.Event) -> None:
    """What TLS says comes byte by byte."""
    inside, outside = socket.socketpair()

    def shake() -> None:
        with suppress(OSError):
            context.wrap_socket(inside, server_side=True).recv(1)

    threading.Thread(target=shake, daemon=True).start()
    while not ended.is_set():
        ready, _, _ = select.select([line, outside], [], [], _EVERY)
        if line in ready:
            outside.sendall(line.recv(65536))
        if outside in ready:
            drip(line, outside.recv(65536), ended)


def slow_head(line: socket.socket, context: ssl.SSLContext, ended: threading.Event) -> None:
    with context.wrap_socket(line, server_side=True) as safe:
        safe.recv(65536)
        drip(safe, HEAD + b"X-Slow: " + b"a" * 200, ended)


def slow_body(line: socket.socket, context: ssl.SSLContext, ended: threading.Event) -> None:
    with context.wrap_socket(line, server_side=True) as safe:
        safe.recv(65536)
        safe.sendall(HEAD + b"Content-Length: 200\r\n\r\n")
        drip(safe, b"b" * 200, ended)


def before_the_answer(line: socket.socket, context: ssl.SSLContext, ended: threading.Event) -> None:
    """`100 Continue` and again, each of them whole and in time."""
    with context.wrap_socket(line, server_side=True) as safe:
        safe.recv(65536)
        while not ended.wait(_EVERY):
            safe.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")


def reads_nothing(line: socket.socket, context: ssl.SSLContext, ended: threading.Event) -> None:
    with context.wrap_socket(line, server_side=True):
        ended.wait(_GIVES_UP)


def reads_little(line: socket.socket, context: ssl.SSLContext, ended: threading.Event) -> None:
    with context.wrap_socket(line, server_side=True) as safe:
        while not ended.wait(_EVERY):
            safe.recv(500)


class Slow:
    """Takes one connection and behaves so."""

    def __init__(self, behaviour: Behaviour, context: ssl.SSLContext) -> None:
        self.ended = threading.Event()
        self._listens = socket.socket()
        self._listens.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)  # a letter that is not read does not fit in between
        self._listens.bind(("127.0.0.1", 0))
        self._listens.listen()
        self.port: int = self._listens.getsockname()[1]
        threading.Thread(target=self._serve, args=(behaviour, context), daemon=True).start()
        threading.Timer(_GIVES_UP, self.ended.set).start()

    def _serve(self, behaviour: Behaviour, context: ssl.SSLContext) -> None:
        with suppress(OSError, ValueError):  # the client hangs up: that is what this is about
            line, _ = self._listens.accept()
            with line:
                behaviour(line, context, self.ended)

    def close(self) -> None:
        self.ended.set()
        self._listens.close()


@pytest.fixture
def slow(tmp_path: Path) -> Iterator[Callable[[Behaviour], Card]]:
    certificate = load_or_create(tmp_path, "127.0.0.1", NOW)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate.file)
    servers: list[Slow] = []

    def serving(behaviour: Behaviour) -> Card:
        servers.append(Slow(behaviour, context))
        address = f"https://127.0.0.1:{servers[-1].port}/"
        return read_card(
            make_card(
                Party.new(), role="hub", organisation="Hub", states=(), address=address, certificate=certificate.pem, made_at=NOW
            )
        )

    yield serving
    for server in servers:
        server.close()


def is_let_go(card: Card, letter: bytes, proxy: str | None = None) -> None:
    begun = time.monotonic()
    with pytest.raises(Unsound) as fault:
        send(card, letter, seconds=SECONDS, proxy=proxy)
    assert fault.value.message == "exchange-too-slow"
    assert SECONDS * 0.9 < time.monotonic() - begun < SECONDS + 1.5


@pytest.mark.parametrize("behaviour", [says_nothing, slow_handshake, slow_head, slow_body, before_the_answer])
def test_who_answers_slowly_at_any_step_has_one_time_for_all(behaviour: Behaviour, slow: Callable[[Behaviour], Card]) -> None:
    is_let_go(slow(behaviour), b"letter")


@pytest.mark.parametrize("behaviour", [reads_nothing, reads_little])
def test_who_does_not_read_the_letter_is_let_go_too(behaviour: Behaviour, slow: Callable[[Behaviour], Card]) -> None:
    is_let_go(slow(behaviour), bytes(MAX_LETTER))


def test_a_proxy_that_answers_byte_by_byte_or_not_at_all(slow: Callable[[Behaviour], Card]) -> None:
    def greets(line: socket.socket, _: ssl.SSLContext, ended: threading.Event) -> None:
        line.recv(300)
        line.sendall(b"\x05\x00")
        ended.wait(_GIVES_UP)

    for behaviour in (says_nothing, greets):
        port = slow(behaviour).address.rpartition(":")[2].rstrip("/")
        is_let_go(slow(says_nothing), b"letter", f"socks5h://127.0.0.1:{port}")


def test_a_name_that_nobody_looks_up_in_time(monkeypatch: pytest.MonkeyPatch, slow: Callable[[Behaviour], Card]) -> None:
    card, lookup = slow(says_nothing), socket.getaddrinfo

    def slowly(*asked: Any, **more: Any) -> Any:
        time.sleep(3)
        return lookup(*asked, **more)

    monkeypatch.setattr(socket, "getaddrinfo", slowly)
    is_let_go(card, b"letter")
