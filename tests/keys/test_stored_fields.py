"""A stored text field opens in its own place only, and not at all once a bit of it was changed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.errors import Unsound
from longarm.keys.content import OVERHEAD, Place, decrypt, encrypt

KEY = bytes(range(32))
HERE = Place("case-1", "case-file", 3)


@given(st.binary(max_size=2000))
@settings(max_examples=50)
def test_what_was_stored_comes_back(value: bytes) -> None:
    stored = encrypt(KEY, value, HERE)
    assert decrypt(KEY, memoryview(stored), HERE) == value
    assert len(stored) == len(value) + OVERHEAD


@pytest.mark.parametrize(
    "there",
    [
        Place("case-2", "case-file", 3),
        Place("case-1", "about", 3),
        Place("case-1", "case-file", 4),
        Place("case-1c", "ase-file", 3),
    ],
)
def test_a_value_moved_elsewhere_does_not_open(there: Place) -> None:
    with pytest.raises(Unsound, match="changed or belongs somewhere else"):
        decrypt(KEY, encrypt(KEY, b"secret", HERE), there)


def test_every_flipped_bit_is_noticed() -> None:
    stored = encrypt(KEY, b"secret", HERE)
    for bit in range(len(stored) * 8):
        changed = bytearray(stored)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(Unsound):
            decrypt(KEY, bytes(changed), HERE)


@pytest.mark.parametrize("stored", [b"", b"\x01", b"\x01" * 40, bytes(100)])
def test_what_never_was_a_value_is_refused(stored: bytes) -> None:
    with pytest.raises(Unsound):
        decrypt(KEY, stored, HERE)


def test_the_same_text_twice_looks_different() -> None:
    assert encrypt(KEY, b"same", HERE) != encrypt(KEY, b"same", HERE)
