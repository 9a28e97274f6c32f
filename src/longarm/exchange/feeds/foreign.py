"""What strangers wrote, as it can be kept and shown: texts without tricks, times of this world, files of a bounded size."""

from __future__ import annotations

import json
import re
import unicodedata
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Final

from longarm.case.states import STATES
from longarm.errors import BadInput

MAX_BYTES: Final = 16 << 20
MOST_OBJECTS: Final = 50_000
MOST_SIGNS_READ: Final = 20_000  # of one file: each is cleaned by the rules of its kind
MOST_NAMED: Final = 100_000  # signs in all advisories of one file together: a sign may stand in several
_MOST_PARTS: Final = 2_000_000  # values in the JSON: a file that holds more grows a hundredfold when it is read
_MOST_STATES: Final = 60
_EARLIEST, _LATEST = datetime(1990, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
_JOINERS: Final = "\u200c\u200d"  # of letters in Persian and Urdu, and of signs
_HALF: Final = re.compile(r"[\ud800-\udfff]")  # of a character that JSON may hold without its other half
_BREAKS: Final = re.compile(r"[^\S\n]*\n\s*|[^\S\n]+")


def load(data: bytes, fault: str) -> Any:
    """The JSON in a file. Raises BadInput(`fault`) when it is none, another when it is too large or holds too much."""
    if len(data) > MAX_BYTES:
        raise BadInput("exchange-feed-too-large", limit=MAX_BYTES >> 20)
    if sum(map(data.count, (b",", b"{", b"["))) > _MOST_PARTS:
        raise BadInput("exchange-feed-too-many", limit=_MOST_PARTS)
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        raise BadInput(fault) from None


def bare(value: object) -> str:
    """Without what turns the direction, hides, or steers a terminal; its line breaks and spaces as they are."""
    if not isinstance(value, str):
        return ""
    text = _HALF.sub("\ufffd", value.replace("\r\n", "\n"))
    return "".join(letter for letter in text if letter in "\n\t" or letter in _JOINERS or _shown(letter))


def line(value: object, most: int) -> str:
    """One line of text; empty for what is none. What turns the direction, hides, or is half a character is taken out."""
    return " ".join(bare(value).split())[:most].strip()


def words(value: object, most: int) -> str:
    """The same, with its line breaks."""
    return _BREAKS.sub(lambda gap: "\n" if "\n" in gap[0] else " ", bare(value)).strip()[:most]


def time(value: object) -> datetime | None:
    """A time with its zone, in UTC, between 1990 and 2100."""
    try:
        when = datetime.fromisoformat(value) if isinstance(value, str) and value.isascii() else None
        return placed(when.astimezone(UTC)) if when and when.tzinfo else None
    except (ValueError, OverflowError):
        return None


def placed(when: datetime) -> datetime | None:
    return when if _EARLIEST <= when < _LATEST else None


def states(labels: Iterable[str]) -> tuple[str, ...]:
    """Of labels `state:XX` the states there are, each once."""
    named = (label[6:].upper() for label in labels if len(label) == 8 and label[:6].lower() == "state:")
    return tuple(dict.fromkeys(state for state in named if state in STATES))[:_MOST_STATES]


def name_of(id_: object) -> str:
    """The UUID in an id, in its one spelling; empty when there is none."""
    try:
        return str(uuid.UUID(id_.rpartition("--")[2])) if isinstance(id_, str) else ""
    except ValueError:
        return ""


def _shown(letter: str) -> bool:
    return unicodedata.category(letter) not in ("Cc", "Cf", "Co", "Cn")
