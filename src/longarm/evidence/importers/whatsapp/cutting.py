"""Cuts a stretch of a file into rows, one for each header, a piece at a time: memory stays flat whatever the file's size.
Long: the quick way and the careful one must cut alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final, TypeAlias

from longarm.evidence.importers.whatsapp.header import parse
from longarm.evidence.importers.whatsapp.shape import Form, cutter

# One header and what follows it up to the next: header and name as written, date, time, what stands before the first
# `: `, and the text, without the line end that closes it. Bare tuples: a file has millions. A header of another shape
# than the section's is a row whose header is empty and whose text is the whole of its bytes.
Row: TypeAlias = tuple[bytes, bytes, bytes, bytes | None, bytes]

PIECE: Final = 192 * 1024
# WhatsApp's own limit of a message is 65,536 characters; what runs on beyond this without a header is skipped.
LONGEST_MESSAGE: Final = 1024 * 1024
_HEADER_BYTES: Final = 512
_FIRST: Final = 4 * 1024  # until a form is known, every header takes the slow way


@dataclass(frozen=True, slots=True)
class Cut:
    """A piece of the stretch, in file order: lines before any row, then rows, then bytes of a line too long to keep.

    Each row and the lines before are closed by one line end of the file that is not among their bytes; `open_end` says
    that the last of them is not, because the file ends without.
    """

    before: bytes | None
    rows: list[Row]
    dropped: int = 0
    open_end: bool = False
    last: bool = False


class Cutting:
    """The way through a file for one section's form, which learns as it goes. Set `form` to change over."""

    def __init__(self, form: Form | None) -> None:
        self.form = form
        self.nul = False  # whether a byte of value zero was met so far

    def through(self, reader: BinaryIO, length: int) -> Iterator[Cut]:
        """`length` bytes of `reader` from where it stands. Every row comes once and whole.

        A header of another shape comes together with the row of the section's own shape in which it stands.
        """
        held = b"\n"
        while True:
            data = reader.read(min(PIECE, length))
            length = length - len(data) if data else 0
            self.nul = self.nul or b"\0" in data
            if not length:
                yield self._last(held + data)
                return
            lines, _, begun = (held + data).rpartition(b"\n")
            if len(begun) > LONGEST_MESSAGE:
                yield Cut(*self.cut(held + data))
                held, dropped, length = _to_line_end(reader, length)
                yield Cut(None, [], dropped, not held, not held)
                if not held:
                    return
            elif lines:
                cut, waiting = _held_back(*self.cut(lines))
                held = waiting + b"\n" + begun
                yield cut
            else:
                held += data

    def _last(self, piece: bytes) -> Cut:
        closed = len(piece) > 1 and piece.endswith(b"\n")
        before, rows = self.cut(piece[:-1] if closed else piece)
        return Cut(before, rows, 0, not closed, True)

    def cut(self, piece: bytes) -> tuple[bytes | None, list[Row]]:
        """Whole lines, each led by a line end: what stands before the first header, and the rows."""
        parts = cutter(self.form).split(piece)
        before = parts[0][1:] if parts[0] else None
        columns = [parts[start::5] for start in range(1, 6)]
        if None not in columns[0]:
            return before, list(zip(*columns, strict=True))
        return self._with_care(before, zip(*columns, strict=True))

    def _with_care(self, before: bytes | None, pieces: Iterable[tuple[bytes | None, ...]]) -> tuple[bytes | None, list[Row]]:
        """Where lines stand that may be headers: each is read carefully; those that are none belong to the text before."""
        rows: list[Row] = []
        lines: list[bytes] = [] if before is None else [before]
        for head, date, time, name, text in pieces:
            body = text or b""
            if head is not None and date is not None and time is not None:
                row: Row | None = (head, date, time, name, body)
            else:
                row = self._careful(body)
            if row is None:
                lines.append(body)
                continue
            before, lines = _close(before, rows, lines), []
            rows.append(row)
            lines = [row[4]]
        return _close(before, rows, lines), rows

    def _careful(self, body: bytes) -> Row | None:
        line = first_line(body)
        header = parse(line)
        if header is None:
            return None
        if self.form is None:
            self.form = Form(header.shape)
        if header.shape != self.form.shape:
            return (b"", b"", b"", None, body)
        self.form.learn(header)
        date, time, head = (_bytes(part) for part in (header.date, header.time, line[: header.end]))
        name, colon, _ = body[len(head) :].partition(b"\n")[0].partition(b": ")
        if colon and name and b":" not in name:
            end = len(head) + len(name) + 2
            return (body[:end], date, time, name, body[end:])
        return (head, date, time, None, body[len(head) :])


def first_line(body: bytes) -> str:
    """The start of the first line, invalid bytes kept as surrogates: enough for any header."""
    return body[:_HEADER_BYTES].partition(b"\n")[0].decode("utf-8", "surrogateescape").rstrip("\r")


def size_of(rows: list[Row]) -> int:
    """Bytes of `rows`, the line ends that close them included."""
    return sum([len(row[0]) + len(row[4]) for row in rows]) + len(rows)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _close(before: bytes | None, rows: list[Row], lines: list[bytes]) -> bytes | None:
    """Lines that turned out to be no header go where they stand: to the last row, or before the first."""
    if not rows:
        return b"\n".join(lines) if lines else before
    if len(lines) > 1:
        rows[-1] = (*rows[-1][:4], b"\n".join(lines))
    return before


def whole_lines(reader: BinaryIO, length: int) -> Iterator[tuple[bytes, int]]:
    """`length` bytes of `reader` in pieces as `Cutting.cut` takes them, and how many bytes of a line too long follow each."""
    held, size = b"", _FIRST
    while length and (data := reader.read(min(size, length))):
        size = PIECE
        length -= len(data)
        lines, end, begun = (held + data).rpartition(b"\n")
        if end:
            yield b"\n" + lines, 0
        held = begun
        if len(held) > LONGEST_MESSAGE:
            after, dropped, length = _to_line_end(reader, length)
            yield b"\n" + held, dropped
            held = after[1:]
    if held:
        yield b"\n" + held, 0


def _held_back(before: bytes | None, rows: list[Row]) -> tuple[Cut, bytes]:
    """What can go, and the last row, which the file may go on with; a row that is too long goes all the same."""
    keep = len(rows) - 1
    while keep >= 0 and not rows[keep][0]:
        keep -= 1
    if keep < 0:
        lines = [*([] if before is None else [before]), *(row[4] for row in rows)]
        return Cut(b"\n".join(lines) if lines else None, []), b""
    waiting = b"".join(b"\n" + row[0] + row[4] for row in rows[keep:])
    if len(waiting) > LONGEST_MESSAGE:
        return Cut(before, rows), b""
    return Cut(before, rows[:keep]), waiting


def _to_line_end(reader: BinaryIO, length: int) -> tuple[bytes, int, int]:
    """Past the rest of a line too long to keep: what follows it (nothing if the file ends), bytes passed, bytes left."""
    dropped = 0
    while length and (data := reader.read(min(PIECE, length))):
        length -= len(data)
        rest, end, after = data.partition(b"\n")
        dropped += len(rest)
        if end:
            return b"\n" + after, dropped, length
    return b"", dropped, 0
