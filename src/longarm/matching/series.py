"""Series: cases that strong links or judgements hold together, how firmly, and where they would break.

Links are taken from the weightiest down (Kruskal 1956), so that what holds a series is a maximum spanning tree and the last of it
the weakest link. A link that would bring together two cases judged different is refused, whoever else stands between them:
the series splits at its weakest place. Same input, same series, in any order; a series is named by its smallest case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Literal, NamedTuple

import msgspec

from longarm.matching.judgement import Judgement, in_force
from longarm.matching.link import Link, Linked
from longarm.matching.pair import Pair, pairs_of
from longarm.matching.tree import Forest, bridges_of
from longarm.matching.weights import Weights, weights

Between = tuple[str, str]


class Held(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Two cases of a series that are joined directly. `judged`: by a person."""

    between: Between
    bits: float
    reasons: tuple[Link, ...] = ()
    judged: bool = False


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """Cases of one offender, as far as the links go. `id` is its smallest case.

    `strong`: no single identifier, picture or text holds it together alone, unless that is a stable id. `tree` is what holds it,
    the weakest last; `bridges` are pairs without which it would be two. `beside` are pairs that lead out of it and do not join.
    `apart`: joins refused because of a judgement. `conflict`: pairs that a person called the same and others keep apart.
    """

    id: str
    cases: tuple[str, ...]
    strength: Literal["strong", "medium"]
    tree: tuple[Held, ...]
    weakest: Held
    bridges: tuple[Between, ...]
    beside: tuple[Between, ...] = ()
    apart: tuple[Between, ...] = ()
    conflict: tuple[Between, ...] = ()


class _Edge(NamedTuple):
    rank: tuple[int, float]
    between: Between
    held: Held


class _Graph(NamedTuple):
    """By the root of a series: all that joins within it, what of that is its tree, what a judgement refused at its border."""

    inside: dict[str, list[_Edge]]
    tree: dict[str, list[_Edge]]
    split: dict[str, list[_Edge]]
    forest: Forest
    pairs: dict[Between, Pair]
    judged: dict[Between, Judgement]


def series(linked: Linked, judgements: Iterable[Judgement] = (), table: Weights | None = None) -> tuple[Series, ...]:
    """The series among the cases of `linked`, the largest first."""
    table = table or weights()
    judged = in_force(judgements)
    pairs = pairs_of(linked.links, table)
    edges = sorted(_edges(pairs, judged), key=lambda edge: (edge.rank, edge.between))
    forest = Forest({pair for pair, one in judged.items() if one.verdict == "different"})
    graph = _Graph(defaultdict(list), defaultdict(list), defaultdict(list), forest, pairs, judged)
    held = [edge for edge in edges if forest.join(*edge.between)]
    for edge in held:
        graph.tree[forest.root(edge.between[0])].append(edge)
    for edge in edges:
        ends = {forest.root(name) for name in edge.between}
        for root in ends:
            (graph.inside if len(ends) == 1 else graph.split)[root].append(edge)
    members = forest.groups()
    made = [_series(cases, graph) for cases in members]
    return tuple(sorted(made, key=lambda one: (-len(one.cases), one.id)))


def _edges(pairs: dict[Between, Pair], judged: dict[Between, Judgement]) -> Iterable[_Edge]:
    for between, one in judged.items():
        if one.verdict == "same":
            pair = pairs.get(between)
            held = Held(between=between, bits=pair.bits if pair else 0.0, reasons=pair.reasons if pair else (), judged=True)
            yield _Edge((0, 0.0), between, held)
    for between, pair in pairs.items():
        if pair.joins and between not in judged:
            yield _Edge((1, -pair.bits), between, Held(between=between, bits=pair.bits, reasons=pair.reasons))


def _series(cases: tuple[str, ...], graph: _Graph) -> Series:
    pairs, judged, forest = graph.pairs, graph.judged, graph.forest
    here = set(cases)
    root = forest.root(cases[0])
    inside = graph.inside[root]
    held = tuple(edge.held for edge in graph.tree[root])
    leaving = graph.split.get(root, [])
    beside = (b for case in cases for b in forest.beside(case, pairs) if (b[0] in here) != (b[1] in here))
    return Series(
        id=cases[0], cases=cases, strength="strong" if _sure(cases, inside, pairs) else "medium", tree=held, weakest=held[-1],
        bridges=tuple(bridges_of([edge.between for edge in inside])),
        beside=tuple(b for b in sorted(set(beside)) if judged.get(b) is None or judged[b].verdict == "unsure"),
        apart=tuple(sorted(edge.between for edge in leaving if not edge.held.judged)),
        conflict=tuple(sorted(edge.between for edge in leaving if edge.held.judged)),
    )  # fmt: skip


def _sure(cases: tuple[str, ...], inside: list[_Edge], pairs: dict[Between, Pair]) -> bool:
    """Does it hold when any one identifier, picture or text is left out? Stable ids and a person's word are not left out."""
    resting: dict[str, set[Between]] = defaultdict(set)
    firm: set[Between] = set()
    for edge in inside:
        pair = pairs.get(edge.between)
        if edge.held.judged or (pair and pair.sure):
            firm.add(edge.between)
        else:
            for link in edge.held.reasons:
                resting[link.group].add(edge.between)
    everything = {edge.between for edge in inside}
    return all(_whole(cases, everything - gone) for gone in resting.values())


def _whole(cases: tuple[str, ...], edges: set[Between]) -> bool:
    forest = Forest(set())
    for one, other in sorted(edges):
        forest.join(one, other)
    return len(cases) == 1 or all(forest.together(cases[0], case) for case in cases[1:])
