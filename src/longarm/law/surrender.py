"""Handing over a person, or having him tried where he is: what a state gives of its own nationals decides which of the two.
Long: both ends of one choice.
"""

from __future__ import annotations

from longarm.case.answer import Answer, any_of
from longarm.law import rules
from longarm.law.answer import Action, Basis, Obstacle, ObstacleCode, Opening, PathStatus, Wording, Ynu
from longarm.law.crossing import Crossing, crossing
from longarm.law.explain import Named, listed, said, said_of, state_named
from longarm.law.matter import Matter
from longarm.law.model import weakest
from longarm.law.offenders import Offender
from longarm.law.receiving import receiver, unnamed
from longarm.law.roads import Question
from longarm.law.standing import Standing
from longarm.law.step import Step, worse

_LEAST = 1.0  # years; the usual threshold where an instrument names none


def surrenders(matter: Matter, standing: Standing) -> list[Step]:
    """Extradition from, and prosecution in, every other state where an offender is or may be."""
    by_state: dict[str, list[Offender]] = {}
    for offender in matter.offenders:
        for place in offender.place:
            if place.state != standing.state:
                by_state.setdefault(place.state, []).append(offender)
    steps = []
    for state, people in by_state.items():
        steps.append(_extradition(matter, standing, state, people))
        steps.append(_prosecution(matter, standing, state, people))
    return steps


def _extradition(matter: Matter, standing: Standing, asked: str, people: list[Offender]) -> Step:
    found = _roads(matter, standing, asked, "extradition")
    lines, opens, status = _bars(matter, standing, asked, people, found)
    before = receiver(matter.index, asked, "extradition", found, matter.scene.as_of)
    return Step(
        action="extradition",
        forum=standing.state,
        requested=asked,
        status=worse(status, standing.status, "unknown" if found.status == "blocked" else found.status),
        before=before,
        why=_why(matter, "why-extradition", standing.state, asked),
        events=standing.events,
        basis=found.bases,
        obstacles=(*lines, *found.obstacles, *unnamed(matter.index, standing.state, asked, before)),
        opens_if=(*opens, *found.openings),
        documents=rules.action("extradition").documents,
        confidence=weakest((standing.confidence, found.confidence)),
        sources=(*standing.rules, *_own_nationals_fact(matter, asked)),
    )


def _prosecution(matter: Matter, standing: Standing, asked: str, people: list[Offender]) -> Step:
    """The other state tries him itself, on its own law, at the request of this one or on its information."""
    found = _roads(matter, standing, asked, "local_prosecution")
    there = matter.standings.get(asked)
    basis: list[Basis] = list(found.bases)
    own: PathStatus = "unknown"
    if there is not None:
        own = there.status
        basis.append(
            Basis(
                instrument=there.ties[0].because[-1] if there.ties else f"states/{asked}",
                articles=(), binding=_sure(own), fits=_sure(own), why="own law",
                text=said("basis-own-jurisdiction", state=state_named(matter.facts, asked)), sources=there.facts,
            )
        )  # fmt: skip
    road: PathStatus = "open" if found.status == "open" else "conditional"
    unsure = tuple(matter.opening("location", o.person.id) for o in people if o.is_in(asked) is not Answer.YES)
    status = worse(own, road, "conditional" if unsure else "open", "conditional" if standing.status != "open" else "open")
    before = receiver(matter.index, asked, "local_prosecution", found, matter.scene.as_of)
    return Step(
        action="local_prosecution",
        forum=standing.state,
        requested=asked,
        status=status,
        before=before,
        why=_why(matter, "why-local-prosecution", standing.state, asked),
        events=there.events if there else standing.events,
        basis=tuple(basis),
        obstacles=(*found.obstacles, *unnamed(matter.index, standing.state, asked, before)),
        opens_if=(*unsure, *(found.openings if status != "open" else ())),
        documents=rules.action("local_prosecution").documents,
        confidence=weakest((standing.confidence, there.confidence if there else "low")),
        sources=(*standing.rules, *(there.facts if there else ())),
    )


def _sure(status: PathStatus) -> Ynu:
    return "yes" if status == "open" else "unknown"


def _bars(matter: Matter, standing: Standing, asked: str, people: list[Offender], found: Crossing) -> tuple[
    tuple[Obstacle, ...], tuple[Opening, ...], PathStatus
]:  # fmt: skip
    """What bars the surrender: identity, place, nationality, an act that is no offence there, a penalty too small."""
    name = state_named(matter.facts, asked)
    lines: list[Obstacle] = []
    opens: list[Opening] = []
    status: PathStatus = "open"
    if unnamed := [o for o in people if not o.identified]:
        lines.append(_bar("suspect_unknown", standing, asked, said_of("obstacle-suspect-unknown", _who(unnamed))))
        opens += [matter.opening("identity", o.person.id) for o in unnamed]
        status = "blocked" if len(unnamed) == len(people) else "conditional"
    if unplaced := [o for o in people if o.is_in(asked) is not Answer.YES]:
        lines.append(_bar("location_unknown", standing, asked, said_of("obstacle-location-unknown", _who(unplaced))))
        opens += [matter.opening("location", o.person.id) for o in unplaced]
        status = worse(status, "conditional")
    lines_, status_ = _of_nationals(matter, standing, asked, people)
    lines += lines_
    status = worse(status, status_)
    punishable = any_of(
        matter.charges[asked].punishable(e) if asked in matter.charges else Answer.UNKNOWN for e in standing.events
    )
    if punishable is not Answer.YES:
        text = said("obstacle-dual-criminality" if punishable is Answer.NO else "obstacle-dual-criminality-unknown", state=name)
        lines.append(_bar("dual_criminality", standing, asked, text))
        status = worse(status, "blocked" if punishable is Answer.NO else "conditional")
    long_enough = _threshold(matter, standing, asked, found)
    if long_enough is not Answer.YES:
        text = said("obstacle-penalty-threshold" + ("" if long_enough is Answer.NO else "-unknown"), state=name)
        lines.append(_bar("penalty_threshold", standing, asked, text))
        status = worse(status, "blocked" if long_enough is Answer.NO else "conditional")
    return tuple(lines), tuple(opens), status


def _of_nationals(matter: Matter, standing: Standing, asked: str, people: list[Offender]) -> tuple[list[Obstacle], PathStatus]:
    """Nobody hands over its own by default: yes only where the state does, blocked where it does not."""
    state = matter.facts.states.get(asked)
    rule = state.extradition.own_nationals if state else None
    surrenders_own = rule.holds if rule and rule.confidence != "low" else Answer.UNKNOWN
    nationals = [o for o in people if o.national_of(asked) is Answer.YES]
    maybe = [o for o in people if o.national_of(asked) is Answer.UNKNOWN]
    if surrenders_own is Answer.YES or not (nationals or maybe):
        return [], "open"
    barred = surrenders_own is Answer.NO
    code = "obstacle-own-national" if nationals and barred else "obstacle-own-national-maybe"
    text = said_of(code, _who(nationals or maybe), state=state_named(matter.facts, asked))
    status: PathStatus = "blocked" if barred and len(nationals) == len(people) else "conditional"
    return [_bar("own_national", standing, asked, text, _own_nationals_fact(matter, asked))], status


def _threshold(matter: Matter, standing: Standing, asked: str, found: Crossing) -> Answer:
    """Does one act carry, in both states, the ceiling that the carrying instrument asks for?"""
    fit = rules.fits().get(found.first) if found.first else None
    years = fit.threshold if fit and fit.threshold is not None else _LEAST
    there = matter.charges.get(asked)
    here = matter.charges[standing.state]
    if there is None:
        return Answer.UNKNOWN
    return any_of(here.reaches(e, years) & there.reaches(e, years) for e in standing.events)


def _roads(matter: Matter, standing: Standing, asked: str, action: Action) -> Crossing:
    question = Question(standing.state, asked, matter.scene.as_of, matter.fitting.profile(standing.state))
    return crossing(matter.index, question, action)


def _bar(code: ObstacleCode, standing: Standing, asked: str, text: Wording, sources: tuple[str, ...] = ()) -> Obstacle:
    return Obstacle(code=code, state=asked, events=standing.events, text=text, sources=sources)


def _own_nationals_fact(matter: Matter, asked: str) -> tuple[str, ...]:
    return (f"states/{asked}#extradition/own_nationals",) if asked in matter.facts.states else ()


def _why(matter: Matter, message: str, asking: str, asked: str) -> Wording:
    return said(message, state=state_named(matter.facts, asking), requested=state_named(matter.facts, asked))


def _who(people: list[Offender]) -> Named:
    return listed(tuple((o.person.called(),) * 3 for o in people))
