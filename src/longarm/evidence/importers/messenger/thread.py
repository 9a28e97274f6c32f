"""What a Messenger thread says of itself, and where its messages lie: title, names, form, order of time."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from longarm.evidence.parsing.json_object import read_object
from longarm.evidence.parsing.json_walk import Part, Path, Plan, walk
from longarm.evidence.parsing.mojibake import repair
from longarm.evidence.source import Source

DOWNLOAD: Final = "messenger"
ENCRYPTED: Final = "messenger-encrypted"

_START: Final = re.compile(rb'\{\s{0,80}"(?:sender_name|senderName|isUnsent|timestamp_ms)"\s{0,80}:')
_FRAME: Final = frozenset(
    {
        "participants",
        "title",
        "is_still_participant",
        "thread_path",
        "thread_type",
        "magic_words",
        "image",
        "joinable_mode",
        "threadName",
    }
)


def _part_of(path: Path) -> Part:
    if path in ((), ("messages",)):
        return "descend"
    if len(path) == 2 and path[0] == "messages":
        return "item"
    return "frame" if len(path) == 1 and path[0] in _FRAME else "other"


PLAN: Final = Plan(_part_of, _START)


@dataclass
class ThreadSurvey:
    """What the first reading finds: form, title, names, and how many neighbours are newer first or older first."""

    source: str = DOWNLOAD
    decided_by: str | None = None
    title: str | None = None
    names: tuple[str, ...] = ()
    newer_first: int = 0
    older_first: int = 0
    marks: Counter[str] = field(default_factory=Counter)

    @property
    def newest_first(self) -> bool:
        return self.newer_first > self.older_first


def surveyed(source: Source) -> ThreadSurvey:
    """Reads the whole thread once, as `messenger.read` will."""
    survey = ThreadSurvey()
    before: int | None = None
    with source.open() as stream:
        for found in walk(stream, PLAN):
            if found.kind == "frame":
                _note_frame(survey, str(found.path[0]), found.data)
            elif found.read is not None:
                value = found.read.value
                if survey.decided_by is None and (key := next((k for k in ("sender_name", "senderName") if k in value), None)):
                    survey.decided_by, survey.source = key, DOWNLOAD if key == "sender_name" else ENCRYPTED
                stamp = value.get("timestamp_ms", value.get("timestamp"))
                if isinstance(stamp, int):
                    survey.newer_first += before is not None and stamp < before
                    survey.older_first += before is not None and stamp > before
                    before = stamp
    return survey


def _note_frame(survey: ThreadSurvey, key: str, data: bytes) -> None:
    read = read_object(b'{"value":' + data + b"}")
    value = read.value["value"] if read else None
    if key in ("title", "threadName") and isinstance(value, str):
        survey.title = _noted(survey, value) or None
        if key == "threadName" and survey.decided_by is None:
            survey.decided_by, survey.source = key, ENCRYPTED
    if key == "participants" and isinstance(value, list):
        names = (part.get("name") if isinstance(part, dict) else part for part in value)
        survey.names = tuple(_noted(survey, name) for name in names if isinstance(name, str))


def _noted(survey: ThreadSurvey, text: str) -> str:
    text, outcome = repair(text)
    if outcome != "untouched":
        survey.marks["repaired" if outcome == "repaired" else "mojibake_damaged"] += 1
    return text
