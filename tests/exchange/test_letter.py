"""Cards and letters between parties: what is taken, and what is refused, with the one thing that is wrong."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.errors import BadInput
from longarm.exchange.card import Card, make_card, must_follow, read_card
from longarm.exchange.letter import CARRIED, MAGIC, body, read, write
from longarm.exchange.refused import Refused
from longarm.keys.party import Party

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
TRIPOLI, CAIRO, STRANGER = Party.new(), Party.new(), Party.new()


class Greeting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: str


class Other(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    number: int


def card(party: Party, organisation: str = "Resist", **changed: object) -> Card:
    told: dict[str, object] = {"role": "node", "states": ("LY",), "address": "", "certificate": "", "made_at": NOW} | changed
    return read_card(make_card(party, organisation=organisation, **told))  # type: ignore[arg-type]


CARDS = {party.fingerprint: card(party) for party in (TRIPOLI, CAIRO)}


def sent(*, sealed: bool = True, words: str = "marhaba", now: datetime = NOW, party: Party = TRIPOLI) -> bytes:
    return write(party, CARDS[CAIRO.fingerprint], "greeting", Greeting(words), now=now, sealed=sealed)


def refused(data: bytes, **changed: object) -> str:
    told: dict[str, object] = {"party": CAIRO, "members": CARDS.get, "now": NOW, "kinds": {"greeting"}} | changed
    with pytest.raises(Refused) as found:
        read(data, **told)  # type: ignore[arg-type]
    return found.value.code


@pytest.mark.parametrize("sealed", [True, False])
def test_a_letter_arrives(sealed: bool) -> None:
    letter = read(sent(sealed=sealed), CAIRO, CARDS.get, now=NOW + timedelta(minutes=10), kinds={"greeting"}, sealed=sealed)
    assert (body(letter, Greeting), letter.sender) == (Greeting("marhaba"), TRIPOLI.fingerprint)
    assert (b"marhaba" in sent(sealed=True), b"marhaba" in sent(sealed=False)) == (False, True)


def test_each_refusal_has_its_own_name() -> None:
    good = sent()
    assert refused(good[:-1]) == "not-for-us"  # a sealed box that is cut does not open
    assert refused(sent(sealed=False)[:40]) == "truncated"
    assert refused(MAGIC) == "truncated"
    assert refused(MAGIC[:5]) == "truncated"
    assert refused(b"hello " * 9) == "wrong-version"
    assert refused(MAGIC + b"\x07" + good[len(MAGIC) + 1 :]) == "wrong-version"
    assert refused(good, sealed=False) == "wrong-version"
    assert refused(good + bytes(3 << 20)) == "too-large"
    assert refused(good, party=STRANGER) == "not-for-us"
    assert refused(sent(sealed=False), party=STRANGER) == "not-for-us"
    assert refused(sent(party=STRANGER)) == "unknown-member"
    assert refused(good, now=NOW + timedelta(minutes=16)) == "clock-off"
    assert refused(good, now=NOW - timedelta(minutes=16)) == "clock-off"
    assert refused(good, now=NOW - timedelta(minutes=16), tolerance=CARRIED) == "clock-off"  # nobody writes in the future
    assert refused(good, kinds={"farewell"}) == "wrong-kind"
    letter = read(good, CAIRO, CARDS.get, now=NOW + timedelta(days=29), kinds={"greeting"}, tolerance=CARRIED)
    with pytest.raises(Refused) as found:
        body(letter, Other)
    assert found.value.code == "bad-body"


def test_every_changed_byte_of_an_open_letter_is_noticed() -> None:
    good = sent(sealed=False)
    for place in range(len(good)):
        changed = good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :]
        assert refused(changed)


def test_a_letter_cannot_be_passed_on_as_if_it_were_for_a_third() -> None:
    """Cairo opens what Tripoli wrote and seals it on to Stranger: it still says whom it is for."""
    from nacl.public import SealedBox

    opened = CAIRO.open(sent()[len(MAGIC) + 1 :])
    onward = MAGIC + b"\x01" + SealedBox(STRANGER.encryption.public_key).encrypt(opened)
    assert refused(onward, party=STRANGER) == "not-for-us"


def test_the_length_of_a_sealed_letter_says_little() -> None:
    assert len({len(sent(words="x" * length)) for length in range(0, 400, 7)}) == 1
    assert len(sent(words="x" * 70_000)) == len(sent(words="x" * 100_000))


@given(st.binary(max_size=300))
@settings(max_examples=150)
def test_what_is_no_letter_is_refused_whatever_it_is(data: bytes) -> None:
    for prefix in (b"", MAGIC, MAGIC + b"\x00", MAGIC + b"\x01", sent(sealed=False)[:110]):
        assert refused(prefix + data)


def test_a_card_says_what_it_says_however_its_file_is_laid_out() -> None:
    data = make_card(TRIPOLI, organisation="مكتب طرابلس", role="node", states=("LY",), address="", certificate="", made_at=NOW)
    assert read_card(msgspec.json.format(data, indent=0)) == read_card(data)
    assert read_card(data).fingerprint == TRIPOLI.signing.fingerprint
    changed = data.replace("طرابلس".encode(), "بنغازي".encode())
    with pytest.raises(BadInput, match="changed after it was signed"):
        read_card(changed)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"states": ("XX",)}, "no state .XX"),
        ({"address": "http://example.org/"}, "reached by https"),
        ({"address": "http://.onion.example.org/"}, "reached by https"),
        ({"address": "https://example.org/"}, "carries the certificate"),
        ({"organisation": " "}, "1 to 200 letters"),
        ({"organisation": "Resist\u202e"}, "1 to 200 letters"),
    ],
)
def test_what_no_card_may_say(changed: dict[str, object], said: str) -> None:
    with pytest.raises(BadInput, match=said):
        card(TRIPOLI, **changed)


def test_what_was_said_earlier_does_not_come_back() -> None:
    def made(at: datetime) -> bytes:
        return make_card(TRIPOLI, organisation="Resist", role="node", states=("LY",), address="", certificate="", made_at=at)

    now, later = made(NOW), made(NOW + timedelta(days=1))
    must_follow(read_card(later), now)
    must_follow(read_card(now), now)
    must_follow(read_card(now), None)
    with pytest.raises(BadInput, match="older than the one"):
        must_follow(read_card(now), later)


@pytest.mark.parametrize("data", [b"", b"{}", b"[" * 5000, b'{"longarm": "longarm-card/1"}', bytes(20_000), b'{"a":1,"a":2}'])
def test_what_is_no_card(data: bytes) -> None:
    with pytest.raises(BadInput, match="no card of a party"):
        read_card(data)
