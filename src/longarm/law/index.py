"""The facts arranged for questions: made once for each `Facts`, so that no question reads all instruments or offences again."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cached_property
from typing import Any, Final, TypeVar

import msgspec

from longarm.case.answer import Answer
from longarm.law import rules
from longarm.law.answer import Basis, Contact
from longarm.law.binding import Binding, Bound
from longarm.law.limitation import Until
from longarm.law.model import Channel, Confidence, Facts, Instrument, Law, Line, Offence
from longarm.law.rules.tables import LawSign

_BILATERAL_AT_MOST: Final = 3


K = TypeVar("K")
V = TypeVar("V")


class Remembered(dict[K, V]):
    """Conclusions from facts alone: never from what people of a case are called or wrote. It holds `most`, then starts anew."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def put(self, key: K, value: V) -> None:
        if len(self) >= self._most:
            self.clear()
        self[key] = value


class Applying(msgspec.Struct, frozen=True, gc=False):
    """An offence that an act of a kind meets on a day, whatever was demanded. `parts`: words for the part where it is law.

    `until`: the last day for its prosecution, where that is known.
    """

    offence: Offence
    applies: Answer
    parts: tuple[str, ...]
    until: Until | None


class HazardOfLaw(msgspec.Struct, frozen=True, gc=False):
    """A law that endangers somebody who reports: its fact, its statute where the facts hold it, and the rows it answers to.

    `contact_with`: states contact with whose authorities it punishes.
    """

    fact: str
    statute: Law | None
    signs: tuple[LawSign, ...]
    contact_with: tuple[str, ...]


class Index:
    """Offences by state and kind of event, laws by id, instruments by pair of states, lines by kind."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.offences: dict[tuple[str, str], list[Offence]] = defaultdict(list)
        self.laws: dict[str, Law] = {}
        for code, state in facts.states.items():
            self.laws.update((law.id, law) for law in state.laws)
            for offence in state.offences:
                for kind in offence.events:
                    self.offences[code, kind].append(offence)
        treaties = [i for i in facts.instruments.values() if i.kind != "statute"]
        self._wide = [i for i in treaties if not self._is_narrow(i)]
        self._narrow: dict[str, list[Instrument]] = defaultdict(list)
        for instrument in treaties:
            for code in instrument.coverage.eligible if self._is_narrow(instrument) else ():
                self._narrow[code].append(instrument)
        self._pairs: dict[tuple[str, str], tuple[Instrument, ...]] = {}
        self.channels: dict[str, tuple[Channel, ...]] = {code: state.channels for code, state in facts.states.items()}
        self.hazards: dict[str, list[HazardOfLaw]] = defaultdict(list)
        for code, state in facts.states.items():
            for law in state.hazards:
                signs = tuple(sign for sign in rules.hazards().laws if _says(law.for_, sign.for_))
                if signs or law.contact_with:
                    fact, statute = f"states/{code}#hazards/{law.id}", self.laws.get(law.law)
                    self.hazards[code].append(HazardOfLaw(fact, statute, signs, law.contact_with))
        self.forbidding = {code: found for code, laws in self.hazards.items() if (found := [x for x in laws if x.contact_with])}
        self.bound: dict[tuple[str, str, str, date], tuple[Binding, Confidence]] = {}  # filled by `roads`
        self.crossings: dict[tuple[object, ...], Any] = {}  # filled by `crossing`
        self.applying: Remembered[tuple[str, str, date, date], tuple[Applying, ...]] = Remembered(50_000)  # by `offences`
        self.rules_then: Remembered[tuple[str, str, str, date, date], Any] = Remembered(50_000)  # by `ties`
        self.offered: Remembered[tuple[str, tuple[str, ...], date], tuple[Channel, ...]] = Remembered(20_000)  # by `channels`
        self.contacts: Remembered[tuple[str, str], Contact] = Remembered(5_000)  # by `channels`
        self.own_law: Remembered[tuple[object, ...], tuple[Basis, ...]] = Remembered(20_000)  # by `complaints`
        self.frames: Remembered[tuple[object, ...], Any] = Remembered(10_000)  # by `requests`
        self.orders: Remembered[tuple[str, date], Bound] = Remembered(10_000)  # by `providers`
        self.found: Remembered[str, bool] = Remembered(5_000)  # by `perishing`
        self.lines: dict[tuple[str, str], list[Line]] = defaultdict(list)
        for line in facts.lines.values():
            self.lines[line.state, line.kind].append(line)

    @cached_property
    def checked(self) -> date:
        """The last day on which somebody checked a fact."""
        days = [offence.checked.last for found in self.offences.values() for offence in found]
        for instrument in self.facts.instruments.values():
            days += [event.checked.last for events in instrument.parties.values() for event in events]
        return max(days, default=date.min)

    def instruments(self, one: str, other: str) -> tuple[Instrument, ...]:
        """Every instrument known for the pair: those that name one of the two, and those made between both alone."""
        key = (one, other) if one <= other else (other, one)
        if key not in self._pairs:
            wide = [i for i in self._wide if i.names_state(one) or i.names_state(other)]
            narrow = [i for i in self._narrow[one] if other in i.coverage.eligible]
            self._pairs[key] = (*wide, *narrow)
        return self._pairs[key]

    @staticmethod
    def _is_narrow(instrument: Instrument) -> bool:
        return 0 < len(instrument.coverage.eligible) <= _BILATERAL_AT_MOST


def index_of(facts: Facts) -> Index:
    """The index of these facts; the last few are kept."""
    kept = _KEPT.get(id(facts))
    if kept is None or kept.facts is not facts:
        if len(_KEPT) >= _AT_MOST:
            _KEPT.clear()
        kept = _KEPT[id(facts)] = Index(facts)
    return kept


def _says(text: str, words: tuple[str, ...]) -> bool:
    lower = text.casefold()
    return any(word.casefold() in lower for word in words)


_AT_MOST: Final = 4
_KEPT: Final[dict[int, Index]] = {}
