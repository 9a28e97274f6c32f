"""A process that takes no connections any more ends, so that its server begins another in its place.

granian's loop ends for good at the first connection that cannot be accepted, as when the process has no file descriptor left:
whoever opens a thousand connections at once would have silenced a service until somebody restarts it.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
import time
from typing import Final

from longarm.transport.port import answers

ADDRESS: Final = "LONGARM_HEARD_AT"  # host and port, by a space
_EVERY: Final = 5.0  # seconds between two tries, and for each
_UNHEARD: Final = 3  # tries one after the other


def end_when_unheard() -> None:
    """Called in each process that granian spawns. Nothing is done where no address is told, or by who was not spawned."""
    host, _, port = os.environ.get(ADDRESS, "").rpartition(" ")
    if host and multiprocessing.parent_process() is not None:
        threading.Thread(target=_watch, args=(host, int(port)), daemon=True).start()


def _watch(host: str, port: int) -> None:
    unheard = 0
    while unheard < _UNHEARD:
        time.sleep(_EVERY)
        unheard = 0 if answers(host, port, _EVERY) else unheard + 1
    sys.stderr.write("longarm: no connection was taken for a while; the process begins anew.\n")
    os._exit(1)
