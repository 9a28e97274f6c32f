"""A series: the cases of one offender as far as the reader's keys go, how it holds together, what happened, in which states."""

from __future__ import annotations

from math import cos, pi, sin
from typing import Any, NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from longarm.case.model import Case
from longarm.casework.actor import Actor
from longarm.casework.matches.links import SeriesView, Side, series_of
from longarm.matching.series import Held
from longarm.texts import Language, say
from longarm.web import dates
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.happened import word
from longarm.web.desk.page import show
from longarm.web.desk.same import Said, said


class CaseLine(NamedTuple):
    number: int
    side: Side
    harmed: str
    suspect: str
    opened: str


class HeldLine(NamedTuple):
    one: int
    other: int
    reasons: tuple[Said, ...]
    bits: float
    judged: bool
    bridge: bool


class Moment(NamedTuple):
    day: str
    what: str
    side: Side


class Dot(NamedTuple):
    x: int
    y: int
    number: int


class Line(NamedTuple):
    x1: int
    y1: int
    x2: int
    y2: int
    bridge: bool


@require_safe
@signed_in
def series(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    view, language = series_of(actor, case_id), spoken(request)
    found = view.series
    ordered = sorted(found.cases, key=lambda case: view.sides[case].reference)
    numbers = {case: number for number, case in enumerate(ordered, 1)}
    facts: dict[str, Any] = {
        "case_id": case_id,
        "count": len(found.cases),
        "strength": say(f"matching-strength-{found.strength}", language),
        "chip": "open" if found.strength == "strong" else "conditional",
        "cases": [_case(numbers[case], view.sides[case], view.files[case], language) for case in ordered],
        "held": [_held(held, numbers, found.bridges, language) for held in view.joined],
        "weakest": _pair(view, found.weakest.between),
        "bridges": [_pair(view, pair) for pair in found.bridges],
        "beside": [_pair(view, pair) for pair in found.beside],
        "apart": [_pair(view, pair) for pair in found.apart],
        "conflict": [_pair(view, pair) for pair in found.conflict],
        "moments": _moments(view, numbers, language),
        "states": _states(view, language),
        "cut": view.cut,
    }
    dots = _dots(len(found.cases))
    facts["dots"] = dots
    facts["lines"] = [_line(dots, numbers, held, found.bridges) for held in view.joined]
    return show(request, "series.html", actor, here="cases", **facts)


def _pair(view: SeriesView, between: tuple[str, str]) -> tuple[Side, Side]:
    return view.sides[between[0]], view.sides[between[1]]


def _case(number: int, side: Side, file: Case, language: Language) -> CaseLine:
    opened = dates.day(str(file.opened), language) if file.opened.known else dates.day(None, language)
    harmed = dates.state(_state(file, suspects=False), language)
    return CaseLine(number, side, harmed, dates.state(_state(file, suspects=True), language), opened)


def _state(file: Case, *, suspects: bool) -> str | None:
    people = file.suspects if suspects else file.complainants
    return next((person.locations[-1].state for person in people if person.locations), None)


def _held(held: Held, numbers: dict[str, int], bridges: tuple[tuple[str, str], ...], language: Language) -> HeldLine:
    one, other = sorted(numbers[case] for case in held.between)
    reasons = tuple(said(link, language) for link in held.reasons)
    return HeldLine(one, other, reasons, round(held.bits, 1), held.judged, held.between in bridges)


def _moments(view: SeriesView, numbers: dict[str, int], language: Language) -> list[Moment]:
    """Every event with a known day, in order; who did it stands in the case."""
    dated = [(event.at.first, case, event) for case, file in view.files.items() for event in file.events if event.at.known]
    dated.sort(key=lambda one: (one[0], numbers[one[1]]))
    return [Moment(dates.day(str(event.at), language), _what(event, language), view.sides[case]) for _, case, event in dated]


def _what(event: Any, language: Language) -> str:
    what = word("event", event.kind, language) or event.kind
    wants = word("wants", event.wants, language)
    return say("desk-event-wants", language, what=what, wants=wants) if wants else what


def _states(view: SeriesView, language: Language) -> list[tuple[str, int, int]]:
    """State, in how many cases a person was harmed there, in how many the suspect is said to be there."""
    counts: dict[str, list[int]] = {}
    for file in view.files.values():
        for place, suspects in ((0, False), (1, True)):
            code = _state(file, suspects=suspects)
            counts.setdefault(code or "unknown", [0, 0])[place] += 1
    ordered = sorted(counts.items(), key=lambda one: (-sum(one[1]), one[0]))
    return [(dates.state(code, language), harmed, suspects) for code, (harmed, suspects) in ordered]


def _dots(count: int) -> list[Dot]:
    """On a circle, the first on top: the table says the rest."""
    turn = [2 * pi * at / max(1, count) - pi / 2 for at in range(count)]
    return [Dot(round(160 + 120 * cos(angle)), round(140 + 110 * sin(angle)), at + 1) for at, angle in enumerate(turn)]


def _line(dots: list[Dot], numbers: dict[str, int], held: Held, bridges: tuple[tuple[str, str], ...]) -> Line:
    one, other = (dots[numbers[case] - 1] for case in held.between)
    return Line(one.x, one.y, other.x, other.y, held.between in bridges)
