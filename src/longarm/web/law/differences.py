"""What changed between two days, for a reader: the step, from what to what, and the facts that made the difference."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from longarm.law.change import Change, title_of
from longarm.texts import say
from longarm.web.law.noted import Notes, Read
from longarm.web.path_cards import CHIPS, titled
from longarm.web.path_sentences import with_names


class Difference(NamedTuple):
    title: str
    kind: str
    before: str
    after: str
    before_chip: str
    after_chip: str
    gone: tuple[str, ...]
    new: tuple[str, ...]
    basis: tuple[str, ...]
    facts: tuple[Read, ...]


class Differences(NamedTuple):
    """`moved`: a path has another status; `regrounded`: the same status for other reasons."""

    days: tuple[str, str]
    moved: tuple[Difference, ...]
    regrounded: tuple[Difference, ...]


def shown(found: tuple[Change, ...], days: tuple[str, str], called: Mapping[str, str], notes: Notes) -> Differences:
    """`called`: how the reader calls each person, by id."""
    told = [(change.kind, _difference(change, called, notes)) for change in found]
    moved = tuple(one for kind, one in told if kind != "regrounded")
    return Differences(days, moved, tuple(one for kind, one in told if kind == "regrounded"))


def _difference(change: Change, called: Mapping[str, str], notes: Notes) -> Difference:
    facts, language = notes.facts, notes.language

    def status(given: str | None) -> str:
        return say(f"paths-status-{given}", language) if given else say("between-no-such-step", language)

    def carried(given: str | None) -> str:
        return say(f"change-answer-{given or 'none'}", language)

    grounds = [(titled(one.instrument, facts, language), carried(one.before), carried(one.after)) for one in change.basis]
    return Difference(
        title=title_of(change, facts).in_language(language),
        kind=change.kind,
        before=status(change.before),
        after=status(change.after),
        before_chip=CHIPS.get(change.before or "", ""),
        after_chip=CHIPS.get(change.after or "", ""),
        gone=tuple(with_names(one.text.in_language(language), called) for one in change.gone),
        new=tuple(with_names(one.text.in_language(language), called) for one in change.new),
        basis=tuple(say("change-ground", language, instrument=name, before=b, after=a) for name, b, a in grounds),
        facts=notes.on(change.facts),
    )
