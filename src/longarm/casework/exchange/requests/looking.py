"""What came along is verified in a child without rights before a byte of it is read or shown; then it becomes exhibits."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePosixPath
from typing import Final
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.exchange.requests.arriving import stored_as_said
from longarm.casework.exchange.requests.moving_on import move
from longarm.casework.exchange.requests.opened import OpenRequest, locked, open_request
from longarm.casework.exchange.requests.peers import card_to
from longarm.casework.exchange.requests.posting import post
from longarm.casework.node import node, record
from longarm.casework.proof.exhibits import receive
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.casework.sandbox.verifying import verify_confined
from longarm.evidence.bundle import open_zip, read_small
from longarm.evidence.exhibit import Exhibit
from longarm.exchange.request.bodies import File, Said
from longarm.store.models import Attachment, Case, Enclosed
from longarm.store.models import Exhibit as StoredExhibit
from longarm.store.vault import Kept, VaultSource, remove

_BLOCK: Final = 1 << 20
_EXHIBIT: Final = re.compile(r"data/exhibits/([^/]+)/exhibit\.json")
_STILL: Final = (Attachment.State.ARRIVING, Attachment.State.WHOLE)


def look(actor: Actor, request: UUID) -> tuple[UUID, ...]:
    """Verifies every file that came with a request or an answer. Returns the new exhibits, whose reading the caller queues.

    The first letter of a request is verified with that: its signature and its receiver were when it came, its files are now; the
    other side is told. Where a file is not sound, nothing of it is opened and the request can only be refused or asked back.

    Raises NotFound as `open_request` does, Conflict while a file is still on its way.
    """
    actor.must_work_cases()
    found = open_request(actor, request)
    rows = list(Attachment.objects.filter(request_id=request, ours=False).order_by("number"))
    if any(row.state == Attachment.State.ARRIVING for row in rows):
        raise Conflict("request-still-arriving")
    if rows and Case.objects.filter(id=found.case.id, child=True).exists():
        raise NotAllowed("casework-child-no-files")
    made: list[UUID] = []
    for row in rows:
        if row.state == Attachment.State.WHOLE:
            _mark(actor, request, row, _sound(found, row))
        if row.state == Attachment.State.SOUND:
            made += _take_out(actor, found, row)
    with transaction.atomic():
        whole = locked(actor, request)
        states = Attachment.objects.filter(request_id=request, ours=False).values_list("state", flat=True)
        whole.row.unseen = False
        now, unsound = timezone.now(), Attachment.State.UNSOUND in states
        if not whole.row.ours and not unsound and move(whole.row, "verify", "asked", now):
            post(whole.row, Said("verify"), None, actor.user, now)
        whole.row.save()
        record(
            actor.user, "request-verified", organisation=actor.organisation, case=whole.case.id, object=request,
            files=str(len(states)), sound="no" if unsound else "yes",
        )  # fmt: skip
    return tuple(made)


def _sound(found: OpenRequest, row: Attachment) -> bool:
    """The bytes are those of the letter, every check of the bundle holds, the node that sent it has sealed it, and it holds the
    exhibits that the letter promised, each once and no others."""
    file = _file(found, row)
    if not stored_as_said(row, file.sha256):
        return False
    source = _source(row, file)
    report = verify_confined(source, card_to(found.row.peer).fingerprint)
    return report is not None and report.sound and _as_promised(source, file)


def _as_promised(source: VaultSource, file: File) -> bool:
    digest = hashlib.sha256()
    with source.open() as data:
        while block := data.read(_BLOCK):
            digest.update(block)
    bundle = open_zip(source)
    try:
        here = sorted(found[1] for name in bundle.names if (found := _EXHIBIT.fullmatch(name)))
    finally:
        bundle.close()
    return digest.digest() == file.bundle_sha256 and here == sorted(file.exhibits)


def _mark(actor: Actor, request: UUID, row: Attachment, sound: bool) -> None:
    with transaction.atomic():
        locked(actor, request)
        row.state = Attachment.State.SOUND if sound else Attachment.State.UNSOUND
        row.save(update_fields=["state"])


def _take_out(actor: Actor, found: OpenRequest, row: Attachment) -> list[UUID]:
    """Each exhibit of the bundle becomes one of the case, once: a look that was cut short is gone on with, and of two at the same
    moment one gives way (Conflict). The bundle's own file is kept beside them, as it came."""
    file = _file(found, row)
    source = _source(row, file)
    bundle = open_zip(source)
    before = Enclosed.objects.filter(attachment=row).order_by("id")
    made = list(before.filter(exhibit__state=StoredExhibit.State.RECEIVED).values_list("exhibit_id", flat=True))
    first = before.count()
    try:
        for place, code in enumerate(file.exhibits[first:], first):
            about = msgspec.json.decode(read_small(bundle, f"data/exhibits/{code}/exhibit.json", _BLOCK), type=Exhibit)
            with bundle.open(about.file) as data, receive(actor, found.case.id) as arriving:
                while block := data.read(_BLOCK):
                    arriving.write(block)
                name = f"{code}{PurePosixPath(about.name).suffix[:12]}"
                with transaction.atomic():  # never one of which nobody knows that the bundle holds it
                    _must_stand_at(actor, row, place)
                    made.append(arriving.finish(name, "node", received_how="exchange"))
                    Enclosed.objects.create(attachment=row, exhibit_id=made[-1])
    finally:
        bundle.close()
    with source.open() as data, receive(actor, found.case.id) as arriving:
        while block := data.read(_BLOCK):
            arriving.write(block)
        with transaction.atomic():
            _must_stand_at(actor, row, len(file.exhibits))
            kept = arriving.finish(f"bundle-{row.number}.zip", "node", received_how="exchange")
            row.state, row.exhibit_id = Attachment.State.TAKEN, kept
            row.save(update_fields=["state", "exhibit"])
    remove(node().vault, row.vault_name)
    return made


def _must_stand_at(actor: Actor, row: Attachment, place: int) -> None:
    """Case and request are locked then. Raises Conflict where somebody else is taking the same bundle out, or has."""
    locked(actor, row.request_id)
    state = Attachment.objects.values_list("state", flat=True).get(id=row.id)
    if state != Attachment.State.SOUND or Enclosed.objects.filter(attachment=row).count() != place:
        raise Conflict("casework-case-changed")


def _file(found: OpenRequest, row: Attachment) -> File:
    file = found.file(row)
    if file is None:
        raise NotFound("casework-no-such-exhibit")
    return file


def _source(row: Attachment, file: File) -> VaultSource:
    return VaultSource(node().vault, Kept(row.vault_name, file.key, row.size), f"bundle-{row.number}.zip")
