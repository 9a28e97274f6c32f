"""What holders gave becomes exhibits: the file's key comes under the case's, its hashes are taken, the custody record begins.

The file itself is not touched: it lies where it arrived, under the key it arrived with.
"""

from __future__ import annotations

import hashlib
from typing import Final, NamedTuple
from uuid import UUID, uuid4

import msgspec
from django.db import transaction
from django.db.models import Max

from longarm.casework.actor import Actor
from longarm.casework.case_keys import lock, open_for
from longarm.casework.channels import for_team
from longarm.casework.intake.given import source_of
from longarm.casework.node import record
from longarm.casework.proof import custody
from longarm.casework.proof.exhibits import LONGEST_NAME, About, code_of
from longarm.casework.refusals import NotAllowed
from longarm.store.models import Case, Exhibit, Upload
from longarm.store.vault import VaultSource

_BLOCK: Final = 1 << 20


class _Digests(NamedTuple):
    sha256: str
    sha512: str


def take_in(actor: Actor, case: UUID) -> tuple[UUID, ...]:
    """Every whole file of the case's holders becomes an exhibit: "received from the complainant, through the intake".

    Returns the exhibits, whose reading the caller queues (`jobs.queue_reading`). Two at once take each file once.

    Raises NotFound as `open_for` does, NotAllowed for who works no cases and where a child may be concerned, Unsound when a
    file was changed in the vault.
    """
    actor.must_work_cases()
    open_for(actor, case)
    if Case.objects.filter(id=case, child=True).exists():  # may have been whole before somebody knew
        raise NotAllowed("casework-child-no-files")
    waiting = Upload.objects.filter(channel__case_id=case, state=Upload.State.WHOLE).order_by("touched_at", "id")
    taken = (take_one(actor, case, upload) for upload in list(waiting.values_list("id", flat=True)))
    return tuple(exhibit for exhibit in taken if exhibit is not None)


def take_one(actor: Actor, case: UUID, upload: UUID, state: Exhibit.State = Exhibit.State.RECEIVED) -> UUID | None:
    """A whole file as an exhibit in `state`; None where it was taken in already. Raises NotFound as `open_for` does."""
    row = Upload.objects.select_related("channel").get(id=upload)
    opened = open_for(actor, case)
    digests = _digests(source_of(for_team(opened, row.channel), row))  # before the lock: a large file takes a while
    with transaction.atomic():
        lock(opened)
        row = Upload.objects.select_related("channel").select_for_update().get(id=upload)
        if row.state != Upload.State.WHOLE:
            return None
        source = source_of(for_team(opened, row.channel), row)
        exhibit = uuid4()
        number = (Exhibit.objects.filter(case_id=case).aggregate(last=Max("number"))["last"] or 0) + 1
        about = About(
            name=source.name[:LONGEST_NAME],
            sha256=digests.sha256,
            sha512=digests.sha512,
            received_from=row.channel.kind,
            received_how="intake",
        )
        Exhibit.objects.create(
            id=exhibit,
            case_id=case,
            number=number,
            size=row.size,
            state=state,
            vault_name=row.vault_name,
            file_key_sealed=opened.seal(f"file-key/{row.vault_name}", source.kept.key),
            about_sealed=opened.seal(f"about/{exhibit}", msgspec.json.encode(about)),
            received_at=row.touched_at,
        )
        row.state, row.exhibit_id = Upload.State.TAKEN, exhibit
        row.save(update_fields=["state", "exhibit"])
        custody.note(opened, actor.user, "received", code_of(number), digest=f"sha256:{about.sha256}")
        facts = {"size": str(row.size), "upload": str(upload)}
        record(actor.user, "exhibit-received", organisation=opened.organisation, case=case, object=exhibit, **facts)
    return exhibit


def _digests(source: VaultSource) -> _Digests:
    sha256, sha512 = hashlib.sha256(), hashlib.sha512()
    with source.open() as file:
        while block := file.read(_BLOCK):
            sha256.update(block)
            sha512.update(block)
    return _Digests(sha256.hexdigest(), sha512.hexdigest())
