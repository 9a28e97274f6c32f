"""Answers browsers on one address, with granian, until it is told to stop. What it serves stands in the environment."""

from __future__ import annotations

from typing import Final

_AT_ONCE: Final = 512  # connections: one that says nothing holds no thread, and few of them keep nobody out
_HEADERS: Final = 10_000  # milliseconds in which the head of a request has to be there


def answer(host: str, port: int, workers: int) -> None:
    """Does not return before SIGINT or SIGTERM."""
    import multiprocessing

    from granian.constants import HTTPModes, Interfaces
    from granian.http import HTTP1Settings
    from granian.server import Server

    # Fresh processes: a fork would take this one's Django settings and database connection along.
    multiprocessing.set_start_method("spawn")
    Server(
        "longarm.web.visitors_door:door",
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.ASGINL,
        http=HTTPModes.http1,
        workers=max(1, workers),
        websockets=False,
        log_access=False,
        log_level="error",  # type: ignore[arg-type]  # a member of a str enum
        respawn_failed_workers=True,
        http1_settings=HTTP1Settings(header_read_timeout=_HEADERS),
        backpressure=_AT_ONCE,
    ).serve()
