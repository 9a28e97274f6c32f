"""A long input is read in pieces: what is held at one time does not grow with it."""

import io
import tracemalloc

import pytest

from longarm.law.load import load
from longarm.signals.stream import Input, identify

ROW = "سطر من محادثة طويلة بلا أرقام ولا روابط\n".encode()
MESSAGE = b'{"source":"x","text":"' + ROW.strip() + b'","line":1}\n'


class Endless(io.RawIOBase):
    """So many copies of a row, made as they are asked for."""

    def __init__(self, row: bytes, copies: int) -> None:
        self.row, self.left, self.rest = row, copies, b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while self.left and len(self.rest) < len(buffer):
            self.rest += self.row
            self.left -= 1
        part, self.rest = self.rest[: len(buffer)], self.rest[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)


def peak(row: bytes, copies: int) -> int:
    """Bytes held at most while so many rows are read."""
    tracemalloc.start()
    try:
        given = Input(io.BufferedReader(Endless(row, copies)), "-", load(), None, lambda _: None)
        assert list(identify(given)) == []
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(("row", "few"), [(ROW, 2_000), (ROW[:-1], 2_000), (MESSAGE, 300)], ids=["lines", "one line", "messages"])
def test_eight_times_the_input_takes_no_more_memory(row: bytes, few: int) -> None:
    peak(row, 50)  # what is loaded once
    assert peak(row, 8 * few) < 1.5 * peak(row, few) + 100_000
