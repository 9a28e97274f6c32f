"""All links between two cases taken together: how many are independent, and what they weigh."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

import msgspec

from longarm.matching.link import Because, Link
from longarm.matching.weights import Level, Weights

# Days after which an operator may give a number out again (47 CFR 52.15(f)(1)(ii): 45 at least): from then on one number, handle
# or payment account alone joins no series, however strong the link.
HANDED_ON: Final = 45
_CONTENT: Final = frozenset({"text", "image", "voice"})
_PAID: Final = frozenset({"payment_handle", "wallet", "iban", "card"})
_MONEY: Final = "money"


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """`reasons` are independent of each other, weightiest first; `bits` is their sum. `joins`: strong enough to make a series."""

    between: tuple[str, str]
    reasons: tuple[Link, ...]
    bits: float
    joins: bool
    sure: bool


def pairs_of(links: Iterable[Link], table: Weights) -> dict[tuple[str, str], Pair]:
    """Every pair of cases with a link."""
    by_pair: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in links:
        by_pair[link.between].append(link)
    return {between: _pair(between, many, table) for between, many in by_pair.items()}


def _pair(between: tuple[str, str], many: list[Link], table: Weights) -> Pair:
    reasons = independent(many)
    bits = round(sum(link.bits for link in reasons), 2)
    firm = [link for link in reasons if link.bits > 0 and _counts(table.levels[link.level])]
    two = len({_MONEY if link.facet in _PAID else link.reason for link in firm}) >= 2  # one changer has account and wallet
    one = any(link.strength == "strong" and (link.stable or link.facts.get("days", 0) <= HANDED_ON) for link in firm)
    joins = one or (two and table.score(bits) >= table.merge)
    return Pair(
        between=between, reasons=reasons, bits=bits, joins=joins, sure=joins and (two or any(link.stable for link in firm))
    )


def _counts(level: Level) -> bool:
    """Can it be one of two reasons? A number and a handle, both used again later, were hardly both taken by one stranger."""
    return level.at_most != "weak" or level.supports


def independent(many: Iterable[Link]) -> tuple[Link, ...]:
    """Links of which no two rest on one identifier, one exhibit of one kind, or one value: each adds what the others do not."""
    chosen: list[Link] = []
    values: set[str] = set()  # a number that is called and paid to is one
    reasons: set[str] = set()
    places: set[tuple[int, Because]] = set()
    for link in sorted(many, key=lambda link: (-link.bits, link.reason, link.because)):
        content = link.facet in _CONTENT
        value, here = link.group.partition(" ")[2], set() if content else {*enumerate(link.because)}
        if value in values or (content and link.reason in reasons) or here & places:
            continue
        chosen.append(link)
        values.add(value)
        reasons.add(link.reason)
        places |= here
    return tuple(chosen)
