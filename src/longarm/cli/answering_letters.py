"""Answers letters on one address, with granian and TLS 1.3, until it is told to stop."""

from __future__ import annotations

import resource
from pathlib import Path
from typing import Final

_APPLICATION: Final = "LONGARM_LETTERS"  # read by web.letters_door
_HEARD_AT: Final = "LONGARM_HEARD_AT"  # read by web.still_heard
_HEADERS: Final = 10_000  # milliseconds in which the head of a request has to be there
_AT_ONCE: Final = 1024  # requests in one process; each waits for its body without a thread
_BUFFER: Final = 32 * 1024  # bytes of a request that the server itself holds
_FILES: Final = 65_536  # connections whose TLS has not begun count too: a usual limit of 1,024 is soon full


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
    os.environ[_HEARD_AT] = f"{host} {port}"
    _allow_files()
    multiprocessing.set_start_method("spawn")
    Server(
        "longarm.web.letters_door:door",
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        workers=max(1, workers),
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=_HEADERS, max_buffer_size=_BUFFER),
        ssl_cert=certificate,
        ssl_key=certificate,
        websockets=False,
        log_access=False,
        log_level="error",  # type: ignore[arg-type]  # a member of a str enum
        respawn_failed_workers=True,
        backlog=_AT_ONCE,
        backpressure=_AT_ONCE,
    ).serve()


def _allow_files() -> None:
    """As many as this process may allow itself; those that it starts inherit it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = _FILES if hard == resource.RLIM_INFINITY else min(hard, _FILES)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
