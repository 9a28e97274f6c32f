"""The rows of a series page: its cases, what holds every two of them, what happened, in which states, what was decided."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final, NamedTuple

from longarm.case.model import Case
from longarm.casework.matches.judging import Verdict
from longarm.casework.matches.links import SeriesView, Side
from longarm.matching.explain import explain
from longarm.matching.series import Held
from longarm.texts import Language, say
from longarm.web import dates
from longarm.web.desk.happened import word
from longarm.web.desk.same import Said, said, stepped
from longarm.web.law.map import Frame, drawn_by

MOST_ROWS: Final = 100  # of links on one page, each with its waterfall
_MAP: Final = {(True, False): "harmed", (False, True): "suspect", (True, True): "both"}


class CaseLine(NamedTuple):
    """`several`: more than one person harmed stands in it, so it can be two."""

    number: int
    side: Side
    harmed: str
    suspect: str
    opened: str
    several: bool


class HeldLine(NamedTuple):
    number: tuple[int, int]
    one: Side
    other: Side
    reasons: tuple[Said, ...]
    steps: tuple[tuple[str, float, str], ...]
    bits: float
    judged: bool
    bridge: bool
    weakest: bool


class Moment(NamedTuple):
    day: str
    what: str
    number: int
    side: Side


class Decided(NamedTuple):
    word: str
    one: Side
    other: Side
    made: Verdict


class StateLine(NamedTuple):
    name: str
    harmed: int
    suspects: int


def case_lines(view: SeriesView, numbers: dict[str, int], language: Language) -> list[CaseLine]:
    return [_case(numbers[case], view.sides[case], view.files[case], language) for case in numbers]


def held_lines(view: SeriesView, numbers: dict[str, int], language: Language) -> list[HeldLine]:
    """The firmest first; the weakest link of the series is always among them."""
    weakest = view.series.weakest.between
    shown = [one for at, one in enumerate(view.joined) if at < MOST_ROWS or one.between == weakest]
    return [_held(held, view, numbers, language) for held in shown]


def moments(view: SeriesView, numbers: dict[str, int], language: Language) -> list[Moment]:
    """Every event with a known day, in order; who did it stands in the case."""
    dated = [
        (event.at.first, numbers[case], event) for case, file in view.files.items() for event in file.events if event.at.known
    ]
    dated.sort(key=lambda one: one[:2])
    by_number = {number: view.sides[case] for case, number in numbers.items()}
    return [Moment(dates.day(str(event.at), language), _what(event, language), at, by_number[at]) for _, at, event in dated]


def states(view: SeriesView, language: Language) -> tuple[list[StateLine], tuple[Frame, ...]]:
    """State, in how many cases a person was harmed there, in how many the suspect is said to be there; and the same, drawn."""
    counts: dict[str, list[int]] = {}
    for file in view.files.values():
        for place, suspects in ((0, False), (1, True)):
            code = _state(file, suspects=suspects)
            counts.setdefault(code or "unknown", [0, 0])[place] += 1
    ordered = sorted(counts.items(), key=lambda one: (-sum(one[1]), one[0]))
    lines = [StateLine(dates.state(code, language), harmed, suspects) for code, (harmed, suspects) in ordered]
    known = {code: _MAP[bool(one), bool(other)] for code, (one, other) in counts.items() if code != "unknown"}
    return lines, drawn_by(known)


def decided(view: SeriesView, language: Language) -> list[Decided]:
    """The newest first."""
    found = []
    for one in reversed(view.verdicts):
        first, second = (view.sides[str(case)] for case in one.between)
        found.append(Decided(say(f"same-verdict-{one.verdict}", language), first, second, one))
    return found


def told_apart(view: SeriesView) -> SeriesView:
    """Where two cases are called the same, each with its reference too: for sentences, where no other column tells them apart."""
    often = Counter(side.called for side in view.sides.values())
    named = {
        case: side._replace(called=f"{side.called} ({side.reference})") if often[side.called] > 1 else side
        for case, side in view.sides.items()
    }
    return view._replace(sides=named)


def pair_of(view: SeriesView, between: tuple[str, str]) -> tuple[Side, Side]:
    return view.sides[between[0]], view.sides[between[1]]


def _case(number: int, side: Side, file: Case, language: Language) -> CaseLine:
    opened = dates.day(str(file.opened), language) if file.opened.known else dates.day(None, language)
    harmed = dates.state(_state(file, suspects=False), language)
    suspect = dates.state(_state(file, suspects=True), language)
    return CaseLine(number, side, harmed, suspect, opened, len(file.complainants) > 1)


def _state(file: Case, *, suspects: bool) -> str | None:
    people = file.suspects if suspects else file.complainants
    return next((person.locations[-1].state for person in people if person.locations), None)


def _held(held: Held, view: SeriesView, numbers: dict[str, int], language: Language) -> HeldLine:
    first, second = sorted(held.between, key=lambda case: numbers[case])
    return HeldLine(
        number=(numbers[first], numbers[second]),
        one=view.sides[first],
        other=view.sides[second],
        reasons=tuple(said(link, language) for link in held.reasons),
        steps=tuple(stepped(step) for step in explain(held.reasons, language)) if held.reasons else (),
        bits=round(held.bits, 1),
        judged=held.judged,
        bridge=held.between in view.series.bridges,
        weakest=held.between == view.series.weakest.between,
    )


def _what(event: Any, language: Language) -> str:
    what = word("event", event.kind, language) or event.kind
    wants = word("wants", event.wants, language)
    return say("desk-event-wants", language, what=what, wants=wants) if wants else what
