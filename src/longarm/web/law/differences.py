"""What changed between two days, for a reader: the step, from what to what, and the facts that made the difference."""

from __future__ import annotations

from typing import NamedTuple

from longarm.law.change import Change, title_of
from longarm.law.model import Facts
from longarm.texts import Language, say
from longarm.web.law.cards import CHIPS, called, titled
from longarm.web.law.cited import Cited, all_cited


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
    facts: tuple[Cited, ...]


class Differences(NamedTuple):
    """`moved`: a path has another status; `regrounded`: the same status for other reasons."""

    days: tuple[str, str]
    moved: tuple[Difference, ...]
    regrounded: tuple[Difference, ...]


def shown(found: tuple[Change, ...], days: tuple[str, str], facts: Facts, language: Language) -> Differences:
    told = [(change.kind, _difference(change, facts, language)) for change in found]
    moved = tuple(one for kind, one in told if kind != "regrounded")
    return Differences(days, moved, tuple(one for kind, one in told if kind == "regrounded"))


def _difference(change: Change, facts: Facts, language: Language) -> Difference:
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
        gone=tuple(called(one.text.in_language(language), language) for one in change.gone),
        new=tuple(called(one.text.in_language(language), language) for one in change.new),
        basis=tuple(say("change-ground", language, instrument=name, before=b, after=a) for name, b, a in grounds),
        facts=all_cited(facts, change.facts, language),
    )
