"""A process that answers never outlives the server that began it, even one that was killed: a port would stay taken by nobody."""

from __future__ import annotations

import atexit
import multiprocessing
import os
import signal
import sys
import threading
import time
from typing import Final

_LAST: Final = 10.0  # seconds for the answers at hand


def end_with_its_server() -> None:
    """Called in each process that granian spawns; elsewhere (tests, commands) there is no such parent and nothing is done."""
    if (server := multiprocessing.parent_process()) is not None:
        threading.Thread(target=_until_it_ends, args=(server,), daemon=True).start()
        atexit.register(_leave)


def _until_it_ends(server: multiprocessing.process.BaseProcess) -> None:
    server.join()  # on a pipe whose other end the server holds: no pid that another could have by now
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_LAST)
    os._exit(1)


def _leave() -> None:
    """Without taking the interpreter down: a thread of granian that asks for it meanwhile is ended by Python (until 3.14), and
    Rust aborts with a panic on the terminal (seen once in fourteen stops). granian asks for no exit code."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)
