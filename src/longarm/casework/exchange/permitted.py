"""May the identifiers of a case be compared with other organisations'? The person harmed says so; where nobody outside has a
channel to the case, somebody of the team does, with a reason."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import msgspec
from django.db import transaction

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, field_of, lock, open_for
from longarm.casework.channels import for_team
from longarm.casework.exchange.letting_go import let_go
from longarm.casework.intake.consents import allows
from longarm.casework.node import record
from longarm.casework.refusals import Conflict
from longarm.errors import BadInput
from longarm.store.models import Channel, Choice


class _About(msgspec.Struct, frozen=True):
    allowed: bool
    reason: str


class Permitted(NamedTuple):
    """`by`: complainant, supporter, team. `reason`, `at`: of the team's choice. `by` None: nobody has said anything yet."""

    allowed: bool
    by: str | None
    reason: str = ""
    at: datetime | None = None


def permitted(opened: OpenCase) -> Permitted:
    """Every complainant with a channel has to allow it; where there is none, every supporter; else the team's last choice."""
    channels = Channel.objects.filter(case_id=opened.id)
    for kind in ("complainant", "supporter"):
        if rows := list(channels.filter(kind=kind)):
            return Permitted(all(allows(for_team(opened, row), "exchange") for row in rows), kind)
    row = Choice.objects.filter(case_id=opened.id).order_by("-id").first()
    if row is None:
        return Permitted(False, None)
    about = msgspec.json.decode(opened.open(field_of(row, "about_sealed"), row.about_sealed), type=_About)
    return Permitted(about.allowed, "team", about.reason, row.made_at)


def permitted_for(actor: Actor, case: UUID) -> Permitted:
    """Raises NotFound when the actor is not of the case's team."""
    return permitted(open_for(actor, case))


def choose(actor: Actor, case: UUID, allowed: bool, reason: str) -> None:
    """The team's choice for a case that nobody outside has a channel to; not allowed lets go at once what was registered.

    Raises BadInput without a reason, Conflict where a person outside is to be asked, NotAllowed for who does not work cases.
    """
    actor.must_work_cases()
    opened = open_for(actor, case)
    if not 0 < len(reason.strip()) <= 500:
        raise BadInput("exchange-reason")
    with transaction.atomic():
        lock(opened)
        if Channel.objects.filter(case_id=case, kind__in=("complainant", "supporter")).exists():
            raise Conflict("exchange-theirs-to-say")
        row = Choice.objects.create(case_id=case, by_id=actor.user, about_sealed=b"")
        row.about_sealed = opened.seal(field_of(row, "about_sealed"), msgspec.json.encode(_About(allowed, reason.strip())))
        row.save(update_fields=["about_sealed"])
        if not allowed:
            let_go(case)
        record(actor.user, "exchange-chosen", organisation=actor.organisation, case=case, allowed="yes" if allowed else "no")
