"""The bundle that goes along: only the exhibits chosen, under their numbers, in a custody record of its own.

Names of files stay here (they tell), and so does who handed them in, unless it was a person of the intake. What was withheld is
never in it, nor anything of a case where a child may be concerned.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from typing import Final, NamedTuple
from uuid import UUID

from django.utils import timezone

from longarm.case.model import Case
from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase
from longarm.casework.node import node
from longarm.casework.proof.bundles import Hashing
from longarm.casework.proof.exhibits import NEVER_OPENED, bare_name, code_of, exhibits_of, source_of
from longarm.casework.proof.papers import SAYABLE
from longarm.casework.refusals import NotAllowed, NotFound
from longarm.casework.sandbox.reader import read_confined
from longarm.errors import BadInput
from longarm.evidence.derivation import Derive
from longarm.evidence.received import Received
from longarm.evidence.seal import TOOL, Sealer, seal
from longarm.evidence.target import ZipTarget
from longarm.exchange.request.bodies import MOST_FILE, File
from longarm.keys.stream import stored_size
from longarm.store import models
from longarm.store.models import Exhibit
from longarm.store.vault import Incoming, path_of, remove

_BLOCK: Final = 1 << 20


class Packed(NamedTuple):
    """`file`: what the letter says of it; the bytes lie in the vault under its name. `exhibits`: what it holds, by id."""

    file: File
    codes: tuple[str, ...]
    exhibits: tuple[UUID, ...]


def must_be_sendable(opened: OpenCase, exhibits: Collection[UUID]) -> None:
    """Raises NotFound for an exhibit of another case, NotAllowed for one that is withheld or where a child may be concerned."""
    rows = list(Exhibit.objects.filter(case_id=opened.id, id__in=exhibits))
    if len(rows) != len(set(exhibits)):
        raise NotFound("casework-no-such-exhibit")
    if not rows:
        return
    if models.Case.objects.filter(id=opened.id, child=True).exists() or any(row.state in NEVER_OPENED for row in rows):
        raise NotAllowed("request-child-nothing-goes")


def pack(opened: OpenCase, actor: Actor, case: Case, exhibits: Collection[UUID]) -> Packed:
    """Seals the chosen exhibits into the vault, with `case` as it was minimised. Raises as `must_be_sendable` does, BadInput when
    it is larger than a bundle that travels may be.
    """
    must_be_sendable(opened, exhibits)
    views = {view.id: view for view in exhibits_of(opened)}
    rows = list(Exhibit.objects.filter(case_id=opened.id, id__in=exhibits).order_by("number"))
    received = [
        Received(
            source_of(opened, row, name=bare_name(code_of(row.number), views[row.id].about.name)),
            received_from=given if (given := views[row.id].about.received_from) in SAYABLE else None,
            received_at=row.received_at.isoformat(timespec="seconds"),
            number=row.number,
        )
        for row in rows
    ]
    sealer = Sealer(
        key=node().signing_key, clock=timezone.now, actor=f"user:{actor.user}", organisation=actor.organisation_name or None
    )
    file = Incoming(node().vault)
    hashed = Hashing(file)
    try:
        target = ZipTarget(hashed, case.reference)  # type: ignore[arg-type]  # a zip needs write, tell and flush only
        derive = Derive(read=read_confined, command="longarm read FILE", tool=TOOL)
        sealed = seal(received, target, sealer, case=case, derive=derive)
        kept = file.keep()
    finally:
        file.discard()
    if stored_size(kept.size) > MOST_FILE:
        remove(node().vault, kept.name)
        raise BadInput("request-bundle-too-large")
    codes = tuple(exhibit.id for exhibit in sealed.exhibits)
    said = File(
        name=kept.name,
        key=kept.key,
        size=kept.size,
        stored=stored_size(kept.size),
        sha256=sha256_stored(kept.name),
        bundle_sha256=hashed.sha256.digest(),
        exhibits=codes,
    )
    return Packed(said, codes, tuple(row.id for row in rows))


def sha256_stored(name: str) -> bytes:
    """Of the bytes on the disk, which are what travels."""
    found = hashlib.sha256()
    with path_of(node().vault, name).open("rb") as source:
        while block := source.read(_BLOCK):
            found.update(block)
    return found.digest()
