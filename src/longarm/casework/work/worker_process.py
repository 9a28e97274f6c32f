"""Keeps the worker process alive beside the server: started with a fresh key, started again when it dies."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from typing import Final

from longarm.casework.work.worker_alive import locked
from longarm.keys.worker import WorkerKey
from longarm.store.folder import folder_of

_AGAIN_AFTER: Final = 1.0  # seconds
_LAST_JOB: Final = 20.0  # seconds a job at hand may take when the server stops


class WorkerProcess:
    """`start` it, tell the web its `public` key (`LONGARM_WORKER`), `stop` it at the end."""

    def __init__(self) -> None:
        self._key = WorkerKey.new()
        self._ending = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def public(self) -> str:
        return self._key.public.hex()

    def start(self) -> None:
        self._process = self._spawn()
        threading.Thread(target=self._watch, daemon=True).start()

    def stop(self) -> None:
        """Lets the job at hand end, for a while; what is cut off is queued again at the next start."""
        self._ending.set()
        if self._process is None:
            return
        if self._process.stdin:
            self._process.stdin.close()
        try:
            self._process.wait(_LAST_JOB)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _spawn(self) -> subprocess.Popen[bytes]:
        # A session of its own: an interrupt typed at the terminal is the server's, the worker follows when its input closes.
        command = [sys.executable, "-m", "longarm.casework.work.worker"]
        lock = locked(folder_of().data)
        try:
            process = subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True, pass_fds=(lock,))
        finally:
            os.close(lock)
        if process.stdin:
            process.stdin.write(bytes(self._key.private).hex().encode() + b"\n")
            process.stdin.flush()
        return process

    def _watch(self) -> None:
        while self._process is not None and not self._ending.is_set():
            self._process.wait()
            if self._ending.wait(_AGAIN_AFTER):
                return
            self._process = self._spawn()
