"""What one state can ask of another for one step on a day, worked out once for all cases that meet the same needs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from longarm.case.answer import Answer
from longarm.law import rules
from longarm.law.answer import Action, Basis, Obstacle, ObstacleCode, Opening, PathStatus, Wording
from longarm.law.binding import Reason
from longarm.law.explain import Named, named, said, state_named
from longarm.law.index import Index
from longarm.law.model import Confidence
from longarm.law.roads import Question, Road, Roads, roads

_BEGUN: Final = frozenset(("not_ratified", "unknown_fact", "denounced"))
_NO_ARTICLE: Final = frozenset(("unknown", "none"))
_REMEMBERED: Final = 50_000


class Crossing(msgspec.Struct, frozen=True, gc=False):
    """The roads of one question as the answer tells them. `by`: the instruments it surely rests on, the best first."""

    status: PathStatus
    known: bool
    bases: tuple[Basis, ...]
    obstacles: tuple[Obstacle, ...]
    openings: tuple[Opening, ...]
    confidence: Confidence
    by: tuple[str, ...]
    first: str | None


def crossing(index: Index, question: Question, action: Action) -> Crossing:
    """The answer to the question for one action of the contract."""
    key = (question.asking, question.asked, question.day, action, question.profile)
    kept: Crossing | None = index.crossings.get(key)
    if kept is None:
        if len(index.crossings) >= _REMEMBERED:
            index.crossings.clear()
        kept = index.crossings[key] = _crossing(index, question, action)
    return kept


def _crossing(index: Index, question: Question, action: Action) -> Crossing:
    row = rules.action(action)
    found = roads(index, question, row.measures, row.lesser, row.needs)
    carrying = found.carrying
    return Crossing(
        status=found.status,
        known=bool(found.roads),
        bases=_bases(index, found),
        obstacles=_obstacles(index, found),
        openings=_openings(index, found),
        confidence=_best(road.confidence for road in carrying),
        by=tuple(road.instrument.id for road in found.roads if road.holds is Answer.YES),
        first=carrying[0].instrument.id if carrying else None,
    )


def _best(levels: Iterable[Confidence]) -> Confidence:
    given = set(levels)
    return "high" if "high" in given else "medium" if "medium" in given else "low"


def _bases(index: Index, found: Roads) -> tuple[Basis, ...]:
    """The lines of the answer, one for each road."""
    return tuple(_basis(index, road) for road in found.roads)


def _obstacles(index: Index, found: Roads) -> tuple[Obstacle, ...]:
    """Why instruments do not bind, on the part of which state; and what the fitting of those that bind lacks."""
    lines: dict[tuple[str, str, str], Obstacle] = {}
    for road in found.roads:
        title = named(road.instrument.title)
        for reason in _near_misses(road):
            code: ObstacleCode = "not_a_party" if reason.code == "denounced" else reason.code
            text = said(
                f"obstacle-{reason.code}".replace("_", "-"), state=state_named(index.facts, reason.state), instrument=title
            )
            lines[code, reason.state, road.instrument.id] = Obstacle(
                code=code, state=reason.state, events=(), text=text, sources=road.binding.facts, instrument=road.instrument.id
            )
        if road.binding.holds is Answer.YES and road.fits is Answer.NO:
            for need in road.unmet:
                lines["condition_not_met", found.asked, road.instrument.id + need] = Obstacle(
                    code="condition_not_met", state=None, events=(), instrument=road.instrument.id,
                    text=said(f"need-{need}".replace("_", "-"), instrument=title),
                    sources=(f"instruments/{road.instrument.id}#matters/{road.measure.named}",),
                )  # fmt: skip
    return tuple(lines.values())


def _openings(index: Index, found: Roads) -> tuple[Opening, ...]:
    """What would open the road where none is open: a condition of an instrument that binds, a ratification that lacks."""
    if found.status == "open":
        return ()
    lines: dict[str, Opening] = {}
    for road in found.roads:
        title = named(road.instrument.title)
        for need in road.unmet if road.binding.holds is Answer.YES and road.fits is Answer.UNKNOWN else ():
            code = need.replace("_", " ")
            lines.setdefault(code, Opening(code=code, text=said(f"opens-{need}".replace("_", "-"), instrument=title)))
        for reason in _near_misses(road):
            if reason.code in ("not_ratified", "not_signed", "not_a_party"):
                text = said("opens-joining", state=state_named(index.facts, reason.state), instrument=title)
                lines.setdefault(f"ratification by {reason.state}", Opening(code=f"ratification by {reason.state}", text=text))
    return tuple(lines.values())


def _near_misses(road: Road) -> tuple[Reason, ...]:
    """Why it does not bind both, where it nearly does: one of the two is bound or has signed, and the other could join.

    An instrument neither has to do with stands among the bases; it is in nobody's way.
    """
    if road.binding.holds is Answer.YES or road.instrument.absence:
        return ()
    eligible = road.instrument.coverage.eligible
    reasons = road.binding.reasons
    outside = any(fact.endswith("#only_parties_of") for fact in road.binding.facts)
    if outside or any(eligible and reason.state not in eligible for reason in reasons):
        return ()
    close = len(reasons) == 1 or any(reason.code in _BEGUN for reason in reasons)
    return reasons if close else ()


def _basis(index: Index, road: Road) -> Basis:
    why, text = _why(index, road)
    instrument = road.instrument
    return Basis(
        instrument=instrument.id,
        articles=tuple(article for article in road.measure.articles if article not in _NO_ARTICLE),
        binding=road.binding.holds.value,
        fits=road.fits.value,
        why=why,
        text=text,
        sources=(*road.binding.facts, f"instruments/{instrument.id}#matters/{road.measure.named}"),
    )


def _why(index: Index, road: Road) -> tuple[str, Wording]:
    title = named(road.instrument.title)
    if road.binding.holds is not Answer.YES:
        state: Named = state_named(index.facts, road.binding.reasons[0].state) if road.binding.reasons else ("?", "?", "?")
        code = road.binding.reasons[0].code if road.binding.reasons else "unknown_fact"
        return road.binding.why or code, said(f"obstacle-{code}".replace("_", "-"), state=state, instrument=title)
    if road.fits is not Answer.YES:
        why = "; ".join(road.unmet)
        return why, said(f"need-{road.unmet[0]}".replace("_", "-"), instrument=title)
    if road.discretionary:
        return "discretionary", said("basis-discretionary", instrument=title)
    return "binds both", said("basis-binds", instrument=title)
