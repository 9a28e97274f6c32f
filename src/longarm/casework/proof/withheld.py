"""An exhibit that shows the abuse of a child, or may: kept from everybody, told in words, destroyed when the authority says so.
Long: the whole life of such an exhibit.

It is never opened again, not even to make sure. What stays in the end is its hash, where and when it was. A bundle that holds
it is kept back with it and goes with it: those sealed here, those for other nodes, and one that came from another node with it
inside, which is an exhibit of its own. The reasoning: docs/security.md, Child sexual material.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, field_of, lock, open_for
from longarm.casework.exchange.child import hold_back_from_others
from longarm.casework.exchange.requests.stopping import came_with, stop_sending
from longarm.casework.matches.seen import forget_seen
from longarm.casework.node import node, record
from longarm.casework.proof import custody
from longarm.casework.proof.bundles import packed_in
from longarm.casework.proof.exhibits import about_of, code_of, exhibit_for
from longarm.casework.refusals import Conflict, NotFound
from longarm.errors import BadInput
from longarm.store.models import Bundle, Case, Exhibit, Job, Upload, Withheld
from longarm.store.vault import remove

LONGEST: Final = 2000


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What is known without opening it: `where` it stands (address, account, device), `how` that is known."""

    where: str
    how: str


class Instruction(msgspec.Struct, frozen=True, kw_only=True):
    """What the authority said: who, under which reference, on which day it was received here, in its words."""

    authority: str
    reference: str
    words: str


class WithheldView(msgspec.Struct, frozen=True, kw_only=True):
    exhibit: UUID
    code: str
    sha256: str
    size: int
    received_at: datetime
    known: Known
    instruction: Instruction | None
    withheld_at: datetime
    destroyed_at: datetime | None


def withhold(actor: Actor, exhibit: UUID, known: Known) -> None:
    """From now on nobody opens the exhibit, nor what was read out of it, nor a bundle that holds it. Twice is once.

    Raises NotFound when it is not one of the actor's cases, NotAllowed for who does not work cases, BadInput without words.
    """
    actor.must_work_cases()
    check_words(known.where, known.how)
    opened, row = exhibit_for(actor, exhibit)
    with transaction.atomic():
        case = lock(opened)
        row = Exhibit.objects.select_for_update().get(id=row.id)
        if Withheld.objects.filter(exhibit=row).exists():
            return
        files = _keep_back(actor, opened, row, known)
        for bundle in came_with(row.id):
            files += _keep_back(actor, opened, bundle, known)
        if not case.child:
            case.child = True
            case.save(update_fields=["child"])
            hold_back_from_others(case.id)
    for name in files:
        remove(node().vault, name)


def _keep_back(actor: Actor, opened: OpenCase, row: Exhibit, known: Known) -> tuple[str, ...]:
    """One exhibit; where it is of another case (the bundle that came, after a split) without the words, for want of its key."""
    if Withheld.objects.filter(exhibit=row).exists():
        return ()
    row.state = Exhibit.State.WITHHELD
    row.save(update_fields=["state"])
    forget_seen(row)
    kept = Withheld(exhibit=row, by_id=actor.user)
    if here := row.case_id == opened.id:
        kept.about_sealed = opened.seal(field_of(kept, "about_sealed"), msgspec.json.encode(known))
    kept.save(force_insert=True)
    Job.objects.filter(exhibit=row).delete()
    if here:
        custody.note(opened, actor.user, "withheld", code_of(row.number), digest=f"sha256:{about_of(opened, row).sha256}")
    else:
        Case.objects.filter(id=row.case_id).update(child=True)
    record(actor.user, "exhibit-withheld", organisation=opened.organisation, case=row.case_id, object=row.id)
    return stop_sending(row.id)


def instructed(actor: Actor, exhibit: UUID, instruction: Instruction) -> None:
    """Records what the authority said to do with it. Raises as `withhold` does, Conflict where nothing is withheld."""
    actor.must_work_cases()
    check_words(instruction.authority, instruction.words)
    opened, row = exhibit_for(actor, exhibit)
    with transaction.atomic():
        lock(opened)
        kept = _kept(row)
        kept.instruction_sealed = opened.seal(field_of(kept, "instruction_sealed"), msgspec.json.encode(instruction))
        kept.save(update_fields=["instruction_sealed"])
        record(actor.user, "instruction-recorded", organisation=opened.organisation, case=opened.id, object=exhibit)


def destroy(actor: Actor, exhibit: UUID) -> None:
    """Destroys the bytes of a withheld exhibit, of what was read out of it and of every bundle that holds it, and their keys.

    Raises Conflict before the authority's instruction is recorded, or where it is destroyed already.
    """
    actor.must_work_cases()
    opened, row = exhibit_for(actor, exhibit)
    with transaction.atomic():
        lock(opened)
        row = Exhibit.objects.select_for_update().get(id=row.id)
        kept = _kept(row)
        if not kept.instruction_sealed or kept.destroyed_at:
            raise Conflict("casework-no-instruction")
        files = [*stop_sending(row.id, theirs=True), *_destroy_one(actor, opened, row)]
        for bundle in came_with(row.id):
            files += (*stop_sending(bundle.id), *_destroy_one(actor, opened, bundle))
    for name in files:
        remove(node().vault, name)


def _destroy_one(actor: Actor, opened: OpenCase, row: Exhibit) -> list[str]:
    """Returns the files to remove. Of another case (the bundle that came, after a split) only what needs no key of it."""
    here = row.case_id == opened.id
    files = [row.vault_name, *([row.messages_vault_name] if row.messages_vault_name else [])]
    files += _destroy_bundles(actor, opened, row)
    row.state, row.messages_vault_name, row.messages_key_sealed, row.outcome_sealed = Exhibit.State.DESTROYED, "", b"", b""
    row.file_key_sealed, row.vault_name = b"", _no_file()
    # Whoever gave it through a channel: the file's key and its name lie there too.
    Upload.objects.filter(exhibit=row).update(file_key_sealed=b"", about_sealed=b"", vault_name=_no_file())
    if here:
        about = msgspec.structs.replace(about_of(opened, row), name="-")
        row.about_sealed = opened.seal(f"about/{row.id}", msgspec.json.encode(about))
        custody.note(opened, actor.user, "destroyed", code_of(row.number), digest=f"sha256:{about.sha256}")
    row.save()
    kept, _ = Withheld.objects.get_or_create(exhibit=row, defaults={"by_id": actor.user})
    kept.destroyed_at = timezone.now()
    kept.save(update_fields=["destroyed_at"])
    record(actor.user, "exhibit-destroyed", organisation=opened.organisation, case=row.case_id, object=row.id)
    return files


def _destroy_bundles(actor: Actor, opened: OpenCase, row: Exhibit) -> list[str]:
    """Every bundle of this case that holds it, and those of cases it came from by a merge or a split. Returns the files."""
    with_it = [one for one in Bundle.objects.filter(case_id=opened.id) if packed_in(opened, one).filter(id=row.id).exists()]
    elsewhere = Bundle.objects.filter(packed__exhibit=row).exclude(case_id=opened.id)
    for bundle in with_it:
        custody.note(opened, actor.user, "destroyed", f"bundle-{bundle.number}")
    for bundle in elsewhere:
        record(actor.user, "exhibit-destroyed", organisation=opened.organisation, case=bundle.case_id, object=row.id)
        with suppress(NotFound):  # its key may be another team's alone: then its custody record is not ours to write in
            custody.note(open_for(actor, bundle.case_id), actor.user, "destroyed", f"bundle-{bundle.number}")
    gone = [*with_it, *elsewhere]
    Bundle.objects.filter(id__in=[one.id for one in gone]).delete()
    return [one.vault_name for one in gone]


def withheld_of(opened: OpenCase) -> tuple[WithheldView, ...]:
    """What is withheld or was destroyed in an opened case, by number."""
    rows = Withheld.objects.filter(exhibit__case_id=opened.id).select_related("exhibit").order_by("exhibit__number")
    return tuple(_view(opened, row) for row in rows)


def _view(opened: OpenCase, row: Withheld) -> WithheldView:
    instruction = None
    if row.instruction_sealed:
        text = opened.open(field_of(row, "instruction_sealed"), row.instruction_sealed)
        instruction = msgspec.json.decode(text, type=Instruction)
    return WithheldView(
        exhibit=row.exhibit_id,
        code=code_of(row.exhibit.number),
        sha256=about_of(opened, row.exhibit).sha256,
        size=row.exhibit.size,
        received_at=row.exhibit.received_at,
        known=_known(opened, row),
        instruction=instruction,
        withheld_at=row.made_at,
        destroyed_at=row.destroyed_at,
    )


def _known(opened: OpenCase, row: Withheld) -> Known:
    """Nothing, where it was kept back together with an exhibit of another case."""
    if not row.about_sealed:
        return Known(where="-", how="-")
    return msgspec.json.decode(opened.open(field_of(row, "about_sealed"), row.about_sealed), type=Known)


def _no_file() -> str:
    """A name that no file has: should a crash leave the bytes behind, no row names them and `longarm check` does."""
    return secrets.token_hex(16)


def _kept(row: Exhibit) -> Withheld:
    kept = Withheld.objects.select_for_update().filter(exhibit_id=row.id).first()
    if kept is None:
        raise Conflict("casework-not-withheld")
    return kept


def check_words(*words: str) -> None:
    """Raises BadInput where one is empty or too long."""
    if any(not text.strip() or len(text) > LONGEST for text in words):
        raise BadInput("casework-bad-text", longest=LONGEST)
