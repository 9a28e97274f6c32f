"""A process that holds keys keeps its memory to itself: no core dump, no debugger of the same user, nothing in /proc to read."""

from __future__ import annotations

import ctypes
import resource
import sys
from contextlib import suppress
from typing import Final

_DUMPABLE: Final = 4  # PR_SET_DUMPABLE of <linux/prctl.h>


def keep_memory_to_itself() -> bool:
    """For the web's processes, the worker and the server that starts them. True where both hold.

    Root can still look; so can who takes the machine's memory. A program started from here begins anew and decides for itself.
    """
    with suppress(ValueError, OSError):  # an administrator's limit is lower already
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    core = resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    return bool(libc.prctl(_DUMPABLE, 0, 0, 0, 0) == 0) and core
