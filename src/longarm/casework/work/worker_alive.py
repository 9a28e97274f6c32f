"""Is the worker process alive? It holds a lock on a file of the data folder for as long as it lives, however it dies.

No clock and no heartbeat: the lock is on a descriptor that the worker is born with (flock(2): it goes with the last copy of
the descriptor), so that a worker that is busy for an hour is alive, and one that was killed is not.
"""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import Final

_LOCK: Final = ".worker"


def locked(data: Path) -> int:
    """A descriptor that holds the lock, for the worker to inherit. Close it here once the worker has it."""
    handle = os.open(data / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    fcntl.flock(handle, fcntl.LOCK_EX)  # waits at most for a look (`alive`): there is one worker at a time
    return handle


def alive(data: Path) -> bool:
    try:
        handle = os.open(data / _LOCK, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False
