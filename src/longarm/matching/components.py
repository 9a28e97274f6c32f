"""Connected components: one link at a time (union-find), or millions at once with numpy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SHARES: Final = (0.15, 0.3, 0.6, 1.0)  # of the links, up to which a round goes
_AT_ONCE: Final = 1 << 16  # links whose ends stay in the cache


class Components:
    """Union-find over 0 … n-1 with path halving; the smaller number stays the root, whatever the order of links."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, node: int) -> int:
        parent = self._parent
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    def join(self, one: int, other: int) -> bool:
        """False when they were together already."""
        a, b = self.root(one), self.root(other)
        if a == b:
            return False
        self._parent[max(a, b)] = min(a, b)
        return True


def components(size: int, one: NDArray[np.int32], other: NDArray[np.int32]) -> Any:
    """For every node 0 … size-1 the smallest node of its component. `one` and `other` are the ends of the links.

    Hooking and pointer jumping (Shiloach and Vishkin 1982) on arrays, on a part of the links first: it joins most of what is to
    be joined, and of the rest only links between two components are kept at all (Sutton, Ben-Nun and Barak 2018, Afforest).
    """
    import numpy as np

    root = np.arange(size, dtype=np.int32)
    begin = 0
    for share in _SHARES:
        end = int(len(one) * share)
        first, second = [], []
        for at in range(begin, end, _AT_ONCE):
            here = slice(at, min(at + _AT_ONCE, end))
            a, b = root.take(one[here]), root.take(other[here])
            apart = np.flatnonzero(a != b)
            first.append(a.take(apart))
            second.append(b.take(apart))
        begin = end
        if first:
            _hook(root, np.concatenate(first), np.concatenate(second))
            for at in range(0, size, _AT_ONCE):
                root[at : at + _AT_ONCE] = _roots(root, root[at : at + _AT_ONCE])
    return root


def _hook(root: Any, a: Any, b: Any) -> None:
    """Points the larger of two roots at the smaller; any of several wins, the rest come again. Changes `root`."""
    import numpy as np

    while len(a):
        root[np.maximum(a, b)] = np.minimum(a, b)
        a, b = _roots(root, a), _roots(root, b)
        apart = np.flatnonzero(a != b)
        a, b = a.take(apart), b.take(apart)


def _roots(root: Any, nodes: Any) -> Any:
    import numpy as np

    while True:
        above = root.take(nodes)
        if np.array_equal(above, nodes):
            return above
        nodes = above
