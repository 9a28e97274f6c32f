"""Answers letters on one address, with granian and TLS 1.3, until it is told to stop."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_APPLICATION: Final = "LONGARM_LETTERS"  # read by web.letters_door
_HEADERS: Final = 10_000  # milliseconds in which the head of a request has to be there
_AT_ONCE: Final = 1024  # requests in one process; each waits for its body without a thread


def answer_letters(application: str, host: str, port: int, *, certificate: Path | None, workers: int = 1) -> None:
    """Does not return before SIGINT or SIGTERM. `application`: a WSGI application as `module:name`, behind `web.letters_door`.

    `certificate`: the file of `keys.certificate`; None behind a Tor onion service, which encrypts by itself.
    """
    import multiprocessing
    import os

    from granian.constants import HTTPModes, Interfaces
    from granian.http import HTTP1Settings
    from granian.server import Server

    os.environ[_APPLICATION] = application
    multiprocessing.set_start_method("spawn")
    Server(
        "longarm.web.letters_door:door",
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        workers=max(1, workers),
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=_HEADERS),
        ssl_cert=certificate,
        ssl_key=certificate,
        websockets=False,
        log_access=False,
        log_level="error",  # type: ignore[arg-type]  # a member of a str enum
        respawn_failed_workers=True,
        backlog=_AT_ONCE,
        backpressure=_AT_ONCE,
    ).serve()
