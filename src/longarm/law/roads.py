"""Which instruments let one state ask something of another on a day: do they bind both, and do they fit the case?"""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec

from longarm.case.answer import Answer, all_of
from longarm.law import rules
from longarm.law.answer import PathStatus
from longarm.law.binding import Binding, binding
from longarm.law.fitting import Profile
from longarm.law.index import Index
from longarm.law.model import Confidence, Instrument, Measure, MeasureKind, weakest
from longarm.law.rules.tables import InstrumentNeed


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
    """Who asks whom, on what day, in a case that meets these needs of instruments."""

    asking: str
    asked: str
    day: date
    profile: Profile


def roads(
    index: Index,
    question: Question,
    measures: tuple[MeasureKind, ...],
    lesser: tuple[MeasureKind, ...] = (),
    needs: tuple[InstrumentNeed, ...] = (),
) -> Roads:
    """The roads for one of `measures` (the first that an instrument offers); `lesser` carry it at discretion only.

    `needs` are asked for beside those of each instrument.
    """
    found = []
    for instrument in index.instruments(question.asking, question.asked):
        for kinds, discretionary in ((measures, False), (lesser, True)):
            if measure := _offered(instrument, kinds):
                found.append(_road(index, question, Offer(instrument, measure, discretionary), needs))
                break
    found.sort(key=_best_first)
    return Roads(question.asking, question.asked, tuple(found))


def _offered(instrument: Instrument, kinds: tuple[MeasureKind, ...]) -> Measure | None:
    for kind in kinds:
        for measure in instrument.matters:
            if measure.measure == kind:
                return measure
    return None


def _road(index: Index, question: Question, offer: Offer, needs: tuple[InstrumentNeed, ...]) -> Road:
    bound, confidence = _bound(index, offer.instrument, question.asking, question.asked, question.day)
    fit = rules.fits().get(offer.instrument.id)
    if fit:
        needs = (*fit.needs, *fit.of.get(offer.measure.measure, ()), *needs)
    tested = {need: question.profile.answer(need) for need in needs}
    fits = all_of(tested.values())
    unmet = tuple(need for need, answer in tested.items() if answer is fits) if fits is not Answer.YES else ()
    free = offer.discretionary or (fit is not None and offer.measure.measure in fit.discretion)
    return Road(offer.instrument, offer.measure, bound, fits, unmet, weakest((confidence, offer.measure.confidence)), free)


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


def _best_first(road: Road) -> tuple[int, int, bool, str]:
    order = {Answer.YES: 0, Answer.UNKNOWN: 1, Answer.NO: 2}
    return (order[road.holds], order[road.binding.holds], road.discretionary, road.instrument.id)
