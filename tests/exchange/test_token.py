"""A token and its envelope: who named the same identifier opens it, the hub does not."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.errors import Unsound
from longarm.exchange.kinds import exchanged_by_default, kinds
from longarm.exchange.token import ENVELOPE_BYTES, Token, input_of, open_envelope, seal

TRIPOLI, CAIRO = "a" * 64, "b" * 64


def test_the_envelope_opens_for_who_named_the_same() -> None:
    output = os.urandom(64)
    mine, other = Token.of(output), Token.of(output)
    assert mine.token == other.token
    assert mine.token != mine.envelope_key
    for content in (b"", b"desk of Tripoli", b"x" * 255):
        envelope = seal(mine, TRIPOLI, content)
        assert len(envelope) == ENVELOPE_BYTES  # its length says nothing
        assert open_envelope(other, TRIPOLI, envelope) == content
    with pytest.raises(ValueError, match="255"):
        seal(mine, TRIPOLI, b"x" * 256)


def test_an_envelope_given_out_as_another_members_does_not_open() -> None:
    token = Token.of(os.urandom(64))
    envelope = seal(token, TRIPOLI, b"desk")
    with pytest.raises(Unsound):
        open_envelope(token, CAIRO, envelope)
    with pytest.raises(Unsound):
        open_envelope(Token.of(os.urandom(64)), TRIPOLI, envelope)
    with pytest.raises(Unsound):
        open_envelope(token, TRIPOLI, envelope[:-1] + bytes([envelope[-1] ^ 1]))


@settings(max_examples=60, deadline=None)
@given(st.tuples(*[st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=8)] * 6))
def test_two_inputs_are_equal_only_when_all_three_parts_are(parts: tuple[str, ...]) -> None:
    assert (input_of(*parts[:3]) == input_of(*parts[3:])) is (parts[:3] == parts[3:])


def test_no_part_hides_another() -> None:
    for kind, normal, version in (("phone", "+1\x00", "1"), ("", "+1", "1"), ("phone", "", "1"), ("phone", "+1", "")):
        with pytest.raises(ValueError, match="zero byte"):
            input_of(kind, normal, version)
    assert len(input_of("url", "https://example.org/" + "a" * 100_000)) < 200


def test_weak_signals_stay_at_home_until_somebody_decides() -> None:
    assert {kind for kind in kinds() if exchanged_by_default(kind)} == {
        "phone", "account", "email", "iban", "wallet", "payment_handle", "imei",
    }  # fmt: skip
    assert kinds()["name"].exchanged == "never"
    assert not exchanged_by_default("shoe_size")
    for kind in kinds().values():
        assert all(kind.reason.in_language(language) for language in ("ar", "en", "fr"))
