"""The day on which the traces of an identifier may be gone: its last known use and the shortest period for which it is kept."""

from __future__ import annotations

from datetime import date, timedelta

from longarm.case.answer import Answer
from longarm.law import rules
from longarm.law.answer import IdentifierLine
from longarm.law.holders import Known
from longarm.law.index import index_of
from longarm.law.model import Facts
from longarm.law.rules.tables import Kept
from longarm.law.scene import Scene


def identifier_line(scene: Scene, facts: Facts, known: Known) -> IdentifierLine:
    """The line of the answer. `perishes_on` is None only where no day of use is known at all."""
    used = last_used(scene, known)
    days, sources = kept_for(facts, known, used)
    duty, duty_facts = _identity_duty(facts, known)
    return IdentifierLine(
        id=known.identifier.id,
        normal=known.normal,
        state=known.state,
        operator=known.operator,
        identity_duty=duty.value,
        last_used=used.isoformat() if used else None,
        perishes_on=_after(used, days).isoformat() if used else None,
        sources=(*duty_facts, *sources),
    )


def _after(day: date, days: int) -> date:
    """The calendar ends with the year 9999."""
    return day + timedelta(days=min(days, (date.max - day).days))


def last_used(scene: Scene, known: Known) -> date | None:
    """The end of its own period, else the last act of its user by then, else the day the case was opened."""
    identifier = known.identifier
    if identifier.to and identifier.to.known:
        return min(identifier.to.last, scene.as_of)
    acts = [e.at for e in scene.events if e.at.known and identifier.used_by and e.by == identifier.used_by]
    days = [min(at.last, scene.as_of) for at in acts]
    if identifier.from_ and identifier.from_.known:
        days.append(min(identifier.from_.last, scene.as_of))
    if days:
        return max(days)
    return min(scene.case.opened.last, scene.as_of) if scene.case.opened.known else None


def kept_for(facts: Facts, known: Known, used: date | None) -> tuple[int, tuple[str, ...]]:
    """Days, and the facts they come from. The shortest known period; seven days where none is known (law/safety.md)."""
    table = rules.retention()
    periods: list[tuple[int, str]] = []
    if known.platform:
        periods.append(_period(table.platforms, known.platform, used, table.unknown_days, f"platforms/{known.platform}"))
    if known.identifier.type in ("phone", "imei", "ip") and known.state:
        periods.append(_period(table.telecom, known.state, used, table.unknown_days, f"states/{known.state}#data_retention"))
    if not periods:
        return table.unknown_days, ()
    days, fact = min(periods)
    return days, (fact,) if _exists(facts, fact) else ()


def _period(rows: tuple[Kept, ...], wanted: str, used: date | None, unknown: int, fact: str) -> tuple[int, str]:
    for row in rows:
        if row.id == wanted and not (row.from_ and used and row.from_.first > used):
            return row.days, fact
    return unknown, fact


def _identity_duty(facts: Facts, known: Known) -> tuple[Answer, tuple[str, ...]]:
    state = facts.states.get(known.state or "")
    if state is None or known.identifier.type not in ("phone", "payment_handle", "imei"):
        return Answer.UNKNOWN, ()
    own = next((o.identity_duty for o in state.telecom.operators if o.id == known.operator and o.identity_duty), None)
    fact = (
        f"states/{known.state}#telecom/operators/{known.operator}" if own else f"states/{known.state}#telecom/registration_duty"
    )
    rule = own or state.telecom.registration_duty
    return rule.holds, (fact,) if rule.holds is not Answer.UNKNOWN else ()


def _exists(facts: Facts, fact: str) -> bool:
    found = index_of(facts).found
    if fact not in found:
        try:
            found.put(fact, bool(facts.at(fact)))
        except KeyError:
            found.put(fact, False)
    return found[fact]
