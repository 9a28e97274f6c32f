"""With which states a state shares an instrument on a day that lets one ask the other for help, and how far it carries.

`open`: a treaty or regional act on cybercrime, mutual assistance or extradition binds both, and that is sure enough.
`conditional`: only instruments for some crimes bind both (organised crime, children), a channel between police, or the other
helps by its own law. `unknown`: the facts are silent on one that might. `blocked`: none binds both, as far as it was read.
It says nothing of whether an instrument fits a case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

import msgspec

from longarm.case.answer import Answer
from longarm.law.answer import PathStatus
from longarm.law.binding import bound
from longarm.law.model import Facts, Instrument, InstrumentKind, MeasureKind

# What one authority can ask of another; to make an act an offence helps nobody across a border.
_ASKED: Final[frozenset[MeasureKind]] = frozenset(
    ("extradition", "stored_data", "subscriber_data", "preserve_data", "police_channel", "emergency", "spontaneous_information")
)
_GENERAL: Final[frozenset[InstrumentKind]] = frozenset(("cybercrime", "mutual_assistance", "extradition"))


class Cooperation(msgspec.Struct, frozen=True, kw_only=True):
    """What stands between a state and `state` on the day. `instruments`: those that bind both; `maybe`: where it is not known.

    `own_law`: the other helps without a treaty. `facts`: ids of what decides for the binding ones.
    """

    state: str
    status: PathStatus
    instruments: tuple[str, ...]
    maybe: tuple[str, ...]
    own_law: bool
    facts: tuple[str, ...]


def cooperation(facts: Facts, origin: str, day: date) -> tuple[Cooperation, ...]:
    """For every state of which something is known, in the order of codes; `origin` itself is left out."""
    ours = [(instrument, held) for instrument, held in _of(facts, origin, day) if held is not Answer.NO]
    return tuple(_with(facts, ours, other, day) for other in _known(facts) if other != origin)


def _known(facts: Facts) -> list[str]:
    named = {state for i in facts.instruments.values() for state in (*i.parties, *i.not_party, *i.coverage.eligible)}
    return sorted(code for code in named | set(facts.states) if code != "EU")


def _of(facts: Facts, state: str, day: date) -> Iterator[tuple[Instrument, Answer]]:
    for instrument in facts.instruments.values():
        if instrument.absence or instrument.kind == "statute":  # a court's statute binds each state to the court, not to another
            continue
        if _ASKED & {measure.measure for measure in instrument.matters}:
            yield instrument, bound(instrument, state, day).holds


def _with(facts: Facts, ours: Sequence[tuple[Instrument, Answer]], other: str, day: date) -> Cooperation:
    yes: list[Instrument] = []
    maybe: list[Instrument] = []
    deciding: list[str] = []
    for instrument, held in ours:
        theirs = bound(instrument, other, day)
        both = held & theirs.holds
        if both is Answer.YES:
            yes.append(instrument)
            deciding += theirs.facts
        elif both is Answer.UNKNOWN:
            maybe.append(instrument)
    own = facts.states.get(other)
    helps = own is not None and own.assistance.holds is Answer.YES
    sure = [i for i in yes if i.kind in _GENERAL and facts.confidence(*bound(i, other, day).facts) != "low"]
    status: PathStatus = "open" if sure else "conditional" if yes or helps else "unknown" if maybe else "blocked"
    return Cooperation(
        state=other,
        status=status,
        instruments=tuple(i.id for i in yes),
        maybe=tuple(i.id for i in maybe),
        own_law=helps,
        facts=tuple(dict.fromkeys(deciding)),
    )
