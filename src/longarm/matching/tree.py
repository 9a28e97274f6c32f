"""Trees of cases that grow link by link and never bring together what must stay apart; bridges of a graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

Between = tuple[str, str]


class Forest:
    """Union-find over names. `apart`: pairs whose trees are never joined."""

    def __init__(self, apart: Iterable[Between]) -> None:
        self._parent: dict[str, str] = {}
        self._foes: dict[str, set[str]] = defaultdict(set)  # of a root: the members of its tree's enemies, by name
        self._size: dict[str, int] = {}
        self._neighbours: dict[str, list[Between]] | None = None
        for one, other in apart:
            self._foes[one].add(other)
            self._foes[other].add(one)

    def root(self, name: str) -> str:
        parent = self._parent
        parent.setdefault(name, name)
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    def join(self, one: str, other: str) -> bool:
        """False when they are together already, or must not be."""
        a, b = self.root(one), self.root(other)
        if a == b or any(self.root(foe) == b for foe in self._foes.get(a, ())):
            return False
        small, large = sorted((a, b), key=lambda root: (self._size.get(root, 1), root))
        self._parent[small] = large
        self._size[large] = self._size.get(large, 1) + self._size.pop(small, 1)
        if small in self._foes:
            self._foes[large] |= self._foes.pop(small)
        return True

    def together(self, one: str, other: str) -> bool:
        return self.root(one) == self.root(other)

    def groups(self) -> list[tuple[str, ...]]:
        """Trees of two or more, each in order."""
        members: dict[str, list[str]] = defaultdict(list)
        for name in self._parent:
            members[self.root(name)].append(name)
        return sorted(tuple(sorted(many)) for many in members.values() if len(many) > 1)

    def beside(self, name: str, pairs: Mapping[Between, object]) -> list[Between]:
        """The pairs in which `name` stands."""
        if self._neighbours is None:
            self._neighbours = defaultdict(list)
            for pair in pairs:
                self._neighbours[pair[0]].append(pair)
                self._neighbours[pair[1]].append(pair)
        return self._neighbours.get(name, [])


def bridges_of(edges: Iterable[Between]) -> list[Between]:
    """Edges without which a connected part would be two (Tarjan 1974), in order. Without recursion: series can be long."""
    near: dict[str, list[str]] = defaultdict(list)
    for one, other in sorted(edges):
        near[one].append(other)
        near[other].append(one)
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    found: list[Between] = []
    for start in sorted(near):
        if start in order:
            continue
        order[start] = low[start] = len(order)
        stack = [(start, "", iter(near[start]))]
        while stack:
            node, above, rest = stack[-1]
            following = next(rest, None)
            if following is None:
                stack.pop()
                if above:
                    low[above] = min(low[above], low[node])
                    if low[node] > order[above]:
                        found.append((min(above, node), max(above, node)))
            elif following not in order:
                order[following] = low[following] = len(order)
                stack.append((following, node, iter(near[following])))
            elif following != above:
                low[node] = min(low[node], order[following])
    return sorted(found)
