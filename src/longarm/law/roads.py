"""Which instruments let one state ask something of another on a day: do they bind both, and do they fit the case?"""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec

from longarm.case.answer import Answer, all_of
from longarm.law import rules
from longarm.law.answer import Basis, Obstacle, ObstacleCode, Opening, PathStatus, Wording
from longarm.law.binding import Binding, Reason, binding
from longarm.law.explain import Named, named, said, state_named
from longarm.law.fitting import Fitting
from longarm.law.index import Index
from longarm.law.model import Confidence, Instrument, Measure, MeasureKind, weakest

_BEGUN: Final = frozenset(("not_ratified", "unknown_fact", "denounced"))
_NO_ARTICLE: Final = frozenset(("unknown", "none"))


class Road(msgspec.Struct, frozen=True, gc=False):
    """One instrument for one measure between two states. `holds`: may the path rest on it?"""

    instrument: Instrument
    measure: Measure
    binding: Binding
    fits: Answer
    unmet: tuple[str, ...]
    confidence: Confidence
    discretionary: bool

    @property
    def holds(self) -> Answer:
        return self.binding.holds & self.fits

    @property
    def sure(self) -> bool:
        """Good enough to rest an open path on."""
        return self.holds is Answer.YES and self.confidence != "low"


class Offer(msgspec.Struct, frozen=True, gc=False):
    """A measure of an instrument; `discretionary`: it carries the step only at the other side's discretion."""

    instrument: Instrument
    measure: Measure
    discretionary: bool


class Roads(msgspec.Struct, frozen=True):
    """All instruments known for the pair that offer the measure, the binding ones first."""

    asking: str
    asked: str
    roads: tuple[Road, ...]

    @property
    def status(self) -> PathStatus:
        """Open where one surely holds, conditional where one may or is at discretion, unknown where the facts are silent."""
        if any(road.sure and not road.discretionary for road in self.roads):
            return "open"
        if any(road.sure or (road.binding.holds is Answer.YES and road.fits is Answer.UNKNOWN) for road in self.roads):
            return "conditional"
        return "unknown" if any(road.holds is not Answer.NO for road in self.roads) else "blocked"

    @property
    def carrying(self) -> tuple[Road, ...]:
        """The roads the status rests on."""
        sure = tuple(road for road in self.roads if road.sure)
        return sure or tuple(road for road in self.roads if road.holds is not Answer.NO)


class Question(msgspec.Struct, frozen=True, gc=False):
    """Who asks whom, on what day."""

    asking: str
    asked: str
    day: date


def roads(
    index: Index, question: Question, fitting: Fitting, measures: tuple[MeasureKind, ...], lesser: tuple[MeasureKind, ...] = ()
) -> Roads:
    """The roads for one of `measures` (the first that an instrument offers); `lesser` carry it at discretion only."""
    found = []
    for instrument in index.instruments(question.asking, question.asked):
        for kinds, discretionary in ((measures, False), (lesser, True)):
            if measure := _offered(instrument, kinds):
                found.append(_road(index, question, fitting, Offer(instrument, measure, discretionary)))
                break
    found.sort(key=_best_first)
    return Roads(question.asking, question.asked, tuple(found))


def bases(index: Index, found: Roads) -> tuple[Basis, ...]:
    """The lines of the answer, one for each road."""
    return tuple(_basis(index, road) for road in found.roads)


def obstacles(index: Index, found: Roads, events: tuple[str, ...]) -> tuple[Obstacle, ...]:
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
                code=code, state=reason.state, events=events, text=text, sources=road.binding.facts, instrument=road.instrument.id
            )
        if road.binding.holds is Answer.YES and road.fits is Answer.NO:
            for need in road.unmet:
                lines["condition_not_met", found.asked, road.instrument.id + need] = Obstacle(
                    code="condition_not_met", state=None, events=events, instrument=road.instrument.id,
                    text=said(f"need-{need}".replace("_", "-"), instrument=title),
                    sources=(f"instruments/{road.instrument.id}#matters/{road.measure.measure}",),
                )  # fmt: skip
    return tuple(lines.values())


def openings(index: Index, found: Roads) -> tuple[Opening, ...]:
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
    if any(eligible and reason.state not in eligible for reason in reasons):
        return ()
    close = len(reasons) == 1 or any(reason.code in _BEGUN for reason in reasons)
    return reasons if close else ()


def _offered(instrument: Instrument, kinds: tuple[MeasureKind, ...]) -> Measure | None:
    for kind in kinds:
        for measure in instrument.matters:
            if measure.measure == kind:
                return measure
    return None


def _road(index: Index, question: Question, fitting: Fitting, offer: Offer) -> Road:
    bound, confidence = _bound(index, offer.instrument, question.asking, question.asked, question.day)
    fit = rules.fits().get(offer.instrument.id)
    tested = {need: fitting.answer(need, question.asking) for need in fit.needs} if fit else {}
    fits = all_of(tested.values())
    unmet = tuple(need for need, answer in tested.items() if answer is fits) if fits is not Answer.YES else ()
    return Road(
        offer.instrument, offer.measure, bound, fits, unmet, weakest((confidence, offer.measure.confidence)), offer.discretionary
    )


def _bound(index: Index, instrument: Instrument, asking: str, asked: str, day: date) -> tuple[Binding, Confidence]:
    one, other = sorted((asking, asked))
    key = (instrument.id, one, other, day)
    kept = index.bound.get(key)
    if kept is None:
        if len(index.bound) > _REMEMBERED:
            index.bound.clear()
        bound = binding(instrument, asking, asked, day)
        kept = index.bound[key] = (bound, index.facts.confidence(*bound.facts))
    return kept


_REMEMBERED: Final = 200_000


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
        sources=(*road.binding.facts, f"instruments/{instrument.id}#matters/{road.measure.measure}"),
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


def _best_first(road: Road) -> tuple[int, int, str]:
    order = {Answer.YES: 0, Answer.UNKNOWN: 1, Answer.NO: 2}
    return (order[road.holds], order[road.binding.holds], road.instrument.id)
