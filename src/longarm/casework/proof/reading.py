"""Reading an exhibit: every message kept encrypted beside it, every identifier found, progress told while it goes on.
Long: what the child says is taken in, kept and told in one pass.

The file itself is parsed in a child without rights (`sandbox`); here only what the child says were its messages is handled.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final, cast
from uuid import UUID

import msgspec
from django.db import transaction

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, lock
from longarm.casework.cases import case_at
from longarm.casework.matches.agreed import agreed
from longarm.casework.matches.seen import Shown, Threats, keep_seen
from longarm.casework.node import node, record
from longarm.casework.proof import custody
from longarm.casework.proof.exhibits import (
    NEVER_OPENED,
    FoundIn,
    Outcome,
    about_of,
    code_of,
    exhibit_for,
    must_be_openable,
    source_of,
)
from longarm.casework.sandbox.listening import Listened, listen_confined
from longarm.casework.sandbox.looking import look_confined
from longarm.casework.sandbox.reader import read_confined
from longarm.errors import LongarmError
from longarm.evidence.importers.contract import Account, Item, Message, Skipped
from longarm.evidence.looks_like import looks_like
from longarm.evidence.source import Source
from longarm.keys.stream import plain_size
from longarm.signals.found import Found
from longarm.store.models import Exhibit
from longarm.store.vault import Incoming, Kept, VaultSource, remove

MOST_FOUND: Final = 5000  # distinct identifiers kept of one exhibit
MOST_ACCOUNTS: Final = 2000  # accounts (files of an archive) kept of one exhibit
_LINES: Final = 5  # places kept of each identifier
_TOLD_EVERY: Final = 0.5  # seconds between two notes of progress


def process_exhibit(actor: Actor, exhibit: UUID) -> Outcome:
    """Reads an exhibit here and now: for commands and tests; the node leaves it to its worker (`jobs.queue_reading`).

    Raises NotFound when it is not one of the actor's cases. What the reading fails on stands in the outcome.
    """
    opened, row = exhibit_for(actor, exhibit)
    return read_exhibit(opened, row, actor.user)


def read_exhibit(opened: OpenCase, row: Exhibit, by: UUID) -> Outcome:
    """Reads the exhibit of an opened case. Reading again replaces what the last reading derived, never the exhibit."""
    must_be_openable(row)
    before = Exhibit.State.RECEIVED if row.state == Exhibit.State.READING else row.state
    Exhibit.objects.filter(id=row.id).update(state=Exhibit.State.READING, done=0)
    region = _region(opened)
    progress = Progress(row)
    source = Watched(source_of(opened, row), progress.at)
    messages = Incoming(node().vault)
    try:
        outcome, threats = _read(source, messages, region, progress)
        shown = _shown(opened, source.inner, outcome, threats)
        _store(opened, row, by, outcome, shown=shown, kept=messages.keep(), sealed=before == Exhibit.State.SEALED)
    except BaseException:
        Exhibit.objects.filter(id=row.id).exclude(state__in=NEVER_OPENED).update(state=before)
        raise
    finally:
        messages.discard()
    return outcome


def messages_of(opened: OpenCase, row: Exhibit) -> Iterator[Message | Skipped | Account]:
    """What reading the exhibit gave, in the order of the file. Empty before it was read."""
    if not row.messages_vault_name:
        return
    decoder = msgspec.json.Decoder(_Any)
    with derived_source(opened, row).open() as lines:
        for line in lines:
            yield _typed(line, decoder.decode(line).kind)


def derived_source(opened: OpenCase, row: Exhibit) -> VaultSource:
    """The messages as JSON lines, as `longarm read` prints them. Raises NotAllowed where the exhibit must not be opened."""
    must_be_openable(row)
    key = opened.open(f"file-key/{row.messages_vault_name}", row.messages_key_sealed)
    stored = node().vault / row.messages_vault_name[:2] / row.messages_vault_name
    size = plain_size(stored.stat().st_size) if stored.exists() else 0
    return VaultSource(node().vault, Kept(row.messages_vault_name, key, size), "messages.jsonl")


@dataclass(frozen=True, slots=True)
class Watched:
    """A source that tells how far it was read."""

    inner: Source
    tell: Callable[[int], None]

    @property
    def name(self) -> str:
        return self.inner.name

    @property
    def size(self) -> int:
        return self.inner.size

    def open(self) -> BinaryIO:
        return cast(BinaryIO, io.BufferedReader(_WatchedReader(self.inner.open(), self.tell), 1 << 16))


class _WatchedReader(io.RawIOBase):
    def __init__(self, inner: BinaryIO, tell: Callable[[int], None]) -> None:
        super().__init__()
        self._inner = inner
        self._tell = tell

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: object, /) -> int:
        got = int(self._inner.readinto(buffer))  # type: ignore[attr-defined]  # BinaryIO lacks what every reader has
        self._tell(self._inner.tell())
        return got

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._inner.seek(offset, whence)

    def tell(self) -> int:
        return self._inner.tell()

    def close(self) -> None:
        self._inner.close()
        super().close()


class Progress:
    """How far the reading is, told to the exhibit's row now and then.

    A reader may pass over a file to decide its date order before it yields anything; what counts begins with the first item.
    """

    def __init__(self, row: Exhibit) -> None:
        self._row = row
        self._furthest = 0
        self._begun = False
        self._told = time.monotonic()

    def begin(self) -> None:
        self._begun = True

    def at(self, place: int) -> None:
        if not self._begun:
            return
        self._furthest = max(self._furthest, place)
        if time.monotonic() - self._told > _TOLD_EVERY:
            self._told = time.monotonic()
            Exhibit.objects.filter(id=self._row.id).update(done=min(self._furthest, self._row.size))


class Gathering:
    """Identifiers as they are found: one entry a distinct one, with how often and where first."""

    def __init__(self, region: str | None) -> None:
        from longarm.law.load import load

        self._facts = load()
        self._region = region
        self._found: dict[tuple[str, str], FoundIn] = {}
        self._seen: dict[str, tuple[Found, ...]] = {}  # senders repeat: each is read once
        self.more = 0
        self.unsearched = 0

    def search(self, message: Message) -> None:
        """Takes the identifiers of one message. A text that breaks the search is counted, and the reading goes on."""
        try:
            self.take(message)
        except Exception:
            self.unsearched += 1

    def take(self, message: Message) -> None:
        from longarm.signals.find import find

        for found in find(message.text, self._facts, self._region):
            self._note(found, message.line, sender=False)
        if message.from_:
            if message.from_ not in self._seen and len(self._seen) < MOST_FOUND:
                self._seen[message.from_] = find(message.from_, self._facts, self._region)
            for found in self._seen.get(message.from_, ()):
                self._note(found, message.line, sender=True)

    def result(self) -> tuple[FoundIn, ...]:
        """The most frequent first."""
        return tuple(sorted(self._found.values(), key=lambda found: (-found.times, found.type, found.value)))

    def _note(self, found: Found, line: int, *, sender: bool) -> None:
        key = (found.type, found.normal or found.value)
        known = self._found.get(key)
        if known is None:
            if len(self._found) >= MOST_FOUND:
                self.more += 1
                return
            self._found[key] = FoundIn(
                type=found.type,
                value=found.value,
                normal=found.normal,
                state=found.state,
                operator=found.operator,
                platform=found.platform,
                service=found.service,
                certainty=found.certainty,
                why=found.why,
                lines=(line,),
                senders=sender,
            )
            return
        lines = (*known.lines, line) if len(known.lines) < _LINES and line not in known.lines else known.lines
        self._found[key] = msgspec.structs.replace(known, times=known.times + 1, lines=lines, senders=known.senders or sender)


class _Any(msgspec.Struct):
    kind: str


def _typed(line: bytes, kind: str) -> Item:
    wanted: type[Item] = {"skipped": Skipped, "account": Account}.get(kind, Message)  # type: ignore[assignment]
    return msgspec.json.decode(line, type=wanted)


def _read(source: Source, messages: Incoming, region: str | None, progress: Progress) -> tuple[Outcome, Threats]:
    gathering, threats = Gathering(region), Threats()
    accounts: list[Account] = []
    count = skipped = 0
    times: list[str] = []
    failure: tuple[str, dict[str, str]] | None = None
    encoder = msgspec.json.Encoder()
    items = _guarded(source)
    while not isinstance(item := next(items, None), (_Failed, type(None))):
        progress.begin()
        messages.write(encoder.encode(item) + b"\n")
        if isinstance(item, Message):
            count += 1
            gathering.search(item)
            threats.take(item)
            if item.at:
                times = [min(times[0], item.at), max(times[1], item.at)] if times else [item.at, item.at]
        elif isinstance(item, Skipped):
            skipped += 1
        elif len(accounts) < MOST_ACCOUNTS:
            accounts.append(item)
    if isinstance(item, _Failed):
        failure = item.message, item.facts
    outcome = Outcome(
        accounts=tuple(accounts),
        messages=count,
        skipped=skipped,
        first_at=times[0] if times else None,
        last_at=times[1] if times else None,
        found=gathering.result(),
        found_more=gathering.more,
        unsearched=gathering.unsearched,
        failure=failure[0] if failure else None,
        facts=failure[1] if failure else {},
    )
    return outcome, threats


def _shown(opened: OpenCase, source: Source, outcome: Outcome, threats: Threats) -> Shown:
    """What can be met again. Pictures and sound are looked at in a child; an archive of messages alone holds none. Recordings
    are heard only where who reported allows the comparison."""
    all_read = any(one.source == "archive" and not one.counts.get("files_not_read") for one in outcome.accounts)
    if all_read or looks_like(source)["looks_like"] not in ("image", "audio", "zip"):
        return Shown(threats.result())
    looks = look_confined(source)
    if looks is None:
        return Shown(threats.result(), looked=False)
    shown = Shown(threats.result(), looks.pictures, looks.sounds, looks.unfit)
    if not looks.sounds or not agreed(opened):
        return shown
    heard = listen_confined(source) or Listened({}, {})
    return msgspec.structs.replace(shown, unheard=heard.unheard, sounding=len(heard.prints), prints=heard.prints)


@dataclass(frozen=True, slots=True)
class _Failed:
    message: str
    facts: dict[str, str]


def _guarded(source: Source) -> Iterator[Item | _Failed]:
    """What the reader yields until it ends or breaks: a file that breaks a reader is still evidence."""
    try:
        yield from read_confined(source)
    except LongarmError as fault:
        yield _Failed(fault.message, {name: str(fact) for name, fact in fault.facts.items()})
    except Exception as fault:
        yield _Failed("casework-reading-failed", {"why": type(fault).__name__})


def _store(opened: OpenCase, row: Exhibit, by: UUID, outcome: Outcome, *, shown: Shown, kept: Kept, sealed: bool) -> None:
    before = row.messages_vault_name
    try:
        with transaction.atomic():
            row = Exhibit.objects.select_for_update().get(id=row.id)
            must_be_openable(row)  # recognised while it was being read: what was read goes too
            lock(opened, merged_too=True)  # before it is looked up whether that is allowed: her no waits, and then finds all
            row.state = Exhibit.State.FAILED if outcome.failure else Exhibit.State.IDENTIFIED
            if sealed:
                row.state = Exhibit.State.SEALED  # in a bundle it stays, whatever a second reading gave
            row.done = row.size
            row.outcome_sealed = opened.seal(f"outcome/{row.id}", msgspec.json.encode(outcome))
            row.messages_vault_name = kept.name
            row.messages_key_sealed = opened.seal(f"file-key/{kept.name}", kept.key)
            row.save()
            keep_seen(opened, row, shown)
            custody.note(opened, by, "parsed", code_of(row.number), digest=f"sha256:{about_of(opened, row).sha256}")
            record(
                by,
                "exhibit-read",
                organisation=opened.organisation,
                case=opened.id,
                object=row.id,
                messages=str(outcome.messages),
            )
    except BaseException:
        remove(node().vault, kept.name)
        raise
    if before:
        remove(node().vault, before)


def _region(opened: OpenCase) -> str | None:
    """Where national numbers are read from: the state of the first complainant, when exactly one is known."""
    case = case_at(opened).case
    for person in case.complainants:
        states = [
            place.state for place in person.locations if place.certainty in ("known", "claimed") and place.state != "unknown"
        ]
        if states:
            return states[-1]
    return None
