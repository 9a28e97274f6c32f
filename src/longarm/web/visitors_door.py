"""What granian runs for browsers: a form is read here, in limits of time, before it takes one of the threads that answer.

granian itself has no limit for a body, and gives a thread to whoever begins one: eight who send byte by byte would have kept
everybody out. Three sizes: a form, which is read whole and waits for nobody; a piece of a file, of which only so many are in
memory at once; more, a whole file of a form without script, which is read as it comes, in threads of its own.
"""

from __future__ import annotations

import asyncio
import io
import logging
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

from longarm.web.answer_reader import Reader, Receive, Send
from longarm.web.arriving_body import Arriving, read_body
from longarm.web.turns import Turn, Turns
from longarm.web.wsgi_environ import environ_of

_log: Final = logging.getLogger("django.request")
_THREADS: Final = 12  # of Python, in each process, that answer: none waits for a sender, eight at most for keys (`narrow`)
_SMALL: Final = 128 * 1024  # bytes: eight thousand letters of Arabic, encoded as a form, and what the form carries
_PIECE: Final = 1280 * 1024  # static/give.js sends a mebibyte
_PIECES: Final = 48  # at once: 60 MiB
_WHOLE: Final = 8  # files read as they come, at once
_PATIENCE: Final = 10.0  # seconds that no sender of these gives way
_TURN: Final = 20.0  # seconds to wait for one
_CLOSE: Final = [(b"content-length", b"0"), (b"cache-control", b"no-store"), (b"connection", b"close")]


class Door:
    """An ASGI application around a WSGI one."""

    def __init__(self, application: Any) -> None:
        self._application = application
        self._threads = ThreadPoolExecutor(_THREADS)
        self._own_threads = ThreadPoolExecutor(_WHOLE)
        self._pieces = Turns(_PIECES, _PATIENCE)
        self._whole = Turns(_WHOLE, _PATIENCE)

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        length = _length(scope)
        try:
            if length <= _SMALL:
                await self._read_first(scope, receive, send, length, Turn())
            elif length <= _PIECE:
                async with self._pieces.turn(_TURN) as turn:
                    await self._read_first(scope, receive, send, length, turn)
            else:
                async with self._whole.turn(_TURN) as turn:
                    arriving = io.BufferedReader(Arriving(receive, turn, length), 1 << 18)
                    await self._answer(scope, arriving, (receive, send), self._own_threads)
        except TimeoutError:
            await _refuse(send, 503)

    async def _read_first(self, scope: dict[str, Any], receive: Receive, send: Send, length: int, turn: Turn) -> None:
        try:
            body = await read_body(receive, length, turn)
        except TimeoutError:
            await _refuse(send, 503 if turn.gave_way else 408)
            return
        if len(body) == length:  # else its sender has gone
            await self._answer(scope, io.BytesIO(body), (receive, send), self._threads)

    async def _answer(self, scope: dict[str, Any], body: Any, ways: tuple[Receive, Send], threads: ThreadPoolExecutor) -> None:
        reader, loop = Reader(*ways), asyncio.get_running_loop()
        try:
            for message in await loop.run_in_executor(threads, self._run, environ_of(scope, body), reader):
                await reader.send(message)  # a slow reader holds no thread
        finally:
            reader.forget()

    def _run(self, environ: dict[str, Any], reader: Reader) -> list[dict[str, Any]]:
        """The answer's messages; what is made while it is read goes out from here."""
        started: dict[str, Any] = {"type": "http.response.start"}

        def start(status: str, headers: list[tuple[str, str]], _: Any = None) -> None:
            started["status"] = int(status[:3])
            started["headers"] = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]

        parts = self._application(environ, start)
        try:
            if not getattr(parts, "streaming", False):
                return [started, {"type": "http.response.body", "body": b"".join(parts), "more_body": False}]
            reader.push(started)
            try:
                for part in parts:
                    reader.push({"type": "http.response.body", "body": part, "more_body": True})
            except ConnectionAbortedError:
                raise
            except Exception as fault:  # the server would write its message, which may quote what a person wrote
                _log.error("an answer broke off", exc_info=fault)
                raise ConnectionAbortedError from None
            return [{"type": "http.response.body", "body": b"", "more_body": False}]
        finally:
            parts.close()


def _length(scope: dict[str, Any]) -> int:
    """Of the body; 0 for one that does not say: nothing of ours sends one, and Django reads none."""
    text = next((value for name, value in scope["headers"] if name == b"content-length"), b"")
    return int(text) if text.isdigit() and len(text) < 20 else 0


async def _refuse(send: Send, status: int) -> None:
    await send({"type": "http.response.start", "status": status, "headers": _CLOSE})
    await send({"type": "http.response.body", "body": b"", "more_body": False})


def door() -> Door:
    """For granian, in each of its processes."""
    from longarm.web.wsgi import application

    return Door(application)
