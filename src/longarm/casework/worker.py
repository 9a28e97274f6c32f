"""The node's one worker process: reads exhibits and seals cases while the web answers.

`python -m longarm.casework.worker` is started by `longarm serve`, which writes the private key to its standard input and
keeps that open: when it closes, the server has gone, and the worker goes too.
"""

from __future__ import annotations

import sys
import threading
import time
from typing import Final

from longarm.keys.worker import WorkerKey

_PAUSE: Final = 0.25  # seconds between two looks at an empty table
_DAY: Final = 24 * 3600.0


def main() -> int:
    """Returns 0 when the server has gone, 2 when no key was given."""
    try:
        key = WorkerKey.of(bytes.fromhex(sys.stdin.readline().strip()))
    except ValueError:
        sys.stderr.write("longarm: the worker is started by `longarm serve`.\n")
        return 2
    ended = threading.Event()
    threading.Thread(target=_until_closed, args=(ended,), daemon=True).start()
    from longarm.store.start import start

    start()
    work(key, ended)
    return 0


def work(key: WorkerKey, ended: threading.Event) -> None:
    """Takes jobs until `ended`; the one at hand is finished first. When there is none, once a day, it does what is due daily."""
    from django.db import close_old_connections
    from django.db.utils import OperationalError

    from longarm.casework.jobs import carry_out, take, take_back

    take_back(key)
    done_at = -_DAY
    while not ended.is_set():
        try:
            close_old_connections()
            job = take(key)
            if job is None and time.monotonic() - done_at >= _DAY:
                done_at = time.monotonic()
                _daily()
        except OperationalError:  # the database is away or busy for longer than its time-out: look again
            time.sleep(4 * _PAUSE)
            continue
        if job is None:
            ended.wait(_PAUSE)
        else:
            carry_out(key, job)


def _daily() -> None:
    """What goes wrong here is said and stops nothing: it comes again tomorrow."""
    from longarm.casework.daily import daily

    try:
        daily()
    except Exception as fault:
        sys.stderr.write(f"longarm: what is due daily could not be done ({type(fault).__name__}).\n")


def _until_closed(ended: threading.Event) -> None:
    sys.stdin.read()
    ended.set()


if __name__ == "__main__":
    sys.exit(main())
