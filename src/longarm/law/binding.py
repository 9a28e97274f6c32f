"""Is a state bound by an instrument on a day? Yes, no or unknown, with the reason and the facts that decide.
Long: every way into a treaty and out of it.

The rules, in the order in which they are asked (docs/law.md tells them in words):

1. Who cannot be a party is not bound: by `coverage.eligible`, or (`only_parties_of`) while not a party to another instrument.
2. Nobody is bound before the instrument itself is in force, or while it is known not to be.
3. An entry into force of the state binds it from that day; a deposit (`ratified`, `acceded`) from the end of the term of
   the instrument, or where the term is not known from a year later at the latest. A signature binds nobody; a reservation
   or declaration changes nothing. A year is unknown inside itself; `unknown` with `by` is true from `by` on.
4. A denunciation frees from its `effective` day on (unknown from the notice on, where that day is not known), unless the
   state joined again. Of a state that never joined, it says that it will not: not bound.
5. What the events leave open, `not_party` closes up to its `as_of`; silence is read as `coverage.absent_means` says.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from longarm.case.answer import Answer, all_of, any_of
from longarm.law.model import Instrument, PartyEvent, Term

Code = Literal["not_signed", "not_ratified", "not_a_party", "not_in_force", "denounced", "unknown_fact"]
JOINING: Final = ("ratified", "acceded")
_FAR: Final = date(9000, 1, 1)
LONGEST_TERM: Final = timedelta(days=365)  # no instrument of the collection lets more than half a year pass


class Bound(NamedTuple):
    """One state: `code` says why not (None for yes), `facts` are the ids of what decides."""

    holds: Answer
    code: Code | None
    facts: tuple[str, ...]


class Reason(NamedTuple):
    code: Code
    state: str

    def __str__(self) -> str:
        return f"{self.code}: {self.state}"


class Binding(NamedTuple):
    """Two states: bound to each other when both are. `reasons` name each state that is not, or of which it is not known."""

    holds: Answer
    reasons: tuple[Reason, ...]
    facts: tuple[str, ...]

    @property
    def why(self) -> str:
        """The reasons as text, `not_ratified: LY`; empty for yes."""
        return "; ".join(str(reason) for reason in self.reasons)


class Span(NamedTuple):
    """The first and the last day on which something can have happened."""

    first: date
    last: date

    def by(self, day: date) -> Answer:
        """Had it happened by the end of `day`?"""
        if self.last <= day:
            return Answer.YES
        return Answer.NO if self.first > day else Answer.UNKNOWN


def binding(instrument: Instrument, a: str, b: str, day: date) -> Binding:
    """Does `instrument` bind `a` and `b` to each other on `day`?"""
    each = {state: bound(instrument, state, day) for state in (a, b)}
    holds = all_of(one.holds for one in each.values())
    deciding = {state: one for state, one in each.items() if one.holds is holds} or each
    reasons = tuple(Reason(one.code, state) for state, one in deciding.items() if one.code)
    return Binding(holds, reasons, tuple(dict.fromkeys(fact for one in deciding.values() for fact in one.facts)))


def bound(instrument: Instrument, state: str, day: date) -> Bound:
    """Is `state` (ISO 3166-1 code) bound by `instrument` on `day`?"""
    whole = f"instruments/{instrument.id}"
    if instrument.coverage.eligible and state not in instrument.coverage.eligible:
        return Bound(Answer.NO, "not_a_party", (whole,))
    alive = in_force(instrument, day)
    if alive is Answer.NO:
        return Bound(Answer.NO, "not_in_force", (whole,))
    if instrument.parent and (outside := bound(instrument.parent, state, day)).holds is Answer.NO:
        return Bound(Answer.NO, "not_a_party", (f"{whole}#only_parties_of", *outside.facts))
    decided = _by_events(instrument, state, day, alive)
    if decided.holds is not Answer.UNKNOWN:
        return decided
    return _by_silence(instrument, state, day) or decided


def in_force(instrument: Instrument, day: date) -> Answer:
    """Is the instrument itself in force on `day`? Unknown for an absence, which answers by its `not_party`."""
    if instrument.in_force.known:
        return instrument.in_force.on_or_before(day)
    if _birth(instrument) > day or (instrument.opened.happened and instrument.opened.first > day):
        return Answer.NO
    if instrument.not_in_force_as_of and day <= instrument.not_in_force_as_of.first:
        return Answer.NO
    return Answer.UNKNOWN


def _by_events(instrument: Instrument, state: str, day: date, alive: Answer) -> Bound:
    """Rules 3 and 4. Unknown also where nothing the state did is recorded."""
    events = instrument.parties.get(state, ())
    if not events:
        return Bound(Answer.UNKNOWN, "unknown_fact", (f"instruments/{instrument.id}",))
    starts = list(_starts(instrument, events))
    if not starts:
        if refused := [event for event in events if event.status == "denounced" and event.on.on_or_before(day) is Answer.YES]:
            return Bound(Answer.NO, "not_ratified", _ids(instrument, state, refused))
        return Bound(Answer.UNKNOWN, "unknown_fact", _ids(instrument, state, events))
    ends = [(event, _end(event)) for event in events if event.status == "denounced"]
    joined = any_of(_joined(start, instrument, day, alive) for start in starts)
    holds = any_of(
        _joined(start, instrument, day, alive) & ~any_of(end.by(day) for event, end in ends if event.on.last >= start[1].first)
        for start in starts
    )
    if holds is Answer.NO and joined is not Answer.NO:
        return Bound(holds, "denounced", _ids(instrument, state, [event for event, _ in ends]))
    code: Code | None = "unknown_fact" if holds is Answer.UNKNOWN else None
    if holds is Answer.NO:
        code = _before_joining(instrument, state, day)
    said = [event for event, end in ends if end.by(day) is not Answer.NO]
    return Bound(holds, code, _ids(instrument, state, [*(event for event, _ in starts), *said]))


def _starts(instrument: Instrument, events: tuple[PartyEvent, ...]) -> Iterator[tuple[PartyEvent, Span]]:
    """When the state can have become bound: by its entries into force, or where none is recorded by its deposits."""
    joining = [_span(instrument, event).first for event in events if event.status in JOINING]
    deposited = min(joining, default=date.min)  # nobody is bound before having joined, whatever day of effect is unknown
    entries = [(event, _span(instrument, event)) for event in events if event.status == "in_force"]
    if entries:
        yield from ((event, Span(max(deposited, first), max(deposited, last))) for event, (first, last) in entries)
        return
    earliest = instrument.in_force.first if instrument.in_force.happened else date.min
    for event in events:
        if event.status in JOINING:
            first, last = _span(instrument, event)
            if instrument.term:
                first, last = _takes_effect(first, instrument.term), _takes_effect(last, instrument.term)
            elif last < date.max:
                last += LONGEST_TERM
            yield event, Span(max(earliest, first), max(earliest, last))


def _joined(start: tuple[PartyEvent, Span], instrument: Instrument, day: date, alive: Answer) -> Answer:
    """A deposit binds only under an instrument in force; an entry into force says that it is."""
    event, span = start
    return span.by(day) if event.status == "in_force" or instrument.in_force.happened else span.by(day) & alive


def _takes_effect(day: date, term: Term) -> date:
    """The day on which a deposit of `day` takes effect."""
    if day >= _FAR:
        return day
    later = _months_later(day, term.months) + timedelta(days=term.days)
    if not term.first_of_month:
        return later
    return _months_later(later.replace(day=1), 1)


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _span(instrument: Instrument, event: PartyEvent) -> Span:
    if event.on.known:
        return Span(event.on.first, event.on.last)
    return Span(_birth(instrument), event.by.last if event.by else date.max)


def _birth(instrument: Instrument) -> date:
    """The first day on which anybody can have done anything about it."""
    known = [when.first for when in (instrument.adopted, instrument.opened) if when.happened]
    return min(known, default=date.min)


def _end(denounced: PartyEvent) -> Span:
    """When the denunciation frees the state: from its effective day, or where that is unknown at some day after the notice."""
    if denounced.effective:
        return Span(denounced.effective.first, denounced.effective.last)
    return Span(denounced.on.first, date.max)


def _by_silence(instrument: Instrument, state: str, day: date) -> Bound | None:
    """Rule 5."""
    if known := instrument.not_party.get(state):
        if known.as_of.known and day <= known.as_of.first:
            return Bound(Answer.NO, _before_joining(instrument, state, day), (f"instruments/{instrument.id}#{state}",))
        return None
    if state not in instrument.parties and instrument.coverage.absent_means == "not_party":
        return Bound(Answer.NO, "not_a_party", (f"instruments/{instrument.id}",))
    return None


def _before_joining(instrument: Instrument, state: str, day: date) -> Code:
    """What a state that is not bound still lacks."""
    events = instrument.parties.get(state, ())
    done = {event.status for event in events if _span(instrument, event).by(day) is not Answer.NO}
    by_law = instrument.coverage.eligible and {event.status for event in events} == {"in_force"}
    if done & set(JOINING) or by_law or (len(instrument.coverage.eligible) == 2 and done):
        return "not_in_force"
    if "signed" in done:
        return "not_ratified"
    if instrument.absence or not instrument.coverage.eligible:
        return "not_a_party"
    return "not_signed"


def _ids(instrument: Instrument, state: str, events: list[PartyEvent] | tuple[PartyEvent, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"instruments/{instrument.id}#{state}/{event.status}" for event in events))
