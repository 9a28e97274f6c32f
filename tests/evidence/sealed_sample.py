"""A small bundle for tests: two exhibits with difficult names, a fixed clock, a fixed key. The same bytes each time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from longarm.case.file import parse_case
from longarm.evidence.derivation import Derive
from longarm.evidence.importers.contract import Account, Item, Message, Skipped
from longarm.evidence.received import walk
from longarm.evidence.seal import Sealed, Sealer, seal
from longarm.evidence.source import Source
from longarm.evidence.target import FolderTarget, ZipFileTarget
from longarm.keys.node import NodeKey, from_private_bytes

KEY: NodeKey = from_private_bytes(bytes(range(32)))
OTHER_KEY: NodeKey = from_private_bytes(bytes(range(1, 33)))
AT = datetime(2026, 11, 25, 10, 15, tzinfo=UTC)
CHAT = "30/12/2021, 21:14 - شروق: أهلًا\n30/12/2021, 21:15 - ضابط: ادفعي\n??\n"
CASE = "longarm: case/1\nreference: EG-2022-0104\nopened: 2022-01-04\n"
CASE += "persons:\n  - {id: complainant, roles: [complainant], alias: Shorouk}\n"


def write_sample(folder: Path) -> Path:
    """A folder as a person hands it over: an Arabic chat, a picture whose name would break `sha256sum -c`."""
    inside = folder / "handed over"
    inside.mkdir(parents=True)
    (inside / "محادثة واتساب مع ضابط.txt").write_text(CHAT, encoding="utf-8")
    (inside / "100%\r\nsure.JPEG").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8)
    return inside


def read_lines(source: Source) -> Iterator[Item]:
    """A reader for tests: a line with a colon is a message. Real importers have tests of their own."""
    data = source.open().read()
    if data.startswith(b"\xff\xd8"):
        yield Account(source="unread", file=source.name, bytes=len(data), messages=0, skipped=len(data), blank=0, variant={})
        return
    sizes = [0, 0]
    for number, line in enumerate(data.splitlines(keepends=True), 1):
        if b": " in line:
            sizes[0] += len(line)
            yield Message(source="lines", text=line.decode(), line=number)
        else:
            sizes[1] += len(line)
            yield Skipped(source="lines", line=number, offset=0, bytes=len(line), why="no_header")
    yield Account(
        source="lines", file=source.name, bytes=len(data), messages=sizes[0], skipped=sizes[1], blank=0, variant={},
        missing=("media",),
    )  # fmt: skip


DERIVE = Derive(read_lines, "longarm read FILE", "longarm test")


def sealer(key: NodeKey = KEY, clock: Callable[[], datetime] = lambda: AT) -> Sealer:
    return Sealer(key=key, clock=clock)


def make_bundle(folder: Path, out: Path, *, key: NodeKey = KEY, case: bool = True) -> Sealed:
    """Seal the sample into `out`: a ZIP where its name says so, else a folder."""
    received, left_out = walk([write_sample(folder)])
    target = ZipFileTarget(out) if out.suffix == ".zip" else FolderTarget(out)
    known = parse_case(CASE, "case.yaml").case if case else None
    return seal(received, target, sealer(key), case=known, derive=DERIVE, left_out=left_out)
