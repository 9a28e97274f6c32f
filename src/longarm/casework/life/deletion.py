"""Deleting a case: its keys are destroyed, then everything they opened, and a signed certificate remains.
Long: all that a deletion takes, in its order.

The certificate names ids, counts and times, nothing of the case. The case's row stays as `deleted` and the audit record keeps
its lines, so that it still shows who did what; neither says anything of a person. Cases that were merged into it go with it:
they are the same matter. Copies that left the node (bundles, papers, back-ups made before) are not the node's to delete:
docs/operations.md says how long back-ups are kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final, Literal
from uuid import UUID

import msgspec
from django.db import connection, transaction
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for
from longarm.casework.day import approvals
from longarm.casework.exchange.escrow.letting_go import let_go as let_escrow_go
from longarm.casework.exchange.letting_go import let_go
from longarm.casework.node import node, record
from longarm.casework.refusals import Conflict, NotFound
from longarm.errors import Unsound
from longarm.store import models
from longarm.store.vault import remove

FORMAT: Final = "longarm-deletion/1"
Why = Literal["asked", "retention", "mistake", "order"]
WHYS: Final[tuple[Why, ...]] = ("asked", "retention", "mistake", "order")
_ORDER: Final = msgspec.json.Encoder(order="deterministic")

# What hangs on a case, each before what it hangs on. Records stay: they hold ids and acts, no content.
_ROWS: Final[tuple[tuple[Any, str], ...]] = (
    (models.CaseKey, "case_id"),
    (models.Return, "channel__case_id"),
    (models.Letter, "channel__case_id"),
    (models.Consent, "channel__case_id"),
    (models.Upload, "channel__case_id"),
    (models.Channel, "case_id"),
    (models.Job, "case_id"),
    (models.Note, "case_id"),
    (models.Task, "case_id"),
    (models.Step, "case_id"),
    (models.Closing, "case_id"),
    (models.Notice, "case_id"),
    (models.Approval, "case_id"),
    (models.Named, "case_id"),
    (models.SeenTag, "seen__exhibit__case_id"),
    (models.SeenSounds, "seen__exhibit__case_id"),
    (models.Seen, "exhibit__case_id"),
    (models.Judgement, "case_id"),
    (models.Question, "case_id"),
    (models.Outgoing, "request__case_id"),
    (models.Dispatch, "request__case_id"),
    (models.Enclosed, "attachment__case_id"),
    (models.Attachment, "case_id"),
    (models.Request, "case_id"),
    (models.Choice, "case_id"),
    (models.CustodyLine, "case_id"),
    (models.Packed, "bundle__case_id"),
    (models.Packed, "exhibit__case_id"),
    (models.Bundle, "case_id"),
    (models.Withheld, "exhibit__case_id"),
    (models.Exhibit, "case_id"),
    (models.CaseContent, "case_id"),
)


class Certificate(msgspec.Struct, frozen=True, kw_only=True):
    """What was destroyed, when, by whom (a user's id; none: the retention rule), why. `rows` by table, `files` of the vault."""

    format: str
    case: str
    organisation: str
    at: datetime
    by: str | None
    why: str
    rows: dict[str, int]
    files: int
    bytes: int
    node: str  # fingerprint of the key that signed


class DeletionView(msgspec.Struct, frozen=True, kw_only=True):
    """A deletion as its organisation sees it: the certificate, its exact bytes and their signature."""

    certificate: Certificate
    text: bytes
    signature: str


def delete_case(actor: Actor, case: UUID, why: Why) -> Certificate:
    """Deletes a case of the actor's teams, with what was merged into it.

    Raises NotFound when the actor is not of its team, NotAllowed for who does not work cases or where a second person is asked
    for and none agreed, Conflict while a hold stands or an authority has not said what becomes of a withheld exhibit.
    """
    actor.must_work_cases()
    opened = open_for(actor, case)
    with transaction.atomic():
        approvals.use(actor, opened, "deletion")
        made, files = _whole(case, why, actor.user)
    _forget(files)
    return made


def delete_expired(case: UUID) -> Certificate:
    """Deletes a case whose time is over, without a person.

    Raises Conflict as `delete_case` does, when it is not closed, or when somebody wrote to it and waits for an answer.
    """
    with transaction.atomic():
        rested = models.Case.objects.select_for_update().filter(id=case, stage=models.Case.Stage.CLOSED, asked_at=None)
        if not rested.exists():
            raise Conflict("casework-held")
        made, files = _whole(case, "retention", None)
    _forget(files)
    return made


def deletions(actor: Actor) -> tuple[DeletionView, ...]:
    """The certificates of the actor's organisation, newest first. Raises NotAllowed unless the actor audits, administers or
    coordinates, Unsound when a certificate was changed.
    """
    actor.must_be("auditor", "admin", "coordinator")
    rows = models.Deletion.objects.filter(organisation_id=actor.organisation).order_by("-at")
    return tuple(_view(row) for row in rows)


def _view(row: models.Deletion) -> DeletionView:
    text, signature = bytes(row.certificate), bytes(row.signature).decode("ascii", "replace")
    if not node().signing_key.public.holds(signature, text):
        raise Unsound("casework-certificate-altered")
    return DeletionView(certificate=msgspec.json.decode(text, type=Certificate), text=text, signature=signature)


def _whole(case: UUID, why: Why, by: UUID | None) -> tuple[Certificate, tuple[str, ...]]:
    """The case, and those merged into it, each with a certificate of its own: all or none."""
    made, files = _destroy(case, why, by)
    for merged in models.Case.objects.filter(merged_into=case).exclude(stage=models.Case.Stage.DELETED):
        files += _whole(merged.id, why, by)[1]
    return made, files


def _destroy(case: UUID, why: Why, by: UUID | None) -> tuple[Certificate, tuple[str, ...]]:
    row = models.Case.objects.select_for_update().filter(id=case).first()
    if row is None:
        raise NotFound("casework-no-such-case")
    if row.held or row.stage == models.Case.Stage.DELETED:
        raise Conflict("casework-held")
    if waits_for_instruction(case):
        raise Conflict("life-instruction-first")
    files = dict(_files(case))
    let_go(case)
    let_escrow_go(case)
    counts = {}
    for model, of in _ROWS:
        counts[model._meta.model_name], _ = model.objects.filter(**{of: case}).delete()
    now, key = timezone.now(), node().signing_key
    models.Case.objects.filter(id=case).update(
        stage=models.Case.Stage.DELETED,
        brief_sealed=b"",
        urgent=False,
        child=False,
        asked_at=None,
        due_on=None,
        claimed_by=None,
        closed_at=now,
    )
    made = Certificate(
        format=FORMAT,
        case=str(case),
        organisation=str(row.organisation_id),
        at=now,
        by=str(by) if by else None,
        why=why,
        rows={name: count for name, count in counts.items() if count},
        files=len(files),
        bytes=sum(files.values()),
        node=key.fingerprint,
    )
    text = _ORDER.encode(made)
    models.Deletion.objects.create(
        case=case, organisation_id=row.organisation_id, certificate=text, signature=key.sign(text).encode(), at=now
    )
    record(by, "case-deleted", organisation=row.organisation_id, case=case, why=why, files=str(len(files)))
    return made, tuple(files)


def waits_for_instruction(case: UUID) -> bool:
    """Is an exhibit of the case withheld, and the authority has not said what becomes of it? Then nothing destroys it."""
    return models.Withheld.objects.filter(exhibit__case_id=case, destroyed_at=None, instruction_sealed=b"").exists()


def _files(case: UUID) -> Iterator[tuple[str, int]]:
    """The vault's files of the case, with their sizes in the clear."""
    for exhibit in models.Exhibit.objects.filter(case_id=case).exclude(state=models.Exhibit.State.DESTROYED):
        yield exhibit.vault_name, exhibit.size
        if exhibit.messages_vault_name:
            yield exhibit.messages_vault_name, 0
    yield from models.Bundle.objects.filter(case_id=case).values_list("vault_name", "size")
    yield from models.Attachment.objects.filter(case_id=case).values_list("vault_name", "size")
    yield from models.Upload.objects.filter(channel__case_id=case, exhibit=None).values_list("vault_name", "arrived")


def _forget(files: tuple[str, ...]) -> None:
    """After the commit: the bytes go, whose keys are gone already. A crash here leaves orphans, which `longarm check` removes."""
    for name in files:
        remove(node().vault, name)
    if connection.vendor == "postgresql" and not connection.in_atomic_block:
        # A deleted row's bytes stay in the table until it is vacuumed; SQLite overwrites them (`secure_delete`).
        with connection.cursor() as cursor:
            for model in (models.CaseKey, models.Channel, models.Return):
                cursor.execute(f"VACUUM {connection.ops.quote_name(model._meta.db_table)}")
