"""What every importer obeys: original bytes kept, every byte accounted for, no date order guessed, no time zone invented.

An importer is one module in this folder, named in `importers/__init__.py`, with
`NAME`, `KNOWS`, `recognises(source) -> bool` and `read(source, asked) -> Iterator[Message | Skipped | Account]`.
It reads a `Source`, never a path, changes nothing, drops nothing in silence: what it cannot read is a `Skipped` with its
place, and the last thing it yields is the `Account`, whose bytes add up to the size of the source.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Protocol

import msgspec
from msgspec import field

from longarm.evidence.source import Source

Kind = Literal["message", "call", "system", "reaction", "deleted", "edited"]
AtCertainty = Literal["second", "minute", "day", "unknown"]
DateOrder = Literal["dmy", "mdy", "ymd"]


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What a person answered where the file does not decide: date order, zone (IANA name or ±HH:MM)."""

    date_order: DateOrder | None = None
    zone: str | None = None


class Message(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False):
    """One message as the export holds it. Text is as written, invisible characters included.

    `at` is ISO 8601: with an offset or `Z` only where the export gives one or the person named the zone; null where the
    order of the date is not decided, the readings then in `at_candidates`. `from` is what the exporter's address book
    calls the sender, never an identity; `from_id` is the platform's own id. `line` counts from 1; in formats without
    lines it counts messages. `findings` are codes of what is odd here (`order_break`, `ambiguous_header`, `bad_utf8`,
    `repaired`, `dst_gap`, `dst_repeat` …), each with a sentence in `texts` (rooms `read`, `import`).
    """

    source: str
    chat: str | None = None
    at: str | None = None
    at_certainty: AtCertainty = "unknown"
    at_candidates: tuple[str, ...] = ()
    from_: str | None = field(default=None, name="from")
    from_id: str | None = None
    text: str = ""
    media: tuple[str, ...] = ()
    kind: Kind = "message"
    kind_certainty: Literal["known", "inferred"] = "known"
    line: int = 0
    raw: str | None = None
    findings: tuple[str, ...] = ()


class Skipped(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="skipped"):
    """Bytes that could not be understood, with their place and the code of the reason (a sentence in `texts`)."""

    source: str
    line: int
    offset: int
    bytes: int
    why: str


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """One question to the person, because the file cannot decide: `code` is a sentence in `texts`, `flag` how to answer it."""

    code: str
    flag: str
    choices: tuple[str, ...]


class Account(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="account"):
    """The last word on a source: `messages + skipped + blank == bytes`, all four in bytes.

    `variant` tells what was recognised and the line that decided it (date order, clock, digits, calendar, platform).
    `counts` are numbers of objects. `findings` are codes about the whole source (`probably_truncated_at_start`,
    `media_omitted`, `mixed_formats`, `count_differs` …), `missing` what the export says it left out.
    """

    source: str
    file: str
    bytes: int
    messages: int
    skipped: int
    blank: int
    variant: dict[str, str | int | None]
    counts: dict[str, int] = {}
    findings: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()


Item = Message | Skipped | Account


class Importer(Protocol):
    """The shape of an importer module."""

    @property
    def NAME(self) -> str:  # noqa: N802
        """The importer's own name."""

    @property
    def KNOWS(self) -> tuple[str, ...]:  # noqa: N802
        """What it writes as `source`."""

    def recognises(self, source: Source) -> bool:
        """By content, never by name. Cheap: looks at the first bytes or the list of members."""

    def read(self, source: Source, asked: Asked) -> Iterator[Item]:
        """Every message, what was skipped, and the account last."""
