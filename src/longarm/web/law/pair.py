"""What binds two states on a day, for a reader: each instrument with its dates, articles, and why it does not bind."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from longarm.law.model import Facts
from longarm.law.named import name_of
from longarm.law.treaties import InstrumentLine, treaties
from longarm.texts import Language, say
from longarm.web.dates import day as in_words
from longarm.web.law.noted import Notes, Read
from longarm.web.path_cards import CHIPS

_STEPS: Final = ("ratified", "acceded", "in_force", "signed", "denounced")


class Bound(NamedTuple):
    """One instrument. `histories`: by state, what it did and when. `measures`: what may be asked, with the articles.

    `facts` decide that it binds, and what it allows; those of an instrument that does not, or not surely, stand on its own page.
    """

    id: str
    title: str
    binding: str
    chip: str
    why: tuple[str, ...]
    histories: tuple[tuple[str, str], ...]
    measures: tuple[tuple[str, str], ...]
    facts: tuple[Read, ...]


class Pair(NamedTuple):
    """`yes`, `unknown` and `no`: what binds both, what may, what does not."""

    names: tuple[str, str]
    yes: tuple[Bound, ...]
    unknown: tuple[Bound, ...]
    no: tuple[Bound, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The instruments named: elsewhere on the page a link leads here."""
        return frozenset(one.id for one in (*self.yes, *self.unknown, *self.no))


def pair(notes: Notes, one: str, other: str, day: date) -> Pair:
    """Instruments that only one of the two could ever join are left out. Raises BadInput when both are the same."""
    facts, language = notes.facts, notes.language
    answer = treaties(facts, one, other, day)
    shared = [line for line in answer.instruments if line.binding != "no" or _open_to_both(facts, line, answer.states)]
    told = [_bound(line, notes) for line in shared]
    names = (name_of(facts, one, language), name_of(facts, other, language))
    return Pair(names, *(tuple(b for b in told if b.binding == binding) for binding in ("yes", "unknown", "no")))


def _open_to_both(facts: Facts, line: InstrumentLine, states: tuple[str, str]) -> bool:
    eligible = facts.instruments[line.instrument].coverage.eligible
    return not eligible or set(states) <= set(eligible)


def _bound(line: InstrumentLine, notes: Notes) -> Bound:
    facts, language = notes.facts, notes.language
    allows = line.allows if line.binding != "no" else ()  # what does not bind offers nothing
    measured = (f"instruments/{line.instrument}#matters/{allowed.measure}" for allowed in allows)
    title = str(getattr(line.title, language))
    reasons = [reason.split(": ") for reason in line.why.split("; ") if reason]
    return Bound(
        id=line.instrument,
        title=title,
        binding=line.binding,
        chip=CHIPS.get(line.binding, ""),
        why=tuple(say(f"treaties-why-{code}", language, state=name_of(facts, state, language)) for code, state in reasons),
        histories=tuple((name_of(facts, state, language), history(line, state, language)) for state in line.status),
        measures=tuple((say(f"treaties-measure-{a.measure}", language), ", ".join(a.articles)) for a in allows),
        facts=notes.on([*line.facts, *measured], title) if line.binding == "yes" else (),
    )


def history(line: InstrumentLine, state: str, language: Language) -> str:
    """`ratified 17 June 2014 · in force there 17 July 2014`."""
    steps = []
    for event in sorted(line.status[state], key=lambda event: event.on):
        if event.status not in _STEPS:
            continue
        on = in_words(event.on, language)
        if event.on == "unknown" and event.by:
            on = say("treaties-by", language, day=in_words(event.by, language))
        steps.append(f"{say(f'treaties-{event.status}', language)} {on}")
    if state in line.not_party and line.not_party[state].as_of != "unknown":
        steps.append(say("treaties-not-bound-as-of", language, day=in_words(line.not_party[state].as_of, language)))
    return " · ".join(steps) or say("treaties-nothing-recorded", language)
