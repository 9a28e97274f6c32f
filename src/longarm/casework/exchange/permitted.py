"""May the identifiers of a case be compared with other organisations'? The person harmed says so; where nobody outside has a
channel to the case, somebody of the team does, with a reason. Where a child may be concerned it takes both."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import msgspec
from django.db import transaction

from longarm.casework.actor import Actor
from longarm.casework.after_restore import counts
from longarm.casework.case_keys import OpenCase, field_of, lock, open_for
from longarm.casework.channels import for_team
from longarm.casework.exchange.child import concerns_a_child
from longarm.casework.exchange.letting_go import let_go
from longarm.casework.intake.consents import allows, held_since_restore
from longarm.casework.node import record
from longarm.casework.refusals import Conflict
from longarm.errors import BadInput
from longarm.store.models import Channel, Choice


class _About(msgspec.Struct, frozen=True):
    """`child`: it was chosen in the knowledge that a child may be concerned."""

    allowed: bool
    reason: str
    child: bool = False


class Permitted(NamedTuple):
    """`by`: complainant, supporter, team. `reason`, `at`: of the team's choice. `by` None: nobody has said anything yet.

    `child`: may one be concerned? Then `by` names who decided against it, or the team. `held`: it was allowed, before the backup
    that the node was restored from: nothing new goes, and nothing is let go.
    """

    allowed: bool
    by: str | None
    reason: str = ""
    at: datetime | None = None
    child: bool = False
    held: bool = False


def permitted(opened: OpenCase) -> Permitted:
    """Every complainant with a channel has to allow it; where there is none, every supporter; else the team's last choice.

    Where a child may be concerned the team has to choose as well, knowing that; and the no of any of them stands.
    """
    if concerns_a_child(opened):
        return _of_a_child(opened)
    said = _said(opened, "complainant") or _said(opened, "supporter")
    return said or _chosen(opened, Permitted(False, None))


def _of_a_child(opened: OpenCase) -> Permitted:
    held = False
    for kind in ("complainant", "supporter"):
        said = _said(opened, kind)
        if said and not said.allowed and not said.held:
            return said._replace(child=True)
        held = held or (said is not None and said.held)
    chosen = _chosen(opened, Permitted(False, None, child=True))
    return chosen._replace(allowed=False, held=chosen.allowed or chosen.held) if held else chosen


def _said(opened: OpenCase, kind: str) -> Permitted | None:
    """None where nobody of this kind has a channel."""
    channels = [for_team(opened, row) for row in Channel.objects.filter(case_id=opened.id, kind=kind)]
    if not channels:
        return None
    waiting = [channel for channel in channels if not allows(channel, "exchange")]
    held = bool(waiting) and all(held_since_restore(channel, "exchange") for channel in waiting)
    return Permitted(not waiting, kind, held=held)


def _chosen(opened: OpenCase, nobody: Permitted) -> Permitted:
    """The team's last choice; what it chose without knowing of a child is none for a child's case."""
    row = Choice.objects.filter(case_id=opened.id).order_by("-id").first()
    if row is None:
        return nobody
    about = msgspec.json.decode(opened.open(field_of(row, "about_sealed"), row.about_sealed), type=_About)
    if about.allowed and nobody.child and not about.child:
        return nobody
    counted = counts(opened.id, row.made_at)
    return Permitted(
        about.allowed and counted, "team", about.reason, row.made_at, nobody.child, held=about.allowed and not counted
    )


def permitted_for(actor: Actor, case: UUID) -> Permitted:
    """Raises NotFound when the actor is not of the case's team."""
    return permitted(open_for(actor, case))


def choose(actor: Actor, case: UUID, allowed: bool, reason: str) -> None:
    """The team's choice for a case that nobody outside has a channel to, or that may concern a child; not allowed lets go at once
    what was registered.

    Raises BadInput without a reason, Conflict where a person outside is to be asked, NotAllowed for who does not work cases.
    """
    actor.must_work_cases()
    opened = open_for(actor, case)
    if not 0 < len(reason.strip()) <= 500:
        raise BadInput("exchange-reason")
    with transaction.atomic():
        lock(opened)
        child = concerns_a_child(opened)
        if not child and Channel.objects.filter(case_id=case, kind__in=("complainant", "supporter")).exists():
            raise Conflict("exchange-theirs-to-say")
        row = Choice.objects.create(case_id=case, by_id=actor.user, about_sealed=b"")
        row.about_sealed = opened.seal(field_of(row, "about_sealed"), msgspec.json.encode(_About(allowed, reason.strip(), child)))
        row.save(update_fields=["about_sealed"])
        if not allowed:
            let_go(case)
        record(actor.user, "exchange-chosen", organisation=actor.organisation, case=case, allowed="yes" if allowed else "no")
