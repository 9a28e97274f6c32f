"""Processes of the lab: each in a session of its own, so that Ctrl-C reaches the lab alone and a signal its workers too."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

_AWAY: Final = ("LONGARM_", "DJANGO_", "DATABASE_")  # what would lead a party to another's folder or to a database
_SECONDS: Final = 10.0  # in which a process ends that was asked to
Bytes = subprocess.Popen[bytes]


def begin(command: Sequence[str], log: Path, *, asked: bool = False) -> Bytes:
    """`asked`: it is spoken to over its standard input and output; else what it says goes to `log`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_AWAY)}
    inward, outward = (subprocess.PIPE, subprocess.PIPE) if asked else (subprocess.DEVNULL, None)
    came: list[int] = []
    before = {number: signal.signal(number, lambda got, _: came.append(got)) for number in (signal.SIGINT, signal.SIGTERM)}
    with log.open("ab") as said:
        started = subprocess.Popen(
            command, stdin=inward, stdout=outward or said, stderr=said, env=kept, start_new_session=True
        )  # fmt: skip
    for number, handler in before.items():
        signal.signal(number, handler)
    if came:  # Ctrl-C while it began: it is nobody's yet, so it ends here
        end(started, patience=0)
        signal.raise_signal(came[0])
    return started


def ask_to_end(process: Bytes) -> None:
    _signal(process, signal.SIGTERM)


def end(process: Bytes, *, patience: float = _SECONDS) -> None:
    """Returns when nothing of its group is left: workers do not end with a parent that is killed."""
    if patience:
        with suppress(subprocess.TimeoutExpired):
            process.wait(patience)
    _signal(process, signal.SIGKILL)
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()


def pipes(process: Bytes) -> tuple[IO[bytes], IO[bytes]]:
    """Raises ValueError for a process that is not spoken to."""
    if process.stdin is None or process.stdout is None:
        raise ValueError("begun without `asked`")
    return process.stdin, process.stdout


def _signal(process: Bytes, number: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, number)
