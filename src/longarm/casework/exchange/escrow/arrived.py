"""Reports in escrow that opened and wait for somebody of the case's team to see to it: on My day and in the inbox."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, F, Min, Q, QuerySet

from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_held
from longarm.casework.day.brief import open_brief
from longarm.casework.day.clock import Wait, wait
from longarm.casework.day.inbox_order import ACTIVE
from longarm.casework.rules import rules_of
from longarm.store.left_out import escrow_left_out
from longarm.store.models import Case, CaseKey, EscrowOpened, Organisation


class Arrived(NamedTuple):
    """A case in which reports of others opened, `number` of them, the first at `since`. `wait`: the case's clock."""

    case: UUID
    called: str
    urgent: bool
    number: int
    since: datetime
    wait: Wait | None


def arrived(actor: Actor, now: datetime) -> tuple[Arrived, ...]:
    """In the cases whose keys the actor holds, the longest first. Who works no cases has none."""
    if not actor.works_cases or escrow_left_out():
        return ()
    keys = dict(
        CaseKey.objects.filter(user_id=actor.user, case__stage__in=ACTIVE, case__escrowed__opened__isnull=False)
        .order_by()
        .distinct()
        .values_list("case_id", "sealed")
    )
    found = _waiting(keys).values_list("escrowed__case_id").annotate(number=Count("id"), since=Min("made_at")).order_by("since")
    counted: dict[UUID, tuple[int, datetime]] = {case: (number, since) for case, number, since in found}
    cases, rules = Case.objects.in_bulk(list(counted)), rules_of(Organisation.objects.get(id=actor.organisation))

    def one(case: UUID) -> Arrived:
        row = cases[case]
        opened = open_held(actor, row, keys[case])
        waits = wait(row.asked_at, now, rules) if row.asked_at else None
        return Arrived(case, open_brief(opened, row).called, row.urgent, *counted[case], waits)

    return tuple(map(one, counted))


def counts(cases: Iterable[UUID]) -> dict[UUID, int]:
    """How many opened in each of the cases and were not seen to; cases without any are left out."""
    if escrow_left_out():
        return {}
    return dict(_waiting(cases).values_list("escrowed__case_id").annotate(number=Count("id")))


def _waiting(cases: Iterable[UUID]) -> QuerySet[EscrowOpened]:
    """Nobody has looked, or the wait that began with it has not ended: an answer, or a word that none is needed, ends it."""
    seen_to = Q(looked_at=None) | Q(made_at__gte=F("escrowed__case__asked_at"))
    return EscrowOpened.objects.filter(seen_to, escrowed__case_id__in=list(cases)).order_by()
