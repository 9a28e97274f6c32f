"""Two cases that are one matter become one; one that holds two persons' matters becomes two. Nothing sealed is undone.
Long: both ways of one road.

Bundles and the custody record of before stay where they were made: the merged case is kept, read-only, and says where it went.
"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID, uuid4

from django.db import transaction

from longarm.case.joined import identifiers_after, joined, parted
from longarm.case.model import Case as CaseFile
from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, give_key, give_recovery_key, lock, open_for, open_with_key
from longarm.casework.cases import case_at, new_version
from longarm.casework.day.moving import (
    exhibits_by_id,
    exhibits_of_case,
    move_channels,
    move_exhibits,
    move_judgements,
    move_requests,
    move_written,
)
from longarm.casework.day.moving_steps import move_steps
from longarm.casework.day.tasks import next_day
from longarm.casework.exchange.child import hold_back_from_others
from longarm.casework.exchange.escrow.letting_go import let_go as let_escrow_go
from longarm.casework.exchange.letting_go import let_go
from longarm.casework.intake.waits import begin_wait
from longarm.casework.matches.agreed import agreed
from longarm.casework.matches.named import forget_case
from longarm.casework.matches.renewing import renew
from longarm.casework.node import record
from longarm.casework.refusals import Conflict, NotFound
from longarm.keys import case as case_keys
from longarm.store.models import Case, CaseKey, Channel, User

_ENDED = (Case.Stage.MERGED, Case.Stage.DELETED)


def merge(actor: Actor, into: UUID, other: UUID, same: Mapping[str, str] | None = None) -> None:
    """Everything of `other` comes to `into`; the teams of both work on it from then on.

    `same`: persons of `other` who are persons of `into`, by their ids. Raises NotFound when the actor is not of both teams, or
    for a person who is in neither; Conflict for a case with itself, a hold on `other`, or one that was merged or deleted.
    """
    actor.must_work_cases()
    opened, second = open_for(actor, into), open_for(actor, other)
    if into == other:
        raise Conflict("casework-cannot-merge")
    with transaction.atomic():
        row, gone = _locked(opened, second)
        if gone.held or {row.stage, gone.stage} & set(_ENDED):
            raise Conflict("casework-cannot-merge")
        one, two = case_at(opened).case, case_at(second).case
        here, there = ({person.id for person in file.persons} for file in (one, two))
        if same and (set(same) - there or set(same.values()) - here):
            raise NotFound("casework-no-such-person")
        move_exhibits(actor, second, opened, exhibits_of_case(second))
        move_channels(second, opened, tuple(Channel.objects.filter(case_id=other)))
        move_written(second, opened)
        move_steps(second, opened, identifiers_after(one, two, same))
        move_judgements(second, opened)
        move_requests(second, opened)
        for key in CaseKey.objects.filter(case_id=other, user__active=True).select_related("user"):
            if key.user is not None:
                give_key(opened, key.user)
        if gone.child and not row.child:
            hold_back_from_others(into)
        row.urgent, row.child = row.urgent or gone.urgent, row.child or gone.child
        row.asked_at = min((at for at in (row.asked_at, gone.asked_at) if at), default=None)
        new_version(opened, row, joined(one, two, same), actor)
        row.save()
        gone.stage, gone.merged_into, gone.asked_at, gone.claimed_by, gone.due_on = Case.Stage.MERGED, row, None, None, None
        gone.save()
        forget_case(other)
        let_go(other)
        let_escrow_go(other)
        renew(open_with_key(row, opened.key))
        row.due_on = next_day(row.id)
        row.save(update_fields=["due_on"])
        record(actor.user, "case-merged", organisation=opened.organisation, case=into, object=other)
        record(actor.user, "case-merged-away", organisation=opened.organisation, case=other, object=into)


def split(actor: Actor, case: UUID, complainant: str, reference: str, exhibits: frozenset[UUID] = frozenset()) -> UUID:
    """A new case for one of the persons harmed, with what was done to her and the `exhibits` that are hers. Returns its id.

    The actor alone is its team at first. Her conversation does not move by itself: the actor cannot know whose it is; it is
    moved with `move_conversation`. Raises NotFound for a case, a person or an exhibit that is not there, Conflict when she is
    the only one.
    """
    actor.must_work_cases()
    opened = open_for(actor, case)
    with transaction.atomic():
        row = lock(opened)
        held = case_at(opened).case
        if complainant not in {person.id for person in held.complainants}:
            raise NotFound("casework-no-such-person")
        rows = exhibits_by_id(opened, exhibits)
        if len(held.complainants) < 2 or row.stage in _ENDED:
            raise Conflict("casework-cannot-split")
        if len(rows) != len(exhibits):
            raise NotFound("casework-no-such-exhibit")
        two = parted(held, complainant, reference)
        made = _new_case(actor, opened, two.part)
        new_version(opened, row, two.rest, actor)
        row.save()
        move_exhibits(actor, opened, made, rows)
        if not agreed(opened):  # hers is not yet known to be another answer
            forget_case(made.id)
        record(actor.user, "case-split", organisation=opened.organisation, case=case, object=made.id)
    return made.id


def move_conversation(actor: Actor, channel: UUID, to: UUID) -> None:
    """A channel comes to another case of the actor's teams, with its letters; files already taken in stay where they are.

    Who waits for an answer goes on waiting there, and a danger said here holds there too. Raises NotFound when either is not
    the actor's, Conflict for a case with itself, or one that was merged or deleted.
    """
    actor.must_work_cases()
    row = Channel.objects.filter(id=channel).first()
    if row is None:
        raise NotFound("casework-no-such-channel")
    old, new = open_for(actor, row.case_id, "casework-no-such-channel"), open_for(actor, to)
    if old.id == new.id:
        raise Conflict("casework-cannot-merge")
    with transaction.atomic():
        left, reached = _locked(old, new)
        if {left.stage, reached.stage} & set(_ENDED):
            raise Conflict("casework-cannot-merge")
        move_channels(old, new, (Channel.objects.select_for_update().get(id=channel),))
        if left.child and not reached.child:
            hold_back_from_others(to)
        reached.urgent, reached.child = reached.urgent or left.urgent, reached.child or left.child
        reached.save(update_fields=["urgent", "child"])
        for one in (old, new):
            renew(one)
        if left.asked_at:
            begin_wait(reached, left.asked_at)
        if not Channel.objects.filter(case_id=left.id).exists():
            Case.objects.filter(id=left.id).update(asked_at=None)
        record(actor.user, "conversation-moved", organisation=new.organisation, case=to, object=channel)
        record(actor.user, "conversation-moved", organisation=old.organisation, case=old.id, object=channel)


def _new_case(actor: Actor, from_: OpenCase, file: CaseFile) -> OpenCase:
    case_id = uuid4()
    row = Case.objects.create(id=case_id, organisation_id=from_.organisation, version=0)
    made = open_with_key(row, case_keys.new_key())
    give_key(made, User.objects.get(id=actor.user))
    give_recovery_key(made)
    new_version(made, row, file, actor)
    row.save()
    return open_with_key(row, made.key)


def _locked(first: OpenCase, second: OpenCase) -> tuple[Case, Case]:
    """Both rows, locked in the order of their ids: two merges at once do not wait for each other for ever."""
    rows = {opened.id: lock(opened, merged_too=True) for opened in sorted((first, second), key=lambda opened: opened.id)}
    return rows[first.id], rows[second.id]
