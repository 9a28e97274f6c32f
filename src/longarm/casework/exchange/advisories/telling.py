"""An advisory from its first words to its end: one of the team writes it, another agrees, then it is told; it can be revoked.
Long: the whole life of an advisory.

Told cannot be untold: what was published was read. So two persons always, signs that the other side alone used, and words
in which no name and no number of the case stands.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

import msgspec
from django.db import transaction
from django.utils import timezone

from longarm.case.states import STATES
from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for
from longarm.casework.cases import case_at, read_case
from longarm.casework.day import approvals
from longarm.casework.exchange.advisories.choosing import Choice, choices, named_in
from longarm.casework.exchange.advisories.said import Said, open_said, seal_said
from longarm.casework.node import node, record
from longarm.casework.refusals import Conflict, NotFound
from longarm.errors import BadInput
from longarm.exchange.feeds.advisory import Advisory, Reach
from longarm.store import models
from longarm.store.models import CaseKey
from longarm.texts import Language

STANDS_FOR: Final = timedelta(days=365)  # a number is given to somebody else: then it has to be said anew


class AdvisoryView(msgspec.Struct, frozen=True, kw_only=True):
    """`asked`: how the question to a second person stands, of a draft. `mine`: the reader's team wrote it."""

    id: UUID
    state: str
    advisory: Advisory
    told_at: datetime | None
    mine: bool
    case: UUID | None


def may_stand(actor: Actor, case: UUID) -> tuple[Choice, ...]:
    """The signs of a case that an advisory may name; the look is recorded. Raises NotFound as `open_for` does."""
    actor.must_work_cases()
    return choices(read_case(actor, case).case)


def write(
    actor: Actor,
    case: UUID,
    *,
    title: str,
    words: str,
    language: Language,
    chosen: Collection[str],
    reach: Reach,
    states: tuple[str, ...],
    reason: str,
) -> UUID:
    """A draft, and the question to a second person with it. `chosen`: ids of identifiers of the case. Returns its id.

    Raises NotFound when the actor is not of the case's team, BadInput when nothing is chosen, something else than
    `may_stand` gives is, a text is missing, or a name of the case stands in one.
    """
    actor.must_work_cases()
    opened = open_for(actor, case)
    file = case_at(opened).case
    signs = tuple(choice.sign for choice in choices(file) if choice.identifier in chosen)
    if not signs or len({choice.identifier for choice in choices(file)} & set(chosen)) != len(set(chosen)):
        raise BadInput("advisory-no-sign")
    title, words = title.strip(), words.strip()
    if not title or not words or len(title) > 200 or len(words) > 8000:
        raise BadInput("advisory-no-words")
    if (name := named_in(file, f"{title}\n{words}")) is not None:
        raise BadInput("advisory-names", name=name)
    for state in states:
        if state not in STATES:
            raise BadInput("exchange-card-state", state=state[:10])
    now = timezone.now()
    row = models.Advisory(id=uuid4(), organisation_id=actor.organisation, reach=reach, made_by_id=actor.user, made_at=now)
    advisory = Advisory(
        id=row.id,
        by=node().signing_key.fingerprint,
        organisation=actor.organisation_name,
        title=title,
        words=words,
        language=language,
        signs=signs,
        states=states,
        reach=reach,
        made_at=now,
        changed_at=now,
        until=now + STANDS_FOR,
    )
    row.said_sealed = seal_said(row, Said(advisory, case))
    with transaction.atomic():
        row.save(force_insert=True)
        record(actor.user, "advisory-written", organisation=actor.organisation, case=case, object=row.id, reach=reach)
        approvals.ask(actor, case, "advisory", reason, row.id)
    return row.id


def tell(actor: Actor, advisory: UUID) -> None:
    """Tells it. By who wrote it and asked, once another of the team has agreed.

    Raises NotFound for who is not of the team, NotAllowed without a second person, Conflict when it was told already.
    """
    actor.must_work_cases()
    row, said = _of_team(actor, advisory)
    opened = open_for(actor, said.case, "advisory-none")  # type: ignore[arg-type]  # `_of_team` gives none without
    with transaction.atomic():
        if row.state != models.Advisory.State.DRAFT:
            raise Conflict("advisory-told-already")
        approvals.use(actor, opened, "advisory", row.id)
        now = timezone.now()
        row.state, row.told_at, row.changed_at = models.Advisory.State.TOLD, now, now
        row.said_sealed = seal_said(row, msgspec.structs.replace(said, advisory=_at(said.advisory, now)))
        row.save(update_fields=["state", "told_at", "changed_at", "said_sealed"])
        record(actor.user, "advisory-told", organisation=actor.organisation, case=opened.id, object=row.id, reach=row.reach)


def revoke(actor: Actor, advisory: UUID) -> None:
    """It no longer stands; who asks for it is told so. Any who works cases of the organisation: a wrong one must end at once.

    A draft is only deleted. Raises NotFound for others, Conflict when it was revoked before.
    """
    actor.must_work_cases()
    row = models.Advisory.objects.filter(id=advisory, organisation_id=actor.organisation).first()
    if row is None:
        raise NotFound("advisory-none")
    if row.state == models.Advisory.State.DRAFT:
        row, said = _of_team(actor, advisory)
        with transaction.atomic():
            record(actor.user, "advisory-dropped", organisation=actor.organisation, case=said.case, object=row.id)
            row.delete()
        return
    with transaction.atomic():
        row = models.Advisory.objects.select_for_update().get(id=advisory)
        if row.state == models.Advisory.State.REVOKED:
            raise Conflict("advisory-revoked-already")
        now, said = timezone.now(), open_said(row)
        ended = msgspec.structs.replace(_at(said.advisory, now), made_at=said.advisory.made_at, revoked=True)
        row.state, row.changed_at = models.Advisory.State.REVOKED, now
        row.said_sealed = seal_said(row, msgspec.structs.replace(said, advisory=ended))
        row.save(update_fields=["state", "changed_at", "said_sealed"])
        record(actor.user, "advisory-revoked", organisation=actor.organisation, object=row.id)


def advisories(actor: Actor) -> tuple[AdvisoryView, ...]:
    """What the organisation told, for all who work cases; drafts for the teams they came from. The newest first."""
    actor.must_work_cases()
    rows = models.Advisory.objects.filter(organisation_id=actor.organisation).order_by("-changed_at")[:200]
    keys = set(CaseKey.objects.filter(user_id=actor.user).values_list("case_id", flat=True))
    views = (_view(row, open_said(row), keys) for row in rows)
    return tuple(view for view in views if view.state != "draft" or view.mine)


def advisory_of(actor: Actor, advisory: UUID) -> AdvisoryView:
    """One of them. Raises NotFound for whoever may not see it."""
    found = next((one for one in advisories(actor) if one.id == advisory), None)
    if found is None:
        raise NotFound("advisory-none")
    return found


def _of_team(actor: Actor, advisory: UUID) -> tuple[models.Advisory, Said]:
    row = models.Advisory.objects.filter(id=advisory, organisation_id=actor.organisation).first()
    said = open_said(row) if row else None
    if row is None or said is None or said.case is None:
        raise NotFound("advisory-none")
    open_for(actor, said.case, "advisory-none")
    return row, said


def _view(row: models.Advisory, said: Said, keys: set[UUID]) -> AdvisoryView:
    mine = said.case in keys
    return AdvisoryView(
        id=row.id, state=row.state, advisory=said.advisory, told_at=row.told_at, mine=mine, case=said.case if mine else None
    )


def _at(advisory: Advisory, now: datetime) -> Advisory:
    return msgspec.structs.replace(advisory, made_at=now, changed_at=now, until=now + STANDS_FOR)
