"""The public intake on a port of its own, in processes that know no desk: for a Tor onion service, or another way in.

    python -m longarm.cli.intake_apart HOST PORT WORKERS

It answers until its input closes, so that it never outlives the server that started it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from typing import Final

_LAST: Final = 10.0  # seconds for the answers at hand


class IntakeApart:
    """`start` it beside the server, `stop` it at the end."""

    def __init__(self, host: str, port: int, workers: int) -> None:
        self._command = [sys.executable, "-m", "longarm.cli.intake_apart", host, str(port), str(workers)]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        # A session of its own: an interrupt typed at the terminal is the server's, this one follows when its input closes.
        told = {**os.environ, "LONGARM_ROOTS": "intake"}
        self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, start_new_session=True, env=told)

    def stop(self) -> None:
        if self._process is None or self._process.stdin is None:
            return
        self._process.stdin.close()
        try:
            self._process.wait(_LAST)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def main(host: str, port: str, workers: str) -> None:
    from longarm.cli.answering import answer

    threading.Thread(target=_end_with_input, daemon=True).start()
    answer(host, int(port), int(workers))


def _end_with_input() -> None:
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main(*sys.argv[1:])
