"""May a state's authorities take the case up: does its law reach an act, and is that act an offence there?"""

from __future__ import annotations

import msgspec

from longarm.case.answer import Answer
from longarm.law.answer import PathStatus
from longarm.law.model import Confidence, weakest
from longarm.law.offences import Charge, Charges, offence_fact
from longarm.law.ties import Tie

# Needs of a rule that are settled by somebody's decision or by facts of the case; the others are open questions of law.
_DECIDED_LATER = frozenset(("punishable_there", "returns", "foreign_offender", "prosecutor", "residence"))


class Standing(msgspec.Struct, frozen=True):
    """`status`: open, conditional (on facts of the case or a decision), unknown (the law), blocked (no offence).

    `events` are those it rests on; `ties` and `charges` what they rest on; `by_victim`: the tie is on the side of the
    person harmed, or the offender is known to be there. `facts` are the ids of all it rests on, `rules` of jurisdiction alone.
    """

    state: str
    status: PathStatus
    events: tuple[str, ...]
    ties: tuple[Tie, ...]
    charges: tuple[Charge, ...]
    opens: tuple[tuple[str, str], ...]
    conditions: tuple[str, ...]
    confidence: Confidence
    facts: tuple[str, ...]
    rules: tuple[str, ...]

    @property
    def firm(self) -> bool:
        """Does the state ask others? Not while its only tie is that the suspect may be there, or may be its national."""
        return any(tie.holds is Answer.YES or tie.basis in _OF_THE_HARMED or tie.ground == "result" for tie in self.ties)


def standing(state: str, ties: list[Tie], charges: Charges) -> Standing | None:
    """The standing of `state`; None when nothing ties the case to it."""
    alive = [tie for tie in ties if tie.holds is not Answer.NO]
    if not alive:
        return None
    per_event: dict[str, list[Tie]] = {}
    for tie in alive:
        per_event.setdefault(tie.event, []).append(tie)
    graded = {event: _grade(event, found, charges) for event, found in per_event.items()}
    best = min(graded.values(), key=_ORDER.index)
    events = tuple(event for event, status in graded.items() if status == best)
    used = [tie for event in events for tie in _best(per_event[event])]
    found = [charge for event in events for charge in charges.of.get(event, ())]
    rules = tuple(dict.fromkeys(tie.rule for tie in used))
    unsettled = best not in ("open", "blocked")
    return Standing(
        state=state,
        status=best,
        events=events,
        ties=tuple(used),
        charges=tuple(found),
        opens=tuple(dict.fromkeys(o for e in events for tie in per_event[e] for o in tie.opens)) if unsettled else (),
        conditions=tuple(dict.fromkeys(c for tie in used for c in tie.conditions)) if unsettled else (),
        confidence=_confidence(used, found),
        facts=(*rules, *dict.fromkeys(offence_fact(state, charge.offence) for charge in found)),
        rules=rules,
    )


def _grade(event: str, found: list[Tie], charges: Charges) -> PathStatus:
    if event in charges.no_offence:
        return "blocked"
    accused = charges.of.get(event, ())
    sure = any(charge.sure for charge in accused)
    if sure and any(_settled(tie) for tie in found):
        return "open"
    if sure and any(
        tie.opens or (tie.holds is Answer.YES and tie.conditions and set(tie.conditions) <= _DECIDED_LATER) for tie in found
    ):
        return "conditional"
    return "unknown"


def _settled(tie: Tie) -> bool:
    return tie.holds is Answer.YES and not tie.conditions and tie.confidence != "low"


def _best(found: list[Tie]) -> list[Tie]:
    """The ties that decide: settled ones, else sure ones, else all."""
    settled = [tie for tie in found if _settled(tie)]
    return settled or [tie for tie in found if tie.holds is Answer.YES] or found


def _confidence(ties: list[Tie], charges: list[Charge]) -> Confidence:
    """As sure as its surest tie and its surest offence together."""
    surest_tie = _surest([tie.confidence for tie in ties])
    surest_charge = _surest([c.offence.confidence if c.applies is Answer.YES else "low" for c in charges])
    return weakest((surest_tie, surest_charge))


def _surest(levels: list[Confidence]) -> Confidence:
    given = set(levels)
    for level in _LEVELS:
        if level in given:
            return level
    return "low"


_OF_THE_HARMED = ("passive_personality", "residence")
_LEVELS: tuple[Confidence, ...] = ("high", "medium", "low")
_ORDER: tuple[PathStatus, ...] = ("open", "conditional", "unknown", "blocked")
