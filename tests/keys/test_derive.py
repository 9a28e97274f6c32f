"""Sub-keys and keyed hashes are those of libsodium, bit for bit: what is stored under them must open for ever."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.encoding import RawEncoder
from nacl.hash import blake2b

from longarm.keys.derive import keyed_hash, subkey

PURPOSES = st.text(st.characters(codec="ascii", exclude_characters="\x00"), min_size=1, max_size=16)


@settings(max_examples=40, deadline=None)
@given(key=st.binary(min_size=1, max_size=64), purpose=PURPOSES, value=st.text(max_size=300))
def test_libsodium_gives_the_same(key: bytes, purpose: str, value: str) -> None:
    def libsodium(data: bytes) -> bytes:
        return blake2b(data, digest_size=32, key=key, person=purpose.encode(), encoder=RawEncoder)

    assert subkey(key, purpose) == libsodium(b"")
    assert keyed_hash(key, purpose, value) == libsodium(value.encode())


def test_a_sub_key_that_was_made_once_is_the_same_today() -> None:
    assert subkey(bytes(range(32)), "exchange-token").hex() == "65b86fb53b326afb2e11c9c39811b135c6cde65a4b6b28592d72b5a585e59600"


def test_a_purpose_or_key_that_would_be_cut_is_refused() -> None:
    for purpose in ("", "seventeen letters"):
        with pytest.raises(ValueError, match="1 to 16 letters"):
            subkey(bytes(32), purpose)
    with pytest.raises(ValueError, match="key length"):
        subkey(bytes(65), "exchange-token")
