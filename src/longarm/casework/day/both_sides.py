"""A case as it is looked at before it is joined with another or parted: what would move, nothing moved yet."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from longarm.case.model import Person
from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for
from longarm.casework.cases import case_at
from longarm.casework.day.brief import open_brief
from longarm.casework.node import record
from longarm.casework.people.team import members_of
from longarm.casework.proof.bundles import bundled
from longarm.casework.proof.exhibits import ExhibitView, exhibits_of
from longarm.casework.refusals import NotFound
from longarm.store.models import Case, Channel, Note, Task


class Side(NamedTuple):
    """`reference` and `called` as in the inbox; counts of what else would come along. `bundled`: exhibits in a sealed bundle."""

    id: UUID
    called: str
    reference: str
    stage: str
    held: bool
    persons: tuple[Person, ...]
    identifiers: int
    events: int
    exhibits: tuple[ExhibitView, ...]
    bundled: frozenset[UUID]
    channels: int
    notes: int
    tasks: int
    team: tuple[str, ...]


class Conversation(NamedTuple):
    """A channel that may move: of which case, of what kind, how many letters."""

    id: UUID
    case: UUID
    kind: str
    letters: int


def side(actor: Actor, case: UUID) -> Side:
    """The look is recorded. Raises NotFound as `open_for` does, NotAllowed for who works no cases."""
    actor.must_work_cases()
    opened = open_for(actor, case)
    row, at = Case.objects.get(id=case), case_at(opened)
    with transaction.atomic():
        record(actor.user, "case-read", organisation=opened.organisation, case=case, version=str(at.version))
    brief = open_brief(opened, row)
    return Side(
        id=case,
        called=brief.called,
        reference=brief.reference,
        stage=row.stage,
        held=row.held,
        persons=at.case.persons,
        identifiers=len(at.case.identifiers),
        events=len(at.case.events),
        exhibits=exhibits_of(opened),
        bundled=bundled(opened),
        channels=Channel.objects.filter(case_id=case).count(),
        notes=Note.objects.filter(case_id=case).count(),
        tasks=Task.objects.filter(case_id=case).count(),
        team=tuple(member.name for member in members_of(opened)),
    )


def conversation(actor: Actor, channel: UUID) -> Conversation:
    """Raises NotFound when it is no conversation of the actor's cases."""
    actor.must_work_cases()
    row = Channel.objects.filter(id=channel).exclude(kind=Channel.Kind.STATEMENT).first()
    if row is None:
        raise NotFound("casework-no-such-channel")
    open_for(actor, row.case_id, "casework-no-such-channel")
    return Conversation(row.id, row.case_id, row.kind, row.letters.count())
