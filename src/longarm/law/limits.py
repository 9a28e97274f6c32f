"""Until when a complaint can be made: only for offences that need one, and never for threats that do not."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import msgspec

from longarm.case.answer import Answer
from longarm.case.model import Event
from longarm.law.model import Period, State
from longarm.law.offences import Charges
from longarm.law.scene import Scene


class Limits(msgspec.Struct, frozen=True):
    """`lapsed`: events whose every offence needs a complaint that comes too late; `next`: the next day on which one does.

    `maybe`: the period runs from knowledge of the author too and he may not be known yet, or the law changed meanwhile.
    """

    lapsed: tuple[str, ...]
    next: date | None
    maybe: bool
    facts: tuple[str, ...]


def limits(scene: Scene, state: State, charges: Charges, identified: bool) -> Limits:
    """The time limits of complaints in `state`. `identified`: is the offender known by name?"""
    lapsed: list[str] = []
    coming: list[date] = []
    maybe = used = False
    for event in scene.acts:
        found = charges.of.get(event.id, ())
        needing = [c for c in found if c.offence.complaint_needed is Answer.YES]
        if not needing:
            continue
        ends = _ends(scene, state, event, {c.offence.law for c in needing})
        if not ends:
            continue
        used = True
        if min(ends) >= scene.as_of:
            coming.append(min(ends))
        elif len(needing) == len(found):
            lapsed.append(event.id)
            maybe = maybe or max(ends) >= scene.as_of or (not identified and _from_knowing_both(state))
    facts = (f"states/{state.state}#complaint/time_limit",) if used else ()
    return Limits(tuple(lapsed), min(coming, default=None), maybe, facts)


def _from_knowing_both(state: State) -> bool:
    return any(period.counted_from == "knowledge_of_both" for period in state.complaint.time_limit.periods)


def after(day: date, period: Period) -> date:
    """The last day of the period that began on `day`. Months are counted as on the calendar."""
    if period.days is not None:
        return day + timedelta(days=period.days)
    year, month = divmod(day.month - 1 + (period.months or 0), 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _ends(scene: Scene, state: State, event: Event, laws: set[str]) -> list[date]:
    """The last days for a complaint about the event under one of `laws`, by every period that was the law since the event.

    Several where the law changed meanwhile: which of them holds is for a court, so the first is the one to keep. A period
    that stands in a law of offences holds for these only (France: the press law of 1881).
    """
    if not event.at.known or event.at.last.year > 9000:
        return []
    ends = []
    for period in state.complaint.time_limit.periods:
        begun = period.from_.on_or_before(scene.as_of) if period.from_.known else Answer.YES
        over = period.until.happened and period.until.last < event.at.first
        of_offences = any(offence.law == period.law for offence in state.offences)
        if begun is not Answer.NO and not over and not (of_offences and period.law not in laws):
            ends.append(after(event.at.last, period))
    return ends
