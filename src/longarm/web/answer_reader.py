"""Who reads an answer that is made meanwhile, in a thread: nothing goes on being made for who has gone or takes nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final

Receive = Callable[[], Awaitable[dict[str, Any]]]  # of ASGI
Send = Callable[[dict[str, Any]], Awaitable[None]]
_SILENT: Final = 60.0  # seconds in which nothing is taken


class Reader:
    """`send` on the loop, `push` from a thread; granian's own `send` takes whatever comes, also when nobody reads any more."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self.send, self._receive, self._gone = send, receive, False
        self._loop = asyncio.get_running_loop()
        self._watching: asyncio.Task[None] | None = None

    def push(self, message: dict[str, Any]) -> None:
        """Raises ConnectionAbortedError."""
        if self._gone:
            raise ConnectionAbortedError
        try:
            asyncio.run_coroutine_threadsafe(self._push(message), self._loop).result(_SILENT)
        except TimeoutError:  # an answer has begun: no other can follow
            raise ConnectionAbortedError from None

    def forget(self) -> None:
        if self._watching is not None:
            self._watching.cancel()

    async def _push(self, message: dict[str, Any]) -> None:
        self._watching = self._watching or self._loop.create_task(self._watch())
        await self.send(message)

    async def _watch(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
        self._gone = True
