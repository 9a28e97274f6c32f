"""The node's one worker process: reads exhibits and seals cases while the web answers.

`python -m longarm.casework.work.worker` is started by `longarm serve`, which writes the private key to its standard input and
keeps that open: when it closes, the server has gone, and the worker goes too.
"""

from __future__ import annotations

import sys
import threading
import time
from typing import Final

from longarm.casework.work.unseen import keep_memory_to_itself
from longarm.keys.worker import WorkerKey

_PAUSE: Final = 0.25  # seconds between two looks at an empty table


def main() -> int:
    """Returns 0 when the server has gone, 2 when no key was given."""
    keep_memory_to_itself()
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
    """Takes jobs until `ended`; the one at hand is finished first. Once an hour, jobs or none, it does its chores."""
    from django.db import close_old_connections
    from django.db.utils import OperationalError

    from longarm.casework.work.chores import EVERY, do_chores
    from longarm.casework.work.jobs import carry_out, take, take_back

    take_back(key)
    done_at = time.monotonic() - EVERY
    while not ended.is_set():
        try:
            close_old_connections()
            if time.monotonic() - done_at >= EVERY:
                done_at = time.monotonic()
                do_chores()
            job = take(key)
        except OperationalError:  # the database is away or busy for longer than its time-out: look again
            time.sleep(4 * _PAUSE)
            continue
        if job is None:
            ended.wait(_PAUSE)
        else:
            carry_out(key, job)


def _until_closed(ended: threading.Event) -> None:
    sys.stdin.read()
    ended.set()


if __name__ == "__main__":
    sys.exit(main())
