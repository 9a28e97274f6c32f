"""Where a warrant reaches: which states must, may or need not execute it (`longarm reach`).
Long: the answer, and each ground on which it can rest.

Of the International Criminal Court: its parties must arrest and surrender, and so must whom the Security Council or a
declaration obliges; the others need not, and may by arrangement (Rome Statute 59, 86-92, 87(5)).
Of a state: who is bound to it by a treaty of extradition (`MUST`) must, on the conditions of that treaty; a treaty on kinds
of offences, a red notice and a law that helps without treaty are grounds on which a state may. Where a treaty that would
oblige is not known to bind, the answer is unknown; where nothing is left, the state need not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, Literal, NamedTuple

import msgspec

from longarm.case.answer import Answer
from longarm.law.binding import Bound, binding, bound
from longarm.law.model import Confidence, Facts, Instrument, InstrumentKind, Measure, MeasureKind
from longarm.law.named import state_code

Duty = Literal["must", "may", "need_not", "unknown"]
COURT: Final = "ICC"
STATUTE: Final = "rome-statute-1998"
# A treaty made to surrender persons obliges; one on kinds of offences, or a channel of police, gives a ground.
MUST: Final[frozenset[InstrumentKind]] = frozenset({"extradition", "mutual_assistance"})


class _Part(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False):
    """A part of the answer."""


class Ground(_Part, frozen=True, kw_only=True):
    """What the duty rests on: an instrument or, where a state helps without one, its own law. Those that oblige come first."""

    instrument: str
    obliges: bool
    articles: tuple[str, ...]
    binding: Literal["yes", "no", "unknown"]
    conditions: tuple[str, ...]
    refusal_grounds: tuple[str, ...]


class ReachLine(_Part, frozen=True, kw_only=True):
    """One state. `why` is a code: `bound`, `obliged`, `offence_treaty`, `police_channel`, `own_law`, `no_ground`, or why not
    (`not_ratified: EG`). `own_nationals`: does the state surrender its own nationals to another state at all? Null for the
    Court: surrender to it is no extradition (Rome Statute 102).
    """

    state: str
    duty: Duty
    basis: tuple[Ground, ...]
    why: str
    own_nationals: Literal["yes", "no", "unknown"] | None
    facts: tuple[str, ...]
    sources: tuple[str, ...]
    confidence: Confidence


class ReachAnswer(_Part, frozen=True, kw_only=True):
    from_: str = msgspec.field(name="from")
    as_of: str
    states: tuple[ReachLine, ...]


def reach(facts: Facts, origin: str, as_of: date) -> ReachAnswer:
    """Where a warrant of `origin` (a state, or `ICC`) reaches on that day, state by state.

    Raises BadInput when `origin` is neither.
    """
    if origin.strip().upper() == COURT:
        statute = facts.instruments[STATUTE]
        lines = [_of_court(facts, statute, state, as_of) for state in _listed(facts)]
        return ReachAnswer(from_=COURT, as_of=as_of.isoformat(), states=tuple(lines))
    asking = state_code(facts, origin)
    lines = [_of_state(facts, asking, state, as_of) for state in _listed(facts) if state != asking]
    return ReachAnswer(from_=asking, as_of=as_of.isoformat(), states=tuple(lines))


def _listed(facts: Facts) -> list[str]:
    """Every state of which something is known."""
    named = {state for i in facts.instruments.values() for state in (*i.parties, *i.not_party, *i.coverage.eligible)}
    return sorted((named | set(facts.states)) - {"EU"})


# ---------------------------------------------------------------- the Court


def _of_court(facts: Facts, statute: Instrument, state: str, day: date) -> ReachLine:
    party = bound(statute, state, day)
    if party.holds is Answer.YES:
        return _line(
            facts, state, "must", "bound", basis=[_ground(statute, "surrender", party.holds)], cited=party.facts, court=True
        )
    in_time = [o for o in statute.obliged.get(state, ()) if o.from_.on_or_before(day) is Answer.YES]
    if in_time := [o for o in in_time if o.until.on_or_before(day) is Answer.NO]:
        grounds = [
            Ground(
                instrument=STATUTE,
                obliges=True,
                articles=(o.by,),
                binding="no",
                conditions=(f"only for {o.for_}",),
                refusal_grounds=(),
            )
            for o in in_time
        ]
        return _line(facts, state, "must", "obliged", basis=grounds, cited=[f"instruments/{STATUTE}#{state}/obliged"], court=True)
    duty: Duty = "need_not" if party.holds is Answer.NO else "unknown"
    return _line(facts, state, duty, f"{party.code}: {state}", basis=[_by_arrangement(party)], cited=party.facts, court=True)


def _by_arrangement(party: Bound) -> Ground:
    """A state that is no party may still help; one that left keeps the duties of before (127(2))."""
    article, condition = ("127(2)", "duties of proceedings begun before the withdrawal stay")
    if party.code != "denounced":
        article, condition = ("87(5)", "only by arrangement with the Court")
    return Ground(
        instrument=STATUTE,
        obliges=False,
        articles=(article,),
        binding=party.holds.value,
        conditions=(condition,),
        refusal_grounds=(),
    )


# ---------------------------------------------------------------- a state


class _Found(NamedTuple):
    """A ground with the word for it, whether it binds both, and its facts."""

    why: str
    holds: Answer
    ground: Ground
    facts: tuple[str, ...]


def _of_state(facts: Facts, asking: str, state: str, day: date) -> ReachLine:
    found = list(_grounds(facts, asking, state, day))
    obliging, allowing = [g for g in found if g.why == "bound"], [g for g in found if g.why != "bound"]
    usable = _that(allowing, Answer.YES)
    if bound_by := _that(obliging, Answer.YES):
        return _resting(facts, state, "must", "bound", [bound_by, usable])
    if open_still := _that(obliging, Answer.UNKNOWN):
        return _resting(facts, state, "unknown", f"unknown_fact: {state}", [open_still, usable])
    if usable:
        return _resting(facts, state, "may", usable[0].why, [usable])
    if open_still := _that(allowing, Answer.UNKNOWN):
        return _resting(facts, state, "unknown", f"unknown_fact: {state}", [open_still])
    return _line(facts, state, "need_not", "no_ground", basis=[], cited=[fact for ground in found for fact in ground.facts])


def _that(found: list[_Found], holds: Answer) -> list[_Found]:
    return [ground for ground in found if ground.holds is holds]


def _resting(facts: Facts, state: str, duty: Duty, why: str, grounds: list[list[_Found]]) -> ReachLine:
    """The first group decides and is cited; the others are listed beside it."""
    basis = [ground.ground for group in grounds for ground in group]
    return _line(facts, state, duty, why, basis=basis, cited=[fact for ground in grounds[0] for fact in ground.facts])


def _grounds(facts: Facts, asking: str, state: str, day: date) -> Iterator[_Found]:
    """Every instrument on extradition that both could be bound by, then the state's own law."""
    for instrument in facts.instruments.values():
        if instrument.absence or not any(measure.measure == "extradition" for measure in instrument.matters):
            continue
        held = binding(instrument, asking, state, day)
        yield _Found(_word(instrument), held.holds, _ground(instrument, "extradition", held.holds), held.facts)
    own = facts.states.get(state)
    if own and own.assistance.holds is Answer.YES:
        law = own.law(own.assistance.law or "")
        ground = Ground(
            instrument=law.id if law else own.assistance.law or "unknown",
            obliges=False,
            articles=(own.assistance.article,) if own.assistance.article else (),
            binding="yes",
            conditions=(own.assistance.conditions,) if own.assistance.conditions else (),
            refusal_grounds=(),
        )
        yield _Found("own_law", Answer.YES, ground, (f"states/{state}#assistance",))


def _word(instrument: Instrument) -> str:
    if instrument.kind in MUST:
        return "bound"
    return "police_channel" if instrument.kind == "regional_police" else "offence_treaty"


def _ground(instrument: Instrument, kind: MeasureKind, held: Answer) -> Ground:
    measures: list[Measure] = [measure for measure in instrument.matters if measure.measure == kind]
    return Ground(
        instrument=instrument.id,
        obliges=instrument.kind in MUST or instrument.id == STATUTE,
        articles=tuple(a for measure in measures for a in measure.articles if a not in ("unknown", "none")),
        binding=held.value,
        conditions=tuple(c for measure in measures for c in measure.conditions),
        refusal_grounds=tuple(r for measure in measures for r in measure.refusal_grounds),
    )


def _line(
    facts: Facts, state: str, duty: Duty, why: str, *, basis: list[Ground], cited: Iterable[str], court: bool = False
) -> ReachLine:
    decided = tuple(dict.fromkeys(cited))
    own = facts.states.get(state)
    return ReachLine(
        state=state,
        duty=duty,
        basis=tuple(basis),
        why=why,
        own_nationals=None if court else own.extradition.own_nationals.holds.value if own else "unknown",
        facts=decided,
        sources=facts.cite(*decided),
        confidence=facts.confidence(*decided),
    )
