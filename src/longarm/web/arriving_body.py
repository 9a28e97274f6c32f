"""A request's body as it comes: read whole in limits of time, or handed to the thread that reads it, part by part."""

from __future__ import annotations

import asyncio
import io
from time import monotonic
from typing import Any, Final

from longarm.web.answer_reader import Receive
from longarm.web.turns import Turn

_SECONDS: Final = 20.0  # for a whole body, and a second more for each
_SLOWEST: Final = 1024  # bytes of it
_SILENT: Final = 60.0  # seconds without a byte


class Arriving(io.RawIOBase):
    """A body while it comes, for the thread that reads it. It ends early where its sender has gone: of that Django makes no file.
    Raises OSError where the sender fell silent or had to give way."""

    def __init__(self, receive: Receive, turn: Turn, length: int) -> None:
        self._receive, self._turn, self._left = receive, turn, length
        self._loop = asyncio.get_running_loop()
        self._part = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self._part and self._left:
            try:
                self._part = asyncio.run_coroutine_threadsafe(self._next(), self._loop).result()[: self._left]
            except ConnectionError:
                return 0
            self._left -= len(self._part)
        taken = min(len(buffer), len(self._part))
        buffer[:taken], self._part = self._part[:taken], self._part[taken:]
        return taken

    async def _next(self) -> bytes:
        return await _part(self._receive, self._turn, _SILENT)


async def read_body(receive: Receive, length: int, turn: Turn) -> bytes:
    """All of it. Raises TimeoutError where it comes too slowly; shorter, where its sender has gone."""
    body, last = bytearray(), monotonic() + _SECONDS + length / _SLOWEST
    while len(body) < length:
        try:
            body += await _part(receive, turn, last - monotonic())
        except ConnectionError:
            break
    return bytes(body[:length])


async def _part(receive: Receive, turn: Turn, seconds: float) -> bytes:
    """What comes next, never empty. Raises TimeoutError, or ConnectionError where the sender has gone."""
    async with turn.reading(seconds):
        while True:
            message = await receive()
            part: bytes = message.get("body", b"")
            if part or message["type"] != "http.request" or not message.get("more_body"):
                break
    if not part:
        raise ConnectionResetError
    turn.arrived += len(part)
    return part
