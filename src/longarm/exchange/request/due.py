"""By when an answer is expected and why, when to remind, to whom it goes up, when it is over: days, worked out, never guessed.

Where an instrument names a time, it is that; else it is a usage of this house (rules.yaml), and the plan says that no instrument
known here names one.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Literal

import msgspec

from longarm.exchange.request.basis import Basis
from longarm.exchange.request.rules import AnswerRow, Step, row_of, table
from longarm.exchange.request.words import Measure
from longarm.law import rules as law_rules
from longarm.law.model import Facts


class Escalation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`who`: the desk as the facts name it; empty where they name none."""

    step: Step
    on: date
    who: Annotated[str, msgspec.Meta(max_length=300)] = ""


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`from_`: where `answer_by` comes from: an instrument, the house's usage (then no instrument says), or who asked.

    `keep_until`: until when what is preserved is kept at least, counted from the day of asking; the formal request goes before.
    """

    answer_by: date
    from_: Literal["instrument", "usage", "asker"]
    instrument: Annotated[str, msgspec.Meta(max_length=160)]
    remind_on: Annotated[tuple[date, ...], msgspec.Meta(max_length=10)]
    steps: Annotated[tuple[Escalation, ...], msgspec.Meta(max_length=10)]
    lapses_on: date
    keep_until: date | None = None


def plan(
    measure: Measure, basis: Basis, asked_on: date, facts: Facts, *, urgent: bool = False, answer_by: date | None = None
) -> Plan:
    """The days of a request that goes out on `asked_on`. `answer_by`: what who asks has set, instead of the rule.

    A time set by hand is never before the day of asking.
    """
    named = _named(basis)
    rule = named.days if named else row_of(measure).days
    if urgent:
        rule = (named.urgent if named and named.urgent is not None else None) or min(rule, row_of(measure).urgent)
    until = max(answer_by, asked_on) if answer_by else asked_on + timedelta(days=rule)
    days = (until - asked_on).days
    rows = table()
    return Plan(
        answer_by=until,
        from_="asker" if answer_by else "instrument" if named else "usage",
        instrument=named.instrument if named and not answer_by else "",
        remind_on=tuple(sorted({asked_on + timedelta(days=-(-days * part // 100)) for part in rows.reminders})),
        steps=tuple(
            Escalation(row.step, until + timedelta(days=row.urgent if urgent else row.days), _who(row.step, basis, facts))
            for row in rows.steps
            if not row.measures or measure in row.measures
        ),
        lapses_on=until + timedelta(days=rows.lapses),
        keep_until=_kept(measure, basis, asked_on),
    )


def _named(basis: Basis) -> AnswerRow | None:
    """The shortest time among the instruments that surely bind."""
    binding = {ground.instrument for ground in basis.grounds if ground.binding == "yes"}
    wanted = next((row.measures for row in law_rules.actions().actions if row.action == basis.action), ())
    rows = [row for row in table().answers if row.instrument in binding and row.measure in wanted]
    return min(rows, key=lambda row: row.days, default=None)


def _kept(measure: Measure, basis: Basis, asked_on: date) -> date | None:
    binding = {ground.instrument for ground in basis.grounds if ground.binding == "yes"}
    days = [row.days for row in table().keeps if row.instrument in binding]
    return asked_on + timedelta(days=min(days)) if measure == "preserve" and days else None


def _who(step: Step, basis: Basis, facts: Facts) -> str:
    state = facts.states.get(basis.asked)
    if state is None:
        return ""
    if step == "contact_247":
        return state.contact_247.name or ""
    authority = state.assistance.central_authority
    return (authority.name or "") if step == "central_authority" and authority else ""
