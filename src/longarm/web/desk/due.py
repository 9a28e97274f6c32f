"""What is due, soonest first: deadlines of paths, days on which traces perish, a stamp that is not there yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from longarm.casework.day.desk import CaseView
from longarm.texts import Language, say
from longarm.web.desk.traces import urgency
from longarm.web.path_cards import Card

_MOST = 8


class DueShown(NamedTuple):
    on: str
    what: str
    identifier: str | None
    chip: str
    overdue: bool


def due(view: CaseView, cards: Sequence[Card], language: Language) -> tuple[DueShown, ...]:
    titles = {card.id: card.title for card in cards}
    values = {known.identifier.id: known.identifier.value for known in view.identifiers}
    shown = []
    for one in view.due[:_MOST]:
        identifier = values.get(one.subject) if one.kind == "perishes" else None
        what = titles.get(one.subject, one.subject) if one.kind == "deadline" else say(f"desk-due-{one.kind}", language)
        shown.append(DueShown(one.on, what, identifier, urgency(one.on, view.as_of), one.overdue))
    return tuple(shown)
