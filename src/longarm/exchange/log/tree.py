"""The tree: hashes, how it grows, and the two proofs a log gives: that a leaf stands in it, that it only grew.

Whoever keeps the log stores the hash of every whole subtree, `(level, place)`: level 0 are the leaves, and a node of level n
stands over 2**n leaves. From these every root and every proof is a few look-ups. Sizes and indices count leaves.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Final, NamedTuple

HASH_BYTES: Final = 32
EMPTY: Final = sha256(b"").digest()
Lookup = Callable[[int, int], bytes]  # (level, place) of a whole subtree


class Node(NamedTuple):
    level: int
    place: int
    hash: bytes


def leaf_hash(data: bytes) -> bytes:
    """RFC 9162, 2.1.1: the leading zero keeps a leaf from passing as an inner node."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def grown(size: int, leaf: bytes, lookup: Lookup) -> tuple[Node, ...]:
    """The whole subtrees that a log of `size` leaves gains by `leaf` (its hash), the leaf itself first. `lookup`: as it was."""
    found = [Node(0, size, leaf)]
    level, index, hashed = 0, size, leaf
    while index & 1:
        hashed = node_hash(lookup(level, index - 1), hashed)
        level, index = level + 1, index >> 1
        found.append(Node(level, index, hashed))
    return tuple(found)


def root(size: int, lookup: Lookup) -> bytes:
    """The root over the first `size` leaves."""
    return _over(0, size, lookup) if size else EMPTY


def inclusion(index: int, size: int, lookup: Lookup) -> tuple[bytes, ...]:
    """RFC 9162, 2.1.3.1: the path from leaf `index` to the root of `size`. Raises ValueError when there is no such leaf."""
    if not 0 <= index < size:
        raise ValueError("no such leaf in a log of this size")
    start, end, path = 0, size, []
    while end - start > 1:
        middle = start + _half(end - start)
        if index < middle:
            path.append(_over(middle, end, lookup))
            end = middle
        else:
            path.append(_over(start, middle, lookup))
            start = middle
    return tuple(reversed(path))


def consistency(old: int, new: int, lookup: Lookup) -> tuple[bytes, ...]:
    """RFC 9162, 2.1.4.1: that the log of `new` leaves begins with that of `old`. Empty where `old` is 0 or `new`.

    Raises ValueError when `new` is the smaller.
    """
    if not 0 <= old <= new:
        raise ValueError("a log does not shrink")
    if old in (0, new):
        return ()
    start, end, known, path = 0, new, True, []
    while old != end:
        middle = start + _half(end - start)
        if old <= middle:
            path.append(_over(middle, end, lookup))
            end = middle
        else:
            path.append(_over(start, middle, lookup))
            start, known = middle, False
    if not known:  # the old root is not handed back to who has it
        path.append(_over(start, end, lookup))
    return tuple(reversed(path))


def holds_leaf(leaf: bytes, index: int, size: int, path: tuple[bytes, ...], claimed: bytes) -> bool:
    """Does `path` lead from `leaf` (its hash) at `index` to the root `claimed` of a log of `size`? (2.1.3.2)"""
    if not 0 <= index < size:
        return False
    place, last, hashed = index, size - 1, leaf
    for step in path:
        if last == 0:
            return False
        if place & 1 or place == last:
            hashed = node_hash(step, hashed)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            hashed = node_hash(hashed, step)
        place, last = place >> 1, last >> 1
    return last == 0 and hashed == claimed


def only_grew(old: int, old_root: bytes, new: int, new_root: bytes, path: tuple[bytes, ...]) -> bool:
    """Does `path` show that the log of `new` leaves begins with that of `old`? (2.1.4.2)"""
    if old == new:
        return not path and old_root == new_root
    if not 0 <= old < new:
        return False
    if old == 0:
        return not path and old_root == EMPTY
    steps = list(path)
    if old & (old - 1) == 0:
        steps.insert(0, old_root)
    if not steps:
        return False
    place, last = old - 1, new - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    before = after = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            before, after = node_hash(step, before), node_hash(step, after)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            after = node_hash(after, step)
        place, last = place >> 1, last >> 1
    return last == 0 and before == old_root and after == new_root


def _half(width: int) -> int:
    """The largest power of two below `width`."""
    return 1 << (width - 1).bit_length() - 1


def _over(start: int, end: int, lookup: Lookup) -> bytes:
    """The hash over leaves `start` to `end`; `start` is a multiple of the power of two that covers the range."""
    width = end - start
    if width & (width - 1) == 0:
        level = width.bit_length() - 1
        return lookup(level, start >> level)
    middle = start + _half(width)
    return node_hash(_over(start, middle, lookup), _over(middle, end, lookup))
