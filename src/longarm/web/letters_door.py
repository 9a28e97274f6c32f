"""What granian runs before a letter-taking application: a body is read here, in limits of size and time, without a thread.

A sender that stops in the middle of a letter, or sends a byte a minute, holds nothing but its own connection. Of large letters
only so many are in memory at once, so that a thousand of them do not fill it, and where others wait the slowest gives way; small
ones, which most are, wait for nobody. The application (WSGI, `module:name` in LONGARM_LETTERS) gets the whole body or, of one
that is too large, only its length.
"""

from __future__ import annotations

import asyncio
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from importlib import import_module
from io import BytesIO
from typing import Any, Final

from granian._granian import RSGIProtocolClosed, RSGIProtocolError

from longarm.exchange.letter import MAGIC, MAX_LETTER
from longarm.web.still_heard import end_when_unheard
from longarm.web.turns import Turn, Turns
from longarm.web.with_its_server import end_with_its_server

NAME: Final = "LONGARM_LETTERS"
_MOST: Final = MAX_LETTER + len(MAGIC) + 1
_SECONDS: Final = 30.0  # for a whole letter
_TURN: Final = 15.0  # for a large one, until it is its turn
_SMALL: Final = 80 * 1024  # bytes: the question for two thousand elements fits
_PATIENCE: Final = 5.0  # of these every large one has; then the slowest gives way to who waits
_LARGE_AT_ONCE: Final = 32  # in each process: 64 MiB, and as much again while they are worked on
_THREADS: Final = 8
_HEADERS: Final = [("content-type", "application/json"), ("cache-control", "no-store"), ("connection", "close")]
_BUSY: Final = (503, _HEADERS, b'{"refused":"busy"}')


class Door:
    """An RSGI application around a WSGI one (github.com/emmett-framework/granian, docs/spec/RSGI.md)."""

    def __init__(self, application: Any) -> None:
        self._application = application
        self._threads = ThreadPoolExecutor(_THREADS)
        self._large = Turns(_LARGE_AT_ONCE, _PATIENCE)

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        if scope.proto != "http":
            return
        given = scope.headers.get("content-length") or ""
        length = int(given) if given.isascii() and given.isdecimal() and len(given) < 20 else 0
        if not _SMALL < length <= _MOST:
            await self._take(scope, protocol, given, length, Turn())
            return
        try:
            async with self._large.turn(_TURN) as turn:
                await self._take(scope, protocol, given, length, turn)
        except TimeoutError:
            protocol.response_bytes(*_BUSY)

    async def _take(self, scope: Any, protocol: Any, given: str, length: int, turn: Turn) -> None:
        body = await _read(protocol, length, turn) if 0 < length <= _MOST else b""
        if turn.gave_way and len(body) < length:
            raise TimeoutError
        answered = await asyncio.get_running_loop().run_in_executor(self._threads, self._answer, _environ(scope, given, body))
        protocol.response_bytes(*answered)

    def _answer(self, environ: dict[str, Any]) -> tuple[int, list[tuple[str, str]], bytes]:
        started: list[Any] = [500, []]

        def start(status: str, headers: list[tuple[str, str]], _: Any = None) -> None:
            started[:] = [int(status[:3]), [(name.lower(), value) for name, value in headers]]

        parts = self._application(environ, start)
        try:
            return started[0], started[1], b"".join(parts)
        finally:
            parts.close()


async def _read(protocol: Any, length: int, turn: Turn) -> bytes:
    """As much as came in time, and no more than was announced."""
    body = bytearray()
    with suppress(TimeoutError, RSGIProtocolClosed, RSGIProtocolError):
        async with turn.reading(_SECONDS):
            async for part in protocol:
                body += part
                turn.arrived += len(part)
                if len(body) >= length:
                    break
    return bytes(body[:length])


def _environ(scope: Any, length: str, body: bytes) -> dict[str, Any]:
    """PEP 3333; of the headers only what our views look at."""
    return {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": scope.path,
        "QUERY_STRING": "",
        "CONTENT_LENGTH": length,
        "CONTENT_TYPE": scope.headers.get("content-type") or "",
        "HTTP_HOST": scope.headers.get("host") or "",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "0",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }


def _named() -> Any:
    module, _, name = os.environ[NAME].partition(":")
    return getattr(import_module(module), name)


def door() -> Door:
    """For granian, in each of its processes."""
    end_with_its_server()
    end_when_unheard()
    return Door(_named())
