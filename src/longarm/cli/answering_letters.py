"""Answers letters on one address, with granian and TLS 1.3, until it is told to stop."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_THREADS: Final = 8
_HEADERS: Final = 10_000  # milliseconds in which the head of a request has to be there


def answer_letters(application: str, host: str, port: int, *, certificate: Path | None, workers: int = 1) -> None:
    """Does not return before SIGINT or SIGTERM. `application`: a WSGI application as `module:name`.

    `certificate`: the file of `keys.certificate`; None behind a Tor onion service, which encrypts by itself.
    """
    import multiprocessing

    from granian.constants import HTTPModes, Interfaces
    from granian.http import HTTP1Settings
    from granian.server import Server

    multiprocessing.set_start_method("spawn")
    Server(
        application,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=max(1, workers),
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=_HEADERS),
        ssl_cert=certificate,
        ssl_key=certificate,
        websockets=False,
        log_access=False,
        log_level="error",  # type: ignore[arg-type]  # a member of a str enum
        respawn_failed_workers=True,
        blocking_threads=_THREADS,
        backpressure=4 * _THREADS,
    ).serve()
