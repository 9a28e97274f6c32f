"""Who else holds a case that names the same: on the case page, and of all one's cases on one page with the members."""

from __future__ import annotations

from typing import Any, NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from longarm.casework.actor import Actor
from longarm.casework.exchange import doubts, members, permitted, probes
from longarm.casework.exchange.escrow.showing import Kept, all_kept, kept_closed
from longarm.casework.exchange.hits import HitView, all_hits, hits_of
from longarm.casework.exchange.parties import own_card
from longarm.errors import BadInput
from longarm.exchange.card import read_card
from longarm.keys.node import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.page import show


class Beyond(NamedTuple):
    """What the case page shows. `permitted.by` None: nobody has said anything yet. `kept` None: escrow is not offered here."""

    hits: tuple[HitView, ...]
    permitted: permitted.Permitted
    kept: Kept | None


class Own(NamedTuple):
    """This node's own card: `called`, `spoken` as it is read out, `card` as it is handed over."""

    called: str
    spoken: str
    card: str


@require_safe
@signed_in
def exchange(request: HttpRequest, actor: Actor) -> HttpResponse:
    known = [(one, spoken(one.card.fingerprint)) for one in members.everybody(actor)]
    hits = all_hits(actor) if actor.works_cases else ()
    kept = [one for _, one in all_kept(actor)] if actor.works_cases else []
    opened, more = [each for one in kept for each in one.opened], [each for one in kept for each in one.more]
    alarms = probes.alarms_for(actor)
    facts: dict[str, Any] = {
        "hits": hits, "opened": opened, "more": more, "members": known, "doubts": doubts.doubts(actor), "alarms": alarms,
        "own": _own() if actor.administers else None,
    }  # fmt: skip
    return show(request, "exchange/exchange.html", actor, here="exchange", **facts)


def _own() -> Own | None:
    try:
        data = own_card()
    except BadInput:  # none was made yet: the page says how
        return None
    card = read_card(data)
    return Own(card.organisation, spoken(card.fingerprint), data.decode())


@require_POST
@signed_in
def choosing(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    """`allowed`: yes or no; `reason`."""
    permitted.choose(actor, case_id, request.POST.get("allowed") == "yes", request.POST.get("reason", ""))
    return redirect(f"/desk/cases/{case_id}/#h-beyond")


def beyond(actor: Actor, case: UUID) -> Beyond | None:
    """None where this node uses no hub."""
    if not members.uses_a_hub():
        return None
    return Beyond(hits_of(actor, case), permitted.permitted_for(actor, case), kept_closed(actor, case))
