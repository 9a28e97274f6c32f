"""Sends a time-stamp query to an authority (RFC 3161, section 3.4, over HTTP). Only a hash leaves; the authority and the
network between learn an address and an hour."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

import httpx

from longarm.errors import BadInput, Unsound

MAX_ANSWER: Final = 1 << 20
SECONDS: Final = 30.0
_ASKS: Final = "application/timestamp-query"
_ANSWERS: Final = "application/timestamp-reply"


class Sender:
    """Asks authorities, no faster than each wants. One for a batch: it remembers when it last asked whom."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep) -> None:
        self.clock, self.sleep = clock, sleep
        self.last: dict[str, float] = {}

    def ask(self, url: str, query: bytes, *, interval: float = 1.0) -> bytes:
        """The authority's answer to `query` (both DER), `interval` seconds after the one before at the earliest.

        Raises BadInput when `url` is none, Unsound when no answer comes within 30 s, or it is no time-stamp answer.
        """
        check_url(url)
        if url in self.last:
            self.sleep(max(0.0, self.last[url] + interval - self.clock()))
        self.last[url] = self.clock()
        return self._post(url, query)

    def _post(self, url: str, query: bytes) -> bytes:
        deadline = self.clock() + SECONDS
        headers = {"Content-Type": _ASKS, "Accept": _ANSWERS, "User-Agent": "rfc3161"}
        answer = bytearray()
        try:
            # No redirects: whoever is between may not send the query elsewhere.
            with httpx.stream("POST", url, content=query, headers=headers, timeout=SECONDS, follow_redirects=False) as response:
                if response.status_code != httpx.codes.OK:
                    raise Unsound("stamp-http-status", url=url, status=response.status_code)
                if response.headers.get("content-type", "").partition(";")[0].strip().lower() != _ANSWERS:
                    raise Unsound("stamp-not-an-answer", url=url, kind=response.headers.get("content-type", "?")[:60])
                for part in response.iter_raw():
                    answer += part
                    if len(answer) > MAX_ANSWER:
                        raise Unsound("stamp-too-large", limit=MAX_ANSWER // 1024)
                    if self.clock() > deadline:
                        raise Unsound("stamp-too-slow", url=url, seconds=int(SECONDS))
        except (httpx.HTTPError, httpx.InvalidURL) as fault:
            raise Unsound("stamp-unreachable", url=url, why=str(fault)[:200] or type(fault).__name__) from fault
        return bytes(answer)


def check_url(url: str) -> None:
    """Raises BadInput when `url` is no http or https address."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        good = False
    if not good:
        raise BadInput("stamp-not-a-url", url=url[:200])
