"""Sealing a case's exhibits into a bundle, straight into the vault, and handing the bundle out.
Long: making, listing and handing out read one row.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID, uuid4

import msgspec
from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone

from longarm.case.model import Case
from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, lock, open_for
from longarm.casework.cases import case_at
from longarm.casework.day import approvals
from longarm.casework.node import node, record
from longarm.casework.proof import custody
from longarm.casework.proof.exhibits import NEVER_OPENED, code_of, exhibits_of, source_of
from longarm.casework.proof.with_exhibits import with_exhibits
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.casework.sandbox.reader import read_confined
from longarm.errors import BadInput
from longarm.evidence.derivation import Derive
from longarm.evidence.received import Received
from longarm.evidence.seal import TOOL, Sealed, Sealer, seal
from longarm.evidence.target import Target, Writer, ZipTarget
from longarm.store.models import Bundle, CustodyLine, Exhibit, Packed
from longarm.store.vault import Incoming, Kept, VaultSource, remove

_RECORD: Final = "custody/custody.jsonl"
_TRIES: Final = 3
_RUNNING: Final = (Exhibit.State.RECEIVED, Exhibit.State.READING)


class AboutBundle(msgspec.Struct, frozen=True, kw_only=True):
    """What a bundle is, kept encrypted. `sha256` is the ZIP's own; `imprint` what a time-stamp is over, in hexadecimal."""

    name: str
    sha256: str
    sealed_at: str
    exhibits: tuple[str, ...]
    fingerprint: str
    custody_length: int
    custody_head: str
    tagmanifest_sha256: str
    imprint_sha512: str
    broken: tuple[str, ...] = ()
    stamped_at: str | None = None
    authority: str | None = None


class BundleView(msgspec.Struct, frozen=True, kw_only=True):
    """A bundle as its team sees it. `stamp` is `pending` until an authority outside has stamped it."""

    id: UUID
    number: int
    size: int
    made_at: datetime
    about: AboutBundle

    @property
    def stamp(self) -> str:
        return "stamped" if self.about.stamped_at else "pending"


class Download(NamedTuple):
    """A file to hand out: its name (ASCII), its size in bytes, and a reader that decrypts as it goes."""

    name: str
    size: int
    source: VaultSource


def seal_case(actor: Actor, case: UUID) -> UUID:
    """Seals every exhibit of the case into a new bundle, in the vault. Returns the bundle's id.

    Raises BadInput when there is nothing to seal or an exhibit is still being read, NotFound as `open_for` does.
    """
    return seal_opened(open_for(actor, case), actor.user, actor.organisation_name)


def seal_opened(opened: OpenCase, by: UUID, organisation: str) -> UUID:
    """The same with a case that is open already: what the worker calls."""
    rows = list(Exhibit.objects.filter(case_id=opened.id).exclude(state__in=NEVER_OPENED).order_by("number"))
    if not rows:
        raise BadInput("casework-nothing-to-seal")
    if any(row.state in _RUNNING for row in rows):
        raise BadInput("casework-still-reading")
    for _ in range(_TRIES):
        history = custody.lines(opened)
        case = with_exhibits(case_at(opened).case, tuple(view for view in exhibits_of(opened) if view.state not in NEVER_OPENED))
        made = _write(opened, rows, case, _sealer(by, organisation, history))
        if (bundle := _enter(opened, rows, by, made, history)) is not None:
            return bundle
        remove(node().vault, made.kept.name)
    raise Conflict("casework-case-changed")


def list_bundles(actor: Actor, case: UUID) -> tuple[BundleView, ...]:
    """The bundles of a case, by number. Raises NotFound as `open_for` does."""
    return bundles_of(open_for(actor, case))


def bundles_of(opened: OpenCase) -> tuple[BundleView, ...]:
    return tuple(_view(opened, row) for row in Bundle.objects.filter(case_id=opened.id).order_by("number"))


def open_bundle(actor: Actor, bundle: UUID, purpose: str | None = None) -> Download:
    """A bundle to hand out; that it was, by whom and for what stands in the custody and the audit record.

    Raises NotFound when it is not of one of the actor's cases, NotAllowed when the organisation asks for a second person
    (`approvals`) and none has agreed, or where an exhibit in it must not be opened.
    """
    row = Bundle.objects.filter(id=bundle).first()
    if row is None:
        raise NotFound("casework-no-such-bundle")
    opened = open_for(actor, row.case_id, "casework-no-such-bundle")
    about = about_bundle(opened, row)
    if kept_back(opened, row):
        raise NotAllowed("casework-withheld")
    with transaction.atomic():
        approvals.use(actor, opened, "export", bundle)
        custody.note(opened, actor.user, "exported", f"bundle-{row.number}", digest=f"sha256:{about.sha256}", purpose=purpose)
        record(actor.user, "bundle-exported", organisation=actor.organisation, case=opened.id, object=bundle)
    return Download(about.name, row.size, bundle_source(opened, row))


def kept_back(opened: OpenCase, bundle: Bundle) -> bool:
    """Does it hold an exhibit that must not be opened, wherever that is now?"""
    return packed_in(opened, bundle).filter(state__in=NEVER_OPENED).exists()


def packed_in(opened: OpenCase, bundle: Bundle) -> QuerySet[Exhibit]:
    """The exhibits that lie in a bundle of the case. One that was sealed before rows said so holds those of the case that have
    the numbers it names, as long as none of them moved (`note_packed`)."""
    said = Exhibit.objects.filter(id__in=Packed.objects.filter(bundle=bundle).values("exhibit"))
    if said.exists():
        return said
    named = set(about_bundle(opened, bundle).exhibits)
    here = Exhibit.objects.filter(case_id=opened.id)
    return here.filter(number__in=[number for number in here.values_list("number", flat=True) if code_of(number) in named])


def bundled(opened: OpenCase) -> frozenset[UUID]:
    """The exhibits that lie in a bundle of the case, wherever they are now."""
    bundles = Bundle.objects.filter(case_id=opened.id)
    return frozenset(id_ for one in bundles for id_ in packed_in(opened, one).values_list("id", flat=True))


def note_packed(opened: OpenCase) -> None:
    """Which exhibit lies in which bundle of the case, before one of them leaves it and gets another number."""
    for bundle in Bundle.objects.filter(case_id=opened.id):
        Packed.objects.bulk_create(
            (Packed(bundle=bundle, exhibit=exhibit) for exhibit in packed_in(opened, bundle)), ignore_conflicts=True
        )


def bundle_source(opened: OpenCase, row: Bundle) -> VaultSource:
    """The bundle's bytes, decrypted as they are read."""
    key = opened.open(f"file-key/{row.vault_name}", row.file_key_sealed)
    return VaultSource(node().vault, Kept(row.vault_name, key, row.size), about_bundle(opened, row).name)


def about_bundle(opened: OpenCase, row: Bundle) -> AboutBundle:
    return msgspec.json.decode(opened.open(f"bundle/{row.id}", row.about_sealed), type=AboutBundle)


class _Made(NamedTuple):
    kept: Kept
    sealed: Sealed
    lines: list[bytes]
    sha256: str


def _write(opened: OpenCase, rows: list[Exhibit], case: Case, sealer: Sealer) -> _Made:
    views = {view.id: view for view in exhibits_of(opened)}
    received = [
        Received(
            source_of(opened, row),
            received_from=views[row.id].about.received_from,
            received_at=row.received_at.isoformat(timespec="seconds"),
            received_how=views[row.id].about.received_how,
            device=views[row.id].about.device,
            number=row.number,
        )
        for row in rows
    ]
    file = Incoming(node().vault)
    hashed = Hashing(file)
    try:
        target = _Capturing(ZipTarget(hashed, case.reference))  # type: ignore[arg-type]  # a zip needs write, tell and flush only
        sealed = seal(received, target, sealer, case=case, derive=_derive())
        return _Made(file.keep(), sealed, target.captured.splitlines(), hashed.sha256.hexdigest())
    finally:
        file.discard()


def _enter(opened: OpenCase, rows: list[Exhibit], by: UUID, made: _Made, history: list[bytes]) -> UUID | None:
    """Writes the bundle's row and lines; None when the custody record grew in the meantime: seal again."""
    sealed, bundle = made.sealed, uuid4()
    with transaction.atomic():
        lock(opened)
        if CustodyLine.objects.filter(case_id=opened.id).count() != len(history):
            return None
        number = (Bundle.objects.filter(case_id=opened.id).aggregate(last=Max("number"))["last"] or 0) + 1
        about = AboutBundle(
            name=f"bundle-{str(opened.id)[:8]}-{number}.zip",
            sha256=made.sha256,
            sealed_at=sealed.sealed_at,
            exhibits=tuple(exhibit.id for exhibit in sealed.exhibits),
            fingerprint=sealed.fingerprint,
            custody_length=sealed.custody_length,
            custody_head=sealed.custody_head,
            tagmanifest_sha256=hashlib.sha256(sealed.imprint).hexdigest(),
            imprint_sha512=hashlib.sha512(sealed.imprint).hexdigest(),
            broken=sealed.broken,
        )
        Bundle.objects.create(
            id=bundle,
            case_id=opened.id,
            number=number,
            size=made.kept.size,
            vault_name=made.kept.name,
            file_key_sealed=opened.seal(f"file-key/{made.kept.name}", made.kept.key),
            about_sealed=opened.seal(f"bundle/{bundle}", msgspec.json.encode(about)),
        )
        for seq, line in enumerate(made.lines[len(history) :], len(history) + 1):
            custody.keep(opened, seq, line)
        Packed.objects.bulk_create(Packed(bundle_id=bundle, exhibit=row) for row in rows)
        Exhibit.objects.filter(id__in=[row.id for row in rows]).update(state=Exhibit.State.SEALED)
        record(by, "case-sealed", organisation=opened.organisation, case=opened.id, object=bundle, exhibits=str(len(rows)))
    return bundle


def _view(opened: OpenCase, row: Bundle) -> BundleView:
    return BundleView(id=row.id, number=row.number, size=row.size, made_at=row.made_at, about=about_bundle(opened, row))


def _sealer(by: UUID, organisation: str, history: list[bytes]) -> Sealer:
    return Sealer(
        key=node().signing_key,
        clock=timezone.now,
        actor=f"user:{by}",
        organisation=organisation or None,
        history=history,
    )


def _derive() -> Derive:
    return Derive(read=read_confined, command="longarm read FILE", tool=TOOL)


class _Capturing:
    """A target that remembers the custody record on its way through: the node keeps the same lines."""

    def __init__(self, inner: Target) -> None:
        self.inner = inner
        self.captured = b""

    @contextmanager
    def open(self, path: str, size: int) -> Iterator[Writer]:
        with self.inner.open(path, size) as writer:
            yield _Copying(writer, self) if path == _RECORD else writer

    def finish(self) -> None:
        self.inner.finish()

    def abandon(self) -> None:
        self.inner.abandon()


class _Copying:
    def __init__(self, inner: Writer, target: _Capturing) -> None:
        self.inner, self.target = inner, target

    def write(self, data: bytes | memoryview, /) -> int:
        self.target.captured += bytes(data)
        return self.inner.write(data)


class Hashing:
    """What goes into the vault, hashed on its way: the ZIP's own hash stands on the receipt."""

    def __init__(self, file: Incoming) -> None:
        self.file = file
        self.sha256 = hashlib.sha256()

    def write(self, data: bytes | memoryview, /) -> int:
        self.sha256.update(data)
        return self.file.write(data)

    def tell(self) -> int:
        return self.file.tell()

    def flush(self) -> None:
        """The vault writes chunk by chunk; `keep` syncs."""
