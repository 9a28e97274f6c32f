"""Identifiers: the number or account, whose it is, which state and operator it names, and how long its traces live."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from longarm.casework.day.desk import CaseView
from longarm.texts import Language
from longarm.web.dates import state
from longarm.web.desk.administer.names import operator_named
from longarm.web.desk.happened import word
from longarm.web.desk.people import called_by

_MOST_LEADS = 12


class Trace(NamedTuple):
    id: str
    value: str
    type: str
    platform: str | None
    used_by: str | None
    state: str | None
    operator: str | None
    identity_duty: str
    perishes_on: str | None
    urgency: str  # the chip: blocked (gone or today), conditional (within a fortnight), "" (later)


class Lead(NamedTuple):
    """Found in an exhibit, not yet in the case."""

    value: str
    type: str
    exhibit: str
    times: int
    state: str | None
    sender: bool


def traces(view: CaseView, language: Language) -> tuple[Trace, ...]:
    """What perishes first stands first."""
    called = {person.id: called_by(person, language) for person in view.case.persons}
    shown = []
    for known in view.identifiers:
        one, line = known.identifier, known.line
        shown.append(
            Trace(
                id=one.id,
                value=(line.normal if line and line.normal and one.type in ("phone", "iban") else one.value),
                type=word("type", one.type, language) or one.type,
                platform=word("platform", one.platform, language),
                used_by=called.get(one.used_by or ""),
                state=state(line.state, language) if line and line.state else None,
                operator=operator_named(line.state, line.operator) if line and line.operator else None,
                identity_duty=line.identity_duty if line and one.type == "phone" else "",
                perishes_on=line.perishes_on if line else None,
                urgency=urgency(line.perishes_on if line else None, view.as_of),
            )
        )
    return tuple(sorted(shown, key=lambda trace: trace.perishes_on or "9999"))


def leads(view: CaseView, language: Language) -> tuple[Lead, ...]:
    return tuple(
        Lead(
            value=new.found.normal or new.found.value,
            type=word("type", new.found.type, language) or new.found.type,
            exhibit=new.exhibit,
            times=new.found.times,
            state=state(new.found.state, language) if new.found.state else None,
            sender=new.found.senders,
        )
        for new in view.found[:_MOST_LEADS]
    )


def urgency(day: str | None, as_of: date) -> str:
    if day is None:
        return ""
    left = (date.fromisoformat(day[:10]) - as_of).days
    return "blocked" if left <= 0 else "conditional" if left <= 14 else ""
