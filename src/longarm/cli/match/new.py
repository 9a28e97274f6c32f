"""`longarm match --index`: only the given cases against all that the index holds, and into it."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

import msgspec

from longarm.cli.match.given import Warn, given_cases
from longarm.cli.match.index import MatchIndex
from longarm.law.model import Facts
from longarm.matching.answer import MatchAnswer, answer
from longarm.matching.book import Book
from longarm.matching.item import Facet, Item
from longarm.matching.link import Linked, SetAside
from longarm.matching.links import links
from longarm.matching.quotes import quotes
from longarm.matching.series import series


def matched(options: argparse.Namespace, facts: Facts, warn: Warn) -> MatchAnswer:
    """What touches one of the given cases. The index is written when everything was compared, or not at all."""
    with MatchIndex(options.index) as index:
        if index.made:
            warn("matching-index-made", folder=str(options.index))
        for reference in options.forget:
            index.forget(reference)
        cases = given_cases(options.cases, options.bundle, facts, warn) if options.cases else {}
        for reference, items in cases.items():
            if reference in index:
                warn("matching-index-replaced", reference=reference)
            index.put(reference, map(index.keyed, items))
        made = _answer(index, cases, warn)
        index.save()
        return made


def _answer(index: MatchIndex, cases: dict[str, tuple[Item, ...]], warn: Warn) -> MatchAnswer:
    new = set(cases)
    items = _around(index.items(), new, warn)
    linked = links(items)
    plain = {(item.facet, index.keyed(item).key): item.key for many in cases.values() for item in many}
    aside = tuple(_named(one, plain) for one in linked.set_aside if (one.facet, one.identifier) in plain)
    ours = Linked(tuple(link for link in linked.links if new & set(link.between)), tuple(sorted(aside, key=_order)))
    found = [one for one in series(linked) if new & set(one.cases)]
    return answer(ours, found, quotes(items, ours))


def _around(items: Iterable[Item], new: set[str], warn: Warn) -> tuple[Item, ...]:
    """All items of the cases that hang together with a new one."""
    held = tuple(items)
    book = Book(held)
    if book.cut:
        warn("matching-index-cut")
    near: set[str] = set()
    for case in new & {item.case for item in held}:
        if case not in near:
            near |= {item.case for item in book.around(case)}
    return tuple(item for item in held if item.case in near)


def _named(one: SetAside, plain: dict[tuple[Facet, str], str]) -> SetAside:
    """By its own name, which the given case tells."""
    return msgspec.structs.replace(one, identifier=plain[one.facet, one.identifier])


def _order(one: SetAside) -> tuple[str, str, str]:
    return (one.why, one.facet, one.identifier)
