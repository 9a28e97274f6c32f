"""What can be asked of which node on the paths of a case: the button on a path's card, and the form behind it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for
from longarm.casework.cases import case_at
from longarm.casework.exchange.requests.kind import own_kind
from longarm.casework.exchange.requests.peers import card_to, member_of, nodes
from longarm.casework.node import record
from longarm.casework.proof.exhibits import NEVER_OPENED, ExhibitView, exhibits_of
from longarm.casework.worked_out import worked_out
from longarm.errors import BadInput
from longarm.exchange.card import Card
from longarm.exchange.request.basis import asked_state
from longarm.exchange.request.rules import measures_for
from longarm.exchange.request.words import Kind, Measure
from longarm.law.answer import Path, PathsAnswer
from longarm.law.load import load


class Offer(NamedTuple):
    """`exhibits`: those that could go along; none where a child may be concerned."""

    path: Path
    answer: PathsAnswer
    kind: Kind
    measures: tuple[Measure, ...]
    nodes: tuple[Card, ...]
    exhibits: tuple[ExhibitView, ...]


def askable(actor: Actor, answer: PathsAnswer) -> frozenset[str]:
    """Ids of the paths on which a node that this one knows can be asked."""
    if not actor.works_cases:
        return frozenset()
    kind, known = own_kind(actor.organisation), nodes()
    here = {state for card in known for state in card.states}
    everywhere = any(not card.states for card in known)
    return frozenset(
        path.id
        for path in answer.paths
        if path.status != "blocked"
        and measures_for(path.action, kind)
        and (state := asked_state(path))
        and (everywhere or state in here)
    )


class Roads(NamedTuple):
    """`node`: whom the request is for; `paths`: on which it can be asked, the best first."""

    node: Card
    kind: Kind
    paths: tuple[Path, ...]


def roads(actor: Actor, case: UUID, to: str, today: date) -> Roads:
    """On which paths of the case the node with fingerprint `to` can be asked, before one is chosen.

    Raises NotFound as `open_for` does, BadInput where that node is not spoken with.
    """
    actor.must_work_cases()
    opened, card = open_for(actor, case), card_to(member_of(to))
    answer = worked_out(case_at(opened).case, load(), today).answer
    can = askable(actor, answer)
    there = tuple(one for one in answer.paths if one.id in can and (not card.states or asked_state(one) in card.states))
    with transaction.atomic():
        record(actor.user, "case-read", organisation=actor.organisation, case=case)
    return Roads(card, own_kind(actor.organisation), there)


def offer(actor: Actor, case: UUID, path_id: str, today: date) -> Offer:
    """Raises NotFound as `open_for` does, BadInput for a path that the case does not have today."""
    actor.must_work_cases()
    opened = open_for(actor, case)
    worked = worked_out(case_at(opened).case, load(), today)
    path = next((one for one in worked.answer.paths if one.id == path_id), None)
    if path is None:
        raise BadInput("request-no-such-path", path=path_id[:80])
    kind = own_kind(actor.organisation)
    with transaction.atomic():
        record(actor.user, "case-read", organisation=actor.organisation, case=case)
    views = tuple(view for view in exhibits_of(opened) if view.state not in NEVER_OPENED)
    return Offer(path, worked.answer, kind, measures_for(path.action, kind), nodes(asked_state(path) or ""), views)
