"""Figures of the demonstration: what it asked of others in the last year, one invented node that tells, a quarter that waits.

The noise is real, so the numbers differ from one demonstration to the next. Nobody is behind the other node: it has no address.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from uuid import uuid4

from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.demo.wording import Wording
from longarm.casework.exchange.figures.counting import closed
from longarm.casework.exchange.figures.hearing import hear
from longarm.casework.exchange.figures.telling import draw, tell
from longarm.casework.exchange.members import add
from longarm.casework.exchange.parties import make_own_card, own_card
from longarm.errors import BadInput
from longarm.exchange.card import make_card
from longarm.exchange.figures.counts import closes_on, ends_on
from longarm.exchange.figures.file import write_figures
from longarm.exchange.figures.published import FORMAT, SCALE, Figure, Published
from longarm.keys.party import Party
from longarm.store.models import Member, RequestFigure

_LEAST: Final = 41
# What was asked of whom, how it ended, after how many days, why not, and of how many cases.
_ASKED: Final = (
    ("LY", "preserve", "answered", 6, "", 88), ("LY", "preserve", "silent", None, "", 61),
    ("IQ", "identify", "refused", 24, "no_legal_basis", 57), ("IQ", "identify", "answered", 40, "", 66),
    ("DE", "stored_data", "partly", 75, "", 49),
)  # fmt: skip
_THEIRS: Final = (
    ("LY", "preserve", "result", "answered", 52), ("LY", "preserve", "result", "silent", 118),
    ("LY", "preserve", "days", "3", 47),
    ("EG", "identify", "result", "refused", 71), ("EG", "identify", "reason", "identity_unclear", 69),
)  # fmt: skip


def with_figures(actor: Actor, words: Wording) -> None:
    """Once: a demonstration that has a card is left as it is."""
    try:
        own_card()
        return
    except BadInput:
        make_own_card(None, words.organisation, ("EG",), "", timezone.now())
    newest, before, *_ = closed(timezone.localdate())
    there = datetime.combine(ends_on(newest) - timedelta(days=10), time(12), UTC)  # as if it had had its card then
    Member.objects.filter(role=Member.Role.OWN).update(since=there)
    RequestFigure.objects.bulk_create(row for quarter in (newest, before) for row in _asked(actor, closes_on(quarter)))
    party = Party.new()
    made = make_card(
        party, role="node", organisation=words.neighbour, states=("TN",), address="", certificate="", made_at=timezone.now()
    )  # fmt: skip
    add(None, made, party.fingerprint)
    for quarter in (newest, before):
        figures = tuple(Figure(*one) for one in _THEIRS)
        hear(actor, write_figures(party.signing, Published(FORMAT, quarter, ("TN",), str(SCALE), _LEAST, figures)))
    draw(actor, before, timezone.localdate())
    tell(actor, before, timezone.now())


def _asked(actor: Actor, closes: date) -> Iterator[RequestFigure]:
    on = closes - timedelta(days=120)
    for state, measure, result, days, reason, number in _ASKED:
        for _ in range(number):
            yield RequestFigure(
                organisation_id=actor.organisation, ours=True, asking="EG", asked=state, measure=measure, result=result,
                reason=reason, asked_on=on, due_on=on + timedelta(days=30), of_case=uuid4(),
                answered_on=None if days is None else on + timedelta(days=days),
            )  # fmt: skip
