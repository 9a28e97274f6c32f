"""Exhibits: received (hashed and encrypted while the bytes arrive), listed, read again.
Long: receiving, listing and reading again share one row.
"""

from __future__ import annotations

import hashlib
import mimetypes
from datetime import datetime
from pathlib import PurePosixPath
from types import TracebackType
from typing import BinaryIO, Final, Self
from uuid import UUID, uuid4

import msgspec
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from longarm.case.vocabulary import IdentifierType
from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, lock, open_for
from longarm.casework.node import node, record
from longarm.casework.proof import custody
from longarm.casework.refusals import NotAllowed, NotFound
from longarm.errors import BadInput
from longarm.evidence.importers.contract import Account
from longarm.signals.found import Sure
from longarm.store.models import Exhibit
from longarm.store.vault import Incoming, Kept, VaultSource, remove

# No byte of these is read by anybody or anything: see `withheld`.
NEVER_OPENED: Final = (Exhibit.State.WITHHELD, Exhibit.State.DESTROYED)
LARGEST: Final = 32 * 1024**3  # bytes of one exhibit
LONGEST_NAME: Final = 1024
_BLOCK: Final = 1 << 20


class About(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is known of an exhibit when it comes: kept encrypted, never changed."""

    name: str
    sha256: str
    sha512: str
    received_from: str | None = None
    received_how: str | None = None
    device: str | None = None


class FoundIn(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An identifier found in an exhibit: its first form as written, how often, and the first lines it stands on."""

    type: IdentifierType
    value: str
    normal: str | None = None
    state: str | None = None
    operator: str | None = None
    platform: str | None = None
    service: str | None = None
    certainty: Sure
    why: str | None = None
    times: int = 1
    lines: tuple[int, ...] = ()
    senders: bool = False  # stands as a sender, not only inside a text


class Outcome(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What reading an exhibit gave. `failure` is the id of a sentence in `texts`, `facts` fill it."""

    accounts: tuple[Account, ...] = ()
    messages: int = 0
    skipped: int = 0
    first_at: str | None = None
    last_at: str | None = None
    found: tuple[FoundIn, ...] = ()
    found_more: int = 0  # distinct identifiers beyond the limit
    unsearched: int = 0  # messages whose text broke the search for identifiers
    failure: str | None = None
    facts: dict[str, str] = {}


class ExhibitView(msgspec.Struct, frozen=True, kw_only=True):
    """An exhibit as its team sees it. `number` is printed E0001; `done` of `size` bytes were read so far."""

    id: UUID
    number: int
    state: str
    size: int
    done: int
    received_at: datetime
    about: About
    outcome: Outcome | None

    @property
    def code(self) -> str:
        return code_of(self.number)


class Receiving:
    """An exhibit on its way in: give it the bytes with `write`, then `finish`; `discard`, or an error, leaves nothing.

    Made by `receive`. As a context manager it discards what was not finished.
    """

    def __init__(self, actor: Actor, case: UUID, limit: int) -> None:
        self._actor = actor
        self._case = open_for(actor, case).id
        self._limit = limit
        self._file = Incoming(node().vault)
        self._sha256 = hashlib.sha256()
        self._sha512 = hashlib.sha512()

    def write(self, data: bytes | memoryview) -> int:
        """Raises BadInput, leaving nothing, when the exhibit is larger than the limit or the disk is full."""
        if self._file.tell() + len(data) > self._limit:
            self.discard()
            raise BadInput("casework-file-too-large", limit=_readable(self._limit))
        self._sha256.update(data)
        self._sha512.update(data)
        return self._file.write(data)

    def finish(
        self,
        name: str,
        received_from: str | None = None,
        *,
        received_how: str | None = None,
        device: str | None = None,
        received_at: datetime | None = None,
    ) -> UUID:
        """The exhibit is there, whole, under its number; its line stands in the custody record. Returns its id.

        `name` as received, never used as a path; `received_from` free words (a person of the case, an authority).
        """
        kept = self._file.keep()
        try:
            with transaction.atomic():
                about = About(
                    name=name[:LONGEST_NAME] or "-",
                    sha256=self._sha256.hexdigest(),
                    sha512=self._sha512.hexdigest(),
                    received_from=received_from or None,
                    received_how=received_how or None,
                    device=device or None,
                )
                return self._enter(kept, about, received_at or timezone.now())
        except BaseException:
            remove(node().vault, kept.name)
            raise

    def _enter(self, kept: Kept, about: About, received_at: datetime) -> UUID:
        exhibit, opened = uuid4(), open_for(self._actor, self._case)  # again: while the bytes came, the key may have changed
        lock(opened)  # numbers are given one at a time
        number = (Exhibit.objects.filter(case_id=opened.id).aggregate(last=Max("number"))["last"] or 0) + 1
        Exhibit.objects.create(
            id=exhibit,
            case_id=opened.id,
            number=number,
            size=kept.size,
            vault_name=kept.name,
            file_key_sealed=opened.seal(f"file-key/{kept.name}", kept.key),
            about_sealed=opened.seal(f"about/{exhibit}", msgspec.json.encode(about)),
            received_at=received_at,
        )
        custody.note(opened, self._actor.user, "received", code_of(number), digest=f"sha256:{about.sha256}")
        record(
            self._actor.user,
            "exhibit-received",
            organisation=opened.organisation,
            case=opened.id,
            object=exhibit,
            size=str(kept.size),
        )
        return exhibit

    def discard(self) -> None:
        self._file.discard()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self.discard()


def receive(actor: Actor, case: UUID, limit: int = LARGEST) -> Receiving:
    """Opens the door for one exhibit of at most `limit` bytes. Raises NotFound when the actor is not of the case's team."""
    return Receiving(actor, case, limit)


def add_exhibit(
    actor: Actor, case: UUID, stream: BinaryIO, name: str, received_from: str | None = None, *, received_how: str | None = None
) -> UUID:
    """Receives a whole stream as one exhibit: `receive`, `write`, `finish` in one. Returns its id."""
    with receive(actor, case) as arriving:
        while block := stream.read(_BLOCK):
            arriving.write(block)
        return arriving.finish(name, received_from, received_how=received_how)


def list_exhibits(actor: Actor, case: UUID) -> tuple[ExhibitView, ...]:
    """The exhibits of a case, by number. Raises NotFound as `open_for` does."""
    return exhibits_of(open_for(actor, case))


def exhibit_progress(actor: Actor, exhibit: UUID) -> ExhibitView:
    """One exhibit: for a page that waits for it. Raises NotFound when it is not one of the actor's cases."""
    opened, row = exhibit_for(actor, exhibit)
    return view_of(opened, row)


def exhibits_of(opened: OpenCase) -> tuple[ExhibitView, ...]:
    return tuple(view_of(opened, row) for row in Exhibit.objects.filter(case_id=opened.id).order_by("number"))


def exhibit_for(actor: Actor, exhibit: UUID) -> tuple[OpenCase, Exhibit]:
    row = Exhibit.objects.filter(id=exhibit).first()
    if row is None:
        raise NotFound("casework-no-such-exhibit")
    return open_for(actor, row.case_id, "casework-no-such-exhibit"), row


def source_of(opened: OpenCase, row: Exhibit, name: str | None = None) -> VaultSource:
    """The exhibit's bytes as received, decrypted as they are read. Raises NotAllowed for one that must not be opened."""
    must_be_openable(row)
    key = opened.open(f"file-key/{row.vault_name}", row.file_key_sealed)
    return VaultSource(node().vault, Kept(row.vault_name, key, row.size), name or about_of(opened, row).name)


def must_be_openable(row: Exhibit) -> None:
    """Raises NotAllowed for an exhibit that must not be opened, nor anything that was read out of it."""
    if row.state in NEVER_OPENED:
        raise NotAllowed("casework-withheld")


def about_of(opened: OpenCase, row: Exhibit) -> About:
    return msgspec.json.decode(opened.open(f"about/{row.id}", row.about_sealed), type=About)


def outcome_of(opened: OpenCase, row: Exhibit) -> Outcome | None:
    """What reading it gave; None where it was not read yet."""
    if not row.outcome_sealed:
        return None
    return msgspec.json.decode(opened.open(f"outcome/{row.id}", row.outcome_sealed), type=Outcome)


def view_of(opened: OpenCase, row: Exhibit) -> ExhibitView:
    return ExhibitView(
        id=row.id,
        number=row.number,
        state=row.state,
        size=row.size,
        done=row.done,
        received_at=row.received_at,
        about=about_of(opened, row),
        outcome=outcome_of(opened, row),
    )


def code_of(number: int) -> str:
    """E0001: as exhibits are named in bundles and custody records."""
    return f"E{number:04d}"


def bare_name(code: str, name: str) -> str:
    """`E0003.jpg`: what a file is called where its name would tell. Only an ending that says a kind of file is kept."""
    end = PurePosixPath(name).suffix.lower()
    return code + (end if end.isascii() and mimetypes.guess_type(f"x{end}")[0] else "")


def _readable(size: int) -> str:
    for unit in ("B", "kB", "MB", "GB"):
        if size < 1024 or unit == "GB":
            return f"{size} {unit}"
        size //= 1024
    raise AssertionError
