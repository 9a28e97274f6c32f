"""The log's tree beside the vectors of RFC 6962's reference code, beside a second way to compute it, and under changes."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.exchange.log.tree import (
    EMPTY,
    consistency,
    grown,
    holds_leaf,
    inclusion,
    leaf_hash,
    node_hash,
    only_grew,
    root,
)

# certificate-transparency's reference vectors (merkle_tree_test.cc): eight leaves, the root after each.
LEAVES = [bytes.fromhex(text) for text in (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")]  # fmt: skip
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
# The same file: paths for leaves 1 of 8, 6 of 8 (index 5), 3 of 3, 2 of 5; consistency 1..8, 6..8, 2..5.
PATHS = {
    (0, 8): ["96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
             "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
             "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"],
    (5, 8): ["bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
             "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
             "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"],
    (2, 3): ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    (1, 5): ["6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
             "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
             "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"],
}  # fmt: skip
GREW = {
    (1, 8): ["96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
             "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
             "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"],
    (6, 8): ["0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
             "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
             "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"],
    (2, 5): ["5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
             "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"],
}  # fmt: skip


class Log:
    """What a hub keeps: the hash of every whole subtree."""

    def __init__(self, leaves: list[bytes]) -> None:
        self.nodes: dict[tuple[int, int], bytes] = {}
        for size, leaf in enumerate(leaves):
            self.nodes |= {(node.level, node.place): node.hash for node in grown(size, leaf_hash(leaf), self.at)}

    def at(self, level: int, index: int) -> bytes:
        return self.nodes[level, index]


def by_definition(leaves: list[bytes]) -> bytes:
    """2.1.1 as it stands there, over all leaves each time."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return leaf_hash(leaves[0])
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return node_hash(by_definition(leaves[:half]), by_definition(leaves[half:]))


def test_the_reference_vectors() -> None:
    log = Log(LEAVES)
    assert [root(size, log.at).hex() for size in range(1, 9)] == ROOTS
    assert root(0, log.at) == EMPTY
    for (index, size), path in PATHS.items():
        assert [step.hex() for step in inclusion(index, size, log.at)] == path
    for (old, new), path in GREW.items():
        assert [step.hex() for step in consistency(old, new, log.at)] == path


def test_every_proof_of_every_small_log_holds_and_no_other_does() -> None:
    leaves = [bytes([number]) for number in range(20)]
    log = Log(leaves)
    for size in range(1, 21):
        top = root(size, log.at)
        assert top == by_definition(leaves[:size])
        for index in range(size):
            path = inclusion(index, size, log.at)
            assert holds_leaf(leaf_hash(leaves[index]), index, size, path, top)
            assert not holds_leaf(leaf_hash(b"another"), index, size, path, top)
            assert not any(
                holds_leaf(leaf_hash(leaves[index]), other, size, path, top) for other in range(size) if other != index
            )
            assert not holds_leaf(leaf_hash(leaves[index]), index, size, (*path, top), top)
        for old in range(size + 1):
            path = consistency(old, size, log.at)
            assert only_grew(old, root(old, log.at), size, top, path)
            if 0 < old < size:
                assert not only_grew(old, sha256(b"another").digest(), size, top, path)
                assert not only_grew(old, root(old, log.at), size, sha256(b"another").digest(), path)
                assert not only_grew(old, root(old, log.at), size, top, path[:-1])
    assert not only_grew(3, root(3, log.at), 2, root(2, log.at), ())


@given(st.integers(1, 60), st.data())
@settings(max_examples=40)
def test_a_log_that_changed_one_leaf_proves_nothing_to_who_saw_it_before(size: int, data: st.DataObject) -> None:
    leaves = [number.to_bytes(2, "big") for number in range(size)]
    old = data.draw(st.integers(1, size))
    changed = data.draw(st.integers(0, old - 1))
    honest, forked = Log(leaves[:old]), Log([*leaves[:changed], b"something else", *leaves[changed + 1 :]])
    path = consistency(old, size, forked.at)
    assert not only_grew(old, root(old, honest.at), size, root(size, forked.at), path)


@pytest.mark.parametrize(("index", "size"), [(0, 0), (3, 3), (-1, 2)])
def test_what_is_not_in_the_log_has_no_proof(index: int, size: int) -> None:
    log = Log(LEAVES)
    with pytest.raises(ValueError, match="no such leaf"):
        inclusion(index, size, log.at)
    assert not holds_leaf(leaf_hash(b""), index, size, (), EMPTY)
