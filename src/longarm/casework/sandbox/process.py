"""Starting a child, talking to it, and its end: whatever it does, it is dead when `Child` is left."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from types import TracebackType
from typing import Self

import msgspec

from longarm.casework.sandbox import frames
from longarm.casework.sandbox.limits import Limits


class Lost(Exception):
    """The child was killed, fell silent, said too much or said nonsense. `why` is a word for the record."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Child:
    """A context manager. The child gets no environment, no descriptor but its pipes, no directory, and no terminal.

    A fresh interpreter, never a fork: a fork of a process with threads may hang, and it would take the keys along.
    Raises Lost, also when no process can be started.
    """

    def __init__(self, task: str, limits: Limits) -> None:
        self._limits = limits
        self._ends = time.monotonic() + limits.wall
        self._said = 0
        command = [sys.executable, "-I", "-m", "longarm.casework.sandbox.child", task, str(limits.cpu), str(limits.memory)]
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # a traceback may hold what the file holds
                env={"LANG": "C.UTF-8"},
                cwd="/",
                start_new_session=True,
                bufsize=0,
            )
        except OSError as fault:
            raise Lost(type(fault).__name__) from None
        if self._process.stdin is None or self._process.stdout is None:
            raise AssertionError
        self._in, self._out = self._process.stdin.fileno(), self._process.stdout.fileno()
        os.set_blocking(self._in, False)
        os.set_blocking(self._out, False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self.end()

    def end(self) -> None:
        if self._process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def walls(self) -> frozenset[str]:
        """Which walls stand: the child's first word, said before it has seen anything of the file."""
        kind, told = self.receive()
        if kind != frames.WALLS:
            raise Lost("Nonsense")
        try:
            return frozenset(msgspec.json.decode(told, type=tuple[str, ...]))
        except msgspec.MsgspecError:
            raise Lost("Nonsense") from None

    def send(self, kind: bytes, payload: bytes | memoryview) -> None:
        until = self._until()
        for part in (frames.HEAD.pack(kind, len(payload)), payload):
            left = memoryview(part)
            while left:
                self._wait(self._in, select.POLLOUT, until)
                try:
                    left = left[os.write(self._in, left) :]
                except BlockingIOError:
                    continue
                except BrokenPipeError:
                    raise Lost(self._death()) from None

    def receive(self) -> tuple[bytes, bytes]:
        until = self._until()
        kind, size = frames.HEAD.unpack(self._exactly(frames.HEAD.size, until))
        self._said += size
        if size > frames.LONGEST or self._said > self._limits.output:
            raise Lost("TooMuch")
        return kind, bytes(self._exactly(size, until))

    def _exactly(self, size: int, until: float) -> bytearray:
        data = bytearray()
        while len(data) < size:
            self._wait(self._out, select.POLLIN, until)
            try:
                piece = os.read(self._out, min(size - len(data), 1 << 20))
            except BlockingIOError:
                continue
            if not piece:
                raise Lost(self._death())
            data += piece
        return data

    def _until(self) -> float:
        return min(time.monotonic() + self._limits.silence, self._ends)

    @staticmethod
    def _wait(descriptor: int, event: int, until: float) -> None:
        waiting = select.poll()
        waiting.register(descriptor, event)
        if not waiting.poll(max(0, (until - time.monotonic()) * 1000)):
            raise Lost("TimeoutError")

    def _death(self) -> str:
        try:
            code = self._process.wait(1)
        except subprocess.TimeoutExpired:
            return "Silence"
        return "TimeoutError" if code in (-signal.SIGXCPU, -signal.SIGKILL) else "Ended"
