"""Search over what a person may see, in the memory of the process that answers, never on a disk.

Files, notes and letters are encrypted, so no database can look into them. At a person's first search the cases whose keys that
person holds are read into memory, folded (`folding`), the newest first, a few seconds' worth at a time; later searches read
what is new. The memory is the person's alone: it goes at sign-out and after a quarter of an hour without a search, and what a
key no longer opens is not looked at. Each process of `longarm serve --workers N` has its own; with the usual one there is one.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import Final, NamedTuple
from uuid import UUID

from django.db import transaction

from longarm.casework.actor import Actor
from longarm.casework.day.search_reading import Entry, Stamp, read_entries, stamps
from longarm.casework.day.search_terms import stands_in, terms_of
from longarm.casework.node import record

IDLE: Final = 15 * 60  # seconds
MOST_PEOPLE: Final = 12  # memories in one process
MOST_CASES: Final = 20_000  # of one person, the newest
MOST_HITS: Final = 50
_PATIENCE: Final = 2.0  # seconds of reading in one search
_BATCH: Final = 250
_FRESH: Final = 5.0  # seconds between two looks for what is new
_LOOK: Final = 60.0  # seconds between two looks for what is idle
_WATCHER: Final = "longarm-search-idle"


class Hit(NamedTuple):
    """`where`: in which parts the words stand: reference, name, identifier, account, note, letter."""

    case: UUID
    called: str
    reference: str
    stage: str
    urgent: bool
    where: tuple[str, ...]


class Found(NamedTuple):
    """`read` of `total` cases were looked at: while they differ, the next search reads on."""

    hits: tuple[Hit, ...]
    more: bool
    read: int
    total: int


@dataclass(slots=True)
class _Memory:
    entries: dict[UUID, Entry] = field(default_factory=dict)
    stamps: dict[UUID, Stamp] = field(default_factory=dict)
    looked_at: float = 0.0
    used_at: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)


_memories: dict[UUID, _Memory] = {}
_guard: Final = threading.Lock()


def search(actor: Actor, words: str, *, seconds: float = _PATIENCE) -> Found:
    """The cases in which all of `words` stand. That somebody searched is recorded, and how many cases it gave; not for what.

    Raises BadInput for an empty or overlong search.
    """
    terms = terms_of(words)
    memory = _memory(actor.user)
    with memory.lock:
        _read_on(actor, memory, seconds)
        entries = [memory.entries[case] for case in memory.stamps if case in memory.entries]
        total = len(memory.stamps)
    found = [entry for entry in entries if all(stands_in(entry, *term) for term in terms)]
    found.sort(key=lambda entry: entry.closed)
    hits = tuple(_hit(entry, terms) for entry in found[:MOST_HITS])
    with transaction.atomic():
        record(actor.user, "searched", organisation=actor.organisation, found=str(len(found)))
    return Found(hits, len(found) > MOST_HITS, len(entries), total)


def forget(user: UUID) -> None:
    """Drops the memory of a person: at sign-out. (Python gives freed memory back in its own time.)"""
    with _guard:
        _memories.pop(user, None)


def forget_idle() -> None:
    """Drops every memory that was not used for a while."""
    with _guard:
        for user in [user for user, memory in _memories.items() if memory.used_at + IDLE < time.monotonic()]:
            del _memories[user]


def _memory(user: UUID) -> _Memory:
    forget_idle()
    with _guard:
        memory = _memories.setdefault(user, _Memory())
        memory.used_at = time.monotonic()
        while len(_memories) > MOST_PEOPLE:
            del _memories[min(_memories, key=lambda one: _memories[one].used_at)]
    _watch()
    return memory


def _watch() -> None:
    """One thread looks now and then for memories to drop, as long as there are any."""
    with _guard:
        if any(thread.name == _WATCHER for thread in threading.enumerate()):
            return
        watcher = threading.Timer(_LOOK, _look)
        watcher.name, watcher.daemon = _WATCHER, True
        watcher.start()


def _look() -> None:
    while _memories:
        forget_idle()
        time.sleep(_LOOK)


def _read_on(actor: Actor, memory: _Memory, seconds: float) -> None:
    """Reads cases that are new or have changed, until `seconds` are over; drops those whose key is no longer held."""
    begun = time.monotonic()
    if not memory.stamps or begun - memory.looked_at > _FRESH:
        memory.stamps, memory.looked_at = stamps(actor, MOST_CASES), begun
        for gone in memory.entries.keys() - memory.stamps.keys():
            del memory.entries[gone]
    left = [case for case, stamp in memory.stamps.items() if case not in memory.entries or memory.entries[case].stamp != stamp]
    for first in range(0, len(left), _BATCH):
        batch = left[first : first + _BATCH]
        memory.entries.update(read_entries(actor, {case: memory.stamps[case] for case in batch}))
        if time.monotonic() - begun > seconds:
            return


def _hit(entry: Entry, terms: tuple[tuple[str, str], ...]) -> Hit:
    where = [part for part, text in entry.parts if any(term in text for term, _ in terms)]
    if any(number and number in entry.numbers for _, number in terms):
        where.append("identifier")
    return Hit(entry.case, entry.called, entry.reference, entry.stage, entry.urgent, tuple(dict.fromkeys(where)))
