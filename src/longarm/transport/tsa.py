"""Sends a time-stamp query to an authority (RFC 3161, section 3.4, over HTTP). Only a hash leaves; the authority and the
network between learn an address and an hour. A proxy that the environment names for the authority is used."""

from __future__ import annotations

import time
from base64 import b64encode
from collections.abc import Callable
from typing import Final
from urllib.parse import unquote_to_bytes, urlsplit
from urllib.request import getproxies, proxy_bypass  # noqa: TID251 - they ask the environment and connect nowhere

import httpcore
import httpx

from longarm.errors import BadInput, Unsound
from longarm.transport.deadline import Deadline
from longarm.transport.reason import reason

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

        Raises BadInput when `url` is none, Unsound when no whole answer is there within 30 s, or it is no time-stamp answer.
        """
        check_url(url)
        if url in self.last:
            self.sleep(max(0.0, self.last[url] + interval - self.clock()))
        self.last[url] = self.clock()
        return self._post(url, query)

    def _post(self, url: str, query: bytes) -> bytes:
        deadline = Deadline(SECONDS)
        try:
            # No redirects: whoever is between may not send the query elsewhere.
            with (
                _connections(url, deadline) as connections,
                connections.stream("POST", _address(url), content=query, headers=_headers(url)) as response,
            ):
                if response.status != httpx.codes.OK:
                    raise Unsound("stamp-http-status", url=url, status=response.status)
                kind = _kind(response)
                if kind.partition(";")[0].strip().lower() != _ANSWERS:
                    raise Unsound("stamp-not-an-answer", url=url, kind=kind[:60])
                answer = bytearray()
                for part in response.iter_stream():
                    answer += part
                    if len(answer) > MAX_ANSWER:
                        raise Unsound("stamp-too-large", limit=MAX_ANSWER // 1024)
        except httpcore.TimeoutException as fault:
            raise Unsound("stamp-too-slow", url=url, seconds=int(SECONDS)) from fault
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError, httpx.InvalidURL) as fault:
            raise Unsound("stamp-unreachable", url=url, why=reason(fault)) from fault
        return bytes(answer)


def _connections(url: str, deadline: Deadline) -> httpcore.ConnectionPool:
    """Directly, or through the proxy that the environment names (`https_proxy`, `no_proxy` and their like)."""
    parts, trust = urlsplit(url), httpx.create_ssl_context()
    proxy = None if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme)
    if proxy is None:
        return httpcore.ConnectionPool(ssl_context=trust, network_backend=deadline)
    if proxy.startswith("socks"):
        return httpcore.SOCKSProxy(proxy, ssl_context=trust, network_backend=deadline)
    named = proxy if "://" in proxy else f"http://{proxy}"
    return httpcore.HTTPProxy(named, ssl_context=trust, network_backend=deadline)


def _kind(response: httpcore.Response) -> str:
    return next((value for name, value in response.headers if name.lower() == b"content-type"), b"?").decode("latin-1")


def _address(url: str) -> httpcore.URL:
    read = httpx.URL(url)  # a name with letters beyond ASCII as the network writes it
    return httpcore.URL(scheme=read.raw_scheme, host=read.raw_host, port=read.port, target=read.raw_path)


def _headers(url: str) -> list[tuple[str, str]]:
    """`url` may hold a name and a password, for authorities that ask for them."""
    headers = [("Content-Type", _ASKS), ("Accept", _ANSWERS), ("Accept-Encoding", "identity"), ("User-Agent", "rfc3161")]
    given = httpx.URL(url).userinfo
    return [*headers, ("Authorization", f"Basic {b64encode(unquote_to_bytes(given)).decode()}")] if given else headers


def check_url(url: str) -> None:
    """Raises BadInput when `url` is no http or https address."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        good = False
    if not good:
        raise BadInput("stamp-not-a-url", url=url[:200])
