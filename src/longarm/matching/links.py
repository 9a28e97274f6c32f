"""Links between cases: candidates, guards, features, weights. Nothing links on a name alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import log2
from typing import Final

from longarm.matching.features import FEATURES
from longarm.matching.groups import Group, groups_of
from longarm.matching.guards import listed, one_line, shared
from longarm.matching.image.pdq import apart as bits_apart
from longarm.matching.item import Facet, Item
from longarm.matching.link import Because, Link, Linked, SetAside
from longarm.matching.sound.near import apart
from longarm.matching.text.shingles import jaccard
from longarm.matching.weights import Weights, weights

# Of these a key that many cases have says less: innocent people share it too (term frequency, Winkler 1989).
COMMON: Final[frozenset[Facet]] = frozenset(
    {
        "name",
        "url~site",
        "url~alike",
        "handle~alike",
        "email~alike",
        "wallet~address",
        "card",
        "text",
        "image",
        "voice",
        "ip",
        "payment_handle",
        "wallet",
    }
)


def links(items: Iterable[Item], table: Weights | None = None) -> Linked:
    """Every link between the cases of `items`, and every identifier that was set aside. The order of `items` does not matter."""
    table = table or weights()
    groups = groups_of(items)
    aside = {group.name: why for group in groups if (why := listed(group))}
    aside |= one_line(groups, aside)
    open_ = [group for group in groups if group.name not in aside and len(group.cases) > 1]
    aside |= shared([group for group in open_ if group.facet not in ("name", "url~site")], table)
    found: dict[tuple[Because, Because], Link] = {}
    late: list[Group] = []
    for group in open_:
        if group.name in aside or len(group.cases) > table.many.get(group.facet, table.many["other"]):
            late.append(group)
            continue
        for one, other in group.pairs():
            _keep(found, _link(group, one, other, table))
    _second_reasons(found, late, aside, table)
    ordered = sorted(found.values(), key=lambda link: (-link.bits, link.between, link.reason, link.because))
    return Linked(tuple(ordered), tuple(sorted(aside.values(), key=lambda one: (one.why, one.facet, one.identifier))))


def _second_reasons(
    found: dict[tuple[Because, Because], Link], late: list[Group], aside: dict[str, SetAside], table: Weights
) -> None:
    """What many cases have joins nothing alone; beside another link of two cases it stands as a weak one."""
    pairs = {link.between for link in found.values()}
    members: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair in pairs:
        members[pair[0]].append(pair)
    for group in late:
        if group.name in aside and aside[group.name].ground != "degree":
            continue
        by_case = {item.case: item for item in reversed(group.used)}
        for case, one in by_case.items():
            for pair in members[case]:
                if (other := by_case.get(pair[1])) is not None:
                    _keep(found, _link(group, one, other, table, weak=True))


def _keep(found: dict[tuple[Because, Because], Link], link: Link | None) -> None:
    """Of several likenesses between the same two things the weightiest stays; what is paid to is first of all paid to."""
    if link is None:
        return
    held = found.get(link.because)
    if held is None or _weight(link) > _weight(held):
        found[link.because] = link


def _weight(link: Link) -> tuple[bool, float, str]:
    return (link.facet == "payment_handle", link.bits, link.level)


def _link(group: Group, one: Item, other: Item, table: Weights, *, weak: bool = False) -> Link | None:
    name = FEATURES[group.facet](one, other)
    if name is None:
        return None
    if (one.case, one.what) > (other.case, other.what):
        one, other = other, one
    level = table.levels[name]
    common = log2(max(1, len(group.cases) - 1)) if group.facet in COMMON else 0.0
    bits = level.bits - common
    helper = "intermediary" in (one.role, other.role)
    strength = "weak" if weak or helper else table.strength(level, bits)
    return Link(
        between=(one.case, other.case), reason=level.reason, strength=strength, score=round(table.score(bits), 6),
        because=(Because(one.case, one.what), Because(other.case, other.what)), level=name, bits=round(bits, 2),
        stable=level.stable and not weak and not helper, facet=group.facet, group=group.name, facts=_facts(one, other),
    )  # fmt: skip


def _facts(one: Item, other: Item) -> dict[str, int]:
    """Figures for the sentence."""
    facts: dict[str, int] = {}
    if one.picture and other.picture:
        facts["bits"] = bits_apart(one.picture, other.picture)
    elif one.words and other.words:
        facts["share"] = int(100 * jaccard(one.words.normal, other.words.normal))
    elif one.facet == "voice":
        distance = apart(one.print, other.print) if one.key != other.key else None
        facts |= {} if distance is None else {"bits": round(100 * distance)}
    elif one.period and other.period:
        facts["days"] = one.period.gap_to(other.period)
    return facts
