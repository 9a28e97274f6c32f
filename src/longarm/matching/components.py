"""Connected components: one link at a time (union-find), or millions at once with numpy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


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

    Hooking and pointer jumping (Shiloach and Vishkin 1982) on arrays: each round points roots at the smallest neighbouring root
    and shortens all paths; links inside one component fall away. A handful of rounds whatever the shape.
    """
    import numpy as np

    root = np.arange(size, dtype=np.int32)
    a, b = np.asarray(one, np.int32), np.asarray(other, np.int32)
    while len(a):
        high, low = np.maximum(a, b), np.minimum(a, b)
        root[high] = low  # any of several wins; the rest come again in the next round
        while True:
            shorter = root[root]
            if np.array_equal(shorter, root):
                break
            root = shorter
        a, b = root[a], root[b]
        apart = a != b
        a, b = a[apart], b[apart]
    return root
