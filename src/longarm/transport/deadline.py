"""Connections of which all steps together have one time: looking a name up, connecting, proxy, TLS, writing, head and body.

An HTTP client's own limits hold for one step each: who sends a byte now and then, or reads one, is waited for without end. Here
each step has what is left of the whole. For `httpcore`, which takes the place where its connections come from as an argument.
"""

from __future__ import annotations

import queue
import socket
import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import httpcore

_PIECE: Final = 16 * 1024  # bytes: one record of TLS, for which `ssl` itself keeps one time


class Deadline(httpcore.NetworkBackend):
    """One for one exchange: its time begins when it is made. What is over it raises `httpcore.TimeoutException`."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self, over: type[httpcore.TimeoutException] = httpcore.ReadTimeout) -> float:
        """Seconds. Raises `over` when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise over("the time is over")
        return left

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002 - httpcore's signature; never given by ours
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """`timeout`: for all addresses of the name together."""
        end = time.monotonic() + min(timeout or self.left(), self.left(httpcore.ConnectTimeout))
        fault: OSError = OSError("the name has no address")
        with _said(httpcore.ConnectTimeout, httpcore.ConnectError):
            for address in _addresses(host, port, end - time.monotonic()):
                try:
                    line = socket.create_connection(address, max(0.001, end - time.monotonic()))
                except OSError as one:  # the next address of the same name
                    fault = one
                    continue
                line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                return _Line(line, self)
            raise fault


class _Line(httpcore.NetworkStream):
    """Whatever limit the client names for one step: the deadline is what holds."""

    def __init__(self, line: socket.socket, deadline: Deadline) -> None:
        self._line, self._deadline = line, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        with _said(httpcore.ReadTimeout, httpcore.ReadError):
            self._line.settimeout(self._deadline.left())
            return self._line.recv(max_bytes)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        rest = memoryview(buffer)
        with _said(httpcore.WriteTimeout, httpcore.WriteError):
            while rest:
                self._line.settimeout(self._deadline.left(httpcore.WriteTimeout))
                rest = rest[self._line.send(rest[:_PIECE]) :]

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        with _said(httpcore.ConnectTimeout, httpcore.ConnectError):
            try:
                self._line.settimeout(self._deadline.left(httpcore.ConnectTimeout))
                return _Line(ssl_context.wrap_socket(self._line, server_hostname=server_hostname), self._deadline)
            except BaseException:
                self.close()
                raise

    def close(self) -> None:
        self._line.close()

    def get_extra_info(self, info: str) -> Any:  # noqa: ARG002 - nothing is told of the socket; connections are not used twice
        return None


def _addresses(host: str, port: int, seconds: float) -> list[tuple[str, int]]:
    """Of a name or number. The system's resolver takes no time limit: it is asked beside, and left behind when it is too slow."""
    found: queue.SimpleQueue[list[tuple[str, int]] | OSError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            said = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.put([(str(one[4][0]), port) for one in said])
        except OSError as fault:
            found.put(fault)

    threading.Thread(target=ask, daemon=True).start()
    try:
        said = found.get(timeout=max(0.001, seconds))
    except queue.Empty:
        raise TimeoutError("the name was not looked up in time") from None
    if isinstance(said, OSError):
        raise said
    return said


@contextmanager
def _said(over: type[httpcore.TimeoutException], fault: type[httpcore.NetworkError]) -> Iterator[None]:
    """In the client's words."""
    try:
        yield
    except TimeoutError as late:
        raise over(str(late)) from late
    except OSError as broken:
        raise fault(str(broken)) from broken
