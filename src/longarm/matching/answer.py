"""What `longarm match --json` answers."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from longarm.matching.explain import explain, shown, why_aside, wording
from longarm.matching.link import Because, Link, Linked, SetAside
from longarm.matching.series import Held, Series
from longarm.matching.weights import Reason, Strength
from longarm.texts import LANGUAGES


class StepLine(msgspec.Struct, frozen=True):
    """One bar of the waterfall: weight in bits, and the probability after it."""

    text: dict[str, str]
    bits: float
    score: float


class PartLine(msgspec.Struct, frozen=True):
    """A stretch of two texts as written: `both`, or what `differs`."""

    who: str
    one: str
    other: str


class LinkLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A link. `id` names it; `bits` is its weight; `stable`: it rests on an id that does not pass to another person."""

    id: str
    between: tuple[str, str]
    reason: Reason
    strength: Strength
    score: float
    because: tuple[Because, Because]
    text: dict[str, str]
    level: str
    bits: float
    stable: bool = False
    waterfall: tuple[StepLine, ...] = ()
    aligned: tuple[PartLine, ...] = ()


class WeakestLink(msgspec.Struct, frozen=True):
    """The pair at which the series would break first, and the links it rests on."""

    between: tuple[str, str]
    bits: float
    links: tuple[str, ...]


class SeriesLine(msgspec.Struct, frozen=True, kw_only=True):
    """Cases of one offender as far as the links go. `why_whole`: the links that hold it, by id. `bridges`: pairs without which it
    would be two. `beside`: pairs that lead out of it and do not join."""

    id: str
    cases: tuple[str, ...]
    strength: Strength
    why_whole: tuple[str, ...]
    weakest_link: WeakestLink
    bridges: tuple[tuple[str, str], ...]
    beside: tuple[tuple[str, str], ...]


class AsideLine(msgspec.Struct, frozen=True):
    """An identifier that joins nothing, and why. `number` of cases that name it; `because` lists at most fifty places."""

    identifier: str
    why: str
    number: int
    because: tuple[Because, ...]
    text: dict[str, str]


class MatchAnswer(msgspec.Struct, frozen=True):
    """Links, series and what was set aside. Everything is a lead for a person to judge."""

    links: tuple[LinkLine, ...]
    series: tuple[SeriesLine, ...]
    set_aside: tuple[AsideLine, ...]


def answer(linked: Linked, found: Iterable[Series], quotes: dict[tuple[Because, Because], tuple[PartLine, ...]]) -> MatchAnswer:
    """The answer in three languages. `quotes` are aligned texts of links, by what they rest on."""
    return MatchAnswer(
        tuple(_link(link, quotes.get(link.because, ())) for link in linked.links),
        tuple(_series(one) for one in found),
        tuple(_aside(one) for one in linked.set_aside),
    )


def link_id(link: Link) -> str:
    return f"{link.because[0].case}/{link.because[0].what}~{link.because[1].case}/{link.because[1].what}:{link.reason}"


def _link(link: Link, quote: tuple[PartLine, ...]) -> LinkLine:
    many = {language: explain((link,), language) for language in LANGUAGES}
    steps = tuple(
        StepLine({language: many[language][number].text for language in LANGUAGES}, step.bits, step.score)
        for number, step in enumerate(many["en"])
    )
    return LinkLine(
        id=link_id(link), between=link.between,
        reason=link.reason, strength=link.strength, score=link.score, because=link.because,
        text=wording(link), level=link.level, bits=link.bits, stable=link.stable, waterfall=steps, aligned=quote,
    )  # fmt: skip


def _series(one: Series) -> SeriesLine:
    return SeriesLine(
        id=one.id, cases=one.cases, strength=one.strength,
        why_whole=tuple(link_id(link) for held in one.tree for link in held.reasons),
        weakest_link=_weakest(one.weakest), bridges=one.bridges, beside=one.beside,
    )  # fmt: skip


def _weakest(held: Held) -> WeakestLink:
    return WeakestLink(held.between, held.bits, tuple(link_id(link) for link in held.reasons))


def _aside(one: SetAside) -> AsideLine:
    return AsideLine(shown(one), one.why, one.number, one.because, {language: why_aside(one, language) for language in LANGUAGES})
