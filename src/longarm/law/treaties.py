"""What binds two states on a day, and what each instrument lets one ask of the other (`longarm treaties`).
Long: the answer and what fills it.
"""

from __future__ import annotations

from datetime import date
from typing import Final, Literal, get_args

import msgspec

from longarm.case.answer import Answer
from longarm.errors import BadInput
from longarm.law.binding import Binding, binding
from longarm.law.model import Confidence, Facts, Instrument, InstrumentKind, Measure, MeasureKind, Names, PartyEvent, Status
from longarm.law.named import state_code

Ynu = Literal["yes", "no", "unknown"]
_FIRST: Final = {Answer.YES: 0, Answer.UNKNOWN: 1, Answer.NO: 2}
_KINDS: Final = get_args(InstrumentKind)


class _Part(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False):
    """A part of the answer."""


class TitleIn(_Part, frozen=True, kw_only=True):
    """A title; `ar` and `fr` fall back to the one known."""

    ar: str
    en: str
    fr: str


class StatusLine(_Part, frozen=True, kw_only=True):
    """What the state did, when (a day, month or year, or `unknown`; then `by` is the latest it can have been)."""

    status: Status
    on: str
    by: str | None = None
    effective: str | None = None
    note: str | None = None
    confidence: Confidence
    checked: str


class NotPartyLine(_Part, frozen=True, kw_only=True):
    """Known not to be bound up to that day; nothing is said of later ones."""

    as_of: str
    note: str | None
    confidence: Confidence
    checked: str


class Allowed(_Part, frozen=True, kw_only=True):
    """A measure one may ask for under the instrument, and what must be met."""

    measure: MeasureKind
    articles: tuple[str, ...]
    conditions: tuple[str, ...]
    refusal_grounds: tuple[str, ...]
    deadline: str | None
    note: str | None
    confidence: Confidence


class InstrumentLine(_Part, frozen=True, kw_only=True):
    """One instrument. `binding` says only whether both are bound on that day; whether it fits a case stands in `conditions`.

    `why` is empty for yes, else `code: STATE` for each state that is not bound, or of which it is not known. `confidence` is
    that of the facts which decide (`facts`, ids); `sources` are theirs and those of the measures.
    """

    instrument: str
    title: TitleIn
    kind: InstrumentKind
    binding: Ynu
    why: str
    status: dict[str, tuple[StatusLine, ...]]
    not_party: dict[str, NotPartyLine]
    allows: tuple[Allowed, ...]
    notes: tuple[str, ...]
    facts: tuple[str, ...]
    sources: tuple[str, ...]
    confidence: Confidence


class TreatiesAnswer(_Part, frozen=True, kw_only=True):
    states: tuple[str, str]
    as_of: str
    instruments: tuple[InstrumentLine, ...]


def treaties(facts: Facts, a: str, b: str, as_of: date) -> TreatiesAnswer:
    """Every instrument known for either state: those that bind first, then the unknown, then those that do not.

    Raises BadInput when one is no state, or both are the same.
    """
    a, b = state_code(facts, a), state_code(facts, b)
    if a == b:
        raise BadInput("treaties-same-state", state=a)
    lines = [_line(facts, instrument, a, b, as_of) for instrument in facts.instruments.values() if _concerns(instrument, a, b)]
    return TreatiesAnswer(states=(a, b), as_of=as_of.isoformat(), instruments=tuple(line for _, line in sorted(lines, key=_rank)))


def _concerns(instrument: Instrument, a: str, b: str) -> bool:
    """Open to everybody and silent about both, it is listed as unknown; made for others only, it is not listed."""
    if instrument.absence:
        return a in instrument.coverage.eligible and b in instrument.coverage.eligible
    return instrument.names_state(a) or instrument.names_state(b) or not instrument.coverage.eligible


def _rank(ranked: tuple[Binding, InstrumentLine]) -> tuple[int, bool, int, str]:
    """Within the same answer: what is known of both states, then by kind, cybercrime and mutual assistance first."""
    decided, line = ranked
    unknown = not all(_known(line, state) for state in line.status)
    return _FIRST[decided.holds], unknown, _KINDS.index(line.kind), line.instrument


def _known(line: InstrumentLine, state: str) -> bool:
    return bool(line.status[state]) or state in line.not_party


def _line(facts: Facts, instrument: Instrument, a: str, b: str, day: date) -> tuple[Binding, InstrumentLine]:
    decided = binding(instrument, a, b, day)
    whole = f"instruments/{instrument.id}"
    measured = [f"{whole}#matters/{kind}" for kind in dict.fromkeys(m.measure for m in instrument.matters)]
    line = InstrumentLine(
        instrument=instrument.id,
        title=_title(instrument.title),
        kind=instrument.kind,
        binding=decided.holds.value,
        why=decided.why,
        status={state: tuple(_status(event) for event in instrument.parties.get(state, ())) for state in (a, b)},
        not_party={
            state: NotPartyLine(as_of=str(known.as_of), note=known.note, confidence=known.confidence, checked=str(known.checked))
            for state in (a, b)
            if (known := instrument.not_party.get(state))
        },
        allows=tuple(_allowed(measure) for measure in instrument.matters),
        notes=instrument.notes,
        facts=decided.facts,
        sources=facts.cite(*decided.facts, *measured),
        confidence=facts.confidence(*decided.facts),
    )
    return decided, line


def _title(title: Names) -> TitleIn:
    return TitleIn(ar=title.in_language("ar"), en=title.en, fr=title.in_language("fr"))


def _status(event: PartyEvent) -> StatusLine:
    return StatusLine(
        status=event.status,
        on=str(event.on),
        by=None if event.by is None else str(event.by),
        effective=None if event.effective is None else str(event.effective),
        note=event.note,
        confidence=event.confidence,
        checked=str(event.checked),
    )


def _allowed(measure: Measure) -> Allowed:
    return Allowed(
        measure=measure.measure,
        articles=tuple(article for article in measure.articles if article not in ("unknown", "none")),
        conditions=measure.conditions,
        refusal_grounds=measure.refusal_grounds,
        deadline=measure.deadline,
        note=measure.note,
        confidence=measure.confidence,
    )
